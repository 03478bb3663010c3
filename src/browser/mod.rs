//! The only code that touches the window, the document and their events.
//!
//! May live here: reading the page that carries us, its address, scrolling, the clipboard, what it keeps.
//! May not: what is shown and why. Every call that a sandboxed or embedded page may refuse is
//! allowed to fail, and then nothing happens.

mod address;
mod events;
mod page;
mod scroll;
mod storage;

pub use address::{AddressBar, fragment, link_base};
pub use events::{is_typing, on_composition, on_fragment, on_key};
pub use page::{announce, copy_text, data_text, focus_first, root};
pub use scroll::{Sight, show, show_if_hidden, watch};
pub use storage::{languages, load, save};
