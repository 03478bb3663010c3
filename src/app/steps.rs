//! What each action does to the state. The table is in [`super::state`].
//!
//! May live here: one function an action, from state to state. May not: what is shown of it.

use super::document::Document;
use super::permalink;
use super::share;
use super::state::{MAX_QUERY_CHARS, State};
use crate::filter::{Choice, Chosen, Facet, Selection, Shown};
use crate::model::{Block, LabelId, SpeechId, TopicId};
use crate::search::Scope;
use crate::source::TextRange;

/// A direction among hits and speeches.
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
    let point = state.point.filter(|_| at.is_some());
    let sentence = state.sentence.filter(|_| at.is_some());
    let revealed = Chosen::default();
    State { query, hit: 0, at, point, sentence, revealed, panel: None, ..state.clone() }
}

pub fn within(state: &State, document: &Document, scope: Scope) -> State {
    settle(State { scope, revealed: Chosen::default(), ..state.clone() }, document)
}

pub fn show_whole(state: &State, document: &Document, whole: bool) -> State {
    settle(State { whole, revealed: Chosen::default(), ..state.clone() }, document)
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
    let at = speech_of_hit(document, &selection, hit);
    unfold(State { hit, at, point: None, sentence: None, panel: None, ..state.clone() }, document)
}

pub fn toggle(state: &State, document: &Document, choice: Choice) -> State {
    if !document.has(choice) {
        return state.clone();
    }
    let mut next = State { revealed: Chosen::default(), ..state.clone() };
    next.chosen.toggle(choice);
    settle(next, document)
}

pub fn highlight(state: &State, document: &Document, label: LabelId) -> State {
    let mut next = state.clone();
    if document.minutes.label(label).is_some() {
        next.highlighted.toggle(label);
    }
    next
}

pub fn clear_all(state: &State) -> State {
    State {
        query: String::new(),
        scope: Scope::default(),
        hit: 0,
        chosen: Chosen::default(),
        revealed: Chosen::default(),
        ..state.clone()
    }
}

pub fn clear_filters(state: &State, document: &Document) -> State {
    let next = State { chosen: Chosen::default(), ..state.clone() };
    if next == *state { next } else { settle(next, document) }
}

pub fn clear_facet(state: &State, document: &Document, facet: Facet) -> State {
    let mut next = state.clone();
    next.chosen.clear_facet(facet);
    if next == *state { next } else { settle(next, document) }
}

pub fn go_to(state: &State, document: &Document, id: SpeechId, point: Option<usize>) -> State {
    if document.minutes.speech(id).is_none() {
        return state.clone();
    }
    let point = point.filter(|&point| document.has_point(id, point));
    let mut next = State { at: Some(id), point, sentence: None, panel: None, share: None, ..state.clone() };
    let is_shown = |state: &State| shows(document, &document.select(&state.filter()), id);
    if !is_shown(&next) {
        let filter = state.filter();
        for facet in Facet::ALL {
            if !document.lets(&filter, facet, id) {
                next.chosen.clear_facet(facet);
            }
        }
        if !is_shown(&next) {
            next.query.clear();
        }
    }
    unfold(settle(next, document), document)
}

pub fn go_to_sentence(state: &State, document: &Document, id: SpeechId, sentence: TextRange) -> State {
    let next = go_to(state, document, id, None);
    let is_there = document.minutes.speech(id).is_some_and(|speech| speech.range.contains(sentence));
    State { sentence: is_there.then_some(sentence), ..next }
}

/// Who reads a question wants its answer though the answers are filtered away.
pub fn go_to_beside(state: &State, document: &Document, id: SpeechId) -> State {
    if document.minutes.speech(id).is_none() {
        return state.clone();
    }
    let next = State { at: Some(id), point: None, sentence: None, panel: None, ..state.clone() };
    unfold(show_at(next, document), document)
}

/// Where nothing is pointed at, going on begins at the first speech and going back at the last.
pub fn step_speech(state: &State, document: &Document, step: Step) -> State {
    let selection = document.select(&state.filter());
    let blocks = document.minutes.body.iter().zip(&selection.shown);
    let shown: Vec<SpeechId> = blocks
        .filter_map(|(block, shown)| match *block {
            Block::Speech(id) if *shown != Shown::No => Some(id),
            _ => None,
        })
        .collect();
    let here = state.at.and_then(|at| shown.iter().position(|&id| id == at));
    let to = match (here, step) {
        (None, Step::Forward) => 0,
        (None, Step::Back) => shown.len().saturating_sub(1),
        (Some(here), Step::Forward) => (here + 1).min(shown.len().saturating_sub(1)),
        (Some(here), Step::Back) => here.saturating_sub(1),
    };
    match shown.get(to) {
        Some(&id) => go_to(state, document, id, None),
        None => state.clone(),
    }
}

pub fn reveal(state: &State, document: &Document, first: SpeechId, last: SpeechId) -> State {
    let mut next = state.clone();
    let last =
        last.0.min(u32::try_from(document.minutes.speeches.len()).unwrap_or(u32::MAX).saturating_sub(1));
    for id in (first.0..=last).map(SpeechId).filter(|&id| document.minutes.speech(id).is_some()) {
        next.revealed.insert(id);
    }
    next
}

pub fn toggle_original(state: &State, document: &Document, speech: SpeechId) -> State {
    let mut next = state.clone();
    if document.minutes.speech(speech).is_some() {
        next.original.toggle(speech);
    }
    next
}

pub fn originals(state: &State, document: &Document, shown: bool) -> State {
    let original = if shown { document.repaired.iter().copied().collect() } else { Chosen::default() };
    State { original, ..state.clone() }
}

pub fn collapse(state: &State, document: &Document, topic: TopicId) -> State {
    let mut next = state.clone();
    if document.minutes.topic(topic).is_some() {
        next.collapsed.toggle(topic);
    }
    next
}

pub fn collapse_all(state: &State, document: &Document, folded: bool) -> State {
    let topics = document.minutes.topics.iter().map(|topic| topic.id);
    let collapsed = if folded { topics.collect() } else { Chosen::default() };
    State { collapsed, ..state.clone() }
}

/// What a link does not carry stays as it is, but for the panel, which would cover the place.
pub fn visit(state: &State, document: &Document, fragment: &str) -> State {
    let (meeting, fragment) = permalink::meeting(fragment);
    if meeting.unwrap_or_default() != document.name {
        // It leads to the shelf, or to another meeting of it.
        return state.clone();
    }
    let visited = share::follow(permalink::parse(document, fragment), document, fragment);
    let here = State { panel: None, ..state.clone() };
    // An address in which nothing is understood says nothing; an empty one is the start.
    if !fragment.is_empty() && visited == State::default() {
        return here;
    }
    // Without words there is nothing to be shown whole.
    let says_whole = permalink::says_whole(fragment).filter(|_| !visited.query.is_empty());
    let next = State {
        query: visited.query,
        scope: visited.scope,
        whole: says_whole.unwrap_or(!state.settings.hits_only),
        chosen: visited.chosen,
        highlighted: visited.highlighted,
        dimmed: visited.dimmed,
        at: visited.at,
        point: visited.point,
        sentence: visited.sentence,
        followed: visited.followed,
        ..here.clone()
    };
    if next == here {
        return here;
    }
    let hit = first_hit_at(document, &document.select(&next.filter()), next.at);
    unfold(show_at(State { hit, revealed: Chosen::default(), ..next }, document), document)
}

/// What is pointed at is shown beside the rest where filters hide it: a link to it leads there.
fn show_at(mut state: State, document: &Document) -> State {
    if let Some(at) = state.at
        && !shows(document, &document.select(&state.filter()), at)
    {
        state.revealed.insert(at);
    }
    state
}

/// After a change of what is let through, hits are numbered anew: the first one in the speech that
/// is pointed at is looked at, and a speech that is hidden is pointed at no longer.
fn settle(mut state: State, document: &Document) -> State {
    let selection = document.select(&state.filter());
    state.at = state.at.filter(|&speech| shows(document, &selection, speech));
    state.point = state.point.filter(|_| state.at.is_some());
    state.sentence = state.sentence.filter(|_| state.at.is_some());
    state.hit = first_hit_at(document, &selection, state.at);
    state
}

/// What is pointed at is never folded away.
fn unfold(mut state: State, document: &Document) -> State {
    let topic = state.at.and_then(|at| document.minutes.speech(at)).and_then(|speech| speech.topic);
    state.collapsed.retain(|folded| Some(folded) != topic);
    state
}

fn shows(document: &Document, selection: &Selection, speech: SpeechId) -> bool {
    let block = document.ground.block_of(speech);
    block.and_then(|at| selection.shown.get(at)).is_some_and(|shown| *shown != Shown::No)
}

fn first_hit_at(document: &Document, selection: &Selection, at: Option<SpeechId>) -> usize {
    let in_speech = |speech: SpeechId| {
        let (first, hits) = selection.hits_in(document.ground.block_of(speech)?);
        (!hits.is_empty()).then_some(first)
    };
    at.and_then(in_speech).unwrap_or(0)
}

/// The speech in which a hit stands, if it stands in one.
pub fn speech_of_hit(document: &Document, selection: &Selection, hit: usize) -> Option<SpeechId> {
    document.ground.blocks.get(selection.hits.get(hit)?.block)?.speech
}
