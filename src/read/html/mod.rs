//! Web pages become text: what a reader of the page would read, and nothing around it.
//!
//! 1. [`declared`] finds what the page says of its encoding.
//! 2. [`text`] has the surroundings parse it, [`chrome`] finds what is only around it, and [`walk`] writes
//!    down the rest.
//!
//! A page is never shown or run: only its letters are taken. A page that this program made is left as it is,
//! since its minutes are taken out of its data.
//!
//! May live here: which part of a page is text. May not: parsing HTML (the surroundings do), what the text
//! says.

mod chrome;
mod limits;
mod walk;

use super::{Edge, Matter, Note, ReadError};

/// Letters of a page in which a declaration of the encoding has to stand are 1,024 (HTML, 4.2.5.4); pages
/// with long comments before it are read by browsers all the same.
const HEAD: usize = 8_192;

/// Whether a text is a web page, or a piece of one as content systems hand it out.
pub(super) fn is_page(text: &str) -> bool {
    const STARTS: [&str; 14] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<main",
        "<article",
        "<section",
        "<div",
        "<table",
        "<h1",
        "<h2",
        "<p",
    ];
    let Some(start) = beginning(text) else { return false };
    let head: String = start.chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    let is_tag = |start: &str| {
        head.strip_prefix(start).is_some_and(|rest| rest.starts_with(['>', ' ', '\t', '\n', '\r', '/']))
    };
    STARTS.iter().any(|start| is_tag(start)) || (head.starts_with("<?xml") && head.contains("<html"))
}

/// A text without white space and comments before its first tag.
fn beginning(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment.split_once("-->")?.1.trim_start();
    }
    rest.starts_with('<').then_some(rest)
}

/// The encoding that a page declares, as it is written there; `None` where the bytes are no page.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    // Every letter of a declaration is ASCII, and other bytes of these encodings never hide one there.
    let head: String = bytes.iter().take(HEAD).map(|&byte| char::from(byte)).collect();
    if !is_page(&head) {
        return None;
    }
    let head = head.to_ascii_lowercase();
    let mut rest = head.as_str();
    while let Some((before, after)) = rest.split_once("<meta") {
        // What is commented out is not said.
        if before.rfind("<!--") > before.rfind("-->") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        if let Some((_, value)) = tag.split_once("charset") {
            let value = value.trim_start().strip_prefix('=').unwrap_or_default();
            let value =
                value.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\''));
            let end = |c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | ';' | '/');
            let label = value.split(end).next().unwrap_or_default();
            if !label.is_empty() {
                return Some(label.to_owned());
            }
        }
        rest = after;
    }
    None
}

/// The text of a page.
///
/// # Errors
///
/// [`ReadError::Tangled`].
pub(super) fn text(page: &str, edge: &dyn Edge, notes: &mut Vec<Note>) -> Result<String, ReadError> {
    limits::check(page)?;
    let markup = edge.html(page);
    let outline = chrome::Outline::new(&markup);
    let (mut text, n_cut) = walk::text(&markup, &outline);
    // What a title says of the site comes behind the first of these signs.
    let title = chrome::title(&markup).unwrap_or_default();
    let is_said = title.split(['|', '｜', '／', '－']).next().is_none_or(|own| text.contains(own.trim()));
    if !text.is_empty() && !is_said {
        text.insert_str(0, &format!("{title}\n\n"));
    }
    if n_cut > 0 {
        notes.push(Note { matter: Matter::ChromeCut { n_chars: n_cut }, line: None });
    }
    Ok(text)
}
