//! The points of a speech that makes several: 「もう一点、」.
//!
//! May live here: where a further point begins. May not: what is asked in it (`kinds`).

use super::cues::{OPENER_ENDS, OPENERS};
use super::kinds::{ask_in, wish_in};
use super::text::{Paragraph, Speeches};
use super::{Kind, SpeechKind};
use crate::chars::{digit, is_space};
use crate::model::SpeechId;
use crate::source::TextRange;

/// One of several points of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The speech.
    pub speech: SpeechId,
    /// Its number in the speech, from 1.
    pub number: usize,
    /// From its first byte to its last; it may reach over several paragraphs.
    pub range: TextRange,
    /// The words that open it, mark included: `もう一点、`. None for what stands before the first.
    pub opener: Option<TextRange>,
}

/// The points of every speech; `SpeechId` is the index.
pub(super) fn of_speeches(speeches: &Speeches, kinds: &[Option<SpeechKind>]) -> Vec<Vec<Point>> {
    let points = |(at, paragraphs): (usize, &Vec<Paragraph>)| {
        let kind = kinds.get(at).copied().flatten().map(|kind| kind.kind);
        let asks = matches!(kind, Some(Kind::Question | Kind::Opinion));
        of_speech(SpeechId(at as u32), paragraphs, asks)
    };
    speeches.iter().enumerate().map(points).collect()
}

/// A word that opens a point always begins one at the start of a paragraph. Inside a paragraph it
/// does so only for those who ask, and only if what stands before asks or wishes for something:
/// whoever explains says 「また、」 without end.
fn of_speech(speech: SpeechId, paragraphs: &[Paragraph], asks: bool) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    let mut is_complete = false;
    for paragraph in paragraphs {
        for (at, sentence) in paragraph.sentences.iter().enumerate() {
            let words = paragraph.words(sentence.clone());
            let range = paragraph.range(sentence.clone());
            let opener = opener_len(words).map(|len| sentence.start..sentence.start + len);
            let opens = opener.is_some() && (at == 0 || (asks && is_complete));
            match points.last_mut().filter(|_| !opens) {
                Some(point) => point.range = point.range.cover(range),
                None => {
                    let opener = opener.map(|opener| paragraph.range(opener));
                    points.push(Point { speech, number: points.len() + 1, range, opener });
                    is_complete = false;
                }
            }
            is_complete = is_complete || (asks && (ask_in(words).is_some() || wish_in(words).is_some()));
        }
    }
    if points.len() < 2 {
        points.clear();
    }
    points
}

/// The length of the words that open a point, mark included: `もう一点、`, `2点目ですが、`.
pub(super) fn opener_len(text: &str) -> Option<usize> {
    let counted = counted_len(text);
    let len = counted.or_else(|| {
        let opener = OPENERS.iter().find(|opener| text.starts_with(**opener))?;
        Some(opener.len())
    })?;
    let behind = text.get(len..)?;
    let end = OPENER_ENDS.iter().filter(|end| behind.starts_with(**end)).map(|end| end.len()).max();
    match (end, counted) {
        (Some(end), _) if counted.is_some() || behind.starts_with(['、', '，']) => Some(len + end),
        (_, Some(_)) => Some(len),
        _ => None,
    }
}

/// `もう一点`, `あと1点`, `2点目`, `第二に`.
fn counted_len(text: &str) -> Option<usize> {
    let number = |text: &str| -> usize {
        let is_number = |&c: &char| digit(c).is_some() || "一二三四五六七八九十".contains(c) || is_space(c);
        text.chars().take_while(is_number).map(char::len_utf8).sum()
    };
    let more = ["もう", "あと"].iter().find(|word| text.starts_with(**word));
    if let Some(more) = more {
        let rest = text.get(more.len()..)?;
        let n = number(rest);
        let unit =
            ["点", "つ", "件"].iter().find(|unit| rest.get(n..).is_some_and(|rest| rest.starts_with(**unit)));
        return unit.filter(|_| n > 0).map(|unit| more.len() + n + unit.len());
    }
    if let Some(rest) = text.strip_prefix('第') {
        let n = number(rest);
        return (n > 0 && rest.get(n..)?.starts_with('に')).then_some("第".len() + n);
    }
    let n = number(text);
    let unit = ["点目", "つ目", "件目", "番目"]
        .iter()
        .find(|unit| text.get(n..).is_some_and(|rest| rest.starts_with(**unit)));
    unit.filter(|_| n > 0).map(|unit| n + unit.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(opener_len(text).map(|len| &text[..len]), expect);
    }

    #[test]
    fn words_that_open_a_point_are_read_with_their_mark() {
        check("もう一点、橋は", Some("もう一点、"));
        check("もう１点だけ、橋は", Some("もう１点だけ、"));
        check("2点目ですが、橋は", Some("2点目ですが、"));
        check("二つ目は橋です", Some("二つ目は"));
        check("第二に、橋は", Some("第二に、"));
        check("また、橋は", Some("また、"));
        check("最後に、橋は", Some("最後に、"));
    }

    #[test]
    fn words_that_only_begin_so_open_nothing() {
        check("または橋を", None);
        check("また来ます", None);
        check("次に移ります", None);
        check("第二小学校", None);
        check("あと少し", None);
        check("2点質問します", None);
    }
}
