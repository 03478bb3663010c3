//! The search engine beside the page.
//!
//! ```text
//! let engine = Engine::start(PRIME, |told| match told { … })?;   None: this page carries no engine
//! engine.feed_block(3, &block_id(key));                          a meeting, packed in the block of this id
//! engine.feed(4, &write_meeting(&minutes)?);                     a meeting that is not packed
//! engine.finish();                                               no meeting is expected soon
//! engine.ask(&Question { id: 17, typed, n_listed: 100, ..Question::default() });
//! ```
//!
//! `PRIME`, `block_id` and `write_meeting` are those of `bundle::shelf`; meetings bear any numbers. What is
//! found are the blocks of [`Minutes::body`](crate::model::Minutes::body) that
//! [`Words`](crate::filter::words::Words) finds, where 話題: asks for headings only.
//!
//! Meetings can be asked for as soon as they are fed; their directory is made whenever nothing else is
//! to be done. Every question is answered, but for one that a newer one overtakes. Whoever asks counts
//! the questions and drops answers whose number is not that of the last.
//!
//! The program runs in a worker. Where none may start, as in the frame of another page that allows it
//! nothing, it runs in the page, in slices of a few milliseconds.
//!
//! May live here: starting it, talking to it. May not: what is asked and why.

use std::cell::Cell;
use std::rc::Rc;

use gloo_utils::{document, window};
use js_sys::{Array, Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Url};

use super::js::{call, get, text};
use crate::search::engine::{Answer, Progress, Question};

/// The blocks of the engine, and its name in the content policy (`bundle::engine`).
const SERVICE: &str = "kg-engine";
const SIMD: &str = "kg-engine-simd";
const PLAIN: &str = "kg-engine-plain";
const WORKER: &str = "kaigiroku-engine";

/// The least program that compares eight letters at once: `i16x8.eq` of nothing with nothing.
const PROBE: [u8; 35] = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 0, 253, 16, 65, 0, 253,
    16, 253, 45, 26, 11,
];

/// What the engine says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// How far it is. It says so a few times a second as long as there is something to do, and at the end.
    Progress(Progress),
    /// An answer.
    Answer(Answer),
    /// The meeting of this number cannot be read, and is not searched.
    Broken(u32),
    /// It has stopped, and says nothing more. The words are for the console.
    Failed(String),
}

/// A running engine. It stops when it is dropped.
#[derive(Debug)]
pub struct Engine {
    side: Side,
    /// It is called as long as the engine runs.
    _hear: Closure<dyn Fn(JsValue)>,
}

#[derive(Debug)]
enum Side {
    Worker(JsValue),
    /// The function that hears, where the engine runs in the page.
    Page(Function),
}

impl Engine {
    /// Starts the engine; nothing where this page carries none, or the browser has no wasm. Meetings in
    /// blocks are packed behind the block `prime`, if it is there.
    pub fn start(prime: &str, told: impl Fn(Told) + 'static) -> Option<Engine> {
        let script = content(SERVICE)?;
        let program = if WebAssembly::validate(&Uint8Array::from(&PROBE[..])).ok()? { SIMD } else { PLAIN };
        let program = content(program)?;
        let is_over = Rc::new(Cell::new(false));
        let hear = move |message: JsValue| {
            if is_over.get() {
                return;
            }
            let told_now = heard(&message);
            is_over.set(matches!(told_now, Some(Told::Failed(_))));
            if let Some(now) = told_now {
                told(now);
            }
        };
        let hear = Closure::<dyn Fn(JsValue)>::new(hear);
        let side = worker(&script, &hear).or_else(|| in_page(&hear))?;
        let engine = Engine { side, _hear: hear };
        let prime = packed(prime).unwrap_or(JsValue::UNDEFINED);
        engine.say("start", &[("program", &program), ("prime", &prime)]);
        Some(engine)
    }

    /// Feeds the meeting that is packed in the block of an id, all of which has arrived; whether there is
    /// such a block. What is in it stays with the browser.
    pub fn feed_block(&self, number: u32, id: &str) -> bool {
        let block = packed(id);
        if let Some(block) = &block {
            self.say("feed", &[("number", &number.into()), ("block", block)]);
        }
        block.is_some()
    }

    /// Feeds a meeting that is not packed: the bytes of `bundle::shelf::write_meeting`.
    pub fn feed(&self, number: u32, meeting: &[u8]) {
        self.say("feed", &[("number", &number.into()), ("meeting", &Uint8Array::from(meeting))]);
    }

    /// Says that no meeting is expected soon: what is left gets its directory. More may come later.
    pub fn finish(&self) {
        self.say("finish", &[]);
    }

    /// Asks.
    pub fn ask(&self, question: &Question) {
        let bytes = Uint8Array::from(question.to_bytes().as_slice());
        self.say("ask", &[("question", &bytes)]);
    }

    fn say(&self, what: &str, with: &[(&str, &JsValue)]) {
        let message = Object::new();
        let put = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value);
        let done = put("t", &what.into())
            .and_then(|_| with.iter().try_for_each(|(name, value)| put(name, value).map(drop)));
        if done.is_ok() {
            let _ = match &self.side {
                Side::Worker(worker) => call(worker, "postMessage", &[&message]),
                Side::Page(hear) => hear.call1(&JsValue::UNDEFINED, &message),
            };
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        if let Side::Worker(worker) = &self.side {
            let _ = call(worker, "terminate", &[]);
        }
    }
}

/// The text of a block, which stays with the browser.
fn content(id: &str) -> Option<JsValue> {
    let block = document().get_element_by_id(id)?;
    Some(get(&block, "textContent")).filter(JsValue::is_string)
}

/// What is packed in a block, and how long it says that it is.
fn packed(id: &str) -> Option<JsValue> {
    let len: f64 = document().get_element_by_id(id)?.get_attribute("data-len")?.parse().ok()?;
    let block = Object::new();
    Reflect::set(&block, &"base64".into(), &content(id)?).ok()?;
    Reflect::set(&block, &"len".into(), &len.into()).ok()?;
    Some(block.into())
}

/// What a message means.
fn heard(message: &JsValue) -> Option<Told> {
    let bytes = || Some(get(message, "bytes").dyn_into::<Uint8Array>().ok()?.to_vec());
    match text(message, "t").as_str() {
        "progress" => Progress::from_bytes(&bytes()?).map(Told::Progress),
        "answer" => Answer::from_bytes(&bytes()?).map(Told::Answer),
        "broken" => Some(Told::Broken(get(message, "number").as_f64()? as u32)),
        "failed" => Some(Told::Failed(text(message, "cause"))),
        _ => None,
    }
}

/// A worker made of the script; nothing where the page may have none.
fn worker(script: &JsValue, hear: &Closure<dyn Fn(JsValue)>) -> Option<Side> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(script), &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let class: Function = get(&window(), "Worker").dyn_into().ok()?;
    let worker = trusted(&address).and_then(|address| Reflect::construct(&class, &Array::of1(&address)));
    let worker = worker.ok()?;
    let hear: &JsValue = hear.as_ref();
    // What a worker says is in the `data` of an event.
    let hear: Function = hear.clone().dyn_into().ok()?;
    let said = Closure::<dyn Fn(JsValue)>::new({
        let hear = hear.clone();
        move |event: JsValue| {
            let _ = hear.call1(&JsValue::UNDEFINED, &get(&event, "data"));
        }
    });
    let broken = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        let failed = Object::new();
        let cause = text(&event, "message");
        let _ = Reflect::set(&failed, &"t".into(), &"failed".into());
        let _ = Reflect::set(&failed, &"cause".into(), &cause.into());
        let _ = hear.call1(&JsValue::UNDEFINED, &failed);
    });
    Reflect::set(&worker, &"onmessage".into(), &said.into_js_value()).ok()?;
    Reflect::set(&worker, &"onerror".into(), &broken.into_js_value()).ok()?;
    Some(Side::Worker(worker))
}

/// The address of a script as browsers want it that would refuse it bare.
fn trusted(address: &str) -> Result<JsValue, JsValue> {
    let types = get(&window(), "trustedTypes");
    if types.is_undefined() {
        return Ok(address.into());
    }
    let as_it_is = Closure::<dyn Fn(JsValue) -> JsValue>::new(|address| address).into_js_value();
    let rules = Object::new();
    Reflect::set(&rules, &"createScriptURL".into(), &as_it_is)?;
    let policy = call(&types, "createPolicy", &[&WORKER.into(), &rules])?;
    call(&policy, "createScriptURL", &[&address.into()])
}

/// The engine in the page itself.
fn in_page(hear: &Closure<dyn Fn(JsValue)>) -> Option<Side> {
    let serve: Function = get(&window(), "kgEngine").dyn_into().ok()?;
    let heard = serve.call1(&JsValue::UNDEFINED, hear.as_ref()).ok()?;
    heard.dyn_into().ok().map(Side::Page)
}
