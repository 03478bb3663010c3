//! Why a text holds no minutes, worded for people.
//!
//! May live here: every reason and its sentence in each language. May not: what is done about it.

use std::fmt;

use crate::bundle::BundleError;
use crate::diagnostics::Lang;

/// Why no minutes could be taken out of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The JSON of the Diet's minutes is damaged.
    Json {
        /// The line, from 1.
        line: usize,
        /// The column, in bytes from 1.
        column: usize,
    },
    /// JSON of another kind.
    Foreign,
    /// Another number of meetings than one.
    Count {
        /// How many.
        n_meetings: usize,
    },
    /// A record without words.
    NoSpeech {
        /// Which, counted from 1.
        number: usize,
    },
    /// A copy for reading that this program made: it holds no data.
    ReadingCopy,
    /// A file of ours that cannot be read.
    Bundle(BundleError),
}

impl ImportError {
    /// The place is that in the whole text; what was read began behind its leading white space.
    pub(super) fn json(text: &str, error: &serde_json::Error) -> ImportError {
        let before = text.len() - text.trim_start().len();
        let skipped = text.get(..before).unwrap_or_default();
        let line = error.line() + skipped.matches('\n').count();
        let column = if error.line() == 1 {
            error.column() + skipped.rsplit('\n').next().map_or(0, str::len)
        } else {
            error.column()
        };
        ImportError::Json { line, column }
    }

    /// The sentence for people.
    pub fn message(&self, lang: Lang) -> String {
        let (ja, en) = match self {
            ImportError::Json { line, column } => (
                format!("国会会議録のJSONが壊れています（{line}行{column}桁）。"),
                format!("The JSON of the Diet's minutes is damaged (line {line}, column {column})."),
            ),
            ImportError::Foreign => (
                "国会会議録のJSONではありません。読めるJSONは、国会会議録検索システムの会議単位の形です。"
                    .into(),
                "This JSON holds no minutes; the only JSON read is that of the Diet's minutes.".into(),
            ),
            ImportError::Count { n_meetings: 0 } => {
                ("会議が1件も入っていません。".into(), "There is no meeting in it.".into())
            }
            ImportError::Count { n_meetings } => (
                format!("会議が{n_meetings}件入っています。1件ずつのファイルに分けてください。"),
                format!("It holds {n_meetings} meetings; make a file of each."),
            ),
            ImportError::NoSpeech { number } => (
                format!("{number}番目の発言（speechRecord）に本文（speech）がありません。"),
                format!("Record {number} of speechRecord has no speech."),
            ),
            ImportError::ReadingCopy => (
                "読むだけのファイルには元のデータが入っていません。元のテキストか、検索できるファイルを使ってください。"
                    .into(),
                "A copy for reading holds no data. Use the original text, or the full file.".into(),
            ),
            ImportError::Bundle(error) => (error.message(Lang::Ja), error.message(Lang::En)),
        };
        if lang == Lang::Ja { ja } else { en }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::Ja))
    }
}

impl std::error::Error for ImportError {}
