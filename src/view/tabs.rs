//! The tabs of a narrow screen.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::state::{Action, Panel};
use crate::app::words::{Lang, Msg};

/// The tabs at the lower edge.
pub fn tabs(dispatch: &Dispatch, lang: Lang, panel: Option<Panel>) -> Html {
    let tab = |(words, opens): (Msg, Option<Panel>)| {
        let is_on = panel == opens;
        html! {
            <button type="button" aria-pressed={is_on.to_string()} onclick={dispatch.on(Action::Open(opens))}>
                { lang.t(words) }
            </button>
        }
    };
    let tabs = [
        (Msg::TabText, None),
        (Msg::TabContents, Some(Panel::Contents)),
        (Msg::TabSpeakers, Some(Panel::Speakers)),
        (Msg::TabInsight, Some(Panel::Insight)),
        (Msg::TabAbout, Some(Panel::About)),
    ];
    html! { <nav class="tabs" aria-label={lang.t(Msg::Tabs)}>{ for tabs.into_iter().map(tab) }</nav> }
}

/// The word by which the style sheet knows a panel.
pub fn key(panel: Option<Panel>) -> &'static str {
    match panel {
        None => "text",
        Some(Panel::Contents) => "contents",
        Some(Panel::Speakers) => "speakers",
        Some(Panel::Insight) => "insight",
        Some(Panel::About) => "about",
    }
}
