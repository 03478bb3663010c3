//! What a title says of its meeting: the council, the 回, the year.
//!
//! May live here: what of a title is not the name of a council. May not: names of councils.

use crate::chars::{is_kana, is_kanji, is_space, narrow};
use crate::model::RECORD_WORDS;
use crate::model::reading::{Cursor, date_at, era_year};

/// What a title says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Named {
    /// The council: what is left without the other parts.
    pub council: Option<String>,
    /// 第n回.
    pub session: Option<u32>,
    /// The year in which meetings are counted.
    pub year: Option<Year>,
}

/// A year as printed, in the common era.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Year {
    /// 令和6年度.
    Fiscal(u16),
    /// 令和6年.
    Calendar(u16),
}

impl Year {
    /// The fiscal year, where that is what is printed.
    pub fn fiscal(self) -> Option<u16> {
        match self {
            Year::Fiscal(year) => Some(year),
            Year::Calendar(_) => None,
        }
    }
}

/// Words for the record that are no kind of document of their own.
const MORE_RECORD_WORDS: [&str; 4] = ["速記録", "本文", "会議次第", "議事次第"];

const OPENING: &str = "（(［[〔【「『〈《";
const CLOSING: &str = "）)］]〕】」』〉》";

/// Takes a title apart.
pub(super) fn read(title: &str) -> Named {
    let mut named = Named::default();
    // What is left of the title, a space where something was taken out.
    let mut left = String::new();
    let mut at = 0;
    while let Some(c) = title.get(at..).and_then(|rest| rest.chars().next()) {
        let before = title.get(..at).and_then(|before| before.chars().next_back());
        match part_at(title, at, before) {
            Some((end, part)) if end > at => {
                match part {
                    Part::Session(number) => named.session = named.session.or(Some(number)),
                    Part::Year(year) => named.year = named.year.or(Some(year)),
                    Part::Other => {}
                }
                left.push(' ');
                at = end;
            }
            _ => {
                left.push(c);
                at += c.len_utf8();
            }
        }
    }
    named.council = council(&left);
    named
}

enum Part {
    Session(u32),
    Year(Year),
    Other,
}

/// A part of a title that is not of a council's name, and where it ends.
fn part_at(title: &str, at: usize, before: Option<char>) -> Option<(usize, Part)> {
    if let Some(date) = date_at(title, at) {
        return Some((date.end, Part::Other));
    }
    let year = || year_at(title, at).map(|(end, year)| (end, Part::Year(year)));
    numbered_at(title, at).or_else(year).or_else(|| day_at(title, at, before))
}

/// `第2回`: where it ends, and the number.
pub(super) fn session_at(text: &str, at: usize) -> Option<(usize, u32)> {
    let mut cursor = Cursor { text, at };
    text.get(at..)?.starts_with('第').then_some(())?;
    cursor.word("第")?;
    let number = cursor.number()?;
    cursor.word("回")?;
    Some((cursor.at, number))
}

/// `第2回`, `第十三号`, `第3日目`.
fn numbered_at(title: &str, at: usize) -> Option<(usize, Part)> {
    if let Some((end, number)) = session_at(title, at) {
        return Some((end, Part::Session(number)));
    }
    let mut cursor = Cursor { text: title, at };
    title.get(at..)?.starts_with('第').then_some(())?;
    cursor.word("第")?;
    cursor.number()?;
    cursor.word("号").or_else(|| {
        cursor.word("日")?;
        let _ = cursor.word("目");
        Some(())
    })?;
    Some((cursor.at, Part::Other))
}

/// `令和6年度`, `平成28年`, `2024年度`; `R6` only before 第. Gives where it ends.
pub(super) fn year_at(text: &str, at: usize) -> Option<(usize, Year)> {
    let before = text.get(..at)?.chars().next_back();
    let mut cursor = Cursor { text, at };
    let first = cursor.peek().filter(|&c| !is_space(c))?;
    let is_digit = |c: char| narrow(c).is_ascii_digit();
    let is_common = is_digit(first) || "二一".contains(first);
    let year = if is_common {
        if before.is_some_and(is_digit) {
            return None;
        }
        cursor.number().filter(|year| (1868..2200).contains(year))?
    } else {
        era_year(&mut cursor, before)?
    };
    let year = u16::try_from(year).ok()?;
    if cursor.word("年度").is_some() {
        return Some((cursor.at, Year::Fiscal(year)));
    }
    let end = cursor.at;
    if cursor.word("年").is_some() {
        return Some((cursor.at, Year::Calendar(year)));
    }
    (!is_common && cursor.word("第").is_some()).then_some((end, Year::Calendar(year)))
}

/// `2月17日`, a day without its year.
fn day_at(title: &str, at: usize, before: Option<char>) -> Option<(usize, Part)> {
    let mut cursor = Cursor { text: title, at };
    let is_digit = |c: char| narrow(c).is_ascii_digit();
    cursor.peek().filter(|&c| is_digit(c) && !before.is_some_and(is_digit))?;
    cursor.number()?;
    cursor.word("月")?;
    cursor.number()?;
    cursor.word("日")?;
    Some((cursor.at, Part::Other))
}

/// The name in what is left of a title.
fn council(left: &str) -> Option<String> {
    let name = without_brackets(left);
    let mut name = trimmed(&name);
    while let Some(shorter) = without_record(name) {
        name = shorter;
    }
    let is_word = |c: char| is_kanji(c) || is_kana(c) || narrow(c).is_ascii_alphabetic();
    name.chars().any(is_word).then(|| one_spaced(name))
}

/// Without the brackets that hold nothing, or a word for the record only.
fn without_brackets(text: &str) -> String {
    let mut out = String::new();
    // Where each bracket that is open began.
    let mut open = Vec::new();
    for c in text.chars() {
        if OPENING.contains(c) {
            open.push(out.len());
            out.push(c);
        } else if CLOSING.contains(c)
            && let Some(start) = open.pop()
        {
            let inside = out.get(start..).unwrap_or_default().trim_start_matches(|c| OPENING.contains(c));
            let inside = trimmed(inside);
            match inside.is_empty() || without_record(inside) == Some("") {
                true => out.truncate(start),
                false => out.push(c),
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn trimmed(name: &str) -> &str {
    name.trim_matches(|c: char| {
        is_space(c) || c.is_whitespace() || "_＿・、。,，:：-－―～〜/／#＃".contains(c)
    })
}

/// A name without the word for the record behind it, if there is one: the longest, unless a shorter one
/// leaves the name of a body (`推進会議要旨`).
fn without_record(name: &str) -> Option<&str> {
    let words = RECORD_WORDS.iter().chain(&MORE_RECORD_WORDS);
    let left = words.filter_map(|word| without_end(name, word));
    left.min_by_key(|left| (!left.is_empty() && !ends_like_body(left), left.len())).map(trimmed)
}

/// Whether a name ends as those of bodies do: 会, 会議.
fn ends_like_body(name: &str) -> bool {
    let bare = trimmed(name).trim_end_matches(|c| CLOSING.contains(c));
    bare.ends_with('会') || bare.ends_with("会議")
}

/// `name` without `word` at its end, whatever spaces stand between the letters of the word.
fn without_end<'a>(name: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = name;
    for letter in word.chars().rev() {
        rest = rest.trim_end_matches(is_space).strip_suffix(letter)?;
    }
    Some(rest)
}

/// Runs of spaces as one, and none inside of brackets beside them.
fn one_spaced(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if !is_space(c) {
            if CLOSING.contains(c) && out.ends_with(' ') {
                out.pop();
            }
            out.push(c);
        } else if !out.ends_with(|c| c == ' ' || OPENING.contains(c)) {
            out.push(' ');
        }
    }
    out
}

/// The form in which names of councils are compared: without spaces, letters in half width.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|&c| !is_space(c)).map(|c| narrow(c).to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, council: &str, session: Option<u32>, fiscal_year: Option<u16>) {
        let named = read(title);
        let year = named.year.and_then(Year::fiscal);
        let council = Some(council.to_owned()).filter(|council| !council.is_empty());
        assert_eq!((named.council, named.session, year), (council, session, fiscal_year), "{title}");
    }

    #[test]
    fn a_council_is_the_title_without_year_number_and_word_for_the_record() {
        check("令和6年度第2回若草野市産業振興会議 会議録", "若草野市産業振興会議", Some(2), Some(2024));
        check("平成28年第3回山手地域審議会 議事要旨", "山手地域審議会", Some(3), None);
        check("Ｒ６第１回　若草野市ＤＸ推進会議　会議録", "若草野市ＤＸ推進会議", Some(1), None);
        check("産業推進会議要旨", "産業推進会議", None, None);
        check("産業推進会議会議録", "産業推進会議", None, None);
        check("第18回 議会改革特別委員会 会 議 結 果", "議会改革特別委員会", Some(18), None);
        check("2006年10月12日 住民委員会", "住民委員会", None, None);
        check("総務文教常任委員会 平成28年6月20日(月)", "総務文教常任委員会", None, None);
        check("議会運営委員会記録(第7回)", "議会運営委員会", Some(7), None);
        check("令和 7年第1回定例会（第1日 2月17日）", "定例会", Some(1), None);
        check("2007年9月26日 平成19年_第３回定例会（第３日目）", "定例会", Some(3), None);
        check("駅の移転に関する特別委員会速記録第十三号", "駅の移転に関する特別委員会", None, None);
        check("若草野市総合計画審議会（第1回第2部会）", "若草野市総合計画審議会（第2部会）", Some(1), None);
        check("北浜町男女共同参画会議(会議録)", "北浜町男女共同参画会議", None, None);
        check("若草野市会　　　会議録（第16号）", "若草野市会", None, None);
    }

    #[test]
    fn a_title_may_name_no_council() {
        check("会議録", "", None, None);
        check("令和6年度第2回", "", Some(2), Some(2024));
        check("（第3号）　本文", "", None, None);
        check("", "", None, None);
    }
}
