//! The minutes with everything that is computed from them once.
//!
//! May live here: what depends on the minutes alone. May not: anything that a reader chooses.

use std::ops::Deref;
use std::rc::Rc;

use crate::model::Minutes;
use crate::search::Index;

/// Minutes that are ready to be searched and shown. They never change.
#[derive(Debug)]
pub struct Document {
    /// The minutes.
    pub minutes: Minutes,
    /// Their texts, folded for finding.
    pub index: Index,
}

impl Document {
    /// Folds every text once.
    pub fn new(minutes: Minutes) -> Document {
        let index = Index::new(&minutes);
        Document { minutes, index }
    }
}

/// A document as components pass it on: two are equal only if they are the same one.
#[derive(Clone, Debug)]
pub struct SharedDocument(Rc<Document>);

impl SharedDocument {
    /// Makes the minutes ready and shares them.
    pub fn new(minutes: Minutes) -> SharedDocument {
        SharedDocument(Rc::new(Document::new(minutes)))
    }
}

impl Deref for SharedDocument {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.0
    }
}

impl PartialEq for SharedDocument {
    fn eq(&self, other: &SharedDocument) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
