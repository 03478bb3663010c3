//! What was promised, the figures and the dates, ready to be listed.
//!
//! It depends on the minutes alone, so it is made once and no key that is pressed makes it again.
//!
//! May live here: excerpts of sentences and where they stand. May not: what makes a promise, a
//! figure or a date (`insight`), words of ours (`words`).

use super::words;
use crate::chars;
use crate::insight::{DateMention, Insight};
use crate::model::{Block, Minutes, Piece, Prose, Role, SpeechId};
use crate::order::sort_by_key;
use crate::source::TextRange;

/// Promises, figures and dates, in printed order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Ledger {
    /// What was promised.
    pub commitments: Vec<LedgerRow>,
    /// Sentences with figures.
    pub figures: Vec<LedgerRow>,
    /// How many figures stand in them.
    pub n_figures: usize,
    /// Dates, each way of printing one once.
    pub dates: Vec<DateRow>,
}

/// A sentence, shortened around what it is listed for.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow {
    /// Its words; what it is listed for is marked.
    pub words: Vec<Excerpt>,
    /// The subject that it belongs to, or the topic under which it stands, as printed.
    pub about: String,
    /// Where it stands.
    pub place: Place,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// The words.
    pub text: String,
    /// Whether the sentence is listed for them.
    pub marked: bool,
}

/// Where a sentence stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The speech; none where nobody said it.
    pub speech: Option<SpeechId>,
    /// Its label as printed.
    pub label: String,
    /// Its role.
    pub role: Role,
    /// The sentence.
    pub sentence: TextRange,
    /// The line of the source on which it begins, from 1.
    pub line: usize,
}

/// A date as printed.
#[derive(Clone, Debug, PartialEq)]
pub struct DateRow {
    /// How it is printed.
    pub printed: String,
    /// What it says.
    pub date: DateMention,
    /// Whether its year is printed in the common era.
    pub is_common_era: bool,
    /// Where it stands, a speech once.
    pub places: Vec<Place>,
}

/// How many characters of a sentence stand before and after what it is listed for.
pub(super) struct Reach {
    pub before: usize,
    pub after: usize,
}

const AROUND_PROMISE: Reach = Reach { before: 36, after: 10 };
const AROUND_FIGURE: Reach = Reach { before: 15, after: 12 };

impl Ledger {
    /// Lists what was derived from the minutes.
    pub fn new(minutes: &Minutes, insight: &Insight) -> Ledger {
        let commitments = insight.commitments.iter().map(|promise| {
            let (at, prose) = paragraph_of(minutes, promise.speech, promise.sentence);
            LedgerRow {
                words: excerpt(minutes, &prose, promise.sentence, &[promise.phrase], &AROUND_PROMISE),
                about: about(minutes, insight, promise.speech, at),
                place: place(minutes, Some(promise.speech), promise.sentence),
            }
        });
        let sentences = insight.figures.chunk_by(|a, b| a.sentence == b.sentence);
        let figures = sentences.filter_map(|figures| {
            let first = figures.first()?;
            let ranges: Vec<TextRange> = figures.iter().map(|figure| figure.range).collect();
            let prose = match first.speech {
                Some(speech) => paragraph_of(minutes, speech, first.sentence).1,
                None => unspoken(minutes, first.block, first.sentence),
            };
            Some(LedgerRow {
                words: excerpt(minutes, &prose, first.sentence, &ranges, &AROUND_FIGURE),
                about: String::new(),
                place: place(minutes, first.speech, first.sentence),
            })
        });
        Ledger {
            commitments: commitments.collect(),
            figures: figures.collect(),
            n_figures: insight.figures.len(),
            dates: dates(minutes, &insight.dates),
        }
    }
}

/// The paragraph of a speech in which a range stands, and its number.
fn paragraph_of(minutes: &Minutes, speech: SpeechId, range: TextRange) -> (usize, Prose) {
    let paragraphs = minutes.speech(speech).map(|speech| speech.paragraphs.as_slice()).unwrap_or_default();
    let found = paragraphs.iter().enumerate().find(|(_, prose)| prose.range().contains(range));
    found.map_or_else(|| (0, Prose::one(range)), |(at, prose)| (at, prose.clone()))
}

fn unspoken(minutes: &Minutes, block: usize, range: TextRange) -> Prose {
    match minutes.body.get(block) {
        Some(Block::Narrative(id)) => {
            let narrative = minutes.narratives.get(id.idx());
            narrative.map_or_else(|| Prose::one(range), |narrative| narrative.prose.clone())
        }
        _ => Prose::one(range),
    }
}

fn place(minutes: &Minutes, speech: Option<SpeechId>, sentence: TextRange) -> Place {
    let said = speech.and_then(|speech| minutes.speech(speech));
    Place {
        speech,
        label: said.map(|said| words::one_line(&said.printed.text(&minutes.source))).unwrap_or_default(),
        role: said.map_or(Role::Other, |said| said.role),
        sentence,
        line: minutes.source.line(sentence.start),
    }
}

/// The subject of a paragraph, or else the topic of the speech.
fn about(minutes: &Minutes, insight: &Insight, speech: SpeechId, paragraph: usize) -> String {
    let threads = insight.threads.get(speech.idx()).map(Vec::as_slice).unwrap_or_default();
    let thread = threads.iter().rfind(|thread| thread.from <= paragraph);
    let subject = thread.and_then(|thread| insight.subjects.get(thread.subject.idx()));
    let text = match subject {
        Some(subject) => minutes.source.slice(subject.name).to_owned(),
        None => {
            let topic = minutes.speech(speech).and_then(|speech| minutes.topic(speech.topic?));
            topic.map(|topic| topic.heading.text(&minutes.source)).unwrap_or_default()
        }
    };
    words::one_line(&text)
}

/// A sentence as it reads, cut where marks begin and end, and shortened around them.
pub(super) fn excerpt(
    minutes: &Minutes,
    prose: &Prose,
    sentence: TextRange,
    marks: &[TextRange],
    reach: &Reach,
) -> Vec<Excerpt> {
    let mut parts: Vec<Excerpt> = Vec::new();
    for piece in &prose.pieces {
        let Piece { range, .. } = piece;
        let (mut at, end) = (range.start.max(sentence.start), range.end.min(sentence.end));
        while at < end {
            let edges = marks.iter().flat_map(|mark| [mark.start, mark.end]);
            let to = edges.filter(|&edge| edge > at).fold(end, u32::min);
            let marked = marks.iter().any(|mark| mark.start <= at && at < mark.end);
            let text = minutes.source.slice(TextRange { start: at, end: to });
            match parts.last_mut().filter(|last| last.marked == marked) {
                Some(last) => last.text.push_str(text),
                None => parts.push(Excerpt { text: text.to_owned(), marked }),
            }
            at = to;
        }
    }
    let n_parts = parts.len();
    for (at, part) in parts.iter_mut().enumerate().filter(|(_, part)| !part.marked) {
        let keep_head = if at == 0 { 0 } else { reach.after };
        let keep_tail = if at + 1 == n_parts { 0 } else { reach.before };
        part.text = shortened(&words::one_line(&part.text), keep_head, keep_tail);
    }
    parts
}

/// The head and the tail of a text with … between them. The tail begins behind a comma where one
/// is near, and neither begins nor ends inside a run of kanji, katakana or Latin letters.
fn shortened(text: &str, keep_head: usize, keep_tail: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let n_letters = letters.len();
    let is_inside = |at: usize| {
        let kind = |at: usize| letters.get(at).map(|&c| script(c)).filter(|script| *script > 0);
        at > 0 && kind(at).is_some() && kind(at - 1) == kind(at)
    };
    let head = if keep_head == 0 {
        0
    } else {
        (keep_head..=n_letters).find(|&at| !is_inside(at)).unwrap_or(n_letters)
    };
    let tail = match n_letters.saturating_sub(keep_tail) {
        tail if keep_tail == 0 => tail,
        tail => {
            let near = letters.iter().enumerate().skip(tail).take(keep_tail / 2);
            let mut commas = near.filter(|(_, c)| matches!(c, '、' | '，' | '。'));
            let comma = commas.next().map(|(at, _)| at + 1);
            comma.or_else(|| (0..=tail).rev().find(|&at| !is_inside(at))).unwrap_or(tail)
        }
    };
    if head + 1 >= tail {
        return text.to_owned();
    }
    let part = |from: usize, to: usize| letters.get(from..to).unwrap_or_default().iter().collect::<String>();
    format!("{}…{}", part(0, head), part(tail, n_letters))
}

/// Letters of one of these kinds make a word together; all others are 0.
fn script(c: char) -> u8 {
    match chars::narrow(c) {
        'ァ'..='ヺ' | 'ー' => 1,
        c if c.is_ascii_alphanumeric() => 2,
        c if chars::is_kanji(c) => 3,
        _ => 0,
    }
}

/// Dates printed alike are one row, in the order in which they first stand.
fn dates(minutes: &Minutes, mentions: &[DateMention]) -> Vec<DateRow> {
    let printed = |date: &DateMention| words::one_line(minutes.source.slice(date.range));
    let mut sorted: Vec<(String, usize, &DateMention)> =
        mentions.iter().enumerate().map(|(at, date)| (printed(date), at, date)).collect();
    sort_by_key(&mut sorted, |of| (of.0.clone(), of.1));
    let mut rows: Vec<(usize, DateRow)> = Vec::new();
    for alike in sorted.chunk_by(|a, b| a.0 == b.0) {
        let Some((printed, at, first)) = alike.first() else { continue };
        let mut places: Vec<Place> = Vec::new();
        for (_, _, date) in alike {
            let next = place(minutes, date.speech, date.sentence);
            // A list of numbers tells each speech once.
            let is_told = |last: &Place| match last.speech {
                Some(speech) => next.speech == Some(speech),
                None => next.speech.is_none() && next.line == last.line,
            };
            if !places.last().is_some_and(is_told) {
                places.push(next);
            }
        }
        let row = DateRow {
            printed: printed.clone(),
            date: **first,
            is_common_era: words::is_common_era(printed, first),
            places,
        };
        rows.push((*at, row));
    }
    sort_by_key(&mut rows, |(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_shown_by_dots() {
        assert_eq!(shortened("短い文", 0, 10), "短い文");
        assert_eq!(shortened("昨年度から数えて、今年度は", 0, 8), "…今年度は");
        assert_eq!(shortened("あいうえおかきくけこ", 2, 2), "あい…けこ");
        assert_eq!(shortened("あいうえおかきくけこ", 3, 0), "あいう…");
        assert_eq!(shortened("市の再生可能エネルギーによる", 0, 5), "…エネルギーによる");
        assert_eq!(shortened("これは公共施設で使う", 4, 0), "これは公共施設…");
    }
}
