//! Letters at places become lines in the order in which they are read.
//!
//! 1. Letters are turned so that lines run to the right, those of vertical pages too.
//! 2. What follows without a gap is a run.
//! 3. Runs are parted into blocks: columns, cells of tables (`table`), or the whole page.
//! 4. In a block, runs at one height are a line.
//!
//! May live here: what stands beside, above and below what. May not: spaces and blank lines (`prose`).

use std::rc::Rc;

use super::shape::{Glyph, Page, Rule, fine};
use super::table;
use crate::{chars, order};

/// A letter on a line that runs to the right.
#[derive(Clone, Debug)]
pub(super) struct Bit {
    pub text: Rc<str>,
    pub from: f64,
    pub to: f64,
    pub em: f64,
}

/// Letters that follow one another without a gap.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub bits: Vec<Bit>,
    pub from: f64,
    pub to: f64,
    /// The height of the line on which its letters stand.
    pub base: f64,
    pub size: f64,
    pub em: f64,
}

/// A line: its letters from left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub bits: Vec<Bit>,
    pub base: f64,
    pub size: f64,
    pub em: f64,
}

impl Line {
    pub(super) fn from(&self) -> f64 {
        self.bits.first().map_or(0.0, |bit| bit.from)
    }

    pub(super) fn to(&self) -> f64 {
        self.bits.last().map_or(0.0, |bit| bit.to)
    }
}

/// Lines that are read one after another.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub lines: Vec<Line>,
    /// Whether it is as wide as the page, so that its left edge is that of other pages.
    pub is_wide: bool,
    /// Whether it stands beside the block before it, in a table.
    pub is_beside: bool,
}

/// The quarter turns by which letters are turned, and how.
fn turned((x, y): (f64, f64), n_quarters: u8) -> (f64, f64) {
    match n_quarters {
        0 => (x, y),
        1 => (-y, x),
        2 => (-x, -y),
        _ => (y, -x),
    }
}

/// What is on a page, in the order in which it is read.
pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let is_vertical = is_vertical(&page.glyphs);
    let mut directions: [Vec<(Bit, f64, f64)>; 4] = Default::default();
    let mut askew = Vec::new();
    let mut last = 0;
    let mut before: Option<&Glyph> = None;
    for glyph in &page.glyphs {
        let mut n_quarters = direction(glyph).unwrap_or(last);
        last = n_quarters;
        let (mut x, mut y, mut dx, mut dy) = (glyph.x, glyph.y, glyph.dx, glyph.dy);
        if is_vertical && n_quarters == 0 {
            // Digits that stand side by side in a vertical line are one sign of it.
            let is_beside = before.is_some_and(|before| {
                (before.y - y).abs() < 0.2 * glyph.size && (before.x + before.dx - x).abs() < 0.3 * glyph.em
            });
            before = Some(glyph);
            if is_beside && let Some((bit, _, _)) = directions.get_mut(1).and_then(|bits| bits.last_mut()) {
                bit.text = format!("{}{}", bit.text, glyph.text).into();
                continue;
            }
            n_quarters = 1;
            (x, y) = (x + dx / 2.0, y + glyph.size * 0.88);
            (dx, dy) = (0.0, -glyph.size);
        } else if is_vertical && n_quarters == 1 && !glyph.is_vertical {
            // A letter that lies on its side stands beside the middle of the line.
            x += 0.36 * glyph.size;
        }
        let (em, size) = (glyph.em.max(0.1), glyph.size.max(0.1));
        let bit = |from: f64, to: f64| Bit {
            text: Rc::clone(&glyph.text),
            from: from.min(to),
            to: from.max(to),
            em,
        };
        if dx.abs().min(dy.abs()) > 0.1 * dx.hypot(dy) {
            let (along, across) = (dx / dx.hypot(dy), dy / dx.hypot(dy));
            let from = x * along + y * across;
            askew.push((bit(from, from + dx.hypot(dy)), y * along - x * across, size));
            continue;
        }
        let (from, base) = turned((x, y), n_quarters);
        let (to, _) = turned((x + dx, y + dy), n_quarters);
        if let Some(bits) = directions.get_mut(usize::from(n_quarters)) {
            bits.push((bit(from, to), base, size));
        }
    }
    // What most of the page is written in comes first, a stamp across it last.
    let mut by_size = vec![0_u8, 1, 2, 3];
    order::sort_by_key(&mut by_size, |&n| {
        std::cmp::Reverse(directions.get(usize::from(n)).map_or(0, Vec::len))
    });
    let mut blocks = Vec::new();
    for n_quarters in by_size {
        let Some(bits) = directions.get_mut(usize::from(n_quarters)).map(std::mem::take) else { continue };
        let rules: Vec<Rule> = page.rules.iter().map(|rule| turned_rule(rule, n_quarters)).collect();
        blocks.extend(parted(runs(bits), &rules));
    }
    blocks.push(Block { lines: lines(runs(askew)), is_wide: false, is_beside: false });
    blocks.retain(|block| !block.lines.is_empty());
    blocks
}

fn turned_rule(rule: &Rule, n_quarters: u8) -> Rule {
    let ends = if rule.is_upright {
        [(rule.at, rule.from), (rule.at, rule.to)]
    } else {
        [(rule.from, rule.at), (rule.to, rule.at)]
    };
    let [from, to] = ends.map(|end| turned(end, n_quarters));
    Rule::between(from, to).unwrap_or(*rule)
}

/// The quarter turns after which a letter's line runs to the right.
fn direction(glyph: &Glyph) -> Option<u8> {
    let (dx, dy) = (glyph.dx, glyph.dy);
    if dx == 0.0 && dy == 0.0 {
        return None;
    }
    Some(match (dx.abs() >= dy.abs(), dx >= 0.0, dy >= 0.0) {
        (true, true, _) => 0,
        (true, false, _) => 2,
        (false, _, false) => 1,
        (false, _, true) => 3,
    })
}

/// Whether the lines of a page run from top to bottom: as the fonts say it, or letters set below one another.
fn is_vertical(glyphs: &[Glyph]) -> bool {
    let n_down = glyphs.iter().filter(|glyph| glyph.is_vertical).count();
    if n_down * 2 > glyphs.len() {
        return true;
    }
    let (mut n_below, mut n_beside) = (0_usize, 0_usize);
    for (one, next) in glyphs.iter().zip(glyphs.iter().skip(1)) {
        let down = one.y - next.y;
        let aside = (one.x + one.dx / 2.0 - next.x - next.dx / 2.0).abs();
        if aside < one.size * 0.3 && (one.size * 0.45..one.size * 1.6).contains(&down) {
            n_below += 1;
        } else if down.abs() < one.size * 0.2 && next.x > one.x {
            n_beside += 1;
        }
    }
    n_below > 8 && n_below > n_beside * 2
}

fn runs(bits: Vec<(Bit, f64, f64)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (bit, base, size) in bits {
        let follows = |run: &&mut Run| {
            let gap = bit.from - run.to;
            (base - run.base).abs() < size * 0.1
                && (0.66..1.5).contains(&(size / run.size))
                && (-0.6 * bit.em..1.1 * bit.em).contains(&gap)
        };
        match runs.last_mut().filter(follows) {
            Some(run) => {
                run.to = run.to.max(bit.to);
                run.size = run.size.max(size);
                run.em = run.em.max(bit.em);
                match run.bits.last_mut().filter(|_| bit.text.is_empty()) {
                    // One letter stands for several glyphs, and is as wide as they are.
                    Some(last) => last.to = last.to.max(bit.to),
                    None => run.bits.push(bit),
                }
            }
            None if bit.text.is_empty() => {}
            None => runs.push(Run { from: bit.from, to: bit.to, base, size, em: bit.em, bits: vec![bit] }),
        }
    }
    runs
}

fn parted(runs: Vec<Run>, rules: &[Rule]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for part in table::parts(runs, rules) {
        match part {
            table::Part::Free(runs) => blocks.extend(columns(runs)),
            table::Part::Row(cells) if is_open(&cells) => blocks.extend(entries(cells)),
            table::Part::Row(cells) => {
                for (at, runs) in cells.into_iter().enumerate() {
                    blocks.push(Block { lines: lines(runs), is_wide: false, is_beside: at > 0 });
                }
            }
        }
    }
    blocks
}

/// Whether a row is several: between rows no line is drawn, and labels stand beside the first lines of what
/// was said.
fn is_open(cells: &[Vec<Run>]) -> bool {
    let Some((labels, texts)) = cells.split_first() else { return false };
    let (labels, texts) = (lines(labels.clone()), lines(texts.concat()));
    let is_short = |line: &Line| line.to() - line.from() < 12.0 * line.em;
    let has_gap =
        labels.iter().zip(labels.iter().skip(1)).any(|(one, next)| one.base - next.base > 2.2 * one.size);
    // A label in the middle of its cell is no beginning.
    let top = |lines: &[Line]| lines.first().map_or(0.0, |line| line.base);
    has_gap
        && labels.iter().all(is_short)
        && labels.len() < texts.len()
        && (top(&labels) - top(&texts)).abs() < labels.first().map_or(0.0, |line| line.size)
}

/// The rows of a table without lines between them, each a label and what stands beside it.
fn entries(mut cells: Vec<Vec<Run>>) -> Vec<Block> {
    let texts = cells.split_off(1.min(cells.len())).concat();
    let edge = texts.iter().map(|run| run.from).fold(f64::INFINITY, f64::min);
    let mut rows: Vec<(Vec<Line>, Vec<Line>)> = Vec::new();
    for label in lines(cells.concat()) {
        // A label that reached the edge goes on below.
        let goes_on = |(above, _): &&mut (Vec<Line>, Vec<Line>)| {
            above.last().is_some_and(|line| edge - line.to() < 1.6 * line.em)
        };
        match rows.last_mut().filter(goes_on) {
            Some((above, _)) => above.push(label),
            None => rows.push((vec![label], Vec::new())),
        }
    }
    let mut at = 0;
    for line in lines(texts) {
        let begins = |(label, _): &(Vec<Line>, Vec<Line>)| {
            label.first().is_some_and(|label| label.base + 0.5 * label.size > line.base)
        };
        while rows.get(at + 1).is_some_and(begins) {
            at += 1;
        }
        if let Some((_, texts)) = rows.get_mut(at) {
            texts.push(line);
        }
    }
    let block = |lines, is_beside| Block { lines, is_wide: false, is_beside };
    rows.into_iter().flat_map(|(labels, texts)| [block(labels, false), block(texts, true)]).collect()
}

/// One block, or the two columns of a page with a gutter, and what stands above and between them.
fn columns(runs: Vec<Run>) -> Vec<Block> {
    let block = |runs, is_wide| Block { lines: lines(runs), is_wide, is_beside: false };
    let Some(gutter) = gutter(&runs) else { return vec![block(runs, true)] };
    let mut runs = runs;
    order::sort_by_key(&mut runs, |run| fine(-run.base));
    let mut blocks = Vec::new();
    let (mut left, mut right, mut across) = (Vec::new(), Vec::new(), Vec::new());
    for run in runs {
        let is_across = run.from < gutter && run.to > gutter;
        if is_across && !(left.is_empty() && right.is_empty()) {
            blocks.push(block(std::mem::take(&mut left), false));
            blocks.push(block(std::mem::take(&mut right), false));
        } else if !is_across && !across.is_empty() {
            blocks.push(block(std::mem::take(&mut across), true));
        }
        let side = if is_across {
            &mut across
        } else if run.from < gutter {
            &mut left
        } else {
            &mut right
        };
        side.push(run);
    }
    blocks.extend([block(across, true), block(left, false), block(right, false)]);
    blocks
}

/// Where a page is parted into two columns of running text.
///
/// A column of labels is none: its entries are short, while the lines of a text fill their column.
fn gutter(runs: &[Run]) -> Option<f64> {
    let left = runs.iter().map(|run| run.from).fold(f64::INFINITY, f64::min);
    let right = runs.iter().map(|run| run.to).fold(f64::NEG_INFINITY, f64::max);
    let width = right - left;
    let middle = left + width * 0.35..left + width * 0.65;
    let mut starts: Vec<f64> = runs.iter().map(|run| run.from).filter(|from| middle.contains(from)).collect();
    order::sort_by_key(&mut starts, |start| fine(*start));
    // The place at which most runs of the middle begin.
    let near = |at: usize| {
        let start = starts.get(at).copied().unwrap_or(0.0);
        starts.get(at..).unwrap_or_default().iter().take_while(|&&other| other - start < 3.0).count()
    };
    let mut best = (0, 0.0);
    let mut at = 0;
    while let Some(&start) = starts.get(at) {
        let n = near(at);
        best = if n > best.0 { (n, start) } else { best };
        at += n.max(1);
    }
    let (n_starts, start) = best;
    if n_starts < 6 {
        return None;
    }
    let em = runs.iter().map(|run| run.em).fold(0.0, f64::max).min(width / 8.0);
    let (mut lefts, mut rights, mut n_across) = (Vec::new(), Vec::new(), 0);
    for run in runs {
        if run.to < start - 0.8 * em.min(run.em) {
            lefts.push(run);
        } else if run.from > start - 0.5 * run.em {
            rights.push(run);
        } else {
            n_across += 1;
        }
    }
    let edge = lefts.iter().map(|run| run.to).fold(f64::NEG_INFINITY, f64::max);
    let fills = |runs: &[&Run], to: f64| {
        let n =
            runs.iter().filter(|run| run.to > to - 2.0 * run.em && run.to - run.from > 8.0 * run.em).count();
        n * 10 >= runs.len() * 4 && n >= 5
    };
    let is_gutter = n_across * 6 <= runs.len() && fills(&lefts, edge) && fills(&rights, right);
    is_gutter.then_some((edge + start) / 2.0)
}

/// Runs as lines, from top to bottom.
pub(super) fn lines(mut runs: Vec<Run>) -> Vec<Line> {
    order::sort_by_key(&mut runs, |run| (fine(-run.base), fine(run.from)));
    let mut groups: Vec<Vec<Run>> = Vec::new();
    // The run of the group's largest letters says how high the line is.
    let mut tallest = (0.0, 0.0);
    for run in runs {
        let body = |base: f64, size: f64| (base - 0.12 * size, base + 0.76 * size);
        let ((low, high), (line_low, line_high)) = (body(run.base, run.size), body(tallest.0, tallest.1));
        let shared = high.min(line_high) - low.max(line_low);
        let is_same = shared > 0.5 * (high - low).min(line_high - line_low);
        match groups.last_mut().filter(|_| is_same) {
            Some(group) => {
                if run.size > tallest.1 {
                    tallest = (run.base, run.size);
                }
                group.push(run);
            }
            None => {
                tallest = (run.base, run.size);
                groups.push(vec![run]);
            }
        }
    }
    let mut lines: Vec<Line> = groups.into_iter().map(line).collect();
    lines.retain(|line| !line.bits.is_empty());
    with_readings(lines)
}

/// Small kana above kanji say how these are read; they are put behind them, in brackets.
fn with_readings(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for mut line in lines {
        if let Some(small) = out.pop_if(|above| are_readings(above, &line)) {
            let mut readings: Vec<Bit> = Vec::new();
            for bit in small.bits {
                match readings.last_mut().filter(|last| bit.from - last.to < 0.6 * bit.em) {
                    Some(last) => {
                        last.text = format!("{}{}", last.text, bit.text).into();
                        last.to = bit.to;
                    }
                    None => readings.push(bit),
                }
            }
            for reading in readings {
                let at = line.bits.partition_point(|bit| (bit.from + bit.to) / 2.0 < reading.to);
                let end =
                    at.checked_sub(1).and_then(|last| line.bits.get(last)).map_or(reading.from, |bit| bit.to);
                let text = format!("（{}）", reading.text.trim()).into();
                line.bits.insert(at, Bit { text, from: end, to: end, em: line.em });
            }
        }
        out.push(line);
    }
    out
}

fn are_readings(small: &Line, line: &Line) -> bool {
    let is_kana = |c: char| chars::is_kana(c) || chars::is_space(c);
    let up = (small.base - line.base) / line.size;
    small.size < 0.65 * line.size
        && (0.5..1.6).contains(&up)
        && small.from() > line.from() - line.em
        && small.to() < line.to() + line.em
        && small.bits.iter().all(|bit| bit.text.chars().all(is_kana))
        && line.bits.iter().any(|bit| bit.text.chars().any(chars::is_kanji))
}

fn line(runs: Vec<Run>) -> Line {
    let tallest = runs.iter().max_by(|one, other| one.size.total_cmp(&other.size));
    let (base, size, em) = tallest.map_or((0.0, 0.0, 0.1), |run| (run.base, run.size, run.em));
    let mut bits: Vec<Bit> = runs.into_iter().flat_map(|run| run.bits).collect();
    order::sort_by_key(&mut bits, |bit| fine(bit.from));
    // Bold is often made by printing twice, a hair aside.
    bits.dedup_by(|next, kept| {
        let is_twice = next.text == kept.text && (next.from - kept.from).abs() < 0.2 * next.em;
        is_twice && !next.text.trim().is_empty()
    });
    // Spaces at the ends say nothing.
    let is_blank =
        |bit: &Bit| bit.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{3000}').is_empty();
    while bits.last().is_some_and(is_blank) {
        bits.pop();
    }
    Line { bits, base, size, em }
}
