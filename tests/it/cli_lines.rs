//! `export --format ndjson`: lines for programs, and the ways by which texts are led in; several texts at a time.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use serde_json::Value;

use crate::cli::{check_refused, command, folder, run, run_on};

const LIBRARY: &str = "\
令和7年度第1回図書館協議会 会議録

開催日時 令和8年2月4日（水）

出席者
委員 山田花子（会長）、佐藤一郎

議題
(1) 開館時間について

(1) 開館時間について
会長　御意見をお願いします。

委員　夜間も開館してほしい。
　ﾄｼｮｶﾝは遅くまで要る。

事務局　人員とあわせて検討します。
";

fn lines(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_line_holds_all_that_is_known_of_a_speech() {
    let folder = folder(&[("in/a.txt", LIBRARY.as_bytes())]);
    let output = run(&folder, &["export", "--format", "ndjson", "--folded", "in"]);
    assert!(output.status.success(), "{output:?}");
    let lines = lines(&output.stdout);
    assert_eq!(lines.len(), 3);
    expect![[r#"
        {
          "format": "kaigiroku/speech",
          "version": 1,
          "meeting": "9c801d-558865b9",
          "title": "令和7年度第1回図書館協議会 会議録",
          "council": "図書館協議会",
          "date": "2026-02-04",
          "fiscal_year": 2025,
          "session": 1,
          "source": "in/a.txt",
          "id": "s002",
          "label": "委員",
          "by": null,
          "role": "member",
          "kind": "speech",
          "confidence": "stated",
          "act": "opinion",
          "topic": "t1",
          "topic_heading": "開館時間について",
          "agenda": [
            "a1"
          ],
          "agenda_headings": [
            "開館時間について"
          ],
          "text": "夜間も開館してほしい。\nﾄｼｮｶﾝは遅くまで要る。",
          "folded": "夜間も開館してほしい.\nとしょかんは遅くまで要る.",
          "range": [
            106,
            135
          ]
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&lines[1]).unwrap());
}

#[test]
fn keys_are_those_of_the_json_of_the_whole_and_mean_the_same() {
    let folder = folder(&[("a.txt", LIBRARY.as_bytes())]);
    let whole = run(&folder, &["export", "--format", "json", "a.txt"]);
    let whole: Value = serde_json::from_slice(&whole.stdout).unwrap();
    let lines = lines(&run(&folder, &["export", "--format", "ndjson", "a.txt"]).stdout);
    for (line, speech) in lines.iter().zip(whole["speeches"].as_array().unwrap()) {
        for key in ["id", "label", "by", "role", "kind", "confidence", "topic", "range"] {
            assert_eq!(line[key], speech[key], "{key}");
        }
        assert_eq!(line["title"], whole["title"]);
        assert_eq!(line["date"], whole["meeting"]["date"]);
        let texts: Vec<&str> =
            speech["paragraphs"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(line["text"], texts.join("\n"));
    }
    assert_eq!(lines.len(), whole["speeches"].as_array().unwrap().len());
}

#[test]
fn a_filter_leaves_lines_out() {
    let folder = folder(&[("in/a.txt", LIBRARY.as_bytes()), ("in/b.txt", "委員　はい。\n".as_bytes())]);
    let output = run(&folder, &["export", "--format", "ndjson", "--quiet", "--filter", "夜間", "in"]);
    assert_eq!(output.status.code(), Some(0));
    let ids: Vec<Value> = lines(&output.stdout).into_iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, ["s002"]);
    let none = run(&folder, &["export", "--format", "ndjson", "--filter", "上水道", "in"]);
    assert_eq!(none.status.code(), Some(2));
}

/// A list led in: the place and the words of each line that comes out, the exit code, what is told.
fn check_list(list: &str, code: i32, made: &[(&str, &str)], told: Expect) {
    let folder = folder(&[("in/a.txt", "委員　あ。\n".as_bytes()), ("in/b.txt", "委員　い。\n".as_bytes())]);
    let args = ["export", "--format", "ndjson", "--quiet", "--files-from", "-"];
    let output = run_on(&folder, &args, list.as_bytes());
    let lines = lines(&output.stdout);
    let pairs: Vec<_> =
        lines.iter().map(|line| (line["source"].as_str().unwrap(), line["text"].as_str().unwrap())).collect();
    assert_eq!(pairs, made);
    told.assert_eq(&String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn a_line_of_a_list_is_a_path_a_folder_or_a_record() {
    let both = [("in/a.txt", "あ。"), ("in/b.txt", "い。")];
    check_list("in/a.txt\n\nin/b.txt\r\n", 0, &both, expect![""]);
    check_list("in", 0, &both, expect![""]);
    check_list(
        "{\"path\":\"箱/う.txt\",\"text\":\"委員　う。\\n\",\"more\":1}\nin/b.txt\n",
        0,
        &[("箱/う.txt", "う。"), ("in/b.txt", "い。")],
        expect![""],
    );
    check_list("", 0, &[], expect![[""]]);
}

#[test]
fn a_bad_line_of_a_list_is_told_and_passed_over() {
    check_list(
        "{\"path\":\"a\"}\nin/none.txt\n{nothing\nin/b.txt\n",
        1,
        &[("in/b.txt", "い。")],
        expect![[r#"
            標準入力:1: エラー: この行は path と text を持つJSONではありません（"text" is no string）。（This line is no JSON object with the strings path and text: "text" is no string.）
            in/none.txt: エラー: ファイルが見つかりません。（No such file.）
            標準入力:3: エラー: この行は path と text を持つJSONではありません（key must be a string at line 1 column 2）。（This line is no JSON object with the strings path and text: key must be a string at line 1 column 2.）
            4件中1件を作成、3件は読めませんでした。（1 of 4 made, 3 could not be read.）
        "#]],
    );
}

#[test]
fn a_list_stands_alone_and_is_printed() {
    let files = [("l.txt", "l.txt".as_bytes())];
    check_refused(
        &files,
        &["export", "--format", "ndjson", "--files-from", "l.txt", "l.txt"],
        expect![[r#"
        エラー: --files-from とほかのファイルは、同時に指定できません。（Name files, or a list of them with --files-from, but not both.）
    "#]],
    );
    check_refused(
        &files,
        &["export", "--format", "csv", "--files-from", "l.txt"],
        expect![[r#"
        エラー: --files-from は、json か ndjson を標準出力に書き出すときだけ使えます。（--files-from is for json and ndjson that are printed.）
    "#]],
    );
    check_refused(
        &files,
        &["export", "--format", "ndjson", "--files-from", "l.txt", "-o", "a"],
        expect![[r#"
        エラー: --files-from は、json か ndjson を標準出力に書き出すときだけ使えます。（--files-from is for json and ndjson that are printed.）
    "#]],
    );
    check_refused(
        &files,
        &["export", "--format", "ndjson", "--files-from", "none"],
        expect![[r#"
        none: エラー: ファイルが見つかりません。（No such file.）
    "#]],
    );
    check_refused(
        &files,
        &["bundle", "--files-from", "l.txt"],
        expect![[r#"
        エラー: --files-from はこのコマンドでは使えません。（--files-from does not belong to this command.）
    "#]],
    );
    check_refused(
        &files,
        &["export", "--format", "json", "--folded", "l.txt"],
        expect![[r#"
        エラー: --folded はこのコマンドでは使えません。（--folded does not belong to this command.）
    "#]],
    );
    check_refused(
        &files,
        &["export", "--format", "json", "--jobs", "0", "l.txt"],
        expect![[r#"
        エラー: --jobs に「0」は使えません。1以上の数を書いてください。（--jobs takes a number from 1, not 0.）
    "#]],
    );
}

#[test]
fn the_first_line_comes_out_before_the_last_text_is_led_in() {
    let folder = folder(&[]);
    for jobs in ["1", "3"] {
        let args = ["export", "--format", "ndjson", "--quiet", "--jobs", jobs, "--files-from", "-"];
        let mut command = command(&folder, &args);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut list = child.stdin.take().unwrap();
        // As many as may wait at a time, and more.
        for _ in 0..20 {
            list.write_all("{\"path\":\"a\",\"text\":\"委員　あ。\"}\n".as_bytes()).unwrap();
        }
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        assert!(first.contains("あ。"), "{first}");
        drop(list);
        assert!(child.wait().unwrap().success());
    }
}

#[test]
fn whoever_has_seen_enough_stops_the_work() {
    let folder = folder(&[]);
    let args = ["export", "--format", "ndjson", "--quiet", "--files-from", "-"];
    let mut child = command(&folder, &args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut list = child.stdin.take().unwrap();
    // A list without end: the writer is told that nobody reads it any more.
    while list.write_all("{\"path\":\"a\",\"text\":\"委員　あ。\"}\n".as_bytes()).is_ok() {}
    assert!(child.wait().unwrap().success());
}

/// Texts of which each is told by its words, some of them broken.
fn texts() -> impl Strategy<Value = Vec<(bool, usize)>> {
    prop::collection::vec((prop::bool::weighted(0.2), 1_usize..400), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn however_many_jobs_there_are_everything_comes_in_the_order_of_the_texts(texts in texts()) {
        let files: Vec<(String, Vec<u8>)> = texts.iter().enumerate().map(|(at, &(is_broken, n))| {
            let text = format!("委員　{at}番です。\n\n").repeat(n);
            (format!("in/{at:02}.txt"), if is_broken { Vec::new() } else { text.into_bytes() })
        }).collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let folder = folder(&files);
        for args in [&["export", "--format", "ndjson", "in"][..], &["bundle", "-o", "out", "in"], &["check", "in"]] {
            let one = run(&folder, &[args, &["--jobs", "1"]].concat());
            let many = run(&folder, &[args, &["--jobs", "4"]].concat());
            prop_assert_eq!(String::from_utf8(one.stdout).unwrap(), String::from_utf8(many.stdout).unwrap());
            prop_assert_eq!(String::from_utf8(one.stderr).unwrap(), String::from_utf8(many.stderr).unwrap());
            prop_assert_eq!(one.status.code(), many.status.code());
        }
    }
}
