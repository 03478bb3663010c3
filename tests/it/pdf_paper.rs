//! Writes small PDFs for the tests, sound and unsound.

use std::fmt::Write as _;

use kaigiroku::cli::Native;
use kaigiroku::read::pdf::{self, Extract, PdfError};
use kaigiroku::read::{Edge, Encoding};

/// An object: its number and what stands between `obj` and `endobj`.
pub type Object = (u32, Vec<u8>);

pub fn object(number: u32, body: &str) -> Object {
    (number, body.as_bytes().to_vec())
}

/// A stream that says its true length.
pub fn stream(number: u32, dict: &str, content: &[u8]) -> Object {
    let mut body = format!("<< {dict} /Length {} >>\nstream\n", content.len()).into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\nendstream");
    (number, body)
}

/// The root, the pages and one page, whose content is object 4 and whose font F1 is object 5.
pub fn frame() -> Vec<Object> {
    vec![
        object(1, "<< /Type /Catalog /Pages 2 0 R >>"),
        object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        object(3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"),
    ]
}

/// A font whose codes are UTF-16.
pub fn utf16_font() -> Object {
    font("UniJIS-UTF16-H")
}

/// A font of Adobe-Japan1 whose codes are in an encoding with a name, without a map to letters.
pub fn font(encoding: &str) -> Object {
    let descendant = "<< /Type /Font /Subtype /CIDFontType0 /CIDSystemInfo << /Registry (Adobe) /Ordering \
                      (Japan1) /Supplement 2 >> /DW 1000 /W [1 95 500 231 632 500] >>";
    let body =
        format!("<< /Type /Font /Subtype /Type0 /Encoding /{encoding} /DescendantFonts [{descendant}] >>");
    object(5, &body)
}

/// A font of two-byte codes with a map to letters.
pub fn mapped_font(map: &str) -> Vec<Object> {
    let body = "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts \
                [<< /Subtype /CIDFontType2 /CIDSystemInfo << /Ordering (Identity) >> /DW 1000 >>] >>";
    vec![object(5, body), stream(6, "", map.as_bytes())]
}

/// The file with its list of objects at the end.
pub fn file(objects: &[Object]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let places = put(&mut bytes, objects);
    let start = bytes.len();
    bytes.extend_from_slice(table(&places, "/Root 1 0 R").as_bytes());
    bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    bytes
}

/// Adds objects and tells where they stand.
pub fn put(bytes: &mut Vec<u8>, objects: &[Object]) -> Vec<(u32, usize)> {
    let mut places = Vec::new();
    for (number, body) in objects {
        places.push((*number, bytes.len()));
        bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        bytes.extend_from_slice(body);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    places
}

/// A list of places with its trailer.
pub fn table(places: &[(u32, usize)], trailer: &str) -> String {
    let mut table = String::from("xref\n");
    for (number, place) in places {
        let _ = write!(table, "{number} 1\n{place:010} 00000 n \n");
    }
    let size = places.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
    let _ = write!(table, "trailer\n<< /Size {size} {trailer} >>\n");
    table
}

/// A page of this content in the font of UTF-16.
pub fn page(content: &str) -> Vec<u8> {
    let mut objects = frame();
    objects.extend([stream(4, "", content.as_bytes()), utf16_font()]);
    file(&objects)
}

/// The operators that show a text at a place, ten points high.
pub fn text(x: i32, y: i32, text: &str) -> String {
    format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm {} Tj ET\n", utf16(text))
}

/// A text as the font of UTF-16 has it.
pub fn utf16(text: &str) -> String {
    let units: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<{units}>")
}

pub fn extract(bytes: &[u8]) -> Result<Extract, PdfError> {
    pdf::extract(bytes, &|encoding: Encoding, bytes: &[u8]| Native.decode(encoding, bytes))
}

/// The text of a PDF that gives one.
#[track_caller]
pub fn read(bytes: &[u8]) -> String {
    extract(bytes).expect("a text").text
}
