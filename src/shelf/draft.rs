//! What the shelf keeps of one set of minutes, before it knows the others, and how drafts become a shelf.
//!
//! May live here: reading minutes for their card; order and numbers. May not: threads.

use std::collections::BTreeMap;

use super::clues::Clues;
use super::name::{self, Named, Year};
use super::threads;
use super::{CouncilId, Entry, EntryKey, Shelf, SpeakerId};
use crate::model::{Date, Minutes, Prose, Topic};
use crate::order::sort_by_key;

/// What is kept of minutes that are to stand on a shelf. It holds no text, so that a folder of any size
/// is read one file after the other, or many at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    entry: Entry,
    council: Option<String>,
    speakers: Vec<(String, u32)>,
    clues: Clues,
}

impl Draft {
    /// Reads minutes; `file` is the name of their file below the folder asked for.
    pub fn of(file: &str, minutes: &Minutes) -> Draft {
        let source = &minutes.source;
        let text = |prose: &Prose| prose.text(source).trim().to_owned();
        let title = minutes.title.as_ref().map(text).filter(|title| !title.is_empty());
        let name = minutes.meeting.name.as_ref().map(text).filter(|name| !name.is_empty());
        // The item of the form names the council more plainly; the title counts.
        let parts = [&name, &title].map(|words| words.as_deref().map(name::read).unwrap_or_default());
        let [Named { council, session, year }, of_title] = parts;
        let council = council.or(of_title.council);
        let session = session.or(of_title.session);
        let year = year.or(of_title.year);
        let date = minutes.meeting.date.as_ref().map(|read| read.date);
        let fiscal_year = date.map(fiscal_year_of).or_else(|| year.and_then(Year::fiscal));
        let shown = minutes.display_title();
        let key = {
            let day = date.map(Date::iso).unwrap_or_default();
            let number = session.map(|session| session.to_string()).unwrap_or_default();
            let year = fiscal_year.map(|year| year.to_string()).unwrap_or_default();
            let known = council.as_deref().map(name::folded).unwrap_or_else(|| shown.clone());
            EntryKey::of(&[&known, &day, &year, &number], source.text())
        };
        let topic = |topic: &Topic| match topic.num {
            Some(num) => format!("{} {}", source.slice(num), text(&topic.heading)),
            None => text(&topic.heading),
        };
        let entry = Entry {
            key,
            title: shown.trim().to_owned(),
            council: None,
            date,
            fiscal_year,
            session,
            place: minutes.meeting.place.as_ref().map(text).filter(|place| !place.is_empty()),
            n_speeches: minutes.speeches.len() as u32,
            n_chars: source.n_chars() as u32,
            speakers: Vec::new(),
            topics: minutes.topics.iter().map(topic).collect(),
            file: file.to_owned(),
        };
        let mut n_said = vec![0; minutes.labels.len()];
        for speech in &minutes.speeches {
            if let Some(n) = n_said.get_mut(speech.label.idx()) {
                *n += 1;
            }
        }
        // Two labels of the minutes may read the same: `委 員` and `委員` as printed do not.
        let mut speakers: Vec<(String, u32)> = Vec::new();
        let mut places = BTreeMap::new();
        for (label, n) in minutes.labels.iter().zip(n_said).filter(|(_, n)| *n > 0) {
            let words = text(&label.first);
            let at = *places.entry(words.clone()).or_insert(speakers.len());
            match speakers.get_mut(at) {
                Some((_, sum)) => *sum += n,
                None => speakers.push((words, n)),
            }
        }
        let clues = Clues::of(minutes, council.as_deref(), year);
        Draft { entry, council, speakers, clues }
    }

    /// What is known of the meeting, but for the numbers that only a shelf gives.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// Who met.
    pub fn council(&self) -> Option<&str> {
        self.council.as_deref()
    }

    /// The name by which links will know the meeting.
    pub fn key(&self) -> EntryKey {
        self.entry.key
    }

    /// The same minutes from a file of another name.
    pub fn named(mut self, file: &str) -> Draft {
        file.clone_into(&mut self.entry.file);
        self
    }

    /// The name of its file.
    pub fn file(&self) -> &str {
        &self.entry.file
    }
}

/// What entries are put in order by: of each part what is not known stands last.
fn rank(council: Option<CouncilId>, entry: &Entry) -> impl Ord + use<'_> {
    let Entry { fiscal_year, date, session, title, file, key, .. } = entry;
    (
        (council.is_none(), council),
        (fiscal_year.is_none(), fiscal_year),
        (date.is_none(), date),
        (session.is_none(), session),
        (title, file, key),
    )
}

/// 年度 of a day: the year in which the last April began.
fn fiscal_year_of(date: Date) -> u16 {
    if date.month >= 4 { date.year } else { date.year.saturating_sub(1) }
}

impl Shelf {
    /// Puts drafts in order and ties what belongs together. Beside the shelf it gives, for each entry, the
    /// place of its draft in the list: a draft that is nowhere holds the same text as another one, whose file
    /// comes first by name.
    pub fn bind(drafts: Vec<Draft>) -> (Shelf, Vec<usize>) {
        let mut shelf = Shelf::default();
        let mut councils: BTreeMap<String, String> = BTreeMap::new();
        for name in drafts.iter().filter_map(|draft| draft.council.as_ref()) {
            councils.entry(name::folded(name)).or_insert_with(|| name.clone());
        }
        let council_of = |draft: &Draft| {
            let folded = name::folded(draft.council.as_ref()?);
            Some(CouncilId(councils.range(..folded).count() as u32))
        };
        let mut kept: BTreeMap<EntryKey, (&str, usize)> = BTreeMap::new();
        for (at, draft) in drafts.iter().enumerate() {
            let this = (draft.file(), at);
            let first = kept.entry(draft.key()).or_insert(this);
            *first = this.min(*first);
        }
        let kept = kept.into_values().filter_map(|(_, at)| Some((council_of(drafts.get(at)?), at)));
        let mut order: Vec<(Option<CouncilId>, usize)> = kept.collect();
        sort_by_key(&mut order, |&(council, at)| drafts.get(at).map(|draft| rank(council, &draft.entry)));
        let mut speakers: BTreeMap<String, SpeakerId> = BTreeMap::new();
        let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
        let mut places = Vec::new();
        let mut clues = Vec::new();
        for (council, at) in order {
            let Some(Draft { mut entry, speakers: said, clues: found, .. }) =
                drafts.get_mut(at).and_then(Option::take)
            else {
                continue;
            };
            entry.council = council;
            for (label, n) in said {
                let next = SpeakerId(speakers.len() as u32);
                let id = *speakers.entry(label.clone()).or_insert(next);
                if id == next {
                    shelf.speakers.push(label);
                }
                entry.speakers.push((id, n));
            }
            sort_by_key(&mut entry.speakers, |(id, _)| *id);
            shelf.entries.push(entry);
            clues.push(found);
            places.push(at);
        }
        shelf.councils = councils.into_values().collect();
        shelf.threads = threads::threads(&shelf.entries, &clues);
        shelf.references = threads::references(&shelf.entries, clues);
        (shelf, places)
    }
}
