//! The only code that touches the window, the document and their events.
//!
//! May live here: reading the page that carries us, its address, scrolling, the clipboard, what it keeps,
//! its dialogs, its voice. May not: what is shown and why. Every call that a sandboxed or embedded page may refuse is
//! allowed to fail, and then nothing happens.

mod address;
mod aloud;
mod blocks;
mod dialog;
mod events;
mod files;
mod page;
mod picture;
mod scroll;
mod selection;
mod storage;

pub use address::{AddressBar, fragment, is_framed, link_base};
pub use aloud::{Heard, Speaking, speak};
pub use blocks::{attribute_of, other_blocks, text_of};
pub use dialog::{Dialog, open_dialog};
pub use events::{is_reading, is_typing, on_composition, on_found, on_fragment, on_key};
pub use files::{Leaving, can_share, save_file, share_file, share_text};
pub use page::{announce, copy_html, copy_text, data_text, focus_first, root, share_across};
pub use picture::draw_png;
pub use scroll::{Sight, count, is_in_view, show, show_if_hidden, watch};
pub use selection::{Marking, on_marked};
pub use storage::{languages, load, save};
