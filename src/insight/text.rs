//! Speeches as they read, cut into sentences once for everything that is derived from them.
//!
//! May live here: cutting, and the way back to the source. May not: what the words mean.

use std::ops::Range;

use crate::model::{JoinedText, Minutes, Prose, Speech, sentence_ranges};
use crate::source::{Source, TextRange};

/// A paragraph as it reads, with its sentences.
pub(super) struct Paragraph {
    joined: JoinedText,
    /// The sentences, as ranges of the text.
    pub sentences: Vec<Range<usize>>,
}

/// The paragraphs of every speech; `SpeechId` is the index.
pub(super) type Speeches = Vec<Vec<Paragraph>>;

impl Paragraph {
    pub(super) fn new(source: &Source, prose: &Prose) -> Paragraph {
        let joined = JoinedText::new(source, prose);
        let sentences = sentence_ranges(joined.text());
        Paragraph { joined, sentences }
    }

    pub(super) fn text(&self) -> &str {
        self.joined.text()
    }

    /// The words of a range of the text.
    pub(super) fn words(&self, range: Range<usize>) -> &str {
        self.text().get(range).unwrap_or_default()
    }

    /// Where a range of the text stands in the source.
    pub(super) fn range(&self, range: Range<usize>) -> TextRange {
        self.joined.range(range)
    }

    /// The sentence in which a byte of the text stands.
    pub(super) fn sentence_at(&self, byte: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.end <= byte);
        self.sentences.get(at).cloned().unwrap_or(byte..byte)
    }
}

pub(super) fn speeches(minutes: &Minutes) -> Speeches {
    let paragraphs = |speech: &Speech| {
        speech.paragraphs.iter().map(|prose| Paragraph::new(&minutes.source, prose)).collect()
    };
    minutes.speeches.iter().map(paragraphs).collect()
}

/// The lines of a stretch of plain text, each a paragraph: lines that nothing recognised, such as
/// those of a table, are not tied to each other.
pub(super) fn lines(source: &Source, range: TextRange) -> Vec<Paragraph> {
    let mut start = range.start as usize;
    let mut out = Vec::new();
    for line in source.slice(range).split_inclusive(['\n', '\r']) {
        let end = start + line.len();
        out.push(Paragraph::new(source, &Prose::one(TextRange::new(start, end))));
        start = end;
    }
    out
}
