//! The wasm entry.
#![allow(missing_docs)]
fn main() {}
