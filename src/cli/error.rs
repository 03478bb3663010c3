//! What can stand in the way, worded in one place: Japanese first, English beside it.
//!
//! May live here: every reason for exit code 1 and its sentence. May not: findings in a text that could
//! be read (`diagnostics`).

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::Form;
use crate::bundle::BundleError;
use crate::diagnostics::Lang;
use crate::export::Format;
use crate::import::ImportError;
use crate::read::ReadError;

/// What stood in the way.
#[derive(Debug)]
pub enum Error {
    /// No command was given.
    NoCommand,
    /// There is no such command.
    UnknownCommand {
        /// As given.
        name: String,
    },
    /// The arguments do not fit together.
    Arguments {
        /// What the reader of arguments says.
        error: String,
    },
    /// An option that the command does not have.
    NotHere {
        /// Which.
        option: &'static str,
    },
    /// No format to export, or an unknown one.
    Format {
        /// As given.
        format: Option<String>,
    },
    /// No file was named.
    NoPath,
    /// One title or address for several meetings.
    ForSeveral {
        /// The option.
        option: &'static str,
        /// How many texts there are.
        n_texts: usize,
    },
    /// There is no such file.
    Missing {
        /// Where.
        path: PathBuf,
    },
    /// It is neither a file nor a folder.
    NotAFile {
        /// Where.
        path: PathBuf,
    },
    /// A folder without texts.
    NoTexts {
        /// Where.
        path: PathBuf,
    },
    /// It is too large.
    TooLarge {
        /// Where.
        path: PathBuf,
        /// Its length in bytes.
        len: u64,
    },
    /// The system refused to read it.
    Unreadable {
        /// Where.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Its bytes are no text.
    Read {
        /// Where.
        path: PathBuf,
        /// Why.
        error: ReadError,
    },
    /// It holds no minutes that can be read.
    Import {
        /// Where.
        path: PathBuf,
        /// Why.
        error: ImportError,
    },
    /// A search without words.
    EmptyFilter,
    /// An address that leads nowhere, or to a part of a page.
    Url {
        /// As given.
        url: String,
    },
    /// A format without a place for an address.
    NoPlaceForUrl {
        /// Which.
        format: Form,
    },
    /// No speech of any text is let through.
    NothingFound {
        /// What was looked for.
        filter: String,
    },
    /// A format of which only one can be printed.
    SeveralPrinted {
        /// Which.
        format: Form,
        /// How many texts there are.
        n_texts: usize,
    },
    /// Bytes that a screen cannot show.
    ToScreen {
        /// Of which format.
        format: Form,
    },
    /// Two texts would be written to one file.
    SameOutput {
        /// The file.
        path: PathBuf,
    },
    /// The file to write is one of the texts.
    OverInput {
        /// The file.
        path: PathBuf,
    },
    /// Several texts, but the output is a file.
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// The system refused to write it.
    Unwritable {
        /// Where.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The system refused to print.
    Print {
        /// What the system says.
        error: io::Error,
    },
    /// The viewer page is nowhere to be found.
    NoShell,
    /// The viewer page is broken.
    Shell {
        /// What it lacks.
        error: BundleError,
    },
    /// The bundle could not be made.
    Bundle {
        /// Of which text.
        path: PathBuf,
        /// Why.
        error: BundleError,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = "kaigiroku --help";
        let (place, ja, en) = match self {
            Error::NoCommand => (
                None,
                format!("コマンドがありません。{help} をご覧ください。"),
                "No command; see --help.".into(),
            ),
            Error::UnknownCommand { name } => (
                None,
                format!("「{name}」というコマンドはありません。{help} をご覧ください。"),
                format!("No such command: {name}."),
            ),
            Error::Arguments { error } => {
                (None, format!("引数が正しくありません。{help} をご覧ください。"), error.clone())
            }
            Error::NotHere { option } => (
                None,
                format!("{option} はこのコマンドでは使えません。"),
                format!("{option} does not belong to this command."),
            ),
            Error::Format { format: None } => (
                None,
                format!("--format で形式を指定してください。使える形式は {} です。", formats("、")),
                format!("Say --format with one of {}.", formats(", ")),
            ),
            Error::Format { format: Some(format) } => (
                None,
                format!("「{format}」という形式では書き出せません。使える形式は {} です。", formats("、")),
                format!("No such format: {format}. There are {}.", formats(", ")),
            ),
            Error::Import { path, error } => (Some(path), error.message(Lang::Ja), error.message(Lang::En)),
            Error::EmptyFilter => (
                None,
                "--filter に探す語がありません。".into(),
                "There is nothing to look for in --filter.".into(),
            ),
            Error::NothingFound { filter } => (
                None,
                format!("「{filter}」に合う発言がありません。何も書き出していません。"),
                format!("No speech matches {filter}; nothing was written."),
            ),
            Error::SeveralPrinted { format, n_texts } => {
                let key = format.key();
                (
                    None,
                    format!("{key} で複数の会議録（{n_texts} 件）を書き出すときは、-o でフォルダーを指定してください。"),
                    format!("Name a folder with -o to write {n_texts} texts as {key}."),
                )
            }
            Error::ToScreen { format } => {
                let key = format.key();
                (
                    None,
                    format!("{key} は画面に表示できません。-o FILE で書き出すファイルを指定してください。"),
                    format!("A screen cannot show {key}; name a file with -o."),
                )
            }
            Error::NoPath => (
                None,
                "会議録のファイルまたはフォルダーを指定してください。".into(),
                "Name a file or a folder.".into(),
            ),
            Error::ForSeveral { option, n_texts } => (
                None,
                format!("{option} はテキストが1件のときだけ使えます（{n_texts} 件あります）。"),
                format!("{option} is for one text; there are {n_texts}."),
            ),
            Error::Url { url } => (
                None,
                format!("--url の「{url}」は使えません。http:// か https:// で始まり、# や空白を含まないアドレスを書いてください。"),
                format!("--url takes an address that begins with http:// or https:// and holds no # or space, not {url}."),
            ),
            Error::NoPlaceForUrl { format } => {
                let key = format.key();
                (
                    None,
                    format!("{key} には --url のアドレスを入れる所がありません。入れられる形式は {} です。", with_url("、")),
                    format!("{key} has no place for --url; {} have.", with_url(", ")),
                )
            }
            Error::Missing { path } => {
                (Some(path), "ファイルが見つかりません。".into(), "No such file.".into())
            }
            Error::NotAFile { path } => (
                Some(path),
                "通常のファイルでもフォルダーでもありません。".into(),
                "Neither a file nor a folder.".into(),
            ),
            Error::NoTexts { path } => (
                Some(path),
                "フォルダーに会議録のテキスト（.txt）がありません。".into(),
                "No .txt in this folder.".into(),
            ),
            Error::TooLarge { path, len } => (
                Some(path),
                format!("ファイルが大きすぎます（{} MB）。256 MB まで読めます。", len / (1 << 20)),
                "Larger than 256 MiB.".into(),
            ),
            Error::Unreadable { path, error } => {
                (Some(path), "ファイルを読めません。".into(), format!("Cannot read it: {error}."))
            }
            Error::Read { path, error } => {
                let line = error.line().map(|line| format!("{line}:")).unwrap_or_default();
                let (ja, en) = (error.message(Lang::Ja), error.message(Lang::En));
                return write!(f, "{}:{line} エラー: {ja}（{en}）", path.display());
            }
            Error::SameOutput { path } => (
                Some(path),
                "2件のテキストの書き出し先が同じになります。別々に作ってください。".into(),
                "Two texts would be written to this file.".into(),
            ),
            Error::OverInput { path } => (
                Some(path),
                "元のテキストに上書きすることになるため、書き出しません。".into(),
                "This would overwrite the text itself.".into(),
            ),
            Error::NotAFolder { path } => (
                Some(path),
                "フォルダーではありません。複数のテキストやフォルダーを渡したとき、-o はフォルダーの名前です。".into(),
                "Not a folder, which -o names for several texts or a folder.".into(),
            ),
            Error::Unwritable { path, error } => {
                (Some(path), "書き出せません。".into(), format!("Cannot write it: {}.", error.kind()))
            }
            Error::Print { error } => {
                (None, "結果を出力できません。".into(), format!("Cannot print: {error}."))
            }
            Error::NoShell => (
                None,
                "閲覧用ページ dist/shell.html がありません。先に cargo xtask dist を実行してください。"
                    .into(),
                "No dist/shell.html here; run cargo xtask dist first.".into(),
            ),
            Error::Shell { error } => (None, error.message(Lang::Ja), error.message(Lang::En)),
            Error::Bundle { path, error } => (Some(path), error.message(Lang::Ja), error.message(Lang::En)),
        };
        if let Some(path) = place {
            write!(f, "{}: ", path.display())?;
        }
        write!(f, "エラー: {ja}（{en}）")
    }
}

fn formats(comma: &str) -> String {
    Form::keys().join(comma)
}

/// The formats that have a place for an address.
fn with_url(comma: &str) -> String {
    let formats = Format::ALL.into_iter().filter(|format| format.holds_link());
    formats.map(Format::key).collect::<Vec<_>>().join(comma)
}

impl std::error::Error for Error {}
