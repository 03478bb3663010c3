//! Tables: what stands between drawn lines is read cell by cell, row by row.
//!
//! May live here: which drawn lines part what. May not: how a cell becomes text.

use super::layout::Run;
use super::shape::{Rule, fine};
use crate::order;

/// A part of a page.
pub(super) enum Part {
    /// What stands in no table.
    Free(Vec<Run>),
    /// The cells of a row that hold something, from left to right.
    Row(Vec<Vec<Run>>),
}

/// More lines than this are a drawing.
const MAX_RULES: usize = 400;

/// Lines that are nearer to each other are one, in points.
const NEAR: f64 = 3.0;

/// Parts what is on a page, from top to bottom.
pub(super) fn parts(runs: Vec<Run>, rules: &[Rule]) -> Vec<Part> {
    let size = runs.iter().map(|run| run.size).fold(0.0, f64::max).min(24.0);
    // A line no higher than letters is part of a frame around a word.
    let uprights = merged(rules, true, 1.5 * size.min(12.0));
    let levels = merged(rules, false, 0.0);
    if uprights.is_empty() || uprights.len() > MAX_RULES || levels.len() > MAX_RULES {
        return vec![Part::Free(runs)];
    }
    let mut edges: Vec<f64> = levels.iter().map(|rule| rule.at).collect();
    edges.extend(uprights.iter().flat_map(|rule| [rule.from, rule.to]));
    order::sort_by_key(&mut edges, |edge| fine(-edge));
    edges.dedup_by(|next, kept| (*kept - *next).abs() < NEAR);

    let mut bands: Vec<Vec<Run>> = vec![Vec::new(); edges.len() + 1];
    for run in runs {
        let middle = run.base + 0.3 * run.size;
        if let Some(band) = bands.get_mut(edges.partition_point(|edge| *edge > middle)) {
            band.push(run);
        }
    }
    let mut parts = Vec::new();
    let mut free = Vec::new();
    for (at, band) in bands.into_iter().enumerate() {
        let top = at.checked_sub(1).and_then(|above| edges.get(above));
        let walls = match (top, edges.get(at)) {
            (Some(top), Some(bottom)) => walls(&uprights, (top + bottom) / 2.0),
            _ => Vec::new(),
        };
        let cells = cells(&band, &walls);
        if walls.len() > 2 || cells.len() > 1 {
            if !free.is_empty() {
                parts.push(Part::Free(std::mem::take(&mut free)));
            }
            if !cells.is_empty() {
                parts.push(Part::Row(cells));
            }
        } else {
            free.extend(band);
        }
    }
    if !free.is_empty() {
        parts.push(Part::Free(free));
    }
    parts
}

/// The upright or the level lines, each in one piece, that are longer than `least`.
fn merged(rules: &[Rule], is_upright: bool, least: f64) -> Vec<Rule> {
    let mut rules: Vec<Rule> = rules.iter().filter(|rule| rule.is_upright == is_upright).copied().collect();
    order::sort_by_key(&mut rules, |rule| fine(rule.at));
    // Lines side by side are one before they are told apart by where they begin.
    let mut at = f64::NEG_INFINITY;
    for rule in &mut rules {
        if rule.at - at < NEAR {
            rule.at = at;
        }
        at = rule.at;
    }
    order::sort_by_key(&mut rules, |rule| (fine(rule.at), fine(rule.from)));
    let mut merged: Vec<Rule> = Vec::new();
    for rule in rules {
        match merged.last_mut().filter(|last| last.at == rule.at && rule.from - last.to < NEAR) {
            Some(last) => last.to = last.to.max(rule.to),
            None => merged.push(rule),
        }
    }
    merged.retain(|rule| rule.to - rule.from > least);
    merged
}

/// Where lines stand at a height, from left to right.
fn walls(uprights: &[Rule], height: f64) -> Vec<f64> {
    let there = uprights.iter().filter(|rule| rule.from < height && height < rule.to);
    there.map(|rule| rule.at).collect()
}

/// What stands between walls, and before the first and after the last one.
fn cells(band: &[Run], walls: &[f64]) -> Vec<Vec<Run>> {
    let mut cells: Vec<Vec<Run>> = vec![Vec::new(); walls.len() + 1];
    let put = |piece: Option<(usize, Run)>, cells: &mut Vec<Vec<Run>>| {
        if let Some((cell, run)) = piece
            && let Some(cell) = cells.get_mut(cell)
        {
            cell.push(run);
        }
    };
    for run in band {
        let mut piece: Option<(usize, Run)> = None;
        for bit in &run.bits {
            let cell = walls.partition_point(|wall| *wall < (bit.from + bit.to) / 2.0);
            match &mut piece {
                Some((last, piece)) if *last == cell => {
                    piece.to = piece.to.max(bit.to);
                    piece.bits.push(bit.clone());
                }
                _ => {
                    let (from, to) = (bit.from, bit.to);
                    let begun = Run { bits: vec![bit.clone()], from, to, ..*run };
                    put(piece.replace((cell, begun)), &mut cells);
                }
            }
        }
        put(piece, &mut cells);
    }
    let is_blank = |run: &Run| run.bits.iter().all(|bit| bit.text.trim().is_empty());
    cells.retain(|cell| !cell.iter().all(is_blank));
    cells
}
