//! What kind of file bytes are, told by what is in them and never by a name.
//!
//! May live here: kinds and their marks. May not: what is done about them, their names (`words`).

use super::ole;
use super::zip::Zip;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text and nothing else.
    Text,
    /// A web page; its text is taken without menus and the like.
    Html,
    /// A page that this program made; its text is the page itself.
    Bundle,
    /// A document of Word since 2007.
    Docx,
    /// A PDF.
    Pdf,
    /// A document of Word before 2007.
    Doc,
    /// A table of Excel before 2007.
    Xls,
    /// Slides of PowerPoint before 2007.
    Ppt,
    /// A document of 一太郎.
    Ichitaro,
    /// A document of Office that a password locks.
    Locked,
    /// A compound file of no known program.
    Compound,
    /// Rich text.
    Rtf,
    /// A table of Excel since 2007.
    Xlsx,
    /// Slides of PowerPoint since 2007.
    Pptx,
    /// A document of LibreOffice and its kin.
    OpenDocument,
    /// A book.
    Epub,
    /// A web page with its pictures in one file.
    Mhtml,
    /// A picture.
    Image,
    /// Sound or video.
    Recording,
    /// Several files packed into one.
    Archive,
    /// A program.
    Program,
    /// Something with bytes that no text has.
    Unknown,
}

/// Files told by how they begin.
const BEGINNINGS: &[(&[u8], Kind)] = &[
    (b"%PDF-", Kind::Pdf),
    (b"{\\rtf", Kind::Rtf),
    (b"\x89PNG\r\n\x1A\n", Kind::Image),
    (b"\xFF\xD8\xFF", Kind::Image),
    (b"GIF87a", Kind::Image),
    (b"GIF89a", Kind::Image),
    (b"II*\0", Kind::Image),
    (b"MM\0*", Kind::Image),
    (b"\0\0\0\x0CjP  ", Kind::Image),
    (b"\xFF\xFB", Kind::Recording),
    (b"\xFF\xF3", Kind::Recording),
    (b"OggS", Kind::Recording),
    (b"fLaC", Kind::Recording),
    (b"\x30\x26\xB2\x75\x8E\x66\xCF\x11", Kind::Recording),
    (b"\x1A\x45\xDF\xA3", Kind::Recording),
    (b"PK\x05\x06", Kind::Archive),
    (b"\x1F\x8B", Kind::Archive),
    (b"7z\xBC\xAF\x27\x1C", Kind::Archive),
    (b"Rar!\x1A\x07", Kind::Archive),
    (b"MSCF\0\0\0\0", Kind::Archive),
    (b"\xFD7zXZ\0", Kind::Archive),
    (b"\x7FELF", Kind::Program),
    (b"\xCF\xFA\xED\xFE", Kind::Program),
    (b"\xCA\xFE\xBA\xBE", Kind::Program),
];

/// The kind of a file that is no text; `None` where it may be text.
pub(super) fn of(bytes: &[u8]) -> Option<Kind> {
    // Some programs put a byte order mark or blank lines before a PDF or rich text.
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |(mark, _): &&(&[u8], Kind)| bytes.starts_with(mark) || start.starts_with(mark);
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(in_zip(bytes));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(in_compound(bytes));
    }
    if let Some((_, kind)) = BEGINNINGS.iter().find(begins) {
        return Some(*kind);
    }
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Kind::Image),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W' | b'A', b'A' | b'V', b'V' | b'I', ..] => {
            Some(Kind::Recording)
        }
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => {
            let pictures: [&[u8]; 6] = [b"heic", b"heix", b"heif", b"mif1", b"msf1", b"avif"];
            let is_picture = pictures.iter().any(|picture| brand.starts_with(picture));
            Some(if is_picture { Kind::Image } else { Kind::Recording })
        }
        [_, _, b'-', b'l', b'h' | b'z', _, b'-', ..] => Some(Kind::Archive),
        [b'I', b'D', b'3', 2..=4, 0, ..] => Some(Kind::Recording),
        // Two letters alone may begin any text; the numbers behind them are those of a header.
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, _, _, 0, 0, 12 | 40 | 108 | 124, 0, 0, 0, ..] => {
            Some(Kind::Image)
        }
        [b'M', b'Z', rest @ ..] if rest.iter().take(62).any(|&byte| byte == 0) => Some(Kind::Program),
        _ if bytes.get(257..262) == Some(b"ustar") => Some(Kind::Archive),
        _ if is_mhtml(start) => Some(Kind::Mhtml),
        _ => None,
    }
}

/// What a zip archive holds. One that is cut off has no directory; names stand before the files, too.
fn in_zip(bytes: &[u8]) -> Kind {
    let Ok(zip) = Zip::open(bytes) else {
        let has = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        return if has(b"word/document") { Kind::Docx } else { Kind::Archive };
    };
    let has = |folder: &str| zip.names().any(|name| name.starts_with(folder) && name.ends_with(".xml"));
    // A document of Word may hold tables of Excel, but in files that are archives themselves.
    let kinds = [("word/", Kind::Docx), ("xl/", Kind::Xlsx), ("ppt/", Kind::Pptx)];
    if let Some((_, kind)) = kinds.iter().find(|(folder, _)| has(folder)) {
        return *kind;
    }
    // The first file of these says in plain letters what they are.
    let start = bytes.get(30..120).unwrap_or_default();
    let says = |name: &[u8]| start.windows(name.len()).any(|window| window == name);
    if says(b"mimetypeapplication/epub+zip") {
        Kind::Epub
    } else if says(b"mimetypeapplication/vnd.oasis.opendocument") {
        Kind::OpenDocument
    } else {
        Kind::Archive
    }
}

/// What a compound file holds: the program of the first stream that is known, since documents of others
/// may be laid in behind it.
fn in_compound(bytes: &[u8]) -> Kind {
    let known = |name: &String| {
        Some(match name.as_str() {
            "WordDocument" => Kind::Doc,
            "Workbook" | "Book" => Kind::Xls,
            "PowerPoint Document" => Kind::Ppt,
            "EncryptedPackage" => Kind::Locked,
            "DocumentText" => Kind::Ichitaro,
            name if name.starts_with("\u{4}JSRV_") => Kind::Ichitaro,
            _ => return None,
        })
    };
    ole::names(bytes).iter().find_map(known).unwrap_or(Kind::Compound)
}

/// Whether it is a mail that holds a page, which is how browsers and Word save a page in one file.
fn is_mhtml(start: &[u8]) -> bool {
    let head = start.get(..start.len().min(2000)).unwrap_or_default().to_ascii_lowercase();
    let has = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    has(b"mime-version: 1.0") && has(b"multipart/related")
}
