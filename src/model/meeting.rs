//! When, where and how: the values of the form's items, and the day wherever it is printed.
//!
//! May live here: which item gives which value, and what is odd about it. May not: the letters of a date
//! (`reading`).

use super::reading::{self, FoundDate};
use super::{Clock, Diagnostic, Field, MeetingDate, Minutes, Prose, TextRange};
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
    meeting.end = times.next();
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
/// the title, else the first date with a weekday before anybody speaks. Other dates are those of
/// printing, updating, appointing.
fn day(minutes: &Minutes) -> Option<(FoundDate, u32)> {
    let first_date = |range: TextRange| {
        let found = reading::dates(minutes.source.slice(range)).into_iter().next()?;
        Some((found, range.start))
    };
    when(minutes)
        .and_then(first_date)
        .or_else(|| minutes.title.as_ref().and_then(|title| first_date(title.range())))
        .or_else(|| {
            let end =
                minutes.speeches.first().map_or(minutes.source.range().end, |speech| speech.range.start);
            let before = TextRange { start: 0, end };
            let found = reading::dates(minutes.source.slice(before))
                .into_iter()
                .find(|date| date.weekday.is_some())?;
            Some((found, 0))
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
