//! How sure it is who says what, and under which heading.
//!
//! May live here: which signs make something presumed. May not: the signs themselves (`syntax`), words for readers.

use super::{Attribution, Block, Minutes, Role, Speech, Topic, names_only_a_part};
use crate::diagnostics::Finding;
use crate::syntax::is_dress_alone;

/// How sure something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// The text says it in so many words.
    Stated,
    /// The text only suggests it: by the dress of its labels, by what the chair says.
    Presumed,
}

impl Confidence {
    fn presumed(is_presumed: bool) -> Confidence {
        if is_presumed { Confidence::Presumed } else { Confidence::Stated }
    }

    /// Its name in files.
    pub fn key(self) -> &'static str {
        match self {
            Confidence::Stated => "stated",
            Confidence::Presumed => "presumed",
        }
    }

    /// Of a label, the part it says and who it is said to be: a label that nothing but its dress speaks for is
    /// presumed.
    pub fn of_label(label: &str, role: Role, by: &Attribution) -> Confidence {
        let is_unknown = role == Role::Other && matches!(by, Attribution::Unnamed);
        Confidence::presumed(is_unknown && !names_only_a_part(label) && is_dress_alone(label))
    }
}

impl Minutes {
    /// Whether the labels of the record as a whole can be told from its other words.
    pub fn confidence(&self) -> Confidence {
        Confidence::presumed(self.diagnostics.iter().any(|found| found.finding == Finding::SpeakersPresumed))
    }

    /// Whether a speech has a label that is one beyond doubt.
    pub fn speech_confidence(&self, speech: &Speech) -> Confidence {
        Confidence::of_label(&speech.printed.text(&self.source), speech.role, &speech.by)
    }

    /// Whether the heading of a topic is printed where it begins.
    pub fn topic_confidence(&self, topic: &Topic) -> Confidence {
        Confidence::presumed(topic.called.is_some())
    }
}

/// Whether the speakers are presumed: there is but one label, or much between the speeches is under none.
pub(super) fn are_speakers_presumed(minutes: &Minutes) -> bool {
    let is_speech = |block: &Block| matches!(block, Block::Speech(_));
    let first = minutes.body.iter().position(is_speech);
    let last = minutes.body.iter().rposition(is_speech);
    let (Some(first), Some(last)) = (first, last) else { return false };
    let told = minutes.body.get(first..last).unwrap_or_default().iter().filter(|block| match block {
        Block::Narrative(id) => minutes.narratives.get(id.idx()).is_some_and(|narrative| {
            let words = narrative.prose.text(&minutes.source);
            words.contains('。') && !words.starts_with(['〔', '（', '(', '※'])
        }),
        Block::Plain(_) => true,
        Block::Topic(_) | Block::Speech(_) => false,
    });
    let n_told = told.count();
    let n_said: usize = minutes.speeches.iter().map(|speech| speech.paragraphs.len()).sum();
    minutes.labels.len() < 2 || n_told * 10 > (n_told + n_said) * 4
}
