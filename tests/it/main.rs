//! One binary for all integration tests: a module per feature, fixtures in `data/`.

mod arbitrary;
mod bundle;
#[cfg(feature = "cli")]
mod cli;
mod export;
mod minutes;
mod syntax;
