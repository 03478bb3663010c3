//! The directory of a shelf: everything that is known of its meetings without their texts, as JSON.
//!
//! Numbers that refer to councils, speakers and meetings count from 0 in the order of their list. A field that
//! is absent is null. A tie is `[meeting, speech or null, start, end]`.
//!
//! `speakers` of a meeting are in the order of their numbers. Each is told from the one before, as twice the
//! distance to the number behind that one; 1 is added where somebody speaks more than once, and how often
//! stands behind it. So `[6,1,4]` is number 3 once and number 4 four times. Most meetings have many speakers,
//! and most of these numbers have one digit.
//!
//! May live here: the shape that the block has, and checks of what is read. May not: meetings (`meeting`).

use serde::Serialize;
use serde_json::Value;

use crate::bundle::decode::{self, all, get, list, number, opt};
use crate::bundle::wire::Key;
use crate::bundle::{BundleError, escape};
use crate::model::{Date, SpeechId};
use crate::shelf::{CouncilId, Entry, EntryId, EntryKey, Matter, Reference, Shelf, SpeakerId, Thread, Tie};
use crate::source::TextRange;

const FORMAT: &str = "kaigiroku/shelf";
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Directory<'a> {
    format: &'static str,
    version: u32,
    councils: &'a [String],
    speakers: &'a [String],
    meetings: Vec<Meeting<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    threads: Vec<WireThread<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<WireReference<'a>>,
}

#[derive(Serialize)]
struct Meeting<'a> {
    key: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    council: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    speeches: u32,
    chars: u32,
    speakers: Vec<u32>,
    topics: &'a [String],
    file: &'a str,
}

#[derive(Serialize)]
struct WireThread<'a> {
    matter: &'static str,
    name: &'a str,
    ties: Vec<(u32, Option<u32>, u32, u32)>,
}

#[derive(Serialize)]
struct WireReference<'a> {
    meeting: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    speech: Option<u32>,
    range: (u32, u32),
    words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<u32>,
}

impl Key for Matter {
    const ALL: &'static [Matter] = &[Matter::Agenda, Matter::Subject];

    fn key(self) -> &'static str {
        match self {
            Matter::Agenda => "agenda",
            Matter::Subject => "subject",
        }
    }

    fn from_key(key: &str) -> Option<Matter> {
        Matter::ALL.iter().copied().find(|matter| matter.key() == key)
    }
}

/// The content of the block `#kg-shelf`: JSON in which no text can end the block.
///
/// # Errors
///
/// None that a shelf can cause.
pub fn write_directory(shelf: &Shelf) -> Result<String, BundleError> {
    let meetings = shelf.entries.iter().map(|entry| Meeting {
        key: entry.key.to_string(),
        title: &entry.title,
        council: entry.council.map(|id| id.0),
        date: entry.date.map(Date::iso),
        year: entry.fiscal_year,
        session: entry.session,
        place: entry.place.as_deref(),
        speeches: entry.n_speeches,
        chars: entry.n_chars,
        speakers: distances(&entry.speakers),
        topics: &entry.topics,
        file: &entry.file,
    });
    let tie = |tie: &Tie| (tie.entry.0, tie.speech.map(|id| id.0), tie.words.start, tie.words.end);
    let threads = shelf.threads.iter().map(|thread| WireThread {
        matter: thread.matter.key(),
        name: &thread.name,
        ties: thread.ties.iter().map(tie).collect(),
    });
    let references = shelf.references.iter().map(|reference| WireReference {
        meeting: reference.entry.0,
        speech: reference.speech.map(|id| id.0),
        range: (reference.range.start, reference.range.end),
        words: &reference.words,
        to: reference.to.map(|id| id.0),
    });
    let directory = Directory {
        format: FORMAT,
        version: VERSION,
        councils: &shelf.councils,
        speakers: &shelf.speakers,
        meetings: meetings.collect(),
        threads: threads.collect(),
        references: references.collect(),
    };
    let json = serde_json::to_string(&directory).map_err(BundleError::json)?;
    Ok(escape::json(&json))
}

fn distances(speakers: &[(SpeakerId, u32)]) -> Vec<u32> {
    let mut out = Vec::new();
    let mut next = 0;
    for &(SpeakerId(id), n) in speakers {
        let distance = id.saturating_sub(next) * 2;
        if n == 1 {
            out.push(distance)
        } else {
            out.extend([distance + 1, n])
        }
        next = id + 1;
    }
    out
}

/// Reads the content of the block `#kg-shelf`.
///
/// # Errors
///
/// When it is damaged, contradicts itself, or is of a newer version.
pub fn read_directory(json: &str) -> Result<Shelf, BundleError> {
    let value = decode::document(json, FORMAT, VERSION)?;
    let known = Known {
        n_councils: list(&value, "councils")?.len(),
        n_speakers: list(&value, "speakers")?.len(),
        n_entries: list(&value, "meetings")?.len(),
    };
    let entries = all(&value, "meetings", &mut |_, meeting| known.entry(meeting))?;
    let n_speeches: Vec<u32> = entries.iter().map(|entry| entry.n_speeches).collect();
    let optional = |of: &'static str| -> Result<&[Value], BundleError> {
        if get(&value, of).is_null() { Ok(&[]) } else { list(&value, of) }
    };
    let speech = |value: &Value, entry: EntryId| {
        let n = n_speeches.get(entry.idx()).copied().unwrap_or_default();
        decode::id(value, "speech", n as usize).map(SpeechId)
    };
    let tie = |value: &Value| match value.as_array().map(Vec::as_slice) {
        Some([entry, of, start, end]) => {
            let entry = known.id(entry)?;
            let of = if of.is_null() { None } else { Some(speech(of, entry)?) };
            Ok(Tie { entry, speech: of, words: range(start, end)? })
        }
        _ => Err(BundleError::Value { of: "ties" }),
    };
    let thread = |value: &Value| {
        Ok(Thread {
            matter: decode::key(get(value, "matter"), "matter")?,
            name: text(value, "name")?,
            ties: all(value, "ties", &mut |_, value| tie(value))?,
        })
    };
    let reference = |value: &Value| {
        let entry = known.id(get(value, "meeting"))?;
        let range = match get(value, "range").as_array().map(Vec::as_slice) {
            Some([start, end]) => range(start, end)?,
            _ => return Err(BundleError::Value { of: "range" }),
        };
        Ok(Reference {
            entry,
            speech: opt(value, "speech", |value| speech(value, entry))?,
            range,
            words: text(value, "words")?,
            to: opt(value, "to", |value| known.id(value))?,
        })
    };
    let threads = optional("threads")?.iter().map(thread).collect::<Result<_, _>>()?;
    let references = optional("references")?.iter().map(reference).collect::<Result<_, _>>()?;
    Ok(Shelf {
        councils: all(&value, "councils", &mut |_, name| string(name, "councils"))?,
        speakers: all(&value, "speakers", &mut |_, name| string(name, "speakers"))?,
        entries,
        threads,
        references,
    })
}

struct Known {
    n_councils: usize,
    n_speakers: usize,
    n_entries: usize,
}

impl Known {
    fn id(&self, value: &Value) -> Result<EntryId, BundleError> {
        decode::id(value, "meeting", self.n_entries).map(EntryId)
    }

    fn speakers(&self, values: &[Value]) -> Result<Vec<(SpeakerId, u32)>, BundleError> {
        let mut out = Vec::new();
        let mut next: u32 = 0;
        let mut values = values.iter();
        while let Some(value) = values.next() {
            let distance = number(value, "speakers")?;
            let id = next.saturating_add(distance / 2);
            if id as usize >= self.n_speakers {
                return Err(BundleError::Id { of: "speaker", id });
            }
            let n = match distance % 2 {
                0 => 1,
                _ => number(values.next().unwrap_or(&Value::Null), "speakers")?,
            };
            out.push((SpeakerId(id), n));
            next = id + 1;
        }
        Ok(out)
    }

    fn entry(&self, value: &Value) -> Result<Entry, BundleError> {
        let key = get(value, "key").as_str().and_then(EntryKey::parse);
        let year = |value: &Value| {
            u16::try_from(number(value, "year")?).map_err(|_| BundleError::Value { of: "year" })
        };
        Ok(Entry {
            key: key.ok_or(BundleError::Value { of: "key" })?,
            title: text(value, "title")?,
            council: opt(value, "council", |id| decode::id(id, "council", self.n_councils).map(CouncilId))?,
            date: opt(value, "date", date)?,
            fiscal_year: opt(value, "year", year)?,
            session: opt(value, "session", |value| number(value, "session"))?,
            place: opt(value, "place", |value| string(value, "place"))?,
            n_speeches: number(get(value, "speeches"), "speeches")?,
            n_chars: number(get(value, "chars"), "chars")?,
            speakers: self.speakers(list(value, "speakers")?)?,
            topics: all(value, "topics", &mut |_, topic| string(topic, "topics"))?,
            file: text(value, "file")?,
        })
    }
}

fn string(value: &Value, of: &'static str) -> Result<String, BundleError> {
    value.as_str().map(str::to_owned).ok_or(BundleError::Value { of })
}

fn text(value: &Value, of: &'static str) -> Result<String, BundleError> {
    string(get(value, of), of)
}

fn range(start: &Value, end: &Value) -> Result<TextRange, BundleError> {
    let (start, end) = (number(start, "range")?, number(end, "range")?);
    if start <= end { Ok(TextRange { start, end }) } else { Err(BundleError::Range { start, end }) }
}

/// `2025-03-10`.
fn date(value: &Value) -> Result<Date, BundleError> {
    let wrong = BundleError::Value { of: "date" };
    let mut parts = value.as_str().unwrap_or_default().splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let mut part = || parts.next().flatten().ok_or(wrong.clone());
    decode::day(part()?, part()?, part()?)
}
