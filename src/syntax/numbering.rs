//! Bullets and numbers before a heading: `- 1`, `（１）`, `⑴`, `①`, `ア`, `第３`.
//!
//! May live here: styles of numbers and their values. May not: the level of a heading.

use crate::chars::{digit, is_space, narrow};

/// A number as printed at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numbering {
    pub style: Style,
    /// The number itself; ア is 1.
    pub value: u32,
    /// How many bytes it takes, a dot or closing bracket included.
    pub len: usize,
    /// Whether a space, a line end or a bracket sets it off from what follows.
    pub apart: bool,
}

/// How a number is dressed. Two numbers of one style belong to one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `1`
    Bare,
    /// `1.` `１、`
    Dotted,
    /// `(1)` `⑴`
    Bracketed,
    /// `①`
    Circled,
    /// `ア`
    Kana,
    /// `(ア)`
    BracketedKana,
    /// `一` `二、`
    Kanji,
    /// `第１` `日程第１`
    Ordinal,
}

/// The bytes of a bullet at the start of `text`, the spaces behind it included.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if first == '#' {
        // `## 議事`: a heading in Markdown.
        let marks: usize = text.chars().take_while(|&c| c == '#').count();
        let gap = spaces(text.get(marks..)?);
        return (marks <= 6 && gap > 0).then_some(marks + gap);
    }
    let after = text.get(first.len_utf8()..)?;
    let spaces = spaces(after);
    match first {
        // A hyphen is a bullet only when set off, else it may be a minus or a dash of a table.
        '-' | '‐' | '–' | '*' if spaces > 0 => {}
        '・' | '•' | '■' | '◆' | '●' | '○' | '◯' | '〇' | '□' | '◇' | '▼' | '▶' => {}
        _ => return None,
    }
    Some(first.len_utf8() + spaces)
}

/// The bytes of the spaces at the start of `text`.
pub(super) fn spaces(text: &str) -> usize {
    text.chars().take_while(|&c| is_space(c)).map(char::len_utf8).sum()
}

/// Where the entries of a list begin that stands on one line, `1開会 2会長の選任 3閉会`: behind a space each, with
/// numbers of one style from 1 up. Empty where there are not two.
pub(super) fn series(text: &str) -> Vec<(usize, Numbering)> {
    let mut entries: Vec<(usize, Numbering)> = Vec::new();
    let mut is_behind_space = true;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        if is_behind_space
            && let Some(number) = number(rest)
            && number.value == entries.len() as u32 + 1
            && entries.first().is_none_or(|(_, first)| first.style == number.style)
            && !counts(rest.get(number.len..).unwrap_or_default())
            && (at == 0 || !entries.is_empty())
        {
            entries.push((at, number));
        }
        is_behind_space = is_space(c);
    }
    if entries.len() > 1 { entries } else { Vec::new() }
}

/// Whether what follows a number makes it an amount, a day or an hour.
fn counts(behind: &str) -> bool {
    let next = behind.trim_start_matches(is_space).chars().next();
    next.is_none_or(|c| "年月日時分号回人名件条項款期％%".contains(c))
}

/// Words that number the matters of a council, with the word that ends the number.
const MATTERS: &[(&str, &str)] = &[
    ("議案第", "号"),
    ("報告第", "号"),
    ("承認第", "号"),
    ("認定第", "号"),
    ("同意第", "号"),
    ("諮問第", "号"),
    ("請願第", "号"),
    ("陳情第", "号"),
    ("発議第", "号"),
    ("議第", "号"),
    ("議員提出議案第", "号"),
    ("市長提出議案第", "号"),
    ("委員会提出議案第", "号"),
    ("意見書案第", "号"),
    ("決議案第", "号"),
    ("議題", ""),
    ("案件", ""),
    ("審議案件", ""),
    ("協議事項", ""),
    ("報告事項", ""),
];

/// Whether a number is a part of the name by which a matter is called: 議案第１号, 日程第１. 議題１ only counts.
pub(super) fn names_matter(text: &str) -> bool {
    let is_counted = |word: &str| spaced_prefix(text, word).is_some();
    text.starts_with("日程第") || MATTERS.iter().any(|(word, ending)| !ending.is_empty() && is_counted(word))
}

/// `議案第１号　…`, `〔議題1〕…`: the number of a matter, set off by a space or by its brackets.
fn matter(text: &str) -> Option<Numbering> {
    let open = text.chars().next().filter(|c| "〔【［[".contains(*c));
    let from = open.map_or(0, char::len_utf8);
    let inner = text.get(from..)?;
    let (before, after, ending) = MATTERS.iter().find_map(|(word, ending)| {
        let len = spaced_prefix(inner, word)?;
        Some((len, inner.get(len..)?, ending))
    })?;
    let gap = spaces(after);
    let (value, taken) = digits(after.get(gap..)?)?;
    let rest = after.get(gap + taken..)?;
    let ended =
        if ending.is_empty() { 0 } else { spaces(rest) + spaced_prefix(rest.get(spaces(rest)..)?, ending)? };
    let behind = rest.get(ended..)?;
    let next = behind.chars().next();
    let close = match open {
        Some(_) => next.filter(|c| "〕】］]".contains(*c))?.len_utf8(),
        None if next.is_none_or(is_space) => 0,
        None => return None,
    };
    let len = from + before + gap + taken + ended + close;
    Some(Numbering { style: Style::Ordinal, value, len, apart: true })
}

/// The bytes at the start of `text` that read `word` once inner spaces are left out.
pub(super) fn spaced_prefix(text: &str, word: &str) -> Option<usize> {
    let mut letters = word.chars();
    let mut wanted = letters.next();
    for (at, c) in text.char_indices() {
        match wanted {
            None => return Some(at),
            Some(letter) if letter == c => wanted = letters.next(),
            Some(_) if is_space(c) && at > 0 => {}
            Some(_) => return None,
        }
    }
    wanted.is_none().then_some(text.len())
}

/// The number at the start of `text`.
pub(super) fn number(text: &str) -> Option<Numbering> {
    if let Some(matter) = matter(text) {
        return Some(matter);
    }
    let mut chars = text.chars().peekable();
    let first = *chars.peek()?;
    if let Some((style, value)) = single(first) {
        return Some(Numbering { style, value, len: first.len_utf8(), apart: true });
    }
    if matches!(first, '(' | '（' | '[' | '［') {
        return bracketed(text);
    }
    let prefix = ["日程第", "第"].into_iter().find(|prefix| text.starts_with(prefix)).unwrap_or("");
    let Some((value, digits)) = digits(text.get(prefix.len()..)?) else {
        return kana(text).or_else(|| kanji(text));
    };
    let mut len = prefix.len() + digits;
    let next = text.get(len..)?.chars().next();
    if !prefix.is_empty() {
        // 第2回, 第3条 are words of a sentence; a number of a list stands apart.
        let apart = next.is_none_or(is_space);
        return apart.then_some(Numbering { style: Style::Ordinal, value, len, apart });
    }
    if let Some(dot) = next.filter(|&c| matches!(narrow(c), '.' | '、')) {
        // 1.5 is one number.
        if text.get(len + dot.len_utf8()..)?.chars().next().and_then(digit).is_some() {
            return None;
        }
        len += dot.len_utf8();
        return Some(Numbering { style: Style::Dotted, value, len, apart: true });
    }
    Some(Numbering { style: Style::Bare, value, len, apart: next.is_none_or(is_space) })
}

/// `ア` set off by a space or a dot.
fn kana(text: &str) -> Option<Numbering> {
    let first = text.chars().next()?;
    let value = kana_value(first)?;
    let next = text.get(first.len_utf8()..)?.chars().next();
    let apart = next.is_some_and(|c| is_space(c) || matches!(c, '．' | '.' | '、'));
    let dot = next.filter(|&c| !is_space(c)).map_or(0, char::len_utf8);
    apart.then_some(Numbering { style: Style::Kana, value, len: first.len_utf8() + dot, apart })
}

/// `一` set off by a space or a comma.
fn kanji(text: &str) -> Option<Numbering> {
    let (value, len) = kanji_value(text)?;
    let next = text.get(len..)?.chars().next()?;
    let dot = if matches!(next, '、' | '．' | '，') { next.len_utf8() } else { 0 };
    let apart = dot > 0 || is_space(next);
    apart.then_some(Numbering { style: Style::Kanji, value, len: len + dot, apart })
}

/// `一` to `九十九` and the bytes taken.
fn kanji_value(text: &str) -> Option<(u32, usize)> {
    let (mut tens, mut ones, mut len) = (0u32, None::<u32>, 0);
    for c in text.chars().take(3) {
        if let Some(digit) = "〇一二三四五六七八九".chars().position(|kanji| kanji == c) {
            if ones.is_some() {
                return None;
            }
            ones = Some(digit as u32);
        } else if c == '十' && tens == 0 {
            tens = 10 * ones.take().unwrap_or(1);
        } else {
            break;
        }
        len += c.len_utf8();
    }
    let value = tens + ones.unwrap_or(0);
    (value > 0).then_some((value, len))
}

fn single(c: char) -> Option<(Style, u32)> {
    match c {
        '①'..='⑳' => Some((Style::Circled, c as u32 - '①' as u32 + 1)),
        '⑴'..='⒇' => Some((Style::Bracketed, c as u32 - '⑴' as u32 + 1)),
        _ => None,
    }
}

fn bracketed(text: &str) -> Option<Numbering> {
    let open = text.chars().next()?.len_utf8();
    let inner = text.get(open..)?;
    let spaces_before = spaces(inner);
    let inner = inner.get(spaces_before..)?;
    let (style, value, taken) = match digits(inner) {
        Some((value, taken)) => (Style::Bracketed, value, taken),
        None => match kanji_value(inner) {
            Some((value, taken)) => (Style::Bracketed, value, taken),
            None => {
                let kana = inner.chars().next()?;
                (Style::BracketedKana, kana_value(kana)?, kana.len_utf8())
            }
        },
    };
    let rest = inner.get(taken..)?;
    let spaces_after = spaces(rest);
    let close = rest.get(spaces_after..)?.chars().next().filter(|&c| matches!(c, ')' | '）' | ']' | '］'))?;
    let len = open + spaces_before + taken + spaces_after + close.len_utf8();
    Some(Numbering { style, value, len, apart: true })
}

fn digits(text: &str) -> Option<(u32, usize)> {
    let mut value = 0u32;
    let mut len = 0;
    for c in text.chars() {
        let Some(digit) = digit(c) else { break };
        value = value.checked_mul(10)?.checked_add(digit)?;
        len += c.len_utf8();
    }
    // Lists do not reach a thousand; years and sums do.
    (len > 0 && value < 1000).then_some((value, len))
}

fn kana_value(c: char) -> Option<u32> {
    "アイウエオカキクケコサシスセソタチツテト".chars().position(|kana| kana == c).map(|at| at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(Style, u32, &str)>) {
        let found = number(text);
        assert_eq!(found.map(|n| (n.style, n.value, &text[..n.len])), expect);
    }

    #[test]
    fn numbers_are_read_in_every_dress() {
        check("1 会議名", Some((Style::Bare, 1, "1")));
        check("１０　担当課", Some((Style::Bare, 10, "１０")));
        check("1.日時", Some((Style::Dotted, 1, "1.")));
        check("２．場所", Some((Style::Dotted, 2, "２．")));
        check("(1) 委員", Some((Style::Bracketed, 1, "(1)")));
        check("（ ２ ）その他", Some((Style::Bracketed, 2, "（ ２ ）")));
        check("⑶報告", Some((Style::Bracketed, 3, "⑶")));
        check("④閉会", Some((Style::Circled, 4, "④")));
        check("イ 計画について", Some((Style::Kana, 2, "イ")));
        check("（ウ）計画", Some((Style::BracketedKana, 3, "（ウ）")));
        check("日程第３　議案", Some((Style::Ordinal, 3, "日程第３")));
        check("議 案 第 ４ 号　予算", Some((Style::Ordinal, 4, "議 案 第 ４ 号")));
        check("〔議題1〕条例について", Some((Style::Ordinal, 1, "〔議題1〕")));
    }

    #[test]
    fn words_and_sums_are_no_numbers_of_a_list() {
        check("第2回の会議", None);
        check("1.5倍", None);
        check("アンケートについて", None);
        check("2025年", None);
        check("（委員）", None);
        check("議案第４号を議題とします", None);
        check("【委員】", None);
    }
}
