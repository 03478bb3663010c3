//! The title, the line under it, and the foot of the page.

use super::Frame;
use crate::app::words::{self, Msg};
use crate::chars;
use crate::model::Prose;

/// A value longer than this is no short phrase; it stands among the facts.
const MAX_PHRASE_CHARS: usize = 24;

pub fn title(frame: &Frame) -> String {
    let minutes = frame.minutes();
    let printed = minutes.title.as_ref().or(minutes.meeting.name.as_ref());
    printed
        .map_or_else(|| frame.lang.t(Msg::Untitled).to_owned(), |title| words::one_line(&frame.text(title)))
}

pub fn summary(frame: &Frame) -> Vec<String> {
    let meeting = &frame.minutes().meeting;
    let short = |prose: &Option<Prose>| {
        let text = words::one_line(&frame.text(prose.as_ref()?));
        (!text.is_empty() && text.chars().count() <= MAX_PHRASE_CHARS).then_some(text)
    };
    let time = match (&meeting.start, &meeting.end) {
        (Some(start), Some(end)) => Some(format!("{}–{}", start.iso(), end.iso())),
        (Some(start), None) => Some(format!("{}から", start.iso())),
        (None, Some(end)) => Some(format!("{}まで", end.iso())),
        (None, None) => None,
    };
    let observers = short(&meeting.observers).map(|observers| format!("傍聴者{observers}"));
    let access: Vec<String> = [short(&meeting.openness), observers].into_iter().flatten().collect();
    let place = meeting.place.as_ref().map(|place| words::one_line(&frame.text(place)));
    let n_speeches = frame.minutes().speeches.len();
    [
        meeting.date.as_ref().map(|date| words::day(frame.lang, date)),
        time,
        place.filter(|place| !place.is_empty()),
        (!access.is_empty()).then(|| access.join("・")),
        (n_speeches > 0).then(|| format!("発言{}件", chars::grouped(n_speeches))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub fn footer(frame: &Frame) -> Vec<String> {
    let minutes = frame.minutes();
    let n_chars = chars::grouped(minutes.source.n_chars());
    let unread = match minutes.n_unrecognised() {
        0 => String::new(),
        n => format!("うち{}字は、発言などに分けられなかったため原文のまま示しています。", chars::grouped(n)),
    };
    vec![format!("原文{n_chars}字をすべて収めています。{unread}"), frame.lang.t(Msg::SendsNothing).to_owned()]
}
