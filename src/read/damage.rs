//! What can be seen in a text that was hurt before it came here.
//!
//! May live here: signs of damage, and what makes control characters visible. May not: mending, since
//! nobody can tell what stood there.

use super::{Decoded, Encoding, Matter, Note};

/// Puts signs in the place of control characters, so that whoever shows the text need not know them, and
/// lists what is to be known. The end mark of old systems goes like a byte order mark.
pub(super) fn inspect(text: &mut String, notes: &mut Vec<Note>) {
    if text.ends_with('\u{1A}') {
        text.pop();
    }
    let is_control = |c: char| sign(c).is_some();
    if let Some(at) = text.find(is_control) {
        let n_chars = text.chars().filter(|&c| is_control(c)).count();
        let line = line_of(text, at);
        *text = text.chars().map(|c| sign(c).unwrap_or(c)).collect();
        notes.push(Note { matter: Matter::Controls { n_chars }, line: Some(line) });
    }
    let (mut n_lines, mut first) = (0, None);
    for (at, line) in lines(text).enumerate() {
        if is_garbled(line) {
            n_lines += 1;
            first.get_or_insert(at + 1);
        }
    }
    if first.is_some() {
        notes.push(Note { matter: Matter::Mojibake { n_lines }, line: first });
    }
}

/// What is to be known of how bytes became `text`.
pub(super) fn signs(text: &str, decoded: &Decoded, notes: &mut Vec<Note>) {
    let sign = char::REPLACEMENT_CHARACTER;
    let is_at_end = decoded.is_cut_off && text.trim_end().ends_with(sign);
    if decoded.is_cut_off {
        notes.push(Note { matter: Matter::CutOff, line: Some(line_of(text, text.len())) });
    }
    let n_signs = text.matches(sign).count() - usize::from(is_at_end);
    if n_signs == 0 {
        return;
    }
    let line = text.find(sign).map(|at| line_of(text, at));
    let matter = match decoded.is_lossy {
        true => Matter::Replaced { n_signs, encoding: decoded.encoding },
        false => Matter::Lost { n_signs },
    };
    notes.push(Note { matter, line });
}

/// Whether so much of a text is control characters that it is none.
pub(super) fn is_binary(text: &str) -> bool {
    let n_controls = text.chars().filter(|&c| sign(c).is_some()).count();
    n_controls * 10 > text.chars().count()
}

/// The lines of a text as people count them: they end at LF, CRLF or a lone CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// The line on which a byte stands, counted from 1.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    lines(text.get(..at).unwrap_or_default()).count()
}

/// The sign for a control character that neither ends a line nor a page nor is a space.
fn sign(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' => None,
        '\u{7F}' => Some('\u{2421}'),
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)),
        _ => None,
    }
}

/// Whether a line looks like text that was read in a wrong encoding. Each form has to be there twice or
/// more: single letters of these kinds stand in whole texts.
fn is_garbled(line: &str) -> bool {
    if line.is_ascii() {
        // ISO-2022-JP that has lost its escapes: `$3$s$K$A$O`.
        return line.contains('$') && count_ahead(line, |a, _, c| a == '$' && c == '$') > 2;
    }
    if !line.contains(is_suspicious) {
        return false;
    }
    // UTF-8 as Shift_JIS turns the first two bytes of kana into one of these. 縺れ is a word.
    let kana = line.match_indices(['縺', '繧', '繝', '縲']);
    let is_word = |at: usize| line.get(at..).is_some_and(|rest| rest.starts_with("縺れ"));
    kana.filter(|(at, _)| !is_word(*at)).count() > 1
        // `�` that went through EUC-JP, GBK or Windows-1252.
        || ["鐃緒申", "锟斤拷", "ï¿½"].iter().any(|sign| line.contains(sign))
        // UTF-8 as Windows-1252: `ã‚`, `ï¼`, `Ã©`.
        || count_ahead(line, |a, b, _| matches!(a, 'Â'..='ô') && is_western_tail(b)) > 1
        // Shift_JIS as Windows-1252: `‚±‚ñ‚É`.
        || count_ahead(line, |a, b, _| matches!(a, '‚' | 'ƒ' | '\u{82}' | '\u{83}') && !b.is_ascii()) > 2
        // EUC-JP as Latin-1: `¤³¤ó¤Ë`.
        || count_ahead(line, |a, b, _| matches!(a, '¤' | '¥') && matches!(b, '¡'..='ó')) > 2
        // EUC-JP as Shift_JIS: `､ｳ､ﾋ`.
        || count_ahead(line, |a, b, c| is_half_mark(a) && !is_half_mark(b) && is_half_mark(c)) > 1
}

/// The letters by which the forms below are told; hardly a line of Japanese holds one.
fn is_suspicious(c: char) -> bool {
    let is_western = matches!(c, '‚' | 'ƒ' | '\u{82}' | '\u{83}' | '¤' | '¥' | 'Â'..='ô');
    is_western || is_half_mark(c) || matches!(c, '縺' | '繧' | '繝' | '縲' | '鐃' | '锟')
}

fn is_western_tail(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{BF}') || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
}

fn is_half_mark(c: char) -> bool {
    matches!(c, '､' | '･')
}

/// How many letters are such, together with the two behind them.
fn count_ahead(line: &str, is_such: impl Fn(char, char, char) -> bool) -> usize {
    let ahead = |n| line.chars().skip(n).chain(['\0'; 2]);
    ahead(0).zip(ahead(1)).zip(ahead(2)).filter(|((a, b), c)| is_such(*a, *b, *c)).count()
}

/// What a page says of its encoding against how it was read; what holds nothing but ASCII is in either.
pub(super) fn charset(declared: &str, used: Encoding, text: &str) -> Option<Note> {
    let is_same = Encoding::from_label(declared) == Some(used);
    (!is_same && !text.is_ascii())
        .then(|| Note { matter: Matter::Contradicts { declared: declared.to_owned(), used }, line: None })
}
