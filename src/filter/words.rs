//! Which blocks hold the words of a query, within each scope.
//!
//! The text is scanned once for each word; each scope is decided from the places found.
//!
//! May live here: words, fields and scopes. May not: facets.

use super::{BlockGround, Ground, Hit};
use crate::search::query::{Field, Term};
use crate::search::{Found, Index, Query, Scope, find_all, matcher};

/// The words of a query, found.
pub struct Words<'a> {
    ground: &'a Ground,
    index: &'a Index,
    query: &'a Query,
    found: Found,
    /// The heading of each topic, folded.
    headings: Vec<&'a str>,
}

/// The blocks that hold the words, and the places of the words in them.
pub struct Held {
    /// For each block, whether it does.
    pub blocks: Vec<bool>,
    /// The places, in printed order.
    pub hits: Vec<Hit>,
}

impl Held {
    /// The number of hits in a block.
    pub fn n_hits(&self, block: usize) -> usize {
        let before = |block| self.hits.partition_point(|hit| hit.block < block);
        before(block + 1) - before(block)
    }
}

impl<'a> Words<'a> {
    /// Scans the text.
    pub fn new(ground: &'a Ground, index: &'a Index, query: &'a Query) -> Words<'a> {
        let found = find_all(index, query);
        Words { ground, index, query, found, headings: headings(ground, index) }
    }

    /// The blocks that hold the words where all must meet within one `scope`: in the unit around
    /// the block every word stands, none that is excluded does, and one of the words stands in
    /// the block itself.
    pub fn held(&self, scope: Scope) -> Held {
        let n_blocks = self.ground.blocks.len();
        if self.query.is_empty() {
            return Held { blocks: vec![true; n_blocks], hits: Vec::new() };
        }
        // Without words there are no sentences to tell apart.
        let scope = if self.query.has_text() || scope != Scope::Sentence { scope } else { Scope::Speech };
        let units = self.found.units(self.n_units(scope), &|place| self.unit_of(scope, place));
        let holds = |block: usize, unit: usize| {
            let ground = self.ground.blocks.get(block);
            units.hold(unit, &|term| ground.is_some_and(|ground| self.names(term, ground)))
        };
        let hits =
            self.found.hits(&|place| self.unit_of(scope, place).is_some_and(|unit| holds(place.block, unit)));
        let mut blocks = vec![false; n_blocks];
        for hit in &hits {
            if let Some(slot) = blocks.get_mut(hit.block) {
                *slot = true;
            }
        }
        // A field may be all that a block is asked for. No sentence of it is meant then.
        let is_mixed = |group: &&Vec<Term>| group.iter().any(|term| term.field == Field::Text);
        for ((at, block), slot) in self.ground.blocks.iter().enumerate().zip(&mut blocks) {
            let mut mixed = self.query.all.iter().filter(is_mixed).flatten();
            if !*slot && (!self.query.has_text() || mixed.any(|term| self.names(term, block))) {
                let unit = if scope == Scope::Sentence { usize::MAX } else { self.unit(scope, at) };
                *slot = holds(at, unit);
            }
        }
        Held { blocks, hits }
    }

    /// How many units of each scope hold the words, counted over the blocks that `pass`.
    pub fn counts(&self, pass: impl Fn(&BlockGround) -> bool) -> [usize; Scope::ALL.len()] {
        let mut counts = [0; Scope::ALL.len()];
        if !self.query.has_text() {
            return counts;
        }
        for (scope, slot) in Scope::ALL.into_iter().zip(&mut counts) {
            let mut units = vec![false; self.n_units(scope)];
            for hit in self.held(scope).hits {
                let unit = self.unit_of(scope, &hit).and_then(|unit| units.get_mut(unit));
                if let Some(unit) = unit.filter(|_| self.ground.blocks.get(hit.block).is_some_and(&pass)) {
                    *unit = true;
                }
            }
            *slot = units.into_iter().filter(|&unit| unit).count();
        }
        counts
    }

    /// The number of the unit in which a place lies.
    fn unit_of(&self, scope: Scope, place: &Hit) -> Option<usize> {
        match scope {
            Scope::Sentence => self.index.sentence(place),
            _ => Some(self.unit(scope, place.block)),
        }
    }

    /// The number of the unit, larger than a sentence, in which a block lies. What belongs to no
    /// exchange or topic is a unit of its own.
    fn unit(&self, scope: Scope, block: usize) -> usize {
        let ground = self.ground.blocks.get(block);
        let exchange = ground.and_then(|block| block.exchange);
        let topic = ground.and_then(|block| block.topic);
        match scope {
            Scope::Sentence | Scope::Speech => block,
            Scope::Exchange => exchange.map_or(self.ground.n_exchanges + block, |exchange| exchange.idx()),
            Scope::Topic => topic.map_or(self.ground.n_topics + block, |topic| topic.idx()),
            Scope::Meeting => 0,
        }
    }

    fn n_units(&self, scope: Scope) -> usize {
        let n_blocks = self.ground.blocks.len();
        match scope {
            Scope::Sentence => self.index.n_sentences,
            Scope::Speech => n_blocks,
            Scope::Exchange => self.ground.n_exchanges + n_blocks,
            Scope::Topic => self.ground.n_topics + n_blocks,
            Scope::Meeting => 1,
        }
    }

    /// Whether a term that asks for a speaker or a topic is true of a block.
    fn names(&self, term: &Term, block: &BlockGround) -> bool {
        match term.field {
            Field::Text => false,
            Field::Speaker => matcher::names(&block.speaker, term),
            Field::Topic => {
                let heading = block.topic.and_then(|topic| self.headings.get(topic.idx()));
                matcher::names(&block.subjects, term)
                    || heading.is_some_and(|text| matcher::names(text, term))
            }
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
