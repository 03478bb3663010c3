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
            <h2 id="notices-heading">{ lang.t(Msg::Notices) }<small>{ lang.count(Msg::N, notices.len()) }</small></h2>
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
    html! {
        <li class={classes!(notice.warning.then_some("warning"))}>
            <p>
                if notice.warning {
                    <b>{ lang.t(Msg::ToCheck) }</b>
                }
                { notice.message.clone() }
            </p>
            <p class="where">
                if let Some(speech) = notice.speech {
                    { jump(dispatch, speech, "", None, html! { line }) }
                } else {
                    <span>{ line }</span>
                }
                if !notice.words.is_empty() {
                    { printed(lang, "q", "", html! { notice.words.clone() }) }
                }
            </p>
        </li>
    }
}
