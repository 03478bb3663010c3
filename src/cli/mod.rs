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
mod error;
mod input;
mod output;
mod shell;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

pub use error::Error;

use crate::diagnostics::Lang;
use crate::model::Minutes;
use crate::read::Encoding;
use crate::{bundle, export};
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
        Command::Help => say(out, args::HELP),
        Command::Version => say(out, concat!("kaigiroku ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Bundle { paths, output, title } => {
            return bundle(&paths, output.as_deref(), title.as_deref(), out, err);
        }
        Command::Export { paths } => {
            let texts = input::read_all(&paths)?;
            texts.iter().try_for_each(|text| {
                let minutes = understand(text, err);
                say(out, &export::json::write(&minutes))?;
                say(out, "\n")
            })
        }
    };
    printed.map_err(|error| vec![error])
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
        return Err(vec![Error::TitleForSeveral { n_texts: texts.len() }]);
    }
    let from_folder = paths.iter().any(|path| path.is_dir());
    let targets = output::targets(&texts, from_folder, output)?;
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for (text, target) in texts.iter().zip(targets) {
        let minutes = understand(text, err);
        match bundle::write(&shell, &minutes, title) {
            Ok(html) => files.push((target, html, minutes.speeches.len())),
            Err(error) => errors.push(Error::Bundle { path: text.path.clone(), error }),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    for (target, html, n_speeches) in files {
        output::write_whole(&target, &html).map_err(|error| vec![error])?;
        let size = html.len() as f64 / 1000.0;
        let line = format!("{} を書き出しました（{size:.1} KB、発言 {n_speeches} 件）。\n", target.display());
        say(out, &line).map_err(|error| vec![error])?;
    }
    Ok(())
}

/// The minutes of a text; what was found in it is told on the way.
fn understand(text: &Text, err: &mut dyn Write) -> Minutes {
    let path = text.path.display();
    let mut tell = |line: String| {
        // A closed terminal is no reason to stop the work.
        let _ = writeln!(err, "{path}{line}");
    };
    if text.encoding != Encoding::Utf8 {
        let name = text.encoding.name();
        tell(format!(": 文字コードを {name} として読みました。（Read as {name}.）"));
    }
    let minutes = Minutes::of(text.text.as_str());
    for diagnostic in &minutes.diagnostics {
        let line = diagnostic.line(&minutes.source);
        let severity = diagnostic.severity().word(Lang::Ja);
        let message = diagnostic.message(Lang::Ja, &minutes.source);
        let words = diagnostic.words(&minutes.source);
        let words = if words.is_empty() { String::new() } else { format!(" ─ 「{words}」") };
        tell(format!(":{line}: {severity}[{}]: {message}{words}", diagnostic.code()));
    }
    minutes
}

/// Prints. A reader that has gone away, as `head` does, has seen enough: that is no error.
fn say(out: &mut dyn Write, text: &str) -> Result<(), Error> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Print { error }),
        _ => Ok(()),
    }
}
