//! The minutes with everything that is computed from them once.
//!
//! May live here: what depends on the minutes alone. May not: anything that a reader chooses.

use std::rc::Rc;

use super::ledger::Ledger;
use super::shared::Shared;
use crate::filter::{self, Choice, Facet, Filter, Ground, Selection};
use crate::insight::{Insight, SubjectId};
use crate::model::{Minutes, Prose, Speech, SpeechId};
use crate::search::Index;
use crate::source::TextRange;

/// Minutes that are ready to be searched and shown. They never change.
#[derive(Debug)]
pub struct Document {
    /// The minutes.
    pub minutes: Minutes,
    /// The name under which a shelf holds them; empty where they stand alone.
    pub name: String,
    /// What is derived from them.
    pub insight: Insight,
    /// Their texts, folded for finding.
    pub index: Index,
    /// The values of every block, for filtering.
    pub ground: Ground,
    /// What was promised, the figures and the dates, ready to be listed.
    pub ledger: Rc<Ledger>,
    /// The length of each speech in characters, its label left out.
    pub speech_chars: Vec<usize>,
    /// The speeches of which the source reads differently from what is shown.
    pub repaired: Vec<SpeechId>,
}

impl Document {
    /// Derives and folds everything once.
    pub fn new(minutes: Minutes) -> Document {
        let insight = Insight::new(&minutes);
        let index = Index::new(&minutes);
        let ground = Ground::new(&minutes, &insight);
        let chars = |prose: &Prose| -> usize {
            prose.pieces.iter().map(|piece| minutes.source.slice(piece.range).chars().count()).sum()
        };
        let of_speech = |speech: &Speech| speech.paragraphs.iter().map(chars).sum();
        let speech_chars = minutes.speeches.iter().map(of_speech).collect();
        let repaired = minutes.speeches.iter().filter(|speech| is_repaired(&minutes, speech));
        let repaired = repaired.map(|speech| speech.id).collect();
        let ledger = Rc::new(Ledger::new(&minutes, &insight));
        Document { minutes, name: String::new(), insight, index, ground, ledger, speech_chars, repaired }
    }

    /// What a filter lets through.
    pub fn select(&self, filter: &Filter) -> Selection {
        filter::select(&self.ground, &self.index, filter)
    }

    /// Whether what is chosen of one facet lets a speech through.
    pub fn lets(&self, filter: &Filter, facet: Facet, speech: SpeechId) -> bool {
        let block = self.ground.block_of(speech).and_then(|at| self.ground.blocks.get(at));
        block.is_none_or(|block| filter.lets(facet, &block.values))
    }

    /// Whether these minutes have what would be chosen.
    pub fn has(&self, choice: Choice) -> bool {
        match choice {
            Choice::Label(id) => self.minutes.label(id).is_some(),
            Choice::Topic(id) => self.minutes.topic(id).is_some(),
            Choice::Agenda(id) => id.idx() < self.minutes.agenda_items().len(),
            Choice::Subject(id) => id.idx() < self.insight.subjects.len(),
            Choice::Speech(id) => self.minutes.speech(id).is_some(),
            Choice::Role(_) | Choice::Kind(_) => true,
        }
    }

    /// Whether a speech has a point of this number, from 1.
    pub fn has_point(&self, speech: SpeechId, point: usize) -> bool {
        let points = self.insight.points.get(speech.idx());
        points.is_some_and(|points| (1..=points.len()).contains(&point))
    }

    /// The name of a subject as printed.
    pub fn subject_name(&self, id: SubjectId) -> Option<String> {
        let subject = self.insight.subjects.get(id.idx())?;
        Some(self.minutes.source.slice(subject.name).to_owned())
    }

    /// The length of a speech in characters, its label left out.
    pub fn chars_of(&self, speech: SpeechId) -> usize {
        self.speech_chars.get(speech.idx()).copied().unwrap_or_default()
    }
}

/// Whether the source reads differently from what is shown: a sentence was joined, or a running
/// number before the label is left out.
fn is_repaired(minutes: &Minutes, speech: &Speech) -> bool {
    let before = TextRange { start: speech.range.start, end: speech.printed.range().start };
    speech.paragraphs.iter().any(Prose::is_repaired)
        || minutes.source.slice(before).contains(char::is_alphanumeric)
}

/// A document as components pass it on.
pub type SharedDocument = Shared<Document>;

impl SharedDocument {
    /// Makes the minutes ready and shares them.
    pub fn new(minutes: Minutes) -> SharedDocument {
        Document::new(minutes).into()
    }

    /// Minutes that a shelf holds under this name.
    pub fn of_shelf(name: String, minutes: Minutes) -> SharedDocument {
        Document { name, ..Document::new(minutes) }.into()
    }
}
