//! Lines at places become text: spaces, indents, blank lines, pages.
//!
//! May live here: which gap is a space, which step is a blank line. May not: what stands on which line.

use super::layout::{Bit, Block, Line};
use super::shape::fine;
use crate::{chars, order};

/// A page, its lines as text.
pub(super) struct Sheet(Vec<Part>);

/// A block, its lines as text.
struct Part {
    rows: Vec<Row>,
    is_wide: bool,
    is_beside: bool,
    /// Whether it is short enough to be a label, and no sentence.
    is_label: bool,
}

/// A line as text, and where it stood.
struct Row {
    text: String,
    from: f64,
    base: f64,
    size: f64,
    em: f64,
}

/// Sets the blocks of a page.
pub(super) fn sheet(blocks: Vec<Block>) -> Sheet {
    let row = |line: &Line| {
        let mut text = String::new();
        write_line(&line.bits, &mut text);
        Row { text, from: line.from(), base: line.base, size: line.size, em: line.em }
    };
    let part = |block: Block| Part {
        rows: block.lines.iter().map(row).collect(),
        is_wide: block.is_wide,
        is_beside: block.is_beside,
        is_label: is_label(&block),
    };
    Sheet(blocks.into_iter().map(part).collect())
}

fn is_label(block: &Block) -> bool {
    let bits = || block.lines.iter().flat_map(|line| &line.bits);
    let is_sentence = bits().last().is_some_and(|bit| bit.text.ends_with(['。', '．', '？', '?', '！']));
    bits().count() <= LABEL && !is_sentence
}

/// The text of a document. Pages are parted by U+000C.
pub(super) fn write(sheets: &[Sheet]) -> String {
    let step = usual_step(sheets);
    let all = left_edge(sheets.iter(), 1);
    // Pages on the left and on the right may have edges of their own.
    let edges = [0, 1].map(|parity| left_edge(sheets.iter().skip(parity).step_by(2), ENOUGH).or(all));
    let mut text = String::new();
    for (at, sheet) in sheets.iter().enumerate() {
        if at > 0 {
            text.push('\u{C}');
        }
        let edge = edges.get(at % 2).copied().flatten();
        write_sheet(&sheet.0, edge, step, &mut text);
    }
    text
}

/// How many times the usual step makes a blank line.
const BLANK: f64 = 1.4;

/// So many lines say where pages have their edge.
const ENOUGH: usize = 30;

/// A cell with no more letters is a label of the cell beside it.
const LABEL: usize = 24;

/// No line is set further in, in letters.
const MAX_INDENT: f64 = 40.0;

fn write_sheet(parts: &[Part], edge: Option<f64>, step: f64, text: &mut String) {
    let mut before: Option<&Row> = None;
    // Whether the text ends inside a line, with a label, and whether it ends with a cell that had none.
    let (mut is_labelled, mut is_apart) = (false, false);
    for (at, part) in parts.iter().enumerate() {
        // Cells that are long stand apart, as a question and its answer do.
        if (is_apart || part.is_beside) && !is_labelled {
            text.push('\n');
            before = None;
        }
        is_apart = part.is_beside && !is_labelled;
        let own = part.rows.iter().map(|row| row.from).fold(f64::INFINITY, f64::min);
        let edge = edge.filter(|_| part.is_wide).unwrap_or(own);
        // A label in a cell of its own stands on the line of what was said.
        let is_label = part.is_label && parts.get(at + 1).is_some_and(|next| next.is_beside);
        for (at, row) in part.rows.iter().enumerate() {
            let continues = at == 0 && is_labelled || at > 0 && is_label;
            let gap = before.map_or(0.0, |before| (before.base - row.base) / before.size.max(row.size));
            if gap > step * BLANK && !continues {
                text.push('\n');
            }
            if !is_label {
                let indent = ((row.from - edge) / row.em).round().clamp(0.0, MAX_INDENT) as usize;
                text.extend(std::iter::repeat_n('\u{3000}', indent));
            }
            text.push_str(&row.text);
            if !is_label {
                text.push('\n');
            }
            before = Some(row);
        }
        if is_label {
            text.push('\u{3000}');
        }
        is_labelled = is_label;
    }
}

/// The least step from line to line that is common, in parts of the letters' size.
fn usual_step(sheets: &[Sheet]) -> f64 {
    let mut steps: Vec<f64> = Vec::new();
    for rows in sheets.iter().flat_map(|sheet| &sheet.0).map(|part| &part.rows) {
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            steps.push((row.base - next.base) / row.size.max(next.size));
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

/// Where the lines of pages begin that are not indented, if there are lines enough to say. A few that stand
/// further left do not count.
fn left_edge<'a>(sheets: impl Iterator<Item = &'a Sheet>, least: usize) -> Option<f64> {
    let parts = sheets.flat_map(|sheet| &sheet.0).filter(|part| part.is_wide);
    let mut starts: Vec<f64> = parts.flat_map(|part| part.rows.iter().map(|row| row.from)).collect();
    order::sort_by_key(&mut starts, |start| fine(*start));
    starts.get(starts.len() / 10).copied().filter(|_| starts.len() >= least)
}

fn write_line(bits: &[Bit], text: &mut String) {
    let mut before: Option<(&Bit, char)> = None;
    for bit in bits {
        let first = bit.text.chars().next().unwrap_or(' ');
        if let Some((last, letter)) = before {
            let gap = (bit.from - last.to) / last.em.min(bit.em);
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
