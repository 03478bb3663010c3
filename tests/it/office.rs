//! Archives, documents of Word and compound files made by hand, so that they can lie.

use std::fmt::Write as _;

use kaigiroku::checksum::crc32;
use miniz_oxide::deflate::compress_to_vec;

/// A file in an archive as its directory describes it.
#[derive(Clone)]
pub struct Entry {
    pub name: String,
    pub flags: u16,
    pub method: u16,
    pub crc: u32,
    pub len: u32,
    pub packed: Vec<u8>,
}

impl Entry {
    pub fn new(name: &str, content: &[u8]) -> Entry {
        Entry {
            name: name.to_owned(),
            flags: 0,
            method: 8,
            crc: crc32(content),
            len: content.len() as u32,
            packed: compress_to_vec(content, 6),
        }
    }
}

/// The archive of some files.
pub fn zip(entries: &[Entry]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let offset = out.len() as u32;
        let mut head = Vec::new();
        for number in [20, entry.flags, entry.method, 0, 0] {
            head.extend(number.to_le_bytes());
        }
        for number in [entry.crc, entry.packed.len() as u32, entry.len] {
            head.extend(number.to_le_bytes());
        }
        head.extend((entry.name.len() as u16).to_le_bytes());
        head.extend([0; 2]);
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(entry.name.as_bytes());
        out.extend(&entry.packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let (start, n) = (out.len() as u32, entries.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    for number in [n, n] {
        out.extend(number.to_le_bytes());
    }
    for number in [directory.len() as u32, start] {
        out.extend(number.to_le_bytes());
    }
    out.extend([0; 2]);
    out
}

/// The names by which Word calls its vocabularies.
const SPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml""#;

/// The root of a part: `w:document`, `w:styles` and so on.
pub fn root(name: &str, content: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<w:{name} {SPACES}>{content}</w:{name}>")
}

/// A part of a document: what it is, and what it holds.
pub type Part<'a> = (&'a str, String);

/// The files of a document with this body and further parts (`styles`, `numbering`, `footnotes` …).
pub fn docx_entries(body: &str, parts: &[Part]) -> Vec<Entry> {
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |at: usize, kind: &str, target: &str| {
        format!(r#"<Relationship Id="rId{at}" Type="{KIND}/{kind}" Target="{target}"/>"#)
    };
    let list = |relations: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
        )
    };
    let mut related = String::new();
    for (at, (kind, _)) in parts.iter().enumerate() {
        let _ = write!(related, "{}", relation(at, kind, &format!("{kind}.xml")));
    }
    let document = root("document", &format!("<w:body>{body}</w:body>"));
    let mut entries = vec![
        Entry::new("[Content_Types].xml", b"<Types/>"),
        Entry::new("_rels/.rels", list(&relation(1, "officeDocument", "word/document.xml")).as_bytes()),
        Entry::new("word/document.xml", document.as_bytes()),
        Entry::new("word/_rels/document.xml.rels", list(&related).as_bytes()),
    ];
    entries.extend(
        parts.iter().map(|(kind, content)| Entry::new(&format!("word/{kind}.xml"), content.as_bytes())),
    );
    entries
}

/// A document of Word.
pub fn docx(body: &str, parts: &[Part]) -> Vec<u8> {
    zip(&docx_entries(body, parts))
}

/// A compound file with streams of these names and nothing in them.
pub fn compound(names: &[&str]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut out = vec![0; SECTOR];
    out[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    // Sectors of 512 bytes; the table of sectors is the first, the directory begins in the second.
    out[0x1E] = 9;
    out[0x30] = 1;
    let mut table = vec![0xFF; SECTOR];
    let n_sectors = (names.len() + 1).div_ceil(4);
    for at in 1..n_sectors {
        table[at * 4..at * 4 + 4].copy_from_slice(&(at as u32 + 1).to_le_bytes());
    }
    out.extend(table);
    let mut directory = Vec::new();
    for name in ["Root Entry"].iter().chain(names) {
        let mut entry = vec![0; 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64] = units.len() as u8 + 2;
        directory.extend(entry);
    }
    directory.resize(n_sectors * SECTOR, 0);
    out.extend(directory);
    out
}
