//! A link to a speech.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::permalink::speech_anchor;
use crate::app::state::Action;
use crate::model::SpeechId;

/// A link to a speech, with a name of its own where the words alone do not tell.
pub fn jump(
    dispatch: &Dispatch,
    speech: SpeechId,
    class: &'static str,
    label: Option<String>,
    words: Html,
) -> Html {
    link(dispatch, speech_anchor(speech), Action::GoTo(speech), class, label, words)
}

/// A link to any place of the text, by its anchor. A plain click does the action here; with a modifier it stays
/// the browser's.
pub fn link(
    dispatch: &Dispatch,
    anchor: String,
    action: Action,
    class: &'static str,
    label: Option<String>,
    words: Html,
) -> Html {
    html! {
        <a href={dispatch.href(&anchor)} class={classes!(class)} aria-label={label} onclick={on_click_go(dispatch, action)}>
            { words }
        </a>
    }
}

/// Points at the speech, unless the click asks for another window.
pub fn on_click(dispatch: &Dispatch, speech: SpeechId) -> Callback<MouseEvent> {
    on_click_go(dispatch, Action::GoTo(speech))
}

/// Does what a link asks for, unless the click asks for another window.
pub fn on_click_go<A: Clone + 'static>(dispatch: &Dispatch<A>, action: A) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            dispatch.send(action.clone());
        }
    })
}
