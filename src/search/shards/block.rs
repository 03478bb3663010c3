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
    pub meeting: Meeting,
    pub speech: Said,
    /// The paragraph in which the first of the words stands.
    pub paragraph: usize,
    /// The words in it, in bytes, from left to right.
    pub words: Vec<TextRange>,
}

/// The bytes of a part.
pub(super) fn part(meeting: &Meeting, speeches: &[Said]) -> Vec<u8> {
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

/// The speeches of a block that a query lets through, in their order. `None` where it is no block.
pub fn find(block: &[u8], query: &Query) -> Option<Vec<Hit>> {
    let mut hits = Vec::new();
    let mut rest = Reader(block);
    while !rest.is_empty() {
        let mut part = rest.part()?;
        let [page, title, council, date] = [part.text()?, part.text()?, part.text()?, part.text()?];
        let meeting = || Meeting {
            page: page.to_owned(),
            title: title.to_owned(),
            council: council.to_owned(),
            date: date.to_owned(),
        };
        while !part.is_empty() {
            let speech = said(&mut part)?;
            if let Some((paragraph, words)) = held(&speech, query) {
                hits.push(Hit { meeting: meeting(), speech, paragraph, words });
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
