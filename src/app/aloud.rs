//! Reading aloud: which sentence is read, and which comes after it.
//!
//! 1. A speech is read from its label to its last sentence, one sentence at a time, so that the
//!    one being read can be marked and a pause goes on where it was.
//! 2. After the last one the next speech that is shown is read. What is folded away is not.
//!
//! May live here: places in the text and how fast they are read. May not: voices (`browser`).

use super::document::Document;
use super::state::State;
use crate::filter::Shown;
use crate::model::{Block, Speech, SpeechId, sentences};
use crate::source::TextRange;

/// How fast is as fast as people speak, in tenths.
const RATE: u8 = 10;
const SLOWEST: u8 = 5;
const FASTEST: u8 = 20;

/// What is being read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aloud {
    /// The speech.
    pub speech: SpeechId,
    /// The sentence of the speech, from 0.
    pub sentence: usize,
    /// Whether it waits.
    pub paused: bool,
    /// How fast it is read, in tenths: 10 is as fast as people speak.
    pub rate: u8,
}

/// What can happen while something is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AloudStep {
    /// Read from this speech on.
    Start(SpeechId),
    /// A sentence has been read.
    NextSentence,
    /// Wait.
    Pause,
    /// Go on with the sentence at which it waits.
    Resume,
    /// Read faster.
    Faster,
    /// Read more slowly.
    Slower,
    /// Read no longer.
    Stop,
    /// There is no voice that could read.
    NoVoice,
}

/// The state after a step.
pub fn step(state: &State, document: &Document, step: AloudStep) -> State {
    let reads = state.aloud;
    let rate = reads.map_or(RATE, |aloud| aloud.rate);
    let with = |aloud: Option<Aloud>| State { aloud, voiceless: false, ..state.clone() };
    match step {
        AloudStep::Start(speech) if document.minutes.speech(speech).is_some() => {
            with(Some(Aloud { speech, sentence: 0, paused: false, rate }))
        }
        AloudStep::Start(_) => state.clone(),
        AloudStep::NextSentence => with(reads.and_then(|aloud| next(state, document, aloud))),
        AloudStep::Pause => with(reads.map(|aloud| Aloud { paused: true, ..aloud })),
        AloudStep::Resume => with(reads.map(|aloud| Aloud { paused: false, ..aloud })),
        AloudStep::Faster => with(reads.map(|aloud| Aloud { rate: (rate + 1).min(FASTEST), ..aloud })),
        AloudStep::Slower => with(reads.map(|aloud| Aloud { rate: (rate - 1).max(SLOWEST), ..aloud })),
        AloudStep::Stop => with(None),
        AloudStep::NoVoice => State { voiceless: true, ..with(None) },
    }
}

/// The sentence after this one, or the next speech that is shown.
fn next(state: &State, document: &Document, aloud: Aloud) -> Option<Aloud> {
    let n_sentences = document.minutes.speech(aloud.speech).map_or(0, |of| sentences_of(document, of).len());
    if aloud.sentence + 1 < n_sentences {
        return Some(Aloud { sentence: aloud.sentence + 1, ..aloud });
    }
    let here = document.ground.block_of(aloud.speech)?;
    let selection = document.select(&state.filter());
    let blocks = document.minutes.body.iter().zip(&selection.shown).skip(here + 1);
    let speech = blocks.filter(|(_, shown)| **shown != Shown::No).find_map(|(block, _)| match *block {
        Block::Speech(id) => document.minutes.speech(id).filter(|speech| !is_folded(state, speech)),
        _ => None,
    })?;
    Some(Aloud { speech: speech.id, sentence: 0, ..aloud })
}

fn is_folded(state: &State, speech: &Speech) -> bool {
    speech.topic.is_some_and(|topic| state.collapsed.contains(topic))
}

/// The sentences of a speech over all its paragraphs.
pub fn sentences_of(document: &Document, speech: &Speech) -> Vec<TextRange> {
    let source = &document.minutes.source;
    speech.paragraphs.iter().flat_map(|paragraph| sentences(source, paragraph)).collect()
}
