//! Lines in which a conversion ran several together.
//!
//! May live here: where a line is cut. May not: what the parts are.

use super::super::kind::Field;
use super::super::label;
use super::super::lexicon;
use super::super::lines::{Laid, Stretch};
use super::super::roster::Roster;
use super::super::title;
use crate::chars::is_space;

/// A shorter line holds no second one.
const SHORTEST: usize = 60;
/// So many labels inside lines are no accident.
const FEWEST_LABELS: usize = 2;

/// Lines among which a title is looked for.
const TOP: usize = 12;

/// Where a line at the top goes on behind a title: with a date that a system added, or with the label of
/// the only speaker.
fn behind_title(line: &Laid) -> Option<usize> {
    let text = line.text.as_ref();
    let at = text.rfind(is_space)? + text.chars().rev().find(|&c| is_space(c))?.len_utf8();
    let (title, last) = text.split_at_checked(at)?;
    let is_title = title::names_body(&label::squash(title)) || title::names_record(&label::squash(title));
    let is_date = last.len() == 10
        && last
            .chars()
            .enumerate()
            .all(|(n, c)| if matches!(n, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    let names_speaker = || {
        last.ends_with(['）', ')'])
            && last.contains('君')
            && label::label_in(last, &Roster::default()).is_some_and(|found| found.body == last.len())
    };
    (is_title && (is_date || names_speaker())).then_some(at)
}

/// Where a line that says when also says where: `日時　…　場所　…`.
fn place_behind_date(line: &Laid) -> Option<usize> {
    let text = line.text.as_ref();
    let is_when = lexicon::item(text).is_some_and(|(field, _)| field == Field::When);
    if !is_when || line.is_furniture {
        return None;
    }
    text.char_indices().skip(1).map(|(at, _)| at).find(|&at| {
        let is_apart = text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_space);
        is_apart
            && text.get(at..).and_then(lexicon::item).is_some_and(|(field, len)| {
                let next = text.get(at + len..).and_then(|rest| rest.chars().next());
                field == Field::Place && next.is_some_and(|c| is_space(c) || matches!(c, ':' | '：'))
            })
    })
}

/// Cuts lines before labels and items that stand inside them.
pub(super) fn split(lines: Vec<Laid<'_>>) -> Vec<Laid<'_>> {
    let lines: Vec<Laid> = lines
        .into_iter()
        .enumerate()
        .flat_map(|(n, line)| match behind_title(&line).filter(|_| n < TOP && !line.is_furniture) {
            Some(at) => parts(line, &[at]),
            None => vec![line],
        })
        .collect();
    let lines: Vec<Laid> = lines
        .into_iter()
        .flat_map(|line| match place_behind_date(&line) {
            Some(at) => parts(line, &[at]),
            None => vec![line],
        })
        .collect();
    let cuts: Vec<Vec<usize>> = lines.iter().map(cuts).collect();
    let n_labels: usize = cuts.iter().map(Vec::len).sum();
    if n_labels < FEWEST_LABELS {
        return lines;
    }
    lines.into_iter().zip(cuts).flat_map(|(line, cuts)| parts(line, &cuts)).collect()
}

/// The bytes before which a line is cut: where a sentence or a wide gap ends and a marked label or
/// the name of an item begins.
fn cuts(line: &Laid) -> Vec<usize> {
    let text = line.text.as_ref();
    if line.is_furniture || text.chars().count() < SHORTEST {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let (mut before, mut gap) = (None, 0usize);
    let mut has_mark = false;
    for (at, c) in text.char_indices() {
        if is_space(c) {
            gap += 1;
            continue;
        }
        let is_over = before.is_some_and(|c| matches!(c, '。' | '」' | '）' | ')' | '〕' | '】')) || gap >= 2;
        if before.is_some() && is_over && (label::is_mark(c) || c == '【') && opens_label(text, at) {
            cuts.push(at);
            has_mark = true;
        } else if before.is_some() && gap > 0 && !has_mark && opens_item(text, at) {
            cuts.push(at);
        }
        before = Some(c);
        gap = 0;
    }
    if has_mark { cuts } else { Vec::new() }
}

/// Letters in which a label ends.
const LABEL: usize = 40;

fn window(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.char_indices().nth(LABEL).map_or(rest.len(), |(end, _)| end);
    rest.get(..end).unwrap_or_default()
}

fn opens_label(text: &str, at: usize) -> bool {
    let words = window(text, at);
    label::label_in(words, &Roster::default()).is_some_and(|found| found.body < words.len())
}

/// Whether the name of an item of the form stands there, set off by a space or a colon.
fn opens_item(text: &str, at: usize) -> bool {
    let words = window(text, at);
    let from = super::super::numbering::number(words).filter(|number| number.apart).map_or(0, |number| {
        let rest = words.get(number.len..).unwrap_or_default();
        number.len + super::super::numbering::spaces(rest)
    });
    let words = words.get(from..).unwrap_or_default();
    let set_off = |rest: &str| rest.chars().next().is_some_and(|c| is_space(c) || matches!(c, ':' | '：'));
    lexicon::item(words).is_some_and(|(_, len)| words.get(len..).is_some_and(set_off))
}

fn parts<'a>(line: Laid<'a>, cuts: &[usize]) -> Vec<Laid<'a>> {
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let ends = cuts.iter().copied().chain([line.text.len()]);
    let (mut from, mut start) = (0, line.start);
    for to in ends {
        let stretches: Vec<Stretch> = within(&line.stretches, from, to);
        let behind = stretches.last().map_or(line.end, |last| last.to);
        let is_last = to == line.text.len();
        let text = line.text.get(from..to).unwrap_or_default().trim_end_matches(is_space).to_owned();
        let end = if is_last { line.end } else { behind };
        out.push(Laid { start, end, text: text.into(), stretches, is_furniture: false });
        (from, start) = (to, end);
    }
    out
}

/// The stretches of bytes `from..to`, counted from `from`.
fn within(stretches: &[Stretch], from: usize, to: usize) -> Vec<Stretch> {
    let first = stretches.partition_point(|stretch| stretch.at <= from).saturating_sub(1);
    let inside = stretches.iter().skip(first).take_while(|stretch| stretch.at < to);
    inside
        .map(|stretch| {
            let skipped = from.saturating_sub(stretch.at);
            if stretch.is_verbatim {
                let len = to - stretch.at;
                Stretch {
                    at: stretch.at.saturating_sub(from),
                    from: stretch.from + skipped,
                    to: stretch.to.min(stretch.from + len),
                    is_verbatim: true,
                }
            } else {
                Stretch { at: stretch.at.saturating_sub(from), ..*stretch }
            }
        })
        .collect()
}
