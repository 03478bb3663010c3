//! What ties meetings of a shelf, as plain data: the same matters, and words that point to another meeting.
//!
//! May live here: threads and references as a reader sees them. May not: how they are found (`shelf`).

use std::rc::Rc;

use super::shelf::day;
use crate::app::permalink::speech_anchor;
use crate::app::shelf::ShelfState;
use crate::app::words::{self, Lang, ShelfMsg};
use crate::order::sort_by_key;
use crate::shelf::{Entry, EntryId, Matter, Reference, Thread, Tie};

/// A matter that several meetings have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadView {
    /// 議題, 話題
    pub kind: String,
    /// Its words as printed: they are what ties the meetings.
    pub name: String,
    /// The council as printed, where the shelf has several.
    pub council: String,
    /// Where it comes up, in the order of the meetings.
    pub ties: Vec<TieView>,
}

/// A place in another meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct TieView {
    /// The meeting.
    pub entry: EntryId,
    /// The name by which links know it.
    pub key: String,
    /// What it is called beside others of its council.
    pub name: String,
    /// The words that point there as printed; empty where the name of the thread says it.
    pub words: String,
    /// The fragment that leads to the place inside the meeting.
    pub inside: String,
}

/// What ties a meeting to others.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct MeetingTies {
    /// How many ties there are.
    pub n: usize,
    /// The matters that others take up, too; of each only the others.
    pub threads: Vec<Rc<ThreadView>>,
    /// The meetings to which words of this one point.
    pub points_to: Vec<TieView>,
    /// The meetings whose words point to this one.
    pub pointed_from: Vec<TieView>,
}

/// A thread, with the places at which it comes up in the meetings that are let through. Of thousands few are shown.
pub struct Common<'a> {
    thread: &'a Thread,
    ties: Vec<&'a Tie>,
}

impl Common<'_> {
    /// As a reader sees it.
    pub fn view(&self, state: &ShelfState) -> ThreadView {
        thread_view(state, self.thread, self.ties.iter().copied())
    }
}

/// The threads that come up in at least two of these meetings, those of most meetings first.
pub fn threads<'a>(state: &'a ShelfState, entries: &[EntryId]) -> Vec<Common<'a>> {
    let is_there = |tie: &&Tie| entries.binary_search(&tie.entry).is_ok();
    let of = |thread: &'a Thread| Common { thread, ties: thread.ties.iter().filter(is_there).collect() };
    let mut common: Vec<Common> =
        state.shelf.threads.iter().map(of).filter(|common| common.ties.len() > 1).collect();
    sort_by_key(&mut common, |common| std::cmp::Reverse(common.ties.len()));
    common
}

/// What ties one meeting to others.
pub fn of_meeting(state: &ShelfState, id: EntryId) -> MeetingTies {
    let (shelf, lang) = (&state.shelf, state.settings.lang);
    let is_here = |thread: &&Thread| thread.ties.iter().any(|tie| tie.entry == id);
    let others = |thread: &Thread| {
        let others = thread.ties.iter().filter(|tie| tie.entry != id);
        Rc::new(ThreadView { council: String::new(), ..thread_view(state, thread, others) })
    };
    let threads: Vec<Rc<ThreadView>> = shelf.threads.iter().filter(is_here).map(others).collect();
    let tie = |other: EntryId, reference: &Reference, inside: String| {
        let entry = shelf.entry(other)?;
        let words = words::one_line(&reference.words);
        Some(TieView {
            entry: other,
            key: entry.key.to_string(),
            name: short_name(lang, entry),
            words,
            inside,
        })
    };
    let from_here = shelf.references.iter().filter(|reference| reference.entry == id);
    let points_to: Vec<TieView> = from_here.filter_map(|from| tie(from.to?, from, String::new())).collect();
    let to_here = shelf.references.iter().filter(|reference| reference.to == Some(id));
    let place = |reference: &Reference| reference.speech.map(speech_anchor).unwrap_or_default();
    let pointed_from: Vec<TieView> = to_here.filter_map(|to| tie(to.entry, to, place(to))).collect();
    MeetingTies { n: threads.len() + points_to.len() + pointed_from.len(), threads, points_to, pointed_from }
}

fn thread_view<'a>(state: &ShelfState, thread: &Thread, ties: impl Iterator<Item = &'a Tie>) -> ThreadView {
    let lang = state.settings.lang;
    let tie = |tie: &Tie| {
        let entry = state.shelf.entry(tie.entry)?;
        let inside = tie.speech.map(speech_anchor).unwrap_or_default();
        let (key, name) = (entry.key.to_string(), short_name(lang, entry));
        Some(TieView { entry: tie.entry, key, name, words: String::new(), inside })
    };
    let kind = match thread.matter {
        Matter::Agenda => ShelfMsg::OfAgenda,
        Matter::Subject => ShelfMsg::OfSubject,
    };
    let shelf = &state.shelf;
    let council = thread.ties.first().and_then(|tie| shelf.entry(tie.entry)?.council);
    let council = council.filter(|_| shelf.councils.len() > 1).map(|id| words::one_line(shelf.council(id)));
    ThreadView {
        council: council.unwrap_or_default(),
        kind: lang.t(kind).to_owned(),
        name: words::one_line(&thread.name),
        ties: ties.filter_map(tie).collect(),
    }
}

/// What a meeting is called beside others of its council: its day, or its title where that is not known.
pub fn short_name(lang: Lang, entry: &Entry) -> String {
    if entry.date.is_some() { day(lang, entry) } else { words::one_line(&entry.title) }
}
