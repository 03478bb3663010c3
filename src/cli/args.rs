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
}

/// Which texts, and how they are to be read.
pub(super) struct Asked {
    pub paths: Vec<PathBuf>,
    /// Taken instead of what the bytes look like.
    pub encoding: Option<Encoding>,
}

pub(super) struct Bundle {
    pub asked: Asked,
    pub output: Option<PathBuf>,
    pub title: Option<String>,
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
    pub asked: Asked,
    pub format: Form,
    pub output: Option<PathBuf>,
    /// What the search box would be asked; only the speeches that it lets through are written.
    pub filter: Option<String>,
    /// Where the minutes are published.
    pub url: Option<String>,
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
            Long("all") => given.all = true,
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
    all: bool,
    /// Of the other options, by name without hyphens.
    values: BTreeMap<String, String>,
}

impl Given {
    /// The options with a text behind them.
    const OPTIONS: [&str; 7] = ["title", "format", "filter", "url", "encoding", "lang", "deny"];

    fn command(mut self) -> Result<Command, Error> {
        let name = self.command.take().ok_or(Error::NoCommand)?;
        let command = match name.to_str() {
            Some("bundle") => {
                self.only(&["output", "title", "encoding"])?;
                let (output, title) = (self.output.take(), self.values.remove("title"));
                Command::Bundle(Bundle { asked: self.asked()?, output, title })
            }
            Some("export") => {
                self.only(&["output", "format", "filter", "url", "encoding"])?;
                let format = self.values.remove("format");
                let known = format.as_deref().and_then(Form::from_key);
                let format = known.ok_or(Error::Format { format, known: Form::keys() })?;
                let output = self.output.take();
                let (filter, url) = (self.values.remove("filter"), self.values.remove("url"));
                Command::Export(Export { asked: self.asked()?, format, output, filter, url })
            }
            Some("check") => {
                self.only(&["all", "format", "lang", "deny", "encoding"])?;
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
            _ => return Err(Error::UnknownCommand { name: name.to_string_lossy().into_owned() }),
        };
        Ok(command)
    }

    /// Refuses the options that a command does not have.
    fn only(&self, options: &[&str]) -> Result<(), Error> {
        let given = self.values.keys().map(String::as_str);
        let others = [("output", self.output.is_some()), ("all", self.all)];
        let others = others.into_iter().filter(|(_, is_given)| *is_given).map(|(name, _)| name);
        match given.chain(others).find(|name| !options.contains(name)) {
            Some(name) => Err(Error::NotHere { option: format!("--{name}") }),
            None => Ok(()),
        }
    }

    fn asked(mut self) -> Result<Asked, Error> {
        let names = || Encoding::ALL.map(Encoding::name).to_vec();
        let encoding = self.known("encoding", Encoding::from_label, names)?;
        if self.paths.is_empty() {
            return Err(Error::NoPath);
        }
        Ok(Asked { paths: self.paths, encoding })
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
