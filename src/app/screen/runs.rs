//! Text cut where hits begin and end and where pieces were joined.

use super::{Frame, Run, RunKind};
use crate::filter::Hit;
use crate::model::{Join, Prose};
use crate::source::TextRange;

/// The hits of one text, with the number of the first of them.
#[derive(Clone, Copy)]
pub struct Marks<'a> {
    pub first: usize,
    pub hits: &'a [Hit],
}

impl Marks<'_> {
    /// The hits in the text numbered `text` of a block.
    pub fn of_text(self, text: usize) -> Self {
        let start = self.hits.partition_point(|hit| hit.text < text);
        let end = self.hits.partition_point(|hit| hit.text <= text);
        Marks { first: self.first + start, hits: self.hits.get(start..end).unwrap_or_default() }
    }
}

/// A text as it reads. A hit over a join is marked on both sides under one number.
pub fn prose(frame: &Frame, prose: &Prose, marks: Marks) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, piece) in prose.pieces.iter().enumerate() {
        if at > 0 {
            runs.push(match piece.join {
                Join::Space => Run { text: " ".to_owned(), kind: RunKind::Text },
                join => Run { text: String::new(), kind: RunKind::Join(join) },
            });
        }
        stretch(frame, piece.range, marks, &mut runs);
    }
    runs
}

/// A stretch of the source, line by line as it stands.
pub fn lines(frame: &Frame, range: TextRange, marks: Marks) -> Vec<Vec<Run>> {
    let mut out = Vec::new();
    for line in line_ranges(frame.source().slice(range), range.start) {
        let mut runs = Vec::new();
        stretch(frame, line, marks, &mut runs);
        out.push(runs);
    }
    out
}

/// The lines of a text without their ends; blank ones at the end are left out.
pub fn line_ranges(text: &str, offset: u32) -> Vec<TextRange> {
    let mut out = Vec::new();
    let mut start = offset as usize;
    let mut rest = text.trim_end();
    while !rest.is_empty() {
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        out.push(TextRange::new(start, start + length));
        let (_, after) = rest.split_at(length);
        let end = if after.starts_with("\r\n") { 2 } else { usize::from(!after.is_empty()) };
        let (_, next) = after.split_at(end);
        start += length + end;
        rest = next;
    }
    out
}

fn stretch(frame: &Frame, range: TextRange, marks: Marks, runs: &mut Vec<Run>) {
    let mut push = |range: TextRange, kind: RunKind| {
        if !range.is_empty() {
            runs.push(Run { text: frame.source().slice(range).to_owned(), kind });
        }
    };
    let skip = marks.hits.partition_point(|hit| hit.range.end <= range.start);
    let mut at = range.start;
    for (number, hit) in marks.hits.iter().enumerate().skip(skip) {
        if hit.range.start >= range.end {
            break;
        }
        let index = marks.first + number;
        let marked = TextRange { start: hit.range.start.max(at), end: hit.range.end.min(range.end) };
        push(TextRange { start: at, end: marked.start }, RunKind::Text);
        push(marked, RunKind::Hit { index, current: index == frame.hit });
        at = marked.end;
    }
    push(TextRange { start: at, end: range.end }, RunKind::Text);
}
