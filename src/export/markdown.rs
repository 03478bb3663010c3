//! Markdown: headings for title, parts, topics and labels; the words of the minutes as words.
//!
//! CommonMark with GitHub's additions. Every letter that could be markup is escaped where it could be
//! it, so that no text becomes a heading, a list, a link or a tag. Spaces at the edge of a line are
//! left out, because four of them would make a block of code.
//!
//! May live here: signs of Markdown. May not: which lines there are (`sheet`).

use super::Selection;
use super::sheet::{Line, Sheet, with_lf};
use crate::model::Minutes;

/// The selected speeches, with all that the minutes say of the meeting.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let mut out = String::new();
    let mut was_list = false;
    // How deep an item may stand: a step below the one above it.
    let mut deepest = 0;
    for line in Sheet::new(minutes, selection).lines() {
        let is_list = matches!(line, Line::Fact(..) | Line::Entry(_) | Line::Item(..));
        if !(out.is_empty() || is_list && was_list) {
            out.push('\n');
        }
        if !matches!(line, Line::Item(..)) {
            deepest = 0;
        }
        was_list = is_list;
        match line {
            Line::Title(text) => put(&mut out, "# ", &text),
            Line::Heading(text) => put(&mut out, "## ", &text),
            Line::Group(text) | Line::Topic(text) => put(&mut out, "### ", &text),
            Line::Label(text) => put(&mut out, "#### ", &text),
            Line::Note(text) => put(&mut out, "> ", &text),
            Line::Fact(label, values) => {
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                let gap = if values.is_empty() { "" } else { "　" };
                put(&mut out, "- ", &[&label, gap, &values.join("、")].concat());
            }
            Line::Entry(text) => put(&mut out, "- ", &text),
            Line::Item(depth, text) => {
                // An item deeper than the one above by more than a step would be code.
                deepest = depth.min(deepest).min(MAX_DEPTH);
                put(&mut out, &["  ".repeat(deepest), "- ".into()].concat(), &text);
                deepest += 1;
            }
            Line::Paragraph(text) | Line::Told(text) | Line::Plain(text) => put(&mut out, "", &text),
        }
    }
    out
}

/// Deeper items stand at this depth: readers of Markdown count on few.
const MAX_DEPTH: usize = 8;

/// A text on one line, behind its sign.
fn put(out: &mut String, sign: &str, text: &str) {
    let lines = with_lf(text);
    let mut words = String::new();
    for line in lines.split('\n').map(|line| line.trim_matches(is_edge)).filter(|line| !line.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(line);
    }
    out.push_str(sign);
    escape(out, &words);
    out.push('\n');
}

fn is_edge(c: char) -> bool {
    c.is_ascii_whitespace() || c.is_ascii_control()
}

fn escape(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    for (at, c) in text.char_indices() {
        let before = text.get(..at).unwrap_or_default();
        let is_markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '#' | '$' | '@' | '^' => true,
            // Signs of lists, rules and underlines, which only open a line.
            '-' | '+' | '=' => at == 0,
            ')' => is_number(before),
            // `1.`, and the dot of `www.` and the colon of `http:`, which GitHub makes links.
            '.' => is_number(before) || before.to_ascii_lowercase().ends_with("www"),
            ':' => bytes.get(at + 1) == Some(&b'/') || at == 0 || is_scheme(before),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        // A NUL may not stand in Markdown; other control characters do nothing.
        out.push(if c == '\0' { '\u{FFFD}' } else { c });
    }
}

fn is_number(before: &str) -> bool {
    !before.is_empty() && before.len() < 10 && before.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_scheme(before: &str) -> bool {
    let before = before.to_ascii_lowercase();
    before.ends_with("mailto") || before.ends_with("xmpp")
}
