//! State ⇄ fragment of the address.
//!
//! ```text
//! s014                                                   a speech; works in the plain page, too
//! s017-2                                                 a point of a speech
//! s014;q=予算;sc=sentence;w=1;sp=委員,事務局;role=chair;t=t1,t3;a=a2;su=図書館;k=answer;hl=座長;dim=1
//! s014;v=3fa2c1;x=words,before,after;n=30;only=14        a speech or a passage, as handed on
//! m=3fa2c1;s014;q=予算                                   the same, of one meeting of a shelf
//! ```
//!
//! Any part may be missing. `m` names the meeting where a file is a shelf of several; it stands first. `q` words, `sc` their scope, `w` whether the whole text is shown, `sp`
//! labels, `role` roles, `t` topics, `a` agenda items, `su` subjects, `k` kinds, `only` speeches by
//! their numbers, `hl` labels that stand out, `dim` whether the chair's conduct steps back.
//!
//! A link that is handed on also says how the speech read, so that it is found in a corrected file:
//! `v` is its mark, `x` words of it with what stands before and after, `n` the number of letters
//! where a passage is meant ([`crate::quote`]). The address bar does not carry these.
//!
//! Values are percent-encoded UTF-8; the commas between the members of a list are not encoded,
//! those inside a member are. Labels and subjects are written as printed and all else by number or
//! key, since these are what survives when the file is made anew. `t3` alone leads to the first
//! speech of that topic. A part that is unknown, malformed, or names what these minutes do not have
//! is left out, alone; the rest holds.
//!
//! Not in a fragment: which hit is looked at (its speech is), what is folded away or shown beside,
//! which speeches show their original, which panel is open. They belong to one reader's screen.
//!
//! May live here: the grammar of a fragment. May not: the address bar and its history (`browser`).

use std::fmt::Write;

pub use crate::bundle::view_of;

use super::document::Document;
use super::state::{MAX_QUERY_CHARS, State};
use crate::filter::{Choice, Facet};
use crate::insight::{Kind, SubjectId};
use crate::model::{AgendaId, LabelId, Role, SpeechId, TopicId};
use crate::quote::{Letters, Mark, Target, TextQuote};
use crate::search::Scope;
use crate::source::TextRange;

/// Fragments longer than this many bytes are ignored, and never written: no program hands on such
/// a link whole.
pub const MAX_BYTES: usize = 8 * 1024;

/// The name by which a speech is linked to: `s014`.
pub fn speech_anchor(speech: SpeechId) -> String {
    format!("s{:03}", u64::from(speech.0) + 1)
}

/// The name by which a topic is linked to: `t2`.
pub fn topic_anchor(topic: TopicId) -> String {
    format!("t{}", u64::from(topic.0) + 1)
}

/// The name by which a point of a speech, from 1, is linked to: `s017-2`.
pub fn point_anchor(speech: SpeechId, point: usize) -> String {
    format!("{}-{point}", speech_anchor(speech))
}

/// The facets with the keys of their parts, in the order in which they are written.
const FACETS: [(Facet, &str); 7] = [
    (Facet::Label, "sp"),
    (Facet::Role, "role"),
    (Facet::Topic, "t"),
    (Facet::Agenda, "a"),
    (Facet::Subject, "su"),
    (Facet::Kind, "k"),
    (Facet::Speech, "only"),
];

/// The fragment, without `#`, that leads to this state; empty for a state in which nothing is
/// chosen. A part that would make it longer than [`MAX_BYTES`] is left out.
pub fn write(document: &Document, state: &State) -> String {
    let meeting = part("m", [document.name.clone()]);
    let place = state.at.map(|at| match state.point {
        Some(point) => point_anchor(at, point),
        None => speech_anchor(at),
    });
    let mut parts = vec![meeting, place.unwrap_or_default(), part("q", [state.query.clone()])];
    if state.scope != Scope::default() {
        parts.push(part("sc", [state.scope.key().to_owned()]));
    }
    if !state.query.is_empty() {
        parts.push(format!("w={}", u8::from(state.whole)));
    }
    for (facet, key) in FACETS {
        parts.push(part(key, state.chosen.of(facet).filter_map(|choice| name_of(document, choice))));
    }
    parts.push(part("hl", state.highlighted.iter().filter_map(|id| label_text(document, id))));
    if state.dimmed {
        parts.push("dim=1".to_owned());
    }
    let mut fragment = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        let separator = if fragment.is_empty() { "" } else { ";" };
        if fragment.len() + separator.len() + part.len() <= MAX_BYTES {
            fragment.push_str(separator);
            fragment.push_str(part);
        }
    }
    fragment
}

/// The fragment that is handed on: the state, and how the speech read that is pointed at, or the
/// passage of it.
pub fn hand_on(document: &Document, state: &State, passage: Option<TextRange>) -> String {
    let fragment = write(document, state);
    let Some(at) = state.at else { return fragment };
    let Target { mark, quote, n_letters, .. } = Target::of(&Letters::of(&document.minutes), at, passage);
    let mark = mark.map(|mark| mark.to_string());
    let words = [quote.exact, quote.prefix, quote.suffix].map(|words| encode(&words)).join(",");
    let evidence = [
        part("v", mark),
        // Members may be empty here: their places tell them apart.
        format!("x={words}"),
        part("n", n_letters.map(|n| n.to_string())),
    ];
    let evidence: Vec<String> = evidence.into_iter().filter(|part| !part.is_empty()).collect();
    let (meeting, inside) = split_meeting(&fragment);
    let (place, rest) = inside.split_once(';').unwrap_or((inside, ""));
    let parts = [meeting, place, &evidence.join(";"), rest];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(";")
}

/// What a fragment says of how the speech read to which it leads; nothing where it says only which.
pub fn target(fragment: &str) -> Option<Target> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_BYTES {
        return None;
    }
    let mut parts = split_meeting(fragment).1.split(';');
    let anchor = parts.next()?;
    let speech = ordinal(anchor.split_once('-').map_or(anchor, |(speech, _)| speech), 's')?;
    let mut target = Target { speech, ..Target::default() };
    for (key, value) in parts.filter_map(|part| part.split_once('=')) {
        match key {
            "v" => target.mark = Mark::parse(value),
            "n" => target.n_letters = number(value).map(|n| n as usize).filter(|&n| n > 0),
            "x" => {
                let cut = |words: String| words.chars().take(TextQuote::MAX_CHARS).collect();
                let mut words = value.split(',').map(|words| cut(decode(words).unwrap_or_default()));
                let mut next = || words.next().unwrap_or_default();
                target.quote = TextQuote { exact: next(), prefix: next(), suffix: next() };
            }
            _ => {}
        }
    }
    (target.mark.is_some() || !target.quote.exact.is_empty()).then_some(target)
}

/// The part of a fragment that names a meeting of a shelf, with its key, and what leads on inside that
/// meeting. Where none is named, the former is empty.
fn split_meeting(fragment: &str) -> (&str, &str) {
    match fragment.split_once(';') {
        _ if !fragment.starts_with("m=") => ("", fragment),
        Some(parts) => parts,
        None => (fragment, ""),
    }
}

/// The meeting of a shelf that a fragment names, with or without `#` in front, and what leads on inside it.
pub fn meeting(fragment: &str) -> (Option<String>, &str) {
    let (meeting, inside) = split_meeting(fragment.strip_prefix('#').unwrap_or(fragment));
    (meeting.strip_prefix("m=").and_then(decode).filter(|name| !name.is_empty()), inside)
}

/// The fragment that leads on inside a meeting of a shelf; without a name, inside minutes that stand alone.
pub fn in_meeting(name: &str, inside: &str) -> String {
    let parts = [part("m", [name.to_owned()]), inside.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(";")
}

/// The state to which a fragment leads, with or without `#` in front.
pub fn parse(document: &Document, fragment: &str) -> State {
    let mut state = State::default();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_BYTES {
        return state;
    }
    for part in fragment.split(';') {
        let Some((key, value)) = part.split_once('=') else {
            if state.at.is_none() {
                (state.at, state.point) = place(document, part);
            }
            continue;
        };
        match key {
            "q" => {
                if let Some(query) = decode(value) {
                    state.query = query.chars().take(MAX_QUERY_CHARS).collect();
                }
            }
            "sc" => state.scope = Scope::from_key(value).unwrap_or_default(),
            "w" => state.whole = value == "1",
            "hl" => state.highlighted = members(value, |text| label_called(document, text)).collect(),
            "dim" => state.dimmed = value == "1",
            _ => {
                if let Some((facet, _)) = FACETS.into_iter().find(|(_, name)| *name == key) {
                    for choice in members(value, |text| called(document, facet, text)) {
                        state.chosen.insert(choice);
                    }
                }
            }
        }
    }
    // Without words there is nothing to be shown whole.
    state.whole &= !state.query.is_empty();
    state
}

/// What a fragment says of whether the whole text is shown, if it says anything.
pub fn says_whole(fragment: &str) -> Option<bool> {
    fragment.split(';').find_map(|part| part.strip_prefix("w=")).map(|value| value == "1")
}

/// The speech, and the point of it, to which an anchor leads: `s014`, `s017-2`, `t3`.
pub fn place(document: &Document, anchor: &str) -> (Option<SpeechId>, Option<usize>) {
    if let Some(topic) = topic_called(document, anchor) {
        let first = document.minutes.speeches.iter().find(|speech| speech.topic == Some(topic));
        return (first.map(|speech| speech.id), None);
    }
    let (speech, point) = match anchor.split_once('-') {
        Some((speech, point)) => (speech, number(point)),
        None => (anchor, None),
    };
    let id = ordinal(speech, 's').map(SpeechId).filter(|&id| document.minutes.speech(id).is_some());
    let point = point.zip(id).filter(|&(point, id)| document.has_point(id, point as usize));
    (id, point.map(|(point, _)| point as usize))
}

/// The text by which a choice is written.
fn name_of(document: &Document, choice: Choice) -> Option<String> {
    match choice {
        Choice::Label(id) => label_text(document, id),
        Choice::Role(role) => Some(role.key().to_owned()),
        Choice::Topic(id) => Some(topic_anchor(id)),
        Choice::Agenda(id) => Some(format!("a{}", u64::from(id.0) + 1)),
        Choice::Subject(id) => document.subject_name(id),
        Choice::Kind(kind) => Some(kind.key().to_owned()),
        Choice::Speech(id) => Some((u64::from(id.0) + 1).to_string()),
    }
}

/// The choice of a facet that a text names.
fn called(document: &Document, facet: Facet, text: &str) -> Option<Choice> {
    let choice = match facet {
        Facet::Label => Choice::Label(label_called(document, text)?),
        Facet::Role => Choice::Role(Role::from_key(text)?),
        Facet::Topic => Choice::Topic(topic_called(document, text)?),
        Facet::Agenda => Choice::Agenda(AgendaId(ordinal(text, 'a')?)),
        Facet::Subject => {
            let ids = (0..).map(SubjectId).take(document.insight.subjects.len());
            Choice::Subject(ids.into_iter().find(|&id| document.subject_name(id).as_deref() == Some(text))?)
        }
        Facet::Kind => Choice::Kind(Kind::from_key(text)?),
        Facet::Speech => Choice::Speech(SpeechId(number(text)?.checked_sub(1)?)),
    };
    document.has(choice).then_some(choice)
}

fn topic_called(document: &Document, anchor: &str) -> Option<TopicId> {
    let id = TopicId(ordinal(anchor, 't')?);
    document.minutes.topic(id).map(|_| id)
}

/// Whether a fragment carries words that are searched for.
pub fn has_words(fragment: &str) -> bool {
    fragment.split(';').any(|part| part.starts_with("q="))
}

/// The number from 0 that `s014` stands for.
fn ordinal(anchor: &str, letter: char) -> Option<u32> {
    number(anchor.strip_prefix(letter)?)?.checked_sub(1)
}

fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse::<u32>().ok())?
}

fn label_text(document: &Document, id: LabelId) -> Option<String> {
    document.minutes.label(id).map(|label| label.first.text(&document.minutes.source))
}

fn label_called(document: &Document, text: &str) -> Option<LabelId> {
    let minutes = &document.minutes;
    minutes.labels.iter().find(|label| label.first.text(&minutes.source) == text).map(|label| label.id)
}

/// `key=a,b`, or nothing where there is no member that could be read back.
pub(super) fn part(key: &str, values: impl IntoIterator<Item = String>) -> String {
    let values: Vec<String> =
        values.into_iter().filter(|value| !value.is_empty()).map(|value| encode(&value)).collect();
    if values.is_empty() { String::new() } else { format!("{key}={}", values.join(",")) }
}

pub(super) fn members<T>(list: &str, read: impl Fn(&str) -> Option<T>) -> impl Iterator<Item = T> {
    list.split(',').filter_map(move |member| read(&decode(member)?))
}

/// The address of a picture that holds it whole (RFC 2397).
pub fn picture_address(svg: &str) -> String {
    format!("data:image/svg+xml,{}", encode(svg))
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
pub(super) fn encode(value: &str) -> String {
    let mut out = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A value of a query, in which programs write a space as `+`.
pub fn decode_form(value: &str) -> Option<String> {
    decode(&value.replace('+', " "))
}

/// The value; nothing where a `%` stands without two hex digits or the bytes are not UTF-8.
pub(super) fn decode(value: &str) -> Option<String> {
    let hex = |byte: u8| char::from(byte).to_digit(16);
    let mut out = Vec::with_capacity(value.len());
    let mut bytes = value.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let (high, low) = (hex(bytes.next()?)?, hex(bytes.next()?)?);
            out.push((high * 16 + low) as u8);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok()
}
