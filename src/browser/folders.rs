//! Folders that are dropped on the page, walked without a call inside a call.
//!
//! Browsers know two ways through a folder. The older one, by entries, is refused by Chromium to pages that
//! are opened from disk; the newer one, by handles, is in Chromium alone.
//!
//! May live here: the walk and its bounds. May not: what is in the files.

use std::collections::VecDeque;

use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use super::js::{call, get, text};

/// The most files that are taken at once.
const MAX_FILES: usize = 1000;

/// The most files and folders that are looked at for them.
const MAX_LOOKS: usize = 20_000;

/// What was not taken of what was brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missed {
    /// There were more files than are taken at once.
    TooMany,
    /// The browser does not show what is in a folder.
    Closed,
}

/// A folder that was dropped, as both ways know it.
pub(super) struct Folder {
    /// A promise of its handle; nothing in browsers that have none.
    pub handle: JsValue,
    /// Its entry.
    pub entry: JsValue,
}

/// A walk through folders: what is still to be looked at, what was found.
struct Walk<F> {
    waiting: VecDeque<Step>,
    found: Vec<(String, File)>,
    n_looks: usize,
    missed: Option<Missed>,
    done: F,
}

/// Something to be looked at.
enum Step {
    /// What was dropped.
    Folder(Folder),
    /// The handle of a file or a folder, and its path.
    Handle(JsValue, String),
    /// More handles of the folder with this path, one at a time.
    Handles(JsValue, String),
    /// The entry of a file or a folder.
    Entry(JsValue),
    /// More entries of a folder; browsers hand over a hundred at a time, and in the end none.
    Entries(JsValue),
}

/// Finds the files below these folders and calls back with them in order of their paths, and with what was
/// missed. Hidden files are no minutes.
pub(super) fn walk(folders: Vec<Folder>, done: impl FnOnce(Vec<(File, String)>, Option<Missed>) + 'static) {
    let waiting = folders.into_iter().map(Step::Folder).collect();
    go_on(Walk { waiting, found: Vec::new(), n_looks: 0, missed: None, done });
}

/// Looks at the next thing, and goes on with the answer.
fn go_on<F: FnOnce(Vec<(File, String)>, Option<Missed>) + 'static>(mut walk: Walk<F>) {
    let Some(step) = walk.waiting.pop_front() else { return end(walk) };
    if walk.found.len() >= MAX_FILES || walk.n_looks >= MAX_LOOKS {
        walk.missed = Some(Missed::TooMany);
        return end(walk);
    }
    walk.n_looks += 1;
    let asked = ask(&step);
    // One function for both ways: what comes of a failure is nothing that was asked for.
    let answered = Closure::once_into_js(move |answer: JsValue| {
        walk.take(step, answer);
        go_on(walk);
    });
    let told = asked.and_then(|asked| match asked {
        Asked::Promise(promise) => call(&promise, "then", &[&answered, &answered]),
        Asked::Call(of, name) => call(&of, name, &[&answered, &answered]),
        Asked::Now(answer) => answered.unchecked_ref::<Function>().call1(&JsValue::NULL, &answer),
    });
    if told.is_err() {
        // Whoever cannot be asked has nothing.
        let _ = answered.unchecked_ref::<Function>().call0(&JsValue::NULL);
    }
}

/// How something is asked what it is or holds.
enum Asked {
    /// It promises.
    Promise(JsValue),
    /// It calls back from its method of this name.
    Call(JsValue, &'static str),
    /// It answers at once.
    Now(JsValue),
}

fn ask(step: &Step) -> Result<Asked, JsValue> {
    let is_folder = |handle: &JsValue| text(handle, "kind") == "directory";
    Ok(match step {
        Step::Folder(folder) => Asked::Promise(folder.handle.clone()),
        Step::Handle(handle, _) if is_hidden(handle) => Asked::Now(JsValue::NULL),
        Step::Handle(handle, _) if is_folder(handle) => Asked::Now(call(handle, "values", &[])?),
        Step::Handle(handle, _) => Asked::Promise(call(handle, "getFile", &[])?),
        Step::Handles(handles, _) => Asked::Promise(call(handles, "next", &[])?),
        Step::Entry(entry) if is_hidden(entry) => Asked::Now(JsValue::NULL),
        Step::Entry(entry) if get(entry, "isDirectory").is_truthy() => {
            Asked::Now(call(entry, "createReader", &[])?)
        }
        Step::Entry(entry) => Asked::Call(entry.clone(), "file"),
        Step::Entries(entries) => Asked::Call(entries.clone(), "readEntries"),
    })
}

fn is_hidden(of: &JsValue) -> bool {
    text(of, "name").starts_with('.')
}

impl<F> Walk<F> {
    /// Takes what was answered.
    fn take(&mut self, step: Step, answer: JsValue) {
        match step {
            Step::Folder(_) if get(&answer, "kind").is_string() => {
                let name = text(&answer, "name");
                self.waiting.push_back(Step::Handle(answer, name));
            }
            Step::Folder(folder) => self.waiting.push_back(Step::Entry(folder.entry)),
            Step::Handle(handle, path) => match answer.dyn_into::<File>() {
                Ok(file) => self.found.push((path, file)),
                Err(_) if is_hidden(&handle) => {}
                Err(handles) if get(&handles, "next").is_function() => {
                    self.waiting.push_back(Step::Handles(handles, path));
                }
                Err(_) => self.missed = Some(Missed::Closed),
            },
            Step::Handles(handles, path) => {
                let next = get(&answer, "value");
                if next.is_object() {
                    let below = format!("{path}/{}", text(&next, "name"));
                    self.waiting.push_back(Step::Handle(next, below));
                    self.waiting.push_back(Step::Handles(handles, path));
                } else if !get(&answer, "done").is_truthy() {
                    self.missed = Some(Missed::Closed);
                }
            }
            Step::Entry(entry) => match answer.dyn_into::<File>() {
                Ok(file) => {
                    let path = text(&entry, "fullPath").trim_start_matches('/').to_owned();
                    self.found.push((path, file));
                }
                Err(_) if is_hidden(&entry) => {}
                Err(entries) if get(&entries, "readEntries").is_function() => {
                    self.waiting.push_back(Step::Entries(entries));
                }
                Err(_) => self.missed = Some(Missed::Closed),
            },
            Step::Entries(entries) => match answer.dyn_into::<Array>() {
                Ok(list) if list.length() > 0 => {
                    self.waiting.extend(list.to_vec().into_iter().map(Step::Entry));
                    self.waiting.push_back(Step::Entries(entries));
                }
                Ok(_) => {}
                Err(_) => self.missed = Some(Missed::Closed),
            },
        }
    }
}

fn end<F: FnOnce(Vec<(File, String)>, Option<Missed>)>(walk: Walk<F>) {
    let Walk { mut found, missed, done, .. } = walk;
    found.sort_by(|(path, _), (other, _)| path.cmp(other));
    done(found.into_iter().map(|(path, file)| (file, path)).collect(), missed);
}
