//! From the data block to minutes: nothing passes that does not fit the text.
//!
//! The block is read as a tree of JSON values and not into structs of its own: readers made by
//! derivation would be a tenth of the viewer, and a field of a newer version must not hurt.
//!
//! May live here: reading and checking the block. May not: repairing it: what does not fit is refused.

use serde_json::Value;

use super::BundleError;
use super::wire::{Key, MAX_DEPTH};
use crate::diagnostics::{Diagnostic, Finding};
use crate::model::*;
use crate::source::{Source, TextRange};

type Read<T> = Result<T, BundleError>;

/// The minutes that a value of the list `minutes` holds.
pub(super) fn minutes(value: &Value) -> Read<Minutes> {
    let text = get(value, "text").as_str().ok_or(BundleError::Value { of: "text" })?;
    if u32::try_from(text.len()).is_err() {
        return Err(BundleError::Value { of: "text" });
    }
    let n = |of| list(value, of).map(<[Value]>::len);
    let groups = list(value, "roll")?.iter().map(|group| list(group, "people").map(<[Value]>::len));
    let known = Known {
        text,
        n_people: groups.sum::<Read<usize>>()?,
        n_agenda: n("agenda")?,
        n_topics: n("topics")?,
        n_labels: n("labels")?,
        n_speeches: n("speeches")?,
        n_narratives: n("narratives")?,
        n_plains: n("plains")?,
    };
    let mut n_people = 0;
    Ok(Minutes {
        title: known.prose_opt(value, "title")?,
        meeting: known.meeting(get(value, "meeting"))?,
        roll: Roll { groups: all(value, "roll", &mut |_, group| known.group(group, &mut n_people))? },
        agenda: tree(all(value, "agenda", &mut |idx, item| known.agenda_item(idx, item))?)?,
        topics: all(value, "topics", &mut |idx, topic| known.topic(idx, topic))?,
        labels: all(value, "labels", &mut |idx, label| known.label(idx, label))?,
        speeches: all(value, "speeches", &mut |idx, speech| known.speech(idx, speech))?,
        narratives: all(value, "narratives", &mut |idx, narrative| known.narrative(idx, narrative))?,
        plains: all(value, "plains", &mut |idx, plain| known.plain(idx, plain))?,
        body: all(value, "body", &mut |_, block| known.block(block))?,
        // Files that leave nothing out have no such list.
        furniture: match get(value, "furniture") {
            Value::Null => Vec::new(),
            _ => all(value, "furniture", &mut |_, line| known.range(line))?,
        },
        diagnostics: all(value, "diagnostics", &mut |_, diagnostic| known.diagnostic(diagnostic))?,
        source: Source::new(text),
    })
}

/// The document in a block of this format, of this version or an older one.
pub(super) fn document(json: &str, format: &str, newest: u32) -> Read<Value> {
    if json.trim().is_empty() {
        return Err(BundleError::Empty);
    }
    let document: Value = serde_json::from_str(json).map_err(BundleError::json)?;
    if get(&document, "format").as_str() != Some(format) {
        return Err(BundleError::Foreign);
    }
    match get(&document, "version").as_u64() {
        Some(version) if version > u64::from(newest) => Err(BundleError::Newer { version }),
        Some(_) => Ok(document),
        None => Err(BundleError::Value { of: "version" }),
    }
}

/// A field of an object; null where there is none.
pub(super) fn get<'v>(value: &'v Value, of: &str) -> &'v Value {
    value.get(of).unwrap_or(&Value::Null)
}

/// A field that is a list.
pub(super) fn list<'v>(value: &'v Value, of: &'static str) -> Read<&'v [Value]> {
    get(value, of).as_array().map(Vec::as_slice).ok_or(BundleError::Value { of })
}

pub(super) fn all<T>(
    value: &Value,
    of: &'static str,
    read: &mut dyn FnMut(u32, &Value) -> Read<T>,
) -> Read<Vec<T>> {
    let list = list(value, of)?;
    let mut out = Vec::with_capacity(list.len());
    for (idx, value) in list.iter().enumerate() {
        out.push(read(idx as u32, value)?);
    }
    Ok(out)
}

pub(super) fn number(value: &Value, of: &'static str) -> Read<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok()).ok_or(BundleError::Value { of })
}

pub(super) fn key<K: Key>(value: &Value, of: &'static str) -> Read<K> {
    value.as_str().and_then(K::from_key).ok_or(BundleError::Value { of })
}

/// A field that may be null.
pub(super) fn opt<T>(value: &Value, of: &str, read: impl FnOnce(&Value) -> Read<T>) -> Read<Option<T>> {
    let value = get(value, of);
    if value.is_null() { Ok(None) } else { read(value).map(Some) }
}

/// A day that there is.
pub(super) fn day(year: u32, month: u32, day: u32) -> Read<Date> {
    let parts = u16::try_from(year).ok().zip(u8::try_from(month).ok().zip(u8::try_from(day).ok()));
    // There is no year 0; computing its weekday would underflow.
    let date = parts.and_then(|(year, (month, day))| Date::new(year, month, day));
    date.filter(|date| date.year > 0).ok_or(BundleError::Value { of: "date" })
}

/// The list with depths as a tree again.
pub(super) fn tree(items: Vec<(usize, AgendaItem)>) -> Result<Vec<AgendaItem>, BundleError> {
    let mut top = Vec::new();
    // The items from the top to the last one read: each will be a child of the one before it.
    let mut open: Vec<AgendaItem> = Vec::new();
    for (depth, item) in items {
        if depth > open.len() || depth >= MAX_DEPTH {
            return Err(BundleError::Value { of: "agenda" });
        }
        close(&mut open, depth, &mut top);
        open.push(item);
    }
    close(&mut open, 0, &mut top);
    Ok(top)
}

/// Hands every open item below `depth` to its parent.
fn close(open: &mut Vec<AgendaItem>, depth: usize, top: &mut Vec<AgendaItem>) {
    while open.len() > depth {
        let Some(item) = open.pop() else { return };
        match open.last_mut() {
            Some(parent) => parent.children.push(item),
            None => top.push(item),
        }
    }
}

/// What references are checked against.
struct Known<'a> {
    text: &'a str,
    n_people: usize,
    n_agenda: usize,
    n_topics: usize,
    n_labels: usize,
    n_speeches: usize,
    n_narratives: usize,
    n_plains: usize,
}

pub(super) fn id(value: &Value, of: &'static str, n: usize) -> Read<u32> {
    let id = number(value, of)?;
    if (id as usize) < n { Ok(id) } else { Err(BundleError::Id { of, id }) }
}

impl Known<'_> {
    fn bounds(&self, start: &Value, end: &Value) -> Read<TextRange> {
        let (start, end) = (number(start, "range")?, number(end, "range")?);
        let range = TextRange { start, end };
        // `get` refuses what is out of bounds, backwards, or inside a character.
        self.text.get(range.to_usize()).map(|_| range).ok_or(BundleError::Range { start, end })
    }

    fn range(&self, value: &Value) -> Read<TextRange> {
        match value.as_array().map(Vec::as_slice) {
            Some([start, end]) => self.bounds(start, end),
            _ => Err(BundleError::Value { of: "range" }),
        }
    }

    fn range_opt(&self, value: &Value, of: &str) -> Read<Option<TextRange>> {
        opt(value, of, |range| self.range(range))
    }

    fn prose(&self, value: &Value) -> Read<Prose> {
        let mut pieces = Vec::new();
        for piece in value.as_array().ok_or(BundleError::Value { of: "prose" })? {
            let (range, join) = match piece.as_array().map(Vec::as_slice) {
                Some([start, end]) => (self.bounds(start, end)?, Join::Line),
                Some([start, end, join]) => (self.bounds(start, end)?, key(join, "join")?),
                _ => return Err(BundleError::Value { of: "prose" }),
            };
            pieces.push(Piece { range, join });
        }
        Ok(Prose { pieces })
    }

    fn prose_opt(&self, value: &Value, of: &str) -> Read<Option<Prose>> {
        opt(value, of, |prose| self.prose(prose))
    }

    fn topic_opt(&self, value: &Value) -> Read<Option<TopicId>> {
        opt(value, "topic", |topic| id(topic, "topic", self.n_topics).map(TopicId))
    }

    fn person_id(&self, value: &Value) -> Read<PersonId> {
        id(value, "person", self.n_people).map(PersonId)
    }

    fn meeting(&self, value: &Value) -> Read<Meeting> {
        Ok(Meeting {
            name: self.prose_opt(value, "name")?,
            date: opt(value, "date", |date| self.date(date))?,
            start: opt(value, "start", |clock| self.clock(clock))?,
            end: opt(value, "end", |clock| self.clock(clock))?,
            place: self.prose_opt(value, "place")?,
            openness: self.prose_opt(value, "openness")?,
            observers: self.prose_opt(value, "observers")?,
            office: self.prose_opt(value, "office")?,
            facts: all(value, "facts", &mut |_, fact| self.fact(fact))?,
        })
    }

    fn date(&self, value: &Value) -> Read<MeetingDate> {
        let part = |of| number(get(value, of), "date");
        Ok(MeetingDate {
            date: day(part("year")?, part("month")?, part("day")?)?,
            weekday: opt(value, "weekday", |weekday| key(weekday, "weekday"))?,
            evidence: self.range(get(value, "evidence"))?,
        })
    }

    fn clock(&self, value: &Value) -> Read<Clock> {
        let part = |of, limit| get(value, of).as_u64().filter(|&part| part < limit).map(|part| part as u8);
        let (Some(hour), Some(minute)) = (part("hour", 24), part("minute", 60)) else {
            return Err(BundleError::Value { of: "clock" });
        };
        Ok(Clock { hour, minute, evidence: self.range(get(value, "evidence"))? })
    }

    fn fact(&self, value: &Value) -> Read<Fact> {
        Ok(Fact {
            num: self.range_opt(value, "num")?,
            label: self.range(get(value, "label"))?,
            field: key(get(value, "field"), "field")?,
            values: all(value, "values", &mut |_, value| self.prose(value))?,
        })
    }

    fn group(&self, value: &Value, n_people: &mut u32) -> Read<RollGroup> {
        let first = *n_people;
        let people = all(value, "people", &mut |idx, person| self.person(PersonId(first + idx), person))?;
        *n_people += people.len() as u32;
        Ok(RollGroup {
            num: self.range_opt(value, "num")?,
            name: self.range(get(value, "name"))?,
            role: key(get(value, "role"), "role")?,
            absent: get(value, "absent").as_bool().ok_or(BundleError::Value { of: "absent" })?,
            people,
            unread: all(value, "unread", &mut |_, range| self.range(range))?,
        })
    }

    fn person(&self, id: PersonId, value: &Value) -> Read<Attendee> {
        Ok(Attendee {
            id,
            entry: self.range(get(value, "entry"))?,
            name: self.range(get(value, "name"))?,
            title: self.range_opt(value, "title")?,
            post: self.range_opt(value, "post")?,
            proxy: self.range_opt(value, "proxy")?,
            role: key(get(value, "role"), "role")?,
        })
    }

    fn agenda_item(&self, idx: u32, value: &Value) -> Read<(usize, AgendaItem)> {
        let depth = number(get(value, "depth"), "agenda")? as usize;
        let num = self.range_opt(value, "num")?;
        let heading = self.prose(get(value, "heading"))?;
        Ok((depth, AgendaItem { id: AgendaId(idx), num, heading, children: Vec::new() }))
    }

    fn topic(&self, idx: u32, value: &Value) -> Read<Topic> {
        Ok(Topic {
            id: TopicId(idx),
            num: self.range_opt(value, "num")?,
            heading: self.prose(get(value, "heading"))?,
            agenda: all(value, "agenda", &mut |_, item| {
                id(item, "agenda item", self.n_agenda).map(AgendaId)
            })?,
            range: self.range(get(value, "range"))?,
            called: self.range_opt(value, "called")?,
        })
    }

    fn label(&self, idx: u32, value: &Value) -> Read<SpeakerLabel> {
        let first = self.prose(get(value, "first"))?;
        Ok(SpeakerLabel { id: LabelId(idx), first, role: key(get(value, "role"), "role")? })
    }

    fn speech(&self, idx: u32, value: &Value) -> Read<Speech> {
        Ok(Speech {
            id: SpeechId(idx),
            topic: self.topic_opt(value)?,
            label: id(get(value, "label"), "label", self.n_labels).map(LabelId)?,
            printed: self.prose(get(value, "printed"))?,
            by: self.by(get(value, "by"))?,
            role: key(get(value, "role"), "role")?,
            paragraphs: all(value, "paragraphs", &mut |_, paragraph| self.prose(paragraph))?,
            range: self.range(get(value, "range"))?,
        })
    }

    fn by(&self, value: &Value) -> Read<Attribution> {
        Ok(match variant(value) {
            Some(("person", by)) => Attribution::Person {
                person: self.person_id(get(by, "person"))?,
                evidence: self.range(get(by, "evidence"))?,
            },
            Some(("printed", by)) => Attribution::Printed { name: self.range(get(by, "name"))? },
            Some(("ambiguous", by)) => {
                Attribution::Ambiguous { people: all(by, "people", &mut |_, person| self.person_id(person))? }
            }
            Some(("unnamed", _)) => Attribution::Unnamed,
            _ => return Err(BundleError::Value { of: "by" }),
        })
    }

    fn narrative(&self, idx: u32, value: &Value) -> Read<Narrative> {
        Ok(Narrative {
            id: NarrativeId(idx),
            topic: self.topic_opt(value)?,
            prose: self.prose(get(value, "prose"))?,
            range: self.range(get(value, "range"))?,
        })
    }

    fn plain(&self, idx: u32, value: &Value) -> Read<Plain> {
        Ok(Plain { id: PlainId(idx), topic: self.topic_opt(value)?, range: self.range(get(value, "range"))? })
    }

    fn block(&self, value: &Value) -> Read<Block> {
        Ok(match variant(value) {
            Some(("topic", topic)) => Block::Topic(TopicId(id(topic, "topic", self.n_topics)?)),
            Some(("speech", speech)) => Block::Speech(SpeechId(id(speech, "speech", self.n_speeches)?)),
            Some(("narrative", told)) => {
                Block::Narrative(NarrativeId(id(told, "narrative", self.n_narratives)?))
            }
            Some(("plain", plain)) => Block::Plain(PlainId(id(plain, "plain text", self.n_plains)?)),
            _ => return Err(BundleError::Value { of: "body" }),
        })
    }

    fn diagnostic(&self, value: &Value) -> Read<Diagnostic> {
        let finding = match variant(get(value, "finding")) {
            Some(("unrecognised", _)) => Finding::Unrecognised,
            Some(("no-title", _)) => Finding::NoTitle,
            Some(("no-date", _)) => Finding::NoDate,
            Some(("no-speech", _)) => Finding::NoSpeech,
            Some(("weekday-mismatch", days)) => Finding::WeekdayMismatch {
                printed: key(get(days, "printed"), "weekday")?,
                actual: key(get(days, "actual"), "weekday")?,
            },
            Some(("impossible-date", _)) => Finding::ImpossibleDate,
            Some(("ambiguous-speaker", found)) => Finding::AmbiguousSpeaker {
                entries: all(found, "entries", &mut |_, entry| self.range(entry))?,
            },
            Some(("entry-kept-whole", _)) => Finding::EntryKeptWhole,
            Some(("joined", join)) => Finding::Joined(key(join, "join")?),
            Some(("joined-throughout", found)) => {
                Finding::JoinedThroughout { n_joins: number(get(found, "joins"), "joins")? }
            }
            Some(("agenda-not-taken-up", _)) => Finding::AgendaNotTakenUp,
            Some(("left-out", found)) => Finding::LeftOut { n_lines: number(get(found, "lines"), "lines")? },
            Some(("speakers-presumed", _)) => Finding::SpeakersPresumed,
            _ => return Err(BundleError::Value { of: "finding" }),
        };
        Ok(Diagnostic { finding, range: self.range(get(value, "range"))? })
    }
}

/// The variant of an enum: its name alone, or an object with its name and what it holds.
fn variant(value: &Value) -> Option<(&str, &Value)> {
    match value {
        Value::String(name) => Some((name, &Value::Null)),
        Value::Object(fields) => fields.iter().next().map(|(name, held)| (name.as_str(), held)),
        _ => None,
    }
}
