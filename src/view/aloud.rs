//! What is being read aloud, and how it is stopped.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::aloud::AloudStep;
use crate::app::screen::{AloudView, Screen};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg};
use crate::browser;

/// A bar at the lower edge while something is read, or while there is a reason why not. The line
/// that is announced always stands on the page: one that comes with its words is not told.
pub fn aloud(dispatch: &Dispatch, screen: &Screen) -> Html {
    let lang = screen.lang();
    let is_shown = screen.aloud.is_some() || !screen.voiceless.is_empty();
    html! {
        <section class={is_shown.then_some("reader")} aria-label={is_shown.then(|| lang.t(Msg::ReadAloud))}>
            if let Some(aloud) = &screen.aloud {
                { controls(dispatch, lang, aloud) }
            }
            <p role="status">{ screen.voiceless.clone() }</p>
            if !screen.voiceless.is_empty() {
                <button type="button" onclick={dispatch.on(Action::Aloud(AloudStep::Stop))}>
                    { lang.t(Msg::Close) }
                </button>
            }
        </section>
    }
}

fn controls(dispatch: &Dispatch, lang: Lang, aloud: &AloudView) -> Html {
    let button = |words: Msg, step: AloudStep| {
        html! {
            <button type="button" onclick={dispatch.on(Action::Aloud(step))}>{ lang.t(words) }</button>
        }
    };
    let pause = if aloud.paused {
        (Msg::AloudResume, AloudStep::Resume)
    } else {
        (Msg::AloudPause, AloudStep::Pause)
    };
    let stop = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            // The bar goes, and the keyboard with it: it goes on where was read.
            browser::focus_first("#kg-text");
            browser::focus_first("article:has(.aloud):not([hidden] *)");
            dispatch.send(Action::Aloud(AloudStep::Stop));
        })
    };
    html! {
        <>
            <span class="reader-place">{ aloud.status.clone() }</span>
            { button(pause.0, pause.1) }
            { button(Msg::AloudSlower, AloudStep::Slower) }
            <output aria-label={lang.t(Msg::AloudRateLabel)}>{ aloud.rate_name.clone() }</output>
            { button(Msg::AloudFaster, AloudStep::Faster) }
            <button type="button" onclick={stop}>{ lang.t(Msg::AloudStop) }</button>
        </>
    }
}
