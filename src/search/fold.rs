//! Text reduced to what matters for finding, and the way back to where it stands.
//!
//! Letters that differ only in width, case, kana, dash, or form of kanji fold to one letter;
//! white space and marks without width fold to nothing. ㈱ folds to several letters; what begins or
//! ends inside of them is no stretch of the original.
//!
//! May live here: which letters are found as one. May not: words and their meaning.

use std::ops::Range;
use std::sync::LazyLock;

use super::letters::LETTERS;
use super::variants::{RUNS, VARIANTS};
use crate::chars;
use crate::model::Prose;
use crate::order::sort;
use crate::source::{Source, TextRange};

/// A folded text. Offsets of the original are those of the text or source it was made from.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Folded {
    text: String,
    letters: Vec<Letter>,
}

/// One letter of the original, or one with its voicing mark.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Letter {
    /// Where that to which it folds begins in the folded text.
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
            let at = self.text.len();
            match read(c, &mut self.text) {
                // A variation selector belongs to the letter before it; a mark must not part them.
                Share::Nothing => {
                    if let Some(letter) = self.letters.last_mut().filter(|letter| letter.from.end == start) {
                        letter.from.end = from.end;
                    }
                    continue;
                }
                Share::Gap => {
                    open = None;
                    continue;
                }
                Share::Letters => {}
            }
            let mut spelled = self.text.get(at..).unwrap_or_default().chars();
            let single = spelled.next().filter(|_| spelled.next().is_none());
            let joined = open.zip(single).and_then(|(base, mark)| Some((base, voiced(base, mark)?)));
            if let Some((base, joined)) = joined {
                self.text.truncate(at - base.len_utf8());
                self.text.push(joined);
                if let Some(last) = self.letters.last_mut() {
                    last.from.end = from.end;
                }
                open = None;
            } else {
                self.letters.push(Letter { at: at as u32, from });
                open = single;
            }
        }
    }
}

/// The text folded, where no way back is needed.
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

/// What a character is for finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Share {
    /// It takes no room, and parts nothing.
    Nothing,
    /// It is left out, and parts a letter from a voicing mark.
    Gap,
    /// It is found as letters.
    Letters,
}

/// What a character is, and the letters as which it is found, written behind `out`.
pub(super) fn read(c: char, out: &mut String) -> Share {
    if is_without_width(c) {
        Share::Nothing
    } else if c.is_whitespace() || c.is_control() || chars::is_space(c) {
        Share::Gap
    } else {
        spell(c, out);
        Share::Letters
    }
}

/// Whether a character takes no room: it is found as if it were not there.
fn is_without_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Writes the letters to which one folds. They fold to themselves.
fn spell(c: char, out: &mut String) {
    let c = chars::wide_kana(chars::narrow(c));
    out.push(match c {
        '\0'..='\u{7F}' => c.to_ascii_lowercase(),
        'ぁ'..='ん' | 'ゝ' | 'ゞ' => c,
        'ー' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '─' | '━' => '-',
        '\u{301C}' | '\u{223C}' => '~',
        '\u{2044}' | '\u{2215}' => '/',
        '、' => ',',
        '。' => '.',
        '·' => '・',
        '“' | '”' | '〝' | '〟' => '"',
        '‘' | '’' => '\'',
        '\u{3099}' => '゛',
        '\u{309A}' => '゜',
        // Both sizes are used in the same place names.
        'ヵ' | 'ゕ' => 'か',
        'ヶ' | 'ゖ' => 'け',
        'ァ'..='ヴ' | 'ヽ' | 'ヾ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => return spell_by_table(c, out),
    });
}

fn spell_by_table(c: char, out: &mut String) {
    if let Some((before, number, after)) = numbered(c) {
        out.push_str(before);
        out.push_str(&number.to_string());
        out.push_str(after);
    } else if let Some((before, letter, after)) = lettered(c) {
        out.push_str(before);
        out.push(letter);
        out.push_str(after);
    } else if let Some(spelled) = TABLE.spelled(c) {
        spelled.chars().for_each(|c| spell(c, out));
    } else {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(single), None) if single != c => spell(single, out),
            _ => out.push(c),
        }
    }
}

/// The number in a circle, in brackets, with a point or with a word behind it.
fn numbered(c: char) -> Option<(&'static str, u32, &'static str)> {
    let (first, least, before, after) = match c {
        '⓪' | '⓿' => (c, 0, "", ""),
        '①'..='⑳' => ('①', 1, "", ""),
        '㉑'..='㉟' => ('㉑', 21, "", ""),
        '㊱'..='㊿' => ('㊱', 36, "", ""),
        '❶'..='❿' => ('❶', 1, "", ""),
        '➀'..='➉' => ('➀', 1, "", ""),
        '➊'..='➓' => ('➊', 1, "", ""),
        '⓫'..='⓴' => ('⓫', 11, "", ""),
        '⓵'..='⓾' => ('⓵', 1, "", ""),
        '⑴'..='⒇' => ('⑴', 1, "(", ")"),
        '⒈'..='⒛' => ('⒈', 1, "", "."),
        '㋀'..='㋋' => ('㋀', 1, "", "月"),
        '㍘'..='㍰' => ('㍘', 0, "", "点"),
        '㏠'..='㏾' => ('㏠', 1, "", "日"),
        _ => return None,
    };
    Some((before, least + (c as u32 - first as u32), after))
}

/// The letter in a circle or in brackets.
fn lettered(c: char) -> Option<(&'static str, char, &'static str)> {
    let (first, before, after) = match c {
        'Ⓐ'..='Ⓩ' => ('Ⓐ', "", ""),
        'ⓐ'..='ⓩ' => ('ⓐ', "", ""),
        '⒜'..='⒵' => ('⒜', "(", ")"),
        _ => return None,
    };
    Some((before, char::from_u32('a' as u32 + (c as u32 - first as u32))?, after))
}

/// Letters that are spelled otherwise.
struct Table {
    /// Each with its spelling, in order.
    letters: Vec<(char, &'static str)>,
    /// A bit for each letter up to U+FFFF that is one of them. Most kanji of a text are none, and
    /// searching for them took longer than all else.
    known: Vec<u64>,
}

impl Table {
    fn spelled(&self, c: char) -> Option<&'static str> {
        let word = self.known.get(c as usize / 64);
        if word.is_some_and(|word| word >> (c as usize % 64) & 1 == 0) {
            return None;
        }
        let at = self.letters.binary_search_by_key(&c, |&(letter, _)| letter).ok()?;
        self.letters.get(at).map(|&(_, spelled)| spelled)
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let words = [LETTERS, VARIANTS].into_iter().flat_map(str::split_whitespace);
    let pair = |word: &'static str| {
        let letter = word.chars().next()?;
        Some((letter, word.get(letter.len_utf8()..)?))
    };
    let each = |letters: &'static str| {
        letters.char_indices().filter_map(move |(at, c)| letters.get(at..at + c.len_utf8()))
    };
    let runs = RUNS.into_iter().flat_map(|(first, letters)| (first..).zip(each(letters)));
    let mut letters: Vec<(char, &str)> = words.filter_map(pair).chain(runs).collect();
    letters.retain(|&(letter, spelled)| !spelled.starts_with(letter));
    sort(&mut letters);
    // A radical or compatibility ideograph may be a letter that has a form in common use.
    let common = |spelled: &str| {
        let only = spelled.chars().next().filter(|letter| letter.len_utf8() == spelled.len())?;
        let at = letters.binary_search_by_key(&only, |&(letter, _)| letter).ok()?;
        letters.get(at).map(|&(_, common)| common)
    };
    let letters: Vec<(char, &str)> =
        letters.iter().map(|&(letter, spelled)| (letter, common(spelled).unwrap_or(spelled))).collect();
    let mut known = vec![0_u64; 0x1_0000 / 64];
    for &(letter, _) in &letters {
        if let Some(word) = known.get_mut(letter as usize / 64) {
            *word |= 1 << (letter as usize % 64);
        }
    }
    Table { letters, known }
});

/// The hiragana for U+FF66–FF9D, in which the long mark was dealt with before.
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

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn no_letter_is_entered_twice() {
        let twice = TABLE.letters.windows(2).find(|pair| matches!(pair, [(a, _), (b, _)] if a == b));
        assert_eq!(twice, None);
    }
}
