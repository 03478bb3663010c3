//! Which blocks of a segment hold a word.
//!
//! A word of one or two units is read from the directory. Of a longer one the directory gives the
//! blocks that hold all of its pairs, and the text decides. Where there is no directory, or where it
//! leaves too many blocks, the text is scanned in one go.
//!
//! May live here: the way to each word. May not: how words are put together (`ask`).

use super::bits;
use super::directory::{Directory, List, key};
use super::scan::{FAR, NEAR, Needle};
use super::segment::Segment;

/// What looking into one block costs before its first unit is read, in units of a scan.
const VISIT: usize = 2500;
/// What reading an entry of a list saves by each block that it shuts out, in entries.
const WORTH: usize = 16;

/// Sets of blocks that are used again and again.
#[derive(Clone, Debug, Default)]
pub struct Spare {
    candidates: Vec<u64>,
    /// Always empty.
    empty: Vec<u64>,
}

/// Puts the blocks among `live` that hold the word into `out`.
pub fn find(segment: &Segment, needle: &Needle, live: &[u64], out: &mut [u64], spare: &mut Spare) {
    let Some(directory) = &segment.directory else { return verify(segment, needle, live, out) };
    let Some(lists) = lists(directory, needle) else { return };
    let Spare { candidates, empty } = spare;
    candidates.clear();
    candidates.resize(live.len(), 0);
    empty.resize(live.len(), 0);
    let mut lists = lists.into_iter();
    if let Some(shortest) = lists.next() {
        shortest.fill(candidates);
    }
    bits::and(candidates, live);
    if needle.units().len() <= 2 {
        // A letter of the original may reach over the border of the word there.
        if segment.jointed().iter().any(|&word| word != 0) {
            let mut doubtful = candidates.clone();
            bits::and(&mut doubtful, segment.jointed());
            bits::and_not(candidates, &doubtful);
            visit(segment, needle, &doubtful, out);
        }
        return bits::or(out, candidates);
    }
    let mut n_left = bits::count(candidates);
    for list in lists {
        if list.size() > n_left * WORTH {
            break;
        }
        list.keep(candidates, empty);
        n_left = bits::count(candidates);
    }
    verify(segment, needle, candidates, out);
}

/// About how many blocks of a segment hold a word; more than there are where nothing is known.
pub fn guess(segment: &Segment, needle: &Needle) -> usize {
    match &segment.directory {
        None => usize::MAX >> 8,
        Some(directory) => lists(directory, needle).map_or(0, |lists| lists.first().map_or(0, List::size)),
    }
}

/// The lists that a block must be in, the shortest first; nothing where one of them is empty.
fn lists<'a>(directory: &'a Directory, needle: &Needle) -> Option<Vec<List<'a>>> {
    let units = needle.units();
    if let &[unit] = units {
        return Some(vec![directory.list(key(0, unit))?]);
    }
    let pairs = units.iter().zip(units.get(1..)?);
    let mut lists =
        pairs.map(|(&before, &unit)| directory.list(key(before, unit))).collect::<Option<Vec<_>>>()?;
    lists.sort_unstable_by_key(List::size);
    Some(lists)
}

/// Looks for the word in the text of the candidates, the cheaper way.
fn verify(segment: &Segment, needle: &Needle, candidates: &[u64], out: &mut [u64]) {
    let n_candidates = bits::count(candidates);
    let n_units = segment.units().len();
    let of_one = VISIT + n_units / segment.n_blocks().max(1) / 2;
    if n_candidates * of_one < n_units {
        visit(segment, needle, candidates, out);
    } else {
        scan(segment, needle, candidates, out);
    }
}

/// Looks into each candidate.
fn visit(segment: &Segment, needle: &Needle, candidates: &[u64], out: &mut [u64]) {
    for (at, (&word, out)) in candidates.iter().zip(out).enumerate() {
        let mut rest = word;
        while rest != 0 {
            let bit = rest.trailing_zeros() as usize;
            let block = at * 64 + bit;
            if find_whole::<NEAR>(segment, needle, segment.start(block), segment.start(block + 1)).is_some() {
                *out |= 1 << bit;
            }
            rest &= rest - 1;
        }
    }
}

/// Goes through the whole text once.
fn scan(segment: &Segment, needle: &Needle, candidates: &[u64], out: &mut [u64]) {
    let (mut from, mut block) = (0, 0);
    while let Some(place) = find_whole::<FAR>(segment, needle, from, segment.units().len()) {
        block = segment.block_at(place, block);
        if bits::has(candidates, block) {
            bits::set(out, block);
        }
        block += 1;
        from = segment.start(block);
    }
}

/// The first place at which the word stands as whole letters of the original.
fn find_whole<const N: usize>(segment: &Segment, needle: &Needle, from: usize, end: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let place = needle.find::<N>(segment.units(), from, end)?;
        if segment.parts_letters(place, place + needle.units().len()) {
            return Some(place);
        }
        from = place + 1;
    }
}
