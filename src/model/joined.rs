//! A prose as one text, and the way back from it to the source.
//!
//! May live here: offsets. May not: what the text says.

use std::ops::Range;

use super::{Join, Prose};
use crate::source::{Source, TextRange};

/// A prose joined into one text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct JoinedText {
    text: String,
    /// For each piece where it begins in `text` and in the source.
    starts: Vec<(usize, usize)>,
}

impl JoinedText {
    /// Joins the pieces of a prose, each verbatim.
    pub fn new(source: &Source, prose: &Prose) -> JoinedText {
        let mut joined = JoinedText::default();
        for (at, piece) in prose.pieces.iter().enumerate() {
            if at > 0 && piece.join == Join::Space {
                joined.text.push(' ');
            }
            joined.starts.push((joined.text.len(), piece.range.start as usize));
            joined.text.push_str(source.slice(piece.range));
        }
        joined
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text without the way back.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The stretch of the source in which the bytes `range` of the text stand, from the first to the
    /// last; what was taken away between two pieces is inside.
    pub fn range(&self, range: Range<usize>) -> TextRange {
        let piece = |byte: usize| {
            let after = self.starts.partition_point(|&(start, _)| start <= byte);
            after.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or_default()
        };
        let back = |(start, source): (usize, usize), byte: usize| source + byte.saturating_sub(start);
        let start = back(piece(range.start), range.start);
        let last = range.end.saturating_sub(1).max(range.start);
        let end = back(piece(last), range.end);
        // Pieces stand in order in whatever was read from a text; where they do not, the ends change places.
        TextRange::new(start.min(end), start.max(end))
    }
}
