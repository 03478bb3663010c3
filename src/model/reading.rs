//! Dates and times as minutes print them.
//!
//! Read: `令和7年3月10日（月）`, `令和元年`, `平成二十三年十二月十二日`, `2024年11月2日(土)`, `2019-02-20`,
//! `2023.10.19`, `Ｒ６．６．５（水）`; `午後2時30分`, `14:00`, `18時30分`, `正午`. Digits may be full or
//! half width or kanji, spaces may stand between.
//!
//! May live here: forms of dates and times. May not: which of several in a text is meant (`meeting`).

use super::date::{Date, Weekday};
use crate::chars::{is_space, narrow, without_radicals};

/// A date found in a text: bytes, and the day if there is such a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    pub start: usize,
    pub end: usize,
    pub date: Option<Date>,
    pub weekday: Option<Weekday>,
}

/// A time of day found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoundTime {
    pub start: usize,
    pub end: usize,
    pub hour: u8,
    pub minute: u8,
    /// Whether 午前 or 午後 stands before it, and then the hours that this adds.
    half: Option<u8>,
}

/// Eras and the year before their first, by the proclamations since 1868.
const ERAS: &[(&str, u32)] =
    &[("明治", 1867), ("大正", 1911), ("昭和", 1925), ("平成", 1988), ("令和", 2018)];
/// Their initials in abbreviated dates.
const INITIALS: &[(char, u32)] = &[('M', 1867), ('T', 1911), ('S', 1925), ('H', 1988), ('R', 2018)];

/// All dates of a text, in order.
pub(super) fn dates(text: &str) -> Vec<FoundDate> {
    let text = &*without_radicals(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..) {
        let Some(c) = rest.chars().next() else { break };
        match date_at(text, from) {
            Some(date) => {
                from = date.end.max(from + c.len_utf8());
                found.push(date);
            }
            None => from += c.len_utf8(),
        }
    }
    found
}

/// A date whose year stands apart from its month and day: `令和８年第24回定例会（第2号 2月25日）`, or is only
/// repeated in short: `平成14年度 会議録（14.8.5）`. Both have to stand in brackets behind the year.
pub(super) fn split_date(text: &str) -> Option<FoundDate> {
    let mut starts = text.char_indices().filter(|&(_, c)| ERAS.iter().any(|(name, _)| name.starts_with(c)));
    let (start, year, base) = starts.find_map(|(at, _)| {
        let mut cursor = Cursor { text, at };
        let year = full_era_year(&mut cursor)?;
        let (_, base) =
            ERAS.iter().find(|(name, _)| text.get(at..).is_some_and(|rest| rest.starts_with(name)))?;
        cursor.word("年")?;
        Some((at, year, *base))
    })?;
    let is_fiscal = text.get(start..)?.split('年').nth(1).is_some_and(|rest| rest.starts_with('度'));
    let open = start + text.get(start..)?.find(['（', '('])?;
    let date = |year: u32, month: u32, day: u32| {
        Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    };
    for (at, c) in text.get(open..)?.char_indices() {
        let at = open + at;
        let before = text.get(..at)?.chars().next_back();
        if narrow(c).to_digit(10).is_none() || before.is_some_and(|c| narrow(c).is_ascii_digit()) {
            continue;
        }
        let mut cursor = Cursor { text, at };
        if let Some((month, day)) = month_and_day(&mut cursor).filter(|_| !is_fiscal) {
            let end = cursor.at;
            let weekday = weekday_after(&mut cursor);
            let end = if weekday.is_some() { cursor.at } else { end };
            return Some(FoundDate { start, end, date: date(year, month, day), weekday });
        }
        let mut cursor = Cursor { text, at };
        let short = (|| {
            let short = cursor.number()?;
            let dot = cursor.take(&['.', '/', '・'])?;
            let month = cursor.number()?;
            cursor.take(&[dot])?;
            Some((short, month, cursor.number()?))
        })();
        if let Some((short, month, day)) =
            short.filter(|(short, ..)| (year..=year + 1).contains(&(base + short)))
        {
            let date = date(base + short, month, day);
            return Some(FoundDate { start: at, end: cursor.at, date, weekday: None });
        }
    }
    None
}

/// All times of day of a text, in order.
pub(super) fn times(text: &str) -> Vec<FoundTime> {
    let text = &*without_radicals(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..) {
        let Some(c) = rest.chars().next() else { break };
        match time_at(text, from) {
            Some(mut time) => {
                from = time.end.max(from + c.len_utf8());
                // 午後2時～4時: the second hour is of the same half of the day.
                let before = found.last().and_then(|before: &FoundTime| before.half);
                if let (None, Some(half)) = (time.half, before) {
                    time.half = Some(half);
                    time.hour += if time.hour < 12 { half } else { 0 };
                }
                found.push(time);
            }
            None => from += c.len_utf8(),
        }
    }
    found
}

/// A place in a text that moves only over what was expected.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn spaces(&mut self) {
        while let Some(c) = self.peek().filter(|&c| is_space(c)) {
            self.at += c.len_utf8();
        }
    }

    pub fn take(&mut self, wanted: &[char]) -> Option<char> {
        self.spaces();
        let c = self.peek()?;
        wanted.contains(&narrow(c)).then(|| {
            self.at += c.len_utf8();
            narrow(c)
        })
    }

    pub fn word(&mut self, word: &str) -> Option<()> {
        self.spaces();
        self.text.get(self.at..)?.starts_with(word).then(|| self.at += word.len())
    }

    /// A number in Arabic or kanji digits, up to 9999.
    pub fn number(&mut self) -> Option<u32> {
        self.spaces();
        let rest = self.text.get(self.at..)?;
        let mut len = 0;
        let mut arabic = 0u32;
        for c in rest.chars() {
            let Some(digit) = narrow(c).to_digit(10) else { break };
            arabic = arabic.checked_mul(10)?.checked_add(digit).filter(|&n| n <= 9999)?;
            len += c.len_utf8();
        }
        if len == 0 {
            let (value, taken) = kanji_number(rest)?;
            arabic = value;
            len = taken;
        }
        self.at += len;
        Some(arabic)
    }
}

/// `二十三` and `二〇二五`, with the bytes taken.
fn kanji_number(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut digits, mut len) = (0u32, None::<u32>, 0);
    for c in text.chars() {
        if let Some(digit) =
            "〇一二三四五六七八九".chars().position(|kanji| kanji == c || (c == '零' && kanji == '〇'))
        {
            digits =
                Some(digits.unwrap_or(0).checked_mul(10)?.checked_add(digit as u32).filter(|&n| n <= 9999)?);
        } else if let Some(unit) =
            [('十', 10), ('百', 100), ('千', 1000)].into_iter().find(|&(kanji, _)| kanji == c)
        {
            total = total.checked_add(digits.take().unwrap_or(1).checked_mul(unit.1)?)?;
        } else {
            break;
        }
        len += c.len_utf8();
    }
    let value = total.checked_add(digits.unwrap_or(0)).filter(|&n| n <= 9999)?;
    (len > 0).then_some((value, len))
}

/// The date that begins at a byte of a text.
pub(crate) fn date_at(text: &str, at: usize) -> Option<FoundDate> {
    let mut cursor = Cursor { text, at };
    let first = cursor.peek()?;
    let before = text.get(..at)?.chars().next_back();
    let (year, month, day) = era_date(&mut cursor, first, before).or_else(|| {
        cursor.at = at;
        common_date(&mut cursor, before)
    })?;
    let end = cursor.at;
    let weekday = weekday_after(&mut cursor);
    let end = if weekday.is_some() { cursor.at } else { end };
    let date = u16::try_from(year)
        .ok()
        .and_then(|year| Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?));
    Some(FoundDate { start: at, end, date, weekday })
}

/// `令和7年3月10日`, `R6.6.5`.
fn era_date(cursor: &mut Cursor, first: char, before: Option<char>) -> Option<(u32, u32, u32)> {
    let start = *cursor;
    if let Some(year) = full_era_year(cursor) {
        cursor.word("年")?;
        // 令和7年(2025年)3月: the bracket repeats the year.
        let mut bracket = *cursor;
        if bracket.take(&['(']).is_some()
            && bracket.number().is_some()
            && bracket.word("年").is_some()
            && bracket.take(&[')']).is_some()
        {
            *cursor = bracket;
        }
        let (month, day) = month_and_day(cursor)?;
        return Some((year, month, day));
    }
    *cursor = start;
    let year = short_era_year(cursor, first, before)?;
    if cursor.word("年").is_some() {
        let (month, day) = month_and_day(cursor)?;
        return Some((year, month, day));
    }
    let dot = cursor.take(&['.', '/', '・'])?;
    let month = cursor.number()?;
    cursor.take(&[dot])?;
    let day = cursor.number()?;
    Some((year, month, day))
}

/// The year of the common era of `令和7`, `平成元`, `R6`, with what stands behind left to the caller.
pub(crate) fn era_year(cursor: &mut Cursor, before: Option<char>) -> Option<u32> {
    let start = *cursor;
    full_era_year(cursor).or_else(|| {
        *cursor = start;
        let first = cursor.peek()?;
        short_era_year(cursor, first, before)
    })
}

fn full_era_year(cursor: &mut Cursor) -> Option<u32> {
    let rest = cursor.text.get(cursor.at..)?;
    let (name, base) = ERAS.iter().find(|(name, _)| rest.starts_with(name))?;
    cursor.at += name.len();
    let year = if cursor.word("元").is_some() { 1 } else { cursor.number()? };
    Some(base + year)
}

fn short_era_year(cursor: &mut Cursor, first: char, before: Option<char>) -> Option<u32> {
    let (_, base) = INITIALS.iter().find(|(initial, _)| *initial == narrow(first).to_ascii_uppercase())?;
    if before.is_some_and(|c| narrow(c).is_ascii_alphanumeric()) {
        return None;
    }
    cursor.at += first.len_utf8();
    Some(base + cursor.number().filter(|&year| year < 100)?)
}

/// `2024年11月2日`, `2019-02-20`, `2023.10.19`.
fn common_date(cursor: &mut Cursor, before: Option<char>) -> Option<(u32, u32, u32)> {
    if before.is_some_and(|c| narrow(c).is_ascii_digit())
        || !cursor.peek().is_some_and(|c| narrow(c).is_ascii_digit() || "二一".contains(c))
    {
        return None;
    }
    let year = cursor.number().filter(|year| (1868..2200).contains(year))?;
    if cursor.word("年").is_some() {
        let (month, day) = month_and_day(cursor)?;
        return Some((year, month, day));
    }
    let dot = cursor.take(&['.', '-', '/'])?;
    let month = cursor.number()?;
    cursor.take(&[dot])?;
    Some((year, month, cursor.number()?))
}

fn month_and_day(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let month = cursor.number()?;
    cursor.word("月")?;
    let day = cursor.number()?;
    cursor.word("日")?;
    Some((month, day))
}

/// `（月）`, `(木曜日)` behind a date; also without brackets as 曜日.
fn weekday_after(cursor: &mut Cursor) -> Option<Weekday> {
    let start = *cursor;
    let bracket = cursor.take(&['(', '[', '〔']);
    cursor.spaces();
    let weekday = cursor.peek().and_then(Weekday::from_kanji);
    if weekday.is_some() {
        cursor.at += cursor.peek().map_or(0, char::len_utf8);
        let named = cursor.word("曜日").or_else(|| cursor.word("曜"));
        // 令和7年(2025年・月): whatever else the bracket holds, the weekday is read.
        let closed = bracket.is_none() || cursor.take(&[')', ']', '〕', '・']).is_some();
        if closed && (bracket.is_some() || named.is_some()) {
            return weekday;
        }
    }
    *cursor = start;
    None
}

fn time_at(text: &str, at: usize) -> Option<FoundTime> {
    let mut cursor = Cursor { text, at };
    let before = text.get(..at)?.chars().next_back();
    let first = cursor.peek().filter(|&c| !is_space(c))?;
    if cursor.word("正午").is_some() {
        return Some(FoundTime { start: at, end: cursor.at, hour: 12, minute: 0, half: Some(12) });
    }
    let half = if cursor.word("午後").is_some() {
        Some(12)
    } else if cursor.word("午前").is_some() {
        Some(0)
    } else {
        None
    };
    let is_digit = narrow(first).is_ascii_digit();
    if half.is_none() && (!is_digit || before.is_some_and(|c| narrow(c).is_ascii_digit())) {
        return None;
    }
    let hour = cursor.number().filter(|&hour| hour <= 24)?;
    let minute = if cursor.word("時").is_some() {
        // 2時間 is a length, not a time.
        if cursor.peek() == Some('間') {
            return None;
        }
        minutes_after_hour(&mut cursor)
    } else {
        cursor.take(&[':'])?;
        cursor.number()?
    };
    // 午後13時30分 is printed now and then: it can only mean 13:30.
    let hour = if half == Some(12) && hour < 12 { hour + 12 } else { hour };
    (hour < 24 && minute < 60).then_some(FoundTime {
        start: at,
        end: cursor.at,
        hour: hour as u8,
        minute: minute as u8,
        half: half.map(|half| half as u8),
    })
}

fn minutes_after_hour(cursor: &mut Cursor) -> u32 {
    let start = *cursor;
    if cursor.word("半").is_some() {
        return 30;
    }
    match (cursor.number(), cursor.word("分")) {
        (Some(minute), Some(())) => minute,
        _ => {
            *cursor = start;
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_date(text: &str, expect: &[(&str, Option<&str>, Option<char>)]) {
        let found: Vec<_> = dates(text)
            .into_iter()
            .map(|found| {
                (&text[found.start..found.end], found.date.map(Date::iso), found.weekday.map(Weekday::kanji))
            })
            .collect();
        let found: Vec<_> = found.iter().map(|(words, iso, day)| (*words, iso.as_deref(), *day)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn dates_are_read_in_every_form() {
        check_date("令和7年3月10日（月）午後", &[("令和7年3月10日（月）", Some("2025-03-10"), Some('月'))]);
        check_date("令和 元年 ５月 １日", &[("令和 元年 ５月 １日", Some("2019-05-01"), None)]);
        check_date(
            "平成二十三年十二月十二日（月曜日）",
            &[("平成二十三年十二月十二日（月曜日）", Some("2011-12-12"), Some('月'))],
        );
        check_date("二〇二五年三月十日", &[("二〇二五年三月十日", Some("2025-03-10"), None)]);
        check_date("2024年11月2日(土)14:00", &[("2024年11月2日(土)", Some("2024-11-02"), Some('土'))]);
        check_date(
            "2019-02-20と2023.10.19",
            &[("2019-02-20", Some("2019-02-20"), None), ("2023.10.19", Some("2023-10-19"), None)],
        );
        check_date("Ｒ６．６．５（水）", &[("Ｒ６．６．５（水）", Some("2024-06-05"), Some('水'))]);
        check_date(
            "令和7年(2025年)1月24日(金)",
            &[("令和7年(2025年)1月24日(金)", Some("2025-01-24"), Some('金'))],
        );
    }

    #[test]
    fn a_day_that_does_not_exist_is_found_and_has_no_date() {
        check_date("令和６年２月３０日", &[("令和６年２月３０日", None, None)]);
        check_date("2024-258-2", &[("2024-258-2", None, None)]);
    }

    #[test]
    fn fiscal_years_and_numbers_are_no_dates() {
        check_date("令和6年度第2回", &[]);
        check_date("平成26年度から令和5年度まで", &[]);
        check_date("0192-44-2222", &[]);
    }

    #[track_caller]
    fn check_time(text: &str, expect: &[(u8, u8)]) {
        let found: Vec<_> = times(text).iter().map(|time| (time.hour, time.minute)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn times_are_read_in_every_form() {
        check_time("午後2時から午後3時30分まで", &[(14, 0), (15, 30)]);
        check_time("13:30～15:00", &[(13, 30), (15, 0)]);
        check_time("18時30分~20時10分", &[(18, 30), (20, 10)]);
        check_time("午後零時三十分", &[(12, 30)]);
        check_time("午後0時15分", &[(12, 15)]);
        check_time("午後13時30分", &[(13, 30)]);
        check_time("午前10時半", &[(10, 30)]);
        check_time("午後2時～4時", &[(14, 0), (16, 0)]);
        check_time("午後1時30分から3時まで", &[(13, 30), (15, 0)]);
        check_time("午後12時10分～1時", &[(12, 10), (13, 0)]);
        check_time("午前10時～正午", &[(10, 0), (12, 0)]);
        check_time("2時間後に", &[]);
        check_time("令和7年3月10日", &[]);
    }
}
