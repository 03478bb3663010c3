//! One binary for every test of the library and of the command line, a module a feature.

mod arbitrary;
mod bundle;
#[cfg(feature = "cli")]
mod cli;
mod export;
