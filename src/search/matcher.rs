//! Where the words of a query stand in a folded text.

use super::fold::Folded;
use super::query::Query;
use crate::source::TextRange;

/// Whether every word stands in at least one of the texts.
pub fn has_all(texts: &[Folded], query: &Query) -> bool {
    query.words.iter().all(|word| texts.iter().any(|text| text.text().contains(word.as_str())))
}

/// The places of the words in the original, from left to right, none overlapping another: where
/// two begin together the longer is taken, otherwise the one that begins first.
pub fn find(text: &Folded, query: &Query) -> Vec<TextRange> {
    let folded = text.text();
    let next = |word: &str, from: usize| folded.get(from..)?.find(word).map(|at| from + at);
    let mut waiting: Vec<(usize, &str)> =
        query.words.iter().filter_map(|word| Some((next(word, 0)?, word.as_str()))).collect();
    let mut found = Vec::new();
    while let Some(&(start, word)) =
        waiting.iter().min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())))
    {
        let end = start + word.len();
        found.extend(text.original(start..end));
        waiting = waiting
            .into_iter()
            .filter_map(|(at, word)| Some((if at < end { next(word, end)? } else { at }, word)))
            .collect();
    }
    found
}
