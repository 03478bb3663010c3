//! The letters of a page, broken into lines as a reader sees them.
//!
//! May live here: which elements break lines, rows of tables, lists, readings above words. May not: what of
//! a page is left out (`chrome`).

use super::chrome::{Outline, attribute};
use crate::read::{Markup, Step, cells};

/// Elements that stand on lines of their own.
const LINES: [&str; 26] = [
    "address",
    "aside",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "html",
    "legend",
    "li",
    "main",
    "nav",
    "search",
    "section",
    "summary",
    "option",
];

/// Elements that stand apart from what is above and below.
const APART: [&str; 15] =
    ["blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "menu", "ol", "p", "pre", "table", "ul"];

/// What an open element is to its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    Inline,
    /// It ends with so many line ends.
    Block(usize),
    Article,
    Pre,
    List,
    Row,
    Cell,
    Reading,
}

/// A place that letters are put into: the page, or a cell.
#[derive(Debug, Default)]
struct Sheet {
    text: String,
    /// The line ends before the next letter; two leave a line blank.
    n_ends: usize,
    /// Whether white space stands before the next letter.
    has_gap: bool,
    /// The number of the point that begins with the next letter.
    number: String,
}

/// A list of which the points are numbered, or not.
#[derive(Debug)]
struct List {
    next: Option<i64>,
    form: char,
}

#[derive(Debug)]
struct Walk {
    frames: Vec<Frame>,
    sheets: Vec<Sheet>,
    rows: Vec<Vec<String>>,
    lists: Vec<List>,
    n_pre: usize,
    n_articles: usize,
}

/// The text, and how many letters around it were left out.
pub(super) fn text(markup: &Markup, outline: &Outline) -> (String, usize) {
    let mut walk = Walk {
        frames: Vec::new(),
        sheets: vec![Sheet::default()],
        rows: Vec::new(),
        lists: Vec::new(),
        n_pre: 0,
        n_articles: 0,
    };
    let all = outline.letters_in(&(0..markup.steps.len()));
    let mut n_cut = all - outline.letters_in(&outline.range).min(all);
    let mut at = outline.range.start;
    while let Some(step) = markup.steps.get(at).filter(|_| at < outline.range.end) {
        if outline.is_left_out(at, step, walk.n_articles > 0) {
            n_cut += outline.letters_in(&(at..outline.end(at) + 1));
            at = outline.end(at) + 1;
            continue;
        }
        match step {
            Step::Open { name, .. } => walk.enter(name, step),
            Step::Text(text) if walk.n_pre > 0 => walk.put_as_is(text),
            Step::Text(text) => walk.put(text),
            Step::Close => walk.leave(),
        }
        at += 1;
    }
    while !walk.frames.is_empty() {
        walk.leave();
    }
    let mut text = walk.sheets.into_iter().next().unwrap_or_default().text;
    if !text.is_empty() {
        text.push('\n');
    }
    (text, n_cut)
}

impl Walk {
    fn enter(&mut self, name: &str, step: &Step) {
        let frame = match name {
            "br" => {
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.n_ends = (sheet.n_ends + 1).min(2);
                    sheet.has_gap = false;
                }
                Frame::Inline
            }
            "tr" => {
                self.rows.push(Vec::new());
                self.end_lines(1);
                Frame::Row
            }
            "td" | "th" if self.frames.last() == Some(&Frame::Row) => {
                self.sheets.push(Sheet::default());
                Frame::Cell
            }
            "rt" => {
                self.put("（");
                Frame::Reading
            }
            "article" => {
                self.n_articles += 1;
                Frame::Article
            }
            "pre" | "textarea" => {
                self.n_pre += 1;
                Frame::Pre
            }
            "ol" | "ul" | "menu" => {
                self.lists.push(List::new(name, step));
                Frame::List
            }
            _ if APART.contains(&name) => Frame::Block(2),
            _ if LINES.contains(&name) => Frame::Block(1),
            _ => Frame::Inline,
        };
        match frame {
            Frame::Block(n) => self.end_lines(n),
            Frame::Article => self.end_lines(1),
            Frame::Pre => self.end_lines(2),
            // Lists in lists stand close.
            Frame::List => self.end_lines(if self.lists.len() > 1 { 1 } else { 2 }),
            _ => {}
        }
        if name == "li"
            && let Some(sheet) = self.sheets.last_mut()
        {
            sheet.number = self.lists.last_mut().and_then(|list| list.number(step)).unwrap_or_default();
        }
        self.frames.push(frame);
    }

    fn leave(&mut self) {
        match self.frames.pop().unwrap_or(Frame::Inline) {
            Frame::Inline => {}
            Frame::Block(n) => self.end_lines(n),
            Frame::Article => {
                self.n_articles = self.n_articles.saturating_sub(1);
                self.end_lines(1);
            }
            Frame::Pre => {
                self.n_pre = self.n_pre.saturating_sub(1);
                self.end_lines(2);
            }
            Frame::List => {
                self.lists.pop();
                self.end_lines(if self.lists.is_empty() { 2 } else { 1 });
            }
            Frame::Cell => {
                let cell = self.sheets.pop().unwrap_or_default();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell.text);
                }
            }
            Frame::Row => {
                let row = self.rows.pop().unwrap_or_default();
                self.put_as_is(&cells::row(&row));
                self.end_lines(1);
            }
            Frame::Reading => self.put("）"),
        }
    }

    /// Has the next letter stand behind so many line ends at least.
    fn end_lines(&mut self, n: usize) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.n_ends = sheet.n_ends.max(n);
            sheet.has_gap = false;
        }
    }

    /// Adds letters; white space among them is one space, as most browsers show it. Between two kanji it may
    /// only break a line of the markup, but it may also part a label from its words.
    fn put(&mut self, text: &str) {
        let Some(sheet) = self.sheets.last_mut() else { return };
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                sheet.has_gap = true;
            } else {
                sheet.settle();
                sheet.text.push(c);
            }
        }
    }

    /// Adds letters and white space as they are.
    fn put_as_is(&mut self, text: &str) {
        let Some(sheet) = self.sheets.last_mut() else { return };
        if !text.is_empty() {
            sheet.settle();
            sheet.text.push_str(text);
        }
    }
}

impl Sheet {
    /// Writes the line ends and the space that are due before a letter.
    fn settle(&mut self) {
        let has_gap = std::mem::take(&mut self.has_gap);
        let n_ends = std::mem::take(&mut self.n_ends);
        if !self.text.is_empty() {
            self.text.extend(std::iter::repeat_n('\n', n_ends));
            let is_due = has_gap && n_ends == 0 && !self.text.ends_with('\n');
            self.text.extend(is_due.then_some(' '));
        }
        self.text.push_str(&std::mem::take(&mut self.number));
    }
}

impl List {
    fn new(name: &str, step: &Step) -> List {
        let style = attribute(step, "style").replace(' ', "").to_ascii_lowercase();
        let is_plain = style.contains("list-style:none") || style.contains("list-style-type:none");
        let start = attribute(step, "start").parse().unwrap_or(1);
        List {
            next: (name == "ol" && !is_plain).then_some(start),
            form: attribute(step, "type").chars().next().unwrap_or('1'),
        }
    }

    /// The number of the next point, with a space behind it.
    fn number(&mut self, step: &Step) -> Option<String> {
        let number = attribute(step, "value").parse().ok().or(self.next)?;
        self.next.as_mut().map(|next| *next = number.saturating_add(1))?;
        let letter = |first: u8| {
            let at =
                u8::try_from(number).ok().and_then(|number| number.checked_sub(1)).filter(|&at| at < 26)?;
            Some(char::from(first + at).to_string())
        };
        let printed = match self.form {
            'a' => letter(b'a'),
            'A' => letter(b'A'),
            _ => None,
        };
        Some(format!("{}. ", printed.unwrap_or_else(|| number.to_string())))
    }
}
