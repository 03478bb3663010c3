//! Hooks that tie the desk to the page: what is dropped and pasted, reading, Back, where the keyboard is.
//!
//! May live here: when something of the page is read or changed. May not: how (`browser`), why (`app`).

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::DeskDispatch;
use crate::app::desk::{
    Brought, Content, Desk, DeskAction, Encoding, Missed, Origin, Paper, PaperId, Place, Pointed, Refusal,
    understand,
};
use crate::browser::{self, AddressBar, Arrival, Held, PageEdge};

/// Tells what is dropped on the page and pasted into it.
#[hook]
pub fn use_arrivals(dispatch: &DeskDispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let arrivals = browser::on_arrival(move |arrival| {
            dispatch.send(match arrival {
                Arrival::Over(over) => DeskAction::Drag(over),
                Arrival::Files { held, missed } => DeskAction::Bring(brought(held), missed.map(unheard)),
                Arrival::Text(text) => DeskAction::Paste(text),
            });
        });
        move || drop(arrivals)
    });
}

/// What the browser did not hand over, as the desk knows it.
fn unheard(missed: browser::Missed) -> Missed {
    match missed {
        browser::Missed::TooMany => Missed::TooMany,
        browser::Missed::Closed => Missed::Closed,
    }
}

/// Files that the browser holds, as the desk knows them.
pub fn brought(held: Vec<Held>) -> Vec<Brought> {
    let of = |Held { handle, name, size }| Brought { handle, name, size };
    held.into_iter().map(of).collect()
}

/// Above this a paper keeps the page busy for so long that what is said about it should be seen first.
const LONG: u64 = 200_000;

/// How long the browser needs at most to show that a paper is being read.
const SHOWN_MS: u32 = 32;

/// Hands over the bytes of the paper that is to be read, and what was understood of them. Between two papers
/// the page is its own again. Of files that are off the desk the browser lets go.
#[hook]
pub fn use_reading(desk: &Desk, dispatch: &DeskDispatch) {
    let dispatch = dispatch.clone();
    let job = desk.being_read().cloned();
    use_effect_with(job, move |job| {
        if let Some(paper) = job {
            hand_over(paper, dispatch);
        }
    });
    let handles = desk.papers.iter().filter_map(|paper| match paper.origin {
        Origin::File { handle, .. } => Some(handle),
        Origin::Pasted { .. } | Origin::Meeting { .. } => None,
    });
    use_effect_with(handles.collect::<Vec<u32>>(), |handles| browser::keep_only(handles));
}

fn hand_over(paper: &Paper, dispatch: DeskDispatch) {
    let Paper { id, turn, asked, .. } = *paper;
    let rest = if paper.size > LONG { SHOWN_MS } else { 0 };
    let finish = move |read: Box<dyn FnOnce() -> Result<Content, Refusal>>| {
        Timeout::new(rest, move || dispatch.send(DeskAction::Finish(id, turn, read()))).forget();
    };
    let of_bytes = |bytes: Vec<u8>, asked: Option<Encoding>| understand(&bytes, asked, &PageEdge);
    match &paper.origin {
        Origin::File { handle, .. } => browser::read_bytes(*handle, move |bytes| {
            finish(Box::new(move || of_bytes(bytes.ok_or(Refusal::Gone)?, asked)));
        }),
        Origin::Pasted { text, .. } => {
            let bytes = text.as_bytes().to_vec();
            finish(Box::new(move || of_bytes(bytes, Some(Encoding::Utf8))));
        }
        Origin::Meeting { packed, .. } => {
            let packed = packed.clone();
            finish(Box::new(move || packed.ok_or(Refusal::Gone)?.understand()));
        }
    }
}

/// Keeps the address and the place together, so that Back leads from minutes to the list and not away from
/// all that was brought.
#[hook]
pub fn use_places(place: Place, dispatch: &DeskDispatch) {
    let bar = use_memo((), |_| AddressBar::default());
    let before = use_memo((), |_| Cell::new(Place::Start));
    // With what the page was opened: a place in minutes that are still to come.
    let asked = use_memo((), |_| browser::fragment());
    use_effect_with((), {
        let (dispatch, bar) = (dispatch.clone(), Rc::clone(&bar));
        move |_| {
            // Loaded anew, the page has none of the papers.
            if Place::of_fragment(&browser::fragment()).is_some() {
                bar.replace(&Place::Start.fragment());
            }
            let listeners = browser::on_fragment(move || {
                if let Some(place) = Place::of_fragment(&browser::fragment()) {
                    dispatch.send(DeskAction::Look(place));
                }
            });
            move || drop(listeners)
        }
    });
    use_effect_with(place, move |&place| {
        let before = before.replace(place);
        if before == place {
            return;
        }
        // Back belongs to the page around.
        if !browser::is_framed() && Place::of_fragment(&browser::fragment()) != Some(place) {
            if before == Place::Start {
                bar.replace(&before.fragment());
            }
            let to_minutes = matches!(place, Place::Minutes(_)) && Place::of_fragment(&asked).is_none();
            let rest = if to_minutes && !asked.is_empty() { format!(";{asked}") } else { String::new() };
            bar.push(&format!("{}{rest}", place.fragment()));
        }
        arrive(before, place);
    });
}

/// Gives the keyboard to what is looked at now; back in the list, to the paper that was looked at.
fn arrive(before: Place, place: Place) {
    browser::show_top();
    match (before, place) {
        (Place::Preview(id) | Place::Minutes(id), Place::Start) => {
            let row = row_id(id);
            if !browser::is_in_view(&row) {
                browser::show_amid(&row);
            }
            browser::focus_first(&format!("[id=\"{row}\"]"));
        }
        (Place::Shelf, Place::Start) => browser::focus_first(".shelve"),
        (_, Place::Minutes(_)) => browser::focus_first("#kg-text"),
        _ => browser::focus_first("h1"),
    }
}

/// The id of a paper in the list.
pub fn row_id(id: PaperId) -> String {
    format!("kg-paper-{}", id.0)
}

/// Calls the window after what it shows.
#[hook]
pub fn use_title(title: String) {
    use_effect_with(title, |title| browser::call_window(title));
}

/// The id of a line of the source, counted from 1.
pub fn line_id(line: usize) -> String {
    format!("kg-line-{line}")
}

/// The id of a notice, by its place in the list.
pub fn notice_id(notice: usize) -> String {
    format!("kg-notice-{notice}")
}

/// Brings what is pointed at into view and gives it the keyboard.
#[hook]
pub fn use_pointed(pointed: Option<Pointed>, turn: u32) {
    use_effect_with((pointed, turn), |(pointed, _)| {
        if let Some(pointed) = pointed {
            let id = match *pointed {
                Pointed::Line(line) => line_id(line),
                Pointed::Notice(notice) => notice_id(notice),
            };
            browser::show_amid(&id);
            browser::focus_first(&format!("[id=\"{id}\"]"));
        }
    });
}
