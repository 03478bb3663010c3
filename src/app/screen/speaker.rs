//! What is known of who spoke, and from where.

use super::Printed;
use crate::app::words::{self, Msg};
use crate::model::{Attribution, Confidence, PersonId, Role, names_only_a_part};
use crate::search::fold::fold;

/// The words beside a label. They never say more than the minutes prove.
pub fn note(of: Printed<'_>, label: &str, role: Role, by: &Attribution) -> String {
    let lang = of.lang;
    match by {
        Attribution::Person { person, .. } => {
            let name = name(of, *person);
            if name.is_empty() || fold(label).contains(&fold(&name)) {
                lang.t(Msg::OnTheRoll).to_owned()
            } else {
                lang.fill(Msg::NameByRoll, &[("name", &name)])
            }
        }
        Attribution::Printed { .. } => lang.t(Msg::NameByLabel).to_owned(),
        Attribution::Ambiguous { people } => {
            let is_surname = share_surname(of, label, people);
            lang.count(if is_surname { Msg::SeveralOfSurname } else { Msg::SeveralFit }, people.len())
        }
        Attribution::Unnamed if names_only_a_part(label) => lang.t(Msg::NameNotPrinted).to_owned(),
        Attribution::Unnamed => match Confidence::of_label(label, role, by) {
            Confidence::Presumed => lang.t(Msg::SpeakerPresumed).to_owned(),
            Confidence::Stated => lang.t(Msg::NotIdentified).to_owned(),
        },
    }
}

/// What the roll says of who it was: the entry of whoever is proved, the names of all who fit.
pub fn ground(of: Printed<'_>, by: &Attribution) -> Option<String> {
    let lang = of.lang;
    match by {
        Attribution::Person { evidence, .. } => {
            let entry = words::one_line(of.source().slice(*evidence));
            Some(lang.fill(Msg::RollSays, &[("words", &entry)]))
        }
        Attribution::Ambiguous { people } => {
            let names: Vec<String> = people.iter().map(|&person| name(of, person)).collect();
            Some(lang.fill(Msg::WhoFits, &[("names", &names.join(lang.t(Msg::BetweenMembers)))]))
        }
        Attribution::Printed { .. } | Attribution::Unnamed => None,
    }
}

fn name(of: Printed<'_>, person: PersonId) -> String {
    let range = of.minutes.person(person).map(|person| person.name);
    of.words(range)
}

/// Whether the label begins as the names of all these people begin, and so names a family.
fn share_surname(of: Printed<'_>, label: &str, people: &[PersonId]) -> bool {
    let label = fold(label);
    let Some(first) = label.chars().next() else { return false };
    people.iter().all(|&person| fold(&name(of, person)).starts_with(first))
}
