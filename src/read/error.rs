//! Why there is no text in a file.
//!
//! May live here: every reason, with its place. May not: its sentence (`words`).

use super::{DocxError, Encoding, Kind, PdfError};

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
    /// The encoding is known, and bytes do not fit it.
    Broken {
        /// The encoding.
        encoding: Encoding,
        /// The first line with such bytes, counted from 1.
        line: usize,
        /// What is wrong with them.
        flaw: Flaw,
    },
    /// Some lines are in one encoding and others in another.
    Mixed {
        /// The encoding in which it begins.
        first: Encoding,
        /// The other one.
        second: Encoding,
        /// The first line in the other one, counted from 1.
        line: usize,
    },
    /// It fits Shift_JIS and EUC-JP, and reads differently.
    Ambiguous,
    /// A page on this line of which too much is open at once.
    Tangled {
        /// The line, counted from 1.
        line: usize,
    },
    /// A document of Word that gave no text.
    Docx(DocxError),
    /// A PDF that gave no text.
    Pdf(PdfError),
}

/// What is wrong with bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// They are no letter.
    Byte,
    /// Half of a pair that only UTF-16 has, as in CESU-8.
    Surrogate,
    /// More bytes than the letter needs, which UTF-8 forbids because it hides letters.
    Overlong,
}

impl ReadError {
    /// The line of the file that it is about, counted from 1.
    pub fn line(&self) -> Option<usize> {
        match self {
            ReadError::Undecodable { line }
            | ReadError::Broken { line, .. }
            | ReadError::Tangled { line }
            | ReadError::Mixed { line, .. } => Some(*line),
            _ => None,
        }
    }
}
