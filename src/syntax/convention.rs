//! Learns how one text dresses its labels, so that only that dress is taken for one.
//!
//! Every shape is tried over the whole text and scored: how often it opens a line, how many of
//! its labels are known words or people, whether at least two speakers take turns. The best one
//! is taken, and others if they are nearly as strong: some records keep two.
//!
//! May live here: scores. May not: new shapes (`label`).

use std::collections::{BTreeMap, BTreeSet};

use super::label::{Frame, Known, LabelMatch, Shape};
use super::lines::Line;

/// The shapes of label that a text uses.
#[derive(Clone, Debug, Default)]
pub(super) struct Convention {
    shapes: Vec<Shape>,
    /// The marks that stand before labels that are known.
    marks: BTreeSet<char>,
    /// How often each label of which only the dress is known opens a line with a sentence.
    unproven: BTreeMap<String, u32>,
    /// Labels that somebody is seen to speak under.
    spoken: BTreeSet<String>,
    /// Whether answers behind arrows follow on lines behind bullets.
    bullets_ask: bool,
    /// Shapes whose labels are mostly of that kind: a text that calls people by their names alone.
    by_name: BTreeSet<Shape>,
}

/// A label that was found, and what its place says.
pub(super) struct Candidate<'a> {
    pub found: &'a LabelMatch,
    /// Whether a sentence follows.
    pub is_followed: bool,
    /// The mark before it, its kin taken for one.
    pub mark: Option<char>,
    /// Whether nothing else stands on its line.
    pub is_alone: bool,
}

impl Candidate<'_> {
    /// What the place of line `n` says of a label found on it.
    pub(super) fn new<'a>(lines: &[Line], n: usize, found: &'a LabelMatch) -> Candidate<'a> {
        let mark = lines.get(n).and_then(|line| found.mark_in(line.text));
        let is_alone = lines.get(n).is_some_and(|line| found.body >= line.text.len());
        Candidate { found, is_followed: found.is_followed_by_sentence(lines, n), mark, is_alone }
    }
}

/// Another shape counts when it reaches this share of the first one's score.
const SECOND: f64 = 0.2;
/// So many shapes a text may use.
const MOST_SHAPES: usize = 3;
/// What a label counts behind which no sentence ends.
const WITHOUT_SENTENCE: f64 = 0.25;
/// So many questions behind bullets are no accident.
const FEWEST_ASKED: u32 = 2;
/// A label that nothing proves is believed when it comes back so often.
const OFTEN: u32 = 3;

#[derive(Default)]
struct Score<'a> {
    sum: f64,
    speakers: BTreeSet<&'a str>,
    n_proven: u32,
    n_unproven: u32,
}

impl Convention {
    /// Scores the labels found at the starts of lines.
    pub(super) fn learn<'a>(candidates: impl Iterator<Item = &'a Candidate<'a>> + Clone) -> Convention {
        let mut unproven: BTreeMap<String, u32> = BTreeMap::new();
        let is_unproven = |candidate: &&'a Candidate<'a>| candidate.found.known == Known::Unproven;
        for candidate in candidates.clone().filter(is_unproven).filter(|candidate| candidate.is_followed) {
            *unproven.entry(candidate.found.squashed.clone()).or_default() += 1;
        }
        let frames: Vec<Frame> = candidates.clone().map(|candidate| candidate.found.shape.frame).collect();
        let n_bullets = frames.iter().filter(|&&frame| frame == Frame::Bullet).count();
        let n_asked = frames.windows(2).filter(|pair| *pair == [Frame::Bullet, Frame::Kind]).count();
        let mut by_shape: BTreeMap<Shape, Score> = BTreeMap::new();
        let mut marks = BTreeSet::new();
        let mut spoken = BTreeSet::new();
        for Candidate { found, is_followed, mark, .. } in candidates {
            let score = by_shape.entry(found.shape).or_default();
            let times = unproven.get(&found.squashed).copied().unwrap_or_default();
            score.sum += weight(found.known, times) * if *is_followed { 1.0 } else { WITHOUT_SENTENCE };
            score.speakers.insert(&found.squashed);
            if found.known == Known::Unproven {
                score.n_unproven += u32::from(*is_followed);
            } else {
                score.n_proven += u32::from(*is_followed);
                if *is_followed {
                    spoken.insert(found.squashed.clone());
                }
                marks.extend(mark.filter(|_| *is_followed));
            }
        }
        let by_name = by_shape
            .iter()
            .filter(|(shape, score)| {
                let n_often =
                    score.speakers.iter().filter_map(|words| unproven.get(*words)).filter(|&&n| n > 1);
                matches!(shape.frame, Frame::Square | Frame::Colon)
                    && !shape.marked
                    && score.n_unproven >= OFTEN
                    && n_often.count() > 0
            })
            .map(|(&shape, _)| shape)
            .collect();
        let mut scored: Vec<(f64, Shape)> = by_shape
            .iter()
            .map(|(&shape, score)| {
                (if score.speakers.len() > 1 { score.sum } else { score.sum / 2.0 }, shape)
            })
            .filter(|&(score, shape)| score > 0.0 && shape.frame != Frame::Bullet)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let best = scored.first().copied();
        let is_strong = |score: f64, shape: Shape| {
            best.is_some_and(|(most, first)| {
                // What sets a marked label off matters little: the mark makes it one.
                let is_kin = shape.marked && first.marked && shape.frame != Frame::Kind;
                shape == first || is_kin || score >= most * SECOND
            })
        };
        let strong = scored.iter().filter(|&&(score, shape)| is_strong(score, shape));
        let mut n_others = 0;
        let shapes = strong.map(|&(_, shape)| shape).filter(|shape| {
            let is_kin = shape.marked && best.is_some_and(|(_, first)| first.marked);
            n_others += usize::from(!is_kin);
            is_kin || n_others <= MOST_SHAPES
        });
        let bullets_ask = n_asked as u32 >= FEWEST_ASKED && n_asked * 2 >= n_bullets;
        Convention { shapes: shapes.collect(), marks, unproven, spoken, bullets_ask, by_name }
    }

    /// Whether the text uses this label. A line that prints the full name of somebody of the
    /// roll needs no other label beside it to be believed.
    pub(super) fn accepts(&self, candidate: &Candidate) -> bool {
        let Candidate { found, is_followed, mark, is_alone } = candidate;
        let is_used = self.shapes.contains(&found.shape) || found.known == Known::FullName;
        // Where labels bear marks, names and posts at the start of a line are those of rosters and letters.
        let is_stray = found.shape.is_loose() && !self.is_loose() && !is_followed;
        match found.known {
            _ if is_stray => false,
            _ if found.shape.frame == Frame::Bullet => self.bullets_ask,
            // What a line of its own holds is a label when somebody then speaks.
            Known::Role | Known::Certain if found.shape.frame == Frame::OwnLine => {
                is_used && (*is_followed || (found.shape.marked && self.spoken.contains(&found.squashed)))
            }
            Known::Unproven => {
                let times = self.unproven.get(&found.squashed).copied().unwrap_or_default();
                let bears_mark = mark.is_none_or(|mark| self.marks.contains(&mark));
                let is_framed = matches!(found.shape.frame, Frame::Square | Frame::Colon);
                let is_believed = times >= OFTEN
                    || (is_framed && times + 1 >= OFTEN)
                    || (found.shape.frame == Frame::Square
                        && self.by_name.contains(&found.shape)
                        && !is_alone)
                    || (*is_followed && bears_mark && found.names_somebody());
                (is_used || self.by_name.contains(&found.shape)) && is_believed
            }
            _ => is_used,
        }
    }

    /// Whether nothing but a space or a line end sets the labels of the text off.
    fn is_loose(&self) -> bool {
        self.shapes.first().is_none_or(|shape| shape.is_loose())
    }
}

fn weight(known: Known, times: u32) -> f64 {
    match known {
        Known::Unproven if times >= OFTEN => 0.3,
        Known::Unproven => 0.02,
        Known::Role => 0.8,
        Known::Certain | Known::FullName => 1.0,
    }
}
