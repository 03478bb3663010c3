//! The ways to write one word with and without marks of repetition: 佐々木, 佐佐木.
//!
//! A text is not folded by them: 々 alone is not the letter before it, and what is marked must fold
//! to what was looked for. So the word is looked for in each of its forms.
//!
//! May live here: 々 and its kin. May not: letters that are one by themselves (`fold`).

use crate::chars;
use crate::order::sort;

/// The folded word, with every repeated letter written out, and with a mark for each; in order,
/// each once.
pub fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned(), written_out(word), with_marks(word)];
    sort(&mut forms);
    forms.dedup();
    forms.retain(|form| !form.is_empty());
    forms
}

fn written_out(word: &str) -> String {
    let mut last = None;
    let letter = |c| {
        last = match (c, last) {
            ('々', Some(before)) if chars::is_kanji(before) => Some(before),
            ('ゝ', Some(before)) if chars::is_kana(before) => Some(before),
            ('ゞ', Some(before)) => Some(voiced(before).unwrap_or(c)),
            _ => Some(c),
        };
        last.unwrap_or(c)
    };
    word.chars().map(letter).collect()
}

fn with_marks(word: &str) -> String {
    let mut last = None;
    let letter = |c| {
        let mark = match last {
            Some(before) if before == c && chars::is_kanji(c) => '々',
            Some(before) if before == c && chars::is_kana(c) => 'ゝ',
            Some(before) if voiced(before) == Some(c) => 'ゞ',
            _ => c,
        };
        last = Some(c);
        mark
    };
    word.chars().map(letter).collect()
}

/// The voiced letter of a plain one.
fn voiced(c: char) -> Option<char> {
    super::fold::voiced(c, '゛')
}
