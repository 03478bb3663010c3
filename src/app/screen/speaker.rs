//! What is known of who spoke, and from where.

use super::Frame;
use crate::chars::narrow;
use crate::model::{Attribution, PersonId};
use crate::search::fold::fold;
use crate::syntax::{before_role, squash};

/// The words beside a label. They never say more than the minutes prove.
pub fn note(frame: &Frame, label: &str, by: &Attribution) -> String {
    match by {
        Attribution::Person { person, .. } => {
            let name = name(frame, *person);
            if name.is_empty() || fold(label).contains(&fold(&name)) {
                "出席者欄に記載あり".to_owned()
            } else {
                format!("{name}（出席者欄による）")
            }
        }
        Attribution::Printed { .. } => "氏名は発言者の表記による".to_owned(),
        Attribution::Ambiguous { people } => {
            let which = if share_surname(frame, label, people) { "同じ姓の" } else { "当てはまる" };
            format!("{which}出席者が{}人いるため特定していません", people.len())
        }
        Attribution::Unnamed if is_post_only(label) => "氏名の記載なし".to_owned(),
        Attribution::Unnamed => "氏名を特定していません".to_owned(),
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

/// Whether a label holds a part and at most a letter or number beside it: 委員, 事務局１, Ａ委員.
fn is_post_only(label: &str) -> bool {
    let label = squash(label);
    let part = label.trim_matches(|c: char| !c.is_alphabetic() || narrow(c).is_ascii());
    before_role(part) == Some("")
}
