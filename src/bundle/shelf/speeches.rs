//! The speeches of a meeting in columns: what a speech shares with the one before, or with the last one under
//! its label, is a 0.
//!
//! May live here: how a speech is told. May not: the rest of the meeting (`meeting`).

use std::collections::{BTreeMap, BTreeSet};

use super::walk::{Carry, Part, Read, Walk};
use crate::bundle::BundleError;
use crate::model::*;
use crate::source::TextRange;

/// A label that is longer is told with its length each time.
const LONGEST_LABEL: usize = 255;

/// How a label is told.
const EXPLICIT: u32 = 0;
const KNOWN: u32 = 1;
const NEW: u32 = 2;

/// What was told so far.
pub(super) struct Told<'t> {
    n_topics: usize,
    n_labels: usize,
    /// The entry of the roll of each person.
    entries: Vec<TextRange>,
    topic: Option<TopicId>,
    /// The labels that were introduced, by their words; and how long they are.
    labels: BTreeMap<&'t str, u32>,
    lens: BTreeSet<usize>,
    /// The labels that were introduced, in order.
    last: Vec<Last>,
    n_new: u32,
}

/// A label that was introduced, and what is told of the last speech under it.
struct Last {
    id: u32,
    /// Where it first stands.
    first: TextRange,
    role: Role,
    /// Its range, if it has one, counts from the beginning of the label.
    by: Attribution,
}

/// A speech without its words, for whoever only looks through the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechPlace {
    /// The whole, the label before it included.
    pub range: TextRange,
    /// What was said, from the first paragraph to the last; empty where nothing was.
    pub said: TextRange,
    /// The label it bears.
    pub label: LabelId,
    /// The topic under which it stands.
    pub topic: Option<TopicId>,
}

impl<'t> Told<'t> {
    pub(super) fn new(roll: &Roll, n_topics: usize, n_labels: usize) -> Told<'t> {
        Told {
            n_topics,
            n_labels,
            entries: roll.people().map(|person| person.entry).collect(),
            topic: None,
            labels: BTreeMap::new(),
            lens: BTreeSet::new(),
            last: Vec::new(),
            n_new: 0,
        }
    }

    /// Where a label first stands, if a speech introduced it; and its role there.
    pub(super) fn introduced(&self, id: u32) -> Option<(Prose, Role)> {
        // They were introduced in the order of their numbers.
        let at = self.last.binary_search_by_key(&id, |last| last.id).ok()?;
        self.last.get(at).map(|last| (Prose::one(last.first), last.role))
    }

    /// The longest label known that stands at a place.
    fn label_at(&self, text: &'t str, at: u32) -> Option<(u32, TextRange)> {
        self.lens.iter().rev().find_map(|&len| {
            let range = TextRange::new(at as usize, at as usize + len);
            let place = *self.labels.get(text.get(range.to_usize())?)?;
            Some((place, range))
        })
    }
}

/// A speech; without `keeps` nothing of it is kept but its place.
pub(super) fn speech<'t, C: Carry>(
    walk: &mut Walk<'t, C>,
    told: &mut Told<'t>,
    idx: u32,
    given: Option<&Speech>,
    keeps: bool,
) -> Read<(Speech, SpeechPlace)> {
    let topic = topic(walk, told, given.map(|speech| speech.topic))?;
    let around = given.map(|speech| speech.range).unwrap_or_default();
    let start = walk.start(Part::Speech, around.start)?;
    let Labelled { label, printed, place } = labelled(walk, told, given)?;
    let last = place.and_then(|place| told.last.get(place));
    let role = role(walk, last.map(|last| last.role), given.map(|speech| speech.role))?;
    let mut by = Attribution::Unnamed;
    if keeps {
        let base = printed.range().start;
        by = self::by(walk, told, base, last.map(|last| &last.by), given.map(|speech| &speech.by))?;
        if let Some(last) = place.and_then(|place| told.last.get_mut(place)) {
            last.by = moved(&by, |at| at.wrapping_sub(base));
        }
    }
    if let Some(last) = place.and_then(|place| told.last.get_mut(place)) {
        last.role = role;
    }
    let prose = given.map(|speech| speech.paragraphs.as_slice()).unwrap_or_default();
    let mut paragraphs = Vec::new();
    let mut said: Option<TextRange> = None;
    for nth in 0..walk.number(Part::Paragraph, prose.len() as u32)? {
        let mut pieces = Vec::new();
        walk.pieces(Part::Piece, prose.get(nth as usize), &mut |piece| {
            said = Some(said.map_or(piece.range, |said| said.cover(piece.range)));
            if keeps {
                pieces.push(piece);
            }
        })?;
        if keeps {
            paragraphs.push(Prose { pieces });
        }
    }
    let end = walk.start(Part::Tail, around.end)?;
    let range = walk.checked(start, end)?;
    let label = LabelId(label);
    let place = SpeechPlace { range, said: said.unwrap_or_default(), label, topic };
    Ok((Speech { id: SpeechId(idx), topic, label, printed, by, role, paragraphs, range }, place))
}

/// The role; 0 where it is that of the last speech under the label.
fn role<C: Carry>(walk: &mut Walk<C>, last: Option<Role>, given: Option<Role>) -> Read<Role> {
    let place = given.and_then(|role| Role::ALL.iter().position(|known| *known == role));
    let code = if given == last { 0 } else { place.map_or(0, |place| place as u32 + 1) };
    let role = match walk.number(Part::Role, code)?.checked_sub(1) {
        None => last,
        Some(place) => Role::ALL.get(place as usize).copied(),
    };
    role.ok_or(BundleError::Value { of: "role" })
}

/// The topic; 0 where it is that of the speech before.
fn topic<C: Carry>(
    walk: &mut Walk<C>,
    told: &mut Told,
    given: Option<Option<TopicId>>,
) -> Read<Option<TopicId>> {
    let code = match given {
        Some(topic) if topic == told.topic => 0,
        Some(None) => 1,
        Some(Some(TopicId(id))) => id + 2,
        None => 0,
    };
    told.topic = match walk.number(Part::Topic, code)? {
        0 => told.topic,
        1 => None,
        code if ((code - 2) as usize) < told.n_topics => Some(TopicId(code - 2)),
        code => return Err(BundleError::Id { of: "topic", id: code - 2 }),
    };
    Ok(told.topic)
}

struct Labelled {
    label: u32,
    printed: Prose,
    /// The place of the label among those that were introduced.
    place: Option<usize>,
}

/// The label: one that was introduced and is printed as then, one that is introduced here, or neither.
fn labelled<'t, C: Carry>(
    walk: &mut Walk<'t, C>,
    told: &mut Told<'t>,
    given: Option<&Speech>,
) -> Read<Labelled> {
    let single = given.and_then(|speech| match speech.printed.pieces.as_slice() {
        [Piece { range, join: Join::Line }] => Some(*range),
        _ => None,
    });
    let is_known = |speech: &Speech, range: TextRange| {
        told.label_at(walk.text(), range.start).is_some_and(|(place, found)| {
            let last = told.last.get(place as usize);
            found == range && last.is_some_and(|last| last.id == speech.label.0)
        })
    };
    let is_new = |speech: &Speech, range: TextRange| {
        let words = walk.text().get(range.to_usize()).unwrap_or_default();
        speech.label.0 == told.n_new && is_short(words) && !told.labels.contains_key(words)
    };
    let code = match given.zip(single) {
        Some((speech, range)) if is_known(speech, range) => KNOWN,
        Some((speech, range)) if is_new(speech, range) => NEW,
        _ => EXPLICIT,
    };
    match walk.number(Part::Label, code)? {
        KNOWN => {
            let at = walk.start(Part::Printed, single.unwrap_or_default().start)?;
            let found = told.label_at(walk.text(), at);
            let (place, range) = found.ok_or(BundleError::Value { of: "label" })?;
            walk.go(range.end);
            let label = told.last.get(place as usize).map(|last| last.id).unwrap_or_default();
            Ok(Labelled { label, printed: Prose::one(range), place: Some(place as usize) })
        }
        NEW => {
            let range = walk.short_range(Part::Printed, single)?;
            let words = walk.text().get(range.to_usize()).unwrap_or_default();
            let id = told.n_new;
            if !is_short(words) || told.labels.contains_key(words) || id as usize >= told.n_labels {
                return Err(BundleError::Id { of: "label", id });
            }
            let place = told.last.len();
            told.labels.insert(words, place as u32);
            told.lens.insert(words.len());
            told.last.push(Last { id, first: range, role: Role::Other, by: Attribution::Unnamed });
            told.n_new += 1;
            Ok(Labelled { label: id, printed: Prose::one(range), place: Some(place) })
        }
        EXPLICIT => {
            let given_id = given.map(|speech| speech.label.0).unwrap_or_default();
            let label = walk.id(Part::Label, "label", given_id, told.n_labels)?;
            let printed = walk.prose(Part::Labels, given.map(|speech| &speech.printed))?;
            // A label that somebody else introduces has a number above this one.
            told.n_new = told.n_new.max(label.saturating_add(1));
            Ok(Labelled { label, printed, place: None })
        }
        _ => Err(BundleError::Value { of: "label" }),
    }
}

fn is_short(words: &str) -> bool {
    !words.is_empty() && words.len() <= LONGEST_LABEL
}

/// Who spoke; 0 where it is as with the last speech under the label.
fn by<C: Carry>(
    walk: &mut Walk<C>,
    told: &Told,
    base: u32,
    last: Option<&Attribution>,
    given: Option<&Attribution>,
) -> Read<Attribution> {
    let code = match given {
        None => 0,
        Some(by) if last == Some(&moved(by, |at| at.wrapping_sub(base))) => 0,
        Some(Attribution::Unnamed) => 1,
        Some(Attribution::Printed { .. }) => 2,
        Some(Attribution::Ambiguous { .. }) => 3,
        Some(Attribution::Person { person, evidence }) => {
            if told.entries.get(person.idx()) == Some(evidence) { 4 } else { 5 }
        }
    };
    let n_people = told.entries.len();
    let id = |walk: &mut Walk<C>, person: Option<&PersonId>| {
        walk.id(Part::By, "person", person.map_or(0, |id| id.0), n_people).map(PersonId)
    };
    match walk.number(Part::By, code)? {
        0 => {
            let by = moved(last.ok_or(BundleError::Value { of: "by" })?, |at| at.wrapping_add(base));
            if let Attribution::Printed { name } = by {
                walk.checked(name.start, name.end)?;
            }
            Ok(by)
        }
        1 => Ok(Attribution::Unnamed),
        2 => {
            let name = match given {
                Some(Attribution::Printed { name }) => Some(*name),
                _ => None,
            };
            Ok(Attribution::Printed { name: walk.aside(Part::By, name)? })
        }
        3 => {
            let people = match given {
                Some(Attribution::Ambiguous { people }) => people.as_slice(),
                _ => &[],
            };
            let people = walk.list(Part::By, people, |walk, _, person| id(walk, person))?;
            Ok(Attribution::Ambiguous { people })
        }
        code @ (4 | 5) => {
            let (person, evidence) = match given {
                Some(Attribution::Person { person, evidence }) => (Some(person), Some(*evidence)),
                _ => (None, None),
            };
            let person = id(walk, person)?;
            let entry = told.entries.get(person.idx()).copied().unwrap_or_default();
            let evidence = if code == 4 { entry } else { walk.aside(Part::By, evidence)? };
            Ok(Attribution::Person { person, evidence })
        }
        _ => Err(BundleError::Value { of: "by" }),
    }
}

/// An attribution whose range in the label is told from elsewhere.
fn moved(by: &Attribution, place: impl Fn(u32) -> u32) -> Attribution {
    match by {
        Attribution::Printed { name } => {
            Attribution::Printed { name: TextRange { start: place(name.start), end: place(name.end) } }
        }
        by => by.clone(),
    }
}
