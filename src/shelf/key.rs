//! The name by which links know a meeting, on every shelf it ever stands on.
//!
//! May live here: how it is made, written and read. May not: where it stands in a link.

use std::fmt;

use sha2::{Digest, Sha256};

/// `3fa2c1-89abcdef`: the first 24 bits of the SHA-256 (FIPS 180-4) of council, day and 回, and the first
/// 32 bits of that of the text, in hexadecimal digits.
///
/// Neither depends on what else stands on the shelf. A corrected text has another second half, and is
/// still found by the first where no other meeting has the same. It tells meetings apart by accident
/// only, not against somebody who means harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryKey {
    meeting: u32,
    text: u32,
}

impl EntryKey {
    /// The key of a meeting that is known by `names`, with this text.
    pub fn of(names: &[&str], text: &str) -> EntryKey {
        let mut hasher = Sha256::new();
        for name in names {
            hasher.update(name.as_bytes());
            hasher.update([0]);
        }
        EntryKey { meeting: first_bits(hasher) >> 8, text: first_bits(Sha256::new_with_prefix(text)) }
    }

    /// Six digits, a hyphen and eight digits, all hexadecimal and small; anything else is no key.
    pub fn parse(written: &str) -> Option<EntryKey> {
        let (meeting, text) = written.split_once('-')?;
        let number = |digits: &str, len: usize| {
            let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            let is_number = digits.len() == len && digits.bytes().all(is_hex);
            u32::from_str_radix(digits, 16).ok().filter(|_| is_number)
        };
        Some(EntryKey { meeting: number(meeting, 6)?, text: number(text, 8)? })
    }

    /// Whether both are of the same council, day and 回, whatever the text.
    pub fn is_same_meeting(self, other: EntryKey) -> bool {
        self.meeting == other.meeting
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06x}-{:08x}", self.meeting, self.text)
    }
}

fn first_bits(hasher: Sha256) -> u32 {
    let [a, b, c, d, ..]: [u8; 32] = hasher.finalize().into();
    u32::from_be_bytes([a, b, c, d])
}
