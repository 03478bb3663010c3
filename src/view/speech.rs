//! A speech.

use yew::prelude::*;

use super::actions::Actions;
use super::jump::Jump;
use super::role;
use super::runs::runs;
use crate::app::screen::SpeechView;

/// A speech.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What it shows.
    pub speech: SpeechView,
    /// The title of the minutes, for quoting.
    #[prop_or_default]
    pub title: AttrValue,
    /// The address without fragment, where a link to it can be sent.
    #[prop_or_default]
    pub base: Option<AttrValue>,
}

/// A speech: who, what, and what can be done with it.
#[component]
pub fn SpeechCard(props: &Props) -> Html {
    let speech = &props.speech;
    let label_id = format!("{}-label", speech.anchor);
    let number = speech.number.to_string();
    html! {
        <article id={speech.anchor.clone()} tabindex="-1" aria-labelledby={label_id.clone()}
            aria-current={speech.current.then_some("true")}
            class={classes!("speech", role::class(speech.role), speech.current.then_some("current"))}>
            <header>
                <h3 id={label_id}>{ speech.label.clone() }</h3>
                if !speech.note.is_empty() {
                    <span class="note">{ speech.note.clone() }</span>
                }
                <Jump speech={speech.speech} class="number" label={format!("発言{number}への固定リンク")}>
                    { number.clone() }
                </Jump>
            </header>
            <div class="text">
                { for speech.paragraphs.iter().map(|paragraph| html! { <p>{ runs(paragraph) }</p> }) }
            </div>
            if let Some(lines) = &speech.original {
                <div class="original" role="group" aria-label="原文の行のまま">
                    { for lines.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
                </div>
            }
            <Actions speech={speech.clone()} title={props.title.clone()} base={props.base.clone()} />
        </article>
    }
}
