//! Which answers belong to which question.
//!
//! May live here: order, part and topic as ties between speeches. May not: what makes a speech a
//! question (`kinds`).

use super::ExchangeId;
use crate::model::SpeechId;

/// A question or opinion and what the other side said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Its number.
    pub id: ExchangeId,
    /// Who asked or wished for something.
    pub question: SpeechId,
    /// What was said to it, in printed order; never empty.
    pub answers: Vec<SpeechId>,
    /// The points that the answers seem not to take up.
    pub unsettled: Vec<Unsettled>,
}

/// A point of a question of which no distinctive word comes back in the answers. It may be answered
/// in other words: this is for people to look at, not a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The speech that asked.
    pub speech: SpeechId,
    /// The number of the point, from 1.
    pub point: usize,
}
