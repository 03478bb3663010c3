//! Where the words of a query stand in a folded text.
//!
//! May live here: places of words. May not: which blocks are let through (`filter`).

use std::cmp::Reverse;

use super::fold::Folded;
use super::query::Query;
use crate::source::TextRange;

/// Whether every word stands in at least one of the texts.
pub fn has_all(texts: &[Folded], query: &Query) -> bool {
    query.words.iter().all(|word| texts.iter().any(|text| text.text().contains(word.as_str())))
}

/// The places of the words in the original, from left to right, none overlapping another: the one
/// that begins first is taken, and of several that begin together the longest.
pub fn find(text: &Folded, query: &Query) -> Vec<TextRange> {
    let of_word = |word: &str| -> Vec<(usize, usize)> {
        text.text().match_indices(word).map(|(start, found)| (start, start + found.len())).collect()
    };
    let mut places: Vec<(usize, usize)> = query.words.iter().flat_map(|word| of_word(word)).collect();
    if query.words.len() > 1 {
        places.sort_unstable_by_key(|&(start, end)| (start, Reverse(end)));
    }
    let mut free = 0;
    let mut found = Vec::with_capacity(places.len());
    for (start, end) in places {
        if start >= free {
            found.extend(text.original(start..end));
            free = end;
        }
    }
    found
}
