//! Threads: what ties meetings of one council, and what does not.

use expect_test::{Expect, expect};
use kaigiroku::model::Minutes;
use kaigiroku::shelf::{Shelf, Tie};
use proptest::prelude::*;

use crate::shelf::{meeting, meetings};

/// A meeting that is counted in its title, with a day and what is said.
type Given<'a> = (&'a str, &'a str, &'a str);

fn shelf(given: &[Given]) -> (Shelf, Vec<(String, Minutes)>) {
    let said = |words: &str| format!("（委員長）\n{words}\n");
    let meetings: Vec<_> = given
        .iter()
        .enumerate()
        .map(|(at, (title, day, words))| (format!("{at}.txt"), meeting(title, day, &said(words))))
        .collect();
    (Shelf::of(&meetings), meetings)
}

/// `words → title`, a line for each reference.
#[track_caller]
fn check_references(given: &[Given], expected: Expect) {
    let (shelf, _) = shelf(given);
    let title = |id| shelf.entry(id).map_or("", |entry| entry.title.as_str());
    let line = |reference: &kaigiroku::shelf::Reference| {
        let to = reference.to.map_or("?", title);
        format!("{}: {} → {to}\n", title(reference.entry), reference.words)
    };
    expected.assert_eq(&shelf.references.iter().map(line).collect::<String>());
}

const FIRST: Given = ("令和6年度第1回 環境審議会", "令和6年5月1日", "開会します。");

#[test]
fn the_meeting_before_is_the_one_whose_number_is_one_less() {
    let said = "前回の会議で示した案です。前々回の審議会の資料もあります。";
    let second = ("令和6年度第2回 環境審議会", "令和6年8月1日", said);
    check_references(
        &[FIRST, second],
        expect![[r#"
        令和6年度第2回 環境審議会: 前回の会議 → 令和6年度第1回 環境審議会
        令和6年度第2回 環境審議会: 前々回の審議会 → ?
    "#]],
    );
    let third = ("令和6年度第3回 環境審議会", "令和6年11月1日", said);
    check_references(
        &[FIRST, third],
        expect![[r#"
        令和6年度第3回 環境審議会: 前回の会議 → ?
        令和6年度第3回 環境審議会: 前々回の審議会 → 令和6年度第1回 環境審議会
    "#]],
    );
}

#[test]
fn without_a_number_that_proves_it_nothing_is_the_meeting_before() {
    let said = "前回の御意見を踏まえました。";
    check_references(
        &[FIRST, ("環境審議会", "令和6年8月1日", said)],
        expect![[r#"
        環境審議会: 前回の御意見 → ?
    "#]],
    );
    check_references(
        &[FIRST, ("令和7年度第1回 環境審議会", "令和7年5月1日", said)],
        expect![[r#"
        令和7年度第1回 環境審議会: 前回の御意見 → ?
    "#]],
    );
    let earlier = ("令和6年度第2回 環境審議会", "令和6年4月2日", said);
    check_references(
        &[FIRST, earlier],
        expect![[r#"
        令和6年度第2回 環境審議会: 前回の御意見 → ?
    "#]],
    );
    let other = ("令和6年度第2回 図書館協議会", "令和6年8月1日", said);
    check_references(
        &[FIRST, other],
        expect![[r#"
        令和6年度第2回 図書館協議会: 前回の御意見 → ?
    "#]],
    );
    let twice = ("令和6年度第1回 環境審議会", "令和6年5月2日", "続けます。");
    check_references(
        &[FIRST, twice, ("令和6年度第2回 環境審議会", "令和6年8月1日", said)],
        expect![[r#"
        令和6年度第2回 環境審議会: 前回の御意見 → ?
    "#]],
    );
}

#[test]
fn a_meeting_is_named_by_its_number_and_its_year() {
    let said = "令和6年度第1回会議において御説明しました。第2回審議会のとおりです。令和６年度の第一回環境審議会で決めました。";
    let later = ("令和7年度第3回 環境審議会", "令和7年8月1日", said);
    let between = ("令和7年度第2回 環境審議会", "令和7年7月1日", "閉会します。");
    check_references(
        &[FIRST, between, later],
        expect![[r#"
        令和7年度第3回 環境審議会: 令和6年度第1回会議 → 令和6年度第1回 環境審議会
        令和7年度第3回 環境審議会: 第2回審議会 → 令和7年度第2回 環境審議会
        令和7年度第3回 環境審議会: 令和６年度の第一回環境審議会 → 令和6年度第1回 環境審議会
    "#]],
    );
    let unprinted = ("第1回 環境審議会", "令和6年5月1日", "開会します。");
    check_references(
        &[unprinted, later],
        expect![[r#"
        令和7年度第3回 環境審議会: 令和6年度第1回会議 → 第1回 環境審議会
        令和7年度第3回 環境審議会: 第2回審議会 → ?
        令和7年度第3回 環境審議会: 令和６年度の第一回環境審議会 → 第1回 環境審議会
    "#]],
    );
}

#[test]
fn what_is_no_meeting_of_the_council_is_no_reference() {
    let said = "前回の選挙では、第1回定例会で、第1回の募集を、前回は見送り、第2回環境審議会を開きます。";
    check_references(&[FIRST, ("令和6年度第2回 環境審議会", "令和6年8月1日", said)], expect![[""]]);
}

/// `matter name: title 「words」, …`, a line for each thread.
#[track_caller]
fn check_threads(meetings: &[(String, Minutes)], expected: Expect) {
    let shelf = Shelf::of(meetings);
    let text = |tie: &Tie| {
        let entry = shelf.entry(tie.entry).unwrap();
        let (_, minutes) = meetings.iter().find(|(file, _)| file == &entry.file).unwrap();
        let speech = tie.speech.map_or("-".to_owned(), |id| (id.0 + 1).to_string());
        format!(" {}/{speech}「{}」", entry.file, minutes.source.slice(tie.words))
    };
    let line = |thread: &kaigiroku::shelf::Thread| {
        let ties: String = thread.ties.iter().map(text).collect();
        format!("{:?} {}:{ties}\n", thread.matter, thread.name)
    };
    expected.assert_eq(&shelf.threads.iter().map(line).collect::<String>());
}

fn with_agenda(file: &str, title: &str, agenda: &str, said: &str) -> (String, Minutes) {
    let text = format!("{title}\n\n1 日時 令和6年8月1日\n2 議題\n{agenda}\n3 会議の内容\n{said}");
    (file.to_owned(), Minutes::of(text))
}

#[test]
fn the_same_words_in_the_agenda_and_the_same_subject_are_followed() {
    let a = with_agenda(
        "a",
        "令和6年度第1回 環境審議会",
        "(1) 会議録署名委員の指名について\n(2) ごみ処理基本計画について\n(3) その他",
        "（山辺委員）\n川の水質調査について、回数を増やせませんか。\n（事務局）\n検討します。\n",
    );
    let b = with_agenda(
        "b",
        "令和6年度第2回 環境審議会",
        "(1) 会議録署名委員の指名について\n(2) ごみ処理基本計画（案）\n(3) その他",
        "（川上委員）\n川の水質調査について、結果を伺います。\n（事務局）\n増やしました。\n",
    );
    let other = with_agenda("c", "令和6年度第1回 図書館協議会", "(1) ごみ処理基本計画について", "");
    check_threads(
        &[a, b, other],
        expect![[r#"
            Agenda ごみ処理基本計画: a/-「ごみ処理基本計画について」 b/-「ごみ処理基本計画（案）」
            Subject 川の水質調査: a/1「川の水質調査について」 b/1「川の水質調査について」
        "#]],
    );
}

proptest! {
    // Each makes a dozen texts and parses them.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn threads_and_references_tie_places_that_there_are(meetings in meetings()) {
        let shelf = Shelf::of(&meetings);
        let minutes = |id| {
            let file = &shelf.entry(id).unwrap().file;
            meetings.iter().find(|(name, _)| name == file).map(|(_, minutes)| minutes).unwrap()
        };
        let council = |id| shelf.entry(id).unwrap().council;
        for thread in &shelf.threads {
            prop_assert!(thread.ties.len() > 1);
            prop_assert!(thread.ties.is_sorted_by(|a, b| a.entry < b.entry));
            for tie in &thread.ties {
                prop_assert_eq!(council(tie.entry), council(thread.ties[0].entry));
                prop_assert!(!minutes(tie.entry).source.slice(tie.words).is_empty());
                prop_assert!(tie.speech.is_none_or(|id| minutes(tie.entry).speech(id).is_some()));
            }
        }
        for reference in &shelf.references {
            prop_assert!(!minutes(reference.entry).source.slice(reference.range).is_empty());
            prop_assert!(reference.to.is_none_or(|to| to != reference.entry && council(to) == council(reference.entry)));
        }
    }
}
