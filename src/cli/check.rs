//! `check`: what was read, and everything that was found in it.
//!
//! May live here: what is counted, when it fails. May not: how a finding is laid out (`paint` for people, `json`
//! for programs), its sentence (`diagnostics`, `read`).

mod json;
mod paint;

use super::args::{Asked, Check};
use super::input::{self, Input, Text};
use super::pool::Pool;
use super::remark::remarks;
use super::streams::Streams;
use super::unread::Unread;
use super::{Error, terminal};
use crate::diagnostics::Severity;

/// How the result is laid out.
trait Layout {
    /// What stands before everything.
    fn begin(&mut self) -> String;
    /// A text that was read.
    fn text(&mut self, text: &Text) -> String;
    /// An input that was not.
    fn unread(&mut self, unread: &Unread) -> String;
    /// What stands behind everything.
    fn end(&mut self, sum: &Sum) -> String;
}

/// What was found in all inputs together.
#[derive(Default)]
struct Sum {
    n_files: usize,
    n_speeches: usize,
    n_warnings: usize,
    n_infos: usize,
    /// How many could not be read.
    n_errors: usize,
}

impl Sum {
    fn add(&mut self, text: &Text) {
        self.n_speeches += text.minutes.speeches.len();
        for remark in remarks(text) {
            match remark.severity() {
                Severity::Warning => self.n_warnings += 1,
                Severity::Info => self.n_infos += 1,
            }
        }
    }
}

/// Prints what is found in each text. Returns whether all could be read and nothing is found that is denied.
///
/// # Errors
///
/// When it cannot be printed.
pub(super) fn run(asked: &Check, streams: &mut Streams) -> Result<bool, Error> {
    let mut layout: Box<dyn Layout> = match asked.json {
        true => Box::new(json::Json::default()),
        false => Box::new(paint::Paint::new(terminal::lang(asked.lang), terminal::has_colours(), asked.all)),
    };
    let Asked { ref paths, encoding, n_jobs, .. } = asked.asked;
    let found = input::find(paths, None);
    let mut sum = Sum { n_files: found.inputs.len(), ..Sum::default() };
    streams.say(layout.begin().as_bytes())?;
    let weight = |input: &Result<Input, Unread>| input.as_ref().map_or(0, Input::len);
    let read = |input: Result<Input, Unread>| input.and_then(|input| input::read(input, encoding));
    Pool::new(n_jobs)?.in_order(found.inputs.into_iter(), weight, read, |text| {
        let shown = match text {
            Ok(text) => {
                sum.add(&text);
                layout.text(&text)
            }
            Err(unread) => {
                sum.n_errors += 1;
                layout.unread(&unread)
            }
        };
        streams.say(shown.as_bytes())
    })?;
    streams.say(layout.end(&sum).as_bytes())?;
    Ok(sum.n_errors == 0 && !(asked.deny_warnings && sum.n_warnings > 0))
}
