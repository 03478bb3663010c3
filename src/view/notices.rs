//! お知らせ: what a reader should know or check.

use yew::prelude::*;

use super::jump::Jump;
use crate::app::screen::Notice;

/// The findings.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In the order of the text.
    pub notices: Vec<Notice>,
}

/// The findings, each with its line, its words and the way there.
#[component]
pub fn Notices(props: &Props) -> Html {
    if props.notices.is_empty() {
        return html! {};
    }
    html! {
        <section class="block block-notices" aria-labelledby="notices-heading">
            <h2 id="notices-heading">{ "お知らせ" }<small>{ format!("{}件", props.notices.len()) }</small></h2>
            <ul class="notices">{ for props.notices.iter().map(notice) }</ul>
        </section>
    }
}

fn notice(notice: &Notice) -> Html {
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
                    <Jump {speech}>{ line }</Jump>
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
