//! The heading of a topic.

use yew::prelude::*;

use super::printed::printed;
use super::runs::runs;
use crate::app::screen::TopicView;
use crate::app::words::Lang;

/// The heading of a topic with what it belongs to.
pub fn topic(lang: Lang, topic: &TopicView) -> Html {
    let heading = html! {
        <>
            if !topic.num.is_empty() {
                <span class="num">{ topic.num.clone() }</span>{ " " }
            }
            { runs(lang, &topic.heading) }
        </>
    };
    html! {
        <header key={topic.anchor.clone()} class="topic" id={topic.anchor.clone()} tabindex="-1">
            { printed(lang, "h2", "", heading) }
            if !topic.note.is_empty() {
                <p>{ topic.note.clone() }</p>
            }
        </header>
    }
}
