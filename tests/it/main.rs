//! One binary for all integration tests: a module per feature.

mod app;
mod filter;
mod hand;
mod permalink;
mod search;
