//! XML as a row of tokens, with names that are known by their namespaces.
//!
//! Entities of a document type are not expanded: they stand as they are written. Nothing calls itself, and
//! the depth is limited.
//!
//! May live here: the reader of XML. May not: what an element means.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

/// Deeper than any document nests its tables.
pub const MAX_DEPTH: usize = 1_000;

/// The part cannot be read further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is no XML.
    Damaged,
    /// It is nested deeper than [`MAX_DEPTH`].
    TooDeep,
}

/// The vocabulary to which an element belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// WordprocessingML, transitional or strict (ECMA-376 part 1).
    Word,
    /// Markup compatibility (ECMA-376 part 3).
    Compatibility,
    /// Office math.
    Math,
    /// Any other.
    Other,
}

/// One step through a part.
#[derive(Debug)]
pub(super) enum Token<'a> {
    Open(Element<'a>),
    Text(Cow<'a, str>),
    Close,
    End,
}

/// An element that begins.
#[derive(Debug)]
pub(super) struct Element<'a> {
    pub space: Space,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// The name without a prefix.
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The value of an attribute, named without a prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        // Looking for attributes given twice takes the square of their number.
        let found =
            attributes.with_checks(false).flatten().find(|a| a.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).map(Cow::into_owned);
        Some(value.unwrap_or_else(|_| found.value.into_owned()))
    }

    /// The attribute `val`, in which most elements say what they say.
    pub fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether the element switches something on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`.
    pub fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off"))
    }
}

/// Reads a part.
pub(super) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Xml<'a> {
        let mut reader = NsReader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Xml { reader, depth: 0 }
    }

    /// The next token. After [`Token::End`] there is none.
    pub fn next(&mut self) -> Result<Token<'a>, Stop> {
        loop {
            let (space, event) = self.reader.read_resolved_event().map_err(|_| Stop::Damaged)?;
            return Ok(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(Stop::TooDeep);
                    }
                    Token::Open(Element { space: space_of(&space), start })
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Token::Close
                }
                Event::Text(text) => Token::Text(text.xml10_content()),
                Event::CData(text) => Token::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Token::Text(match reference.resolve_char_ref() {
                    Ok(Some(c)) => Cow::Owned(c.to_string()),
                    _ => named(&reference),
                }),
                // A part that ends inside an element was cut off.
                Event::Eof if self.depth > 0 => return Err(Stop::Damaged),
                Event::Eof => Token::End,
                _ => continue,
            });
        }
    }
}

fn space_of(space: &ResolveResult) -> Space {
    let ResolveResult::Bound(Namespace(address)) = space else { return Space::Other };
    match *address {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        _ => Space::Other,
    }
}

/// One of the five entities that XML itself knows, or the reference as it is written.
fn named(name: &str) -> Cow<'static, str> {
    Cow::Borrowed(match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return Cow::Owned(format!("&{name};")),
    })
}
