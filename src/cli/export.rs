//! `export`: minutes, or the speeches that a search lets through, in another format.
//!
//! May live here: what is printed and what becomes a file. May not: formats (`export`), searching
//! (`search`).

use std::io::{self, IsTerminal, Write};

use super::args::{Export, Form};
use super::input::{self, Text};
use super::{Error, output, say, shell, tell_findings, write_and_tell};
use crate::bundle::{self, Excerpt};
use crate::export::{self, Format, Selection};
use crate::model::Block;
use crate::search::Query;

/// Writes what is asked for. Texts in which nothing is found are told and left out.
pub(super) fn run(asked: &Export, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), Vec<Error>> {
    let Export { paths, format, output, filter } = asked;
    let format = *format;
    refuse(asked).map_err(|error| vec![error])?;
    let texts = input::read_all(paths)?;
    if output.is_none() && texts.len() > 1 && format != Form::Data(Format::Json) {
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
        let print = |(text, selection): &(&Text, Selection)| say(out, &content(format, text, selection)?);
        return written.iter().try_for_each(print).map_err(|error| vec![error]);
    };
    let from_folder = paths.iter().any(|path| path.is_dir());
    let with_text: Vec<&Text> = written.iter().map(|(text, _)| *text).collect();
    let targets = output::targets(&with_text, from_folder, Some(output), &[format.extension()])?;
    for ((text, selection), target) in written.iter().zip(targets) {
        let n_speeches = selection.speeches(&text.minutes).len();
        content(format, text, selection)
            .and_then(|content| write_and_tell(&target, &content, n_speeches, out))
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
    let is_binary = matches!(asked.format, Form::Data(format) if format.is_binary());
    if asked.output.is_none() && is_binary && io::stdout().is_terminal() {
        return Err(Error::ToScreen { format: asked.format });
    }
    Ok(())
}

/// The file; formats of one line get the end that lines have.
fn content(form: Form, text: &Text, selection: &Selection) -> Result<Vec<u8>, Error> {
    let format = match form {
        Form::Data(format) => format,
        Form::Html => return reading_copy(text, selection).map(String::into_bytes),
    };
    let mut content = export::write(format, &text.minutes, selection);
    if matches!(format, Format::Json | Format::Diet | Format::JsonLd) {
        content.push(b'\n');
    }
    Ok(content)
}

fn reading_copy(text: &Text, selection: &Selection) -> Result<String, Error> {
    let minutes = &text.minutes;
    let blocks = bundle::blocks_of(&shell::load()?)
        .map_err(|error| Error::Bundle { path: text.path.clone(), error })?;
    let topics: Vec<_> = selection.speeches(minutes).iter().map(|speech| speech.topic).collect();
    let is_shown = |block: &Block| match *block {
        Block::Speech(id) => selection.has(id),
        Block::Topic(id) => topics.contains(&Some(id)),
        Block::Narrative(_) | Block::Plain(_) => false,
    };
    let excerpt = selection.excerpt(minutes).map(|excerpt| Excerpt {
        shown: minutes.body.iter().map(is_shown).collect(),
        note: excerpt.sentence(),
    });
    Ok(bundle::reading_copy(&blocks, minutes, &minutes.display_title(), excerpt.as_ref()))
}
