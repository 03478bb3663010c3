//! Buttons that say for a moment that they have done what they say.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::app::words::{Lang, Msg};

/// How long a button says so.
const THANKS_MS: u32 = 2000;

/// Which button has copied a moment ago, and the way to say so.
pub type Copied = UseStateHandle<Option<Msg>>;

/// No button, and one for a moment after it was pressed.
#[hook]
pub fn use_copied() -> Copied {
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

/// A button that copies; `copy` says whether it could. `about` is read before its words.
pub fn copier(
    lang: Lang,
    copied: &Copied,
    words: Msg,
    about: Html,
    copy: impl Fn() -> bool + 'static,
) -> Html {
    let says = if **copied == Some(words) { Msg::Copied } else { words };
    let onclick = {
        let copied = copied.clone();
        Callback::from(move |_: MouseEvent| copied.set(copy().then_some(words)))
    };
    html! { <button type="button" {onclick}>{ about }{ lang.t(says) }</button> }
}
