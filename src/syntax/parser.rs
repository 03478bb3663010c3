//! Walks the lines once and builds the tree.
//!
//! May live here: which line begins, goes on or ends a node. May not: shapes of labels and numbers.

use super::convention::{Candidate, Convention};
use super::form::{self, Form};
use super::kind::{Field, SyntaxKind};
use super::label::{self, LabelMatch};
use super::lexicon;
use super::lines::{Head, ItemLine, Laid, Line};
use super::numbering::{self, Numbering, Style};
use super::roster::{self, Roster};
use super::title;
use super::tree::{Builder, Node};
use crate::chars::{digit, is_space};
use crate::source::Source;

pub(super) fn parse(source: &Source, laid: &[Laid]) -> Node {
    let mut lines: Vec<Line> = laid.iter().map(Line::new).collect();
    // What labels the text bears helps to see where the discussion begins, and where it begins, to see
    // which labels count.
    let nobody = Roster::default();
    let anywhere: Vec<Option<LabelMatch>> = lines
        .iter()
        .map(|line| if line.is_blank() { None } else { label::label(line, &nobody) })
        .collect();
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
        candidate.as_ref().filter(|candidate| convention.accepts(candidate)).map(|candidate| candidate.found.clone())
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
    if line.is_blank() || is_item { None } else { label::label(line, &form.roster) }
}

/// Whether a line names a place in the order of the day and nothing else: `日程第１`, `日程第２及び日程第３`.
fn is_schedule(text: &str) -> bool {
    let rest = label::squash(text);
    let bare = rest.strip_prefix("追加").unwrap_or(&rest);
    let joint = |c: char| digit(c).is_some() || "日程第からまで及びないし、，・～〜－".contains(c);
    bare.starts_with("日程第") && bare.chars().all(joint) && bare.chars().any(|c| digit(c).is_some())
}

struct Parser<'a> {
    lines: &'a [Line<'a>],
    form: &'a Form,
    labels: Vec<Option<LabelMatch>>,
    out: Builder,
    /// The number of the item of the form that was read last.
    after: Option<Numbering>,
    /// The number of the heading that was read last.
    heading: Option<Numbering>,
    /// The line of the last label.
    last_label: Option<usize>,
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

/// A heading is shorter than this; a longer numbered line is a paragraph.
const MAX_HEADING: usize = 90;
/// The same of a heading that a mark makes one.
const MAX_MARKED_HEADING: usize = 60;
/// Within so many lines below a heading of that kind somebody speaks.
const LINES_TO_A_SPEECH: usize = 8;
/// So many sentences may be told in between.
const MOST_TOLD: usize = 1;

impl Parser<'_> {
    // The form: everything before the discussion.

    fn form(&mut self, title: Option<usize>) {
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
    fn title(&mut self, n: usize) -> usize {
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
    fn item(&mut self, n: usize, item: ItemLine, limit: usize) -> usize {
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
            self.value(&line, item.field, 0);
            has_value = true;
            n += 1;
            last = n;
        }
        last
    }

    fn value(&mut self, line: &Line, field: Field, from: usize) {
        match field {
            Field::Roll => self.roll_line(line, from),
            Field::Agenda => {
                self.out.token(SyntaxKind::Gap, line.place(from));
                self.out.start(SyntaxKind::AgendaEntry);
                // A number without words is all that the entry says.
                let numbered = Some(line.head()).filter(|head| from == 0 && head.words < line.text.len());
                let head = numbered.unwrap_or(Head { words: from, ..Head::default() });
                self.head(line, head);
                self.text(line, head.words, SyntaxKind::Text);
                self.out.finish();
            }
            _ => self.text(line, from, SyntaxKind::Value),
        }
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
                    if matches!(item.field, Field::Address | Field::Agenda) && item.value >= line.text.len() =>
                {
                    self.after = item.head.number.map(|(_, number)| number).or(self.after);
                    self.topic(n, item.head)
                }
                Step::Item(item) => self.item(n, item, self.lines.len()),
                Step::Heading(head) => {
                    self.topic(n, head)
                }
                Step::Label => self.speech(n),
                Step::Rule => {
                    self.text(&line, 0, SyntaxKind::Rule);
                    n + 1
                }
                Step::Direction => {
                    self.direction(&line);
                    n + 1
                }
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
        let head = line.head();
        // A number in series, and one that only matters bear, need no other sign.
        let is_sure = |number: Numbering| number.style == Style::Ordinal || self.is_next_heading(number);
        let is_schedule = is_schedule(line.text) && self.starts_fresh(n);
        let is_markdown = line.text.starts_with('#') && head.bullet.is_some();
        let is_heading = is_markdown || is_schedule || head.number.is_some_and(|(_, number)| number.apart && (self.starts_fresh(n) || is_sure(number)))
                && line.text.chars().count() <= MAX_HEADING
                && (head.words < line.text.len() || is_schedule)
                && !line.text.ends_with(['。', '、', '？']);
        if is_heading {
            Step::Heading(head)
        } else if let Some(head) = self.marked_heading(n, line) {
            Step::Heading(head)
        } else if self.form.announces(line) {
            Step::Heading(head)
        } else if line.is_rule() {
            Step::Rule
        } else if line.is_direction() || line.is_outcome() {
            Step::Direction
        } else {
            Step::Text
        }
    }

    /// The line as a heading that a mark or brackets make one: `◎一般質問`, `《議案第１号》`, or that stands
    /// alone below a rule. Speakers use marks too; a heading leads to somebody who speaks.
    fn marked_heading(&self, n: usize, line: &Line) -> Option<Head> {
        let text = line.text;
        let first = text.chars().next()?;
        let n_chars = text.chars().count();
        if n_chars > MAX_MARKED_HEADING || text.ends_with(['。', '、', '？', '，']) || line.is_rule() {
            return None;
        }
        if let Some(item) = line.item().filter(|item| item.field == Field::Agenda && item.value < text.len()) {
            let is_apart = text.get(..item.value).is_some_and(|label| label.ends_with([':', '：']));
            if is_apart && self.starts_fresh(n) {
                return Some(Head { bullet: Some(item.value), words: item.value, ..Head::default() });
            }
        }
        let close = [('《', '》'), ('【', '】'), ('<', '>'), ('＜', '＞'), ('〈', '〉')]
            .into_iter()
            .find(|&(open, _)| open == first)
            .map(|(_, close)| close);
        let inner = match close {
            Some(close) => text.get(first.len_utf8()..)?.split_once(close).filter(|(_, rest)| {
                rest.is_empty() || !rest.contains('。')
            }).map(|(inner, _)| inner)?,
            None => text,
        };
        if close.is_some() && (line.tells() || lexicon::is_stage(inner)) {
            return None;
        }
        let is_marked = label::is_mark(first) || matches!(first, '▼' | '▶' | '►');
        let words = text.get(first.len_utf8()..)?;
        // `○（傍聴者入室）`; and a dot begins any list, unless somebody speaks at once.
        let next = self.skip_blanks(n + 1);
        let is_followed = matches!(self.labels.get(next), Some(Some(_)));
        if is_marked && (words.starts_with(['(', '（', '〔']) || (first == '・' && !is_followed)) {
            return None;
        }
        let is_below_rule = self.before(n).is_some_and(Line::is_rule) && !line.is_direction();
        if !(close.is_some() || is_marked || is_below_rule) || !self.introduces(n, first) {
            return None;
        }
        // Below a rule stand letters and tables too: only what a speech follows at once is a heading.
        if !(close.is_some() || is_marked || is_followed) {
            return None;
        }
        let words = if is_marked || close.is_some() {
            let after = text.get(first.len_utf8()..)?;
            first.len_utf8() + numbering::spaces(after)
        } else {
            let head = line.head();
            return head.number.is_none().then_some(Head { words: head.words, ..head });
        };
        let end = close.and_then(|close| text.find(close));
        Some(Head { bullet: Some(words), number: None, words, end })
    }

    /// The last line before `n` that is not blank.
    fn before(&self, n: usize) -> Option<&Line<'_>> {
        self.lines.get(..n)?.iter().rev().find(|line| !line.is_blank())
    }

    /// Whether the lines below lead to somebody who speaks without anything being told at length before,
    /// and do not carry on a list of the same mark.
    fn introduces(&self, n: usize, mark: char) -> bool {
        if !self.starts_fresh(n) {
            return false;
        }
        let below = (n + 1..self.lines.len()).filter(|&n| self.lines.get(n).is_some_and(|line| !line.is_blank()));
        let mut n_told = 0;
        for (at, n) in below.take(LINES_TO_A_SPEECH).enumerate() {
            let Some(line) = self.lines.get(n) else { return false };
            if matches!(self.labels.get(n), Some(Some(_))) {
                return true;
            }
            if at == 0 && label::is_mark(mark) && line.text.starts_with(mark) {
                return false;
            }
            let is_remark = line.is_direction() || line.is_time_mark() || line.is_rule();
            n_told += usize::from(!is_remark && line.is_sentence());
            if n_told > MOST_TOLD {
                return false;
            }
        }
        false
    }

    /// Whether the line before is over, so that this one can begin something.
    fn starts_fresh(&self, n: usize) -> bool {
        let before = n.checked_sub(1).and_then(|n| self.lines.get(n));
        before.is_none_or(|line| {
            line.is_blank() || line.ends_sentence() || line.head().number.is_some() || line.is_rule()
        })
    }

    /// Whether a number carries on the headings read before.
    fn is_next_heading(&self, number: Numbering) -> bool {
        self.heading.is_some_and(|last| last.style == number.style && last.value + 1 == number.value)
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
                // What stands behind the bracket belongs to the heading as it is printed.
                self.out.token(SyntaxKind::Gap, line.text_end());
            }
            None => {
                let words = if head.words < line.text.len() { head.words } else { 0 };
                self.text(line, words, SyntaxKind::Text);
            }
        }
        // `日程第１`, and on the next line what that is.
        let mut next = n + 1;
        while let Some(below) = self.lines.get(next).filter(|_| is_schedule(line.text) && self.names_schedule(next)) {
            self.out.token(SyntaxKind::CellSeam, below.place(0));
            self.text(below, 0, SyntaxKind::Text);
            next += 1;
        }
        self.out.finish();
        next
    }

    /// Whether line `n` carries on the heading above it.
    fn names_schedule(&self, n: usize) -> bool {
        self.lines.get(n).is_some_and(|line| {
            let is_short = line.text.chars().count() <= MAX_MARKED_HEADING && !line.is_sentence();
            let is_label = matches!(self.labels.get(n), Some(Some(_)));
            !line.is_blank() && is_short && !is_label && !line.is_rule() && !line.is_time_mark() && !is_schedule(line.text)
        })
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
            Some(body) if body.is_time_mark() || (body.tells() && body.text.starts_with('〔') && body.is_direction()) => self.direction(&body),
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
                && self.lines.get(at).is_some_and(|next| next.indent() < line.indent() || lexicon::is_outcome(next.text));
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
    fn is_text(&self, from: usize) -> bool {
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
            let tail: String = line.text.chars().rev().take(16).collect::<Vec<_>>().into_iter().rev().collect();
            line.ends_sentence() && ["次の", "以下の"].iter().any(|words| tail.contains(words))
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
        let is_level =
            !other.is_indented() || (line.is_indented() && other.indent() == line.indent());
        let is_bulleted = other.head().bullet.is_some();
        (is_open && is_level && !is_bulleted).then_some(next)
    }

    // What all parts share.

    fn skip_blanks(&self, from: usize) -> usize {
        let rest = self.lines.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|line| line.is_blank()).count()
    }

    fn head(&mut self, line: &Line, head: Head) {
        if let Some(end) = head.bullet {
            self.out.token_at(SyntaxKind::Bullet, line.range(0, end));
        }
        if let Some((start, number)) = head.number {
            self.out.token_at(SyntaxKind::Number, line.range(start, start + number.len));
        }
    }

    /// The text of a line from byte `from` on: one token, or several with seams between where something
    /// was taken out.
    fn text(&mut self, line: &Line, from: usize, kind: SyntaxKind) {
        self.text_until(line, from, line.text.len(), kind);
    }

    /// The same up to byte `to`.
    fn text_until(&mut self, line: &Line, from: usize, to: usize, kind: SyntaxKind) {
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
    fn close_line(&mut self, n: usize) {
        let last = n.checked_sub(1).and_then(|n| self.lines.get(n));
        if let Some(line) = last.filter(|line| !line.is_blank()) {
            self.out.token(SyntaxKind::Gap, line.end);
        }
        let end = last.map_or(0, |line| line.end);
        self.out.token(SyntaxKind::Blank, end);
    }
}
