//! A word looked for in units of text.
//!
//! Two units of the word are compared at once with many places of the text: the two that are rarest
//! in it. Places where both stand are compared in full. The loops over whole chunks are written so
//! that the compiler makes vector instructions of them wherever it is allowed to.
//!
//! May live here: places of one word. May not: texts that were left out before (`directory`).

/// How many places are looked at before asking whether any of them fits.
const CHUNK: usize = 64;
/// How many are told apart once one of them does.
const PART: usize = 16;

/// A word to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needle {
    units: Vec<u16>,
    /// Where in the word its two rarest units stand, which may be the same one, and what they are.
    rare: [(usize, u16); 2],
}

impl Needle {
    /// The folded word, where `n_of` says how often a unit stands in the text. Nothing where it is
    /// empty.
    pub fn new(word: &str, n_of: impl Fn(u16) -> u32) -> Option<Needle> {
        let units: Vec<u16> = word.encode_utf16().collect();
        let rarest = |but: Option<usize>| {
            let others = units.iter().copied().enumerate().filter(|&(at, _)| Some(at) != but);
            others.min_by_key(|&(_, unit)| n_of(unit))
        };
        let first = rarest(None)?;
        let second = rarest(Some(first.0)).unwrap_or(first);
        Some(Needle { units, rare: [first, second] })
    }

    /// Its units.
    pub fn units(&self) -> &[u16] {
        &self.units
    }

    /// Its rarest unit.
    pub fn rarest(&self) -> u16 {
        self.rare.map(|(_, unit)| unit)[0]
    }

    /// The first place of the word at or after `from` that ends at or before `end`.
    pub fn find(&self, text: &[u16], from: usize, end: usize) -> Option<usize> {
        let [(a, unit_a), (b, unit_b)] = self.rare;
        let last = end.min(text.len()).checked_sub(self.units.len())?;
        let mut at = from;
        while at <= last {
            let chunks = chunk::<CHUNK>(text, at + a).zip(chunk::<CHUNK>(text, at + b));
            let Some((of_a, of_b)) = chunks else {
                // The text ends within the chunk.
                return (at..=last).find(|&at| self.is_at(text, at));
            };
            if any(of_a, of_b, unit_a, unit_b) {
                let parts = of_a.as_chunks::<PART>().0.iter().zip(of_b.as_chunks::<PART>().0);
                for (nth, (of_a, of_b)) in parts.enumerate() {
                    if !any(of_a, of_b, unit_a, unit_b) {
                        continue;
                    }
                    let both = of_a.iter().zip(of_b).enumerate();
                    for (lane, _) in both.filter(|&(_, (&x, &y))| x == unit_a && y == unit_b) {
                        let place = at + nth * PART + lane;
                        if place > last {
                            return None;
                        }
                        if self.is_at(text, place) {
                            return Some(place);
                        }
                    }
                }
            }
            at += CHUNK;
        }
        None
    }

    fn is_at(&self, text: &[u16], place: usize) -> bool {
        text.get(place..place + self.units.len()) == Some(&self.units[..])
    }
}

#[inline]
fn chunk<const N: usize>(text: &[u16], from: usize) -> Option<&[u16; N]> {
    text.get(from..)?.first_chunk()
}

/// Whether both units stand at any of the places.
#[inline]
fn any<const N: usize>(of_a: &[u16; N], of_b: &[u16; N], unit_a: u16, unit_b: u16) -> bool {
    let mut lanes = [0_u16; 8];
    for (of_a, of_b) in of_a.as_chunks::<8>().0.iter().zip(of_b.as_chunks::<8>().0) {
        for ((lane, &x), &y) in lanes.iter_mut().zip(of_a).zip(of_b) {
            *lane |= u16::from(x == unit_a) & u16::from(y == unit_b);
        }
    }
    lanes != [0; 8]
}
