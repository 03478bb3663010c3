//! What a speech does: it asks, answers, thinks aloud, explains, or leads the meeting.
//!
//! May live here: what shows the kind of a speech. May not: which answer belongs to which question
//! (`exchanges`), the words themselves (`cues`).

use crate::model::SpeechId;
use crate::source::TextRange;

/// What a speech does, and what shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechKind {
    /// What it does.
    pub kind: Kind,
    /// What shows it.
    pub evidence: Evidence,
}

/// What a speech can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It asks: 質問.
    Question,
    /// It answers: 答弁.
    Answer,
    /// It thinks or wishes without asking: 意見.
    Opinion,
    /// It explains unasked: 説明.
    Explanation,
    /// It leads the meeting: 進行.
    Procedure,
}

/// What shows the kind of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// These words of it.
    Words(TextRange),
    /// It follows this question or opinion.
    Answers(SpeechId),
    /// Only the part that the speaker has in the meeting.
    Part,
}

impl Kind {
    /// All kinds, in the order in which they are listed to readers.
    pub const ALL: [Kind; 5] =
        [Kind::Question, Kind::Answer, Kind::Opinion, Kind::Explanation, Kind::Procedure];

    /// The name by which files and links call it.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Question => "question",
            Kind::Answer => "answer",
            Kind::Opinion => "opinion",
            Kind::Explanation => "explanation",
            Kind::Procedure => "procedure",
        }
    }

    /// The kind called `key`.
    pub fn from_key(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}
