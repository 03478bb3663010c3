//! The heading of a topic.

use yew::prelude::*;

use super::runs::runs;
use crate::app::screen::TopicView;
use crate::app::words::{Lang, minutes_lang};

/// The heading of a topic with what it belongs to.
pub fn topic(lang: Lang, topic: &TopicView) -> Html {
    html! {
        <header key={topic.anchor.clone()} class="topic" id={topic.anchor.clone()} tabindex="-1">
            <h2 lang={minutes_lang(lang)}>
                if !topic.num.is_empty() {
                    <span class="num">{ topic.num.clone() }</span>{ " " }
                }
                { runs(lang, &topic.heading) }
            </h2>
            if !topic.note.is_empty() {
                <p>{ topic.note.clone() }</p>
            }
        </header>
    }
}
