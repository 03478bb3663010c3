//! Text that reads as one though it may stand in several pieces.
//!
//! May live here: pieces and how they are joined. May not: where a sentence was cut (`syntax`).

use super::JoinedText;
use crate::source::{Source, TextRange};

/// Text that reads as one, cut out of the source in one or more pieces, in order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Prose {
    /// The pieces; none is empty.
    pub pieces: Vec<Piece>,
}

/// A stretch of the source and how it is tied to the piece before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub range: TextRange,
    /// What lies between it and the piece before; meaningless on the first.
    pub join: Join,
}

/// What was taken away between two pieces so that they read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Join {
    /// A line break inside a sentence.
    #[default]
    Line,
    /// Blank lines inside a sentence, as the edge of a page leaves them.
    Page,
    /// A line break between words that stay apart: a space is read there.
    Space,
    /// What a conversion put between letters of one word: spaces, line breaks.
    Letters,
}

impl Prose {
    /// The text of one piece.
    pub fn one(range: TextRange) -> Prose {
        Prose { pieces: vec![Piece { range, join: Join::Line }] }
    }

    /// From the first character to the last, what was taken away included.
    pub fn range(&self) -> TextRange {
        match (self.pieces.first(), self.pieces.last()) {
            (Some(first), Some(last)) => first.range.cover(last.range),
            _ => TextRange::default(),
        }
    }

    /// The text as it reads: pieces joined, each verbatim.
    pub fn text(&self, source: &Source) -> String {
        JoinedText::new(source, self).into_text()
    }

    /// Whether anything was joined in a way that a reader should be able to see.
    pub fn is_repaired(&self) -> bool {
        self.pieces.iter().skip(1).any(|piece| piece.join != Join::Space)
    }
}
