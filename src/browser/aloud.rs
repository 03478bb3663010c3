//! A voice that reads Japanese, where the device has one.
//!
//! Only voices of the device itself are taken: others send what they read to a server, and this
//! file promises to send nothing.
//!
//! May live here: speaking one text, and what came of it. May not: which text comes next (`app`).

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

/// How long voices may take to be known. Some browsers tell of them only after the first look.
const VOICES_MS: u32 = 1000;

/// What came of speaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The text has been spoken.
    End,
    /// Something else made the voice stop.
    Failed,
    /// The device has no voice of its own for Japanese.
    NoVoice,
}

/// A text being spoken, or waiting for a voice. Dropping it makes the voice stop.
pub struct Speaking(Rc<RefCell<Held>>);

/// What must live as long as is spoken: browsers may collect an utterance that nobody holds.
#[derive(Default)]
struct Held {
    _utterance: Option<EventTarget>,
    _listeners: Vec<EventListener>,
    _timeout: Option<Timeout>,
}

impl Drop for Speaking {
    fn drop(&mut self) {
        // First the listeners: being stopped is nothing to be told of.
        drop(self.0.take());
        cancel();
    }
}

/// Speaks a text at a speed in tenths of the usual one, and reports once how that ended.
pub fn speak(text: &str, rate: u8, heard: impl Fn(Heard) + 'static) -> Speaking {
    let held = Rc::new(RefCell::new(Held::default()));
    let task = Rc::new(Task { text: text.to_owned(), rate, heard, held: Rc::clone(&held) });
    match voice() {
        Some(voice) => task.start(&voice),
        None => task.wait(),
    }
    Speaking(held)
}

struct Task<F> {
    text: String,
    rate: u8,
    heard: F,
    held: Rc<RefCell<Held>>,
}

impl<F: Fn(Heard) + 'static> Task<F> {
    /// Speaks once the browser knows a voice; after a while there is none.
    fn wait(self: Rc<Self>) {
        let (task, last) = (Rc::clone(&self), Rc::clone(&self));
        let try_again = move || {
            if let Some(voice) = voice() {
                Rc::clone(&task).start(&voice);
            }
        };
        let listener = synthesis().ok().and_then(|synthesis| synthesis.dyn_into::<EventTarget>().ok());
        let listener =
            listener.map(|voices| EventListener::new(&voices, "voiceschanged", move |_| try_again()));
        let timeout = Timeout::new(VOICES_MS, move || match voice() {
            Some(voice) => last.start(&voice),
            None => (last.heard)(Heard::NoVoice),
        });
        let waiting =
            Held { _listeners: listener.into_iter().collect(), _timeout: Some(timeout), ..Held::default() };
        self.held.replace(waiting);
    }

    fn start(self: Rc<Self>, voice: &JsValue) {
        if self.begin(voice).is_err() {
            (self.heard)(Heard::Failed);
        }
    }

    fn begin(self: &Rc<Self>, voice: &JsValue) -> Result<(), JsValue> {
        let class: Function = Reflect::get(&window(), &"SpeechSynthesisUtterance".into())?.dyn_into()?;
        let utterance = Reflect::construct(&class, &Array::of1(&self.text.as_str().into()))?;
        Reflect::set(&utterance, &"lang".into(), &"ja-JP".into())?;
        Reflect::set(&utterance, &"voice".into(), voice)?;
        Reflect::set(&utterance, &"rate".into(), &(f64::from(self.rate) / 10.0).into())?;
        let target: EventTarget = utterance.dyn_into()?;
        let (ended, failed) = (Rc::clone(self), Rc::clone(self));
        let listeners = vec![
            EventListener::new(&target, "end", move |_| (ended.heard)(Heard::End)),
            EventListener::new(&target, "error", move |_| (failed.heard)(Heard::Failed)),
            // Some browsers go on reading a page that has been left.
            EventListener::new(&window(), "pagehide", |_| cancel()),
        ];
        call(&synthesis()?, "speak", Some(&target))?;
        // What waited for a voice waits no longer.
        self.held.replace(Held { _utterance: Some(target), _listeners: listeners, _timeout: None });
        Ok(())
    }
}

fn cancel() {
    // Without a synthesis there is nothing to stop.
    let _ = synthesis().and_then(|synthesis| call(&synthesis, "cancel", None));
}

fn synthesis() -> Result<JsValue, JsValue> {
    Reflect::get(&window(), &"speechSynthesis".into())
}

fn call(target: &JsValue, name: &str, argument: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(target, &name.into())?.dyn_into()?;
    match argument {
        Some(argument) => function.call1(target, argument),
        None => function.call0(target),
    }
}

/// The first voice of the device that speaks Japanese.
fn voice() -> Option<JsValue> {
    let voices: Array = call(&synthesis().ok()?, "getVoices", None).ok()?.dyn_into().ok()?;
    voices.iter().find(|voice| {
        let is_local = Reflect::get(voice, &"localService".into()).is_ok_and(|local| local.is_truthy());
        let lang = Reflect::get(voice, &"lang".into()).ok().and_then(|lang| lang.as_string());
        // Both `ja-JP` and `ja_JP` are written.
        is_local && lang.is_some_and(|lang| lang.get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case("ja")))
    })
}
