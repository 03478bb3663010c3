//! What blocks are called, each once: speakers and topics.
//!
//! May live here: names and their numbers. May not: who bears them.

use std::collections::HashMap;

use super::bits;
use crate::search::fold::fold;
use crate::search::matcher;
use crate::search::query::Term;

/// Names, folded, by number.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The number of each name as it was given.
    numbers: HashMap<Box<str>, u32>,
    folded: Vec<Box<str>>,
    n_bytes: usize,
}

impl Names {
    /// The number of a name: lines that are found each by itself.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = self.folded.len() as u32;
        let lines: Vec<String> = name.lines().map(fold).collect();
        let folded = lines.join("\n").into_boxed_str();
        self.n_bytes += name.len() + folded.len() + 2 * size_of::<Box<str>>() + size_of::<u32>();
        self.numbers.insert(name.into(), number);
        self.folded.push(folded);
        number
    }

    /// The numbers of those that a term names.
    pub fn named(&self, term: &Term) -> Vec<u64> {
        let mut named = vec![0; bits::n_words(self.folded.len())];
        for (number, _) in self.folded.iter().enumerate().filter(|(_, name)| matcher::names(name, term)) {
            bits::set(&mut named, number);
        }
        named
    }

    /// How many bytes of memory they take.
    pub fn n_bytes(&self) -> usize {
        self.n_bytes
    }
}
