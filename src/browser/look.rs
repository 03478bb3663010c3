//! Colours that somebody other than the reader has asked for.
//!
//! The policy of the page forbids `style` attributes, not what a program does to the sheets that are there.
//!
//! May live here: light, dark, a sheet more. May not: which colours (`app::embed`).

use gloo_utils::document;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// What the sheets write about readers who prefer dark pages.
const DARK: &str = "(prefers-color-scheme: dark)";

/// Makes the page `light` or `dark` whatever the reader prefers; with neither, as the reader prefers.
pub fn set_scheme(scheme: Option<&str>) {
    let media = match scheme {
        Some("dark") => format!("screen, {DARK}"),
        // No screen is as narrow as that.
        Some("light") => format!("{DARK} and (max-width: 0px)"),
        _ => DARK.to_owned(),
    };
    if let Some(page) = document().document_element().and_then(|page| page.dyn_into::<HtmlElement>().ok()) {
        let _ = match scheme {
            Some(scheme) => page.style().set_property("color-scheme", scheme),
            None => page.style().remove_property("color-scheme").map(drop),
        };
    }
    for list in ["styleSheets", "adoptedStyleSheets"] {
        for sheet in items(&get(&document(), list)) {
            for rule in items(&get(&sheet, "cssRules")) {
                let about = get(&rule, "media");
                let is_about_dark =
                    get(&about, "mediaText").as_string().is_some_and(|text| text.contains(DARK));
                if is_about_dark {
                    let _ = Reflect::set(&about, &"mediaText".into(), &JsValue::from_str(&media));
                }
            }
        }
    }
}

/// Puts one more sheet over those of the page, in the place of the one before.
pub fn wear(css: &str) {
    // A browser that knows no such sheets keeps the colours that it has.
    let _ = put_on(css);
}

fn put_on(css: &str) -> Result<(), JsValue> {
    let new: Function = Reflect::get(&gloo_utils::window(), &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&new, &Array::new())?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &JsValue::from_str(css))?;
    Reflect::set(&document(), &"adoptedStyleSheets".into(), &Array::of1(&sheet)).map(drop)
}

fn get(of: &JsValue, key: &str) -> JsValue {
    Reflect::get(of, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

fn items(of: &JsValue) -> Vec<JsValue> {
    if of.is_undefined() { Vec::new() } else { Array::from(of).to_vec() }
}
