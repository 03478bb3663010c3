//! From the syntax tree to the minutes.

use super::Minutes;
use crate::source::Source;
use crate::syntax::Parse;

/// What the tree means.
pub fn lower(source: Source, _parse: Parse) -> Minutes {
    Minutes { source, ..Minutes::default() }
}
