//! The address bar: read, pushed to, replaced. Never a reason to fail.
//!
//! May live here: reading and writing the fragment. May not: what it means (`app::permalink`).

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_utils::window;
use wasm_bindgen::JsValue;

use super::page::data_text;

/// How long typing must rest before the address follows. Browsers refuse faster writers.
const REST_MS: u32 = 500;

/// What stands behind `#` in the address, as it stands there.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').map(str::to_owned).unwrap_or(hash)
}

/// Whether there is a `#` in the address, also one with nothing behind it.
pub fn has_fragment() -> bool {
    window().location().href().is_ok_and(|href| href.contains('#'))
}

/// What stands behind `?` in the address, with the `?`.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// The address without its fragment, where sending it to somebody makes sense: pages on a server that
/// hold what they show.
pub fn link_base() -> Option<String> {
    data_text().filter(|data| !data.trim().is_empty())?;
    let href = window().location().href().ok()?;
    let base = href.split('#').next()?;
    base.starts_with("http").then(|| base.to_owned())
}

/// Whether another page shows this one.
pub fn is_framed() -> bool {
    // Another page may refuse to be asked who it is; then it is another.
    window().top().map_or(true, |top| top.is_none_or(|top| top != window()))
}

/// The one writer of the address.
#[derive(Clone, Default)]
pub struct AddressBar {
    waiting: Rc<RefCell<Option<(String, Timeout)>>>,
}

impl AddressBar {
    /// A new step in the history, to which Back returns.
    pub fn push(&self, fragment: &str) {
        if let Some((earlier, timeout)) = self.waiting.take() {
            timeout.cancel();
            write(&earlier, false);
        }
        write(fragment, true);
    }

    /// The same step, worded anew.
    pub fn replace(&self, fragment: &str) {
        self.forget();
        write(fragment, false);
    }

    /// The same step, worded anew once nothing has followed for a while.
    pub fn replace_soon(&self, fragment: &str) {
        let waiting = Rc::clone(&self.waiting);
        let timeout = Timeout::new(REST_MS, move || {
            if let Some((fragment, _)) = waiting.take() {
                write(&fragment, false);
            }
        });
        // Dropping the timeout that waited until now cancels it.
        self.waiting.replace(Some((fragment.to_owned(), timeout)));
    }

    /// The address has been changed by somebody else: what waited is out of date.
    pub fn forget(&self) {
        self.waiting.take();
    }
}

fn write(text: &str, push: bool) {
    if fragment() == text {
        return;
    }
    let Ok(history) = window().history() else { return };
    // An empty fragment keeps its `#`: a bare path would be another file in some shells.
    let url = format!("#{text}");
    // A page in a frame without an address of its own refuses both; the view works without.
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}
