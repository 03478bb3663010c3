//! The opening desk: what a reader has brought to an empty viewer, and what became of each paper.
//!
//! A paper waits, is read, and then lies there understood, or refused with the reason. Papers are
//! read one after the other; which one is being read is part of the state, so that whoever hands
//! over the bytes only has to look. One that holds several meetings gives its place to papers of these.
//!
//! May live here: what is looked at, the table of actions; a single paper is in `paper`. May not: how it is shown
//! (`screen::desk`), how bytes get here (`browser`), what they say (`read`, `import`).

mod apart;
mod paper;
mod shelving;

use std::rc::Rc;

use super::settings::Settings;
use crate::read::MAX_LEN;
pub use crate::read::{Edge, Encoding, Kind, Note, ReadError};
pub use apart::MAX_MEETINGS;
pub use paper::{
    Brought, Content, MAX_TEXT, Opened, Origin, PackedMeeting, Paper, PaperId, PaperState, Refusal,
    Understanding, Understood, understand,
};
pub use shelving::Shelved;

/// Everything on the desk.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Desk {
    /// How the reader likes the page.
    pub settings: Settings,
    /// What was brought, in the order in which it came; meetings of one file in the place of that file.
    pub papers: Vec<Paper>,
    /// What is looked at.
    pub place: Place,
    /// The side of the preview that a narrow screen shows.
    pub side: Side,
    /// What of the preview is pointed at.
    pub pointed: Option<Pointed>,
    /// Counts how often something was pointed at, so that pointing twice scrolls twice.
    pub n_pointed: u32,
    /// Whether the pasted text that is looked at is being changed.
    pub editing: bool,
    /// Whether files are held over the page.
    pub dragging: bool,
    /// What is to be told beside the list.
    pub told: Option<Told>,
    /// The paper that is shown as soon as it is read, unless the reader goes elsewhere.
    follow: Option<PaperId>,
    /// The number of the next paper.
    next: u32,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Place {
    /// The start, with the list of papers.
    #[default]
    Start,
    /// A paper beside what was understood of it.
    Preview(PaperId),
    /// The minutes of a paper, in the viewer.
    Minutes(PaperId),
    /// All minutes together, as a shelf.
    Shelf,
}

/// A side of the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Side {
    /// What was understood.
    #[default]
    Understood,
    /// The text as received.
    Source,
}

/// Something of the preview that is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    /// A line of the source, counted from 1.
    Line(usize),
    /// A notice, by its place in the list.
    Notice(usize),
}

/// What was not taken of what was brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missed {
    /// There were more files than are taken at once.
    TooMany,
    /// The browser does not show what is in a folder.
    Closed,
}

/// Something to be told beside the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Files were handed to the browser to be saved.
    Saved {
        /// How many.
        n_files: usize,
    },
    /// A folder held more files than are taken at once.
    TooMany {
        /// How many were taken.
        n_taken: usize,
    },
    /// A file held more meetings than are taken.
    TooManyMeetings {
        /// How many were taken.
        n_taken: usize,
        /// How many it holds.
        n_meetings: usize,
    },
    /// A folder was brought of which the browser does not show what is in it.
    Closed,
    /// Nothing was brought that could be taken: an empty folder, words that were none.
    Nothing,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAction {
    /// Files were dropped or picked; what was not taken of them.
    Bring(Vec<Brought>, Option<Missed>),
    /// A text was pasted.
    Paste(String),
    /// A pasted text was changed.
    Repaste(PaperId, String),
    /// The reading of a paper, begun at this turn, has come to an end.
    Finish(PaperId, u32, Result<Content, Refusal>),
    /// A paper is to be read in this encoding, whatever it looks like; with none, in the one it looks like.
    Overrule(PaperId, Option<Encoding>),
    /// A paper is taken off the desk.
    TakeOff(PaperId),
    /// All papers are taken off the desk.
    TakeAllOff,
    /// Something else is looked at.
    Look(Place),
    /// The other side of the preview is shown.
    Turn(Side),
    /// Something of the preview is pointed at.
    Point(Pointed),
    /// The pasted text that is looked at is changed, or no longer.
    Edit(bool),
    /// Files are held over the page, or no longer.
    Drag(bool),
    /// Something is to be told.
    Tell(Told),
    /// Settings were changed.
    Set(Settings),
}

impl Place {
    /// The fragment of an address that leads there: `files`, `file=3`, `file=3;open=1`, `shelf`.
    pub fn fragment(self) -> String {
        match self {
            Place::Start => "files".to_owned(),
            Place::Preview(PaperId(number)) => format!("file={number}"),
            Place::Minutes(PaperId(number)) => format!("file={number};open=1"),
            Place::Shelf => "shelf".to_owned(),
        }
    }

    /// The place to which a fragment leads; nothing where it is one of the minutes themselves.
    pub fn of_fragment(fragment: &str) -> Option<Place> {
        match fragment {
            "files" => return Some(Place::Start),
            "shelf" => return Some(Place::Shelf),
            _ => {}
        }
        let place = fragment.strip_prefix("file=")?;
        let (number, opens) =
            place.split_once(";open=1").map_or((place, false), |(number, _)| (number, true));
        let id = PaperId(number.parse().ok()?);
        Some(if opens { Place::Minutes(id) } else { Place::Preview(id) })
    }
}

impl Desk {
    /// An empty desk for a reader with these settings.
    pub fn new(settings: Settings) -> Desk {
        Desk { settings, ..Desk::default() }
    }

    /// A paper.
    pub fn paper(&self, id: PaperId) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.id == id)
    }

    /// The paper that is being read.
    pub fn being_read(&self) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.state == PaperState::Reading)
    }

    /// The next state. Where an action changes nothing, the same state comes back.
    pub fn reduce(self: Rc<Self>, action: DeskAction) -> Rc<Desk> {
        let mut next = (*self).clone();
        match action {
            DeskAction::Bring(brought, missed) => next.bring(brought, missed),
            DeskAction::Paste(text) => next.paste(text),
            DeskAction::Repaste(id, text) => next.repaste(id, text),
            DeskAction::Finish(id, turn, outcome) => next.finish(id, turn, outcome),
            DeskAction::Overrule(id, encoding) => next.overrule(id, encoding),
            DeskAction::TakeOff(id) => next.take_off(id),
            DeskAction::TakeAllOff => {
                next = Desk { settings: next.settings, next: next.next, ..Desk::default() };
            }
            DeskAction::Look(place) => next.look(place),
            DeskAction::Turn(side) => next.side = side,
            DeskAction::Point(pointed) => next.point(pointed),
            DeskAction::Edit(editing) => next.editing = editing,
            DeskAction::Drag(dragging) => next.dragging = dragging,
            DeskAction::Tell(told) => next.told = Some(told),
            DeskAction::Set(settings) => next.settings = settings,
        }
        next.go_on();
        if next == *self { self } else { Rc::new(next) }
    }

    /// Has the first paper that waits read, where none is being read.
    fn go_on(&mut self) {
        if self.being_read().is_none()
            && let Some(paper) = self.papers.iter_mut().find(|paper| paper.state == PaperState::Waiting)
        {
            paper.state = PaperState::Reading;
        }
    }

    fn bring(&mut self, brought: Vec<Brought>, missed: Option<Missed>) {
        let n_taken = brought.len();
        self.dragging = false;
        self.look(Place::Start);
        self.told = match (n_taken, missed) {
            (_, Some(Missed::Closed)) => Some(Told::Closed),
            (0, _) => Some(Told::Nothing),
            (_, Some(Missed::TooMany)) => Some(Told::TooMany { n_taken }),
            (_, None) => None,
        };
        let is_alone = self.papers.is_empty() && n_taken == 1 && missed.is_none();
        for Brought { handle, name, size } in brought {
            let id = self.lay_down(Origin::File { handle, name }, size);
            if is_alone {
                self.follow = Some(id);
            }
        }
    }

    /// How many bytes all papers have that are or will be in memory.
    fn size(&self) -> u64 {
        let kept = self.papers.iter().filter(|paper| !matches!(paper.state, PaperState::Refused(_)));
        kept.map(|paper| paper.size).sum()
    }

    /// Lays a paper on the desk. One that is too large is refused by its size, before anybody opens it.
    fn lay_down(&mut self, origin: Origin, size: u64) -> PaperId {
        let state = if size > MAX_LEN {
            PaperState::Refused(Refusal::TooLarge)
        } else if self.size().saturating_add(size) > MAX_LEN {
            PaperState::Refused(Refusal::TooMuch)
        } else {
            PaperState::Waiting
        };
        let id = PaperId(self.next);
        self.next = self.next.wrapping_add(1);
        let mut paper = Paper { id, origin, size, asked: None, state, turn: 0 };
        if !paper.is_pending() {
            paper.let_go();
        }
        self.papers.push(paper);
        id
    }

    fn paste(&mut self, text: String) {
        if text.trim().is_empty() {
            self.told = Some(Told::Nothing);
            return;
        }
        self.look(Place::Start);
        let numbers = self.papers.iter().filter_map(|paper| match paper.origin {
            Origin::Pasted { number, .. } => Some(number),
            Origin::File { .. } | Origin::Meeting { .. } => None,
        });
        let number = numbers.max().unwrap_or(0) + 1;
        let size = text.len() as u64;
        let id = self.lay_down(Origin::Pasted { number, text: text.into() }, size);
        self.follow = Some(id);
    }

    fn repaste(&mut self, id: PaperId, text: String) {
        self.editing = false;
        self.pointed = None;
        let Some(paper) = self.paper_mut(id) else { return };
        let Origin::Pasted { number, .. } = paper.origin else { return };
        paper.size = text.len() as u64;
        paper.origin = Origin::Pasted { number, text: text.into() };
        paper.begin_again();
    }

    fn finish(&mut self, id: PaperId, turn: u32, outcome: Result<Content, Refusal>) {
        let Some(paper) = self.paper_mut(id) else { return };
        if paper.turn != turn || paper.state != PaperState::Reading {
            return;
        }
        paper.state = match outcome {
            Ok(Content::Minutes(understood)) => PaperState::Read(understood),
            Ok(Content::Shelf(shelf)) => return self.take_apart(id, &shelf),
            Err(refusal) => PaperState::Refused(refusal),
        };
        paper.let_go();
        let is_pasted = matches!(paper.origin, Origin::Pasted { .. });
        let is_shown = is_pasted || paper.understood().is_some();
        if self.follow == Some(id) && self.place == Place::Start && is_shown {
            self.look(Place::Preview(id));
        }
    }

    fn overrule(&mut self, id: PaperId, encoding: Option<Encoding>) {
        self.pointed = None;
        let Some(paper) = self.paper_mut(id) else { return };
        if paper.has_encoding() && paper.asked != encoding {
            paper.asked = encoding;
            paper.begin_again();
        }
    }

    fn take_off(&mut self, id: PaperId) {
        self.papers.retain(|paper| paper.id != id);
        self.told = None;
        if matches!(self.place, Place::Preview(at) | Place::Minutes(at) if at == id) {
            self.look(Place::Start);
        }
    }

    /// Looks at something, as far as it is there.
    fn look(&mut self, place: Place) {
        let place = match place {
            Place::Start => Place::Start,
            Place::Preview(id) if self.paper(id).is_some() => place,
            Place::Minutes(id) if self.paper(id).and_then(Paper::understood).is_some() => place,
            Place::Shelf if self.for_shelf().nth(1).is_some() => Place::Shelf,
            Place::Preview(_) | Place::Minutes(_) | Place::Shelf => return,
        };
        self.follow = None;
        if self.place != place {
            self.place = place;
            self.side = Side::default();
            self.pointed = None;
            self.editing = false;
            self.told = None;
        }
    }

    fn point(&mut self, pointed: Pointed) {
        self.side = match pointed {
            Pointed::Line(_) => Side::Source,
            Pointed::Notice(_) => Side::Understood,
        };
        self.editing = false;
        self.pointed = Some(pointed);
        self.n_pointed = self.n_pointed.wrapping_add(1);
    }

    fn paper_mut(&mut self, id: PaperId) -> Option<&mut Paper> {
        self.papers.iter_mut().find(|paper| paper.id == id)
    }
}
