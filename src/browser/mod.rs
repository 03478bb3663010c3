//! The only code that touches the window, the document and their events.
//!
//! May live here: reading the page that carries us, its address, scrolling, the clipboard, what it keeps,
//! its dialogs, its voice, the page around it, files that are brought to it. May not: what is shown and why.
//! Every call that a sandboxed or embedded page may refuse is allowed to fail, and then nothing happens.

mod address;
mod aloud;
mod blocks;
#[cfg(feature = "opens")]
mod brought;
mod dialog;
#[cfg(feature = "shelf")]
mod engine;
mod events;
mod files;
#[cfg(feature = "opens")]
mod folders;
#[cfg(feature = "shelf")]
mod js;
mod look;
#[cfg(feature = "shelf")]
mod packed;
mod page;
mod parent;
mod picture;
#[cfg(feature = "opens")]
mod reading;
mod scroll;
mod selection;
mod storage;

pub use address::{AddressBar, fragment, has_fragment, is_framed, link_base, query};
pub use aloud::{Heard, Speaking, speak};
pub use blocks::{attribute_of, other_blocks, text_of};
#[cfg(feature = "opens")]
pub use brought::{Arrival, Arrivals, Held, keep_only, on_arrival, picked, read_bytes};
pub use dialog::{Dialog, open_dialog, remember_presses};
#[cfg(feature = "shelf")]
pub use engine::{Engine, Told};
pub use events::{is_reading, is_typing, on_composition, on_found, on_fragment, on_key};
pub use files::{Leaving, can_share, save_file, share_file, share_text};
#[cfg(feature = "opens")]
pub use folders::Missed;
pub use look::{set_scheme, wear};
#[cfg(feature = "shelf")]
pub use packed::{has_arrived, unpack_block};
#[cfg(feature = "shelf")]
pub use page::now_ms;
pub use page::{
    announce, call_window, chosen, copy_html, copy_text, data_text, focus_first, root, share_across,
};
pub use parent::{HeightWatch, Parent, Received, Said, can_show_itself, watch_height};
pub use picture::draw_png;
#[cfg(feature = "opens")]
pub use reading::PageEdge;
pub use scroll::{Sight, count, is_in_view, show, show_amid, show_if_hidden, show_top, top_of, watch};
pub use selection::{Marking, on_marked};
pub use storage::{languages, load, save};
