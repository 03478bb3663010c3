//! Builds the nodes of everything before the discussion: title, items of the form, roll, agenda.
//!
//! May live here: which lines belong to an item. May not: which lines open one (`form`).

use super::headings::is_schedule;
use super::kind::{Field, SyntaxKind};
use super::lines::{Head, ItemLine, Line};
use super::numbering::{self, Numbering};
use super::parser::Parser;
use super::roster;
use super::title;
use crate::chars::{is_space, narrow};

impl Parser<'_> {
    pub(super) fn form(&mut self, title: Option<usize>) {
        let mut n = 0;
        while n < self.form.discussion.min(self.lines.len()) {
            let Some(&line) = self.lines.get(n) else { break };
            if line.is_blank() {
                self.out.token(SyntaxKind::Blank, line.end);
                n += 1;
            } else if title == Some(n) {
                n = self.title(n);
            } else if let Some(item) = self.form.items.get(n).copied().flatten() {
                n = self.item(n, item, self.form.discussion);
            } else {
                n = self.plain(n, title);
            }
            self.close_line(n);
        }
    }

    /// The line of the title, and the word for the kind of document on a line of its own below.
    pub(super) fn title(&mut self, n: usize) -> usize {
        let Some(&line) = self.lines.get(n) else { return n + 1 };
        self.out.start(SyntaxKind::Title);
        // `# 会議録`, `：会議録`
        let marks = line.text.chars().take_while(|&c| matches!(c, '#' | ':' | '：') || is_space(c));
        self.text(&line, marks.map(char::len_utf8).sum(), SyntaxKind::Text);
        let below = self.skip_blanks(n + 1);
        let kind = self.lines.get(below).filter(|_| below < self.form.discussion);
        let kind = kind.filter(|kind| title::is_record(kind) && !title::is_record(&line));
        let next = match kind {
            Some(kind) => {
                self.text(kind, 0, SyntaxKind::Text);
                below + 1
            }
            None => n + 1,
        };
        self.out.finish();
        next
    }

    /// Lines up to the next blank line, item or title that nothing recognised.
    fn plain(&mut self, from: usize, title: Option<usize>) -> usize {
        self.out.start(SyntaxKind::Plain);
        let mut n = from;
        while let Some(line) = self.lines.get(n).filter(|line| !line.is_blank()) {
            let is_item = self.form.items.get(n).is_some_and(Option::is_some);
            let is_other = is_item || n >= self.form.discussion || title == Some(n);
            if n > from && is_other {
                break;
            }
            self.text(line, 0, SyntaxKind::Text);
            n += 1;
        }
        self.out.finish();
        n
    }

    /// An item with the lines that belong to it, none at or behind `limit`.
    pub(super) fn item(&mut self, n: usize, item: ItemLine, limit: usize) -> usize {
        let Some(&line) = self.lines.get(n) else { return n + 1 };
        self.after = item.head.number.map(|(_, number)| number).or(self.after);
        self.out.start(SyntaxKind::Item(item.field));
        self.head(&line, item.head);
        self.out.token_at(SyntaxKind::ItemLabel, line.range(item.label.0, item.label.1));
        if item.value < line.text.len() {
            self.value(&line, item.field, item.value);
        }
        // What follows the name of the discussion is the discussion.
        let is_whole = item.field == Field::Discussion;
        let next = if is_whole { n + 1 } else { self.item_lines(n + 1, item, limit) };
        self.out.finish();
        next
    }

    /// The lines below an item that belong to it. A list runs to the next item; a single value
    /// ends at a blank line.
    fn item_lines(&mut self, from: usize, item: ItemLine, limit: usize) -> usize {
        let is_list = matches!(item.field, Field::Roll | Field::Agenda);
        let mut has_value = self.lines.get(from - 1).is_some_and(|line| item.value < line.text.len());
        let mut n = from;
        let mut last = from;
        while let Some(&line) = self.lines.get(n).filter(|_| n < limit) {
            if self.form.items.get(n).is_some_and(Option::is_some) {
                break;
            }
            if line.is_blank() {
                if has_value && !is_list {
                    break;
                }
                n += 1;
                continue;
            }
            // A heading with a number that is not a list's belongs to what follows.
            if !is_list && line.head().number.is_some_and(|(_, number)| number.apart) {
                break;
            }
            self.close_line(n);
            has_value = true;
            n = if item.field == Field::Agenda && is_beside(&line) {
                self.text(&line, 0, SyntaxKind::Value);
                n + 1
            } else if item.field == Field::Agenda {
                self.agenda_entry(n, limit)
            } else {
                self.value(&line, item.field, 0);
                n + 1
            };
            last = n;
        }
        last
    }

    fn value(&mut self, line: &Line, field: Field, from: usize) {
        match field {
            Field::Roll => self.roll_line(line, from),
            Field::Agenda => {
                let entries = numbering::series(line.text.get(from..).unwrap_or_default());
                if !entries.is_empty() {
                    return self.series(line, from, &entries);
                }
                self.out.token(SyntaxKind::Gap, line.place(from));
                self.out.start(SyntaxKind::AgendaEntry);
                let rest = line.text.get(from..).unwrap_or_default();
                let number = numbering::number(rest).filter(|number| number.apart && number.len < rest.len());
                let gap = number.map_or(0, |number| {
                    number.len + numbering::spaces(rest.get(number.len..).unwrap_or_default())
                });
                let number = number.map(|number| (from, number));
                self.head(line, Head { number, words: from + gap, ..Head::default() });
                self.text(line, from + gap, SyntaxKind::Text);
                self.out.finish();
            }
            _ => self.text(line, from, SyntaxKind::Value),
        }
    }

    /// The entries of the agenda that stand on one line.
    fn series(&mut self, line: &Line, from: usize, entries: &[(usize, Numbering)]) {
        let ends = entries.iter().skip(1).map(|(at, _)| from + at).chain([line.text.len()]);
        for (&(at, number), end) in entries.iter().zip(ends) {
            let rest = line.text.get(from + at + number.len..end).unwrap_or_default();
            let words = from + at + number.len + numbering::spaces(rest);
            self.out.token(SyntaxKind::Gap, line.place(from + at));
            self.out.start(SyntaxKind::AgendaEntry);
            self.head(line, Head { number: Some((from + at, number)), words, ..Head::default() });
            let behind =
                words + line.text.get(words..end).unwrap_or_default().trim_end_matches(is_space).len();
            self.text_until(line, words, behind, SyntaxKind::Text);
            self.out.finish();
        }
    }

    /// An entry of the agenda that begins on line `n`, with the lines that carry it on: what stands below
    /// 日程第１, and what a narrow page cut off.
    fn agenda_entry(&mut self, n: usize, limit: usize) -> usize {
        let Some(&line) = self.lines.get(n) else { return n + 1 };
        self.out.token(SyntaxKind::Gap, line.place(0));
        self.out.start(SyntaxKind::AgendaEntry);
        let head = line.head();
        let mut is_open = head.words >= line.text.len() && is_schedule(line.text);
        let mut words = String::new();
        if is_open {
            self.head(&line, head);
        } else {
            // A number without words is all that the entry says.
            let head = if head.words < line.text.len() { head } else { Head::default() };
            self.head(&line, head);
            self.text(&line, head.words, SyntaxKind::Text);
            words.push_str(line.text);
        }
        let mut next = n + 1;
        while let Some(&below) = self.lines.get(next).filter(|_| next < limit) {
            let begins_own = self.form.items.get(next).is_some_and(Option::is_some)
                || below.is_blank()
                || below.is_rule()
                || below.is_sentence()
                || is_schedule(below.text);
            let head = below.head();
            let is_marked = head.bullet.is_some() || head.number.is_some();
            // Behind a mark, what stands further in and has none is the rest of the entry.
            let is_hanging = line.head().bullet.is_some()
                && line.indent() < below.indent()
                && words.chars().count() >= SHORTEST_CUT
                && !ends_entry(&words);
            let goes_on = !is_marked && (is_hanging || carries_on(&words, below.text));
            if begins_own || !(is_open || goes_on) {
                break;
            }
            let seam = if is_open { SyntaxKind::Gap } else { SyntaxKind::LineSeam };
            self.out.token(seam, below.place(0));
            self.text(&below, 0, SyntaxKind::Text);
            words.push_str(below.text);
            is_open = false;
            next += 1;
        }
        self.out.finish();
        next
    }

    fn roll_line(&mut self, line: &Line, from: usize) {
        self.out.token(SyntaxKind::Gap, line.place(from));
        self.out.start(SyntaxKind::RollGroup);
        let roll = roster::roll_line(line, from);
        self.head(line, roll.head);
        if let Some((start, end)) = roll.group {
            self.out.token_at(SyntaxKind::GroupName, line.range(start, end));
        }
        for entry in &roll.entries {
            self.out.token(SyntaxKind::Gap, line.place(entry.whole.0));
            self.out.start(SyntaxKind::Attendee);
            let mut tokens = vec![(SyntaxKind::Name, entry.name)];
            tokens.extend(entry.title.map(|span| (SyntaxKind::PartTitle, span)));
            tokens.extend(entry.post.map(|span| (SyntaxKind::Post, span)));
            tokens.extend(entry.proxy.map(|span| (SyntaxKind::Proxy, span)));
            tokens.sort_by_key(|&(_, span)| span);
            for (kind, (start, end)) in tokens {
                self.out.token_at(kind, line.range(start, end));
            }
            self.out.token(SyntaxKind::Gap, line.range(entry.whole.0, entry.whole.1).end as usize);
            self.out.finish();
        }
        if roll.entries.is_empty() {
            self.text(line, roll.from, SyntaxKind::Unread);
        }
        self.out.token(SyntaxKind::Gap, line.text_end());
        self.out.finish();
    }
}

/// Whether a line of the agenda is no entry: a rule, the hour, a word that sends the reader elsewhere
/// (`議事日程と同じ`).
fn is_beside(line: &Line) -> bool {
    let refers = ["と同じ", "に同じ", "のとおり", "の通り"].iter().any(|end| line.text.ends_with(end));
    line.is_rule() || refers || opens_day(line.text)
}

/// Whether a line of the day's order says when the meeting opens: `令和6年11月29日（金）午前10時開議`.
fn opens_day(text: &str) -> bool {
    text.contains('月')
        && text.contains('日')
        && ["開議", "開会"].iter().any(|word| text.trim_end().ends_with(word))
}

/// Letters of the shortest line that a narrow page cuts off.
const SHORTEST_CUT: usize = 18;

/// Whether words end as entries of an agenda do.
fn ends_entry(words: &str) -> bool {
    ["について", "の件", "する件", "報告", "説明", "質問", "）", ")"].iter().any(|end| words.ends_with(end))
}

/// Whether a line carries on the words of an entry: a bracket is open, or the line begins in the middle of a
/// phrase.
fn carries_on(words: &str, below: &str) -> bool {
    let depth = words.chars().fold(0i32, |depth, c| match narrow(c) {
        '(' | '「' => depth + 1,
        ')' | '」' => depth - 1,
        _ => depth,
    });
    let begins_inside = below.chars().next().is_some_and(|c| matches!(c, 'ぁ'..='ん' | '、' | '）' | '（'));
    depth > 0 || (begins_inside && !words.is_empty() && !words.ends_with("について"))
}
