//! `kaigiroku/minutes` version 1: the minutes as one JSON object, a public contract.
//!
//! - `range` is `[start, end]` in Unicode characters (scalar values) of the decoded text, end
//!   excluded, a byte order mark not counted. It covers the label too.
//! - `id`s are unique in one object: speeches `s001`, `s002` …, topics `t1` …, agenda items `a1` …,
//!   each counted in printed order. `speeches[].topic` and `narratives[].topic` name a topic,
//!   `topics[].agenda` names the agenda items that a topic takes up.
//! - `title`, names, numbers and headings are as printed; sentences that a line or page break had
//!   cut are joined. `date` is ISO 8601, times are `HH:MM`.
//! - `label` is what is printed in front of a speech. `by` is the name of the person where the
//!   text proves who that is. `role` is one of `chair`, `member`, `secretariat`, `guest`, `other`.
//!   `kind` is `speech`.
//! - In `roll`, `role` is the part taken in this body (委員長), `post` the post held in the office.
//! - `diagnostics[].severity` is `warning` or `info`; `line` counts from 1; `code` is stable,
//!   `message` is Japanese and for people.
//!
//! What the text does not say is `null`, never guessed. Readers must let unknown keys pass.

use serde::Serialize;

use crate::diagnostics::Lang;
use crate::model::{self, Attribution, Prose, TopicId};
use crate::source::{Source, TextRange};

/// The minutes as one line of JSON, without a line end.
pub fn write(minutes: &model::Minutes) -> String {
    // Strings, numbers and lists always have a JSON form.
    serde_json::to_string(&Writer::new(minutes).minutes()).unwrap_or_default()
}

#[derive(Serialize)]
struct Minutes<'a> {
    format: &'static str,
    version: u32,
    title: Option<String>,
    meeting: Meeting,
    roll: Vec<Group<'a>>,
    agenda: Vec<AgendaItem<'a>>,
    topics: Vec<Topic<'a>>,
    speeches: Vec<Speech<'a>>,
    narratives: Vec<Narrative>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize)]
struct Meeting {
    name: Option<String>,
    date: Option<String>,
    start: Option<String>,
    end: Option<String>,
    place: Option<String>,
    openness: Option<String>,
    observers: Option<String>,
    office: Option<String>,
}

#[derive(Serialize)]
struct Group<'a> {
    group: &'a str,
    people: Vec<Person<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    role: Option<&'a str>,
    post: Option<&'a str>,
    proxy: Option<&'a str>,
}

#[derive(Serialize)]
struct AgendaItem<'a> {
    id: String,
    num: Option<&'a str>,
    heading: String,
    children: Vec<AgendaItem<'a>>,
}

#[derive(Serialize)]
struct Topic<'a> {
    id: String,
    num: Option<&'a str>,
    heading: String,
    agenda: Vec<String>,
}

#[derive(Serialize)]
struct Speech<'a> {
    id: String,
    topic: Option<String>,
    label: String,
    by: Option<&'a str>,
    role: &'static str,
    kind: &'static str,
    paragraphs: Vec<String>,
    range: (usize, usize),
}

#[derive(Serialize)]
struct Narrative {
    topic: Option<String>,
    text: String,
    range: (usize, usize),
}

#[derive(Serialize)]
struct Diagnostic {
    code: &'static str,
    severity: &'static str,
    line: usize,
    message: String,
}

struct Writer<'a> {
    minutes: &'a model::Minutes,
    source: &'a Source,
    /// The number of characters before each line.
    n_before: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(minutes: &'a model::Minutes) -> Writer<'a> {
        let source = &minutes.source;
        let mut n_chars = 0;
        let n_before = (1..=source.n_lines())
            .map(|line| {
                let before = n_chars;
                n_chars += source.slice(source.line_range(line)).chars().count();
                before
            })
            .collect();
        Writer { minutes, source, n_before }
    }

    fn minutes(&self) -> Minutes<'a> {
        let minutes = self.minutes;
        Minutes {
            format: "kaigiroku/minutes",
            version: 1,
            title: self.prose_opt(&minutes.title),
            meeting: self.meeting(&minutes.meeting),
            roll: minutes.roll.groups.iter().map(|group| self.group(group)).collect(),
            agenda: self.agenda(&minutes.agenda),
            topics: minutes.topics.iter().map(|topic| self.topic(topic)).collect(),
            speeches: minutes.speeches.iter().map(|speech| self.speech(speech)).collect(),
            narratives: minutes.narratives.iter().map(|narrative| self.narrative(narrative)).collect(),
            diagnostics: minutes.diagnostics.iter().map(|diagnostic| self.diagnostic(diagnostic)).collect(),
        }
    }

    fn text(&self, range: TextRange) -> &'a str {
        self.source.slice(range)
    }

    fn text_opt(&self, range: Option<TextRange>) -> Option<&'a str> {
        range.map(|range| self.text(range))
    }

    fn prose(&self, prose: &Prose) -> String {
        prose.text(self.source)
    }

    fn prose_opt(&self, prose: &Option<Prose>) -> Option<String> {
        prose.as_ref().map(|prose| self.prose(prose))
    }

    /// How many characters stand before the byte `offset`.
    fn n_chars(&self, offset: u32) -> usize {
        let line = self.source.line(offset);
        let start = self.source.line_range(line).start;
        let before = self.n_before.get(line - 1).copied().unwrap_or_default();
        before + self.text(TextRange { start, end: offset }).chars().count()
    }

    fn range(&self, range: TextRange) -> (usize, usize) {
        (self.n_chars(range.start), self.n_chars(range.end))
    }

    fn meeting(&self, meeting: &model::Meeting) -> Meeting {
        Meeting {
            name: self.prose_opt(&meeting.name),
            date: meeting.date.as_ref().map(|date| date.date.iso()),
            start: meeting.start.as_ref().map(model::Clock::iso),
            end: meeting.end.as_ref().map(model::Clock::iso),
            place: self.prose_opt(&meeting.place),
            openness: self.prose_opt(&meeting.openness),
            observers: self.prose_opt(&meeting.observers),
            office: self.prose_opt(&meeting.office),
        }
    }

    fn group(&self, group: &model::RollGroup) -> Group<'a> {
        let person = |person: &model::Attendee| Person {
            name: self.text(person.name),
            role: self.text_opt(person.title),
            post: self.text_opt(person.post),
            proxy: self.text_opt(person.proxy),
        };
        Group { group: self.text(group.name), people: group.people.iter().map(person).collect() }
    }

    fn agenda(&self, items: &[model::AgendaItem]) -> Vec<AgendaItem<'a>> {
        let item = |item: &model::AgendaItem| AgendaItem {
            id: agenda_id(item.id),
            num: self.text_opt(item.num),
            heading: self.prose(&item.heading),
            children: self.agenda(&item.children),
        };
        items.iter().map(item).collect()
    }

    fn topic(&self, topic: &model::Topic) -> Topic<'a> {
        Topic {
            id: topic_id(topic.id),
            num: self.text_opt(topic.num),
            heading: self.prose(&topic.heading),
            agenda: topic.agenda.iter().copied().map(agenda_id).collect(),
        }
    }

    fn speech(&self, speech: &model::Speech) -> Speech<'a> {
        Speech {
            id: format!("s{:03}", speech.id.0 + 1),
            topic: speech.topic.map(topic_id),
            label: self.prose(&speech.printed),
            by: match speech.by {
                Attribution::Person { person, .. } => {
                    self.minutes.person(person).map(|person| self.text(person.name))
                }
                Attribution::Printed { name } => Some(self.text(name)),
                Attribution::Ambiguous { .. } | Attribution::Unnamed => None,
            },
            role: speech.role.key(),
            kind: "speech",
            paragraphs: speech.paragraphs.iter().map(|paragraph| self.prose(paragraph)).collect(),
            range: self.range(speech.range),
        }
    }

    fn narrative(&self, narrative: &model::Narrative) -> Narrative {
        Narrative {
            topic: narrative.topic.map(topic_id),
            text: self.prose(&narrative.prose),
            range: self.range(narrative.range),
        }
    }

    fn diagnostic(&self, diagnostic: &crate::diagnostics::Diagnostic) -> Diagnostic {
        Diagnostic {
            code: diagnostic.code(),
            severity: diagnostic.severity().key(),
            line: diagnostic.line(self.source),
            message: diagnostic.message(Lang::Ja, self.source),
        }
    }
}

fn topic_id(id: TopicId) -> String {
    format!("t{}", id.0 + 1)
}

fn agenda_id(id: model::AgendaId) -> String {
    format!("a{}", id.0 + 1)
}
