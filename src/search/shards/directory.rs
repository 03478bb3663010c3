//! What every query reads first, and what the lists tell it.
//!
//! The directory begins with `kgs1`; then the number of parts, the blocks (name, length, number of their parts) and
//! the files of lists (name, length, hash with which each begins, as the distance from the one before). Numbers are
//! LEB128, names six bytes.
//!
//! May live here: which files are to be fetched. May not: fetching.

use super::bytes::Reader;
use super::make::MARK;
use super::{Stored, gram, spread};
use crate::search::Query;
use crate::search::query::{Field, Term};

/// All files, and how they are found.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    n_parts: usize,
    /// Each block with the number of its first part.
    blocks: Vec<(usize, Stored)>,
    /// Each file of lists with the hash with which it begins.
    lists: Vec<(u32, Stored)>,
}

/// Files of lists that were fetched, each behind its number.
pub type Lists<'a> = [(usize, &'a [u8])];

/// So many files of lists are fetched for a query; what they do not narrow down the blocks do.
const N_LISTS: usize = 6;
/// So many of them for one word.
const N_LISTS_OF_WORD: usize = 4;

impl Directory {
    /// Reads the bytes that `Maker` gave. `None` where they are none.
    pub fn read(bytes: &[u8]) -> Option<Directory> {
        let mut rest = Reader(bytes.strip_prefix(MARK)?);
        let mut directory =
            Directory { n_parts: usize::try_from(rest.number()?).ok()?, ..Directory::default() };
        let stored = |rest: &mut Reader| -> Option<Stored> {
            let name = rest.bytes(6)?.try_into().ok()?;
            Some(Stored { name, len: u32::try_from(rest.number()?).ok()? })
        };
        let mut first = 0_usize;
        for _ in 0..rest.number()? {
            let block = stored(&mut rest)?;
            directory.blocks.push((first, block));
            first = first.checked_add(usize::try_from(rest.number()?).ok()?)?;
        }
        let mut hash = 0_u32;
        for _ in 0..rest.number()? {
            let list = stored(&mut rest)?;
            hash = hash.checked_add(u32::try_from(rest.number()?).ok()?)?;
            directory.lists.push((hash, list));
        }
        // A bit for each part is set aside below: there are no more of them than a file can tell of.
        (first == directory.n_parts && first <= MAX_PARTS && rest.is_empty()).then_some(directory)
    }

    /// How many blocks there are.
    pub fn n_blocks(&self) -> usize {
        self.blocks.len()
    }

    /// A block, by its number.
    pub fn block(&self, number: usize) -> Option<&Stored> {
        self.blocks.get(number).map(|(_, stored)| stored)
    }

    /// A file of lists, by its number.
    pub fn list(&self, number: usize) -> Option<&Stored> {
        self.lists.get(number).map(|(_, stored)| stored)
    }

    /// The files of lists that a query fetches, by their numbers, in order.
    pub fn lists(&self, query: &Query) -> Vec<usize> {
        let mut files = Vec::new();
        // Of every word the first grams, then the second ones: no word goes without while another has many.
        let words: Vec<Vec<u64>> = words(query).map(|form| grams_of_word(form)).collect();
        for nth in 0..N_LISTS_OF_WORD {
            for gram in words.iter().filter_map(|grams| grams.get(nth)) {
                let file = self.file_of(*gram);
                if let Some(file) = file.filter(|file| files.len() < N_LISTS && !files.contains(file)) {
                    files.push(file);
                }
            }
        }
        crate::order::sort(&mut files);
        files
    }

    /// The blocks that may hold what a query asks for, by their numbers, in order: all of those that do are among
    /// them. `fetched` are files of lists; those that are missing or broken narrow nothing down.
    pub fn blocks(&self, query: &Query, fetched: &Lists) -> Vec<usize> {
        let mut parts = vec![true; self.n_parts];
        for group in &query.all {
            let mut any = vec![false; self.n_parts];
            for term in group {
                if term.field != Field::Text {
                    any.fill(true);
                }
                for form in term.forms.iter().filter(|_| term.field == Field::Text) {
                    let held = self.parts(form, fetched);
                    any.iter_mut().zip(held).for_each(|(any, held)| *any |= held);
                }
            }
            parts.iter_mut().zip(any).for_each(|(part, any)| *part &= any);
        }
        let ends = self.blocks.iter().skip(1).map(|(first, _)| *first).chain([self.n_parts]);
        let holds =
            |(first, end): (usize, usize)| parts.get(first..end).is_some_and(|parts| parts.contains(&true));
        let blocks = self.blocks.iter().map(|(first, _)| *first).zip(ends).enumerate();
        blocks.filter(|(_, span)| holds(*span)).map(|(number, _)| number).collect()
    }

    /// How many of the blocks that [`Directory::blocks`] gave are fetched at once: all, where they and the lists stay
    /// below [`BUDGET`]; else so many that what is shown first is surely or likely among them. At least one.
    pub fn at_once(&self, query: &Query, blocks: &[usize]) -> usize {
        let len = |stored: Option<&Stored>| stored.map_or(0, |stored| u64::from(stored.len));
        let lists: u64 = self.lists(query).into_iter().map(|list| len(self.list(list))).sum();
        let mut sum = lists;
        let sums = blocks.iter().map(|&block| {
            sum += len(self.block(block));
            sum
        });
        let sums: Vec<u64> = sums.collect();
        let room = match sums.last() {
            Some(&all) if all <= BUDGET => BUDGET,
            _ if is_sure(query) => SURE,
            _ => LIKELY,
        };
        sums.partition_point(|&sum| sum <= room).max(1).min(blocks.len())
    }

    /// The parts in which all grams of a word stand.
    fn parts(&self, word: &str, fetched: &Lists) -> Vec<bool> {
        let mut parts = vec![true; self.n_parts];
        for gram in all_grams(word) {
            let file = self.file_of(gram);
            let bytes = fetched.iter().find(|(number, _)| Some(*number) == file).map(|(_, bytes)| *bytes);
            // A gram before every file stands nowhere.
            let held = match (file, bytes) {
                (Some(_), None) => continue,
                (None, _) => Some(vec![false; self.n_parts]),
                (Some(_), Some(bytes)) => list(bytes, gram, self.n_parts),
            };
            if let Some(held) = held {
                parts.iter_mut().zip(held).for_each(|(part, held)| *part &= held);
            }
        }
        parts
    }

    /// The file that would tell of a gram.
    fn file_of(&self, gram: u64) -> Option<usize> {
        self.lists.partition_point(|(first, _)| *first <= spread(gram)).checked_sub(1)
    }
}

/// So many bytes a query fetches at most before it shows something, lists and blocks together, however many meetings
/// there are. Only where the lists alone fill it one block comes on top.
pub const BUDGET: u64 = 500_000;
/// So many where each block surely holds hits, and where it likely does: the rest is fetched when it is asked for.
const SURE: u64 = 150_000;
const LIKELY: u64 = 350_000;

/// Whether every part that the lists name holds what is asked for: one word, that one gram is all of.
fn is_sure(query: &Query) -> bool {
    let is_gram = |form: &String| form.chars().nth(2).is_none();
    let is_word = |term: &Term| term.field == Field::Text && term.forms.iter().all(is_gram);
    matches!(&query.all[..], [group] if group.iter().all(is_word)) && query.none.is_empty()
}

/// More parts than this are more text than plain hosting is for.
const MAX_PARTS: usize = 1 << 24;

/// The words that must be in the text, each in the forms in which it may be written.
fn words(query: &Query) -> impl Iterator<Item = &String> {
    query.words().flat_map(|Term { forms, .. }| forms)
}

/// All that a list could tell of a word: its pairs, or the letter that is all of it.
fn all_grams(word: &str) -> Vec<u64> {
    let letters: Vec<char> = word.chars().collect();
    match letters[..] {
        [only] => vec![gram(only, None)],
        _ => letters.windows(2).filter_map(|pair| Some(gram(*pair.first()?, pair.get(1).copied()))).collect(),
    }
}

/// The grams of a word that are asked for: pairs that do not overlap, in order, then the last.
fn grams_of_word(word: &str) -> Vec<u64> {
    let grams = all_grams(word);
    let mut asked: Vec<u64> = grams.iter().copied().step_by(2).chain(grams.last().copied()).collect();
    asked.dedup();
    asked
}

/// The parts in which a gram stands. `None` where the file is broken.
fn list(bytes: &[u8], wanted: u64, n_parts: usize) -> Option<Vec<bool>> {
    let mut parts = vec![false; n_parts];
    let mut rest = Reader(bytes);
    while !rest.is_empty() {
        let gram = rest.number()? << 32 | rest.number()?;
        let form = rest.number()?;
        let content = rest.bytes(form / 2)?;
        if gram != wanted {
            continue;
        }
        let mut set = |part: u64| {
            if let Some(part) = usize::try_from(part).ok().and_then(|part| parts.get_mut(part)) {
                *part = true;
            }
        };
        match form % 2 {
            0 => parts_of(content).for_each(set),
            _ => {
                for (at, byte) in content.iter().enumerate() {
                    (0..8).filter(|bit| byte >> bit & 1 == 1).for_each(|bit| set(at as u64 * 8 + bit));
                }
            }
        }
        break;
    }
    Some(parts)
}

/// The numbers of a list that is written as distances.
pub(super) fn parts_of(bytes: &[u8]) -> impl Iterator<Item = u64> + '_ {
    let (mut rest, mut next) = (Reader(bytes), 0_u64);
    std::iter::from_fn(move || {
        let part = next.checked_add(rest.number()?)?;
        next = part.checked_add(1)?;
        Some(part)
    })
}
