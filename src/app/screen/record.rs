//! The form of the record: its items, the agenda, the roll.

use super::{AgendaRow, FactRow, Frame, PersonView, RollGroupView};
use crate::app::words;
use crate::model::{AgendaId, Attendee, Attribution, Fact, Field, SpeechId};

pub fn agenda(frame: &Frame) -> Vec<AgendaRow> {
    let taken_up = |item: AgendaId| frame.minutes().topics.iter().find(|topic| topic.agenda.contains(&item));
    let items = frame.minutes().agenda_items().into_iter();
    items
        .map(|(depth, item)| AgendaRow {
            item: item.id,
            depth,
            num: frame.printed(item.num),
            heading: words::one_line(&frame.text(&item.heading)),
            topic: taken_up(item.id).map(|topic| topic.id),
        })
        .collect()
}

/// The items of the form. Those whose lines are shown elsewhere are left out; one that was left
/// blank says so.
pub fn facts(frame: &Frame) -> Vec<FactRow> {
    let elsewhere = |field| matches!(field, Field::Roll | Field::Agenda | Field::Discussion | Field::Address);
    let row = |fact: &Fact| {
        let mut values: Vec<String> =
            fact.values.iter().map(|value| frame.text(value).trim().to_owned()).collect();
        values.retain(|value| !value.is_empty());
        if values.is_empty() {
            if elsewhere(fact.field) {
                return None;
            }
            values.push(words::LEFT_BLANK.to_owned());
        }
        Some(FactRow { label: words::unspaced(frame.source().slice(fact.label)), values })
    };
    frame.minutes().meeting.facts.iter().filter_map(row).collect()
}

pub fn roll(frame: &Frame) -> Vec<RollGroupView> {
    let mut spoken: Vec<Vec<SpeechId>> = vec![Vec::new(); frame.minutes().roll.people().count()];
    for speech in &frame.minutes().speeches {
        if let Attribution::Person { person, .. } = speech.by {
            if let Some(speeches) = spoken.get_mut(person.idx()) {
                speeches.push(speech.id);
            }
        }
    }
    let mut person = |attendee: &Attendee| {
        let posts = [attendee.title, attendee.post].into_iter().flatten();
        let posts: Vec<String> = posts.map(|post| frame.printed(Some(post))).collect();
        let proxy = frame.printed(attendee.proxy);
        PersonView {
            name: frame.printed(Some(attendee.name)),
            post: posts.join("　"),
            proxy: if proxy.is_empty() { proxy } else { format!("代理 {proxy}") },
            speeches: spoken.get_mut(attendee.id.idx()).map(std::mem::take).unwrap_or_default(),
        }
    };
    let groups = frame.minutes().roll.groups.iter();
    groups
        .map(|group| RollGroupView {
            name: words::unspaced(frame.source().slice(group.name)),
            people: group.people.iter().map(&mut person).collect(),
            unread: group.unread.iter().map(|&line| frame.printed(Some(line))).collect(),
        })
        .collect()
}
