//! The command line: arguments, files, messages.
//!
//! May live here: everything that touches disk and environment, and nothing else may. May not:
//! what minutes are or how a bundle is made.
//!
//! 1. `args` says what is asked.
//! 2. `input` finds the texts and reads them.
//! 3. [`run`] makes the minutes and what is asked of them.
//! 4. `output` writes whole files or none.

mod args;
mod edge;
mod error;
mod export;
mod input;
mod output;
pub mod pdf;
mod shell;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

pub use args::Form;
pub use edge::Native;
pub use error::Error;

use crate::bundle::{self, BundleError};
use crate::diagnostics::Lang;
use crate::import::Container;
use crate::read::Encoding;
use args::Command;
use input::Text;

/// Does what the arguments ask, the program's own name left out. `out` gets results, `err` what
/// was found in the texts.
///
/// # Errors
///
/// Everything that stood in the way. Then nothing was written to disk, but for files that were
/// complete before writing another failed.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), Vec<Error>> {
    let command = args::parse(args).map_err(|error| vec![error])?;
    let printed = match command {
        Command::Help => say(out, args::HELP.as_bytes()),
        Command::Version => say(out, concat!("kaigiroku ", env!("CARGO_PKG_VERSION"), "\n").as_bytes()),
        Command::Bundle { paths, output, title } => {
            return bundle(&paths, output.as_deref(), title.as_deref(), out, err);
        }
        Command::Export(asked) => return export::run(&asked, out, err),
    };
    printed.map_err(|error| vec![error])
}

/// The exit code of a failure: 2 where a search found nothing and nothing else went wrong, else 1.
pub fn exit_code(errors: &[Error]) -> u8 {
    let is_nothing = |error: &Error| matches!(error, Error::NothingFound { .. });
    if !errors.is_empty() && errors.iter().all(is_nothing) { 2 } else { 1 }
}

/// Tells what stood in the way.
pub fn report(errors: &[Error], err: &mut dyn Write) {
    for error in errors {
        // Nobody is left to be told when this fails too.
        let _ = writeln!(err, "{error}");
    }
}

fn bundle(
    paths: &[std::path::PathBuf],
    output: Option<&Path>,
    title: Option<&str>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<(), Vec<Error>> {
    let shell = shell::load().map_err(|error| vec![error])?;
    let texts = input::read_all(paths)?;
    if title.is_some() && texts.len() > 1 {
        return Err(vec![Error::ForSeveral { option: "--title", n_texts: texts.len() }]);
    }
    let from_folder = paths.iter().any(|path| path.is_dir());
    let targets = output::targets(&texts.iter().collect::<Vec<_>>(), from_folder, output, &["html", "htm"])?;
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for (text, target) in texts.iter().zip(targets) {
        tell_findings(text, err);
        match bundle::write(&shell, &text.minutes, title) {
            Ok(html) => files.push((target, html, text.minutes.speeches.len())),
            // What the viewer page lacks is no fault of any text.
            Err(error @ (BundleError::NoSlot { .. } | BundleError::SlotTwice { .. })) => {
                return Err(vec![Error::Shell { error }]);
            }
            Err(error) => errors.push(Error::Bundle { path: text.path.clone(), error }),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    for (target, html, n_speeches) in files {
        write_and_tell(&target, html.as_bytes(), n_speeches, out).map_err(|error| vec![error])?;
    }
    Ok(())
}

/// Writes a file and says so.
fn write_and_tell(
    target: &Path,
    content: &[u8],
    n_speeches: usize,
    out: &mut dyn Write,
) -> Result<(), Error> {
    output::write_whole(target, content)?;
    let size = content.len() as f64 / 1000.0;
    let line = format!("{} を書き出しました（{size:.1} KB、発言 {n_speeches} 件）。\n", target.display());
    say(out, line.as_bytes())
}

/// Tells what was found in a text.
fn tell_findings(text: &Text, err: &mut dyn Write) {
    let path = text.path.display();
    let mut tell = |line: String| {
        // A closed terminal is no reason to stop the work.
        let _ = writeln!(err, "{path}{line}");
    };
    if let Some(encoding) = text.encoding.filter(|&encoding| encoding != Encoding::Utf8) {
        let name = encoding.name();
        tell(format!(": 文字コードを {name} として読みました。（Read as {name}.）"));
    }
    if text.container == Container::Diet {
        tell(": 国会会議録のJSONとして読みました。行は、取り出した本文の行です。（Read as the Diet's JSON; lines are those of the text in it.）".into());
    }
    for note in &text.notes {
        let line = note.line.map(|line| format!(":{line}")).unwrap_or_default();
        let severity = note.matter.severity().word(Lang::Ja);
        let (code, message) = (note.matter.code(), note.message(Lang::Ja));
        tell(format!("{line}: {severity}[{code}]: {message}"));
    }
    let minutes = &text.minutes;
    for diagnostic in &minutes.diagnostics {
        let line = diagnostic.line(&minutes.source);
        let severity = diagnostic.severity().word(Lang::Ja);
        let message = diagnostic.message(Lang::Ja, &minutes.source);
        let words = diagnostic.words(&minutes.source);
        let words = if words.is_empty() { String::new() } else { format!(" ─ 「{words}」") };
        tell(format!(":{line}: {severity}[{}]: {message}{words}", diagnostic.code()));
    }
}

/// Prints. A reader that has gone away, as `head` does, has seen enough: that is no error.
fn say(out: &mut dyn Write, bytes: &[u8]) -> Result<(), Error> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Print { error }),
        _ => Ok(()),
    }
}
