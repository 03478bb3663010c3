//! From the syntax tree to the minutes.
//!
//! 1. Node by node: title, items and their values, the roll, entries of the agenda; topics, speeches,
//!    narratives and plain text in printed order. A label is resolved as soon as it is met.
//! 2. Over the whole: the agenda as a tree, its ties to the topics, the values of the meeting.
//! 3. Findings: what is missing, contradicts itself or was repaired.
//!
//! May live here: what a node becomes. May not: rules about letters (`syntax`), sentences for people
//! (`diagnostics`).

use std::collections::BTreeMap;

use super::agenda::{self, Entry};
use super::attribution::{attribute, fitting};
use super::called;
use super::confidence;
use super::meeting;
use super::quoted;
use super::*;
use crate::diagnostics::Finding;
use crate::syntax::{Node, Parse, SyntaxKind, group_role, is_record_word, role_of, squash};

/// What the tree means. It never fails: what the tree does not say stays empty.
pub fn lower(source: Source, parse: Parse) -> Minutes {
    let names =
        |node: &Node| node.kind == SyntaxKind::Item(Field::Name) && node.child(SyntaxKind::Value).is_some();
    let is_named = parse.root.children.iter().any(names);
    let minutes = Minutes { source, furniture: parse.furniture, ..Minutes::default() };
    let mut lowering = Lowering { minutes, is_named, ..Lowering::default() };
    for node in &parse.root.children {
        lowering.node(node);
    }
    lowering.finish()
}

#[derive(Default)]
struct Lowering {
    minutes: Minutes,
    entries: Vec<Entry>,
    /// Each distinct label and the people that it fits.
    labels: BTreeMap<String, (LabelId, Vec<PersonId>)>,
    n_people: u32,
    /// The names of the columns of the table that is being read.
    columns: Vec<TextRange>,
    /// Whether the form names the meeting.
    is_named: bool,
}

impl Lowering {
    fn node(&mut self, node: &Node) {
        match node.kind {
            SyntaxKind::Title => self.title(node),
            SyntaxKind::Item(field) => self.item(node, field),
            SyntaxKind::Topic => self.topic(node),
            SyntaxKind::Speech => self.speech(node),
            SyntaxKind::Columns => {
                self.columns = node.children_of(SyntaxKind::Text).map(|token| token.range).collect();
                let words = self.columns.iter().map(|&range| Piece { range, join: Join::Space });
                self.tell(Prose { pieces: words.collect() }, node.range);
            }
            SyntaxKind::Cell(column) => {
                if let Some(&head) = self.columns.get(usize::from(column)) {
                    self.said(node, head);
                }
            }
            SyntaxKind::Narrative => self.narrative(node),
            SyntaxKind::Plain => {
                let id = PlainId(self.minutes.plains.len() as u32);
                let range = trimmed(node);
                self.minutes.plains.push(Plain { id, topic: self.last_topic(), range });
                self.minutes.body.push(Block::Plain(id));
            }
            _ => {}
        }
    }

    /// 「会議録」 alone heads any minutes. Where the form names the meeting, that is the title, and
    /// the word is told like any other.
    fn title(&mut self, node: &Node) {
        let prose = title(node);
        if self.is_named && is_record_word(&prose.text(&self.minutes.source)) {
            self.tell(prose, node.range);
        } else {
            self.minutes.title = Some(prose);
        }
    }

    fn item(&mut self, node: &Node, field: Field) {
        let Some(label) = node.child(SyntaxKind::ItemLabel).map(|token| token.range) else { return };
        let num = node.child(SyntaxKind::Number).map(|token| token.range);
        let values = proses(node, SyntaxKind::Value);
        self.minutes.meeting.facts.push(Fact { num, label, field, values });
        for group in node.children_of(SyntaxKind::RollGroup) {
            self.roll_group(group, label);
        }
        for entry in node.children_of(SyntaxKind::AgendaEntry) {
            let num = entry.child(SyntaxKind::Number).map(|token| token.range);
            let heading = prose(entry);
            if !heading.pieces.is_empty() {
                self.entries.push(Entry { num, heading });
            }
        }
    }

    fn roll_group(&mut self, node: &Node, item: TextRange) {
        let source = &self.minutes.source;
        let named = node.child(SyntaxKind::GroupName).map(|token| token.range);
        // A line without a name carries on the group above it.
        let is_new = named.is_some() || self.minutes.roll.groups.is_empty() || {
            let last = self.minutes.roll.groups.last();
            last.is_some_and(|group| group.name.end <= item.start && group.name != item)
        };
        if is_new {
            let name = named.unwrap_or(item);
            let role = group_role(source.slice(name));
            let is_absent = |range: TextRange| {
                let words = source.slice(range);
                words.contains("欠席") && !words.contains("出席")
            };
            let absent = is_absent(name) || is_absent(item);
            let num = node.child(SyntaxKind::Number).map(|token| token.range);
            self.minutes.roll.groups.push(RollGroup {
                num,
                name,
                role,
                absent,
                people: Vec::new(),
                unread: Vec::new(),
            });
        }
        let source = &self.minutes.source;
        let Some(group) = self.minutes.roll.groups.last_mut() else { return };
        for attendee in node.children_of(SyntaxKind::Attendee) {
            let range = |kind| attendee.child(kind).map(|token: &Node| token.range);
            let Some(name) = range(SyntaxKind::Name) else { continue };
            let title = range(SyntaxKind::PartTitle);
            let role = title.map_or(group.role, |title| match role_of(source.slice(title)) {
                Role::Other => group.role,
                role => role,
            });
            group.people.push(Attendee {
                id: PersonId(self.n_people),
                entry: attendee.range,
                name,
                title,
                post: range(SyntaxKind::Post),
                proxy: range(SyntaxKind::Proxy),
                role,
            });
            self.n_people += 1;
        }
        group.unread.extend(node.children_of(SyntaxKind::Unread).map(|token| token.range));
    }

    fn topic(&mut self, node: &Node) {
        let heading = prose(node);
        if heading.pieces.is_empty() {
            return;
        }
        let num = node.child(SyntaxKind::Number).map(|token| token.range);
        let id = TopicId(self.minutes.topics.len() as u32);
        let range = trimmed(node);
        self.minutes.topics.push(Topic { id, num, heading, agenda: Vec::new(), range, called: None });
        self.minutes.body.push(Block::Topic(id));
    }

    fn speech(&mut self, node: &Node) {
        if let Some(label) = node.child(SyntaxKind::Label) {
            self.said(node, label.range);
        }
    }

    /// A speech and the label under which it stands, which the head of a column may be.
    fn said(&mut self, node: &Node, label: TextRange) {
        let printed = Prose::one(label);
        let squashed = squash(self.minutes.source.slice(label));
        let Minutes { source, roll, .. } = &self.minutes;
        let next = LabelId(self.labels.len() as u32);
        let known = self.labels.entry(squashed.clone());
        let (label, fits) = known.or_insert_with(|| (next, fitting(source, roll, &squashed)));
        let label = *label;
        let by = attribute(source, roll, fits, &printed);
        let role = match (role_of(&squashed), &by) {
            (Role::Other, Attribution::Person { person, .. }) => {
                self.minutes.person(*person).map_or(Role::Other, |person| person.role)
            }
            (role, _) => role,
        };
        if label == next {
            self.minutes.labels.push(SpeakerLabel { id: label, first: printed.clone(), role });
        }
        let id = SpeechId(self.minutes.speeches.len() as u32);
        let paragraphs = node.children_of(SyntaxKind::Paragraph).map(prose).collect();
        let topic = self.last_topic();
        let range = trimmed(node);
        for told in node.children_of(SyntaxKind::Narrative) {
            self.narrative(told);
        }
        self.minutes.speeches.push(Speech { id, topic, label, printed, by, role, paragraphs, range });
        self.minutes.body.push(Block::Speech(id));
    }

    fn narrative(&mut self, node: &Node) {
        for paragraph in node.children_of(SyntaxKind::Paragraph) {
            self.tell(prose(paragraph), paragraph.range);
        }
    }

    fn tell(&mut self, prose: Prose, range: TextRange) {
        let id = NarrativeId(self.minutes.narratives.len() as u32);
        self.minutes.narratives.push(Narrative { id, topic: self.last_topic(), prose, range });
        self.minutes.body.push(Block::Narrative(id));
    }

    fn last_topic(&self) -> Option<TopicId> {
        self.minutes.topics.last().map(|topic| topic.id)
    }

    fn finish(mut self) -> Minutes {
        let minutes = &mut self.minutes;
        minutes.agenda = agenda::tree(&minutes.source, &self.entries);
        quoted::unquote(minutes);
        called::take_up(minutes);
        agenda::tie(&minutes.source, &minutes.agenda, &mut minutes.topics);
        meeting::read(minutes);
        if minutes.title.is_none() {
            minutes.title = minutes.meeting.name.clone();
        }
        let mut diagnostics = meeting::findings(minutes);
        diagnostics.extend(findings(minutes));
        diagnostics.sort_by_key(|diagnostic| diagnostic.range);
        minutes.diagnostics = diagnostics;
        self.minutes
    }
}

/// What the body could not settle, and what was repaired in it.
fn findings(minutes: &Minutes) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let start = TextRange::default();
    if minutes.title.is_none() {
        out.push(Diagnostic::new(Finding::NoTitle, start));
    }
    if minutes.speeches.is_empty() {
        out.push(Diagnostic::new(Finding::NoSpeech, start));
    }
    out.extend(minutes.plains.iter().map(|plain| Diagnostic::new(Finding::Unrecognised, plain.range)));
    for speech in &minutes.speeches {
        if let Attribution::Ambiguous { people } = &speech.by {
            let entries =
                people.iter().filter_map(|&person| minutes.person(person)).map(|person| person.entry);
            let finding = Finding::AmbiguousSpeaker { entries: entries.collect() };
            out.push(Diagnostic::new(finding, speech.printed.range()));
        }
    }
    if confidence::are_speakers_presumed(minutes) {
        out.push(Diagnostic::new(Finding::SpeakersPresumed, start));
    }
    out.extend(joins(minutes));
    if let Some(&first) = minutes.furniture.first() {
        let n_lines = minutes.furniture.len() as u32;
        out.push(Diagnostic::new(Finding::LeftOut { n_lines }, first));
    }
    // What stands below an item that is taken up as a whole is taken up with it.
    let tied = agenda::tied(&minutes.topics);
    let mut open: Vec<&AgendaItem> = minutes.agenda.iter().rev().collect();
    while let Some(item) = open.pop().filter(|_| !minutes.topics.is_empty()) {
        if tied.contains(&item.id) {
            continue;
        }
        if item.children.is_empty() {
            out.push(Diagnostic::new(Finding::AgendaNotTakenUp, item.heading.range()));
        }
        open.extend(item.children.iter().rev());
    }
    for person in minutes.roll.people() {
        let words = minutes.source.slice(person.name);
        let is_whole = person.title.is_none() && person.post.is_none();
        if is_whole && squash(words).chars().count() > 6 {
            out.push(Diagnostic::new(Finding::EntryKeptWhole, person.entry));
        }
    }
    out
}

/// Above so many joins a text is cut by the width of its lines: told once, since a list of
/// thousands would hide everything else. Each place stays marked where it is.
const MANY_JOINS: usize = 30;

fn joins(minutes: &Minutes) -> Vec<Diagnostic> {
    let spoken = minutes.speeches.iter().flat_map(|speech| &speech.paragraphs);
    let told = minutes.narratives.iter().map(|narrative| &narrative.prose);
    let proses: Vec<&Prose> = spoken.chain(told).collect();
    let is_apart = |prose: &&&Prose| prose.pieces.iter().skip(1).any(|piece| piece.join == Join::Letters);
    let apart = proses
        .iter()
        .filter(is_apart)
        .map(|prose| Diagnostic::new(Finding::Joined(Join::Letters), prose.range()));
    let pairs = proses.iter().flat_map(|prose| prose.pieces.iter().zip(prose.pieces.iter().skip(1)));
    let joins: Vec<Diagnostic> = pairs
        .filter(|(_, right)| matches!(right.join, Join::Line | Join::Page))
        .map(|(left, right)| {
            let around = TextRange { start: tail(minutes, left.range), end: head(minutes, right.range) };
            Diagnostic::new(Finding::Joined(right.join), around)
        })
        .chain(apart)
        .collect();
    if joins.len() <= MANY_JOINS {
        return joins;
    }
    let n_joins = joins.len() as u32;
    vec![Diagnostic::new(Finding::JoinedThroughout { n_joins }, TextRange::default())]
}

/// How many letters of each side show where a join is.
const AROUND: usize = 8;

fn tail(minutes: &Minutes, range: TextRange) -> u32 {
    let at = minutes.source.slice(range).char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    range.start + at as u32
}

fn head(minutes: &Minutes, range: TextRange) -> u32 {
    let text = minutes.source.slice(range);
    range.start + text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at) as u32
}

/// A node from its first to its last token that is no gap.
fn trimmed(node: &Node) -> TextRange {
    let tokens = node.tokens();
    let is_text = |token: &&&Node| !matches!(token.kind, SyntaxKind::Gap | SyntaxKind::Blank);
    match (tokens.iter().find(is_text), tokens.iter().rfind(is_text)) {
        (Some(first), Some(last)) => first.range.cover(last.range),
        _ => node.range,
    }
}

/// The lines of the title: read with a space between.
fn title(node: &Node) -> Prose {
    let mut lines = proses(node, SyntaxKind::Text).into_iter();
    let mut title = lines.next().unwrap_or_default();
    for mut line in lines {
        if let Some(first) = line.pieces.first_mut() {
            first.join = Join::Space;
        }
        title.pieces.append(&mut line.pieces);
    }
    title
}

/// The text of a node that holds one.
fn prose(node: &Node) -> Prose {
    proses(node, SyntaxKind::Text).into_iter().next().unwrap_or_default()
}

/// The texts of a node, cut where anything but a seam lies between its tokens of the kind `of`.
fn proses(node: &Node, of: SyntaxKind) -> Vec<Prose> {
    let mut proses: Vec<Prose> = Vec::new();
    let mut join = None;
    for token in &node.children {
        match token.kind {
            SyntaxKind::LineSeam => join = Some(Join::Line),
            SyntaxKind::PageSeam => join = Some(Join::Page),
            SyntaxKind::LetterSeam => join = Some(Join::Letters),
            SyntaxKind::CellSeam => join = Some(Join::Space),
            kind if kind == of => {
                let piece = Piece { range: token.range, join: join.unwrap_or_default() };
                match proses.last_mut().filter(|_| join.is_some()) {
                    Some(prose) => prose.pieces.push(piece),
                    None => proses.push(Prose { pieces: vec![piece] }),
                }
                join = None;
            }
            _ => join = None,
        }
    }
    proses
}
