//! `export`: minutes, or the speeches that a search lets through, in another format.
//!
//! May live here: what is printed and what becomes a file. May not: formats (`export`), searching
//! (`search`).

use std::io::{self, IsTerminal, Write};

use super::args::Export;
use super::input::{self, Text};
use super::{Error, output, say, tell_findings, write_and_tell};
use crate::export::{self, Format, Selection};
use crate::search::Query;

/// Writes what is asked for. Texts in which nothing is found are told and left out.
pub(super) fn run(asked: &Export, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), Vec<Error>> {
    let Export { paths, format, output, filter } = asked;
    let format = *format;
    refuse(asked).map_err(|error| vec![error])?;
    let texts = input::read_all(paths)?;
    if output.is_none() && texts.len() > 1 && format != Format::Json {
        return Err(vec![Error::SeveralPrinted { format, n_texts: texts.len() }]);
    }
    let mut written: Vec<(&Text, Selection)> = Vec::new();
    for text in &texts {
        tell_findings(text, err);
        let selection = match filter {
            Some(filter) => Selection::found(&text.minutes, filter),
            None => Selection::all(),
        };
        if !selection.is_empty() {
            written.push((text, selection));
        } else if texts.len() > 1 {
            let path = text.path.display();
            // A closed terminal is no reason to stop the work.
            let _ =
                writeln!(err, "{path}: 合う発言がないため、書き出しません。（No speech matches; left out.）");
        }
    }
    if written.is_empty() {
        return Err(vec![Error::NothingFound { filter: filter.clone().unwrap_or_default() }]);
    }
    let Some(output) = output else {
        let print = |(text, selection): &(&Text, Selection)| say(out, &content(format, text, selection));
        return written.iter().try_for_each(print).map_err(|error| vec![error]);
    };
    let from_folder = paths.iter().any(|path| path.is_dir());
    let with_text: Vec<&Text> = written.iter().map(|(text, _)| *text).collect();
    let targets = output::targets(&with_text, from_folder, Some(output), &[format.extension()])?;
    for ((text, selection), target) in written.iter().zip(targets) {
        let n_speeches = selection.speeches(&text.minutes).len();
        write_and_tell(&target, &content(format, text, selection), n_speeches, out)
            .map_err(|error| vec![error])?;
    }
    Ok(())
}

/// What can be said before anything is read.
fn refuse(asked: &Export) -> Result<(), Error> {
    let is_empty = |filter: &String| Query::parse(filter).is_empty();
    if asked.filter.as_ref().is_some_and(is_empty) {
        return Err(Error::EmptyFilter);
    }
    if asked.output.is_none() && asked.format.is_binary() && io::stdout().is_terminal() {
        return Err(Error::ToScreen { format: asked.format });
    }
    Ok(())
}

/// The file; formats of one line get the end that lines have.
fn content(format: Format, text: &Text, selection: &Selection) -> Vec<u8> {
    let mut content = export::write(format, &text.minutes, selection);
    if matches!(format, Format::Json | Format::Diet | Format::JsonLd) {
        content.push(b'\n');
    }
    content
}
