//! What can be chosen, how much each choice would give, and what is chosen now.

use super::speaker;
use super::{Chip, ContentsRow, FacetRow, Frame};
use crate::app::state::Action;
use crate::app::words::{self, Msg};
use crate::model::{Attribution, Role, SpeechId};

/// Active filters, in the order in which the facets are listed.
pub fn chips(frame: &Frame) -> Vec<Chip> {
    let minutes = frame.minutes();
    let named = |facet: Msg, value: &str| {
        let facet = frame.lang.t(facet);
        frame.lang.fill(Msg::FacetAndValue, &[("facet", facet), ("value", value)])
    };
    let labels = frame.state.labels.iter().filter_map(|id| {
        let text = words::one_line(&frame.text(&minutes.label(id)?.first));
        Some(Chip { text: named(Msg::Speaker, &text), remove: Action::ToggleLabel(id) })
    });
    let roles = frame.state.roles.iter().map(|role| Chip {
        text: named(Msg::RoleFacet, frame.lang.t(words::role_name(role))),
        remove: Action::ToggleRole(role),
    });
    let topics = frame.state.topics.iter().filter_map(|id| {
        let text = words::one_line(&frame.text(&minutes.topic(id)?.heading));
        Some(Chip { text: named(Msg::Topic, &text), remove: Action::ToggleTopic(id) })
    });
    labels.chain(roles).chain(topics).collect()
}

pub fn contents(frame: &Frame) -> Vec<ContentsRow> {
    let minutes = frame.minutes();
    let mut first: Vec<Option<SpeechId>> = vec![None; minutes.topics.len()];
    for speech in &minutes.speeches {
        if let Some(slot) = speech.topic.and_then(|topic| first.get_mut(topic.idx())) {
            slot.get_or_insert(speech.id);
        }
    }
    let row = |(topic, first): (&crate::model::Topic, Option<SpeechId>)| ContentsRow {
        topic: topic.id,
        num: frame.printed(topic.num),
        heading: words::one_line(&frame.text(&topic.heading)),
        count: frame.selection.topic_counts.get(topic.id.idx()).copied().unwrap_or_default(),
        selected: frame.state.topics.contains(topic.id),
        first,
    };
    minutes.topics.iter().zip(first).map(row).collect()
}

pub fn labels(frame: &Frame) -> Vec<FacetRow> {
    let minutes = frame.minutes();
    let mut chars = vec![0; minutes.labels.len()];
    // What is known of a label as such: what is known of all speeches under it alike.
    let mut known: Vec<Option<Option<&Attribution>>> = vec![None; minutes.labels.len()];
    for speech in &minutes.speeches {
        if let Some(slot) = chars.get_mut(speech.label.idx()) {
            *slot += frame.document.chars_of(speech.id);
        }
        if let Some(slot) = known.get_mut(speech.label.idx()) {
            *slot = match *slot {
                Some(before) => Some(before.filter(|&by| *by == speech.by)),
                None => Some(Some(&speech.by)),
            };
        }
    }
    let total = chars.iter().sum();
    let row =
        |((label, chars), known): ((&crate::model::SpeakerLabel, usize), Option<Option<&Attribution>>)| {
            let text = words::one_line(&frame.text(&label.first));
            let note = known.flatten().map(|by| speaker::note(frame, &text, by)).unwrap_or_default();
            FacetRow {
                text,
                note,
                role: label.role,
                badge: frame.lang.t(words::role_badge(label.role)).to_owned(),
                count: frame.selection.label_counts.get(label.id.idx()).copied().unwrap_or_default(),
                share: words::percent(chars, total),
                selected: frame.state.labels.contains(label.id),
                toggle: Action::ToggleLabel(label.id),
            }
        };
    minutes.labels.iter().zip(chars).zip(known).map(row).collect()
}

/// The roles in which somebody speaks.
pub fn roles(frame: &Frame) -> Vec<FacetRow> {
    let speeches = &frame.minutes().speeches;
    let total = frame.document.speech_chars.iter().sum();
    let row = |(role, count): (Role, usize)| {
        let mut of_role = speeches.iter().filter(|speech| speech.role == role).peekable();
        of_role.peek()?;
        let chars = of_role.map(|speech| frame.document.chars_of(speech.id)).sum();
        Some(FacetRow {
            text: frame.lang.t(words::role_name(role)).to_owned(),
            note: String::new(),
            role,
            badge: frame.lang.t(words::role_badge(role)).to_owned(),
            count,
            share: words::percent(chars, total),
            selected: frame.state.roles.contains(role),
            toggle: Action::ToggleRole(role),
        })
    };
    Role::ALL.into_iter().zip(frame.selection.role_counts).filter_map(row).collect()
}
