//! From events to a screen, without a browser: [`state`], [`screen`], [`permalink`].
//!
//! May live here: what is shown and why. May not: tags, the window, the clock.

pub mod permalink;
pub mod screen;
pub mod state;
