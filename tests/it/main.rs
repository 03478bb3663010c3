//! One binary for all integration tests: a module per feature, fixtures in `data/`.

mod app;
mod arbitrary;
mod bundle;
#[cfg(feature = "cli")]
mod cli;
mod evidence;
mod export;
mod filter;
mod hand;
mod insight;
mod lossless;
mod minutes;
mod permalink;
#[cfg(feature = "viewer")]
mod sample;
mod screen;
mod search;
mod seed;
mod style;
mod syntax;
mod tidy;
#[cfg(feature = "viewer")]
mod view;
mod words;
