//! What stays on the page though it is not shown.
//!
//! To take a speech off the page and to put it back costs far more than to hide it. So what was once
//! shown stays, hidden, as it was, until it is shown again: a key stroke that lets half of a long
//! meeting through again draws nothing anew but the marks.
//!
//! May live here: what is kept and in which order. May not: what is shown (`app::screen`).

use crate::app::screen::BlockView;

/// A block on the page.
#[derive(Clone, PartialEq)]
pub struct Slot {
    /// Its place among all blocks of the minutes.
    pub place: usize,
    /// What it shows, or showed when it was last shown.
    pub view: BlockView,
    /// Whether it is shown.
    pub shown: bool,
}

/// The blocks that are shown now among those that were shown before. Both are in order of place. A
/// gap is not kept: it tells of one choice only.
pub fn keep(before: Vec<Slot>, body: &[BlockView], places: &[usize]) -> Vec<Slot> {
    let mut slots = Vec::with_capacity(before.len().max(body.len()));
    let mut before = before.into_iter().filter(|slot| !matches!(slot.view, BlockView::Gap { .. })).peekable();
    for (view, &place) in body.iter().zip(places) {
        let is_gap = matches!(view, BlockView::Gap { .. });
        // A gap stands behind what it left out last.
        while let Some(slot) = before.next_if(|slot| slot.place < place || (is_gap && slot.place == place)) {
            slots.push(Slot { shown: false, ..slot });
        }
        // What was here is shown anew.
        before.next_if(|slot| !is_gap && slot.place == place);
        slots.push(Slot { place, view: view.clone(), shown: true });
    }
    slots.extend(before.map(|slot| Slot { shown: false, ..slot }));
    slots
}
