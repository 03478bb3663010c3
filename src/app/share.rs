//! What is handed on, what comes back, and what became of a link.
//!
//! May live here: the choices made in the dialog of sharing, links that are followed. May not: what
//! the dialog says (`screen::share`), the files that are saved (`save`).

use super::document::Document;
use super::permalink;
use super::state::State;
use crate::filter::{Choice, Chosen};
use crate::model::SpeechId;
use crate::quote::{Letters, locate};
use crate::source::TextRange;

/// What the dialog of sharing is about, and what was chosen in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// What is handed on.
    pub what: Handed,
    /// Whether a link shows the speech alone.
    pub alone: bool,
    /// Whether files hold only what the filters let through.
    pub part: bool,
    /// The quote that is to be checked.
    pub pasted: String,
}

/// What is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handed {
    /// The whole, as it is seen.
    View,
    /// A speech.
    Speech(SpeechId),
    /// A passage of a speech.
    Passage(SpeechId, TextRange),
    /// Nothing: a quote that comes back is checked.
    Check,
}

/// What is done in the dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareStep {
    /// Open it, or go to another part of it.
    Open(Handed),
    /// Close it.
    Close,
    /// Links show the speech alone, or no longer.
    Alone(bool),
    /// Files hold only what the filters let through, or everything.
    Part(bool),
    /// Check this quote.
    Check(String),
}

/// Words that are marked on the page.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Marked {
    /// The name of the speech: `s014`.
    pub anchor: String,
    /// The words.
    pub words: String,
    /// What stands before them in the speech, as the page shows it.
    pub before: String,
}

/// What became of a link that was made for another edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// The speech has another number now.
    Moved {
        /// The number in the link, from 1.
        from: u32,
        /// The number now.
        to: u32,
    },
    /// The speech reads differently now.
    Changed {
        /// The number in the link, from 1.
        from: u32,
        /// The number now.
        to: u32,
    },
    /// The speech is not found.
    Gone {
        /// The number in the link, from 1.
        from: u32,
    },
}

/// What a step makes of the state.
pub fn step(state: &State, step: ShareStep) -> State {
    let closed = Share { what: Handed::View, alone: false, part: false, pasted: String::new() };
    let open = state.share.clone().unwrap_or(closed);
    let share = match step {
        ShareStep::Close => None,
        ShareStep::Open(what) => Some(Share { what, ..open }),
        ShareStep::Alone(alone) => Some(Share { alone, ..open }),
        ShareStep::Part(part) => Some(Share { part, ..open }),
        ShareStep::Check(pasted) => Some(Share { pasted, what: Handed::Check, ..open }),
    };
    State { share, ..state.clone() }
}

/// The passage of the minutes that is marked on the page.
pub fn select(state: &State, document: &Document, marked: Option<&Marked>) -> State {
    let selected = marked.and_then(|marked| {
        let speech = permalink::parse(document, &marked.anchor).at?;
        let letters = Letters::of(&document.minutes);
        letters.find(speech, &marked.words, &marked.before).map(|range| (speech, range))
    });
    State { selected, ..state.clone() }
}

/// Where the link of a fragment leads that says how the speech read, and what became of it. A filter
/// to that speech alone goes with it.
pub fn follow(mut visited: State, document: &Document, fragment: &str) -> State {
    let Some(target) = permalink::target(fragment) else { return visited };
    let from = target.speech.saturating_add(1);
    let found = locate(&Letters::of(&document.minutes), &target);
    visited.at = found.map(|found| found.speech);
    visited.sentence = found.and_then(|found| found.passage);
    visited.point = visited.point.filter(|_| found.is_some_and(|found| found.is_same));
    visited.followed = match found {
        None => Some(Followed::Gone { from }),
        Some(found) => {
            let to = found.speech.0 + 1;
            match (found.is_same, from == to) {
                (true, true) => None,
                (true, false) => Some(Followed::Moved { from, to }),
                (false, _) => Some(Followed::Changed { from, to }),
            }
        }
    };
    let meant = Choice::Speech(SpeechId(target.speech));
    if fragment.split(';').any(|part| part == format!("only={from}")) {
        let chosen = visited.chosen.iter().filter(|&choice| choice != meant);
        visited.chosen = chosen.chain(found.map(|found| Choice::Speech(found.speech))).collect::<Chosen<_>>();
    }
    visited
}
