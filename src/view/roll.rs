//! 出席者: the roll by groups.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use crate::app::screen::{PersonView, RollGroupView};

/// The roll; each group can be folded away.
pub fn roll(dispatch: &Dispatch, groups: &[RollGroupView]) -> Html {
    if groups.is_empty() {
        return html! {};
    }
    html! {
        <section class="block" aria-labelledby="roll-heading">
            <h2 id="roll-heading">{ "出席者" }</h2>
            { for groups.iter().map(|row| group(dispatch, row)) }
        </section>
    }
}

fn group(dispatch: &Dispatch, group: &RollGroupView) -> Html {
    html! {
        <details class="roll" open=true>
            <summary>
                { group.name.clone() }
                if !group.people.is_empty() {
                    <small>{ format!("{}名", group.people.len()) }</small>
                }
            </summary>
            <ul>
                { for group.people.iter().map(|row| person(dispatch, row)) }
                { for group.unread.iter().map(|line| html! { <li class="unread">{ line.clone() }</li> }) }
            </ul>
        </details>
    }
}

fn person(dispatch: &Dispatch, person: &PersonView) -> Html {
    let speech = |speech: &crate::model::SpeechId| {
        let number = (speech.0 + 1).to_string();
        jump(dispatch, *speech, "", Some(format!("発言{number}")), html! { number })
    };
    html! {
        <li>
            <span class="name">{ person.name.clone() }</span>
            if !person.post.is_empty() {
                <span class="post">{ person.post.clone() }</span>
            }
            if !person.proxy.is_empty() {
                <span class="proxy">{ person.proxy.clone() }</span>
            }
            if !person.speeches.is_empty() {
                <span class="spoke">{ "発言 " }{ for person.speeches.iter().map(speech) }</span>
            }
        </li>
    }
}
