//! Hooks that tie the viewer to the page around it.
//!
//! May live here: when something is told, heard, worn or opened. May not: how (`browser`), what messages
//! mean (`app::embed`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::{Dispatch, Store};
use crate::app::SharedDocument;
use crate::app::embed::form::EmbedStep;
use crate::app::embed::{
    CAPS, Colour, Embedding, Fields, MAX_MESSAGE_CHARS, Message, Patience, Scheme, VERSION,
};
use crate::app::permalink;
use crate::app::screen::{Focus, Screen};
use crate::app::state::Action;
use crate::browser::{self, Dialog, HeightWatch, Parent, Received, Said};
use crate::model::SpeechId;

/// The id of the dialog 埋め込み.
pub const EMBED_ID: &str = "kg-embed";

impl Fields for Received {
    fn number(&self, key: &str) -> Option<f64> {
        Received::number(self, key)
    }

    fn text(&self, key: &str) -> Option<String> {
        Received::text(self, key, MAX_MESSAGE_CHARS)
    }

    fn texts(&self, key: &str) -> Vec<String> {
        Received::texts(self, key, MAX_MESSAGE_CHARS)
    }
}

/// What there is to be said to the page around, and by what it has made itself known.
#[derive(Default)]
struct Line {
    parent: Option<Parent>,
    /// It has said hello in our words.
    greeted: Cell<bool>,
    /// It is led by open-iframe-resizer.
    resizer: Cell<bool>,
    patience: Cell<Patience>,
    /// Whether it was said that the viewer stands.
    is_up: Cell<bool>,
    /// The dialog 埋め込み, while it is open.
    dialog: RefCell<Option<Dialog>>,
    /// How the page looks now.
    looks: Cell<Embedding>,
    /// The last action that pointed somewhere.
    turn: Cell<u32>,
    height: RefCell<Option<HeightWatch>>,
}

impl Line {
    fn tell(&self, kind: &str, field: (&str, Said), other: Option<(&str, Said)>) {
        if let Some(parent) = &self.parent {
            let head = [("kg", Said::Number(VERSION.into())), ("t", Said::Text(kind)), field];
            parent.tell(&head.into_iter().chain(other).collect::<Vec<_>>());
        }
    }

    fn tell_size(&self, width: u32, height: u32) {
        let (width, height) = (f64::from(width), f64::from(height));
        if self.greeted.get() {
            self.tell("size", ("h", Said::Number(height)), None);
        }
        if let Some(parent) = self.parent.as_ref().filter(|_| self.resizer.get()) {
            parent.tell(&[
                ("type", Said::Text("iframe-resized")),
                ("width", Said::Number(width)),
                ("height", Said::Number(height)),
            ]);
        }
    }

    /// Who asks again may have lost what was told.
    fn tell_size_again(&self) {
        if let Some(height) = &*self.height.borrow() {
            height.again();
        }
    }

    /// Begins to hear, and says so.
    fn open(self: &Rc<Line>, dispatch: &Dispatch, document: SharedDocument, title: &str) {
        let (line, dispatch) = (Rc::clone(self), dispatch.clone());
        if let Some(parent) = &self.parent {
            parent.listen(move |received| {
                let message = line.heard(&received);
                if let Some(action) = message.and_then(|message| message.action(&document)) {
                    dispatch.send(action);
                }
            });
        }
        self.tell("ready", ("caps", Said::Texts(&CAPS)), Some(("title", Said::Text(title))));
    }

    /// Wears the colours that are asked for; measures where somebody listens.
    fn look_like(self: &Rc<Line>, embedding: Embedding) {
        let before = self.looks.replace(embedding);
        if before.accent != embedding.accent {
            browser::wear(&embedding.accent.map(Colour::sheet).unwrap_or_default());
        }
        if before.scheme != embedding.scheme || before.accent != embedding.accent {
            browser::set_scheme(embedding.scheme.map(Scheme::key));
        }
        if before.fits != embedding.fits {
            browser::remember_presses();
            let tells = Rc::clone(self);
            self.height.replace(browser::watch_height(move |width, height| tells.tell_size(width, height)));
        }
    }

    /// Says what the reader has gone to, and how far below the upper edge it stands.
    fn tell_place(&self, focus: Option<&Focus>, at: Option<SpeechId>) {
        let anchor = match focus {
            Some(Focus::Point(speech, point)) => permalink::point_anchor(*speech, *point),
            Some(Focus::Speech(speech) | Focus::Sentence(speech, _)) => permalink::speech_anchor(*speech),
            Some(Focus::Hit(_)) => at.map(permalink::speech_anchor).unwrap_or_default(),
            None => return,
        };
        let selector = match focus {
            Some(Focus::Hit(_)) => "mark.now:not([hidden] *)".to_owned(),
            Some(Focus::Sentence(..)) => ".pointed:not([hidden] *)".to_owned(),
            _ => format!("[id=\"{anchor}\"]"),
        };
        if let Some(top) = browser::top_of(&selector) {
            self.tell("nav", ("id", Said::Text(&anchor)), Some(("y", Said::Number(top.max(0.0)))));
        }
    }

    fn heard(&self, received: &Received) -> Option<Message> {
        let mut patience = self.patience.get();
        let hears = patience.hears(received.at);
        self.patience.set(patience);
        let message = Message::parse(received).filter(|_| hears)?;
        match message {
            Message::Hello { .. } => self.greeted.set(true),
            Message::ResizerInit => self.resizer.set(true),
            _ => {}
        }
        if matches!(message, Message::Hello { .. } | Message::ResizerAsks) {
            self.tell_size_again();
        }
        Some(message)
    }
}

/// Talks with the page around, where there is one: says that the viewer stands, does what it is asked
/// for, and tells how high the text is and what the reader has gone to. Wears the colours that are asked
/// for, and opens the dialog. One effect for all of them, since each adds some kilobytes to every file.
#[hook]
pub fn use_parent(store: &Store, dispatch: &Dispatch, screen: &Rc<Screen>) {
    let line = use_memo((), |_| Line { parent: Parent::find(), ..Line::default() });
    let (dispatch, document) = (dispatch.clone(), store.document.clone());
    let (shown, at) = (Rc::clone(screen), store.state.at);
    let news = (screen.embedding, screen.embed.is_some(), store.turn, screen.focus.clone());
    use_effect_with(news, move |(embedding, is_open, turn, focus)| {
        if !line.is_up.replace(true) {
            line.open(&dispatch, document, &shown.title);
        }
        line.look_like(*embedding);
        if *is_open != line.dialog.borrow().is_some() {
            let closed = move || dispatch.send(Action::Embed(EmbedStep::Close));
            // What was open is closed before anything else opens.
            drop(line.dialog.take());
            line.dialog.replace(if *is_open { browser::open_dialog(EMBED_ID, closed) } else { None });
        }
        // Where the file opens is not news, and a filter that changes the first hit points at nothing.
        if line.turn.replace(*turn) != *turn && line.greeted.get() {
            line.tell_place(focus.as_ref(), at);
        }
    });
}
