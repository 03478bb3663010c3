//! One line: the frame of a table around it, letters set apart by spaces.
//!
//! May live here: what shows in one line. May not: its neighbours.

use std::borrow::Cow;

use super::super::lines::{Laid, Stretch};
use crate::chars::{is_kana, is_kanji, is_space, without_radicals};

/// A shorter line may be a word that is set apart on purpose: `議　長`.
const FEWEST_LETTERS: usize = 6;

/// A line of fewer letters is short.
const SHORT_LINE: usize = 14;

/// Mends a line in place.
pub(super) fn mend(line: &mut Laid) {
    if let Cow::Owned(letters) = without_radicals(&line.text) {
        line.text = letters.into();
    }
    let is_row =
        line.text.len() > 2 && line.text.starts_with(['|', '｜']) && line.text.ends_with(['|', '｜']);
    if is_row || line.text.chars().any(is_frame) {
        unframe(line, is_row);
    }
    if is_set_apart(&line.text) {
        let is_single = |before: Option<char>, c: char, next: Option<char>| {
            is_space(c) && before.is_some_and(|c| !is_space(c)) && next.is_some_and(|c| !is_space(c))
        };
        retain(line, |before, c, next| !is_single(before, c, next));
    }
}

/// Keeps the letters that `keep` wants, given the letters beside each.
fn retain(line: &mut Laid, mut keep: impl FnMut(Option<char>, char, Option<char>) -> bool) {
    let mut mended = Mended::default();
    let mut before = None;
    let text = line.text.as_ref();
    for (at, c) in text.char_indices() {
        let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
        if keep(before, c, next) {
            mended.push(line, at, c);
        }
        before = Some(c);
    }
    mended.into_line(line);
}

/// The line without the lines of the table around its cells; a line of nothing else is furniture.
///
/// The rows of a table in Markdown begin and end with the line between its cells.
fn unframe(line: &mut Laid, is_row: bool) {
    let is_frame = |c: char| is_frame(c) || is_row && matches!(c, '|' | '｜');
    let is_rule = line.text.chars().all(|c| is_space(c) || matches!(c, '─' | '━' | '═' | '┄' | '┈'));
    if is_rule {
        return;
    }
    if line.text.chars().all(|c| is_space(c) || is_frame(c) || is_row && matches!(c, '-' | ':')) {
        line.is_furniture = true;
        return;
    }
    let mut mended = Mended::default();
    let mut gap: Option<(usize, usize)> = None;
    for (at, c) in line.text.char_indices() {
        if is_frame(c) {
            let start = gap.map_or(at, |(start, _)| start);
            gap = Some((start, at + c.len_utf8()));
        } else if !(is_space(c) && (gap.is_some() || mended.text.is_empty())) {
            // Between two cells a space is read.
            if let Some((start, end)) = gap.take().filter(|_| !mended.text.is_empty()) {
                mended.gap(line, start, end);
            }
            mended.push(line, at, c);
        }
    }
    mended.into_line(line);
}

/// The lines with which tables are drawn (Unicode, Box Drawing).
fn is_frame(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{257F}')
}

/// Whether single spaces stand between most of the letters.
fn is_set_apart(text: &str) -> bool {
    let (mut n_letters, mut n_gaps, mut run) = (0usize, 0usize, 0usize);
    for c in text.chars() {
        if is_space(c) {
            run += 1;
        } else {
            n_gaps += usize::from(n_letters > 0 && run == 1);
            n_letters += 1;
            run = 0;
        }
    }
    let is_japanese = || text.chars().filter(|&c| is_kanji(c) || is_kana(c)).count() * 2 >= n_letters;
    // In a short line the spaces may lie between words.
    let share = if n_letters < SHORT_LINE { 8 } else { 6 };
    n_letters >= FEWEST_LETTERS && n_gaps * 10 >= (n_letters - 1) * share && is_japanese()
}

/// A text that is put together anew out of a line.
#[derive(Default)]
struct Mended {
    text: String,
    stretches: Vec<Stretch>,
}

impl Mended {
    /// Takes the letter at byte `at` of the line's text, which stands where it did.
    fn push(&mut self, line: &Laid, at: usize, c: char) {
        if let Some(stretch) = stretch(line, at).filter(|stretch| !stretch.is_verbatim) {
            self.stretches.push(Stretch { at: self.text.len(), ..*stretch });
            self.text.push(c);
            return;
        }
        let from = place(line, at);
        let to = from + c.len_utf8();
        match self.stretches.last_mut() {
            Some(last) if last.is_verbatim && last.to == from => last.to = to,
            _ => self.stretches.push(Stretch { at: self.text.len(), from, to, is_verbatim: true }),
        }
        self.text.push(c);
    }

    /// Reads a space for bytes `start..end` of the line's text.
    fn gap(&mut self, line: &Laid, start: usize, end: usize) {
        let (from, to) = (place(line, start), place(line, end));
        self.stretches.push(Stretch { at: self.text.len(), from, to, is_verbatim: false });
        self.text.push('\t');
    }

    fn into_line(self, line: &mut Laid) {
        let mut text = self.text;
        text.truncate(text.trim_end_matches(is_space).len());
        if text.is_empty() || text.len() == line.text.len() {
            return;
        }
        // What was cut off behind belongs to no stretch any more.
        line.stretches = self.stretches;
        line.stretches.retain(|stretch| stretch.at < text.len());
        if let Some(last) = line.stretches.last_mut().filter(|last| last.is_verbatim) {
            last.to = last.to.min(last.from + text.len() - last.at);
        }
        line.text = text.into();
    }
}

fn stretch<'a>(line: &'a Laid, at: usize) -> Option<&'a Stretch> {
    let n = line.stretches.partition_point(|stretch| stretch.at <= at).saturating_sub(1);
    line.stretches.get(n)
}

fn place(line: &Laid, at: usize) -> usize {
    stretch(line, at).map_or(line.start, |stretch| (stretch.from + at - stretch.at).min(stretch.to))
}
