//! Files and texts that leave the page: saved, or handed to another program.
//!
//! May live here: ways out of the page. May not: what is in a file (`app::save`).

use gloo_timers::callback::Timeout;
use gloo_utils::{document, window};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlElement, Url};

/// Browsers take their time to read what is saved.
const KEEP_MS: u32 = 60_000;

/// A file, ready to leave.
pub struct Leaving<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its media type.
    pub media_type: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// Has the browser save a file; it gives it another name where there is one of that name.
pub fn save_file(file: &Leaving<'_>) {
    // Where saving is refused, nothing tells us.
    let _ = try_save(file);
}

fn try_save(file: &Leaving<'_>) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob(file)?)?;
    let link = document().create_element("a")?.dyn_into::<HtmlElement>()?;
    link.set_attribute("href", &url)?;
    link.set_attribute("download", file.name)?;
    // Some browsers follow only links that stand on the page.
    document().body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    link.remove();
    Timeout::new(KEEP_MS, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

fn blob(file: &Leaving<'_>) -> Result<Blob, JsValue> {
    let bytes = Uint8Array::from(file.bytes);
    let options = BlobPropertyBag::new();
    options.set_type(file.media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options)
}

/// Whether the browser can hand something to other programs.
pub fn can_share() -> bool {
    sharer().is_some()
}

fn sharer() -> Option<Function> {
    let navigator = window().navigator();
    Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()
}

/// Hands a text, with the address that leads there, to another program.
pub fn share_text(title: &str, text: &str, url: &str) {
    let data = Object::new();
    for (name, value) in [("title", title), ("text", text), ("url", url)] {
        if !value.is_empty() {
            let _ = Reflect::set(&data, &name.into(), &value.into());
        }
    }
    share(&data);
}

/// Hands a file to another program; where that cannot be, it is saved.
pub fn share_file(file: &Leaving<'_>) {
    let data = Object::new();
    let navigator = window().navigator();
    let may = || -> Result<bool, JsValue> {
        let made = File::new_with_blob_sequence(&Array::of1(&blob(file)?.into()), file.name)?;
        Reflect::set(&data, &"files".into(), &Array::of1(&made))?;
        let can: Function = Reflect::get(&navigator, &"canShare".into())?.dyn_into()?;
        Ok(can.call1(&navigator, &data)?.as_bool().unwrap_or(false))
    };
    if may().unwrap_or(false) { share(&data) } else { save_file(file) }
}

fn share(data: &Object) {
    let Some(sharer) = sharer() else { return };
    let promise = sharer.call1(&window().navigator(), data).ok();
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        // Who closes the list of programs has not failed at anything.
        let ignore = Closure::once_into_js(|_: JsValue| {});
        let _ = Reflect::get(&promise, &"catch".into())
            .and_then(|catch| catch.dyn_into::<Function>())
            .and_then(|catch| catch.call1(&promise, &ignore));
    }
}
