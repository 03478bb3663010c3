//! What ties meetings of a council: matters that come up again, and words that point to another meeting.
//!
//! May live here: which meetings are tied, and the proof asked for. May not: which words tie (`clues`).
//!
//! A pointer is followed where the numbers of the titles prove it, and no day contradicts:
//!
//! - the year in which a meeting is counted is the one its title prints, else that of its day;
//! - 第3回 of a year is the only meeting that is counted so in that year;
//! - without a year, that of the year in which the meeting itself is counted, if it comes before it;
//! - 前回 is the meeting whose number is one less. Days alone prove nothing: a meeting between two may not be
//!   on the shelf. So nothing is before the first meeting of a year.

use std::collections::BTreeMap;

use super::clues::{Aim, Clues, MatterClue};
use super::name::Year;
use super::{CouncilId, Entry, EntryId, Matter, Reference, Thread, Tie};
use crate::order::sort_by_key;

/// The threads, by council and by where they first come up.
pub(super) fn threads(entries: &[Entry], clues: &[Clues]) -> Vec<Thread> {
    let mut known: BTreeMap<(CouncilId, &str), Vec<(EntryId, &MatterClue)>> = BTreeMap::new();
    for (at, (entry, clues)) in entries.iter().zip(clues).enumerate() {
        let Some(council) = entry.council else { continue };
        for clue in &clues.matters {
            known.entry((council, &clue.folded)).or_default().push((EntryId(at as u32), clue));
        }
    }
    let thread = |clues: Vec<(EntryId, &MatterClue)>| {
        let (_, first) = *clues.first()?;
        let is_announced = clues.iter().any(|(_, clue)| clue.matter == Matter::Agenda);
        let tie =
            |&(entry, clue): &(EntryId, &MatterClue)| Tie { entry, speech: clue.speech, words: clue.words };
        (clues.len() > 1).then(|| Thread {
            matter: if is_announced { Matter::Agenda } else { Matter::Subject },
            name: first.name.clone(),
            ties: clues.iter().map(tie).collect(),
        })
    };
    let mut threads: Vec<Thread> = known.into_values().filter_map(thread).collect();
    sort_by_key(&mut threads, |thread| thread.ties.first().map(|tie| (tie.entry, tie.words.start)));
    threads
}

/// The references, in the order of the entries.
pub(super) fn references(entries: &[Entry], clues: Vec<Clues>) -> Vec<Reference> {
    let counted = Counted::new(entries, &clues);
    let mut out = Vec::new();
    for (at, (entry, clues)) in entries.iter().zip(clues).enumerate() {
        let (id, own) = (EntryId(at as u32), own_year(entry, &clues));
        let is_before = |to: &EntryId| {
            let days = entries.get(to.idx()).and_then(|to| to.date).zip(entry.date);
            days.is_none_or(|(to, own)| to <= own)
        };
        for pointer in clues.pointers {
            let to = match (pointer.aim, entry.session) {
                (Aim::Back(n), Some(session)) if session > n => {
                    counted.only(entry, own, session - n).filter(is_before)
                }
                (Aim::Back(_), _) => None,
                (Aim::Session(year @ Some(_), number), _) => counted.only(entry, year, number),
                (Aim::Session(None, number), Some(session)) if number <= session => {
                    counted.only(entry, own, number).filter(is_before)
                }
                (Aim::Session(None, _), _) => None,
            };
            // The meeting itself is named in it now and then, also where another is counted alike.
            let is_itself = matches!(pointer.aim, Aim::Session(year, number)
                if entry.session == Some(number) && (year.is_none() || year == own));
            if !is_itself && to != Some(id) {
                out.push(pointer.of(id, to));
            }
        }
    }
    out
}

/// The year in which a meeting is counted.
fn own_year(entry: &Entry, clues: &Clues) -> Option<Year> {
    clues.year.or(entry.fiscal_year.map(Year::Fiscal))
}

/// The meetings of each council by year and number.
struct Counted(BTreeMap<(CouncilId, Year, u32), Vec<EntryId>>);

impl Counted {
    fn new(entries: &[Entry], clues: &[Clues]) -> Counted {
        let mut counted: BTreeMap<_, Vec<EntryId>> = BTreeMap::new();
        for (at, (entry, clues)) in entries.iter().zip(clues).enumerate() {
            let Some((council, session)) = entry.council.zip(entry.session) else { continue };
            // Where the title prints no year, either may be meant.
            let of_day = entry.date.filter(|_| clues.year.is_none()).map(|date| Year::Calendar(date.year));
            for year in own_year(entry, clues).into_iter().chain(of_day) {
                counted.entry((council, year, session)).or_default().push(EntryId(at as u32));
            }
        }
        Counted(counted)
    }

    /// The only meeting of the council of `entry` that is counted so.
    fn only(&self, entry: &Entry, year: Option<Year>, session: u32) -> Option<EntryId> {
        match self.0.get(&(entry.council?, year?, session))?.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}
