//! The blocks that the page is made of, as it was opened.
//!
//! May live here: reading them. The viewer changes none of them. May not: what they mean (`bundle`).

use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The text of the first element that fits; nothing where there is none.
pub fn text_of(selector: &str) -> Option<String> {
    find(selector)?.text_content()
}

/// An attribute of the first element that fits.
pub fn attribute_of(selector: &str, name: &str) -> Option<String> {
    find(selector)?.get_attribute(name)
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Data blocks with other ids than these, of which `*` may end one, whole elements as they stand in the page.
pub fn other_blocks(known: &[&str]) -> Vec<String> {
    let Ok(found) = document().query_selector_all("script[id^=\"kg-\"]") else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    let is_known = |id: &str| {
        known.iter().any(|known| known.strip_suffix('*').map_or(id == *known, |start| id.starts_with(start)))
    };
    elements.filter(|element| !is_known(&element.id())).map(|element| block(&element)).collect()
}

fn block(element: &Element) -> String {
    let mut out = String::from("<script");
    for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = element.get_attribute(&name).unwrap_or_default();
        let value = value.replace('&', "&amp;").replace('"', "&quot;");
        for piece in [" ", &name, "=\"", &value, "\""] {
            out.push_str(piece);
        }
    }
    out.push('>');
    // It came out of such an element: nothing in it ends one.
    out.push_str(&element.text_content().unwrap_or_default());
    out.push_str("</script>");
    out
}
