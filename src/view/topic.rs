//! The heading of a topic.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::runs::runs;
use crate::app::screen::TopicView;
use crate::app::state::Action;
use crate::app::words::{Lang, minutes_lang};

/// The id of what stands under a heading.
pub fn under_id(topic: &TopicView) -> String {
    format!("{}-text", topic.anchor)
}

/// The heading of a topic with what it belongs to. The button that folds its text is named by the
/// heading and says in which state it is.
pub fn topic(dispatch: &Dispatch, lang: Lang, topic: &TopicView, hidden: bool) -> Html {
    let heading_id = format!("{}-heading", topic.anchor);
    html! {
        <header key={topic.anchor.clone()} {hidden} class="topic" id={topic.anchor.clone()} tabindex="-1">
            <h2 id={heading_id.clone()} lang={minutes_lang(lang)}>
                if !topic.num.is_empty() {
                    <span class="num">{ topic.num.clone() }</span>{ " " }
                }
                { runs(lang, &topic.heading) }
            </h2>
            <button type="button" class="fold" aria-labelledby={heading_id} aria-controls={under_id(topic)}
                aria-expanded={(!topic.folded).to_string()} onclick={dispatch.on(Action::Collapse(topic.topic))} />
            if !topic.note.is_empty() {
                <p>{ topic.note.clone() }</p>
            }
        </header>
    }
}
