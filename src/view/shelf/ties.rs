//! What meetings of a shelf have in common, with the words that tie them.

use yew::prelude::*;

use super::{ShelfDispatch, to_meeting};
use crate::app::screen::{MeetingTies, ThreadView, TieView};
use crate::app::words::{Lang, ShelfMsg, minutes_lang};

/// How many threads stand there before the reader asks for more.
const FIRST: usize = 10;

/// The matters that several meetings take up.
pub fn threads(dispatch: &ShelfDispatch, lang: Lang, threads: &[ThreadView]) -> Html {
    if threads.is_empty() {
        return html! {};
    }
    let (first, more) = threads.split_at_checked(FIRST).unwrap_or((threads, &[]));
    html! {
        <section class="threads" aria-labelledby="threads-heading">
            <h2 id="threads-heading">{ lang.t(ShelfMsg::Threads) }</h2>
            <p class="quiet">{ lang.t(ShelfMsg::ThreadsHow) }</p>
            <ul>{ for first.iter().map(|of| thread(dispatch, lang, of)) }</ul>
            if !more.is_empty() {
                <details>
                    <summary>{ lang.count(ShelfMsg::MoreThreads, more.len()) }</summary>
                    <ul>{ for more.iter().map(|of| thread(dispatch, lang, of)) }</ul>
                </details>
            }
        </section>
    }
}

fn thread(dispatch: &ShelfDispatch, lang: Lang, thread: &ThreadView) -> Html {
    html! {
        <li class="thread">
            <p>
                <small>{ thread.kind.clone() }</small>{ " " }
                <b lang={minutes_lang(lang)}>{ thread.name.clone() }</b>
                if !thread.council.is_empty() {
                    <span class="thread-of" lang={minutes_lang(lang)}>{ thread.council.clone() }</span>
                }
            </p>
            <ul>{ for thread.ties.iter().map(|of| tie(dispatch, lang, of)) }</ul>
        </li>
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
pub fn of_meeting(dispatch: &ShelfDispatch, lang: Lang, ties: &MeetingTies) -> Html {
    if ties.n == 0 {
        return html! {};
    }
    let list = |heading: ShelfMsg, rows: &[TieView]| {
        html! {
            if !rows.is_empty() {
                <h2>{ lang.t(heading) }</h2>
                <ul>{ for rows.iter().map(|of| tie(dispatch, lang, of)) }</ul>
            }
        }
    };
    html! {
        <details class="over-ties threads">
            <summary>{ lang.count(ShelfMsg::Ties, ties.n) }</summary>
            { list(ShelfMsg::PointsTo, &ties.points_to) }
            { list(ShelfMsg::PointedFrom, &ties.pointed_from) }
            if !ties.threads.is_empty() {
                <h2>{ lang.t(ShelfMsg::Threads) }</h2>
                <ul>{ for ties.threads.iter().map(|of| thread(dispatch, lang, of)) }</ul>
            }
        </details>
    }
}
