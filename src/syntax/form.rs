//! The record's form: which lines open an item, and where the discussion begins.
//!
//! May live here: the order of items and of their numbers. May not: what an item says (`model`).

use std::collections::BTreeSet;

use super::columns;
use super::convention::{Candidate, Convention};
use super::kind::Field;
use super::label::{self, Frame, squash};
use super::lexicon;
use super::lines::{ItemLine, Line};
use super::numbering::{self, Numbering, Style};
use super::roster::{self, Roster};
use super::title;

/// What the form says of each line.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// The item that a line opens.
    pub items: Vec<Option<ItemLine>>,
    /// The first line of the discussion; the number of lines where there is none.
    pub discussion: usize,
    /// The names of the roll.
    pub roster: Roster,
    /// The words of the agenda's entries, spaces left out.
    agenda: BTreeSet<String>,
    series: Series,
}

/// The numbers of the form's items: they have one dress and rise.
#[derive(Clone, Copy, Debug, Default)]
struct Series {
    last: Option<Numbering>,
}

/// A form may leave out a number or two, but a jump belongs to another list.
const LARGEST_STEP: u32 = 3;

impl Series {
    fn fits(self, number: Option<Numbering>, step: u32) -> bool {
        match (self.last, number) {
            (None, _) | (_, None) => true,
            (Some(last), Some(number)) => {
                let is_next = number.value > last.value && number.value <= last.value + step;
                last.style == number.style && (is_next || (last.value == 1 && number.value == 1))
            }
        }
    }

    fn take(&mut self, number: Option<Numbering>) {
        if number.is_some() {
            self.last = number;
        }
    }
}

/// Finds the items, the roll and the start of the discussion.
pub(super) fn form(lines: &[Line], convention: &Convention) -> Form {
    let mut form = Form { items: vec![None; lines.len()], discussion: lines.len(), ..Form::default() };
    let mut section: Option<Field> = None;
    let nobody = Roster::default();
    for (n, line) in lines.iter().enumerate() {
        if line.is_blank() {
            continue;
        }
        // 「会議録」 above the form belongs to the title; behind items it opens the discussion.
        let is_title = section.is_none() && title::is_record(line);
        if let Some(mut item) = line.item().filter(|item| !is_title && form.opens(item, section)) {
            if announces_business(lines, n, &item) {
                item.field = Field::Agenda;
            }
            let number = item.head.number.map(|(_, number)| number);
            // A group of the roll keeps the roll open: `(1) 委員 …` under `4 出席者`.
            let is_own = if number.is_none() { !item.is_group_word } else { form.series.fits(number, 1) };
            let is_group = section == Some(Field::Roll) && item.field == Field::Roll && !is_own;
            if !is_group {
                form.series.take(number);
                section = Some(item.field);
                form.set_item(n, item);
            }
            if item.field == Field::Roll {
                form.read_roll(line, if is_group { 0 } else { item.value });
            }
            let begins = item.field == Field::Discussion
                || (item.field == Field::Address && item.value >= line.text.len());
            if begins {
                form.discussion = n;
                break;
            }
            continue;
        }
        // A form is made of words; a sentence or an hour in it means that somebody is telling
        // something.
        let found = label::label(line, &nobody);
        let is_telling = section.is_some() && (line.is_sentence() || line.is_time_mark());
        let is_believed = |found: &label::LabelMatch| {
            found.known > label::Known::Unproven
                || (found.body < line.text.len() && convention.accepts(&Candidate::new(lines, n, found)))
        };
        let found = found.filter(is_believed);
        let is_label = is_telling
            || columns::heads(line.text).is_some()
            || lexicon::heads_speeches(&squash(line.text))
            || found.as_ref().is_some_and(|found| match section {
                Some(Field::Roll) => {
                    let is_framed = matches!(found.shape.frame, Frame::Kind | Frame::Square | Frame::Dash);
                    found.body < line.text.len()
                        && (found.shape.marked || (is_framed && found.is_followed_by_sentence(lines, n)))
                }
                Some(Field::Agenda) | None => {
                    (found.shape.marked && found.is_followed_by_sentence(lines, n))
                        || matches!(found.shape.frame, Frame::Square | Frame::Colon | Frame::Kind)
                }
                Some(_) => {
                    found.shape.marked
                        || found.shape.frame != Frame::OwnLine
                        || (found.is_followed_by_sentence(lines, n)
                            && convention.accepts(&Candidate::new(lines, n, found)))
                }
            });
        if is_label {
            form.discussion = back_to_heading(lines, n, &form.items);
            break;
        }
        match section {
            Some(Field::Roll) => form.read_roll(line, 0),
            Some(Field::Agenda) if !line.is_rule() => form.read_agenda(line),
            _ => {}
        }
    }
    if form.discussion == lines.len() {
        // Nothing announced the discussion: it begins where the first speech does.
        let speaks = |&n: &usize| form.speaks(lines, n);
        form.discussion =
            (0..lines.len()).find(speaks).map_or(lines.len(), |n| back_to_heading(lines, n, &form.items));
    }
    form
}

impl Form {
    /// Words behind the name of the item that opens the discussion belong to the discussion:
    /// they become a line of their own.
    pub(super) fn split_discussion(&mut self, lines: &mut Vec<Line>) {
        let n = self.discussion;
        let Some((line, Some(item))) = lines.get_mut(n).zip(self.items.get_mut(n)) else { return };
        if let Some(rest) = line.split_off(item.value) {
            lines.insert(n + 1, rest);
            self.items.insert(n + 1, None);
        }
    }

    /// Whether an item that was found continues the form at this place.
    fn opens(&self, item: &ItemLine, section: Option<Field>) -> bool {
        let number = item.head.number.map(|(_, number)| number);
        // 日程第１, 議案第１号 number matters, never items of a form.
        if number.is_some_and(|number| number.style == Style::Ordinal) {
            return false;
        }
        let step = if section == Some(Field::Agenda) { 1 } else { LARGEST_STEP };
        match section {
            // Under 議題 a bare 「開会」 or 「議事」 is an entry, not an item.
            Some(Field::Agenda) if number.is_none() => self.series.last.is_none(),
            Some(Field::Roll) if item.field == Field::Roll => true,
            // 委員, 事務局: such a word opens an item when a number or a value makes it one; alone or
            // in brackets it is a speaker's label.
            _ if item.is_group_word && number.is_none() => item.is_plain_with_value,
            _ => self.series.fits(number, step),
        }
    }

    /// Whether an item inside the discussion continues the form: only one that carries on the
    /// form's own numbers does.
    pub(super) fn continues(&self, item: &ItemLine, after: Option<Numbering>) -> bool {
        let series = Series { last: after.or(self.series.last) };
        item.head.number.is_some_and(|(_, number)| series.last.is_some() && series.fits(Some(number), 1))
    }

    fn set_item(&mut self, n: usize, item: ItemLine) {
        if let Some(slot) = self.items.get_mut(n) {
            *slot = Some(item);
        }
    }

    /// Whether a line opens with a label behind which a sentence ends.
    fn speaks(&self, lines: &[Line], n: usize) -> bool {
        let is_item = self.items.get(n).is_some_and(Option::is_some);
        let found = lines
            .get(n)
            .filter(|line| !is_item && !line.is_blank())
            .and_then(|line| label::label(line, &self.roster));
        found.is_some_and(|found| {
            found.known > label::Known::Unproven && found.is_followed_by_sentence(lines, n)
        })
    }

    /// Whether the words of a line are those of an announced item.
    pub(super) fn announces(&self, line: &Line) -> bool {
        self.agenda.contains(&squash(line.text.get(line.head().words..).unwrap_or_default()))
    }

    fn read_agenda(&mut self, line: &Line) {
        let words = squash(line.text.get(line.head().words..).unwrap_or_default());
        // A word of two or three letters stands in any sentence.
        if words.chars().count() > 3 {
            self.agenda.insert(words);
        }
    }

    fn read_roll(&mut self, line: &Line, from: usize) {
        let roll = roster::roll_line(line, from);
        self.roster.add(line, &roll);
    }
}

/// Whether what is called the discussion is a list of its matters, and somebody speaks behind it:
/// `会議内容 1開会 2会長の選任`, or lines with bullets.
fn announces_business(lines: &[Line], n: usize, item: &ItemLine) -> bool {
    if item.field != Field::Discussion {
        return false;
    }
    let value = lines.get(n).and_then(|line| line.text.get(item.value..)).unwrap_or_default();
    if !value.is_empty() {
        return numbering::series(value).len() > 1;
    }
    let mut rest = lines.iter().skip(n + 1).filter(|line| !line.is_blank());
    let is_entry = |line: &&Line| line.head().bullet.is_some() && !line.is_sentence();
    let nobody = Roster::default();
    let has_entries =
        rest.next().is_some_and(|line| is_entry(&line) && label::label(line, &nobody).is_none());
    let behind = rest.find(|line| !is_entry(line));
    has_entries
        && behind.is_some_and(|line| {
            label::label(line, &nobody).is_some_and(|found| {
                found.known > label::Known::Unproven && found.shape.frame == Frame::Colon
            })
        })
}

/// From the first label back over the headings and remarks that introduce it, as long as they
/// stand together and are no items of the form.
fn back_to_heading(lines: &[Line], label: usize, items: &[Option<ItemLine>]) -> usize {
    let mut first = label;
    let mut next_number = None;
    let mut n_numbers = 0;
    for n in (0..label).rev() {
        let (Some(line), Some(item)) = (lines.get(n), items.get(n)) else { break };
        if let Some(item) = item {
            // Several numbers below 議事日程 are its list, whatever rules stand between them.
            let is_list = item.field == Field::Agenda && n_numbers > 1;
            return if is_list { label } else { first };
        }
        let number = line.head().number.map(|(_, number)| number);
        // A number that is not smaller than the one below it closes an earlier list.
        let is_earlier_list = matches!((number, next_number), (Some(a), Some(b)) if a_not_before(a, b));
        // So does one that carries on the line above.
        let above = (0..n).rev().filter_map(|n| lines.get(n)).find(|line| !line.is_blank());
        let carries_on = number.is_some_and(|number| {
            number.value > 1
                && above.is_some_and(|above| {
                    numbers_in(above).any(|a| a.style == number.style && a.value + 1 == number.value)
                })
        });
        let is_heading = number.is_some() || line.is_direction() || line.is_rule() || leads(line);
        if is_earlier_list || carries_on || is_listed(lines, n, items) || !(line.is_blank() || is_heading) {
            break;
        }
        if !line.is_blank() {
            first = n;
        }
        n_numbers += usize::from(number.is_some());
        next_number = number.or(next_number);
    }
    first
}

/// Whether a marked line carries on the agenda above it, whose entries bear the same mark.
fn is_listed(lines: &[Line], n: usize, items: &[Option<ItemLine>]) -> bool {
    let mark = |line: &Line| line.head().bullet.and(line.text.chars().next());
    let Some((line, own)) = lines.get(n).and_then(|line| Some((line, mark(line)?))) else { return false };
    let is_agenda = items.get(..n).into_iter().flatten().rev().flatten().next().map(|item| item.field);
    let above = (0..n)
        .rev()
        .map_while(|n| Some((n, lines.get(n).filter(|line| !line.is_blank() && !line.is_rule())?)))
        .find(|(_, above)| mark(above).is_some() || above.indent() <= line.indent());
    is_agenda == Some(Field::Agenda)
        && above
            .is_some_and(|(n, above)| items.get(n).is_some_and(Option::is_none) && mark(above) == Some(own))
}

/// The numbers with which a line begins and its value, if it is an item, begins.
fn numbers_in<'a>(line: &'a Line) -> impl Iterator<Item = Numbering> + 'a {
    let value = line.item().and_then(|item| line.text.get(item.value..)).unwrap_or_default();
    let own = line.head().number.map(|(_, number)| number);
    own.into_iter().chain(numbering::number(value))
}

/// Whether a line looks like a heading that a mark or brackets make one.
fn leads(line: &Line) -> bool {
    let is_short = line.text.chars().count() <= 40 && !line.text.contains(['。', '：', ':']);
    let first = line.text.chars().next().unwrap_or(' ');
    is_short
        && (matches!(first, '▼' | '▶' | '#' | '《' | '<' | '＜' | '〈')
            || (label::is_mark(first) && first != '・'))
}

fn a_not_before(a: Numbering, b: Numbering) -> bool {
    a.value >= b.value
}
