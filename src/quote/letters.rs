//! What was said, letter by letter, and the way back to the source.
//!
//! May live here: which letters count, where they stand. May not: what they are compared with.

use std::ops::Range;

use super::Mark;
use crate::model::{Minutes, Prose, SpeechId};
use crate::source::{Source, TextRange};

/// The letters of all speeches in printed order, labels and white space left out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Letters {
    letters: Vec<char>,
    /// The byte of the source at which each letter begins.
    bytes: Vec<u32>,
    /// The letter at which each speech begins; one more at the end.
    starts: Vec<usize>,
}

/// The letters of a text that somebody holds in hand.
pub fn letters_of(text: &str) -> Vec<char> {
    text.chars().filter(|&c| counts(c)).collect()
}

/// White space and marks without width change on the way through mails and pages.
fn counts(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

impl Letters {
    /// The letters of these minutes.
    pub fn of(minutes: &Minutes) -> Letters {
        let mut all = Letters::default();
        for speech in &minutes.speeches {
            all.starts.push(all.letters.len());
            for prose in &speech.paragraphs {
                all.add(&minutes.source, prose);
            }
        }
        all.starts.push(all.letters.len());
        all
    }

    fn add(&mut self, source: &Source, prose: &Prose) {
        for piece in &prose.pieces {
            let letters = source.slice(piece.range).char_indices().filter(|&(_, c)| counts(c));
            for (byte, letter) in letters {
                self.letters.push(letter);
                self.bytes.push(piece.range.start + byte as u32);
            }
        }
    }

    /// All letters.
    pub fn all(&self) -> &[char] {
        &self.letters
    }

    /// The number of speeches.
    pub fn n_speeches(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Which of all letters are those of a speech.
    pub fn range_of(&self, speech: SpeechId) -> Range<usize> {
        let start = self.starts.get(speech.idx()).copied();
        let end = self.starts.get(speech.idx() + 1).copied();
        start.zip(end).map_or(0..0, |(start, end)| start..end)
    }

    /// The letters of a speech.
    pub fn of_speech(&self, speech: SpeechId) -> &[char] {
        self.slice(self.range_of(speech))
    }

    /// Some of all letters; none where the range is not one of them.
    pub fn slice(&self, range: Range<usize>) -> &[char] {
        self.letters.get(range).unwrap_or_default()
    }

    /// What tells a speech from one that reads differently.
    pub fn mark(&self, speech: SpeechId) -> Mark {
        Mark::of(self.of_speech(speech).iter().copied())
    }

    /// Where some of all letters stand in the source, from the first to the last.
    pub fn source_range(&self, range: Range<usize>) -> TextRange {
        let last = range.end.checked_sub(1).filter(|&last| last >= range.start);
        let ends = last.and_then(|last| Some((self.bytes.get(last)?, self.letters.get(last)?)));
        match self.bytes.get(range.start).zip(ends) {
            Some((&start, (&end, letter))) => TextRange { start, end: end + letter.len_utf8() as u32 },
            None => TextRange::default(),
        }
    }

    /// Where `words` stand in a speech; of several places the one before which most nearly `before`
    /// stands. Nothing where they do not stand in it.
    pub fn find(&self, speech: SpeechId, words: &str, before: &str) -> Option<TextRange> {
        let words = letters_of(words);
        let n_before = letters_of(before).len();
        let whole = self.range_of(speech);
        let here = self.slice(whole.clone()).windows(words.len().max(1)).enumerate();
        let places = here.filter(|(_, here)| *here == words).map(|(at, _)| at);
        let at = whole.start + places.min_by_key(|at| at.abs_diff(n_before))?;
        Some(self.source_range(at..at + words.len()))
    }

    /// The letters of a speech that stand in a stretch of the source.
    pub fn within(&self, speech: SpeechId, range: TextRange) -> Range<usize> {
        let Range { start, end } = self.range_of(speech);
        let bytes = self.bytes.get(start..end).unwrap_or_default();
        let at = |byte: u32| start + bytes.partition_point(|&at| at < byte);
        at(range.start)..at(range.end)
    }
}
