//! Blocks that are packed: base64 around raw deflate (RFC 1951), as the browser's own streams unpack it.
//!
//! May live here: packing and unpacking. May not: what is in a block (`bundle`).

use gloo_timers::callback::Timeout;
use gloo_utils::{document, window};
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element};

use super::js::{call, get};

/// How long a block is waited for before it is looked for again, while the file is still arriving.
const ARRIVING_MS: u32 = 50;

/// Calls back with what is packed in the block `id` behind the block `before`: both are one stream, and each
/// says in `data-len` how many bytes of it are its own. With nothing where a block is not there, is broken, or
/// says that it holds more than `max_len` bytes. A block that has not arrived yet is waited for.
pub fn unpack_block(before: &str, id: &str, max_len: usize, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    match [before, id].map(block) {
        [Some(before), Some(block)] => unpack([before, block], max_len, done),
        _ if [before, id].map(has_arrived).contains(&Some(false)) => {
            let (before, id) = (before.to_owned(), id.to_owned());
            Timeout::new(ARRIVING_MS, move || unpack_block(&before, &id, max_len, done)).forget();
        }
        _ => done(None),
    }
}

/// Whether a block has arrived, all of it; nothing where none of this id will.
pub fn has_arrived(id: &str) -> Option<bool> {
    let is_loading = get(&document(), "readyState").as_string().as_deref() == Some("loading");
    match block(id) {
        Some(_) => Some(true),
        None if is_loading => Some(false),
        None => None,
    }
}

/// A block that has arrived: while the file is arriving, the last element may still grow.
fn block(id: &str) -> Option<Element> {
    let is_loading = get(&document(), "readyState").as_string().as_deref() == Some("loading");
    let block = document().get_element_by_id(id)?;
    (!is_loading || block.next_element_sibling().is_some()).then_some(block)
}

fn unpack(blocks: [Element; 2], max_len: usize, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let len = |block: &Element| {
        let len = block.get_attribute("data-len")?.parse().ok()?;
        Some(len).filter(|&len: &usize| len <= max_len)
    };
    let bytes = |block: &Element| bytes_of(block.text_content()?.trim());
    let [before, block] = &blocks;
    let lens = len(before).zip(len(block));
    let packed = bytes(before).zip(bytes(block)).map(|(before, block)| Array::of2(&before, &block));
    let promise = packed.and_then(|parts| through("DecompressionStream", &parts).ok());
    let Some(((len_before, len), promise)) = lens.zip(promise) else { return done(None) };
    settle(&promise, move |bytes| {
        let whole = bytes.filter(|bytes| bytes.len() == len_before + len);
        done(whole.map(|mut bytes| bytes.split_off(len_before)));
    });
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

/// The promise of what comes out of a stream of the browser's into which these bytes go.
fn through(stream: &str, parts: &Array) -> Result<JsValue, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(parts)?;
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
