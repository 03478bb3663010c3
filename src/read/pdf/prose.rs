//! Lines at places become text: spaces, indents, blank lines, pages.
//!
//! May live here: which gap is a space, which step is a blank line. May not: what stands on which line.

use super::layout::{Bit, Block, Line};
use super::shape::fine;
use crate::{chars, order};

/// The text of a document. Pages are parted by U+000C.
pub(super) fn write(pages: &[Vec<Block>]) -> String {
    let step = usual_step(pages);
    let edges = [0, 1].map(|parity| left_edge(pages.iter().skip(parity).step_by(2)));
    let mut text = String::new();
    for (at, page) in pages.iter().enumerate() {
        if at > 0 {
            text.push('\u{C}');
        }
        let edge = edges.get(at % 2).copied().flatten();
        write_page(page, edge, step, &mut text);
    }
    text
}

fn write_page(blocks: &[Block], edge: Option<f64>, step: f64, text: &mut String) {
    let mut before: Option<&Line> = None;
    for (at, block) in blocks.iter().enumerate() {
        let own = block.lines.iter().map(Line::from).fold(f64::INFINITY, f64::min);
        let edge = edge.filter(|_| block.is_wide).unwrap_or(own);
        // A label in a cell of its own stands on the line of what was said.
        let is_label = blocks.get(at + 1).is_some_and(|next| next.is_beside) && n_letters(block) <= LABEL;
        for (at, line) in block.lines.iter().enumerate() {
            if at > 0 || !block.is_beside {
                let gap = before.map_or(0.0, |before| (before.base - line.base) / before.size.max(line.size));
                if gap > step * BLANK && !(is_label && at > 0) {
                    text.push('\n');
                }
            }
            let indent = ((line.from() - edge) / line.em).round().clamp(0.0, 40.0) as usize;
            text.extend(std::iter::repeat_n('\u{3000}', if is_label { 0 } else { indent }));
            write_line(&line.bits, text);
            if !is_label {
                text.push('\n');
            }
            before = Some(line);
        }
        if is_label {
            text.push('\u{3000}');
        }
    }
}

/// A cell with no more letters is a label of the cell beside it.
const LABEL: usize = 24;

fn n_letters(block: &Block) -> usize {
    block.lines.iter().map(|line| line.bits.len()).sum()
}

/// How many times the usual step makes a blank line.
const BLANK: f64 = 1.4;

/// The least step from line to line that is common, in parts of the letters' size.
fn usual_step(pages: &[Vec<Block>]) -> f64 {
    let mut steps: Vec<f64> = Vec::new();
    for lines in pages.iter().flatten().map(|block| &block.lines) {
        for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
            steps.push((line.base - next.base) / line.size.max(next.size));
        }
    }
    order::sort_by_key(&mut steps, |step| fine(*step));
    let wanted = (steps.len() / 8).max(1);
    let mut last = 0;
    for (at, step) in steps.iter().enumerate() {
        last = last.max(at);
        while steps.get(last).is_some_and(|other| *other <= step * 1.06) {
            last += 1;
        }
        if last - at >= wanted && *step > 0.5 {
            return *step;
        }
    }
    f64::INFINITY
}

/// Where the lines of pages begin that are not indented. A few that stand further left do not count.
fn left_edge<'a>(pages: impl Iterator<Item = &'a Vec<Block>>) -> Option<f64> {
    let blocks = pages.flatten().filter(|block| block.is_wide);
    let mut starts: Vec<f64> = blocks.flat_map(|block| block.lines.iter().map(Line::from)).collect();
    order::sort_by_key(&mut starts, |start| fine(*start));
    starts.get(starts.len() / 10).copied()
}

fn write_line(bits: &[Bit], text: &mut String) {
    let mut before: Option<(&Bit, char)> = None;
    for bit in bits {
        let first = bit.text.chars().next().unwrap_or(' ');
        if let Some((last, letter)) = before {
            let gap = (bit.from - last.to) / last.em.max(bit.em);
            text.extend(space(gap, letter, first));
        }
        // A letter is a letter: what would end a line or page is none.
        text.extend(bit.text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        before = Some((bit, bit.text.chars().last().unwrap_or(' ')));
    }
}

/// The space that a gap between two letters shows, in parts of their size.
fn space(gap: f64, before: char, after: char) -> Option<char> {
    if chars::is_space(before) || chars::is_space(after) {
        return None;
    }
    let is_latin = |c: char| c.is_alphanumeric() && !is_wide(c);
    let (is_latin, is_both) = (is_latin(before) || is_latin(after), is_latin(before) && is_latin(after));
    match gap {
        0.8.. => Some('\u{3000}'),
        0.5.. if is_latin => Some(' '),
        0.15.. if is_both => Some(' '),
        _ => None,
    }
}

/// A letter that is as wide as high.
fn is_wide(letter: char) -> bool {
    letter >= '\u{2E80}' && !('\u{FF61}'..='\u{FFDC}').contains(&letter)
}
