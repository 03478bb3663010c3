//! Minutes for other programs and other hands: one file per format, each a function from minutes and
//! a selection of their speeches to text.
//!
//! May live here: formats that are a public contract, and what they share. May not: the bundle's own
//! data, files, a clock. The same input gives the same bytes.
//!
//! 1. [`Selection`] says which speeches are written, and why these.
//! 2. `sheet` puts minutes into the lines of a page: what [`text`], [`markdown`] and [`docx`] dress.
//! 3. `json_text` and `xml` write the letters of JSON and XML, `zip` the box of a document.
//! 4. [`write()`] finds the format.

pub mod akn;
pub mod csv;
pub mod diet;
pub mod docx;
mod docx_parts;
pub mod json;
pub(crate) mod json_text;
pub mod jsonld;
pub mod markdown;
pub mod ndjson;
mod selection;
mod sheet;
pub mod tei;
pub mod text;
mod xml;
mod zip;

pub use selection::{Excerpt, Selection};

use crate::model::{Minutes, SpeechId};

/// A form in which minutes are handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// `kaigiroku/minutes`: everything that was understood, one line.
    Json,
    /// One row a speech, for spreadsheets.
    Csv,
    /// Text to read.
    Text,
    /// Text with headings, for pages that are made from Markdown.
    Markdown,
    /// Akoma Ntoso 3.0, the OASIS standard for papers of parliaments.
    Akn,
    /// TEI in the form of Parla-CLARIN, for research on language.
    Tei,
    /// The JSON of the Diet's minutes (国会会議録検索システム).
    Diet,
    /// schema.org in JSON-LD, for search engines.
    JsonLd,
    /// A document for Word and its like.
    Docx,
}

impl Format {
    /// Every format, in the order in which they are offered.
    pub const ALL: [Format; 9] = [
        Format::Json,
        Format::Csv,
        Format::Text,
        Format::Markdown,
        Format::Akn,
        Format::Tei,
        Format::Diet,
        Format::JsonLd,
        Format::Docx,
    ];

    /// The name by which commands call it.
    pub fn key(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Akn => "akn",
            Format::Tei => "tei",
            Format::Diet => "diet",
            Format::JsonLd => "jsonld",
            Format::Docx => "docx",
        }
    }

    /// The format called `key`.
    pub fn from_key(key: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.key() == key)
    }

    /// How the names of its files end, without the dot. Two formats of one kind end differently, so
    /// that both can lie in one folder.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Text => "txt",
            Format::Markdown => "md",
            Format::Akn => "akn.xml",
            Format::Tei => "tei.xml",
            Format::Diet => "diet.json",
            Format::JsonLd => "jsonld",
            Format::Docx => "docx",
        }
    }

    /// What browsers and servers call it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Json | Format::Diet => "application/json",
            Format::Csv => "text/csv;charset=utf-8",
            Format::Text => "text/plain;charset=utf-8",
            Format::Markdown => "text/markdown;charset=utf-8",
            Format::Akn => "application/akn+xml",
            Format::Tei => "application/tei+xml",
            Format::JsonLd => "application/ld+json",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// Whether it has a place for the address at which the minutes are published.
    pub fn holds_link(self) -> bool {
        matches!(self, Format::Csv | Format::Tei | Format::Diet | Format::JsonLd)
    }

    /// Whether it is made of bytes that no screen can show.
    pub fn is_binary(self) -> bool {
        self == Format::Docx
    }
}

/// The selected speeches of the minutes in a format, with all that the format says of the meeting.
pub fn write(format: Format, minutes: &Minutes, selection: &Selection) -> Vec<u8> {
    match format {
        Format::Json => json::write(minutes, selection).into_bytes(),
        Format::Csv => csv::write(minutes, selection).into_bytes(),
        Format::Text => text::write(minutes, selection).into_bytes(),
        Format::Markdown => markdown::write(minutes, selection).into_bytes(),
        Format::Akn => akn::write(minutes, selection).into_bytes(),
        Format::Tei => tei::write(minutes, selection).into_bytes(),
        Format::Diet => diet::write(minutes, selection).into_bytes(),
        Format::JsonLd => jsonld::write(minutes, selection).into_bytes(),
        Format::Docx => docx::write(minutes, selection),
    }
}

/// The id of a speech: `s001`, the same as in links into the HTML file.
fn speech_id(id: SpeechId) -> String {
    format!("s{:03}", id.0 + 1)
}
