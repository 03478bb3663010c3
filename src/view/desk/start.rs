//! The start: what to bring and how, what is read, that nothing is sent.

use yew::prelude::*;

use super::DeskDispatch;
use super::hooks::brought;
use super::list::list;
use crate::app::desk::{DeskAction, PaperId};
use crate::app::screen::DeskScreen;
use crate::app::settings::Settings;
use crate::app::words::{DeskMsg, Lang, page_lang};
use crate::browser;
use crate::view::language::languages;

/// What is read, and what is to be known of each kind.
const KINDS: [(DeskMsg, DeskMsg); 6] = [
    (DeskMsg::ReadsText, DeskMsg::ReadsTextMeans),
    (DeskMsg::ReadsWord, DeskMsg::ReadsWordMeans),
    (DeskMsg::ReadsHtml, DeskMsg::ReadsHtmlMeans),
    (DeskMsg::ReadsPdf, DeskMsg::ReadsPdfMeans),
    (DeskMsg::ReadsDiet, DeskMsg::ReadsDietMeans),
    (DeskMsg::ReadsOwn, DeskMsg::ReadsOwnMeans),
];

/// The start, with the list of papers once there are any. `policy` is that of the page.
pub fn start(
    dispatch: &DeskDispatch,
    settings: Settings,
    screen: &DeskScreen,
    policy: Option<&str>,
    on_save: &Callback<Vec<PaperId>>,
    on_save_shelf: &Callback<MouseEvent>,
) -> Html {
    let lang = screen.lang;
    html! {
        <div class="page desk" lang={page_lang(lang)}>
            <header class="top">
                <div class="desk-wrap">
                    <h1 tabindex="-1">{ lang.t(DeskMsg::Title) }</h1>
                    <p class="desk-lead">{ lang.t(DeskMsg::Lead) }</p>
                    { languages(settings, &|settings| dispatch.on(DeskAction::Set(settings))) }
                </div>
            </header>
            <main class="desk-wrap">
                <p class="desk-status" role="status">{ screen.status.clone() }</p>
                { list(dispatch, screen, on_save, on_save_shelf) }
                { bring(dispatch, lang, !screen.rows.is_empty()) }
                <div class="desk-about">
                    { kinds(lang) }
                    { sends(lang, policy) }
                </div>
            </main>
        </div>
    }
}

/// The ways in which something is brought. Each works without the others.
fn bring(dispatch: &DeskDispatch, lang: Lang, more: bool) -> Html {
    let picked = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let held = browser::picked(&event);
            // Whoever closes the choice has brought nothing, and knows it.
            if !held.is_empty() {
                dispatch.send(DeskAction::Bring(brought(held), None));
            }
        })
    };
    let heading = if more { DeskMsg::DropMore } else { DeskMsg::DropHere };
    html! {
        <section class="bring" aria-labelledby="bring-heading">
            <div class="drop">
                <h2 id="bring-heading">{ lang.t(heading) }</h2>
                <p class="drop-how">{ lang.t(DeskMsg::DropAnywhere) }</p>
                <div class="drop-ways">
                    <label class="button primary">
                        { lang.t(DeskMsg::PickFiles) }
                        <input type="file" multiple=true class="visually-hidden" onchange={picked.clone()} />
                    </label>
                    <label class="button folder">
                        { lang.t(DeskMsg::PickFolder) }
                        <input type="file" multiple=true webkitdirectory=true class="visually-hidden"
                            onchange={picked} />
                    </label>
                </div>
            </div>
            <Paste dispatch={dispatch.clone()} {lang} />
        </section>
    }
}

/// What the field for a text is given.
#[derive(Clone, PartialEq, Properties)]
pub struct PasteProps {
    /// The way to send what happens.
    pub dispatch: DeskDispatch,
    /// The language of the page.
    pub lang: Lang,
}

/// The field for a text that is pasted.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let PasteProps { dispatch, lang } = props;
    let field = use_node_ref();
    let onclick = {
        let (dispatch, field) = (dispatch.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<web_sys::HtmlTextAreaElement>() {
                dispatch.send(DeskAction::Paste(field.value()));
            }
        })
    };
    html! {
        <details class="paste">
            <summary>{ lang.t(DeskMsg::PasteText) }</summary>
            <label for="kg-paste">{ lang.t(DeskMsg::PasteField) }</label>
            <textarea ref={field} id="kg-paste" rows="8" autocomplete="off" spellcheck="false"
                aria-describedby="kg-paste-how" />
            <p id="kg-paste-how" class="quiet">{ lang.t(DeskMsg::PasteHow) }</p>
            <button type="button" class="button" {onclick}>{ lang.t(DeskMsg::PasteRead) }</button>
        </details>
    }
}

fn kinds(lang: Lang) -> Html {
    let kind = |(name, means): (DeskMsg, DeskMsg)| {
        html! { <div><dt>{ lang.t(name) }</dt><dd>{ lang.t(means) }</dd></div> }
    };
    html! {
        <section class="reads" aria-labelledby="reads-heading">
            <h2 id="reads-heading">{ lang.t(DeskMsg::Reads) }</h2>
            <dl>{ for KINDS.into_iter().map(kind) }</dl>
        </section>
    }
}

/// That nothing is sent, and what holds the page to that.
fn sends(lang: Lang, policy: Option<&str>) -> Html {
    html! {
        <section class="sends" aria-labelledby="sends-heading">
            <h2 id="sends-heading">{ lang.t(DeskMsg::Sends) }</h2>
            if let Some(policy) = policy {
                <p>{ lang.t(DeskMsg::SendsNotHow) }</p>
                <p>{ lang.t(DeskMsg::SendsNotCheck) }</p>
                <details>
                    <summary>{ lang.t(DeskMsg::PolicyShow) }</summary>
                    <p>{ lang.t(DeskMsg::PolicyMeans) }</p>
                    <ul class="policy" lang="en">
                        { for policy.split(';').map(|rule| html! { <li><code>{ rule.trim().to_owned() }</code></li> }) }
                    </ul>
                </details>
            } else {
                <p>{ lang.t(DeskMsg::PolicyMissing) }</p>
            }
        </section>
    }
}
