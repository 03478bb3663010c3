//! `kaigiroku check` as it is typed: what is shown to people and to programs, and the exit code.

use std::process::Output;

use expect_test::{Expect, expect};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::cli::{check_refused, command, folder, run};
use crate::export_formats::MEETING;

const WRONG_DAY: &str =
    "第1回検討会 会議録\n\n開催日時 令和7年3月11日（月）\n\n委員　よろしいか。\n\n事務局　はい。\n";

fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Checks one text; expects this exit code and this on the standard output, and nothing beside it.
fn check(content: &[u8], options: &[&str], code: i32, expect: Expect) {
    let folder = folder(&[("a.txt", content)]);
    let output = run(&folder, &[&["check", "a.txt"], options].concat());
    expect.assert_eq(&shown(&output));
    assert_eq!(output.stderr, b"");
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn a_finding_is_shown_with_its_line_and_the_words_underlined() {
    check(
        WRONG_DAY.as_bytes(),
        &[],
        0,
        expect![[r#"
        要確認[weekday-mismatch]: 曜日が暦と合いません。原文は（月）、暦では（火）です。原文のまま表示しています。
         --> a.txt:3:6
          |
        3 | 開催日時 令和7年3月11日（月）
          |          ^^^^^^^^^^^^^^^^^^^^
          |
          = 助言: 原本で日付を確かめ、元の文書を直してください。

        a.txt: 発言は2件です。

        ファイル1件、発言2件: 要確認1件、参考0件、エラー0件
    "#]],
    );
}

#[test]
fn in_english_the_minutes_stay_as_printed() {
    check(
        WRONG_DAY.as_bytes(),
        &["--lang", "en"],
        0,
        expect![[r#"
        warning[weekday-mismatch]: The weekday disagrees with the calendar: printed Monday, in fact Tuesday. Shown as printed.
         --> a.txt:3:6
          |
        3 | 開催日時 令和7年3月11日（月）
          |          ^^^^^^^^^^^^^^^^^^^^
          |
          = help: Look the date up in the original, and correct the document.

        a.txt: Speeches: 2.

        files: 1, speeches: 2, warnings: 1, notes: 0, errors: 0
    "#]],
    );
}

#[test]
fn what_is_about_the_whole_shows_no_line() {
    check(
        b"a",
        &[],
        0,
        expect![[r#"
        要確認[no-date]: 会議の開催日が見つかりません。
         --> a.txt
          = 助言: 「開催日時 令和7年5月14日」のような行を書くと、見つかります。

        要確認[no-title]: 会議録の題名が見つかりません。
         --> a.txt
          = 助言: 始めの行に「第1回○○協議会 会議録」のような題名を書くと、見つかります。

        要確認[no-speech]: 発言者の表記が見つからないため、段落のまま表示しています。
         --> a.txt
          = 助言: 行の頭に「委員　」「○山田委員　」「【会長】」のような表記を書くと、発言に分けられます。

        要確認[unrecognised]: 何であるか判定できないため、原文のまま表示しています。
         --> a.txt:1:1
          |
        1 | a
          | ^

        a.txt: 発言は0件です。

        ファイル1件、発言0件: 要確認4件、参考0件、エラー0件
    "#]],
    );
}

#[test]
fn what_cannot_be_read_is_shown_alike() {
    check(
        b"abc\nd\xFF\xFF\n",
        &[],
        1,
        expect![[r#"
            エラー[undecodable]: 文字コードを判定できません。文字コードを指定するか、UTF-8で保存し直してください。指定するには --encoding を使います。
             --> a.txt:2

            ファイル1件、発言0件: 要確認0件、参考0件、エラー1件
        "#]],
    );
}

#[test]
fn the_locale_chooses_the_language_and_an_option_overrules_it() {
    let folder = folder(&[("a.txt", MEETING.as_bytes())]);
    let sum = |variables: &[(&str, &str)], options: &[&str]| {
        let mut command = command(&folder, &[&["check", "a.txt"], options].concat());
        let shown = shown(&command.envs(variables.iter().copied()).output().unwrap());
        shown.lines().last().unwrap().to_owned()
    };
    let ja = "ファイル1件、発言3件: 要確認0件、参考0件、エラー0件";
    let en = "files: 1, speeches: 3, warnings: 0, notes: 0, errors: 0";
    assert_eq!(sum(&[], &[]), ja);
    assert_eq!(sum(&[("LANG", "ja_JP.UTF-8")], &[]), ja);
    assert_eq!(sum(&[("LANG", "en_US.UTF-8")], &[]), en);
    assert_eq!(sum(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "ja_JP.UTF-8")], &[]), ja);
    assert_eq!(sum(&[("LANG", "en_US.UTF-8")], &["--lang", "ja"]), ja);
}

#[test]
fn warnings_are_failures_only_where_they_are_denied() {
    let folder = folder(&[("a.txt", WRONG_DAY.as_bytes()), ("b.txt", MEETING.as_bytes()), ("c.txt", b"")]);
    let code = |args: &[&str]| run(&folder, &[&["check"], args].concat()).status.code();
    assert_eq!(code(&["a.txt"]), Some(0));
    assert_eq!(code(&["a.txt", "--deny", "warnings"]), Some(1));
    assert_eq!(code(&["b.txt", "--deny", "warnings"]), Some(0));
    assert_eq!(code(&["b.txt", "c.txt"]), Some(1));
    assert_eq!(code(&["b.txt", "nowhere.txt"]), Some(1));
}

/// The line of the text and the line with the marks below it, of the first finding that has them.
fn underlined(text: &str) -> (String, String) {
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let shown = shown(&run(&folder, &["check", "a.txt"]));
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains('^')).unwrap_or_else(|| panic!("{shown}"));
    let code = |line: &str| line.split_once("| ").unwrap().1.to_owned();
    (code(lines[at - 1]), code(lines[at]))
}

#[test]
fn words_over_several_lines_are_underlined_on_the_first() {
    let (line, marks) = underlined("一行目です\n二行目です\n三行目です\n");
    assert_eq!((line.as_str(), marks.as_str()), ("一行目です", "^^^^^^^^^^ 3行目まで"));
}

/// Expects that the marks stand under these words, counted in columns of a terminal.
#[track_caller]
fn check_marks(before: &str) {
    const DAY: &str = "令和7年3月11日（月）";
    let (line, marks) = underlined(&format!("会議録\n\n開催日時 {before}{DAY}\n\n委員　はい。\n"));
    let at = line.find(DAY).unwrap_or_else(|| panic!("{line}"));
    assert_eq!(marks.trim_start().width(), DAY.width(), "{marks}");
    assert_eq!(marks.width() - marks.trim_start().width(), line[..at].width(), "{line}\n{marks}");
}

#[test]
fn marks_stand_under_their_words_whatever_stands_before_them() {
    check_marks("");
    check_marks("全角の文字　と、");
    check_marks("ﾊﾝｶｸｶﾞﾅ ");
    check_marks("か\u{3099}は\u{309A} 葛\u{E0100} ");
    check_marks("𠮷野家 ");
    check_marks("○●①※―…→ ");
    check_marks("a\tb\u{1B}[31m\u{7F} ");
    check_marks("\u{202E}逆\u{200B}隠\u{FEFF}れ\u{85} ");
    check_marks("⼀⻑﨑 ");
}

#[test]
fn what_would_act_on_a_terminal_is_shown_as_a_sign() {
    let text = format!("会議録\n\n\u{1B}[31m赤\u{202E}\u{9B}い{}\n", "。そして、文字が続きます".repeat(20));
    let folder = folder(&[("a\u{1B}[31m\n.txt", text.as_bytes())]);
    let output = run(&folder, &["check", "."]);
    let shown = shown(&output);
    assert!(!shown.contains(['\u{1B}', '\u{202E}', '\u{9B}']), "{shown}");
    assert!(shown.contains("./a\\u{1b}[31m\\u{a}.txt: "), "{shown}");
}

#[test]
fn a_long_line_is_cut_around_the_words() {
    for (before, after) in [(3000, 3000), (0, 3000), (3000, 0), (10, 10)] {
        let (before, after) = ("前".repeat(before), "後".repeat(after));
        let text = format!("会議録\n\n開催日時 {before}令和7年3月11日（月）{after}\n\n委員　はい。\n");
        let (line, marks) = underlined(&text);
        assert!(line.width() <= 96, "{line}");
        assert!(line.contains("令和7年3月11日（月）"), "{line}");
        assert_eq!(line.starts_with('…'), before.len() > 1000, "{line}");
        assert_eq!(line.ends_with('…'), after.len() > 1000, "{line}");
        assert_eq!(marks.trim_start(), "^^^^^^^^^^^^^^^^^^^^");
    }
}

/// A text with as many speeches of somebody who may be one of two people of the roll.
pub fn ambiguous(n_speeches: usize) -> String {
    let roll = "1 会議名 検討会\n2 開催日時 令和7年5月14日（水）\n3 出席者\n (1) 委員 森田一郎委員、森田恵委員\n4 審議内容\n";
    format!("検討会 会議録\n\n{roll}{}", "森田委員　賛成です。\n".repeat(n_speeches))
}

#[test]
fn twenty_thousand_findings_end_in_a_count() {
    let folder = folder(&[("a.txt", ambiguous(20_000).as_bytes())]);
    let found = |shown: &str| shown.lines().filter(|line| line.contains("]: ")).count();
    let few = shown(&run(&folder, &["check", "a.txt"]));
    let all = shown(&run(&folder, &["check", "a.txt", "--all"]));
    assert_eq!(found(&few), 50);
    assert!(found(&all) >= 20_000, "{}", found(&all));
    let more = kaigiroku::chars::grouped(found(&all) - 50);
    assert!(few.contains(&format!("\na.txt: ほかに{more}件あります。--all ですべて示します。\n")), "{more}");
    assert_eq!(few.lines().last(), all.lines().last());
}

#[test]
fn programs_get_one_document() {
    let folder =
        folder(&[("in/a.txt", WRONG_DAY.as_bytes()), ("in/b.txt", b""), ("in/c.txt", b"\xCC\xDA\xB7\xC1\n")]);
    let output = run(&folder, &["check", "--format", "json", "in"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stderr, b"");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    expect![[r#"
        {
          "format": "kaigiroku/check",
          "version": 1,
          "files": [
            {
              "path": "in/a.txt",
              "kind": "text",
              "encoding": "UTF-8",
              "speeches": 2,
              "diagnostics": [
                {
                  "code": "weekday-mismatch",
                  "severity": "warning",
                  "line": 3,
                  "column": 6,
                  "range": [
                    41,
                    69
                  ],
                  "words": "令和7年3月11日（月）",
                  "message": {
                    "ja": "曜日が暦と合いません。原文は（月）、暦では（火）です。原文のまま表示しています。",
                    "en": "The weekday disagrees with the calendar: printed Monday, in fact Tuesday. Shown as printed."
                  }
                }
              ],
              "error": null
            },
            {
              "path": "in/b.txt",
              "kind": null,
              "encoding": null,
              "speeches": null,
              "diagnostics": [],
              "error": {
                "code": "empty",
                "line": null,
                "message": {
                  "ja": "中身が空です。",
                  "en": "The file is empty."
                }
              }
            },
            {
              "path": "in/c.txt",
              "kind": null,
              "encoding": null,
              "speeches": null,
              "diagnostics": [],
              "error": {
                "code": "ambiguous",
                "line": null,
                "message": {
                  "ja": "Shift_JISともEUC-JPとも読めるため、判定できません。文字コードを指定するか、UTF-8で保存し直してください。指定するには --encoding を使います。",
                  "en": "It reads as Shift_JIS and as EUC-JP; say which, or save it as UTF-8. It is said with --encoding."
                }
              }
            }
          ],
          "summary": {
            "files": 3,
            "speeches": 2,
            "warnings": 1,
            "infos": 0,
            "errors": 2
          }
        }"#]].assert_eq(&serde_json::to_string_pretty(&document).unwrap());
    let range = document["files"][0]["diagnostics"][0]["range"].as_array().unwrap();
    let at = |at: usize| range[at].as_u64().unwrap() as usize;
    assert_eq!(&WRONG_DAY[at(0)..at(1)], "令和7年3月11日（月）");
}

#[test]
fn every_code_is_told_in_the_documents() {
    let read =
        |path: &str| std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let told = read("docs/json.md").unwrap();
    let mut n_codes = 0;
    for file in ["src/diagnostics.rs", "src/read/note.rs", "src/cli/unread.rs"] {
        for line in read(file).unwrap().lines() {
            // What a code stands for, and what it is: `Reason::Missing => "missing",`.
            let code = line.split_once("=> \"").and_then(|(_, rest)| rest.strip_suffix("\","));
            let is_code = |code: &&str| code.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            if let Some(code) = code.filter(|_| line.contains("::")).filter(is_code) {
                n_codes += 1;
                let is_key = line.contains("Severity::") || line.contains("Lang::");
                assert!(is_key || told.contains(&format!("`{code}`")), "{file}: {code}");
            }
        }
    }
    assert!(n_codes > 30, "{n_codes}");
}

#[test]
fn what_makes_no_sense_is_named() {
    let check = |args: &[&str], message: Expect| {
        check_refused(&[("a.txt", b"a")], &[&["check", "a.txt"], args].concat(), message);
    };
    check(
        &["--format", "csv"],
        expect![[r#"
        エラー: 「csv」という形式では書き出せません。使える形式は text、json です。（No such format: csv. There are text, json.）
    "#]],
    );
    check(
        &["--lang", "fr"],
        expect![[r#"
        エラー: --lang に「fr」は使えません。使えるのは ja、en です。（--lang takes ja, en, not fr.）
    "#]],
    );
    check(
        &["--deny", "all"],
        expect![[r#"
        エラー: --deny に「all」は使えません。使えるのは warnings です。（--deny takes warnings, not all.）
    "#]],
    );
    check(
        &["-o", "b"],
        expect![[r#"
        エラー: --output はこのコマンドでは使えません。（--output does not belong to this command.）
    "#]],
    );
    check(
        &["--title", "b"],
        expect![[r#"
        エラー: --title はこのコマンドでは使えません。（--title does not belong to this command.）
    "#]],
    );
}
