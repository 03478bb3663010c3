//! Events that no component's own tags can catch.
//!
//! May live here: listeners, each ended by dropping it. May not: what is done when they call.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// Calls back whenever the address has another fragment: Back, Forward, a link, a hand.
/// Dropping what is returned ends it.
pub fn on_fragment(changed: impl Fn() + Clone + 'static) -> [EventListener; 2] {
    let again = changed.clone();
    [
        EventListener::new(&window(), "hashchange", move |_| changed()),
        EventListener::new(&window(), "popstate", move |_| again()),
    ]
}

/// Calls back for every key that nobody has taken, wherever it is pressed. The callback says
/// whether it takes the key.
pub fn on_key(pressed: impl Fn(&str) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        // With shift an arrow selects, while a letter is only another letter.
        let selects = key.shift_key() && key.key().starts_with("Arrow");
        let modified = key.ctrl_key() || key.meta_key() || key.alt_key() || selects;
        if !modified && !key.is_composing() && !key.default_prevented() && pressed(&key.key()) {
            key.prevent_default();
        }
    })
}

/// Calls back as an input method begins (`true`) and ends (`false`) to compose in `input`.
pub fn on_composition(
    input: &HtmlInputElement,
    changed: impl Fn(bool) + Clone + 'static,
) -> [EventListener; 2] {
    let again = changed.clone();
    [
        EventListener::new(input, "compositionstart", move |_| changed(true)),
        EventListener::new(input, "compositionend", move |_| again(false)),
    ]
}

/// Calls back with the id of what is about to be shown, because the browser's own finding or a
/// link of it leads into text that is hidden until found.
pub fn on_found(found: impl Fn(&str) + 'static) -> EventListener {
    EventListener::new(&document(), "beforematch", move |event| {
        if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            found(&element.id());
        }
    })
}

/// Whether the keyboard is nowhere in particular or in the text.
pub fn is_reading() -> bool {
    let is_text =
        |element: Element| element.tag_name() == "BODY" || matches!(element.closest("main"), Ok(Some(_)));
    document().active_element().is_none_or(is_text)
}

/// Whether the keyboard is in a field that takes text.
pub fn is_typing() -> bool {
    let takes_text = |element: Element| match element.tag_name().as_str() {
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio")),
        "TEXTAREA" | "SELECT" => true,
        _ => element.has_attribute("contenteditable"),
    };
    document().active_element().is_some_and(takes_text)
}
