//! Several texts in one file: made by the real program, and read by it.

use std::process::Output;

use expect_test::{Expect, expect};
use kaigiroku::bundle::shelf::Opened;
use tempfile::TempDir;

use crate::cli::{folder, names, run, run_on};

/// A meeting of a council that nobody knows.
fn text(session: u32, said: &str) -> String {
    format!(
        "令和6年度第{session}回環境審議会 会議録\n\n1 日時 令和6年{}月1日\n2 会議の内容\n○委員長　{said}\n○山辺委員　はい。\n",
        4 + session
    )
}

/// The folder `in` with three texts, one of them two folders down.
fn three() -> TempDir {
    let texts = [(1, "開会します。"), (2, "前回の会議のとおりです。"), (3, "閉会します。")];
    let [a, b, c] = texts.map(|(session, said)| text(session, said));
    folder(&[
        ("in/a.txt", a.as_bytes()),
        ("in/b.txt", b.as_bytes()),
        ("in/old/c.txt", c.as_bytes()),
        ("in/broken.txt", b""),
    ])
}

fn html(folder: &TempDir, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).unwrap()
}

/// Runs the program and expects this exit code and these words on both streams, sizes left out.
#[track_caller]
fn check(folder: &TempDir, args: &[&str], code: i32, expected: Expect) -> Output {
    let output = run(folder, args);
    let said = [output.stdout.as_slice(), &output.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    // The program in the page and its packing may change.
    let without_size = |line: &str| match line.split_once("（") {
        Some((before, after)) if after.contains("KB、") => {
            format!("{before}（{}", after.split_once("KB、").unwrap().1)
        }
        _ => line.to_owned(),
    };
    expected.assert_eq(&said.lines().map(|line| without_size(line) + "\n").collect::<String>());
    assert_eq!(output.status.code(), Some(code));
    output
}

#[test]
fn a_folder_becomes_one_file_where_a_page_is_named() {
    let folder = three();
    check(
        &folder,
        &["bundle", "in", "-o", "棚.html"],
        1,
        expect![[r#"
            棚.html を書き出しました（会議録 3 件、発言 6 件）。
            in/broken.txt: エラー: 中身が空です。（The file is empty.）
            4件中3件を作成、1件は読めませんでした。（3 of 4 made, 1 could not be read.）
        "#]],
    );
    let opened = Opened::new(html(&folder, "棚.html")).unwrap();
    let files: Vec<&str> = opened.shelf().entries.iter().map(|entry| entry.file.as_str()).collect();
    assert_eq!(files, ["a.txt", "b.txt", "old/c.txt"]);
    assert_eq!(opened.shelf().references[0].to, opened.shelf().ids().next());
    assert!(html(&folder, "棚.html").contains("<title>環境審議会 会議録</title>"));
}

#[test]
fn the_newest_meeting_stands_in_full_in_the_plain_text_or_all_or_none() {
    let folder = three();
    let check = |plain: &[&str], [old, new]: [bool; 2]| {
        let args = [&["bundle", "in", "-q", "-o", "a.html"], plain].concat();
        assert_eq!(run(&folder, &args).status.code(), Some(1));
        let html = html(&folder, "a.html");
        for session in 1..=3 {
            assert!(html.contains(&format!("令和6年度第{session}回環境審議会")), "{session}");
        }
        assert_eq!([html.contains("開会します。"), html.contains("閉会します。")], [old, new], "{plain:?}");
    };
    check(&[], [false, true]);
    check(&["--plain", "newest"], [false, true]);
    check(&["--plain", "all"], [true, true]);
    check(&["--plain", "none"], [false, false]);
}

#[test]
fn the_plain_text_is_well_formed_and_no_name_is_there_twice() {
    let folder = three();
    run(&folder, &["bundle", "in", "-o", "a.html", "--plain", "all"]);
    let html = html(&folder, "a.html");
    let (_, main) = html.split_once("<main id=\"kg-plain\">").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    crate::bundle::check_tags(main).unwrap();
    let ids: Vec<&str> = main.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(once.len(), ids.len());
    for link in main.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(once.contains(link), "{link}");
    }
}

#[test]
fn every_meeting_of_a_file_is_read_again() {
    let folder = three();
    run(&folder, &["bundle", "in", "-o", "a.html"]);
    check(
        &folder,
        &["export", "--format", "text", "a.html", "-o", "out"],
        0,
        expect![[r#"
            out/a.txt を書き出しました（発言 2 件）。
            out/b.txt を書き出しました（発言 2 件）。
            out/old/c.txt を書き出しました（発言 2 件）。
            3件中3件を作成しました。（3 of 3 made.）
        "#]],
    );
    assert!(html(&folder, "out/old/c.txt").contains("閉会します。"));
    check(
        &folder,
        &["check", "a.html", "--lang", "ja"],
        0,
        expect![[r#"
            a.html〔a.txt〕: 発言は2件です。

            a.html〔b.txt〕: 発言は2件です。

            a.html〔old/c.txt〕: 発言は2件です。

            ファイル3件、発言6件: 要確認0件、参考0件、エラー0件
        "#]],
    );
    check(
        &folder,
        &["bundle", "a.html", "-o", "b.html"],
        0,
        expect![[r#"
            b.html を書き出しました（会議録 3 件、発言 6 件）。
            3件中3件を作成しました。（3 of 3 made.）
        "#]],
    );
    assert_eq!(html(&folder, "b.html"), html(&folder, "a.html"));
}

#[test]
fn the_same_text_twice_is_there_once() {
    let one = text(1, "開会します。");
    let folder = folder(&[("in/a.txt", one.as_bytes()), ("in/b.txt", one.as_bytes())]);
    check(
        &folder,
        &["bundle", "in", "-o", "a.html"],
        0,
        expect![[r#"
            a.html を書き出しました（会議録 1 件、発言 2 件）。
            b.txt: 同じ会議録がほかにもあるため、1件だけを入れます。（The same minutes are there twice; one is kept.）
            2件中1件を作成しました。（1 of 2 made.）
        "#]],
    );
}

#[test]
fn one_text_stays_a_file_of_its_own_and_a_folder_stays_a_folder() {
    let one = text(1, "開会します。");
    let two = text(2, "開会します。");
    let folder = folder(&[("in/a.txt", one.as_bytes()), ("b.txt", two.as_bytes()), ("d.html/x", b"")]);
    assert!(run(&folder, &["bundle", "in", "-o", "a.html"]).status.success());
    assert!(kaigiroku::bundle::read(&html(&folder, "a.html")).is_ok());
    assert!(run(&folder, &["bundle", "in/a.txt", "b.txt", "-o", "d.html"]).status.success());
    assert!(kaigiroku::bundle::read(&html(&folder, "d.html/b.html")).is_ok());
    assert!(run(&folder, &["bundle", "in/a.txt", "b.txt", "-o", "out"]).status.success());
    assert!(kaigiroku::bundle::read(&html(&folder, "out/b.html")).is_ok());
}

#[test]
fn what_cannot_be_is_refused_and_leaves_nothing() {
    let folder = three();
    check(
        &folder,
        &["bundle", "in/a.txt", "--plain", "none"],
        1,
        expect![[r#"
        エラー: --plain は、-o に .html のファイルを指定して、複数の会議録を1つのファイルにするときだけ使えます。（--plain is for one file of several meetings, which -o FILE.html makes.）
    "#]],
    );
    check(
        &folder,
        &["bundle", "in", "--plain", "some", "-o", "a.html"],
        1,
        expect![[r#"
        エラー: --plain に「some」は使えません。使えるのは newest、all、none です。（--plain takes newest, all, none, not some.）
    "#]],
    );
    check(
        &folder,
        &["bundle", "in/broken.txt", "in/none.txt", "-o", "a.html"],
        1,
        expect![[r#"
            in/broken.txt: エラー: 中身が空です。（The file is empty.）
            in/none.txt: エラー: ファイルが見つかりません。（No such file.）
            2件中0件を作成、2件は読めませんでした。（0 of 2 made, 2 could not be read.）
        "#]],
    );
    assert_eq!(names(&folder), ["in"]);
    run(&folder, &["bundle", "in", "-o", "a.html"]);
    check(
        &folder,
        &["bundle", "a.html", "in/a.txt", "-o", "a.html"],
        1,
        expect![[r#"
        a.html: エラー: 元のテキストに上書きすることになるため、書き出しません。（This would overwrite the text itself.）
    "#]],
    );
}

#[test]
fn a_damaged_file_is_named_and_what_is_whole_of_it_is_read() {
    let folder = three();
    run(&folder, &["bundle", "in", "-o", "a.html"]);
    let page = html(&folder, "a.html");
    let first = page.find("kg-m-").unwrap();
    let base64 = first + page[first..].find('>').unwrap() + 1;
    let broken = format!("{}!{}", &page[..base64], &page[base64 + 1..]);
    let put = |page: &str| {
        use std::io::Write;
        std::fs::File::create(folder.path().join("b.html")).unwrap().write_all(page.as_bytes()).unwrap();
    };
    put(&broken);
    check(
        &folder,
        &["export", "--format", "text", "b.html", "-o", "out"],
        1,
        expect![[r#"
            out/a.txt を書き出しました（発言 2 件）。
            out/b.txt を書き出しました（発言 2 件）。
            b.html〔old/c.txt〕: エラー: 会議録のデータが壊れています（kg-m-303244-75dffe5a を展開できません）。（The data is damaged (cannot unpack kg-m-303244-75dffe5a).）
            3件中2件を作成、1件は読めませんでした。（2 of 3 made, 1 could not be read.）
        "#]],
    );
    put(&page.replace("kaigiroku/shelf", "kaigiroku/shell"));
    check(
        &folder,
        &["check", "b.html", "--lang", "ja"],
        1,
        expect![[r#"
        エラー[no-minutes]: 会議録のデータの形式が違います。
         --> b.html

        ファイル1件、発言0件: 要確認0件、参考0件、エラー1件
    "#]],
    );
    let output = run_on(&folder, &["check", "-", "--lang", "ja"], page.as_bytes());
    expect![[r#"
        エラー[no-minutes]: 複数の会議録が入ったファイルです。名前が .html で終わるファイルにして、その名前かフォルダーで渡してください。
         --> 標準入力

        ファイル1件、発言0件: 要確認0件、参考0件、エラー1件
    "#]]
    .assert_eq(&String::from_utf8(output.stdout).unwrap());
}
