//! The words of the viewer in each language, and the way in which numbers, days and lengths are written.
//!
//! 1. `table` holds every text twice, under one name: a [`Msg`]. Those of the opening desk stand in `desk`,
//!    those of a shelf in `shelf`, so that no file of one meeting carries them.
//! 2. [`Lang::t`] gives the text, [`Lang::fill`] fills in what varies, [`Lang::count`] a number.
//!
//! A new text is one line of a table. No other file of `view` or `screen` holds Japanese.
//!
//! May live here: how texts are chosen and filled; ways of writing that several parts of the screen
//! share. May not: the sentences of findings (`diagnostics`).

#[cfg(feature = "opens")]
mod desk;
#[cfg(feature = "shelf")]
mod shelf;
mod table;

use crate::chars;
use crate::insight::{DateMention, Kind};
use crate::model::{Date, MeetingDate, Role, Weekday};
use crate::search::Scope;

pub use crate::diagnostics::Lang;
#[cfg(feature = "opens")]
pub use desk::DeskMsg;
#[cfg(feature = "shelf")]
pub use shelf::ShelfMsg;
pub use table::Msg;

/// A text of a table: its Japanese, its English.
pub trait Text: Copy {
    /// Both.
    fn texts(self) -> [&'static str; 2];
}

/// Makes a table of texts from lines `Name: "日本語", "English";`.
macro_rules! messages {
    ($table:ident: $($name:ident: $ja:literal, $en:literal;)*) => {
        /// A text; its Japanese and its English stand beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $table {
            $(#[doc = concat!($ja, " / ", $en)] $name,)*
        }

        impl $table {
            /// Every text.
            pub const ALL: &[$table] = &[$($table::$name),*];

            /// Its Japanese and its English, in the order of `ALL`.
            const TEXTS: &[[&str; 2]] = &[$([$ja, $en]),*];
        }

        impl $crate::app::words::Text for $table {
            fn texts(self) -> [&'static str; 2] {
                $table::TEXTS.get(self as usize).copied().unwrap_or_default()
            }
        }
    };
}
use messages;

impl Lang {
    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::Ja => "日本語",
            Lang::En => "English",
        }
    }

    /// The text as it stands.
    pub fn t(self, text: impl Text) -> &'static str {
        let [ja, en] = text.texts();
        if self == Lang::Ja { ja } else { en }
    }

    /// The text with each `{name}` replaced by its value. Of a text `one|many` the first form is
    /// taken where `n` is 1.
    pub fn fill(self, text: impl Text, values: &[(&str, &str)]) -> String {
        filled(self.t(text), values)
    }

    /// What stands before and after the gap of a text, where what fills it is no mere words: a tag
    /// that says in which language it is.
    pub fn around(self, text: impl Text) -> (&'static str, &'static str) {
        let text = self.t(text);
        let gap = text.split_once('{').and_then(|(before, from)| Some((before, from.split_once('}')?.1)));
        gap.unwrap_or((text, ""))
    }

    /// The text with `{n}` replaced by a number, its digits grouped.
    pub fn count(self, text: impl Text, n: usize) -> String {
        self.fill(text, &[("n", &chars::grouped(n))])
    }
}

fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let value = |name: &str| values.iter().find(|(of, _)| *of == name).map_or("", |(_, value)| value);
    let mut rest = match text.split_once('|') {
        Some((one, many)) => {
            if value("n") == "1" {
                one
            } else {
                many
            }
        }
        None => text,
    };
    let mut out = String::new();
    // In one pass: a value may hold braces of its own.
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, from)| Some((before, from.split_once('}')?)))
    {
        out.push_str(before);
        out.push_str(value(name));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What an entry of the roll may hold besides names, parts and posts: it is said in other words, or
/// goes without saying.
pub const COURTESIES: [&str; 5] = ["代理", "君", "氏", "様", "さん"];

/// The language of a stretch of the minutes, where it is not that of the page around it.
pub fn minutes_lang(lang: Lang) -> Option<&'static str> {
    (lang != Lang::Ja).then_some(Lang::Ja.key())
}

/// The language of words of ours, where it is not that of the file.
pub fn page_lang(lang: Lang) -> Option<&'static str> {
    (lang != Lang::Ja).then_some(lang.key())
}

/// The name of a role.
pub fn role_name(role: Role) -> Msg {
    match role {
        Role::Chair => Msg::RoleChair,
        Role::Member => Msg::RoleMember,
        Role::Secretariat => Msg::RoleSecretariat,
        Role::Guest => Msg::RoleGuest,
        Role::Other => Msg::RoleOther,
    }
}

/// The one character of a role's badge.
pub fn role_badge(role: Role) -> Msg {
    match role {
        Role::Chair => Msg::BadgeChair,
        Role::Member => Msg::BadgeMember,
        Role::Secretariat => Msg::BadgeSecretariat,
        Role::Guest => Msg::BadgeGuest,
        Role::Other => Msg::BadgeOther,
    }
}

/// The name of a kind of speech.
pub fn kind_name(kind: Kind) -> Msg {
    match kind {
        Kind::Question => Msg::KindQuestion,
        Kind::Answer => Msg::KindAnswer,
        Kind::Opinion => Msg::KindOpinion,
        Kind::Explanation => Msg::KindExplanation,
        Kind::Procedure => Msg::KindProcedure,
    }
}

/// The one character of a kind's badge.
pub fn kind_badge(kind: Kind) -> Msg {
    match kind {
        Kind::Question => Msg::BadgeQuestion,
        Kind::Answer => Msg::BadgeAnswer,
        Kind::Opinion => Msg::BadgeOpinion,
        Kind::Explanation => Msg::BadgeExplanation,
        Kind::Procedure => Msg::BadgeProcedure,
    }
}

/// The name of a scope.
pub fn scope_name(scope: Scope) -> Msg {
    match scope {
        Scope::Sentence => Msg::ScopeSentence,
        Scope::Speech => Msg::ScopeSpeech,
        Scope::Exchange => Msg::ScopeExchange,
        Scope::Topic => Msg::ScopeTopic,
        Scope::Meeting => Msg::ScopeMeeting,
    }
}

/// `2025年3月10日（令和7年・月）`, `10 March 2025 (Mon)`. The weekday is the printed one where there is
/// one, right or wrong.
pub fn day(lang: Lang, printed: &MeetingDate) -> String {
    day_of(lang, printed.date, printed.weekday.unwrap_or_else(|| printed.date.weekday()))
}

/// The same of a day whose weekday is not printed, or does not matter.
#[cfg(feature = "shelf")]
pub fn plain_day(lang: Lang, date: Date) -> String {
    day_of(lang, date, date.weekday())
}

fn day_of(lang: Lang, date: Date, weekday: Weekday) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let Date { year, month, day } = date;
    if lang == Lang::En {
        let month = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)).unwrap_or(&"");
        return format!("{day} {month} {year} ({})", weekday.english().get(..3).unwrap_or_default());
    }
    let weekday = weekday.kanji();
    match era_year(lang, date) {
        Some(era) => format!("{year}年{month}月{day}日（{era}・{weekday}）"),
        None => format!("{year}年{month}月{day}日（{weekday}）"),
    }
}

/// The eras since the calendar became this one in 明治 6, the last first, each with its first day.
const ERAS: [(&str, &str, Date); 5] = [
    ("令和", "Reiwa", Date { year: 2019, month: 5, day: 1 }),
    ("平成", "Heisei", Date { year: 1989, month: 1, day: 8 }),
    ("昭和", "Showa", Date { year: 1926, month: 12, day: 25 }),
    ("大正", "Taisho", Date { year: 1912, month: 7, day: 30 }),
    ("明治", "Meiji", Date { year: 1873, month: 1, day: 1 }),
];

/// The year in which 明治 began.
const MEIJI: u16 = 1868;

/// 令和7年; the first year of an era is 元年. Nothing before 明治 6, when the calendar became this one.
fn era_year(lang: Lang, date: Date) -> Option<String> {
    let begun = |(_, _, first): &(&str, &str, Date)| {
        (date.year, date.month, date.day) >= (first.year, first.month, first.day)
    };
    let (era, romanised, first) = ERAS.into_iter().find(begun)?;
    let first = if first.year == 1873 { MEIJI } else { first.year };
    Some(match (lang, date.year - first + 1) {
        (Lang::En, year) => format!("{romanised} {year}"),
        (Lang::Ja, 1) => format!("{era}元年"),
        (Lang::Ja, year) => format!("{era}{year}年"),
    })
}

/// 2024年度（令和6年度）. The year in which an era ended has two names of its own.
#[cfg(feature = "shelf")]
pub fn fiscal_year(lang: Lang, year: u16) -> String {
    let year_text = lang.fill(Msg::FiscalYear, &[("year", &year.to_string())]);
    let eras = [(4, 1), (12, 31)].map(|(month, day)| era_year(lang, Date { year, month, day }));
    let [Some(first), Some(last)] = eras else { return year_text };
    let named = |era: &String| lang.fill(Msg::EraFiscalYear, &[("era", era)]);
    let both = if first == last { vec![named(&first)] } else { vec![named(&first), named(&last)] };
    lang.fill(ShelfMsg::YearAndEra, &[("year", &year_text), ("era", &both.join(lang.t(Msg::BetweenMembers)))])
}

/// Whether a date as printed tells its year in the common era.
pub fn is_common_era(printed: &str, date: &DateMention) -> bool {
    let narrow: String = printed.chars().map(chars::narrow).collect();
    date.year.is_some_and(|year| narrow.contains(&year.to_string()))
}

/// A date in the calendar in which it is not printed: 2024年度 for 令和6年度, 令和7年3月 for 2025年3月.
/// Nothing where the year is not printed.
pub fn other_calendar(lang: Lang, date: &DateMention, is_common_era: bool) -> Option<String> {
    let year = date.year?;
    let year_text = year.to_string();
    let (month, day) = (date.month.unwrap_or(0).to_string(), date.day.unwrap_or(0).to_string());
    if !is_common_era {
        let msg = match (date.fiscal, date.month, date.day) {
            (true, ..) => Msg::FiscalYear,
            (_, Some(_), Some(_)) => Msg::YearMonthDay,
            (_, Some(_), None) => Msg::YearMonth,
            (_, None, _) => Msg::YearAlone,
        };
        return Some(lang.fill(msg, &[("year", &year_text), ("month", &month), ("day", &day)]));
    }
    // A year or a month in which an era ended has two names.
    let (first, last) = match (date.fiscal, date.month, date.day) {
        (true, ..) => ((4, 1), (12, 31)),
        (_, Some(month), Some(day)) => ((month, day), (month, day)),
        (_, Some(month), None) => ((month, 1), (month, 28)),
        (_, None, _) => ((1, 1), (12, 31)),
    };
    let era = |(month, day)| era_year(lang, Date { year, month, day });
    let (first, last) = (era(first)?, era(last)?);
    let named = |era: String| match (date.fiscal, date.month, date.day) {
        (true, ..) => lang.fill(Msg::EraFiscalYear, &[("era", &era)]),
        (_, Some(_), Some(_)) => {
            lang.fill(Msg::EraMonthDay, &[("era", &era), ("month", &month), ("day", &day)])
        }
        (_, Some(_), None) => lang.fill(Msg::EraMonth, &[("era", &era), ("month", &month)]),
        (_, None, _) => era,
    };
    let both = if first == last { vec![named(first)] } else { vec![named(first), named(last)] };
    Some(both.join(lang.t(Msg::BetweenMembers)))
}

/// 約1,800字; a short text is counted to the character.
pub fn about_chars(lang: Lang, n_chars: usize) -> String {
    let about = |unit: usize| lang.count(Msg::AboutNChars, n_chars.saturating_add(unit / 2) / unit * unit);
    match n_chars {
        0..100 => lang.count(Msg::NChars, n_chars),
        100..1000 => about(10),
        1000..100_000 => about(100),
        _ => about(1000),
    }
}

/// `850 B`, `12 KB`, `1.3 MB`: 1 KB is 1000 bytes, as file managers count. What is not whole is rounded up.
pub fn file_size(n_bytes: u64) -> String {
    match n_bytes {
        0..1000 => format!("{n_bytes} B"),
        1000..1_000_000 => format!("{} KB", n_bytes.div_ceil(1000)),
        _ => {
            let tenths = n_bytes.div_ceil(100_000);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
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
