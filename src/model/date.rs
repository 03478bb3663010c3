//! Days, weekdays and times of day, as minutes need them: civil, without zones.
//!
//! May live here: the calendar. May not: how dates are printed (`reading`), what day it is today.

use crate::source::TextRange;

/// A day of the Gregorian calendar that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Common era.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weekday {
    /// 月
    Monday,
    /// 火
    Tuesday,
    /// 水
    Wednesday,
    /// 木
    Thursday,
    /// 金
    Friday,
    /// 土
    Saturday,
    /// 日
    Sunday,
}

/// The day of the meeting and how it was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingDate {
    /// The day.
    pub date: Date,
    /// The weekday printed beside it; it may be wrong, and then is not corrected.
    pub weekday: Option<Weekday>,
    /// The words it was read from.
    pub evidence: TextRange,
}

/// A time of day and how it was printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// The words it was read from.
    pub evidence: TextRange,
}

impl Date {
    /// The day, if there is such a day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Date { year, month, day })
    }

    /// Its weekday, by Sakamoto's congruence.
    pub fn weekday(self) -> Weekday {
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = u32::from(self.year) - u32::from(self.month < 3);
        let shift = SHIFT.get(usize::from(self.month) - 1).copied().unwrap_or(0);
        let from_sunday = (year + year / 4 - year / 100 + year / 400 + shift + u32::from(self.day)) % 7;
        match from_sunday {
            0 => Weekday::Sunday,
            1 => Weekday::Monday,
            2 => Weekday::Tuesday,
            3 => Weekday::Wednesday,
            4 => Weekday::Thursday,
            5 => Weekday::Friday,
            _ => Weekday::Saturday,
        }
    }

    /// `2025-03-10` (ISO 8601).
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Weekday {
    /// From Monday to Sunday.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// 月 to 日.
    pub fn kanji(self) -> char {
        match self {
            Weekday::Monday => '月',
            Weekday::Tuesday => '火',
            Weekday::Wednesday => '水',
            Weekday::Thursday => '木',
            Weekday::Friday => '金',
            Weekday::Saturday => '土',
            Weekday::Sunday => '日',
        }
    }

    /// Monday to Sunday.
    pub fn english(self) -> &'static str {
        match self {
            Weekday::Monday => "Monday",
            Weekday::Tuesday => "Tuesday",
            Weekday::Wednesday => "Wednesday",
            Weekday::Thursday => "Thursday",
            Weekday::Friday => "Friday",
            Weekday::Saturday => "Saturday",
            Weekday::Sunday => "Sunday",
        }
    }

    /// The weekday that a kanji stands for.
    pub fn from_kanji(kanji: char) -> Option<Weekday> {
        Weekday::ALL.into_iter().find(|weekday| weekday.kanji() == kanji)
    }
}

impl Clock {
    /// `14:00`.
    pub fn iso(&self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }
}
