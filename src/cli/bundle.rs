//! `bundle`: texts become HTML files, each its own or all of them one.
//!
//! May live here: which way the files go. May not: what is in them (`bundle`).

use std::io::{self, IsTerminal};

use super::args::{Bundle, Form, Plain};
use super::batch::{self, Made};
use super::input::{self, Input};
use super::output::Plan;
use super::place::{Place, is_standard};
use super::streams::{Streams, Tally};
use super::{Error, shelf, shell};
use crate::bundle::{self, BundleError};

/// Makes a file of each text.
///
/// # Errors
///
/// What stands in the way of all of them.
pub(super) fn run(asked: &Bundle, streams: &mut Streams) -> Result<Tally, Error> {
    let Bundle { asked, output, title, plain } = asked;
    let page = shell::load()?;
    let found = input::find(&asked.paths, output.as_deref());
    let n_texts = found.inputs.len();
    let plan = Plan {
        output: output.as_deref(),
        prints: false,
        from_folder: found.from_folder,
        extensions: &["html", "htm"],
    };
    if let Some(target) = plan.one_of_several(n_texts) {
        found.tell_left_out(asked, streams);
        let plain = plain.unwrap_or(Plain::Newest);
        return shelf::run(found, &page, target, title.as_deref(), plain, asked, streams);
    }
    if plain.is_some() {
        return Err(Error::NoShelf { option: "--plain" });
    }
    if title.is_some() && n_texts > 1 {
        return Err(Error::ForSeveral { option: "--title", n_texts });
    }
    let is_piped = matches!(found.inputs[..], [Ok(Input { place: Place::StandardInput, .. })]);
    let prints = output.as_deref().map_or(is_piped, is_standard);
    if prints && n_texts > 1 {
        return Err(Error::SeveralPrinted { format: Form::Html, n_texts });
    }
    // Half a megabyte of script is shown to those only who ask for it.
    if prints && output.is_none() && io::stdout().is_terminal() {
        return Err(Error::ToScreen { format: Form::Html });
    }
    let plan = Plan { prints, ..plan };
    batch::run(found, &plan, asked, streams, |text| {
        let html = bundle::write(&page, &text.minutes, title.as_deref()).map_err(|error| match error {
            // What the viewer page lacks is no fault of any text.
            BundleError::NoSlot { .. } | BundleError::SlotTwice { .. } => Error::Shell { error },
            error => Error::Bundle { place: text.place.clone(), error },
        })?;
        Ok(Made::Content { content: html.into_bytes(), n_speeches: text.minutes.speeches.len() })
    })
}
