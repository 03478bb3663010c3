//! What an empty viewer says that opens no files.

use yew::prelude::*;

use super::hooks;
use crate::app::words::{Msg, page_lang};

/// What an empty viewer is and how a file is made with it.
#[component]
pub fn Greeting() -> Html {
    hooks::use_ready();
    let lang = use_memo((), |_| hooks::settings().lang);
    let lang = *lang;
    html! {
        <main class="greeting" lang={page_lang(lang)}>
            <h1>{ lang.t(Msg::GreetingTitle) }</h1>
            <p>{ lang.t(Msg::GreetingEmpty) }</p>
            <p>{ lang.t(Msg::GreetingHow) }</p>
            <pre><code>{ lang.t(Msg::GreetingCommand) }</code></pre>
            <p>{ lang.t(Msg::GreetingResult) }</p>
        </main>
    }
}
