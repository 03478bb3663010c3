//! The text: topics, speeches, narratives, plain lines.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::runs::runs;
use super::speech::SpeechCard;
use super::topic::topic;
use crate::app::screen::{BlockView, Rescue, Screen};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg, minutes_lang};

/// The text.
#[derive(Clone, Properties)]
pub struct BodyProps {
    /// The way to send an action.
    pub dispatch: Dispatch,
    /// The screen with the text.
    pub screen: Rc<Screen>,
    /// The address without fragment, where a link to it can be sent.
    #[prop_or_default]
    pub base: Option<AttrValue>,
}

impl PartialEq for BodyProps {
    /// A screen is computed once and never changes: the same one is the same pointer.
    fn eq(&self, other: &BodyProps) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen) && self.dispatch == other.dispatch && self.base == other.base
    }
}

/// The text in printed order. A component of its own, so that scrolling does not draw it again.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let BodyProps { dispatch, screen, base } = props;
    let lang = screen.lang();
    let title = AttrValue::from(screen.title.clone());
    let blocks = screen.body.iter().enumerate().map(|(at, block)| match block {
        BlockView::Topic(view) => topic(lang, view),
        BlockView::Speech(speech) => html! {
            <SpeechCard key={speech.anchor.clone()} dispatch={dispatch.clone()} {lang} speech={speech.clone()}
                title={title.clone()} base={base.clone()} />
        },
        BlockView::Narrative { runs: words, folded } => html! {
            <p key={format!("n{at}")} class="narrative" hidden={*folded} lang={minutes_lang(lang)}>
                { runs(lang, words) }
            </p>
        },
        BlockView::Gap { first, last, n } => html! {
            <p key={format!("g{}", first.0)} class="gap">
                <button type="button" onclick={dispatch.on(Action::Reveal(*first, *last))}>
                    { lang.count(Msg::ShowNLeftOut, *n) }
                </button>
            </p>
        },
        BlockView::Plain { line, lines, folded } => html! {
            <div key={format!("p{line}")} class="plain" hidden={*folded} lang={minutes_lang(lang)}>
                { for lines.iter().map(|line| html! { <p>{ runs(lang, line) }</p> }) }
            </div>
        },
    });
    html! {
        <>
            if !screen.part.is_empty() {
                <p class="part">{ screen.part.clone() }</p>
            }
            if screen.body.is_empty() && !screen.search.status.is_empty() {
                <p class="empty">{ screen.search.status.clone() }</p>
            }
            { rescues(dispatch, lang, &screen.rescues) }
            { for blocks }
            if screen.body.is_empty() && !screen.search.status.is_empty() {
                <button type="button" class="button" onclick={dispatch.on(Action::ClearAll)}>
                    { lang.t(Msg::ClearConditions) }
                </button>
            }
        </>
    }
}

/// Ways out where nothing was found.
fn rescues(dispatch: &Dispatch, lang: Lang, rows: &[Rescue]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let row = |row: &Rescue| {
        html! {
            <li key={row.text.clone()}>
                <button type="button" class="button" onclick={dispatch.on(row.action.clone())}>
                    { row.text.clone() }
                </button>
            </li>
        }
    };
    html! {
        <div class="rescues">
            <p>{ lang.t(Msg::WaysOut) }</p>
            <ul>{ for rows.iter().map(row) }</ul>
        </div>
    }
}
