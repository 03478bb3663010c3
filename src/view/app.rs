//! The whole viewer.

use std::rc::Rc;

use yew::prelude::*;

use super::agenda::agenda;
use super::aloud::aloud;
use super::around::Around;
use super::body::Body;
use super::contents::contents;
use super::dispatch::{Dispatch, Store};
use super::embed::embed;
use super::facet::{KINDS, LABELS, ROLES, facet};
use super::facts::facts;
use super::header::header;
use super::help::help;
use super::here::here;
use super::insight::Insight;
use super::notices::notices;
use super::part::{Alike, Draw, Part, Same};
use super::printed::printed;
use super::roll::roll;
use super::search::search;
use super::selected::{SelectedBar, followed};
use super::settings::settings;
use super::share::ShareDialog;
use super::tools::tools;
use super::{hooks, parent, tabs};
use crate::app::embed::Embedding;
use crate::app::screen::{Screen, compose};
use crate::app::words::{Lang, Msg, page_lang};
use crate::app::{SharedDocument, permalink};
use crate::browser;
use crate::model::{SpeechId, TopicId};

/// What the viewer shows.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The document, made once.
    pub document: SharedDocument,
    /// The fragment with which it opens, where that is not the address's.
    #[prop_or_default]
    pub start: Option<AttrValue>,
}

/// The whole viewer: one state, one screen computed from it, and the hooks around.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer({
        let (document, start) = (props.document.clone(), props.start.clone());
        let start = move || start.map_or_else(hooks::start, |start| start.to_string());
        move || Store::open(document, hooks::settings(), hooks::embedding(), start())
    });
    let dispatch = use_memo((), {
        let (dispatcher, document) = (store.dispatcher(), store.document.clone());
        move |_| Dispatch::new(dispatcher.to_callback()).from_meeting(&document.name)
    });
    let screen = use_memo(Same(Rc::clone(&store.state)), |Same(state)| compose(&store.document, state));
    let around = use_memo((), |_| Around::find(store.document.clone()));
    let sight = hooks::use_sight(&screen);

    // The plain text leaves first: what is scrolled to afterwards stays where it is.
    hooks::use_ready();
    hooks::use_address(&store, &dispatch, permalink::write(&store.document, &store.state));
    hooks::use_scroll(&store, &screen);
    hooks::use_keys(&dispatch, &screen, store.state.at, sight);
    hooks::use_found(&dispatch, &screen);
    hooks::use_help(&dispatch, screen.help);
    hooks::use_share(&dispatch, screen.share.is_some());
    hooks::use_marked(&dispatch);
    parent::use_parent(&store, &dispatch, &screen);
    hooks::use_aloud(&dispatch, &screen);
    hooks::use_settings(screen.settings);
    hooks::use_panel(screen.panel);

    page(&dispatch, &screen, sight, &around)
}

/// A screen as a page, with what only the browser knows: the first and the last speech in view, and
/// what surrounds the viewer.
pub fn page(
    dispatch: &Dispatch,
    screen: &Rc<Screen>,
    sight: Option<(SpeechId, SpeechId)>,
    around: &Rc<Around>,
) -> Html {
    let lang = screen.lang();
    let colours = if screen.settings.colours { "on" } else { "off" };
    let now = sight.and_then(|(first, _)| topic_of(screen, first));
    let Embedding { embedded, header: has_header, fits, .. } = screen.embedding;
    html! {
        <div class="page" lang={page_lang(lang)} data-panel={tabs::key(screen.panel)} data-colours={colours}
            data-embed={embedded.then_some(if fits { "fit" } else { "scroll" })}>
            <a class="skip" href="#kg-text" onclick={skip}>{ lang.t(Msg::SkipToText) }</a>
            if has_header {
                { header(dispatch, screen, sight) }
            } else {
                <header class="visually-hidden">{ printed(lang, "h1", "", html! { screen.title.clone() }) }</header>
            }
            <div class="stays">
                { search(dispatch, lang, &screen.search, &screen.chips) }
                <a class="skip" href="#kg-text" onclick={skip}>{ lang.t(Msg::SkipToText) }</a>
                { here(dispatch, screen, sight) }
            </div>
            <div class="bars">
                { followed(dispatch, screen) }
                { aloud(dispatch, screen) }
                <SelectedBar dispatch={dispatch.clone()} {lang} selected={screen.selected.clone()}
                    around={Rc::clone(around)} />
            </div>
            <div class="columns wrap">
                if !embedded {
                    { sides(dispatch, screen, now) }
                }
                <main id="kg-text" tabindex="-1">
                    <Part dispatch={dispatch.clone()} screen={Rc::clone(screen)} draw={tools as Draw} />
                    if embedded {
                        { elsewhere(lang, around.base.as_ref()) }
                    }
                    <Body dispatch={dispatch.clone()} screen={Rc::clone(screen)} around={Rc::clone(around)} />
                    <footer class="foot">
                        { for screen.footer.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
                    </footer>
                </main>
            </div>
            if !embedded {
                { tabs::tabs(dispatch, lang, screen.panel) }
            }
            <Part dispatch={dispatch.clone()} screen={Rc::clone(screen)} draw={help as Draw} />
            <ShareDialog dispatch={dispatch.clone()} screen={Rc::clone(screen)} around={Rc::clone(around)} />
            <Part dispatch={dispatch.clone()} screen={Rc::clone(screen)} draw={embed as Draw} />
        </div>
    }
}

/// The way to all that a frame leaves out.
fn elsewhere(lang: Lang, base: Option<&AttrValue>) -> Html {
    html! {
        if let Some(base) = base {
            <p class="elsewhere">
                <a href={base.clone()} target="_blank" rel="noopener">{ lang.t(Msg::EmbedWhole) }</a>
            </p>
        }
    }
}

/// What stands beside the text, in parts of which a letter of a query changes few.
fn sides(dispatch: &Dispatch, screen: &Rc<Screen>, now: Option<TopicId>) -> Html {
    let lang = screen.lang();
    let part = |draw: Draw, alike: Alike, now: Option<TopicId>| {
        html! { <Part dispatch={dispatch.clone()} screen={Rc::clone(screen)} {now} {draw} {alike} /> }
    };
    html! {
        <div class="sides">
            <aside class="beside side-left" aria-label={lang.t(Msg::ContentsAndFilters)}>
                <div class="sheet sheet-contents" tabindex="-1">
                    { part(
                        |dispatch, screen, now| {
                            contents(dispatch, screen.lang(), &screen.contents, &screen.loose_subjects, now)
                        },
                        |one, other| {
                            one.contents == other.contents && one.loose_subjects == other.loose_subjects
                        },
                        now,
                    ) }
                </div>
                <div class="sheet sheet-speakers" tabindex="-1">
                    { part(
                        facets,
                        |one, other| {
                            one.labels == other.labels && one.roles == other.roles && one.kinds == other.kinds
                        },
                        None,
                    ) }
                </div>
            </aside>
            <aside class="beside side-right" aria-label={lang.t(Msg::AboutMeeting)}>
                <div class="sheet sheet-about" tabindex="-1">
                    { part(
                        |_, screen, _| facts(screen.lang(), &screen.facts),
                        |one, other| one.facts == other.facts,
                        None,
                    ) }
                </div>
                <div class="sheet sheet-insight" tabindex="-1">
                    <Insight dispatch={dispatch.clone()} {lang} ledger={Rc::clone(&screen.ledger)} />
                </div>
                <div class="sheet sheet-about">
                    { part(
                        |dispatch, screen, _| {
                            agenda(dispatch, screen.lang(), &screen.agenda, &screen.loose_topics)
                        },
                        |one, other| one.agenda == other.agenda && one.loose_topics == other.loose_topics,
                        None,
                    ) }
                    { part(
                        about,
                        |one, other| {
                            one.roll == other.roll
                                && one.notices == other.notices
                                && one.furniture == other.furniture
                                && one.settings == other.settings
                        },
                        None,
                    ) }
                </div>
            </aside>
        </div>
    }
}

/// The speeches by who spoke and what they do.
fn facets(dispatch: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let lang = screen.lang();
    html! {
        <>
            { facet(dispatch, lang, &LABELS, &screen.labels) }
            { facet(dispatch, lang, &ROLES, &screen.roles) }
            { facet(dispatch, lang, &KINDS, &screen.kinds) }
        </>
    }
}

/// The roll, the notices and the settings.
fn about(dispatch: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let lang = screen.lang();
    html! {
        <>
            { roll(dispatch, lang, &screen.roll) }
            { notices(dispatch, lang, &screen.notices, &screen.furniture) }
            { settings(dispatch, screen.settings) }
        </>
    }
}

/// Goes to the text by hand: as a link it would take the place of the state in the address.
fn skip(event: MouseEvent) {
    event.prevent_default();
    browser::show("kg-text");
    browser::focus_first("#kg-text");
}

fn topic_of(screen: &Screen, speech: SpeechId) -> Option<TopicId> {
    screen.strip.iter().find(|bar| bar.speech == speech)?.topic
}
