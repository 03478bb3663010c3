//! `export`: minutes, or the speeches that a search lets through, in another format.
//!
//! May live here: what is printed and what becomes a file. May not: formats (`export`), searching
//! (`search`).

use std::io::{self, IsTerminal};

use super::Error;
use super::args::{Export, Form, is_address};
use super::batch::{self, Made};
use super::input::{self, Text};
use super::list::List;
use super::output::{Plan, Target};
use super::place::is_standard;
use super::shell::{self, Shell};
use super::streams::{Streams, Tally};
use crate::bundle::{self, Blocks, Excerpt};
use crate::export::ndjson::{self, Card};
use crate::export::{self, Format, Selection};
use crate::model::Block;
use crate::search::Query;
use crate::shelf::Draft;

/// Writes what is asked for. Texts in which nothing is found are told and left out.
pub(super) fn run(asked: &Export, streams: &mut Streams) -> Result<Tally, Error> {
    let Export { asked: texts, list, format, output, filter, url, folded } = asked;
    let format = *format;
    let prints = output.as_deref().is_none_or(is_standard);
    refuse(asked, prints)?;
    let dress = Dress::load(format, *folded)?;
    let make = |text: &Text| {
        let mut selection = match filter {
            Some(filter) => Selection::found(&text.minutes, filter),
            None => Selection::all(),
        };
        selection.link.clone_from(url);
        if selection.is_empty() {
            return Ok(Made::LeftOut);
        }
        let n_speeches = selection.speeches(&text.minutes).len();
        Ok(Made::Content { content: dress.content(text, &selection), n_speeches })
    };
    let tally = match list {
        Some(list) => {
            let jobs = List::open(list)?.map(|input| (input, Ok(Target::Print)));
            batch::all(jobs, None, texts, streams, make)?
        }
        None => {
            let found = input::find(&texts.paths, output.as_deref());
            let n_texts = found.inputs.len();
            if url.is_some() && n_texts > 1 {
                return Err(Error::ForSeveral { option: "--url", n_texts });
            }
            if prints && n_texts > 1 && !is_of_lines(format) {
                return Err(Error::SeveralPrinted { format, n_texts });
            }
            let plan = Plan {
                output: output.as_deref(),
                prints,
                from_folder: found.from_folder,
                extensions: &[format.extension()],
            };
            batch::run(found, &plan, texts, streams, make)?
        }
    };
    if tally.n_asked > 0 && tally.n_left_out == tally.n_asked {
        return Err(Error::NothingFound { filter: filter.clone().unwrap_or_default() });
    }
    Ok(tally)
}

/// Whether what is made of several texts can follow each other in one stream.
fn is_of_lines(format: Form) -> bool {
    matches!(format, Form::Lines | Form::Data(Format::Json))
}

/// What can be said before anything is read.
fn refuse(asked: &Export, prints: bool) -> Result<(), Error> {
    if asked.list.is_some() && !(prints && is_of_lines(asked.format)) {
        return Err(Error::ListIsPrinted);
    }
    let is_empty = |filter: &String| Query::parse(filter).is_empty();
    if asked.filter.as_ref().is_some_and(is_empty) {
        return Err(Error::EmptyFilter);
    }
    if let Some(url) = &asked.url {
        if !is_address(url) {
            return Err(Error::Url { option: "--url", url: url.clone() });
        }
        if !matches!(asked.format, Form::Data(format) if format.holds_link()) {
            return Err(Error::NoPlaceForUrl { format: asked.format });
        }
    }
    let is_binary = matches!(asked.format, Form::Data(format) if format.is_binary());
    if prints && is_binary && io::stdout().is_terminal() {
        return Err(Error::ToScreen { format: asked.format });
    }
    Ok(())
}

/// The form and what it needs besides the minutes.
enum Dress {
    Data(Format),
    /// Lines, with the words as a search compares them or without.
    Lines {
        folded: bool,
    },
    /// The style sheet and the policy of the viewer page.
    Html(Blocks),
}

impl Dress {
    /// The viewer page is read once for all texts; what it lacks is no fault of any of them.
    fn load(form: Form, folded: bool) -> Result<Dress, Error> {
        match form {
            Form::Lines => Ok(Dress::Lines { folded }),
            Form::Data(format) => Ok(Dress::Data(format)),
            Form::Html => bundle::blocks_of(&shell::load(Shell::Meeting)?)
                .map(Dress::Html)
                .map_err(|error| Error::Shell { error }),
        }
    }

    /// The file; formats of one line get the end that lines have.
    fn content(&self, text: &Text, selection: &Selection) -> Vec<u8> {
        let format = match self {
            Dress::Data(format) => *format,
            Dress::Lines { folded } => {
                return ndjson::write(&text.minutes, selection, &card(text), *folded).into_bytes();
            }
            Dress::Html(blocks) => return reading_copy(blocks, text, selection).into_bytes(),
        };
        let mut content = export::write(format, &text.minutes, selection);
        if matches!(format, Format::Json | Format::Diet | Format::JsonLd) {
            content.push(b'\n');
        }
        content
    }
}

/// What the shelf knows of the meeting.
fn card(text: &Text) -> Card {
    let draft = Draft::of("", &text.minutes);
    let entry = draft.entry();
    Card {
        key: draft.key().to_string(),
        council: draft.council().map(str::to_owned),
        fiscal_year: entry.fiscal_year,
        session: entry.session,
        source: text.place.key(),
    }
}

fn reading_copy(blocks: &Blocks, text: &Text, selection: &Selection) -> String {
    let minutes = &text.minutes;
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
    bundle::reading_copy(blocks, minutes, &minutes.display_title(), excerpt.as_ref())
}
