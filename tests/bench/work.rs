//! What is measured, natively and in wasm: the parser, and the least that any reader of text does.
//!
//! Both are given the same bytes, and both find out whether they are UTF-8.

use kaigiroku::model::Minutes;

/// The whole way from bytes to minutes; how many speeches there are.
pub fn parse(bytes: &[u8]) -> usize {
    std::str::from_utf8(bytes).map_or(0, |text| Minutes::of(text).speeches.len())
}

/// Whether it is text, and how many lines it has.
pub fn scan(bytes: &[u8]) -> usize {
    std::str::from_utf8(bytes).map_or(0, |text| text.lines().count())
}
