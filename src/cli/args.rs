//! What the arguments ask for.
//!
//! May live here: options, the help text. May not: files, whether they exist.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use super::Error;
use crate::export::Format;

pub(super) enum Command {
    Help,
    Version,
    Bundle { paths: Vec<PathBuf>, output: Option<PathBuf>, title: Option<String> },
    Export(Export),
}

/// What can be exported: the formats, and the copy for reading, which needs the viewer's style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A format for other programs.
    Data(Format),
    /// HTML that reads, jumps and prints and holds no program.
    Html,
}

const HTML: &str = "html";

impl Form {
    /// The name by which commands call it.
    pub fn key(self) -> &'static str {
        match self {
            Form::Data(format) => format.key(),
            Form::Html => HTML,
        }
    }

    /// All names, in the order in which they are offered.
    pub fn keys() -> Vec<&'static str> {
        Format::ALL.into_iter().map(Format::key).chain([HTML]).collect()
    }

    fn from_key(key: &str) -> Option<Form> {
        if key == HTML { Some(Form::Html) } else { Format::from_key(key).map(Form::Data) }
    }

    /// How the names of its files end, without the dot.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Form::Data(format) => format.extension(),
            Form::Html => HTML,
        }
    }
}

pub(super) struct Export {
    pub paths: Vec<PathBuf>,
    pub format: Form,
    pub output: Option<PathBuf>,
    /// What the search box would be asked; only the speeches that it lets through are written.
    pub filter: Option<String>,
    /// Where the minutes are published.
    pub url: Option<String>,
}

pub(super) const HELP: &str = "\
会議録のテキストから、検索できる1つのHTMLファイルを作ります。

使い方
  kaigiroku bundle PATH… [-o FILE] [--title 題名]   HTMLファイルを作る
  kaigiroku export --format 形式 PATH… [-o FILE] [--filter 検索の式] [--url アドレス]
                                                    ほかの形式で書き出す
  kaigiroku --help | --version

PATH はテキストファイル、またはフォルダー（中の .txt をすべて読みます）です。
文字コードは UTF-8、UTF-16（BOM付き）、Shift_JIS、EUC-JP、ISO-2022-JP を読めます。
このプログラムで作ったHTMLファイルと、国会会議録検索システムのJSON（1会議）も読めます。

  -o, --output FILE   書き出すファイル。省略時は、元の名前に .html を付けて今のフォルダーに作ります。
                      テキストが複数のときは1件ごとに1ファイルとし、FILE はフォルダーの名前です。
      --title 題名    ページの題名。省略時は会議録の題名です。
      --format 形式   json csv text markdown akn tei diet jsonld docx html のどれか。
                      html は、プログラムを含まない読むだけのファイルです。
                      -o を省くと標準出力に出します（docx は画面には出せないので、-o FILE を付けるか、
                      > や | でファイルやほかのプログラムへ渡してください）。
      --filter 式     検索欄と同じ式（予算 話者:委員 -学校 など）に合う発言だけを、抜粋として書き出します。
                      合う発言が1件もなければ何も書き出さず、終了コード2で終わります。
      --url アドレス  会議録を公開している場所（http:// か https://）。export の csv tei diet jsonld に
                      入ります。テキストが1件のときだけ使えます。

Turns the text of council minutes into one searchable HTML file.

  kaigiroku bundle PATH… [-o FILE] [--title TITLE]  make the HTML file
  kaigiroku export --format F PATH… [-o FILE] [--filter QUERY] [--url ADDRESS]
                                                    write another format

PATH is a text file or a folder, of which every .txt is read. HTML files made by this program and the
JSON of the Diet's minutes (one meeting) are read, too.
  -o, --output FILE   the file to write; by default the text's name with .html, here.
                      Several texts make one file each, and FILE is the folder for them.
      --title TITLE   the title of the page; by default that of the minutes.
      --format F      json csv text markdown akn tei diet jsonld docx html (a copy for reading
                      without any program). Without -o it is printed; docx is not printed to a
                      terminal, so name a FILE or lead it on with > or |.
      --filter QUERY  write only the speeches that a search lets through, as an excerpt. If there are
                      none, nothing is written and the exit code is 2.
      --url ADDRESS   where the minutes are published (http:// or https://); only for export of one
                      text as csv, tei, diet or jsonld, which have a place for it.
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
    let mut filter = None;
    let mut url = None;
    while let Some(arg) = parser.next().map_err(wrong)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Short('o') | Long("output") => output = Some(PathBuf::from(parser.value().map_err(wrong)?)),
            Long("title") => title = Some(parser.value().and_then(|v| v.string()).map_err(wrong)?),
            Long("format") => format = Some(parser.value().and_then(|v| v.string()).map_err(wrong)?),
            Long("filter") => filter = Some(parser.value().and_then(|v| v.string()).map_err(wrong)?),
            Long("url") => url = Some(parser.value().and_then(|v| v.string()).map_err(wrong)?),
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
            needs(filter.is_some(), "--filter")?;
            needs(url.is_some(), "--url")?;
            Command::Bundle { paths, output, title }
        }
        Some("export") => {
            needs(title.is_some(), "--title")?;
            let known = format.as_deref().and_then(Form::from_key);
            let format = known.ok_or(Error::Format { format })?;
            Command::Export(Export { paths, format, output, filter, url })
        }
        _ => return Err(Error::UnknownCommand { name: name.to_string_lossy().into_owned() }),
    };
    match &command {
        Command::Bundle { paths, .. } | Command::Export(Export { paths, .. }) if paths.is_empty() => {
            Err(Error::NoPath)
        }
        _ => Ok(command),
    }
}
