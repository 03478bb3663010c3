//! The Japanese words of the screen that stand for things of the model, in one place, and the way
//! in which numbers, days and lengths are written.
//!
//! May live here: words and ways of writing that several parts of the screen share. May not: the
//! sentences of findings (`diagnostics`), the names of buttons and blocks (`view`).

use crate::chars;
use crate::model::{Date, MeetingDate, Role};

/// The title of minutes that bear none.
pub const UNTITLED: &str = "会議録";
/// An item of the form that nobody filled in.
pub const LEFT_BLANK: &str = "（記載なし）";
/// The promise at the foot.
pub const SENDS_NOTHING: &str = "このファイルは何も送信しません。";

/// The name of a role in the list of filters.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Chair => "議長・委員長",
        Role::Member => "委員・議員",
        Role::Secretariat => "事務局・説明者",
        Role::Guest => "参考人等",
        Role::Other => "その他",
    }
}

/// The one character of a role's badge.
pub fn role_badge(role: Role) -> &'static str {
    match role {
        Role::Chair => "長",
        Role::Member => "委",
        Role::Secretariat => "事",
        Role::Guest => "参",
        Role::Other => "他",
    }
}

/// `2025年3月10日（令和7年・月）`. The weekday is the printed one where there is one, right or wrong.
pub fn day(printed: &MeetingDate) -> String {
    let Date { year, month, day } = printed.date;
    let weekday = printed.weekday.unwrap_or_else(|| printed.date.weekday()).kanji();
    match era_year(printed.date) {
        Some(era) => format!("{year}年{month}月{day}日（{era}・{weekday}）"),
        None => format!("{year}年{month}月{day}日（{weekday}）"),
    }
}

/// 令和7年; the first year of an era is 元年. Nothing before 明治 6, when the calendar became this one.
fn era_year(date: Date) -> Option<String> {
    const ERAS: [(&str, u16, u8, u8); 5] = [
        ("令和", 2019, 5, 1),
        ("平成", 1989, 1, 8),
        ("昭和", 1926, 12, 25),
        ("大正", 1912, 7, 30),
        ("明治", 1868, 1, 25),
    ];
    if date.year < 1873 {
        return None;
    }
    let begun = |&(_, year, month, day): &(&str, u16, u8, u8)| {
        (date.year, date.month, date.day) >= (year, month, day)
    };
    let (era, first, ..) = ERAS.into_iter().find(begun)?;
    Some(match date.year - first + 1 {
        1 => format!("{era}元年"),
        year => format!("{era}{year}年"),
    })
}

/// 約1,800字; a short text is counted to the character.
pub fn about_chars(n_chars: usize) -> String {
    let round = |unit: usize| n_chars.saturating_add(unit / 2) / unit * unit;
    match n_chars {
        0..100 => format!("{n_chars}字"),
        100..1000 => format!("約{}字", chars::grouped(round(10))),
        1000..100_000 => format!("約{}字", chars::grouped(round(100))),
        _ => format!("約{}字", chars::grouped(round(1000))),
    }
}

/// The share in hundredths, rounded; something is never nothing.
pub fn percent(part: usize, whole: usize) -> u8 {
    let rounded = (part.saturating_mul(200) + whole) / (whole * 2).max(1);
    u8::try_from(rounded.clamp(usize::from(part > 0), 100)).unwrap_or(100)
}

/// Line breaks and runs of space as one space, none at the ends.
pub fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || chars::is_space(c)).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// 議 題 as 議題: without the space that only spreads a short word to the width of its column. Space
/// between words of other scripts stays.
pub fn unspaced(text: &str) -> String {
    let spreads = |c: char| chars::is_kanji(c) || chars::is_kana(c);
    let mut out = String::new();
    for word in one_line(text).split(' ') {
        let close = out.chars().next_back().is_none_or(spreads) && word.chars().next().is_none_or(spreads);
        if !close {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
