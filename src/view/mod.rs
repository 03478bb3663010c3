//! The screen as tags. Yew only, one part of the page a file, hooks in [`hooks`].
//!
//! May live here: which tag shows which part of [`crate::app::screen::Screen`], and what is
//! heard from the reader. May not: what is shown and why; the window (see `browser`).
//!
//! Most parts are functions from a part of the screen to tags. A component is made only where
//! something is kept or where drawing again must be spared, since each adds some kilobytes to
//! every file: the app, the text, a speech, the search field, what is handed on, and one for all
//! other parts.
//!
//! No tag bears a `style` attribute: the page's content policy forbids it.

pub mod agenda;
pub mod aloud;
pub mod app;
pub mod around;
pub mod body;
pub mod contents;
pub mod copied;
#[cfg(feature = "opens")]
pub mod desk;
pub mod dispatch;
pub mod embed;
pub mod facet;
pub mod facts;
pub mod files;
pub mod greeting;
pub mod header;
pub mod help;
pub mod here;
pub mod hooks;
pub mod insight;
pub mod jump;
pub mod kept;
#[cfg(feature = "shelf")]
pub mod language;
pub mod list;
pub mod meter;
pub mod notices;
pub mod parent;
pub mod part;
pub mod printed;
pub mod role;
pub mod roll;
pub mod runs;
pub mod search;
pub mod selected;
pub mod settings;
pub mod share;
#[cfg(feature = "shelf")]
pub mod shelf;
pub mod speech;
pub mod strip;
pub mod tabs;
pub mod tools;
pub mod topic;

pub use app::{App, AppProps};
#[cfg(feature = "shelf")]
pub use shelf::{ShelfPage, ShelfProps};

#[cfg(feature = "opens")]
pub use desk::DeskPage as Empty;
#[cfg(not(feature = "opens"))]
pub use greeting::Greeting as Empty;
