//! One text after the other: each is read, something is made of it, and that is written, before the next is
//! looked at.
//!
//! May live here: the order of work, and what a failure of one means for the others. May not: what is made.

use super::Error;
use super::input::{self, Found, Input, Text};
use super::output::{Plan, Target};
use super::streams::{Streams, Tally};
use crate::read::Encoding;

/// What was made of a text.
pub(super) struct Made {
    pub content: Vec<u8>,
    /// How many speeches are in it.
    pub n_speeches: usize,
}

/// Makes something of each text and writes it. What cannot be read or written is told at once and passed over;
/// of what is written nothing is half-written. `make` may leave a text out.
///
/// # Errors
///
/// What stands in the way of all of them; what was written before stays.
pub(super) fn run(
    found: &Found,
    plan: &Plan,
    asked: Option<Encoding>,
    streams: &mut Streams,
    mut make: impl FnMut(&Text, &mut Streams) -> Result<Option<Made>, Error>,
) -> Result<Tally, Error> {
    let inputs: Vec<_> = found.inputs.iter().flatten().collect();
    let mut targets = plan.targets(&inputs, found.inputs.len())?.into_iter();
    let mut tally = Tally { n_asked: found.inputs.len(), ..Tally::default() };
    if found.n_left_out > 0 {
        let n = found.n_left_out;
        streams.tell(format!("このプログラムで作ったHTML {n}件は読み飛ばします。（{n} pages made by this program are passed over.）"));
    }
    for input in &found.inputs {
        let done = match input {
            Err(unread) => {
                tally.n_unread += 1;
                streams.tell(unread);
                continue;
            }
            Ok(input) => match targets.next() {
                Some(target) => target.and_then(|target| one(input, &target, asked, streams, &mut make)),
                None => continue,
            },
        };
        match done {
            Ok(true) => tally.n_made += 1,
            Ok(false) => tally.n_left_out += 1,
            Err(error) if error.is_of_all() => return Err(error),
            Err(error) => {
                match error {
                    Error::Unread(_) => tally.n_unread += 1,
                    _ => tally.n_unmade += 1,
                }
                streams.tell(error);
            }
        }
    }
    if tally.n_asked > 1 {
        streams.tell(tally.sentence());
    }
    Ok(tally)
}

/// Whether something was made of the text, and not left out.
fn one(
    input: &Input,
    target: &Target,
    asked: Option<Encoding>,
    streams: &mut Streams,
    make: &mut impl FnMut(&Text, &mut Streams) -> Result<Option<Made>, Error>,
) -> Result<bool, Error> {
    let text = input::read(input, asked).map_err(Error::Unread)?;
    streams.tell_findings(&text);
    let Some(made) = make(&text, streams)? else { return Ok(false) };
    match target {
        Target::Print => streams.say(&made.content)?,
        Target::File(path) => streams.write(path, &made.content, made.n_speeches)?,
    }
    Ok(true)
}
