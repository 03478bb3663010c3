//! Many meetings searched at the speed of memory.
//!
//! 1. [`talk`] is what is asked and answered.
//!
//! May live here: folded text, directories of it, plans for a query. May not: what is shown (`app`),
//! where the meetings come from (`shelf`), threads and clocks (`bin/engine`, `browser`).

pub mod talk;

pub use talk::{Answer, Found, Progress, Question};

/// One block of a meeting as it is fed: a heading, a speech, a narrative, a stretch of plain text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Fed<'a> {
    /// Its texts (paragraphs), each in the pieces that follow each other without a gap.
    pub texts: Vec<Vec<&'a str>>,
    /// Whom 話者: finds: the label and the name where it is proved, each on a line.
    pub speaker: &'a str,
    /// What 話題: finds: the heading of the topic and the subjects, each on a line.
    pub topic: &'a str,
    /// The number of who speaks, for the choice of persons; [`NOBODY`] for what is not spoken.
    pub person: u32,
}

/// The number of a person for what nobody speaks. No choice of persons lets it through.
pub const NOBODY: u32 = u32::MAX;
