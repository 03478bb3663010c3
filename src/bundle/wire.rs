//! The data block: the text once, and the structure as ranges of it.
//!
//! Ranges are `[start, end]` in UTF-8 bytes of `text`, end excluded. What reads as one though it
//! stands in pieces is a list of `[start, end]`, or `[start, end, join]` where the join to the piece
//! before is no line break. A field that is absent is null. Numbers that refer to people, agenda
//! items, topics, labels and speeches count from 0 in the order of their list; people are
//! counted over all groups, agenda items over the whole tree.
//!
//! May live here: the shape that files have, and how the model takes it. May not: checks of what is
//! read (`decode`), the public export (`export`).

use serde::Serialize;

use crate::diagnostics;
use crate::model;
use crate::source::TextRange;

pub(super) const FORMAT: &str = "kaigiroku/bundle";

/// The agenda is a tree that readers walk by recursion: one nested deeper is refused.
pub(super) const MAX_DEPTH: usize = 64;

#[derive(Serialize)]
pub(super) struct Document {
    pub format: &'static str,
    pub version: u32,
    pub minutes: Vec<Minutes>,
}

#[derive(Serialize)]
pub(super) struct Minutes {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Prose>,
    pub meeting: Meeting,
    pub roll: Vec<Group>,
    pub agenda: Vec<AgendaItem>,
    pub topics: Vec<Topic>,
    pub labels: Vec<Label>,
    pub speeches: Vec<Speech>,
    pub narratives: Vec<Narrative>,
    pub plains: Vec<Plain>,
    pub body: Vec<Block>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub furniture: Vec<Range>,
    pub diagnostics: Vec<Diagnostic>,
}

#[derive(Clone, Copy, Serialize)]
pub(super) struct Range(pub u32, pub u32);

/// `[start, end]`, or `[start, end, join]` for a piece that is joined to the one before it in
/// another way than by a line break.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
pub(super) enum Piece {
    Line(u32, u32),
    Other(u32, u32, &'static str),
}

pub(super) type Prose = Vec<Piece>;

#[derive(Serialize)]
pub(super) struct Meeting {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Prose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Clock>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Clock>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Prose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub openness: Option<Prose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observers: Option<Prose>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Prose>,
    pub facts: Vec<Fact>,
}

#[derive(Serialize)]
pub(super) struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weekday: Option<&'static str>,
    pub evidence: Range,
}

#[derive(Serialize)]
pub(super) struct Clock {
    pub hour: u8,
    pub minute: u8,
    pub evidence: Range,
}

#[derive(Serialize)]
pub(super) struct Fact {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub num: Option<Range>,
    pub label: Range,
    pub field: &'static str,
    pub values: Vec<Prose>,
}

#[derive(Serialize)]
pub(super) struct Group {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub num: Option<Range>,
    pub name: Range,
    pub role: &'static str,
    pub absent: bool,
    pub people: Vec<Person>,
    pub unread: Vec<Range>,
}

#[derive(Serialize)]
pub(super) struct Person {
    pub entry: Range,
    pub name: Range,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<Range>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proxy: Option<Range>,
    pub role: &'static str,
}

/// The tree as a list, in printed order.
#[derive(Serialize)]
pub(super) struct AgendaItem {
    pub depth: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub num: Option<Range>,
    pub heading: Prose,
}

#[derive(Serialize)]
pub(super) struct Topic {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub num: Option<Range>,
    pub heading: Prose,
    pub agenda: Vec<u32>,
    pub range: Range,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<Range>,
}

#[derive(Serialize)]
pub(super) struct Label {
    pub first: Prose,
    pub role: &'static str,
}

#[derive(Serialize)]
pub(super) struct Speech {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<u32>,
    pub label: u32,
    pub printed: Prose,
    pub by: By,
    pub role: &'static str,
    pub paragraphs: Vec<Prose>,
    pub range: Range,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum By {
    Person { person: u32, evidence: Range },
    Printed { name: Range },
    Ambiguous { people: Vec<u32> },
    Unnamed,
}

#[derive(Serialize)]
pub(super) struct Narrative {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<u32>,
    pub prose: Prose,
    pub range: Range,
}

#[derive(Serialize)]
pub(super) struct Plain {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<u32>,
    pub range: Range,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Block {
    Topic(u32),
    Speech(u32),
    Narrative(u32),
    Plain(u32),
}

#[derive(Serialize)]
pub(super) struct Diagnostic {
    pub finding: Finding,
    pub range: Range,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Finding {
    Unrecognised,
    NoTitle,
    NoDate,
    NoSpeech,
    WeekdayMismatch { printed: &'static str, actual: &'static str },
    ImpossibleDate,
    AmbiguousSpeaker { entries: Vec<Range> },
    EntryKeptWhole,
    Joined(&'static str),
    JoinedThroughout { joins: u32 },
    AgendaNotTakenUp,
    LeftOut { lines: u32 },
    SpeakersPresumed,
}

/// Enums without data, by the names that they have in the block, or by their place in `ALL`.
pub(super) trait Key: Copy + PartialEq + 'static {
    const ALL: &'static [Self];
    fn key(self) -> &'static str;
    fn from_key(key: &str) -> Option<Self>;
}

macro_rules! keys {
    ($($inner:path { $($variant:ident = $key:literal)* })*) => {$(
        impl Key for $inner {
            const ALL: &'static [Self] = &[$(<$inner>::$variant),*];

            fn key(self) -> &'static str {
                use $inner as Inner;
                match self { $(Inner::$variant => $key),* }
            }

            fn from_key(key: &str) -> Option<Self> {
                use $inner as Inner;
                match key { $($key => Some(Inner::$variant),)* _ => None }
            }
        }
    )*};
}

keys! {
    model::Join { Line = "line" Page = "page" Space = "space" Letters = "letters" }
    model::Role { Chair = "chair" Member = "member" Secretariat = "secretariat" Guest = "guest" Other = "other" }
    model::Weekday {
        Monday = "monday" Tuesday = "tuesday" Wednesday = "wednesday" Thursday = "thursday"
        Friday = "friday" Saturday = "saturday" Sunday = "sunday"
    }
    model::Field {
        Name = "name" When = "when" Place = "place" Roll = "roll" Agenda = "agenda"
        Openness = "openness" Observers = "observers" Office = "office" Materials = "materials"
        Discussion = "discussion" Address = "address" Other = "other"
    }
}

impl From<&model::Minutes> for Document {
    fn from(minutes: &model::Minutes) -> Document {
        Document { format: FORMAT, version: super::VERSION, minutes: vec![minutes.into()] }
    }
}

impl From<&model::Minutes> for Minutes {
    fn from(minutes: &model::Minutes) -> Minutes {
        Minutes {
            text: minutes.source.text().to_owned(),
            title: minutes.title.as_ref().map(prose),
            meeting: (&minutes.meeting).into(),
            roll: all(&minutes.roll.groups),
            agenda: minutes.agenda_items().into_iter().map(agenda_item).collect(),
            topics: all(&minutes.topics),
            labels: all(&minutes.labels),
            speeches: all(&minutes.speeches),
            narratives: all(&minutes.narratives),
            plains: all(&minutes.plains),
            body: all(&minutes.body),
            furniture: all(&minutes.furniture),
            diagnostics: all(&minutes.diagnostics),
        }
    }
}

fn all<'a, Inner, Wire: From<&'a Inner>>(list: &'a [Inner]) -> Vec<Wire> {
    list.iter().map(Wire::from).collect()
}

impl From<TextRange> for Range {
    fn from(range: TextRange) -> Range {
        Range(range.start, range.end)
    }
}

impl From<&TextRange> for Range {
    fn from(range: &TextRange) -> Range {
        Range(range.start, range.end)
    }
}

fn prose(prose: &model::Prose) -> Prose {
    let piece = |piece: &model::Piece| match piece.join {
        model::Join::Line => Piece::Line(piece.range.start, piece.range.end),
        join => Piece::Other(piece.range.start, piece.range.end, join.key()),
    };
    prose.pieces.iter().map(piece).collect()
}

fn agenda_item((depth, item): (usize, &model::AgendaItem)) -> AgendaItem {
    AgendaItem { depth, num: item.num.map(Range::from), heading: prose(&item.heading) }
}

impl From<&model::Meeting> for Meeting {
    fn from(meeting: &model::Meeting) -> Meeting {
        Meeting {
            name: meeting.name.as_ref().map(prose),
            date: meeting.date.as_ref().map(Date::from),
            start: meeting.start.as_ref().map(Clock::from),
            end: meeting.end.as_ref().map(Clock::from),
            place: meeting.place.as_ref().map(prose),
            openness: meeting.openness.as_ref().map(prose),
            observers: meeting.observers.as_ref().map(prose),
            office: meeting.office.as_ref().map(prose),
            facts: all(&meeting.facts),
        }
    }
}

impl From<&model::MeetingDate> for Date {
    fn from(read: &model::MeetingDate) -> Date {
        let model::Date { year, month, day } = read.date;
        Date { year, month, day, weekday: read.weekday.map(Key::key), evidence: read.evidence.into() }
    }
}

impl From<&model::Clock> for Clock {
    fn from(clock: &model::Clock) -> Clock {
        Clock { hour: clock.hour, minute: clock.minute, evidence: clock.evidence.into() }
    }
}

impl From<&model::Fact> for Fact {
    fn from(fact: &model::Fact) -> Fact {
        Fact {
            num: fact.num.map(Range::from),
            label: fact.label.into(),
            field: fact.field.key(),
            values: fact.values.iter().map(prose).collect(),
        }
    }
}

impl From<&model::RollGroup> for Group {
    fn from(group: &model::RollGroup) -> Group {
        Group {
            num: group.num.map(Range::from),
            name: group.name.into(),
            role: group.role.key(),
            absent: group.absent,
            people: all(&group.people),
            unread: all(&group.unread),
        }
    }
}

impl From<&model::Attendee> for Person {
    fn from(person: &model::Attendee) -> Person {
        Person {
            entry: person.entry.into(),
            name: person.name.into(),
            title: person.title.map(Range::from),
            post: person.post.map(Range::from),
            proxy: person.proxy.map(Range::from),
            role: person.role.key(),
        }
    }
}

impl From<&model::Topic> for Topic {
    fn from(topic: &model::Topic) -> Topic {
        Topic {
            num: topic.num.map(Range::from),
            heading: prose(&topic.heading),
            agenda: topic.agenda.iter().map(|id| id.0).collect(),
            range: topic.range.into(),
            called: topic.called.map(Range::from),
        }
    }
}

impl From<&model::SpeakerLabel> for Label {
    fn from(label: &model::SpeakerLabel) -> Label {
        Label { first: prose(&label.first), role: label.role.key() }
    }
}

impl From<&model::Speech> for Speech {
    fn from(speech: &model::Speech) -> Speech {
        Speech {
            topic: speech.topic.map(|id| id.0),
            label: speech.label.0,
            printed: prose(&speech.printed),
            by: (&speech.by).into(),
            role: speech.role.key(),
            paragraphs: speech.paragraphs.iter().map(prose).collect(),
            range: speech.range.into(),
        }
    }
}

impl From<&model::Attribution> for By {
    fn from(by: &model::Attribution) -> By {
        match by {
            model::Attribution::Person { person, evidence } => {
                By::Person { person: person.0, evidence: evidence.into() }
            }
            model::Attribution::Printed { name } => By::Printed { name: name.into() },
            model::Attribution::Ambiguous { people } => {
                By::Ambiguous { people: people.iter().map(|id| id.0).collect() }
            }
            model::Attribution::Unnamed => By::Unnamed,
        }
    }
}

impl From<&model::Narrative> for Narrative {
    fn from(narrative: &model::Narrative) -> Narrative {
        Narrative {
            topic: narrative.topic.map(|id| id.0),
            prose: prose(&narrative.prose),
            range: narrative.range.into(),
        }
    }
}

impl From<&model::Plain> for Plain {
    fn from(plain: &model::Plain) -> Plain {
        Plain { topic: plain.topic.map(|id| id.0), range: plain.range.into() }
    }
}

impl From<&model::Block> for Block {
    fn from(block: &model::Block) -> Block {
        match block {
            model::Block::Topic(id) => Block::Topic(id.0),
            model::Block::Speech(id) => Block::Speech(id.0),
            model::Block::Narrative(id) => Block::Narrative(id.0),
            model::Block::Plain(id) => Block::Plain(id.0),
        }
    }
}

impl From<&diagnostics::Diagnostic> for Diagnostic {
    fn from(diagnostic: &diagnostics::Diagnostic) -> Diagnostic {
        use diagnostics::Finding as Found;
        let finding = match &diagnostic.finding {
            Found::Unrecognised => Finding::Unrecognised,
            Found::NoTitle => Finding::NoTitle,
            Found::NoDate => Finding::NoDate,
            Found::NoSpeech => Finding::NoSpeech,
            Found::WeekdayMismatch { printed, actual } => {
                Finding::WeekdayMismatch { printed: printed.key(), actual: actual.key() }
            }
            Found::ImpossibleDate => Finding::ImpossibleDate,
            Found::AmbiguousSpeaker { entries } => Finding::AmbiguousSpeaker { entries: all(entries) },
            Found::EntryKeptWhole => Finding::EntryKeptWhole,
            Found::Joined(join) => Finding::Joined(join.key()),
            Found::JoinedThroughout { n_joins } => Finding::JoinedThroughout { joins: *n_joins },
            Found::AgendaNotTakenUp => Finding::AgendaNotTakenUp,
            Found::LeftOut { n_lines } => Finding::LeftOut { lines: *n_lines },
            Found::SpeakersPresumed => Finding::SpeakersPresumed,
        };
        Diagnostic { finding, range: diagnostic.range.into() }
    }
}
