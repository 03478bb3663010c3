//! The page of a shelf as plain data: the meetings that are let through, what was found in them, filters.
//!
//! May live here: what a reader sees of many meetings. May not: what ties them ([`super::ties`]), what is
//! inside of one (`compose`).

use std::rc::Rc;

use super::ties::{self, MeetingTies, ThreadView};
use crate::app::ledger::Excerpt;
use crate::app::permalink::speech_anchor;
use crate::app::shelf::{Breakage, HitLine, Hits, Place, ShelfAction, ShelfState, Volume, address, in_order};
use crate::app::words::{self, Lang, Msg, ShelfMsg};
use crate::chars;
use crate::model::SpeechId;
use crate::order::sort_by_key;
use crate::shelf::{Choice, Entry, EntryId, Facet, Selected, Shelf, SpeakerId};

/// The page of a shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfScreen {
    /// The language of all words that are not the minutes'.
    pub lang: Lang,
    /// What the window and the page are called.
    pub title: String,
    /// How many meetings, of which years, with how many speeches: one short phrase each.
    pub summary: Vec<String>,
    /// The fragment that leads to the start as it is; never empty, since a bare `#` is taken for a link to
    /// another page.
    pub start: String,
    /// The words as typed.
    pub query: String,
    /// What is announced: what was found, what is shown.
    pub status: String,
    /// How far searching has come, while it lasts.
    pub progress: Option<ShelfProgress>,
    /// Active filters.
    pub chips: Vec<ShelfChip>,
    /// The councils as filters.
    pub councils: Vec<ChoiceRow>,
    /// The fiscal years as filters, newest first: how much there is of each.
    pub years: Vec<ChoiceRow>,
    /// The speakers as filters, those of most meetings first.
    pub speakers: Vec<ChoiceRow>,
    /// The meetings, by council and fiscal year, the newest first.
    pub groups: Vec<CouncilView>,
    /// Whether a narrow screen shows the filters.
    pub filters_shown: bool,
    /// How many meetings more would be listed.
    pub n_more: usize,
    /// What is spoken about in several of the meetings that are let through.
    pub threads: Vec<Rc<ThreadView>>,
    /// How many of these more there are.
    pub n_more_threads: usize,
    /// What stands over a meeting, where one is looked at.
    pub over: Option<OverView>,
}

/// How far searching has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfProgress {
    /// How many meetings were searched.
    pub n_done: usize,
    /// Of how many.
    pub n_meetings: usize,
    /// The same in words.
    pub text: String,
}

/// An active filter.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfChip {
    /// What it is: 年度：2024年度（令和6年度）.
    pub text: String,
    /// What takes it off.
    pub remove: ShelfAction,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceRow {
    /// What a press lets through, or no longer.
    pub choice: Choice,
    /// What is chosen by it.
    pub text: String,
    /// Whether these words are those of the minutes.
    pub printed: bool,
    /// Meetings that all other filters let through and that hold the words.
    pub count: usize,
    /// The same in hundredths of the most that a value of the facet has.
    pub share: u8,
    /// Whether it is filtered to.
    pub selected: bool,
}

/// Meetings of a council.
#[derive(Clone, Debug, PartialEq)]
pub struct CouncilView {
    /// Its name as printed; nothing where it is not stated.
    pub name: Option<String>,
    /// By fiscal year, the newest first.
    pub years: Vec<YearView>,
}

/// Meetings of a council in a fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearView {
    /// 2024年度（令和6年度）
    pub name: String,
    /// The meetings, the newest first.
    pub rows: Vec<MeetingRow>,
}

/// A meeting in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingRow {
    /// Which.
    pub entry: EntryId,
    /// The name by which links know it.
    pub key: String,
    /// What the minutes call themselves.
    pub title: String,
    /// The day; that it is not stated.
    pub day: String,
    /// 発言21件
    pub n_speeches: String,
    /// The place as printed; empty where it is not stated.
    pub place: String,
    /// The first headings; empty where there are none.
    pub topics: String,
    /// Where the words stand in it.
    pub hits: Option<HitsView>,
    /// What keeps it from being opened; empty where nothing is known to.
    pub broken: String,
    /// The fragment that says with what it opens.
    pub inside: String,
}

/// Where words stand in a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct HitsView {
    /// 該当12件
    pub count: String,
    /// The first places.
    pub lines: Vec<HitView>,
    /// この会議の該当12件をすべて見る; empty where all are shown.
    pub more: String,
}

/// A place that holds the words.
#[derive(Clone, Debug, PartialEq)]
pub struct HitView {
    /// The fragment that leads there inside the meeting.
    pub inside: String,
    /// 発言14; empty where nobody speaks.
    pub number: String,
    /// The label as printed.
    pub label: String,
    /// The words around, hits marked.
    pub words: Vec<Excerpt>,
}

/// What stands over a meeting: the way back, and on.
#[derive(Clone, Debug, PartialEq)]
pub struct OverView {
    /// The meeting.
    pub entry: EntryId,
    /// What it calls itself.
    pub title: String,
    /// The meeting of the same council before this one.
    pub before: Option<Neighbour>,
    /// The one after it.
    pub after: Option<Neighbour>,
    /// What ties it to others.
    pub ties: Rc<MeetingTies>,
    /// Why it cannot be read; empty where it can, or is still being opened.
    pub broken: String,
}

/// A meeting that can be gone to.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// Which.
    pub entry: EntryId,
    /// The name by which links know it.
    pub key: String,
    /// What it is called beside its neighbours: its day, or its title.
    pub name: String,
}

/// The screen for this state.
pub fn compose_shelf(state: &ShelfState) -> ShelfScreen {
    let lang = state.settings.lang;
    let is_searching = state.is_searching();
    let selected = state.select();
    let (groups, n_listed) = groups(state, &selected);
    let progress = progress(state);
    let threads = if is_searching { Vec::new() } else { ties::threads(state, &selected.entries) };
    let n_threads = threads.len().min(state.n_threads);
    ShelfScreen {
        lang,
        title: title(state),
        summary: summary(&state.shelf, lang),
        start: Some(state.start_fragment()).filter(|start| !start.is_empty()).unwrap_or("q=".to_owned()),
        query: state.query.clone(),
        status: status(state, &selected, progress.is_some()),
        progress,
        chips: chips(state),
        councils: councils(state, &selected),
        years: years(state, &selected),
        speakers: speakers(state, &selected),
        groups,
        filters_shown: state.filters_shown,
        n_more: selected.entries.len() - n_listed,
        n_more_threads: threads.len() - n_threads,
        threads: threads.iter().take(n_threads).map(|of| Rc::new(of.view(state))).collect(),
        over: over(state),
    }
}

/// What the shelf is called, or the meeting that is looked at.
fn title(state: &ShelfState) -> String {
    let shelf = &state.shelf;
    if let Place::Meeting { entry, .. } = state.place {
        return shelf.entry(entry).map(|entry| words::one_line(&entry.title)).unwrap_or_default();
    }
    if !state.title.is_empty() {
        return state.title.clone();
    }
    shelf.display_title()
}

fn summary(shelf: &Shelf, lang: Lang) -> Vec<String> {
    let n_speeches = shelf.entries.iter().map(|entry| entry.n_speeches as usize).sum();
    let years = || shelf.entries.iter().filter_map(|entry| entry.fiscal_year);
    let span = years().min().zip(years().max()).map(|(first, last)| {
        let name = |year| words::fiscal_year(lang, year);
        if first == last {
            name(first)
        } else {
            lang.fill(ShelfMsg::YearsFromTo, &[("first", &name(first)), ("last", &name(last))])
        }
    });
    let n_meetings = lang.count(ShelfMsg::NMeetings, shelf.entries.len());
    let n_speeches = lang.count(Msg::NSpeeches, n_speeches);
    std::iter::once(n_meetings).chain(span).chain([n_speeches]).collect()
}

/// While meetings are searched nothing is announced: who listens is not to be interrupted by each.
fn status(state: &ShelfState, selected: &Selected, is_under_way: bool) -> String {
    let lang = state.settings.lang;
    let n_meetings = selected.entries.len();
    if state.missed {
        return lang.t(ShelfMsg::Missed).to_owned();
    }
    if !state.is_searching() {
        return match (state.chosen.is_empty(), n_meetings) {
            (true, _) => String::new(),
            (false, 0) => lang.t(ShelfMsg::NoMeetingFits).to_owned(),
            (false, n) => lang.count(ShelfMsg::ShowingN, n),
        };
    }
    if is_under_way {
        return String::new();
    }
    if n_meetings == 0 {
        return lang.t(ShelfMsg::FoundNothing).to_owned();
    }
    let hits = selected.entries.iter().filter_map(|id| state.hits_of(*id));
    let n_hits: usize = hits.map(|hits| hits.n).sum();
    let values = [("meetings", &chars::grouped(n_meetings)[..]), ("n", &chars::grouped(n_hits)[..])];
    lang.fill(ShelfMsg::FoundIn, &values)
}

fn progress(state: &ShelfState) -> Option<ShelfProgress> {
    let is_broken = |volume: &Volume| matches!(volume, Volume::Broken(_));
    let mut n_done = 0;
    for (volume, hits) in state.volumes.iter().zip(&state.hits) {
        n_done += usize::from(hits.is_some() || is_broken(volume));
    }
    let n_meetings = state.volumes.len();
    (state.is_searching() && n_done < n_meetings).then(|| ShelfProgress {
        n_done,
        n_meetings,
        text: state.settings.lang.fill(
            ShelfMsg::Searching,
            &[("n", &chars::grouped(n_meetings)), ("done", &chars::grouped(n_done))],
        ),
    })
}

fn chips(state: &ShelfState) -> Vec<ShelfChip> {
    let lang = state.settings.lang;
    let chip = |choice: Choice| {
        let facet = lang.t(match choice.facet() {
            Facet::Council => ShelfMsg::Councils,
            Facet::Year => ShelfMsg::Years,
            Facet::Speaker => ShelfMsg::Speakers,
        });
        let value = choice_name(&state.shelf, lang, choice).0;
        ShelfChip {
            text: lang.fill(Msg::FacetAndValue, &[("facet", facet), ("value", &value)]),
            remove: ShelfAction::Toggle(choice),
        }
    };
    state.chosen.iter().map(chip).collect()
}

/// A choice in the reader's words, and whether these are printed in the minutes.
fn choice_name(shelf: &Shelf, lang: Lang, choice: Choice) -> (String, bool) {
    match choice {
        Choice::Council(Some(id)) => (words::one_line(shelf.council(id)), true),
        Choice::Council(None) => (lang.t(ShelfMsg::NoCouncil).to_owned(), false),
        Choice::Year(year) => (year_name(lang, year), false),
        Choice::Speaker(id) => (words::one_line(shelf.speaker(id)), true),
    }
}

fn year_name(lang: Lang, year: Option<u16>) -> String {
    year.map_or_else(|| lang.t(ShelfMsg::NoYear).to_owned(), |year| words::fiscal_year(lang, year))
}

fn rows(state: &ShelfState, counts: impl Iterator<Item = (Choice, usize)>) -> Vec<ChoiceRow> {
    let row = |(choice, count)| {
        let (text, printed) = choice_name(&state.shelf, state.settings.lang, choice);
        let selected = state.chosen.contains(choice);
        ChoiceRow { choice, text, printed, count, share: 0, selected }
    };
    let mut rows: Vec<ChoiceRow> = counts.map(row).collect();
    let most = rows.iter().map(|row| row.count).max().unwrap_or(0);
    for row in &mut rows {
        row.share = words::percent(row.count, most);
    }
    rows
}

fn councils(state: &ShelfState, selected: &Selected) -> Vec<ChoiceRow> {
    rows(state, selected.counts.councils.iter().map(|&(id, n)| (Choice::Council(id), n)))
}

fn years(state: &ShelfState, selected: &Selected) -> Vec<ChoiceRow> {
    rows(state, selected.counts.years.iter().map(|&(year, n)| (Choice::Year(year), n)))
}

/// Of speakers there may be thousands: those that would give nothing are left out, unless they are chosen.
fn speakers(state: &ShelfState, selected: &Selected) -> Vec<ChoiceRow> {
    let mut counts: Vec<(Choice, usize)> = (0..)
        .map(|at| Choice::Speaker(SpeakerId(at)))
        .zip(selected.counts.speakers.iter().copied())
        .filter(|&(choice, n)| n > 0 || state.chosen.contains(choice))
        .collect();
    sort_by_key(&mut counts, |&(choice, n)| (!state.chosen.contains(choice), std::cmp::Reverse(n)));
    rows(state, counts.into_iter())
}

/// The meetings that are listed, and how many there are.
fn groups(state: &ShelfState, selected: &Selected) -> (Vec<CouncilView>, usize) {
    let (lang, shelf) = (state.settings.lang, &state.shelf);
    let mut listed = in_order(shelf, &selected.entries);
    listed.truncate(state.n_listed);
    let of = |id: EntryId| shelf.entry(id).map(|entry| (entry.council, entry.fiscal_year));
    let councils = listed.chunk_by(|&a, &b| of(a).map(|of| of.0) == of(b).map(|of| of.0));
    let view = |group: &[EntryId]| {
        let (council, _) = of(*group.first()?)?;
        let years = group.chunk_by(|&a, &b| of(a) == of(b)).filter_map(|group| {
            let (_, year) = of(*group.first()?)?;
            let rows = group.iter().filter_map(|&id| row(state, id)).collect();
            Some(YearView { name: year_name(lang, year), rows })
        });
        let name = council.map(|id| words::one_line(shelf.council(id)));
        Some(CouncilView { name, years: years.collect() })
    };
    (councils.filter_map(view).collect(), listed.len())
}

/// How many headings stand beside a meeting.
const MAX_TOPICS: usize = 3;

fn row(state: &ShelfState, id: EntryId) -> Option<MeetingRow> {
    let lang = state.settings.lang;
    let entry = state.shelf.entry(id)?;
    let hits = state.hits_of(id).filter(|_| state.is_searching());
    let inside = if state.is_searching() { address::words(&state.query) } else { String::new() };
    let count = |n| lang.fill(Msg::NHits, &[("n", &lang.count(Msg::N, n))]);
    let view = |hits: &Hits| {
        let lines = hits.found.as_ref().map(|found| found.lines.as_slice()).unwrap_or_default();
        let n_shown = lines.len();
        HitsView {
            count: count(hits.n),
            lines: lines.iter().map(|line| hit(state, line)).collect(),
            more: if hits.n > n_shown { lang.count(ShelfMsg::MoreHits, hits.n) } else { String::new() },
        }
    };
    Some(MeetingRow {
        entry: id,
        key: entry.key.to_string(),
        title: words::one_line(&entry.title),
        day: day(lang, entry),
        n_speeches: lang.count(Msg::NSpeeches, entry.n_speeches as usize),
        place: entry.place.as_deref().map(words::one_line).unwrap_or_default(),
        topics: topics(lang, entry),
        hits: hits.map(view),
        broken: match state.volumes.get(id.idx()) {
            Some(Volume::Broken(why)) => broken(lang, why),
            _ => String::new(),
        },
        inside,
    })
}

fn hit(state: &ShelfState, line: &HitLine) -> HitView {
    let lang = state.settings.lang;
    let anchor = line.speech.map(speech_anchor).unwrap_or_default();
    let parts = [anchor, address::words(&state.query)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let number = |speech: SpeechId| lang.count(ShelfMsg::SpeechOf, speech.idx() + 1);
    HitView {
        inside: parts.join(";"),
        number: line.speech.map(number).unwrap_or_default(),
        label: line.label.clone(),
        words: line.words.clone(),
    }
}

pub(super) fn day(lang: Lang, entry: &Entry) -> String {
    entry.date.map_or_else(|| lang.t(ShelfMsg::NoDate).to_owned(), |date| words::plain_day(lang, date))
}

fn topics(lang: Lang, entry: &Entry) -> String {
    let names = entry.topics.iter().take(MAX_TOPICS).map(|topic| words::one_line(topic));
    let names = names.collect::<Vec<_>>().join(lang.t(Msg::ListComma));
    let n_more = entry.topics.len().saturating_sub(MAX_TOPICS);
    if names.is_empty() {
        return names;
    }
    let names = match n_more {
        0 => names,
        n => lang.fill(ShelfMsg::AndMore, &[("topics", &names), ("n", &chars::grouped(n))]),
    };
    lang.fill(ShelfMsg::Topics, &[("topics", &names)])
}

fn broken(lang: Lang, why: &Breakage) -> String {
    match why {
        Breakage::Damaged => lang.t(ShelfMsg::Broken).to_owned(),
        Breakage::Data(error) => lang.fill(ShelfMsg::BrokenBecause, &[("why", &error.message(lang))]),
    }
}

fn over(state: &ShelfState) -> Option<OverView> {
    let Place::Meeting { entry: id, .. } = state.place else { return None };
    let (lang, shelf) = (state.settings.lang, &state.shelf);
    let entry = shelf.entry(id)?;
    let neighbour = |other: Option<EntryId>| {
        let other = other?;
        let of_other = shelf.entry(other).filter(|of| of.council == entry.council)?;
        Some(Neighbour {
            entry: other,
            key: of_other.key.to_string(),
            name: ties::short_name(lang, of_other),
        })
    };
    Some(OverView {
        entry: id,
        title: words::one_line(&entry.title),
        before: neighbour(id.0.checked_sub(1).map(EntryId)),
        after: neighbour(id.0.checked_add(1).map(EntryId)),
        ties: Rc::new(ties::of_meeting(state, id)),
        broken: match state.volumes.get(id.idx()) {
            Some(Volume::Broken(why)) => broken(lang, why),
            _ => String::new(),
        },
    })
}
