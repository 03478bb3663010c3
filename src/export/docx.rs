//! A document for Word and its like, in the form in which offices hand minutes on: A4, the form as a
//! table, roll, agenda, then the discussion with its headings.
//!
//! The headings are those of Word, so that its navigation leads to topics and speakers. Fonts are
//! named, not packed.
//!
//! May live here: which style a line has. May not: which lines there are (`sheet`), the parts of a
//! document that are always the same (`docx_parts`).

use super::sheet::{Line, Sheet, with_lf};
use super::xml::Xml;
use super::{Selection, docx_parts, zip};
use crate::model::Minutes;

/// The selected speeches, with all that the minutes say of the meeting, as the bytes of a `.docx`.
pub fn write(minutes: &Minutes, selection: &Selection) -> Vec<u8> {
    let document = document(&Sheet::new(minutes, selection).lines());
    let mut core = Xml::new();
    docx_parts::properties(&mut core, &minutes.display_title());
    zip::pack(&[
        ("[Content_Types].xml", docx_parts::CONTENT_TYPES.as_bytes()),
        ("_rels/.rels", docx_parts::RELATIONS.as_bytes()),
        ("docProps/core.xml", core.into_string().as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", docx_parts::DOCUMENT_RELATIONS.as_bytes()),
        ("word/styles.xml", docx_parts::STYLES.as_bytes()),
        ("word/footer1.xml", docx_parts::FOOTER.as_bytes()),
    ])
}

fn document(lines: &[Line]) -> String {
    let mut xml = Xml::new();
    xml.raw(docx_parts::DOCUMENT_START);
    let mut in_table = false;
    for line in lines {
        if in_table != matches!(line, Line::Fact(..)) {
            in_table = !in_table;
            xml.raw(if in_table { docx_parts::TABLE_START } else { docx_parts::TABLE_END });
        }
        match line {
            Line::Fact(label, values) => row(&mut xml, label, values),
            Line::Title(text) => paragraph(&mut xml, "Title", text),
            Line::Note(text) => paragraph(&mut xml, "Note", text),
            Line::Heading(text) => paragraph(&mut xml, "Heading1", text),
            Line::Group(text) => paragraph(&mut xml, "Group", text),
            Line::Entry(text) => paragraph(&mut xml, "Entry", text),
            Line::Item(depth, text) => item(&mut xml, *depth, text),
            Line::Topic(text) => paragraph(&mut xml, "Heading2", text),
            Line::Label(text) => paragraph(&mut xml, "Heading3", text),
            Line::Paragraph(text) => paragraph(&mut xml, "Speech", text),
            Line::Told(text) => paragraph(&mut xml, "Told", text),
            Line::Plain(text) => paragraph(&mut xml, "Plain", text),
        }
    }
    if in_table {
        xml.raw(docx_parts::TABLE_END);
    }
    xml.raw(docx_parts::DOCUMENT_END);
    xml.into_string()
}

fn row(xml: &mut Xml, label: &str, values: &[String]) {
    xml.open("w:tr", &[]);
    xml.raw(docx_parts::LABEL_CELL);
    paragraph(xml, "Cell", label);
    xml.raw(docx_parts::VALUE_CELL);
    for value in values {
        paragraph(xml, "Cell", value);
    }
    // A cell without a paragraph is refused by Word.
    if values.is_empty() {
        paragraph(xml, "Cell", "");
    }
    xml.close("w:tc");
    xml.close("w:tr");
}

/// An item of the agenda, further right by its depth. Word knows no line beyond the page.
fn item(xml: &mut Xml, depth: usize, text: &str) {
    let left = (420 * (depth.min(10) + 1)).to_string();
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", "Entry")]);
    xml.empty("w:ind", &[("w:left", &left)]);
    xml.close("w:pPr");
    run(xml, text);
    xml.close("w:p");
}

fn paragraph(xml: &mut Xml, style: &str, text: &str) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", style)]);
    xml.close("w:pPr");
    run(xml, text);
    xml.close("w:p");
}

/// A text; its line ends and tabs are signs of their own in Word.
fn run(xml: &mut Xml, text: &str) {
    if text.is_empty() {
        return;
    }
    xml.open("w:r", &[]);
    for (n, line) in with_lf(text).split('\n').enumerate() {
        if n > 0 {
            xml.empty("w:br", &[]);
        }
        for (n, cell) in line.split('\t').enumerate() {
            if n > 0 {
                xml.empty("w:tab", &[]);
            }
            if !cell.is_empty() {
                xml.leaf("w:t", &[("xml:space", "preserve")], cell);
            }
        }
    }
    xml.close("w:r");
}
