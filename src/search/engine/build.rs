//! A directory is made in slices, so that whoever asks meanwhile is answered by scanning.
//!
//! The text is gone through twice: to learn how long each list becomes, and to write it where it
//! belongs. So nothing is moved, and nothing is held but the directory and a table of its keys.
//!
//! May live here: making directories. May not: reading them (`directory`).

use super::bits;
use super::directory::{Directory, STRIDE, key, put_varint, varint_len};
use super::segment::Segment;
use super::units::BREAK;

/// A directory that is being made.
#[derive(Clone, Debug)]
pub struct Build {
    stage: Stage,
    /// The next block.
    block: usize,
    lists: Lists,
    directory: Directory,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Measuring,
    LayingOut,
    Writing,
}

/// What is known of every list.
#[derive(Clone, Debug)]
struct Lists {
    /// Of each letter.
    letters: Vec<State>,
    /// Of each pair, by open addressing; a power of two.
    pairs: Vec<(u32, State)>,
    n_pairs: usize,
}

/// How far a list is.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// The number of the last block in it, counted from 1; 0 before the first.
    last: u32,
    /// Its length in bytes; while it is written, where it goes on.
    at: u32,
    /// Whether it is a bit for each block.
    is_dense: bool,
}

/// The pairs that a table begins with room for.
const FEW: usize = 1 << 15;

impl Build {
    /// Nothing is done yet.
    pub fn new() -> Build {
        let lists = Lists {
            letters: vec![State::default(); 1 << 16],
            pairs: vec![(0, State::default()); FEW],
            n_pairs: 0,
        };
        Build { stage: Stage::Measuring, block: 0, lists, directory: Directory::default() }
    }

    /// Goes on for about as many units of text; the directory once it is there.
    pub fn step(&mut self, segment: &Segment, n_units: usize) -> Option<Directory> {
        let (first, n_blocks) = (self.block, segment.n_blocks());
        let enough = segment.start(first) + n_units;
        match self.stage {
            Stage::Measuring => {
                while self.block < n_blocks && segment.start(self.block) < enough {
                    self.lists.measure(segment.text(self.block), self.block as u32 + 1);
                    self.block += 1;
                }
                if self.block == n_blocks {
                    self.stage = Stage::LayingOut;
                }
            }
            Stage::LayingOut => {
                self.directory = self.lists.lay_out(n_blocks);
                (self.stage, self.block) = (Stage::Writing, 0);
            }
            Stage::Writing => {
                while self.block < n_blocks && segment.start(self.block) < enough {
                    let bytes = &mut self.directory.bytes;
                    self.lists.write(segment.text(self.block), self.block as u32 + 1, bytes);
                    self.block += 1;
                }
                if self.block == n_blocks {
                    return Some(std::mem::take(&mut self.directory));
                }
            }
        }
        None
    }
}

impl Default for Build {
    fn default() -> Build {
        Build::new()
    }
}

impl Lists {
    fn measure(&mut self, text: &[u16], number: u32) {
        let mut before = BREAK;
        for &unit in text {
            if unit != BREAK {
                if let Some(state) = self.letters.get_mut(usize::from(unit)) {
                    state.measure(number);
                }
                if before != BREAK {
                    self.on_pair(key(before, unit), |state| state.measure(number));
                }
            }
            before = unit;
        }
    }

    fn write(&mut self, text: &[u16], number: u32, bytes: &mut [u8]) {
        let mut before = BREAK;
        for &unit in text {
            if unit != BREAK {
                if let Some(state) = self.letters.get_mut(usize::from(unit)) {
                    state.write(number, bytes);
                }
                if before != BREAK {
                    self.on_pair(key(before, unit), |state| state.write(number, bytes));
                }
            }
            before = unit;
        }
    }

    /// Does something with the state of a pair, a new one where it was not met before.
    #[inline]
    fn on_pair(&mut self, key: u32, then: impl FnOnce(&mut State)) {
        let mut place = place(&self.pairs, key);
        if self.pairs.get(place).is_none_or(|&(known, _)| known == 0) {
            place = self.enter(key);
        }
        if let Some((_, state)) = self.pairs.get_mut(place) {
            then(state);
        }
    }

    #[cold]
    fn enter(&mut self, key: u32) -> usize {
        self.n_pairs += 1;
        if self.n_pairs * 2 > self.pairs.len() {
            let larger = vec![(0, State::default()); self.pairs.len() * 2];
            for entry in std::mem::replace(&mut self.pairs, larger) {
                let place = place(&self.pairs, entry.0);
                if let Some(slot) = self.pairs.get_mut(place).filter(|_| entry.0 != 0) {
                    *slot = entry;
                }
            }
        }
        let place = place(&self.pairs, key);
        if let Some((known, _)) = self.pairs.get_mut(place) {
            *known = key;
        }
        place
    }

    /// Gives every list its place.
    fn lay_out(&mut self, n_blocks: usize) -> Directory {
        let letters = (0..).zip(&mut self.letters).filter(|(_, state)| state.last > 0);
        let pairs = self.pairs.iter_mut().filter(|(key, _)| *key != 0).map(|(key, state)| (*key, state));
        let mut lists: Vec<(u32, &mut State)> = letters.chain(pairs).collect();
        lists.sort_unstable_by_key(|&(key, _)| key);
        let mut directory = Directory::default();
        directory.samples.reserve_exact(lists.len().div_ceil(STRIDE));
        let n_dense = bits::n_words(n_blocks) as u32 * 8;
        // Enough for keys and lengths; what is too much is given back.
        let heads = lists.len() * 4;
        let n_bytes = lists.iter().map(|(_, state)| state.at.min(n_dense) as usize).sum::<usize>();
        directory.bytes.reserve_exact(heads + n_bytes);
        let mut last = 0;
        for (nth, (key, state)) in lists.into_iter().enumerate() {
            if nth % STRIDE == 0 {
                directory.samples.push((key, directory.bytes.len() as u32));
                last = 0;
            }
            let is_dense = n_dense < state.at;
            let len = if is_dense { n_dense } else { state.at };
            put_varint(key - last, &mut directory.bytes);
            put_varint(len << 1 | u32::from(is_dense), &mut directory.bytes);
            *state = State { last: 0, at: directory.bytes.len() as u32, is_dense };
            directory.bytes.resize(directory.bytes.len() + len as usize, 0);
            last = key;
        }
        directory.bytes.shrink_to_fit();
        directory
    }
}

impl State {
    #[inline]
    fn measure(&mut self, number: u32) {
        if self.last != number {
            self.at += varint_len(number - self.last);
            self.last = number;
        }
    }

    #[inline]
    fn write(&mut self, number: u32, bytes: &mut [u8]) {
        if self.last == number {
            return;
        }
        if self.is_dense {
            let bit = number - 1;
            if let Some(byte) = bytes.get_mut((self.at + bit / 8) as usize) {
                *byte |= 1 << (bit % 8);
            }
        } else {
            let mut rest = number - self.last;
            while let Some(byte) = bytes.get_mut(self.at as usize) {
                self.at += 1;
                *byte = rest as u8 & 0x7F | u8::from(rest >= 0x80) << 7;
                rest >>= 7;
                if rest == 0 {
                    break;
                }
            }
        }
        self.last = number;
    }
}

/// Where the key stands in the table, or may be put.
#[inline]
fn place(pairs: &[(u32, State)], key: u32) -> usize {
    let mask = pairs.len() - 1;
    let mut place = (key.wrapping_mul(0x9E37_79B1) >> 10) as usize & mask;
    while pairs.get(place).is_some_and(|&(known, _)| known != key && known != 0) {
        place = (place + 1) & mask;
    }
    place
}
