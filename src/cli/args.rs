//! What the arguments ask for.
//!
//! May live here: commands and their options. May not: the help text (`help`), files, whether they exist.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use super::Error;
use crate::diagnostics::Lang;
use crate::export::Format;
use crate::read::Encoding;

pub(super) enum Command {
    Help,
    Version,
    Bundle(Bundle),
    Export(Export),
    Check(Check),
    Site(Site),
}

/// Which texts, and how they are to be read.
pub(super) struct Asked {
    pub paths: Vec<PathBuf>,
    /// Taken instead of what the bytes look like.
    pub encoding: Option<Encoding>,
    /// How many texts are worked on at a time; one a core where nobody has said.
    pub n_jobs: Option<usize>,
    /// Whether only failures are told, and no progress is shown.
    pub quiet: bool,
}

pub(super) struct Bundle {
    pub asked: Asked,
    pub output: Option<PathBuf>,
    pub title: Option<String>,
    pub plain: Option<Plain>,
}

/// Which meetings of several in one file stand in full in its plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Newest,
    All,
    None,
}

impl Plain {
    const ALL: [Plain; 3] = [Plain::Newest, Plain::All, Plain::None];

    fn key(self) -> &'static str {
        match self {
            Plain::Newest => "newest",
            Plain::All => "all",
            Plain::None => "none",
        }
    }

    fn from_key(key: &str) -> Option<Plain> {
        Plain::ALL.into_iter().find(|plain| plain.key() == key)
    }
}

/// What can be exported: the formats, lines that say where they are from, and the copy for reading, which needs
/// the viewer's style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A format for other programs.
    Data(Format),
    /// One speech a line, for programs that take many texts at once.
    Lines,
    /// HTML that reads, jumps and prints and holds no program.
    Html,
}

const HTML: &str = "html";
const LINES: &str = "ndjson";

impl Form {
    /// The name by which commands call it.
    pub fn key(self) -> &'static str {
        match self {
            Form::Data(format) => format.key(),
            Form::Lines => LINES,
            Form::Html => HTML,
        }
    }

    /// All names, in the order in which they are offered.
    pub fn keys() -> Vec<&'static str> {
        Format::ALL.into_iter().map(Format::key).chain([LINES, HTML]).collect()
    }

    fn from_key(key: &str) -> Option<Form> {
        match key {
            HTML => Some(Form::Html),
            LINES => Some(Form::Lines),
            key => Format::from_key(key).map(Form::Data),
        }
    }

    /// How the names of its files end, without the dot.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Form::Data(format) => format.extension(),
            Form::Lines => LINES,
            Form::Html => HTML,
        }
    }
}

pub(super) struct Export {
    pub asked: Asked,
    /// A list of texts, in place of their paths.
    pub list: Option<PathBuf>,
    pub format: Form,
    pub output: Option<PathBuf>,
    /// What the search box would be asked; only the speeches that it lets through are written.
    pub filter: Option<String>,
    /// Where the minutes are published.
    pub url: Option<String>,
    /// Whether lines hold the words as a search compares them, too.
    pub folded: bool,
}

pub(super) struct Site {
    pub asked: Asked,
    /// The folder that it becomes.
    pub output: PathBuf,
    /// What it is called.
    pub title: Option<String>,
    /// Where it is published, with a slash at its end.
    pub base: Option<String>,
}

pub(super) struct Check {
    pub asked: Asked,
    /// One JSON document instead of lines for people.
    pub json: bool,
    /// The language of those lines, where one was named.
    pub lang: Option<Lang>,
    /// Every finding, however many there are.
    pub all: bool,
    /// Whether a warning is a failure.
    pub deny_warnings: bool,
}

pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Error> {
    let mut given = Given::default();
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next().map_err(wrong)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Short('o') | Long("output") => given.output = Some(parser.value().map_err(wrong)?.into()),
            Long("files-from") => given.list = Some(parser.value().map_err(wrong)?.into()),
            Short('q') | Long("quiet") => given.quiet = true,
            Long("all") => given.all = true,
            Long("folded") => given.folded = true,
            Long(name) if Given::OPTIONS.contains(&name) => {
                let name = name.to_owned();
                let value = parser.value().and_then(|value| value.string()).map_err(wrong)?;
                given.values.insert(name, value);
            }
            Value(value) if given.command.is_none() => given.command = Some(value),
            Value(value) => given.paths.push(value.into()),
            other => return Err(wrong(other.unexpected())),
        }
    }
    given.command()
}

fn wrong(error: lexopt::Error) -> Error {
    Error::Arguments { error: error.to_string() }
}

/// The arguments, taken apart.
#[derive(Default)]
struct Given {
    command: Option<OsString>,
    paths: Vec<PathBuf>,
    output: Option<PathBuf>,
    list: Option<PathBuf>,
    all: bool,
    folded: bool,
    quiet: bool,
    /// Of the other options, by name without hyphens.
    values: BTreeMap<String, String>,
}

impl Given {
    /// The options with a text behind them.
    const OPTIONS: [&str; 10] =
        ["title", "plain", "format", "filter", "url", "base-url", "encoding", "jobs", "lang", "deny"];

    fn command(mut self) -> Result<Command, Error> {
        let name = self.command.take().ok_or(Error::NoCommand)?;
        let command = match name.to_str() {
            Some("bundle") => {
                self.only(&["output", "title", "plain"])?;
                let (output, title) = (self.output.take(), self.values.remove("title"));
                let plain = self.known("plain", Plain::from_key, || Plain::ALL.map(Plain::key).to_vec())?;
                Command::Bundle(Bundle { asked: self.asked()?, output, title, plain })
            }
            Some("export") => {
                self.only(&["output", "format", "filter", "url", "files-from", "folded"])?;
                let format = self.values.remove("format");
                let known = format.as_deref().and_then(Form::from_key);
                let format = known.ok_or(Error::Format { format, known: Form::keys() })?;
                if self.folded && format != Form::Lines {
                    return Err(Error::NotHere { option: "--folded".into() });
                }
                let (output, list, folded) = (self.output.take(), self.list.take(), self.folded);
                let (filter, url) = (self.values.remove("filter"), self.values.remove("url"));
                let asked = match &list {
                    Some(_) if !self.paths.is_empty() => return Err(Error::ListAndPaths),
                    Some(_) => self.how(),
                    None => self.asked(),
                };
                Command::Export(Export { asked: asked?, list, format, output, filter, url, folded })
            }
            Some("check") => {
                self.only(&["all", "format", "lang", "deny"])?;
                let json = match self.values.remove("format").as_deref() {
                    None | Some("text") => false,
                    Some("json") => true,
                    Some(format) => {
                        return Err(Error::Format {
                            format: Some(format.into()),
                            known: vec!["text", "json"],
                        });
                    }
                };
                let lang = self.known("lang", Lang::from_key, || Lang::ALL.map(Lang::key).to_vec())?;
                let deny = |word: &str| (word == WARNINGS).then_some(());
                let deny_warnings = self.known("deny", deny, || vec![WARNINGS])?.is_some();
                let all = self.all;
                Command::Check(Check { asked: self.asked()?, json, lang, all, deny_warnings })
            }
            Some("site") => {
                self.only(&["output", "title", "base-url"])?;
                let output = self.output.take().ok_or(Error::NoOutput)?;
                let (title, base) = (self.values.remove("title"), self.values.remove("base-url"));
                let base = base.map(|url| match is_address(&url) && !url.contains('?') {
                    true => Ok(if url.ends_with('/') { url } else { url + "/" }),
                    false => Err(Error::Url { option: "--base-url", url }),
                });
                Command::Site(Site { asked: self.asked()?, output, title, base: base.transpose()? })
            }
            _ => return Err(Error::UnknownCommand { name: name.to_string_lossy().into_owned() }),
        };
        Ok(command)
    }

    /// Refuses the options that a command does not have. How texts are read can be said to each.
    fn only(&self, options: &[&str]) -> Result<(), Error> {
        const EVERYWHERE: [&str; 2] = ["encoding", "jobs"];
        let given = self.values.keys().map(String::as_str);
        let others = [
            ("output", self.output.is_some()),
            ("files-from", self.list.is_some()),
            ("all", self.all),
            ("folded", self.folded),
        ];
        let others = others.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| name);
        match given.chain(others).find(|name| !options.contains(name) && !EVERYWHERE.contains(name)) {
            Some(name) => Err(Error::NotHere { option: format!("--{name}") }),
            None => Ok(()),
        }
    }

    fn asked(self) -> Result<Asked, Error> {
        match self.how()? {
            Asked { paths, .. } if paths.is_empty() => Err(Error::NoPath),
            asked => Ok(asked),
        }
    }

    /// How texts are to be read, whether any is named or not.
    fn how(mut self) -> Result<Asked, Error> {
        let names = || Encoding::ALL.map(Encoding::name).to_vec();
        let encoding = self.known("encoding", Encoding::from_label, names)?;
        let n_jobs = self.values.remove("jobs").map(|value| match value.parse() {
            Ok(n_jobs) if n_jobs > 0 => Ok(n_jobs),
            _ => Err(Error::Jobs { value }),
        });
        Ok(Asked { paths: self.paths, encoding, n_jobs: n_jobs.transpose()?, quiet: self.quiet })
    }

    /// The value of an option that takes one of a few words.
    fn known<T>(
        &mut self,
        option: &'static str,
        from: impl Fn(&str) -> Option<T>,
        known: impl Fn() -> Vec<&'static str>,
    ) -> Result<Option<T>, Error> {
        let Some(value) = self.values.remove(option) else { return Ok(None) };
        match from(&value) {
            Some(value) => Ok(Some(value)),
            None => Err(Error::Value { option, value, known: known() }),
        }
    }
}

const WARNINGS: &str = "warnings";

/// Whether it is the address of a page on the web. Addresses of speeches are made by putting `#s001` behind
/// it, so that it holds no such part of its own.
pub(super) fn is_address(url: &str) -> bool {
    let is_web = |scheme: &str| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = url.split_once("://").filter(|(scheme, _)| is_web(scheme)).map(|(_, rest)| rest);
    host.is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', ':']))
        && !url.contains(|c: char| c == '#' || c.is_whitespace() || c.is_control())
}
