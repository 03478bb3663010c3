//! Which blocks hold the words of a query, within each scope.
//!
//! The text is scanned once for each word; each scope is decided from the places found.
//!
//! May live here: words, fields and scopes. May not: facets.

use super::{BlockGround, Ground, Hit};
use crate::search::{Field, Found, Index, Place, Query, Scope, Term, find_all, matcher};

/// The words of a query, found.
pub struct Words<'a> {
    ground: &'a Ground,
    query: &'a Query,
    found: Found,
    n_sentences: usize,
    /// For each group of the query, the blocks at which one of its fields holds.
    fields: Vec<Vec<bool>>,
    /// The blocks at which a field holds that must not.
    barred: Vec<bool>,
}

/// The blocks that hold the words, and the places of the words in them.
pub struct Held {
    pub blocks: Vec<bool>,
    pub hits: Vec<Hit>,
}

impl Held {
    /// The number of hits in a block.
    pub fn n_hits(&self, block: usize) -> usize {
        let until = |block| self.hits.partition_point(|hit| hit.block < block);
        until(block + 1) - until(block)
    }
}

impl<'a> Words<'a> {
    /// Scans the text.
    pub fn new(ground: &'a Ground, index: &Index, query: &'a Query) -> Words<'a> {
        let headings = headings(ground, index);
        let holds = |terms: &mut dyn Iterator<Item = &Term>| -> Vec<bool> {
            let terms: Vec<&Term> = terms.filter(|term| term.field != Field::Text).collect();
            if terms.is_empty() {
                return Vec::new();
            }
            let at = |block: &BlockGround| terms.iter().any(|term| names(term, block, &headings));
            ground.blocks.iter().map(at).collect()
        };
        Words {
            ground,
            query,
            found: find_all(index, query),
            n_sentences: index.n_sentences,
            fields: query.all.iter().map(|group| holds(&mut group.iter())).collect(),
            barred: holds(&mut query.none.iter()),
        }
    }

    /// The blocks that hold the words where all must meet within one `scope`: in the unit around
    /// the block every word stands, none that is excluded does, and one of the words stands in
    /// the block itself.
    pub fn held(&self, scope: Scope) -> Held {
        let n_blocks = self.ground.blocks.len();
        if self.query.is_empty() {
            return Held { blocks: vec![true; n_blocks], hits: Vec::new() };
        }
        let has_words = self.query.words().next().is_some();
        // Without words there are no sentences to tell apart.
        let scope = if has_words || scope != Scope::Sentence { scope } else { Scope::Speech };
        let met: Vec<Vec<bool>> =
            self.found.groups.iter().map(|places| self.units(scope, places)).collect();
        let excluded = self.units(scope, &self.found.none);
        let holds = |block: usize, unit: usize| {
            let is_met = |(met, fields): (&Vec<bool>, &Vec<bool>)| {
                met.get(unit) == Some(&true) || fields.get(block) == Some(&true)
            };
            excluded.get(unit) != Some(&true)
                && self.barred.get(block) != Some(&true)
                && met.iter().zip(&self.fields).all(is_met)
        };
        let mut blocks = vec![false; n_blocks];
        let mut hits = Vec::new();
        for place in &self.found.marks {
            if holds(place.block, self.unit(scope, place.block, place.sentence)) {
                hits.push(Hit { block: place.block, text: place.text, range: place.range });
                if let Some(slot) = blocks.get_mut(place.block) {
                    *slot = true;
                }
            }
        }
        // A field may be all that a block is asked for. No sentence is its own then.
        for (block, slot) in blocks.iter_mut().enumerate() {
            let unit = if scope == Scope::Sentence { usize::MAX } else { self.unit(scope, block, 0) };
            let by_field = |(group, fields): (&Vec<Term>, &Vec<bool>)| {
                fields.get(block) == Some(&true) && group.iter().any(|term| term.field == Field::Text)
            };
            if !*slot && (!has_words || self.query.all.iter().zip(&self.fields).any(by_field)) {
                *slot = holds(block, unit);
            }
        }
        Held { blocks, hits }
    }

    /// How many units of each scope hold the words, counted over the blocks that `pass`.
    pub fn counts(&self, pass: impl Fn(&BlockGround) -> bool) -> [usize; Scope::ALL.len()] {
        let mut counts = [0; Scope::ALL.len()];
        if self.query.words().next().is_none() {
            return counts;
        }
        for (scope, slot) in Scope::ALL.into_iter().zip(&mut counts) {
            let held = self.held(scope);
            let passes = |block: usize| self.ground.blocks.get(block).is_some_and(&pass);
            let mut units = vec![false; self.n_units(scope)];
            for place in &self.found.marks {
                let is_hit = |hit: &Hit| (hit.block, hit.range.start) < (place.block, place.range.start);
                let at = held.hits.partition_point(is_hit);
                let is_held = held.hits.get(at).is_some_and(|hit| hit.range == place.range);
                if is_held && passes(place.block) {
                    if let Some(unit) = units.get_mut(self.unit(scope, place.block, place.sentence)) {
                        *unit = true;
                    }
                }
            }
            *slot = units.into_iter().filter(|&unit| unit).count();
        }
        counts
    }

    /// For each unit of a scope, whether one of the places lies in it.
    fn units(&self, scope: Scope, places: &[Place]) -> Vec<bool> {
        let mut units = vec![false; self.n_units(scope)];
        for place in places {
            if let Some(unit) = units.get_mut(self.unit(scope, place.block, place.sentence)) {
                *unit = true;
            }
        }
        units
    }

    /// The number of the unit in which a sentence of a block lies. What belongs to no exchange or
    /// topic is a unit of its own.
    fn unit(&self, scope: Scope, block: usize, sentence: usize) -> usize {
        let ground = self.ground.blocks.get(block);
        match scope {
            Scope::Sentence => sentence,
            Scope::Speech => block,
            Scope::Exchange => ground
                .and_then(|block| block.exchange)
                .map_or(self.ground.n_exchanges + block, |exchange| exchange.idx()),
            Scope::Topic => ground
                .and_then(|block| block.topic)
                .map_or(self.ground.n_topics + block, |topic| topic.idx()),
            Scope::Meeting => 0,
        }
    }

    fn n_units(&self, scope: Scope) -> usize {
        let n_blocks = self.ground.blocks.len();
        match scope {
            Scope::Sentence => self.n_sentences,
            Scope::Speech => n_blocks,
            Scope::Exchange => self.ground.n_exchanges + n_blocks,
            Scope::Topic => self.ground.n_topics + n_blocks,
            Scope::Meeting => 1,
        }
    }
}

/// The words of the heading of each topic, folded.
fn headings<'a>(ground: &Ground, index: &'a Index) -> Vec<&'a str> {
    let mut headings = vec![""; ground.n_topics];
    for (block, texts) in ground.blocks.iter().zip(&index.blocks) {
        let slot = block.topic.filter(|_| block.is_heading).and_then(|topic| headings.get_mut(topic.idx()));
        if let Some((slot, text)) = slot.zip(texts.first()) {
            *slot = text.text();
        }
    }
    headings
}

/// Whether a term of a field holds at a block.
fn names(term: &Term, block: &BlockGround, headings: &[&str]) -> bool {
    match term.field {
        Field::Text => false,
        Field::Speaker => matcher::names(&block.speaker, term),
        Field::Topic => {
            let heading = block.topic.and_then(|topic| headings.get(topic.idx())).copied();
            matcher::names(&block.subjects, term) || heading.is_some_and(|words| matcher::names(words, term))
        }
    }
}
