//! The text: topics, speeches, narratives, plain lines.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::dispatch::Dispatch;
use super::runs::runs;
use super::speech::SpeechCard;
use super::topic::{topic, under_id};
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
    let block = |(at, block): (usize, &BlockView)| match block {
        BlockView::Topic(view) => topic(dispatch, lang, view),
        BlockView::Speech(speech) => html! {
            <SpeechCard key={speech.anchor.clone()} dispatch={dispatch.clone()} {lang} speech={speech.clone()}
                title={title.clone()} base={base.clone()} />
        },
        BlockView::Narrative { runs: words, .. } => html! {
            <p key={format!("n{at}")} class="narrative" lang={minutes_lang(lang)}>
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
        BlockView::Plain { line, lines, .. } => html! {
            <div key={format!("p{line}")} class="plain" lang={minutes_lang(lang)}>
                { for lines.iter().map(|line| html! { <p>{ runs(lang, line) }</p> }) }
            </div>
        },
    };
    let mut at = 0;
    let sections = screen.body.chunk_by(|_, next| !matches!(next, BlockView::Topic(_))).map(|blocks| {
        let numbered = (at..).zip(blocks);
        at += blocks.len();
        section(blocks, numbered.map(block))
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
            { for sections }
            if screen.body.is_empty() && !screen.search.status.is_empty() {
                <button type="button" class="button" onclick={dispatch.on(Action::ClearAll)}>
                    { lang.t(Msg::ClearConditions) }
                </button>
            }
        </>
    }
}

/// A heading with what stands under it. What is folded away stays on the page, where the browser's
/// own finding reaches it.
fn section(blocks: &[BlockView], mut drawn: impl Iterator<Item = Html>) -> Html {
    let Some(BlockView::Topic(view)) = blocks.first() else { return drawn.collect() };
    let heading = drawn.next();
    // The macro knows `hidden` as a mere switch.
    let mut under = VTag::new("div");
    under.key = Some(under_id(view).into());
    under.add_attribute("id", under_id(view));
    if view.folded {
        under.add_attribute("hidden", "until-found");
    }
    under.add_children(drawn);
    html! { <>{ for heading }{ under }</> }
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
