//! Finds the texts and reads them.
//!
//! May live here: paths, folders, sizes. May not: encodings and kinds of files (`read`), kinds of texts
//! (`import`).

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::args::Asked;
use super::edge::Native;
use super::place::{Place, is_standard};
use super::streams::Streams;
use super::unread::{Reason, Unread};
use crate::bundle;
use crate::bundle::shelf::{self, Opened};
use crate::import::{self, Container, Import, ImportError};
use crate::model::Minutes;
use crate::read::{self, Encoding, Kind, MAX_LEN, Note, Reading};
use crate::shelf::{Entry, EntryKey};

/// How the names of files end that are taken out of a folder. A file that is named itself may be called anything.
pub(super) const EXTENSIONS: [&str; 7] = [".txt", ".md", ".docx", ".html", ".htm", ".pdf", ".json"];

/// What the arguments lead to.
pub(super) struct Found {
    /// Each input in the order given, of a folder by name; or why it is none.
    pub inputs: Vec<Result<Input, Unread>>,
    /// Whether a folder was among the arguments.
    pub from_folder: bool,
    /// How many pages of folders were left out because this program had made them of others.
    pub n_left_out: usize,
}

/// An input that has not been read yet.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub place: Place,
    /// Where it lies below the folder that was asked for; its name where it was named itself.
    pub below: PathBuf,
    /// The text, where it came with its name and is not to be looked for.
    text: Option<String>,
    /// The page and the meeting in it, where the page holds several.
    meeting: Option<(Arc<Opened>, EntryKey)>,
}

/// Minutes and where they are from.
pub(super) struct Text {
    pub place: Place,
    pub minutes: Minutes,
    pub kind: Kind,
    pub encoding: Option<Encoding>,
    pub notes: Vec<Note>,
    pub container: Container,
}

/// Looks for the inputs at `paths`. Of folders it takes what is named like minutes ([`EXTENSIONS`]), but nothing
/// hidden, nothing of the folder `output`, and no page that this program made where other texts are there, too.
pub(super) fn find(paths: &[PathBuf], output: Option<&Path>) -> Found {
    let mut found = Found { inputs: Vec::new(), from_folder: false, n_left_out: 0 };
    let output = output.and_then(|output| output.canonicalize().ok());
    let mut seen = BTreeSet::new();
    for path in paths {
        let is_folder = !is_standard(path) && fs::metadata(path).is_ok_and(|about| about.is_dir());
        let inputs = match is_folder {
            true => found.below(path, output.as_deref()),
            false => vec![Ok(Input::named(path))],
        };
        let inputs = inputs.into_iter().flat_map(expanded);
        // What is named twice is read once.
        let is_new = |input: &Result<Input, Unread>| match input {
            Ok(input) => seen.insert(input.place.key()),
            Err(_) => true,
        };
        found.inputs.extend(inputs.filter(is_new));
    }
    found
}

impl Input {
    fn named(path: &Path) -> Input {
        let place = Place::named(path);
        let below = PathBuf::from(place.file_name());
        Input { place, below, text: None, meeting: None }
    }

    /// A text that came with the name of the place it is from.
    pub fn record(path: PathBuf, text: String) -> Input {
        let place = Place::File(path);
        let below = PathBuf::from(place.file_name());
        Input { place, below, text: Some(text), meeting: None }
    }

    /// Whether it can be read a second time.
    pub fn can_be_read_again(&self) -> bool {
        self.text.is_some() || self.place != Place::StandardInput
    }

    /// Its length in bytes before it is read; 0 where that is not known.
    pub fn len(&self) -> u64 {
        if let Some((page, key)) = &self.meeting {
            return page.packed_len(*key) as u64;
        }
        match (&self.text, self.place.path()) {
            (Some(text), _) => text.len() as u64,
            (None, Some(path)) => fs::metadata(path).map_or(0, |about| about.len()),
            (None, None) => 0,
        }
    }
}

impl Found {
    /// Says how many pages were left out.
    pub fn tell_left_out(&self, asked: &Asked, streams: &mut Streams) {
        let n = self.n_left_out;
        if n > 0 && !asked.quiet {
            streams.tell(format!("このプログラムで作ったHTML {n}件は読み飛ばします。（{n} pages made by this program are passed over.）"));
        }
    }

    fn below(&mut self, folder: &Path, output: Option<&Path>) -> Vec<Result<Input, Unread>> {
        self.from_folder = true;
        let is_output = |entry: &DirEntry| {
            entry.file_type().is_dir()
                && output.is_some_and(|output| entry.path().canonicalize().is_ok_and(|path| path == output))
        };
        let is_taken = |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry) && !is_output(entry);
        let mut inputs = Vec::new();
        let mut pages = Vec::new();
        // Links to files are read; links to folders are not followed, since they may lead round in a circle.
        for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_taken) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() || !is_named_like_minutes(entry.path()) => {}
                Ok(entry) => {
                    let below = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_owned();
                    let input =
                        Input { place: Place::File(entry.into_path()), below, text: None, meeting: None };
                    if is_ours(&input) { pages.push(Ok(input)) } else { inputs.push(Ok(input)) }
                }
                Err(error) => {
                    let place = Place::File(error.path().unwrap_or(folder).to_owned());
                    inputs.push(Err(Unread::refused(place, error.into())));
                }
            }
        }
        if inputs.iter().any(Result::is_ok) {
            self.n_left_out += pages.len();
        } else {
            inputs.extend(pages);
        }
        if inputs.is_empty() {
            inputs.push(Err(Unread { place: Place::File(folder.to_owned()), reason: Reason::NoTexts }));
        }
        inputs
    }
}

/// The meetings of a page that holds several; any other input as it is.
fn expanded(input: Result<Input, Unread>) -> Vec<Result<Input, Unread>> {
    let Ok(input) = input else { return vec![input] };
    let Some(path) = input.place.path().filter(|_| is_ours(&input)) else { return vec![Ok(input)] };
    // What cannot be read is told when it is its turn.
    let Ok(html) = read_file(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()) else {
        return vec![Ok(input)];
    };
    if !shelf::is_shelf(&html) {
        return vec![Ok(input)];
    }
    let opened = match Opened::new(html) {
        Ok(opened) => Arc::new(opened),
        Err(error) => {
            let reason = Reason::Import(ImportError::Bundle(error));
            return vec![Err(Unread { place: input.place, reason })];
        }
    };
    let mut seen = BTreeSet::new();
    let mut meeting = |entry: &Entry| {
        // A name in a page may be anything: nothing of it leads out of the folder.
        let parts = Path::new(&entry.file).components();
        let below: PathBuf = parts.filter(|part| matches!(part, Component::Normal(_))).collect();
        let is_free = below.file_name().is_some() && seen.insert(below.clone());
        let below = if is_free { below } else { below.with_file_name(entry.key.to_string()) };
        let place = Place::Meeting { page: path.to_owned(), name: entry.file.clone(), key: entry.key };
        Ok(Input { place, below, text: None, meeting: Some((opened.clone(), entry.key)) })
    };
    opened.shelf().entries.iter().map(&mut meeting).collect()
}

/// What systems and editors hide, and the mark that Word leaves beside a document that is open.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

fn is_named_like_minutes(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    EXTENSIONS.iter().any(|extension| name.ends_with(extension))
}

/// Whether it is a page that this program made.
fn is_ours(input: &Input) -> bool {
    /// Longer than everything in front of the name of the program.
    const N_LOOKED_AT: u64 = 1 << 12;
    let Some(path) = input.place.path() else { return false };
    let is_page = path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("html") || extension.eq_ignore_ascii_case("htm")
    });
    if !is_page || !fs::metadata(path).is_ok_and(|about| about.is_file()) {
        return false;
    }
    let mut start = Vec::new();
    let looked = File::open(path).and_then(|file| file.take(N_LOOKED_AT).read_to_end(&mut start));
    looked.is_ok() && bundle::is_head_of_ours(&String::from_utf8_lossy(&start))
}

/// Reads an input. An encoding that is asked for is taken, whatever the bytes look like.
///
/// # Errors
///
/// When it cannot be read, or holds no minutes.
pub(super) fn read(input: Input, asked: Option<Encoding>) -> Result<Text, Unread> {
    let Input { place, text, meeting, .. } = input;
    let unread = |reason| Unread { place: place.clone(), reason };
    if let Some((page, key)) = meeting {
        let minutes = page.minutes(key);
        let minutes = minutes.map_err(|error| unread(Reason::Import(ImportError::Bundle(error))))?;
        let (kind, container) = (Kind::Html, Container::Bundle);
        return Ok(Text {
            place,
            minutes,
            kind,
            encoding: Some(Encoding::Utf8),
            notes: Vec::new(),
            container,
        });
    }
    // What came as letters was taken out of its bytes before.
    let asked = if text.is_some() { Some(Encoding::Utf8) } else { asked };
    let bytes = match (text, place.path()) {
        (Some(text), _) => Ok(text.into_bytes()),
        (None, Some(path)) => read_file(path),
        (None, None) => read_all(io::stdin().lock(), None),
    };
    let bytes = bytes.map_err(|reason| match reason {
        Reason::Refused(error) => Unread::refused(place.clone(), error),
        reason => unread(reason),
    })?;
    let reading = read::read(&bytes, asked, &Native).map_err(|error| unread(Reason::Read(error)))?;
    // The text of it is all that is needed from here on.
    drop(bytes);
    let Reading { text, kind, encoding, notes } = reading;
    let import = import::read(text).map_err(|error| unread(Reason::Import(error)))?;
    let Import { minutes, container } = import;
    Ok(Text { place, minutes, kind, encoding, notes, container })
}

fn read_file(path: &Path) -> Result<Vec<u8>, Reason> {
    let about = fs::metadata(path).map_err(Reason::Refused)?;
    // A pipe or a device may never end, so that it is not even opened.
    if !about.is_file() {
        return Err(Reason::NotAFile);
    }
    if about.len() > MAX_LEN {
        return Err(Reason::TooLarge { len: Some(about.len()) });
    }
    read_all(File::open(path).map_err(Reason::Refused)?, Some(about.len()))
}

/// The bytes, of which there may be more than was said: a file may grow while it is read.
fn read_all(from: impl Read, len: Option<u64>) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::with_capacity(len.map_or(0, |len| len.min(MAX_LEN) as usize));
    from.take(MAX_LEN + 1).read_to_end(&mut bytes).map_err(Reason::Refused)?;
    match bytes.len() as u64 > MAX_LEN {
        true => Err(Reason::TooLarge { len: None }),
        false => Ok(bytes),
    }
}
