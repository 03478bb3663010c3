//! The only code that touches the window, the document and their events.
//!
//! May live here: reading the page that carries us, its address, scrolling, the clipboard, what it keeps,
//! its dialogs, its voice. May not: what is shown and why. Every call that a sandboxed or embedded page may refuse is
//! allowed to fail, and then nothing happens.

mod address;
mod aloud;
mod dialog;
mod events;
mod page;
mod scroll;
mod storage;

pub use address::{AddressBar, fragment, link_base};
pub use aloud::{Heard, Speaking, speak};
pub use dialog::{Dialog, open_dialog};
pub use events::{is_reading, is_typing, on_composition, on_found, on_fragment, on_key};
pub use page::{announce, copy_text, data_text, focus_first, root, share_across};
pub use scroll::{Sight, count, is_in_view, show, show_if_hidden, watch};
pub use storage::{languages, load, save};
