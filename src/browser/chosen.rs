//! A file that a reader chooses.
//!
//! May live here: getting its text. May not: what the text is (`import`).

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// Reads the file that a field has been given, as UTF-8, and calls back with its text.
pub fn read_chosen(event: &Event, read: impl FnOnce(String) + 'static) {
    // A field that was emptied has no file, and then there is nothing to read.
    let _ = try_read(event, read);
}

fn try_read(event: &Event, read: impl FnOnce(String) + 'static) -> Result<(), JsValue> {
    let field = event.target().ok_or(JsValue::NULL)?;
    let file = Reflect::get_u32(&Reflect::get(&field, &"files".into())?, 0)?;
    let text: Function = Reflect::get(&file, &"text".into())?.dyn_into()?;
    let promise = text.call0(&file)?;
    let got = Closure::once_into_js(move |text: JsValue| read(text.as_string().unwrap_or_default()));
    let then: Function = Reflect::get(&promise, &"then".into())?.dyn_into()?;
    then.call1(&promise, &got).map(drop)
}
