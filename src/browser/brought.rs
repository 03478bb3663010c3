//! Files and texts that a reader brings to the page: picked, dropped, pasted.
//!
//! May live here: getting hold of them and of their bytes, which stay with the browser until they are
//! asked for. May not: what they say (`read`).

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_utils::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Element, Event, File, HtmlInputElement};

use super::folders::{Folder, Missed, walk};
use super::js::{call, get, items, text};

/// A file that the browser keeps for us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The number under which it is kept.
    pub handle: u32,
    /// Its name, below the folder with which it came.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// What happens to the page.
pub enum Arrival {
    /// Files are held over it, or no longer.
    Over(bool),
    /// Files were brought.
    Files {
        /// The files.
        held: Vec<Held>,
        /// What was not taken.
        missed: Option<Missed>,
    },
    /// A text was pasted where there is no field for it.
    Text(String),
}

thread_local! {
    /// The files that are kept, and the next number.
    static KEPT: RefCell<BTreeMap<u32, Blob>> = const { RefCell::new(BTreeMap::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

fn keep((file, name): (File, String)) -> Held {
    let handle = NEXT.get();
    NEXT.set(handle.wrapping_add(1));
    let size = file.size().max(0.0) as u64;
    KEPT.with_borrow_mut(|kept| kept.insert(handle, file.into()));
    Held { handle, name, size }
}

/// Lets go of all files but these.
pub fn keep_only(handles: &[u32]) {
    KEPT.with_borrow_mut(|kept| kept.retain(|handle, _| handles.contains(handle)));
}

/// The files that a field has been given. The field is emptied, so that it can be given the same again.
pub fn picked(event: &Event) -> Vec<Held> {
    let Some(field) = event.target().and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = named(&get(&field, "files"));
    field.set_value("");
    files.into_iter().map(keep).collect()
}

/// The files of a list, each with its path below the folder that was picked, or its name.
fn named(list: &JsValue) -> Vec<(File, String)> {
    let files = items(list).into_iter().filter_map(|file| file.dyn_into::<File>().ok());
    files
        .map(|file| {
            let path = text(&file, "webkitRelativePath");
            let name = if path.is_empty() { file.name() } else { path };
            (file, name)
        })
        .collect()
}

/// Calls back with the bytes of a file; with nothing where the browser does not hand them over. From then
/// on they are kept as they were, whatever becomes of the file.
pub fn read_bytes(handle: u32, done: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let Some(blob) = KEPT.with_borrow(|kept| kept.get(&handle).cloned()) else { return done(None) };
    let is_file = blob.is_instance_of::<File>();
    // One function for both ways, so that none is left over.
    let settled = Closure::once_into_js(move |outcome: JsValue| {
        let bytes = outcome.is_instance_of::<js_sys::ArrayBuffer>().then(|| Uint8Array::new(&outcome));
        if let Some(bytes) = bytes.as_ref().filter(|_| is_file) {
            keep_bytes(handle, bytes);
        }
        done(bytes.map(|bytes| bytes.to_vec()));
    });
    let _ = call(&blob.array_buffer(), "then", &[&settled, &settled]);
}

fn keep_bytes(handle: u32, bytes: &Uint8Array) {
    if let Ok(blob) = Blob::new_with_u8_array_sequence(&Array::of1(bytes)) {
        // What was taken off the desk meanwhile stays off.
        KEPT.with_borrow_mut(|kept| kept.get_mut(&handle).map(|kept| *kept = blob));
    }
}

/// Whoever hears of it.
type Heard = Rc<dyn Fn(Arrival)>;

/// Listeners for all that is dropped on the page or pasted into it; dropping them ends that.
pub struct Arrivals {
    _listeners: [EventListener; 4],
}

/// Calls back for all that is dropped on the page or pasted into it. What is pasted into a field is the
/// field's. No file that is dropped takes the place of the page, as browsers would have it.
pub fn on_arrival(heard: impl Fn(Arrival) + 'static) -> Arrivals {
    let heard: Heard = Rc::new(heard);
    let listen = |name: &'static str, act: fn(&Event, &Heard)| {
        let heard = Rc::clone(&heard);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), name, options, move |event| act(event, &heard))
    };
    let _listeners = [
        listen("dragover", over),
        listen("dragleave", left),
        listen("drop", dropped),
        listen("paste", pasted),
    ];
    Arrivals { _listeners }
}

fn has_files(carried: &JsValue) -> bool {
    items(&get(carried, "types")).iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
}

fn over(event: &Event, heard: &Heard) {
    if has_files(&get(event, "dataTransfer")) {
        event.prevent_default();
        heard(Arrival::Over(true));
    }
}

fn left(event: &Event, heard: &Heard) {
    // From one part of the page to another is not away.
    if get(event, "relatedTarget").is_null() {
        heard(Arrival::Over(false));
    }
}

fn dropped(event: &Event, heard: &Heard) {
    let carried = get(event, "dataTransfer");
    if !has_files(&carried) {
        return;
    }
    event.prevent_default();
    let mut folders = Vec::new();
    let mut files = Vec::new();
    // What is carried can be looked at only now.
    for item in items(&get(&carried, "items")) {
        let entry = call(&item, "webkitGetAsEntry", &[]).unwrap_or(JsValue::NULL);
        if get(&entry, "isDirectory").is_truthy() {
            let handle = call(&item, "getAsFileSystemHandle", &[]).unwrap_or(JsValue::NULL);
            folders.push(Folder { handle, entry });
        } else if let Ok(file) = call(&item, "getAsFile", &[]).and_then(|file| file.dyn_into::<File>()) {
            let name = file.name();
            files.push((file, name));
        }
    }
    let heard = Rc::clone(heard);
    walk(folders, move |below, missed| {
        let held = files.into_iter().chain(below).map(keep).collect();
        heard(Arrival::Files { held, missed });
    });
}

fn pasted(event: &Event, heard: &Heard) {
    const FIELDS: &str = "textarea, select, input:not([type=file]), [contenteditable]";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| matches!(target.closest(FIELDS), Ok(Some(_)))) {
        return;
    }
    let carried = get(event, "clipboardData");
    let words = call(&carried, "getData", &[&"text/plain".into()]).ok();
    let words = words.and_then(|words| words.as_string()).unwrap_or_default();
    if !words.is_empty() {
        event.prevent_default();
        return heard(Arrival::Text(words));
    }
    let files = named(&get(&carried, "files"));
    if !files.is_empty() {
        event.prevent_default();
        heard(Arrival::Files { held: files.into_iter().map(keep).collect(), missed: None });
    }
}
