//! What is asked of the engine and what it answers.
//!
//! The engine runs beside the page, in a program of its own: questions and answers cross as bytes
//! (`wire`).
//!
//! May live here: questions, answers, progress. May not: finding.

use crate::search::Scope;

/// What is looked for, and among what.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Question {
    /// The number that the answer bears. Who asks counts upwards, and drops answers with older ones.
    pub id: u32,
    /// As it was typed; [`Query::parse`](crate::search::Query::parse) takes it apart. Nothing typed
    /// lets every block through.
    pub typed: String,
    /// Where all words must meet: [`Scope::Speech`], or the whole of a meeting for
    /// [`Scope::Meeting`]. The engine knows no smaller or other units and takes them for speeches.
    pub scope: Scope,
    /// The meetings that are let through, by the numbers under which they were fed; all where it is
    /// nothing.
    pub meetings: Option<Vec<u32>>,
    /// The labels of those whose speeches are let through, as they were fed; all where it is nothing.
    pub speakers: Option<Vec<String>>,
    /// How many of the found blocks are passed over before the first that is listed.
    pub from: u32,
    /// How many of the found blocks are listed at most.
    pub n_listed: u32,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answer {
    /// The number of the question.
    pub id: u32,
    /// How many blocks were found.
    pub n_found: u32,
    /// Each meeting in which something was found, in the order of feeding, and how many blocks.
    pub meetings: Vec<(u32, u32)>,
    /// Those of the found blocks that are listed, in the order of feeding.
    pub listed: Vec<Found>,
    /// How many blocks have been looked through: fewer than there are as long as meetings are
    /// still being fed.
    pub n_searched: u32,
}

/// A block that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Found {
    /// The number under which its meeting was fed.
    pub meeting: u32,
    /// Which block of it, as it was fed: the index in [`Minutes::body`](crate::model::Minutes::body).
    pub block: u32,
}

/// How far the engine is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// Meetings that can be searched.
    pub n_meetings: u32,
    /// Blocks that can be searched.
    pub n_blocks: u32,
    /// Units of text that are held, of two bytes each.
    pub n_units: u32,
    /// How many of these units the directory covers. The rest is scanned.
    pub n_indexed: u32,
    /// The bytes that text, directory and what belongs to them take.
    pub n_bytes: u32,
}
