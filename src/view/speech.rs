//! A speech.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use super::printed::printed;
use super::role;
use super::runs::runs;
use crate::app::aloud::AloudStep;
use crate::app::screen::SpeechView;
use crate::app::state::Action;
use crate::app::words::{Lang, Msg, minutes_lang};
use crate::browser;

/// How long a button says that it has copied.
const THANKS_MS: u32 = 2000;

/// A speech.
#[derive(Clone, PartialEq, Properties)]
pub struct SpeechProps {
    /// The way to send an action.
    pub dispatch: Dispatch,
    /// The language of all words that are not the minutes'.
    pub lang: Lang,
    /// What it shows.
    pub speech: SpeechView,
    /// The title of the minutes, for quoting.
    pub title: AttrValue,
    /// The address without fragment, where a link to it can be sent.
    #[prop_or_default]
    pub base: Option<AttrValue>,
}

/// A speech: who, what, and what can be done with it. A component of its own, so that only the
/// speeches that change are drawn again.
#[component]
pub fn SpeechCard(props: &SpeechProps) -> Html {
    let (speech, lang) = (&props.speech, props.lang);
    let copied = use_copied();
    let label_id = format!("{}-label", speech.anchor);
    let number = speech.number.to_string();
    let link_name = Some(lang.fill(Msg::LinkToSpeech, &[("n", &number)]));
    let text = speech.paragraphs.iter().map(|paragraph| html! { <p>{ runs(lang, paragraph) }</p> });
    html! {
        <article id={speech.anchor.clone()} tabindex="-1" aria-labelledby={label_id.clone()}
            aria-current={speech.current.then_some("true")}
            class={classes!("speech", role::class(speech.role), speech.current.then_some("current"))}>
            <header>
                <h3 id={label_id} lang={minutes_lang(lang)}>{ speech.label.clone() }</h3>
                if !speech.note.is_empty() {
                    <span class="note">{ speech.note.clone() }</span>
                }
                { jump(&props.dispatch, speech.speech, "number", link_name, html! { number }) }
            </header>
            { printed(lang, "div", "text", text.collect()) }
            if let Some(lines) = &speech.original {
                <div class="original" role="group" aria-label={lang.t(Msg::OriginalLines)}>
                    { for lines.iter().map(|line| printed(lang, "p", "", html! { line.clone() })) }
                </div>
            }
            { actions(props, &copied) }
        </article>
    }
}

/// 引用, リンク, 読み上げ, 原文. The last is always seen, so that it stands beside the number.
fn actions(props: &SpeechProps, copied: &UseStateHandle<Option<Msg>>) -> Html {
    let (speech, lang) = (&props.speech, props.lang);
    let about = html! { <span class="visually-hidden">{ lang.count(Msg::OfSpeech, speech.number) }</span> };
    let copy = |words: Msg, text: String| {
        let copied = copied.clone();
        let says = if *copied == Some(words) { Msg::Copied } else { words };
        let onclick =
            Callback::from(move |_: MouseEvent| copied.set(browser::copy_text(&text).then_some(words)));
        html! { <button type="button" {onclick}>{ about.clone() }{ lang.t(says) }</button> }
    };
    let link = props.base.as_ref().map(|base| format!("{base}#{}", speech.anchor));
    html! {
        <div class="actions">
            { copy(Msg::Quote, quote(props)) }
            { for link.map(|link| copy(Msg::Link, link)) }
            <button type="button" onclick={props.dispatch.on(Action::Aloud(AloudStep::Start(speech.speech)))}>
                { about.clone() }{ lang.t(Msg::ReadAloud) }
            </button>
            if speech.repaired {
                <button type="button" aria-pressed={speech.original.is_some().to_string()}
                    onclick={props.dispatch.on(Action::ToggleOriginal(speech.speech))}>
                    { about.clone() }{ lang.t(Msg::Original) }
                </button>
            }
        </div>
    }
}

/// Which button has copied a moment ago.
#[hook]
fn use_copied() -> UseStateHandle<Option<Msg>> {
    let copied = use_state(|| None);
    use_effect_with(*copied, {
        let copied = copied.clone();
        move |now: &Option<Msg>| {
            let timeout = now.map(|_| Timeout::new(THANKS_MS, move || copied.set(None)));
            move || drop(timeout)
        }
    });
    copied
}

/// The words of a speech with where they stand.
fn quote(props: &SpeechProps) -> String {
    let speech = &props.speech;
    let paragraphs: Vec<String> = speech
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.iter().map(|run| run.text.as_str()).collect())
        .collect();
    let (words, number) = (paragraphs.join("\n"), speech.number.to_string());
    let values = [("words", &words[..]), ("label", &speech.label), ("title", &props.title), ("n", &number)];
    props.lang.fill(Msg::QuoteWithSource, &values)
}
