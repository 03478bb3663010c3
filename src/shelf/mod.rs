//! A shelf: many meetings, each known by a card, in order, with what ties them.
//!
//! 1. [`Draft::of`] reads one set of minutes and keeps what the shelf needs of it, so that the minutes
//!    themselves can go.
//! 2. [`Shelf::bind`] puts the drafts in order, numbers councils and speakers, and follows threads.
//! 3. [`Shelf::select`] lets meetings through and counts what each facet would give; [`Shelf::groups`]
//!    and [`Shelf::years`] lay out what is let through.
//!
//! May live here: what is known of a meeting without its text, order, groups, filters of meetings,
//! threads. May not: the text of a meeting, how a shelf is written (`bundle`) or shown (`app`).

mod clues;
mod draft;
mod key;
mod name;
mod select;
mod threads;

pub use draft::Draft;
pub use key::EntryKey;
pub use select::{Choice, CouncilGroup, Counts, Facet, Selected, YearCount, YearGroup};

use crate::model::{Date, Minutes, SpeechId, ids};
use crate::source::TextRange;

ids! {
    /// A meeting of a shelf: its place in the order of the shelf, from 0. It changes when meetings are added;
    /// [`EntryKey`] does not.
    EntryId
    /// A council of a shelf, in the order of names, from 0.
    CouncilId
    /// A speaker label of a shelf, in order of first appearance, from 0.
    SpeakerId
}

/// Many meetings in order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Shelf {
    /// The names of councils as first printed; `CouncilId` is the index. Names that differ in width and
    /// space only are one.
    pub councils: Vec<String>,
    /// The speaker labels of all meetings as printed; `SpeakerId` is the index. A label is not a person:
    /// the same label in two councils may be two people.
    pub speakers: Vec<String>,
    /// The meetings; `EntryId` is the index. By council in the order of names, those without one last; of a
    /// council by fiscal year, day and 回, what is not known last.
    pub entries: Vec<Entry>,
    /// What is spoken about in several meetings of a council.
    pub threads: Vec<Thread>,
    /// Words of a meeting that point to another, in the order of the entries.
    pub references: Vec<Reference>,
}

/// What is known of a meeting without its text. What the minutes do not say is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name by which links know it, the same on every shelf.
    pub key: EntryKey,
    /// What the minutes call themselves.
    pub title: String,
    /// Who met: the title without its year, its 回 and the word for the record.
    pub council: Option<CouncilId>,
    /// The day.
    pub date: Option<Date>,
    /// 年度, from April to March: of the day where it is known, else as the title prints it.
    pub fiscal_year: Option<u16>,
    /// 回, as the title counts.
    pub session: Option<u32>,
    /// 開催場所.
    pub place: Option<String>,
    /// How many speeches there are.
    pub n_speeches: u32,
    /// How many characters the text has (Unicode scalar values).
    pub n_chars: u32,
    /// Who speaks how often, in order of [`SpeakerId`], each once.
    pub speakers: Vec<(SpeakerId, u32)>,
    /// The headings under which speeches stand, with their numbers, in printed order; `TopicId` is the
    /// index.
    pub topics: Vec<String>,
    /// The file the minutes were read from, below the folder asked for.
    pub file: String,
}

/// What several meetings of a council have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// What it is that they share.
    pub matter: Matter,
    /// Its words as first printed.
    pub name: String,
    /// Where it comes up, in the order of the entries; of at least two meetings.
    pub ties: Vec<Tie>,
}

/// What a thread follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Matter {
    /// The same words in the agenda or over the discussion.
    Agenda,
    /// The same subject of speeches.
    Subject,
}

/// A place at which a thread comes up, once for each meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The meeting.
    pub entry: EntryId,
    /// The first speech that belongs to it; `None` where it is announced and nobody speaks to it.
    pub speech: Option<SpeechId>,
    /// The words that tie it, in bytes of the meeting's text.
    pub words: TextRange,
}

/// Words that point to another meeting of the same council: 「前回の会議で」, 「令和6年度第1回会議」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The meeting in which they stand.
    pub entry: EntryId,
    /// The speech in which they stand; `None` outside of speeches.
    pub speech: Option<SpeechId>,
    /// Where they stand, in bytes of the meeting's text.
    pub range: TextRange,
    /// The words as printed.
    pub words: String,
    /// The meeting that is meant; `None` where it cannot be proved, or is not on the shelf.
    pub to: Option<EntryId>,
}

impl Shelf {
    /// The shelf of minutes that are all at hand, each with the name of its file. Of the same text twice
    /// one is kept.
    pub fn of(meetings: &[(String, Minutes)]) -> Shelf {
        let drafts = meetings.iter().map(|(file, minutes)| Draft::of(file, minutes)).collect();
        Shelf::bind(drafts).0
    }

    /// A meeting.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(id.idx())
    }

    /// The meeting that a link names: the one of that key, else the only one of the same council, day and
    /// 回, whose text was corrected since.
    pub fn find(&self, key: EntryKey) -> Option<EntryId> {
        let at = |entry: usize| EntryId(entry as u32);
        if let Some(found) = self.entries.iter().position(|entry| entry.key == key) {
            return Some(at(found));
        }
        let mut like = self.entries.iter().enumerate().filter(|(_, entry)| entry.key.is_same_meeting(key));
        match (like.next(), like.next()) {
            (Some((found, _)), None) => Some(at(found)),
            _ => None,
        }
    }

    /// The name of a council.
    pub fn council(&self, id: CouncilId) -> &str {
        self.councils.get(id.idx()).map(String::as_str).unwrap_or_default()
    }

    /// A speaker label.
    pub fn speaker(&self, id: SpeakerId) -> &str {
        self.speakers.get(id.idx()).map(String::as_str).unwrap_or_default()
    }

    /// What the shelf is called where nobody named it: its council, if there is only one.
    pub fn display_title(&self) -> String {
        match self.councils.as_slice() {
            [council] if self.entries.iter().all(|entry| entry.council.is_some()) => {
                format!("{council} 会議録")
            }
            _ => "会議録".to_owned(),
        }
    }

    /// All meetings, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = EntryId> + use<> {
        (0..self.entries.len()).map(|at| EntryId(at as u32))
    }

    /// The newest meeting whose day is known, else the last one.
    pub fn newest(&self) -> Option<EntryId> {
        self.ids().max_by_key(|&id| self.entry(id).and_then(|entry| entry.date))
    }
}
