//! The words of meetings as a file, and what is found in it.
//!
//! A block is a row of parts, each behind its length; a part is a meeting or a stretch of a long one: what it is shown
//! with, then its speeches.
//!
//! May live here: the form of a block, finding in it. May not: which blocks are looked into (`directory`).

use super::bytes::{Reader, put, put_text};
use crate::search::fold::fold;
use crate::search::query::{Field, Term};
use crate::search::{Folded, Query, matcher};
use crate::source::TextRange;

/// What a meeting is shown with.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Meeting {
    /// The name of its page, without the end.
    pub page: String,
    /// What it calls itself.
    pub title: String,
    /// Who met; empty where that is not known.
    pub council: String,
    /// The day as ISO 8601; empty where there is none.
    pub date: String,
}

/// A speech.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Said {
    /// Its number, from 0.
    pub number: u32,
    /// The label as printed.
    pub label: String,
    /// The heading of its topic; empty where it has none.
    pub heading: String,
    /// What was said.
    pub paragraphs: Vec<String>,
}

/// A speech that holds what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which meeting.
    pub meeting: Meeting,
    /// The speech.
    pub speech: Said,
    /// The paragraph in which the first of the words stands.
    pub paragraph: usize,
    /// The words in it, in bytes, from left to right.
    pub words: Vec<TextRange>,
}

impl Hit {
    /// What is shown of the paragraph: stretches of it, each with whether it is one of the words; from a little before
    /// the first of them on.
    pub fn excerpt(&self) -> Vec<(String, bool)> {
        const N_BEFORE: usize = 30;
        const N_SHOWN: usize = 200;
        let empty = String::new();
        let text = self.speech.paragraphs.get(self.paragraph).unwrap_or(&empty);
        let first = self.words.first().map_or(0, |word| word.start as usize);
        let before = text.get(..first).unwrap_or_default();
        let start = before.char_indices().rev().nth(N_BEFORE - 1).map_or(0, |(at, _)| at);
        let after = text.get(start..).unwrap_or_default();
        let end = after.char_indices().nth(N_SHOWN).map_or(text.len(), |(at, _)| start + at);
        let mut out = Vec::new();
        let mut push = |from: usize, to: usize, is_hit: bool| {
            let words = text.get(from..to.min(end)).unwrap_or_default();
            if !words.is_empty() {
                out.push((words.to_owned(), is_hit));
            }
        };
        let mut at = start;
        for word in &self.words {
            push(at, word.start as usize, false);
            push(word.start as usize, word.end as usize, true);
            at = word.end as usize;
        }
        push(at, end, false);
        if start > 0 {
            out.insert(0, ("…".to_owned(), false));
        }
        if end < text.len() {
            out.push(("…".to_owned(), false));
        }
        out
    }
}

/// The bytes of a part: a meeting, or some of its speeches.
pub fn part(meeting: &Meeting, speeches: &[Said]) -> Vec<u8> {
    let mut out = Vec::new();
    for text in [&meeting.page, &meeting.title, &meeting.council, &meeting.date] {
        put_text(&mut out, text);
    }
    for speech in speeches {
        put(&mut out, u64::from(speech.number));
        put_text(&mut out, &speech.label);
        put_text(&mut out, &speech.heading);
        put(&mut out, speech.paragraphs.len() as u64);
        speech.paragraphs.iter().for_each(|paragraph| put_text(&mut out, paragraph));
    }
    out
}

/// What [`part`] has written. `None` where it is no part.
pub fn read_part(bytes: &[u8]) -> Option<(Meeting, Vec<Said>)> {
    let mut rest = Reader(bytes);
    let [page, title, council, date] = [(); 4].map(|()| rest.text().map(str::to_owned));
    let meeting = Meeting { page: page?, title: title?, council: council?, date: date? };
    let mut speeches = Vec::new();
    while !rest.is_empty() {
        speeches.push(said(&mut rest)?);
    }
    Some((meeting, speeches))
}

/// The parts of a block, in their order. `None` where it is no block.
pub fn parts(block: &[u8]) -> Option<Vec<(Meeting, Vec<Said>)>> {
    let mut parts = Vec::new();
    let mut rest = Reader(block);
    while !rest.is_empty() {
        parts.push(read_part(rest.part()?.0)?);
    }
    Some(parts)
}

/// The speeches of a block that a query lets through, in their order. `None` where it is no block.
pub fn find(block: &[u8], query: &Query) -> Option<Vec<Hit>> {
    let mut hits = Vec::new();
    for (meeting, speeches) in parts(block)? {
        for speech in speeches {
            if let Some((paragraph, words)) = held(&speech, query) {
                hits.push(Hit { meeting: meeting.clone(), speech, paragraph, words });
            }
        }
    }
    Some(hits)
}

fn said(part: &mut Reader) -> Option<Said> {
    let number = u32::try_from(part.number()?).ok()?;
    let (label, heading) = (part.text()?.to_owned(), part.text()?.to_owned());
    let n_paragraphs = part.number()?;
    let mut paragraphs = Vec::new();
    for _ in 0..n_paragraphs {
        paragraphs.push(part.text()?.to_owned());
    }
    Some(Said { number, label, heading, paragraphs })
}

/// Where the words stand in a speech that holds them all and none of those shut out.
fn held(speech: &Said, query: &Query) -> Option<(usize, Vec<TextRange>)> {
    if query.is_empty() {
        return None;
    }
    let folded: Vec<Folded> = speech.paragraphs.iter().map(|paragraph| Folded::new(paragraph)).collect();
    let (label, heading) = (fold(&speech.label), fold(&speech.heading));
    let holds = |term: &Term| match term.field {
        Field::Text => folded.iter().any(|text| !matcher::find_term(text, term).is_empty()),
        Field::Speaker => matcher::names(&label, term),
        Field::Topic => matcher::names(&heading, term),
    };
    if !query.all.iter().all(|group| group.iter().any(holds)) || query.none.iter().any(holds) {
        return None;
    }
    let words = folded.iter().map(|text| matcher::find(text, query));
    Some(words.enumerate().find(|(_, words)| !words.is_empty()).unwrap_or_default())
}

/// The letters of a part, each gram once, in order.
pub(super) fn grams_of(speeches: &[Said]) -> Vec<u64> {
    let texts = speeches.iter().flat_map(|speech| &speech.paragraphs);
    let mut grams: Vec<u64> = Vec::new();
    texts.for_each(|paragraph| grams.extend(super::grams(&fold(paragraph))));
    // Files are made natively only, where the library's way of sorting weighs nothing.
    grams.sort_unstable();
    grams.dedup();
    grams
}
