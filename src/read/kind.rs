//! What kind of file bytes are, told by how they begin and never by a name.
//!
//! May live here: kinds and their marks. May not: what is done about them.

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text and nothing else.
    Text,
    /// A web page; read without its frame.
    Html,
    /// A page that this program made; its text is the page itself.
    Bundle,
    /// A document of Word since 2007.
    Docx,
    /// A PDF.
    Pdf,
    /// A zip archive of no kind that is known.
    Zip,
    /// A document of the older Word, Excel or their kin.
    Ole,
    /// A picture.
    Image,
    /// Something with bytes that no text has.
    Unknown,
}

const BEGINNINGS: [(&[u8], Kind); 6] = [
    (b"%PDF-", Kind::Pdf),
    (b"PK\x03\x04", Kind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Ole),
    (b"\x89PNG\r\n\x1A\n", Kind::Image),
    (b"\xFF\xD8\xFF", Kind::Image),
    (b"GIF89a", Kind::Image),
];

/// The kind of a file that is no text.
pub fn of(bytes: &[u8]) -> Option<Kind> {
    BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}
