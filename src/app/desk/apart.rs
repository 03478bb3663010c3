//! A file of several meetings is taken apart: a paper for each of them, read one after the other like all others.
//!
//! May live here: which papers there are then, and what is told of them. May not: how such a file is taken apart
//! (`bundle::shelf`), how a paper is read (`paper`).

use std::rc::Rc;

use super::{Desk, Opened, Origin, PackedMeeting, Paper, PaperId, PaperState, Place, Refusal, Told};
use crate::app::screen::paper_name;
use crate::app::shared::Shared;

/// The most meetings that files of several may bring to the desk, as many as files of a folder. With every paper
/// that is read the list is gone through, so that what many take grows with the square of their number.
pub const MAX_MEETINGS: usize = 1000;

impl Desk {
    /// Puts the meetings of a shelf in the place of its paper, in the order of the shelf.
    pub(super) fn take_apart(&mut self, id: PaperId, shelf: &Shared<Opened>) {
        let Some(at) = self.papers.iter().position(|paper| paper.id == id) else { return };
        let is_of_shelf = |paper: &&Paper| matches!(paper.origin, Origin::Meeting { .. });
        let room = MAX_MEETINGS.saturating_sub(self.papers.iter().filter(is_of_shelf).count());
        if room == 0 {
            if let Some(paper) = self.papers.get_mut(at) {
                paper.state = PaperState::Refused(Refusal::TooMany);
            }
            return;
        }
        if matches!(self.place, Place::Preview(shown) | Place::Minutes(shown) if shown == id) {
            self.look(Place::Start);
        }
        let file: Rc<str> = paper_name(&self.papers.remove(at), self.settings.lang).into();
        let n_behind = self.papers.len() - at;
        let entries = &shelf.shelf().entries;
        for entry in entries.iter().take(room) {
            let name = if entry.file.trim().is_empty() { &entry.title } else { &entry.file };
            let packed = PackedMeeting { shelf: shelf.clone(), key: entry.key };
            let size = shelf.unpacked_len(entry.key) as u64;
            let origin = Origin::Meeting { name: name.clone(), file: Rc::clone(&file), packed: Some(packed) };
            let only = self.lay_down(origin, size);
            if self.follow == Some(id) && entries.len() == 1 {
                self.follow = Some(only);
            }
        }
        if let Some(moved) = self.papers.get_mut(at..) {
            moved.rotate_left(n_behind);
        }
        if entries.len() > room {
            self.told = Some(Told::TooManyMeetings { n_taken: room, n_meetings: entries.len() });
        }
    }
}
