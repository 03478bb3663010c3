//! Where words stand that no longer read quite the same, and what about them is different.
//!
//! May live here: distances between letters. May not: what the letters are.

use std::ops::Range;

/// The stretch of `hay` that is nearest to `needle`, and by how many letters that are put in, left
/// out or exchanged they differ (Sellers 1980). Of equally near ones the first.
pub fn nearest(needle: &[char], hay: &[char]) -> (usize, Range<usize>) {
    // For the letters of `needle` up to each: the distance, and where in `hay` the stretch begins.
    let mut column: Vec<(usize, usize)> = (0..=needle.len()).map(|distance| (distance, 0)).collect();
    let mut best = (needle.len(), 0..0);
    for (at, here) in hay.iter().enumerate() {
        let mut diagonal = (0, at);
        let mut above = (0, at + 1);
        for (slot, letter) in column.iter_mut().skip(1).zip(needle) {
            let exchanged = (diagonal.0 + usize::from(letter != here), diagonal.1);
            let put_in = (slot.0 + 1, slot.1);
            let left_out = (above.0 + 1, above.1);
            diagonal = *slot;
            *slot = exchanged;
            for other in [put_in, left_out] {
                if other.0 < slot.0 {
                    *slot = other;
                }
            }
            above = *slot;
        }
        if let Some(&(distance, start)) = column.last()
            && distance < best.0
        {
            best = (distance, start..at + 1);
        }
    }
    best
}

/// A run of letters, told from what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both.
    Same(String),
    /// Only in the first.
    Only1(String),
    /// Only in the second.
    Only2(String),
}

/// The longest texts that are compared letter by letter; longer ones differ as a whole.
const MAX_LETTERS: usize = 1500;

/// What two texts have in common and what only one of them has, in order.
pub fn diff(first: &[char], second: &[char]) -> Vec<Change> {
    let same = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    let (start, first) = first.split_at(same);
    let (_, second) = second.split_at(same);
    let same = first.iter().rev().zip(second.iter().rev()).take_while(|(a, b)| a == b).count();
    let (first, end) = first.split_at(first.len() - same);
    let (second, _) = second.split_at(second.len() - same);
    let mut changes = Vec::new();
    push(&mut changes, Change::Same, start);
    if first.len().max(second.len()) > MAX_LETTERS {
        push(&mut changes, Change::Only1, first);
        push(&mut changes, Change::Only2, second);
    } else {
        between(first, second, &mut changes);
    }
    push(&mut changes, Change::Same, end);
    changes
}

/// By the longest common subsequence, whose lengths fill one table from the end.
fn between(first: &[char], second: &[char], changes: &mut Vec<Change>) {
    let width = second.len() + 1;
    let mut table = vec![0_u16; (first.len() + 1) * width];
    let cell = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, a) in first.iter().enumerate().rev() {
        for (j, b) in second.iter().enumerate().rev() {
            let length = if a == b {
                cell(&table, i + 1, j + 1) + 1
            } else {
                cell(&table, i + 1, j).max(cell(&table, i, j + 1))
            };
            if let Some(slot) = table.get_mut(i * width + j) {
                *slot = length;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (first.get(i), second.get(j)) {
            (Some(a), Some(b)) if a == b => {
                push(changes, Change::Same, &[*a]);
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), other) if other.is_none() || cell(&table, i + 1, j) >= cell(&table, i, j + 1) => {
                push(changes, Change::Only1, &[*a]);
                i += 1;
            }
            (_, Some(b)) => {
                push(changes, Change::Only2, &[*b]);
                j += 1;
            }
            _ => return,
        }
    }
}

/// Adds letters to the run at the end, or begins another.
fn push(changes: &mut Vec<Change>, kind: fn(String) -> Change, letters: &[char]) {
    if letters.is_empty() {
        return;
    }
    let run: String = letters.iter().collect();
    let next = kind(run);
    match (changes.last_mut(), &next) {
        (Some(Change::Same(before)), Change::Same(run))
        | (Some(Change::Only1(before)), Change::Only1(run))
        | (Some(Change::Only2(before)), Change::Only2(run)) => before.push_str(run),
        _ => changes.push(next),
    }
}
