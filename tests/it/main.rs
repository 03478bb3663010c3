//! One binary for all integration tests: a module per feature, fixtures in `data/`.

mod minutes;
mod syntax;
mod tidy;
mod view;
