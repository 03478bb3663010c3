//! The words of the viewer, and how numbers, days and lengths are written for readers.

use std::collections::BTreeSet;

#[cfg(feature = "opens")]
use kaigiroku::app::words::DeskMsg;
#[cfg(feature = "shelf")]
use kaigiroku::app::words::ShelfMsg;
use kaigiroku::app::words::{Lang, Msg, Text, about_chars, day, one_line, percent, unspaced};
use kaigiroku::chars::{grouped, is_kana, is_kanji};
use kaigiroku::diagnostics::{Diagnostic, Finding};
use kaigiroku::model::{Date, MeetingDate, Weekday};
use kaigiroku::source::{Source, TextRange};
use proptest::prelude::*;

#[test]
fn a_day_is_written_in_both_calendars() {
    let check = |(year, month, date), printed: Option<Weekday>, expect: &str| {
        let date = Date::new(year, month, date).expect("a day");
        let printed = MeetingDate { date, weekday: printed, evidence: TextRange::default() };
        assert_eq!(day(Lang::Ja, &printed), expect);
    };
    check((2025, 3, 10), Some(Weekday::Monday), "2025年3月10日（令和7年・月）");
    check((2019, 5, 1), None, "2019年5月1日（令和元年・水）");
    check((2019, 4, 30), None, "2019年4月30日（平成31年・火）");
    check((1989, 1, 7), None, "1989年1月7日（昭和64年・土）");
    check((1926, 12, 24), None, "1926年12月24日（大正15年・金）");
    check((1900, 1, 1), None, "1900年1月1日（明治33年・月）");
    check((1850, 1, 1), None, "1850年1月1日（火）");
    check((2025, 3, 10), Some(Weekday::Friday), "2025年3月10日（令和7年・金）");
}

#[test]
fn a_day_is_written_in_english() {
    let check = |(year, month, date), printed: Option<Weekday>, expect: &str| {
        let date = Date::new(year, month, date).expect("a day");
        let printed = MeetingDate { date, weekday: printed, evidence: TextRange::default() };
        assert_eq!(day(Lang::En, &printed), expect);
    };
    check((2025, 3, 10), None, "10 March 2025 (Mon)");
    check((2025, 12, 1), Some(Weekday::Friday), "1 December 2025 (Fri)");
}

#[test]
fn a_length_is_as_exact_as_a_reader_needs() {
    let check = |n_chars, ja: &str, en: &str| {
        assert_eq!([Lang::Ja, Lang::En].map(|lang| about_chars(lang, n_chars)), [ja, en]);
    };
    check(0, "0字", "0 characters");
    check(1, "1字", "1 character");
    check(99, "99字", "99 characters");
    check(104, "約100字", "about 100 characters");
    check(1_750, "約1,800字", "about 1,800 characters");
    check(446_499, "約446,000字", "about 446,000 characters");
}

#[test]
fn words_are_cleaned() {
    assert_eq!(one_line(" 第3回\r\n 検討会　会議録 "), "第3回 検討会 会議録");
    assert_eq!(unspaced("議　　題"), "議題");
    assert_eq!(unspaced("会 場 Web 会議 room 2"), "会場 Web 会議 room 2");
}

#[test]
fn words_in_question_stand_on_one_line_and_are_cut_by_character() {
    let check = |text: &str, expect: &str| {
        let source = Source::new(text);
        assert_eq!(Diagnostic::new(Finding::Unrecognised, source.range()).words(&source), expect);
    };
    check("設定に\n\n 　ついて\r\n", "設定に／ついて");
    check("  東野  \u{1b}[31m市", "東野 [31m市");
    check(&"あ".repeat(40), &"あ".repeat(40));
    check(&"あ".repeat(41), &format!("{}…", "あ".repeat(40)));
}

fn has_japanese(text: &str) -> bool {
    text.contains(|c: char| is_kana(c) || is_kanji(c))
}

/// A text without the names in braces.
fn without_names(text: &str) -> String {
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}

/// The names in braces, of each form of a text.
fn placeholders(text: &str) -> Vec<BTreeSet<&str>> {
    fn names(form: &str) -> BTreeSet<&str> {
        form.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
    }
    text.split('|').map(names).collect()
}

/// Every text of every table, with its name.
fn texts() -> Vec<(String, [&'static str; 2])> {
    fn of<T: Text + std::fmt::Debug>(table: &str, all: &[T]) -> Vec<(String, [&'static str; 2])> {
        all.iter().map(|msg| (format!("{table}::{msg:?}"), msg.texts())).collect()
    }
    let mut texts = of("Msg", Msg::ALL);
    #[cfg(feature = "shelf")]
    texts.extend(of("ShelfMsg", ShelfMsg::ALL));
    #[cfg(feature = "opens")]
    texts.extend(of("DeskMsg", DeskMsg::ALL));
    texts
}

#[test]
fn every_text_is_there_in_both_languages() {
    for (msg, [ja, en]) in texts() {
        // Proper names stand in letters of their own.
        let is_name = msg.starts_with("DeskMsg::");
        assert!(!ja.trim_matches(' ').is_empty() && !en.trim().is_empty(), "{msg}");
        assert!(
            has_japanese(ja) || is_name || !without_names(ja).contains(char::is_alphabetic),
            "{msg}: {ja}"
        );
        // What may be typed is shown as it is typed, in Japanese.
        let is_typed = msg.starts_with("Msg::Sign") && !msg.ends_with("Means");
        assert!(!has_japanese(en) || is_typed, "{msg}: {en}");
        let [of_ja] = &placeholders(ja)[..] else { panic!("{msg}: Japanese has one form") };
        let of_en = placeholders(en);
        assert!(of_en.len() == 1 || of_en.len() == 2 && of_ja.contains("n"), "{msg}: {en}");
        assert!(of_en.iter().all(|names| names == of_ja), "{msg}: {ja} {en}");
    }
}

#[test]
fn every_text_is_used() {
    let source = crate::tidy::code();
    let is_used = |name: &str| {
        source.match_indices(name).any(|(at, _)| {
            !source[at + name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
                && !source[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
        })
    };
    let idle: Vec<String> = texts().into_iter().map(|(msg, _)| msg).filter(|msg| !is_used(msg)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn a_text_is_filled_in_once() {
    let chars = |lang: Lang, n: &str| lang.fill(Msg::NChars, &[("n", n)]);
    assert_eq!(chars(Lang::Ja, "{n}|{m}"), "{n}|{m}字");
    assert_eq!(chars(Lang::En, "{n}|{m}"), "{n}|{m} characters");
    assert_eq!(chars(Lang::En, "1"), "1 character");
    assert_eq!(Lang::En.count(Msg::NChars, 1_000), "1,000 characters");
    assert_eq!(Lang::Ja.around(Msg::OnlySpeechesOf), ("「", "」の発言だけを表示 "));
    assert_eq!(Lang::Ja.around(Msg::Untitled), ("会議録", ""));
}

proptest! {
    #[test]
    fn a_grouped_number_keeps_its_digits(number: usize) {
        prop_assert_eq!(grouped(number).replace(',', ""), number.to_string());
    }

    #[test]
    fn a_share_is_nothing_only_for_nothing(part in 0_usize..10_000, rest in 0_usize..10_000) {
        let share = percent(part, part + rest);
        prop_assert_eq!(share == 0, part == 0);
        prop_assert!(share <= 100);
    }
}
