//! Several texts at once, the standard streams, and an encoding that is said.

use std::path::Path;
use std::process::Output;

use expect_test::{Expect, expect};
use kaigiroku::bundle;
use tempfile::TempDir;

use crate::cli::{check_refused, folder, names, run, run_on};
use crate::cli_check::ambiguous;
use crate::export_formats::MEETING;

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The text in a file that was made.
fn text_in(folder: &TempDir, name: &str) -> String {
    let html = std::fs::read_to_string(folder.path().join(name)).unwrap();
    bundle::read(&html).unwrap().source.text().to_owned()
}

/// The files below a folder, in order.
fn below(folder: &Path) -> Vec<String> {
    let mut paths: Vec<String> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned())
        .collect();
    paths.sort();
    paths
}

/// Runs `bundle in -o out` over these files; expects this exit code and message, and exactly these files made.
fn check_folder(files: &[(&str, &[u8])], code: i32, made: &[&str], message: Expect) {
    let folder = folder(files);
    let output = run(&folder, &["bundle", "in", "-o", "out"]);
    message.assert_eq(&told(&output));
    assert_eq!(output.status.code(), Some(code));
    assert_eq!(below(&folder.path().join("out")), made);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_made() {
    let meeting = MEETING.as_bytes();
    check_folder(
        &[("in/a.txt", meeting), ("in/b.txt", b""), ("in/c.pdf", b"\x89PNG\r\n\x1A\n"), ("in/d.md", meeting)],
        1,
        &["a.html", "d.html"],
        expect![[r#"
            in/b.txt: エラー: 中身が空です。（The file is empty.）
            in/c.pdf: エラー: 画像は読めません。文字認識（OCR）で文字を取り出し、テキスト（.txt）で保存してください。（A picture cannot be read. Have its letters recognised (OCR) and save them as .txt.）
            4件中2件を作成、2件は読めませんでした。（2 of 4 made, 2 could not be read.）
        "#]],
    );
}

#[test]
fn where_everything_is_made_the_sum_says_so() {
    let meeting = MEETING.as_bytes();
    check_folder(
        &[("in/a.txt", meeting), ("in/b.txt", meeting)],
        0,
        &["a.html", "b.html"],
        expect![[r#"
            2件中2件を作成しました。（2 of 2 made.）
        "#]],
    );
}

#[test]
fn texts_of_one_name_keep_their_kind_and_folders_stay_apart() {
    let meeting = MEETING.as_bytes();
    check_folder(
        &[("in/1/第1回.txt", meeting), ("in/2/第1回.txt", meeting), ("in/2/第1回.md", meeting)],
        0,
        &["1/第1回.html", "2/第1回.md.html", "2/第1回.txt.html"],
        expect![[r#"
            3件中3件を作成しました。（3 of 3 made.）
        "#]],
    );
}

#[test]
fn what_is_hidden_or_of_our_own_making_is_left_out() {
    let folder = folder(&[
        ("in/a.txt", MEETING.as_bytes()),
        ("in/.git/b.txt", b"b"),
        ("in/._a.txt", b"c"),
        ("in/~$a.docx", b"d"),
        ("in/notes.csv", b"e"),
    ]);
    for _ in 0..2 {
        let output = run(&folder, &["bundle", "in", "-o", "in/out"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert_eq!(below(&folder.path().join("in/out")), ["a.html"]);
    }
    assert!(run(&folder, &["bundle", "in", "-o", "in"]).status.success());
    let output = run(&folder, &["bundle", "in", "-o", "in"]);
    expect![[r#"
        このプログラムで作ったHTML 2件は読み飛ばします。（2 pages made by this program are passed over.）
    "#]]
    .assert_eq(&told(&output));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_folder_that_holds_only_our_own_files_is_made_anew() {
    let folder = folder(&[("会議録.txt", MEETING.as_bytes())]);
    assert!(run(&folder, &["bundle", "会議録.txt", "-o", "old/会議録.html"]).status.success());
    let output = run(&folder, &["bundle", "old", "-o", "new"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(text_in(&folder, "new/会議録.html"), MEETING);
}

#[test]
fn an_input_that_is_named_twice_is_read_once() {
    let folder = folder(&[("in/a.txt", MEETING.as_bytes())]);
    let output = run(&folder, &["bundle", "in", "in/a.txt", "-o", "out"]);
    assert_eq!(told(&output), "");
    assert_eq!(below(&folder.path().join("out")), ["a.html"]);
}

#[test]
fn export_goes_on_past_a_bad_file() {
    let folder = folder(&[("in/a.txt", MEETING.as_bytes()), ("in/b.txt", b""), ("in/c.txt", b"c")]);
    let args = ["export", "--format", "csv", "--filter", "検討", "in", "-o", "out"];
    let output = run(&folder, &args);
    expect![[r#"
        in/b.txt: エラー: 中身が空です。（The file is empty.）
        in/c.txt:1: 要確認[no-date]: 会議の開催日が見つかりません。
        in/c.txt:1: 要確認[no-title]: 会議録の題名が見つかりません。
        in/c.txt:1: 要確認[no-speech]: 発言者の表記が見つからないため、段落のまま表示しています。
        in/c.txt:1: 要確認[unrecognised]: 何であるか判定できないため、原文のまま表示しています。 ─ 「c」
        in/c.txt: 合う発言がないため、書き出しません。（No speech matches; left out.）
        3件中1件を作成、1件は合う発言がなく、1件は読めませんでした。（1 of 3 made, 1 without a match, 1 could not be read.）
    "#]].assert_eq(&told(&output));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(below(&folder.path().join("out")), ["a.csv"]);
}

#[test]
fn a_file_that_cannot_be_written_does_not_stop_the_others() {
    let meeting = MEETING.as_bytes();
    let folder = folder(&[("in/a.txt", meeting), ("in/b.txt", meeting), ("out/a.html/x", b"")]);
    let output = run(&folder, &["bundle", "in", "-o", "out"]);
    expect![[r#"
        out/a.html: エラー: 通常のファイルではないため、書き出せません。（Not a file, so that it is not written.）
        2件中1件を作成、1件は書き出せませんでした。（1 of 2 made, 1 could not be written.）
    "#]].assert_eq(&told(&output));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(below(&folder.path().join("out")), ["a.html/x", "b.html"]);
}

#[test]
fn a_long_list_of_findings_is_cut() {
    let text = ambiguous(30);
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let told = told(&run(&folder, &["export", "--format", "csv", "a.txt"]));
    assert_eq!(told.lines().count(), 21, "{told}");
    let last = told.lines().last().unwrap();
    assert!(last.starts_with("a.txt: ほかに") && last.contains("kaigiroku check --all"), "{last}");
}

#[test]
fn a_dash_is_the_standard_input() {
    let folder = folder(&[]);
    let output = run_on(&folder, &["bundle", "-"], MEETING.as_bytes());
    let html = String::from_utf8(output.stdout).unwrap();
    assert_eq!(bundle::read(&html).unwrap().source.text(), MEETING);
    assert_eq!(names(&folder), [""; 0]);

    let output = run_on(&folder, &["bundle", "-", "-o", "会議録.html"], MEETING.as_bytes());
    assert!(output.status.success(), "{output:?}");
    assert_eq!(std::fs::read_to_string(folder.path().join("会議録.html")).unwrap(), html);

    let output = run_on(&folder, &["bundle", "-", "-o", "out/"], MEETING.as_bytes());
    assert!(output.status.success(), "{output:?}");
    assert_eq!(below(&folder.path().join("out")), ["stdin.html"]);

    let exported = run_on(&folder, &["export", "--format", "text", "-"], html.as_bytes());
    let checked = run_on(&folder, &["check", "-"], MEETING.as_bytes());
    assert!(String::from_utf8(exported.stdout).unwrap().contains("人員とあわせて検討します。"));
    expect![[r#"
        標準入力: 発言は3件です。

        ファイル1件、発言3件: 要確認0件、参考0件、エラー0件
    "#]]
    .assert_eq(&String::from_utf8(checked.stdout).unwrap());
}

#[test]
fn what_is_wrong_with_the_standard_input_is_told_under_its_name() {
    let folder = folder(&[]);
    let output = run_on(&folder, &["bundle", "-"], b"");
    expect![[r#"
        標準入力: エラー: 中身が空です。（The file is empty.）
    "#]]
    .assert_eq(&told(&output));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
}

#[test]
fn a_dash_is_the_standard_output() {
    let folder = folder(&[("a.txt", MEETING.as_bytes()), ("b.txt", b"b")]);
    let output = run(&folder, &["bundle", "a.txt", "-o", "-"]);
    let html = String::from_utf8(output.stdout).unwrap();
    assert_eq!(bundle::read(&html).unwrap().source.text(), MEETING);
    let printed = run(&folder, &["export", "--format", "csv", "a.txt"]).stdout;
    assert_eq!(run(&folder, &["export", "--format", "csv", "a.txt", "-o", "-"]).stdout, printed);
    check_refused(
        &[("a.txt", b"a"), ("b.txt", b"b")],
        &["bundle", "a.txt", "b.txt", "-o", "-"],
        expect![[r#"
            エラー: html で複数の会議録（2 件）を書き出すときは、-o でフォルダーを指定してください。（Name a folder with -o to write 2 texts as html.）
        "#]],
    );
}

#[test]
fn an_encoding_that_is_said_is_taken() {
    // Both readings are possible, so that the program asks.
    let bytes = b"\xCC\xDA\xB7\xC1\n";
    let folder = folder(&[("a.txt", bytes)]);
    for (name, text) in
        [("EUC-JP", "木形\n"), ("cp932", "ﾌﾚｷﾁ\n"), ("SJIS", "ﾌﾚｷﾁ\n"), ("windows-31j", "ﾌﾚｷﾁ\n")]
    {
        let output = run(&folder, &["bundle", "--encoding", name, "a.txt"]);
        assert!(output.status.success(), "{name}: {output:?}");
        assert_eq!(text_in(&folder, "a.html"), text, "{name}");
    }
    let utf16: Vec<u8> = MEETING.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for args in [
        &["check", "--encoding", "utf-16be", "-"][..],
        &["export", "--format", "csv", "--encoding=UTF-16BE", "-"],
        &["bundle", "--encoding", "utf-16be", "-"],
    ] {
        let output = run_on(&folder, args, &utf16);
        assert!(output.status.success(), "{args:?}: {output:?}");
    }
}

#[test]
fn an_encoding_that_is_none_lists_those_that_are() {
    check_refused(
        &[("a.txt", b"a")],
        &["bundle", "--encoding", "latin1", "a.txt"],
        expect![[r#"
            エラー: --encoding に「latin1」は使えません。使えるのは UTF-8、Shift_JIS、EUC-JP、ISO-2022-JP、UTF-16LE、UTF-16BE です。（--encoding takes UTF-8, Shift_JIS, EUC-JP, ISO-2022-JP, UTF-16LE, UTF-16BE, not latin1.）
        "#]],
    );
}
