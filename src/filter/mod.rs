//! Which blocks of the text a choice lets through, and the counts that each facet would give.
//!
//! 1. [`choice`]: what can be chosen.
//! 2. [`ground`]: what every block is, computed once.
//! 3. [`words`]: which blocks hold the words, within each scope.
//! 4. [`select`]: what is let through.
//! 5. `fed`: what an engine over many meetings is given of them.
//!
//! May live here: what is let through. May not: how a choice is made, kept or shown (`app`).
//!
//! - A **speech** is let through if, of each facet, one of its values is chosen or nothing is, and
//!   if it holds the words: one of them stands in it, and all of them in the scope around it.
//! - **Narratives and plain text** are nobody's words: a choice of a facet that only speeches have
//!   hides them. Topic, agenda and the words hold for them as for a speech.
//! - The **heading of a topic** stands over whatever of the topic is let through. It is let through
//!   alone if it holds the words and nothing that only speeches have is chosen.
//! - Without any choice everything is let through, headings without speeches included.
//! - With [`Filter::whole`] the words hide nothing; they are marked and counted as before.
//! - A speech that is [revealed](Filter::revealed) is let through beside the others.
//! - The **count of a choice** says how many speeches would hold the words and be let through if
//!   only it were chosen of its facet, all other facets left as they are, and how many hits stand
//!   in them.

pub mod choice;
mod fed;
pub mod ground;
pub mod words;

pub use crate::search::Place as Hit;
pub use choice::{Choice, Chosen, Facet};
pub use fed::fed;
pub use ground::{BlockGround, Ground, speaker_of};

use crate::model::SpeechId;
use crate::order::sort_by_key;
use crate::search::{Index, Query, Scope};
use words::Words;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Filter {
    /// Only what holds these words.
    pub query: Query,
    /// Where all words must stand.
    pub scope: Scope,
    /// Whether what does not hold the words is let through, too.
    pub whole: bool,
    /// The values chosen of each facet; of a facet without any, all are let through.
    pub chosen: Chosen<Choice>,
    /// Speeches that are let through in any case.
    pub revealed: Chosen<SpeechId>,
}

impl Filter {
    /// Whether anything is chosen.
    pub fn is_active(&self) -> bool {
        !self.query.is_empty() || !self.chosen.is_empty()
    }

    /// Whether the values of a block, in order, pass one facet.
    pub fn lets(&self, facet: Facet, values: &[Choice]) -> bool {
        let mut chosen = self.chosen.of(facet).peekable();
        chosen.peek().is_none() || chosen.any(|choice| values.binary_search(&choice).is_ok())
    }
}

/// Whether a block is let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Shown {
    /// It is hidden.
    #[default]
    No,
    /// It is shown only because it stands beside something else.
    Beside,
    /// It is let through.
    Yes,
}

/// What is let through.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Selection {
    /// For each block of the body, whether it is let through.
    pub shown: Vec<Shown>,
    /// The places of the words of the query in what is let through, in printed order.
    pub hits: Vec<Hit>,
    /// The number of speeches that hold the words and pass every facet.
    pub n_speeches: usize,
    /// What each choice would give, in order; those that would give nothing are left out.
    counts: Vec<(Choice, Count)>,
    /// How many places of each scope, in the order of [`Scope::ALL`], hold all words.
    pub scope_counts: [usize; Scope::ALL.len()],
}

/// What a choice would give, were it the only one of its facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Count {
    /// Speeches that hold the words.
    pub n_speeches: usize,
    /// Hits in them.
    pub n_hits: usize,
}

impl Selection {
    /// The hits in one block, and the number of the first of them.
    pub fn hits_in(&self, block: usize) -> (usize, &[Hit]) {
        let start = self.hits.partition_point(|hit| hit.block < block);
        let end = self.hits.partition_point(|hit| hit.block <= block);
        (start, self.hits.get(start..end).unwrap_or_default())
    }

    /// What a choice would give.
    pub fn count(&self, choice: Choice) -> Count {
        let at = self.counts.binary_search_by_key(&choice, |&(choice, _)| choice);
        at.ok().and_then(|at| self.counts.get(at)).map(|&(_, count)| count).unwrap_or_default()
    }
}

/// Lets blocks through.
pub fn select(ground: &Ground, index: &Index, filter: &Filter) -> Selection {
    let words = Words::new(ground, index, &filter.query);
    let held = words.held(filter.scope);
    let mut shown = vec![Shown::No; ground.blocks.len()];
    let mut has_text = vec![false; ground.n_topics];
    let mut counts: Vec<(Choice, Count)> = Vec::new();
    let mut n_speeches = 0;
    for ((at, block), slot) in ground.blocks.iter().enumerate().zip(&mut shown) {
        if block.is_heading {
            continue;
        }
        let holds = held.blocks.get(at) == Some(&true);
        let failing = facets_that_fail(filter, block);
        if let Some(speech) = block.speech {
            if holds {
                let n_hits = held.n_hits(at);
                let would_pass = |choice: &Choice| match failing {
                    Failing::None => true,
                    Failing::One(facet) => choice.facet() == facet,
                    Failing::Several => false,
                };
                let count = Count { n_speeches: 1, n_hits };
                counts.extend(block.values.iter().filter(|value| would_pass(value)).map(|&v| (v, count)));
                n_speeches += usize::from(failing == Failing::None);
            }
            if filter.revealed.contains(speech) {
                *slot = Shown::Beside;
            }
        }
        if failing == Failing::None && (holds || filter.whole) {
            *slot = Shown::Yes;
        }
        let topic = block.topic.filter(|_| *slot != Shown::No);
        if let Some(has_text) = topic.and_then(|topic| has_text.get_mut(topic.idx())) {
            *has_text = true;
        }
    }
    for ((at, block), slot) in ground.blocks.iter().enumerate().zip(&mut shown) {
        if block.is_heading {
            let stands_alone = (held.blocks.get(at) == Some(&true) || filter.whole)
                && facets_that_fail(filter, block) == Failing::None;
            let stands_over = block.topic.is_some_and(|topic| has_text.get(topic.idx()) == Some(&true));
            if stands_alone || stands_over {
                *slot = Shown::Yes;
            }
        }
    }
    let is_shown = |block: usize| shown.get(block).is_some_and(|shown| *shown != Shown::No);
    let hits = held.hits.iter().filter(|hit| is_shown(hit.block)).copied().collect();
    let passes = |block: &BlockGround| facets_that_fail(filter, block) == Failing::None;
    let scope_counts = words.counts(passes);
    Selection { hits, n_speeches, counts: summed(counts), scope_counts, shown }
}

/// The facets of which other values are chosen than those of a block.
#[derive(Clone, Copy, PartialEq)]
enum Failing {
    None,
    One(Facet),
    Several,
}

fn facets_that_fail(filter: &Filter, block: &BlockGround) -> Failing {
    let mut failing = Failing::None;
    if filter.chosen.is_empty() {
        return failing;
    }
    for facet in Facet::ALL {
        if !filter.lets(facet, &block.values) {
            failing = if failing == Failing::None { Failing::One(facet) } else { Failing::Several };
        }
    }
    failing
}

/// Adds up what was counted for each choice.
fn summed(mut counts: Vec<(Choice, Count)>) -> Vec<(Choice, Count)> {
    sort_by_key(&mut counts, |&(choice, _)| choice);
    counts.dedup_by(|(choice, count), (before, sum)| {
        let is_same = choice == before;
        if is_same {
            sum.n_speeches += count.n_speeches;
            sum.n_hits += count.n_hits;
        }
        is_same
    });
    counts
}
