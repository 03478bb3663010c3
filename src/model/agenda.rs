//! The announced agenda as a tree, and which of its items a heading takes up.
//!
//! May live here: levels of the tree, likeness of words. May not: how an entry is told from other lines
//! (`syntax`).

use std::collections::BTreeSet;

use super::{AgendaId, AgendaItem, Prose, Topic};
use crate::source::{Source, TextRange};
use crate::syntax::{level_of, squash};

/// An entry of the agenda as it stands in its list.
pub(super) struct Entry {
    pub num: Option<TextRange>,
    pub heading: Prose,
}

/// The entries as a tree. Each style of number is a level, in the order in which the styles
/// appear: records agree on no other order. Entries without a number stand below the one before.
pub(super) fn tree(source: &Source, entries: &[Entry]) -> Vec<AgendaItem> {
    let mut levels: Vec<Option<String>> = Vec::new();
    let mut flat: Vec<(usize, AgendaItem)> = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        let style = entry.num.and_then(|num| level_of(source.slice(num)));
        let depth = levels.iter().position(|known| *known == style).unwrap_or_else(|| {
            levels.push(style);
            levels.len() - 1
        });
        let id = AgendaId(n as u32);
        flat.push((
            depth,
            AgendaItem { id, num: entry.num, heading: entry.heading.clone(), children: Vec::new() },
        ));
    }
    nest(flat)
}

/// From the last entry back, each takes the deeper ones behind it as its children.
fn nest(flat: Vec<(usize, AgendaItem)>) -> Vec<AgendaItem> {
    let mut waiting: Vec<(usize, AgendaItem)> = Vec::new();
    for (depth, mut item) in flat.into_iter().rev() {
        while let Some((_, child)) = waiting.pop_if(|(deeper, _)| *deeper > depth) {
            item.children.push(child);
        }
        waiting.push((depth, item));
    }
    waiting.into_iter().rev().map(|(_, item)| item).collect()
}

/// Ties each leaf of the agenda to the heading that takes up its words best. A heading may take
/// up several. Below [`ENOUGH`] nothing is tied: no tie is better than a wrong one. What is tied already stays so.
pub(super) fn tie(source: &Source, agenda: &[AgendaItem], topics: &mut [Topic]) {
    let headings: Vec<String> = topics.iter().map(|topic| core(&topic.heading.text(source))).collect();
    let mut leaves = Vec::new();
    collect_leaves(agenda, &mut leaves);
    let tied = tied(topics);
    leaves.retain(|leaf| !tied.contains(&leaf.id));
    let is_long = leaves.len() * headings.len() > MOST_PAIRS;
    for leaf in leaves.into_iter().filter(|_| !is_long) {
        let words = core(&leaf.heading.text(source));
        let best = headings
            .iter()
            .map(|heading| likeness(&words, heading))
            .enumerate()
            // Of equal headings the first: a later one returns to the matter.
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((at, likeness)) = best
            && likeness >= ENOUGH
            && let Some(topic) = topics.get_mut(at)
        {
            topic.agenda.push(leaf.id);
        }
    }
}

/// The items that some topic takes up.
pub(super) fn tied(topics: &[Topic]) -> BTreeSet<AgendaId> {
    topics.iter().flat_map(|topic| topic.agenda.iter().copied()).collect()
}

const ENOUGH: f64 = 0.75;

/// So many pairs of items and headings are compared; no minutes have more.
const MOST_PAIRS: usize = 1_000_000;

fn collect_leaves<'a>(items: &'a [AgendaItem], out: &mut Vec<&'a AgendaItem>) {
    for item in items {
        if item.children.is_empty() {
            out.push(item);
        }
        collect_leaves(&item.children, out);
    }
}

/// The words of a heading without spaces and without the ending that all headings share.
pub(super) fn core(heading: &str) -> String {
    let squashed = squash(heading);
    let endings = ["について", "に関すること", "に関する件", "の件"];
    endings.iter().find_map(|ending| squashed.strip_suffix(ending)).unwrap_or(&squashed).to_owned()
}

/// How much of an agenda item's words a heading holds, from 0 to 1: all of them in one piece is
/// 1; else the share of its pairs of letters, a little less to leave room for the exact one.
fn likeness(item: &str, heading: &str) -> f64 {
    if item.is_empty() || heading.is_empty() {
        return 0.0;
    }
    if item == heading {
        return 1.0;
    }
    if heading.contains(item) {
        return 0.99;
    }
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (wanted, there) = (pairs(item), pairs(heading));
    let n_found = wanted.iter().filter(|pair| there.contains(pair)).count();
    0.95 * n_found as f64 / wanted.len().max(1) as f64
}
