//! A paper on the desk: where its bytes are, what has become of it, what was understood.
//!
//! May live here: one paper. May not: the others, what is looked at (`desk`).

use std::rc::Rc;

use crate::app::shared::Shared;
pub use crate::bundle::shelf::Opened;
use crate::bundle::{BundleError, shelf};
use crate::import::{self, Container, Import, ImportError};
use crate::model::Minutes;
use crate::read::{self, Edge, Encoding, Kind, Note, ReadError, Reading};
use crate::shelf::{Draft, EntryKey};

/// The number of a paper, counted from 0 in the order in which they came; none is used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaperId(pub u32);

/// Something that was brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Its number.
    pub id: PaperId,
    /// Where its bytes are.
    pub origin: Origin,
    /// Its size in bytes.
    pub size: u64,
    /// The encoding that the reader has chosen for it.
    pub asked: Option<Encoding>,
    /// What has become of it.
    pub state: PaperState,
    /// Counts how often it was to be read, so that an answer that comes late is known as such.
    pub turn: u32,
}

/// Where the bytes of a paper are.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// With the browser, under this number.
    File {
        /// The number.
        handle: u32,
        /// The name, below the folder with which it came.
        name: String,
    },
    /// Here, as pasted.
    Pasted {
        /// Which of the pasted texts it is, from 1.
        number: usize,
        /// The text.
        text: Rc<str>,
    },
    /// Packed in a file of several meetings.
    Meeting {
        /// The name of the file that it was made of, as the file of several keeps it; else its title.
        name: String,
        /// What the file of several is called.
        file: Rc<str>,
        /// The meeting itself, until it was read or refused.
        packed: Option<PackedMeeting>,
    },
}

/// A meeting in a file of several that was brought.
#[derive(Clone, Debug, PartialEq)]
pub struct PackedMeeting {
    /// The file.
    pub shelf: Shared<Opened>,
    /// The name by which the file knows the meeting.
    pub key: EntryKey,
}

/// What has become of a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum PaperState {
    /// It will be read when those before it are.
    Waiting,
    /// It is being read.
    Reading,
    /// It was understood.
    Read(Understood),
    /// It gave no minutes.
    Refused(Refusal),
}

/// Why a paper gave no minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than any minutes, and was not read at all.
    TooLarge,
    /// With all the others it would fill the memory.
    TooMuch,
    /// It holds several meetings, and files of several have brought as many as there may be.
    TooMany,
    /// The browser could not hand over its bytes: a folder, or a file that was moved or changed.
    Gone,
    /// There is no text in it.
    Read(ReadError),
    /// Its text is so long that the page would stand still while it is understood.
    TooLong {
        /// The length of the text in bytes of UTF-8.
        len: usize,
    },
    /// There are no minutes in its text.
    Import(ImportError),
}

/// What was understood of a paper.
#[derive(Debug)]
pub struct Understanding {
    /// The minutes.
    pub minutes: Minutes,
    /// What kind of file it was.
    pub kind: Kind,
    /// In what its text stood.
    pub container: Container,
    /// How its letters are written down, where that is a question.
    pub encoding: Option<Encoding>,
    /// What is to be known about how the text was taken out of it.
    pub notes: Vec<Note>,
    /// What a shelf keeps of the minutes. To find it takes a part of the time that reading takes, which is spared
    /// when a thousand are put on a shelf at once.
    pub draft: Draft,
}

/// What was understood, shared.
pub type Understood = Shared<Understanding>;

/// What a paper turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Minutes.
    Minutes(Understood),
    /// Several meetings, one at least.
    Shelf(Shared<Opened>),
}

impl Content {
    fn of(
        minutes: Minutes,
        kind: Kind,
        container: Container,
        encoding: Option<Encoding>,
        notes: Vec<Note>,
    ) -> Content {
        let draft = Draft::of("", &minutes);
        Content::Minutes(Understanding { minutes, kind, container, encoding, notes, draft }.into())
    }
}

/// The most bytes of UTF-8 that a text may have, which is forty times the longest minutes that are known. While
/// a text is understood the page stands still; the command line takes longer ones.
pub const MAX_TEXT: usize = 20_000_000;

/// Reads a paper.
///
/// # Errors
///
/// Why it gave no minutes.
pub fn understand(bytes: &[u8], asked: Option<Encoding>, edge: &dyn Edge) -> Result<Content, Refusal> {
    let reading = read::read(bytes, asked, edge).map_err(Refusal::Read)?;
    // What is packed takes no time before it is unpacked.
    if reading.kind == Kind::Bundle && shelf::is_shelf(&reading.text) {
        let opened = Opened::new(reading.text).map_err(damaged)?;
        return match opened.shelf().entries.is_empty() {
            true => Err(Refusal::Import(ImportError::Count { n_meetings: 0 })),
            false => Ok(Content::Shelf(opened.into())),
        };
    }
    check_len(&reading.text)?;
    let Import { minutes, container } = import::read(reading.text).map_err(Refusal::Import)?;
    let Reading { kind, encoding, notes, .. } = reading;
    Ok(Content::of(minutes, kind, container, encoding, notes))
}

impl PackedMeeting {
    /// Reads the meeting.
    ///
    /// # Errors
    ///
    /// Why it gave no minutes.
    pub fn understand(&self) -> Result<Content, Refusal> {
        let minutes = self.shelf.minutes(self.key).map_err(damaged)?;
        check_len(minutes.source.text())?;
        Ok(Content::of(minutes, Kind::Bundle, Container::Bundle, None, Vec::new()))
    }
}

fn check_len(text: &str) -> Result<(), Refusal> {
    if text.len() > MAX_TEXT { Err(Refusal::TooLong { len: text.len() }) } else { Ok(()) }
}

fn damaged(error: BundleError) -> Refusal {
    Refusal::Import(ImportError::Bundle(error))
}

/// A file that is brought, with its bytes left where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The number under which the browser keeps it.
    pub handle: u32,
    /// Its name, below the folder with which it came.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

impl Paper {
    /// What was understood of it.
    pub fn understood(&self) -> Option<&Understood> {
        match &self.state {
            PaperState::Read(understood) => Some(understood),
            _ => None,
        }
    }

    /// Whether it will be or is being read.
    pub fn is_pending(&self) -> bool {
        matches!(self.state, PaperState::Waiting | PaperState::Reading)
    }

    /// Whether another encoding could make more of it: it is text, or was taken for none.
    pub fn has_encoding(&self) -> bool {
        if !matches!(self.origin, Origin::File { .. }) {
            return false;
        }
        match &self.state {
            PaperState::Read(understood) => understood.encoding.is_some(),
            PaperState::Refused(Refusal::Read(error)) => self.asked.is_some() || is_of_letters(error),
            // A file of ours holds marks by which it was known, so that its letters are in order.
            PaperState::Refused(Refusal::Import(ImportError::Bundle(_))) => self.asked.is_some(),
            PaperState::Refused(Refusal::Import(_)) => true,
            PaperState::Refused(_) => false,
            PaperState::Waiting | PaperState::Reading => self.asked.is_some(),
        }
    }

    /// Lets go of what it was packed in, which nobody reads again.
    pub(super) fn let_go(&mut self) {
        if let Origin::Meeting { packed, .. } = &mut self.origin {
            *packed = None;
        }
    }

    /// Has it read once more.
    pub(super) fn begin_again(&mut self) {
        self.state = PaperState::Waiting;
        self.turn = self.turn.wrapping_add(1);
    }
}

/// Whether it is about how letters are written down.
fn is_of_letters(error: &ReadError) -> bool {
    match error {
        ReadError::Undecodable { .. }
        | ReadError::Broken { .. }
        | ReadError::Mixed { .. }
        | ReadError::Ambiguous
        // UTF-16 without its mark looks like no text at all.
        | ReadError::NotRead(Kind::Unknown) => true,
        ReadError::NotRead(_)
        | ReadError::Empty
        | ReadError::Tangled { .. }
        | ReadError::Docx(_)
        | ReadError::Pdf(_) => false,
    }
}
