//! A text in bytes that deflate better than those of UTF-8 or UTF-16.
//!
//! The letters that minutes use most take one byte; kanji, kana and other signs of Japanese two; any other letter
//! four. So half of the letters take one byte where UTF-8 has three, and deflate, which knows bytes only, sees
//! further. Minutes get a fifth smaller than as UTF-8, and a tenth than as UTF-16; and there is less to unpack.
//!
//! ```text
//! 0 to 159     the letter at this place of `ONE`
//! 160 to 254   with the byte behind it, 256 × (first − 160) + second is a place in the ranges of `TWO`,
//!              one after the other
//! 255          with three bytes behind it, the high one first, a Unicode scalar value
//! ```
//!
//! A letter may be told in several ways; the shortest is written, any is read. The lists are a part of the
//! format: another list is another version of it.
//!
//! May live here: letters and bytes. May not: what the text says.

use std::ops::Range;

/// Letters of one byte.
const ONE: &str = "\n 　。、・「」（）()○0123456789１２３４５６７８９０あいうえおかがきぎくけげこごさざしじすせそただちっつてでとどなにの\
はばひふほまみむめもゃやゅょよらりるれろわをんーンストイルリクアシタ議会長員委日年事時第月務分一開所回市課場局案和度定成本番午出見平二業人者令部町名十前上学明後\
三方行計画料問答要地内検討実";

const N_ONE: u8 = 160;

/// Letters of two bytes: kanji, kana, full-width forms, Latin letters, marks and signs.
const TWO: [Range<u32>; 5] =
    [0x4E00..0xA000, 0x3000..0x3100, 0xFF00..0x10000, 0x0000..0x0100, 0x2000..0x2700];

const FOUR: u8 = 255;

/// The letters of one byte by their number.
struct One {
    /// The letters; the byte is the index.
    letters: Vec<char>,
    /// The same in the order of their code points, each with its byte.
    bytes: Vec<(char, u8)>,
}

impl One {
    fn new() -> One {
        let letters: Vec<char> = ONE.chars().collect();
        let mut bytes: Vec<(char, u8)> = letters.iter().copied().zip(0..N_ONE).collect();
        crate::order::sort(&mut bytes);
        One { letters, bytes }
    }

    fn byte(&self, letter: char) -> Option<u8> {
        let at = self.bytes.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
        self.bytes.get(at).map(|(_, byte)| *byte)
    }
}

/// Appends the bytes of a text.
pub(super) fn write(text: impl Iterator<Item = char>, out: &mut Vec<u8>) {
    let one = One::new();
    for letter in text {
        let code = u32::from(letter);
        if let Some(byte) = one.byte(letter) {
            out.push(byte);
        } else if let Some(place) = place_of(code) {
            let [.., high, low] = place.to_be_bytes();
            out.extend([N_ONE + high, low]);
        } else {
            let [_, high, middle, low] = code.to_be_bytes();
            out.extend([FOUR, high, middle, low]);
        }
    }
}

/// The place of a letter in the ranges.
fn place_of(code: u32) -> Option<u32> {
    let mut before = 0;
    for range in TWO {
        if range.contains(&code) {
            return Some(before + code - range.start);
        }
        before += range.end - range.start;
    }
    None
}

/// The text that bytes stand for; none where they stand for none.
pub(super) fn read(bytes: &[u8]) -> Option<String> {
    let one = One::new();
    // A kanji is three bytes of UTF-8 here and two there.
    let mut text = String::with_capacity(bytes.len().saturating_mul(2));
    let mut rest = bytes.iter().copied();
    while let Some(first) = rest.next() {
        let letter = match first {
            0..N_ONE => one.letters.get(usize::from(first)).copied()?,
            FOUR => {
                let code = [0, rest.next()?, rest.next()?, rest.next()?];
                char::from_u32(u32::from_be_bytes(code))?
            }
            high => letter_at(u32::from(high - N_ONE) << 8 | u32::from(rest.next()?))?,
        };
        text.push(letter);
    }
    Some(text)
}

/// The letter at a place of the ranges.
fn letter_at(mut place: u32) -> Option<char> {
    for range in TWO {
        let len = range.end - range.start;
        if place < len {
            return char::from_u32(range.start + place);
        }
        place -= len;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        write(text.chars(), &mut out);
        out
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(text in any::<String>()) {
            prop_assert_eq!(read(&bytes(&text)), Some(text));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = read(&bytes);
        }
    }

    #[test]
    fn the_lists_fit_the_bytes() {
        let letters: std::collections::BTreeSet<char> = ONE.chars().collect();
        assert_eq!((letters.len(), ONE.chars().count()), (usize::from(N_ONE), usize::from(N_ONE)));
        let n: u32 = TWO.iter().map(|range| range.end - range.start).sum();
        assert!(n <= u32::from(FOUR - N_ONE) << 8);
    }

    #[test]
    fn letters_take_one_two_or_four_bytes() {
        let check = |text: &str, expected: usize| assert_eq!(bytes(text).len(), expected, "{text}");
        check("議会の会議。", 6);
        check("駅ア＝―é①", 11);
        check("𠮷", 4);
    }
}
