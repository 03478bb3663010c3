//! `kaigiroku export` as it is typed: what is printed, what becomes a file, and what is said.

use std::process::Output;

use expect_test::{Expect, expect};
use kaigiroku::export::{Format, Selection, diet, write};
use kaigiroku::model::Minutes;
use tempfile::TempDir;

use crate::cli::{check_refused, folder, names, run};
use crate::export_formats::MEETING;

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn meeting() -> TempDir {
    folder(&[("会議録.txt", MEETING.as_bytes())])
}

/// The file that an output stands in, line ends of one-line formats left out.
fn file(folder: &TempDir, name: &str) -> Vec<u8> {
    std::fs::read(folder.path().join(name)).unwrap()
}

#[test]
fn every_format_is_printed_and_becomes_a_file_alike() {
    let folder = meeting();
    let minutes = Minutes::of(MEETING);
    for format in Format::ALL {
        let key = format.key();
        let printed = run(&folder, &["export", "--format", key, "会議録.txt"]);
        assert!(printed.status.success(), "{printed:?}");
        let name = format!("out/会議録.{}", format.extension());
        let told = said(&run(&folder, &["export", "--format", key, "会議録.txt", "-o", "out/"]));
        assert!(told.starts_with(&format!("{name} を書き出しました（")), "{told}");
        assert_eq!(file(&folder, &name), printed.stdout, "{key}");
        assert!(printed.stdout.starts_with(&write(format, &minutes, &Selection::all())), "{key}");
    }
}

#[test]
fn a_filter_writes_an_excerpt() {
    let folder = meeting();
    let args = ["export", "--format", "text", "--filter", "検討 話者:事務局", "会議録.txt"];
    let text = said(&run(&folder, &args));
    let excerpt = "抜粋: 発言3件のうち1件（条件: 検討 話者:事務局）。出典: 第3回 みどり図書館協議会 会議録（2025-05-14）";
    assert!(text.contains(excerpt), "{text}");
    assert!(text.ends_with("○事務局\n　人員とあわせて検討します。\n"), "{text}");
}

#[test]
fn where_a_filter_finds_nothing_the_exit_code_says_so() {
    let folder = meeting();
    let args = ["export", "--format", "csv", "--filter", "学校", "会議録.txt", "-o", "a.csv"];
    let output = run(&folder, &args);
    expect![[r#"
        エラー: 「学校」に合う発言がありません。何も書き出していません。（No speech matches 学校; nothing was written.）
    "#]].assert_eq(&String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
    assert_eq!(names(&folder), ["会議録.txt"]);
}

#[test]
fn of_several_texts_those_without_hits_are_left_out_and_told() {
    let other = MEETING.replace("検討", "実施");
    let folder = folder(&[("in/a.txt", MEETING.as_bytes()), ("in/b.txt", other.as_bytes())]);
    let output = run(&folder, &["export", "--format", "markdown", "--filter", "検討", "in", "-o", "out"]);
    expect![[r#"
        in/b.txt: 合う発言がないため、書き出しません。（No speech matches; left out.）
        2件中1件を作成、1件は合う発言がありませんでした。（1 of 2 made, 1 without a match.）
    "#]]
    .assert_eq(&String::from_utf8(output.stderr.clone()).unwrap());
    assert!(said(&output).starts_with("out/a.md を書き出しました（"), "{output:?}");
    assert!(!folder.path().join("out/b.md").exists());
}

#[test]
fn what_makes_no_sense_is_named() {
    let check = |args: &[&str], message: Expect| {
        check_refused(&[("a.txt", b"a"), ("b.txt", b"b")], &[&["export"], args].concat(), message);
    };
    check(
        &["a.txt"],
        expect![[r#"
            エラー: --format で形式を指定してください。使える形式は json、csv、text、markdown、akn、tei、diet、jsonld、docx、ndjson、html です。（Say --format with one of json, csv, text, markdown, akn, tei, diet, jsonld, docx, ndjson, html.）
        "#]],
    );
    check(
        &["a.txt", "--format", "xlsx"],
        expect![[r#"
            エラー: 「xlsx」という形式では書き出せません。使える形式は json、csv、text、markdown、akn、tei、diet、jsonld、docx、ndjson、html です。（No such format: xlsx. There are json, csv, text, markdown, akn, tei, diet, jsonld, docx, ndjson, html.）
        "#]],
    );
    check(
        &["a.txt", "--format", "csv", "--filter", "　"],
        expect![[r#"
        エラー: --filter に探す語がありません。（There is nothing to look for in --filter.）
    "#]],
    );
    check(
        &["a.txt", "--format", "csv", "--title", "題"],
        expect![[r#"
        エラー: --title はこのコマンドでは使えません。（--title does not belong to this command.）
    "#]],
    );
}

#[test]
fn a_copy_for_reading_holds_no_program() {
    let folder = folder(&[("a.txt", MEETING.as_bytes())]);
    let page = said(&run(&folder, &["export", "--format", "html", "a.txt"]));
    assert!(page.starts_with("<!doctype html>") && !page.contains("<script"), "{page}");
    let n_speeches = |page: &str| page.matches("<article").count();
    assert_eq!(n_speeches(&page), Minutes::of(MEETING).speeches.len());
    let excerpt = said(&run(&folder, &["export", "--format", "html", "--filter", "話者:委員", "a.txt"]));
    assert!(n_speeches(&excerpt) < n_speeches(&page) && excerpt.contains("抜粋"), "{excerpt}");
}

#[test]
fn the_address_of_the_minutes_stands_where_a_format_has_a_place_for_it() {
    let folder = meeting();
    let address = "https://example.jp/minutes.html?a=1&b=2";
    for format in Format::ALL.into_iter().filter(|format| format.holds_link()) {
        let args = ["export", "--format", format.key(), "--url", address, "会議録.txt"];
        let written = said(&run(&folder, &args)).replace("&amp;", "&");
        assert!(written.contains(address), "{}: {written}", format.key());
        let without = said(&run(&folder, &["export", "--format", format.key(), "会議録.txt"]));
        assert!(!without.contains("example.jp"), "{}: {without}", format.key());
    }
    let diet = said(&run(&folder, &["export", "--format", "diet", "--url", address, "会議録.txt"]));
    assert!(diet.contains(&format!("\"speechURL\":\"{address}#s001\"")), "{diet}");
}

#[test]
fn an_address_that_leads_nowhere_is_refused() {
    for url in [
        "example.jp",
        "ftp://example.jp/",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https://a b/",
        "http://a/#s001",
    ] {
        let output = run(&meeting(), &["export", "--format", "csv", "--url", url, "会議録.txt"]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.starts_with(&format!("エラー: --url の「{url}」は使えません。")), "{told}");
        assert_eq!(output.status.code(), Some(1));
    }
    let check = |args: &[&str], message: Expect| {
        check_refused(
            &[("in/a.txt", b"a"), ("in/b.txt", b"b")],
            &[args, &["--url", "http://a/"]].concat(),
            message,
        );
    };
    check(
        &["bundle", "in/a.txt"],
        expect![[r#"
        エラー: --url はこのコマンドでは使えません。（--url does not belong to this command.）
    "#]],
    );
    check(
        &["export", "--format", "text", "in/a.txt"],
        expect![[r#"
        エラー: text には --url のアドレスを入れる所がありません。入れられる形式は csv、tei、diet、jsonld です。（text has no place for --url; csv, tei, diet, jsonld have.）
    "#]],
    );
    check(
        &["export", "--format", "csv", "in", "-o", "out"],
        expect![[r#"
        エラー: --url はテキストが1件のときだけ使えます（2 件あります）。（--url is for one text; there are 2.）
    "#]],
    );
}

#[cfg(not(feature = "embedded-shell"))]
#[test]
fn a_broken_viewer_page_is_no_fault_of_the_texts() {
    let broken = crate::bundle::empty_shell().replace("kg-css", "css");
    let files: &[(&str, &[u8])] =
        &[("dist/shell.html", broken.as_bytes()), ("in/a.txt", b"a"), ("in/b.txt", b"b")];
    check_refused(
        files,
        &["export", "--format", "html", "in", "-o", "out"],
        expect![[r#"
        エラー: 閲覧用ページに必要な箇所（<style id="kg-css">）がありません。（The viewer page lacks <style id="kg-css">.）
    "#]],
    );
    let broken = crate::bundle::empty_shell().replace("kg-doc", "doc");
    check_refused(
        &[("dist/shell.html", broken.as_bytes()), ("a.txt", b"a")],
        &["bundle", "a.txt"],
        expect![[r#"
            a.txt:1: 要確認[no-date]: 会議の開催日が見つかりません。
            a.txt:1: 要確認[no-title]: 会議録の題名が見つかりません。
            a.txt:1: 要確認[no-speech]: 発言者の表記が見つからないため、段落のまま表示しています。
            a.txt:1: 要確認[unrecognised]: 何であるか判定できないため、原文のまま表示しています。 ─ 「a」
            エラー: 閲覧用ページに必要な箇所（<script type="application/json" id="kg-doc"）がありません。（The viewer page lacks <script type="application/json" id="kg-doc".）
        "#]],
    );
}

#[test]
fn several_texts_are_printed_as_json_and_otherwise_need_a_folder() {
    let folder = folder(&[("in/a.txt", MEETING.as_bytes()), ("in/b.txt", MEETING.as_bytes())]);
    assert_eq!(said(&run(&folder, &["export", "--format", "json", "in"])).lines().count(), 2);
    let output = run(&folder, &["export", "--format", "csv", "in"]);
    expect![[r#"
        エラー: csv で複数の会議録（2 件）を書き出すときは、-o でフォルダーを指定してください。（Name a folder with -o to write 2 texts as csv.）
    "#]].assert_eq(&String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_diets_json_and_our_own_files_are_read_whatever_they_are_called() {
    let minutes = Minutes::of(MEETING);
    let json = diet::write(&minutes, &Selection::all());
    let folder = folder(&[("会議録.txt", MEETING.as_bytes()), ("diet.txt", json.as_bytes())]);
    assert!(run(&folder, &["bundle", "会議録.txt", "-o", "page.dat"]).status.success());
    let text = |name: &str| said(&run(&folder, &["export", "--format", "text", name]));
    assert_eq!(text("page.dat"), text("会議録.txt"));
    assert_eq!(text("diet.txt"), text("会議録.txt"));
    let told = run(&folder, &["export", "--format", "csv", "diet.txt"]).stderr;
    expect![[r#"
        diet.txt: 国会会議録のJSONとして読みました。行は、取り出した本文の行です。（Read as the Diet's JSON; lines are those of the text in it.）
    "#]].assert_eq(&String::from_utf8(told).unwrap());
}

#[test]
fn input_that_holds_no_minutes_is_named() {
    let check = |content: &str, message: Expect| {
        check_refused(&[("a.json", content.as_bytes())], &["export", "--format", "csv", "a.json"], message);
    };
    check(
        "{\"a\": 1}",
        expect![[r#"
        a.json: エラー: 国会会議録のJSONではありません。読めるJSONは、国会会議録検索システムの会議単位の形です。（This JSON holds no minutes; the only JSON read is that of the Diet's minutes.）
    "#]],
    );
    check(
        "{\"meetingRecord\": [{\"speechRecord\": []}, {\"speechRecord\": []}]}",
        expect![[r#"
        a.json: エラー: 会議が2件入っています。1件ずつのファイルに分けてください。（It holds 2 meetings; make a file of each.）
    "#]],
    );
    check(
        "{\"speechRecord\":\n[}",
        expect![[r#"
        a.json: エラー: 国会会議録のJSONが壊れています（2行2桁）。（The JSON of the Diet's minutes is damaged (line 2, column 2).）
    "#]],
    );
    check(
        "<!DOCTYPE html><script id=\"kg-doc\"></script>",
        expect![[r#"
        a.json: エラー: 閲覧用ページに必要な箇所（<script type="application/json" id="kg-doc"）がありません。（The viewer page lacks <script type="application/json" id="kg-doc".）
    "#]],
    );
}
