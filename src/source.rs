//! The text as received, and places in it.
//!
//! May live here: offsets and what they mean. May not: what the text says.

use std::ops::Range;

/// A text, kept exactly as it was received, with an index of its lines.
///
/// Offsets are UTF-8 bytes in `u32`: a text of 4 GiB is refused before it gets here.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    text: String,
    /// The offset at which each line starts; the first is 0.
    line_starts: Vec<u32>,
}

/// A stretch of a [`Source`], in UTF-8 bytes, end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextRange {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl TextRange {
    /// The range from `start` to `end`.
    pub fn new(start: usize, end: usize) -> TextRange {
        TextRange { start: start as u32, end: end as u32 }
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// The range as indices of a string.
    pub fn to_usize(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest range that holds both.
    pub fn cover(self, other: TextRange) -> TextRange {
        TextRange { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: TextRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl Source {
    /// Takes the text. Lines end where Unicode says that they have to (UAX #14): at LF, CRLF, a lone CR, VT, FF,
    /// NEL and the separators of lines and paragraphs.
    pub fn new(text: impl Into<String>) -> Source {
        let text = text.into();
        let bytes = text.as_bytes();
        let mut line_starts = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            let before = |n: usize| at.checked_sub(n).and_then(|at| bytes.get(at)).copied();
            let ends = match byte {
                b'\n' | b'\x0B' | b'\x0C' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                // U+0085, and U+2028 and U+2029.
                0x85 => before(1) == Some(0xC2),
                0xA8 | 0xA9 => before(1) == Some(0x80) && before(2) == Some(0xE2),
                _ => false,
            };
            if ends {
                line_starts.push(at as u32 + 1);
            }
        }
        Source { text, line_starts }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range of the whole text.
    pub fn range(&self) -> TextRange {
        TextRange::new(0, self.text.len())
    }

    /// The text of `range`; empty where the range is not one of this text.
    pub fn slice(&self, range: TextRange) -> &str {
        self.text.get(range.to_usize()).unwrap_or_default()
    }

    /// The number of characters (Unicode scalar values).
    pub fn n_chars(&self) -> usize {
        self.text.chars().count()
    }

    /// The number of lines; an empty text has one.
    pub fn n_lines(&self) -> usize {
        self.line_starts.len()
    }

    /// The line on which the byte `offset` stands, counted from 1 as people do.
    pub fn line(&self, offset: u32) -> usize {
        self.line_starts.partition_point(|&start| start <= offset).max(1)
    }

    /// Line `line`, counted from 1, with its line end.
    pub fn line_range(&self, line: usize) -> TextRange {
        let start = line.checked_sub(1).and_then(|i| self.line_starts.get(i)).copied();
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len() as u32);
        TextRange { start: start.unwrap_or(end), end }
    }
}
