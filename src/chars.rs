//! What a single character is: width, digits, spaces, sentence ends; and how numbers are written.
//!
//! May live here: facts about letters that hold in every text. May not: words.

mod radicals;

pub use radicals::{KANGXI, RADICALS, of_radical, without_radicals};

/// The half-width form of full-width ASCII and of the ideographic space; others unchanged.
pub fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' => ' ',
        _ => c,
    }
}

/// A space inside a line, of any width.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}' | '\u{A0}' | '\u{200B}' | '\u{FEFF}' | '\u{2002}'..='\u{200A}')
}

/// The full-width form of half-width katakana, of their marks and of the brackets and stops beside them (Unicode,
/// Halfwidth and Fullwidth Forms); others unchanged.
pub fn wide_kana(c: char) -> char {
    const WIDE: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    match c {
        '\u{FF61}'..='\u{FF9F}' => WIDE.chars().nth(c as usize - 0xFF61).unwrap_or(c),
        _ => c,
    }
}

/// Text with half-width katakana in full width (Unicode, Halfwidth and Fullwidth Forms), a voicing mark
/// taken into its letter; all other letters as they are.
pub fn widen_kana(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for c in text {
        let before = out.chars().next_back();
        // The voiced letter stands one behind the plain one, that with a half mark two.
        let step = match (c, before) {
            ('\u{FF9E}', Some('カ'..='ト' | 'ハ'..='ホ')) => 1,
            ('\u{FF9F}', Some('ハ'..='ホ')) => 2,
            _ => 0,
        };
        match before.and_then(|before| char::from_u32(before as u32 + step)).filter(|_| step > 0) {
            Some(voiced) => {
                out.pop();
                out.push(voiced);
            }
            None => out.push(wide_kana(c)),
        }
    }
    out
}

/// The value of an Arabic digit, half or full width.
pub fn digit(c: char) -> Option<u32> {
    narrow(c).to_digit(10)
}

/// A kanji, 々 and 〆 included.
pub fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '〆' | '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Hiragana or katakana, the long mark included.
pub fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}')
}

/// A mark after which a sentence is over: a line that ends so was not cut.
pub fn ends_sentence(c: char) -> bool {
    matches!(
        c,
        '。' | '．'
            | '！'
            | '？'
            | '!'
            | '?'
            | '.'
            | '｡'
            | '」'
            | '』'
            | '）'
            | ')'
            | '〕'
            | '】'
            | '］'
            | ']'
            | '》'
            | '〉'
            | '…'
    )
}

/// A number with its digits in threes: 4,101.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
