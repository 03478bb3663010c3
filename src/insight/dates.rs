//! Dates, months and years that are spoken of.
//!
//! May live here: dates of which something is missing. May not: whole dates (`model::reading`), and
//! dates told from the day of the meeting: 昨年度 is not resolved.

use std::ops::Range;

use super::text::Paragraph;
use crate::chars::{digit, narrow};
use crate::model::SpeechId;
use crate::model::reading::{Cursor, date_at, era_year};
use crate::source::TextRange;

/// A date as far as it is printed: `令和6年度`, `令和6年12月`, `3月10日`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The speech it stands in; none in a narrative or in plain text.
    pub speech: Option<SpeechId>,
    /// The block of the body it stands in.
    pub block: usize,
    /// The sentence it stands in.
    pub sentence: TextRange,
    /// The date.
    pub range: TextRange,
    /// The year of the common era, if printed. Of a fiscal year, the one in which it begins.
    pub year: Option<u16>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// Whether it is a fiscal year: 年度.
    pub fiscal: bool,
}

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub range: Range<usize>,
    year: Option<u16>,
    month: Option<u8>,
    day: Option<u8>,
    fiscal: bool,
}

impl DateMention {
    pub(super) fn new(
        speech: Option<SpeechId>,
        block: usize,
        paragraph: &Paragraph,
        found: &Found,
    ) -> DateMention {
        DateMention {
            speech,
            block,
            sentence: paragraph.range(paragraph.sentence_at(found.range.start)),
            range: paragraph.range(found.range.clone()),
            year: found.year,
            month: found.month,
            day: found.day,
            fiscal: found.fiscal,
        }
    }
}

/// All dates of a text, in order.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut before = None;
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if at >= from
            && may_begin(c)
            && !(before.is_some_and(is_number) && is_number(c))
            && let Some(date) = date_or_part_at(text, at, before)
        {
            from = date.range.end;
            // A day that does not exist is no date, and neither is a part of it.
            if date.year.is_some() || date.month.is_some() {
                found.push(date);
            }
        }
        before = Some(c);
    }
    found
}

fn may_begin(c: char) -> bool {
    is_number(c) || matches!(c, '明' | '大' | '昭' | '平' | '令') || narrow(c).is_ascii_alphabetic()
}

fn is_number(c: char) -> bool {
    digit(c).is_some() || "〇一二三四五六七八九十".contains(c)
}

fn date_or_part_at(text: &str, at: usize, before: Option<char>) -> Option<Found> {
    let found = |end, year, month, day, fiscal| Found { range: at..end, year, month, day, fiscal };
    if let Some(whole) = date_at(text, at) {
        let date = whole.date;
        let (year, month) = (date.map(|date| date.year), date.map(|date| date.month));
        return Some(found(whole.end, year, month, date.map(|date| date.day), false));
    }
    let mut cursor = Cursor { text, at };
    let year = era_year(&mut cursor, before).or_else(|| {
        cursor.at = at;
        // 2024年, never 24年: how long something lasts is printed so too.
        let year = cursor.number().filter(|year| (1868..2200).contains(year))?;
        (!before.is_some_and(|c| matches!(c, ',' | '，' | '.' | '．'))).then_some(year)
    });
    let Some(year) = year else {
        cursor.at = at;
        return month_alone(&mut cursor, before)
            .map(|(month, day)| found(cursor.at, None, Some(month), day, false));
    };
    let year = u16::try_from(year).ok()?;
    repeated_year(&mut cursor);
    if cursor.word("年度").is_some() {
        return Some(found(cursor.at, Some(year), None, None, true));
    }
    cursor.word("年")?;
    repeated_year(&mut cursor);
    if matches!(cursor.peek(), Some('間' | '目' | '生')) {
        return None;
    }
    let mut behind = cursor;
    let month = month_alone(&mut behind, None).filter(|&(_, day)| day.is_none());
    if month.is_some() {
        cursor = behind;
    }
    Some(found(cursor.at, Some(year), month.map(|(month, _)| month), None, false))
}

/// `令和6(2024)年度`, `令和6年（2024年）`: the bracket repeats the year.
fn repeated_year(cursor: &mut Cursor) {
    let mut bracket = *cursor;
    let opened = bracket.take(&['(']).is_some() && bracket.number().is_some_and(|year| year > 1867);
    let _ = bracket.word("年度").or_else(|| bracket.word("年"));
    if opened && bracket.take(&[')']).is_some() {
        *cursor = bracket;
    }
}

/// `3月10日`, `12月`. Not `3月間`, `第3月曜`, `1月当たり`.
fn month_alone(cursor: &mut Cursor, before: Option<char>) -> Option<(u8, Option<u8>)> {
    if before.is_some_and(|c| matches!(c, '第' | '数' | '.' | '．' | ',' | '，')) {
        return None;
    }
    let month = cursor.number().filter(|month| (1..=12).contains(month))?;
    cursor.word("月")?;
    let mut behind = *cursor;
    if let (Some(day), Some(())) = (behind.number(), behind.word("日"))
        && (1..=31).contains(&day)
        && behind.peek() != Some('間')
    {
        *cursor = behind;
        return Some((month as u8, Some(day as u8)));
    }
    let is_else = matches!(cursor.peek(), Some('間' | '曜' | '当' | '額' | '謝' | '刊' | '例'));
    (!is_else).then_some((month as u8, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let part = |part: Option<u32>| part.map_or("-".to_owned(), |part| part.to_string());
        let found: Vec<String> = find(text)
            .into_iter()
            .map(|date| {
                let fiscal = if date.fiscal { "年度" } else { "" };
                let (year, month) = (part(date.year.map(u32::from)), part(date.month.map(u32::from)));
                format!("{} {year}/{month}/{}{fiscal}", &text[date.range], part(date.day.map(u32::from)))
            })
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn years_are_told_from_fiscal_years() {
        check("令和６年度の予算", &["令和６年度 2024/-/-年度"]);
        check("平成26年度から令和元年度", &["平成26年度 2014/-/-年度", "令和元年度 2019/-/-年度"]);
        check(
            "令和6(2024)年度と令和7年（2025年）",
            &["令和6(2024)年度 2024/-/-年度", "令和7年（2025年） 2025/-/-"],
        );
        check("2030年までに、R5年度比で", &["2030年 2030/-/-", "R5年度 2023/-/-年度"]);
        check("令和十年", &["令和十年 2028/-/-"]);
    }

    #[test]
    fn what_is_not_printed_stays_open() {
        check("令和6年12月に", &["令和6年12月 2024/12/-"]);
        check("３月10日に十二月の分を", &["３月10日 -/3/10", "十二月 -/12/-"]);
        check("令和7年3月10日（月）", &["令和7年3月10日（月） 2025/3/10"]);
    }

    #[test]
    fn lengths_and_days_that_are_named_otherwise_are_no_dates() {
        check("昨年度、来月10日、3か月、12月間、第3月曜日、24年ぶり、1月当たり", &[]);
        check("12,000年、2000年間、2月30日間、数十月", &["2月 -/2/-"]);
        check("令和6年2月30日", &[]);
    }
}
