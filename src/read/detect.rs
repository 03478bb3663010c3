//! Tells how a text is written down, and decodes it.
//!
//! 1. A byte order mark says it.
//! 2. Zero bytes say UTF-16, escapes say ISO-2022-JP, and what is UTF-8 is nothing else.
//! 3. What is left is Shift_JIS or EUC-JP: the one of which the bytes break no rule.
//!
//! May live here: the decision. May not: rules about bytes (`fit`), tables of letters (the surroundings
//! have them), what the text looks like (`damage`).
//!
//! Nothing is guessed by likelihood alone. What fits two encodings is refused, and so is what is written
//! partly in one and partly in another: the line is named instead.

use super::{Edge, Encoding, Flaw, ReadError, fit};

/// A text and how it was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    /// Whether bytes that do not fit may have become `�`.
    pub is_lossy: bool,
    /// Whether the last letter is not whole and became `�`.
    pub is_cut_off: bool,
}

impl Decoded {
    fn whole(text: String, encoding: Encoding) -> Decoded {
        Decoded { text, encoding, is_lossy: false, is_cut_off: false }
    }
}

const MARKS: [(&[u8], Encoding); 3] =
    [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];

/// The text in the encoding that was asked for, with `�` for what does not fit.
pub(super) fn forced(bytes: &[u8], encoding: Encoding, edge: &dyn Edge) -> Decoded {
    let is_mark = |(mark, of): &&(&[u8], Encoding)| *of == encoding && bytes.starts_with(mark);
    let mark = MARKS.iter().find(is_mark).map_or(0, |(mark, _)| mark.len());
    let bytes = bytes.get(mark..).unwrap_or_default();
    match edge.decode(encoding, bytes) {
        Some(text) => Decoded::whole(text, encoding),
        None => {
            let text = edge.decode_lossy(encoding, bytes);
            Decoded { text, encoding, is_lossy: true, is_cut_off: false }
        }
    }
}

/// The text in the encoding that the bytes show.
///
/// # Errors
///
/// When they show none, or several.
pub(super) fn settled(bytes: &[u8], edge: &dyn Edge) -> Result<Decoded, ReadError> {
    for (mark, encoding) in MARKS {
        if let Some(bytes) = bytes.strip_prefix(mark) {
            return in_known(bytes, encoding, edge);
        }
    }
    if bytes.contains(&0)
        && let Some(encoding) = fit::utf16(bytes)
    {
        return in_known(bytes, encoding, edge);
    }
    // Pages in other encodings hold such letters, too, but always with others that are no ASCII.
    if bytes.is_ascii() && bytes.windows(3).any(is_escape) {
        return in_known(bytes, Encoding::Iso2022Jp, edge);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded::whole(text.to_owned(), Encoding::Utf8)),
        Err(_) => in_legacy(bytes, edge),
    }
}

/// The escapes that call for letters of JIS X 0208 and 0201 katakana.
fn is_escape(bytes: &[u8]) -> bool {
    matches!(bytes, b"\x1B$B" | b"\x1B$@" | b"\x1B(I")
}

/// The text where there is no doubt about the encoding: only its end may be missing.
fn in_known(bytes: &[u8], encoding: Encoding, edge: &dyn Edge) -> Result<Decoded, ReadError> {
    let n_tail = match encoding {
        Encoding::Utf8 => utf8_tail(bytes).unwrap_or(0),
        Encoding::Utf16Le | Encoding::Utf16Be => bytes.len() % 2,
        Encoding::ShiftJis => fit::shift_jis(bytes).n_tail,
        Encoding::EucJp => fit::euc_jp(bytes).n_tail,
        Encoding::Iso2022Jp => 0,
    };
    cut(bytes, n_tail, encoding, edge).ok_or_else(|| broken(bytes, encoding, edge))
}

/// The text without the bytes at its end that begin a letter, and `�` for these.
fn cut(bytes: &[u8], n_tail: usize, encoding: Encoding, edge: &dyn Edge) -> Option<Decoded> {
    let whole = bytes.get(..bytes.len().saturating_sub(n_tail))?;
    let mut text = edge.decode(encoding, whole)?;
    if n_tail > 0 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Some(Decoded { text, encoding, is_lossy: false, is_cut_off: n_tail > 0 })
}

/// The number of bytes at the end that begin a letter of UTF-8, where everything before them is UTF-8.
fn utf8_tail(bytes: &[u8]) -> Option<usize> {
    let error = std::str::from_utf8(bytes).err()?;
    error.error_len().is_none().then(|| bytes.len() - error.valid_up_to())
}

/// Names the first line that does not fit.
fn broken(bytes: &[u8], encoding: Encoding, edge: &dyn Edge) -> ReadError {
    if encoding == Encoding::Utf8 {
        return broken_utf8(bytes);
    }
    // A sign for what does not fit is hardly ever a letter of the text.
    let text = edge.decode_lossy(encoding, bytes);
    let before = text.split(char::REPLACEMENT_CHARACTER).next().unwrap_or_default();
    ReadError::Broken { encoding, line: line_at(before.as_bytes(), before.len()), flaw: Flaw::Byte }
}

fn broken_utf8(bytes: &[u8]) -> ReadError {
    let at = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    let flaw = match bytes.get(at..).unwrap_or_default() {
        [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] => Flaw::Surrogate,
        [0xC0 | 0xC1, 0x80..=0xBF, ..]
        | [0xE0, 0x80..=0x9F, 0x80..=0xBF, ..]
        | [0xF0, 0x80..=0x8F, 0x80..=0xBF, ..] => Flaw::Overlong,
        _ => Flaw::Byte,
    };
    ReadError::Broken { encoding: Encoding::Utf8, line: line_at(bytes, at), flaw }
}

/// The line on which a byte stands, counted from 1; lines end at LF, CRLF or a lone CR.
fn line_at(bytes: &[u8], at: usize) -> usize {
    let before = bytes.get(..at).unwrap_or(bytes);
    let n_feeds = before.iter().filter(|&&byte| byte == b'\n').count();
    let is_lone = |pair: &&[u8]| matches!(pair, [b'\r', after] if *after != b'\n');
    n_feeds + before.windows(2).filter(is_lone).count() + usize::from(before.ends_with(b"\r")) + 1
}

/// Text that is not UTF-8 throughout.
fn in_legacy(bytes: &[u8], edge: &dyn Edge) -> Result<Decoded, ReadError> {
    if let Some(n_tail) = utf8_tail(bytes) {
        let decoded = cut(bytes, n_tail, Encoding::Utf8, edge);
        // The sign at the end is one of them.
        if let Some(decoded) = decoded.filter(|decoded| fit::n_long_letters(&decoded.text) > 1) {
            return Ok(decoded);
        }
    }
    if let Some(encoding) = fit::utf16(bytes) {
        return in_known(bytes, encoding, edge);
    }
    let (sjis, euc) = (fit::shift_jis(bytes), fit::euc_jp(bytes));
    // No Japanese in UTF-8 keeps the rules of EUC-JP. A little of it may keep those of Shift_JIS, but as rare
    // kanji and half-width katakana.
    if euc.n_errors > 0 && !sjis.is_sure() {
        let begins_in_utf8 = begins_in_utf8(bytes);
        let broken = broken_utf8(bytes);
        let is_plain = matches!(broken, ReadError::Broken { flaw: Flaw::Byte, .. });
        // What UTF-8 forbids by name is no other encoding.
        let mixed = mixed(bytes).filter(|_| is_plain || !begins_in_utf8);
        if let Some(mixed) = mixed {
            return Err(mixed);
        }
        if begins_in_utf8 || fit::is_mostly_utf8(bytes) {
            return Err(broken);
        }
    }
    let fits = [(Encoding::ShiftJis, sjis), (Encoding::EucJp, euc)];
    let read = |(encoding, fit): (Encoding, fit::Fit)| {
        (fit.n_errors == 0).then(|| cut(bytes, fit.n_tail, encoding, edge)).flatten()
    };
    match fits.map(read) {
        [Some(decoded), None] | [None, Some(decoded)] => return Ok(decoded),
        // Much EUC-JP keeps the rules of Shift_JIS as a run of half-width katakana and rare kanji.
        [Some(as_sjis), Some(as_euc)] => {
            let is_run = sjis.n_half == sjis.n_letters;
            let is_rare = |fit: &fit::Fit| fit.n_common * 4 < fit.n_letters;
            let is_plain = |fit: &fit::Fit| fit.n_common * 2 >= fit.n_letters;
            return match (sjis.is_kana(), euc.is_kana()) {
                (false, true) => Ok(as_euc),
                (true, false) => Ok(as_sjis),
                (false, false) if !is_run && is_rare(&sjis) && is_plain(&euc) => Ok(as_euc),
                (false, false) if is_rare(&euc) && is_plain(&sjis) => Ok(as_sjis),
                _ => Err(ReadError::Ambiguous),
            };
        }
        [None, None] => {}
    }
    // Only some letters are unknown, as those that a maker of printers has added.
    let is_kept = |(_, fit): &&(Encoding, fit::Fit)| fit.n_errors == 0;
    let mut kept = fits.iter().filter(is_kept);
    if let (Some((encoding, _)), None) = (kept.next(), kept.next()) {
        return Ok(forced(bytes, *encoding, edge));
    }
    let (encoding, fit) =
        if sjis.n_errors <= euc.n_errors { (Encoding::ShiftJis, sjis) } else { (Encoding::EucJp, euc) };
    let line = line_at(bytes, fit.first_error.unwrap_or(bytes.len()));
    if fit.n_errors * 20 <= fit.n_letters && fit.is_kana() {
        return Err(ReadError::Broken { encoding, line, flaw: Flaw::Byte });
    }
    let at = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
    Err(ReadError::Undecodable { line: line_at(bytes, at) })
}

/// Whether what stands before the first byte that is no UTF-8 holds letters of Japanese in it.
fn begins_in_utf8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().next().is_some_and(|chunk| fit::n_long_letters(chunk.valid()) > 1)
}

/// How one line is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hand {
    Utf8,
    Legacy(Encoding),
}

/// The error for a text of which some lines are UTF-8 and others are not, if it is one.
fn mixed(bytes: &[u8]) -> Option<ReadError> {
    let mut first: Option<Hand> = None;
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
        match (first, hand(line)) {
            (_, None) => {}
            (None, found) => first = found,
            (Some(Hand::Utf8), Some(Hand::Legacy(second))) => {
                let line = line_at(bytes, at);
                return Some(ReadError::Mixed { first: Encoding::Utf8, second, line });
            }
            (Some(Hand::Legacy(first)), Some(Hand::Utf8)) => {
                let line = line_at(bytes, at);
                return Some(ReadError::Mixed { first, second: Encoding::Utf8, line });
            }
            _ => {}
        }
        at += line.len();
    }
    None
}

/// How a line is written, where it shows that.
fn hand(line: &[u8]) -> Option<Hand> {
    if line.is_ascii() {
        return None;
    }
    match std::str::from_utf8(line) {
        Ok(text) => return (fit::n_long_letters(text) > 1).then_some(Hand::Utf8),
        // A line of UTF-8 that is hurt in one place is no line in another encoding.
        Err(_) if fit::is_mostly_utf8(line) => return None,
        Err(_) => {}
    }
    let (sjis, euc) = (fit::shift_jis(line), fit::euc_jp(line));
    // Broken UTF-8 may keep the rules for a letter or two.
    let is_kept = |fit: &fit::Fit| fit.n_errors == 0 && fit.n_letters > 2;
    match (is_kept(&sjis), is_kept(&euc)) {
        (true, false) => Some(Hand::Legacy(Encoding::ShiftJis)),
        (false, true) => Some(Hand::Legacy(Encoding::EucJp)),
        (true, true) if euc.n_kana > sjis.n_kana => Some(Hand::Legacy(Encoding::EucJp)),
        (true, true) => Some(Hand::Legacy(Encoding::ShiftJis)),
        (false, false) => None,
    }
}
