//! One binary for all integration tests: a module per feature, fixtures in `data/`.

mod app;
mod filter;
mod hand;
mod minutes;
mod permalink;
mod screen;
mod search;
mod syntax;
mod words;
