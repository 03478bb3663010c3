//! Numbers with their units.
//!
//! May live here: how numbers are printed and which units make them figures. May not: dates (`dates`),
//! and what a figure is worth: it is shown as printed.

use crate::model::SpeechId;
use crate::source::TextRange;

/// A number with its unit: `71人`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The speech it stands in; none in a narrative or in plain text.
    pub speech: Option<SpeechId>,
    /// The block of the body it stands in.
    pub block: usize,
    /// The sentence it stands in.
    pub sentence: TextRange,
    /// The number with its unit.
    pub range: TextRange,
    /// The unit alone.
    pub unit: TextRange,
}
