//! The page of a shelf: the start with all meetings, and one of them at a time.
//!
//! 1. [`mod@start`] is the head, the search and the filters; [`list`] shows the meetings, [`ties`] what they
//!    have in common.
//! 2. [`mod@over`] stands over a meeting: the way back, and on to its neighbours.
//! 3. [`hooks`] ties the shelf to the page: blocks, searching, the address; [`engine`] to the engine beside it.
//!
//! May live here: which tag shows which part of the shelf. May not: what is shown and why (`app`).

pub mod engine;
pub mod hooks;
pub mod list;
pub mod over;
pub mod start;
pub mod ties;

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::{Cause, Dispatch};
use super::jump::on_click_go;
use super::{App, hooks as page_hooks};
use crate::app::SharedDocument;
use crate::app::permalink::in_meeting;
use crate::app::screen::compose_shelf;
use crate::app::shelf::{Place, SharedShelf, ShelfAction, ShelfState};
use crate::shelf::EntryId;
use hooks::Blocks;
use over::over;
use start::start;

/// The way to send something that happens on the page of a shelf.
pub type ShelfDispatch = Dispatch<ShelfAction>;

/// The state as Yew keeps it.
#[derive(Clone)]
pub struct ShelfStore {
    /// What the reader has chosen.
    pub state: Rc<ShelfState>,
    /// What the last action was, as far as the address cares.
    pub cause: Cause,
}

impl Reducible for ShelfStore {
    type Action = ShelfAction;

    fn reduce(self: Rc<Self>, action: ShelfAction) -> Rc<ShelfStore> {
        let cause = match action {
            ShelfAction::Visit(_) => Cause::Address,
            ShelfAction::Search(_) => Cause::Words,
            ShelfAction::Toggle(_)
            | ShelfAction::ClearFacet(_)
            | ShelfAction::ClearFilters
            | ShelfAction::ClearAll
            | ShelfAction::Open(..)
            | ShelfAction::Close => Cause::Choice,
            ShelfAction::More
            | ShelfAction::MoreThreads
            | ShelfAction::ShowFilters(_)
            | ShelfAction::Finish(..)
            | ShelfAction::Found(..)
            | ShelfAction::FindBy(_)
            | ShelfAction::Counted(..)
            // What the address does not tell may come before an answer to what it does.
            | ShelfAction::Set(_) => self.cause,
        };
        let state = Rc::clone(&self.state).reduce(action);
        if Rc::ptr_eq(&state, &self.state) { self } else { Rc::new(ShelfStore { state, cause }) }
    }
}

/// What the page of a shelf is given.
#[derive(Clone, Default, PartialEq, Properties)]
pub struct ShelfProps {
    /// The shelf, made once.
    pub shelf: SharedShelf,
    /// What the file is called; empty where it has no name of its own.
    #[prop_or_default]
    pub title: AttrValue,
    /// Where the meetings are.
    #[prop_or_default]
    pub blocks: Blocks,
    /// What stands above the start: the way to what the shelf was made of.
    #[prop_or_default]
    pub above: Html,
}

/// The whole page of a shelf.
#[component]
pub fn ShelfPage(props: &ShelfProps) -> Html {
    let store = use_reducer({
        let ShelfProps { shelf, title, .. } = props.clone();
        move || {
            let start = page_hooks::start();
            let state = ShelfState::new(shelf, title.to_string(), page_hooks::settings(), &start);
            ShelfStore { state: Rc::new(state), cause: Cause::Address }
        }
    });
    let dispatch = use_memo((), {
        let dispatcher = store.dispatcher();
        move |_| Dispatch::new(dispatcher.to_callback())
    });
    let state = &store.state;
    let screen = use_memo(super::part::Same(Rc::clone(state)), |same| compose_shelf(&same.0));

    page_hooks::use_ready();
    page_hooks::use_settings(state.settings);
    hooks::use_unpacking(state, &props.blocks, &dispatch);
    hooks::use_searching(state, &dispatch);
    engine::use_engine(state, &props.blocks, &dispatch);
    hooks::use_address(&store, &dispatch);
    hooks::use_title(screen.title.clone());

    let opened = match state.place {
        Place::Meeting { entry, .. } => state.in_hand_of(entry).map(|held| (entry, held.clone())),
        Place::Start => None,
    };
    let document = use_memo(opened, |opened| {
        let (entry, held) = opened.as_ref()?;
        let key = props.shelf.entry(*entry)?.key.to_string();
        Some((*entry, SharedDocument::of_shelf(key, held.minutes.clone())))
    });
    let meeting = document.as_ref().as_ref().map(|(entry, document)| {
        html! {
            <App key={entry.0} document={document.clone()} start={AttrValue::from(state.fragment())} />
        }
    });
    hooks::use_arrival(state, meeting.is_some(), &dispatch);
    match &screen.over {
        Some(view) => html! { <>{ over(&dispatch, &screen, view, meeting.is_some()) }{ for meeting }</> },
        None => html! { <>{ props.above.clone() }{ start(&dispatch, state.settings, &screen) }</> },
    }
}

/// A link to a place in a meeting. A plain click goes there within the page; with a modifier it stays the
/// browser's.
pub fn to_meeting(
    dispatch: &ShelfDispatch,
    entry: EntryId,
    key: &str,
    inside: &str,
    class: &'static str,
    words: Html,
) -> Html {
    let onclick = on_click_go(dispatch, ShelfAction::Open(entry, inside.to_owned()));
    html! { <a href={format!("#{}", in_meeting(key, inside))} class={classes!(class)} {onclick}>{ words }</a> }
}
