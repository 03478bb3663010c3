//! The state as Yew keeps it, and the way for components to send an [`Action`].
//!
//! May live here: what scrolling and the address must know of an action. May not: what it does (`app`).

use std::rc::Rc;

use yew::prelude::*;

use crate::app::embed::Embedding;
use crate::app::settings::Settings;
use crate::app::state::{Action, State};
use crate::app::{SharedDocument, permalink};

/// What the last action was, as far as scrolling and the address care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The address itself said so: it is not written again.
    Address,
    /// Words or hits, which change often: the address is worded anew.
    Words,
    /// A choice to which Back should return.
    Choice,
    /// A step from speech to speech: the address is worded anew.
    Step,
    /// Something that the address does not tell.
    Beside,
}

/// The reader's state with the document that it is about.
#[derive(Clone)]
pub struct Store {
    /// The document.
    pub document: SharedDocument,
    /// What the reader has chosen.
    pub state: Rc<State>,
    /// Counts the actions that point somewhere, so that pointing twice scrolls twice.
    pub turn: u32,
    /// What the last action was.
    pub cause: Cause,
}

impl Store {
    /// The state to which a fragment leads, for a reader with these settings, inside such a page.
    pub fn open(
        document: SharedDocument,
        settings: Settings,
        embedding: Embedding,
        fragment: String,
    ) -> Store {
        let empty = Rc::new(State { settings, embedding, ..State::default() });
        let state = empty.reduce(Action::Visit(fragment), &document);
        Store { document, state, turn: 0, cause: Cause::Address }
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let (cause, points) = match action {
            Action::Visit(_) => (Cause::Address, true),
            Action::Search(_) | Action::NextHit | Action::PreviousHit => (Cause::Words, true),
            Action::GoTo(_) | Action::GoToPoint(..) | Action::GoToSentence(..) | Action::GoToBeside(_) => {
                (Cause::Choice, true)
            }
            // The first step leaves the place at which the page was opened: Back returns there.
            Action::NextSpeech | Action::PreviousSpeech if self.state.at.is_none() => (Cause::Choice, true),
            Action::NextSpeech | Action::PreviousSpeech => (Cause::Step, true),
            Action::Within(_)
            | Action::ShowWhole(_)
            | Action::Toggle(_)
            | Action::Highlight(_)
            | Action::Dim(_)
            | Action::ClearAll
            | Action::ClearFilters
            | Action::ClearFacet(_) => (Cause::Choice, false),
            Action::Reveal(..)
            | Action::ToggleOriginal(_)
            | Action::Originals(_)
            | Action::Collapse(_)
            | Action::CollapseAll(_)
            | Action::Open(_)
            | Action::Help(_)
            | Action::Embed(_)
            | Action::List(_)
            | Action::Share(_)
            | Action::Select(_)
            | Action::Understood
            | Action::Aloud(_)
            | Action::Set(_) => (Cause::Beside, false),
        };
        let state = Rc::clone(&self.state).reduce(action, &self.document);
        if !points && Rc::ptr_eq(&state, &self.state) {
            return self;
        }
        let turn = self.turn.wrapping_add(u32::from(points));
        Rc::new(Store { document: self.document.clone(), state, turn, cause })
    }
}

/// The way to send an action.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispatch<A = Action> {
    to: Callback<A>,
    /// The name under which a shelf holds the minutes; empty where they stand alone.
    meeting: AttrValue,
}

impl<A: Clone + 'static> Dispatch<A> {
    /// The way to whoever is called.
    pub fn new(to: Callback<A>) -> Dispatch<A> {
        Dispatch { to, meeting: AttrValue::default() }
    }

    /// The same, from minutes that a shelf holds under this name.
    pub fn from_meeting(self, name: &str) -> Dispatch<A> {
        Dispatch { meeting: name.to_owned().into(), ..self }
    }

    /// Sends an action.
    pub fn send(&self, action: A) {
        self.to.emit(action);
    }

    /// The address, within the page, of a place in the minutes.
    pub fn href(&self, anchor: &str) -> String {
        format!("#{}", permalink::in_meeting(&self.meeting, anchor))
    }

    /// A callback that sends this action whatever the event is.
    pub fn on<E: 'static>(&self, action: A) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |_| dispatch.send(action.clone()))
    }
}
