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
    /// For each piece the byte of `text` at which it begins, and where it stands in the source.
    pieces: Vec<(usize, Range<usize>)>,
}

impl JoinedText {
    /// Joins the pieces of a prose, each verbatim.
    pub fn new(source: &Source, prose: &Prose) -> JoinedText {
        let mut joined = JoinedText::default();
        for (at, piece) in prose.pieces.iter().enumerate() {
            if at > 0 && piece.join == Join::Space {
                joined.text.push(' ');
            }
            let words = source.slice(piece.range);
            let start = piece.range.start as usize;
            joined.pieces.push((joined.text.len(), start..start + words.len()));
            joined.text.push_str(words);
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
        let first = self.pieces.partition_point(|(start, _)| *start <= range.start).saturating_sub(1);
        let mut found: Option<TextRange> = None;
        for (start, stands) in self.pieces.iter().skip(first).take_while(|(start, _)| *start < range.end) {
            let back = |byte: usize| (stands.start + byte.saturating_sub(*start)).min(stands.end);
            let part = TextRange::new(back(range.start), back(range.end));
            found = Some(found.map_or(part, |found| found.cover(part)));
        }
        found.unwrap_or_default()
    }
}
