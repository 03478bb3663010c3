//! Documents of Word (ECMA-376, .docx and .docm) become text.
//!
//! 1. `zip` gives the parts, within limits.
//! 2. Relations say which part is the document, and where its styles, lists and notes are.
//! 3. [`body`] walks the document; notes come at its end, each on a line that begins with `※` and its number.
//!
//! Headers and footers are furniture of the page and left out, as are comments and pictures; what is left
//! out is told. Parts that only help (styles, lists) are done without where they are damaged.
//!
//! May live here: which part is what. May not: what the text says.

mod body;
mod field;
mod numbering;
mod numerals;
mod styles;
mod xml;

use std::collections::BTreeMap;

use super::zip::{Zip, ZipError};
use super::{Edge, Encoding, Matter, Note};
use body::{Body, Call, Count};
use numbering::Numbering;
use styles::Styles;
use xml::{Stop, Token, Xml};

pub use xml::MAX_DEPTH;

/// Why a document gave no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocxError {
    /// The archive is not read.
    Zip(ZipError),
    /// There is no document in it.
    NoDocument,
    /// A part is no XML, or cut off.
    Damaged {
        /// The part.
        part: String,
    },
    /// A part is nested deeper than [`MAX_DEPTH`].
    TooDeep {
        /// The part.
        part: String,
    },
}

/// The text of a document, and what is to be known about it.
pub(super) fn text(bytes: &[u8], edge: &dyn Edge) -> Result<(String, Vec<Note>), DocxError> {
    let mut parts = Parts { zip: Zip::open(bytes).map_err(DocxError::Zip)?, edge };
    let document = parts.document()?;
    let relations = parts.relations(&document)?;
    let mut body = Body::default();
    if let Some(styles) = parts.related(&relations, "/styles")? {
        body.styles = Styles::read(&styles).unwrap_or_default();
    }
    if let Some(numbering) = parts.related(&relations, "/numbering")? {
        body.numbering = Numbering::read(&numbering).unwrap_or_default();
    }
    let part = parts.part(&document)?.ok_or(DocxError::NoDocument)?;
    let mut text = body.read(&part).map_err(|stop| stopped(stop, &document))?;
    let (mut notes, mut places) = (Vec::new(), BTreeMap::new());
    for (is_endnote, kind) in [(false, "/footnotes"), (true, "/endnotes")] {
        if !body.calls.iter().any(|call| call.is_endnote == is_endnote) {
            continue;
        }
        if let Some(part) = parts.related(&relations, kind)? {
            let read = body.read_notes(&part).map_err(|stop| stopped(stop, kind))?;
            for (id, words) in read {
                places.insert(Call { is_endnote, id }.key(), notes.len());
                notes.push(words);
            }
        }
    }
    for (at, call) in body.calls.iter().enumerate() {
        let Some(words) = places.get(&call.key()).and_then(|&place: &usize| notes.get(place)) else {
            continue;
        };
        // Blank lines would make a note of several paragraphs fall apart.
        let words: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        text.push_str(if at == 0 { "\n" } else { "" });
        text.push_str(&format!("{}　{}\n", body::mark(at + 1), words.join("　")));
    }
    Ok((text, left_out(&body)))
}

/// What was left out, in the order of its weight.
fn left_out(body: &Body) -> Vec<Note> {
    let counts = &body.left_out;
    let note = |count: &Count, matter: fn(usize) -> Matter| {
        (count.n > 0).then(|| Note { matter: matter(count.n), line: count.line })
    };
    let notes = [
        note(&counts.deleted_letters, |n_chars| Matter::Deleted { n_chars }),
        note(&counts.hidden_letters, |n_chars| Matter::Hidden { n_chars }),
        note(&counts.parts, |n_parts| Matter::Parts { n_parts }),
        note(&counts.pictures, |n_pictures| Matter::Pictures { n_pictures }),
        note(&counts.comments, |n_comments| Matter::Comments { n_comments }),
        note(&Count { line: None, ..counts.furniture }, |_| Matter::Furniture),
    ];
    notes.into_iter().flatten().collect()
}

fn stopped(stop: Stop, part: &str) -> DocxError {
    let part = part.to_owned();
    match stop {
        Stop::Damaged => DocxError::Damaged { part },
        Stop::TooDeep => DocxError::TooDeep { part },
    }
}

/// A relation of a part to another.
struct Relation {
    /// An address that ends in what the other part is: `…/styles`.
    kind: String,
    /// The name of the other part in the archive.
    target: String,
}

struct Parts<'a> {
    zip: Zip<'a>,
    edge: &'a dyn Edge,
}

impl Parts<'_> {
    /// The name of the document itself.
    fn document(&mut self) -> Result<String, DocxError> {
        const USUAL: &str = "word/document.xml";
        let relations = self.relations("")?;
        let main = relations.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
        Ok(main.map_or(USUAL.to_owned(), |relation| relation.target))
    }

    /// The relations of a part, which stand in a folder beside it; those of the archive where none is named.
    fn relations(&mut self, part: &str) -> Result<Vec<Relation>, DocxError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let beside = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let list = format!("{beside}_rels/{name}.rels");
        let Some(text) = self.part(&list)? else { return Ok(Vec::new()) };
        let mut xml = Xml::new(&text);
        let mut relations = Vec::new();
        loop {
            match xml.next().map_err(|stop| stopped(stop, &list))? {
                Token::Open(element) if element.name() == "Relationship" => {
                    let said = |name| element.attribute(name).unwrap_or_default();
                    if said("TargetMode") != "External" {
                        relations
                            .push(Relation { kind: said("Type"), target: joined(folder, &said("Target")) });
                    }
                }
                Token::End => return Ok(relations),
                _ => {}
            }
        }
    }

    /// The part that is related in a way, as text.
    fn related(&mut self, relations: &[Relation], kind: &str) -> Result<Option<String>, DocxError> {
        match relations.iter().find(|relation| relation.kind.ends_with(kind)) {
            Some(relation) => self.part(&relation.target),
            None => Ok(None),
        }
    }

    /// A part as text. The standard allows UTF-8 and UTF-16.
    fn part(&mut self, name: &str) -> Result<Option<String>, DocxError> {
        let Some(bytes) = self.zip.file(name).map_err(DocxError::Zip)? else { return Ok(None) };
        let text = match bytes.as_slice() {
            [0xFF, 0xFE, rest @ ..] => self.edge.decode(Encoding::Utf16Le, rest),
            [0xFE, 0xFF, rest @ ..] => self.edge.decode(Encoding::Utf16Be, rest),
            [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
            _ => String::from_utf8(bytes).ok(),
        };
        text.map(Some).ok_or_else(|| DocxError::Damaged { part: name.to_owned() })
    }
}

/// The name that an address beside a folder means. It never leads out of the archive.
fn joined(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut names: Vec<&str> = Vec::new();
    for name in base.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            _ => names.push(name),
        }
    }
    names.join("/")
}
