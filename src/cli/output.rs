//! Writes whole files or none.
//!
//! May live here: names of files to write, and writing them. May not: what is written.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Error;
use super::input::Input;

/// Where something is written to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The standard output.
    Print,
    /// A file.
    File(PathBuf),
}

/// Where the texts are written to, before any of them is read.
pub(super) struct Plan<'a> {
    /// What was given with `-o`; nothing for the current folder.
    pub output: Option<&'a Path>,
    /// Whether everything is printed instead.
    pub prints: bool,
    /// Whether a folder was asked for: then the output is one, too, unless it is named like a file of its kind
    /// and there is one text.
    pub from_folder: bool,
    /// The ends of names of its kind, without the dot; files are named with the first.
    pub extensions: &'a [&'a str],
}

impl Plan<'_> {
    /// The one file that is named for several texts: its name ends like that of a page, and no folder is called
    /// so.
    pub fn one_of_several(&self, n_asked: usize) -> Option<&Path> {
        self.output.filter(|file| n_asked > 1 && self.is_file(file) && !self.is_folder(file))
    }

    /// The file for each input. Below a folder that was asked for, files lie as their texts do. Texts that
    /// differ in their kind only (`a.txt`, `a.docx`) keep it in their names.
    ///
    /// # Errors
    ///
    /// For all of them, where the output is a file and there are several. For one, where two texts, or a text
    /// and its own file, would be one, and where something stands that is no file.
    pub fn targets(&self, inputs: &[&Input], n_asked: usize) -> Result<Vec<Result<Target, Error>>, Error> {
        if self.prints {
            return Ok(inputs.iter().map(|_| Ok(Target::Print)).collect());
        }
        let folder = match self.output {
            Some(file) if n_asked == 1 && !self.is_folder(file) => {
                let alone = |_: &&Input| self.checked(file.to_owned(), &known(inputs));
                return Ok(inputs.iter().map(alone).collect());
            }
            Some(file) if !file.is_dir() && (file.exists() || self.is_file(file)) => {
                return Err(Error::NotAFolder { path: file.to_owned() });
            }
            folder => folder.unwrap_or(Path::new("")),
        };
        let short: Vec<PathBuf> = inputs.iter().map(|input| self.named(folder, input, false)).collect();
        let n_short = counted(&short);
        let is_shared = |path: &PathBuf, n: &BTreeMap<String, usize>| n.get(&folded(path)) > Some(&1);
        let paths: Vec<PathBuf> = inputs
            .iter()
            .zip(short)
            .map(
                |(input, path)| {
                    if is_shared(&path, &n_short) { self.named(folder, input, true) } else { path }
                },
            )
            .collect();
        let (n_paths, known) = (counted(&paths), known(inputs));
        let target = |(path, input): (PathBuf, &&Input)| match is_shared(&path, &n_paths) {
            true => Err(Error::SameOutput { place: input.place.clone(), path }),
            false => self.checked(path, &known),
        };
        Ok(paths.into_iter().zip(inputs).map(target).collect())
    }

    fn named(&self, folder: &Path, input: &Input, whole: bool) -> PathBuf {
        let stem = if whole { input.below.file_name() } else { input.below.file_stem() };
        let extension = self.extensions.first().copied().unwrap_or_default();
        let name = with_extension(stem.unwrap_or_default(), extension);
        folder.join(input.below.with_file_name(name))
    }

    fn is_file(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        self.extensions.iter().any(|extension| {
            name.strip_suffix(extension).is_some_and(|before| before.len() > 1 && before.ends_with('.'))
        })
    }

    /// A name that ends like a folder's means one, whether it is there yet or not.
    fn is_folder(&self, path: &Path) -> bool {
        let ends_so = path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
        path.is_dir() || ends_so || (self.from_folder && !self.is_file(path))
    }

    fn checked(&self, path: PathBuf, inputs: &BTreeSet<PathBuf>) -> Result<Target, Error> {
        may_be_written(&path, inputs).map(|()| Target::File(path))
    }
}

/// Whether a file may be written that is made of all inputs.
///
/// # Errors
///
/// Where it is one of them, or something stands there that is no file.
pub(super) fn check(path: &Path, inputs: &[&Input]) -> Result<(), Error> {
    may_be_written(path, &known(inputs))
}

fn may_be_written(path: &Path, inputs: &BTreeSet<PathBuf>) -> Result<(), Error> {
    if fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        Err(Error::NotAFile { path: path.to_owned() })
    } else if path.canonicalize().is_ok_and(|path| inputs.contains(&path)) {
        Err(Error::OverInput { path: path.to_owned() })
    } else {
        Ok(())
    }
}

/// `stem.extension`, the stem shortened to what systems take: a name that was long already has no room for more.
fn with_extension(stem: &OsStr, extension: &str) -> OsString {
    const MAX_BYTES: usize = 255;
    let room = MAX_BYTES.saturating_sub(extension.len() + 1);
    let mut name = stem.to_owned();
    if name.len() > room {
        let mut short = stem.to_string_lossy().into_owned();
        while short.len() > room {
            short.pop();
        }
        name = short.into();
    }
    name.push(".");
    name.push(extension);
    name
}

/// Where the inputs really lie.
fn known(inputs: &[&Input]) -> BTreeSet<PathBuf> {
    inputs.iter().filter_map(|input| input.place.path()?.canonicalize().ok()).collect()
}

/// How many times each path is there.
fn counted(paths: &[PathBuf]) -> BTreeMap<String, usize> {
    let mut n = BTreeMap::new();
    for path in paths {
        *n.entry(folded(path)).or_default() += 1;
    }
    n
}

/// Some systems take names that differ in case for one.
fn folded(path: &Path) -> String {
    path.to_string_lossy().to_lowercase()
}

/// Writes `content` to `path`: into a file beside it, which then takes its name.
///
/// # Errors
///
/// When the system refuses. What stood at `path` before then still stands there.
pub(super) fn write_whole(path: &Path, content: &[u8]) -> Result<(), Error> {
    write_whole_of(path, [content])
}

/// The same of content in pieces.
///
/// # Errors
///
/// As for [`write_whole`].
pub(super) fn write_whole_of<'a>(
    path: &Path,
    content: impl IntoIterator<Item = &'a [u8]>,
) -> Result<(), Error> {
    write(path, content, true)
}

/// The same as [`write_whole`] without waiting for the disk, for files that come by the thousand and are made again
/// where the power has failed.
///
/// # Errors
///
/// As for [`write_whole`].
pub(super) fn write_quickly(path: &Path, content: &[u8]) -> Result<(), Error> {
    write(path, [content], false)
}

fn write<'a>(path: &Path, content: impl IntoIterator<Item = &'a [u8]>, waits: bool) -> Result<(), Error> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut content = content.into_iter();
    let mut written = || -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        // A temporary file is private by default; the page is for everybody the system allows.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(folder)?;
        content.try_for_each(|piece| file.write_all(piece))?;
        if waits {
            file.as_file().sync_all()?;
        }
        file.persist(path)?;
        Ok(())
    };
    written().map_err(|error| Error::Unwritable { path: path.to_owned(), error })
}
