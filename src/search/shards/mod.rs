//! Many meetings on plain hosting: files that a query fetches a few of, and finds in them what a search of
//! everything would.
//!
//! 1. [`block`] holds the words of meetings, with what a hit is shown with; a *block* is a file of them.
//! 2. [`Maker`] takes meetings one after the other and gives files: blocks, *lists*, and one *directory*.
//! 3. [`Directory`] says which lists a query needs; [`Directory::blocks`] says from these which blocks may hold it,
//!    and [`Directory::at_once`] how many of them to fetch.
//! 4. [`find()`] says what a block holds.
//!
//! A list tells for single letters and pairs of letters in which parts of meetings they stand, folded as every
//! search folds them. Which file tells it is settled by a hash of the letters, so that a query knows its files from the
//! directory alone: one round for lists, one for blocks. Lists only narrow down; what is found is always compared with
//! the text itself.
//!
//! May live here: bytes and what they mean. May not: files, names of files, packing (`cli`), fetching.

pub mod block;
mod bytes;
mod directory;
mod make;

use std::fmt;

pub use block::{Hit, Meeting, Said, find, part, parts, read_part};
pub use directory::{BUDGET, Directory, Lists};
pub use make::{Maker, Sizes};

/// What is handed to whoever stores files: it may pack them, and says by which name they are known then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Six bytes by which the file is called; no two files have the same.
    pub name: [u8; 6],
    /// Its length in bytes as it is fetched.
    pub len: u32,
}

impl fmt::Display for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The letters of which a folded text tells where they stand: each alone, and each with the one behind it.
fn grams(folded: &str) -> impl Iterator<Item = u64> + '_ {
    let mut last = None;
    folded.chars().flat_map(move |letter| {
        let pair = last.map(|last| gram(last, Some(letter)));
        last = Some(letter);
        [Some(gram(letter, None)), pair].into_iter().flatten()
    })
}

fn gram(first: char, second: Option<char>) -> u64 {
    u64::from(u32::from(first)) << 32 | second.map_or(0, |second| u64::from(u32::from(second)))
}

/// Spreads grams evenly over the files of lists (the finisher of MurmurHash3).
fn spread(gram: u64) -> u32 {
    let mut bits = gram;
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    bits = (bits ^ (bits >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    (bits >> 32) as u32
}
