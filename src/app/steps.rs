//! What each action does to the state. The table is in [`super::state`].
//!
//! May live here: one function an action, from state to state. May not: what is shown of it.

use super::document::Document;
use super::permalink;
use super::state::{MAX_QUERY_CHARS, State};
use crate::filter::{Chosen, Selection};
use crate::model::{Block, LabelId, Role, SpeechId, TopicId};

/// A direction among the hits.
#[derive(Clone, Copy)]
pub enum Step {
    /// Towards the end.
    Forward,
    /// Towards the start.
    Back,
}

/// Once the box is empty the text around the last hit shows again: its speech stays pointed at.
pub fn search(state: &State, typed: &str) -> State {
    let query: String = typed.chars().take(MAX_QUERY_CHARS).collect();
    if query == state.query {
        return state.clone();
    }
    let at = state.at.filter(|_| query.is_empty());
    State { query, hit: 0, at, panel: None, ..state.clone() }
}

/// The speech in which the hit stands is pointed at too, so that a link made now leads there.
pub fn step_hit(state: &State, document: &Document, step: Step) -> State {
    let selection = document.select(&state.filter());
    let n_hits = selection.hits.len();
    if n_hits == 0 {
        return state.clone();
    }
    let here = state.hit.min(n_hits - 1);
    let hit = match step {
        Step::Forward => (here + 1) % n_hits,
        Step::Back => (here + n_hits - 1) % n_hits,
    };
    State { hit, at: speech_of_hit(document, &selection, hit), panel: None, ..state.clone() }
}

pub fn toggle_label(state: &State, document: &Document, label: LabelId) -> State {
    let mut next = state.clone();
    if document.minutes.label(label).is_some() {
        next.labels.toggle(label);
    }
    settle(next, document)
}

pub fn toggle_role(state: &State, document: &Document, role: Role) -> State {
    let mut next = state.clone();
    next.roles.toggle(role);
    settle(next, document)
}

pub fn toggle_topic(state: &State, document: &Document, topic: TopicId) -> State {
    let mut next = state.clone();
    if document.minutes.topic(topic).is_some() {
        next.topics.toggle(topic);
    }
    settle(next, document)
}

pub fn clear_all(state: &State) -> State {
    State {
        original: state.original.clone(),
        panel: state.panel,
        at: state.at,
        settings: state.settings,
        ..State::default()
    }
}

pub fn clear_filters(state: &State, document: &Document) -> State {
    let next = State {
        labels: Chosen::default(),
        roles: Chosen::default(),
        topics: Chosen::default(),
        ..state.clone()
    };
    if next == *state { next } else { settle(next, document) }
}

pub fn go_to(state: &State, document: &Document, id: SpeechId) -> State {
    let Some(speech) = document.minutes.speech(id) else { return state.clone() };
    let mut next = State { at: Some(id), panel: None, ..state.clone() };
    let filter = state.filter();
    if !filter.lets_label(speech.label) {
        next.labels.clear();
    }
    if !filter.lets_role(speech.role) {
        next.roles.clear();
    }
    if !filter.lets_topic(speech.topic) {
        next.topics.clear();
    }
    if !shows(document, &document.select(&next.filter()), id) {
        next.query.clear();
    }
    settle(next, document)
}

pub fn toggle_original(state: &State, document: &Document, speech: SpeechId) -> State {
    let mut next = state.clone();
    if document.minutes.speech(speech).is_some() {
        next.original.toggle(speech);
    }
    next
}

/// What a link does not carry stays as it is, but for the panel, which would cover the place.
pub fn visit(state: &State, document: &Document, fragment: &str) -> State {
    let visited = permalink::parse(document, fragment);
    // An address in which nothing is understood says nothing; an empty one is the start.
    if !fragment.is_empty() && visited == State::default() {
        return State { panel: None, ..state.clone() };
    }
    let same = visited.query == state.query
        && visited.labels == state.labels
        && visited.roles == state.roles
        && visited.topics == state.topics
        && visited.at == state.at;
    if same {
        return State { panel: None, ..state.clone() };
    }
    let hit = first_hit_at(document, &document.select(&visited.filter()), visited.at);
    State { hit, original: state.original.clone(), settings: state.settings, ..visited }
}

/// After a change of what is let through, hits are numbered anew: the first one in the speech that
/// is pointed at is looked at, and a speech that is hidden is pointed at no longer.
fn settle(mut state: State, document: &Document) -> State {
    let selection = document.select(&state.filter());
    state.at = state.at.filter(|&speech| shows(document, &selection, speech));
    state.hit = first_hit_at(document, &selection, state.at);
    state
}

fn shows(document: &Document, selection: &Selection, speech: SpeechId) -> bool {
    let blocks = document.minutes.body.iter().zip(&selection.shown);
    blocks.into_iter().any(|(block, &shown)| shown && *block == Block::Speech(speech))
}

fn first_hit_at(document: &Document, selection: &Selection, at: Option<SpeechId>) -> usize {
    let in_speech = |speech| {
        let block = document.minutes.body.iter().position(|block| *block == Block::Speech(speech))?;
        let (first, hits) = selection.hits_in(block);
        (!hits.is_empty()).then_some(first)
    };
    at.and_then(in_speech).unwrap_or(0)
}

/// The speech in which a hit stands, if it stands in one.
pub fn speech_of_hit(document: &Document, selection: &Selection, hit: usize) -> Option<SpeechId> {
    let block = document.minutes.body.get(selection.hits.get(hit)?.block)?;
    match *block {
        Block::Speech(speech) => Some(speech),
        _ => None,
    }
}
