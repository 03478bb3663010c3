//! Dates, months and years that are spoken of.
//!
//! May live here: dates of which something is missing. May not: whole dates (`model::reading`), and
//! dates told from the day of the meeting: 昨年度 is not resolved.

use crate::model::SpeechId;
use crate::source::TextRange;

/// A date as far as it is printed: `令和6年度`, `令和6年12月`, `3月10日`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The speech it stands in; none in a narrative or in plain text.
    pub speech: Option<SpeechId>,
    /// The block of the body it stands in.
    pub block: usize,
    /// The sentence it stands in.
    pub sentence: TextRange,
    /// The date.
    pub range: TextRange,
    /// The year of the common era, if printed. Of a fiscal year, the one in which it begins.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Whether it is a fiscal year: 年度.
    pub fiscal: bool,
}
