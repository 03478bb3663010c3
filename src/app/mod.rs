//! From events to a screen, without a browser.
//!
//! 1. [`document`]: the minutes with their search index, made once and shared.
//! 2. [`state`]: what the reader has chosen; an [`state::Action`] makes the next state.
//!    What is read aloud is in [`aloud`].
//! 3. [`permalink`]: the part of a state that a link carries; [`settings`]: the part that the
//!    browser keeps. [`embed`]: what an address and a page around ask of the file in a frame.
//! 4. [`share`]: what is handed on, and quotes that come back; [`save`]: files made in the page.
//! 5. `desk`: files that are brought to a viewer without minutes, in the one that opens them.
//! 6. `shelf`: many meetings in one file, in the viewer that shows them.
//! 7. [`screen`]: what is shown, as plain data; [`words`] are its words.
//!
//! [`shared`] is how components pass on what is large.
//!
//! May live here: what is shown and why. May not: tags, the window, the clock.

pub mod aloud;
#[cfg(feature = "opens")]
pub mod desk;
pub mod document;
pub mod embed;
pub mod ledger;
pub mod permalink;
pub mod save;
pub mod screen;
pub mod settings;
pub mod share;
pub mod shared;
#[cfg(feature = "shelf")]
pub mod shelf;
pub mod state;
mod steps;
pub mod words;

pub use document::{Document, SharedDocument};
