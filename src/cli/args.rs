//! What the arguments ask for.
//!
//! May live here: options, the help text. May not: files, whether they exist.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use super::Error;

pub(super) enum Command {
    Help,
    Version,
    Bundle { paths: Vec<PathBuf>, output: Option<PathBuf>, title: Option<String> },
    Export { paths: Vec<PathBuf> },
}

pub(super) const HELP: &str = "\
会議録のテキストから、検索できる1つのHTMLファイルを作ります。

使い方
  kaigiroku bundle PATH… [-o FILE] [--title 題名]   HTMLファイルを作る
  kaigiroku export --format json PATH…              JSONで書き出す（1会議1行）
  kaigiroku --help | --version

PATH はテキストファイル、またはフォルダー（中の .txt をすべて読みます）です。
文字コードは UTF-8、UTF-16（BOM付き）、Shift_JIS、EUC-JP、ISO-2022-JP を読めます。

  -o, --output FILE   書き出すファイル。省略時は、元の名前に .html を付けて今のフォルダーに作ります。
                      テキストが複数のときは1件ごとに1ファイルとし、FILE はフォルダーの名前です。
      --title 題名    ページの題名。省略時は会議録の題名です。

Turns the text of council minutes into one searchable HTML file.

  kaigiroku bundle PATH… [-o FILE] [--title TITLE]  make the HTML file
  kaigiroku export --format json PATH…              write JSON, one meeting a line

PATH is a text file or a folder, of which every .txt is read.
  -o, --output FILE   the file to write; by default the text's name with .html, here.
                      Several texts make one file each, and FILE is the folder for them.
      --title TITLE   the title of the page; by default that of the minutes.
";

pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Error> {
    parse_with(lexopt::Parser::from_args(args))
}

fn parse_with(mut parser: lexopt::Parser) -> Result<Command, Error> {
    let wrong = |error: lexopt::Error| Error::Arguments { error: error.to_string() };
    let mut name = None;
    let mut paths = Vec::new();
    let mut output = None;
    let mut title = None;
    let mut format = None;
    while let Some(arg) = parser.next().map_err(wrong)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Short('o') | Long("output") => output = Some(PathBuf::from(parser.value().map_err(wrong)?)),
            Long("title") => title = Some(parser.value().and_then(|v| v.string()).map_err(wrong)?),
            Long("format") => format = Some(parser.value().and_then(|v| v.string()).map_err(wrong)?),
            Value(value) if name.is_none() => name = Some(value),
            Value(value) => paths.push(PathBuf::from(value)),
            other => return Err(wrong(other.unexpected())),
        }
    }
    let name = name.ok_or(Error::NoCommand)?;
    let needs = |given: bool, option: &'static str| match given {
        true => Err(Error::NotHere { option }),
        false => Ok(()),
    };
    let command = match name.to_str() {
        Some("bundle") => {
            needs(format.is_some(), "--format")?;
            Command::Bundle { paths, output, title }
        }
        Some("export") => {
            needs(output.is_some(), "--output")?;
            needs(title.is_some(), "--title")?;
            match format.as_deref() {
                Some("json") => Command::Export { paths },
                format => return Err(Error::Format { format: format.map(str::to_owned) }),
            }
        }
        _ => return Err(Error::UnknownCommand { name: name.to_string_lossy().into_owned() }),
    };
    match &command {
        Command::Bundle { paths, .. } | Command::Export { paths } if paths.is_empty() => Err(Error::NoPath),
        _ => Ok(command),
    }
}
