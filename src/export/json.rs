//! `kaigiroku/minutes` version 1: the minutes as one JSON object, a public contract.
//!
//! - `range` is `[start, end]` in Unicode characters (scalar values) of the decoded text, end
//!   excluded, a byte order mark not counted. It covers the label too.
//! - `id`s are unique in one object: speeches `s001`, `s002` …, topics `t1` …, agenda items `a1` …,
//!   each counted in printed order. `speeches[].topic` and `narratives[].topic` name a topic,
//!   `topics[].agenda` names the agenda items that a topic takes up.
//! - `topics` are the matters dealt with, `formalities` the headings that only say which part of the meeting
//!   begins (開会, 会長挨拶): `speeches[].topic` may name one of either. A topic with `called` has no heading
//!   printed at its place: its heading stands in the agenda or in the words of the chair that `called` holds,
//!   with which it begins. One whose `place` is `unknown` stands in the agenda alone, of minutes without headings:
//!   nobody was found to take it up, no speech is under it, and it stands where the agenda puts it.
//! - `title`, names, numbers and headings are as printed; sentences that a line or page break had
//!   cut are joined. `date` is ISO 8601, times are `HH:MM`.
//! - `label` is what is printed in front of a speech. `by` is the name of the person where the
//!   text proves who that is. `role` is one of `chair`, `member`, `secretariat`, `guest`, `other`.
//!   `kind` is `speech`. `confidence` is `stated`, or `presumed` where only the dress of the label, or the words
//!   of the chair for a topic, speak for it; that of the whole says whether its labels can be told from other words.
//! - In `roll`, `role` is the part taken in this body (委員長), `post` the post held in the office.
//! - `diagnostics[].severity` is `warning` or `info`; `line` counts from 1; `code` is stable,
//!   `message` is Japanese and for people.
//!
//! Page numbers, running heads and what a web page puts around the record are in no export.
//!
//! - An excerpt has `excerpt`; it holds the chosen speeches and the findings in them, and no narratives.
//!
//! What the text does not say is `null`, never guessed. Readers must let unknown keys pass.
//!
//! May live here: keys and their order. May not: what the minutes mean.

use super::json_text::Json;
use super::sheet::Sheet;
use super::{Excerpt, Selection, speech_id};
use crate::diagnostics::{Diagnostic, Lang};
use crate::model::{
    AgendaId, AgendaItem, Clock, Matter, Meeting, Minutes, Prose, Roll, Speech, Topic, TopicId, is_formality,
};
use crate::source::{Source, TextRange};

/// The selected speeches, with all that the minutes say of the meeting, as one line of JSON without a
/// line end.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let sheet = Sheet::new(minutes, selection);
    let mut writer = Writer { sheet, ruler: Ruler::of(&minutes.source), json: Json::default() };
    writer.minutes();
    writer.json.into_string()
}

struct Writer<'a> {
    sheet: Sheet<'a>,
    ruler: Ruler<'a>,
    json: Json,
}

/// Counts characters, where everything inside counts bytes.
pub(super) struct Ruler<'a> {
    source: &'a Source,
    /// The number of characters before each line.
    n_before: Vec<usize>,
}

impl<'a> Ruler<'a> {
    pub fn of(source: &'a Source) -> Ruler<'a> {
        let mut n_chars = 0;
        let lines = (1..=source.n_lines()).map(|line| {
            let before = n_chars;
            n_chars += source.slice(source.line_range(line)).chars().count();
            before
        });
        Ruler { source, n_before: lines.collect() }
    }

    /// How many characters stand before the byte `offset`.
    fn n_chars(&self, offset: u32) -> usize {
        let line = self.source.line(offset);
        let start = self.source.line_range(line).start;
        let before = self.n_before.get(line - 1).copied().unwrap_or_default();
        before + self.source.slice(TextRange { start, end: offset }).chars().count()
    }

    /// Writes the key `range`.
    pub fn write(&self, range: TextRange, json: &mut Json) {
        json.key_open("range", '[');
        json.number(self.n_chars(range.start));
        json.number(self.n_chars(range.end));
        json.close(']');
    }
}

impl Excerpt {
    /// Writes the key `excerpt`.
    pub(super) fn write(&self, json: &mut Json) {
        json.key_open("excerpt", '{');
        json.pair_number("speeches", self.n_speeches);
        json.pair_number("of", self.n_all);
        json.pair_opt("words", Some(self.words.as_str()).filter(|words| !words.is_empty()));
        json.pair("source", &self.source);
        json.pair("note", &self.sentence());
        json.close('}');
    }
}

impl Writer<'_> {
    fn minutes(&mut self) {
        let minutes = self.sheet.minutes;
        let selection = self.sheet.selection;
        self.json.open('{');
        self.json.pair("format", "kaigiroku/minutes");
        self.json.pair_number("version", 1);
        if let Some(excerpt) = selection.excerpt(minutes) {
            excerpt.write(&mut self.json);
        }
        self.prose_opt("title", &minutes.title);
        self.json.pair("confidence", minutes.confidence().key());
        self.meeting(&minutes.meeting);
        self.roll(&minutes.roll);
        self.agenda("agenda", &minutes.agenda);
        self.json.key_open("topics", '[');
        let is_formal = |topic: &&Topic| is_formality(&self.sheet.prose(&topic.heading));
        let (formalities, matters): (Vec<&Topic>, Vec<&Topic>) = minutes.topics.iter().partition(is_formal);
        self.matters(minutes, matters);
        self.json.close(']');
        self.json.key_open("formalities", '[');
        formalities.into_iter().for_each(|topic| self.topic(topic));
        self.json.close(']');
        self.json.key_open("speeches", '[');
        selection.speeches(minutes).into_iter().for_each(|speech| self.speech(speech));
        self.json.close(']');
        self.json.key_open("narratives", '[');
        for narrative in minutes.narratives.iter().filter(|_| !selection.is_excerpt()) {
            self.json.open('{');
            self.json.pair_opt("topic", narrative.topic.map(topic_id).as_deref());
            self.json.pair("text", &self.sheet.prose(&narrative.prose));
            self.ruler.write(narrative.range, &mut self.json);
            self.json.close('}');
        }
        self.json.close(']');
        self.json.key_open("diagnostics", '[');
        let written = selection.speeches(minutes);
        let concerns = |diagnostic: &&Diagnostic| {
            let is_inside = |speech: &&Speech| speech.range.contains(diagnostic.range);
            !selection.is_excerpt() || (!diagnostic.range.is_empty() && written.iter().any(is_inside))
        };
        minutes.diagnostics.iter().filter(concerns).for_each(|diagnostic| self.diagnostic(diagnostic));
        self.json.close(']');
        self.json.close('}');
    }

    fn text_opt(&mut self, key: &str, range: Option<TextRange>) {
        self.json.pair_opt(key, range.map(|range| self.sheet.text(range)));
    }

    fn prose_opt(&mut self, key: &str, prose: &Option<Prose>) {
        self.json.pair_opt(key, self.sheet.prose_opt(prose).as_deref());
    }

    fn meeting(&mut self, meeting: &Meeting) {
        self.json.key_open("meeting", '{');
        self.prose_opt("name", &meeting.name);
        self.json.pair_opt("date", meeting.date.as_ref().map(|date| date.date.iso()).as_deref());
        self.json.pair_opt("start", meeting.start.as_ref().map(Clock::iso).as_deref());
        self.json.pair_opt("end", meeting.end.as_ref().map(Clock::iso).as_deref());
        self.prose_opt("place", &meeting.place);
        self.prose_opt("openness", &meeting.openness);
        self.prose_opt("observers", &meeting.observers);
        self.prose_opt("office", &meeting.office);
        self.json.close('}');
    }

    fn roll(&mut self, roll: &Roll) {
        self.json.key_open("roll", '[');
        for group in &roll.groups {
            self.json.open('{');
            self.json.pair("group", self.sheet.text(group.name));
            self.json.key_open("people", '[');
            for person in &group.people {
                self.json.open('{');
                self.json.pair("name", self.sheet.text(person.name));
                self.text_opt("role", person.title);
                self.text_opt("post", person.post);
                self.text_opt("proxy", person.proxy);
                self.json.close('}');
            }
            self.json.close(']');
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn agenda(&mut self, key: &str, items: &[AgendaItem]) {
        self.json.key_open(key, '[');
        for item in items {
            self.json.open('{');
            self.json.pair("id", &agenda_id(item.id));
            self.text_opt("num", item.num);
            self.json.pair("heading", &self.sheet.prose(&item.heading));
            self.agenda("children", &item.children);
            self.json.close('}');
        }
        self.json.close(']');
    }

    fn topic(&mut self, topic: &Topic) {
        self.json.open('{');
        self.json.pair("id", &topic_id(topic.id));
        self.text_opt("num", topic.num);
        self.json.pair("heading", &self.sheet.prose(&topic.heading));
        self.json.key_open("agenda", '[');
        topic.agenda.iter().for_each(|&id| self.json.text(&agenda_id(id)));
        self.json.close(']');
        if let Some(called) = topic.called {
            self.json.pair("called", self.sheet.text(called));
        }
        self.json.pair("confidence", self.sheet.minutes.topic_confidence(topic).key());
        self.json.close('}');
    }

    /// The matters that were dealt with, and where the agenda puts them those that nobody was found to take up.
    fn matters(&mut self, minutes: &Minutes, matters: Vec<&Topic>) {
        let mut unplaced = minutes.unplaced_matters().into_iter().enumerate().peekable();
        for topic in matters {
            let last = topic.agenda.iter().map(|id| id.0).max();
            while let Some((n, matter)) =
                unplaced.next_if(|(_, matter)| last.is_some_and(|last| matter.agenda.0 < last))
            {
                self.unplaced(minutes.topics.len() + n, &matter);
            }
            self.topic(topic);
        }
        for (n, matter) in unplaced {
            self.unplaced(minutes.topics.len() + n, &matter);
        }
    }

    fn unplaced(&mut self, id: usize, matter: &Matter) {
        self.json.open('{');
        self.json.pair("id", &topic_id(TopicId(id as u32)));
        self.text_opt("num", matter.num);
        self.json.pair("heading", &self.sheet.prose(&matter.heading));
        self.json.key_open("agenda", '[');
        self.json.text(&agenda_id(matter.agenda));
        self.json.close(']');
        self.json.pair("place", "unknown");
        self.json.close('}');
    }

    fn speech(&mut self, speech: &Speech) {
        self.json.open('{');
        self.json.pair("id", &speech_id(speech.id));
        self.json.pair_opt("topic", speech.topic.map(topic_id).as_deref());
        self.json.pair("label", &self.sheet.prose(&speech.printed));
        self.json.pair_opt("by", self.sheet.name(speech));
        self.json.pair("role", speech.role.key());
        self.json.pair("kind", "speech");
        self.json.pair("confidence", self.sheet.minutes.speech_confidence(speech).key());
        self.json.key_open("paragraphs", '[');
        for paragraph in &speech.paragraphs {
            self.json.text(&self.sheet.prose(paragraph));
        }
        self.json.close(']');
        self.ruler.write(speech.range, &mut self.json);
        self.json.close('}');
    }

    fn diagnostic(&mut self, diagnostic: &Diagnostic) {
        let source = self.sheet.source;
        self.json.open('{');
        self.json.pair("code", diagnostic.code());
        self.json.pair("severity", diagnostic.severity().key());
        self.json.pair_number("line", diagnostic.line(source));
        self.json.pair("message", &diagnostic.message(Lang::Ja, source));
        self.json.close('}');
    }
}

pub(super) fn topic_id(id: TopicId) -> String {
    format!("t{}", id.0 + 1)
}

pub(super) fn agenda_id(id: AgendaId) -> String {
    format!("a{}", id.0 + 1)
}
