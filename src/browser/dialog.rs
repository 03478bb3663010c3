//! A dialog of the page, shown in front of everything else.
//!
//! May live here: opening, closing, where the keyboard is afterwards. May not: what it says.

use gloo_events::EventListener;
use gloo_utils::document;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

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
    let _closed = EventListener::new(&element, "close", move |_| closed());
    Some(Dialog { element, before, _closed })
}

fn call(element: &Element, name: &str) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(element, &name.into())?.dyn_into()?;
    function.call0(element)
}
