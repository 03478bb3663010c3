//! PDFs that this program's own reader gets no text of are handed to others, each in a process of its own.
//!
//! May live here: starting those, and what they may take. May not: what the text says, why the own reader
//! got none (`read::pdf`).
//!
//! 1. pdf_oxide, where the program is built with the feature `pdf`: this program starts itself.
//! 2. pdftotext of poppler-utils, where it is installed.

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::read::PdfError;

/// No document takes longer. Then the process is ended.
const MAX_TIME: Duration = Duration::from_secs(60);

/// More text than any document has, in bytes. The rest is not read, and then there is no text.
const MAX_TEXT: u64 = 64 << 20;

/// Pages after this many are not read.
const MAX_PAGES: &str = "3000";

/// The memory that a process may take, in kilobytes, where a shell can say so.
const MAX_MEMORY: &str = "4000000";

/// The text as others read it.
///
/// # Errors
///
/// [`PdfError::Missing`] where none is at hand, [`PdfError::Unavailable`] where none gets any.
pub(super) fn text(bytes: &[u8]) -> Result<String, PdfError> {
    #[cfg(feature = "pdf")]
    if let Ok(text) =
        std::env::current_exe().map_err(|_| PdfError::Missing).and_then(|own| oxide::text(&own, bytes))
    {
        return Ok(text);
    }
    pdftotext(bytes)
}

/// The text as pdftotext reads it.
///
/// # Errors
///
/// [`PdfError::Missing`] where it is not installed, [`PdfError::Unavailable`] where it gets no text.
pub fn pdftotext(bytes: &[u8]) -> Result<String, PdfError> {
    // As set on the page: a label stays on the line of what was said.
    let options = ["-layout", "-q", "-enc", "UTF-8", "-eol", "unix", "-l", MAX_PAGES, "-", "-"];
    taken("pdftotext".as_ref(), &options, &[], bytes)
}

/// What a program makes of bytes.
fn taken(
    program: &OsStr,
    options: &[&str],
    names: &[(&str, &str)],
    bytes: &[u8],
) -> Result<String, PdfError> {
    let mut command = limited(program, options);
    command.envs(names.iter().copied()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|_| PdfError::Missing)?;
    let said = fed(&mut child, bytes);
    // A process that is over cannot be ended; that is no failure.
    let _ = child.kill();
    let status = child.wait();
    match (said, status) {
        (Ok(Some(text)), Ok(status)) if status.success() => whole(&text).ok_or(PdfError::Unavailable),
        // What a shell says where there is no such program.
        (_, Ok(status)) if status.code() == Some(127) => Err(PdfError::Missing),
        _ => Err(PdfError::Unavailable),
    }
}

/// The program under a limit of memory, which only a shell can set without unsafe code.
#[cfg(unix)]
fn limited(program: &OsStr, options: &[&str]) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "ulimit -v \"$0\" 2>/dev/null; exec \"$@\"", MAX_MEMORY]).arg(program).args(options);
    command
}

#[cfg(not(unix))]
fn limited(program: &OsStr, options: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(options);
    command
}

/// Gives a process its bytes and takes what it says. None where it takes too long.
fn fed(child: &mut Child, bytes: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else { return Ok(None) };
    thread::scope(|scope| {
        // Whoever has seen enough stops reading; that is no failure.
        scope.spawn(move || drop(to.write_all(bytes)));
        let (tell, told) = mpsc::channel();
        scope.spawn(move || {
            let mut said = Vec::new();
            // Nobody waits any more where the time is over.
            drop(tell.send(from.take(MAX_TEXT).read_to_end(&mut said).map(|_| said)));
        });
        match told.recv_timeout(MAX_TIME) {
            Ok(said) => said.map(Some),
            // Then both ends close, and both threads with them.
            Err(_) => child.kill().map(|()| None),
        }
    })
}

/// The text, if it is one: letters, not cut off. Pages are parted, not ended, by U+000C.
fn whole(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let n_letters = text.chars().filter(|c| !c.is_whitespace()).count();
    let n_unknown = text.matches(char::REPLACEMENT_CHARACTER).count();
    let is_whole = (bytes.len() as u64) < MAX_TEXT && n_letters > 0 && n_unknown * 10 <= n_letters;
    is_whole.then(|| text.trim_end_matches(['\u{C}', '\n']).to_owned() + "\n")
}

/// pdf_oxide, in a process of its own: whatever a file does to it, this program goes on.
#[cfg(feature = "pdf")]
pub mod oxide {
    use std::io::{Read, Write};
    use std::path::Path;
    use std::process::ExitCode;

    use pdf_oxide::document::PdfDocument;

    use crate::read::PdfError;

    /// The name that tells the program to be a reader of one PDF and nothing else.
    const NAME: &str = "KAIGIROKU_READS_PDF";

    /// The text as it reads it. `program` is this program.
    ///
    /// # Errors
    ///
    /// [`PdfError::Missing`] where the program cannot be started, [`PdfError::Unavailable`] where there is
    /// no text.
    pub fn text(program: &Path, bytes: &[u8]) -> Result<String, PdfError> {
        super::taken(program.as_os_str(), &[], &[(NAME, "1")], bytes)
    }

    /// Reads a PDF from the standard input and prints its text, if that is what the program was started for.
    pub fn serve() -> Option<ExitCode> {
        std::env::var_os(NAME)?;
        Some(if read().is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    fn read() -> Option<()> {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).ok()?;
        let document = PdfDocument::from_bytes(bytes).ok()?;
        let n_pages = document.page_count().ok()?.min(super::MAX_PAGES.parse().ok()?);
        let mut out = std::io::stdout().lock();
        for page in 0..n_pages {
            let text = document.extract_text(page).ok()?;
            let end = if page + 1 < n_pages { "\n\u{C}" } else { "\n" };
            write!(out, "{text}{end}").ok()?;
        }
        out.flush().ok()
    }
}
