//! What a reader of minutes should know about how the text was taken out of a file.
//!
//! May live here: every kind of note, its code and weight. May not: its sentence (`words`).

use super::Encoding;
use crate::diagnostics::Severity;

/// A note and the place it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is to be known.
    pub matter: Matter,
    /// The line of the text that was read, counted from 1; the first one where there are several.
    pub line: Option<usize>,
}

/// What is to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Bytes that are no letters in the encoding are shown as `�`.
    Replaced {
        /// How many such signs.
        n_signs: usize,
        /// The encoding.
        encoding: Encoding,
    },
    /// The file ends inside a letter, which is shown as `�`.
    CutOff,
    /// Letters as they come about when text is read in a wrong encoding.
    Mojibake {
        /// On how many lines.
        n_lines: usize,
    },
    /// Control characters, which no printed text has. They are kept.
    Controls {
        /// How many.
        n_chars: usize,
    },
    /// The page names one encoding and is written in another, in which it was read.
    Contradicts {
        /// As the page says.
        declared: String,
        /// As it was read.
        used: Encoding,
    },
}

impl Matter {
    /// The code by which it can be looked up.
    pub fn code(&self) -> &'static str {
        match self {
            Matter::Replaced { .. } => "replaced",
            Matter::CutOff => "cut-off",
            Matter::Mojibake { .. } => "mojibake",
            Matter::Controls { .. } => "W-CTRL",
            Matter::Contradicts { .. } => "charset",
        }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self {
            Matter::Contradicts { .. } => Severity::Info,
            _ => Severity::Warning,
        }
    }
}
