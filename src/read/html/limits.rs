//! Pages that nobody wrote by hand, and that would keep a parser busy for hours, are refused before.
//!
//! Parsers of HTML look through all open elements for many tags, open again in every paragraph what stands in
//! bold or the like, and look through all attributes of a tag for every further one. Browsers stop nesting
//! at some depth; the library of the command line does not.
//!
//! May live here: counting tags. May not: what they mean.

use std::collections::BTreeMap;

use crate::read::ReadError;

/// How many elements may be open at a tag, all tags together: some dozens at each of a million tags, and a
/// second of work.
const MAX_OPEN: usize = 300_000_000;
/// How often an element of [`OPENED_AGAIN`] may be open at a tag, all tags together.
const MAX_OPENED_AGAIN: usize = 2_000_000;
/// Attributes of a tag, or rather words and signs in it.
const MAX_IN_TAG: usize = 2_000;

/// Elements that end without a tag, or have no content: they do not pile up.
const ENDING: [&str; 26] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
];

/// Elements that are opened again where a paragraph has closed them: one that stays open is in the page as often
/// as there are paragraphs.
const OPENED_AGAIN: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements of which the content is no markup.
const RAW: [&str; 2] = ["script", "style"];

/// Counts open elements, and what stands in each tag.
pub(super) fn check(page: &str) -> Result<(), ReadError> {
    // An end tag closes what bears its name and nothing else.
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let (mut n_open, mut n_opened_again): (usize, usize) = (0, 0);
    let (mut sum_open, mut sum_opened_again): (usize, usize) = (0, 0);
    let mut line = 1;
    let mut rest = page.as_bytes();
    while let Some(at) = rest.iter().position(|&byte| byte == b'<') {
        let (before, after) = rest.split_at(at);
        line += before.iter().filter(|&&byte| byte == b'\n').count();
        let after = after.get(1..).unwrap_or_default();
        let (is_end, after) = after.strip_prefix(b"/").map_or((false, after), |after| (true, after));
        let name_len = after.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let (name, behind) = after.split_at_checked(name_len).unwrap_or_default();
        if name.is_empty() {
            rest = after;
            continue;
        }
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        let is = |other: &&str| name == *other;
        let is_opened_again = usize::from(OPENED_AGAIN.iter().any(is));
        if is_end {
            if let Some(n) = open.get_mut(&name).filter(|n| **n > 0) {
                *n -= 1;
                n_open -= 1;
                n_opened_again -= is_opened_again;
            }
        } else if !ENDING.iter().any(is) {
            *open.entry(name.clone()).or_default() += 1;
            n_open += 1;
            n_opened_again += is_opened_again;
        }
        sum_open += n_open;
        sum_opened_again += n_opened_again;
        let (n_words, len) = tag(behind);
        if sum_open > MAX_OPEN || sum_opened_again > MAX_OPENED_AGAIN || n_words > MAX_IN_TAG {
            return Err(ReadError::Tangled { line });
        }
        let (tag, behind) = behind.split_at_checked(len).unwrap_or_default();
        line += tag.iter().filter(|&&byte| byte == b'\n').count();
        let raw_len = if is_end || !RAW.iter().any(is) { 0 } else { raw_len(behind, name.as_bytes()) };
        let (raw, behind) = behind.split_at_checked(raw_len).unwrap_or_default();
        line += raw.iter().filter(|&&byte| byte == b'\n').count();
        rest = behind;
    }
    Ok(())
}

/// How many words stand behind the name in a tag, and its length. A `>` in quotes does not end it.
fn tag(bytes: &[u8]) -> (usize, usize) {
    let (mut n_words, mut last, mut quote) = (0, b' ', None);
    for (at, &byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) => quote = (byte != open).then_some(open),
            (None, b'>') => return (n_words, at),
            (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
            (None, b'/') => n_words += 1,
            (None, _) => n_words += usize::from(byte.is_ascii_whitespace()),
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    (n_words, bytes.len())
}

/// How far the content of a raw element goes: to its end tag.
fn raw_len(bytes: &[u8], name: &[u8]) -> usize {
    let ends =
        |window: &[u8]| window.strip_prefix(b"</").is_some_and(|window| window.eq_ignore_ascii_case(name));
    bytes.windows(name.len() + 2).position(ends).unwrap_or(bytes.len())
}
