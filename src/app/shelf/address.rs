//! The start of a shelf ⇄ fragment of the address.
//!
//! ```text
//! q=予算;c=地域審議会,;y=2024,2023;sp=委員      the start: words, councils, fiscal years, speakers
//! m=3fa2c1-89abcdef;s014;q=予算                 a meeting, and the rest as inside of minutes (`permalink`)
//! ```
//!
//! Councils and speakers are written as printed, so that a link holds when meetings are added. A member that
//! is empty stands for meetings of which the council or the year is not known.
//!
//! May live here: the grammar of the start. May not: places inside of minutes (`permalink`).

use crate::app::permalink::{self, MAX_BYTES, decode, encode, members};
use crate::app::state::MAX_QUERY_CHARS;
use crate::filter::Chosen;
use crate::shelf::{Choice, CouncilId, EntryId, EntryKey, Facet, Shelf, SpeakerId};

/// What a fragment asks for.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Asked {
    /// The meeting, and what leads on inside it.
    pub meeting: Option<(EntryId, String)>,
    /// Whether a meeting is named that is not on the shelf.
    pub missed: bool,
    /// The words in the search box.
    pub query: String,
    /// The filters.
    pub chosen: Chosen<Choice>,
}

const FACETS: [(Facet, &str); 3] = [(Facet::Council, "c"), (Facet::Year, "y"), (Facet::Speaker, "sp")];

/// The fragment, without `#`, that leads to the start with these words and filters. A part that would make it
/// too long is left out.
pub fn write(shelf: &Shelf, query: &str, chosen: &Chosen<Choice>) -> String {
    let mut parts: Vec<String> = Some(words(query)).filter(|part| !part.is_empty()).into_iter().collect();
    for (facet, key) in FACETS {
        let of_facet = chosen.iter().filter(|choice| choice.facet() == facet);
        let names: Vec<String> = of_facet.map(|choice| encode(&name_of(shelf, choice))).collect();
        if !names.is_empty() {
            parts.push(format!("{key}={}", names.join(",")));
        }
    }
    let mut fragment = String::new();
    for part in parts {
        let separator = if fragment.is_empty() { "" } else { ";" };
        if fragment.len() + separator.len() + part.len() <= MAX_BYTES {
            fragment.push_str(separator);
            fragment.push_str(&part);
        }
    }
    fragment
}

/// The fragment that leads to a place in a meeting.
pub fn of_meeting(shelf: &Shelf, entry: EntryId, inside: &str) -> String {
    let key = shelf.entry(entry).map(|entry| entry.key.to_string()).unwrap_or_default();
    permalink::in_meeting(&key, inside)
}

/// The part of a fragment that asks for words, in the start and inside of a meeting alike.
pub fn words(query: &str) -> String {
    permalink::part("q", [query.to_owned()])
}

/// What a fragment asks for, with or without `#` in front. What cannot be read is left out, alone.
pub fn parse(shelf: &Shelf, fragment: &str) -> Asked {
    let mut asked = Asked::default();
    if fragment.len() > MAX_BYTES {
        return asked;
    }
    let (meeting, inside) = permalink::meeting(fragment);
    if let Some(name) = meeting {
        let found = EntryKey::parse(&name).and_then(|key| shelf.find(key));
        asked.missed = found.is_none();
        asked.meeting = found.map(|entry| (entry, inside.to_owned()));
        return asked;
    }
    for (key, value) in inside.split(';').filter_map(|part| part.split_once('=')) {
        if key == "q" {
            let query = decode(value).unwrap_or_default();
            asked.query = query.chars().take(MAX_QUERY_CHARS).collect();
        } else if let Some((facet, _)) = FACETS.into_iter().find(|(_, name)| *name == key) {
            for choice in members(value, |text| called(shelf, facet, text)) {
                asked.chosen.insert(choice);
            }
        }
    }
    asked
}

fn name_of(shelf: &Shelf, choice: Choice) -> String {
    match choice {
        Choice::Council(id) => id.map(|id| shelf.council(id).to_owned()).unwrap_or_default(),
        Choice::Year(year) => year.map(|year| year.to_string()).unwrap_or_default(),
        Choice::Speaker(id) => shelf.speaker(id).to_owned(),
    }
}

/// The choice of a facet that a text names, where the shelf has it.
fn called(shelf: &Shelf, facet: Facet, text: &str) -> Option<Choice> {
    let is_unknown = text.is_empty();
    match facet {
        Facet::Council if is_unknown => Some(Choice::Council(None)),
        Facet::Council => {
            let at = shelf.councils.iter().position(|name| name == text)?;
            Some(Choice::Council(Some(CouncilId(at as u32))))
        }
        Facet::Year => {
            let year = if is_unknown { None } else { Some(text.parse::<u16>().ok()?) };
            let is_there = shelf.entries.iter().any(|entry| entry.fiscal_year == year);
            is_there.then_some(Choice::Year(year))
        }
        Facet::Speaker => {
            let at = shelf.speakers.iter().position(|label| label == text)?;
            Some(Choice::Speaker(SpeakerId(at as u32)))
        }
    }
}
