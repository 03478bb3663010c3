//! PDF becomes text, with no library for it: what an office suite, a browser or an older printer driver
//! writes is read; scans are not.
//!
//! 1. `object` reads the grammar, `filter` unpacks, `xref` and `file` find objects by their numbers.
//! 2. `cmap`, `letters` and `font` tell which letters codes mean.
//! 3. `content` sets letters at their places on the page (`shape`).
//! 4. `layout` and `table` make lines of them, `prose` makes text of the lines.
//!
//! May live here: what of a PDF is text. May not: pictures, processes, other programs.
//!
//! A file may be a trap. Everything is read with a budget that grows with the file's length, lists stand
//! in for recursion, and every loop over references is counted.

mod cmap;
mod content;
mod crypt;
mod file;
mod filter;
mod font;
mod layout;
mod letters;
mod object;
mod prose;
mod shape;
mod table;
mod xref;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::Encoding;
use file::File;
use object::Object;
use shape::Matrix;

/// The text of a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The text, line by line as printed; pages are parted by U+000C.
    pub text: String,
    /// How many pages there are.
    pub n_pages: usize,
    /// How many letters were named as radicals (`⼀`) and are shown as the characters that people write.
    pub n_radicals: usize,
    /// How many letters are not known and are shown as `�`.
    pub n_unknown: usize,
}

/// Why a PDF gave no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// There is no other reader here.
    Unavailable,
    /// There could be another reader here, if it were installed.
    Missing,
    /// This program's own reader got none; another one, which is not installed, may get some.
    Alone(Box<PdfError>),
    /// There are no pages in it.
    Broken,
    /// It asks for a password, or is locked in an unknown way.
    Locked,
    /// It has more pages, objects or letters than a document may have.
    TooLarge,
    /// Its pages hold no letters: they are pictures.
    NoText {
        /// How many pages there are.
        n_pages: usize,
    },
    /// Its fonts do not say which letters their signs are.
    NoLetters {
        /// How many signs are not known.
        n_unknown: usize,
        /// Of how many.
        n_signs: usize,
    },
}

impl PdfError {
    /// Whether another reader may get text where this one got none.
    pub fn may_be_read_otherwise(&self) -> bool {
        !matches!(self, PdfError::Locked | PdfError::TooLarge)
    }
}

/// Asks the surroundings for the text that bytes of an encoding are.
pub type Decode<'a> = &'a dyn Fn(Encoding, &[u8]) -> Option<String>;

/// More pages than a year of minutes has.
const MAX_PAGES: usize = 3000;

/// More bytes are not unpacked or written: a bomb. One stream of text is never longer than the second number.
const MAX_UNPACKED: usize = 256 << 20;
const MAX_STREAM: usize = 64 << 20;

/// More objects and letters are not looked at; in a small file not more than its length allows.
const MAX_STEPS: u64 = 40_000_000;
const LEAST_STEPS: u64 = 4_000_000;

/// One in so many signs may be unknown; more would be a text of gaps.
const KNOWN: usize = 10;

/// What may still be done. Whoever finds it spent may go on with less; in the end it is an error.
struct Budget {
    bytes: Cell<usize>,
    steps: Cell<u64>,
    is_spent: Cell<bool>,
}

impl Budget {
    fn of(bytes: &[u8]) -> Budget {
        let steps = (bytes.len() as u64).saturating_mul(8).saturating_add(LEAST_STEPS).min(MAX_STEPS);
        Budget { bytes: Cell::new(MAX_UNPACKED), steps: Cell::new(steps), is_spent: Cell::new(false) }
    }

    /// How long the next stream may be.
    fn longest(&self) -> usize {
        self.bytes.get().min(MAX_STREAM)
    }

    fn take_bytes(&self, n: usize) -> Result<(), PdfError> {
        self.bytes.set(self.bytes.get().checked_sub(n).ok_or_else(|| self.spent())?);
        Ok(())
    }

    fn take_steps(&self, n: u64) -> Result<(), PdfError> {
        self.steps.set(self.steps.get().checked_sub(n).ok_or_else(|| self.spent())?);
        Ok(())
    }

    fn spent(&self) -> PdfError {
        self.is_spent.set(true);
        PdfError::TooLarge
    }
}

/// Takes the text out of a PDF.
///
/// # Errors
///
/// Why there is none. There is never an empty text.
pub fn extract(bytes: &[u8], decode: Decode) -> Result<Extract, PdfError> {
    let file = File::open(bytes)?;
    let pages = pages(&file)?;
    let mut fonts = content::Fonts::new();
    let mut sheets = Vec::new();
    let (mut n_unknown, mut n_radicals, mut n_signs) = (0, 0, 0);
    for page in &pages {
        let bytes = contents(&file, &page.contents)?;
        let resources = file.resolve(&page.resources).dict().cloned().unwrap_or_default();
        let shown = content::read(&file, bytes, &resources, page.turned, &mut fonts, decode)?;
        n_unknown += shown.n_unknown;
        n_radicals += shown.n_radicals;
        n_signs += shown.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
        sheets.push(prose::sheet(layout::blocks(&shown)));
    }
    if file.budget.is_spent.get() {
        return Err(PdfError::TooLarge);
    }
    let n_pages = pages.len();
    if n_signs == 0 {
        return Err(PdfError::NoText { n_pages });
    }
    if n_unknown * KNOWN > n_signs {
        return Err(PdfError::NoLetters { n_unknown, n_signs });
    }
    Ok(Extract { text: prose::write(&sheets), n_pages, n_radicals, n_unknown })
}

/// A page, with what it inherits.
struct Page {
    contents: Object,
    resources: Rc<Object>,
    turned: Matrix,
}

/// The pages, in order.
fn pages(file: &File) -> Result<Vec<Page>, PdfError> {
    let root = file.pages().ok_or(PdfError::Broken)?;
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![(root, Rc::new(Object::Null), 0.0)];
    while let Some((node, resources, turn)) = open.pop() {
        file.budget.take_steps(1)?;
        if let Object::Ref(number) = node
            && !seen.insert(number)
        {
            continue;
        }
        let Object::Dict(dict) = file.resolve(&node) else { continue };
        let resources = dict.get(b"Resources".as_slice()).cloned().map_or(resources, Rc::new);
        let turn = file.get(&dict, "Rotate").number().unwrap_or(turn);
        match file.get(&dict, "Kids") {
            Object::Array(kids) => {
                file.budget.take_steps(kids.len() as u64)?;
                open.extend(kids.into_iter().rev().map(|kid| (kid, Rc::clone(&resources), turn)));
            }
            _ if pages.len() >= MAX_PAGES => return Err(PdfError::TooLarge),
            _ => pages.push(Page {
                contents: dict.get(b"Contents".as_slice()).cloned().unwrap_or(Object::Null),
                resources,
                turned: turned(turn),
            }),
        }
    }
    if pages.is_empty() { Err(PdfError::Broken) } else { Ok(pages) }
}

/// What turns a page upright that is to be shown turned to the right by so many degrees.
fn turned(degrees: f64) -> Matrix {
    match (degrees as i64).rem_euclid(360) {
        90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
        180 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
        270 => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        _ => Matrix::ONE,
    }
}

/// The content of a page, whose parts may be several streams.
fn contents(file: &File, contents: &Object) -> Result<Vec<u8>, PdfError> {
    let parts = match file.resolve(contents) {
        Object::Array(parts) => parts,
        single => vec![single],
    };
    let mut bytes = Vec::new();
    for part in &parts {
        file.budget.take_steps(1)?;
        if let Object::Stream(stream) = file.resolve(part) {
            bytes.extend(file.unpack(&stream)?);
            bytes.push(b'\n');
        }
    }
    Ok(bytes)
}
