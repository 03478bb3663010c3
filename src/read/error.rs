//! Why there is no text in a file.
//!
//! May live here: every reason, with its place. May not: its sentence (`words`).

use super::{Kind, PdfError};

/// Why there is no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing, or only white space.
    Empty,
    /// It is a file of a kind that is not read.
    NotRead(Kind),
    /// It fits no known encoding; as UTF-8 it breaks on this line, counted from 1.
    Undecodable {
        /// The line.
        line: usize,
    },
    /// It fits Shift_JIS and EUC-JP, and reads differently.
    Ambiguous,
    /// A PDF that gave no text.
    Pdf(PdfError),
}

impl ReadError {
    /// The line of the file that it is about, counted from 1.
    pub fn line(&self) -> Option<usize> {
        match self {
            ReadError::Undecodable { line } => Some(*line),
            _ => None,
        }
    }
}
