//! Speaker labels at the start of a line: what one can look like.
//!
//! Whether a text uses a shape at all is decided over the whole text, in `convention`.
//!
//! May live here: shapes of labels. May not: names of people other than those of the roll.

pub(super) use super::known::{Known, beside_name, role_of, split_bracket, squash};
use super::known::{begins_with_role, is_kind, is_name, is_name_letter, known};
use super::lexicon;
use super::lines::Line;
use super::roster::Roster;
use crate::chars::{digit, is_kana, is_kanji, is_space, narrow};

/// A label that opens a line.
#[derive(Clone, Debug)]
pub(super) struct LabelMatch {
    pub shape: Shape,
    /// The bytes of a running number before the label in the line's text.
    pub serial: Option<(usize, usize)>,
    /// The bytes of the mark.
    pub mark: Option<(usize, usize)>,
    /// The label without marks and brackets around it.
    pub label: (usize, usize),
    /// Where the speech begins in the line's text; the text's length where it does on the next.
    pub body: usize,
    /// The label with spaces left out: what it is compared by.
    pub squashed: String,
    /// How far the roll and the lexicon know it.
    pub known: Known,
}

/// A sentence ends within so many lines.
const LINES_TO_A_SENTENCE: usize = 3;

impl LabelMatch {
    /// Whether a sentence ends on the label's own line `n` or, where the label has a line of its
    /// own, on one of the next.
    pub(super) fn is_followed_by_sentence(&self, lines: &[Line], n: usize) -> bool {
        // What a dash sets off is a summary, which needs no full stop.
        if self.shape.frame == Frame::Dash {
            return true;
        }
        let rest = lines.get(n..).unwrap_or_default();
        let own = rest.first().filter(|line| self.body < line.text.len());
        if let Some(line) = own.filter(|line| line.is_sentence() || self.shape.is_loose()) {
            // The first sentence may end on the next line, if this one is full of words.
            let goes_on = line.is_running() && rest.get(1).is_some_and(Line::is_sentence);
            return line.is_sentence() || goes_on;
        }
        // Labels below each other, with nothing said between, are a column that lost its words.
        let next = rest.iter().skip(1).find(|line| !line.is_blank());
        let is_label = |line: &Line| {
            let is_short = line.text.chars().count() <= LONGEST_UNPROVEN;
            is_short && (lexicon::role_suffix(&squash(line.text)).is_some() || line.item().is_some())
        };
        if self.shape.is_loose() && next.is_some_and(is_label) {
            return false;
        }
        rest.iter().skip(1).filter(|line| !line.is_blank()).take(LINES_TO_A_SENTENCE).any(Line::is_sentence)
    }

    /// The mark before it; the circles of which texts use now one and now another are one.
    pub(super) fn mark_in(&self, text: &str) -> Option<char> {
        let mark = self.mark.and_then(|(start, end)| text.get(start..end)?.chars().next());
        mark.map(|mark| if matches!(mark, '◯' | '〇') { '○' } else { mark })
    }

    /// Whether it ends as words for people do.
    pub(super) fn names_somebody(&self) -> bool {
        let (base, _) = split_bracket(&self.squashed);
        base.chars().next_back().is_some_and(|c| "長官員君氏監人者事任席師士役婦主".contains(c))
    }
}

/// The dress of a label: what a text keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape {
    pub marked: bool,
    /// Whether a running number stands before it that nothing else makes a label's.
    pub numbered: bool,
    pub frame: Frame,
}

impl Shape {
    /// Whether nothing but a space or a line end sets the label off.
    pub(super) fn is_loose(self) -> bool {
        !self.marked && matches!(self.frame, Frame::Space | Frame::OwnLine)
    }
}

/// What sets a label off from the speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Frame {
    /// `【委員】…`
    Square,
    /// `（委員）…`
    Round,
    /// `委員：…`
    Colon,
    /// `委員 …`
    Space,
    /// `教育長 - …`
    Dash,
    /// `委員長)…`
    HalfBracket,
    /// A line of its own.
    OwnLine,
    /// `Ｑ１ …`, `問 …`, `（質問）…`: a kind instead of a speaker.
    Kind,
    /// `・…`, which an answer behind an arrow makes a question.
    Bullet,
}

const MARKS: &str = "○◯〇◎●◆◇□■△▲☆★・";

/// Whether a letter is one of the marks before labels.
pub(super) fn is_mark(c: char) -> bool {
    MARKS.contains(c)
}

/// No label known is longer; a longer stretch is a sentence.
const MAX_CHARS: usize = 36;

/// The label that opens `line`, if one can.
pub(super) fn label(line: &Line, roster: &Roster) -> Option<LabelMatch> {
    label_in(line.text, roster)
}

/// The label that opens a text, if one can.
pub(super) fn label_in(text: &str, roster: &Roster) -> Option<LabelMatch> {
    let serial = serial(text);
    let from = serial.unwrap_or(0);
    let rest = text.get(from..)?;
    // `△△委員` is a name left out.
    let is_name = |c: char| rest.chars().nth(1) == Some(c);
    let mark =
        rest.chars().next().filter(|&c| is_mark(c) && !is_name(c)).map(|c| (from, from + c.len_utf8()));
    let start = mark.map_or(from, |(_, end)| end);
    let start = start + spaces(text.get(start..)?);
    let found = arrow(text)
        .or_else(|| framed(text, start, mark, roster))
        .or_else(|| bare(text, start, mark, roster))
        .or_else(|| unproven(text, start, mark))
        .or_else(|| bulleted(text))?;
    // A mark or a colon makes a label of what a number stands before; else the text has to show that it
    // numbers its labels.
    let is_sure = mark.is_some() || matches!(found.shape.frame, Frame::Colon | Frame::Square);
    let shape = Shape { numbered: serial.is_some() && !is_sure, ..found.shape };
    let serial = serial.map(|end| (0, end));
    let is_weak = shape.numbered && (found.known < Known::Role || shape.frame == Frame::OwnLine);
    (!is_weak).then_some(LabelMatch { serial, shape, ..found })
}

/// `2.` `12:` before a label, `1640` before one in brackets.
fn serial(text: &str) -> Option<usize> {
    let digits: usize = text.chars().take_while(|&c| digit(c).is_some()).map(char::len_utf8).sum();
    let gap = spaces(text.get(digits..)?);
    let after = text.get(digits + gap..)?;
    let next = after.chars().next()?;
    let dot = if matches!(narrow(next), '.' | ':') { next.len_utf8() } else { 0 };
    let len = digits + gap + dot;
    let is_apart = dot > 0 || next == '【' || is_mark(next);
    (digits > 0 && is_apart).then(|| len + spaces(text.get(len..).unwrap_or_default()))
}

/// `・利用者が減ったのはなぜか。`: a question where answers behind arrows follow.
fn bulleted(text: &str) -> Option<LabelMatch> {
    let bullet = text.chars().next().filter(|c| "・•●".contains(*c))?;
    let end = bullet.len_utf8();
    Some(LabelMatch {
        shape: Shape { marked: false, numbered: false, frame: Frame::Bullet },
        serial: None,
        mark: None,
        label: (0, end),
        body: end + spaces(text.get(end..)?),
        squashed: bullet.to_string(),
        known: Known::Unproven,
    })
}

/// `⇒ 検討する。`: an answer to the line above.
fn arrow(text: &str) -> Option<LabelMatch> {
    let arrow = text.chars().next().filter(|c| "⇒⇨→".contains(*c))?;
    let end = arrow.len_utf8();
    Some(LabelMatch {
        shape: Shape { marked: false, numbered: false, frame: Frame::Kind },
        serial: None,
        mark: None,
        label: (0, end),
        body: end + spaces(text.get(end..)?),
        squashed: arrow.to_string(),
        known: Known::Certain,
    })
}

/// `【委員】`, `（事務局）`: the brackets hold the label.
fn framed(text: &str, start: usize, mark: Option<(usize, usize)>, roster: &Roster) -> Option<LabelMatch> {
    let open = text.get(start..)?.chars().next()?;
    let (frame, closing) = match narrow(open) {
        '【' => (Frame::Square, '】'),
        '[' => (Frame::Square, ']'),
        '<' => (Frame::Square, '>'),
        '〈' => (Frame::Square, '〉'),
        '(' => (Frame::Round, ')'),
        _ => return None,
    };
    let inner = start + open.len_utf8();
    let mut depth = 0usize;
    let close = text.get(inner..)?.char_indices().find(|&(_, c)| {
        let c = narrow(c);
        let closes = c == closing && depth == 0;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        closes
    })?;
    let label = (inner, inner + close.0);
    let after = label.1 + close.1.len_utf8();
    let squashed = squash(text.get(label.0..label.1)?);
    // `[担当課：説明]` tells what was done.
    if open != '【' && squashed.contains([':', '：']) {
        return None;
    }
    let kind = is_kind(&squashed);
    let known = if kind { Known::Certain } else { known(&squashed, roster, true)? };
    let frame = if kind { Frame::Kind } else { frame };
    let colon = text.get(after..)?.chars().next().filter(|&c| narrow(c) == ':').map_or(0, char::len_utf8);
    let body = after + colon + spaces(text.get(after + colon..)?);
    Some(LabelMatch {
        shape: Shape { marked: mark.is_some(), numbered: false, frame },
        serial: None,
        mark,
        label,
        body,
        squashed,
        known,
    })
}

/// A label without brackets around it: it ends at the first separator that makes it one.
fn bare(text: &str, start: usize, mark: Option<(usize, usize)>, roster: &Roster) -> Option<LabelMatch> {
    let rest = text.get(start..)?;
    let mut depth = 0usize;
    for (n, (at, c)) in rest.char_indices().enumerate() {
        // `○委員長（山田君）〔登壇〕`
        if c == '〔' && at > 0 && mark.is_some() {
            let end = rest.get(..at)?.trim_end_matches(is_space).len();
            return candidate(text, start, start + end, start + at, Frame::OwnLine, mark, roster);
        }
        if n > MAX_CHARS || c == '〔' || matches!(c, '。' | '、') && depth == 0 {
            return None;
        }
        match narrow(c) {
            '(' | '［' | '[' => depth += 1,
            ')' | '］' | ']' if depth > 0 => {
                depth -= 1;
                // `議長（山田君）本文`: the bracket itself sets the label off.
                let end = at + c.len_utf8();
                let next = rest.get(end..)?.chars().next();
                if depth == 0
                    && mark.is_some()
                    && next.is_some_and(|c| !is_space(c) && !matches!(narrow(c), ':' | '(' | '['))
                    && let Some(found) =
                        candidate(text, start, start + end, start + end, Frame::Space, mark, roster)
                {
                    return Some(found);
                }
            }
            ')' if at > 0 => {
                return candidate(
                    text,
                    start,
                    start + at,
                    start + at + c.len_utf8(),
                    Frame::HalfBracket,
                    mark,
                    roster,
                );
            }
            ':' if depth == 0 => {
                return candidate(
                    text,
                    start,
                    start + at,
                    start + at + c.len_utf8(),
                    Frame::Colon,
                    mark,
                    roster,
                );
            }
            '「' if depth == 0 && at > 0 => {
                // 「…」 is what somebody said only if nothing follows it.
                let is_over = text.trim_end_matches('。').ends_with('」');
                if mark.is_none() && !is_over && rest.get(at..)?.contains('」') {
                    return None;
                }
                return candidate(text, start, start + at, start + at, Frame::Space, mark, roster);
            }
            c if is_space(c) && depth == 0 => {
                let gap = at + spaces(rest.get(at..)?);
                let next = rest.get(gap..)?.chars().next();
                // `議長 （山田君） …`: the bracket still belongs to the label.
                if next.is_some_and(|c| narrow(c) == '(')
                    || is_spaced_out(rest, at, gap)
                    || (mark.is_some() && is_closed_name(rest.get(gap..)?))
                {
                    continue;
                }
                let dash = next.filter(|c| "-－‐―—–─".contains(*c));
                let frame = if dash.is_some() { Frame::Dash } else { Frame::Space };
                let body = gap + dash.map_or(0, char::len_utf8);
                if let Some(found) = candidate(text, start, start + at, start + body, frame, mark, roster) {
                    return Some(found);
                }
            }
            _ => {}
        }
    }
    candidate(text, start, text.len(), text.len(), Frame::OwnLine, mark, roster)
}

fn candidate(
    text: &str,
    start: usize,
    end: usize,
    body: usize,
    frame: Frame,
    mark: Option<(usize, usize)>,
    roster: &Roster,
) -> Option<LabelMatch> {
    let squashed = squash(text.get(start..end)?);
    let kind = is_kind(&squashed) && frame != Frame::OwnLine;
    let is_dressed = mark.is_some();
    // `○委員長佐川克)`: the bracket before the name was lost.
    let is_broken = frame == Frame::HalfBracket && begins_with_role(&squashed);
    let known = match known(&squashed, roster, is_dressed) {
        _ if kind => Known::Certain,
        Some(known) => known,
        None if is_broken && is_dressed => Known::Role,
        None => return None,
    };
    let frame = if kind { Frame::Kind } else { frame };
    let body = body + spaces(text.get(body..)?);
    let words = text.get(start..end)?;
    let end = if kind { start + words.trim_end_matches(['.', '．']).len() } else { end };
    Some(LabelMatch {
        shape: Shape { marked: mark.is_some(), numbered: false, frame },
        serial: None,
        mark,
        label: (start, end),
        body,
        squashed,
        known,
    })
}

/// `黒木勇君)`: a name of which the bracket in front was lost.
fn is_closed_name(rest: &str) -> bool {
    let end = rest.char_indices().take(12).find(|&(_, c)| matches!(narrow(c), '(' | ')' | '。' | '、'));
    end.is_some_and(|(at, c)| narrow(c) == ')' && rest.get(..at).is_some_and(|name| is_name(&squash(name))))
}

/// Whether the letters on both sides of a gap belong to one word that is spaced out: `町　長（山田）`.
fn is_spaced_out(rest: &str, at: usize, gap: usize) -> bool {
    let is_single = rest.get(..at).is_some_and(|before| squash(before).chars().count() == 1);
    let mut after = rest.get(gap..).unwrap_or_default().chars();
    let is_letter = after.next().is_some_and(is_kanji);
    is_single && is_letter && after.next().is_none_or(|c| is_space(c) || matches!(narrow(c), '(' | ':'))
}

/// A label of which nothing is known but its dress: a mark before it or square brackets around it. What
/// a text makes of it, `convention` decides.
fn unproven(text: &str, start: usize, mark: Option<(usize, usize)>) -> Option<LabelMatch> {
    let rest = text.get(start..)?;
    let open = rest.chars().next()?;
    let closing =
        [('【', '】'), ('＜', '＞'), ('<', '>'), ('〈', '〉')].into_iter().find(|&(c, _)| c == open);
    let (label, body, frame) = if let Some((_, closing)) = closing {
        let inner = rest.get(open.len_utf8()..)?;
        let close = inner.find(closing)?;
        let from = start + open.len_utf8();
        let after = from + close + closing.len_utf8();
        ((from, from + close), after, Frame::Square)
    } else {
        let gap = |&(_, c): &(usize, char)| is_space(c) || narrow(c) == ':';
        let gap = rest.char_indices().take(MAX_CHARS).find(gap);
        // Without a mark a colon sets a label off, or a line of its own.
        let is_set_off = match gap {
            Some((_, c)) => narrow(c) == ':',
            None => !lexicon::is_stage(rest),
        };
        if mark.is_none() && !is_set_off {
            return None;
        }
        match gap {
            Some((at, c)) if narrow(c) == ':' => {
                ((start, start + at), start + at + c.len_utf8(), Frame::Colon)
            }
            Some((at, _)) => ((start, start + at), start + at, Frame::Space),
            None => ((start, text.len()), text.len(), Frame::OwnLine),
        }
    };
    let squashed = squash(text.get(label.0..label.1)?);
    let shortest = if frame == Frame::Square { 1 } else { 2 };
    let longest = if mark.is_some() { LONGEST_UNPROVEN } else { LONGEST_UNPROVEN / 2 };
    let is_short = (shortest..=longest).contains(&squashed.chars().count());
    let is_item = || lexicon::item(&squashed).is_some_and(|(_, len)| len == squashed.len());
    if mark.is_none() && frame == Frame::Colon && is_item() {
        return None;
    }
    let is_word = |c: char| is_name_letter(c) || matches!(narrow(c), '(' | ')');
    // `<td>` and `https:` are no labels.
    if mark.is_none() && !squashed.chars().any(|c| is_kanji(c) || is_kana(c)) {
        return None;
    }
    (is_short && squashed.chars().all(is_word)).then_some(LabelMatch {
        shape: Shape { marked: mark.is_some(), numbered: false, frame },
        serial: None,
        mark,
        label,
        body: body + spaces(text.get(body..)?),
        squashed,
        known: Known::Unproven,
    })
}

/// Letters of the longest label that its dress alone speaks for.
const LONGEST_UNPROVEN: usize = 20;
fn spaces(text: &str) -> usize {
    super::numbering::spaces(text)
}
