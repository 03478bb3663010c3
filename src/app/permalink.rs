//! State ⇄ fragment of the address.
//!
//! ```text
//! s014                                             a speech; works in the plain page, too
//! s014;q=予算;sp=委員,事務局;role=chair;t=t1,t3     any part may be missing
//! ```
//!
//! Values are percent-encoded UTF-8; the commas between the members of a list are not encoded,
//! those inside a member are. Labels are written as printed and topics and speeches by number,
//! since these are what survives when the file is made anew. `t3` alone leads to the first speech
//! of that topic. A part that is unknown, malformed, or names what these minutes do not have is
//! left out, alone; the rest holds.
//!
//! Not in a fragment: which hit is looked at (its speech is), which speeches show their original,
//! which panel is open. They belong to one reader's screen.
//!
//! May live here: the grammar of a fragment. May not: the address bar and its history (`browser`).

use std::fmt::Write;

use super::document::Document;
use super::state::{MAX_QUERY_CHARS, State};
use crate::filter::Chosen;
use crate::model::{LabelId, Role, SpeechId, TopicId};

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

/// The fragment, without `#`, that leads to this state; empty for a state in which nothing is
/// chosen. A part that would make it longer than [`MAX_BYTES`] is left out.
pub fn write(document: &Document, state: &State) -> String {
    let labels = state.labels.iter().filter_map(|id| label_text(document, id));
    let parts = [
        state.at.map(speech_anchor).unwrap_or_default(),
        part("q", [state.query.clone()]),
        part("sp", labels),
        part("role", state.roles.iter().map(|role| role.key().to_owned())),
        part("t", state.topics.iter().map(topic_anchor)),
    ];
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

/// The state to which a fragment leads, with or without `#` in front.
pub fn parse(document: &Document, fragment: &str) -> State {
    let mut state = State::default();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > MAX_BYTES {
        return state;
    }
    for part in fragment.split(';') {
        match part.split_once('=') {
            None => state.at = state.at.or_else(|| place(document, part)),
            Some(("q", value)) => {
                if let Some(query) = decode(value) {
                    state.query = query.chars().take(MAX_QUERY_CHARS).collect();
                }
            }
            Some(("sp", value)) => {
                state.labels = members(value, |text| label_called(document, text));
            }
            Some(("role", value)) => state.roles = members(value, Role::from_key),
            Some(("t", value)) => state.topics = members(value, |text| topic_called(document, text)),
            Some(_) => {}
        }
    }
    state
}

fn place(document: &Document, anchor: &str) -> Option<SpeechId> {
    if let Some(topic) = topic_called(document, anchor) {
        return document.minutes.speeches.iter().find(|speech| speech.topic == Some(topic)).map(|s| s.id);
    }
    let id = SpeechId(ordinal(anchor, 's')?);
    document.minutes.speech(id).map(|_| id)
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
    let digits = anchor.strip_prefix(letter)?;
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse::<u32>().ok()?.checked_sub(1))?
}

fn label_text(document: &Document, id: LabelId) -> Option<String> {
    document.minutes.label(id).map(|label| label.first.text(&document.minutes.source))
}

fn label_called(document: &Document, text: &str) -> Option<LabelId> {
    let minutes = &document.minutes;
    minutes.labels.iter().find(|label| label.first.text(&minutes.source) == text).map(|label| label.id)
}

/// `key=a,b`, or nothing where there is no member that could be read back.
fn part(key: &str, values: impl IntoIterator<Item = String>) -> String {
    let values: Vec<String> =
        values.into_iter().filter(|value| !value.is_empty()).map(|value| encode(&value)).collect();
    if values.is_empty() { String::new() } else { format!("{key}={}", values.join(",")) }
}

fn members<T: Copy + Ord>(list: &str, read: impl Fn(&str) -> Option<T>) -> Chosen<T> {
    list.split(',').filter_map(|member| read(&decode(member)?)).collect()
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
fn encode(value: &str) -> String {
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

/// The value; nothing where a `%` stands without two hex digits or the bytes are not UTF-8.
fn decode(value: &str) -> Option<String> {
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
