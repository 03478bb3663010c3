//! The form of the record: its items and the roll.

use super::{FactRow, Frame, PersonView, Printed, RollGroupView};
use crate::app::state::Action;
use crate::app::words::{self, Msg};
use crate::model::{Attendee, Attribution, Fact, Field, RollGroup, SpeechId};
use crate::search::Query;
use crate::search::fold::fold;

/// The items of the form. Those whose lines are shown elsewhere are left out; one that was left
/// blank has no values.
pub fn facts(of: Printed<'_>) -> Vec<FactRow> {
    let elsewhere = |field| matches!(field, Field::Roll | Field::Agenda | Field::Discussion | Field::Address);
    let row = |fact: &Fact| {
        let mut values: Vec<String> =
            fact.values.iter().map(|value| of.text(value).trim().to_owned()).collect();
        values.retain(|value| !value.is_empty());
        (!values.is_empty() || !elsewhere(fact.field))
            .then(|| FactRow { label: words::unspaced(of.source().slice(fact.label)), values })
    };
    of.minutes.meeting.facts.iter().filter_map(row).collect()
}

/// The whole entry, where it says more than name, part, post and who came instead.
fn rest(of: Printed<'_>, attendee: &Attendee) -> Option<String> {
    let told = [Some(attendee.name), attendee.title, attendee.post, attendee.proxy];
    let is_told = |at: u32| told.iter().flatten().any(|range| range.start <= at && at < range.end);
    let entry = of.source().slice(attendee.entry);
    let is_left = |(at, c): (usize, char)| c.is_alphanumeric() && !is_told(attendee.entry.start + at as u32);
    let left: String = entry.char_indices().filter(|&letter| is_left(letter)).map(|(_, c)| c).collect();
    let is_said = words::COURTESIES.iter().fold(left, |left, word| left.replace(word, "")).is_empty();
    (!is_said).then(|| format!("（{}）", of.words(Some(attendee.entry))))
}

/// The roll; `filter` gives what asks for the speeches of somebody, by name and number.
pub fn roll(of: Printed<'_>, filter: &dyn Fn(&str, usize) -> Option<Action>) -> Vec<RollGroupView> {
    let mut spoken: Vec<Vec<SpeechId>> = vec![Vec::new(); of.minutes.roll.people().count()];
    for speech in &of.minutes.speeches {
        if let Attribution::Person { person, .. } = speech.by
            && let Some(speeches) = spoken.get_mut(person.idx())
        {
            speeches.push(speech.id);
        }
    }
    let mut person = |attendee: &Attendee| {
        let posts = [attendee.title, attendee.post].into_iter().flatten();
        let mut posts: Vec<String> = posts.map(|post| of.words(Some(post))).collect();
        posts.extend(rest(of, attendee));
        let proxy = of.words(attendee.proxy);
        let name = of.words(Some(attendee.name));
        let speeches = spoken.get_mut(attendee.id.idx()).map(std::mem::take).unwrap_or_default();
        PersonView {
            post: posts.join("　"),
            proxy: if proxy.is_empty() { proxy } else { of.lang.fill(Msg::Proxy, &[("name", &proxy)]) },
            labels: labels(of, &name, &speeches),
            filter: filter(&name, speeches.len()),
            speeches,
            name,
        }
    };
    let groups = of.minutes.roll.groups.iter();
    groups
        .map(|group| RollGroupView {
            name: match of.words(group.num) {
                num if num.is_empty() => words::unspaced(of.source().slice(group.name)),
                num => format!("{num} {}", words::unspaced(of.source().slice(group.name))),
            },
            count: head_count(of, group),
            people: group.people.iter().map(&mut person).collect(),
            unread: group.unread.iter().map(|&line| of.words(Some(line))).collect(),
        })
        .collect()
}

/// How many people a group names, where it names any.
fn head_count(of: Printed<'_>, group: &RollGroup) -> String {
    let n = match group.people.len() {
        0 => String::new(),
        n => of.lang.count(Msg::NPeople, n),
    };
    if group.absent { format!("{}{n}", of.lang.t(Msg::Absent)) } else { n }
}

/// The labels under which somebody speaks, each once, unless the name alone is all of them.
fn labels(of: Printed<'_>, name: &str, speeches: &[SpeechId]) -> String {
    let mut labels: Vec<String> = Vec::new();
    for speech in speeches.iter().filter_map(|&id| of.minutes.speech(id)) {
        let label = words::one_line(&of.text(&speech.printed));
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.retain(|label| label != name);
    labels.join(of.lang.t(Msg::BetweenMembers))
}

/// What asks for the speeches of somebody, where no other speech answers to the name.
pub fn filter(frame: &Frame, name: &str, n_speeches: usize) -> Option<Action> {
    if n_speeches == 0 {
        return None;
    }
    let folded = fold(name);
    let blocks = frame.document.ground.blocks.iter();
    let n_called = blocks.filter(|block| block.speaker.contains(&folded)).count();
    (n_called == n_speeches).then(|| Action::Search(Query::for_speaker(name)))
}
