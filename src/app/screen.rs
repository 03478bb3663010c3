//! What is shown: plain data in the reader's words, computed from the minutes and the state.
//!
//! May live here: everything a reader sees, as text, numbers and actions. May not: tags.

mod body;
mod compose;
mod facets;
mod find;
mod header;
mod notices;
mod record;
mod runs;
mod speaker;
mod strip;

pub use compose::compose;

use compose::Frame;

use super::settings::Settings;
use super::state::{Action, Panel};
use super::words::Lang;
use crate::model::{AgendaId, Join, Role, SpeechId, TopicId};

/// One whole screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The title of the minutes, or a plain word where there is none.
    pub title: String,
    /// Day, time, place, openness, observers, number of speeches: one short phrase each.
    pub summary: Vec<Phrase>,
    /// A bar per speech: the whole meeting at a glance.
    pub strip: Vec<Bar>,
    /// The search box and what it found.
    pub search: SearchView,
    /// Active filters, each with the action that takes it off.
    pub chips: Vec<Chip>,
    /// The table of contents.
    pub contents: Vec<ContentsRow>,
    /// The announced agenda and where it was taken up.
    pub agenda: Vec<AgendaRow>,
    /// The speaker labels as filters.
    pub labels: Vec<FacetRow>,
    /// The roles as filters.
    pub roles: Vec<FacetRow>,
    /// The items of the record's form as printed.
    pub facts: Vec<FactRow>,
    /// The roll.
    pub roll: Vec<RollGroupView>,
    /// What paper says where it holds only a part of the speeches; empty where it holds all.
    pub part: String,
    /// The text, in printed order, what is filtered away left out.
    pub body: Vec<BlockView>,
    /// Findings for the reader to know or check.
    pub notices: Vec<Notice>,
    /// How much of the text is here, and that nothing is sent.
    pub footer: Vec<String>,
    /// The panel that covers the text on a narrow screen.
    pub panel: Option<Panel>,
    /// How the reader likes the page.
    pub settings: Settings,
    /// The element that should be in view: `s014`, or a hit.
    pub focus: Option<Focus>,
}

impl Screen {
    /// The language of all words that are not the minutes'.
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }
}

/// What should be scrolled to.
#[derive(Clone, Debug, PartialEq)]
pub enum Focus {
    /// A speech.
    Speech(SpeechId),
    /// A hit, by its number over the hits shown.
    Hit(usize),
}

/// A short phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Its words.
    pub text: String,
    /// Whether the words are those of the minutes.
    pub printed: bool,
}

/// A speech in the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Which.
    pub speech: SpeechId,
    /// Its colour.
    pub role: Role,
    /// Where it starts, of 1000.
    pub start: f64,
    /// How long it is, of 1000.
    pub width: f64,
    /// Whether the filters let it through.
    pub shown: bool,
    /// How many hits it holds.
    pub n_hits: usize,
    /// The topic under which it stands; bars of one topic are bracketed.
    pub topic: Option<TopicId>,
}

/// The search box and what it found.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SearchView {
    /// The words as typed.
    pub query: String,
    /// `1 / 5件`, `0件`; empty without a query.
    pub count: String,
    /// The sentence for a screen reader and for the eye: 「5件見つかりました」.
    pub status: String,
    /// The hits shown.
    pub n_hits: usize,
}

/// An active filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// What it is: 話者：事務局.
    pub text: String,
    /// What takes it off.
    pub remove: Action,
}

/// A row of the table of contents.
#[derive(Clone, Debug, PartialEq)]
pub struct ContentsRow {
    /// Which topic.
    pub topic: TopicId,
    /// Number and heading as printed.
    pub num: String,
    /// The heading as printed.
    pub heading: String,
    /// Speeches that all other filters let through.
    pub count: usize,
    /// Whether it is filtered to.
    pub selected: bool,
    /// The first speech, or none.
    pub first: Option<SpeechId>,
}

/// A row of the announced agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaRow {
    /// Which item.
    pub item: AgendaId,
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The number as printed.
    pub num: String,
    /// The heading as printed.
    pub heading: String,
    /// The topic that takes it up.
    pub topic: Option<TopicId>,
}

/// A row of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetRow {
    /// What is chosen by it.
    pub text: String,
    /// What is known beside it: 山田花子（出席者欄による）, 氏名の記載なし.
    pub note: String,
    /// Its colour.
    pub role: Role,
    /// The one character of its badge.
    pub badge: String,
    /// Speeches that all other filters let through.
    pub count: usize,
    /// The share of all characters spoken, in hundredths.
    pub share: u8,
    /// Whether it is filtered to.
    pub selected: bool,
    /// What a press does.
    pub toggle: Action,
}

/// An item of the record's form.
#[derive(Clone, Debug, PartialEq)]
pub struct FactRow {
    /// The name of the item.
    pub label: String,
    /// Its values, one a line; none where it was left blank.
    pub values: Vec<String>,
}

/// A group of the roll.
#[derive(Clone, Debug, PartialEq)]
pub struct RollGroupView {
    /// 委員
    pub name: String,
    /// Its people.
    pub people: Vec<PersonView>,
    /// Lines in which no people could be told apart.
    pub unread: Vec<String>,
}

/// A person of the roll.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonView {
    /// The name as printed.
    pub name: String,
    /// Title or post as printed.
    pub post: String,
    /// 代理 鈴木一郎; empty where nobody came instead.
    pub proxy: String,
    /// The speeches that are provably this person's.
    pub speeches: Vec<SpeechId>,
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockView {
    /// The heading of a topic.
    Topic(TopicView),
    /// A speech.
    Speech(SpeechView),
    /// What the minutes tell.
    Narrative {
        /// Its words.
        runs: Vec<Run>,
    },
    /// What nothing recognised, line by line.
    Plain {
        /// The line of the source on which it begins, from 1.
        line: usize,
        /// Its lines.
        lines: Vec<Vec<Run>>,
    },
}

/// The heading of a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicView {
    /// Which.
    pub topic: TopicId,
    /// `t2`: the anchor.
    pub anchor: String,
    /// The number as printed.
    pub num: String,
    /// The words as printed, hits marked.
    pub heading: Vec<Run>,
    /// 次第 ア・イ に対応　発言11件・約1,700字
    pub note: String,
}

/// A speech.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeechView {
    /// Which.
    pub speech: SpeechId,
    /// `s014`: the anchor and permalink.
    pub anchor: String,
    /// The number that readers see, from 1.
    pub number: usize,
    /// The label as printed.
    pub label: String,
    /// What is known of who it was, and from where.
    pub note: String,
    /// Its colour.
    pub role: Role,
    /// The paragraphs, hits and joins marked.
    pub paragraphs: Vec<Vec<Run>>,
    /// The lines of the source, where they are shown.
    pub original: Option<Vec<String>>,
    /// Whether the source reads differently from what is shown: a switch is offered.
    pub repaired: bool,
    /// Whether it is pointed at.
    pub current: bool,
}

/// A stretch of text of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// What it is.
    pub kind: RunKind,
}

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// Text.
    Text,
    /// A hit, by its number over the hits shown.
    Hit {
        /// Its number.
        index: usize,
        /// Whether it is the one looked at.
        current: bool,
    },
    /// A place where the source was broken and is shown joined; the text is empty.
    Join(Join),
}

/// A finding for the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Whether it asks to be checked.
    pub warning: bool,
    /// The line of the source.
    pub line: usize,
    /// The words in question, shortened.
    pub words: String,
    /// The sentence.
    pub message: String,
    /// The speech in which the words stand.
    pub speech: Option<SpeechId>,
}
