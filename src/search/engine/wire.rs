//! Questions, answers and progress as bytes.
//!
//! Numbers are varints of seven bits, the lowest first; texts are their length and UTF-8; lists are
//! their length and their parts; what may be missing is a list of none or one. Bytes that do not
//! follow this are nothing.
//!
//! May live here: bytes. May not: what they mean (`talk`).

use super::directory::{put_varint, varint};
use super::talk::{Answer, Found, Progress, Question};
use crate::search::Scope;

impl Question {
    /// The question as bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let scope = u32::from(self.scope == Scope::Meeting);
        let mut out = Vec::new();
        put_all(&[self.id, scope, self.from, self.n_listed, self.typed.len() as u32], &mut out);
        out.extend_from_slice(self.typed.as_bytes());
        for chosen in [&self.meetings, &self.persons] {
            put_varint(u32::from(chosen.is_some()), &mut out);
            if let Some(chosen) = chosen {
                put_varint(chosen.len() as u32, &mut out);
                put_all(chosen, &mut out);
            }
        }
        out
    }

    /// The question that bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Option<Question> {
        let mut rest = bytes;
        let [id, scope, from, n_listed, len] = take(&mut rest)?;
        let (typed, after) = rest.split_at_checked(len as usize)?;
        rest = after;
        let mut chosen = || -> Option<Option<Vec<u32>>> {
            match varint(&mut rest)? {
                0 => Some(None),
                _ => {
                    let n = varint(&mut rest)?;
                    (0..n).map(|_| varint(&mut rest)).collect::<Option<Vec<u32>>>().map(Some)
                }
            }
        };
        Some(Question {
            id,
            typed: str::from_utf8(typed).ok()?.to_owned(),
            scope: if scope == 1 { Scope::Meeting } else { Scope::Speech },
            meetings: chosen()?,
            persons: chosen()?,
            from,
            n_listed,
        })
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
