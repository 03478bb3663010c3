//! Records that set everything said in quotation marks: `○教育長 「開会します。」`
//!
//! Where most speeches stand so, the marks are the dress of speech and no part of what was said.
//!
//! May live here: that dress. May not: quotations inside a speech.

use super::{Minutes, Prose, Speech};
use crate::source::{Source, TextRange};

/// So many speeches make a habit.
const FEWEST: usize = 3;

/// Takes the quotation marks off the speeches, if most of them stand in some.
pub(super) fn unquote(minutes: &mut Minutes) {
    let quoted: Vec<bool> =
        minutes.speeches.iter().map(|speech| is_quoted(&minutes.source, speech)).collect();
    let n_quoted = quoted.iter().filter(|&&is_quoted| is_quoted).count();
    if n_quoted < FEWEST || n_quoted * 10 < quoted.len() * 6 {
        return;
    }
    let mark = '「'.len_utf8() as u32;
    for (speech, _) in minutes.speeches.iter_mut().zip(quoted).filter(|(_, is_quoted)| *is_quoted) {
        if let Some(first) = speech.paragraphs.first_mut().and_then(|prose| prose.pieces.first_mut()) {
            first.range.start += mark;
        }
        if let Some(last) = speech.paragraphs.last_mut().and_then(|prose| prose.pieces.last_mut()) {
            last.range.end -= mark;
        }
        let is_left = |prose: &mut Prose| {
            prose.pieces.retain(|piece| !piece.range.is_empty());
            !prose.pieces.is_empty()
        };
        speech.paragraphs.retain_mut(is_left);
    }
}

/// Whether one pair of quotation marks holds the whole speech.
fn is_quoted(source: &Source, speech: &Speech) -> bool {
    let pieces: Vec<TextRange> =
        speech.paragraphs.iter().flat_map(|prose| &prose.pieces).map(|piece| piece.range).collect();
    let mut depth = 0usize;
    let mut n_outside = 0;
    let (mut is_first, mut last) = (true, None);
    for c in pieces.iter().flat_map(|&range| source.slice(range).chars()) {
        last = Some(c);
        n_outside += usize::from(depth == 0 && !(is_first && c == '「'));
        is_first = false;
        match c {
            '「' => depth += 1,
            '」' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    !is_first && last == Some('」') && depth == 0 && n_outside == 0
}
