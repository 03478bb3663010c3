//! The four tabs of a narrow screen.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::state::{Action, Panel};

/// The four tabs at the lower edge.
pub fn tabs(dispatch: &Dispatch, panel: Option<Panel>) -> Html {
    let tab = |(words, opens): (&'static str, Option<Panel>)| {
        let is_on = panel == opens;
        html! {
            <button type="button" aria-pressed={is_on.to_string()} onclick={dispatch.on(Action::Open(opens))}>
                { words }
            </button>
        }
    };
    let tabs = [
        ("本文", None),
        ("目次", Some(Panel::Contents)),
        ("話者", Some(Panel::Speakers)),
        ("情報", Some(Panel::About)),
    ];
    html! { <nav class="tabs" aria-label="表示の切り替え">{ for tabs.into_iter().map(tab) }</nav> }
}

/// The word by which the style sheet knows a panel.
pub fn key(panel: Option<Panel>) -> &'static str {
    match panel {
        None => "text",
        Some(Panel::Contents) => "contents",
        Some(Panel::Speakers) => "speakers",
        Some(Panel::About) => "about",
    }
}
