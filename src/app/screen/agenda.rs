//! 次第と審議: the announced agenda beside the headings that take it up.
//!
//! May live here: which headings stand beside which items, and what is to be said of that. May not:
//! how a heading is tied to an item (`model`).

use super::Frame;
use crate::app::words::{self, Msg};
use crate::filter::Choice;
use crate::model::{AgendaId, AgendaItem, SpeechId, Topic, TopicId};

/// A row of the announced agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaRow {
    /// Which item.
    pub item: AgendaId,
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The number as printed.
    pub num: String,
    /// The heading as printed.
    pub heading: String,
    /// Whether it only holds other items, so that no heading is looked for.
    pub is_group: bool,
    /// The headings that take it up.
    pub topics: Vec<AgendaTopic>,
    /// How many rows these headings stand beside: more than one where they take up the items below,
    /// too, and none where they are told with an item above.
    pub n_rows: usize,
    /// What is to be said of these headings: ア・イを一つの見出しで審議
    pub notes: Vec<String>,
    /// Speeches that all other filters let through.
    pub count: usize,
    /// Whether it is filtered to.
    pub selected: bool,
}

/// A heading of the text beside the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaTopic {
    /// Which.
    pub topic: TopicId,
    /// The number as printed.
    pub num: String,
    /// The words as printed.
    pub heading: String,
    /// The first speech, or none.
    pub first: Option<SpeechId>,
}

/// The items in printed order, each with the headings that take it up.
pub fn rows(frame: &Frame) -> Vec<AgendaRow> {
    let minutes = frame.minutes();
    let topics = topics(frame);
    let items = minutes.agenda_items();
    let mut taken_up: Vec<Vec<TopicId>> = vec![Vec::new(); items.len()];
    for topic in &minutes.topics {
        for item in &topic.agenda {
            if let Some(by) = taken_up.get_mut(item.idx()).filter(|by| !by.contains(&topic.id)) {
                by.push(topic.id);
            }
        }
    }
    let mut rows: Vec<AgendaRow> = Vec::new();
    let mut latest: Option<TopicId> = None;
    let together =
        |a: &(&(usize, &AgendaItem), Vec<TopicId>), b: &(_, Vec<TopicId>)| !a.1.is_empty() && a.1 == b.1;
    let items: Vec<(&(usize, &AgendaItem), Vec<TopicId>)> = items.iter().zip(taken_up).collect();
    for group in items.chunk_by(together) {
        for (at, ((depth, item), taken_up)) in group.iter().enumerate() {
            let is_group = !item.children.is_empty() && taken_up.is_empty();
            let choice = Choice::Agenda(item.id);
            rows.push(AgendaRow {
                item: item.id,
                depth: *depth,
                num: frame.printed(item.num),
                heading: words::one_line(&frame.text(&item.heading)),
                is_group,
                topics: taken_up.iter().filter_map(|id| topics.get(id.idx()).cloned()).collect(),
                n_rows: if at == 0 { group.len() } else { 0 },
                notes: if at == 0 && !is_group { notes(frame, taken_up, latest) } else { Vec::new() },
                count: frame.selection.count(choice).n_speeches,
                selected: frame.state.chosen.contains(choice),
            });
        }
        latest = latest.max(group.first().and_then(|(_, taken_up)| taken_up.first()).copied());
    }
    rows
}

/// The headings that take up no item.
pub fn loose_topics(frame: &Frame) -> Vec<AgendaTopic> {
    let minutes = frame.minutes();
    if minutes.agenda.is_empty() {
        return Vec::new();
    }
    let loose = minutes.topics.iter().zip(topics(frame)).filter(|(topic, _)| topic.agenda.is_empty());
    loose.map(|(_, topic)| topic).collect()
}

fn topics(frame: &Frame) -> Vec<AgendaTopic> {
    let minutes = frame.minutes();
    let mut first: Vec<Option<SpeechId>> = vec![None; minutes.topics.len()];
    for speech in &minutes.speeches {
        if let Some(slot) = speech.topic.and_then(|topic| first.get_mut(topic.idx())) {
            slot.get_or_insert(speech.id);
        }
    }
    let view = |(topic, first): (&Topic, Option<SpeechId>)| AgendaTopic {
        topic: topic.id,
        num: frame.printed(topic.num),
        heading: words::one_line(&frame.text(&topic.heading)),
        first,
    };
    minutes.topics.iter().zip(first).map(view).collect()
}

/// What is to be said of the headings beside an item; `latest` is the last heading that took up an
/// item announced before.
fn notes(frame: &Frame, taken_up: &[TopicId], latest: Option<TopicId>) -> Vec<String> {
    let lang = frame.lang;
    let Some(first) = taken_up.first() else { return vec![lang.t(Msg::NotTakenUp).to_owned()] };
    let mut notes = Vec::new();
    for topic in taken_up.iter().filter_map(|&id| frame.minutes().topic(id)) {
        if topic.agenda.len() > 1 {
            notes.push(lang.fill(Msg::TakenUpTogether, &[("items", &item_names(frame, topic))]));
        }
    }
    if latest.is_some_and(|latest| *first < latest) {
        notes.push(lang.t(Msg::BeforeItsPlace).to_owned());
    }
    notes
}

/// ア・イ: the items that a heading takes up, by number or else by their words.
pub fn item_names(frame: &Frame, topic: &Topic) -> String {
    let items = frame.minutes().agenda_items();
    let name = |id: &AgendaId| {
        let (_, item) = items.get(id.idx())?;
        let num = frame.printed(item.num);
        Some(if num.is_empty() {
            let heading = words::one_line(&frame.text(&item.heading));
            frame.lang.fill(Msg::ItemWithoutNumber, &[("words", &heading)])
        } else {
            num
        })
    };
    let names: Vec<String> = topic.agenda.iter().filter_map(name).collect();
    names.join(frame.lang.t(Msg::BetweenMembers))
}
