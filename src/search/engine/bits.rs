//! Sets of blocks as bits, 64 to a word, the lowest first.
//!
//! May live here: sets and ranges of them. May not: what is in a set.

/// How many words hold `n` bits.
pub fn n_words(n: usize) -> usize {
    n.div_ceil(64)
}

/// A set that holds each of `n`.
pub fn full(n: usize) -> Vec<u64> {
    let mut words = vec![u64::MAX; n_words(n)];
    if let Some(last) = words.last_mut().filter(|_| !n.is_multiple_of(64)) {
        *last = (1 << (n % 64)) - 1;
    }
    words
}

/// Puts one in.
#[inline]
pub fn set(words: &mut [u64], at: usize) {
    if let Some(word) = words.get_mut(at / 64) {
        *word |= 1 << (at % 64);
    }
}

/// Whether one is in it.
#[inline]
pub fn has(words: &[u64], at: usize) -> bool {
    words.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
}

/// How many are in it.
pub fn count(words: &[u64]) -> usize {
    words.iter().map(|word| word.count_ones() as usize).sum()
}

/// Leaves what is in both.
pub fn and(words: &mut [u64], other: &[u64]) {
    words.iter_mut().zip(other).for_each(|(word, other)| *word &= other);
}

/// Takes out what is in the other.
pub fn and_not(words: &mut [u64], other: &[u64]) {
    words.iter_mut().zip(other).for_each(|(word, other)| *word &= !other);
}

/// Puts in what is in the other.
pub fn or(words: &mut [u64], other: &[u64]) {
    words.iter_mut().zip(other).for_each(|(word, other)| *word |= other);
}

/// The words that a range of bits touches: the index of each, and which of its bits are in the range.
fn masks(start: usize, end: usize) -> impl Iterator<Item = (usize, u64)> {
    let words = if start < end { start / 64..end.div_ceil(64) } else { 0..0 };
    words.map(move |at| {
        let low = start.saturating_sub(at * 64);
        let high = (end - at * 64).min(64);
        (at, u64::MAX << low & u64::MAX >> (64 - high))
    })
}

/// How many of a range are in it.
pub fn count_in(words: &[u64], start: usize, end: usize) -> usize {
    let of = |(at, mask): (usize, u64)| words.get(at).map_or(0, |word| (word & mask).count_ones() as usize);
    masks(start, end).map(of).sum()
}

/// Whether any of a range is in it.
pub fn any_in(words: &[u64], start: usize, end: usize) -> bool {
    masks(start, end).any(|(at, mask)| words.get(at).is_some_and(|word| word & mask != 0))
}

/// Puts in all of a range.
pub fn set_all(words: &mut [u64], start: usize, end: usize) {
    for (at, mask) in masks(start, end) {
        if let Some(word) = words.get_mut(at) {
            *word |= mask;
        }
    }
}

/// Everything of a range that is in it, in order.
pub fn ones_in(words: &[u64], start: usize, end: usize) -> impl Iterator<Item = usize> + '_ {
    masks(start, end).flat_map(move |(at, mask)| {
        let mut rest = words.get(at).map_or(0, |word| word & mask);
        std::iter::from_fn(move || {
            let bit = rest.trailing_zeros() as usize;
            rest &= rest.wrapping_sub(1);
            (bit < 64).then_some(at * 64 + bit)
        })
    })
}
