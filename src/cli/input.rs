//! Finds the texts and reads them.
//!
//! May live here: paths, folders, sizes. May not: encodings (`read`), kinds of texts (`import`).

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Error;
use super::edge::Native;
use crate::import::{self, Container, Import};
use crate::model::Minutes;
use crate::read::{self, Encoding, MAX_LEN, Note};

/// Minutes and where they are from.
pub(super) struct Text {
    pub path: PathBuf,
    pub minutes: Minutes,
    pub encoding: Option<Encoding>,
    pub notes: Vec<Note>,
    pub container: Container,
}

/// The texts at `paths`, of folders every `.txt`, in the order given and by name.
///
/// # Errors
///
/// All that cannot be read, so that they can be mended at once.
pub(super) fn read_all(paths: &[PathBuf]) -> Result<Vec<Text>, Vec<Error>> {
    let mut errors = Vec::new();
    let mut texts = Vec::new();
    for path in paths {
        match find(path) {
            Ok(found) => {
                for path in found {
                    match read_one(&path) {
                        Ok(text) => texts.push(text),
                        Err(error) => errors.push(error),
                    }
                }
            }
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() { Ok(texts) } else { Err(errors) }
}

fn refused(path: &Path, error: io::Error) -> Error {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::NotFound => Error::Missing { path },
        _ => Error::Unreadable { path, error },
    }
}

fn find(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if !fs::metadata(path).map_err(|error| refused(path, error))?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(path).to_owned();
            Error::Unreadable { path, error: error.into() }
        })?;
        let is_text = entry.path().extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"));
        if is_text && entry.file_type().is_file() {
            found.push(entry.into_path());
        }
    }
    if found.is_empty() { Err(Error::NoTexts { path: path.to_owned() }) } else { Ok(found) }
}

fn read_one(path: &Path) -> Result<Text, Error> {
    let refused = |error| refused(path, error);
    let about = fs::metadata(path).map_err(refused)?;
    // A pipe or a device may never end, so that it is not even opened.
    if !about.is_file() {
        return Err(Error::NotAFile { path: path.to_owned() });
    }
    if about.len() > MAX_LEN {
        return Err(Error::TooLarge { path: path.to_owned(), len: about.len() });
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read.
    File::open(path).and_then(|file| file.take(MAX_LEN).read_to_end(&mut bytes)).map_err(refused)?;
    let reading =
        read::read(&bytes, None, &Native).map_err(|error| Error::Read { path: path.to_owned(), error })?;
    let import =
        import::read(reading.text).map_err(|error| Error::Import { path: path.to_owned(), error })?;
    let Import { minutes, container } = import;
    Ok(Text { path: path.to_owned(), minutes, encoding: reading.encoding, notes: reading.notes, container })
}
