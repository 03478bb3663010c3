//! The lines of a text and what can be seen of each one alone.

use super::kind::Field;
use super::lexicon;
use super::numbering::{self, Numbering};
use crate::chars::{ends_sentence, is_space, narrow};
use crate::source::{Source, TextRange};

/// A line as it stands in the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The offset of its first character.
    pub start: usize,
    /// The offset behind its line end.
    pub end: usize,
    /// Its text without the line end and without spaces around it.
    pub text: &'a str,
    /// The offset of `text`.
    pub at: usize,
}

/// An item of the form as it opens a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct ItemLine {
    pub head: Head,
    pub field: Field,
    /// The name of the item, in the line's text.
    pub label: (usize, usize),
    /// Where its value begins in the line's text; the text's length where it has none.
    pub value: usize,
}

/// A bullet and a number, and where the words behind them begin in the line's text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Head {
    pub bullet: Option<usize>,
    pub number: Option<(usize, Numbering)>,
    pub words: usize,
}

impl<'a> Line<'a> {
    /// All lines of a source.
    pub(super) fn all(source: &'a Source) -> Vec<Line<'a>> {
        (1..=source.n_lines()).map(|line| Line::new(source, source.line_range(line))).collect()
    }

    fn new(source: &'a Source, range: TextRange) -> Line<'a> {
        let whole = source.slice(range);
        let body = whole.trim_start_matches(|c: char| is_space(c) || c == '\u{C}');
        let text = body.trim_end_matches(|c: char| is_space(c) || c.is_control());
        Line {
            start: range.start as usize,
            end: range.end as usize,
            text,
            at: range.start as usize + whole.len() - body.len(),
        }
    }

    /// Whether it holds nothing but white space.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The place in the source of a stretch of its text.
    pub(super) fn range(&self, from: usize, to: usize) -> TextRange {
        TextRange::new(self.at + from, self.at + to)
    }

    /// The offset behind its text, before spaces and line end.
    pub(super) fn text_end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it stands further right than the edge.
    pub(super) fn is_indented(&self) -> bool {
        self.at > self.start
    }

    /// Whether it closes a sentence, a quotation or a bracket.
    pub(super) fn ends_sentence(&self) -> bool {
        self.text.chars().next_back().is_none_or(ends_sentence)
    }

    /// The bullet and the number in front.
    pub(super) fn head(&self) -> Head {
        let bullet = numbering::bullet(self.text);
        let from = bullet.unwrap_or(0);
        let number = numbering::number(self.text.get(from..).unwrap_or_default()).map(|n| (from, n));
        let words = number.map_or(from, |(at, n)| at + n.len);
        let gap = numbering::spaces(self.text.get(words..).unwrap_or_default());
        Head { bullet, number, words: words + gap }
    }

    /// The line as an item of a form, if it opens with the name of one and sets it off.
    pub(super) fn item(&self) -> Option<ItemLine> {
        let head = self.head();
        let rest = self.text.get(head.words..)?;
        let bracket = rest.chars().next().filter(|c| "【〔《<＜[".contains(*c)).map_or(0, char::len_utf8);
        let inner = rest.get(bracket..)?;
        let (field, len) = lexicon::item(inner)?;
        let behind = inner.get(len..)?;
        let label = (head.words + bracket, head.words + bracket + len);
        let next = behind.chars().next();
        let is_set_off = match next.map(narrow) {
            None => true,
            Some(c) if bracket > 0 => "】〕》>]".contains(c),
            Some(c) if is_space(c) || matches!(c, ':' | '(' | '|' | '◎') => true,
            // `1 日時平成19年…`: a number in front makes up for the missing space.
            Some(c) => head.number.is_some_and(|(_, n)| n.apart) && !is_hiragana_or_word(c, behind),
        };
        if !is_set_off {
            return None;
        }
        let skip: usize = behind
            .chars()
            .take_while(|&c| {
                is_space(c) || matches!(narrow(c), ':' | '|') || (bracket > 0 && "】〕》＞>]".contains(c))
            })
            .map(char::len_utf8)
            .sum();
        Some(ItemLine { head, field, label, value: label.1 + skip })
    }

    /// Whether the whole line is a remark in brackets or between dashes: `〔拍手〕`, `－休憩－`.
    pub(super) fn is_direction(&self) -> bool {
        let mut chars = self.text.chars();
        let (Some(first), Some(last)) = (chars.next(), chars.next_back()) else { return false };
        match narrow(first) {
            '〔' => last == '〕',
            '(' => narrow(last) == ')' && !self.text.chars().skip(1).any(|c| narrow(c) == '('),
            '[' => narrow(last) == ']',
            '《' => last == '》',
            '<' => narrow(last) == '>',
            '-' | '‐' | '－' | '―' | '─' => matches!(narrow(last), '-' | '‐' | '－' | '―' | '─'),
            '※' => true,
            _ => false,
        }
    }

    /// Whether it is a line of dashes, with or without a mark in the middle.
    pub(super) fn is_rule(&self) -> bool {
        let dashes = self.text.chars().filter(|c| "-‐－―─━=＝~～〜_＿*＊…・".contains(*c)).count();
        let others = self.text.chars().filter(|&c| !is_space(c)).count() - dashes;
        dashes >= 4 && others <= 1
    }
}

fn is_hiragana_or_word(c: char, behind: &str) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '、' | '。' | '・') || behind.starts_with("及び")
}
