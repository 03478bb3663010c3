//! Words that are marked on the page, and what became of an old link.

use std::rc::Rc;

use yew::prelude::*;

use super::copied::{copier, use_copied};
use super::dispatch::Dispatch;
use crate::app::screen::{Screen, SelectedView};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg};
use crate::browser;

/// The bar at the lower edge.
#[derive(Clone, PartialEq, Properties)]
pub struct SelectedProps {
    /// The way to send an action.
    pub dispatch: Dispatch,
    /// The language of the page.
    pub lang: Lang,
    /// What is marked.
    pub selected: Option<SelectedView>,
}

/// What can be done with the words that are marked: quote them, hand them on.
#[component]
pub fn SelectedBar(props: &SelectedProps) -> Html {
    let copied = use_copied();
    let SelectedProps { dispatch, lang, selected } = props;
    let Some(selected) = selected else { return html! {} };
    let citation = selected.citation.clone();
    html! {
        <section class="reader" aria-label={lang.t(Msg::Share)}>
            <span class="reader-place">{ selected.text.clone() }</span>
            { copier(*lang, &copied, Msg::Quote, html! {}, move || browser::copy_text(&citation.plain())) }
            <button type="button" aria-haspopup="dialog" onclick={dispatch.on(selected.share.clone())}>
                { lang.t(Msg::Share) }
            </button>
            <button type="button" onclick={dispatch.on(Action::Select(None))}>{ lang.t(Msg::Close) }</button>
        </section>
    }
}

/// What became of the link that led here. The line that is announced always stands on the page.
pub fn followed(dispatch: &Dispatch, screen: &Rc<Screen>) -> Html {
    let lang = screen.lang();
    let class = screen.followed.as_ref().map(|followed| match followed.gone {
        true => "reader followed gone",
        false => "reader followed",
    });
    let text = screen.followed.as_ref().map(|followed| followed.text.clone()).unwrap_or_default();
    html! {
        <div {class}>
            <p role="status">{ text }</p>
            if screen.followed.is_some() {
                <button type="button" onclick={dispatch.on(Action::Understood)}>
                    { lang.t(Msg::Understood) }
                </button>
            }
        </div>
    }
}
