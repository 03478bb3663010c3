//! What is shown: plain data in the reader's words, computed from the minutes and the state.
//!
//! May live here: everything a reader sees, as text, numbers and actions. May not: tags.

mod agenda;
mod body;
mod compose;
#[cfg(feature = "opens")]
mod desk;
mod embed;
mod facets;
mod find;
mod header;
mod list;
mod notices;
#[cfg(feature = "opens")]
mod preview;
mod reading;
mod record;
mod runs;
mod share;
#[cfg(feature = "shelf")]
mod shelf;
mod speaker;
mod speech;
mod strip;
mod text;
#[cfg(feature = "shelf")]
mod ties;

pub use agenda::{AgendaRow, AgendaTopic};
pub use compose::compose;
#[cfg(feature = "opens")]
pub use desk::{DeskScreen, PaperRow, Progress, Remedy, Stage, compose_desk, name as paper_name};
#[cfg(feature = "opens")]
pub use preview::{
    BlockKind, BlockRow, EncodingView, NoticeRow, Outcome, PreviewScreen, ReadView, SourceLine,
    compose_preview,
};
pub use share::{Address, CheckPart, CheckView, FollowedView, SelectedView, ShareView};
#[cfg(feature = "shelf")]
pub use shelf::{
    ChoiceRow, CouncilView, HitView, HitsView, MeetingRow, Neighbour, OverView, ShelfChip, ShelfProgress,
    ShelfScreen, YearView, compose_shelf,
};
pub use text::{BlockView, Run, RunKind, SpeechView, SubjectTag, TopicView};
#[cfg(feature = "shelf")]
pub use ties::{MeetingTies, ThreadView, TieView};

use std::rc::Rc;

use compose::{Frame, Printed};

use super::embed::Embedding;
use super::embed::form::{EmbedForm, Start};
use super::ledger::Ledger;
use super::settings::Settings;
use super::state::{Action, Panel};
use super::words::Lang;
use crate::filter::Choice;
use crate::insight::SubjectId;
use crate::model::{LabelId, Role, SpeechId, TopicId};
use crate::search::Scope;
use crate::source::TextRange;

/// One whole screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The title of the minutes, or a plain word where there is none.
    pub title: String,
    /// Day, time, place, openness, observers, number of speeches: one short phrase each.
    pub summary: Vec<Phrase>,
    /// A bar per speech: the whole meeting at a glance.
    pub strip: Vec<Bar>,
    /// The speeches as a table, while it is asked for.
    pub list: Option<Vec<ListRow>>,
    /// The search box and what it found.
    pub search: SearchView,
    /// Ways out where nothing was found.
    pub rescues: Vec<Rescue>,
    /// Active filters, each with the action that takes it off.
    pub chips: Vec<Chip>,
    /// The table of contents.
    pub contents: Vec<ContentsRow>,
    /// Subjects that were opened under no topic.
    pub loose_subjects: Vec<SubjectRow>,
    /// The announced agenda and where it was taken up.
    pub agenda: Vec<AgendaRow>,
    /// The headings of the text that take up no item of the agenda, where there is one.
    pub loose_topics: Vec<AgendaTopic>,
    /// Promises, figures and dates. They depend on nothing that is chosen.
    pub ledger: Rc<Ledger>,
    /// The speaker labels as filters.
    pub labels: Vec<FacetRow>,
    /// The roles as filters.
    pub roles: Vec<FacetRow>,
    /// The kinds of speeches as filters.
    pub kinds: Vec<FacetRow>,
    /// The items of the record's form as printed.
    pub facts: Vec<FactRow>,
    /// The roll.
    pub roll: Vec<RollGroupView>,
    /// What paper says where it holds only a part of the speeches; empty where it holds all.
    pub part: String,
    /// What can be done with the whole text.
    pub tools: Tools,
    /// The text, in printed order, what is filtered away left out.
    pub body: Vec<BlockView>,
    /// For each of these, its place among all blocks of the minutes. A gap has the place of what
    /// was left out last.
    pub places: Vec<usize>,
    /// Findings for the reader to know or check.
    pub notices: Vec<Notice>,
    /// Lines that are no part of the record, without a message.
    pub furniture: Vec<Notice>,
    /// How much of the text is here, and that nothing is sent.
    pub footer: Vec<String>,
    /// The panel that covers the text on a narrow screen.
    pub panel: Option<Panel>,
    /// Whether the keys are being explained.
    pub help: bool,
    /// What is being handed on.
    pub share: Option<ShareView>,
    /// What is marked on the page.
    pub selected: Option<SelectedView>,
    /// What became of the link that led here.
    pub followed: Option<FollowedView>,
    /// How the file stands inside another page.
    pub embedding: Embedding,
    /// The dialog 埋め込み, while it is open.
    pub embed: Option<EmbedView>,
    /// What is being read aloud.
    pub aloud: Option<AloudView>,
    /// Why nothing is read aloud though it was asked for; empty where nothing is to be said.
    pub voiceless: String,
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

/// What can be done with the whole text, as far as it does something.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Tools {
    /// Whether a topic is folded away; nothing where there are no topics.
    pub folded: Option<bool>,
    /// Whether all repaired speeches are shown as in the source; nothing where none is.
    pub originals: Option<bool>,
    /// Whether the chair's conduct of the meeting steps back; nothing where there is none.
    pub dimmed: Option<bool>,
    /// The speech from which reading aloud begins; nothing where none is shown.
    pub first: Option<SpeechId>,
}

/// The dialog 埋め込み.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedView {
    /// What is chosen.
    pub form: EmbedForm,
    /// The speeches at which reading may begin.
    pub n_speeches: usize,
    /// Where reading may begin, each with its name.
    pub starts: Vec<(Start, String)>,
    /// What is to be pasted.
    pub snippet: String,
    /// The address that shows what comes of it, where this page can be shown in a frame of itself.
    pub preview: Option<String>,
    /// What is wrong with the address; empty where nothing is.
    pub address_note: String,
    /// What becomes of the colour; empty where it stays.
    pub accent_note: String,
    /// What there is to tell those who keep the other page.
    pub advice: Vec<String>,
    /// What became of copying; empty where nothing is to be said.
    pub copied: String,
}

/// What is being read aloud.
#[derive(Clone, Debug, PartialEq)]
pub struct AloudView {
    /// The speech.
    pub speech: SpeechId,
    /// The sentence of the speech, from 0.
    pub sentence: usize,
    /// What is to be spoken: the sentence as it reads, before the first one the label.
    pub words: String,
    /// 発言5を読み上げています
    pub status: String,
    /// Whether it waits.
    pub paused: bool,
    /// How fast it is read, in tenths.
    pub rate: u8,
    /// 1.2倍
    pub rate_name: String,
}

/// A speech in the table of speeches.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Which.
    pub speech: SpeechId,
    /// The number that readers see, from 1.
    pub number: usize,
    /// The label as printed.
    pub label: String,
    /// 質問, 答弁, …; empty where that is not known.
    pub kind: String,
    /// The number of the topic as printed, or its heading.
    pub topic: String,
    /// Its length in characters.
    pub n_chars: String,
    /// The hits in it; empty where no words are looked for.
    pub n_hits: String,
}

/// What should be scrolled to.
#[derive(Clone, Debug, PartialEq)]
pub enum Focus {
    /// A speech.
    Speech(SpeechId),
    /// A point of a speech, from 1.
    Point(SpeechId, usize),
    /// A sentence of a speech.
    Sentence(SpeechId, TextRange),
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
    /// The subject that it belongs to first.
    pub subject: Option<SubjectId>,
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
    /// The scopes in which all words may have to meet; none without words.
    pub scopes: Vec<ScopeView>,
    /// Whether the whole text is shown with its hits; nothing without words.
    pub whole: Option<bool>,
}

/// A scope in which all words must meet.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeView {
    /// Which.
    pub scope: Scope,
    /// 文, 発言, 問答, 議題, 会議
    pub text: String,
    /// How many such places hold all words.
    pub count: String,
    /// Whether it is the one that is asked for.
    pub selected: bool,
}

/// A way out where nothing is found.
#[derive(Clone, Debug, PartialEq)]
pub struct Rescue {
    /// 話者の絞り込みを外す：3件
    pub text: String,
    /// What takes it.
    pub action: Action,
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
    /// Hits in these speeches.
    pub n_hits: usize,
    /// Whether it is filtered to.
    pub selected: bool,
    /// The first speech, or none.
    pub first: Option<SpeechId>,
    /// The subjects that were opened under it.
    pub subjects: Vec<SubjectRow>,
}

/// A subject in the table of contents.
#[derive(Clone, Debug, PartialEq)]
pub struct SubjectRow {
    /// Which.
    pub subject: SubjectId,
    /// Its name as printed.
    pub name: String,
    /// Speeches that all other filters let through.
    pub count: usize,
    /// Hits in these speeches.
    pub n_hits: usize,
    /// Whether it is filtered to.
    pub selected: bool,
    /// The first speech that belongs to it.
    pub first: Option<SpeechId>,
}

/// A row of a facet.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetRow {
    /// What a press lets through, or no longer.
    pub choice: Choice,
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
    /// Hits in these speeches.
    pub n_hits: usize,
    /// The share of all characters spoken, in hundredths, where that means something.
    pub share: Option<u8>,
    /// Whether it is filtered to.
    pub selected: bool,
    /// The label that can be made to stand out, and whether it does.
    pub highlight: Option<(LabelId, bool)>,
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
    /// 11名, 欠席2名
    pub count: String,
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
    /// The labels as printed under which the person speaks; empty where they say no more than the name.
    pub labels: String,
    /// What shows these speeches alone, where they can be asked for.
    pub filter: Option<Action>,
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
