//! One binary for all integration tests: a module per feature, fixtures in `data/`.

mod app;
mod arbitrary;
mod bundle;
#[cfg(feature = "cli")]
mod cli;
mod drawing;
#[cfg(feature = "viewer")]
mod english;
mod export;
mod filter;
mod fold;
mod hand;
mod insight;
mod lossless;
mod minutes;
mod permalink;
mod query;
#[cfg(feature = "viewer")]
mod sample;
mod screen;
mod search;
mod seed;
mod settings;
mod style;
mod syntax;
mod tidy;
#[cfg(feature = "viewer")]
mod view;
mod words;
