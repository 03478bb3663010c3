//! Finding words in the minutes as a reader would.
//!
//! 1. [`fold`] reduces a text to what matters for finding and keeps the way back.
//! 2. [`query`] takes apart what was typed.
//! 3. [`matcher`] says where the words stand in one text.
//! 4. [`found`] says where they stand in all of them, and which units hold what was asked for; how
//!    large a unit is, is the [`Scope`].
//! 5. [`shards`] lays many meetings out in files of which a query fetches a few.
//!
//! May live here: texts, words, places. May not: what is shown of them (`filter`, `app`).

pub mod engine;
pub mod fold;
mod forms;
pub mod found;
mod letters;
pub mod matcher;
pub mod query;
pub mod scope;
pub mod shards;
mod variants;

pub use fold::Folded;
pub use found::{Found, Place, find_all};
pub use query::Query;
pub use scope::Scope;

use crate::model::{Block, Minutes, Prose, sentences};

/// Every text of the minutes, folded once.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Index {
    /// What each block of [`Minutes::body`] can be found by: the words of a heading, each
    /// paragraph of a speech, a narrative, a stretch of plain text. Labels are not among them, as
    /// they can be chosen.
    pub blocks: Vec<Vec<Folded>>,
    /// The sentences of each of these texts.
    sentences: Vec<Vec<Sentences>>,
    /// The number of sentences of all texts.
    pub n_sentences: usize,
}

/// The sentences of one text.
#[derive(Clone, Debug, PartialEq)]
struct Sentences {
    /// The number of the first of them.
    first: usize,
    /// Where in the source each but the last ends.
    ends: Vec<u32>,
}

impl Index {
    /// Folds every text.
    pub fn new(minutes: &Minutes) -> Index {
        let mut index = Index::default();
        for block in &minutes.body {
            let proses = match *block {
                Block::Topic(id) => minutes.topic(id).map(|topic| vec![topic.heading.clone()]),
                Block::Speech(id) => minutes.speech(id).map(|speech| speech.paragraphs.clone()),
                Block::Narrative(id) => {
                    minutes.narratives.get(id.idx()).map(|narrative| vec![narrative.prose.clone()])
                }
                Block::Plain(id) => minutes.plains.get(id.idx()).map(|plain| vec![Prose::one(plain.range)]),
            };
            let proses = proses.unwrap_or_default();
            let fold = |prose| Folded::of_prose(&minutes.source, prose);
            index.blocks.push(proses.iter().map(fold).collect());
            let numbered = proses.iter().map(|prose| {
                let mut ends: Vec<u32> =
                    sentences(&minutes.source, prose).iter().map(|sentence| sentence.end).collect();
                ends.pop();
                let first = index.n_sentences;
                index.n_sentences += ends.len() + 1;
                Sentences { first, ends }
            });
            let numbered = numbered.collect();
            index.sentences.push(numbered);
        }
        index
    }

    /// The number of the sentence in which a place begins, counted over all texts.
    pub fn sentence(&self, place: &Place) -> Option<usize> {
        let sentences = self.sentences.get(place.block)?.get(place.text)?;
        Some(sentences.first + sentences.ends.partition_point(|&end| end <= place.range.start))
    }
}
