//! Who a speaker label is, where the record proves it.
//!
//! The rule of the house: a wrong attribution is worse than none. A label is resolved only when
//! exactly one entry of the roll fits it, or when it prints a full name itself.
//!
//! May live here: what counts as proof. May not: likelihood.

use super::{Attendee, Attribution, PersonId, Prose, Role, Roll};
use crate::chars::{is_kana, is_kanji, is_space, narrow};
use crate::source::{Source, TextRange};
use crate::syntax::{before_role, is_full_name, names_fully, role_of, squash, without_bracket};

/// Whether a label holds the word for a part and at most a letter or number beside it, and so names
/// nobody: 委員, 事務局１, Ａ委員.
pub fn names_only_a_part(label: &str) -> bool {
    let label = squash(label);
    let part = label.trim_matches(|c: char| !c.is_alphabetic() || narrow(c).is_ascii());
    before_role(part) == Some("")
}

/// Resolves the label `printed`, which `fits` these people of the roll.
pub(super) fn attribute(source: &Source, roll: &Roll, fits: &[PersonId], printed: &Prose) -> Attribution {
    match *fits {
        [] => {
            printed_name(source, printed).map_or(Attribution::Unnamed, |name| Attribution::Printed { name })
        }
        [person] => match roll.people().nth(person.idx()) {
            Some(attendee) => Attribution::Person { person, evidence: attendee.entry },
            None => Attribution::Unnamed,
        },
        _ => Attribution::Ambiguous { people: fits.to_vec() },
    }
}

/// The people of the roll whom a label, given without spaces, can mean. None where it names
/// nobody: 委員, 事務局.
pub(super) fn fitting(source: &Source, roll: &Roll, label: &str) -> Vec<PersonId> {
    let ids = |is_meant: &dyn Fn(&Attendee) -> bool| -> Vec<PersonId> {
        let present = roll.groups.iter().filter(|group| !group.absent).flat_map(|group| &group.people);
        let present = present.filter(|person| !source.slice(person.entry).contains("欠席"));
        present.filter(|person| is_meant(person)).map(|person| person.id).collect()
    };
    let words = |range: Option<TextRange>| squash(range.map_or("", |range| source.slice(range)));
    let named = ids(&|person| {
        let name = words(Some(person.name));
        names_fully(label, &name)
            || (person.post.is_some() && label == format!("{name}{}", words(person.post)))
    });
    if !named.is_empty() {
        return named;
    }
    let base = without_bracket(label);
    let role = role_of(&base);
    let Some(surname) = before_role(&base) else { return Vec::new() };
    if surname.is_empty() {
        // A bare 委員長 is whoever holds that part; a bare 委員 may be anybody, even where the roll
        // calls only one so.
        let is_shared = ["委員", "議員", "構成員", "メンバー"].contains(&base.as_ref());
        return ids(&|person| !is_shared && (words(person.title) == *base || words(person.post) == *base));
    }
    let part = base.strip_prefix(surname).unwrap_or_default();
    ids(&|person| {
        is_same_side(role, person.role)
            && has_surname(source.slice(person.name), surname)
            // Whoever came instead speaks under the same surname, or under another.
            && person.proxy.is_none()
            && (role != Role::Secretariat || person.post.is_none() || is_head(&words(person.post), part))
    })
}

/// Whether a post can be called by its last part: 木村部長 is no 課長, and no 副部長.
fn is_head(post: &str, part: &str) -> bool {
    post.strip_suffix(part).is_some_and(|unit| !unit.ends_with('副'))
}

/// Whether a label's role and a person's can be one: somebody of the office is not meant by a
/// label of the body, whatever the surname.
fn is_same_side(label: Role, person: Role) -> bool {
    let deliberates = |role| matches!(role, Role::Chair | Role::Member);
    label == person || person == Role::Other || (deliberates(label) && deliberates(person))
}

/// Whether a name as printed can begin with this surname. A space in the name says where the
/// surname ends, and so does the change from kanji to kana. Otherwise three letters or more behind
/// it prove nothing: 森 is not 森田一郎, and 小野 is not 小野田一郎.
fn has_surname(name: &str, surname: &str) -> bool {
    let parts: Vec<&str> = name.split(is_space).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [family, given] if family.chars().count() > 1 || given.chars().count() > 1 => *family == surname,
        _ => {
            let name = squash(name);
            let Some(given) = name.strip_prefix(surname) else { return false };
            let is_edge = given.chars().next().is_none_or(|c| is_kana(c) && surname.chars().all(is_kanji));
            is_edge || given.chars().count() <= 2
        }
    }
}

/// The full name that a label prints in brackets: `議長（佐藤一郎君）`.
fn printed_name(source: &Source, printed: &Prose) -> Option<TextRange> {
    let piece = printed.pieces.first()?;
    let text = source.slice(piece.range);
    let inner = text.split_once(['(', '（'])?.1.trim_start_matches(is_space);
    let start = text.len() - inner.len();
    let inner = inner.trim_end_matches([')', '）']).trim_end_matches(is_space);
    let name = ["君", "議員", "氏", "さん", "様"]
        .iter()
        .find_map(|suffix| inner.strip_suffix(suffix))
        .unwrap_or(inner);
    let name = name.trim_end();
    let base = piece.range.start as usize + start;
    // Two letters may be a surname alone; three and more that end in no post are a name.
    let is_name = squash(name).chars().count() > 2
        && is_full_name(&squash(name))
        && before_role(&squash(name)).is_none();
    is_name.then(|| TextRange::new(base, base + name.len()))
}
