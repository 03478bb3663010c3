//! How text of any kind is made harmless where it stands in the page.
//!
//! May live here: a function a place of the page. May not: what stands there.

use std::fmt;

/// Text between tags or in an attribute's double quotes.
///
/// Characters that HTML forbids are shown as U+FFFD; the data block keeps them.
pub(super) struct Html<'a>(pub &'a str);

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            '\r' => f.write_char('\n'),
            '\t' | '\n' | '\u{C}' => f.write_char(c),
            c if c.is_control() || is_noncharacter(c) => f.write_char('\u{FFFD}'),
            c => f.write_char(c),
        })
    }
}

/// Code points that Unicode keeps free for ever.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE
}

/// JSON inside a script element. The characters replaced stand in JSON's strings only, and there
/// the escape means the same.
pub(super) fn json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

/// A classic script. What could end the element or hide its end is escaped as in a string, the
/// only place where a program has a reason to say it.
pub(super) fn script(code: &str) -> String {
    replace_openings(code, &["</script", "<script", "<!--"], "\\x3C")
}

/// A style sheet.
pub(super) fn style(css: &str) -> String {
    replace_openings(css, &["</style"], "\\3C ")
}

/// Replaces the `<` of every opening, in small or capital letters, and makes line ends LF, as
/// the browser does before it compares the hash.
fn replace_openings(text: &str, openings: &[&str], less_than: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        let opens = |opening: &&str| {
            from.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
        };
        out.push_str(before);
        out.push_str(if openings.iter().any(opens) { less_than } else { "<" });
        rest = from.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}
