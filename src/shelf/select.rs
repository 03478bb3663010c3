//! Which meetings are let through, how many each facet would give, and in which groups they stand.
//!
//! May live here: filters of meetings by what their cards say. May not: searching in texts.

use std::collections::BTreeMap;

use super::{CouncilId, Entry, EntryId, Shelf, SpeakerId};
use crate::filter::Chosen;
use crate::order::sort_by_key;

/// One value of one facet; `None` for meetings of which it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// Meetings of this council.
    Council(Option<CouncilId>),
    /// Meetings of this fiscal year.
    Year(Option<u16>),
    /// Meetings in which somebody speaks under this label.
    Speaker(SpeakerId),
}

/// What choices are values of. Values of one facet widen each other, facets narrow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// 会議体
    Council,
    /// 年度
    Year,
    /// 話者
    Speaker,
}

impl Choice {
    /// The facet that it is a value of.
    pub fn facet(self) -> Facet {
        match self {
            Choice::Council(_) => Facet::Council,
            Choice::Year(_) => Facet::Year,
            Choice::Speaker(_) => Facet::Speaker,
        }
    }
}

/// What a choice lets through.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selected {
    /// The meetings, in order.
    pub entries: Vec<EntryId>,
    /// What each value would give.
    pub counts: Counts,
}

/// For each value how many meetings would be let through if only it were chosen of its facet, all other
/// facets left as they are. Values that would give none are there with 0.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// The councils in the order of names, then those of meetings without one where there are any.
    pub councils: Vec<(Option<CouncilId>, usize)>,
    /// The fiscal years, newest first, then those of meetings without one where there are any.
    pub years: Vec<(Option<u16>, usize)>,
    /// The speakers; `SpeakerId` is the index.
    pub speakers: Vec<usize>,
}

/// Meetings of a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CouncilGroup {
    /// Which.
    pub council: Option<CouncilId>,
    /// Its fiscal years in order, the unknown last.
    pub years: Vec<YearGroup>,
}

/// Meetings of a council in a fiscal year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearGroup {
    /// Which.
    pub year: Option<u16>,
    /// The meetings, in order.
    pub entries: Vec<EntryId>,
}

/// How much there is of a fiscal year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCount {
    /// Which.
    pub year: Option<u16>,
    /// How many meetings.
    pub n_entries: usize,
    /// How many speeches in them.
    pub n_speeches: usize,
}

impl Shelf {
    /// The meetings that a choice lets through: of each facet one of its values is chosen, or nothing is.
    pub fn select(&self, chosen: &Chosen<Choice>) -> Selected {
        let has_any = |facet| chosen.iter().any(|choice| choice.facet() == facet);
        let is_open = [Facet::Council, Facet::Year, Facet::Speaker].map(|facet| !has_any(facet));
        let mut selected = Selected { entries: Vec::new(), counts: self.no_counts() };
        for (id, entry) in self.ids().zip(&self.entries) {
            let Fit(fit) = Fit::of(entry, chosen, is_open);
            let [council, year, speaker] = fit;
            if council && year && speaker {
                selected.entries.push(id);
            }
            let counts = &mut selected.counts;
            if year && speaker {
                add(&mut counts.councils, entry.council);
            }
            if council && speaker {
                add(&mut counts.years, entry.fiscal_year);
            }
            if council && year {
                for (speaker, _) in &entry.speakers {
                    if let Some(n) = counts.speakers.get_mut(speaker.idx()) {
                        *n += 1;
                    }
                }
            }
        }
        selected
    }

    fn no_counts(&self) -> Counts {
        let councils = (0..self.councils.len()).map(|at| Some(CouncilId(at as u32)));
        let no_council = self.entries.iter().any(|entry| entry.council.is_none()).then_some(None);
        let mut years: Vec<Option<u16>> = self.entries.iter().map(|entry| entry.fiscal_year).collect();
        sort_by_key(&mut years, |year| std::cmp::Reverse(*year));
        years.dedup();
        Counts {
            councils: councils.chain(no_council).map(|council| (council, 0)).collect(),
            years: years.into_iter().map(|year| (year, 0)).collect(),
            speakers: vec![0; self.speakers.len()],
        }
    }

    /// Meetings by council and fiscal year; `entries` are in order.
    pub fn groups(&self, entries: &[EntryId]) -> Vec<CouncilGroup> {
        let mut groups: Vec<CouncilGroup> = Vec::new();
        for &id in entries {
            let Some(entry) = self.entry(id) else { continue };
            let Entry { council, fiscal_year: year, .. } = *entry;
            if groups.last().is_none_or(|group| group.council != council) {
                groups.push(CouncilGroup { council, years: Vec::new() });
            }
            let Some(group) = groups.last_mut() else { continue };
            match group.years.last_mut().filter(|group| group.year == year) {
                Some(group) => group.entries.push(id),
                None => group.years.push(YearGroup { year, entries: vec![id] }),
            }
        }
        groups
    }

    /// How much there is of each fiscal year, from the first to the last; years between them of which there
    /// is nothing are there with 0, unless there are more than a century of them. The unknown stands last.
    pub fn years(&self, entries: &[EntryId]) -> Vec<YearCount> {
        let mut sums = BTreeMap::<Option<u16>, (usize, usize)>::new();
        for entry in entries.iter().filter_map(|&id| self.entry(id)) {
            let sum = sums.entry(entry.fiscal_year).or_default();
            sum.0 += 1;
            sum.1 += entry.n_speeches as usize;
        }
        let known = || sums.keys().flatten().copied();
        if let (Some(first), Some(last)) = (known().next(), known().next_back())
            && last - first <= 100
        {
            for year in first..=last {
                sums.entry(Some(year)).or_default();
            }
        }
        let mut years: Vec<YearCount> = sums
            .into_iter()
            .map(|(year, (n_entries, n_speeches))| YearCount { year, n_entries, n_speeches })
            .collect();
        if years.first().is_some_and(|first| first.year.is_none()) {
            years.rotate_left(1);
        }
        years
    }
}

/// Whether a meeting fits what is chosen of each facet: council, year, speaker.
struct Fit([bool; 3]);

impl Fit {
    fn of(entry: &Entry, chosen: &Chosen<Choice>, [council, year, speaker]: [bool; 3]) -> Fit {
        let speaks = || entry.speakers.iter().any(|(id, _)| chosen.contains(Choice::Speaker(*id)));
        Fit([
            council || chosen.contains(Choice::Council(entry.council)),
            year || chosen.contains(Choice::Year(entry.fiscal_year)),
            speaker || speaks(),
        ])
    }
}

fn add<T: PartialEq>(counts: &mut [(T, usize)], value: T) {
    if let Some((_, n)) = counts.iter_mut().find(|(known, _)| *known == value) {
        *n += 1;
    }
}
