//! What blocks are called, each once: speakers, topics, labels.
//!
//! May live here: names and their numbers. May not: who bears them.

use std::collections::HashMap;
use std::rc::Rc;

use super::bits;
use crate::search::matcher;
use crate::search::query::Term;

/// Names by number.
#[derive(Clone, Debug, Default)]
pub struct Names {
    numbers: HashMap<Rc<str>, u32>,
    names: Vec<Rc<str>>,
    n_bytes: usize,
}

impl Names {
    /// The number of a name.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = self.names.len() as u32;
        let name: Rc<str> = name.into();
        self.n_bytes += name.len() + 2 * size_of::<usize>() + 2 * size_of::<Rc<str>>() + size_of::<u32>();
        self.numbers.insert(Rc::clone(&name), number);
        self.names.push(name);
        number
    }

    /// The numbers of those that a term names.
    pub fn named(&self, term: &Term) -> Vec<u64> {
        let mut named = vec![0; bits::n_words(self.names.len())];
        for (number, _) in self.names.iter().enumerate().filter(|(_, name)| matcher::names(name, term)) {
            bits::set(&mut named, number);
        }
        named
    }

    /// The numbers of those that are in a list, but of the empty name.
    pub fn listed(&self, names: &[String]) -> Vec<u64> {
        let mut listed = vec![0; bits::n_words(self.names.len())];
        for name in names.iter().filter(|name| !name.is_empty()) {
            if let Some(&number) = self.numbers.get(name.as_str()) {
                bits::set(&mut listed, number as usize);
            }
        }
        listed
    }

    /// How many bytes of memory they take.
    pub fn n_bytes(&self) -> usize {
        self.n_bytes
    }
}
