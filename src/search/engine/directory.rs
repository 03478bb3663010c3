//! For every letter and every pair of letters of a segment, the blocks that hold it.
//!
//! The directory is one stretch of bytes. Its entries stand in the order of their keys: how much the
//! key is larger than the one before, how long the list is, the list. A list is what each block's
//! number is larger than the one before, or, where that is shorter, a bit for each block. Numbers are
//! varints of seven bits, the lowest first. A few entries are known by their place.
//!
//! May live here: lists and how they are found. May not: how they are made (`build`), what is asked
//! of them (`plan`).

use super::bits;

/// How many entries are walked over at most.
pub(super) const STRIDE: usize = 16;

/// The lists of a segment.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Directory {
    pub(super) bytes: Vec<u8>,
    /// The key and the place of every [`STRIDE`]th entry. Such an entry tells its key whole.
    pub(super) samples: Vec<(u32, u32)>,
}

/// The blocks that hold a letter or a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List<'a> {
    bytes: &'a [u8],
    is_dense: bool,
}

/// The key of a letter; of a pair, where `before` is not 0.
#[inline]
pub fn key(before: u16, unit: u16) -> u32 {
    u32::from(before) << 16 | u32::from(unit)
}

impl Directory {
    /// The list of a key; nothing where no block holds it.
    pub fn list(&self, wanted: u32) -> Option<List<'_>> {
        let sample = self.samples.partition_point(|&(key, _)| key <= wanted).checked_sub(1)?;
        let &(_, at) = self.samples.get(sample)?;
        let mut rest = self.bytes.get(at as usize..)?;
        let mut key = 0;
        for _ in 0..STRIDE {
            key += varint(&mut rest)?;
            let head = varint(&mut rest)?;
            let (bytes, after) = rest.split_at_checked((head >> 1) as usize)?;
            if key >= wanted {
                return (key == wanted).then_some(List { bytes, is_dense: head & 1 == 1 });
            }
            rest = after;
        }
        None
    }

    /// How many bytes of memory it takes.
    pub fn n_bytes(&self) -> usize {
        self.bytes.capacity() + self.samples.capacity() * size_of::<(u32, u32)>()
    }
}

impl List<'_> {
    /// About how many blocks there are.
    pub fn size(&self) -> usize {
        if self.is_dense { self.bytes.len() * 4 } else { self.bytes.len() }
    }

    /// Puts the blocks into an empty set.
    pub fn fill(&self, set: &mut [u64]) {
        if self.is_dense {
            for (word, bytes) in set.iter_mut().zip(self.bytes.chunks(8)) {
                *word = word_of(bytes);
            }
            return;
        }
        let mut rest = self.bytes;
        let mut at = 0;
        while let Some(step) = varint(&mut rest) {
            at += step;
            bits::set(set, (at as usize).wrapping_sub(1));
        }
    }

    /// Leaves of the set what the list holds. `spare` is an empty set, and is left empty.
    pub fn keep(&self, set: &mut [u64], spare: &mut [u64]) {
        if self.is_dense {
            let words = self.bytes.chunks(8).map(word_of).chain(std::iter::repeat(0));
            set.iter_mut().zip(words).for_each(|(word, other)| *word &= other);
            return;
        }
        self.fill(spare);
        bits::and(set, spare);
        spare.fill(0);
    }
}

fn word_of(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(whole) => u64::from_le_bytes(*whole),
        None => bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    }
}

/// Takes a number off the bytes.
#[inline]
pub(super) fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let (&first, mut rest) = bytes.split_first()?;
    let mut number = u32::from(first & 0x7F);
    let mut shift = 7;
    let mut byte = first;
    while byte >= 0x80 {
        let (&next, after) = rest.split_first()?;
        (byte, rest) = (next, after);
        number |= u32::from(byte & 0x7F).checked_shl(shift)?;
        shift += 7;
    }
    *bytes = rest;
    Some(number)
}

/// Puts a number behind the bytes.
pub(super) fn put_varint(number: u32, out: &mut Vec<u8>) {
    let mut rest = number;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

/// How many bytes a number takes.
#[inline]
pub(super) fn varint_len(number: u32) -> u32 {
    (38 - (number | 1).leading_zeros()) / 7
}
