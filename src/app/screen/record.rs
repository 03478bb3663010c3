//! The form of the record: its items and the roll.

use super::{FactRow, Frame, PersonView, RollGroupView};
use crate::app::state::Action;
use crate::app::words::{self, Msg};
use crate::model::{Attendee, Attribution, Fact, Field, RollGroup, SpeechId};
use crate::search::Query;
use crate::search::fold::fold;

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
        let name = frame.printed(Some(attendee.name));
        let speeches = spoken.get_mut(attendee.id.idx()).map(std::mem::take).unwrap_or_default();
        PersonView {
            post: posts.join("　"),
            proxy: if proxy.is_empty() { proxy } else { frame.lang.fill(Msg::Proxy, &[("name", &proxy)]) },
            labels: labels(frame, &name, &speeches),
            filter: filter(frame, &name, speeches.len()),
            speeches,
            name,
        }
    };
    let groups = frame.minutes().roll.groups.iter();
    groups
        .map(|group| RollGroupView {
            name: match frame.printed(group.num) {
                num if num.is_empty() => words::unspaced(frame.source().slice(group.name)),
                num => format!("{num} {}", words::unspaced(frame.source().slice(group.name))),
            },
            count: head_count(frame, group),
            people: group.people.iter().map(&mut person).collect(),
            unread: group.unread.iter().map(|&line| frame.printed(Some(line))).collect(),
        })
        .collect()
}

/// How many people a group names, where it names any.
fn head_count(frame: &Frame, group: &RollGroup) -> String {
    let n = match group.people.len() {
        0 => String::new(),
        n => frame.lang.count(Msg::NPeople, n),
    };
    if group.absent { format!("{}{n}", frame.lang.t(Msg::Absent)) } else { n }
}

/// The labels under which somebody speaks, each once, unless the name alone is all of them.
fn labels(frame: &Frame, name: &str, speeches: &[SpeechId]) -> String {
    let mut labels: Vec<String> = Vec::new();
    for speech in speeches.iter().filter_map(|&id| frame.minutes().speech(id)) {
        let label = words::one_line(&frame.text(&speech.printed));
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.retain(|label| label != name);
    labels.join(frame.lang.t(Msg::BetweenMembers))
}

/// What asks for the speeches of somebody, where no other speech answers to the name.
fn filter(frame: &Frame, name: &str, n_speeches: usize) -> Option<Action> {
    if n_speeches == 0 {
        return None;
    }
    let folded = fold(name);
    let blocks = frame.document.ground.blocks.iter();
    let n_called = blocks.filter(|block| block.speaker.contains(&folded)).count();
    (n_called == n_speeches).then(|| Action::Search(Query::for_speaker(name)))
}
