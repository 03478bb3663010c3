//! The wasm entry of a site's search page: which files a query needs, and what is found in them. Fetching and
//! showing is the script's (`bundle/finder.js`).
#![allow(missing_docs)]

use kaigiroku::search::Query;
use kaigiroku::search::shards::{Directory, Hit, Lists, Stored, find};
use serde_json::{Value, json};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
pub struct Finder {
    directory: Directory,
    query: Query,
    lists: Vec<(usize, Vec<u8>)>,
}

#[wasm_bindgen]
impl Finder {
    /// From the bytes of the directory.
    pub fn read(bytes: &[u8]) -> Option<Finder> {
        Some(Finder { directory: Directory::read(bytes)?, query: Query::default(), lists: Vec::new() })
    }

    /// Takes what was typed; the files of lists to fetch, in JSON, or `null` where nothing is asked for.
    pub fn ask(&mut self, typed: &str) -> String {
        self.query = Query::parse(typed);
        self.lists.clear();
        if self.query.is_empty() {
            return Value::Null.to_string();
        }
        let numbers = self.directory.lists(&self.query).into_iter();
        let files = numbers.filter_map(|number| {
            let mut file = stored(self.directory.list(number)?);
            file["number"] = json!(number);
            Some(file)
        });
        files.collect::<Value>().to_string()
    }

    /// Takes a file of lists.
    pub fn list(&mut self, number: usize, bytes: Vec<u8>) {
        self.lists.push((number, bytes));
    }

    /// The blocks to look into, in JSON, those that are shown first first, and how many to fetch at once.
    pub fn blocks(&self) -> String {
        let lists: Vec<(usize, &[u8])> =
            self.lists.iter().map(|(number, bytes)| (*number, bytes.as_slice())).collect();
        let lists: &Lists = &lists;
        let blocks = self.directory.blocks(&self.query, lists);
        let at_once = self.directory.at_once(&self.query, &blocks);
        let blocks = blocks.into_iter().filter_map(|block| self.directory.block(block).map(stored));
        json!({ "blocks": blocks.collect::<Value>(), "atOnce": at_once }).to_string()
    }

    /// What is found in a block, in JSON.
    pub fn find(&self, block: &[u8]) -> String {
        let hits = find(block, &self.query).unwrap_or_default();
        hits.iter().map(shown).collect::<Value>().to_string()
    }
}

fn stored(file: &Stored) -> Value {
    json!({ "name": file.to_string(), "len": file.len })
}

fn shown(hit: &Hit) -> Value {
    let meeting = &hit.meeting;
    let text: Value = hit.excerpt().into_iter().map(|(words, is_hit)| json!([words, is_hit])).collect();
    json!({
        "page": meeting.page, "title": meeting.title, "council": meeting.council, "date": meeting.date,
        "speech": format!("s{:03}", hit.speech.number + 1), "label": hit.speech.label, "text": text,
    })
}

fn main() {}
