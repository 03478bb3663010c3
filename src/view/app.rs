//! The whole viewer.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::{Dispatch, Store};
use super::{Agenda, Body, Contents, Facet, Facts, Header, Notices, RollList, SearchBar, Tabs};
use super::{hooks, tabs};
use crate::app::screen::{Screen, compose};
use crate::app::{SharedDocument, permalink};
use crate::browser;
use crate::model::{SpeechId, TopicId};

/// What the viewer shows.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The document, made once.
    pub document: SharedDocument,
}

/// The whole viewer: one state, one screen computed from it, and the hooks around.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer({
        let document = props.document.clone();
        move || Store::open(document, browser::fragment())
    });
    let dispatch = use_memo((), {
        let dispatcher = store.dispatcher();
        move |_| Dispatch(dispatcher.to_callback())
    });
    let screen = use_memo(Rc::as_ptr(&store.state), |_| compose(&store.document, &store.state));
    let base = use_memo((), |_| browser::link_base().map(AttrValue::from));
    let sight = hooks::use_sight(&screen);

    // The plain text leaves first: what is scrolled to afterwards stays where it is.
    hooks::use_ready();
    hooks::use_address(&store, &dispatch, permalink::write(&store.document, &store.state));
    hooks::use_scroll(&store, &screen);
    hooks::use_keys(&dispatch, screen.panel);
    hooks::use_panel(screen.panel);

    html! {
        <ContextProvider<Dispatch> context={(*dispatch).clone()}>
            <Page screen={screen} {sight} base={(*base).clone()} />
        </ContextProvider<Dispatch>>
    }
}

/// A screen and what only the page knows.
#[derive(Clone, Properties)]
pub struct PageProps {
    /// The screen.
    pub screen: Rc<Screen>,
    /// The first and the last speech in view.
    #[prop_or_default]
    pub sight: Option<(SpeechId, SpeechId)>,
    /// The address without fragment, where a link to it can be sent.
    #[prop_or_default]
    pub base: Option<AttrValue>,
}

impl PartialEq for PageProps {
    /// A screen is computed once and never changes.
    fn eq(&self, other: &PageProps) -> bool {
        Rc::ptr_eq(&self.screen, &other.screen) && self.sight == other.sight && self.base == other.base
    }
}

/// A screen as a page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let screen = &*props.screen;
    let now = props.sight.and_then(|(first, _)| topic_of(screen, first));
    let filtered = !screen.chips.is_empty() || !screen.search.query.is_empty();
    html! {
        <div class="page" data-panel={tabs::key(screen.panel)}>
            <a class="skip" href="#kg-text">{ "本文へ移動" }</a>
            <Header title={screen.title.clone()} summary={screen.summary.clone()}
                strip={screen.strip.clone()} sight={props.sight} />
            <SearchBar search={screen.search.clone()} chips={screen.chips.clone()} />
            <div class="columns wrap">
                <div class="sides">
                    <aside class="side-left" aria-label="目次と絞り込み">
                        <div class="sheet sheet-contents" tabindex="-1">
                            <Contents rows={screen.contents.clone()} {now} />
                        </div>
                        <div class="sheet sheet-speakers" tabindex="-1">
                            <Facet id="labels-heading" heading="話者" rows={screen.labels.clone()} />
                            <Facet id="roles-heading" heading="立場" rows={screen.roles.clone()} />
                        </div>
                    </aside>
                    <aside class="side-right" aria-label="会議について">
                        <div class="sheet sheet-about" tabindex="-1">
                            <Facts rows={screen.facts.clone()} />
                            <Agenda rows={screen.agenda.clone()} contents={screen.contents.clone()} />
                            <RollList groups={screen.roll.clone()} />
                            <Notices notices={screen.notices.clone()} />
                        </div>
                    </aside>
                </div>
                <main id="kg-text" tabindex="-1">
                    <Body blocks={screen.body.clone()} title={AttrValue::from(screen.title.clone())}
                        base={props.base.clone()} {filtered} />
                    <footer class="foot">
                        { for screen.footer.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
                    </footer>
                </main>
            </div>
            <Tabs panel={screen.panel} />
        </div>
    }
}

fn topic_of(screen: &Screen, speech: SpeechId) -> Option<TopicId> {
    screen.strip.iter().find(|bar| bar.speech == speech)?.topic
}
