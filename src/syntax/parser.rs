//! Walks the lines once and builds the tree.
//!
//! May live here: which line begins, goes on or ends a node. May not: shapes of labels and numbers.

use super::columns;
use super::convention::{Candidate, Convention};
use super::form::{self, Form};
use super::headings::is_schedule;
use super::kind::{Field, SyntaxKind};
use super::label::{self, LabelMatch};
use super::lexicon;
use super::lines::{Head, ItemLine, Laid, Line};
use super::numbering::{self, Numbering, Style};
use super::roster::Roster;
use super::title;
use super::tree::{Builder, Node};
use crate::chars::is_space;
use crate::source::Source;

pub(super) fn parse(source: &Source, laid: &[Laid]) -> Node {
    let mut lines: Vec<Line> = laid.iter().map(Line::new).collect();
    // What labels the text bears helps to see where the discussion begins, and where it begins, to see
    // which labels count.
    let nobody = Roster::default();
    let anywhere: Vec<Option<LabelMatch>> =
        lines.iter().map(|line| if line.is_blank() { None } else { label::label(line, &nobody) }).collect();
    let candidates = || anywhere.iter().enumerate().filter_map(|(n, found)| Some((n, found.as_ref()?)));
    let found: Vec<Candidate> = candidates().map(|(n, found)| Candidate::new(&lines, n, found)).collect();
    let convention = Convention::learn(found.iter());
    let mut form = form::form(&lines, &convention);
    form.split_discussion(&mut lines);
    let matches: Vec<Option<LabelMatch>> = lines
        .iter()
        .enumerate()
        .map(|(n, line)| if n < form.discussion { None } else { label_of(line, &form, n) })
        .collect();
    let candidates: Vec<Option<Candidate>> = matches
        .iter()
        .enumerate()
        .map(|(n, found)| found.as_ref().map(|found| Candidate::new(&lines, n, found)))
        .collect();
    let convention = Convention::learn(candidates.iter().flatten());
    let accepted = candidates.iter().map(|candidate| {
        candidate
            .as_ref()
            .filter(|candidate| convention.accepts(candidate))
            .map(|candidate| candidate.found.clone())
    });
    let labels: Vec<Option<LabelMatch>> = accepted.collect();
    let title = title::title(&lines, &form);
    let last_label = labels.iter().rposition(Option::is_some);
    let mut parser = Parser {
        lines: &lines,
        form: &form,
        labels,
        out: Builder::new(),
        after: None,
        heading: None,
        last_label,
    };
    parser.form(title);
    parser.discussion();
    parser.out.end(source.text().len())
}

fn label_of(line: &Line, form: &Form, n: usize) -> Option<LabelMatch> {
    let is_item = form.items.get(n).is_some_and(Option::is_some);
    let is_head = columns::heads(line.text).is_some();
    if line.is_blank() || is_item || is_head { None } else { label::label(line, &form.roster) }
}

pub(super) struct Parser<'a> {
    pub(super) lines: &'a [Line<'a>],
    pub(super) form: &'a Form,
    pub(super) labels: Vec<Option<LabelMatch>>,
    pub(super) out: Builder,
    /// The number of the item of the form that was read last.
    pub(super) after: Option<Numbering>,
    /// The number of the heading that was read last.
    pub(super) heading: Option<Numbering>,
    /// The line of the last label.
    pub(super) last_label: Option<usize>,
}

/// What a line of the discussion is.
enum Step {
    Blank,
    Item(ItemLine),
    Label,
    Heading(Head),
    Rule,
    Direction,
    Text,
}

impl Parser<'_> {
    // The discussion: headings, speeches and what is told between them.

    fn discussion(&mut self) {
        let mut n = self.form.discussion;
        while let Some(&line) = self.lines.get(n) {
            n = match self.step(n) {
                Step::Blank => {
                    self.out.token(SyntaxKind::Blank, line.end);
                    n + 1
                }
                Step::Item(item)
                    if matches!(item.field, Field::Address | Field::Agenda)
                        && item.value >= line.text.len() =>
                {
                    self.after = item.head.number.map(|(_, number)| number).or(self.after);
                    self.topic(n, item.head)
                }
                Step::Item(item) => self.item(n, item, self.lines.len()),
                Step::Heading(head) => self.topic(n, head),
                Step::Label => self.speech(n),
                Step::Rule => {
                    self.text(&line, 0, SyntaxKind::Rule);
                    n + 1
                }
                Step::Direction => {
                    self.direction(&line);
                    n + 1
                }
                Step::Text if columns::heads(line.text).is_some() => self.columns(n),
                Step::Text => {
                    self.out.start(SyntaxKind::Narrative);
                    let next = self.paragraph(n, 0);
                    self.out.finish();
                    next
                }
            };
            self.close_line(n);
        }
    }

    fn step(&self, n: usize) -> Step {
        let Some(line) = self.lines.get(n).filter(|line| !line.is_blank()) else { return Step::Blank };
        if let Some(item) = self.form.items.get(n).copied().flatten() {
            return Step::Item(item);
        }
        if let Some(item) = line.item().filter(|item| self.form.continues(item, self.after)) {
            return Step::Item(item);
        }
        if line.is_time_mark() {
            return Step::Direction;
        }
        if matches!(self.labels.get(n), Some(Some(_))) {
            return Step::Label;
        }
        if let Some(head) = self.heading_at(n, line) {
            Step::Heading(head)
        } else if line.is_rule() {
            Step::Rule
        } else if line.is_direction() || line.is_outcome() {
            Step::Direction
        } else {
            Step::Text
        }
    }

    fn topic(&mut self, n: usize, head: Head) -> usize {
        let Some(&line) = self.lines.get(n) else { return n + 1 };
        let line = &line;
        self.heading = head.number.map(|(_, number)| number).or(self.heading);
        // 日程第１ and 議案第１号 are how a matter is called.
        let is_name = |(at, number): (usize, Numbering)| {
            number.style == Style::Ordinal && line.text.get(at..).is_some_and(numbering::names_matter)
        };
        let head = match head.number {
            Some((at, number)) if is_name((at, number)) => Head { number: None, words: at, ..head },
            _ => head,
        };
        self.out.start(SyntaxKind::Topic);
        self.head(line, head);
        match head.end {
            Some(end) => {
                self.text_until(line, head.words, end, SyntaxKind::Text);
                // The bracket that closes the words ends the line.
                self.out.token(SyntaxKind::Gap, line.text_end());
            }
            None => {
                let words = if head.words < line.text.len() { head.words } else { 0 };
                self.text(line, words, SyntaxKind::Text);
            }
        }
        // `日程第１`, and on the next line what that is.
        let mut next = n + 1;
        while let Some(below) =
            self.lines.get(next).filter(|_| is_schedule(line.text) && self.names_schedule(next))
        {
            self.out.token(SyntaxKind::CellSeam, below.place(0));
            self.text(below, 0, SyntaxKind::Text);
            next += 1;
        }
        self.out.finish();
        next
    }

    /// A label and everything up to the next label, heading, item or rule.
    fn speech(&mut self, n: usize) -> usize {
        let (Some(&line), Some(Some(found))) = (self.lines.get(n), self.labels.get(n)) else { return n + 1 };
        let found = found.clone();
        self.out.start(SyntaxKind::Speech);
        if let Some((start, end)) = found.serial {
            self.out.token_at(SyntaxKind::Number, line.range(start, end));
        }
        if let Some((start, end)) = found.mark {
            self.out.token_at(SyntaxKind::Mark, line.range(start, end));
        }
        self.out.token_at(SyntaxKind::Label, line.range(found.label.0, found.label.1));
        let mut next = n + 1;
        // `○午後1時58分開会` between a label and the first words is told, not said.
        let mut label = line;
        match label.split_off(found.body) {
            Some(body) if body.is_time_mark() || (body.text.starts_with('〔') && body.is_direction()) => {
                self.direction(&body)
            }
            Some(_) => next = self.paragraph(n, found.body),
            None => {
                let at = self.skip_blanks(next);
                if let Some(&told) = self.lines.get(at).filter(|line| line.is_time_mark()) {
                    self.close_line(at);
                    self.direction(&told);
                    next = at + 1;
                }
            }
        }
        loop {
            let at = self.skip_blanks(next);
            // An answer that hangs below its question ends where the text stands out again.
            let is_summary = matches!(found.shape.frame, label::Frame::Kind | label::Frame::Bullet);
            let is_out = is_summary
                && self
                    .lines
                    .get(at)
                    .is_some_and(|next| next.indent() < line.indent() || lexicon::is_outcome(next.text));
            if is_out {
                break;
            }
            // Behind the last label the record closes in its own words.
            let is_closing = self.lines.get(at).is_some_and(|next| lexicon::closes_record(next.text))
                && self.last_label.is_none_or(|last| last < at);
            if is_closing {
                break;
            }
            let is_hour = self.lines.get(at).is_some_and(Line::is_time_mark);
            let end = match self.step(at) {
                Step::Text => at + 1,
                // A remark in brackets belongs to the speech when the speech goes on behind it. An
                // hour ends it: what follows is the record's own word.
                Step::Direction if !is_hour && self.is_text(at + 1) => at + 1,
                // 「次のとおりである。」 and then a list, which the speaker numbers.
                Step::Heading(_) if self.announces_list(at) => self.steps_end(at),
                Step::Heading(head) => self.list_end(at, head),
                _ => at,
            };
            if end == at || at >= self.lines.len() {
                break;
            }
            next = at;
            while next < end {
                self.close_line(next);
                next = self.paragraph(next, 0);
            }
        }
        self.out.finish();
        next
    }

    /// Whether the next line that is not blank is text.
    pub(super) fn is_text(&self, from: usize) -> bool {
        matches!(self.step(self.skip_blanks(from)), Step::Text)
    }

    /// Where a list ends that a speaker numbers, if line `n` begins one: lines that would be
    /// headings but carry on no series and lead back to the speaker's text. `n` where it is none.
    fn list_end(&self, n: usize, head: Head) -> usize {
        let is_sure = |number: Numbering| number.style == Style::Ordinal || self.is_next_heading(number);
        let is_heading = head.number.is_none_or(|(_, number)| is_sure(number))
            || self.lines.get(n).is_none_or(|line| self.form.announces(line));
        let end = self.steps_end(n);
        if !is_heading && self.is_text(end) { end } else { n }
    }

    /// Whether the line before `n` says that a list follows.
    fn announces_list(&self, n: usize) -> bool {
        self.before(n).is_some_and(|line| {
            let tail: String =
                line.text.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
            line.ends_sentence()
                && ["次のとおり", "次の通り", "次の点", "次の事項", "次のよう", "以下の"]
                    .iter()
                    .any(|words| tail.contains(words))
        })
    }

    /// Where the lines end that look like headings from line `n` on.
    fn steps_end(&self, n: usize) -> usize {
        let rest = self.lines.get(n..).unwrap_or_default();
        n + (n..n + rest.len()).take_while(|&n| matches!(self.step(n), Step::Heading(_))).count()
    }

    /// A remark on a line of its own.
    fn direction(&mut self, line: &Line) {
        self.out.token(SyntaxKind::Gap, line.place(0));
        self.out.start(SyntaxKind::Narrative);
        self.out.start(SyntaxKind::Paragraph);
        self.text(line, 0, SyntaxKind::Text);
        self.out.finish();
        self.out.finish();
    }

    /// One paragraph from byte `from` of line `n` on, with the lines that complete its sentence.
    fn paragraph(&mut self, n: usize, from: usize) -> usize {
        let Some(&line) = self.lines.get(n) else { return n + 1 };
        self.out.token(SyntaxKind::Gap, line.place(from));
        self.out.start(SyntaxKind::Paragraph);
        self.text(&line, from, SyntaxKind::Text);
        let mut last = n;
        while let Some(next) = self.continuation(last) {
            let Some(line) = self.lines.get(next) else { break };
            let seam = if next == last + 1 { SyntaxKind::LineSeam } else { SyntaxKind::PageSeam };
            self.out.token(seam, line.place(0));
            self.text(line, 0, SyntaxKind::Text);
            last = next;
        }
        self.out.finish();
        last + 1
    }

    /// The line that completes the sentence which line `n` leaves open. A line that is indented
    /// further than the open one begins something of its own.
    fn continuation(&self, n: usize) -> Option<usize> {
        let line = self.lines.get(n)?;
        let next = self.skip_blanks(n + 1);
        let other = self.lines.get(next)?;
        let is_remark = line.is_direction() || line.is_time_mark();
        let is_open =
            !is_remark && !line.ends_sentence() && line.is_prose() && matches!(self.step(next), Step::Text);
        let is_level = !other.is_indented() || (line.is_indented() && other.indent() == line.indent());
        let is_bulleted = other.head().bullet.is_some();
        (is_open && is_level && !is_bulleted && !lexicon::closes_record(other.text)).then_some(next)
    }

    // What all parts share.

    pub(super) fn skip_blanks(&self, from: usize) -> usize {
        let rest = self.lines.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|line| line.is_blank()).count()
    }

    pub(super) fn head(&mut self, line: &Line, head: Head) {
        if let Some(end) = head.bullet {
            // `議題：` says more than a mark.
            let says = line.text.get(..end).is_some_and(|bullet| bullet.contains(char::is_alphabetic));
            let end = if says {
                line.text.get(..end).map_or(end, |bullet| bullet.trim_end_matches(is_space).len())
            } else {
                end
            };
            let kind = if says { SyntaxKind::Number } else { SyntaxKind::Bullet };
            self.out.token_at(kind, line.range(0, end));
        }
        if let Some((start, number)) = head.number {
            self.out.token_at(SyntaxKind::Number, line.range(start, start + number.len));
        }
    }

    /// The text of a line from byte `from` on: one token, or several with seams between where something
    /// was taken out.
    pub(super) fn text(&mut self, line: &Line, from: usize, kind: SyntaxKind) {
        self.text_until(line, from, line.text.len(), kind);
    }

    /// The same up to byte `to`.
    pub(super) fn text_until(&mut self, line: &Line, from: usize, to: usize, kind: SyntaxKind) {
        let mut seam = SyntaxKind::Gap;
        for (range, is_verbatim) in line.pieces(from, to) {
            if is_verbatim {
                self.out.token(seam, range.start as usize);
                self.out.token(kind, range.end as usize);
                seam = SyntaxKind::LetterSeam;
            } else {
                seam = SyntaxKind::CellSeam;
            }
        }
    }

    /// What is left of the lines before line `n`: spaces and line ends, then blank lines.
    pub(super) fn close_line(&mut self, n: usize) {
        let last = n.checked_sub(1).and_then(|n| self.lines.get(n));
        if let Some(line) = last.filter(|line| !line.is_blank()) {
            self.out.token(SyntaxKind::Gap, line.end);
        }
        let end = last.map_or(0, |line| line.end);
        self.out.token(SyntaxKind::Blank, end);
    }
}
