//! The page that carries us: its data, our place in it, and what we tell it.
//!
//! May live here: blocks of the page by their ids, focus, the clipboard. May not: what they mean.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::document;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, Event, HtmlElement, MouseEvent};

/// The time of the browser's clock, in milliseconds.
#[cfg(feature = "shelf")]
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The text of the data block, or nothing where the page has none.
pub fn data_text() -> Option<String> {
    document().get_element_by_id("kg-doc")?.text_content()
}

/// Gives the window a name.
pub fn call_window(title: &str) {
    document().set_title(title);
}

/// The element in which the viewer is mounted.
pub fn root() -> Option<Element> {
    document().get_element_by_id("kg-app")
}

/// Tells the page's own script what became of the viewer: `kg:ready`, `kg:failed`.
pub fn announce(name: &str, detail: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Nobody may be listening, and no listener may stop it.
        let _ = document().dispatch_event(&event);
    }
}

/// How far across a picture a pointer was pressed, from 0 at the left to 1.
pub fn share_across(event: &MouseEvent) -> f64 {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    pressed.and_then(|element| element.closest("svg").ok().flatten()).map_or(0.0, |element| {
        let area = element.get_bounding_client_rect();
        (f64::from(event.client_x()) - area.left()) / area.width().max(1.0)
    })
}

/// The place, from 0, of what was chosen in a list.
pub fn chosen(event: &Event) -> Option<usize> {
    let list: JsValue = event.target()?.into();
    let at = Reflect::get(&list, &"selectedIndex".into()).ok()?.as_f64()?;
    // Nothing chosen is -1.
    (at >= 0.0).then_some(at as usize)
}

/// Gives the keyboard to the first element inside the viewer that fits, without scrolling there.
pub fn focus_first(selector: &str) {
    let found = root().and_then(|root| root.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = js_sys::Object::new();
        let _ = Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
        let focus = Reflect::get(&element, &"focus".into()).ok();
        if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<Function>().ok()) {
            let _ = focus.call1(&element, &options);
        }
    }
}

/// Puts `text` on the clipboard; says whether that worked.
///
/// The older way of copying is used on purpose: the newer one is missing on pages without
/// https and refused in sandboxed frames, where this one works.
pub fn copy_text(text: &str) -> bool {
    copy(text).unwrap_or(false)
}

/// Puts `html` on the clipboard, for programs that take it as such, and its letters for the others.
pub fn copy_html(html: &str) -> bool {
    let rich = html.to_owned();
    let listener = EventListener::once_with_options(
        &document(),
        "copy",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let set = || -> Result<(), JsValue> {
                let board = Reflect::get(event, &"clipboardData".into())?;
                let put: Function = Reflect::get(&board, &"setData".into())?.dyn_into()?;
                put.call2(&board, &"text/html".into(), &rich.as_str().into())?;
                put.call2(&board, &"text/plain".into(), &rich.as_str().into())?;
                event.prevent_default();
                Ok(())
            };
            // Where this is refused the letters are copied all the same.
            let _ = set();
        },
    );
    let done = copy_text(html);
    drop(listener);
    done
}

fn copy(text: &str) -> Result<bool, JsValue> {
    let document = document();
    let Some(body) = document.body() else { return Ok(false) };
    let had_focus = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let field = document.create_element("textarea")?;
    field.set_attribute("class", "visually-hidden")?;
    field.set_attribute("readonly", "")?;
    field.set_text_content(Some(text));
    // While a dialog is open, nothing outside of it can be selected.
    let dialog = had_focus.as_ref().and_then(|element| element.closest("dialog[open]").ok().flatten());
    dialog.as_ref().unwrap_or(&body).append_child(&field)?;
    let select: Function = Reflect::get(&field, &"select".into())?.dyn_into()?;
    select.call0(&field)?;
    let execute: Function = Reflect::get(&document, &"execCommand".into())?.dyn_into()?;
    let done = execute.call1(&document, &"copy".into());
    field.remove();
    if let Some(element) = had_focus {
        element.focus()?;
    }
    Ok(done?.as_bool().unwrap_or(false))
}
