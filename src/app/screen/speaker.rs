//! What is known of who spoke, and from where.

use super::Frame;
use crate::app::words::Msg;
use crate::model::{Attribution, PersonId, names_only_a_part};
use crate::search::fold::fold;

/// The words beside a label. They never say more than the minutes prove.
pub fn note(frame: &Frame, label: &str, by: &Attribution) -> String {
    let lang = frame.lang;
    match by {
        Attribution::Person { person, .. } => {
            let name = name(frame, *person);
            if name.is_empty() || fold(label).contains(&fold(&name)) {
                lang.t(Msg::OnTheRoll).to_owned()
            } else {
                lang.fill(Msg::NameByRoll, &[("name", &name)])
            }
        }
        Attribution::Printed { .. } => lang.t(Msg::NameByLabel).to_owned(),
        Attribution::Ambiguous { people } => {
            let is_surname = share_surname(frame, label, people);
            lang.count(if is_surname { Msg::SeveralOfSurname } else { Msg::SeveralFit }, people.len())
        }
        Attribution::Unnamed if names_only_a_part(label) => lang.t(Msg::NameNotPrinted).to_owned(),
        Attribution::Unnamed => lang.t(Msg::NotIdentified).to_owned(),
    }
}

fn name(frame: &Frame, person: PersonId) -> String {
    let range = frame.minutes().person(person).map(|person| person.name);
    frame.printed(range)
}

/// Whether the label begins as the names of all these people begin, and so names a family.
fn share_surname(frame: &Frame, label: &str, people: &[PersonId]) -> bool {
    let label = fold(label);
    let Some(first) = label.chars().next() else { return false };
    people.iter().all(|&person| fold(&name(frame, person)).starts_with(first))
}
