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
    /// `�` stands in the file itself: letters were lost before.
    Lost {
        /// How many such signs.
        n_signs: usize,
    },
    /// The file ends inside a letter, which is shown as `�`.
    CutOff,
    /// Letters as they come about when text is read in a wrong encoding.
    Mojibake {
        /// On how many lines.
        n_lines: usize,
    },
    /// Control characters, which no printed text has. Signs stand in their place: `␀` for U+0000.
    Controls {
        /// How many.
        n_chars: usize,
    },
    /// Signs of a PDF whose letters are not known are shown as `�`.
    Unknown {
        /// How many such signs.
        n_signs: usize,
    },
    /// A PDF names characters as the radicals of the same form (`⼀`). They are the characters that people write.
    Radicals {
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
    /// Menus and the like around the text of a page were left out.
    ChromeCut {
        /// How many letters they hold.
        n_chars: usize,
    },
    /// What was deleted while changes were being tracked was left out.
    Deleted {
        /// How many letters.
        n_chars: usize,
    },
    /// Hidden letters were left out.
    Hidden {
        /// How many.
        n_chars: usize,
    },
    /// Other documents that are laid into this one were left out.
    Parts {
        /// How many.
        n_parts: usize,
    },
    /// Pictures, charts and the like were left out.
    Pictures {
        /// How many.
        n_pictures: usize,
    },
    /// Comments were left out.
    Comments {
        /// How many.
        n_comments: usize,
    },
    /// Headers and footers were left out.
    Furniture,
}

impl Matter {
    /// The code by which it can be looked up.
    pub fn code(&self) -> &'static str {
        match self {
            Matter::Replaced { .. } => "letters-replaced",
            Matter::Lost { .. } => "letters-lost",
            Matter::CutOff => "cut-off",
            Matter::Mojibake { .. } => "mojibake",
            Matter::Controls { .. } => "control-characters",
            Matter::Contradicts { .. } => "charset-contradicts",
            Matter::ChromeCut { .. } => "chrome-cut",
            Matter::Deleted { .. } => "deleted-left-out",
            Matter::Hidden { .. } => "hidden-left-out",
            Matter::Parts { .. } => "parts-left-out",
            Matter::Pictures { .. } => "pictures-left-out",
            Matter::Comments { .. } => "comments-left-out",
            Matter::Furniture => "headers-left-out",
            Matter::Unknown { .. } => "signs-unknown",
            Matter::Radicals { .. } => "radicals-read",
        }
    }

    /// How much it matters: letters that are missing are to be checked by hand.
    pub fn severity(&self) -> Severity {
        match self {
            Matter::Replaced { .. }
            | Matter::Lost { .. }
            | Matter::CutOff
            | Matter::Mojibake { .. }
            | Matter::Controls { .. }
            | Matter::Unknown { .. }
            | Matter::Hidden { .. }
            | Matter::Parts { .. } => Severity::Warning,
            Matter::Contradicts { .. }
            | Matter::ChromeCut { .. }
            | Matter::Deleted { .. }
            | Matter::Pictures { .. }
            | Matter::Comments { .. }
            | Matter::Radicals { .. }
            | Matter::Furniture => Severity::Info,
        }
    }
}
