//! Finding words in the minutes as a reader would: width, case, kana and variant kanji do not matter.

use crate::model::Minutes;

/// Every text of the minutes, folded once.
#[derive(Clone, Debug, Default)]
pub struct Index {}

impl Index {
    /// Folds every text.
    pub fn new(_minutes: &Minutes) -> Index {
        Index::default()
    }
}
