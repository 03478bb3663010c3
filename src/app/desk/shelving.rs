//! Papers of the desk as a shelf.
//!
//! May live here: which papers, under which names. May not: what a shelf is (`shelf`).

use super::{Desk, Paper, Understood};
use crate::app::screen::paper_name;
use crate::app::shelf::SharedShelf;
use crate::shelf::{EntryId, Shelf};

/// A shelf of papers that were understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelved {
    /// The shelf.
    pub shelf: SharedShelf,
    /// What each entry was understood of; `EntryId` is the index.
    papers: Vec<Understood>,
}

impl Desk {
    /// The papers that can stand on a shelf.
    pub fn for_shelf(&self) -> impl Iterator<Item = (&Paper, &Understood)> {
        self.papers.iter().filter_map(|paper| Some((paper, paper.understood()?)))
    }

    /// The shelf of all that was read. Of the same text twice the first is kept.
    pub fn shelve(&self) -> Shelved {
        let lang = self.settings.lang;
        let drafts = self.for_shelf().map(|(paper, of)| of.draft.clone().named(&paper_name(paper, lang)));
        let (shelf, places) = Shelf::bind(drafts.collect());
        let read: Vec<&Understood> = self.for_shelf().map(|(_, of)| of).collect();
        let papers = places.into_iter().filter_map(|at| read.get(at).copied().cloned()).collect();
        Shelved { shelf: shelf.into(), papers }
    }
}

impl Shelved {
    /// What an entry was understood of.
    pub fn paper(&self, id: EntryId) -> Option<&Understood> {
        self.papers.get(id.idx())
    }
}
