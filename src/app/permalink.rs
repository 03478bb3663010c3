//! State ⇄ fragment of the address.

use super::document::Document;
use super::state::State;

/// The fragment, without `#`, that leads to this state; empty for a state in which nothing is chosen.
pub fn write(_document: &Document, _state: &State) -> String {
    String::new()
}

/// The state to which a fragment leads, with or without `#` in front. What cannot be read is left out.
pub fn parse(_document: &Document, _fragment: &str) -> State {
    State::default()
}
