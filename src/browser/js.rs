//! Properties and methods by name, for what not every browser has.
//!
//! May live here: asking and calling. May not: what for.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property; undefined where there is none.
pub(super) fn get(of: &JsValue, key: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

/// A property that is a text; empty where it is none.
pub(super) fn text(of: &JsValue, key: &str) -> String {
    get(of, key).as_string().unwrap_or_default()
}

/// What is in something like a list.
#[cfg(feature = "opens")]
pub(super) fn items(of: &JsValue) -> Vec<JsValue> {
    if of.is_undefined() || of.is_null() { Vec::new() } else { Array::from(of).to_vec() }
}

/// Calls a method.
///
/// # Errors
///
/// What it throws, or that there is none.
pub(super) fn call(of: &JsValue, name: &str, given: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(of, &JsValue::from_str(name))?.dyn_into()?;
    Reflect::apply(&function, of, &given.iter().copied().cloned().collect::<Array>())
}
