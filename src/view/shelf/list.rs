//! The meetings of a shelf, by council and fiscal year, with what was found in each.

use yew::prelude::*;

use super::hooks::row_id;
use super::{ShelfDispatch, to_meeting};
use crate::app::ledger::Excerpt;
use crate::app::screen::{CouncilView, HitView, MeetingRow, ShelfScreen, YearView};
use crate::app::shelf::{LISTED, ShelfAction};
use crate::app::words::{Lang, Msg, ShelfMsg, minutes_lang};

/// The meetings that are let through.
pub fn list(dispatch: &ShelfDispatch, screen: &ShelfScreen) -> Html {
    let lang = screen.lang;
    let is_empty = screen.groups.is_empty() && screen.progress.is_none();
    html! {
        <div class="shelf-list">
            if is_empty {
                <div class="empty">
                    <p>{ screen.status.clone() }</p>
                    <button type="button" class="button" onclick={dispatch.on(ShelfAction::ClearAll)}>
                        { lang.t(Msg::ClearConditions) }
                    </button>
                </div>
            }
            { for screen.groups.iter().map(|group| council(dispatch, lang, group)) }
            if screen.n_more > 0 {
                <button type="button" class="button" onclick={dispatch.on(ShelfAction::More)}>
                    { lang.count(ShelfMsg::More, screen.n_more.min(LISTED)) }
                </button>
            }
        </div>
    }
}

fn council(dispatch: &ShelfDispatch, lang: Lang, group: &CouncilView) -> Html {
    let heading = match &group.name {
        Some(name) => html! { <h2 lang={minutes_lang(lang)}>{ name.clone() }</h2> },
        None => html! { <h2>{ lang.t(ShelfMsg::NoCouncil) }</h2> },
    };
    html! {
        <section class="council">
            { heading }
            { for group.years.iter().map(|group| year(dispatch, lang, group)) }
        </section>
    }
}

fn year(dispatch: &ShelfDispatch, lang: Lang, group: &YearView) -> Html {
    html! {
        <section class="shelf-year">
            <h3>{ group.name.clone() }</h3>
            <ul class="meetings">
                { for group.rows.iter().map(|row| html! {
                    <Meeting key={row.entry.0} row={row.clone()} {lang} dispatch={dispatch.clone()} />
                }) }
            </ul>
        </section>
    }
}

/// What a meeting in the list is given.
#[derive(Clone, PartialEq, Properties)]
pub struct MeetingProps {
    /// What is told of it.
    pub row: MeetingRow,
    /// The language of the page.
    pub lang: Lang,
    /// The way to send what happens.
    pub dispatch: ShelfDispatch,
}

/// A meeting in the list. There may be a hundred: while one is searched, the others are not drawn anew.
#[component]
pub fn Meeting(props: &MeetingProps) -> Html {
    let MeetingProps { row, lang, dispatch } = props;
    let printed = minutes_lang(*lang);
    let title = html! { <span lang={printed}>{ row.title.clone() }</span> };
    html! {
        <li id={row_id(&row.key)} class="meeting">
            { to_meeting(dispatch, row.entry, &row.key, &row.inside, "meeting-title", title) }
            <p class="meeting-about">
                <span>{ row.day.clone() }</span>
                <span>{ row.n_speeches.clone() }</span>
                if !row.place.is_empty() {
                    <span lang={printed}>{ row.place.clone() }</span>
                }
            </p>
            if !row.broken.is_empty() {
                <p class="meeting-broken">{ row.broken.clone() }</p>
            }
            if let Some(hits) = &row.hits {
                <p class="meeting-count"><b>{ hits.count.clone() }</b></p>
                <ul class="meeting-hits">
                    { for hits.lines.iter().map(|line| hit(props, line)) }
                </ul>
                if !hits.more.is_empty() {
                    { to_meeting(dispatch, row.entry, &row.key, &row.inside, "meeting-more",
                        html! { hits.more.clone() }) }
                }
            } else if !row.topics.is_empty() {
                <p class="meeting-topics" lang={printed}>{ row.topics.clone() }</p>
            }
        </li>
    }
}

fn hit(props: &MeetingProps, line: &HitView) -> Html {
    let MeetingProps { row, lang, dispatch } = props;
    let printed = minutes_lang(*lang);
    let part = |part: &Excerpt| {
        if part.marked {
            html! { <mark>{ part.text.clone() }</mark> }
        } else {
            html! { <>{ part.text.clone() }</> }
        }
    };
    let words = html! {
        <>
            if !line.number.is_empty() {
                <small>{ line.number.clone() }{ " " }<b lang={printed}>{ line.label.clone() }</b></small>
                { " " }
            }
            <span lang={printed}>{ for line.words.iter().map(part) }</span>
        </>
    };
    html! { <li>{ to_meeting(dispatch, row.entry, &row.key, &line.inside, "", words) }</li> }
}
