//! Words with where they stand, in the forms in which people hand them on.
//!
//! May live here: the forms of a quote, and the line by which it is checked. May not: where the
//! words are (`locate`), reading such a form back (`claim`).

use super::{Letters, edition};
use crate::model::{Minutes, SpeechId};
use crate::source::TextRange;

/// Words of a speech with everything that leads back to them. The forms are Japanese in every
/// language of the viewer: they belong to the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Citation {
    /// The words, a paragraph each.
    pub paragraphs: Vec<String>,
    /// The label as printed.
    pub label: String,
    /// The number of the speech, from 1.
    pub number: u32,
    /// What the minutes call themselves.
    pub title: String,
    /// The day of the meeting as printed; empty where none was found.
    pub day: String,
    /// The address that leads there; empty where there is none that others can open.
    pub url: String,
    /// By what it is checked: `s017-3fa2c1-8d0e12ab`, the speech, how it reads, the edition.
    pub code: String,
}

/// What stands before the code.
pub(super) const CODE_MARK: &str = "照合";
/// What stands before the label.
pub(super) const SOURCE_MARK: &str = "――";
/// What stands after the label.
pub(super) const NUMBER_MARK: &str = "（発言";

impl Citation {
    /// A speech, or a passage of it.
    pub fn of(minutes: &Minutes, speech: SpeechId, passage: Option<TextRange>) -> Citation {
        let source = &minutes.source;
        let Some(said) = minutes.speech(speech) else { return Citation::default() };
        let letters = Letters::of(minutes);
        let whole: Vec<String> = said.paragraphs.iter().map(|prose| prose.text(source)).collect();
        let paragraphs = match passage {
            None => whole,
            Some(passage) => {
                said.paragraphs.iter().filter_map(|prose| part(minutes, prose, passage)).collect()
            }
        };
        let day = minutes.meeting.date.as_ref().map(|date| one_line(source.slice(date.evidence)));
        Citation {
            paragraphs,
            label: one_line(&said.printed.text(source)),
            number: speech.0 + 1,
            title: one_line(&minutes.display_title()),
            day: day.unwrap_or_default(),
            url: String::new(),
            code: format!("s{:03}-{}-{}", speech.0 + 1, letters.mark(speech), edition(source.text())),
        }
    }

    /// 委員（発言17）『会議録』令和7年2月26日
    pub fn source_line(&self) -> String {
        let day = if self.day.is_empty() { String::new() } else { format!("（{}）", self.day) };
        format!("{}{NUMBER_MARK}{}）『{}』{day}", self.label, self.number, self.title)
    }

    /// The words in brackets.
    pub fn quoted(&self) -> String {
        format!("「{}」", self.paragraphs.join("\n"))
    }

    /// Plain text.
    pub fn plain(&self) -> String {
        let mut lines = vec![self.quoted()];
        lines.push(format!("{SOURCE_MARK}{}", self.source_line()));
        lines.extend(Some(self.url.clone()).filter(|url| !url.is_empty()));
        lines.push(self.code_line());
        lines.join("\n")
    }

    /// HTML for other pages.
    pub fn html(&self) -> String {
        let mut out = String::from("<blockquote");
        if !self.url.is_empty() {
            out.push_str(&format!(" cite=\"{}\"", escaped(&self.url)));
        }
        out.push('>');
        for paragraph in &self.paragraphs {
            out.push_str(&format!("<p>{}</p>", escaped(paragraph)));
        }
        out.push_str("</blockquote>\n<p>");
        out.push_str(SOURCE_MARK);
        let source = escaped(&self.source_line());
        if self.url.is_empty() {
            out.push_str(&source);
        } else {
            out.push_str(&format!("<a href=\"{}\">{source}</a>", escaped(&self.url)));
        }
        out.push_str(&format!("<br>{}</p>", escaped(&self.code_line())));
        out
    }

    /// Markdown (CommonMark).
    pub fn markdown(&self) -> String {
        let quoted: Vec<String> =
            self.paragraphs.iter().map(|paragraph| format!("> {}", marked_down(paragraph))).collect();
        let source = marked_down(&self.source_line());
        let source = if self.url.is_empty() { source } else { format!("[{source}](<{}>)", self.url) };
        format!("{}\n\n{SOURCE_MARK}{source}  \n{}\n", quoted.join("\n>\n"), self.code_line())
    }

    /// 〔照合 s017-3fa2c1-8d0e12ab〕
    fn code_line(&self) -> String {
        format!("〔{CODE_MARK} {}〕", self.code)
    }
}

/// The part of a paragraph that stands in a stretch of the source.
fn part(minutes: &Minutes, prose: &crate::model::Prose, passage: TextRange) -> Option<String> {
    let cut = |piece: &crate::model::Piece| {
        let start = piece.range.start.max(passage.start);
        let range = TextRange { start, end: piece.range.end.min(passage.end) };
        (!range.is_empty()).then_some(crate::model::Piece { range, ..*piece })
    };
    let pieces: Vec<_> = prose.pieces.iter().filter_map(cut).collect();
    (!pieces.is_empty()).then(|| crate::model::Prose { pieces }.text(&minutes.source))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text between tags or in double quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// Text in which nothing is a sign of Markdown: its ASCII punctuation, all of which may be escaped.
fn marked_down(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
