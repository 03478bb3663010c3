//! What can be done with a speech.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::dispatch::use_dispatch;
use crate::app::screen::SpeechView;
use crate::app::state::Action;
use crate::browser;

/// How long a button says that it has copied.
const THANKS_MS: u32 = 2000;

/// What can be done with a speech.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The speech.
    pub speech: SpeechView,
    /// The title of the minutes.
    pub title: AttrValue,
    /// The address without fragment, where a link to it can be sent.
    pub base: Option<AttrValue>,
}

/// 原文, 引用, リンク.
#[component]
pub fn Actions(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let speech = &props.speech;
    let name = format!("発言{}の", speech.number);
    let hidden = |words: &str| html! { <span class="visually-hidden">{ words.to_owned() }</span> };
    html! {
        <div class="actions">
            if speech.repaired {
                <button type="button" aria-pressed={speech.original.is_some().to_string()}
                    onclick={dispatch.on(Action::ToggleOriginal(speech.speech))}>
                    { hidden(&name) }{ "原文" }
                </button>
            }
            <Copy about={name.clone()} words="引用" text={quote(speech, &props.title)} />
            if let Some(base) = &props.base {
                <Copy about={name.clone()} words="リンク" text={format!("{base}#{}", speech.anchor)} />
            }
        </div>
    }
}

/// The words of a speech with where they stand.
fn quote(speech: &SpeechView, title: &str) -> String {
    let paragraphs: Vec<String> = speech
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.iter().map(|run| run.text.as_str()).collect())
        .collect();
    format!("「{}」\n（{}、{title}、発言{}）", paragraphs.join("\n"), speech.label, speech.number)
}

#[derive(Clone, PartialEq, Properties)]
struct CopyProps {
    /// Of what, for those who do not see where the button stands.
    about: String,
    /// What the button is called.
    words: &'static str,
    /// What is copied.
    text: String,
}

#[component]
fn Copy(props: &CopyProps) -> Html {
    let copied = use_state(|| false);
    use_effect_with(*copied, {
        let copied = copied.clone();
        move |&now| {
            let timeout = now.then(|| Timeout::new(THANKS_MS, move || copied.set(false)));
            move || drop(timeout)
        }
    });
    let onclick = {
        let (text, copied) = (props.text.clone(), copied.clone());
        Callback::from(move |_| copied.set(browser::copy_text(&text)))
    };
    html! {
        <button type="button" {onclick}>
            <span class="visually-hidden">{ props.about.clone() }</span>
            { if *copied { "コピーしました" } else { props.words } }
        </button>
    }
}
