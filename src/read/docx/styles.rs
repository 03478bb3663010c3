//! What styles say that is text: numbers before paragraphs, and what is hidden.
//!
//! May live here: `word/styles.xml`. May not: looks.

use std::collections::BTreeMap;

use super::xml::{Space, Stop, Token, Xml};

/// All styles, by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    /// Where in `styles` each stands.
    places: BTreeMap<String, usize>,
    /// That of paragraphs which name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: List,
    is_hidden: Option<bool>,
}

/// The list to which something belongs, as far as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    /// `0` takes out of the list.
    pub number: Option<u32>,
    /// From 0.
    pub level: Option<usize>,
}

/// Styles are based on each other in chains of this length at most; a circle ends.
const MAX_CHAIN: usize = 32;

impl Styles {
    pub fn read(text: &str) -> Result<Styles, Stop> {
        let mut styles = Styles::default();
        let mut xml = Xml::new(text);
        let mut open: Option<(String, Style)> = None;
        let mut path: Vec<String> = Vec::new();
        loop {
            match xml.next()? {
                Token::Open(element) => {
                    let name = if element.space == Space::Word { element.name() } else { "" };
                    let parent = path.last().map(String::as_str);
                    match (name, &mut open) {
                        ("style", None) => {
                            let id = element.attribute("styleId").unwrap_or_default();
                            let is_paragraph = element.attribute("type").as_deref() == Some("paragraph");
                            let is_default =
                                matches!(element.attribute("default").as_deref(), Some("1" | "true" | "on"));
                            if is_paragraph && is_default {
                                styles.default = Some(id.clone());
                            }
                            open = Some((id, Style::default()));
                        }
                        ("basedOn", Some((_, style))) => style.based_on = element.val(),
                        ("numId", Some((_, style))) if parent == Some("numPr") => {
                            style.list.number = element.val().and_then(|val| val.parse().ok());
                        }
                        ("ilvl", Some((_, style))) if parent == Some("numPr") => {
                            style.list.level = element.val().and_then(|val| val.parse().ok());
                        }
                        ("vanish", Some((_, style))) if parent == Some("rPr") => {
                            style.is_hidden = Some(element.is_on());
                        }
                        _ => {}
                    }
                    path.push(name.to_owned());
                }
                Token::Close => {
                    if path.pop().as_deref() == Some("style")
                        && let Some((id, style)) = open.take()
                    {
                        styles.places.insert(id, styles.styles.len());
                        styles.styles.push(style);
                    }
                }
                Token::Text(_) => {}
                Token::End => return Ok(styles),
            }
        }
    }

    /// The style and those it is based on, nearest first.
    fn chain<'a>(&'a self, style: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let named = |id: &str| self.styles.get(*self.places.get(id)?);
        let first = style.or(self.default.as_deref()).and_then(named);
        let next = move |style: &&'a Style| style.based_on.as_deref().and_then(named);
        std::iter::successors(first, next).take(MAX_CHAIN)
    }

    /// The list of paragraphs of a style.
    pub fn list(&self, style: Option<&str>) -> List {
        let number = self.chain(style).find_map(|style| style.list.number);
        let level = self.chain(style).find_map(|style| style.list.level);
        List { number, level }
    }

    /// Whether letters of a style are hidden.
    pub fn is_hidden(&self, style: Option<&str>) -> bool {
        self.chain(style).find_map(|style| style.is_hidden).unwrap_or(false)
    }
}
