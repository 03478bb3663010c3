//! Short marks by which texts are told apart.
//!
//! May live here: how a mark is made, written and read. May not: which text it is made of.

use std::fmt;

use sha2::{Digest, Sha256};

/// The first 24 bits of the SHA-256 (FIPS 180-4) of a text in UTF-8: `3fa2c1`. It tells one text
/// from another by accident, not against somebody who means harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark([u8; 3]);

impl Mark {
    /// The mark of these letters.
    pub fn of(letters: impl Iterator<Item = char>) -> Mark {
        let [a, b, c, ..] = digest(letters);
        Mark([a, b, c])
    }

    /// Six hexadecimal digits; anything else is no mark.
    pub fn parse(text: &str) -> Option<Mark> {
        let is_mark = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(text, 16).ok().filter(|_| is_mark)?;
        let [_, a, b, c] = number.to_be_bytes();
        Some(Mark([a, b, c]))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// The edition of a text: the first 32 bits of the SHA-256 of all of it, in hexadecimal digits.
/// Any change of the text makes it another one.
pub fn edition(text: &str) -> String {
    let [a, b, c, d, ..] = digest(text.chars());
    hex(&[a, b, c, d])
}

fn digest(letters: impl Iterator<Item = char>) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut buffer = [0; 4];
    for letter in letters {
        hasher.update(letter.encode_utf8(&mut buffer).as_bytes());
    }
    hasher.finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
