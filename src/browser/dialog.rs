//! A dialog of the page, shown in front of everything else.
//!
//! May live here: opening, closing, where the keyboard is afterwards. May not: what it says.

use std::cell::Cell;

use gloo_events::EventListener;
use gloo_utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MouseEvent};

use super::page::focus_first;

/// An open dialog; dropping it closes it and gives the keyboard back.
pub struct Dialog {
    element: Element,
    before: Option<HtmlElement>,
    _closed: EventListener,
}

impl Drop for Dialog {
    fn drop(&mut self) {
        if call(&self.element, "close").is_err() {
            // Where it was no real dialog, removing the mark of an open one hides it.
            let _ = self.element.remove_attribute("open");
        }
        if let Some(before) = &self.before {
            // Whatever had the keyboard may be gone; then nothing has it.
            let _ = before.focus();
        }
    }
}

/// Opens the dialog with this id; calls back when the browser closes it by itself. Where there are
/// no dialogs it stands open on the page.
pub fn open_dialog(id: &str, closed: impl Fn() + 'static) -> Option<Dialog> {
    let element = document().get_element_by_id(id)?;
    let before = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if call(&element, "showModal").is_err() {
        let _ = element.set_attribute("open", "");
        focus_first(&format!("[id=\"{id}\"] button"));
    }
    place(&element, before.as_ref());
    let _closed = EventListener::new(&element, "close", move |_| closed());
    Some(Dialog { element, before, _closed })
}

thread_local! {
    /// How far below the upper edge of the window something was pressed last.
    static PRESSED: Cell<f64> = const { Cell::new(0.0) };
}

/// Remembers where the reader presses, for dialogs that are opened from there. Not every browser gives
/// the keyboard to what is pressed.
pub fn remember_presses() {
    let listener = EventListener::new(&document(), "pointerdown", |event| {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            PRESSED.set(event.client_y().into());
        }
    });
    // A frame that was made as high as its text stays so.
    listener.forget();
}

/// How far above the place where it was opened a dialog begins, and how far it stays off the edges.
const ABOVE: f64 = 64.0;
const OFF_EDGE: f64 = 16.0;

/// In a frame as high as its text the middle of the window is where nobody looks: there a dialog stands
/// where it was opened.
fn place(element: &Element, opener: Option<&HtmlElement>) {
    if !matches!(element.closest("[data-embed=\"fit\"]"), Ok(Some(_))) {
        return;
    }
    let from = opener.filter(|opener| opener.tag_name() != "BODY");
    let from = from.map_or(PRESSED.get(), |opener| opener.get_bounding_client_rect().top());
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let room = height - element.get_bounding_client_rect().height() - OFF_EDGE;
    let top = (from - ABOVE).min(room).max(OFF_EDGE);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Set by program it is no attribute of the page, which its policy would forbid.
        // A whole number: writing a broken one would need a program that weighs on every file.
        let _ = element.style().set_property("margin-top", &format!("{}px", top as i32));
    }
}

fn call(element: &Element, name: &str) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(element, &name.into())?.dyn_into()?;
    function.call0(element)
}
