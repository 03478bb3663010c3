//! Tables in which questions and answers stand beside each other.
//!
//! A row of two words for kinds of speech, such as `意見・質問 | 回答`, names the columns. Below it each cell is
//! a speech, and a row of one cell in brackets is a heading.
//!
//! May live here: rows and cells. May not: labels in front of speeches (`label`).

use super::kind::SyntaxKind;
use super::known::is_kind;
use super::label::squash;
use super::lines::Line;
use super::parser::Parser;
use crate::chars::is_space;

/// A stretch of a line in bytes.
type Span = (usize, usize);

/// The two cells of a row; the second is empty where nothing stands behind the line between them.
fn cells(text: &str) -> Option<(Span, Span)> {
    let is_bar = |c: char| matches!(c, '|' | '｜' | '\t');
    let is_edge = |c: char| is_space(c) || is_bar(c);
    let body = text.trim_start_matches(is_edge);
    let start = text.len() - body.len();
    let trimmed = |from: usize, to: usize| {
        let words = text.get(from..to).unwrap_or_default();
        let left = words.trim_start_matches(is_edge);
        let start = to - left.len();
        (start, start + left.trim_end_matches(is_edge).len())
    };
    match body.char_indices().find(|&(_, c)| is_bar(c)) {
        Some((at, bar)) => {
            Some((trimmed(start, start + at), trimmed(start + at + bar.len_utf8(), text.len())))
        }
        // The row of a table in Markdown may hold a heading alone.
        None if body.starts_with('【') && body.ends_with('】') => {
            Some((trimmed(start, text.len()), (0, 0)))
        }
        None => None,
    }
}

/// The names of the columns, if the text is a row that names some.
pub(super) fn heads(text: &str) -> Option<(Span, Span)> {
    let (left, right) = cells(text)?;
    let names = |span: Span| text.get(span.0..span.1).is_some_and(|words| is_kind(&squash(words)));
    (names(left) && names(right)).then_some((left, right))
}

/// Whether a line carries on the cell above it: it begins no row of its own.
fn goes_on(line: &Line) -> bool {
    let own = cells(line.text);
    !line.is_blank()
        && !line.text.starts_with(['|', '｜'])
        && own.is_some_and(|(_, right)| right.0 == right.1)
        && !line.text.starts_with('【')
}

impl Parser<'_> {
    /// The table that line `n` heads, up to the first line that is no row of it.
    pub(super) fn columns(&mut self, n: usize) -> usize {
        let Some(&head) = self.lines.get(n) else { return n + 1 };
        let Some((left, right)) = heads(head.text) else { return n + 1 };
        self.out.start(SyntaxKind::Columns);
        self.cell(&head, left);
        self.cell(&head, right);
        self.out.token(SyntaxKind::Gap, head.text_end());
        self.out.finish();
        let mut next = n + 1;
        while let Some(&line) = self.lines.get(next) {
            self.close_line(next);
            if line.is_blank() {
                self.out.token(SyntaxKind::Blank, line.end);
                next += 1;
                continue;
            }
            let Some((left, right)) = cells(line.text) else { break };
            next = self.row(next, left, right);
        }
        next
    }

    fn row(&mut self, n: usize, left: Span, right: Span) -> usize {
        let Some(&line) = self.lines.get(n) else { return n + 1 };
        let words = line.text.get(left.0..left.1).unwrap_or_default();
        let inner = words.strip_prefix('【').and_then(|words| words.strip_suffix('】'));
        if let Some(inner) = inner.filter(|_| right.0 == right.1) {
            let start = left.0 + '【'.len_utf8();
            self.out.start(SyntaxKind::Topic);
            self.cell(&line, (start, start + inner.len()));
            self.out.token(SyntaxKind::Gap, line.text_end());
            self.out.finish();
            return n + 1;
        }
        let mut next = n + 1;
        let spans = [(0, left), (1, right)].into_iter().filter(|(_, span)| span.0 < span.1);
        let last = if right.0 < right.1 { 1 } else { 0 };
        for (column, span) in spans {
            self.out.token(SyntaxKind::Gap, line.place(span.0));
            self.out.start(SyntaxKind::Cell(column));
            self.out.start(SyntaxKind::Paragraph);
            self.cell(&line, span);
            self.out.finish();
            // The last cell of a row may go on over the next lines.
            while let Some(&below) = self.lines.get(next).filter(|below| column == last && goes_on(below)) {
                self.close_line(next);
                self.out.token(SyntaxKind::Gap, below.place(0));
                self.out.start(SyntaxKind::Paragraph);
                let end = below.text.trim_end_matches(|c| is_space(c) || matches!(c, '|' | '｜')).len();
                self.cell(&below, (0, end));
                self.out.finish();
                self.out.token(SyntaxKind::Gap, below.text_end());
                next += 1;
            }
            self.out.finish();
        }
        self.out.token(SyntaxKind::Gap, line.text_end());
        next
    }

    fn cell(&mut self, line: &Line, span: Span) {
        self.out.token(SyntaxKind::Gap, line.place(span.0));
        self.text_until(line, span.0, span.1, SyntaxKind::Text);
    }
}
