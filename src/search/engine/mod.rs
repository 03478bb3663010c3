//! Many meetings searched at the speed of memory.
//!
//! 1. [`talk`] is what is asked and answered, [`wire`] both as bytes.
//! 2. `units` folds texts to units of UTF-16; a `segment` holds them, `names` what their blocks
//!    are called.
//! 3. `scan` finds a word in units; a `directory` leaves out what cannot hold it, and is made by
//!    `build`.
//! 4. `plan` says which blocks of a segment hold a word, `ask` which of all answer a question;
//!    `bits` are sets of blocks.
//!
//! Nothing here takes longer than a few milliseconds at once: whoever holds the engine calls
//! [`Engine::work`] and [`Ask::step`] until they are done, and may do other things in between.
//! Questions are answered from the first block on; what the directory does not cover is scanned.
//!
//! May live here: folded text, directories of it, plans for a query. May not: what is shown (`app`),
//! where the meetings come from (`shelf`), threads and clocks (`bin/engine`, `browser`).

mod ask;
mod bits;
mod build;
mod directory;
mod names;
mod plan;
mod scan;
mod segment;
pub mod talk;
mod units;
pub mod wire;

use std::borrow::Cow;

pub use ask::Ask;
pub use scan::{FAR, NEAR, Needle};
pub use talk::{Answer, Found, Progress, Question};
pub use units::{Folder, Text};

use build::Build;
use names::Names;
use segment::{Segment, Traits};

/// One block of a meeting as it is fed: a heading, a speech, a narrative, a stretch of plain text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Fed<'a> {
    /// Its texts (paragraphs), each in the pieces that follow each other without a gap.
    pub texts: Vec<Vec<&'a str>>,
    /// Whom 話者: finds, folded: the label and the name where it is proved, each on a line.
    pub speaker: Cow<'a, str>,
    /// What 話題: finds, folded: the subjects and the heading of the topic, each on a line.
    pub topic: Cow<'a, str>,
    /// The label by which speakers are chosen, as printed; empty for what nobody speaks, which no
    /// choice of speakers lets through.
    pub label: Cow<'a, str>,
}

/// Of how many units one is counted for knowing which are rare.
const SAMPLE: usize = 8;

/// Many meetings, searchable.
#[derive(Clone, Debug)]
pub struct Engine {
    /// How many units fill a segment.
    full: usize,
    folder: Folder,
    segments: Vec<Segment>,
    meetings: Vec<Meeting>,
    names: Names,
    /// How often each unit stands in the text, sampled.
    counts: Vec<u32>,
    n_blocks: usize,
    /// The directory that is being made, and of which segment.
    build: Option<(usize, Build)>,
    /// Whether the last segment gets a directory, though it may have to be made anew.
    is_whole: bool,
    /// The block that is being fed.
    text: Text,
}

/// A meeting that was fed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Meeting {
    number: u32,
    /// Its first block, counted over all meetings.
    first: usize,
    n_blocks: usize,
}

impl Engine {
    /// An engine that holds nothing.
    pub fn new() -> Engine {
        Engine::with_segments(segment::FULL)
    }

    /// An engine that holds nothing, of segments that so many units fill.
    pub fn with_segments(n_units: usize) -> Engine {
        Engine {
            full: n_units,
            folder: Folder::new(),
            segments: Vec::new(),
            meetings: Vec::new(),
            names: Names::default(),
            counts: vec![0; 1 << 16],
            n_blocks: 0,
            build: None,
            is_whole: false,
            text: Text::default(),
        }
    }

    /// Takes a meeting, which can be searched from then on. Each number is given to one meeting.
    pub fn feed<'a>(&mut self, number: u32, blocks: impl IntoIterator<Item = Fed<'a>>) {
        let first = self.n_blocks;
        self.is_whole = false;
        // What is still open grows: its directory is begun anew.
        let is_open =
            |segment: usize| self.segments.get(segment).is_some_and(|segment| !segment.is_full(self.full));
        if self.build.as_ref().is_some_and(|&(segment, _)| is_open(segment)) {
            self.build = None;
        }
        for block in blocks {
            self.text.units.clear();
            self.text.joints.clear();
            for text in &block.texts {
                text.iter().for_each(|piece| self.folder.push(piece, &mut self.text));
                segment::end_text(&mut self.text);
            }
            for &unit in self.text.units.iter().step_by(SAMPLE) {
                if let Some(count) = self.counts.get_mut(usize::from(unit)) {
                    *count += 1;
                }
            }
            let mut number = |name: &str| self.names.number(name);
            let speaker = number(&block.speaker);
            let traits = Traits { speaker, topic: number(&block.topic), label: number(&block.label) };
            if self.segments.last().is_none_or(|last| last.is_full(self.full)) {
                self.segments.push(Segment::default());
            }
            if let Some(segment) = self.segments.last_mut() {
                segment.push(&self.text, traits);
            }
            self.n_blocks += 1;
        }
        self.meetings.push(Meeting { number, first, n_blocks: self.n_blocks - first });
    }

    /// Says that no meeting is expected soon, so that the rest may get its directory.
    pub fn finish(&mut self) {
        self.is_whole = true;
    }

    /// Goes on making the directory for about as many units of text; whether there is more to do.
    pub fn work(&mut self, n_units: usize) -> bool {
        if self.build.is_none() {
            let is_ready = |segment: &Segment| {
                segment.directory.is_none() && (self.is_whole || segment.is_full(self.full))
            };
            let next = self.segments.iter().position(is_ready);
            self.build = next.map(|segment| (segment, Build::new()));
        }
        let Some((at, build)) = &mut self.build else { return false };
        let at = *at;
        let segment = self.segments.get_mut(at);
        if let Some(directory) = segment.as_ref().and_then(|segment| build.step(segment, n_units)) {
            if let Some(segment) = segment {
                segment.directory = Some(directory);
            }
            self.build = None;
        }
        true
    }

    /// The answer to a question, in one go.
    pub fn ask(&self, question: Question) -> Answer {
        let mut ask = Ask::new(self, question);
        loop {
            if let Some(answer) = ask.step(self) {
                return answer;
            }
        }
    }

    /// Whether both have the same directory, byte for byte.
    pub fn same_directory(&self, other: &Engine) -> bool {
        let directories = |engine: &Engine| {
            engine.segments.iter().map(|segment| segment.directory.clone()).collect::<Vec<_>>()
        };
        directories(self) == directories(other)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let n_units = |segment: &Segment| segment.units().len();
        let indexed = self.segments.iter().filter(|segment| segment.directory.is_some());
        let tables = (self.counts.capacity() * size_of::<u32>()) + (1 << 16) * size_of::<u16>();
        let meetings = self.meetings.capacity() * size_of::<Meeting>();
        let n_bytes = self.segments.iter().map(Segment::n_bytes).sum::<usize>() + self.names.n_bytes();
        Progress {
            n_meetings: self.meetings.len() as u32,
            n_blocks: self.n_blocks as u32,
            n_units: self.segments.iter().map(n_units).sum::<usize>() as u32,
            n_indexed: indexed.map(n_units).sum::<usize>() as u32,
            n_bytes: (n_bytes + tables + meetings) as u32,
        }
    }

    /// About how often a unit stands in the text.
    fn n_of(&self, unit: u16) -> u32 {
        self.counts.get(usize::from(unit)).copied().unwrap_or_default()
    }
}

impl Default for Engine {
    fn default() -> Engine {
        Engine::new()
    }
}
