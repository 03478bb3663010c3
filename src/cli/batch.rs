//! Text by text: each is read, something is made of it, and that is written; several at a time, what is printed
//! and told in the order of the texts.
//!
//! May live here: the order of work, and what a failure of one means for the others. May not: what is made, how
//! many threads there are (`pool`).

use std::path::Path;

use super::Error;
use super::args::Asked;
use super::input::{self, Found, Input, Text};
use super::output::{self, Plan, Target};
use super::pool::Pool;
use super::progress::Progress;
use super::streams::{Streams, Tally, findings, written};
use super::unread::Unread;

/// What was made of a text.
pub(super) enum Made {
    /// Something to write.
    Content {
        content: Vec<u8>,
        /// How many speeches are in it.
        n_speeches: usize,
    },
    /// Nothing, since no speech of it was looked for.
    LeftOut,
}

/// An input and where what is made of it goes.
pub(super) type Job = (Result<Input, Unread>, Result<Target, Error>);

/// What became of an input, to be told when it is its turn.
struct Done {
    /// What was seen in the text.
    told: Vec<String>,
    end: Result<End, Error>,
}

enum End {
    Print(Vec<u8>),
    /// What is said of the file.
    Written(String),
    LeftOut(String),
}

/// Makes something of each text that was found and writes it. What cannot be read or written is told and passed
/// over; of what is written nothing is half-written. `make` may leave a text out.
///
/// # Errors
///
/// What stands in the way of all of them; what was written before stays.
pub(super) fn run(
    found: Found,
    plan: &Plan,
    asked: &Asked,
    streams: &mut Streams,
    make: impl Fn(&Text) -> Result<Made, Error> + Sync,
) -> Result<Tally, Error> {
    let n_asked = found.inputs.len();
    let inputs: Vec<_> = found.inputs.iter().flatten().collect();
    let mut targets = plan.targets(&inputs, n_asked)?.into_iter();
    found.tell_left_out(asked, streams);
    // There is a target for each input that is one; the others get nowhere.
    let jobs = found.inputs.into_iter().map(|input| {
        let target = if input.is_ok() { targets.next() } else { None };
        (input, target.unwrap_or(Ok(Target::Print)))
    });
    all(jobs, Some(n_asked), asked, streams, make)
}

/// The same for inputs that come one after the other, of which nobody knows how many there are.
///
/// # Errors
///
/// What stands in the way of all of them; what was written before stays.
pub(super) fn all(
    jobs: impl Iterator<Item = Job>,
    n_asked: Option<usize>,
    asked: &Asked,
    streams: &mut Streams,
    make: impl Fn(&Text) -> Result<Made, Error> + Sync,
) -> Result<Tally, Error> {
    let pool = Pool::new(asked.n_jobs)?;
    let mut tally = Tally::default();
    streams.progress = Progress::of(n_asked, asked.quiet);
    let weight = |(input, _): &Job| input.as_ref().map_or(0, Input::len);
    let work = |(input, target): Job| match input {
        Ok(input) => one(input, target, asked, &make),
        Err(unread) => Done { told: Vec::new(), end: Err(Error::Unread(unread)) },
    };
    let worked = pool.in_order(jobs, weight, work, |done| {
        tally.n_asked += 1;
        streams.progress.step();
        if !asked.quiet {
            done.told.into_iter().for_each(|line| streams.tell(line));
        }
        match done.end {
            Ok(End::LeftOut(line)) => {
                tally.n_left_out += 1;
                if n_asked != Some(1) && !asked.quiet {
                    streams.tell(line);
                }
            }
            Ok(End::Print(content)) => {
                tally.n_made += 1;
                streams.say(&content).map_err(Some)?;
                // Nobody is there to read the rest.
                if streams.is_left() {
                    return Err(None);
                }
            }
            Ok(End::Written(line)) => {
                tally.n_made += 1;
                streams.say(line.as_bytes()).map_err(Some)?;
            }
            Err(error) if error.is_of_all() => return Err(Some(error)),
            Err(error) => {
                tally.count_failed(&error);
                streams.tell(error);
            }
        }
        Ok(())
    });
    streams.progress = Progress::default();
    match worked {
        Err(Some(error)) => return Err(error),
        Err(None) => {}
        Ok(()) => streams.tell_sum(&tally, asked),
    }
    Ok(tally)
}

/// Makes something of each text that was found, and of where it lies below the folder that was asked for, and hands it
/// to `keep`, in the order of the texts. What cannot be read or made is told and passed over.
///
/// # Errors
///
/// Those of `keep`, and what stands in the way of all texts.
pub(super) fn gather<T: Send>(
    found: Found,
    pool: &Pool,
    asked: &Asked,
    streams: &mut Streams,
    make: impl Fn(&Path, Text) -> Result<T, Error> + Sync,
    mut keep: impl FnMut(T) -> Result<(), Error>,
) -> Result<Tally, Error> {
    let n_asked = found.inputs.len();
    let mut tally = Tally { n_asked, ..Tally::default() };
    streams.progress = Progress::of(Some(n_asked), asked.quiet);
    let weight = |input: &Result<Input, Unread>| input.as_ref().map_or(0, Input::len);
    let work = |input: Result<Input, Unread>| {
        let read = input.and_then(|input| {
            let below = input.below.clone();
            input::read(input, asked.encoding).map(|text| (below, text))
        });
        match read {
            Ok((below, text)) => (findings(&text), make(&below, text)),
            Err(unread) => (Vec::new(), Err(Error::Unread(unread))),
        }
    };
    let worked = pool.in_order(found.inputs.into_iter(), weight, work, |(told, made)| {
        streams.progress.step();
        if !asked.quiet {
            told.into_iter().for_each(|line| streams.tell(line));
        }
        match made {
            Ok(made) => {
                tally.n_made += 1;
                return keep(made);
            }
            Err(error) if error.is_of_all() => return Err(error),
            Err(error) => {
                tally.count_failed(&error);
                streams.tell(error);
            }
        }
        Ok(())
    });
    streams.progress = Progress::default();
    worked.map(|()| tally)
}

/// Reads a text, makes something of it, and writes that where it becomes a file.
fn one(
    input: Input,
    target: Result<Target, Error>,
    asked: &Asked,
    make: &impl Fn(&Text) -> Result<Made, Error>,
) -> Done {
    let mut told = Vec::new();
    let work = || {
        let target = target?;
        let text = input::read(input, asked.encoding).map_err(Error::Unread)?;
        told = findings(&text);
        let Made::Content { content, n_speeches } = make(&text)? else {
            let place = &text.place;
            return Ok(End::LeftOut(format!(
                "{place}: 合う発言がないため、書き出しません。（No speech matches; left out.）"
            )));
        };
        match target {
            Target::Print => Ok(End::Print(content)),
            Target::File(path) => {
                output::write_whole(&path, &content)?;
                Ok(End::Written(written(&path, &content, n_speeches)))
            }
        }
    };
    let end = work();
    Done { told, end }
}
