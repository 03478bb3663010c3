//! The minutes with everything that is computed from them once.
//!
//! May live here: what depends on the minutes alone. May not: anything that a reader chooses.

use std::ops::Deref;
use std::rc::Rc;

use crate::filter::{self, Filter, Selection};
use crate::model::{Minutes, Prose, Speech, SpeechId};
use crate::search::Index;

/// Minutes that are ready to be searched and shown. They never change.
#[derive(Debug)]
pub struct Document {
    /// The minutes.
    pub minutes: Minutes,
    /// Their texts, folded for finding.
    pub index: Index,
    /// The length of each speech in characters, its label left out.
    pub speech_chars: Vec<usize>,
}

impl Document {
    /// Folds every text once.
    pub fn new(minutes: Minutes) -> Document {
        let index = Index::new(&minutes);
        let chars = |prose: &Prose| -> usize {
            prose.pieces.iter().map(|piece| minutes.source.slice(piece.range).chars().count()).sum()
        };
        let of_speech = |speech: &Speech| speech.paragraphs.iter().map(chars).sum();
        let speech_chars = minutes.speeches.iter().map(of_speech).collect();
        Document { minutes, index, speech_chars }
    }

    /// What a filter lets through.
    pub fn select(&self, filter: &Filter) -> Selection {
        filter::select(&self.minutes, &self.index, filter)
    }

    /// The length of a speech in characters, its label left out.
    pub fn chars_of(&self, speech: SpeechId) -> usize {
        self.speech_chars.get(speech.idx()).copied().unwrap_or_default()
    }
}

/// A document as components pass it on: two are equal only if they are the same one.
#[derive(Clone, Debug)]
pub struct SharedDocument(Rc<Document>);

impl SharedDocument {
    /// Makes the minutes ready and shares them.
    pub fn new(minutes: Minutes) -> SharedDocument {
        SharedDocument(Rc::new(Document::new(minutes)))
    }
}

impl Deref for SharedDocument {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.0
    }
}

impl PartialEq for SharedDocument {
    fn eq(&self, other: &SharedDocument) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
