//! What an empty viewer says, and how it is given minutes.

use yew::prelude::*;

use super::app::App;
use super::hooks;
use crate::app::SharedDocument;
use crate::app::words::{Msg, page_lang};
use crate::browser;

/// What has become of the file that was chosen.
#[derive(Clone, PartialEq)]
enum Chosen {
    Nothing,
    Read(SharedDocument),
    Refused(String),
}

/// What an empty viewer is, how it is given minutes and how a file is made with it.
#[component]
pub fn Greeting() -> Html {
    hooks::use_ready();
    let lang = use_memo((), |_| hooks::settings().lang);
    let lang = *lang;
    let chosen = use_state(|| Chosen::Nothing);
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let chosen = chosen.clone();
            browser::read_chosen(&event, move |text| {
                chosen.set(match SharedDocument::read(&text, lang) {
                    Ok(document) => Chosen::Read(document),
                    Err(message) => Chosen::Refused(message),
                });
            });
        })
    };
    let refused = match &*chosen {
        Chosen::Read(document) => return html! { <App document={document.clone()} /> },
        Chosen::Refused(message) => message.as_str(),
        Chosen::Nothing => "",
    };
    html! {
        <main class="greeting" lang={page_lang(lang)}>
            <h1>{ lang.t(Msg::GreetingTitle) }</h1>
            <p>{ lang.t(Msg::GreetingEmpty) }</p>
            <p>
                <label>
                    { lang.t(Msg::GreetingOpen) }
                    <input type="file" {onchange} />
                </label>
            </p>
            <p role="alert">{ refused.to_owned() }</p>
            <p>{ lang.t(Msg::GreetingOpens) }</p>
            <p>{ lang.t(Msg::GreetingHow) }</p>
            <pre><code>{ lang.t(Msg::GreetingCommand) }</code></pre>
            <p>{ lang.t(Msg::GreetingResult) }</p>
        </main>
    }
}
