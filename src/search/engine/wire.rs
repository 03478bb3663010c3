//! Questions, answers and progress as bytes.
//!
//! Numbers are varints of seven bits, the lowest first; texts are their length and UTF-8; lists are
//! their length and their parts; what may be missing is a list of none or one. Bytes that do not
//! follow this are nothing.
//!
//! May live here: bytes. May not: what they mean (`talk`).

use std::borrow::Cow;

use super::Fed;
use super::directory::{put_varint, varint};
use super::talk::{Answer, Found, Progress, Question};
use crate::search::Scope;

impl Question {
    /// The question as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let scope = u32::from(self.scope == Scope::Meeting);
        let mut out = Vec::new();
        put_all(&[self.id, scope, self.from, self.n_listed], &mut out);
        put_text(&self.typed, &mut out);
        put_varint(u32::from(self.meetings.is_some()), &mut out);
        if let Some(meetings) = &self.meetings {
            put_varint(meetings.len() as u32, &mut out);
            put_all(meetings, &mut out);
        }
        put_varint(u32::from(self.speakers.is_some()), &mut out);
        if let Some(speakers) = &self.speakers {
            put_varint(speakers.len() as u32, &mut out);
            speakers.iter().for_each(|speaker| put_text(speaker, &mut out));
        }
        out
    }

    /// The question that bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Option<Question> {
        let mut rest = bytes;
        let [id, scope, from, n_listed] = take(&mut rest)?;
        let typed = take_text(&mut rest)?;
        let meetings = take_chosen(&mut rest, varint)?;
        let speakers = take_chosen(&mut rest, take_text)?;
        let scope = if scope == 1 { Scope::Meeting } else { Scope::Speech };
        Some(Question { id, typed, scope, meetings, speakers, from, n_listed })
    }
}

impl Answer {
    /// The answer as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(16 + self.meetings.len() * 4 + self.listed.len() * 4);
        put_all(&[self.id, self.n_found, self.n_searched, self.meetings.len() as u32], &mut out);
        self.meetings.iter().for_each(|&(meeting, n)| put_all(&[meeting, n], &mut out));
        put_varint(self.listed.len() as u32, &mut out);
        self.listed.iter().for_each(|found| put_all(&[found.meeting, found.block], &mut out));
        out
    }

    /// The answer that bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Option<Answer> {
        let mut rest = bytes;
        let [id, n_found, n_searched, n_meetings] = take(&mut rest)?;
        let pairs = |n: u32, rest: &mut &[u8]| (0..n).map(|_| take::<2>(rest)).collect::<Option<Vec<_>>>();
        let meetings = pairs(n_meetings, &mut rest)?;
        let n_listed = varint(&mut rest)?;
        let listed = pairs(n_listed, &mut rest)?;
        Some(Answer {
            id,
            n_found,
            meetings: meetings.into_iter().map(|[meeting, n]| (meeting, n)).collect(),
            listed: listed.into_iter().map(|[meeting, block]| Found { meeting, block }).collect(),
            n_searched,
        })
    }
}

impl Progress {
    /// The progress as bytes.
    pub fn to_bytes(self) -> Vec<u8> {
        let Progress { n_meetings, n_blocks, n_units, n_indexed, n_bytes } = self;
        let mut out = Vec::new();
        put_all(&[n_meetings, n_blocks, n_units, n_indexed, n_bytes], &mut out);
        out
    }

    /// The progress that bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Option<Progress> {
        let [n_meetings, n_blocks, n_units, n_indexed, n_bytes] = take(&mut &*bytes)?;
        Some(Progress { n_meetings, n_blocks, n_units, n_indexed, n_bytes })
    }
}

fn put_all(numbers: &[u32], out: &mut Vec<u8>) {
    numbers.iter().for_each(|&number| put_varint(number, out));
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u32; N]> {
    let mut numbers = [0; N];
    for number in &mut numbers {
        *number = varint(rest)?;
    }
    Some(numbers)
}

fn put_text(text: &str, out: &mut Vec<u8>) {
    put_varint(text.len() as u32, out);
    out.extend_from_slice(text.as_bytes());
}

fn take_text(rest: &mut &[u8]) -> Option<String> {
    take_str(rest).map(str::to_owned)
}

fn take_str<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let len = varint(rest)?;
    let (text, after) = rest.split_at_checked(len as usize)?;
    *rest = after;
    str::from_utf8(text).ok()
}

/// A list, or that there is none.
fn take_chosen<T>(rest: &mut &[u8], one: impl Fn(&mut &[u8]) -> Option<T>) -> Option<Option<Vec<T>>> {
    if varint(rest)? == 0 {
        return Some(None);
    }
    let n = varint(rest)?;
    (0..n).map(|_| one(rest)).collect::<Option<Vec<T>>>().map(Some)
}

/// The blocks of a meeting that bytes are: how many; of each its texts, each a list of pieces, then
/// speaker, topic and label.
pub fn blocks(bytes: &[u8]) -> Option<Vec<Fed<'_>>> {
    let mut rest = bytes;
    let n = varint(&mut rest)?;
    (0..n).map(|_| block(&mut rest)).collect()
}

fn block<'a>(rest: &mut &'a [u8]) -> Option<Fed<'a>> {
    let n_texts = varint(rest)?;
    let texts = (0..n_texts).map(|_| {
        let n_pieces = varint(rest)?;
        (0..n_pieces).map(|_| take_str(rest)).collect::<Option<Vec<_>>>()
    });
    let texts = texts.collect::<Option<Vec<_>>>()?;
    let mut name = || Some(Cow::Borrowed(take_str(rest)?));
    Some(Fed { texts, speaker: name()?, topic: name()?, label: name()? })
}
