//! Where the words of a query stand in a folded text.
//!
//! A word stands only where whole letters of the original are: `1` does not stand in ⑩.
//!
//! May live here: places of words. May not: units of many texts (`found`), which blocks are let
//! through (`filter`).

use std::cmp::Reverse;

use super::fold::Folded;
use super::query::{Query, Term};
use crate::order::{sort, sort_by_key};
use crate::source::TextRange;

/// Every place of a term in the original, from left to right, those that overlap included.
pub fn find_term(text: &Folded, term: &Term) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = term.forms.iter().flat_map(|form| places(text, form)).collect();
    if term.forms.len() > 1 {
        sort(&mut found);
    }
    found
}

/// The places of the words in the original, from left to right, none overlapping another: the one
/// that begins first is taken, and of several that begin together the longest.
pub fn find(text: &Folded, query: &Query) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = query.words().flat_map(|term| find_term(text, term)).collect();
    sort_by_key(&mut found, |range| (range.start, Reverse(range.end)));
    let mut free = 0;
    found.retain(|range| {
        let is_free = range.start >= free;
        if is_free {
            free = range.end;
        }
        is_free
    });
    found
}

/// Whether a term names a label or a heading: these are given folded, and need no place.
pub fn names(folded: &str, term: &Term) -> bool {
    term.forms.iter().any(|form| folded.contains(form.as_str()))
}

/// The places of one form, from left to right.
fn places<'a>(text: &'a Folded, form: &'a str) -> impl Iterator<Item = TextRange> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.text().get(from..)?.find(form)?;
            // A place may begin inside the one before: `aa` stands twice in `aaa`.
            from = start + form.chars().next()?.len_utf8();
            let range = text.original(start..start + form.len());
            if range.is_some() {
                return range;
            }
        }
    })
}
