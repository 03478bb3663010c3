//! What can stand in the way, worded in one place: Japanese first, English beside it.
//!
//! May live here: what is wrong with arguments, outputs and the viewer page, and its sentence. May not: why a text
//! could not be read (`unread`), findings in one that could (`diagnostics`).

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::Form;
use super::place::{Place, shown};
use super::unread::Unread;
use crate::bundle::BundleError;
use crate::diagnostics::Lang;
use crate::export::Format;

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
        /// Which, with its hyphens.
        option: String,
    },
    /// No format, or an unknown one.
    Format {
        /// As given.
        format: Option<String>,
        /// The formats that there are.
        known: Vec<&'static str>,
    },
    /// An option that takes one of a few words, and not this one.
    Value {
        /// Its name, without hyphens.
        option: &'static str,
        /// As given.
        value: String,
        /// The words that it takes.
        known: Vec<&'static str>,
    },
    /// A number of jobs that is none.
    Jobs {
        /// As given.
        value: String,
    },
    /// The system gives no threads to work on.
    Threads {
        /// What it says.
        error: String,
    },
    /// A list of texts of which only lines can be made, and those only be printed.
    ListIsPrinted,
    /// A list of texts, and texts beside it.
    ListAndPaths,
    /// A site without a folder for it.
    NoOutput,
    /// No file was named.
    NoPath,
    /// One title or address for several meetings.
    ForSeveral {
        /// The option.
        option: &'static str,
        /// How many texts there are.
        n_texts: usize,
    },
    /// An option for one file of several meetings, and none is made.
    NoShelf {
        /// The option.
        option: &'static str,
    },
    /// A text that could not be read.
    Unread(Unread),
    /// A search without words.
    EmptyFilter,
    /// An address that leads nowhere, or to a part of a page.
    Url {
        /// The option.
        option: &'static str,
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
    /// What is not meant for a screen.
    ToScreen {
        /// Of which format.
        format: Form,
    },
    /// Another text would be written to the same file.
    SameOutput {
        /// Of which text.
        place: Place,
        /// The file.
        path: PathBuf,
    },
    /// The file to write is one of the texts.
    OverInput {
        /// The file.
        path: PathBuf,
    },
    /// What stands where a file is to be written is neither a file nor a folder.
    NotAFile {
        /// Where.
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
    NoShell {
        /// Where it would be.
        file: &'static str,
    },
    /// The system refused to read the viewer page.
    ShellUnreadable {
        /// Where it is.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The viewer page is broken.
    Shell {
        /// What it lacks.
        error: BundleError,
    },
    /// The bundle could not be made.
    Bundle {
        /// Of which text.
        place: Place,
        /// Why.
        error: BundleError,
    },
}

impl Error {
    /// Whether it stands in the way of every text, and not of one.
    pub(super) fn is_of_all(&self) -> bool {
        matches!(
            self,
            Error::Print { .. } | Error::NoShell { .. } | Error::Shell { .. } | Error::Threads { .. }
        )
    }

    /// What it is about, as it is written before a sentence.
    fn place(&self) -> Option<String> {
        match self {
            Error::Bundle { place, .. } | Error::SameOutput { place, .. } => Some(place.to_string()),
            Error::OverInput { path }
            | Error::NotAFile { path }
            | Error::NotAFolder { path }
            | Error::Unwritable { path, .. }
            | Error::ShellUnreadable { path, .. } => Some(shown(path)),
            _ => None,
        }
    }

    /// The sentence in Japanese and in English.
    fn words(&self) -> (String, String) {
        let help = "kaigiroku --help";
        match self {
            Error::NoCommand => (
                format!("コマンドがありません。{help} をご覧ください。"),
                "No command; see --help.".into(),
            ),
            Error::UnknownCommand { name } => (
                format!("「{name}」というコマンドはありません。{help} をご覧ください。"),
                format!("No such command: {name}."),
            ),
            Error::Arguments { error } => {
                (format!("引数が正しくありません。{help} をご覧ください。"), error.clone())
            }
            Error::NotHere { option } => (
                format!("{option} はこのコマンドでは使えません。"),
                format!("{option} does not belong to this command."),
            ),
            Error::Format { format: None, known } => (
                format!("--format で形式を指定してください。使える形式は {} です。", known.join("、")),
                format!("Say --format with one of {}.", known.join(", ")),
            ),
            Error::Format { format: Some(format), known } => (
                format!("「{format}」という形式では書き出せません。使える形式は {} です。", known.join("、")),
                format!("No such format: {format}. There are {}.", known.join(", ")),
            ),
            Error::Value { option, value, known } => (
                format!("--{option} に「{value}」は使えません。使えるのは {} です。", known.join("、")),
                format!("--{option} takes {}, not {value}.", known.join(", ")),
            ),
            Error::Jobs { value } => (
                format!("--jobs に「{value}」は使えません。1以上の数を書いてください。"),
                format!("--jobs takes a number from 1, not {value}."),
            ),
            Error::Threads { error } => (
                "並行して処理するスレッドを用意できません。--jobs 1 で1件ずつ処理できます。".into(),
                format!("Cannot start threads: {error}. --jobs 1 does without."),
            ),
            Error::ListIsPrinted => (
                "--files-from は、json か ndjson を標準出力に書き出すときだけ使えます。".into(),
                "--files-from is for json and ndjson that are printed.".into(),
            ),
            Error::ListAndPaths => (
                "--files-from とほかのファイルは、同時に指定できません。".into(),
                "Name files, or a list of them with --files-from, but not both.".into(),
            ),
            Error::NoOutput => (
                "site には -o で書き出すフォルダーを指定してください。".into(),
                "Name the folder of the site with -o.".into(),
            ),
            Error::NoPath => {
                ("会議録のファイルまたはフォルダーを指定してください。".into(), "Name a file or a folder.".into())
            }
            Error::ForSeveral { option, n_texts } => (
                format!("{option} はテキストが1件のときだけ使えます（{n_texts} 件あります）。"),
                format!("{option} is for one text; there are {n_texts}."),
            ),
            Error::NoShelf { option } => (
                format!("{option} は、-o に .html のファイルを指定して、複数の会議録を1つのファイルにするときだけ使えます。"),
                format!("{option} is for one file of several meetings, which -o FILE.html makes."),
            ),
            Error::Unread(Unread { reason, .. }) => (reason.message(Lang::Ja), reason.message(Lang::En)),
            Error::EmptyFilter => {
                ("--filter に探す語がありません。".into(), "There is nothing to look for in --filter.".into())
            }
            Error::Url { option, url } => (
                format!("{option} の「{url}」は使えません。http:// か https:// で始まり、# や空白（--base-url では ? も）を含まないアドレスを書いてください。"),
                format!("{option} takes an address that begins with http:// or https:// and holds no # or space (--base-url: no ?), not {url}."),
            ),
            Error::NoPlaceForUrl { format } => {
                let key = format.key();
                (
                    format!("{key} には --url のアドレスを入れる所がありません。入れられる形式は {} です。", with_url("、")),
                    format!("{key} has no place for --url; {} have.", with_url(", ")),
                )
            }
            Error::NothingFound { filter } => (
                format!("「{filter}」に合う発言がありません。何も書き出していません。"),
                format!("No speech matches {filter}; nothing was written."),
            ),
            Error::SeveralPrinted { format, n_texts } => {
                let key = format.key();
                (
                    format!("{key} で複数の会議録（{n_texts} 件）を書き出すときは、-o でフォルダーを指定してください。"),
                    format!("Name a folder with -o to write {n_texts} texts as {key}."),
                )
            }
            Error::ToScreen { format } => {
                let key = format.key();
                (
                    format!("{key} は画面に表示できません。-o FILE で書き出すファイルを指定してください。"),
                    format!("A screen cannot show {key}; name a file with -o."),
                )
            }
            Error::SameOutput { path, .. } => {
                let path = shown(path);
                (
                    format!("書き出し先（{path}）がほかのテキストと同じになります。別々に作ってください。"),
                    format!("Another text would be written to {path}, too."),
                )
            }
            Error::OverInput { .. } => (
                "元のテキストに上書きすることになるため、書き出しません。".into(),
                "This would overwrite the text itself.".into(),
            ),
            Error::NotAFile { .. } => {
                ("通常のファイルではないため、書き出せません。".into(), "Not a file, so that it is not written.".into())
            }
            Error::NotAFolder { .. } => (
                "フォルダーではありません。複数のテキストやフォルダーを渡したとき、-o はフォルダーの名前です。".into(),
                "Not a folder, which -o names for several texts or a folder.".into(),
            ),
            Error::Unwritable { error, .. } => {
                ("書き出せません。".into(), format!("Cannot write it: {}.", error.kind()))
            }
            Error::Print { error } => ("結果を出力できません。".into(), format!("Cannot print: {error}.")),
            Error::NoShell { file } => (
                format!("閲覧用ページ {file} がありません。先に cargo xtask dist を実行してください。"),
                format!("No {file} here; run cargo xtask dist first."),
            ),
            Error::ShellUnreadable { error, .. } => {
                ("閲覧用ページを読めません。".into(), format!("Cannot read the viewer page: {error}."))
            }
            Error::Shell { error } | Error::Bundle { error, .. } => {
                (error.message(Lang::Ja), error.message(Lang::En))
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place() {
            write!(f, "{place}: ")?;
        }
        let (ja, en) = match self {
            Error::Unread(unread) => return unread.fmt(f),
            error => error.words(),
        };
        write!(f, "エラー: {ja}（{en}）")
    }
}

/// The formats that have a place for an address.
fn with_url(comma: &str) -> String {
    let formats = Format::ALL.into_iter().filter(|format| format.holds_link());
    formats.map(Format::key).collect::<Vec<_>>().join(comma)
}

impl std::error::Error for Error {}
