//! 次第と審議: what was announced beside what took it up.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use crate::app::screen::{AgendaRow, AgendaTopic};
use crate::app::state::{Action, Choice};
use crate::app::words::{Lang, Msg, minutes_lang};

/// The agenda as a table: each item, a switch that shows only what was said on it, and the headings
/// that take it up; at the end the headings that nobody announced.
pub fn agenda(dispatch: &Dispatch, lang: Lang, rows: &[AgendaRow], loose_topics: &[AgendaTopic]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let row = |row: &AgendaRow| {
        html! {
            <tr key={row.item.0}>
                <td class={format!("depth-{}", row.depth.min(3))} colspan={row.is_group.then_some("2")}>
                    { item(lang, row) }
                    if row.count > 0 {
                        { only(dispatch, lang, row) }
                    }
                </td>
                if !row.is_group && row.n_rows > 0 {
                    <td rowspan={(row.n_rows > 1).then(|| row.n_rows.to_string())}>
                        { for row.topics.iter().map(|row| heading(dispatch, lang, row)) }
                        { for row.notes.iter().map(|note| html! { <small>{ note.clone() }</small> }) }
                    </td>
                }
            </tr>
        }
    };
    let loose = |row: &AgendaTopic| {
        html! {
            <tr key={format!("t{}", row.topic.0)}>
                <td class="quiet">{ lang.t(Msg::NotAnnounced) }</td>
                <td>{ heading(dispatch, lang, row) }</td>
            </tr>
        }
    };
    html! {
        <section class="block block-agenda" aria-labelledby="agenda-heading">
            <h2 id="agenda-heading">{ lang.t(Msg::AgendaAndTopics) }</h2>
            <table class="agenda" aria-labelledby="agenda-heading">
                <thead>
                    <tr>
                        <th scope="col">{ lang.t(Msg::Agenda) }</th>
                        <th scope="col">{ lang.t(Msg::Discussion) }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(row) }
                    { for loose_topics.iter().map(loose) }
                </tbody>
            </table>
        </section>
    }
}

/// The words of an item with its number.
fn item(lang: Lang, row: &AgendaRow) -> Html {
    html! {
        <span lang={minutes_lang(lang)}>
            if !row.num.is_empty() {
                <span class="num">{ row.num.clone() }</span>{ " " }
            }
            { row.heading.clone() }
        </span>
    }
}

fn only(dispatch: &Dispatch, lang: Lang, row: &AgendaRow) -> Html {
    let (before, after) = lang.around(Msg::OnlySpeechesOn);
    let onclick = dispatch.on(Action::Toggle(Choice::Agenda(row.item)));
    html! {
        <button type="button" class="only" aria-pressed={row.selected.to_string()} {onclick}>
            <span class="visually-hidden">
                { before }<span lang={minutes_lang(lang)}>{ row.heading.clone() }</span>{ after }
            </span>
            { lang.count(Msg::N, row.count) }
        </button>
    }
}

/// A heading of the text; a link to its first speech.
fn heading(dispatch: &Dispatch, lang: Lang, topic: &AgendaTopic) -> Html {
    let words = html! {
        <>
            if !topic.num.is_empty() {
                <span class="num">{ topic.num.clone() }</span>{ " " }
            }
            { topic.heading.clone() }
        </>
    };
    html! {
        <p lang={minutes_lang(lang)}>
            if let Some(first) = topic.first {
                { jump(dispatch, first, "", None, words) }
            } else {
                { words }
            }
        </p>
    }
}
