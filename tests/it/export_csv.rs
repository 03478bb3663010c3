//! CSV: read back by another reader, it says the same speeches; no cell is a formula.

use kaigiroku::export::{Selection, csv};
use kaigiroku::model::{Minutes, Speech};
use proptest::prelude::*;

use crate::arbitrary;
use crate::export_formats::{MEETING, saying};
use crate::minutes::texts;

/// The rows without that of the headings, by column.
fn rows(written: &str) -> Vec<Vec<String>> {
    let written = written.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = ::csv::Reader::from_reader(written.as_bytes());
    let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(headings, csv::COLUMNS);
    reader.records().map(|row| row.unwrap().iter().map(unguarded).collect()).collect()
}

/// The cell without the apostrophe that keeps it from being a formula.
fn unguarded(cell: &str) -> String {
    let is_guarded = cell.starts_with('\'') && is_formula(cell.trim_start_matches('\''));
    cell.get(usize::from(is_guarded)..).unwrap_or_default().to_owned()
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn column(row: &[String], name: &str) -> String {
    row[csv::COLUMNS.iter().position(|column| *column == name).expect(name)].clone()
}

/// A speech as a row says it.
fn said(minutes: &Minutes, speech: &Speech) -> [String; 3] {
    let paragraphs: Vec<String> = speech.paragraphs.iter().map(|p| p.text(&minutes.source)).collect();
    let lf = |text: String| text.replace("\r\n", "\n").replace('\r', "\n");
    [format!("s{:03}", speech.id.0 + 1), lf(speech.printed.text(&minutes.source)), lf(paragraphs.join("\n"))]
}

fn check(minutes: &Minutes) {
    let written = csv::write(minutes, &Selection::all());
    let rows = rows(&written);
    let read: Vec<[String; 3]> =
        rows.iter().map(|row| ["発言ID", "発言者表記", "発言本文"].map(|name| column(row, name))).collect();
    let expect: Vec<[String; 3]> = minutes.speeches.iter().map(|speech| said(minutes, speech)).collect();
    assert_eq!(read, expect);
}

#[test]
fn every_text_reads_back_to_the_same_speeches() {
    for (_, text) in texts() {
        check(&Minutes::of(text));
    }
}

#[test]
fn a_row_says_what_is_printed_and_nothing_else() {
    let written = csv::write(&Minutes::of(MEETING), &Selection::all());
    assert!(written.ends_with("\r\n"));
    let filled: Vec<String> = rows(&written)[1]
        .iter()
        .zip(csv::COLUMNS)
        .filter(|(cell, _)| !cell.is_empty())
        .map(|(cell, name)| format!("{name}={cell}"))
        .collect();
    expect_test::expect![[r#"
        回次=第3回
        開催日=2025-05-14
        開始時刻=14:00
        終了時刻=15:00
        場所=中央図書館
        議題番号=(1)
        議題名=開館時間について
        発言順=2
        発言者区分=委員・議員
        発言者表記=委員
        発言本文=夜間も開館できないか。
        *延長*は_週2日_でよい。
        発言ID=s002
        文書名=第3回 みどり図書館協議会 会議録"#]]
    .assert_eq(&filled.join("\n"));
}

#[test]
fn no_cell_is_a_formula_and_the_guard_can_be_taken_away() {
    for words in ["=1+1です。", "-5度。", "@a。", "＋5度。", "'=1。", "''-a。", "'a。", "=\"a\",b。"]
    {
        let minutes = saying(words);
        let written = csv::write(&minutes, &Selection::all());
        let mut reader = ::csv::Reader::from_reader(written.as_bytes());
        for row in reader.records() {
            assert!(row.unwrap().iter().all(|cell| !is_formula(cell)), "{words}");
        }
        assert_eq!(column(&rows(&written)[0], "発言本文"), words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_minutes_read_back_to_the_same_speeches(minutes in arbitrary::minutes()) {
        check(&minutes);
    }
}
