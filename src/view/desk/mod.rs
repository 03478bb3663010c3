//! The opening desk: a viewer without minutes, to which files are brought.
//!
//! 1. [`mod@start`] greets and takes files and texts, [`list`] shows what became of them.
//! 2. [`preview`] lays one beside its source, [`source`] draws that line by line.
//! 3. [`hooks`] ties the desk to the page: what is dropped and pasted, reading, Back.
//!
//! May live here: which tag shows which part of the desk. May not: what is shown and why (`app`).

pub mod hooks;
pub mod list;
pub mod preview;
pub mod source;
pub mod start;

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::files::{self, Made};
use super::shelf::hooks::Blocks;
use super::{App, ShelfPage, hooks as page_hooks};
use crate::app::SharedDocument;
use crate::app::desk::{Desk, DeskAction, Paper, PaperId, Place, Shelved, Told};
use crate::app::screen::{DeskScreen, compose_desk};
use crate::app::shelf::Breakage;
use crate::app::words::{DeskMsg, Lang, page_lang};
use crate::browser;
use crate::model::Minutes;
use crate::shelf::EntryId;
use preview::Preview;
use start::start;

/// The way to send something that happens on the desk.
pub type DeskDispatch = Dispatch<DeskAction>;

impl Reducible for Desk {
    type Action = DeskAction;

    fn reduce(self: Rc<Self>, action: DeskAction) -> Rc<Desk> {
        // The desk's own: it is found before that of the trait.
        Desk::reduce(self, action)
    }
}

/// The whole page of a viewer without minutes.
#[component]
pub fn DeskPage() -> Html {
    let desk = use_reducer(|| Desk::new(page_hooks::settings()));
    let dispatch = use_memo((), {
        let dispatcher = desk.dispatcher();
        move |_| Dispatch::new(dispatcher.to_callback())
    });
    let policy = use_memo((), |_| browser::attribute_of(POLICY, "content"));
    let screen = compose_desk(&desk);

    page_hooks::use_ready();
    page_hooks::use_settings(desk.settings);
    hooks::use_arrivals(&dispatch);
    hooks::use_reading(&desk, &dispatch);
    hooks::use_places(desk.place, &dispatch);
    hooks::use_title(screen.title.clone());
    hooks::use_pointed(desk.pointed, desk.n_pointed);

    let opened = match desk.place {
        Place::Minutes(id) => desk.paper(id).and_then(|paper| Some((id, paper.understood()?.clone()))),
        Place::Start | Place::Preview(_) | Place::Shelf => None,
    };
    let document =
        use_memo(opened, |opened| opened.as_ref().map(|(_, of)| SharedDocument::new(of.minutes.clone())));

    let shelved = use_memo((desk.place == Place::Shelf).then(|| desk.papers.clone()), |papers| {
        papers.as_ref().map(|_| desk.shelve())
    });
    let give = use_memo(Rc::clone(&shelved), |shelved| {
        let shelved = Rc::clone(shelved);
        Callback::from(move |id: EntryId| {
            let paper = shelved.as_ref().as_ref().and_then(|shelved| shelved.paper(id));
            paper.map(|of| of.minutes.clone()).ok_or(Breakage::Damaged)
        })
    });

    // The same one whatever the desk is, so that no paper is drawn anew because of it.
    let latest = use_mut_ref(|| desk.clone());
    latest.replace(desk.clone());
    let on_save_shelf = use_memo((), {
        let (dispatch, latest) = (Rc::clone(&dispatch), Rc::clone(&latest));
        move |_| {
            Callback::from(move |_: MouseEvent| {
                let n_files = usize::from(files::save_shelf(&latest.borrow().shelve()));
                dispatch.send(DeskAction::Tell(Told::Saved { n_files }));
            })
        }
    });
    let on_save = use_memo((), {
        let dispatch = Rc::clone(&dispatch);
        move |_| {
            Callback::from(move |ids: Vec<PaperId>| {
                let desk = latest.borrow().clone();
                let papers = ids.into_iter().filter_map(|id| desk.paper(id)?.understood());
                let n_files = papers.filter(|of| save(&of.minutes)).count();
                dispatch.send(DeskAction::Tell(Told::Saved { n_files }));
            })
        }
    });
    let shown = match (desk.place, &*document) {
        (Place::Minutes(id), Some(document)) => html! {
            <>
                { over(&dispatch, &screen) }
                <App key={id.0} document={document.clone()} />
            </>
        },
        (Place::Preview(id), _) => {
            let preview = |paper: &Paper| {
                html! {
                    <Preview paper={paper.clone()} lang={screen.lang} side={desk.side} pointed={desk.pointed}
                        editing={desk.editing} status={screen.status.clone()} dispatch={(*dispatch).clone()}
                        on_save={(*on_save).clone()} />
                }
            };
            html! { <>{ for desk.paper(id).map(preview) }</> }
        }
        (Place::Shelf, _) => {
            let page = |shelved: &Shelved| {
                html! {
                    <ShelfPage shelf={shelved.shelf.clone()} blocks={Blocks::Given((*give).clone())}
                        above={over(&dispatch, &screen)} />
                }
            };
            html! { <>{ for shelved.as_ref().as_ref().map(page) }</> }
        }
        _ => start(&dispatch, desk.settings, &screen, policy.as_deref(), &on_save, &on_save_shelf),
    };
    html! {
        <>
            { shown }
            if screen.dragging {
                { veil(screen.lang) }
            }
        </>
    }
}

/// What names the policy of the page.
const POLICY: &str = "meta[http-equiv=\"Content-Security-Policy\"]";

/// Has the browser save minutes as a file that opens by itself.
fn save(minutes: &Minutes) -> bool {
    files::save(minutes, &Made::Viewer(String::new()))
}

/// What stands over minutes that were opened from the desk: the way back.
pub fn over(dispatch: &DeskDispatch, screen: &DeskScreen) -> Html {
    let lang = screen.lang;
    let name = screen.shown().map(|row| row.name.clone());
    html! {
        <nav class="desk-over" lang={page_lang(lang)} aria-label={lang.t(DeskMsg::Desk)}>
            <div class="wrap">
                { back(dispatch, lang) }
                { for name.map(|name| html! { <span>{ lang.fill(DeskMsg::Now, &[("name", &name)]) }</span> }) }
            </div>
        </nav>
    }
}

/// The way back to the list.
pub fn back(dispatch: &DeskDispatch, lang: Lang) -> Html {
    html! {
        <button type="button" class="desk-back" onclick={dispatch.on(DeskAction::Look(Place::Start))}>
            <span aria-hidden="true">{ "← " }</span>{ lang.t(DeskMsg::BackToFiles) }
        </button>
    }
}

/// What lies over the page while files are held over it.
fn veil(lang: Lang) -> Html {
    html! {
        <div class="veil" lang={page_lang(lang)} aria-hidden="true">
            <p>{ lang.t(DeskMsg::DropNow) }</p>
        </div>
    }
}
