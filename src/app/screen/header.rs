//! The title, the line under it, and the foot of the page.

use super::{Phrase, Printed};
use crate::app::words::{self, Msg};
use crate::model::Prose;

/// A value longer than this is no short phrase; it stands among the facts.
const MAX_PHRASE_CHARS: usize = 24;

pub fn title(of: Printed<'_>) -> String {
    let minutes = of.minutes;
    let printed = minutes.title.as_ref().or(minutes.meeting.name.as_ref());
    printed.map_or_else(|| of.lang.t(Msg::Untitled).to_owned(), |title| words::one_line(&of.text(title)))
}

pub fn summary(of: Printed<'_>) -> Vec<Phrase> {
    let printed = |text: String| Phrase { text, printed: true };
    let ours = |text: String| Phrase { text, printed: false };
    let meeting = &of.minutes.meeting;
    let short = |prose: &Option<Prose>| {
        let text = words::one_line(&of.text(prose.as_ref()?));
        (!text.is_empty() && text.chars().count() <= MAX_PHRASE_CHARS).then_some(text)
    };
    let lang = of.lang;
    let time = match (&meeting.start, &meeting.end) {
        (Some(start), Some(end)) => Some(format!("{}–{}", start.iso(), end.iso())),
        (Some(start), None) => Some(lang.fill(Msg::From, &[("time", &start.iso())])),
        (None, Some(end)) => Some(lang.fill(Msg::Until, &[("time", &end.iso())])),
        (None, None) => None,
    };
    let observers = short(&meeting.observers)
        .map(|observers| ours(lang.fill(Msg::Observers, &[("observers", &observers)])));
    let place = meeting.place.as_ref().map(|place| words::one_line(&of.text(place)));
    let n_speeches = of.minutes.speeches.len();
    [
        meeting.date.as_ref().map(|date| ours(words::day(lang, date))),
        time.map(ours),
        place.filter(|place| !place.is_empty()).map(printed),
        short(&meeting.openness).map(printed),
        observers,
        (n_speeches > 0).then(|| ours(lang.count(Msg::NSpeeches, n_speeches))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub fn footer(of: Printed<'_>) -> Vec<String> {
    let minutes = of.minutes;
    let lang = of.lang;
    let mut whole = lang.count(Msg::WholeText, minutes.source.n_chars());
    let n_unread = minutes.n_unrecognised();
    if n_unread > 0 {
        whole.push_str(&lang.count(Msg::OfWhichUnread, n_unread));
    }
    vec![whole, lang.t(Msg::SendsNothing).to_owned()]
}
