//! Where the terms of a query stand in the whole of the minutes, found once and asked often.
//!
//! Each text is scanned once for each term. Which units of any scope hold the query, and what is
//! marked, is then told from the lists of places alone.
//!
//! May live here: places and units of them. May not: what the units are (`filter`).

use std::cmp::Reverse;

use super::Index;
use super::matcher::find_term;
use super::query::{Field, Query, Term};
use crate::order::sort_by_key;
use crate::source::TextRange;

/// A query and every place of its terms.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Found {
    query: Query,
    /// The places of each term, groups first, in printed order; those of fields are empty.
    places: Vec<Vec<Place>>,
}

/// One place of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The block of the body.
    pub block: usize,
    /// The text of the block, as [`Index::blocks`] counts them.
    pub text: usize,
    /// Where it stands in the source. It may reach over the gap between two pieces.
    pub range: TextRange,
}

/// What each of several units holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Units<'a> {
    query: &'a Query,
    /// For each group, the units that hold one of its words.
    groups: Vec<Vec<bool>>,
    /// The units that hold an excluded word.
    none: Vec<bool>,
}

/// Finds every term of the query that is looked for in texts.
pub fn find_all(index: &Index, query: &Query) -> Found {
    let of_term = |term: &Term| -> Vec<Place> {
        let mut places = Vec::new();
        if term.field == Field::Text {
            for (block, texts) in index.blocks.iter().enumerate() {
                for (text, folded) in texts.iter().enumerate() {
                    let found = find_term(folded, term).into_iter();
                    places.extend(found.map(|range| Place { block, text, range }));
                }
            }
        }
        places
    };
    let places = query.all.iter().flatten().chain(&query.none).map(of_term).collect();
    Found { query: query.clone(), places }
}

impl Found {
    /// What was looked for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// What each of `n_units` units holds, where `unit_of` says in which one a place is, if any.
    pub fn units(&self, n_units: usize, unit_of: &dyn Fn(&Place) -> Option<usize>) -> Units<'_> {
        let mut lists = self.places.iter();
        let mut of_terms = |n_terms: usize| {
            let mut held = vec![false; n_units];
            for place in lists.by_ref().take(n_terms).flatten() {
                if let Some(slot) = unit_of(place).and_then(|unit| held.get_mut(unit)) {
                    *slot = true;
                }
            }
            held
        };
        let groups = self.query.all.iter().map(|group| of_terms(group.len())).collect();
        Units { query: &self.query, groups, none: of_terms(self.query.none.len()) }
    }

    /// The places of the words that are marked, in printed order, of those that are `shown`: none
    /// overlaps another, the one that begins first is taken, and of several the longest.
    pub fn hits(&self, shown: &dyn Fn(&Place) -> bool) -> Vec<Place> {
        let terms = self.query.all.iter().flatten();
        let lists = terms.zip(&self.places).map(|(_, places)| places);
        let mut hits: Vec<Place> = lists.flatten().filter(|place| shown(place)).copied().collect();
        sort_by_key(&mut hits, |hit| (hit.block, hit.text, hit.range.start, Reverse(hit.range.end)));
        let mut last: Option<Place> = None;
        hits.retain(|hit| {
            let is_free = last.is_none_or(|last| {
                (last.block, last.text) != (hit.block, hit.text) || hit.range.start >= last.range.end
            });
            if is_free {
                last = Some(*hit);
            }
            is_free
        });
        hits
    }
}

impl Units<'_> {
    /// Whether what stands in a unit answers the query, where `names` says whether a term that
    /// asks for a speaker or a topic is true of it.
    pub fn hold(&self, unit: usize, names: &dyn Fn(&Term) -> bool) -> bool {
        let is_named = |term: &Term| term.field != Field::Text && names(term);
        let mut groups = self.query.all.iter().zip(&self.groups);
        groups.all(|(group, held)| held.get(unit) == Some(&true) || group.iter().any(is_named))
            && self.none.get(unit) != Some(&true)
            && !self.query.none.iter().any(is_named)
    }
}
