//! schema.org in JSON-LD: a document about an event, with what was said in it.
//!
//! schema.org knows no speech. Each is a `Quotation`; one that asks is a `Question` as well and names
//! its answers, as far as the words show them. A `creator` is named where the text proves who spoke;
//! the label as printed is `creditText`.
//!
//! Left out is what schema.org has no word for: what is told between speeches, lines that nothing
//! recognised, and lines of the roll of which nobody could be read. Who was absent is left out, too.
//!
//! May live here: types and keys. May not: what the minutes mean.

use super::json_text::Json;
use super::sheet::{Sheet, Step};
use super::{Selection, speech_id};
use crate::insight::{Insight, Kind};
use crate::model::{AgendaItem, Clock, Minutes, Speech};

/// The selected speeches, with when and where the meeting was, who was there and what was to be discussed, on
/// one line.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let sheet = Sheet::new(minutes, selection);
    let mut writer = Writer { sheet, insight: Insight::new(minutes), json: Json::default() };
    writer.document();
    writer.json.into_string()
}

struct Writer<'a> {
    sheet: Sheet<'a>,
    insight: Insight,
    json: Json,
}

impl Writer<'_> {
    fn document(&mut self) {
        let minutes = self.sheet.minutes;
        self.json.open('{');
        self.json.pair("@context", "https://schema.org");
        self.json.pair("@type", "DigitalDocument");
        self.json.pair_if("url", self.sheet.selection.link.as_deref());
        self.json.pair("name", &minutes.display_title());
        self.json.pair("inLanguage", "ja");
        if let Some(excerpt) = self.sheet.selection.excerpt(minutes) {
            self.json.pair("abstract", &excerpt.sentence());
        }
        self.json.key("about");
        self.event();
        self.json.key_open("hasPart", '[');
        let mut under = None;
        for step in self.sheet.steps() {
            match step {
                Step::Topic(topic) => under = Some(self.sheet.topic(topic)),
                Step::Speech(speech) => self.speech(speech, under.as_deref()),
                Step::Told(_) | Step::Plain(_) => {}
            }
        }
        self.json.close(']');
        self.json.close('}');
    }

    fn event(&mut self) {
        let sheet = self.sheet;
        let meeting = &sheet.minutes.meeting;
        self.json.open('{');
        self.json.pair("@type", "Event");
        self.json.pair("name", &sheet.meeting_name());
        let day = meeting.date.as_ref().map(|date| date.date.iso());
        let at = |clock: &Option<Clock>| {
            let time = clock.as_ref().map(Clock::iso)?;
            Some([day.as_deref()?, "T", &time, ":00+09:00"].concat())
        };
        self.json.pair_if("startDate", at(&meeting.start).or(day.clone()).as_deref());
        self.json.pair_if("endDate", at(&meeting.end).as_deref());
        for (key, kind, name) in
            [("location", "Place", &meeting.place), ("organizer", "GovernmentOrganization", &meeting.office)]
        {
            if let Some(name) = sheet.prose_opt(name) {
                self.json.key(key);
                self.thing(kind, &name);
                self.json.close('}');
            }
        }
        self.json.key_open("attendee", '[');
        for group in sheet.minutes.roll.groups.iter().filter(|group| !group.absent) {
            for person in &group.people {
                // Who sent a proxy was not there.
                self.thing("Person", sheet.text(person.proxy.unwrap_or(person.name)));
                match person.proxy {
                    Some(_) => self.json.pair("description", sheet.text(person.entry)),
                    None => {
                        let post = person.post.or(person.title).map(|post| sheet.text(post));
                        self.json.pair_if("jobTitle", post);
                    }
                }
                self.json.close('}');
            }
        }
        self.json.close(']');
        self.items(&sheet.minutes.agenda);
        self.json.close('}');
    }

    fn items(&mut self, items: &[AgendaItem]) {
        if items.is_empty() {
            return;
        }
        self.json.key_open("subEvent", '[');
        for item in items {
            self.thing("Event", &self.sheet.item(item));
            self.items(&item.children);
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// A thing with its name; whoever calls closes it.
    fn thing(&mut self, kind: &str, name: &str) {
        self.json.open('{');
        self.json.pair("@type", kind);
        self.json.pair("name", name);
    }

    fn speech(&mut self, speech: &Speech, under: Option<&str>) {
        let kind = self.insight.kinds.get(speech.id.idx()).copied().flatten().map(|kind| kind.kind);
        let id = speech_id(speech.id);
        let paragraphs: Vec<String> = speech.paragraphs.iter().map(|prose| self.sheet.prose(prose)).collect();
        let json = &mut self.json;
        json.open('{');
        json.key_open("@type", '[');
        json.text("Quotation");
        match kind {
            Some(Kind::Question) => json.text("Question"),
            Some(Kind::Answer) => json.text("Answer"),
            _ => {}
        }
        json.close(']');
        json.pair("@id", &["#", &id].concat());
        json.pair_number("position", speech.id.idx() + 1);
        json.pair("creditText", &self.sheet.prose(&speech.printed));
        if let Some(name) = self.sheet.name(speech) {
            self.json.key("creator");
            self.thing("Person", name);
            self.json.close('}');
        }
        if let Some(topic) = under {
            self.json.key("about");
            self.thing("Thing", topic);
            self.json.close('}');
        }
        self.json.pair("text", &paragraphs.join("\n"));
        self.answers(speech, kind);
        self.json.close('}');
    }

    fn answers(&mut self, speech: &Speech, kind: Option<Kind>) {
        let exchange = self.insight.exchange_of.get(speech.id.idx()).copied().flatten();
        let exchange = exchange.and_then(|id| self.insight.exchanges.get(id.idx()));
        let Some(exchange) = exchange.filter(|_| kind == Some(Kind::Question)) else { return };
        let written = exchange.answers.iter().filter(|&&id| self.sheet.selection.has(id));
        let answers: Vec<String> = written.map(|&id| ["#", &speech_id(id)].concat()).collect();
        if answers.is_empty() {
            return;
        }
        self.json.key_open("suggestedAnswer", '[');
        for answer in answers {
            self.json.open('{');
            self.json.pair("@id", &answer);
            self.json.close('}');
        }
        self.json.close(']');
    }
}
