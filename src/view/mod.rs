//! The screen as tags. Yew only, one component a file, its hooks beside it.
//!
//! May live here: which tag shows which part of [`crate::app::screen::Screen`], and what is
//! heard from the reader. May not: what is shown and why; the window (see `browser`).
//!
//! No tag bears a `style` attribute: the page's content policy forbids it.

mod actions;
mod agenda;
mod app;
mod body;
mod contents;
mod dispatch;
mod facet;
mod facts;
mod greeting;
mod header;
mod hooks;
mod jump;
mod meter;
mod notices;
mod role;
mod roll;
mod runs;
mod search;
mod speech;
mod strip;
mod tabs;
mod topic;

pub use agenda::Agenda;
pub use app::{App, AppProps, Page, PageProps};
pub use body::Body;
pub use contents::Contents;
pub use dispatch::{Dispatch, Store};
pub use facet::Facet;
pub use facts::Facts;
pub use greeting::Greeting;
pub use header::Header;
pub use notices::Notices;
pub use roll::RollList;
pub use search::SearchBar;
pub use speech::SpeechCard;
pub use strip::Strip;
pub use tabs::Tabs;
