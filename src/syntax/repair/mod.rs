//! What a conversion did to a text, undone for reading: page numbers and running heads, letters set
//! apart, frames of tables, cut lines, lines run together.
//!
//! Nothing is changed and nothing goes: a [`Laid`] line says where in the source each of its letters
//! stands, and what is no part of the record is a line of furniture. Each step is linear.
//!
//! 1. `letters` looks at each line alone: frames, letters set apart.
//! 2. `pages` finds page numbers, running heads and what a web page puts around the record.
//! 3. `joins` puts together what was cut: one letter a line, a label broken in its bracket.
//! 4. `splits` takes apart what was run together.
//!
//! May live here: signs of damage. May not: what the text means.

mod joins;
mod letters;
mod pages;
mod splits;

use super::lines::Laid;
use crate::source::Source;

/// The lines of a source as they are to be read.
pub(super) fn lines(source: &Source) -> Vec<Laid<'_>> {
    let mut lines: Vec<Laid> =
        (1..=source.n_lines()).map(|line| Laid::new(source, source.line_range(line))).collect();
    lines.iter_mut().for_each(letters::mend);
    pages::mark(source, &mut lines);
    splits::split(joins::join(lines))
}
