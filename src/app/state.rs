//! What the reader has chosen, and the only way to change it.
//!
//! May live here: choices and the table of actions. May not: what can be computed from a choice
//! (`screen`), what an action does in detail (`steps`).

use std::rc::Rc;

use super::document::Document;
use super::settings::Settings;
use super::steps::{self, Step};
use crate::filter::{Chosen, Filter};
use crate::model::{LabelId, Role, SpeechId, TopicId};
use crate::search::Query;

/// The most characters that are searched for. A link must be able to carry them, and no word or
/// sentence that somebody looks for is longer.
pub const MAX_QUERY_CHARS: usize = 200;

/// Everything the reader has chosen. What can be computed from it is in `screen`, not here.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// The words in the search box, as typed.
    pub query: String,
    /// The hit that is looked at, counted from 0 over the hits shown.
    pub hit: usize,
    /// Only speeches with one of these labels; empty lets all through. The same for the next two.
    pub labels: Chosen<LabelId>,
    /// Only these roles.
    pub roles: Chosen<Role>,
    /// Only these topics.
    pub topics: Chosen<TopicId>,
    /// The speech that is pointed at, by link or by hand.
    pub at: Option<SpeechId>,
    /// The speeches shown line by line as in the source.
    pub original: Chosen<SpeechId>,
    /// The panel that covers the text on a narrow screen.
    pub panel: Option<Panel>,
    /// How the reader likes the page.
    pub settings: Settings,
}

/// A panel beside the text on a desk, over it on a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// 目次
    Contents,
    /// 話者
    Speakers,
    /// 会議の情報
    About,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The search box holds other words. Sent only once an input method has settled them.
    Search(String),
    /// Look at the next hit, round the end.
    NextHit,
    /// Look at the previous hit, round the start.
    PreviousHit,
    /// Let a label through, or no longer.
    ToggleLabel(LabelId),
    /// Let a role through, or no longer.
    ToggleRole(Role),
    /// Let a topic through, or no longer.
    ToggleTopic(TopicId),
    /// Take off every filter and empty the search box.
    ClearAll,
    /// Take off every filter, keep the words.
    ClearFilters,
    /// Point at a speech; filters that hide it are taken off.
    GoTo(SpeechId),
    /// Show a speech as in the source, or no longer.
    ToggleOriginal(SpeechId),
    /// Open a panel on a narrow screen; `None` goes back to the text.
    Open(Option<Panel>),
    /// The page should be like this.
    Set(Settings),
    /// The address bar changed: Back, Forward, a link, a hand.
    Visit(String),
}

impl State {
    /// The next state. Where an action changes nothing, the same state comes back.
    pub fn reduce(self: Rc<Self>, action: Action, document: &Document) -> Rc<State> {
        let next = match action {
            Action::Search(words) => steps::search(&self, &words),
            Action::NextHit => steps::step_hit(&self, document, Step::Forward),
            Action::PreviousHit => steps::step_hit(&self, document, Step::Back),
            Action::ToggleLabel(label) => steps::toggle_label(&self, document, label),
            Action::ToggleRole(role) => steps::toggle_role(&self, document, role),
            Action::ToggleTopic(topic) => steps::toggle_topic(&self, document, topic),
            Action::ClearAll => steps::clear_all(&self),
            Action::ClearFilters => steps::clear_filters(&self, document),
            Action::GoTo(speech) => steps::go_to(&self, document, speech),
            Action::ToggleOriginal(speech) => steps::toggle_original(&self, document, speech),
            Action::Open(panel) => State { panel, ..(*self).clone() },
            Action::Set(settings) => State { settings, ..(*self).clone() },
            Action::Visit(fragment) => steps::visit(&self, document, &fragment),
        };
        if next == *self { self } else { Rc::new(next) }
    }

    /// What this state lets through.
    pub fn filter(&self) -> Filter {
        Filter {
            query: Query::parse(&self.query),
            labels: self.labels.clone(),
            roles: self.roles.clone(),
            topics: self.topics.clone(),
        }
    }
}
