//! Why a text could not be read, worded in one place.
//!
//! May live here: every reason for which an input gives no minutes. May not: what a text is read as
//! (`read`, `import`), what stands in the way of writing (`error`).

use std::fmt;
use std::io;

use super::input::EXTENSIONS;
use super::place::Place;
use crate::diagnostics::Lang;
use crate::import::ImportError;
use crate::read::{MAX_LEN, ReadError};

/// An input that could not be read, and why.
#[derive(Debug)]
pub struct Unread {
    /// Which.
    pub place: Place,
    /// Why.
    pub reason: Reason,
}

/// Why an input could not be read.
#[derive(Debug)]
pub enum Reason {
    /// There is no such file.
    Missing,
    /// It is neither a file nor a folder.
    NotAFile,
    /// A folder without texts.
    NoTexts,
    /// It is too large.
    TooLarge {
        /// Its length in bytes, where that was known before reading.
        len: Option<u64>,
    },
    /// The system refused to read it.
    Refused(io::Error),
    /// Its bytes are no text.
    Read(ReadError),
    /// It holds no minutes that can be read.
    Import(ImportError),
    /// A line of a list that looks like a record and is none.
    Record {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        error: String,
    },
    /// A line of a list that is no path on this system.
    Path {
        /// Which, from 1.
        line: usize,
    },
}

impl Unread {
    /// What the system says of a place.
    pub(super) fn refused(place: Place, error: io::Error) -> Unread {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => Reason::Missing,
            _ => Reason::Refused(error),
        };
        Unread { place, reason }
    }

    /// The line of the input that cannot be read, from 1, where there is one.
    pub(super) fn line(&self) -> Option<usize> {
        match &self.reason {
            Reason::Read(error) => error.line(),
            Reason::Record { line, .. } | Reason::Path { line } => Some(*line),
            _ => None,
        }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line().map(|line| format!("{line}:")).unwrap_or_default();
        let (ja, en) = (self.reason.message(Lang::Ja), self.reason.message(Lang::En));
        write!(f, "{}:{line} エラー: {ja}（{en}）", self.place)
    }
}

impl std::error::Error for Unread {}

impl Reason {
    /// The stable name by which it is called.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Reason::Missing => "missing",
            Reason::NotAFile => "not-a-file",
            Reason::NoTexts => "no-texts",
            Reason::TooLarge { .. } => "too-large",
            Reason::Refused(error) if error.kind() == io::ErrorKind::PermissionDenied => "no-permission",
            Reason::Refused(_) => "refused",
            Reason::Read(error) => read_code(error),
            Reason::Import(_) => "no-minutes",
            Reason::Record { .. } => "record",
            Reason::Path { .. } => "path",
        }
    }

    /// The sentence for people.
    pub(super) fn message(&self, lang: Lang) -> String {
        let (ja, en) = match self {
            Reason::Missing => ("ファイルが見つかりません。".to_owned(), "No such file.".to_owned()),
            Reason::NotAFile => {
                ("通常のファイルでもフォルダーでもありません。".into(), "Neither a file nor a folder.".into())
            }
            Reason::NoTexts => (
                format!("フォルダーに会議録のファイル（{}）がありません。", EXTENSIONS.join("、")),
                format!("No file of minutes ({}) in this folder.", EXTENSIONS.join(", ")),
            ),
            Reason::TooLarge { len: Some(len) } => (
                format!("ファイルが大きすぎます（{} MB）。{} MB まで読めます。", len >> 20, MAX_LEN >> 20),
                format!("Too large ({} MiB); up to {} MiB is read.", len >> 20, MAX_LEN >> 20),
            ),
            Reason::TooLarge { len: None } => (
                format!("大きすぎます。{} MB まで読めます。", MAX_LEN >> 20),
                format!("Too large; up to {} MiB is read.", MAX_LEN >> 20),
            ),
            Reason::Refused(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                ("読む権限がありません。".into(), "No permission to read it.".into())
            }
            Reason::Refused(error) => ("読めません。".into(), format!("Cannot read it: {error}.")),
            Reason::Read(error) => {
                let way_out = match error {
                    ReadError::Undecodable { .. } | ReadError::Ambiguous => {
                        ["指定するには --encoding を使います。", " It is said with --encoding."]
                    }
                    _ => [""; 2],
                };
                let [ja, en] = way_out;
                (error.message(Lang::Ja) + ja, error.message(Lang::En) + en)
            }
            Reason::Import(error) => return error.message(lang),
            Reason::Record { error, .. } => (
                format!("この行は path と text を持つJSONではありません（{error}）。"),
                format!("This line is no JSON object with the strings path and text: {error}."),
            ),
            Reason::Path { .. } => {
                ("この行はファイルの場所として読めません。".into(), "This line is no path here.".into())
            }
        };
        if lang == Lang::Ja { ja } else { en }
    }
}

fn read_code(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty => "empty",
        ReadError::NotRead(_) => "not-read",
        ReadError::Undecodable { .. } => "undecodable",
        ReadError::Broken { .. } => "broken-letters",
        ReadError::Mixed { .. } => "mixed-encodings",
        ReadError::Ambiguous => "ambiguous",
        ReadError::Tangled { .. } => "tangled",
        ReadError::Docx(_) => "docx",
        ReadError::Pdf { .. } => "pdf",
    }
}
