//! 読み取りの注記: what a reader should know or check.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use crate::app::screen::Notice;

/// The findings, each with its line, its words and the way there.
pub fn notices(dispatch: &Dispatch, notices: &[Notice]) -> Html {
    if notices.is_empty() {
        return html! {};
    }
    html! {
        <section class="block block-notices" aria-labelledby="notices-heading">
            <h2 id="notices-heading">{ "読み取りの注記" }<small>{ format!("{}件", notices.len()) }</small></h2>
            <ul class="notices">{ for notices.iter().map(|row| notice(dispatch, row)) }</ul>
        </section>
    }
}

fn notice(dispatch: &Dispatch, notice: &Notice) -> Html {
    let line = format!("原文{}行目", notice.line);
    html! {
        <li class={classes!(notice.warning.then_some("warning"))}>
            <p>
                if notice.warning {
                    <b>{ "要確認" }</b>
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
                    <q>{ notice.words.clone() }</q>
                }
            </p>
        </li>
    }
}
