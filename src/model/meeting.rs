//! When, where and how: the values of the form's items, and the day wherever it is printed.
//!
//! May live here: which item gives which value, and what is odd about it. May not: the letters of a date
//! (`reading`).

use super::reading::{self, FoundDate};
use super::{Block, Clock, Diagnostic, Field, MeetingDate, Minutes, Prose, TextRange};
use crate::chars::{digit, is_space};
use crate::diagnostics::Finding;

/// Fills the meeting from the items of the form.
pub(super) fn read(minutes: &mut Minutes) {
    let value = |field| {
        let fact =
            minutes.meeting.facts.iter().find(|fact| fact.field == field && !fact.values.is_empty())?;
        Some(Prose { pieces: fact.values.iter().take(1).flat_map(|value| value.pieces.clone()).collect() })
    };
    let name = value(Field::Name);
    let place = value(Field::Place).or_else(|| place(minutes));
    let openness = value(Field::Openness);
    let observers = value(Field::Observers);
    let office = value(Field::Office);
    let day = day(minutes);
    let times = when(minutes).map(|range| times_in(minutes, range)).unwrap_or_default();
    let date = day.and_then(|(found, base)| {
        Some(MeetingDate {
            date: found.date?,
            weekday: found.weekday,
            evidence: place_of(base, found.start, found.end),
        })
    });
    let meeting = &mut minutes.meeting;
    meeting.name = name;
    meeting.place = place;
    meeting.openness = openness;
    meeting.observers = observers;
    meeting.office = office;
    meeting.date = date;
    let mut times = times.into_iter();
    meeting.start = times.next();
    // An end that is not later was not understood.
    let is_later = |end: &Clock| {
        meeting.start.as_ref().is_some_and(|start| (end.hour, end.minute) > (start.hour, start.minute))
    };
    meeting.end = times.next().filter(is_later);
}

/// What is missing or contradicts itself.
pub(super) fn findings(minutes: &Minutes) -> Vec<Diagnostic> {
    let Some((found, base)) = day(minutes) else {
        return vec![Diagnostic::new(Finding::NoDate, TextRange::default())];
    };
    let range = place_of(base, found.start, found.end);
    let finding = match (found.date, found.weekday) {
        (None, _) => Some(Finding::ImpossibleDate),
        (Some(date), Some(printed)) if date.weekday() != printed => {
            Some(Finding::WeekdayMismatch { printed, actual: date.weekday() })
        }
        _ => None,
    };
    finding.map(|finding| Diagnostic::new(finding, range)).into_iter().collect()
}

/// The day of the meeting and the offset of the text in which it was found: under 日時, else in the title,
/// else above everything else: a date behind which the meeting opens, one that stands alone on its line, one
/// with a weekday. Other dates are those of printing, updating, appointing.
fn day(minutes: &Minutes) -> Option<(FoundDate, u32)> {
    let first_date = |range: TextRange| {
        let found = reading::dates(minutes.source.slice(range)).into_iter().next()?;
        Some((found, range.start))
    };
    if let Some(when) = when(minutes) {
        // 日時 that could not be read is no reason to take another date for it.
        return first_date(when);
    }
    let title = minutes.title.as_ref().map(Prose::range);
    let in_title = title.and_then(|title| {
        let split = || Some((reading::split_date(minutes.source.slice(title))?, title.start));
        first_date(title).or_else(split)
    });
    in_title.or_else(|| {
        let above: Vec<TextRange> = leading(minutes);
        let dates = || {
            above.iter().flat_map(|&range| {
                let found = reading::dates(minutes.source.slice(range)).into_iter();
                found.map(move |date| (date, range))
            })
        };
        let behind = |found: &FoundDate, range: TextRange| {
            minutes.source.slice(range).get(found.end..).unwrap_or_default()
        };
        let opens = |(found, range): &(FoundDate, TextRange)| {
            let after = behind(found, *range);
            let near: String = after.chars().take(OPENS_WITHIN).collect();
            let end = ["開議", "開会"].iter().filter_map(|word| near.find(word)).min();
            end.is_some_and(|end| near.get(..end).is_some_and(|between| reading::dates(between).is_empty()))
        };
        let is_alone = |(found, range): &(FoundDate, TextRange)| {
            let text = minutes.source.slice(*range);
            let before = text.get(..found.start).unwrap_or_default();
            let line_before = before.rsplit(['\n', '\r']).next().unwrap_or_default();
            let line_behind = behind(found, *range).split(['\n', '\r']).next().unwrap_or_default();
            let is_nothing = |words: &str| words.chars().all(|c| is_space(c) || !c.is_alphanumeric());
            is_nothing(line_before) && is_nothing(line_behind)
        };
        let found = dates()
            .find(opens)
            .or_else(|| dates().find(is_alone))
            .or_else(|| dates().find(|(date, _)| date.weekday.is_some()));
        found.map(|(date, range)| (date, range.start))
    })
}

/// Within so many letters behind its date a meeting opens.
const OPENS_WITHIN: usize = 40;

/// What stands above the first topic and the first speech and was not understood.
fn leading(minutes: &Minutes) -> Vec<TextRange> {
    let scheduled = minutes.meeting.facts.iter().filter(|fact| fact.field == Field::Agenda);
    let values = scheduled.flat_map(|fact| &fact.values).map(Prose::range);
    let ranges = minutes.body.iter().map_while(|block| match block {
        Block::Plain(id) => minutes.plains.get(id.idx()).map(|plain| plain.range),
        Block::Narrative(id) => minutes.narratives.get(id.idx()).map(|narrative| narrative.range),
        Block::Topic(_) | Block::Speech(_) => None,
    });
    values.chain(ranges).collect()
}

/// Words in which the names of places for meetings end.
const ROOMS: &[&str] = &[
    "会議室",
    "委員会室",
    "議場",
    "議事堂",
    "ホール",
    "講堂",
    "公民館",
    "研修室",
    "大会議室",
    "会議場",
    "応接室",
    "特別室",
    "センター",
    "市民会館",
    "庁議室",
    "多目的室",
    "集会所",
    "第一会議室",
];

/// A line above everything else that is the name of a room, and what stands behind date and time under a label
/// that names place and time together.
fn place(minutes: &Minutes) -> Option<Prose> {
    let is_room = |words: &str| {
        let bare = words.trim_end_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.trim_end_matches(|c: char| {
            digit(c).is_some() || c.is_ascii_alphabetic() || ('Ａ'..='Ｚ').contains(&c)
        });
        words.chars().count() <= LONGEST_PLACE
            && !words.contains(['。', '、'])
            && ROOMS.iter().any(|room| bare.ends_with(room))
    };
    let shared = minutes.meeting.facts.iter().find(|fact| {
        fact.field == Field::When
            && minutes.source.slice(fact.label).contains("場所")
            && !fact.values.is_empty()
    });
    let behind = shared.and_then(|fact| {
        let range = fact.values.iter().map(Prose::range).reduce(TextRange::cover)?;
        let text = minutes.source.slice(range);
        let dates = reading::dates(text).into_iter().map(|date| date.end);
        let times = reading::times(text).into_iter().map(|time| time.end);
        let end = dates.chain(times).max()?;
        let rest = text.get(end..)?;
        let words = rest.trim_start_matches(|c: char| is_space(c) || !c.is_alphanumeric());
        let start = range.start as usize + end + rest.len() - words.len();
        let words = words.trim_end();
        (!words.is_empty() && !words.contains('\n')).then(|| TextRange::new(start, start + words.len()))
    });
    let lines = || {
        leading(minutes).into_iter().flat_map(|range| {
            let start = range.start as usize;
            let text = minutes.source.slice(range);
            text.split_inclusive('\n').scan(0, move |at, line| {
                let from = start + *at;
                *at += line.len();
                let words = line
                    .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '○' | '◯' | '〇' | '・'));
                let from = from + line.len() - words.len();
                Some((from, words.trim_end()))
            })
        })
    };
    let room = || {
        lines()
            .find(|(_, words)| is_room(words))
            .map(|(from, words)| TextRange::new(from, from + words.len()))
    };
    behind.or_else(room).map(Prose::one)
}

/// Letters of the longest line that is taken for a place.
const LONGEST_PLACE: usize = 30;

/// Where the values of 日時 stand.
fn when(minutes: &Minutes) -> Option<TextRange> {
    let fact =
        minutes.meeting.facts.iter().find(|fact| fact.field == Field::When && !fact.values.is_empty())?;
    fact.values.iter().map(Prose::range).reduce(TextRange::cover)
}

fn times_in(minutes: &Minutes, range: TextRange) -> Vec<Clock> {
    reading::times(minutes.source.slice(range))
        .into_iter()
        .map(|found| Clock {
            hour: found.hour,
            minute: found.minute,
            evidence: place_of(range.start, found.start, found.end),
        })
        .collect()
}

fn place_of(base: u32, start: usize, end: usize) -> TextRange {
    TextRange::new(base as usize + start, base as usize + end)
}
