//! Lines that belong together: one letter a line, a label broken inside its bracket.
//!
//! May live here: which lines make one. May not: sentences over several lines (`parser`).

use super::super::lines::{Laid, Line, Stretch};
use super::super::{label, lexicon, numbering};
use crate::chars::{is_kana, is_kanji, is_space, narrow};

/// So many lines of one letter are no accident.
const FEWEST_LINES: usize = 3;
/// Letters of the longest line that a column of labels is cut into.
const LONGEST_CELL: usize = 12;
/// Letters of the longest label that is looked for over two lines.
const LONGEST_LABEL: usize = 40;

/// Puts lines together.
pub(super) fn join(lines: Vec<Laid<'_>>) -> Vec<Laid<'_>> {
    let mut out: Vec<Laid> = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        if is_letter(&line) {
            let mut run = vec![line];
            while let Some(next) = rest.next_if(is_letter) {
                run.push(next);
            }
            column(&mut out, run);
        } else if let Some(next) = rest.next_if(|next| breaks_label(&line, next)) {
            out.push(joined(line, next));
        } else {
            out.push(line);
        }
    }
    out
}

fn is_letter(line: &Laid) -> bool {
    let mut chars = line.text.chars();
    !line.is_furniture
        && chars.next().is_some_and(|c| is_kanji(c) || is_kana(c) || c.is_alphanumeric())
        && chars.next().is_none()
}

/// Lines of one letter each become one line. The line above belongs to them where both together name
/// an item of the form.
fn column<'a>(out: &mut Vec<Laid<'a>>, run: Vec<Laid<'a>>) {
    let is_long = run.len() >= FEWEST_LINES;
    let word: String = run.iter().map(|line| line.text.as_ref()).collect();
    let names_item = |above: &Laid| {
        let text = label::squash(&above.text) + &word;
        let line = Line::new(above);
        let words = text.get(label::squash(above.text.get(..line.head().words).unwrap_or_default()).len()..);
        let words = words.unwrap_or_default();
        above.text.chars().count() <= 6 && lexicon::item(words).is_some_and(|(_, len)| len == words.len())
    };
    let above = out.pop_if(|above| !above.is_furniture && !above.text.is_empty() && names_item(above));
    match above {
        Some(above) => out.push(run.into_iter().fold(above, joined)),
        None if is_long => out.extend(run.into_iter().reduce(joined)),
        None => out.extend(run),
    }
}

/// Whether a label is broken inside its bracket: `事務局（秘書` and `企画課長） 本文`.
fn breaks_label(line: &Laid, next: &Laid) -> bool {
    let text = line.text.as_ref();
    if line.is_furniture || next.is_furniture || text.chars().count() > LONGEST_LABEL || next.text.is_empty()
    {
        return false;
    }
    let mut depth = 0usize;
    let mut open = None;
    for (at, c) in text.char_indices() {
        match narrow(c) {
            '(' => {
                depth += 1;
                open = open.or(Some(at));
            }
            ')' => depth = depth.saturating_sub(1),
            '。' | '、' | '「' => return false,
            _ => {}
        }
    }
    let (Some(open), true) = (open, depth > 0) else { return false };
    let closes = next.text.char_indices().take(LONGEST_LABEL).find(|&(_, c)| narrow(c) == ')');
    let Some((close, c)) = closes else { return false };
    let before = label::squash(text.get(..open).unwrap_or_default());
    let before = before.trim_start_matches(label::is_mark);
    let after = next.text.get(close + c.len_utf8()..).unwrap_or_default();
    let is_set_off = after.is_empty() || numbering::spaces(after) > 0 || after.starts_with([':', '：']);
    let no_sentence = !next.text.get(..close).unwrap_or_default().contains(['。', '、', '(', '（']);
    // A line this short is a cell of a column of labels.
    let is_cell = text.chars().count() <= LONGEST_CELL && before.chars().all(|c| is_kanji(c) || is_kana(c));
    is_set_off && no_sentence && (lexicon::role_suffix(before).is_some() || (is_cell && !before.is_empty()))
}

/// Two lines as one, nothing read between them.
fn joined<'a>(line: Laid<'a>, next: Laid<'a>) -> Laid<'a> {
    let mut text = line.text.into_owned();
    let mut stretches = line.stretches;
    let at = text.len();
    stretches.extend(next.stretches.iter().map(|stretch| Stretch { at: stretch.at + at, ..*stretch }));
    text.push_str(&next.text);
    let trimmed = text.trim_end_matches(is_space).len();
    text.truncate(trimmed);
    Laid { start: line.start, end: next.end, text: text.into(), stretches, is_furniture: false }
}
