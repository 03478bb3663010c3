//! A meeting as bytes: its text once, and its structure in columns.
//!
//! ```text
//! byte 0   the version, 1
//! LEB128   how many bytes the text takes
//!          the text (`letters`)
//! LEB128…  the length of each column in bytes
//!          the columns
//! ```
//!
//! One function walks through the minutes for writing and for reading, so that the two cannot differ; what
//! is read passes the checks of [`decode`](super::super::decode), and nothing is trusted: no range, no number,
//! no length.
//!
//! May live here: the order of things. May not: numbers and places (`walk`), deflating (`pack`).

use super::letters;
use super::speeches::{SpeechPlace, Told, speech};
use super::walk::{Carry, Eye, Part, Pen, Read, Walk, push_number, take_number};
use crate::bundle::wire::MAX_DEPTH;
use crate::bundle::{BundleError, decode};
use crate::diagnostics::{Diagnostic, Finding};
use crate::model::*;
use crate::source::{Source, TextRange};

const VERSION: u8 = 1;

/// A meeting for whoever looks through many texts: where each speech stands, under which label and topic.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Places {
    /// The text.
    pub text: String,
    /// The labels as first printed, without marks and brackets around them; `LabelId` is the index.
    pub labels: Vec<String>,
    /// The speeches in printed order; `SpeechId` is the index.
    pub speeches: Vec<SpeechPlace>,
}

/// The bytes of a meeting, not yet deflated.
///
/// # Errors
///
/// [`BundleError::TooDeep`].
pub fn write_meeting(minutes: &Minutes) -> Read<Vec<u8>> {
    if minutes.agenda_items().iter().any(|(depth, _)| *depth >= MAX_DEPTH) {
        return Err(BundleError::TooDeep);
    }
    let text = minutes.source.text();
    let mut letters = Vec::with_capacity(text.len() / 2);
    letters::write(text.chars(), &mut letters);
    let mut bytes = vec![VERSION];
    push_number(&mut bytes, letters.len() as u64);
    bytes.append(&mut letters);
    let mut walk = Walk::new(Pen::new(), text);
    let head = head(&mut walk, Some(minutes))?;
    let mut told = Told::new(&head.roll, minutes.topics.len(), minutes.labels.len());
    walk.list(Part::Body, &minutes.speeches, |walk, idx, given| speech(walk, &mut told, idx, given, true))?;
    labels(&mut walk, &told, Some(minutes), minutes.labels.len())?;
    rest(&mut walk, Some(minutes), minutes.topics.len(), minutes.speeches.len())?;
    walk.into_carry().finish(&mut bytes);
    Ok(bytes)
}

/// Reads the bytes of a meeting.
///
/// # Errors
///
/// When they are damaged, or of a newer version.
pub fn read_meeting(bytes: &[u8]) -> Read<Minutes> {
    let (text, columns) = take_text(bytes)?;
    let mut walk = Walk::new(Eye::new(columns)?, &text);
    let head = head(&mut walk, None)?;
    let mut told = Told::new(&head.roll, head.topics.len(), head.n_labels);
    let speeches = walk.list::<Speech, _>(Part::Body, &[], |walk, idx, _| {
        speech(walk, &mut told, idx, None, true).map(|(speech, _)| speech)
    })?;
    let labels = labels(&mut walk, &told, None, head.n_labels)?;
    let rest = rest(&mut walk, None, head.topics.len(), speeches.len())?;
    let Head { title, meeting, roll, agenda, topics, .. } = head;
    let Rest { narratives, plains, body, furniture, diagnostics } = rest;
    Ok(Minutes {
        title,
        meeting,
        roll,
        agenda,
        topics,
        labels,
        speeches,
        narratives,
        plains,
        body,
        furniture,
        diagnostics,
        source: Source::new(text),
    })
}

/// Reads of the bytes of a meeting where its speeches stand. That takes a fraction of the time of
/// [`read_meeting`].
///
/// # Errors
///
/// As for [`read_meeting`]; but what is passed over is not checked.
pub fn read_places(bytes: &[u8]) -> Read<Places> {
    let (text, columns) = take_text(bytes)?;
    let mut walk = Walk::new(Eye::new(columns)?, &text);
    let head = head(&mut walk, None)?;
    let mut told = Told::new(&head.roll, head.topics.len(), head.n_labels);
    let speeches = walk.list::<Speech, _>(Part::Body, &[], |walk, idx, _| {
        speech(walk, &mut told, idx, None, false).map(|(_, place)| place)
    })?;
    let labels = labels(&mut walk, &told, None, head.n_labels)?;
    let words = |label: SpeakerLabel| -> String {
        label.first.pieces.iter().enumerate().fold(String::new(), |mut words, (nth, piece)| {
            if nth > 0 && piece.join == Join::Space {
                words.push(' ');
            }
            words.push_str(text.get(piece.range.to_usize()).unwrap_or_default());
            words
        })
    };
    let labels = labels.into_iter().map(words).collect();
    Ok(Places { text, labels, speeches })
}

/// Where the columns begin in the bytes of a meeting; their end where they are damaged.
#[cfg(feature = "reads")]
pub(super) fn columns_at(bytes: &[u8]) -> usize {
    let mut rest = bytes.get(1..).unwrap_or_default();
    let len = take_number(&mut rest).unwrap_or(u64::MAX);
    let len = usize::try_from(len).unwrap_or(usize::MAX).min(rest.len());
    bytes.len() - rest.len() + len
}

/// The text, and the bytes behind it.
fn take_text(bytes: &[u8]) -> Read<(String, &[u8])> {
    let cut = BundleError::Value { of: "text" };
    let (version, mut rest) = bytes.split_first().ok_or(BundleError::Empty)?;
    match *version {
        VERSION => {}
        0 => return Err(BundleError::Value { of: "version" }),
        version => return Err(BundleError::Newer { version: u64::from(version) }),
    }
    let len = usize::try_from(take_number(&mut rest)?).ok();
    let (text, columns) = len.and_then(|len| rest.split_at_checked(len)).ok_or(cut.clone())?;
    let text = letters::read(text).ok_or(cut.clone())?;
    match u32::try_from(text.len()) {
        Ok(_) => Ok((text, columns)),
        Err(_) => Err(cut),
    }
}

/// What stands before the speeches.
struct Head {
    title: Option<Prose>,
    meeting: Meeting,
    roll: Roll,
    agenda: Vec<AgendaItem>,
    topics: Vec<Topic>,
    n_labels: usize,
}

fn head<C: Carry>(walk: &mut Walk<C>, given: Option<&Minutes>) -> Read<Head> {
    const PART: Part = Part::Head;
    let title = prose_opt(walk, given.and_then(|minutes| minutes.title.as_ref()))?;
    let meeting = meeting(walk, given.map(|minutes| &minutes.meeting))?;
    let mut n_people = 0;
    let groups = given.map(|minutes| minutes.roll.groups.as_slice()).unwrap_or_default();
    let groups = walk.list(PART, groups, |walk, _, group| self::group(walk, &mut n_people, group))?;
    let given_items = given.map(Minutes::agenda_items).unwrap_or_default();
    let items = walk.list(PART, &given_items, |walk, idx, item| {
        let depth = walk.number(PART, item.map_or(0, |(depth, _)| *depth as u32))?;
        let item = item.map(|(_, item)| item);
        let num = range_opt(walk, item.and_then(|item| item.num))?;
        let heading = walk.prose(PART, item.map(|item| &item.heading))?;
        Ok((depth as usize, AgendaItem { id: AgendaId(idx), num, heading, children: Vec::new() }))
    })?;
    let n_items = items.len();
    let topics = given.map(|minutes| minutes.topics.as_slice()).unwrap_or_default();
    let topics = walk.list(PART, topics, |walk, idx, topic| {
        let num = range_opt(walk, topic.and_then(|topic| topic.num))?;
        let heading = walk.prose(PART, topic.map(|topic| &topic.heading))?;
        let agenda = topic.map(|topic| topic.agenda.as_slice()).unwrap_or_default();
        let agenda = walk.list(PART, agenda, |walk, _, id| {
            walk.id(PART, "agenda item", id.map_or(0, |id| id.0), n_items).map(AgendaId)
        })?;
        let range = walk.range(PART, topic.map(|topic| topic.range))?;
        let called = range_opt(walk, topic.and_then(|topic| topic.called))?;
        Ok(Topic { id: TopicId(idx), num, heading, agenda, range, called })
    })?;
    let n_labels = walk.number(PART, given.map_or(0, |minutes| minutes.labels.len() as u32))? as usize;
    Ok(Head { title, meeting, roll: Roll { groups }, agenda: decode::tree(items)?, topics, n_labels })
}

fn range_opt<C: Carry>(walk: &mut Walk<C>, given: Option<TextRange>) -> Read<Option<TextRange>> {
    walk.opt(Part::Head, given, |walk, range| walk.range(Part::Head, range))
}

fn prose_opt<C: Carry>(walk: &mut Walk<C>, given: Option<&Prose>) -> Read<Option<Prose>> {
    walk.opt(Part::Head, given, |walk, prose| walk.prose(Part::Head, prose))
}

fn meeting<C: Carry>(walk: &mut Walk<C>, given: Option<&Meeting>) -> Read<Meeting> {
    const PART: Part = Part::Head;
    let date = walk.opt(PART, given.and_then(|meeting| meeting.date.as_ref()), |walk, read| {
        let day = read.map(|read| read.date);
        let year = walk.number(PART, day.map_or(0, |day| u32::from(day.year)))?;
        let month = walk.number(PART, day.map_or(0, |day| u32::from(day.month)))?;
        let day = walk.number(PART, day.map_or(0, |day| u32::from(day.day)))?;
        let weekday = read.and_then(|read| read.weekday);
        let weekday = walk.opt(PART, weekday, |walk, weekday| walk.one_of(PART, weekday))?;
        let evidence = walk.range(PART, read.map(|read| read.evidence))?;
        Ok(MeetingDate { date: decode::day(year, month, day)?, weekday, evidence })
    })?;
    let mut clock = |given: Option<&Clock>| {
        walk.opt(PART, given, |walk, read| {
            let hour = walk.number(PART, read.map_or(0, |read| u32::from(read.hour)))?;
            let minute = walk.number(PART, read.map_or(0, |read| u32::from(read.minute)))?;
            if hour >= 24 || minute >= 60 {
                return Err(BundleError::Value { of: "clock" });
            }
            let evidence = walk.range(PART, read.map(|read| read.evidence))?;
            Ok(Clock { hour: hour as u8, minute: minute as u8, evidence })
        })
    };
    let start = clock(given.and_then(|meeting| meeting.start.as_ref()))?;
    let end = clock(given.and_then(|meeting| meeting.end.as_ref()))?;
    let facts = given.map(|meeting| meeting.facts.as_slice()).unwrap_or_default();
    let facts = walk.list(PART, facts, |walk, _, fact| {
        Ok(Fact {
            num: range_opt(walk, fact.and_then(|fact| fact.num))?,
            label: walk.range(PART, fact.map(|fact| fact.label))?,
            field: walk.one_of(PART, fact.map(|fact| fact.field))?,
            values: walk.list(
                PART,
                fact.map(|fact| fact.values.as_slice()).unwrap_or_default(),
                |walk, _, value| walk.prose(PART, value),
            )?,
        })
    })?;
    let mut prose = |get: fn(&Meeting) -> Option<&Prose>| prose_opt(walk, given.and_then(get));
    Ok(Meeting {
        name: prose(|meeting| meeting.name.as_ref())?,
        date,
        start,
        end,
        place: prose(|meeting| meeting.place.as_ref())?,
        openness: prose(|meeting| meeting.openness.as_ref())?,
        observers: prose(|meeting| meeting.observers.as_ref())?,
        office: prose(|meeting| meeting.office.as_ref())?,
        facts,
    })
}

fn group<C: Carry>(walk: &mut Walk<C>, n_people: &mut u32, given: Option<&RollGroup>) -> Read<RollGroup> {
    const PART: Part = Part::Head;
    let num = range_opt(walk, given.and_then(|group| group.num))?;
    let name = walk.range(PART, given.map(|group| group.name))?;
    let role = walk.one_of(PART, given.map(|group| group.role))?;
    let absent = walk.flag(PART, given.is_some_and(|group| group.absent))?;
    let people = given.map(|group| group.people.as_slice()).unwrap_or_default();
    let people = walk.list(PART, people, |walk, _, person| {
        let id = PersonId(*n_people);
        *n_people += 1;
        Ok(Attendee {
            id,
            entry: walk.range(PART, person.map(|person| person.entry))?,
            name: walk.range(PART, person.map(|person| person.name))?,
            title: range_opt(walk, person.and_then(|person| person.title))?,
            post: range_opt(walk, person.and_then(|person| person.post))?,
            proxy: range_opt(walk, person.and_then(|person| person.proxy))?,
            role: walk.one_of(PART, person.map(|person| person.role))?,
        })
    })?;
    let unread = given.map(|group| group.unread.as_slice()).unwrap_or_default();
    let unread = walk.list(PART, unread, |walk, _, range| walk.range(PART, range.copied()))?;
    Ok(RollGroup { num, name, role, absent, people, unread })
}

/// The labels. Of one that a speech introduced only what is not as there.
fn labels<C: Carry>(
    walk: &mut Walk<C>,
    told: &Told,
    given: Option<&Minutes>,
    n_labels: usize,
) -> Read<Vec<SpeakerLabel>> {
    const PART: Part = Part::Labels;
    let mut labels = Vec::new();
    for idx in 0..n_labels as u32 {
        let label = given.and_then(|minutes| minutes.label(LabelId(idx)));
        let mut introduced = told.introduced(idx);
        if let Some((first, role)) = &introduced {
            let is_as_there = label.is_some_and(|label| label.first == *first && label.role == *role);
            if !walk.flag(PART, is_as_there)? {
                introduced = None;
            }
        }
        let (first, role) = match introduced {
            Some(introduced) => introduced,
            None => (
                walk.prose(PART, label.map(|label| &label.first))?,
                walk.one_of(PART, label.map(|label| label.role))?,
            ),
        };
        labels.push(SpeakerLabel { id: LabelId(idx), first, role });
    }
    Ok(labels)
}

/// What stands beside and behind the speeches.
struct Rest {
    narratives: Vec<Narrative>,
    plains: Vec<Plain>,
    body: Vec<Block>,
    furniture: Vec<TextRange>,
    diagnostics: Vec<Diagnostic>,
}

fn rest<C: Carry>(
    walk: &mut Walk<C>,
    given: Option<&Minutes>,
    n_topics: usize,
    n_speeches: usize,
) -> Read<Rest> {
    const PART: Part = Part::Narrative;
    walk.go(0);
    let topic = |walk: &mut Walk<C>, given: Option<Option<TopicId>>| {
        let given = given.flatten();
        walk.opt(PART, given, |walk, id| {
            walk.id(PART, "topic", id.map_or(0, |id| id.0), n_topics).map(TopicId)
        })
    };
    let narratives = given.map(|minutes| minutes.narratives.as_slice()).unwrap_or_default();
    let narratives = walk.list(PART, narratives, |walk, idx, narrative| {
        let topic = topic(walk, narrative.map(|narrative| narrative.topic))?;
        let prose = walk.prose(PART, narrative.map(|narrative| &narrative.prose))?;
        let range = walk.range(PART, narrative.map(|narrative| narrative.range))?;
        Ok(Narrative { id: NarrativeId(idx), topic, prose, range })
    })?;
    walk.go(0);
    let plains = given.map(|minutes| minutes.plains.as_slice()).unwrap_or_default();
    let plains = walk.list(PART, plains, |walk, idx, plain| {
        let topic = topic(walk, plain.map(|plain| plain.topic))?;
        let range = walk.range(PART, plain.map(|plain| plain.range))?;
        Ok(Plain { id: PlainId(idx), topic, range })
    })?;
    let ns = [n_topics, n_speeches, narratives.len(), plains.len()];
    let mut next = [0; 4];
    let body = given.map(|minutes| minutes.body.as_slice()).unwrap_or_default();
    let body = walk.list(Part::Body, body, |walk, _, block| self::block(walk, &mut next, ns, block))?;
    walk.go(0);
    let furniture = given.map(|minutes| minutes.furniture.as_slice()).unwrap_or_default();
    let furniture =
        walk.list(Part::Rest, furniture, |walk, _, range| walk.range(Part::Rest, range.copied()))?;
    walk.go(0);
    let diagnostics = given.map(|minutes| minutes.diagnostics.as_slice()).unwrap_or_default();
    let diagnostics = walk.list(Part::Rest, diagnostics, |walk, _, given| {
        let finding = finding(walk, given.map(|diagnostic| &diagnostic.finding))?;
        let range = walk.range(Part::Rest, given.map(|diagnostic| diagnostic.range))?;
        Ok(Diagnostic { finding, range })
    })?;
    Ok(Rest { narratives, plains, body, furniture, diagnostics })
}

/// A block of the body: the next speech, topic, narrative or plain text; or, four further on, another one.
fn block<C: Carry>(
    walk: &mut Walk<C>,
    next: &mut [u32; 4],
    ns: [usize; 4],
    given: Option<&Block>,
) -> Read<Block> {
    const OF: [&str; 4] = ["topic", "speech", "narrative", "plain text"];
    let (kind, id) = match given {
        None => (1, 0),
        Some(Block::Topic(id)) => (0, id.0),
        Some(Block::Speech(id)) => (1, id.0),
        Some(Block::Narrative(id)) => (2, id.0),
        Some(Block::Plain(id)) => (3, id.0),
    };
    let is_next = given.is_none() || next.get(kind as usize) == Some(&id);
    let code = walk.number(Part::Body, if is_next { kind } else { kind + 4 })?;
    let kind = code % 4;
    let wrong = BundleError::Value { of: "body" };
    let at = kind as usize;
    let ((of, n), next) = OF.get(at).zip(ns.get(at)).zip(next.get_mut(at)).ok_or(wrong.clone())?;
    let id = match code {
        0..=3 => *next,
        4..=7 => walk.number(Part::Body, id)?,
        _ => return Err(wrong),
    };
    if id as usize >= *n {
        return Err(BundleError::Id { of, id });
    }
    *next = id.saturating_add(1);
    Ok(match kind {
        0 => Block::Topic(TopicId(id)),
        1 => Block::Speech(SpeechId(id)),
        2 => Block::Narrative(NarrativeId(id)),
        _ => Block::Plain(PlainId(id)),
    })
}

fn finding<C: Carry>(walk: &mut Walk<C>, given: Option<&Finding>) -> Read<Finding> {
    const PART: Part = Part::Rest;
    let code = match given {
        None | Some(Finding::Unrecognised) => 0,
        Some(Finding::NoTitle) => 1,
        Some(Finding::NoDate) => 2,
        Some(Finding::NoSpeech) => 3,
        Some(Finding::WeekdayMismatch { .. }) => 4,
        Some(Finding::ImpossibleDate) => 5,
        Some(Finding::AmbiguousSpeaker { .. }) => 6,
        Some(Finding::EntryKeptWhole) => 7,
        Some(Finding::Joined(_)) => 8,
        Some(Finding::JoinedThroughout { .. }) => 9,
        Some(Finding::AgendaNotTakenUp) => 10,
        Some(Finding::LeftOut { .. }) => 11,
        Some(Finding::SpeakersPresumed) => 12,
    };
    Ok(match walk.number(PART, code)? {
        0 => Finding::Unrecognised,
        1 => Finding::NoTitle,
        2 => Finding::NoDate,
        3 => Finding::NoSpeech,
        4 => {
            let [printed, actual] = match given {
                Some(Finding::WeekdayMismatch { printed, actual }) => [Some(*printed), Some(*actual)],
                _ => [None, None],
            };
            Finding::WeekdayMismatch {
                printed: walk.one_of(PART, printed)?,
                actual: walk.one_of(PART, actual)?,
            }
        }
        5 => Finding::ImpossibleDate,
        6 => {
            let entries = match given {
                Some(Finding::AmbiguousSpeaker { entries }) => entries.as_slice(),
                _ => &[],
            };
            let entries = walk.list(PART, entries, |walk, _, entry| walk.range(PART, entry.copied()))?;
            Finding::AmbiguousSpeaker { entries }
        }
        7 => Finding::EntryKeptWhole,
        8 => {
            let join = match given {
                Some(Finding::Joined(join)) => Some(*join),
                _ => None,
            };
            Finding::Joined(walk.one_of(PART, join)?)
        }
        9 => {
            let n_joins = match given {
                Some(Finding::JoinedThroughout { n_joins }) => *n_joins,
                _ => 0,
            };
            Finding::JoinedThroughout { n_joins: walk.number(PART, n_joins)? }
        }
        10 => Finding::AgendaNotTakenUp,
        11 => {
            let n_lines = match given {
                Some(Finding::LeftOut { n_lines }) => *n_lines,
                _ => 0,
            };
            Finding::LeftOut { n_lines: walk.number(PART, n_lines)? }
        }
        12 => Finding::SpeakersPresumed,
        _ => return Err(BundleError::Value { of: "finding" }),
    })
}
