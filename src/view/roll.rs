//! 出席者: the roll by groups.

use yew::prelude::*;

use super::jump::Jump;
use crate::app::screen::{PersonView, RollGroupView};

/// The roll.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In printed order.
    pub groups: Vec<RollGroupView>,
}

/// The roll; each group can be folded away.
#[component]
pub fn RollList(props: &Props) -> Html {
    if props.groups.is_empty() {
        return html! {};
    }
    html! {
        <section class="block" aria-labelledby="roll-heading">
            <h2 id="roll-heading">{ "出席者" }</h2>
            { for props.groups.iter().map(group) }
        </section>
    }
}

fn group(group: &RollGroupView) -> Html {
    html! {
        <details class="roll" open=true>
            <summary>
                { group.name.clone() }
                if !group.people.is_empty() {
                    <small>{ format!("{}名", group.people.len()) }</small>
                }
            </summary>
            <ul>
                { for group.people.iter().map(person) }
                { for group.unread.iter().map(|line| html! { <li class="unread">{ line.clone() }</li> }) }
            </ul>
        </details>
    }
}

fn person(person: &PersonView) -> Html {
    let speech = |speech: &crate::model::SpeechId| {
        let number = (speech.0 + 1).to_string();
        html! { <Jump speech={*speech} label={format!("発言{number}")}>{ number.clone() }</Jump> }
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
