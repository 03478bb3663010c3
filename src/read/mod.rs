//! Bytes become text, whatever kind of file they are.
//!
//! 1. `kind` tells by what is in a file what it is.
//! 2. `detect` tells how text is written down; the surroundings decode it ([`Edge`]).
//! 3. `html` and `docx` take the text out of pages and documents, [`pdf`] says why a PDF gave none.
//! 4. `damage` sees what was hurt before; `note` lists what the reader should know, `error` why there is no
//!    text, and `words` says both for people.
//!
//! May live here: encodings, kinds of files, what of a file is text. May not: what the text says,
//! where the bytes come from.
//!
//! Nothing is repaired in silence: what does not fit is an error that names the line, or a note.

mod cells;
mod damage;
mod detect;
mod docx;
mod encoding;
mod error;
mod fit;
mod html;
mod kind;
mod markup;
mod note;
mod ole;
pub mod pdf;
mod words;
mod zip;

pub use docx::{DocxError, MAX_DEPTH};
pub use encoding::Encoding;
pub use error::{Flaw, ReadError};
pub use kind::Kind;
pub use markup::{Markup, Step};
pub use note::{Matter, Note};
pub use pdf::PdfError;
pub use zip::{GRACE, MAX_ENTRIES, MAX_ENTRY, MAX_RATIO, MAX_TOTAL, ZipError};

use detect::Decoded;

/// The most bytes that a file may have: more than any minutes, and refused before it fills the memory.
pub const MAX_LEN: u64 = 256 << 20;

/// Text and how it was taken out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The text, without a byte order mark. Of a page that this program made it is the page.
    pub text: String,
    /// What the file was.
    pub kind: Kind,
    /// How the letters were written down, where that is a question.
    pub encoding: Option<Encoding>,
    /// What is to be known about it.
    pub notes: Vec<Note>,
}

/// What only the surroundings can do: the tables of letters, the parser of pages.
pub trait Edge {
    /// The text, if every byte fits the encoding. No byte order mark is looked for.
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String>;
    /// The text with `�` (U+FFFD) for what does not fit. No byte order mark is looked for.
    fn decode_lossy(&self, encoding: Encoding, bytes: &[u8]) -> String;
    /// The page as HTML5 reads it, without running or loading anything.
    fn html(&self, text: &str) -> Markup;
    /// The text of a PDF of which this program's own reader got none, its pages parted by U+000C.
    ///
    /// # Errors
    ///
    /// [`PdfError::Unavailable`] where there is no other reader; why it got none either.
    fn pdf(&self, bytes: &[u8]) -> Result<String, PdfError> {
        let _ = bytes;
        Err(PdfError::Unavailable)
    }
}

/// Reads a file as text. An encoding that is asked for is taken, whatever the bytes look like.
///
/// # Errors
///
/// When there is no text in it, or none that could be told from another.
pub fn read(bytes: &[u8], asked: Option<Encoding>, edge: &dyn Edge) -> Result<Reading, ReadError> {
    let mut reading = match kind::of(bytes) {
        Some(Kind::Pdf) => of_pdf(bytes, edge)?,
        Some(Kind::Docx) => {
            let (text, notes) = docx::text(bytes, edge).map_err(ReadError::Docx)?;
            Reading { text, kind: Kind::Docx, encoding: None, notes }
        }
        Some(kind) => return Err(ReadError::NotRead(kind)),
        None => letters(bytes, asked, edge)?,
    };
    if reading.kind != Kind::Bundle {
        damage::inspect(&mut reading.text, &mut reading.notes);
    }
    if reading.text.chars().all(|c| c.is_whitespace() || crate::chars::is_space(c)) {
        return Err(ReadError::Empty);
    }
    Ok(reading)
}

/// Reads what is written in letters: text, or a page.
fn letters(bytes: &[u8], asked: Option<Encoding>, edge: &dyn Edge) -> Result<Reading, ReadError> {
    let declared = html::declared(bytes);
    let said = declared.as_deref().and_then(Encoding::from_label);
    let mut decoded = match asked {
        Some(encoding) => detect::forced(bytes, encoding, edge),
        // A page that is not whole is read as browsers read it, by what it says.
        None => match (detect::settled(bytes, edge), said) {
            (Err(_), Some(encoding)) => detect::forced(bytes, encoding, edge),
            (settled, _) => settled?,
        },
    };
    if damage::is_binary(&decoded.text) {
        return Err(ReadError::NotRead(Kind::Unknown));
    }
    let mut notes = Vec::new();
    if let Some(declared) = declared.filter(|_| asked.is_none()) {
        notes.extend(damage::charset(&declared, decoded.encoding, &decoded.text));
    }
    let kind = match html::is_page(&decoded.text) {
        false => Kind::Text,
        true if crate::bundle::is_ours(&decoded.text) => Kind::Bundle,
        true => Kind::Html,
    };
    let text = match kind {
        Kind::Html => html::text(&decoded.text, edge, &mut notes)?,
        _ => std::mem::take(&mut decoded.text),
    };
    damage::signs(&text, &decoded, &mut notes);
    Ok(Reading { text, kind, encoding: Some(decoded.encoding), notes })
}

/// The text of a PDF: what this program reads of it, or else what the surroundings do.
fn of_pdf(bytes: &[u8], edge: &dyn Edge) -> Result<Reading, ReadError> {
    let decode = |encoding, bytes: &[u8]| edge.decode(encoding, bytes);
    let why = match pdf::extract(bytes, &decode) {
        Ok(extract) => return Ok(extract.into()),
        Err(why) => why,
    };
    if !why.may_be_read_otherwise() {
        return Err(ReadError::Pdf(why));
    }
    match edge.pdf(bytes) {
        Ok(text) => Ok(Reading { text, kind: Kind::Pdf, encoding: None, notes: Vec::new() }),
        Err(PdfError::Missing) => Err(ReadError::Pdf(PdfError::Alone(Box::new(why)))),
        Err(_) => Err(ReadError::Pdf(why)),
    }
}

impl From<pdf::Extract> for Reading {
    fn from(extract: pdf::Extract) -> Reading {
        let pdf::Extract { text, n_radicals, n_unknown, .. } = extract;
        let mut notes = Vec::new();
        if n_unknown > 0 {
            let line = text.find(char::REPLACEMENT_CHARACTER).map(|at| damage::line_of(&text, at));
            notes.push(Note { matter: Matter::Unknown { n_signs: n_unknown }, line });
        }
        if n_radicals > 0 {
            notes.push(Note { matter: Matter::Radicals { n_chars: n_radicals }, line: None });
        }
        Reading { text, kind: Kind::Pdf, encoding: None, notes }
    }
}
