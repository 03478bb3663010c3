//! Folders that are dropped on the page, walked without a call inside a call.
//!
//! May live here: the walk and its bounds. May not: what is in the files.

use std::collections::VecDeque;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use super::js::{call, get, text};

/// The most files that are taken at once.
const MAX_FILES: usize = 1000;

/// The most entries that are looked at for them.
const MAX_ENTRIES: usize = 20_000;

/// A walk through folders: what is still to be looked at, what was found.
struct Walk<F> {
    waiting: VecDeque<Step>,
    found: Vec<(String, File)>,
    n_entries: usize,
    done: F,
}

/// Something to be looked at.
enum Step {
    /// A file or a folder.
    Entry(JsValue),
    /// More of a folder; browsers hand over a hundred entries at a time, and in the end none.
    Reader(JsValue),
}

/// Finds the files below these folders and calls back with them in order of their paths, and with whether
/// there were more than are taken. Hidden files are no minutes. What cannot be read is passed over.
pub(super) fn walk(folders: Vec<JsValue>, done: impl FnOnce(Vec<(File, String)>, bool) + 'static) {
    let waiting = folders.into_iter().map(Step::Entry).collect();
    go_on(Walk { waiting, found: Vec::new(), n_entries: 0, done });
}

/// Looks at the next thing; where an answer has to be waited for, the walk goes on with it.
fn go_on<F: FnOnce(Vec<(File, String)>, bool) + 'static>(mut walk: Walk<F>) {
    while let Some(step) = walk.waiting.pop_front() {
        if walk.found.len() >= MAX_FILES || walk.n_entries >= MAX_ENTRIES {
            return end(walk, true);
        }
        let (of, ask, reader) = match step {
            Step::Reader(reader) => (reader.clone(), "readEntries", Some(reader)),
            Step::Entry(entry) => {
                walk.n_entries += 1;
                if text(&entry, "name").starts_with('.') {
                    continue;
                }
                if get(&entry, "isDirectory").is_truthy() {
                    let reader = call(&entry, "createReader", &[]);
                    walk.waiting.extend(reader.ok().map(Step::Reader));
                    continue;
                }
                (entry, "file", None)
            }
        };
        let path = text(&of, "fullPath").trim_start_matches('/').to_owned();
        // One function for both ways; what comes of a failure is neither a file nor a list.
        let answered = Closure::once_into_js(move |answer: JsValue| {
            if let Some(reader) = reader {
                let entries = answer.dyn_into::<Array>().map(|list| list.to_vec()).unwrap_or_default();
                if !entries.is_empty() {
                    walk.waiting.extend(entries.into_iter().map(Step::Entry));
                    walk.waiting.push_back(Step::Reader(reader));
                }
            } else if let Ok(file) = answer.dyn_into::<File>() {
                walk.found.push((path, file));
            }
            go_on(walk);
        });
        let _ = call(&of, ask, &[&answered, &answered]);
        return;
    }
    end(walk, false);
}

fn end<F: FnOnce(Vec<(File, String)>, bool)>(walk: Walk<F>, more: bool) {
    let Walk { mut found, done, .. } = walk;
    found.sort_by(|(path, _), (other, _)| path.cmp(other));
    done(found.into_iter().map(|(path, file)| (file, path)).collect(), more);
}
