//! What the reader has chosen, and the only way to change it.
//!
//! May live here: choices and the table of actions. May not: what can be computed from a choice
//! (`screen`), what an action does in detail (`steps`).

use std::rc::Rc;

use super::aloud::{self, Aloud, AloudStep};
use super::document::Document;
use super::embed::Embedding;
use super::embed::form::{self, EmbedForm, EmbedStep};
use super::settings::Settings;
use super::share::{self, Followed, Marked, Share, ShareStep};
use super::steps::{self, Step};
pub use crate::filter::{Choice, Facet};
use crate::filter::{Chosen, Filter};
use crate::model::{LabelId, SpeechId, TopicId};
use crate::search::{Query, Scope};
use crate::source::TextRange;

/// The most characters that are searched for. A link must be able to carry them, and no word or
/// sentence that somebody looks for is longer.
pub const MAX_QUERY_CHARS: usize = 200;

/// Everything the reader has chosen. What can be computed from it is in `screen`, not here.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What stays between visits where the browser keeps it.
    pub settings: Settings,
    /// The words in the search box, as typed.
    pub query: String,
    /// The part of the text in which all words must meet.
    pub scope: Scope,
    /// Whether what does not hold the words is shown all the same.
    pub whole: bool,
    /// The hit that is looked at, counted from 0 over the hits shown.
    pub hit: usize,
    /// The filters. Of a facet of which nothing is chosen, everything is let through.
    pub chosen: Chosen<Choice>,
    /// The labels whose speeches stand out while all others stay.
    pub highlighted: Chosen<LabelId>,
    /// Whether the chair's conduct of the meeting steps back.
    pub dimmed: bool,
    /// The speech that is pointed at, by link or by hand.
    pub at: Option<SpeechId>,
    /// The point of that speech, from 1, where one is meant: `s017-2`.
    pub point: Option<usize>,
    /// The sentence of that speech that is looked for, where one is: a promise, a figure.
    pub sentence: Option<TextRange>,
    /// The speeches that are shown though a filter hides them: what stands around a hit.
    pub revealed: Chosen<SpeechId>,
    /// The topics whose text is folded away.
    pub collapsed: Chosen<TopicId>,
    /// The speeches shown line by line as in the source.
    pub original: Chosen<SpeechId>,
    /// The panel that covers the text on a narrow screen.
    pub panel: Option<Panel>,
    /// Whether the keys are being explained.
    pub help: bool,
    /// How the file stands inside another page.
    pub embedding: Embedding,
    /// What is chosen in the dialog 埋め込み, while it is open.
    pub embed: Option<EmbedForm>,
    /// Whether the speeches are listed in a table.
    pub listed: bool,
    /// What is being handed on.
    pub share: Option<Share>,
    /// The passage that is marked on the page.
    pub selected: Option<(SpeechId, TextRange)>,
    /// What became of the link that led here.
    pub followed: Option<Followed>,
    /// What is being read aloud.
    pub aloud: Option<Aloud>,
    /// Whether reading aloud was asked for and no voice was there.
    pub voiceless: bool,
}

/// A panel beside the text on a desk, over it on a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// 目次
    Contents,
    /// 話者
    Speakers,
    /// 要点
    Insight,
    /// 会議の情報
    About,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The search box holds other words. Sent only once an input method has settled them.
    Search(String),
    /// All words must meet in another part of the text.
    Within(Scope),
    /// Show the whole text with its hits, or only what holds the words.
    ShowWhole(bool),
    /// Look at the next hit, round the end.
    NextHit,
    /// Look at the previous hit, round the start.
    PreviousHit,
    /// Let one value of a facet through, or no longer.
    Toggle(Choice),
    /// Let the speeches of a label stand out, or no longer.
    Highlight(LabelId),
    /// Let the chair's conduct of the meeting step back, or no longer.
    Dim(bool),
    /// Take off every filter and empty the search box.
    ClearAll,
    /// Take off every filter, keep the words.
    ClearFilters,
    /// Take off the filters of one facet.
    ClearFacet(Facet),
    /// Point at a speech; filters that hide it are taken off.
    GoTo(SpeechId),
    /// Point at a point of a speech.
    GoToPoint(SpeechId, usize),
    /// Point at a sentence of a speech.
    GoToSentence(SpeechId, TextRange),
    /// Point at a speech that belongs to one that is read: filters that hide it stay, it is shown beside.
    GoToBeside(SpeechId),
    /// Point at the speech shown after the one pointed at, or at the first.
    NextSpeech,
    /// Point at the speech shown before the one pointed at.
    PreviousSpeech,
    /// Show the speeches from the first to the last though filters hide them.
    Reveal(SpeechId, SpeechId),
    /// Show a speech as in the source, or no longer.
    ToggleOriginal(SpeechId),
    /// Show every repaired speech as in the source, or none.
    Originals(bool),
    /// Fold the text of a topic away, or no longer.
    Collapse(TopicId),
    /// Fold the text of every topic away, or of none.
    CollapseAll(bool),
    /// Open a panel on a narrow screen; `None` goes back to the text.
    Open(Option<Panel>),
    /// Explain the keys, or no longer.
    Help(bool),
    /// Embedding: the dialog, and what the page around asks for.
    Embed(EmbedStep),
    /// List the speeches in a table, or no longer.
    List(bool),
    /// Something is handed on, or a quote is checked.
    Share(ShareStep),
    /// Words are marked on the page, or no longer.
    Select(Option<Marked>),
    /// What became of a link has been read.
    Understood,
    /// Reading aloud goes on, waits, ends.
    Aloud(AloudStep),
    /// The address bar changed: Back, Forward, a link, a hand.
    Visit(String),
    /// Settings were changed.
    Set(Settings),
}

impl State {
    /// The next state. Where an action changes nothing, the same state comes back.
    pub fn reduce(self: Rc<Self>, action: Action, document: &Document) -> Rc<State> {
        let next = match action {
            Action::Search(words) => steps::search(&self, &words),
            Action::Within(scope) => steps::within(&self, document, scope),
            Action::ShowWhole(whole) => steps::show_whole(&self, document, whole),
            Action::NextHit => steps::step_hit(&self, document, Step::Forward),
            Action::PreviousHit => steps::step_hit(&self, document, Step::Back),
            Action::Toggle(choice) => steps::toggle(&self, document, choice),
            Action::Highlight(label) => steps::highlight(&self, document, label),
            Action::Dim(dimmed) => State { dimmed, ..(*self).clone() },
            Action::ClearAll => steps::clear_all(&self),
            Action::ClearFilters => steps::clear_filters(&self, document),
            Action::ClearFacet(facet) => steps::clear_facet(&self, document, facet),
            Action::GoTo(speech) => steps::go_to(&self, document, speech, None),
            Action::GoToPoint(speech, point) => steps::go_to(&self, document, speech, Some(point)),
            Action::GoToSentence(speech, sentence) => {
                steps::go_to_sentence(&self, document, speech, sentence)
            }
            Action::GoToBeside(speech) => steps::go_to_beside(&self, document, speech),
            Action::NextSpeech => steps::step_speech(&self, document, Step::Forward),
            Action::PreviousSpeech => steps::step_speech(&self, document, Step::Back),
            Action::Reveal(first, last) => steps::reveal(&self, document, first, last),
            Action::ToggleOriginal(speech) => steps::toggle_original(&self, document, speech),
            Action::Originals(shown) => steps::originals(&self, document, shown),
            Action::Collapse(topic) => steps::collapse(&self, document, topic),
            Action::CollapseAll(folded) => steps::collapse_all(&self, document, folded),
            Action::Open(panel) => State { panel, ..(*self).clone() },
            Action::Help(help) => State { help, ..(*self).clone() },
            Action::Embed(step) => form::step(&self, document, step),
            Action::List(listed) => State { listed, ..(*self).clone() },
            Action::Share(step) => share::step(&self, step),
            Action::Select(marked) => share::select(&self, document, marked.as_ref()),
            Action::Understood => State { followed: None, ..(*self).clone() },
            Action::Aloud(step) => aloud::step(&self, document, step),
            Action::Visit(fragment) => steps::visit(&self, document, &fragment),
            Action::Set(settings) => State { settings, ..(*self).clone() },
        };
        if next == *self { self } else { Rc::new(next) }
    }

    /// What this state lets through.
    pub fn filter(&self) -> Filter {
        Filter {
            query: Query::parse(&self.query),
            scope: self.scope,
            whole: self.whole,
            chosen: self.chosen.clone(),
            revealed: self.revealed.clone(),
        }
    }
}
