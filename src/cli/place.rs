//! Where a text is from, and how that is shown.
//!
//! May live here: names of inputs for people. May not: reading.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::shelf::EntryKey;

/// Where a text is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file.
    File(PathBuf),
    /// A meeting in a file of several.
    Meeting {
        /// The file.
        page: PathBuf,
        /// The name of the file it was made of.
        name: String,
        /// By which it is known.
        key: EntryKey,
    },
    /// What is led into the program.
    StandardInput,
}

/// What stands for the standard input, and behind `-o` for the standard output.
const DASH: &str = "-";

/// Whether a path means the standard input or output.
pub(super) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == DASH
}

impl Place {
    /// What a path among the arguments means.
    pub(super) fn named(path: &Path) -> Place {
        if is_standard(path) { Place::StandardInput } else { Place::File(path.to_owned()) }
    }

    /// The path, if it has one.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Place::File(path) | Place::Meeting { page: path, .. } => Some(path),
            Place::StandardInput => None,
        }
    }

    /// The path as the arguments have it.
    pub(super) fn key(&self) -> String {
        let path = self.path().map_or(DASH.to_owned(), |path| path.to_string_lossy().into_owned());
        match self {
            Place::Meeting { key, .. } => format!("{path}#{key}"),
            _ => path,
        }
    }

    /// The name that files made of it take over.
    pub(super) fn file_name(&self) -> &OsStr {
        self.path().and_then(Path::file_name).unwrap_or(OsStr::new("stdin"))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File(path) => f.write_str(&shown(path)),
            Place::Meeting { page, name, key } if name.is_empty() => write!(f, "{}〔{key}〕", shown(page)),
            Place::Meeting { page, name, .. } => {
                write!(f, "{}〔{}〕", shown(page), shown(Path::new(name)))
            }
            Place::StandardInput => f.write_str("標準入力"),
        }
    }
}

/// A path as a line of text. A name may hold anything: what would break the line, act on a terminal or turn
/// the letters behind it round is written as its number.
pub(super) fn shown(path: &Path) -> String {
    let mut out = String::new();
    for c in path.to_string_lossy().chars() {
        match is_dangerous(c) {
            true => out.extend(c.escape_unicode()),
            false => out.push(c),
        }
    }
    out
}

/// A character that would break a line, act on a terminal, or change the order of what is shown.
pub(super) fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_on_its_line() {
        let check = |name: &str, expected: &str| assert_eq!(shown(Path::new(name)), expected);
        check("会議録 😀か\u{3099}.txt", "会議録 😀か\u{3099}.txt");
        check("a\nb\u{1B}[31m.txt", "a\\u{a}b\\u{1b}[31m.txt");
        check("\u{202E}txt.a", "\\u{202e}txt.a");
    }

    #[test]
    fn only_a_bare_dash_is_the_standard_input() {
        assert_eq!(Place::named(Path::new("-")), Place::StandardInput);
        assert_eq!(Place::named(Path::new("./-")), Place::File("./-".into()));
    }
}
