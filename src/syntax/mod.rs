//! What is written.

use crate::source::Source;

/// What parsing gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parse {}

/// Parses.
pub fn parse(_source: &Source) -> Parse {
    Parse::default()
}
