//! A picture of lines becomes one of pixels.
//!
//! May live here: drawing. May not: what is drawn (`quote::svg`).

use gloo_utils::document;
use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Draws the picture that an address holds, so many pixels wide and high, and calls back with it as PNG; never
/// where a browser refuses.
pub fn draw_png(address: &str, size: (u32, u32), drawn: impl FnOnce(Vec<u8>) + 'static) {
    let _ = draw(address, size, drawn);
}

fn draw(address: &str, size: (u32, u32), drawn: impl FnOnce(Vec<u8>) + 'static) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let loaded = {
        let image = image.clone();
        Closure::once_into_js(move || {
            let _ = pixels(&image, size, drawn);
        })
    };
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_src(address);
    Ok(())
}

/// The size is not asked of the image: WebKit may call that of a picture of lines the size at which it last showed
/// it.
fn pixels(
    image: &HtmlImageElement,
    (width, height): (u32, u32),
    drawn: impl FnOnce(Vec<u8>) + 'static,
) -> Result<(), JsValue> {
    let canvas = document().create_element("canvas")?.dyn_into::<HtmlCanvasElement>()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context = context.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into())?;
    let done = Closure::once_into_js(move |blob: JsValue| {
        let _ = bytes_of(&blob, drawn);
    });
    canvas.to_blob(done.unchecked_ref())
}

fn bytes_of(blob: &JsValue, read: impl FnOnce(Vec<u8>) + 'static) -> Result<(), JsValue> {
    let blob: &Blob = blob.dyn_ref().ok_or(JsValue::NULL)?;
    let got = Closure::once_into_js(move |buffer: JsValue| read(Uint8Array::new(&buffer).to_vec()));
    let promise = blob.array_buffer();
    let then: Function = Reflect::get(&promise, &"then".into())?.dyn_into()?;
    then.call1(&promise, &got).map(drop)
}
