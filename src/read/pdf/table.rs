//! Tables: what stands between lines that are drawn is read cell by cell.
//!
//! May live here: which drawn lines part what. May not: how a cell becomes text.

use super::layout::Run;
use super::shape::Rule;

/// A part of a page.
pub(super) enum Part {
    /// What stands in no table.
    Free(Vec<Run>),
    /// A cell, and whether it is the first of its row.
    Cell { runs: Vec<Run>, is_first: bool },
}

/// Parts what is on a page, from top to bottom and from left to right.
pub(super) fn parts(runs: Vec<Run>, _rules: &[Rule]) -> Vec<Part> {
    vec![Part::Free(runs)]
}
