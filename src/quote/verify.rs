//! Whether words that somebody holds in hand stand in these minutes.
//!
//! May live here: the comparison and its verdict. May not: how a quote is written or read.

use std::ops::Range;

use super::align::{Change, diff, nearest};
use super::letters::letters_of;
use super::{Claim, Letters, edition};
use crate::model::{Minutes, SpeechId};
use crate::order::sort;
use crate::source::TextRange;

/// What there is to say of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 一致: every letter stands there, in this order, said by whom it says.
    Same,
    /// 改変: the place was found, and something is different.
    Changed,
    /// 該当なし: nothing like it is in these minutes.
    Missing,
    /// Too few letters to say anything.
    TooShort,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The verdict.
    pub verdict: Verdict,
    /// The speech in which the words stand.
    pub speech: Option<SpeechId>,
    /// From the first letter to the last.
    pub range: Option<TextRange>,
    /// The words, what was left out between them taken as said.
    pub parts: Vec<Part>,
    /// Who is said to have said them, where that is not the label that stands here.
    pub other_label: Option<String>,
    /// Whether the quote was taken from this very edition, where it says so.
    pub is_same_edition: Option<bool>,
}

/// Words between two places where the quote says that something is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// They stand there letter by letter.
    Same(String),
    /// Almost; first the quote, second the minutes.
    Changed(Vec<Change>),
    /// They do not.
    Missing(String),
}

/// Fewer letters than this prove nothing.
const ENOUGH: usize = 4;

/// By what people say that they have left something out.
const ELLIPSES: [&str; 8] = ["（中略）", "(中略)", "〔中略〕", "［中略］", "（略）", "……", "…", "[...]"];

/// Two texts whose lengths multiplied give more are not compared letter by letter.
const MAX_WORK: usize = 40_000_000;

/// Holds a quote against the minutes. White space never counts.
pub fn verify(minutes: &Minutes, claim: &Claim) -> Check {
    let all = Letters::of(minutes);
    let named = claim.speech.map(SpeechId).filter(|&id| minutes.speech(id).is_some());
    let mut check = Check {
        verdict: Verdict::Missing,
        speech: None,
        range: None,
        parts: Vec::new(),
        other_label: None,
        is_same_edition: claim.edition.as_ref().map(|of| *of == edition(minutes.source.text())),
    };
    let exact = claim.readings.iter().find_map(|words| {
        let whole = vec![letters_of(words)];
        find_all(&all, named, &whole).or_else(|| find_all(&all, named, &pieces(words)))
    });
    let words = claim.readings.last().map(String::as_str).unwrap_or_default();
    if letters_of(words).len() < ENOUGH {
        check.verdict = Verdict::TooShort;
        return check;
    }
    match exact {
        Some((speech, places)) => {
            check.verdict = Verdict::Same;
            check.parts =
                places.iter().map(|at| Part::Same(all.slice(at.clone()).iter().collect())).collect();
            let whole = places.first().zip(places.last()).map(|(first, last)| first.start..last.end);
            check.range = whole.map(|whole| all.source_range(whole));
            check.speech = Some(speech);
        }
        None => compare(&all, named, words, &mut check),
    }
    check.other_label = other_label(minutes, claim, check.speech);
    if check.other_label.is_some() && check.verdict == Verdict::Same {
        check.verdict = Verdict::Changed;
    }
    check
}

/// The label that the quote names, where the speech bears another.
fn other_label(minutes: &Minutes, claim: &Claim, speech: Option<SpeechId>) -> Option<String> {
    let said = minutes.speech(speech?)?;
    let here = letters_of(&said.printed.text(&minutes.source));
    let is_here = claim.labels.iter().any(|label| letters_of(label) == here);
    claim.labels.last().filter(|_| !is_here).cloned()
}

/// The words between ellipses, without those too short to be found.
fn pieces(words: &str) -> Vec<Vec<char>> {
    let mut rest = vec![words];
    for ellipsis in ELLIPSES {
        rest = rest.into_iter().flat_map(|words| words.split(ellipsis)).collect();
    }
    rest.into_iter().map(letters_of).filter(|piece| !piece.is_empty()).collect()
}

/// The speech in which all pieces stand in order, the named one first, and where.
fn find_all(
    all: &Letters,
    named: Option<SpeechId>,
    pieces: &[Vec<char>],
) -> Option<(SpeechId, Vec<Range<usize>>)> {
    if pieces.iter().map(Vec::len).sum::<usize>() < ENOUGH {
        return None;
    }
    let speeches = (0..all.n_speeches() as u32).map(SpeechId);
    named.into_iter().chain(speeches).find_map(|speech| {
        let Range { start: mut at, end } = all.range_of(speech);
        let mut places = Vec::new();
        for piece in pieces {
            let here = all.slice(at..end).windows(piece.len().max(1)).position(|here| here == piece)?;
            places.push(at + here..at + here + piece.len());
            at += here + piece.len();
        }
        Some((speech, places))
    })
}

/// Compares each piece with the stretch of the most similar speech that is nearest to it.
fn compare(all: &Letters, named: Option<SpeechId>, words: &str, check: &mut Check) {
    let pieces = pieces(words);
    let Some(speech) = most_similar(all, named, &pieces.concat()) else {
        check.parts = pieces.iter().map(|piece| Part::Missing(piece.iter().collect())).collect();
        return;
    };
    let whole = all.range_of(speech);
    let here = all.slice(whole.clone());
    for piece in &pieces {
        let text: String = piece.iter().collect();
        if piece.len().saturating_mul(here.len()) > MAX_WORK {
            check.parts.push(Part::Changed(vec![Change::Only1(text)]));
            continue;
        }
        let (distance, at) = nearest(piece, here);
        let range = all.source_range(whole.start + at.start..whole.start + at.end);
        if distance == 0 {
            check.parts.push(Part::Same(text));
        } else if distance * 2 <= piece.len() {
            check.parts.push(Part::Changed(diff(piece, here.get(at).unwrap_or_default())));
        } else {
            check.parts.push(Part::Missing(text));
            continue;
        }
        check.range = Some(check.range.map_or(range, |found| found.cover(range)));
    }
    if check.range.is_some() || check.parts.iter().any(|part| !matches!(part, Part::Missing(_))) {
        check.verdict = Verdict::Changed;
        check.speech = Some(speech);
    }
}

/// Of the pairs of neighbouring letters, how many in a hundred a speech must share to be compared.
const SHARED: usize = 30;

/// Two neighbouring letters as one number.
fn pair(letters: &[char]) -> u64 {
    letters.iter().fold(0, |pair, &letter| pair << 32 | u64::from(u32::from(letter)))
}

/// The speech that shares most pairs of letters with the words; the named one where it shares enough.
fn most_similar(all: &Letters, named: Option<SpeechId>, words: &[char]) -> Option<SpeechId> {
    let mut pairs: Vec<u64> = words.windows(2).map(pair).collect();
    sort(&mut pairs);
    pairs.dedup();
    let share = |speech: SpeechId| {
        let mut held = vec![false; pairs.len()];
        for letters in all.of_speech(speech).windows(2) {
            if let Ok(at) = pairs.binary_search(&pair(letters))
                && let Some(slot) = held.get_mut(at)
            {
                *slot = true;
            }
        }
        held.iter().filter(|held| **held).count() * 100 / pairs.len().max(1)
    };
    if let Some(named) = named.filter(|&named| share(named) >= SHARED) {
        return Some(named);
    }
    let speeches = (0..all.n_speeches() as u32).map(SpeechId);
    let shares = speeches.map(|speech| (share(speech), speech)).filter(|(share, _)| *share >= SHARED);
    shares.min_by_key(|&(share, speech)| (usize::MAX - share, speech)).map(|(_, speech)| speech)
}
