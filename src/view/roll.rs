//! 出席者: the roll by groups.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use super::printed::printed;
use crate::app::screen::{PersonView, RollGroupView};
use crate::app::words::{Lang, Msg};

/// The roll; each group can be folded away.
pub fn roll(dispatch: &Dispatch, lang: Lang, groups: &[RollGroupView]) -> Html {
    if groups.is_empty() {
        return html! {};
    }
    html! {
        <section class="block" aria-labelledby="roll-heading">
            <h2 id="roll-heading">{ lang.t(Msg::Roll) }</h2>
            { for groups.iter().map(|row| group(dispatch, lang, row)) }
        </section>
    }
}

fn group(dispatch: &Dispatch, lang: Lang, group: &RollGroupView) -> Html {
    html! {
        <details class="roll" open=true>
            <summary>
                { printed(lang, "span", "", html! { group.name.clone() }) }
                if !group.people.is_empty() {
                    <small>{ lang.count(Msg::NPeople, group.people.len()) }</small>
                }
            </summary>
            <ul>
                { for group.people.iter().map(|row| person(dispatch, lang, row)) }
                { for group.unread.iter().map(|line| printed(lang, "li", "unread", html! { line.clone() })) }
            </ul>
        </details>
    }
}

fn person(dispatch: &Dispatch, lang: Lang, person: &PersonView) -> Html {
    let speech = |speech: &crate::model::SpeechId| {
        let number = (speech.0 + 1).to_string();
        jump(dispatch, *speech, "", Some(lang.fill(Msg::Speech, &[("n", &number)])), html! { number })
    };
    html! {
        <li>
            { printed(lang, "span", "name", html! { person.name.clone() }) }
            if !person.post.is_empty() {
                { printed(lang, "span", "post", html! { person.post.clone() }) }
            }
            if !person.proxy.is_empty() {
                <span class="proxy">{ person.proxy.clone() }</span>
            }
            if !person.speeches.is_empty() {
                <span class="spoke">{ lang.t(Msg::Spoke) }{ for person.speeches.iter().map(speech) }</span>
            }
        </li>
    }
}
