//! What is listed beside the text: promises, figures, dates, the agenda with the discussion, the roll.

use std::fmt::Write;

use expect_test::{Expect, expect};
use kaigiroku::app::Document;
use kaigiroku::app::ledger::{LedgerRow, Place};
use kaigiroku::app::screen::{Screen, compose};
use kaigiroku::app::state::Action;
use kaigiroku::app::words::{Lang, is_common_era, other_calendar};
use kaigiroku::filter::Choice;
use kaigiroku::insight::DateMention;
use kaigiroku::model::{AgendaId, Minutes, Role};

use crate::app::after;
use crate::drawing::head;
use crate::hand::Hand;
use crate::sample_text::market;
use crate::seed::seed;

fn place(place: &Place) -> String {
    match place.speech {
        Some(speech) => format!("{} {}", place.label, speech.0 + 1),
        None => format!("{}行", place.line),
    }
}

fn row(row: &LedgerRow) -> String {
    let words = |part: &kaigiroku::app::ledger::Excerpt| {
        if part.marked { format!("[{}]", part.text) } else { part.text.clone() }
    };
    let words: String = row.words.iter().map(words).collect();
    format!("{words}　{}・{}", row.about, place(&row.place))
}

fn ledger(document: &Document) -> String {
    let mut out = String::new();
    for promise in &document.ledger.commitments {
        let _ = writeln!(out, "宿題 {}", row(promise));
    }
    for figures in &document.ledger.figures {
        let _ = writeln!(out, "数字 {}", row(figures));
    }
    for date in &document.ledger.dates {
        let other = other_calendar(Lang::Ja, &date.date, date.is_common_era);
        let places: Vec<String> = date.places.iter().map(place).collect();
        let _ = writeln!(out, "日付 {} = {}　{}", date.printed, other.unwrap_or_default(), places.join("、"));
    }
    out
}

#[test]
fn the_seed_promises_three_things() {
    expect![[r#""#]].assert_eq(&ledger(&Document::new(seed())));
}

#[test]
fn the_market_lists_what_was_said_of_it() {
    expect![[r#""#]].assert_eq(&ledger(&market()));
}

#[test]
fn sentences_are_listed_as_they_read() {
    let mut hand = Hand::new();
    hand.narrative("会場の席は 120席、うち30席を|車いす用とした。");
    hand.plain("資料　令和五年度　利用者 2,500人\n");
    hand.speech(
        "事務局",
        Role::Secretariat,
        &["遠くの町からの来訪が続いており、駅から会場までの道を|歩きやすくしてほしいという声も多く寄せられているので、歩道を‖広げることを検討してまいります。"],
    );
    expect![[r#""#]].assert_eq(&ledger(&hand.finish()));
}

fn record(document: &Document, actions: impl IntoIterator<Item = Action>) -> String {
    let screen: Screen = compose(document, &after(document, actions));
    let lines = head(&screen);
    let lines = lines.lines().skip_while(|line| !line.contains('→'));
    let until = lines.take_while(|line| !line.starts_with("要確認") && !line.starts_with("原文"));
    until.map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_agenda_stands_beside_what_was_discussed() {
    expect![[r#""#]].assert_eq(&record(&Document::new(seed()), []));
    expect![[r#""#]].assert_eq(&record(&market(), []));
}

#[test]
fn an_item_of_the_agenda_can_be_filtered_to() {
    let chosen = [Action::Toggle(Choice::Agenda(AgendaId(2)))];
    let text = record(&market(), chosen);
    assert!(text.contains("*イ 冷蔵庫の更新について"), "{text}");
}

#[test]
fn headings_are_loose_only_beside_an_agenda() {
    let document = Document::new(Minutes::of("(1) 開会\n\n会長　開きます。\n"));
    assert_eq!(compose(&document, &after(&document, [])).loose_topics, []);
}

/// The date in the calendar in which it is not printed.
#[track_caller]
fn check(lang: Lang, printed: &str, expect: Expect) {
    let mut hand = Hand::new();
    hand.speech("事務局", Role::Secretariat, &[printed]);
    let document = hand.finish();
    let date: DateMention = document.insight.dates[0];
    let other = other_calendar(lang, &date, is_common_era(printed, &date));
    expect.assert_eq(&other.unwrap_or_default());
}

#[test]
fn a_date_is_told_in_the_other_calendar() {
    check(Lang::Ja, "令和6年度", expect![""]);
    check(Lang::Ja, "2025年3月", expect![""]);
    check(Lang::Ja, "２０２５年", expect![""]);
    check(Lang::Ja, "平成31年4月30日", expect![""]);
    check(Lang::Ja, "2019年5月1日", expect![""]);
    check(Lang::En, "2025年3月", expect![""]);
    check(Lang::En, "令和6年度", expect![""]);
    check(Lang::En, "2024年度", expect![""]);
    check(Lang::En, "令和6年12月4日", expect![""]);
}

#[test]
fn a_year_in_which_an_era_ended_has_two_names() {
    check(Lang::Ja, "2019年", expect![""]);
    check(Lang::Ja, "2019年度", expect![""]);
    check(Lang::Ja, "1989年1月", expect![""]);
}

#[test]
fn a_date_without_a_year_has_no_other_calendar() {
    check(Lang::Ja, "3月10日", expect![""]);
}
