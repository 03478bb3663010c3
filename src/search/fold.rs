//! Text reduced to what matters for finding, and the way back to where it stands.
//!
//! Letters that differ only in width, case, kana, dash, or form of kanji fold to one letter;
//! white space and marks without width fold to nothing. No letter folds to more than one, so that
//! every stretch of folded text is a stretch of the original, never a part of a letter.
//!
//! May live here: which letters are found as one. May not: words and their meaning.

use std::ops::Range;

use super::variants::common_form;
use crate::chars;
use crate::model::Prose;
use crate::source::{Source, TextRange};

/// A folded text. Offsets of the original are those of the text or source it was made from.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Folded {
    text: String,
    letters: Vec<Letter>,
}

/// One folded letter.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Letter {
    /// Where it stands in the folded text.
    at: u32,
    /// What it was made of in the original.
    from: TextRange,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded::default();
        folded.push(text, 0);
        folded
    }

    /// Folds a text as it reads: its pieces follow each other without a gap.
    pub fn of_prose(source: &Source, prose: &Prose) -> Folded {
        let mut folded = Folded::default();
        for piece in &prose.pieces {
            folded.push(source.slice(piece.range), piece.range.start);
        }
        folded
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the original of which the bytes `range` of the folded text were made, if they
    /// begin and end with a letter of it.
    pub fn original(&self, range: Range<usize>) -> Option<TextRange> {
        let place = |byte: usize| self.letters.partition_point(|letter| (letter.at as usize) < byte);
        let (first, after) = (place(range.start), place(range.end));
        let begins =
            |place: usize| self.letters.get(place).map_or(self.text.len(), |letter| letter.at as usize);
        if range.is_empty() || begins(first) != range.start || begins(after) != range.end {
            return None;
        }
        Some(self.letters.get(first)?.from.cover(self.letters.get(after.checked_sub(1)?)?.from))
    }

    fn push(&mut self, text: &str, offset: u32) {
        // The letter just before, as long as nothing stood between: a voicing mark may join it.
        let mut open: Option<char> = None;
        for (at, c) in text.char_indices() {
            let start = offset + at as u32;
            let from = TextRange { start, end: start + c.len_utf8() as u32 };
            if is_without_width(c) {
                // A variation selector belongs to the letter before it; a mark must not part them.
                if let Some(letter) = self.letters.last_mut().filter(|letter| letter.from.end == start) {
                    letter.from.end = from.end;
                }
            } else if c.is_whitespace() || c.is_control() || chars::is_space(c) {
                open = None;
            } else {
                let letter = fold_char(c);
                match open.and_then(|base| voiced(base, letter)) {
                    Some(joined) => {
                        self.text.pop();
                        self.text.push(joined);
                        if let Some(last) = self.letters.last_mut() {
                            last.from.end = from.end;
                        }
                        open = None;
                    }
                    None => {
                        self.letters.push(Letter { at: self.text.len() as u32, from });
                        self.text.push(letter);
                        open = Some(letter);
                    }
                }
            }
        }
    }
}

/// The text folded, where no way back is needed.
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

/// Whether a character takes no room: it is found as if it were not there.
fn is_without_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn fold_char(c: char) -> char {
    let c = chars::narrow(c);
    match c {
        'a'..='z' | '0'..='9' | 'ぁ'..='ん' => c,
        'ー' | '-' | 'ｰ' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '─' | '━' => '-',
        '~' | '\u{301C}' | '\u{223C}' => '~',
        '、' | '､' => ',',
        '。' | '｡' => '.',
        '･' | '·' => '・',
        '“' | '”' | '〝' | '〟' => '"',
        '‘' | '’' => '\'',
        '｢' => '「',
        '｣' => '」',
        '\u{3099}' | '\u{FF9E}' => '゛',
        '\u{309A}' | '\u{FF9F}' => '゜',
        // Both sizes are used in the same place names.
        'ヵ' | 'ゕ' => 'か',
        'ヶ' | 'ゖ' => 'け',
        'ァ'..='ヴ' | 'ヽ' | 'ヾ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        '\u{FF66}'..='\u{FF9D}' => half_width_kana(c),
        '①'..='⑨' => char::from_u32(c as u32 - '①' as u32 + '1' as u32).unwrap_or(c),
        _ if chars::is_kanji(c) => common_form(c),
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(single), None) => single,
                _ => c,
            }
        }
    }
}

/// The hiragana for U+FF66–FF9D, in which the long mark was dealt with before.
fn half_width_kana(c: char) -> char {
    const HIRAGANA: &str = "をぁぃぅぇぉゃゅょっ-あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";
    HIRAGANA.chars().nth((c as u32).saturating_sub(0xFF66) as usize).unwrap_or(c)
}

/// The letter that `base` and a voicing mark behind it make.
pub fn voiced(base: char, mark: char) -> Option<char> {
    let step = match (base, mark) {
        ('う', '゛') => return Some('ゔ'),
        (
            'か' | 'き' | 'く' | 'け' | 'こ' | 'さ' | 'し' | 'す' | 'せ' | 'そ' | 'た' | 'ち' | 'つ' | 'て'
            | 'と',
            '゛',
        ) => 1,
        ('は' | 'ひ' | 'ふ' | 'へ' | 'ほ' | 'ゝ', '゛') => 1,
        ('は' | 'ひ' | 'ふ' | 'へ' | 'ほ', '゜') => 2,
        _ => return None,
    };
    char::from_u32(base as u32 + step)
}
