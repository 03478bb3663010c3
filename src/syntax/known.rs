//! How far the words of a label are known: to the lexicon, to the roll, or not at all.
//!
//! May live here: words. May not: what sets a label off (`label`).

use std::borrow::Cow;

use super::lexicon::{self, Role};
use super::roster::Roster;
use crate::chars::without_radicals;
use crate::chars::{digit, is_kana, is_kanji, is_space, narrow, widen_kana};

/// How far a label is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// Its dress alone speaks for it.
    Unproven,
    /// It ends in a word for a part or a post.
    Role,
    /// It is such a word and nothing else, or names somebody of the roll.
    Certain,
    /// It prints the full name of somebody of the roll.
    FullName,
}

/// Letters of the longest name or unit before a part or post; a mark lets it be longer.
const LONGEST_UNIT: usize = 14;
const LONGEST_MARKED_UNIT: usize = 28;

/// How far a label without spaces is known; `None` where it cannot be one. `dressed` says that a mark or
/// brackets set it off.
pub(super) fn known(squashed: &str, roster: &Roster, dressed: bool) -> Option<Known> {
    if let Some((part, name)) = squashed.split_once([':', '：']) {
        // `【議長：山田太郎】`
        return if is_name(name) { known(part, roster, dressed) } else { None };
    }
    if matches!(squashed, "〃" | "″" | "同") {
        return Some(Known::Role);
    }
    let (base, bracket) = split_bracket(squashed);
    let base = base.as_ref();
    if base.is_empty() || squashed.chars().any(|c| matches!(c, '。' | '、' | '「' | '」' | '？')) {
        return None;
    }
    if let Some(name) = roster.full_name_in(squashed) {
        // A name alone is a label only where a mark says so.
        let beside = beside_name(squashed, name)?;
        if dressed || !beside.is_empty() {
            return Some(Known::FullName);
        }
    }
    if is_seat(base) || is_lettered(base) {
        return Some(Known::Certain);
    }
    if let Some((_, before)) = lexicon::role_suffix(base) {
        if before.is_empty() || roster.knows_surname(before) {
            return Some(Known::Certain);
        }
        let longest = if dressed { LONGEST_MARKED_UNIT } else { LONGEST_UNIT };
        let is_name_like = before.chars().count() <= longest && before.chars().all(is_name_letter);
        // 「…した委員」 is a clause: a name or a unit hardly ends so.
        let is_clause = before.chars().next_back().is_some_and(|c| {
            if dressed {
                "たるなはがをにでとも".contains(c)
            } else {
                matches!(c, '\u{3041}'..='\u{3096}')
            }
        });
        let is_list = ["出席", "欠席", "次の", "各"].iter().any(|word| before.contains(word));
        return (is_name_like && !is_clause && !is_list).then_some(Known::Role);
    }
    // 「皆さん」 and 「両氏」 open sentences; only a mark or the roll makes such a word a label.
    let is_polite =
        |suffix: &str| base.strip_suffix(suffix).is_some_and(|name| dressed || roster.knows_surname(name));
    let is_titled =
        (base.ends_with("君") || base.ends_with("議員") || ["氏", "さん"].into_iter().any(is_polite))
            && base.chars().all(is_name_letter)
            && base.chars().count() <= 8;
    if is_titled || bracket.is_some_and(|inner| inner.ends_with('君') || inner.ends_with("議員")) {
        return Some(Known::Role);
    }
    // A single letter may be the first of a word that is spaced out.
    (dressed && base.chars().count() > 1 && roster.knows_surname(base)).then_some(Known::Certain)
}

/// Whether a text without spaces can be somebody's name, a courtesy behind it or not.
pub(super) fn is_name(text: &str) -> bool {
    let bare =
        ["君", "氏", "議員", "委員"].iter().find_map(|suffix| text.strip_suffix(suffix)).unwrap_or(text);
    lexicon::is_full_name(bare)
}

/// What a label says beside a name: a part, or nothing. `None` where it says anything else.
pub(super) fn beside_name(squashed: &str, name: &str) -> Option<String> {
    let (before, after) = squashed.split_once(name)?;
    let rest = format!("{before}{after}");
    let rest = rest.trim_matches(|c| matches!(narrow(c), '(' | ')' | '君' | '氏' | '様'));
    if is_seat(rest) {
        return Some(rest.to_owned());
    }
    // What stands before a bracket is a part; what follows the name at once is one, or no name ends there.
    let is_part = rest.is_empty()
        || lexicon::role_suffix(rest).is_some_and(|(_, unit)| {
            unit.is_empty() || !before.is_empty() || lexicon::post_start(squashed) == Some(name.len())
        });
    is_part.then(|| rest.to_owned())
}

/// The words of a label outside its brackets and inside the last: `委員長（山田君）` → 委員長 and 山田君,
/// `林（和）副委員長` → 林副委員長 and 和, `番外［知事］（山田君）` → 番外 and 山田君.
pub(super) fn split_bracket(squashed: &str) -> (Cow<'_, str>, Option<&str>) {
    let opens = |c| matches!(narrow(c), '(' | '[' | '［');
    let closes = |c| matches!(c, ')' | '）' | ']' | '］');
    let mut outside = String::new();
    let mut inside = None;
    let mut rest = squashed;
    // A bracket in front holds the label itself.
    while let Some((at, open)) = rest.char_indices().find(|&(at, c)| opens(c) && (at > 0 || inside.is_some()))
    {
        outside.push_str(rest.get(..at).unwrap_or_default());
        let inner = rest.get(at + open.len_utf8()..).unwrap_or_default();
        let end = inner.char_indices().find(|&(_, c)| closes(c));
        inside = inner.get(..end.map_or(inner.len(), |(end, _)| end));
        rest = end.and_then(|(end, close)| inner.get(end + close.len_utf8()..)).unwrap_or_default();
    }
    if inside.is_none() {
        return (squashed.into(), None);
    }
    outside.push_str(rest);
    (outside.into(), inside)
}

/// `9番`, `２番議員`: a seat.
fn is_seat(base: &str) -> bool {
    let rest = base.trim_start_matches(|c| digit(c).is_some() || "〇一二三四五六七八九十".contains(c));
    (rest.len() < base.len() && matches!(rest, "番" | "番議員" | "番委員")) || base == "番外"
}

/// `A委員`, `〇〇委員`: a name left out on purpose.
fn is_lettered(base: &str) -> bool {
    lexicon::role_suffix(base).is_some_and(|(_, before)| {
        let letters = before.chars().count();
        (letters == 1 && before.chars().all(|c| narrow(c).is_ascii_alphabetic()))
            || (letters > 0 && before.chars().all(|c| "○〇◯●△▲□■◇◆☆★×＊*".contains(c)))
    })
}

/// `Q1`, `答`, `質問`: what kind of speech follows instead of who speaks.
pub(super) fn is_kind(squashed: &str) -> bool {
    let (base, _) = split_bracket(squashed);
    let bare: String =
        base.trim_end_matches(['.', '．']).chars().map(narrow).filter(|c| !c.is_ascii_digit()).collect();
    matches!(
        bare.as_str(),
        "質問"
            | "再質問"
            | "再々質問"
            | "再答弁"
            | "回答"
            | "答弁"
            | "意見"
            | "要望"
            | "質疑"
            | "応答"
            | "Q"
            | "A"
            | "問"
            | "答"
            | "意見・質問"
            | "質問・意見"
            | "ご意見"
            | "ご質問"
            | "提案"
            | "指摘"
    ) && base.chars().count() <= 5
}

/// The role that a label's words show: the word for a part or post that ends it, that stands before a colon, or
/// before a name (`議長：別所保`, `議長堺屋敏`).
pub(super) fn role_of(squashed: &str) -> Role {
    let letters = without_radicals(squashed);
    let (base, _) = split_bracket(&letters);
    let parts = base.split([':', '：']).flat_map(|part| [role_at_end(part), role_before_name(part)]);
    parts.flatten().next().unwrap_or(Role::Other)
}

fn role_at_end(words: &str) -> Option<Role> {
    if is_seat(words) {
        return Some(Role::Member);
    }
    let is_named = || words.ends_with("議員") || words.ends_with('君');
    lexicon::role_suffix(words)
        .map(|(role, _)| role)
        .or_else(|| is_named().then_some(Role::Member))
        .or_else(|| lexicon::is_unit(words).then_some(Role::Secretariat))
}

/// One letter is no word for a part: 町田 is a name.
fn role_before_name(words: &str) -> Option<Role> {
    let cuts = words.char_indices().skip(2).map(|(at, _)| words.split_at(at));
    cuts.filter(|(_, name)| is_name(name))
        .filter_map(|(role, _)| lexicon::role_suffix(role))
        .last()
        .map(|(role, _)| role)
}

pub(super) fn is_name_letter(c: char) -> bool {
    is_kanji(c) || is_kana(c) || c.is_alphanumeric() || matches!(c, '・' | '／' | '/')
}

/// `保険年金課長佐川克`: a part or post and a name behind it.
pub(super) fn begins_with_role(squashed: &str) -> bool {
    squashed.char_indices().skip(1).any(|(at, _)| {
        let (role, name) = squashed.split_at(at);
        is_name(name) && lexicon::role_suffix(role).is_some()
    })
}

/// The text without spaces, half-width katakana in full width.
pub(super) fn squash(text: &str) -> String {
    // Most texts are as they should be: they are copied as a whole.
    if !text.contains(|c| is_space(c) || matches!(c, '\u{FF61}'..='\u{FF9F}')) {
        return text.to_owned();
    }
    widen_kana(text.chars().filter(|&c| !is_space(c)))
}
