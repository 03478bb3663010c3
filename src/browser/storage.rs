//! What the browser keeps for us from one file to the next, and the languages that it asks for.
//!
//! A page in a sandbox may ask for neither, a full or forbidden store throws: then nothing is kept.
//!
//! May live here: one text under one name. May not: what it says (`app::settings`).

use gloo_utils::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

const KEY: &str = "kaigiroku";

/// What was kept, if anything was.
pub fn load() -> Option<String> {
    call("getItem", None).ok()?.as_string()
}

/// Keeps a text in the place of the one before.
pub fn save(text: &str) {
    // Where nothing can be kept the page still does what was asked for.
    let _ = call("setItem", Some(text));
}

fn call(name: &str, text: Option<&str>) -> Result<JsValue, JsValue> {
    // In some sandboxes already the look at the store throws.
    let store = Reflect::get(&window(), &"localStorage".into())?;
    let function: Function = Reflect::get(&store, &name.into())?.dyn_into()?;
    match text {
        Some(text) => function.call2(&store, &KEY.into(), &text.into()),
        None => function.call1(&store, &KEY.into()),
    }
}

/// The tags of the languages that the reader prefers, the best first.
pub fn languages() -> Vec<String> {
    let found = || -> Result<Array, JsValue> {
        let navigator = Reflect::get(&window(), &"navigator".into())?;
        Reflect::get(&navigator, &"languages".into())?.dyn_into()
    };
    found().map(|tags| tags.iter().filter_map(|tag| tag.as_string()).collect()).unwrap_or_default()
}
