//! What is known of who spoke, and from where.

use super::Frame;
use crate::model::{Attribution, PersonId};
use crate::search::fold::fold;

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
        Attribution::Printed { .. } if frame.minutes().roll.groups.is_empty() => String::new(),
        Attribution::Printed { .. } => "出席者欄に記載なし".to_owned(),
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

/// Whether a label holds a post and at most a letter or number beside it: 委員, 事務局１, Ａ委員.
fn is_post_only(label: &str) -> bool {
    // In the letters to which they fold.
    const POSTS: [&str; 26] = [
        "副委員長",
        "委員長",
        "副会長",
        "副議長",
        "副座長",
        "会長",
        "議長",
        "座長",
        "議員",
        "委員",
        "事務局長",
        "事務局",
        "司会",
        "部長",
        "課長",
        "室長",
        "局長",
        "次長",
        "係長",
        "市長",
        "町長",
        "村長",
        "知事",
        "教育長",
        "参考人",
        "傍聴者",
    ];
    let label = fold(label);
    let is_mark = |c: char| !c.is_alphabetic() || c.is_ascii();
    POSTS.iter().any(|post| {
        let parts = label.split_once(post);
        parts.is_some_and(|(before, after)| before.chars().chain(after.chars()).all(is_mark))
    })
}
