//! Finding a speech or a passage again, in a text that may have been corrected.
//!
//! May live here: what describes a place, and the search for it. May not: how it is written.

use std::ops::Range;

use super::align::nearest;
use super::{Letters, Mark};
use crate::model::SpeechId;
use crate::source::TextRange;

/// Words with what stands around them, after the `TextQuoteSelector` of the W3C Web Annotation
/// Data Model. Letters only: no white space.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TextQuote {
    /// The words, or how they begin.
    pub exact: String,
    /// What stands before.
    pub prefix: String,
    /// What stands after.
    pub suffix: String,
}

/// A speech or a passage of one, as it was when somebody linked to it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Target {
    /// The number that the speech had, from 0.
    pub speech: u32,
    /// How the whole speech read.
    pub mark: Option<Mark>,
    /// How the words began that are meant: the passage, or the speech.
    pub quote: TextQuote,
    /// How many letters the passage has; nothing where the whole speech is meant.
    pub n_letters: Option<usize>,
}

/// Where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The speech.
    pub speech: SpeechId,
    /// The passage, where one is meant.
    pub passage: Option<TextRange>,
    /// Whether the speech reads as it did.
    pub is_same: bool,
}

/// The most letters of each part of a [`TextQuote`]: a letter takes nine characters of an address.
const EXACT: usize = 20;
const AROUND: usize = 4;

/// Fewer letters than this stand in many places by chance.
const ENOUGH: usize = 6;

impl Target {
    /// Describes a speech, or a passage of it.
    pub fn of(letters: &Letters, speech: SpeechId, passage: Option<TextRange>) -> Target {
        let whole = letters.range_of(speech);
        let meant = passage.map(|passage| letters.within(speech, passage));
        let Range { start, end } = meant.clone().unwrap_or(whole);
        let cut = end.min(start + EXACT);
        let text = |range: Range<usize>| letters.slice(range).iter().collect();
        Target {
            speech: speech.0,
            mark: Some(letters.mark(speech)),
            quote: TextQuote {
                exact: text(start..cut),
                prefix: text(start.saturating_sub(AROUND)..start),
                suffix: text(cut..letters.all().len().min(cut + AROUND)),
            },
            n_letters: meant.map(|meant| meant.len()),
        }
    }
}

/// Finds it again: the speech that reads the same, one that holds the words, or one that holds
/// words very much like them. Among several the one around which the same words stand, then the
/// one whose number is nearest. Nothing is found rather than something else.
pub fn locate(letters: &Letters, target: &Target) -> Option<Found> {
    let exact: Vec<char> = target.quote.exact.chars().collect();
    let same = best(letters, target, |speech| {
        if target.mark.is_none_or(|mark| letters.mark(speech) != mark) {
            return Vec::new();
        }
        let whole = letters.range_of(speech);
        let starts: Vec<usize> =
            places(letters.slice(whole.clone()), &exact).map(|at| whole.start + at).collect();
        // The mark alone says that it is this speech, even where a link has lost its words.
        if starts.is_empty() { vec![whole.start] } else { starts }
    });
    let is_same = same.is_some();
    let (speech, start) = same
        .or_else(|| {
            best(letters, target, |speech| {
                let whole = letters.range_of(speech);
                let enough = exact.len() >= ENOUGH;
                let found = places(letters.slice(whole.clone()), &exact).filter(|_| enough);
                found.map(|at| whole.start + at).collect()
            })
        })
        .or_else(|| similar(letters, target, &exact))?;
    let end = letters.range_of(speech).end;
    let has_words = !exact.is_empty() && nearest(&exact, letters.slice(start..end)).0 <= exact.len() / 3;
    let passage = target
        .n_letters
        .filter(|_| has_words)
        .map(|n| letters.source_range(start..end.min(start.saturating_add(n))));
    // Without a mark only the words themselves can tell.
    let is_same = is_same || (target.mark.is_none() && speech.0 == target.speech);
    Some(Found { speech, passage, is_same })
}

/// Of all places, the one that has most of the words around it, then the nearest.
fn best(
    letters: &Letters,
    target: &Target,
    places: impl Fn(SpeechId) -> Vec<usize>,
) -> Option<(SpeechId, usize)> {
    let n_exact = target.quote.exact.chars().count();
    let speeches = (0..letters.n_speeches() as u32).map(SpeechId);
    let all = speeches.flat_map(|speech| places(speech).into_iter().map(move |start| (speech, start)));
    all.min_by_key(|&(speech, start)| {
        let around = n_around(letters, &target.quote, start..start + n_exact);
        (usize::MAX - around, speech.0.abs_diff(target.speech))
    })
}

/// How many letters before and after are the same.
fn n_around(letters: &Letters, quote: &TextQuote, at: Range<usize>) -> usize {
    let before = letters.slice(0..at.start.min(letters.all().len()));
    let after = letters.slice(at.end.min(letters.all().len())..letters.all().len());
    let n_before = quote.prefix.chars().rev().zip(before.iter().rev()).take_while(|(a, b)| a == *b).count();
    n_before + quote.suffix.chars().zip(after).take_while(|(a, b)| a == *b).count()
}

/// Every place at which `words` stand.
fn places(hay: &[char], words: &[char]) -> impl Iterator<Item = usize> {
    let n_words = words.len().max(1);
    hay.windows(n_words).enumerate().filter(move |(_, here)| *here == words).map(|(at, _)| at)
}

/// The place where words stand of which no more than a third is different.
fn similar(letters: &Letters, target: &Target, exact: &[char]) -> Option<(SpeechId, usize)> {
    let limit = exact.len() / 3;
    let speeches = (0..letters.n_speeches() as u32).map(SpeechId);
    let near = speeches.filter_map(|speech| {
        let whole = letters.range_of(speech);
        let (distance, at) = nearest(exact, letters.slice(whole.clone()));
        let fits = exact.len() >= ENOUGH && distance <= limit;
        fits.then_some((distance, speech, whole.start + at.start))
    });
    let nearest = near.min_by_key(|&(distance, speech, _)| (distance, speech.0.abs_diff(target.speech)));
    nearest.map(|(_, speech, start)| (speech, start))
}
