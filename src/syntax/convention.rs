//! Learns how one text dresses its labels, so that only that dress is taken for one.
//!
//! Every shape is tried over the whole text and scored: how often it opens a line, how many of
//! its labels are known words or people, whether at least two speakers take turns. The best one
//! is taken, and a second if it is nearly as strong: some records keep two.
//!
//! May live here: scores. May not: new shapes (`label`).

use std::collections::{BTreeMap, BTreeSet};

use super::label::{Known, LabelMatch, Shape};

/// The shapes of label that a text uses.
#[derive(Clone, Debug, Default)]
pub(super) struct Convention {
    shapes: Vec<Shape>,
}

/// A second shape counts when it reaches this share of the first one's score.
const SECOND: f64 = 0.2;
/// A second shape that nothing but a space sets off must be this strong: names and posts stand
/// so in rosters, letters and signatures too.
const LOOSE_SECOND: f64 = 0.5;
/// What a label counts behind which no sentence ends.
const WITHOUT_SENTENCE: f64 = 0.25;

impl Convention {
    /// Scores the labels found at the starts of lines, each with whether a sentence follows.
    pub(super) fn learn<'a>(matches: impl Iterator<Item = (&'a LabelMatch, bool)>) -> Convention {
        let mut by_shape: BTreeMap<Shape, (f64, BTreeSet<&str>)> = BTreeMap::new();
        for (found, is_followed) in matches {
            let (score, speakers) = by_shape.entry(found.shape).or_default();
            *score += weight(found.known) * if is_followed { 1.0 } else { WITHOUT_SENTENCE };
            speakers.insert(&found.squashed);
        }
        let mut scored: Vec<(f64, Shape)> = by_shape
            .into_iter()
            .map(|(shape, (score, speakers))| (if speakers.len() > 1 { score } else { score / 2.0 }, shape))
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let best = scored.first().copied();
        let is_strong = |score: f64, shape: Shape| {
            best.is_some_and(|(most, first)| {
                let share = if shape.is_loose() { LOOSE_SECOND } else { SECOND };
                shape == first || score >= most * share
            })
        };
        let shapes = scored.iter().take(2).filter(|&&(score, shape)| is_strong(score, shape));
        Convention { shapes: shapes.map(|&(_, shape)| shape).collect() }
    }

    /// Whether the text uses this label. A line that prints the full name of somebody of the
    /// roll needs no other label beside it to be believed.
    pub(super) fn accepts(&self, found: &LabelMatch) -> bool {
        self.shapes.contains(&found.shape) || found.known == Known::FullName
    }
}

fn weight(known: Known) -> f64 {
    match known {
        Known::Role => 0.8,
        Known::Certain | Known::FullName => 1.0,
    }
}
