//! Akoma Ntoso 3.0: the minutes as a `debate`.
//!
//! - Who speaks is named (`by`) where the text proves it. A speech whose label names nobody has
//!   `by=""` and `status="undefined"`, as the standard asks for speeches without a name; the label
//!   stands in `from` as printed. A label that is the name of a group of the office, 事務局, is that
//!   body.
//! - Questions and answers are `question` and `answer`, as far as their words show them.
//! - The standard asks for a date. Minutes without one bear the first day of the calendar, called
//!   `undated`.
//!
//! May live here: elements and where they stand. May not: what the minutes mean.

use super::sheet::{Sheet, Step};
use super::xml::Xml;
use super::{Selection, speech_id};
use crate::insight::{Insight, Kind};
use crate::model::{Attribution, Fact, Field, Minutes, Piece, Prose, Role, Speech};
use crate::source::TextRange;

/// The selected speeches, with all that the minutes say of the meeting.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let sheet = Sheet::new(minutes, selection);
    let mut writer = Writer { sheet, kinds: Insight::new(minutes).kinds, xml: Xml::new() };
    let xml = &mut writer.xml;
    xml.open("akomaNtoso", &[("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")]);
    xml.open("debate", &[("name", "minutes")]);
    writer.meta();
    writer.preface();
    writer.body();
    writer.xml.close("debate");
    writer.xml.close("akomaNtoso");
    writer.xml.line();
    writer.xml.into_string()
}

struct Writer<'a> {
    sheet: Sheet<'a>,
    kinds: Vec<Option<crate::insight::SpeechKind>>,
    xml: Xml,
}

/// What stands where minutes print no date.
const UNDATED: &str = "0001-01-01";

impl<'a> Writer<'a> {
    fn meta(&mut self) {
        let minutes = self.sheet.minutes;
        let date = minutes.meeting.date.as_ref().map(|date| date.date.iso());
        let (day, name) = match &date {
            Some(date) => (date.as_str(), "sitting"),
            None => (UNDATED, "undated"),
        };
        let title = minutes.display_title();
        let work = ["/akn/jp/debate/", day, "/", &path_of(&title)].concat();
        let expression = [&work, "/jpn@"].concat();
        let xml = &mut self.xml;
        xml.open("meta", &[]);
        xml.open("identification", &[("source", "#kaigiroku")]);
        for (level, uri, end) in [
            ("FRBRWork", &work, "/!main"),
            ("FRBRExpression", &expression, "/!main"),
            ("FRBRManifestation", &expression, "/!main.xml"),
        ] {
            xml.line();
            xml.open(level, &[]);
            xml.empty("FRBRthis", &[("value", &[uri, end].concat())]);
            let uri = if end == "/!main" { uri.clone() } else { [uri, ".akn"].concat() };
            xml.empty("FRBRuri", &[("value", &uri)]);
            xml.empty("FRBRdate", &[("date", day), ("name", name)]);
            let author = if level == "FRBRManifestation" { "#kaigiroku" } else { "#body" };
            xml.empty("FRBRauthor", &[("href", author)]);
            match level {
                "FRBRWork" => xml.empty("FRBRcountry", &[("value", "jp")]),
                "FRBRExpression" => xml.empty("FRBRlanguage", &[("language", "jpn")]),
                _ => {}
            }
            xml.close(level);
        }
        xml.close("identification");
        xml.line();
        xml.open("references", &[("source", "#kaigiroku")]);
        let href =
            |kind: &str, id: &str| ["/akn/ontology/", kind, "/jp/", &path_of(&title), "/", id].concat();
        let mut refer = |tag: &str, kind: &str, id: &str, shown: &str| {
            xml.line();
            xml.empty(tag, &[("eId", id), ("href", &href(kind, id)), ("showAs", shown)]);
        };
        refer("TLCOrganization", "organization", "kaigiroku", "kaigiroku");
        refer("TLCOrganization", "organization", "body", &self.sheet.meeting_name());
        for (n, group) in minutes.roll.groups.iter().enumerate() {
            if group.role == Role::Secretariat {
                refer("TLCOrganization", "organization", &numbered("o", n), self.sheet.text(group.name));
            }
        }
        for person in minutes.roll.people() {
            let id = numbered("p", person.id.idx());
            refer("TLCPerson", "person", &id, self.sheet.text(person.name));
        }
        for speech in self.sheet.selection.speeches(minutes) {
            if let Attribution::Printed { name } = speech.by {
                refer("TLCPerson", "person", &numbered("n", speech.id.idx()), self.sheet.text(name));
            }
        }
        if let Some(place) = self.sheet.prose_opt(&minutes.meeting.place) {
            refer("TLCLocation", "location", "place", &place);
        }
        for role in Role::ALL {
            refer("TLCRole", "role", role.key(), role.key());
        }
        xml.close("references");
        xml.close("meta");
        xml.line();
    }

    fn preface(&mut self) {
        let minutes = self.sheet.minutes;
        self.xml.open("preface", &[]);
        self.xml.open("p", &[]);
        self.xml.leaf("docTitle", &[], &minutes.display_title());
        self.xml.close("p");
        if let Some(excerpt) = self.sheet.selection.excerpt(minutes) {
            self.xml.leaf("p", &[("class", "excerpt")], &excerpt.sentence());
        }
        for fact in &minutes.meeting.facts {
            self.xml.line();
            self.xml.open("p", &[]);
            self.fact(fact);
            self.xml.close("p");
        }
        self.xml.close("preface");
        self.xml.line();
    }

    fn fact(&mut self, fact: &Fact) {
        let label = self.sheet.numbered(fact.num, self.sheet.text(fact.label));
        self.xml.text(&label);
        for (n, value) in fact.values.iter().enumerate() {
            self.xml.text("　");
            let is_place = fact.field == Field::Place && n == 0;
            if is_place && self.sheet.minutes.meeting.place.is_some() {
                self.xml.leaf("location", &[("refersTo", "#place")], &self.sheet.prose(value));
            } else if fact.field == Field::When {
                self.when(value);
            } else {
                self.xml.text(&self.sheet.prose(value));
            }
        }
    }

    /// The value of 日時 with its day and hours marked where they were read.
    fn when(&mut self, value: &Prose) {
        let meeting = &self.sheet.minutes.meeting;
        let day = meeting.date.as_ref().map(|date| date.date.iso());
        let at = |clock: &crate::model::Clock| match &day {
            Some(day) => [day, "T", &clock.iso(), ":00+09:00"].concat(),
            None => [&clock.iso(), ":00"].concat(),
        };
        let mut marks: Vec<(TextRange, &str, String)> = Vec::new();
        marks.extend(meeting.date.as_ref().map(|date| (date.evidence, "docDate", date.date.iso())));
        marks.extend(meeting.start.as_ref().map(|clock| (clock.evidence, "startEvent", at(clock))));
        marks.extend(meeting.end.as_ref().map(|clock| (clock.evidence, "endEvent", at(clock))));
        for Piece { range, .. } in &value.pieces {
            let mut from = range.start;
            for (evidence, name, read) in &marks {
                if evidence.is_empty() || evidence.start < from || !range.contains(*evidence) {
                    continue;
                }
                self.xml.text(self.sheet.text(TextRange { start: from, end: evidence.start }));
                let words = self.sheet.text(*evidence);
                if *name == "docDate" {
                    self.xml.leaf("docDate", &[("date", read)], words);
                } else {
                    self.xml.leaf("recordedTime", &[("type", name), ("time", read)], words);
                }
                from = evidence.end;
            }
            self.xml.text(self.sheet.text(TextRange { start: from, end: range.end }));
        }
    }

    fn body(&mut self) {
        let minutes = self.sheet.minutes;
        self.xml.open("debateBody", &[]);
        for (n, group) in minutes.roll.groups.iter().enumerate() {
            self.xml.line();
            self.xml.open("rollCall", &[("eId", &numbered("rollcall_", n))]);
            self.num_and_heading(group.num, self.sheet.text(group.name));
            for person in &group.people {
                let (id, role) = (numbered("#p", person.id.idx()), role_ref(person.role));
                self.xml.open("p", &[]);
                self.xml.leaf("person", &[("refersTo", &id), ("as", &role)], self.sheet.text(person.entry));
                self.xml.close("p");
            }
            for line in &group.unread {
                self.xml.leaf("p", &[], self.sheet.text(*line));
            }
            self.xml.close("rollCall");
        }
        if !minutes.agenda.is_empty() {
            self.xml.line();
            self.xml.open("debateSection", &[("eId", "agenda"), ("name", "agenda")]);
            self.xml.leaf("heading", &[], &self.sheet.heading_of(Field::Agenda, "議題"));
            for (_, item) in minutes.agenda_items() {
                self.xml.leaf("p", &[("eId", &numbered("item_", item.id.idx()))], &self.sheet.item(item));
            }
            self.xml.close("debateSection");
        }
        // The standard asks for a section even where nothing was said.
        let mut section = 0;
        self.section(section, "debate");
        let mut n_written = 0;
        for step in self.sheet.steps() {
            if let Step::Topic(topic) = step {
                section += 1;
                self.xml.close("debateSection");
                let is_item = !topic.agenda.is_empty();
                self.section(section, if is_item { "agendaItem" } else { "topic" });
                self.num_and_heading(topic.num, &self.sheet.prose(&topic.heading));
                continue;
            }
            n_written += 1;
            self.xml.line();
            match step {
                Step::Speech(speech) => self.speech(speech),
                Step::Told(prose) => {
                    let id = numbered("narr_", n_written - 1);
                    self.xml.leaf("narrative", &[("eId", &id)], &self.sheet.prose(prose));
                }
                Step::Plain(range) => {
                    self.sheet.plain(range).for_each(|line| self.xml.leaf("p", &[("class", "plain")], line));
                }
                Step::Topic(_) => {}
            }
        }
        self.xml.close("debateSection");
        self.xml.close("debateBody");
    }

    fn section(&mut self, n: usize, name: &str) {
        self.xml.line();
        self.xml.open("debateSection", &[("eId", &numbered("dbsect_", n)), ("name", name)]);
    }

    fn num_and_heading(&mut self, num: Option<TextRange>, heading: &str) {
        if let Some(num) = num {
            self.xml.leaf("num", &[], self.sheet.text(num));
        }
        self.xml.leaf("heading", &[], heading);
    }

    fn speech(&mut self, speech: &Speech) {
        let tag = match self.kinds.get(speech.id.idx()).copied().flatten().map(|kind| kind.kind) {
            Some(Kind::Question) => "question",
            Some(Kind::Answer) => "answer",
            _ => "speech",
        };
        let who = who(self.sheet, speech).map(|id| ["#", &id].concat());
        let (id, role) = (speech_id(speech.id), role_ref(speech.role));
        let known = [("eId", id.as_str()), ("by", who.as_deref().unwrap_or_default()), ("as", role.as_str())];
        let unknown = [&known[..], &[("status", "undefined")]].concat();
        self.xml.open(tag, if who.is_some() { &known } else { &unknown });
        self.xml.leaf("from", &[], &self.sheet.prose(&speech.printed));
        for paragraph in &speech.paragraphs {
            self.xml.leaf("p", &[], &self.sheet.prose(paragraph));
        }
        if speech.paragraphs.is_empty() {
            self.xml.empty("p", &[]);
        }
        self.xml.close(tag);
    }
}

/// The id of who speaks, where the text proves it: a person of the roll, a name in the label, or a
/// group of the office that the label calls by the name of the roll.
pub(super) fn who(sheet: Sheet, speech: &Speech) -> Option<String> {
    match speech.by {
        Attribution::Person { person, .. } => Some(numbered("p", person.idx())),
        Attribution::Printed { .. } => Some(numbered("n", speech.id.idx())),
        Attribution::Ambiguous { .. } => None,
        Attribution::Unnamed => {
            let label = sheet.prose(&speech.printed);
            let is_called = |group: &crate::model::RollGroup| {
                group.role == Role::Secretariat && !label.is_empty() && sheet.text(group.name) == label
            };
            sheet.minutes.roll.groups.iter().position(is_called).map(|n| numbered("o", n))
        }
    }
}

/// `p` and 0 → `p1`.
pub(super) fn numbered(prefix: &str, idx: usize) -> String {
    [prefix, &(idx + 1).to_string()].concat()
}

fn role_ref(role: Role) -> String {
    ["#", role.key()].concat()
}

/// A title as a part of an address: letters and digits as they are in ASCII, others by their bytes.
fn path_of(title: &str) -> String {
    let hex = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0').to_ascii_uppercase();
    let mut out = String::new();
    for &byte in title.as_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => out.push(byte as char),
            byte => {
                out.push('%');
                out.extend([hex(byte >> 4), hex(byte & 15)]);
            }
        }
    }
    out
}
