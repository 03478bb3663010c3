//! The work of the benchmark in wasm. No part of anything that ships.
#![allow(missing_docs)]

mod work;

use wasm_bindgen::prelude::wasm_bindgen;

/// Bytes that lie in the memory of the program before the clock starts, as they do natively.
#[wasm_bindgen]
pub struct Input(Vec<u8>);

#[wasm_bindgen]
impl Input {
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Input {
        Input(bytes)
    }

    pub fn parse(&self) -> usize {
        work::parse(&self.0)
    }

    pub fn scan(&self) -> usize {
        work::scan(&self.0)
    }
}

fn main() {}
