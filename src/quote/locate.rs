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

/// So many letters are somebody's own words; fewer are found again only among their neighbours.
const TELLING: usize = 12;

/// So many of the letters on one side are no chance.
const NEIGHBOURS: usize = 3;

impl TextQuote {
    /// The most letters of each part that are read from a link.
    pub const MAX_CHARS: usize = 40;
}

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
/// one whose number is nearest. Nothing is found rather than something else: a few words that many
/// say are the meant ones only under the same number or among the same neighbours.
pub fn locate(letters: &Letters, target: &Target) -> Option<Found> {
    let exact: Vec<char> = target.quote.exact.chars().collect();
    let place = |found: &dyn Fn(SpeechId) -> Vec<(usize, usize)>| best(letters, target, exact.len(), found);
    let same = place(&|speech| {
        if target.mark.is_none_or(|mark| letters.mark(speech) != mark) {
            return Vec::new();
        }
        let whole = letters.range_of(speech);
        let is_told = whole.len() >= TELLING || speech.0 == target.speech;
        let starts: Vec<usize> =
            places(letters.slice(whole.clone()), &exact).map(|at| whole.start + at).collect();
        // The mark alone says that it is this speech, even where a link has lost its words.
        let starts = if starts.is_empty() { vec![whole.start] } else { starts };
        let fits =
            |&start: &usize| is_told || has_neighbours(letters, &target.quote, start..start + exact.len());
        starts.into_iter().filter(fits).map(|start| (0, start)).collect()
    });
    let stands = || {
        place(&|speech| {
            let whole = letters.range_of(speech);
            let is_told = exact.len() >= TELLING || speech.0 == target.speech;
            let starts = places(letters.slice(whole.clone()), &exact).map(|at| whole.start + at);
            let fits = |&start: &usize| {
                exact.len() >= ENOUGH
                    && (is_told || has_neighbours(letters, &target.quote, start..start + exact.len()))
            };
            starts.filter(fits).map(|start| (0, start)).collect()
        })
    };
    let similar = || {
        place(&|speech| {
            let whole = letters.range_of(speech);
            let (distance, at) = nearest(&exact, letters.slice(whole.clone()));
            let at = whole.start + at.start..whole.start + at.end;
            let by_itself = exact.len() >= TELLING && distance * 4 <= exact.len();
            let by_neighbours = exact.len() >= ENOUGH
                && distance * 3 <= exact.len()
                && has_neighbours(letters, &target.quote, at.clone());
            if by_itself || by_neighbours { vec![(distance, at.start)] } else { Vec::new() }
        })
    };
    let is_same = same.is_some();
    let exactly = same.or_else(stands);
    // Without a mark only the words themselves can tell.
    let is_same =
        is_same || target.mark.is_none() && exactly.is_some_and(|(speech, _)| speech.0 == target.speech);
    let (speech, start) = exactly.or_else(similar)?;
    let end = letters.range_of(speech).end;
    let has_words = !exact.is_empty() && nearest(&exact, letters.slice(start..end)).0 <= exact.len() / 3;
    let passage = target
        .n_letters
        .filter(|_| has_words)
        .map(|n| letters.source_range(start..end.min(start.saturating_add(n))));
    Some(Found { speech, passage, is_same })
}

/// Of all places, each with its distance, the nearest in words, then the one that has most of the
/// words around it, then the nearest in number.
fn best(
    letters: &Letters,
    target: &Target,
    n_exact: usize,
    places: &dyn Fn(SpeechId) -> Vec<(usize, usize)>,
) -> Option<(SpeechId, usize)> {
    let speeches = (0..letters.n_speeches() as u32).map(SpeechId);
    let all = speeches.flat_map(|speech| places(speech).into_iter().map(move |at| (speech, at)));
    let best = all.min_by_key(|&(speech, (distance, start))| {
        let (before, after) = around(letters, &target.quote, start..start + n_exact);
        (distance, usize::MAX - before - after, speech.0.abs_diff(target.speech))
    });
    best.map(|(speech, (_, start))| (speech, start))
}

/// How many letters before and after are the same.
fn around(letters: &Letters, quote: &TextQuote, at: Range<usize>) -> (usize, usize) {
    let before = letters.slice(0..at.start.min(letters.all().len()));
    let after = letters.slice(at.end.min(letters.all().len())..letters.all().len());
    let n_before = quote.prefix.chars().rev().zip(before.iter().rev()).take_while(|(a, b)| a == *b).count();
    (n_before, quote.suffix.chars().zip(after).take_while(|(a, b)| a == *b).count())
}

/// Whether the same words stand on one side.
fn has_neighbours(letters: &Letters, quote: &TextQuote, at: Range<usize>) -> bool {
    let (before, after) = around(letters, quote, at);
    before.max(after) >= NEIGHBOURS
}

/// Every place at which `words` stand.
fn places(hay: &[char], words: &[char]) -> impl Iterator<Item = usize> {
    let n_words = words.len().max(1);
    hay.windows(n_words).enumerate().filter(move |(_, here)| *here == words).map(|(at, _)| at)
}
