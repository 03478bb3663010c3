//! Hooks that tie the shelf to the page: unpacking, searching, the address, where the keyboard is.
//!
//! May live here: when something of the page is read or changed. May not: how (`browser`), why (`app`).

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::{ShelfDispatch, ShelfStore};
use crate::app::permalink;
use crate::app::shelf::{
    Breakage, InHand, MAX_LEN, Minutes, PRIME, Place, SharedShelf, ShelfAction, ShelfState, block_id,
    take_in_hand,
};
use crate::browser::{self, AddressBar};
use crate::shelf::EntryId;
use crate::view::dispatch::Cause;
use crate::view::hooks as page_hooks;

/// Where the meetings of a shelf are.
#[derive(Clone, Default)]
pub enum Blocks {
    /// In blocks of the page.
    #[default]
    OfPage,
    /// With somebody who gives them: what an entry holds, or why it holds nothing.
    Given(Callback<EntryId, Result<Minutes, Breakage>>),
}

impl PartialEq for Blocks {
    fn eq(&self, other: &Blocks) -> bool {
        match (self, other) {
            (Blocks::OfPage, Blocks::OfPage) => true,
            (Blocks::Given(one), Blocks::Given(other)) => one == other,
            _ => false,
        }
    }
}

/// Takes the meeting in hand that is wanted next. Between two meetings the page is its own again.
#[hook]
pub fn use_unpacking(state: &ShelfState, blocks: &Blocks, dispatch: &ShelfDispatch) {
    let (dispatch, blocks, shelf) = (dispatch.clone(), blocks.clone(), state.shelf.clone());
    use_effect_with(state.to_unpack(), move |wanted| {
        if let Some(id) = *wanted {
            unpack(id, shelf, blocks, dispatch);
        }
    });
}

fn unpack(id: EntryId, shelf: SharedShelf, blocks: Blocks, dispatch: ShelfDispatch) {
    let finish = move |outcome: Result<InHand, Breakage>| dispatch.send(ShelfAction::Finish(id, outcome));
    match blocks {
        Blocks::OfPage => {
            let Some(entry) = shelf.entry(id) else { return };
            browser::unpack_block(PRIME, &block_id(entry.key), MAX_LEN, move |bytes| {
                finish(take_in_hand(bytes.as_deref(), &shelf, id));
            });
        }
        Blocks::Given(give) => {
            let take = move || {
                let held = |minutes| InHand::new(minutes, &shelf, id).ok_or(Breakage::Damaged);
                finish(give.emit(id).and_then(held));
            };
            Timeout::new(0, take).forget();
        }
    }
}

/// How long meetings are searched before the page is its own again.
const SLICE_MS: f64 = 10.0;

/// Searches the meetings in hand that are still to be searched, slice by slice.
#[hook]
pub fn use_searching(state: &Rc<ShelfState>, dispatch: &ShelfDispatch) {
    let turn = state.turn;
    let next = state.to_search().next().map(|(id, _)| id);
    let before = use_memo((), |_| Cell::new(None));
    let (state, dispatch) = (Rc::clone(state), dispatch.clone());
    use_effect_with((turn, next), move |_| {
        let is_first = before.replace(Some(turn)) != Some(turn);
        let slice = move || {
            let end = browser::now_ms() + SLICE_MS;
            let found = state.search_on(|| browser::now_ms() < end);
            if !found.is_empty() {
                dispatch.send(ShelfAction::Found(turn, found));
            }
        };
        // The first answers are drawn with the words that were typed.
        let later = if is_first {
            slice();
            None
        } else {
            next.map(|_| Timeout::new(0, slice))
        };
        move || drop(later)
    });
}

/// Keeps the address and the state together, each way once. Inside of a meeting the meeting words it.
#[hook]
pub fn use_address(store: &ShelfStore, dispatch: &ShelfDispatch) {
    let bar = use_memo((), |_| AddressBar::default());
    use_effect_with((), {
        let (bar, dispatch) = (Rc::clone(&bar), dispatch.clone());
        move |_| {
            let listeners = browser::on_fragment(move || {
                bar.forget();
                dispatch.send(ShelfAction::Visit(page_hooks::start()));
            });
            move || drop(listeners)
        }
    });
    let cause = store.cause;
    use_effect_with(store.state.fragment(), move |fragment| match cause {
        Cause::Address => {}
        // Back belongs to the page around.
        _ if browser::is_framed() => bar.replace(fragment),
        // The first words are a step that Back undoes; what is typed after them is not.
        Cause::Words if permalink::has_words(&browser::fragment()) => bar.replace_soon(fragment),
        _ => bar.push(fragment),
    });
}

/// Gives the keyboard to what is looked at now; back at the start, to the meeting that was looked at. What
/// was set inside of a meeting holds for the start, too.
#[hook]
pub fn use_arrival(state: &ShelfState, is_open: bool, dispatch: &ShelfDispatch) {
    let (entry, has_place) = match &state.place {
        Place::Start => (None, false),
        Place::Meeting { entry, inside } => (Some(*entry), !inside.is_empty()),
    };
    // Who opens a file is where its address leads; who opens a meeting from the start goes on in it.
    let is_first = use_memo((), |_| Cell::new(true));
    use_effect_with((entry, is_open), move |&(_, is_open)| {
        if !is_first.replace(false) && is_open {
            browser::focus_first("#kg-text");
        }
    });
    let before = use_memo((), move |_| Cell::new(entry));
    let (dispatch, shelf) = (dispatch.clone(), state.shelf.clone());
    use_effect_with(entry, move |&entry| {
        let left = before.replace(entry);
        if left == entry {
            return;
        }
        if entry.is_some() {
            // What the meeting opens at is brought into view by itself.
            if !has_place {
                browser::show_top();
            }
            if !is_open {
                browser::focus_first("#kg-over");
            }
            return;
        }
        dispatch.send(ShelfAction::Set(page_hooks::settings()));
        let key = left.and_then(|left| shelf.entry(left)).map(|entry| entry.key.to_string());
        let row = row_id(&key.unwrap_or_default());
        browser::show_top();
        if !browser::is_in_view(&row) {
            browser::show_amid(&row);
        }
        browser::focus_first(&format!("[id=\"{row}\"] a"));
    });
}

/// The id of a meeting in the list.
pub fn row_id(key: &str) -> String {
    format!("kg-row-{key}")
}

/// Calls the window after what it shows.
#[hook]
pub fn use_title(title: String) {
    use_effect_with(title, |title| browser::call_window(title));
}
