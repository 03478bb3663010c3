//! The wasm entry of the search engine: it runs beside the page, in a worker, and knows no page.
//!
//! `bundle/engine.js` calls these functions one at a time. Questions, answers and progress are bytes as
//! `search::engine::wire` has them.
#![allow(missing_docs)]

use std::cell::RefCell;

use kaigiroku::bundle::shelf::read_meeting;
use kaigiroku::filter;
use kaigiroku::search::engine::{Ask, Engine, Question, wire};
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Default)]
struct Server {
    engine: Engine,
    ask: Option<Ask>,
}

thread_local! {
    static SERVER: RefCell<Server> = RefCell::default();
}

fn serve<T>(then: impl FnOnce(&mut Server) -> T) -> T {
    SERVER.with_borrow_mut(then)
}

/// Takes a meeting as `bundle::shelf` writes it; whether it is one.
#[wasm_bindgen]
pub fn feed(number: u32, meeting: &[u8]) -> bool {
    let Ok(minutes) = read_meeting(meeting) else { return false };
    serve(|server| server.engine.feed(number, filter::fed(&minutes)));
    true
}

/// Takes the blocks of a meeting, told plainly; whether they are.
#[wasm_bindgen(js_name = feedPlain)]
pub fn feed_plain(number: u32, blocks: &[u8]) -> bool {
    let Some(blocks) = wire::blocks(blocks) else { return false };
    serve(|server| server.engine.feed(number, blocks));
    true
}

/// Answers a question to nobody, the one that bears the number: words of every length, so that what
/// answers is compiled as well as it can be before anybody asks.
#[wasm_bindgen]
pub fn warm(number: u32) {
    let typed = WORDS.get(number as usize % WORDS.len()).copied().unwrap_or_default();
    serve(|server| {
        server.engine.ask(Question { typed: typed.to_owned(), n_listed: 100, ..Question::default() })
    });
}

/// Words as they are asked for.
const WORDS: [&str; 6] = ["会", "会議", "についての", "お願いします", "予算 質問", "計画 -説明"];

/// Says that no meeting is expected soon.
#[wasm_bindgen]
pub fn finish() {
    serve(|server| server.engine.finish());
}

/// Goes on making the directory for about as many units of text; whether there is more to do.
#[wasm_bindgen]
pub fn work(n_units: usize) -> bool {
    serve(|server| server.engine.work(n_units))
}

/// Takes a question, in the place of one that is not answered yet; whether it is one.
#[wasm_bindgen]
pub fn ask(question: &[u8]) -> bool {
    let Some(question) = Question::from_bytes(question) else { return false };
    serve(|server| server.ask = Some(Ask::new(&server.engine, question)));
    true
}

/// Looks through the next stretch of text; the answer once all was looked through.
#[wasm_bindgen]
pub fn step() -> Option<Vec<u8>> {
    serve(|server| {
        let answer = server.ask.as_mut()?.step(&server.engine)?;
        server.ask = None;
        Some(answer.to_bytes())
    })
}

/// How far the engine is.
#[wasm_bindgen]
pub fn progress() -> Vec<u8> {
    serve(|server| server.engine.progress().to_bytes())
}

fn main() {}
