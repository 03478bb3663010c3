//! What reading asks of its surroundings, natively: tables of letters and parsers of pages and PDF.
//!
//! May live here: the libraries that know them. May not: which encoding it is, what of a page is text
//! (`read`).

use encoding_rs::{EUC_JP, Encoding as Rules, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use scraper::Html;
use scraper::node::Node;

use crate::read::{Edge, Encoding, Markup, PdfError};

/// The command line as surroundings of `read`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

impl Edge for Native {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String> {
        let text = rules(encoding).decode_without_bom_handling_and_without_replacement(bytes)?;
        Some(text.into_owned())
    }

    fn decode_lossy(&self, encoding: Encoding, bytes: &[u8]) -> String {
        rules(encoding).decode_without_bom_handling(bytes).0.into_owned()
    }

    fn html(&self, text: &str) -> Markup {
        let page = Html::parse_document(text);
        let mut markup = Markup::default();
        let mut node = page.tree.root();
        // Down, then on, then up: no page is nested too deep for that.
        loop {
            enter(node.value(), &mut markup);
            if let Some(child) = node.first_child() {
                node = child;
                continue;
            }
            loop {
                leave(node.value(), &mut markup);
                if let Some(next) = node.next_sibling() {
                    node = next;
                    break;
                }
                match node.parent() {
                    Some(parent) => node = parent,
                    None => return markup,
                }
            }
        }
    }

    fn pdf(&self, bytes: &[u8]) -> Result<String, PdfError> {
        super::pdf::text(bytes)
    }
}

fn rules(encoding: Encoding) -> &'static Rules {
    match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::ShiftJis => SHIFT_JIS,
        Encoding::EucJp => EUC_JP,
        Encoding::Iso2022Jp => ISO_2022_JP,
    }
}

fn enter(node: &Node, markup: &mut Markup) {
    match node {
        Node::Element(element) => {
            markup.open(element.name());
            for name in Markup::ATTRIBUTES {
                if let Some(value) = element.attr(name) {
                    markup.attribute(name, value);
                }
            }
        }
        Node::Text(text) => markup.text(text),
        _ => {}
    }
}

fn leave(node: &Node, markup: &mut Markup) {
    if node.is_element() {
        markup.close();
    }
}
