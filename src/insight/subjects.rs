//! What is spoken about: the phrases with which speeches open, and the speeches that follow them.
//!
//! May live here: what opens a subject, and who belongs to it. May not: headings (`model`).

use super::SubjectId;
use crate::model::{SpeechId, TopicId};
use crate::source::TextRange;

/// Something that speeches open with: `給食費の補助` of 「給食費の補助について、」.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its number.
    pub id: SubjectId,
    /// Its name as printed where it was first opened.
    pub name: TextRange,
    /// The topic under which it was first opened.
    pub topic: Option<TopicId>,
}

/// That a speech belongs to a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The subject.
    pub subject: SubjectId,
    /// What shows it.
    pub because: Because,
    /// The paragraph of the speech from which on it holds, counted from 0.
    pub from: usize,
}

/// Why a speech belongs to a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It opens it, or returns to it, with these words: `給食費の補助について`.
    Opens(TextRange),
    /// It names none and follows this speech, which belongs to it.
    Follows(SpeechId),
}
