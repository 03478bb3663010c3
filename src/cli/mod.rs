//! The command line: arguments, files, messages.
//!
//! May live here: everything that touches disk and environment, and nothing else may. May not:
//! what minutes are or how a bundle is made.
//!
//! 1. `args` says what is asked, `help` explains it.
//! 2. `input` finds the texts and reads them, `list` takes them from a list, `edge` knows encodings and
//!    containers, `unread` says why not.
//! 3. `bundle` and `export` make something of each text (`batch`), on all cores (`pool`), `site` pages of all of
//!    them; `check` says what was found.
//! 4. `output` writes whole files or none, `streams` says what is done, `terminal` knows who looks on.

mod args;
mod batch;
mod bundle;
mod check;
mod edge;
mod error;
mod export;
mod help;
mod input;
mod list;
mod output;
pub mod pdf;
mod place;
mod pool;
mod progress;
mod remark;
mod shelf;
mod shell;
mod site;
mod streams;
mod terminal;
mod unread;

use std::ffi::OsString;
use std::io::Write;

pub use args::Form;
pub use edge::Native;
pub use error::Error;
pub use place::Place;
pub use unread::{Reason, Unread};

use args::Command;
use streams::{Streams, Tally};

/// Does what the arguments ask, the program's own name left out. `out` gets results, `err` what is to be known
/// beside them, and what stood in the way.
///
/// Several texts are worked on at a time; what is printed and told of them keeps their order. One that cannot be
/// read, or of which nothing can be written, is told and passed over: what was made of the others stays, and no file is ever half-written. Arguments that
/// make no sense are refused before anything is read.
///
/// Returns the exit code:
///
/// - 0, where everything was read and written, whatever was found in it;
/// - 1, where something was not, and for `check --deny warnings` where there is a warning;
/// - 2, where a search found nothing and nothing else went wrong.
pub fn run(args: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let mut streams = Streams::new(out, err);
    let done = args::parse(args).and_then(|command| obey(&command, &mut streams));
    match done {
        Ok(is_good) => u8::from(!is_good),
        Err(error) => {
            streams.tell(&error);
            if matches!(error, Error::NothingFound { .. }) { 2 } else { 1 }
        }
    }
}

/// Whether everything went well.
fn obey(command: &Command, streams: &mut Streams) -> Result<bool, Error> {
    let went_well = |tally: Tally| !tally.has_failed();
    match command {
        Command::Help => streams.say(help::HELP.as_bytes()).map(|()| true),
        Command::Version => {
            streams.say(concat!("kaigiroku ", env!("CARGO_PKG_VERSION"), "\n").as_bytes()).map(|()| true)
        }
        Command::Bundle(asked) => bundle::run(asked, streams).map(went_well),
        Command::Export(asked) => export::run(asked, streams).map(went_well),
        Command::Check(asked) => check::run(asked, streams),
        Command::Site(asked) => site::run(asked, streams).map(went_well),
    }
}
