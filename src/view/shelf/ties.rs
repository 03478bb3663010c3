//! What meetings of a shelf have in common, with the words that tie them.

use std::rc::Rc;

use yew::prelude::*;

use super::{ShelfDispatch, to_meeting};
use crate::app::screen::{MeetingTies, ShelfScreen, ThreadView, TieView};
use crate::app::shelf::{LISTED, ShelfAction};
use crate::app::words::{Lang, ShelfMsg, minutes_lang};

/// How many meetings stand beside a matter before the reader asks for the others: some matters are on every agenda.
const FIRST: usize = 12;

/// The matters that several meetings take up.
pub fn threads(dispatch: &ShelfDispatch, screen: &ShelfScreen) -> Html {
    let lang = screen.lang;
    if screen.threads.is_empty() {
        return html! {};
    }
    html! {
        <section class="threads" aria-labelledby="threads-heading">
            <h2 id="threads-heading">{ lang.t(ShelfMsg::Threads) }</h2>
            <p class="quiet">{ lang.t(ShelfMsg::ThreadsHow) }</p>
            <ul>{ for screen.threads.iter().map(|of| thread(dispatch, lang, of)) }</ul>
            if screen.n_more_threads > 0 {
                <button type="button" class="button" onclick={dispatch.on(ShelfAction::MoreThreads)}>
                    { lang.count(ShelfMsg::MoreThreads, screen.n_more_threads.min(LISTED)) }
                </button>
            }
        </section>
    }
}

fn thread(dispatch: &ShelfDispatch, lang: Lang, thread: &Rc<ThreadView>) -> Html {
    let n_earlier = thread.ties.len().saturating_sub(FIRST);
    let (earlier, last) = thread.ties.split_at_checked(n_earlier).unwrap_or_default();
    let draw = {
        let (dispatch, thread) = (dispatch.clone(), Rc::clone(thread));
        Callback::from(move |()| {
            html! { <ul>{ for thread.ties.iter().take(n_earlier).map(|of| tie(&dispatch, lang, of)) }</ul> }
        })
    };
    html! {
        <li class="thread">
            <p>
                <small>{ thread.kind.clone() }</small>{ " " }
                <b lang={minutes_lang(lang)}>{ thread.name.clone() }</b>
                if !thread.council.is_empty() {
                    <span class="thread-of" lang={minutes_lang(lang)}>{ thread.council.clone() }</span>
                }
            </p>
            if !earlier.is_empty() {
                <Later summary={lang.count(ShelfMsg::EarlierTies, n_earlier)} {draw} />
            }
            <ul>{ for last.iter().map(|of| tie(dispatch, lang, of)) }</ul>
        </li>
    }
}

/// What is drawn once somebody wants to see it.
#[derive(Clone, PartialEq, Properties)]
struct LaterProps {
    summary: String,
    draw: Callback<(), Html>,
    #[prop_or_default]
    class: Classes,
}

/// Something that is folded away. Undrawn it costs nothing; once drawn it stays.
#[component]
fn Later(props: &LaterProps) -> Html {
    let is_drawn = use_state_eq(|| false);
    let onclick = {
        let is_drawn = is_drawn.clone();
        Callback::from(move |_: MouseEvent| is_drawn.set(true))
    };
    html! {
        <details class={props.class.clone()}>
            <summary {onclick}>{ props.summary.clone() }</summary>
            if *is_drawn {
                { props.draw.emit(()) }
            }
        </details>
    }
}

fn tie(dispatch: &ShelfDispatch, lang: Lang, tie: &TieView) -> Html {
    let name = html! { tie.name.clone() };
    html! {
        <li>
            if !tie.words.is_empty() {
                <q lang={minutes_lang(lang)}>{ tie.words.clone() }</q>{ " " }
            }
            { to_meeting(dispatch, tie.entry, &tie.key, &tie.inside, "", name) }
        </li>
    }
}

/// What ties a meeting to others; nothing where nothing does.
pub fn of_meeting(dispatch: &ShelfDispatch, lang: Lang, ties: &Rc<MeetingTies>) -> Html {
    if ties.n == 0 {
        return html! {};
    }
    let draw = {
        let (dispatch, ties) = (dispatch.clone(), Rc::clone(ties));
        Callback::from(move |()| lists(&dispatch, lang, &ties))
    };
    html! {
        <Later class="over-ties threads" summary={lang.count(ShelfMsg::Ties, ties.n)} {draw} />
    }
}

fn lists(dispatch: &ShelfDispatch, lang: Lang, ties: &MeetingTies) -> Html {
    let list = |heading: ShelfMsg, rows: &[TieView]| {
        html! {
            if !rows.is_empty() {
                <h2>{ lang.t(heading) }</h2>
                <ul>{ for rows.iter().map(|of| tie(dispatch, lang, of)) }</ul>
            }
        }
    };
    html! {
        <>
            { list(ShelfMsg::PointsTo, &ties.points_to) }
            { list(ShelfMsg::PointedFrom, &ties.pointed_from) }
            if !ties.threads.is_empty() {
                <h2>{ lang.t(ShelfMsg::Threads) }</h2>
                <ul>{ for ties.threads.iter().map(|of| thread(dispatch, lang, of)) }</ul>
            }
        </>
    }
}
