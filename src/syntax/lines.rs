//! The lines of a text and what can be seen of each one alone.
//!
//! May live here: what one line shows. May not: its neighbours, the convention of the text.

use std::borrow::Cow;

use super::kind::Field;
use super::label::squash;
use super::lexicon;
use super::numbering::{self, Numbering};
use crate::chars::{digit, ends_sentence, is_space, narrow};
use crate::source::{Source, TextRange};

/// A line to be read: a line of the source, a part of one, or several that a conversion had torn
/// apart, without what `repair` took out of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// The offset of its first character.
    pub start: usize,
    /// The offset behind its line end.
    pub end: usize,
    /// Its text without the line end and without spaces around it.
    pub text: &'a str,
    /// Whether it is no part of the record: a page number, a running head, the frame of a table.
    pub is_furniture: bool,
    /// Where the text stands in the source.
    stretches: &'a [Stretch],
    /// How many bytes of what the stretches count from stand before `text`.
    skipped: usize,
}

/// A stretch of a line's text and where it stands in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its first byte in the text.
    pub at: usize,
    /// Its first byte in the source.
    pub from: usize,
    /// The byte of the source behind it.
    pub to: usize,
    /// Whether the source says the same. Else the text has a space for what was taken out there: the
    /// line of a table.
    pub is_verbatim: bool,
}

/// A line as `repair` makes it, which [`Line`]s look at.
#[derive(Clone, Debug)]
pub(super) struct Laid<'a> {
    pub start: usize,
    pub end: usize,
    pub text: Cow<'a, str>,
    pub stretches: Vec<Stretch>,
    pub is_furniture: bool,
}

impl<'a> Laid<'a> {
    /// A line of the source as it stands.
    pub(super) fn new(source: &'a Source, range: TextRange) -> Laid<'a> {
        let whole = source.slice(range);
        let start = range.start as usize;
        let body = whole.trim_start_matches(|c: char| is_space(c) || c == '\u{C}');
        let is_end = |c: char| is_space(c) || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        let text = body.trim_end_matches(is_end);
        let at = start + whole.len() - body.len();
        let stretches = vec![Stretch { at: 0, from: at, to: at + text.len(), is_verbatim: true }];
        Laid { start, end: range.end as usize, text: text.into(), stretches, is_furniture: false }
    }

    /// From its first letter to its last.
    pub(super) fn range(&self) -> TextRange {
        match (self.stretches.first(), self.stretches.last()) {
            (Some(first), Some(last)) => TextRange::new(first.from, last.to),
            _ => TextRange::new(self.start, self.start),
        }
    }
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
    /// Whether the name of the item is also a label that speakers bear: 委員, 事務局.
    pub is_group_word: bool,
    /// Whether it stands without brackets and has a value behind it.
    pub is_plain_with_value: bool,
}

/// A bullet and a number, and where the words behind them begin in the line's text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Head {
    pub bullet: Option<usize>,
    pub number: Option<(usize, Numbering)>,
    pub words: usize,
    /// Where a bracket closes the words, if it is not the line that ends them.
    pub end: Option<usize>,
}

/// Letters of the longest line that says when something began or ended, spaces and brackets included.
const LONGEST_TIME_MARK: usize = 80;
/// Letters of the longest line that heads the order of a day.
const LONGEST_SCHEDULE: usize = 60;
/// A line of at least so many characters is hardly a heading or a cell.
const SHORTEST_PROSE: usize = 14;

impl<'a> Line<'a> {
    /// The line that `laid` describes.
    pub(super) fn new(laid: &'a Laid<'_>) -> Line<'a> {
        Line {
            start: laid.start,
            end: laid.end,
            text: &laid.text,
            is_furniture: laid.is_furniture,
            stretches: &laid.stretches,
            skipped: 0,
        }
    }

    /// Cuts the line before byte `at` of its text; `None` where nothing stands behind it.
    pub(super) fn split_off(&mut self, at: usize) -> Option<Line<'a>> {
        let (text, rest) = self.text.split_at_checked(at).filter(|(_, rest)| !rest.is_empty())?;
        let cut = self.place(at);
        let rest = Line { start: cut, text: rest, skipped: self.skipped + at, ..*self };
        self.text = text.trim_end_matches(is_space);
        self.end = cut;
        Some(rest)
    }

    /// The stretch in which byte `at` of its text stands.
    fn stretch(&self, at: usize) -> Option<&'a Stretch> {
        let n = self.stretches.partition_point(|stretch| stretch.at <= self.skipped + at);
        self.stretches.get(n.saturating_sub(1))
    }

    /// The offset of byte `at` of its text in the source.
    pub(super) fn place(&self, at: usize) -> usize {
        match self.stretch(at) {
            Some(stretch) if stretch.is_verbatim => {
                (stretch.from + self.skipped + at - stretch.at).min(stretch.to)
            }
            Some(stretch) => stretch.from,
            None => self.start,
        }
    }

    /// The offset behind the byte before `at`: what was taken out there is not inside.
    fn place_behind(&self, at: usize) -> usize {
        match at.checked_sub(1).and_then(|last| Some((last, self.stretch(last)?))) {
            Some((last, stretch)) if stretch.is_verbatim => self.place(last) + 1,
            Some((_, stretch)) => stretch.to,
            None => self.place(at),
        }
    }

    /// The stretches of the source in which bytes `from..to` of the text stand; `false` for one of
    /// which the text has a space only.
    pub(super) fn pieces(&self, from: usize, to: usize) -> impl Iterator<Item = (TextRange, bool)> {
        let (first, end) = (self.skipped + from, self.skipped + to);
        let n = self.stretches.partition_point(|stretch| stretch.at <= first).saturating_sub(1);
        let rest = self.stretches.get(n..).unwrap_or_default();
        rest.iter().take_while(move |stretch| stretch.at < end).map(move |stretch| {
            let to = if stretch.is_verbatim { stretch.from + (end - stretch.at) } else { stretch.to };
            let from = if stretch.is_verbatim {
                stretch.from + first.saturating_sub(stretch.at)
            } else {
                stretch.from
            };
            (TextRange::new(from, to.min(stretch.to)), stretch.is_verbatim)
        })
    }

    /// Whether it holds nothing but white space, or what is no part of the record.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty() || self.is_furniture
    }

    /// The place in the source of a stretch of its text.
    pub(super) fn range(&self, from: usize, to: usize) -> TextRange {
        TextRange::new(self.place(from), self.place_behind(to))
    }

    /// The offset behind its text, before spaces and line end.
    pub(super) fn text_end(&self) -> usize {
        self.place_behind(self.text.len())
    }

    /// Whether it stands further right than the edge.
    pub(super) fn is_indented(&self) -> bool {
        self.indent() > 0
    }

    /// How many bytes stand before its text.
    pub(super) fn indent(&self) -> usize {
        self.place(0).saturating_sub(self.start)
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
        Head { bullet, number, words: words + gap, end: None }
    }

    /// The line as an item of a form, if it opens with the name of one and sets it off.
    pub(super) fn item(&self) -> Option<ItemLine> {
        let head = self.head();
        let rest = self.text.get(head.words..)?;
        let bracket = rest.chars().next().filter(|c| "【〔《<＜[".contains(*c)).map_or(0, char::len_utf8);
        let inner = rest.get(bracket..)?;
        if let Some(item) = self.schedule() {
            return Some(item);
        }
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
        let value = label.1 + skip;
        let is_group_word =
            lexicon::role_suffix(&squash(inner.get(..len)?)).is_some_and(|(_, before)| before.is_empty());
        let is_plain_with_value = bracket == 0 && value < self.text.len() && !self.is_sentence();
        Some(ItemLine { head, field, label, value, is_group_word, is_plain_with_value })
    }

    /// The line as the head of the day's order, which may name the meeting: `第２回定例会議事日程　第１号`.
    fn schedule(&self) -> Option<ItemLine> {
        if self.is_sentence() || !self.text.contains('議') {
            return None;
        }
        let squashed = squash(self.text);
        let (before, number) = squashed.split_once("議事日程")?;
        let is_number =
            number.strip_prefix('第').and_then(|rest| rest.strip_suffix('号')).is_some_and(|rest| {
                !rest.is_empty()
                    && rest.chars().all(|c| digit(c).is_some() || "〇一二三四五六七八九十".contains(c))
            });
        let is_head = number.is_empty() && (before.is_empty() || before == "追加") || is_number;
        (is_head && squashed.chars().count() <= LONGEST_SCHEDULE).then_some(ItemLine {
            head: Head::default(),
            field: Field::Agenda,
            label: (0, self.text.len()),
            value: self.text.len(),
            is_group_word: false,
            is_plain_with_value: false,
        })
    }

    /// Whether it holds the end of a sentence.
    pub(super) fn is_sentence(&self) -> bool {
        self.text.contains(['。', '｡'])
    }

    /// Whether it reads like running text: it has a comma or a full stop, or is too long for a
    /// heading or a cell.
    pub(super) fn is_prose(&self) -> bool {
        self.text.contains(['。', '｡', '、', '，']) || self.text.chars().count() >= SHORTEST_PROSE
    }

    /// Whether it is a part of a sentence beyond doubt: long, and tied together by hiragana.
    pub(super) fn is_running(&self) -> bool {
        let n_tied = self.text.chars().filter(|c| matches!(c, 'ぁ'..='ん')).count();
        self.text.chars().count() >= 2 * SHORTEST_PROSE && n_tied >= SHORTEST_PROSE / 2
    }

    /// Whether the whole line is a remark in brackets or between dashes: `〔拍手〕`, `－休憩－`.
    pub(super) fn is_direction(&self) -> bool {
        if is_bracketed(self.text) {
            return true;
        }
        let mut chars = self.text.chars();
        let (Some(first), Some(last)) = (chars.next(), chars.next_back()) else { return false };
        match narrow(first) {
            '〔' => last == '〕',
            '【' => last == '】',
            '(' => narrow(last) == ')' && !self.text.chars().skip(1).any(|c| narrow(c) == '('),
            '[' => narrow(last) == ']',
            '《' => last == '》',
            '<' => narrow(last) == '>',
            '-' | '‐' | '－' | '―' | '─' => matches!(narrow(last), '-' | '‐' | '－' | '―' | '─'),
            '※' => true,
            _ => false,
        }
    }

    /// Whether the whole line says when something began or ended, with or without a mark:
    /// `○午後1時58分開会`, `（午前10時9分休憩）`.
    pub(super) fn is_time_mark(&self) -> bool {
        // A sentence that ends is told by somebody, and most lines are too long.
        if self.text.ends_with('。') || self.text.chars().nth(LONGEST_TIME_MARK).is_some() {
            return false;
        }
        let bare = squash(self.text);
        let bare = bare.trim_matches(|c: char| "○◯〇◎●◇◆―－-（()）【】〔〕".contains(c));
        let endings = [
            "開会",
            "閉会",
            "休憩",
            "再開",
            "散会",
            "開議",
            "閉議",
            "延会",
            "開始",
            "終了",
            "休会",
            "終了する",
            "閉会した",
        ];
        // `休憩（午後1時55分）`
        let is_hour_last = endings.iter().any(|ending| {
            bare.strip_prefix(ending).is_some_and(|rest| {
                let rest = rest.trim_start_matches(['（', '(', '　']);
                ["午前", "午後", "正午"].iter().any(|half| rest.starts_with(half))
                    && rest.chars().count() <= 14
            })
        });
        if is_hour_last {
            return true;
        }
        let is_time = ["午前", "午後", "正午"].iter().any(|half| bare.starts_with(half));
        is_time && bare.chars().count() <= 20 && endings.iter().any(|ending| bare.ends_with(ending))
    }

    /// Whether it tells in a few words how a matter ended: `《採決の結果》　全員賛成　可決`.
    pub(super) fn is_outcome(&self) -> bool {
        let inner = self.text.strip_prefix('《').and_then(|text| text.split_once('》'));
        inner.is_some_and(|(inner, rest)| lexicon::is_stage(inner) && !rest.contains('。'))
    }

    /// Whether it is a line of dashes, with or without a mark in the middle.
    pub(super) fn is_rule(&self) -> bool {
        let dashes = self.text.chars().filter(|c| "-‐－―—−─━=＝~～〜_＿*＊…・".contains(*c)).count();
        let others = self.text.chars().filter(|&c| !is_space(c)).count() - dashes;
        // A letter between dashes, as in `―― 了 ――`, says something.
        dashes >= 4 && others <= 1 && !self.text.chars().any(char::is_alphanumeric)
    }
}

/// Whether a text is remarks in brackets and nothing else: `〔山田君登壇〕（拍手）`.
fn is_bracketed(text: &str) -> bool {
    let mut depth = 0usize;
    let mut n_groups = 0;
    for c in text.chars() {
        match narrow(c) {
            '○' | '◯' if n_groups == 0 && depth == 0 => {}
            '(' | '〔' => depth += 1,
            ')' | '〕' if depth > 0 => {
                depth -= 1;
                n_groups += usize::from(depth == 0);
            }
            c if depth == 0 && !is_space(c) => return false,
            _ => {}
        }
    }
    depth == 0 && (n_groups > 1 || (n_groups > 0 && text.starts_with(['○', '◯'])))
}

fn is_hiragana_or_word(c: char, behind: &str) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}' | '、' | '。' | '・') || behind.starts_with("及び")
}
