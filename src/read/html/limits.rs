//! Pages that nobody wrote by hand, and that would keep a parser busy for hours, are refused before.
//!
//! Parsers of HTML look through all open elements for every tag, and through all attributes of a tag for
//! every further one. Browsers stop nesting at some depth; the library of the command line does not.
//!
//! May live here: counting tags. May not: what they mean.

use crate::read::ReadError;

/// Elements may be open at once; a page by hand has some dozens.
const MAX_OPEN: usize = 2_000;
/// Attributes of a tag, or rather words and signs in it.
const MAX_IN_TAG: usize = 2_000;

/// Elements that end without a tag, or have no content: they do not pile up.
const ENDING: [&str; 26] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
];

/// Elements of which the content is no markup.
const RAW: [&str; 2] = ["script", "style"];

/// Counts open elements, and what stands in each tag.
pub(super) fn check(page: &str) -> Result<(), ReadError> {
    let mut n_open: usize = 0;
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
        let is = |other: &&str| name.eq_ignore_ascii_case(other.as_bytes());
        if is_end {
            n_open = n_open.saturating_sub(1);
        } else if !ENDING.iter().any(|ending| is(&ending)) {
            n_open += 1;
        }
        let (n_words, len) = tag(behind);
        if n_open > MAX_OPEN || n_words > MAX_IN_TAG {
            return Err(ReadError::Tangled { line });
        }
        let (tag, behind) = behind.split_at_checked(len).unwrap_or_default();
        line += tag.iter().filter(|&&byte| byte == b'\n').count();
        let raw_len = if is_end || !RAW.iter().any(|raw| is(&raw)) { 0 } else { raw_len(behind, name) };
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
