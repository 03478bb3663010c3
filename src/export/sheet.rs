//! The minutes as the lines of a page: what a reader is given where there is no program.
//!
//! May live here: the order of the lines and the few words that stand between them. May not: how a
//! format dresses a line, what any of it means.

use super::Selection;
use crate::model::{
    AgendaItem, Attribution, Block, Field, Minutes, Prose, RollGroup, Speech, Topic, TopicId,
};
use crate::order::sort_by_key;
use crate::source::{Source, TextRange};

/// A line of the page. What it holds is as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The title of the whole.
    Title(String),
    /// The sentence that says that this is a part.
    Note(String),
    /// An item of the form and its values.
    Fact(String, Vec<String>),
    /// The heading of roll, agenda or discussion.
    Heading(String),
    /// The name of a group of the roll.
    Group(String),
    /// An entry of the group.
    Entry(String),
    /// An item of the agenda, with its depth from 0.
    Item(usize, String),
    /// The heading of a topic.
    Topic(String),
    /// The label of a speech.
    Label(String),
    /// A paragraph of a speech.
    Paragraph(String),
    /// What the minutes tell between speeches.
    Told(String),
    /// A line that nothing recognised.
    Plain(String),
}

/// One step of the discussion.
pub(super) enum Step<'a> {
    Topic(&'a Topic),
    Speech(&'a Speech),
    Told(&'a Prose),
    Plain(TextRange),
}

impl Step<'_> {
    /// Where it begins in the source.
    fn start(&self) -> u32 {
        match self {
            Step::Topic(topic) => topic.range.start,
            Step::Speech(speech) => speech.range.start,
            Step::Told(prose) => prose.range().start,
            Step::Plain(range) => range.start,
        }
    }
}

/// The minutes and what is written of them.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub minutes: &'a Minutes,
    pub source: &'a Source,
    pub selection: &'a Selection,
}

impl<'a> Sheet<'a> {
    pub fn new(minutes: &'a Minutes, selection: &'a Selection) -> Sheet<'a> {
        Sheet { minutes, source: &minutes.source, selection }
    }

    /// Everything, line by line.
    pub fn lines(self) -> Vec<Line> {
        let minutes = self.minutes;
        let mut out = vec![Line::Title(minutes.display_title())];
        if let Some(excerpt) = self.selection.excerpt(minutes) {
            out.push(Line::Note(excerpt.sentence()));
        }
        for fact in &minutes.meeting.facts {
            let values = fact.values.iter().map(|value| self.prose(value)).collect::<Vec<_>>();
            // Items of which the lines are written below stand there with their heading.
            if !values.is_empty() || !self.stands_below(fact.field) {
                out.push(Line::Fact(self.numbered(fact.num, self.text(fact.label)), values));
            }
        }
        self.roll(&mut out);
        self.agenda(&mut out);
        self.discussion(&mut out);
        out
    }

    /// The items of the form that head what is written below them, as printed, each with its place.
    fn names_of(self, field: Field) -> impl Iterator<Item = (TextRange, Line)> {
        let facts = self.minutes.meeting.facts.iter();
        let names = facts.filter(move |fact| fact.field == field && fact.values.is_empty());
        names.map(move |fact| (fact.label, Line::Heading(self.numbered(fact.num, self.text(fact.label)))))
    }

    /// The groups, each below the item in which it is printed. A group that has no name but that of
    /// the item is headed once.
    fn roll(self, out: &mut Vec<Line>) {
        if self.minutes.roll.groups.is_empty() {
            return;
        }
        let mut names = self.names_of(Field::Roll).peekable();
        if names.peek().is_none() {
            out.push(Line::Heading("出席者".to_owned()));
        }
        for group in &self.minutes.roll.groups {
            let mut above = None;
            while let Some((range, heading)) = names.next_if(|name| name.0.start <= group.name.start) {
                above = Some(range);
                out.push(heading);
            }
            if above != Some(group.name) {
                out.push(Line::Group(self.numbered(group.num, self.text(group.name))));
            }
            let entries = entries_of(group).into_iter();
            out.extend(entries.map(|entry| Line::Entry(self.text(entry).to_owned())));
        }
        out.extend(names.map(|name| name.1));
    }

    fn agenda(self, out: &mut Vec<Line>) {
        if self.minutes.agenda.is_empty() {
            return;
        }
        let mut names = self.names_of(Field::Agenda).peekable();
        if names.peek().is_none() {
            out.push(Line::Heading("議題".to_owned()));
        }
        for (depth, item) in self.minutes.agenda_items() {
            while let Some((_, heading)) = names.next_if(|name| name.0.start < item.heading.range().start) {
                out.push(heading);
            }
            out.push(Line::Item(depth, self.item(item)));
        }
        out.extend(names.map(|name| name.1));
    }

    /// The discussion. Its name may stand behind a greeting, so that it is written where it is printed;
    /// what is printed before it is headed by a plain word.
    fn discussion(self, out: &mut Vec<Line>) {
        let mut names = self.names_of(Field::Discussion).peekable();
        let mut is_headed = false;
        for step in self.steps() {
            while let Some((_, heading)) = names.next_if(|name| name.0.start < step.start()) {
                is_headed = true;
                out.push(heading);
            }
            if !is_headed {
                is_headed = true;
                out.push(Line::Heading("本文".to_owned()));
            }
            match step {
                Step::Topic(topic) => out.push(Line::Topic(self.topic(topic))),
                Step::Speech(speech) => {
                    out.push(Line::Label(self.label(speech)));
                    out.extend(speech.paragraphs.iter().map(|prose| Line::Paragraph(self.prose(prose))));
                }
                Step::Told(prose) => out.push(Line::Told(self.prose(prose))),
                Step::Plain(range) => out.extend(self.plain(range).map(|line| Line::Plain(line.to_owned()))),
            }
        }
        // An excerpt may end before it; a name over nothing says nothing there.
        if !self.selection.is_excerpt() {
            out.extend(names.map(|name| name.1));
        }
    }

    /// The discussion in printed order. An excerpt holds the chosen speeches and the headings over
    /// them; what nobody said is left out, since nothing says that it belongs to them.
    pub fn steps(self) -> Vec<Step<'a>> {
        let minutes = self.minutes;
        let mut out = Vec::new();
        let mut under: Option<TopicId> = None;
        for block in &minutes.body {
            match *block {
                Block::Speech(id) if self.selection.has(id) => {
                    let Some(speech) = minutes.speech(id) else { continue };
                    if self.selection.is_excerpt() && speech.topic != under {
                        under = speech.topic;
                        out.extend(under.and_then(|id| minutes.topic(id)).map(Step::Topic));
                    }
                    out.push(Step::Speech(speech));
                }
                _ if self.selection.is_excerpt() => {}
                Block::Topic(id) => out.extend(minutes.topic(id).map(Step::Topic)),
                Block::Narrative(id) => {
                    out.extend(minutes.narratives.get(id.idx()).map(|told| Step::Told(&told.prose)));
                }
                Block::Plain(id) => {
                    out.extend(minutes.plains.get(id.idx()).map(|plain| Step::Plain(plain.range)));
                }
                Block::Speech(_) => {}
            }
        }
        out
    }

    pub fn text(self, range: TextRange) -> &'a str {
        self.source.slice(range)
    }

    pub fn prose(self, prose: &Prose) -> String {
        prose.text(self.source)
    }

    pub fn prose_opt(self, prose: &Option<Prose>) -> Option<String> {
        prose.as_ref().map(|prose| self.prose(prose))
    }

    /// `(1) 協議`: the number as printed, if any, and the words.
    pub fn numbered(self, num: Option<TextRange>, words: &str) -> String {
        let mut out = num.map(|num| self.text(num).to_owned()).unwrap_or_default();
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(words);
        out
    }

    pub fn item(self, item: &AgendaItem) -> String {
        self.numbered(item.num, &self.prose(&item.heading))
    }

    pub fn topic(self, topic: &Topic) -> String {
        self.numbered(topic.num, &self.prose(&topic.heading))
    }

    /// The label of a speech as printed, and the name behind it where the roll proves it.
    pub fn label(self, speech: &Speech) -> String {
        let mut label = self.prose(&speech.printed);
        if let (Attribution::Person { .. }, Some(name)) = (&speech.by, self.name(speech))
            && !name.is_empty()
            && !label.contains(name)
        {
            label.push('（');
            label.push_str(name);
            label.push_str("、出席者欄による）");
        }
        label
    }

    /// The name of who speaks, where the text proves it.
    pub fn name(self, speech: &Speech) -> Option<&'a str> {
        match speech.by {
            Attribution::Person { person, .. } => {
                self.minutes.person(person).map(|person| self.text(person.name))
            }
            Attribution::Printed { name } => Some(self.text(name)),
            Attribution::Ambiguous { .. } | Attribution::Unnamed => None,
        }
    }

    /// The lines of a text that nothing recognised, blank ones left out.
    pub fn plain(self, range: TextRange) -> impl Iterator<Item = &'a str> {
        self.text(range).split(['\n', '\r']).filter(|line| !line.trim().is_empty())
    }

    /// The name that the form itself gives to a part.
    pub fn heading_of(self, field: Field, otherwise: &str) -> String {
        let fact = self.minutes.meeting.facts.iter().find(|fact| fact.field == field);
        fact.map_or_else(|| otherwise.to_owned(), |fact| self.numbered(fact.num, self.text(fact.label)))
    }

    fn stands_below(self, field: Field) -> bool {
        match field {
            Field::Roll => !self.minutes.roll.groups.is_empty(),
            Field::Agenda => !self.minutes.agenda.is_empty(),
            Field::Discussion => true,
            _ => false,
        }
    }

    /// The number of the meeting as its name or title prints it: `第2回`, `第28号`.
    pub fn issue(self) -> Option<String> {
        let named = self.prose_opt(&self.minutes.meeting.name);
        [named, self.prose_opt(&self.minutes.title)].into_iter().flatten().find_map(|name| issue(&name))
    }

    /// The name of the meeting; what the minutes call themselves where they do not print it.
    pub fn meeting_name(self) -> String {
        let named = self.prose_opt(&self.minutes.meeting.name).filter(|name| !name.trim().is_empty());
        named.unwrap_or_else(|| self.minutes.display_title())
    }
}

fn issue(name: &str) -> Option<String> {
    name.match_indices('第').find_map(|(at, _)| {
        let rest = name.get(at..)?;
        let end = rest.find(['回', '号'])?;
        let number = rest.get('第'.len_utf8()..end)?;
        let is_digit = |c: char| crate::chars::digit(c).is_some() || "〇一二三四五六七八九十百".contains(c);
        let is_number = !number.is_empty() && number.chars().all(is_digit);
        rest.get(..end + '回'.len_utf8()).filter(|_| is_number).map(str::to_owned)
    })
}

/// The entries of a group in printed order, those of which nobody could be read included.
pub(super) fn entries_of(group: &RollGroup) -> Vec<TextRange> {
    let people = group.people.iter().map(|person| person.entry);
    let mut entries: Vec<TextRange> = people.chain(group.unread.iter().copied()).collect();
    sort_by_key(&mut entries, |entry| entry.start);
    entries
}

/// Every line end as LF.
pub(super) fn with_lf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
