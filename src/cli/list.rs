//! Texts from a list: each line names a file or a folder, or holds a text itself.
//!
//! A line that begins with `{` is a record, a JSON object (RFC 8259) with the strings `path`, which says where the text is
//! from, and `text`. Every other line is a path; one that begins with `{` is written `./{…`. Empty lines say nothing.
//!
//! May live here: lines and what they mean. May not: reading what they name (`input`).

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Error;
use super::input::{self, Input};
use super::place::{Place, is_standard};
use super::unread::{Reason, Unread};
use crate::read::MAX_LEN;

/// The inputs of a list, line by line, as they are asked for: who writes the list need not have come to its end.
pub(super) struct List {
    place: Place,
    lines: Option<Box<dyn BufRead>>,
    n_lines: usize,
    /// What a line has led to and was not handed on yet.
    found: std::vec::IntoIter<Result<Input, Unread>>,
}

impl List {
    /// Opens a list; `-` is the standard input.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub fn open(path: &Path) -> Result<List, Error> {
        let place = Place::named(path);
        let lines: Box<dyn BufRead> = match is_standard(path) {
            true => Box::new(BufReader::new(io::stdin())),
            false => match File::open(path) {
                Ok(file) => Box::new(BufReader::new(file)),
                Err(error) => return Err(Error::Unread(Unread::refused(place, error))),
            },
        };
        Ok(List { place, lines: Some(lines), n_lines: 0, found: Vec::new().into_iter() })
    }

    /// The next line without its end; no more than a text may have, and a little around it.
    fn line(&mut self) -> Option<Result<Vec<u8>, Reason>> {
        let most = 2 * MAX_LEN;
        let mut line = Vec::new();
        let read = self.lines.as_mut()?.take(most).read_until(b'\n', &mut line);
        self.n_lines += 1;
        let failed = match read {
            Ok(0) => {
                self.lines = None;
                return None;
            }
            Ok(n) if n as u64 == most => Reason::TooLarge { len: None },
            Err(error) => Reason::Refused(error),
            Ok(_) => {
                let end = line.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'));
                line.truncate(end.map_or(0, |at| at + 1));
                return Some(Ok(line));
            }
        };
        // Where the next line begins is not known.
        self.lines = None;
        Some(Err(failed))
    }
}

impl Iterator for List {
    type Item = Result<Input, Unread>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.found.next() {
                return Some(found);
            }
            let unread = |place: &Place, reason| Err(Unread { place: place.clone(), reason });
            match self.line()? {
                Ok(line) if line.is_empty() => {}
                Ok(line) if line.first() == Some(&b'{') => {
                    let record = record(&line);
                    let line = self.n_lines;
                    return Some(record.or_else(|error| unread(&self.place, Reason::Record { line, error })));
                }
                Ok(line) => match path(line) {
                    Some(path) => self.found = input::find(&[path], None).inputs.into_iter(),
                    None => return Some(unread(&self.place, Reason::Path { line: self.n_lines })),
                },
                Err(reason) => return Some(unread(&self.place, reason)),
            }
        }
    }
}

/// What is wrong with a record, as the library says it or in the words of what is missing.
fn record(line: &[u8]) -> Result<Input, String> {
    let mut value: Value = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let mut string = |key: &str| match value.get_mut(key).map(Value::take) {
        Some(Value::String(string)) => Ok(string),
        _ => Err(format!("\"{key}\" is no string")),
    };
    Ok(Input::record(string("path")?.into(), string("text")?))
}

/// Paths are bytes where the system has them so.
#[cfg(unix)]
fn path(line: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt;
    Some(std::ffi::OsString::from_vec(line).into())
}

#[cfg(not(unix))]
fn path(line: Vec<u8>) -> Option<PathBuf> {
    String::from_utf8(line).ok().map(PathBuf::from)
}
