//! 目次: the topics, each a link and a filter.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use super::printed::printed;
use crate::app::screen::ContentsRow;
use crate::app::state::Action;
use crate::app::words::{Lang, Msg};
use crate::model::TopicId;

/// The table of contents: a link jumps, the button beside it filters; `now` is in view.
pub fn contents(dispatch: &Dispatch, lang: Lang, rows: &[ContentsRow], now: Option<TopicId>) -> Html {
    let row = |row: &ContentsRow| {
        let heading = || printed(lang, "span", "", html! { row.heading.clone() });
        let words = html! {
            <>
                if !row.num.is_empty() {
                    { printed(lang, "span", "num", html! { row.num.clone() }) }{ " " }
                }
                { heading() }
            </>
        };
        let onclick = dispatch.on(Action::ToggleTopic(row.topic));
        let (before, after) = lang.around(Msg::OnlySpeechesOf);
        let is_now = now == Some(row.topic);
        html! {
            <li key={row.topic.0} class={classes!(is_now.then_some("now"))}>
                if let Some(first) = row.first {
                    { jump(dispatch, first, "contents-link", None, words) }
                } else {
                    <span class="contents-link">{ words }</span>
                }
                <button type="button" class="contents-only" aria-pressed={row.selected.to_string()} {onclick}>
                    <span class="visually-hidden">
                        { before }{ heading() }{ after }
                    </span>
                    { lang.count(Msg::N, row.count) }
                </button>
            </li>
        }
    };
    html! {
        <nav class="block" aria-labelledby="contents-heading">
            <h2 id="contents-heading">{ lang.t(Msg::Contents) }</h2>
            if rows.is_empty() {
                <p class="quiet">{ lang.t(Msg::NoHeadings) }</p>
            } else {
                <ol class="contents">{ for rows.iter().map(row) }</ol>
            }
        </nav>
    }
}
