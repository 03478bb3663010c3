//! When, where and how: the values of the form's items, and the day wherever it is printed.
//!
//! May live here: which item gives which value, and what is odd about it. May not: the letters of a date
//! (`reading`).

use super::reading::{self, FoundDate};
use super::{Block, Clock, Diagnostic, Field, MeetingDate, Minutes, Prose, TextRange};
use crate::diagnostics::Finding;

/// Fills the meeting from the items of the form.
pub(super) fn read(minutes: &mut Minutes) {
    let value = |field| {
        let fact =
            minutes.meeting.facts.iter().find(|fact| fact.field == field && !fact.values.is_empty())?;
        Some(Prose { pieces: fact.values.iter().take(1).flat_map(|value| value.pieces.clone()).collect() })
    };
    let name = value(Field::Name);
    let place = value(Field::Place);
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

/// The day of the meeting and the offset of the text in which it was found: under 日時, else in
/// the title, else the first date with a weekday in the lines above everything else. Other dates
/// are those of printing, updating, appointing.
fn day(minutes: &Minutes) -> Option<(FoundDate, u32)> {
    let first_date = |range: TextRange| {
        let found = reading::dates(minutes.source.slice(range)).into_iter().next()?;
        Some((found, range.start))
    };
    when(minutes)
        .and_then(first_date)
        .or_else(|| minutes.title.as_ref().and_then(|title| first_date(title.range())))
        .or_else(|| {
            // 日時 that could not be read is no reason to take another date for it.
            let has_when = when(minutes).is_some();
            let leading = minutes.body.iter().map_while(|block| match block {
                Block::Plain(id) if !has_when => minutes.plains.get(id.idx()),
                _ => None,
            });
            let mut dates = leading.flat_map(|plain| {
                let found = reading::dates(minutes.source.slice(plain.range)).into_iter();
                found.map(|date| (date, plain.range.start))
            });
            dates.find(|(date, _)| date.weekday.is_some())
        })
}

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
