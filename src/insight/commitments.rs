//! What whoever answers promises to do.
//!
//! May live here: which sentences promise. May not: whether it was kept.

use crate::model::SpeechId;
use crate::source::TextRange;

/// A sentence that promises something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Who promises.
    pub speech: SpeechId,
    /// The sentence.
    pub sentence: TextRange,
    /// The words that promise: `検討していきたい`.
    pub phrase: TextRange,
    /// What is promised.
    pub kind: CommitmentKind,
}

/// What is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommitmentKind {
    /// To think about it: 検討.
    Consider,
    /// To look into it: 調査, 確認.
    Investigate,
    /// To tell about it: 報告.
    Report,
    /// To do something: 対応.
    Act,
}

impl CommitmentKind {
    /// All kinds, in the order in which they are listed to readers.
    pub const ALL: [CommitmentKind; 4] =
        [CommitmentKind::Consider, CommitmentKind::Investigate, CommitmentKind::Report, CommitmentKind::Act];

    /// The name by which files and links call it.
    pub fn key(self) -> &'static str {
        match self {
            CommitmentKind::Consider => "consider",
            CommitmentKind::Investigate => "investigate",
            CommitmentKind::Report => "report",
            CommitmentKind::Act => "act",
        }
    }

    /// The kind called `key`.
    pub fn from_key(key: &str) -> Option<CommitmentKind> {
        CommitmentKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}
