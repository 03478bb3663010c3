//! The points of a speech that makes several: 「もう一点、」.
//!
//! May live here: where a further point begins. May not: what is asked in it (`kinds`).

use crate::model::SpeechId;
use crate::source::TextRange;

/// One of several points of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The speech.
    pub speech: SpeechId,
    /// Its number in the speech, from 1.
    pub number: usize,
    /// From its first byte to its last; it may reach over several paragraphs.
    pub range: TextRange,
    /// The words that open it, mark included: `もう一点、`. None for what stands before the first.
    pub opener: Option<TextRange>,
}
