//! What surrounds the viewer: the document that it is about, and what only the browser knows.

use yew::prelude::*;

use crate::app::SharedDocument;
use crate::app::embed::plain_address;
use crate::app::permalink::hand_on;
use crate::app::state::State;
use crate::browser;
use crate::model::SpeechId;
use crate::quote::Citation;

/// What surrounds the viewer. It never changes.
#[derive(Clone, PartialEq)]
pub struct Around {
    /// The document.
    pub document: SharedDocument,
    /// The address without fragment, where others can open it.
    pub base: Option<AttrValue>,
    /// Whether another page shows this one.
    pub framed: bool,
    /// Whether the browser hands things to other programs.
    pub can_share: bool,
}

impl Around {
    /// As it is now.
    pub fn find(document: SharedDocument) -> Around {
        Around {
            document,
            base: browser::link_base().map(|base| AttrValue::from(plain_address(&base))),
            framed: browser::is_framed(),
            can_share: browser::can_share(),
        }
    }

    /// A speech as a quote.
    pub fn cite(&self, speech: SpeechId) -> Citation {
        let at = State { at: Some(speech), ..State::default() };
        let url = self.base.as_ref().map(|base| format!("{base}#{}", hand_on(&self.document, &at, None)));
        Citation { url: url.unwrap_or_default(), ..Citation::of(&self.document.minutes, speech, None) }
    }
}
