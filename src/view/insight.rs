//! 要点: what was promised, the figures and the dates.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::link;
use super::role;
use crate::app::ledger::{DateRow, Ledger, LedgerRow, Place};
use crate::app::permalink::speech_anchor;
use crate::app::state::Action;
use crate::app::words::{self, Lang, Msg, minutes_lang};

/// Lists longer than this are folded until somebody wants them.
const SHORT: usize = 8;

/// What is listed, and the way to send an action.
#[derive(Clone, Properties)]
pub struct InsightProps {
    /// The way to send an action.
    pub dispatch: Dispatch,
    /// The language of all words that are not the minutes'.
    pub lang: Lang,
    /// What is listed.
    pub ledger: Rc<Ledger>,
}

impl PartialEq for InsightProps {
    /// A ledger is made once and never changes: the same one is the same pointer.
    fn eq(&self, other: &InsightProps) -> bool {
        Rc::ptr_eq(&self.ledger, &other.ledger) && self.lang == other.lang && self.dispatch == other.dispatch
    }
}

/// The lists. A component of its own, so that typing does not draw it again.
#[component]
pub fn Insight(props: &InsightProps) -> Html {
    let InsightProps { dispatch, lang, ledger } = props;
    if ledger.commitments.is_empty() && ledger.figures.is_empty() && ledger.dates.is_empty() {
        // Only the sheet of a phone would be empty; beside the text nothing is missed.
        return html! { <p class="quiet nothing">{ lang.t(Msg::NothingDerived) }</p> };
    }
    html! {
        <>
            { commitments(dispatch, *lang, &ledger.commitments) }
            { figures_and_dates(dispatch, *lang, ledger) }
        </>
    }
}

fn commitments(dispatch: &Dispatch, lang: Lang, rows: &[LedgerRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <section class="block" aria-labelledby="commitments-heading">
            <h2 id="commitments-heading">
                { lang.t(Msg::Commitments) }<small>{ lang.count(Msg::N, rows.len()) }</small>
            </h2>
            <p class="how">{ lang.t(Msg::CommitmentsHow) }</p>
            <ul class="ledger">{ for rows.iter().map(|row| ledger_row(dispatch, lang, row, "promise")) }</ul>
        </section>
    }
}

fn figures_and_dates(dispatch: &Dispatch, lang: Lang, ledger: &Ledger) -> Html {
    let Ledger { figures, n_figures, dates, .. } = ledger;
    if figures.is_empty() && dates.is_empty() {
        return html! {};
    }
    html! {
        <section class="block" aria-labelledby="figures-heading">
            <h2 id="figures-heading">{ lang.t(Msg::FiguresAndDates) }</h2>
            if !figures.is_empty() {
                <details class="group" open={figures.len() <= SHORT}>
                    <summary>{ lang.t(Msg::Figures) }<small>{ lang.count(Msg::N, *n_figures) }</small></summary>
                    <ul class="ledger">{ for figures.iter().map(|row| ledger_row(dispatch, lang, row, "figure")) }</ul>
                </details>
            }
            if !dates.is_empty() {
                <details class="group" open={dates.len() <= SHORT}>
                    <summary>{ lang.t(Msg::Dates) }<small>{ lang.count(Msg::NKinds, dates.len()) }</small></summary>
                    { date_table(dispatch, lang, dates) }
                </details>
            }
        </section>
    }
}

/// A sentence as a link to where it stands.
fn ledger_row(dispatch: &Dispatch, lang: Lang, row: &LedgerRow, class: &'static str) -> Html {
    let words = row.words.iter().map(|part| {
        if part.marked {
            html! { <span {class}>{ part.text.clone() }</span> }
        } else {
            html! { <>{ part.text.clone() }</> }
        }
    });
    let words = html! { <span lang={minutes_lang(lang)}>{ for words }</span> };
    let place = &row.place;
    html! {
        <li class={role::class(place.role)}>
            if let Some(to) = to(place) {
                { link(dispatch, to.0, to.1, "words", None, words) }
            } else {
                { words }
            }
            <small>
                if !row.about.is_empty() {
                    <span lang={minutes_lang(lang)}>{ row.about.clone() }</span>{ lang.t(Msg::BetweenMembers) }
                }
                { place_name(lang, place) }
            </small>
        </li>
    }
}

/// The anchor of a sentence, and what goes there.
fn to(place: &Place) -> Option<(String, Action)> {
    let speech = place.speech?;
    Some((speech_anchor(speech), Action::GoToSentence(speech, place.sentence)))
}

/// 事務局 5
fn place_name(lang: Lang, place: &Place) -> Html {
    match place.speech {
        Some(speech) => html! {
            <><span lang={minutes_lang(lang)}>{ place.label.clone() }</span>{ format!(" {}", speech.0 + 1) }</>
        },
        None => html! { <>{ lang.count(Msg::LineOfSource, place.line) }</> },
    }
}

fn date_table(dispatch: &Dispatch, lang: Lang, rows: &[DateRow]) -> Html {
    let row = |row: &DateRow| {
        let other = words::other_calendar(lang, &row.date, row.is_common_era);
        html! {
            <tr key={row.printed.clone()}>
                <th scope="row" lang={minutes_lang(lang)}>{ row.printed.clone() }</th>
                <td>{ other.unwrap_or_else(|| "—".to_owned()) }</td>
                <td>{ for row.places.iter().map(|place| date_place(dispatch, lang, place)) }</td>
            </tr>
        }
    };
    html! {
        <table class="dates">
            <caption class="visually-hidden">{ lang.t(Msg::DatesCaption) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ lang.t(Msg::DatePrinted) }</th>
                    <th scope="col">{ lang.t(Msg::DateOther) }</th>
                    <th scope="col">{ lang.t(Msg::DateWhere) }</th>
                </tr>
            </thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}

/// The number of a speech alone: a table has little room.
fn date_place(dispatch: &Dispatch, lang: Lang, place: &Place) -> Html {
    match (place.speech, to(place)) {
        (Some(speech), Some((anchor, action))) => {
            let number = (speech.0 + 1).to_string();
            let name = Some(lang.fill(Msg::Speech, &[("n", &number)]));
            link(dispatch, anchor, action, "place", name, html! { number })
        }
        _ => html! { <span class="place">{ lang.count(Msg::LineOfSource, place.line) }</span> },
    }
}
