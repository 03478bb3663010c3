//! Finding words in the minutes as a reader would.
//!
//! 1. [`fold`] reduces a text to what matters for finding and keeps the way back.
//! 2. [`query`] takes apart what was typed.
//! 3. [`matcher`] says where the words stand.
//!
//! May live here: texts, words, places. May not: what is shown of them (`filter`, `app`).

pub mod fold;
pub mod matcher;
pub mod query;
mod variants;

pub use fold::Folded;
pub use query::Query;

use crate::model::{Block, Minutes};

/// Every text of the minutes, folded once.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Index {
    /// What each block of [`Minutes::body`] can be found by: the words of a heading, each
    /// paragraph of a speech, a narrative, a stretch of plain text. Labels are not among them, as
    /// they can be chosen.
    pub blocks: Vec<Vec<Folded>>,
}

impl Index {
    /// Folds every text.
    pub fn new(minutes: &Minutes) -> Index {
        let source = &minutes.source;
        let fold = |prose| Folded::of_prose(source, prose);
        let texts = |block: &Block| match *block {
            Block::Topic(id) => minutes.topic(id).map(|topic| vec![fold(&topic.heading)]),
            Block::Speech(id) => {
                minutes.speech(id).map(|speech| speech.paragraphs.iter().map(fold).collect())
            }
            Block::Narrative(id) => {
                minutes.narratives.get(id.idx()).map(|narrative| vec![fold(&narrative.prose)])
            }
            Block::Plain(id) => {
                minutes.plains.get(id.idx()).map(|plain| vec![Folded::of_range(source, plain.range)])
            }
        };
        Index { blocks: minutes.body.iter().map(|block| texts(block).unwrap_or_default()).collect() }
    }
}
