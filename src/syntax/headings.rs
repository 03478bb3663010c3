//! Which lines of the discussion are headings.
//!
//! May live here: what makes a heading: numbers, marks, brackets, the agenda's words. May not: what stands
//! below one (`parser`).

use super::kind::Field;
use super::label;
use super::lexicon;
use super::lines::{Head, Line};
use super::numbering::{self, Numbering, Style};
use super::parser::Parser;
use crate::chars::digit;

/// A heading is shorter than this; a longer numbered line is a paragraph.
const MAX_HEADING: usize = 90;
/// The same of a heading that a mark makes one.
const MAX_MARKED_HEADING: usize = 60;
/// Within so many lines below a heading of that kind somebody speaks.
const LINES_TO_A_SPEECH: usize = 8;
/// So many sentences may be told in between.
const MOST_TOLD: usize = 1;

/// Whether a line names a place in the order of the day and nothing else: `日程第１`, `日程第２及び日程第３`.
pub(super) fn is_schedule(text: &str) -> bool {
    let rest = label::squash(text);
    let bare = rest.strip_prefix("追加").unwrap_or(&rest);
    let joint = |c: char| digit(c).is_some() || "日程第からまで及びないし、，・～〜－".contains(c);
    bare.starts_with("日程第") && bare.chars().all(joint) && bare.chars().any(|c| digit(c).is_some())
}

impl Parser<'_> {
    /// The line as a heading, if it is one.
    pub(super) fn heading_at(&self, n: usize, line: &Line) -> Option<Head> {
        let head = line.head();
        // A number in series, and one that only matters bear, need no other sign.
        let is_sure = |number: Numbering| number.style == Style::Ordinal || self.is_next_heading(number);
        let is_schedule = is_schedule(line.text) && self.starts_fresh(n);
        let is_markdown = line.text.starts_with('#') && head.bullet.is_some();
        let is_numbered =
            head.number.is_some_and(|(_, number)| number.apart && (self.starts_fresh(n) || is_sure(number)))
                && line.text.chars().count() <= MAX_HEADING
                && head.words < line.text.len()
                && !line.text.ends_with(['。', '、', '？']);
        // 「閉会」 behind a number needs no full stop above it.
        let is_formal = head.number.is_some_and(|(_, number)| number.apart)
            && lexicon::is_formality(&label::squash(line.text.get(head.words..).unwrap_or_default()));
        let is_heading = is_markdown || is_schedule || is_numbered || is_formal;
        if is_heading {
            return Some(head);
        }
        self.marked_heading(n, line).or_else(|| self.form.announces(line).then_some(head))
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
        if let Some(item) = line.item().filter(|item| item.field == Field::Agenda && item.value < text.len())
        {
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
            Some(close) => text
                .get(first.len_utf8()..)?
                .split_once(close)
                .filter(|(_, rest)| rest.is_empty() || !rest.contains('。'))
                .map(|(inner, _)| inner)?,
            None => text,
        };
        if close.is_some() && lexicon::is_stage(inner) {
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
        // Where more stands behind the bracket, the line as a whole is the heading.
        let end = close
            .and_then(|close| text.find(close))
            .filter(|&end| close.is_some_and(|close| end + close.len_utf8() == text.len()));
        if close.is_some() && end.is_none() {
            return Some(Head::default());
        }
        Some(Head { bullet: Some(words), number: None, words, end })
    }

    /// The last line before `n` that is not blank.
    pub(super) fn before(&self, n: usize) -> Option<&Line<'_>> {
        self.lines.get(..n)?.iter().rev().find(|line| !line.is_blank())
    }

    /// Whether the lines below lead to somebody who speaks without anything being told at length before,
    /// and do not carry on a list of the same mark.
    fn introduces(&self, n: usize, mark: char) -> bool {
        if !self.starts_fresh(n) {
            return false;
        }
        let below =
            (n + 1..self.lines.len()).filter(|&n| self.lines.get(n).is_some_and(|line| !line.is_blank()));
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
    pub(super) fn starts_fresh(&self, n: usize) -> bool {
        let before = n.checked_sub(1).and_then(|n| self.lines.get(n));
        before.is_none_or(|line| {
            line.is_blank() || line.ends_sentence() || line.head().number.is_some() || line.is_rule()
        })
    }

    /// Whether a number carries on the headings read before.
    pub(super) fn is_next_heading(&self, number: Numbering) -> bool {
        self.heading.is_some_and(|last| last.style == number.style && last.value + 1 == number.value)
    }

    /// Whether line `n` carries on the heading above it.
    pub(super) fn names_schedule(&self, n: usize) -> bool {
        self.lines.get(n).is_some_and(|line| {
            let is_short = line.text.chars().count() <= MAX_MARKED_HEADING && !line.is_sentence();
            let is_label = matches!(self.labels.get(n), Some(Some(_)));
            !line.is_blank()
                && is_short
                && !is_label
                && !line.is_rule()
                && !line.is_time_mark()
                && !is_schedule(line.text)
        })
    }
}
