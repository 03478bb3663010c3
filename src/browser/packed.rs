//! Blocks that are packed: base64 around raw deflate (RFC 1951), as the browser's own streams unpack it.
//!
//! May live here: packing and unpacking. May not: what is in a block (`bundle`).

use gloo_utils::{document, window};
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::js::{call, get};

/// Calls back with what is packed in the block of this id; with nothing where there is no such block, or
/// it is broken.
pub fn unpack_block(id: &str, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let text = document().get_element_by_id(id).and_then(|block| block.text_content());
    let bytes = text.and_then(|text| bytes_of(text.trim()));
    match bytes.and_then(|bytes| through("DecompressionStream", &bytes).ok()) {
        Some(promise) => settle(&promise, done),
        None => done(None),
    }
}

/// Calls back with the bytes, packed; with nothing where the browser cannot pack.
pub fn pack(bytes: &[u8], done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    match through("CompressionStream", &Uint8Array::from(bytes)) {
        Ok(promise) => settle(&promise, done),
        Err(_) => done(None),
    }
}

/// The bytes that base64 stands for; nothing where it is none.
fn bytes_of(text: &str) -> Option<Uint8Array> {
    let kind = get(&js_sys::global(), "Uint8Array");
    if get(&kind, "fromBase64").is_function() {
        return call(&kind, "fromBase64", &[&text.into()]).ok()?.dyn_into().ok();
    }
    // A letter a byte.
    let letters = window().atob(text).ok()?;
    let bytes: Option<Vec<u8>> = letters.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    Some(Uint8Array::from(bytes?.as_slice()))
}

/// The promise of what comes out of a stream of the browser's into which the bytes go.
fn through(stream: &str, bytes: &Uint8Array) -> Result<JsValue, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(bytes))?;
    let stream = make(stream, &"deflate-raw".into())?;
    let out = call(&call(&blob, "stream", &[])?, "pipeThrough", &[&stream])?;
    call(&make("Response", &out)?, "arrayBuffer", &[])
}

fn make(kind: &str, given: &JsValue) -> Result<JsValue, JsValue> {
    let kind: Function = get(&js_sys::global(), kind).dyn_into()?;
    Reflect::construct(&kind, &Array::of1(given))
}

fn settle(promise: &JsValue, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    // One function for both ways, so that none is left over.
    let settled = Closure::once_into_js(move |outcome: JsValue| {
        let bytes = outcome.is_instance_of::<js_sys::ArrayBuffer>().then(|| Uint8Array::new(&outcome));
        done(bytes.map(|bytes| bytes.to_vec()));
    });
    let _ = call(promise, "then", &[&settled, &settled]);
}
