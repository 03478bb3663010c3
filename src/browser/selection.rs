//! Words that a reader marks on the page.
//!
//! May live here: what is marked, and when. May not: which words of the minutes that are
//! (`app::share`).

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Words that are marked within a speech.
pub struct Marking {
    /// The id of the speech.
    pub id: String,
    /// The words.
    pub words: String,
    /// What stands before them in the speech.
    pub before: String,
}

/// How long a selection must rest: it changes with every move of the pointer.
const REST_MS: u32 = 250;

/// Calls back with what is marked within one speech, or with nothing. Dropping what is returned ends
/// it.
pub fn on_marked(marked: impl Fn(Option<Marking>) + 'static) -> EventListener {
    let marked = Rc::new(marked);
    let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    EventListener::new(&document(), "selectionchange", move |_| {
        let marked = Rc::clone(&marked);
        // Dropping the timeout that waited until now cancels it.
        waiting.replace(Some(Timeout::new(REST_MS, move || {
            if !is_in_control() {
                marked(read());
            }
        })));
    })
}

/// Whether the keyboard is on a button or in a field: pressing what hands the words on does not
/// unmark them.
fn is_in_control() -> bool {
    let active = document().active_element();
    active.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "INPUT" | "TEXTAREA"))
}

fn read() -> Option<Marking> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let speech = speech_of(&range.common_ancestor_container().ok()?)?;
    let words = String::from(range.to_string());
    let before = range.clone_range();
    before.set_start(&speech, 0).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    Some(Marking { id: speech.id(), words, before: String::from(before.to_string()) })
}

fn speech_of(node: &Node) -> Option<Element> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => Some(element.clone()),
        None => node.parent_element(),
    };
    element?.closest("article.speech").ok().flatten()
}
