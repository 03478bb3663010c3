//! What is said of a text that could be read: the notes of its reader and the findings of its parser, as one list.
//!
//! May live here: their order, and where they stand. May not: their sentences (`read`, `diagnostics`).

use super::input::Text;
use crate::diagnostics::{Diagnostic, Lang, Severity};
use crate::import::Container;
use crate::read::Note;
use crate::source::{Source, TextRange};

/// Something that is said of a text.
pub(super) struct Remark<'a> {
    said: Said<'a>,
    line: Option<usize>,
}

enum Said<'a> {
    Note(&'a Note),
    Finding(&'a Diagnostic),
}

/// Everything that is said of a text, in the order of its lines; what is about the whole stands first.
pub(super) fn remarks(text: &Text) -> Vec<Remark<'_>> {
    let minutes = &text.minutes;
    let notes = text.notes.iter().map(|note| Remark { said: Said::Note(note), line: note.line });
    let findings = minutes.diagnostics.iter().map(|finding| {
        let line = Some(finding.line(&minutes.source));
        Remark { said: Said::Finding(finding), line }
    });
    let mut remarks: Vec<Remark> = notes.chain(findings).collect();
    remarks.sort_by_key(|remark| (remark.line, remark.start()));
    remarks
}

impl<'a> Remark<'a> {
    /// The stable name by which it is called.
    pub fn code(&self) -> &'a str {
        match self.said {
            Said::Note(note) => note.matter.code(),
            Said::Finding(finding) => finding.code(),
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self.said {
            Said::Note(note) => note.matter.severity(),
            Said::Finding(finding) => finding.severity(),
        }
    }

    /// The line, from 1.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    fn start(&self) -> u32 {
        match self.said {
            Said::Note(_) => 0,
            Said::Finding(finding) => finding.range.start,
        }
    }

    /// The words in question, or the line without its end where only that is known; nothing where the text as
    /// a whole is meant.
    pub fn range(&self, text: &Text) -> Option<TextRange> {
        let source = &text.minutes.source;
        match self.said {
            // The lines of a container are not those of the text that was taken out of it.
            Said::Note(note) if text.container == Container::Text => {
                note.line.map(|line| without_end(source, line))
            }
            Said::Note(_) => None,
            Said::Finding(finding) => (finding.range != TextRange::default()).then_some(finding.range),
        }
    }

    /// Whether the range is that of words, and not just of a line.
    pub fn has_words(&self) -> bool {
        matches!(self.said, Said::Finding(_))
    }

    /// The words in question on one line, shortened.
    pub fn words(&self, text: &Text) -> String {
        match self.said {
            Said::Note(_) => String::new(),
            Said::Finding(finding) => finding.words(&text.minutes.source),
        }
    }

    /// The sentence for people.
    pub fn message(&self, lang: Lang, text: &Text) -> String {
        match self.said {
            Said::Note(note) => note.message(lang),
            Said::Finding(finding) => finding.message(lang, &text.minutes.source),
        }
    }

    /// What can be done about it.
    pub fn help(&self, lang: Lang) -> Option<&'static str> {
        match self.said {
            Said::Note(_) => None,
            Said::Finding(finding) => finding.help(lang),
        }
    }
}

/// A line, from 1, without its end.
pub(super) fn without_end(source: &Source, line: usize) -> TextRange {
    let range = source.line_range(line);
    let len = source.slice(range).trim_end_matches(['\n', '\r']).len();
    TextRange { start: range.start, end: range.start + len as u32 }
}

/// Counts columns. Asked in the order of the text it looks at no character twice, however long a line is.
pub(super) struct Columns<'a> {
    source: &'a Source,
    line: usize,
    at: u32,
    column: usize,
}

impl<'a> Columns<'a> {
    pub fn of(source: &'a Source) -> Columns<'a> {
        Columns { source, line: 1, at: 0, column: 1 }
    }

    /// The column of a byte, in characters from 1.
    pub fn at(&mut self, offset: u32) -> usize {
        let line = self.source.line(offset);
        if line != self.line || offset < self.at {
            (self.line, self.at, self.column) = (line, self.source.line_range(line).start, 1);
        }
        let between = TextRange { start: self.at, end: offset };
        self.column += self.source.slice(between).chars().count();
        self.at = offset;
        self.column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_from_one_in_any_order() {
        let source = Source::new("あ𠮷い\r\n葛\u{E0100}城\n");
        let mut columns = Columns::of(&source);
        let mut at = |words: &str| columns.at(source.text().find(words).unwrap() as u32);
        assert_eq!(at("い"), 3);
        assert_eq!(at("𠮷"), 2);
        assert_eq!(at("城"), 3);
        assert_eq!(at("葛"), 1);
        assert_eq!(at("あ"), 1);
    }
}
