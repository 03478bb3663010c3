//! What the minutes hold though nobody printed it: which speech asks and which answers, what it is
//! about, what was promised, the figures and the dates.
//!
//! [`Insight::new`] derives it from [`Minutes`] alone. Nothing is guessed: what the words do not
//! show is `None`, and everything that is said bears the words that show it.
//!
//! May live here: what follows from the words of a speech and the order of speeches, each with its
//! evidence. May not: likelihood, and words for readers (`app`).

mod commitments;
mod dates;
mod exchanges;
mod figures;
mod kinds;
mod points;
mod subjects;
mod text;

pub use commitments::{Commitment, CommitmentKind};
pub use dates::DateMention;
pub use exchanges::{Exchange, Unsettled};
pub use figures::Figure;
pub use kinds::{Evidence, Kind, SpeechKind};
pub use points::Point;
pub use subjects::{Because, Subject, Thread};

use crate::model::{Minutes, ids};

ids! {
    /// A subject, counted in order of first appearance from 0.
    SubjectId
    /// An exchange, counted in printed order from 0.
    ExchangeId
}

/// Everything that is derived from one set of minutes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Insight {
    /// What each speech does; `SpeechId` is the index.
    pub kinds: Vec<Option<SpeechKind>>,
    /// What is spoken about; `SubjectId` is the index.
    pub subjects: Vec<Subject>,
    /// The subjects that each speech belongs to; `SpeechId` is the index.
    pub threads: Vec<Vec<Thread>>,
    /// Questions with their answers; `ExchangeId` is the index.
    pub exchanges: Vec<Exchange>,
    /// The exchange that each speech is part of; `SpeechId` is the index.
    pub exchange_of: Vec<Option<ExchangeId>>,
    /// The points of each speech; `SpeechId` is the index. Empty where a speech has one only.
    pub points: Vec<Vec<Point>>,
    /// What was promised, in printed order.
    pub commitments: Vec<Commitment>,
    /// Numbers with their units, in printed order.
    pub figures: Vec<Figure>,
    /// Dates, months and years, in printed order.
    pub dates: Vec<DateMention>,
}

impl Insight {
    /// Derives everything.
    pub fn new(minutes: &Minutes) -> Insight {
        let n_speeches = minutes.speeches.len();
        Insight {
            kinds: vec![None; n_speeches],
            threads: vec![Vec::new(); n_speeches],
            exchange_of: vec![None; n_speeches],
            points: vec![Vec::new(); n_speeches],
            ..Insight::default()
        }
    }
}
