//! What each fuzz target (`tests/fuzz`) makes of the bytes that it is given. What has to hold then is written in
//! `invariants` and `invariants_of_bytes`, for the targets and for the property tests alike.
//!
//! The file is part of two programs: it names what both have at their root.

use std::io::{Cursor, Write};

use kaigiroku::read::Encoding;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{hand, invariants, invariants_of_bytes};

/// What a target does with its bytes.
type Target = fn(&[u8]);

/// Every target by its name, which is that of its file in `tests/fuzz/fuzz_targets`.
pub const TARGETS: [(&str, Target); 9] = [
    ("bundle_read", bundle_read),
    ("dates", dates),
    ("decode", decode),
    ("docx", docx),
    ("fold", fold),
    ("fragment", fragment),
    ("html", html),
    ("parse", parse),
    ("pdf", pdf),
];

/// Any text is longer than this only by repeating itself, and repeating costs time and finds nothing.
const MAX_LEN: usize = 16 << 10;

/// The bytes as text.
fn text(data: &[u8]) -> Option<String> {
    (data.len() <= MAX_LEN).then(|| String::from_utf8_lossy(data).into_owned())
}

/// A file of any kind. The first byte says which encoding is asked for; most ask for none.
pub fn decode(data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    invariants_of_bytes::file(bytes, Encoding::ALL.get(usize::from(*first)).copied());
}

/// A text of minutes.
pub fn parse(data: &[u8]) {
    if let Some(text) = text(data) {
        invariants::minutes(&text);
    }
}

/// A document of Word: an archive with any bytes in it or, behind a letter `d`, one whose document is any text.
pub fn docx(data: &[u8]) {
    match data.split_first() {
        Some((b'd', document)) => {
            if let Some(bytes) = document_of(document) {
                invariants_of_bytes::file(&bytes, None);
            }
        }
        _ => invariants_of_bytes::file(data, None),
    }
}

/// The smallest document with this part in it.
fn document_of(part: &[u8]) -> Option<Vec<u8>> {
    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", part),
    ];
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).ok()?;
        zip.write_all(content).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// A web page.
pub fn html(data: &[u8]) {
    if data.len() <= MAX_LEN {
        invariants_of_bytes::file(&[b"<!doctype html>", data].concat(), Some(Encoding::Utf8));
    }
}

/// A PDF.
pub fn pdf(data: &[u8]) {
    invariants_of_bytes::file(&[b"%PDF-", data].concat(), None);
}

/// The data block of a file, a meeting or the directory of a shelf, and a whole page around any bytes.
pub fn bundle_read(data: &[u8]) {
    if data.len() <= MAX_LEN {
        invariants::meeting(data);
    }
    if let Some(text) = text(data) {
        invariants::block(&text);
        invariants::page(&text);
        invariants::directory(&text);
        invariants_of_bytes::shelf(&text);
    }
}

/// A text and what is looked for in it, parted by a line break: the query comes first.
pub fn fold(data: &[u8]) {
    if let Some(text) = text(data) {
        let (query, text) = text.split_once('\n').unwrap_or(("", &text));
        invariants::marks(text, query);
    }
}

/// The fragment of an address.
pub fn fragment(data: &[u8]) {
    if let Some(fragment) = text(data) {
        invariants::fragment(&hand::harbour(), &fragment);
    }
}

/// What is printed as the day of a meeting.
pub fn dates(data: &[u8]) {
    if let Some(text) = text(data) {
        invariants::dates(&text);
    }
}
