//! TEI in the form of Parla-CLARIN, for research on language.
//!
//! - Speeches are `u` with a `seg` a paragraph; the label as printed is a `note` of type `speaker`
//!   in front. `who` stands where the text proves who spoke, and only there.
//! - ParlaMint has agreed on three kinds of speakers: `chair`, `regular`, `guest`. Members of the
//!   body are `regular`; the office and all others are `guest`.
//! - The roll stands twice: as people with ids in the header, and as printed in front of the body, with the
//!   names of all groups and the lines of which nobody could be read.
//!
//! May live here: elements and where they stand. May not: what the minutes mean.

use super::akn::{numbered, who};
use super::sheet::{Sheet, Step, entries_of};
use super::xml::Xml;
use super::{Selection, speech_id};
use crate::model::{Attribution, Minutes, Role, Speech};

/// The selected speeches, with all that the minutes say of the meeting.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let mut writer = Writer { sheet: Sheet::new(minutes, selection), xml: Xml::new() };
    writer.xml.open("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0"), ("xml:lang", "ja")]);
    writer.header();
    writer.xml.line();
    writer.text();
    writer.xml.close("TEI");
    writer.xml.line();
    writer.xml.into_string()
}

struct Writer<'a> {
    sheet: Sheet<'a>,
    xml: Xml,
}

impl Writer<'_> {
    fn header(&mut self) {
        let xml = &mut self.xml;
        xml.open("teiHeader", &[]);
        self.file();
        self.xml.line();
        self.kinds_of_speakers();
        self.xml.line();
        self.profile();
        self.xml.close("teiHeader");
    }

    fn file(&mut self) {
        let minutes = self.sheet.minutes;
        let title = minutes.display_title();
        let xml = &mut self.xml;
        xml.open("fileDesc", &[]);
        xml.open("titleStmt", &[]);
        xml.leaf("title", &[("type", "main")], &title);
        if let Some(excerpt) = self.sheet.selection.excerpt(minutes) {
            xml.leaf("title", &[("type", "sub")], &excerpt.sentence());
        }
        let meeting = [("ana", "#parla.meeting"), ("corresp", "#body")];
        xml.leaf("meeting", &meeting, &self.sheet.meeting_name());
        xml.close("titleStmt");
        xml.open("publicationStmt", &[]);
        let office = self.sheet.prose_opt(&minutes.meeting.office);
        xml.leaf("publisher", &[], office.as_deref().unwrap_or_default());
        xml.close("publicationStmt");
        xml.open("sourceDesc", &[]);
        xml.open("bibl", &[]);
        xml.leaf("title", &[], &title);
        if let Some(link) = &self.sheet.selection.link {
            xml.leaf("idno", &[("type", "URI")], link);
        }
        self.date();
        let xml = &mut self.xml;
        xml.close("bibl");
        xml.close("sourceDesc");
        xml.close("fileDesc");
    }

    /// The day as printed.
    fn date(&mut self) {
        if let Some(date) = &self.sheet.minutes.meeting.date {
            self.xml.leaf("date", &[("when", &date.date.iso())], self.sheet.text(date.evidence));
        }
    }

    fn kinds_of_speakers(&mut self) {
        let xml = &mut self.xml;
        xml.open("encodingDesc", &[]);
        xml.open("classDecl", &[]);
        let speakers =
            [("chair", "議長・委員長"), ("regular", "委員・議員"), ("guest", "事務局・説明者・参考人等")];
        for (id, kinds) in [("speaker_types", &speakers[..]), ("legislature", &[("parla.meeting", "会議")])]
        {
            xml.open("taxonomy", &[("xml:id", id)]);
            for (id, word) in kinds {
                xml.open("category", &[("xml:id", id)]);
                xml.open("catDesc", &[]);
                xml.leaf("term", &[], word);
                xml.close("catDesc");
                xml.close("category");
            }
            xml.close("taxonomy");
        }
        xml.close("classDecl");
        xml.close("encodingDesc");
    }

    fn profile(&mut self) {
        let minutes = self.sheet.minutes;
        self.xml.open("profileDesc", &[]);
        self.xml.open("settingDesc", &[]);
        self.xml.open("setting", &[]);
        self.xml.leaf("name", &[("type", "country"), ("key", "JP")], "日本");
        if let Some(place) = self.sheet.prose_opt(&minutes.meeting.place) {
            self.xml.leaf("name", &[("type", "place")], &place);
        }
        self.date();
        self.xml.close("setting");
        self.xml.close("settingDesc");
        self.xml.open("particDesc", &[]);
        self.people();
        self.xml.line();
        self.xml.open("listOrg", &[]);
        self.org("body", &self.sheet.meeting_name());
        for (n, group) in minutes.roll.groups.iter().enumerate() {
            if group.role == Role::Secretariat {
                self.org(&numbered("o", n), self.sheet.text(group.name));
            }
        }
        self.xml.close("listOrg");
        self.xml.close("particDesc");
        self.xml.close("profileDesc");
    }

    fn org(&mut self, id: &str, name: &str) {
        self.xml.open("org", &[("xml:id", id)]);
        self.xml.leaf("orgName", &[], name);
        self.xml.close("org");
    }

    /// The people of the roll, and those whom only a label names. A name is not cut into surname and
    /// forename: where one ends is printed nowhere.
    fn people(&mut self) {
        let minutes = self.sheet.minutes;
        let printed: Vec<&Speech> = self.sheet.selection.speeches(minutes);
        let printed = printed.into_iter().filter_map(|speech| match speech.by {
            Attribution::Printed { name } => Some((numbered("n", speech.id.idx()), name)),
            _ => None,
        });
        let printed: Vec<_> = printed.collect();
        if printed.is_empty() && minutes.roll.people().next().is_none() {
            return;
        }
        self.xml.open("listPerson", &[]);
        for group in &minutes.roll.groups {
            for person in &group.people {
                let id = numbered("p", person.id.idx());
                let role = match person.role {
                    Role::Chair => "head",
                    Role::Member => "member",
                    Role::Secretariat => "secretariat",
                    Role::Guest | Role::Other => "guest",
                };
                self.xml.line();
                self.xml.open("person", &[("xml:id", &id)]);
                self.xml.leaf("persName", &[], self.sheet.text(person.name));
                self.xml.leaf(
                    "affiliation",
                    &[("ref", "#body"), ("role", role)],
                    self.sheet.text(person.entry),
                );
                self.xml.close("person");
            }
        }
        for (id, name) in printed {
            self.xml.line();
            self.xml.open("person", &[("xml:id", &id)]);
            self.xml.leaf("persName", &[], self.sheet.text(name));
            self.xml.close("person");
        }
        self.xml.close("listPerson");
    }

    fn text(&mut self) {
        self.xml.open("text", &[]);
        self.front();
        self.xml.line();
        self.xml.open("body", &[]);
        // TEI asks for something in every division, so that one is opened by its first content.
        let mut is_open = false;
        let mut is_empty = true;
        for step in self.sheet.steps() {
            let topic = match &step {
                Step::Topic(topic) => Some(*topic),
                _ => None,
            };
            if topic.is_some() || !is_open {
                self.end(is_open, is_empty);
                self.xml.line();
                self.xml.open("div", &[("type", "debateSection")]);
                (is_open, is_empty) = (true, true);
            }
            self.xml.line();
            match step {
                Step::Topic(topic) => {
                    self.xml.leaf("head", &[], &self.sheet.topic(topic));
                    continue;
                }
                Step::Speech(speech) => self.speech(speech),
                Step::Told(prose) => {
                    self.xml.leaf("note", &[("type", "narrative")], &self.sheet.prose(prose));
                }
                Step::Plain(range) => {
                    for line in self.sheet.plain(range) {
                        self.xml.leaf("p", &[], line);
                    }
                }
            }
            is_empty = false;
        }
        if !is_open {
            self.xml.open("div", &[("type", "debateSection")]);
        }
        self.end(true, is_empty);
        self.xml.close("body");
        self.xml.close("text");
    }

    /// The form, the roll and the announced order of business.
    fn front(&mut self) {
        let minutes = self.sheet.minutes;
        self.xml.open("front", &[]);
        self.xml.line();
        self.xml.open("div", &[("type", "form")]);
        self.xml.leaf("head", &[], &minutes.display_title());
        for fact in &minutes.meeting.facts {
            let mut words = self.sheet.numbered(fact.num, self.sheet.text(fact.label));
            for value in &fact.values {
                words.push('　');
                words.push_str(&self.sheet.prose(value));
            }
            self.xml.leaf("p", &[], &words);
        }
        if minutes.meeting.facts.is_empty() {
            self.xml.empty("p", &[]);
        }
        self.xml.close("div");
        self.roll();
        if !minutes.agenda.is_empty() {
            self.xml.line();
            self.xml.open("div", &[("type", "contents")]);
            self.xml.open("list", &[]);
            for (_, item) in minutes.agenda_items() {
                self.xml.leaf("item", &[], &self.sheet.item(item));
            }
            self.xml.close("list");
            self.xml.close("div");
        }
        self.xml.close("front");
    }

    /// The roll as printed, group by group.
    fn roll(&mut self) {
        let groups = &self.sheet.minutes.roll.groups;
        if groups.is_empty() {
            return;
        }
        self.xml.line();
        self.xml.open("div", &[("type", "rollCall")]);
        for group in groups {
            let name = self.sheet.numbered(group.num, self.sheet.text(group.name));
            let entries = entries_of(group);
            self.xml.line();
            // TEI knows no list without items.
            if entries.is_empty() {
                self.xml.leaf("p", &[], &name);
                continue;
            }
            self.xml.open("list", &[]);
            self.xml.leaf("head", &[], &name);
            for entry in entries {
                self.xml.leaf("item", &[], self.sheet.text(entry));
            }
            self.xml.close("list");
        }
        self.xml.close("div");
    }

    fn end(&mut self, is_open: bool, is_empty: bool) {
        if is_open && is_empty {
            self.xml.empty("p", &[]);
        }
        if is_open {
            self.xml.close("div");
        }
    }

    fn speech(&mut self, speech: &Speech) {
        self.xml.leaf("note", &[("type", "speaker")], &self.sheet.prose(&speech.printed));
        let id = speech_id(speech.id);
        let kind = match speech.role {
            Role::Chair => "#chair",
            Role::Member => "#regular",
            Role::Secretariat | Role::Guest | Role::Other => "#guest",
        };
        let who = who(self.sheet, speech).map(|id| ["#", &id].concat());
        let unknown = [("xml:id", id.as_str()), ("ana", kind)];
        let known = [&unknown[..], &[("who", who.as_deref().unwrap_or_default())]].concat();
        self.xml.open("u", if who.is_some() { &known } else { &unknown });
        for (n, paragraph) in speech.paragraphs.iter().enumerate() {
            let id = [&id, &numbered(".", n)[..]].concat();
            self.xml.leaf("seg", &[("xml:id", &id)], &self.sheet.prose(paragraph));
        }
        self.xml.close("u");
    }
}
