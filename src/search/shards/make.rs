//! Meetings become files.
//!
//! May live here: what goes into which file. May not: how a file is stored.

use std::collections::BTreeMap;

use super::block::{self, Meeting, Said};
use super::bytes::put;
use super::{Stored, spread};

/// How large files are, in bytes before they are packed. Each ends with what makes it so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// A part ends with a speech: long minutes are several parts, of which a query fetches those that it needs.
    pub part: usize,
    /// A block ends with a part.
    pub block: usize,
    /// A file of lists ends with a list.
    pub lists: usize,
}

impl Default for Sizes {
    fn default() -> Sizes {
        Sizes { part: 64 << 10, block: 64 << 10, lists: 64 << 10 }
    }
}

/// What the directory begins with; a later form begins otherwise.
pub(super) const MARK: &[u8; 4] = b"kgs1";

/// Takes meetings and makes files of them. Who stores them says what they are called.
#[derive(Default)]
pub struct Maker {
    sizes: Sizes,
    block: Vec<u8>,
    n_parts_of_block: usize,
    n_parts: u64,
    /// The blocks so far, with the number of their parts.
    blocks: Vec<(usize, Stored)>,
    /// For each gram the parts in which it stands.
    lists: BTreeMap<u64, List>,
}

/// Parts in order, as the distance of each from the one before.
#[derive(Default)]
struct List {
    bytes: Vec<u8>,
    n: u64,
    /// The part that would follow the last one.
    next: u64,
}

impl Maker {
    /// A maker of files of these sizes.
    pub fn new(sizes: Sizes) -> Maker {
        Maker { sizes, ..Maker::default() }
    }

    /// A meeting more. The newest come first: hits are shown in this order.
    ///
    /// # Errors
    ///
    /// Those of `store`.
    pub fn add<E>(
        &mut self,
        meeting: &Meeting,
        speeches: &[Said],
        store: &mut impl FnMut(&[u8]) -> Result<Stored, E>,
    ) -> Result<(), E> {
        let len = |speech: &Said| speech.paragraphs.iter().map(String::len).sum::<usize>();
        let mut rest = speeches;
        while !rest.is_empty() {
            let mut sum = 0;
            let is_last = |speech: &Said| {
                sum += len(speech);
                sum >= self.sizes.part
            };
            let n = rest.iter().position(is_last).map_or(rest.len(), |at| at + 1);
            let (part, after) = rest.split_at(n);
            rest = after;
            self.part(meeting, part, store)?;
        }
        Ok(())
    }

    fn part<E>(
        &mut self,
        meeting: &Meeting,
        speeches: &[Said],
        store: &mut impl FnMut(&[u8]) -> Result<Stored, E>,
    ) -> Result<(), E> {
        let part = block::part(meeting, speeches);
        put(&mut self.block, part.len() as u64);
        self.block.extend_from_slice(&part);
        for gram in block::grams_of(speeches) {
            let list = self.lists.entry(gram).or_default();
            put(&mut list.bytes, self.n_parts - list.next);
            list.next = self.n_parts + 1;
            list.n += 1;
        }
        self.n_parts += 1;
        self.n_parts_of_block += 1;
        if self.block.len() >= self.sizes.block { self.end_block(store) } else { Ok(()) }
    }

    fn end_block<E>(&mut self, store: &mut impl FnMut(&[u8]) -> Result<Stored, E>) -> Result<(), E> {
        if self.n_parts_of_block > 0 {
            let stored = store(&self.block)?;
            self.blocks.push((self.n_parts_of_block, stored));
            self.block.clear();
            self.n_parts_of_block = 0;
        }
        Ok(())
    }

    /// Stores what is left and gives the directory, which is not stored.
    ///
    /// # Errors
    ///
    /// Those of `store`.
    pub fn end<E>(mut self, store: &mut impl FnMut(&[u8]) -> Result<Stored, E>) -> Result<Vec<u8>, E> {
        self.end_block(store)?;
        let mut by_hash: Vec<(u32, u64)> = self.lists.keys().map(|&gram| (spread(gram), gram)).collect();
        by_hash.sort_unstable();
        let mut files: Vec<(u32, Stored)> = Vec::new();
        let (mut file, mut first) = (Vec::new(), None);
        let mut hashes = by_hash.iter().peekable();
        while let Some(&(hash, gram)) = hashes.next() {
            first = first.or(Some(hash));
            if let Some(list) = self.lists.remove(&gram) {
                list.write(gram, self.n_parts, &mut file);
            }
            // Grams of one hash are in one file.
            let is_full = file.len() >= self.sizes.lists;
            let ends = hashes.peek().is_none_or(|next| is_full && next.0 != hash);
            if let Some(hash) = first.filter(|_| ends) {
                files.push((hash, store(&file)?));
                file.clear();
                first = None;
            }
        }
        let mut out = MARK.to_vec();
        put(&mut out, self.n_parts);
        put(&mut out, self.blocks.len() as u64);
        for (n_parts, Stored { name, len }) in &self.blocks {
            out.extend_from_slice(name);
            put(&mut out, u64::from(*len));
            put(&mut out, *n_parts as u64);
        }
        put(&mut out, files.len() as u64);
        let mut last = 0;
        for (hash, Stored { name, len }) in &files {
            out.extend_from_slice(name);
            put(&mut out, u64::from(*len));
            put(&mut out, u64::from(hash - last));
            last = *hash;
        }
        Ok(out)
    }
}

impl List {
    /// The gram, then its parts: as distances, or a bit a part where that is shorter.
    fn write(self, gram: u64, n_parts: u64, out: &mut Vec<u8>) {
        put(out, gram >> 32);
        put(out, gram & 0xFFFF_FFFF);
        let n_bytes = n_parts.div_ceil(8);
        if (self.bytes.len() as u64) < n_bytes {
            put(out, self.bytes.len() as u64 * 2);
            out.extend_from_slice(&self.bytes);
            return;
        }
        put(out, n_bytes * 2 + 1);
        let mut bits = vec![0_u8; n_bytes as usize];
        for part in super::directory::parts_of(&self.bytes) {
            if let Some(byte) = bits.get_mut(part as usize / 8) {
                *byte |= 1 << (part % 8);
            }
        }
        out.extend_from_slice(&bits);
    }
}
