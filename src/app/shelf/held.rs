//! A meeting of a shelf in hand, and what is found in it.
//!
//! May live here: one meeting. May not: the others (`shelf`), how its block is unpacked (`browser`).

use std::rc::Rc;

use crate::app::ledger::{Excerpt, Reach, excerpt};
use crate::app::words::one_line;
use crate::filter::{Chosen, speaker_of};
use crate::model::{Block, Minutes, Prose, SpeechId, TopicId, sentences};
use crate::search::fold::fold;
use crate::search::query::{Field, Term};
use crate::search::{Index, Place, Query, find_all, matcher};
use crate::shelf::{Entry, Shelf, SpeakerId};
use crate::source::TextRange;

/// The most places of one meeting that are shown beside the list; the rest is found in the meeting.
pub const MAX_LINES: usize = 3;

const AROUND_HIT: Reach = Reach { before: 24, after: 40 };

/// A meeting in hand, folded for finding.
#[derive(Debug)]
pub struct Held {
    /// The minutes.
    pub minutes: Minutes,
    index: Index,
    /// What each block can be found by beside its text.
    names: Vec<Names>,
}

/// What a block can be found by beside its text.
#[derive(Debug, Default)]
struct Names {
    speech: Option<SpeechId>,
    /// Who speaks, as the shelf counts labels.
    by: Option<SpeakerId>,
    /// Whom 話者: finds, folded.
    speaker: String,
    heading: Option<TopicId>,
}

/// What was found in a meeting.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Hits {
    /// How many speeches, headings and stretches of other text hold the words; of these, where speakers are
    /// chosen, only their speeches.
    pub n: usize,
    /// What is known besides, once the meeting is in hand.
    pub found: Option<Rc<Found>>,
}

/// What was found in a meeting, besides how much.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Found {
    /// Who speaks in what holds the words, whoever is chosen; in order.
    pub speakers: Chosen<SpeakerId>,
    /// The first of what is counted.
    pub lines: Vec<HitLine>,
}

/// A place in a meeting that holds the words.
#[derive(Clone, Debug, PartialEq)]
pub struct HitLine {
    /// The speech; none where nobody said it.
    pub speech: Option<SpeechId>,
    /// Its label as printed.
    pub label: String,
    /// The sentence around the first of the words, shortened; empty where only the speaker or the topic was
    /// asked for.
    pub words: Vec<Excerpt>,
}

impl Held {
    /// Folds every text once. `entry` is the card of the minutes on `shelf`.
    pub fn new(minutes: Minutes, shelf: &Shelf, entry: &Entry) -> Held {
        let index = Index::new(&minutes);
        let source = &minutes.source;
        let known = |words: &str| {
            let same = |(id, _): &&(SpeakerId, u32)| shelf.speaker(*id) == words;
            entry.speakers.iter().find(same).map(|(id, _)| *id)
        };
        let labels = minutes.labels.iter().map(|label| known(label.first.text(source).trim()));
        let labels: Vec<Option<SpeakerId>> = labels.collect();
        let topic = |heading| Names { heading, ..Names::default() };
        let names = minutes.body.iter().map(|block| match *block {
            Block::Topic(id) => topic(Some(id)),
            Block::Speech(id) => minutes.speech(id).map_or_else(Names::default, |speech| Names {
                speech: Some(id),
                by: labels.get(speech.label.idx()).copied().flatten(),
                speaker: speaker_of(&minutes, speech),
                heading: speech.topic,
            }),
            Block::Narrative(id) => topic(minutes.narratives.get(id.idx()).and_then(|text| text.topic)),
            Block::Plain(id) => topic(minutes.plains.get(id.idx()).and_then(|text| text.topic)),
        });
        let names = names.collect();
        Held { index, names, minutes }
    }

    /// The speeches and other blocks that hold all words. Where `speakers` are given, only theirs count.
    pub fn find(&self, query: &Query, speakers: &Chosen<SpeakerId>) -> Hits {
        let found = find_all(&self.index, query);
        let source = &self.minutes.source;
        let headings: Vec<String> =
            self.minutes.topics.iter().map(|topic| fold(&topic.heading.text(source))).collect();
        let units = found.units(self.names.len(), &|place| Some(place.block));
        let is_named = |names: &Names, term: &Term| match term.field {
            Field::Text => false,
            Field::Speaker => matcher::names(&names.speaker, term),
            Field::Topic => {
                let heading = names.heading.and_then(|id| headings.get(id.idx()));
                heading.is_some_and(|heading| matcher::names(heading, term))
            }
        };
        let holding = self.names.iter().enumerate();
        let holding = holding.filter(|(block, names)| units.hold(*block, &|term| is_named(names, term)));
        let (mut n, mut of) = (0, Found::default());
        let mut first = Vec::new();
        for (block, names) in holding {
            if let Some(by) = names.by {
                of.speakers.insert(by);
            }
            if speakers.is_empty() || names.by.is_some_and(|by| speakers.contains(by)) {
                n += 1;
                if first.len() < MAX_LINES {
                    first.push(block);
                }
            }
        }
        let places = found.hits(&|place| first.contains(&place.block));
        of.lines = first.into_iter().filter_map(|block| self.line(block, &places)).collect();
        Hits { n, found: Some(Rc::new(of)) }
    }

    /// The label of a block as printed; empty where nobody speaks.
    fn label(&self, names: &Names) -> String {
        let speech = names.speech.and_then(|id| self.minutes.speech(id));
        speech.map(|speech| one_line(&speech.printed.text(&self.minutes.source))).unwrap_or_default()
    }

    fn line(&self, block: usize, hits: &[Place]) -> Option<HitLine> {
        let names = self.names.get(block)?;
        let here = || hits.iter().filter(|hit| hit.block == block);
        let words = here().next().and_then(|first| {
            let prose = self.prose(block, first.text)?;
            let marks: Vec<TextRange> =
                here().filter(|hit| hit.text == first.text).map(|hit| hit.range).collect();
            let all = sentences(&self.minutes.source, &prose);
            let sentence = all.into_iter().find(|sentence| first.range.start < sentence.end);
            let sentence = sentence.unwrap_or_else(|| prose.range());
            Some(excerpt(&self.minutes, &prose, sentence, &marks, &AROUND_HIT))
        });
        Some(HitLine { speech: names.speech, label: self.label(names), words: words.unwrap_or_default() })
    }

    /// The text of a block, as the index counts them.
    fn prose(&self, block: usize, text: usize) -> Option<Prose> {
        let minutes = &self.minutes;
        match *minutes.body.get(block)? {
            Block::Topic(id) => Some(minutes.topic(id)?.heading.clone()),
            Block::Speech(id) => minutes.speech(id)?.paragraphs.get(text).cloned(),
            Block::Narrative(id) => Some(minutes.narratives.get(id.idx())?.prose.clone()),
            Block::Plain(id) => Some(Prose::one(minutes.plains.get(id.idx())?.range)),
        }
    }
}
