//! 目次: the topics, each a link and a filter.

use yew::prelude::*;

use super::dispatch::use_dispatch;
use super::jump::Jump;
use crate::app::screen::ContentsRow;
use crate::app::state::Action;
use crate::model::TopicId;

/// The table of contents.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The topics.
    pub rows: Vec<ContentsRow>,
    /// The topic that is in view.
    #[prop_or_default]
    pub now: Option<TopicId>,
}

/// The table of contents: a link jumps, the button beside it filters.
#[component]
pub fn Contents(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let row = |row: &ContentsRow| {
        let words = html! {
            <>
                if !row.num.is_empty() {
                    <span class="num">{ row.num.clone() }</span>{ " " }
                }
                { row.heading.clone() }
            </>
        };
        let onclick = dispatch.on(Action::ToggleTopic(row.topic));
        let is_now = props.now == Some(row.topic);
        html! {
            <li key={row.topic.0} class={classes!(is_now.then_some("now"))}>
                if let Some(first) = row.first {
                    <Jump speech={first} class="contents-link">{ words }</Jump>
                } else {
                    <span class="contents-link">{ words }</span>
                }
                <button type="button" class="contents-only" aria-pressed={row.selected.to_string()} {onclick}>
                    <span class="visually-hidden">{ format!("「{}」の発言だけを表示 ", row.heading) }</span>
                    { format!("{}件", row.count) }
                </button>
            </li>
        }
    };
    html! {
        <nav class="block" aria-labelledby="contents-heading">
            <h2 id="contents-heading">{ "目次" }</h2>
            if props.rows.is_empty() {
                <p class="quiet">{ "見出しは見つかりませんでした。" }</p>
            } else {
                <ol class="contents">{ for props.rows.iter().map(row) }</ol>
            }
        </nav>
    }
}
