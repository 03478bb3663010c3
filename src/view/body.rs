//! The text: topics, speeches, narratives, plain lines.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{VList, VTag};

use super::around::Around;
use super::dispatch::Dispatch;
use super::kept::{Slot, keep};
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
    /// What surrounds the viewer.
    pub around: Rc<Around>,
}

impl PartialEq for BodyProps {
    /// A screen is computed once and never changes: the same one is the same pointer.
    fn eq(&self, other: &BodyProps) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen) && self.dispatch == other.dispatch
    }
}

/// The text in printed order. A component of its own, so that scrolling does not draw it again.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let BodyProps { dispatch, screen, around } = props;
    let lang = screen.lang();
    let kept = use_mut_ref(Vec::new);
    let slots = &mut *kept.borrow_mut();
    *slots = keep(std::mem::take(slots), &screen.body, &screen.places);
    let block = |slot: &Slot| draw(dispatch, lang, slot, around);
    let is_nothing = screen.body.is_empty() && !screen.search.status.is_empty();
    html! {
        <>
            if !screen.part.is_empty() {
                <p class="part">{ screen.part.clone() }</p>
            }
            if is_nothing {
                <p class="empty">{ screen.search.status.clone() }</p>
            }
            { rescues(dispatch, lang, &screen.rescues) }
            if is_nothing {
                <button type="button" class="button" onclick={dispatch.on(Action::ClearAll)}>
                    { lang.t(Msg::ClearConditions) }
                </button>
            }
            <div>{ sections(slots, block) }</div>
        </>
    }
}

/// A block, hidden where it is only kept. It is known by its place, and a gap by a place of its own.
fn draw(dispatch: &Dispatch, lang: Lang, slot: &Slot, around: &Rc<Around>) -> Html {
    let (key, hidden) = (slot.place, !slot.shown);
    match &slot.view {
        BlockView::Topic(view) => topic(dispatch, lang, view, hidden),
        BlockView::Speech(speech) => html! {
            <div {key} {hidden} class={speech.hangs.then_some("hang")}>
                <SpeechCard dispatch={dispatch.clone()} {lang} speech={Rc::clone(speech)}
                    around={Rc::clone(around)} />
            </div>
        },
        BlockView::Narrative { runs: words, .. } => html! {
            <p {key} {hidden} class="narrative" lang={minutes_lang(lang)}>{ runs(lang, words) }</p>
        },
        BlockView::Gap { first, last, n } => html! {
            <p key={format!("gap{key}")} class="gap">
                <button type="button" onclick={dispatch.on(Action::Reveal(*first, *last))}>
                    { lang.count(Msg::ShowNLeftOut, *n) }
                </button>
            </p>
        },
        BlockView::Plain { lines, .. } => html! {
            <div {key} {hidden} class="plain" lang={minutes_lang(lang)}>
                { for lines.iter().map(|line| html! { <p>{ runs(lang, line) }</p> }) }
            </div>
        },
    }
}

/// The headings, each with what stands under it. What is folded away stays on the page, where the
/// browser's own finding reaches it.
fn sections(slots: &[Slot], draw: impl Fn(&Slot) -> Html) -> Html {
    let mut list = VList::new();
    for section in slots.chunk_by(|_, next| !matches!(next.view, BlockView::Topic(_))) {
        let Some((Slot { view: BlockView::Topic(view), .. }, under)) = section.split_first() else {
            list.extend(section.iter().map(&draw));
            continue;
        };
        list.extend(section.first().map(&draw));
        // The macro knows `hidden` as a mere switch.
        let mut box_under = VTag::new("div");
        box_under.key = Some(under_id(view).into());
        box_under.add_attribute("id", under_id(view));
        if view.folded {
            box_under.add_attribute("hidden", "until-found");
        }
        box_under.add_children(under.iter().map(&draw));
        list.push(box_under.into());
    }
    list.into()
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
