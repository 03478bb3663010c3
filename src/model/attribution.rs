//! Who a speaker label is, where the record proves it.
//!
//! The rule of the house: a wrong attribution is worse than none. A label is resolved only when
//! exactly one entry of the roll fits it, or when it prints a full name itself.
//!
//! May live here: what counts as proof. May not: likelihood.

use super::{Attendee, Attribution, PersonId, Prose, Role, Roll};
use crate::chars::narrow;
use crate::source::{Source, TextRange};
use crate::syntax::{before_role, is_full_name, role_of, squash, without_bracket};

/// Whether a label holds the word for a part and at most a letter or number beside it, and so names
/// nobody: 委員, 事務局１, Ａ委員.
pub fn names_only_a_part(label: &str) -> bool {
    let label = squash(label);
    let part = label.trim_matches(|c: char| !c.is_alphabetic() || narrow(c).is_ascii());
    before_role(part) == Some("")
}

/// Resolves the label `printed`, whose words without spaces are `squashed`.
pub(super) fn attribute(source: &Source, roll: &Roll, printed: &Prose, squashed: &str) -> Attribution {
    let fits = fitting(source, roll, squashed);
    match fits.as_slice() {
        [person] => Attribution::Person { person: person.id, evidence: person.entry },
        [] => {
            printed_name(source, printed).map_or(Attribution::Unnamed, |name| Attribution::Printed { name })
        }
        people => Attribution::Ambiguous {
            people: people.iter().map(|person| person.id).collect::<Vec<PersonId>>(),
        },
    }
}

/// The people of the roll whom a label can mean. Empty where it names nobody: 委員, 事務局.
fn fitting<'a>(source: &Source, roll: &'a Roll, squashed: &str) -> Vec<&'a Attendee> {
    let name_of = |person: &Attendee| squash(source.slice(person.name));
    let by_full_name: Vec<&Attendee> = roll
        .people()
        .filter(|person| {
            let name = name_of(person);
            name.chars().count() > 2 && squashed.contains(&name)
        })
        .collect();
    if !by_full_name.is_empty() {
        return by_full_name;
    }
    let base = without_bracket(squashed);
    let base = base.as_ref();
    let Some(before) = before_role(base) else { return Vec::new() };
    if before.is_empty() {
        // A bare 委員長 is whoever holds that part; a bare 委員 may be anybody.
        return match role_of(base) {
            Role::Chair => holding(source, roll, base),
            Role::Member if !is_common(source, roll, base) => holding(source, roll, base),
            Role::Secretariat => holding(source, roll, base),
            _ => Vec::new(),
        };
    }
    roll.people().filter(|person| name_of(person).starts_with(before)).collect()
}

/// The people whose part or post is exactly these words.
fn holding<'a>(source: &Source, roll: &'a Roll, words: &str) -> Vec<&'a Attendee> {
    roll.people()
        .filter(|person| {
            let is_it =
                |range: Option<TextRange>| range.is_some_and(|range| squash(source.slice(range)) == words);
            is_it(person.title) || is_it(person.post)
        })
        .collect()
}

/// Whether a part is one that several may have: then the bare word names nobody.
fn is_common(source: &Source, roll: &Roll, words: &str) -> bool {
    matches!(words, "委員" | "議員" | "構成員") || holding(source, roll, words).len() > 1
}

/// The full name that a label prints in brackets: `議長（佐藤一郎君）`.
fn printed_name(source: &Source, printed: &Prose) -> Option<TextRange> {
    let piece = printed.pieces.first()?;
    let text = source.slice(piece.range);
    let open = text.char_indices().find(|&(_, c)| matches!(c, '(' | '（'))?;
    let start = open.0 + open.1.len_utf8();
    let inner = text.get(start..)?.trim_end_matches([')', '）']);
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
