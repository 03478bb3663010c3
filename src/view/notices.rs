//! 読み取りの注記: what a reader should know or check.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use super::printed::printed;
use crate::app::screen::Notice;
use crate::app::words::{Lang, Msg};

/// The findings, each with its line, its words and the way there.
pub fn notices(dispatch: &Dispatch, lang: Lang, notices: &[Notice], furniture: &[Notice]) -> Html {
    if notices.is_empty() {
        return html! {};
    }
    html! {
        <section class="block block-notices" aria-labelledby="notices-heading">
            { heading(lang, notices.len()) }
            <ul class="notices">{ for notices.iter().map(|row| notice(dispatch, lang, row)) }</ul>
            if !furniture.is_empty() {
                <details>
                    <summary>{ lang.count(Msg::LeftOutLines, furniture.len()) }</summary>
                    <ul class="notices">{ for furniture.iter().map(|row| left_out(lang, row)) }</ul>
                </details>
            }
        </section>
    }
}

fn left_out(lang: Lang, row: &Notice) -> Html {
    html! {
        <li>
            <p class="where">
                <span>{ lang.count(Msg::LineOfSource, row.line) }</span>
                { printed(lang, "q", "", html! { row.words.clone() }) }
            </p>
        </li>
    }
}

fn notice(dispatch: &Dispatch, lang: Lang, notice: &Notice) -> Html {
    let line = lang.count(Msg::LineOfSource, notice.line);
    let place = match notice.speech {
        Some(speech) => jump(dispatch, speech, "", None, html! { line }),
        None => html! { <span>{ line }</span> },
    };
    let class = classes!(notice.warning.then_some("warning"));
    html! { <li {class}>{ said(lang, notice.warning, &notice.message, place, &notice.words) }</li> }
}

/// What is said in a notice, and where: the way to its place, its words.
pub fn said(lang: Lang, warning: bool, message: &str, place: Html, words: &str) -> Html {
    html! {
        <>
            <p>
                if warning {
                    <b>{ lang.t(Msg::ToCheck) }</b>
                }
                { message.to_owned() }
            </p>
            <p class="where">
                { place }
                if !words.is_empty() {
                    { printed(lang, "q", "", html! { words.to_owned() }) }
                }
            </p>
        </>
    }
}

/// The heading over notices.
pub fn heading(lang: Lang, n_notices: usize) -> Html {
    html! { <h2 id="notices-heading">{ lang.t(Msg::Notices) }<small>{ lang.count(Msg::N, n_notices) }</small></h2> }
}
