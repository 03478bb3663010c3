//! A link to a speech.

use yew::prelude::*;

use super::dispatch::{Dispatch, use_dispatch};
use crate::app::permalink::speech_anchor;
use crate::app::state::Action;
use crate::model::SpeechId;

/// Where a link leads and what it is called.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The speech.
    pub speech: SpeechId,
    /// The classes of the link.
    #[prop_or_default]
    pub class: Classes,
    /// The name, where the words alone do not tell.
    #[prop_or_default]
    pub label: Option<String>,
    /// The words.
    #[prop_or_default]
    pub children: Html,
}

/// A link to a speech. A plain click points at it here; with a modifier it stays the browser's.
#[component]
pub fn Jump(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let speech = props.speech;
    let onclick = Callback::from(move |event: MouseEvent| go(&event, &dispatch, speech));
    html! {
        <a href={href(speech)} class={props.class.clone()} aria-label={props.label.clone()} {onclick}>
            { props.children.clone() }
        </a>
    }
}

/// The address of a speech within the page.
pub fn href(speech: SpeechId) -> String {
    format!("#{}", speech_anchor(speech))
}

/// Points at the speech, unless the click asks for another window.
pub fn go(event: &MouseEvent, dispatch: &Dispatch, speech: SpeechId) {
    if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
        event.prevent_default();
        dispatch.send(Action::GoTo(speech));
    }
}
