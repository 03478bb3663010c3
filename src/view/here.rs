//! The topic in view, in one line that stays.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::permalink::topic_anchor;
use crate::app::screen::Screen;
use crate::app::words::{Msg, minutes_lang};
use crate::browser;
use crate::model::SpeechId;

/// The topic of the first speech in view, with its subject. The line has its place whether there
/// is something to say or not, so that nothing jumps.
pub fn here(dispatch: &Dispatch, screen: &Screen, sight: Option<(SpeechId, SpeechId)>) -> Html {
    let lang = screen.lang();
    let bar = sight.and_then(|(first, _)| screen.strip.iter().find(|bar| bar.speech == first));
    let row = bar.and_then(|bar| screen.contents.iter().find(|row| Some(row.topic) == bar.topic));
    let subject =
        row.zip(bar).and_then(|(row, bar)| row.subjects.iter().find(|of| Some(of.subject) == bar.subject));
    let link = row.map(|row| {
        let anchor = topic_anchor(row.topic);
        let href = dispatch.href(&anchor);
        // As a link it would take the place of the state in the address.
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            browser::show(&anchor);
            browser::focus_first(&format!("[id=\"{anchor}\"]"));
        });
        html! {
            <a {href} {onclick} lang={minutes_lang(lang)}>
                { row.num.clone() }{ " " }{ row.heading.clone() }
                if let Some(subject) = subject {
                    <span>{ lang.t(Msg::BetweenTopicAndSubject) }{ subject.name.clone() }</span>
                }
            </a>
        }
    });
    html! {
        <nav class="here" aria-label={lang.t(Msg::Here)}>
            <p class="wrap">{ for link }</p>
        </nav>
    }
}
