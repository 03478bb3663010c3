//! How numbers, days and lengths are written for readers.

use kaigiroku::app::words::{about_chars, day, one_line, percent, unspaced};
use kaigiroku::chars::grouped;
use kaigiroku::diagnostics::{Diagnostic, Finding};
use kaigiroku::model::{Date, MeetingDate, Weekday};
use kaigiroku::source::{Source, TextRange};
use proptest::prelude::*;

#[test]
fn a_day_is_written_in_both_calendars() {
    let check = |(year, month, date), printed: Option<Weekday>, expect: &str| {
        let date = Date::new(year, month, date).expect("a day");
        assert_eq!(day(&MeetingDate { date, weekday: printed, evidence: TextRange::default() }), expect);
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
fn a_length_is_as_exact_as_a_reader_needs() {
    let check = |n_chars, expect: &str| assert_eq!(about_chars(n_chars), expect);
    check(0, "0字");
    check(99, "99字");
    check(104, "約100字");
    check(1_750, "約1,800字");
    check(446_499, "約446,000字");
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
