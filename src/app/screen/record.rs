//! The form of the record: its items, the agenda, the roll.

use super::{AgendaRow, FactRow, Frame, PersonView, RollGroupView};
use crate::app::words::{self, Msg};
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
/// blank has no values.
pub fn facts(frame: &Frame) -> Vec<FactRow> {
    let elsewhere = |field| matches!(field, Field::Roll | Field::Agenda | Field::Discussion | Field::Address);
    let row = |fact: &Fact| {
        let mut values: Vec<String> =
            fact.values.iter().map(|value| frame.text(value).trim().to_owned()).collect();
        values.retain(|value| !value.is_empty());
        (!values.is_empty() || !elsewhere(fact.field))
            .then(|| FactRow { label: words::unspaced(frame.source().slice(fact.label)), values })
    };
    frame.minutes().meeting.facts.iter().filter_map(row).collect()
}

/// The whole entry, where it says more than name, part, post and who came instead.
fn rest(frame: &Frame, attendee: &Attendee) -> Option<String> {
    let told = [Some(attendee.name), attendee.title, attendee.post, attendee.proxy];
    let is_told = |at: u32| told.iter().flatten().any(|range| range.start <= at && at < range.end);
    let entry = frame.source().slice(attendee.entry);
    let is_left = |(at, c): (usize, char)| c.is_alphanumeric() && !is_told(attendee.entry.start + at as u32);
    let left: String = entry.char_indices().filter(|&letter| is_left(letter)).map(|(_, c)| c).collect();
    let is_said = words::COURTESIES.iter().fold(left, |left, word| left.replace(word, "")).is_empty();
    (!is_said).then(|| format!("（{}）", frame.printed(Some(attendee.entry))))
}

pub fn roll(frame: &Frame) -> Vec<RollGroupView> {
    let mut spoken: Vec<Vec<SpeechId>> = vec![Vec::new(); frame.minutes().roll.people().count()];
    for speech in &frame.minutes().speeches {
        if let Attribution::Person { person, .. } = speech.by
            && let Some(speeches) = spoken.get_mut(person.idx())
        {
            speeches.push(speech.id);
        }
    }
    let mut person = |attendee: &Attendee| {
        let posts = [attendee.title, attendee.post].into_iter().flatten();
        let mut posts: Vec<String> = posts.map(|post| frame.printed(Some(post))).collect();
        posts.extend(rest(frame, attendee));
        let proxy = frame.printed(attendee.proxy);
        PersonView {
            name: frame.printed(Some(attendee.name)),
            post: posts.join("　"),
            proxy: if proxy.is_empty() { proxy } else { frame.lang.fill(Msg::Proxy, &[("name", &proxy)]) },
            speeches: spoken.get_mut(attendee.id.idx()).map(std::mem::take).unwrap_or_default(),
        }
    };
    let groups = frame.minutes().roll.groups.iter();
    groups
        .map(|group| RollGroupView {
            name: match frame.printed(group.num) {
                num if num.is_empty() => words::unspaced(frame.source().slice(group.name)),
                num => format!("{num} {}", words::unspaced(frame.source().slice(group.name))),
            },
            people: group.people.iter().map(&mut person).collect(),
            unread: group.unread.iter().map(|&line| frame.printed(Some(line))).collect(),
        })
        .collect()
}
