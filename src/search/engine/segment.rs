//! A stretch of the folded text of many meetings, short enough to be gone through in one go.
//!
//! May live here: text, where its blocks begin, what is known of each. May not: finding.

use super::bits;
use super::directory::Directory;
use super::units::{BREAK, Text};

/// How many units fill a segment, unless an engine is told otherwise. Its last blocks reach beyond.
pub(super) const FULL: usize = 1 << 21;
/// By how many units its memory grows: never by half of what there is already.
const STEP: usize = 1 << 18;

/// A stretch of text.
#[derive(Clone, Debug, Default)]
pub struct Segment {
    units: Vec<u16>,
    /// Where each block begins, and where the last ends.
    starts: Vec<u32>,
    /// The places at which no letter of the original begins, in order.
    joints: Vec<u32>,
    /// The blocks that hold such places.
    jointed: Vec<u64>,
    /// What is known of each block.
    pub(super) traits: Vec<Traits>,
    /// The directory, once there is one.
    pub(super) directory: Option<Directory>,
}

/// What is known of a block beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Traits {
    /// Whom 話者: finds: a number of [`Names`](super::names::Names).
    pub speaker: u32,
    /// What 話題: finds: a number of the same.
    pub topic: u32,
    /// The label by which its speaker is chosen: a number of the same.
    pub label: u32,
}

impl Segment {
    /// Whether it takes no further block. Sets of blocks are put together word by word, so that a
    /// segment ends where a word of them does.
    pub fn is_full(&self, n_units: usize) -> bool {
        self.units.len() >= n_units && self.n_blocks().is_multiple_of(64)
    }

    /// Takes a block.
    pub fn push(&mut self, text: &Text, traits: Traits) {
        let wanted = self.units.len() + text.units.len();
        if wanted > self.units.capacity() {
            self.units.reserve_exact(wanted.div_ceil(STEP) * STEP - self.units.len());
        }
        let (block, start) = (self.n_blocks(), self.units.len() as u32);
        if block.is_multiple_of(64) {
            self.jointed.push(0);
        }
        if !text.joints.is_empty() {
            bits::set(&mut self.jointed, block);
            self.joints.extend(text.joints.iter().map(|joint| start + joint));
        }
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.units.extend_from_slice(&text.units);
        self.starts.push(self.units.len() as u32);
        self.traits.push(traits);
        self.directory = None;
    }

    /// The number of its blocks.
    pub fn n_blocks(&self) -> usize {
        self.traits.len()
    }

    /// All of its text. A [`BREAK`] stands behind each text.
    pub fn units(&self) -> &[u16] {
        &self.units
    }

    /// Where a block begins.
    pub fn start(&self, block: usize) -> usize {
        self.starts.get(block).map_or(self.units.len(), |&start| start as usize)
    }

    /// The text of a block.
    pub fn text(&self, block: usize) -> &[u16] {
        self.units.get(self.start(block)..self.start(block + 1)).unwrap_or_default()
    }

    /// The block, at or after `from`, in which a place lies.
    pub fn block_at(&self, place: usize, from: usize) -> usize {
        let rest = self.starts.get(from + 1..).unwrap_or_default();
        // The place is mostly near.
        let mut near = 1;
        while rest.get(near).is_some_and(|&end| end as usize <= place) {
            near *= 2;
        }
        let near = rest.get(..near.min(rest.len())).unwrap_or_default();
        from + near.partition_point(|&end| end as usize <= place)
    }

    /// The blocks in which a letter of the original is several units.
    pub fn jointed(&self) -> &[u64] {
        &self.jointed
    }

    /// Whether letters of the original begin at both places.
    pub fn parts_letters(&self, start: usize, end: usize) -> bool {
        let is_joint = |place: usize| self.joints.binary_search(&(place as u32)).is_ok();
        self.joints.is_empty() || !(is_joint(start) || is_joint(end))
    }

    /// How many bytes of memory it takes.
    pub fn n_bytes(&self) -> usize {
        self.units.capacity() * size_of::<u16>()
            + (self.starts.capacity() + self.joints.capacity()) * size_of::<u32>()
            + self.jointed.capacity() * size_of::<u64>()
            + self.traits.capacity() * size_of::<Traits>()
            + self.directory.as_ref().map_or(0, Directory::n_bytes)
    }
}

/// Ends a text of a block.
pub fn end_text(text: &mut Text) {
    text.units.push(BREAK);
}
