//! What can be chosen, how much each choice would give, and what is chosen now.

use super::speaker;
use super::{Chip, ContentsRow, FacetRow, Frame, SubjectRow};
use crate::app::state::Action;
use crate::app::words::{self, Msg};
use crate::filter::{Choice, Facet};
use crate::insight::{Kind, SubjectId};
use crate::model::{AgendaId, Attribution, Role, SpeakerLabel, SpeechId, Topic};

/// Active filters, in the order in which the facets are listed.
pub fn chips(frame: &Frame) -> Vec<Chip> {
    let chip = |choice: Choice| Chip {
        text: frame.lang.fill(
            Msg::FacetAndValue,
            &[("facet", frame.lang.t(facet_name(choice.facet()))), ("value", &choice_name(frame, choice))],
        ),
        remove: Action::Toggle(choice),
    };
    frame.state.chosen.iter().map(chip).collect()
}

/// The name of a facet.
pub fn facet_name(facet: Facet) -> Msg {
    match facet {
        Facet::Label => Msg::Speaker,
        Facet::Role => Msg::RoleFacet,
        Facet::Topic => Msg::Topic,
        Facet::Agenda => Msg::AgendaItem,
        Facet::Subject => Msg::Subject,
        Facet::Kind => Msg::Kind,
        Facet::Speech => Msg::SpeechFacet,
    }
}

/// A choice in the reader's words, as printed where it is printed.
fn choice_name(frame: &Frame, choice: Choice) -> String {
    let minutes = frame.minutes();
    let name = match choice {
        Choice::Label(id) => minutes.label(id).map(|label| frame.text(&label.first)),
        Choice::Topic(id) => minutes.topic(id).map(|topic| frame.text(&topic.heading)),
        Choice::Agenda(id) => agenda_name(frame, id),
        Choice::Subject(id) => frame.document.subject_name(id),
        Choice::Role(role) => Some(frame.lang.t(words::role_name(role)).to_owned()),
        Choice::Kind(kind) => Some(frame.lang.t(words::kind_name(kind)).to_owned()),
        Choice::Speech(id) => Some((id.idx() + 1).to_string()),
    };
    words::one_line(&name.unwrap_or_default())
}

fn agenda_name(frame: &Frame, id: AgendaId) -> Option<String> {
    let items = frame.minutes().agenda_items();
    let (_, item) = items.get(id.idx())?;
    Some(format!("{} {}", frame.printed(item.num), frame.text(&item.heading)))
}

pub fn contents(frame: &Frame) -> Vec<ContentsRow> {
    let minutes = frame.minutes();
    let mut first: Vec<Option<SpeechId>> = vec![None; minutes.topics.len()];
    for speech in &minutes.speeches {
        if let Some(slot) = speech.topic.and_then(|topic| first.get_mut(topic.idx())) {
            slot.get_or_insert(speech.id);
        }
    }
    let mut subjects: Vec<Vec<SubjectRow>> = minutes.topics.iter().map(|_| Vec::new()).collect();
    for (topic, row) in subject_rows(frame) {
        if let Some(rows) = topic.and_then(|topic| subjects.get_mut(topic.idx())) {
            rows.push(row);
        }
    }
    let row = |((topic, first), subjects): ((&Topic, Option<SpeechId>), Vec<SubjectRow>)| {
        let count = frame.selection.count(Choice::Topic(topic.id));
        ContentsRow {
            topic: topic.id,
            num: frame.printed(topic.num),
            heading: words::one_line(&frame.text(&topic.heading)),
            count: count.n_speeches,
            n_hits: count.n_hits,
            selected: frame.state.chosen.contains(Choice::Topic(topic.id)),
            first,
            subjects,
        }
    };
    minutes.topics.iter().zip(first).zip(subjects).map(row).collect()
}

/// The subjects that were opened where there is no topic.
pub fn loose_subjects(frame: &Frame) -> Vec<SubjectRow> {
    subject_rows(frame).filter(|(topic, _)| topic.is_none()).map(|(_, row)| row).collect()
}

fn subject_rows(frame: &Frame) -> impl Iterator<Item = (Option<crate::model::TopicId>, SubjectRow)> {
    let insight = &frame.document.insight;
    let mut first: Vec<Option<SpeechId>> = vec![None; insight.subjects.len()];
    for (speech, threads) in (0..).map(SpeechId).zip(&insight.threads) {
        for thread in threads {
            if let Some(slot) = first.get_mut(thread.subject.idx()) {
                slot.get_or_insert(speech);
            }
        }
    }
    (0..).map(SubjectId).zip(&insight.subjects).zip(first).map(|((id, subject), first)| {
        let count = frame.selection.count(Choice::Subject(id));
        let row = SubjectRow {
            subject: id,
            name: frame.printed(Some(subject.name)),
            count: count.n_speeches,
            n_hits: count.n_hits,
            selected: frame.state.chosen.contains(Choice::Subject(id)),
            first,
        };
        (subject.topic, row)
    })
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
    let row = |((label, chars), known): ((&SpeakerLabel, usize), Option<Option<&Attribution>>)| {
        let text = words::one_line(&frame.text(&label.first));
        let note = |by| speaker::note(frame.as_printed(), &text, label.role, by);
        let note = known.flatten().map(note).unwrap_or_default();
        FacetRow {
            note,
            share: Some(words::percent(chars, total)),
            highlight: Some((label.id, frame.state.highlighted.contains(label.id))),
            ..facet_row(frame, Choice::Label(label.id), label.role, words::role_badge(label.role))
        }
    };
    minutes.labels.iter().zip(chars).zip(known).map(row).collect()
}

/// The roles in which somebody speaks.
pub fn roles(frame: &Frame) -> Vec<FacetRow> {
    let mut chars = [0; Role::ALL.len()];
    let mut speaks = [false; Role::ALL.len()];
    for speech in &frame.minutes().speeches {
        let at = Role::ALL.iter().position(|&role| role == speech.role);
        if let Some((chars, speaks)) = at.and_then(|at| Some((chars.get_mut(at)?, speaks.get_mut(at)?))) {
            *chars += frame.document.chars_of(speech.id);
            *speaks = true;
        }
    }
    let total = chars.iter().sum();
    let roles = Role::ALL.into_iter().zip(chars).zip(speaks).filter(|(_, speaks)| *speaks);
    roles
        .map(|((role, chars), _)| FacetRow {
            share: Some(words::percent(chars, total)),
            ..facet_row(frame, Choice::Role(role), role, words::role_badge(role))
        })
        .collect()
}

/// The kinds of speeches that occur.
pub fn kinds(frame: &Frame) -> Vec<FacetRow> {
    let kinds = &frame.document.insight.kinds;
    let occurs = |kind: Kind| kinds.iter().flatten().any(|found| found.kind == kind);
    Kind::ALL
        .into_iter()
        .filter(|&kind| occurs(kind))
        .map(|kind| facet_row(frame, Choice::Kind(kind), Role::Other, words::kind_badge(kind)))
        .collect()
}

fn facet_row(frame: &Frame, choice: Choice, role: Role, badge: Msg) -> FacetRow {
    let count = frame.selection.count(choice);
    FacetRow {
        choice,
        text: choice_name(frame, choice),
        note: String::new(),
        role,
        badge: frame.lang.t(badge).to_owned(),
        count: count.n_speeches,
        n_hits: count.n_hits,
        share: None,
        selected: frame.state.chosen.contains(choice),
        highlight: None,
    }
}
