//! The words of the viewer in each language, and the way in which numbers, days and lengths are written.
//!
//! 1. `table` holds every text twice, under one name: a [`Msg`].
//! 2. [`Lang::t`] gives the text, [`Lang::fill`] fills in what varies, [`Lang::count`] a number.
//!
//! A new text is one line of the table. No other file of `view` or `screen` holds Japanese.
//!
//! May live here: how texts are chosen and filled; ways of writing that several parts of the screen
//! share. May not: the sentences of findings (`diagnostics`).

mod table;

use crate::chars;
use crate::insight::Kind;
use crate::model::{Date, MeetingDate, Role};
use crate::search::Scope;

pub use crate::diagnostics::Lang;
pub use table::Msg;

/// Makes [`Msg`] and the table of its texts from lines `Name: "日本語", "English";`.
macro_rules! messages {
    ($($name:ident: $ja:literal, $en:literal;)*) => {
        /// A text of the viewer; its Japanese and its English stand beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Msg {
            $(#[doc = concat!($ja, " / ", $en)] $name,)*
        }

        impl Msg {
            /// Every text.
            pub const ALL: &[Msg] = &[$(Msg::$name),*];

            /// Its Japanese and its English, in the order of [`Msg::ALL`].
            pub(super) const TEXTS: &[[&str; 2]] = &[$([$ja, $en]),*];
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
    pub fn t(self, msg: Msg) -> &'static str {
        let [ja, en] = Msg::TEXTS.get(msg as usize).copied().unwrap_or_default();
        if self == Lang::Ja { ja } else { en }
    }

    /// The text with each `{name}` replaced by its value. Of a text `one|many` the first form is
    /// taken where `n` is 1.
    pub fn fill(self, msg: Msg, values: &[(&str, &str)]) -> String {
        let value = |name: &str| values.iter().find(|(of, _)| *of == name).map_or("", |(_, value)| value);
        let text = self.t(msg);
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

    /// What stands before and after the gap of a text, where what fills it is no mere words: a tag
    /// that says in which language it is.
    pub fn around(self, msg: Msg) -> (&'static str, &'static str) {
        let text = self.t(msg);
        let gap = text.split_once('{').and_then(|(before, from)| Some((before, from.split_once('}')?.1)));
        gap.unwrap_or((text, ""))
    }

    /// The text with `{n}` replaced by a number, its digits grouped.
    pub fn count(self, msg: Msg, n: usize) -> String {
        self.fill(msg, &[("n", &chars::grouped(n))])
    }
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
    let Date { year, month, day } = printed.date;
    let weekday = printed.weekday.unwrap_or_else(|| printed.date.weekday());
    if lang == Lang::En {
        let month = usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)).unwrap_or(&"");
        return format!("{day} {month} {year} ({})", weekday.english().get(..3).unwrap_or_default());
    }
    let weekday = weekday.kanji();
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
pub fn about_chars(lang: Lang, n_chars: usize) -> String {
    let about = |unit: usize| lang.count(Msg::AboutNChars, n_chars.saturating_add(unit / 2) / unit * unit);
    match n_chars {
        0..100 => lang.count(Msg::NChars, n_chars),
        100..1000 => about(10),
        1000..100_000 => about(100),
        _ => about(1000),
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
