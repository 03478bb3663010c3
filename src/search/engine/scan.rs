//! A word looked for in units of text.
//!
//! Two units of the word are compared at once with many places of the text: the two that are rarest
//! in it. Places where both stand are compared in full. The loops over whole chunks are written so
//! that the compiler makes vector instructions of them wherever it is allowed to.
//!
//! May live here: places of one word. May not: texts that were left out before (`directory`).

/// How many places of a long text are looked at before asking whether any of them fits.
pub const FAR: usize = 64;
/// How many of a short one.
pub const NEAR: usize = 32;
/// How many are told apart once one of them does.
const PART: usize = 8;

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

    /// The first place of the word at or after `from` that ends at or before `end`. `N` places are looked at
    /// together: [`FAR`] or [`NEAR`].
    #[inline]
    pub fn find<const N: usize>(&self, text: &[u16], from: usize, end: usize) -> Option<usize> {
        let [(a, unit_a), (b, unit_b)] = self.rare;
        let last = end.min(text.len()).checked_sub(self.units.len())?;
        if from > last {
            return None;
        }
        let chunks = |at: usize| text.get(from + at..).unwrap_or_default().as_chunks::<N>().0;
        let n_chunks = (last - from) / N + 1;
        let mut at = from;
        for (of_a, of_b) in chunks(a).iter().zip(chunks(b)).take(n_chunks) {
            if any(of_a, of_b, unit_a, unit_b)
                && let Some(place) = self.within::<N>(text, of_a, of_b, at)
            {
                return (place <= last).then_some(place);
            }
            at += N;
        }
        // What is left of the text is shorter than a chunk.
        (at..=last).find(|&at| self.is_at(text, at))
    }

    /// The first place of the word in a chunk, which begins at `start`.
    fn within<const N: usize>(
        &self,
        text: &[u16],
        of_a: &[u16; N],
        of_b: &[u16; N],
        start: usize,
    ) -> Option<usize> {
        let [(_, unit_a), (_, unit_b)] = self.rare;
        let parts = of_a.as_chunks::<PART>().0.iter().zip(of_b.as_chunks::<PART>().0);
        for (nth, (of_a, of_b)) in parts.enumerate() {
            if any(of_a, of_b, unit_a, unit_b) {
                let start = start + nth * PART;
                let both = of_a.iter().zip(of_b).zip(start..);
                let mut both = both.filter(|&((&x, &y), _)| x == unit_a && y == unit_b);
                if let Some((_, place)) = both.find(|&(_, place)| self.is_at(text, place)) {
                    return Some(place);
                }
            }
        }
        None
    }

    fn is_at(&self, text: &[u16], place: usize) -> bool {
        let here = text.get(place..place + self.units.len());
        here.is_some_and(|here| here.iter().zip(&self.units).all(|(here, unit)| here == unit))
    }
}

/// Whether both units stand at any of the places.
#[inline]
fn any<const N: usize>(of_a: &[u16; N], of_b: &[u16; N], unit_a: u16, unit_b: u16) -> bool {
    of_a.iter().zip(of_b).fold(false, |any, (&x, &y)| any | ((x == unit_a) & (y == unit_b)))
}
