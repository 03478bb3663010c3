//! Text cut where hits begin and end and where pieces were joined.

use super::{Frame, Run, RunKind};
use crate::filter::Hit;
use crate::model::{Join, Prose};
use crate::source::TextRange;

/// What is marked in one text: its hits with the number of the first of them, and what else
/// stands out, each list in order and without overlaps.
#[derive(Clone, Copy, Default)]
pub struct Marks<'a> {
    pub first: usize,
    pub hits: &'a [Hit],
    /// The phrases that promise something.
    pub promises: &'a [TextRange],
    /// The places at which points of a speech begin, with their numbers.
    pub points: &'a [(u32, usize)],
    /// The sentence that is being read aloud.
    pub aloud: TextRange,
    /// The sentence that is looked for.
    pub pointed: TextRange,
}

impl Marks<'_> {
    /// The marks in the text numbered `text` of a block.
    pub fn of_text(self, text: usize) -> Self {
        let start = self.hits.partition_point(|hit| hit.text < text);
        let end = self.hits.partition_point(|hit| hit.text <= text);
        Marks { first: self.first + start, hits: self.hits.get(start..end).unwrap_or_default(), ..self }
    }
}

/// A text as it reads. A hit over a join is marked on both sides under one number.
pub fn prose(frame: &Frame, prose: &Prose, marks: Marks) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, piece) in prose.pieces.iter().enumerate() {
        if at > 0 {
            runs.push(match piece.join {
                Join::Space => Run { text: " ".to_owned(), ..Run::default() },
                join => Run { kind: RunKind::Join(join), ..Run::default() },
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

/// A stretch cut wherever a mark begins or ends, so that every run is of one kind throughout.
fn stretch(frame: &Frame, range: TextRange, marks: Marks, runs: &mut Vec<Run>) {
    let mut hit = marks.hits.partition_point(|hit| hit.range.end <= range.start);
    let mut promise = marks.promises.partition_point(|promise| promise.end <= range.start);
    let mut point = marks.points.partition_point(|&(at, _)| at < range.start);
    let mut at = range.start;
    while at < range.end {
        if let Some(&(_, number)) = marks.points.get(point).filter(|(start, _)| *start == at) {
            runs.push(Run { kind: RunKind::Point(number), ..Run::default() });
            point += 1;
        }
        let marked = marks.hits.get(hit).map(|hit| hit.range);
        let promised = marks.promises.get(promise).copied();
        let edges = [marked, promised, Some(marks.aloud), Some(marks.pointed)].into_iter().flatten();
        let edges = edges.flat_map(|mark| [mark.start, mark.end]);
        let edges = edges.chain(marks.points.get(point).map(|&(start, _)| start));
        let end = edges.filter(|&edge| edge > at).fold(range.end, u32::min);
        let holds = |mark: Option<TextRange>| mark.is_some_and(|mark| mark.start <= at && at < mark.end);
        let index = marks.first + hit;
        runs.push(Run {
            text: frame.source().slice(TextRange { start: at, end }).to_owned(),
            kind: if holds(marked) {
                RunKind::Hit { index, current: index == frame.hit }
            } else {
                RunKind::Text
            },
            promise: holds(promised),
            aloud: holds(Some(marks.aloud)),
            pointed: holds(Some(marks.pointed)),
        });
        hit += usize::from(marked.is_some_and(|mark| mark.end <= end));
        promise += usize::from(promised.is_some_and(|mark| mark.end <= end));
        at = end;
    }
}
