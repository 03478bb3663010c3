//! 会議録: public minutes, read once, shown from one file.
//!
//! The rooms, in the order in which a text passes through them. `ARCHITECTURE.md` draws the way.
//!
//! 1. [`source`] keeps the text as received; [`chars`] knows its letters, [`checksum`] a sum of its bytes.
//! 2. [`read`] turns files of any kind into text.
//! 3. [`syntax`] says what is written: a lossless tree.
//! 4. [`model`] says what it means: [`model::Minutes`].
//! 5. [`diagnostics`] words what could not be settled, for people.
//! 6. [`insight`] derives what nobody printed: who answers whom, about what, with what promise.
//! 7. [`search`] finds, [`filter`] lets through and counts.
//! 8. [`quote`] finds words again that left the file.
//! 9. [`shelf`] keeps many meetings in order, and what ties them.
//! 10. [`export`] and [`bundle`] write files; [`import`] reads ours back, and those of others.
//! 11. [`app`] turns events into a state and a state into a screen; [`view`] draws it;
//!     [`browser`] alone touches the window.
//! 12. [`cli`] alone touches disk and environment.

pub mod app;
pub mod bundle;
pub mod chars;
pub mod checksum;
pub mod diagnostics;
pub mod export;
pub mod filter;
pub mod import;
pub mod insight;
pub mod model;
pub mod order;
pub mod quote;
pub mod search;
pub mod shelf;
pub mod source;
pub mod syntax;

#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "reads")]
pub mod read;

#[cfg(feature = "viewer")]
pub mod browser;
#[cfg(feature = "viewer")]
pub mod view;
