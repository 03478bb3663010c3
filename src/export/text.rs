//! Plain text to read: UTF-8, LF, blank lines between what stands apart.
//!
//! May live here: lines and the spaces before them. May not: which lines there are (`sheet`).

use super::Selection;
use super::sheet::{Line, Sheet, with_lf};
use crate::model::Minutes;

/// The selected speeches, with all that the minutes say of the meeting.
pub fn write(minutes: &Minutes, selection: &Selection) -> String {
    let mut out = String::new();
    let mut was_list = false;
    for line in Sheet::new(minutes, selection).lines() {
        let is_list = matches!(
            line,
            Line::Fact(..) | Line::Entry(_) | Line::Item(..) | Line::Paragraph(_) | Line::Plain(_)
        );
        // Lists stand together and close to what heads them; everything else stands apart.
        if !out.is_empty() && !(is_list && (was_list || follows_heading(&line))) {
            out.push('\n');
        }
        was_list = is_list;
        match line {
            Line::Fact(label, values) => {
                let mut values = values.iter();
                let first = values.next().map(String::as_str).unwrap_or_default();
                put(&mut out, "", &[&label, first].join("　"));
                values.for_each(|value| put(&mut out, "　", value));
            }
            Line::Entry(text) | Line::Paragraph(text) => put(&mut out, "　", &text),
            Line::Item(depth, text) => put(&mut out, &"　".repeat(depth + 1), &text),
            Line::Label(text) => put(&mut out, "○", &text),
            Line::Heading(text) => put(&mut out, "■ ", &text),
            Line::Topic(text) => put(&mut out, "□ ", &text),
            Line::Title(text)
            | Line::Note(text)
            | Line::Group(text)
            | Line::Told(text)
            | Line::Plain(text) => {
                put(&mut out, "", &text);
            }
        }
    }
    out
}

fn follows_heading(line: &Line) -> bool {
    matches!(line, Line::Entry(_) | Line::Item(..) | Line::Paragraph(_))
}

fn put(out: &mut String, indent: &str, text: &str) {
    for line in with_lf(text).split('\n') {
        out.push_str(indent);
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
