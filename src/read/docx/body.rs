//! The text of a part of a document, in the order in which it is read.
//!
//! 1. Every paragraph is a line, its number printed before it.
//! 2. A row of a table is a line ([`cells`]).
//! 3. What stands in a text box comes after the paragraph to which the box is tied, once.
//! 4. What was deleted, and what is hidden, is left out and counted.
//!
//! May live here: the elements of WordprocessingML that hold text (ECMA-376 part 1, 17). May not: looks,
//! other parts than the one that is read.

use std::collections::BTreeMap;

use super::field;
use super::numbering::Numbering;
use super::numerals::symbol;
use super::styles::{List, Styles};
use super::xml::{Element, Space, Stop, Token, Xml};
use crate::read::cells;

/// What reading a part needs and what it leaves behind.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub styles: Styles,
    pub numbering: Numbering,
    /// The notes that are called, in that order; their place in it is their number, from 1. Each is there once.
    pub calls: Vec<Call>,
    numbers: BTreeMap<String, usize>,
    pub left_out: LeftOut,
}

/// The call of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub is_endnote: bool,
    pub id: String,
}

impl Call {
    /// What no other note is called by: footnotes and endnotes are counted apart.
    pub fn key(&self) -> String {
        format!("{} {}", if self.is_endnote { "endnote" } else { "footnote" }, self.id)
    }
}

/// What is not in the text: how often, and the line at which it came first.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    pub deleted_letters: Count,
    pub hidden_letters: Count,
    pub comments: Count,
    pub pictures: Count,
    pub parts: Count,
    pub furniture: Count,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    pub n: usize,
    pub line: Option<usize>,
}

/// A place that paragraphs are put into: the page, a cell, a text box, a note.
#[derive(Debug, Default)]
struct Story {
    text: String,
    /// A paragraph whose end was deleted: the next goes on in it.
    carried: String,
}

impl Story {
    /// Adds a line: its number, what is carried over, its words.
    fn put(&mut self, number: &str, words: &str) {
        self.text.push_str(number);
        self.text.push_str(&std::mem::take(&mut self.carried));
        self.text.push_str(words);
        self.text.push('\n');
    }

    fn finish(mut self) -> String {
        if !self.carried.is_empty() {
            self.put("", "");
        }
        self.text
    }
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: List,
    is_end_deleted: bool,
    /// The text boxes that are tied to it.
    boxes: String,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<String>,
    is_deleted: bool,
}

/// What an open element is to its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frame {
    Other,
    Paragraph,
    ParagraphProps,
    /// Of the mark at the end of a paragraph.
    MarkProps,
    ListProps,
    Run {
        was_hidden: bool,
    },
    RunProps,
    Letters,
    Row,
    RowProps,
    Story,
    Cell,
    Ruby,
    RubyText,
    /// The same thing in several forms, of which one is taken.
    Forms {
        is_taken: bool,
    },
    /// Nothing in it is read; the letters of what was deleted are counted.
    LeftOut,
    DeletedLetters,
    /// The code of a field.
    Code,
}

#[derive(Debug, Default)]
struct Walk {
    frames: Vec<Frame>,
    /// Whether one of them is [`Frame::LeftOut`], and then whether that is because it was deleted.
    left_out: Option<bool>,
    stories: Vec<Story>,
    paragraphs: Vec<Paragraph>,
    rows: Vec<Row>,
    /// Per open ruby, what stands above.
    rubies: Vec<String>,
    /// Per open text above, what stood in the paragraph before it.
    aside: Vec<String>,
    is_hidden: bool,
    /// The codes of the fields that are open.
    fields: Vec<String>,
    /// Stories that are ended: of a part of notes one per note, else the page.
    done: Vec<(String, String)>,
    note: String,
}

impl Body {
    /// The text of a part that is one page.
    pub fn read(&mut self, part: &str) -> Result<String, Stop> {
        let mut walk = Walk { stories: vec![Story::default()], ..Walk::default() };
        self.walk(part, &mut walk)?;
        Ok(walk.stories.pop().map(Story::finish).unwrap_or_default())
    }

    /// The notes of a part, each with its identifier.
    pub fn read_notes(&mut self, part: &str) -> Result<Vec<(String, String)>, Stop> {
        let mut walk = Walk::default();
        self.walk(part, &mut walk)?;
        Ok(walk.done)
    }

    fn walk(&mut self, part: &str, walk: &mut Walk) -> Result<(), Stop> {
        let mut xml = Xml::new(part);
        loop {
            match xml.next()? {
                Token::Open(element) => {
                    let frame = self.enter(walk, &element);
                    walk.frames.push(frame);
                }
                Token::Text(text) => match walk.frames.last() {
                    Some(Frame::Letters) if walk.is_hidden => {
                        let n = letters(&text);
                        walk.count(&mut self.left_out.hidden_letters, n);
                    }
                    Some(Frame::Letters) => walk.write(&text),
                    Some(Frame::DeletedLetters) => {
                        let n = letters(&text);
                        walk.count(&mut self.left_out.deleted_letters, n);
                    }
                    Some(Frame::Code) => {
                        walk.fields.last_mut().into_iter().for_each(|code| code.push_str(&text))
                    }
                    _ => {}
                },
                Token::Close => self.leave(walk),
                Token::End => return Ok(()),
            }
        }
    }

    fn enter(&mut self, walk: &mut Walk, element: &Element) -> Frame {
        let parent = walk.frames.last().copied().unwrap_or(Frame::Other);
        let name = element.name();
        if let Some(is_deleted) = walk.left_out {
            let holds_letters = element.space == Space::Word && matches!(name, "t" | "delText");
            return if is_deleted && holds_letters { Frame::DeletedLetters } else { Frame::Other };
        }
        match (element.space, name) {
            (Space::Word, _) => self.enter_word(walk, element, parent),
            (Space::Math, "t") => Frame::Letters,
            (Space::Compatibility, "AlternateContent") => Frame::Forms { is_taken: false },
            (Space::Compatibility, "Choice" | "Fallback") => {
                let Some(Frame::Forms { is_taken }) = walk.frames.last_mut() else { return Frame::Other };
                if std::mem::replace(is_taken, true) { walk.leave_out(false) } else { Frame::Other }
            }
            (Space::Other, "blip" | "imagedata" | "chart" | "relIds" | "OLEObject") => {
                walk.count(&mut self.left_out.pictures, 1);
                Frame::Other
            }
            _ => Frame::Other,
        }
    }

    fn enter_word(&mut self, walk: &mut Walk, element: &Element, parent: Frame) -> Frame {
        let val = || element.val();
        match (element.name(), parent) {
            ("p", _) => {
                walk.paragraphs.push(Paragraph::default());
                return Frame::Paragraph;
            }
            ("pPr", Frame::Paragraph) => return Frame::ParagraphProps,
            ("rPr", Frame::ParagraphProps) => return Frame::MarkProps,
            ("numPr", Frame::ParagraphProps) => return Frame::ListProps,
            ("pStyle", Frame::ParagraphProps) => walk.set(|paragraph| paragraph.style = val()),
            ("numId", Frame::ListProps) => {
                walk.set(|p| p.list.number = val().and_then(|val| val.parse().ok()))
            }
            ("ilvl", Frame::ListProps) => walk.set(|p| p.list.level = val().and_then(|val| val.parse().ok())),
            ("del" | "moveFrom", Frame::MarkProps) => walk.set(|paragraph| paragraph.is_end_deleted = true),
            ("r", _) => {
                let was_hidden = std::mem::take(&mut walk.is_hidden);
                return Frame::Run { was_hidden };
            }
            ("rPr", Frame::Run { .. }) => return Frame::RunProps,
            ("rStyle", Frame::RunProps) => walk.is_hidden |= self.styles.is_hidden(val().as_deref()),
            ("vanish", Frame::RunProps) => walk.is_hidden = element.is_on(),
            ("t", _) => return Frame::Letters,
            ("tab" | "ptab", Frame::Run { .. }) => walk.write("\t"),
            ("br" | "cr", Frame::Run { .. }) => walk.write("\n"),
            ("noBreakHyphen", _) => walk.write("-"),
            ("instrText", _) => return Frame::Code,
            ("fldChar", _) => match element.attribute("fldCharType").as_deref() {
                Some("begin") => walk.fields.push(String::new()),
                Some("end") => {
                    let code = walk.fields.pop().unwrap_or_default();
                    walk.write(&field::letters(&code).unwrap_or_default());
                }
                _ => {}
            },
            ("sym", _) => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(c) = code.and_then(char::from_u32) {
                    let font = element.attribute("font").unwrap_or_default();
                    walk.write(symbol(c, &font).unwrap_or(c).encode_utf8(&mut [0; 4]));
                }
            }
            ("footnoteReference" | "endnoteReference", _) => {
                let id = element.attribute("id").unwrap_or_default();
                let number = self.number(Call { is_endnote: element.name() == "endnoteReference", id });
                walk.write(&format!("（{}）", mark(number)));
            }
            ("commentReference", _) => walk.count(&mut self.left_out.comments, 1),
            ("headerReference" | "footerReference", _) => walk.count(&mut self.left_out.furniture, 1),
            ("altChunk", _) => walk.count(&mut self.left_out.parts, 1),
            ("ruby", _) => {
                walk.rubies.push(String::new());
                return Frame::Ruby;
            }
            ("rt", Frame::Ruby) => {
                let before = walk.paragraphs.last_mut().map(|p| std::mem::take(&mut p.text));
                walk.aside.push(before.unwrap_or_default());
                return Frame::RubyText;
            }
            ("tr", _) => {
                walk.rows.push(Row::default());
                return Frame::Row;
            }
            ("trPr", Frame::Row) => return Frame::RowProps,
            ("del", Frame::RowProps) => {
                if let Some(row) = walk.rows.last_mut() {
                    row.is_deleted = true;
                }
            }
            ("tc", Frame::Row) => {
                walk.stories.push(Story::default());
                return Frame::Cell;
            }
            ("txbxContent", _) => {
                walk.stories.push(Story::default());
                return Frame::Story;
            }
            ("footnote" | "endnote", _) => {
                walk.note = element.attribute("id").unwrap_or_default();
                walk.stories.push(Story::default());
                return Frame::Story;
            }
            // Marks of what was changed stand in properties, too, where they hold nothing.
            ("del" | "moveFrom", _) if !is_props(parent) => return walk.leave_out(true),
            // How a paragraph or row was before it was changed.
            ("pPrChange" | "rPrChange" | "trPrChange" | "tcPrChange" | "tblPrChange" | "sectPrChange", _) => {
                return walk.leave_out(false);
            }
            _ => {}
        }
        Frame::Other
    }

    /// The number of a note, which is a new one where it is called first.
    fn number(&mut self, call: Call) -> usize {
        let next = self.calls.len() + 1;
        let number = *self.numbers.entry(call.key()).or_insert(next);
        if number == next {
            self.calls.push(call);
        }
        number
    }

    fn leave(&mut self, walk: &mut Walk) {
        match walk.frames.pop().unwrap_or(Frame::Other) {
            Frame::Paragraph => self.end_paragraph(walk),
            Frame::Run { was_hidden } => walk.is_hidden = was_hidden,
            Frame::RubyText => {
                let before = walk.aside.pop().unwrap_or_default();
                let above = walk.paragraphs.last_mut().map(|p| std::mem::replace(&mut p.text, before));
                if let Some(ruby) = walk.rubies.last_mut() {
                    ruby.push_str(&above.unwrap_or_default());
                }
            }
            Frame::Ruby => {
                let above = walk.rubies.pop().unwrap_or_default();
                if !above.trim().is_empty() {
                    walk.write(&format!("（{}）", above.trim()));
                }
            }
            Frame::Cell => {
                let text = walk.stories.pop().map(Story::finish).unwrap_or_default();
                if let Some(row) = walk.rows.last_mut() {
                    row.cells.push(text);
                }
            }
            Frame::Row => {
                let Some(row) = walk.rows.pop() else { return };
                let line = cells::row(&row.cells);
                if row.is_deleted {
                    let n = letters(&line);
                    walk.count(&mut self.left_out.deleted_letters, n);
                } else if let Some(story) = walk.stories.last_mut() {
                    story.put("", &line);
                }
            }
            Frame::Story => {
                let text = walk.stories.pop().map(Story::finish).unwrap_or_default();
                if let Some(paragraph) = walk.paragraphs.last_mut() {
                    paragraph.boxes.push_str(&text);
                } else {
                    walk.done.push((std::mem::take(&mut walk.note), text));
                }
            }
            Frame::LeftOut => walk.left_out = None,
            _ => {}
        }
    }

    fn end_paragraph(&mut self, walk: &mut Walk) {
        let Some(paragraph) = walk.paragraphs.pop() else { return };
        let style = paragraph.style.as_deref();
        let of_style = self.styles.list(style);
        let list = List {
            number: paragraph.list.number.or(of_style.number),
            // The level of a style goes with its list.
            level: paragraph.list.level.or(of_style.level.filter(|_| paragraph.list.number.is_none())),
        };
        let Some(story) = walk.stories.last_mut() else { return };
        if paragraph.is_end_deleted {
            story.carried.push_str(&paragraph.text);
        } else {
            let number = self.numbering.next(list, style, &self.styles).unwrap_or_default();
            story.put(&number, &paragraph.text);
        }
        story.text.push_str(&paragraph.boxes);
    }
}

impl Walk {
    /// Adds to the paragraph that is open.
    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn leave_out(&mut self, is_deleted: bool) -> Frame {
        self.left_out = Some(is_deleted);
        Frame::LeftOut
    }

    fn set(&mut self, set: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            set(paragraph);
        }
    }

    /// Counts what is left out, and keeps the line of the page where it came first.
    fn count(&self, count: &mut Count, n: usize) {
        if n > 0 && count.n == 0 {
            count.line = self.stories.first().map(|page| page.text.matches('\n').count() + 1);
        }
        count.n += n;
    }
}

/// The mark of a note, at its call and before its words.
pub(super) fn mark(number: usize) -> String {
    format!("※{number}")
}

fn is_props(frame: Frame) -> bool {
    matches!(frame, Frame::MarkProps | Frame::ListProps | Frame::RunProps | Frame::RowProps)
}

/// The letters of a text, white space left out.
fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}
