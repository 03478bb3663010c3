//! The page around, where this one stands in a frame: what is said to it and heard from it.
//!
//! May live here: who may speak, how a message is taken apart without harm, how high we are. May not: what
//! messages mean (`app::embed`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::{document, window};
use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ResizeObserver;

use super::page::root;

/// How long the height must rest before it is told. One change of the text moves it several times.
const REST_MS: u32 = 100;

/// The most texts of a list that are looked at.
const MAX_TEXTS: u32 = 16;

/// The page around.
pub struct Parent {
    window: JsValue,
}

/// A value that is told.
pub enum Said<'a> {
    /// A number.
    Number(f64),
    /// A text.
    Text(&'a str),
    /// Texts.
    Texts(&'a [&'a str]),
}

impl Parent {
    /// The page around, if there is one.
    pub fn find() -> Option<Parent> {
        let own: JsValue = window().into();
        let parent = Reflect::get(&own, &"parent".into()).ok().filter(|parent| !parent.is_falsy())?;
        (!Object::is(&own, &parent)).then_some(Parent { window: parent })
    }

    /// Calls back for every message of the page around, and of nobody else, as long as this page is there.
    pub fn listen(&self, heard: impl Fn(Received) + 'static) {
        let parent = self.window.clone();
        let listener = EventListener::new(&window(), "message", move |event| {
            let is_parents =
                Reflect::get(event, &"source".into()).is_ok_and(|source| Object::is(&source, &parent));
            if let Some(data) = Reflect::get(event, &"data".into()).ok().filter(|_| is_parents) {
                heard(Received { data, at: event.time_stamp() });
            }
        });
        listener.forget();
    }

    /// Tells the page around something. It may be anybody's, so that this is never a text of the minutes.
    pub fn tell(&self, fields: &[(&str, Said)]) {
        let message = Object::new();
        for (key, value) in fields {
            let value = match value {
                Said::Number(number) => JsValue::from_f64(*number),
                Said::Text(text) => JsValue::from_str(text),
                Said::Texts(texts) => {
                    texts.iter().map(|text| JsValue::from_str(text)).collect::<Array>().into()
                }
            };
            // A new object takes everything.
            let _ = Reflect::set(&message, &JsValue::from_str(key), &value);
        }
        let post = Reflect::get(&self.window, &"postMessage".into()).ok();
        if let Some(post) = post.and_then(|post| post.dyn_into::<Function>().ok()) {
            // A page that has gone hears nothing.
            let _ = post.call2(&self.window, &message, &"*".into());
        }
    }
}

/// A message, still as it came. Only single values are taken out of it.
pub struct Received {
    data: JsValue,
    /// When it came, in milliseconds after some beginning.
    pub at: f64,
}

impl Received {
    fn field(&self, key: &str) -> JsValue {
        // What is no object has no fields.
        Reflect::get(&self.data, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
    }

    /// A number.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.field(key).as_f64()
    }

    /// A text of at most so many characters; a longer one is not copied.
    pub fn text(&self, key: &str, max_chars: u32) -> Option<String> {
        text(self.field(key), max_chars)
    }

    /// The texts in a list, as far as they are among the first.
    pub fn texts(&self, key: &str, max_chars: u32) -> Vec<String> {
        let Ok(list) = self.field(key).dyn_into::<Array>() else { return Vec::new() };
        (0..list.length().min(MAX_TEXTS)).filter_map(|at| text(list.get(at), max_chars)).collect()
    }
}

fn text(value: JsValue, max_chars: u32) -> Option<String> {
    let text: JsString = value.dyn_into().ok()?;
    (text.length() <= max_chars).then(|| String::from(text))
}

/// Whether this page can be shown in a frame of itself: it is on a server, and nothing keeps it apart
/// from there.
pub fn can_show_itself() -> bool {
    let origin = Reflect::get(&window(), &"origin".into()).ok().and_then(|origin| origin.as_string());
    origin.is_some_and(|origin| origin.starts_with("http"))
}

/// Watches how high the viewer is; dropping it ends that.
pub struct HeightWatch {
    observer: ResizeObserver,
    gauge: Rc<Gauge>,
    _callback: Closure<dyn FnMut()>,
}

struct Gauge {
    told: Cell<u32>,
    waiting: RefCell<Option<Timeout>>,
    report: Box<dyn Fn(u32, u32)>,
}

impl Gauge {
    fn tell_soon(self: &Rc<Gauge>) {
        if self.waiting.borrow().is_some() {
            return;
        }
        let gauge = Rc::clone(self);
        let timeout = Timeout::new(REST_MS, move || {
            // Who has called is done with by now; it ends by being forgotten.
            if let Some(timeout) = gauge.waiting.take() {
                timeout.forget();
            }
            let (width, height) = size();
            // A frame that is not shown has no height.
            if height > 0 && gauge.told.replace(height) != height {
                (gauge.report)(width, height);
            }
        });
        self.waiting.replace(Some(timeout));
    }
}

impl HeightWatch {
    /// Tells the height once more.
    pub fn again(&self) {
        self.gauge.told.set(0);
        self.gauge.tell_soon();
    }
}

impl Drop for HeightWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
        self.gauge.waiting.take();
    }
}

/// The width and height of the viewer itself. The document would be at least as high as its frame, and
/// never shrink again.
fn size() -> (u32, u32) {
    let rect = root().map(|root| root.get_bounding_client_rect());
    let top = document().document_element().map_or(0.0, |page| page.get_bounding_client_rect().top());
    rect.map_or((0, 0), |rect| (rect.width().ceil() as u32, (rect.bottom() - top).ceil() as u32))
}

/// Reports width and height of the viewer whenever its height has changed, ten times a second at most.
pub fn watch_height(report: impl Fn(u32, u32) + 'static) -> Option<HeightWatch> {
    let gauge = Rc::new(Gauge { told: Cell::new(0), waiting: RefCell::new(None), report: Box::new(report) });
    let callback = {
        let gauge = Rc::clone(&gauge);
        Closure::<dyn FnMut()>::new(move || gauge.tell_soon())
    };
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(&root()?);
    Some(HeightWatch { observer, gauge, _callback: callback })
}
