//! The page of a shelf: many meetings, of which one is read at a time.
//!
//! A meeting lies in its block until it is wanted: because it is opened, or because words are looked for
//! that nobody else looks for. Which one is unpacked next is part of the state, so that whoever unpacks only
//! has to look. So is which one is searched next.
//!
//! May live here: what is looked at, the table of actions; a meeting in hand is in [`held`], links in
//! [`address`]. May not: how it is shown (`screen::shelf`), how blocks are unpacked (`browser`), what ties
//! meetings (`shelf`).

pub mod address;
pub mod held;

use std::rc::Rc;

use super::settings::Settings;
use super::shared::Shared;
use super::state::MAX_QUERY_CHARS;
use crate::bundle::BundleError;
use crate::bundle::shelf::read_directory;
use crate::bundle::shelf::read_meeting;
pub use crate::bundle::shelf::{DIRECTORY, MAX_LEN, PRIME, block_id};
use crate::filter::Chosen;
pub use crate::model::Minutes;
use crate::search::Query;
pub use crate::search::engine::{Answer, Question};
use crate::shelf::{Choice, EntryId, Facet, Selected, Shelf, SpeakerId};
pub use held::{Found, Held, HitLine, Hits};

/// A shelf as it is passed on.
pub type SharedShelf = Shared<Shelf>;

/// A meeting in hand.
pub type InHand = Shared<Held>;

/// What has become of the block of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub enum Volume {
    /// It has not been unpacked.
    Shut,
    /// The meeting is in hand.
    Open(InHand),
    /// It is broken.
    Broken(Breakage),
}

/// Why a block gives no minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breakage {
    /// There is no such block, or what is in it cannot be unpacked.
    Damaged,
    /// What was unpacked are no minutes.
    Data(BundleError),
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Place {
    /// The start, with all meetings.
    #[default]
    Start,
    /// A meeting.
    Meeting {
        /// Which.
        entry: EntryId,
        /// The fragment that says with what it opens; what is done in it later is not told here.
        inside: String,
    },
}

/// Who looks for words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Finder {
    /// The page, meeting by meeting: each has to be in hand.
    #[default]
    Page,
    /// The engine beside the page, which holds every text. The page looks only for the words around.
    Engine,
}

/// How many meetings are in hand at most, but for those that are still to be searched.
pub const MAX_IN_HAND: usize = 64;

/// How many meetings are listed before the reader asks for more.
pub const LISTED: usize = 100;

/// How many matters that meetings have in common are shown before the reader asks for more.
pub const THREADS: usize = 10;

/// All that a reader of a shelf has chosen, and the meetings in hand.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ShelfState {
    /// How the reader likes the page.
    pub settings: Settings,
    /// The shelf.
    pub shelf: SharedShelf,
    /// What the file is called; empty where it has no name of its own.
    pub title: String,
    /// The meetings; `EntryId` is the index.
    pub volumes: Vec<Volume>,
    /// Those in hand, in the order in which they came.
    in_hand: Vec<EntryId>,
    /// Who looks for words.
    pub finder: Finder,
    /// The words in the search box, as typed.
    pub query: String,
    /// The filters. Of a facet of which nothing is chosen, everything is let through.
    pub chosen: Chosen<Choice>,
    /// What is looked at.
    pub place: Place,
    /// Whether a link has named a meeting that is not here.
    pub missed: bool,
    /// How many meetings are listed at most.
    pub n_listed: usize,
    /// How many matters that meetings have in common are shown at most.
    pub n_threads: usize,
    /// Whether a narrow screen shows the filters.
    pub filters_shown: bool,
    /// What was found in each meeting; nothing in those that have not been searched. `EntryId` is the index.
    pub hits: Vec<Option<Hits>>,
    /// Counts the searches, so that an answer that comes late is known as such.
    pub turn: u32,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum ShelfAction {
    /// The search box holds other words. Sent only once an input method has settled them.
    Search(String),
    /// One value of a facet is let through, or no longer.
    Toggle(Choice),
    /// The filters of one facet are taken off.
    ClearFacet(Facet),
    /// Every filter is taken off, the words stay.
    ClearFilters,
    /// Every filter is taken off, and the words.
    ClearAll,
    /// More meetings are listed.
    More,
    /// More matters that meetings have in common are shown.
    MoreThreads,
    /// The filters are shown on a narrow screen, or no longer.
    ShowFilters(bool),
    /// A meeting is opened at a place inside it.
    Open(EntryId, String),
    /// Back to the start.
    Close,
    /// The address has another fragment.
    Visit(String),
    /// The block of a meeting was unpacked, or is broken.
    Finish(EntryId, Result<InHand, Breakage>),
    /// Meetings were searched, in this turn.
    Found(u32, Vec<(EntryId, Hits)>),
    /// Somebody else looks for words from now on.
    FindBy(Finder),
    /// The engine has searched these meetings, in this turn; those of them in which it found something.
    Counted(u32, Vec<EntryId>, Vec<(EntryId, usize)>),
    /// Settings were changed.
    Set(Settings),
}

/// Meetings in the order in which they are listed: by council, and of each the newest first; those of which
/// the year is not known stand last.
pub fn in_order(shelf: &Shelf, entries: &[EntryId]) -> Vec<EntryId> {
    let mut out = Vec::new();
    for group in shelf.groups(entries) {
        let (known, unknown): (Vec<_>, Vec<_>) = group.years.iter().partition(|year| year.year.is_some());
        for year in known.into_iter().rev().chain(unknown) {
            out.extend(year.entries.iter().rev());
        }
    }
    out
}

/// The shelf of a directory as it was unpacked; nothing where it could not be.
///
/// # Errors
///
/// Why it is none, in a sentence for the reader.
pub fn shelf_of(directory: Option<&[u8]>) -> Result<SharedShelf, String> {
    let damaged = || BundleError::Packed { id: DIRECTORY.to_owned() };
    let text = directory.and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(damaged);
    let shelf = text.and_then(read_directory).map_err(|error| error.to_string())?;
    Ok(shelf.into())
}

/// Takes the meeting of an entry in hand from what was packed in its block.
///
/// # Errors
///
/// Why it gives no minutes.
pub fn take_in_hand(bytes: Option<&[u8]>, shelf: &Shelf, entry: EntryId) -> Result<InHand, Breakage> {
    let bytes = bytes.ok_or(Breakage::Damaged)?;
    let minutes = read_meeting(bytes).map_err(Breakage::Data)?;
    InHand::new(minutes, shelf, entry).ok_or(Breakage::Damaged)
}

impl InHand {
    /// Takes minutes in hand; nothing where the shelf has no such entry.
    pub fn new(minutes: Minutes, shelf: &Shelf, entry: EntryId) -> Option<InHand> {
        Some(Held::new(minutes, shelf, shelf.entry(entry)?).into())
    }
}

impl ShelfState {
    /// The shelf with all meetings in their blocks, at the place to which a fragment leads.
    pub fn new(shelf: SharedShelf, title: String, settings: Settings, fragment: &str) -> ShelfState {
        let n_entries = shelf.entries.len();
        let volumes = vec![Volume::Shut; n_entries];
        let hits = vec![None; n_entries];
        let mut reading = ShelfState {
            settings,
            shelf,
            title,
            volumes,
            hits,
            n_listed: LISTED,
            n_threads: THREADS,
            ..ShelfState::default()
        };
        reading.visit(fragment);
        reading
    }

    /// The next state. Where an action changes nothing, the same state comes back.
    pub fn reduce(self: Rc<Self>, action: ShelfAction) -> Rc<ShelfState> {
        let mut next = (*self).clone();
        match action {
            ShelfAction::Search(typed) => next.search(&typed),
            ShelfAction::Toggle(choice) => next.choose(|chosen| chosen.toggle(choice)),
            ShelfAction::ClearFacet(facet) => {
                next.choose(|chosen| chosen.retain(|choice| choice.facet() != facet));
            }
            ShelfAction::ClearFilters => next.choose(Chosen::clear),
            ShelfAction::ClearAll => {
                next.choose(Chosen::clear);
                next.search("");
            }
            ShelfAction::More => next.n_listed = next.n_listed.saturating_add(LISTED),
            ShelfAction::MoreThreads => next.n_threads = next.n_threads.saturating_add(LISTED),
            ShelfAction::ShowFilters(shown) => next.filters_shown = shown,
            ShelfAction::Open(entry, inside) => next.open(entry, inside),
            ShelfAction::Close => next.place = Place::Start,
            ShelfAction::Visit(fragment) => next.visit(&fragment),
            ShelfAction::Finish(entry, outcome) => next.finish(entry, outcome),
            ShelfAction::Found(turn, found) => next.found(turn, found),
            ShelfAction::FindBy(finder) => next.find_by(finder),
            ShelfAction::Counted(turn, among, counts) => next.counted(turn, &among, &counts),
            ShelfAction::Set(settings) => next.settings = settings,
        }
        if next == *self { self } else { Rc::new(next) }
    }

    /// The meeting whose block is to be unpacked.
    pub fn to_unpack(&self) -> Option<EntryId> {
        let is_shut = |&id: &EntryId| self.volumes.get(id.idx()) == Some(&Volume::Shut);
        if let Place::Meeting { entry, .. } = self.place {
            return Some(entry).filter(is_shut);
        }
        if !self.is_searching() {
            return None;
        }
        match self.finder {
            Finder::Page => self.shelf.ids().rev().find(|id| is_shut(id) && self.hits_of(*id).is_none()),
            Finder::Engine => self.listed().into_iter().find(|id| is_shut(id) && self.lacks_words(*id)),
        }
    }

    /// What was found in a meeting; nothing where it has not been searched.
    pub fn hits_of(&self, id: EntryId) -> Option<&Hits> {
        self.hits.get(id.idx())?.as_ref()
    }

    /// Whether something was found in a meeting of which nobody has seen the words around.
    fn lacks_words(&self, id: EntryId) -> bool {
        self.hits_of(id).is_some_and(|hits| hits.n > 0 && hits.found.is_none())
    }

    /// The meetings that the filters let through and that hold the words.
    pub fn select(&self) -> Selected {
        let is_searching = self.is_searching();
        self.shelf.select_among(&self.chosen, &|id, speaker| {
            let Some(hits) = self.hits_of(id).filter(|_| is_searching) else { return !is_searching };
            match (speaker, &hits.found) {
                (Some(speaker), Some(found)) => found.speakers.contains(speaker),
                // As long as it is not known who says it, it may be anybody of the meeting.
                _ => hits.n > 0,
            }
        })
    }

    /// The meetings that are listed, in the order in which they are.
    pub fn listed(&self) -> Vec<EntryId> {
        let selected = self.select();
        in_order(&self.shelf, &selected.entries).into_iter().take(self.n_listed).collect()
    }

    /// What the engine is asked, under a number that the answer will bear.
    pub fn question(&self, id: u32) -> Question {
        let labels: Vec<String> =
            self.speakers().iter().map(|speaker| self.shelf.speaker(speaker).to_owned()).collect();
        let speakers = Some(labels).filter(|labels| !labels.is_empty());
        Question { id, typed: self.query.clone(), speakers, ..Question::default() }
    }

    /// The meetings in hand that are still to be searched. Who has gone into a meeting waits for none.
    pub fn to_search(&self) -> impl Iterator<Item = (EntryId, &InHand)> {
        let is_waiting = |id: &EntryId| match self.finder {
            Finder::Page => self.hits_of(*id).is_none(),
            Finder::Engine => self.lacks_words(*id),
        };
        let searches = self.is_searching() && self.place == Place::Start;
        let ids = self.shelf.ids().rev().filter(move |id| searches && is_waiting(id));
        ids.filter_map(|id| Some((id, self.in_hand_of(id)?)))
    }

    /// Searches meetings that are to be searched, one at least, as long as there is time; what was found in each.
    pub fn search_on(&self, has_time: impl Fn() -> bool) -> Vec<(EntryId, Hits)> {
        let (query, speakers) = (Query::parse(&self.query), self.speakers());
        let mut found = Vec::new();
        for (id, held) in self.to_search() {
            found.push((id, held.find(&query, &speakers)));
            if !has_time() {
                break;
            }
        }
        found
    }

    /// A meeting, if it is in hand.
    pub fn in_hand_of(&self, id: EntryId) -> Option<&InHand> {
        match self.volumes.get(id.idx()) {
            Some(Volume::Open(held)) => Some(held),
            _ => None,
        }
    }

    /// Whether words are looked for.
    pub fn is_searching(&self) -> bool {
        !Query::parse(&self.query).is_empty()
    }

    /// The speakers that are chosen.
    pub fn speakers(&self) -> Chosen<SpeakerId> {
        let speaker = |choice| match choice {
            Choice::Speaker(id) => Some(id),
            Choice::Council(_) | Choice::Year(_) => None,
        };
        self.chosen.iter().filter_map(speaker).collect()
    }

    /// The fragment of the address that leads to the start as it is.
    pub fn start_fragment(&self) -> String {
        address::write(&self.shelf, &self.query, &self.chosen)
    }

    /// The fragment of the address that leads here.
    pub fn fragment(&self) -> String {
        match &self.place {
            Place::Start => self.start_fragment(),
            Place::Meeting { entry, inside } => address::of_meeting(&self.shelf, *entry, inside),
        }
    }

    fn search(&mut self, typed: &str) {
        let query: String = typed.chars().take(MAX_QUERY_CHARS).collect();
        if query != self.query {
            self.query = query;
            self.missed = false;
            self.begin();
        }
    }

    fn choose(&mut self, change: impl FnOnce(&mut Chosen<Choice>)) {
        let before = self.speakers();
        change(&mut self.chosen);
        self.n_listed = LISTED;
        self.n_threads = THREADS;
        self.missed = false;
        // Of the other facets a meeting is one or the other: what was found in it stays.
        if self.speakers() != before {
            self.begin();
        }
    }

    /// Begins to search anew.
    fn begin(&mut self) {
        self.turn = self.turn.wrapping_add(1);
        self.hits = vec![None; self.volumes.len()];
        self.n_listed = LISTED;
        self.n_threads = THREADS;
    }

    fn open(&mut self, entry: EntryId, inside: String) {
        if self.shelf.entry(entry).is_some() {
            self.place = Place::Meeting { entry, inside };
            self.missed = false;
        }
    }

    fn visit(&mut self, fragment: &str) {
        let asked = address::parse(&self.shelf, fragment);
        self.missed = asked.missed;
        match (asked.meeting, &self.place) {
            // Within the meeting that is read, the meeting follows by itself.
            (Some((to, _)), Place::Meeting { entry, .. }) if to == *entry => {}
            (Some((entry, inside)), _) => self.place = Place::Meeting { entry, inside },
            (None, _) => {
                self.place = Place::Start;
                if !asked.missed {
                    self.search(&asked.query);
                    self.choose(|chosen| *chosen = asked.chosen);
                }
            }
        }
    }

    fn finish(&mut self, entry: EntryId, outcome: Result<InHand, Breakage>) {
        if let Some(slot) = self.volumes.get_mut(entry.idx()).filter(|slot| **slot == Volume::Shut) {
            *slot = match outcome {
                Ok(held) => Volume::Open(held),
                Err(why) => Volume::Broken(why),
            };
            self.in_hand.push(entry);
            self.put_back();
        }
    }

    /// Puts the meeting back that came first of those that nobody needs, where too many are in hand.
    fn put_back(&mut self) {
        let is_read = |id: EntryId| matches!(self.place, Place::Meeting { entry, .. } if entry == id);
        let is_needed = |id: EntryId| is_read(id) || (self.is_searching() && self.hits_of(id).is_none());
        if self.in_hand.len() <= MAX_IN_HAND {
            return;
        }
        if let Some(at) = self.in_hand.iter().position(|&id| !is_needed(id)) {
            let id = self.in_hand.remove(at);
            if let Some(slot) = self.volumes.get_mut(id.idx()).filter(|slot| matches!(slot, Volume::Open(_)))
            {
                *slot = Volume::Shut;
            }
        }
    }

    fn find_by(&mut self, finder: Finder) {
        if self.finder != finder {
            self.finder = finder;
            self.begin();
        }
    }

    fn counted(&mut self, turn: u32, among: &[EntryId], counts: &[(EntryId, usize)]) {
        if turn != self.turn {
            return;
        }
        let mut set = |id: EntryId, n: usize| {
            if let Some(slot) = self.hits.get_mut(id.idx())
                && slot.as_ref().is_none_or(|hits| hits.n != n)
            {
                *slot = Some(Hits { n, found: None });
            }
        };
        let mut found = counts.iter().peekable();
        for &id in among {
            let n = found.next_if(|(of, _)| *of == id).map_or(0, |(_, n)| *n);
            set(id, n);
        }
    }

    fn found(&mut self, turn: u32, found: Vec<(EntryId, Hits)>) {
        if turn != self.turn {
            return;
        }
        for (id, hits) in found {
            if let Some(slot) = self.hits.get_mut(id.idx()) {
                *slot = Some(hits);
            }
        }
    }
}
