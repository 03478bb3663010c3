//! The real program, its whole messages.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use expect_test::{Expect, expect};
use kaigiroku::bundle;
use tempfile::TempDir;

/// A folder with a viewer page and these files.
pub fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "dist/shell.html", crate::bundle::empty_shell().as_bytes());
    put(folder.path(), "dist/shelf-shell.html", crate::bundle::empty_shell().as_bytes());
    put(folder.path(), "dist/finder.html", crate::bundle::empty_finder().as_bytes());
    for (name, content) in files {
        put(folder.path(), name, content);
    }
    folder
}

fn put(folder: &Path, name: &str, content: &[u8]) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::io::Write::write_all(&mut std::fs::File::create(path).unwrap(), content).unwrap();
}

pub fn command(folder: &TempDir, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaigiroku"));
    command.args(args).current_dir(folder.path());
    // What a developer has set is no business of the tests.
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

pub fn run(folder: &TempDir, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

/// Runs with these bytes led in.
pub fn run_on(folder: &TempDir, args: &[&str], input: &[u8]) -> Output {
    let mut command = command(folder, args);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || std::io::Write::write_all(&mut pipe, &input));
    let output = child.wait_with_output().unwrap();
    // Who has seen enough reads no further.
    let _ = writer.join().unwrap();
    output
}

/// The names of the files in the folder, those of `dist` left out.
pub fn names(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "dist")
        .collect();
    names.sort();
    names
}

/// Runs in a folder with these files; expects exit code 1, this message, nothing printed and
/// nothing written.
pub fn check_refused(files: &[(&str, &[u8])], args: &[&str], message: Expect) {
    let folder = folder(files);
    let before = names(&folder);
    let output = run(&folder, args);
    message.assert_eq(&String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    assert_eq!(names(&folder), before);
}

const JAPANESE: &str = "会議録\n表、ソ、能、①、㈱、髙。\n";
const SHIFT_JIS: &[u8] = b"\x89\xEF\x8B\x63\x98\x5E\n\x95\x5C\x81\x41\x83\x5C\x81\x41\x94\x5C\x81\x41\x87\x40\x81\x41\x87\x8A\x81\x41\xFB\xFC\x81\x42\n";
const EUC_JP: &[u8] = b"\xB2\xF1\xB5\xC4\xCF\xBF\xA4\xC7\xA4\xB9\n";

#[test]
fn one_text_makes_one_file_named_after_it() {
    let folder = folder(&[("令和6.txt", JAPANESE.as_bytes())]);
    let output = run(&folder, &["bundle", "令和6.txt"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(names(&folder), ["令和6.html", "令和6.txt"]);
    let html = std::fs::read_to_string(folder.path().join("令和6.html")).unwrap();
    assert_eq!(bundle::read(&html).unwrap().source.text(), JAPANESE);
}

#[test]
fn the_file_and_the_title_are_as_asked() {
    let folder = folder(&[("a.txt", JAPANESE.as_bytes())]);
    let output = run(&folder, &["bundle", "a.txt", "-o", "公開/第1回.html", "--title", "<第1回>"]);
    assert!(output.status.success(), "{output:?}");
    let html = std::fs::read_to_string(folder.path().join("公開/第1回.html")).unwrap();
    assert!(html.contains("<title>&lt;第1回&gt;</title>"));
}

#[test]
fn the_same_text_makes_the_same_bytes() {
    let folder = folder(&[("a.txt", JAPANESE.as_bytes())]);
    let made = |name: &str| {
        assert!(run(&folder, &["bundle", "a.txt", "-o", name]).status.success());
        std::fs::read(folder.path().join(name)).unwrap()
    };
    assert_eq!(made("1.html"), made("2.html"));
}

#[test]
fn a_folder_makes_a_file_for_each_text_in_it() {
    let folder = folder(&[("in/b.txt", b"b"), ("in/sub/a.TXT", b"a"), ("in/note.csv", b"c")]);
    let output = run(&folder, &["bundle", "in", "-o", "out"]);
    assert!(output.status.success(), "{output:?}");
    let shown = String::from_utf8(output.stdout).unwrap();
    let written: Vec<&str> = shown.lines().filter_map(|line| Some(line.split_once(' ')?.0)).collect();
    assert_eq!(written, ["out/b.html", "out/sub/a.html"]);
    assert!(written.iter().all(|name| folder.path().join(name).is_file()));
}

#[cfg(unix)]
#[test]
fn the_file_is_for_everybody_the_system_allows() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.txt", b"a")]);
    assert!(run(&folder, &["bundle", "a.txt"]).status.success());
    let mode = |name: &str| std::fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("a.html"), mode("a.txt"));
}

#[test]
fn every_encoding_reads_the_same_and_is_told() {
    let utf16: Vec<u8> =
        [0xFEFF].into_iter().chain(JAPANESE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let with_mark = [b"\xEF\xBB\xBF", JAPANESE.as_bytes()].concat();
    let folder = folder(&[
        ("utf8.txt", JAPANESE.as_bytes()),
        ("mark.txt", &with_mark),
        ("utf16.txt", &utf16),
        ("sjis.txt", SHIFT_JIS),
        ("euc.txt", EUC_JP),
        ("jis.txt", b"\x1B$B2q5DO?\x1B(B\n"),
    ]);
    let read = |name: &str| {
        let output = run(&folder, &["bundle", name, "-o", "out.html"]);
        assert!(output.status.success(), "{output:?}");
        let html = std::fs::read_to_string(folder.path().join("out.html")).unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        let told = told.lines().find(|line| line.contains("Read as")).unwrap_or_default().to_owned();
        (bundle::read(&html).unwrap().source.text().to_owned(), told)
    };
    let check = |name: &str, text: &str, told: Expect| {
        let (read, said) = read(name);
        assert_eq!(read, text, "{name}");
        told.assert_eq(&said);
    };
    check("utf8.txt", JAPANESE, expect![""]);
    check("mark.txt", JAPANESE, expect![""]);
    check(
        "utf16.txt",
        JAPANESE,
        expect!["utf16.txt: 文字コードを UTF-16LE として読みました。（Read as UTF-16LE.）"],
    );
    check(
        "sjis.txt",
        JAPANESE,
        expect!["sjis.txt: 文字コードを Shift_JIS として読みました。（Read as Shift_JIS.）"],
    );
    check(
        "euc.txt",
        "会議録です\n",
        expect!["euc.txt: 文字コードを EUC-JP として読みました。（Read as EUC-JP.）"],
    );
    check(
        "jis.txt",
        "会議録\n",
        expect!["jis.txt: 文字コードを ISO-2022-JP として読みました。（Read as ISO-2022-JP.）"],
    );
}

#[test]
fn what_is_no_text_is_named() {
    let check =
        |content: &[u8], message: Expect| check_refused(&[("a.txt", content)], &["bundle", "a.txt"], message);
    check(
        b"",
        expect![[r#"
        a.txt: エラー: 中身が空です。（The file is empty.）
    "#]],
    );
    check(
        b"\xEF\xBB\xBF \r\n\xE3\x80\x80\t",
        expect![[r#"
        a.txt: エラー: 中身が空です。（The file is empty.）
    "#]],
    );
    check(
        b"%PDF-1.7\n",
        expect![[r#"
            a.txt: エラー: PDFが壊れていて、ページが見つかりません。元のファイルを確かめてください。（The PDF is damaged: no pages are found; check the original file.）
        "#]],
    );
    check(
        b"PK\x03\x04\x14",
        expect![[r#"
            a.txt: エラー: 圧縮ファイル（zipなど）は読めません。展開し、中の会議録を選んでください。（An archive (zip and others) cannot be read. Unpack it and choose the minutes in it.）
        "#]],
    );
    check(
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        expect![[r#"
            a.txt: エラー: 旧形式のOfficeなどの文書は読めません。作ったソフトで開き、.docx形式かテキスト（.txt）で保存し直してください。（A document of an older program cannot be read. Open it in the program that made it and save it as .docx or .txt.）
        "#]],
    );
    check(
        b"\x89PNG\r\n\x1A\n",
        expect![[r#"
            a.txt: エラー: 画像は読めません。文字認識（OCR）で文字を取り出し、テキスト（.txt）で保存してください。（A picture cannot be read. Have its letters recognised (OCR) and save them as .txt.）
        "#]],
    );
    check(
        b"<!DOCTYPE html><p>",
        expect![[r#"
            a.txt: エラー: 中身が空です。（The file is empty.）
        "#]],
    );
    check(
        b"a\0b",
        expect![[r#"
        a.txt: エラー: テキストではありません。（This is not a text file.）
    "#]],
    );
    check(
        b"abc\nd\xFF\xFF\n",
        expect![[r#"
            a.txt:2: エラー: 文字コードを判定できません。文字コードを指定するか、UTF-8で保存し直してください。指定するには --encoding を使います。（In no known encoding; say which, or save it as UTF-8. It is said with --encoding.）
        "#]],
    );
    check(
        b"\xCC\xDA\xB7\xC1\n",
        expect![[r#"
            a.txt: エラー: Shift_JISともEUC-JPとも読めるため、判定できません。文字コードを指定するか、UTF-8で保存し直してください。指定するには --encoding を使います。（It reads as Shift_JIS and as EUC-JP; say which, or save it as UTF-8. It is said with --encoding.）
        "#]],
    );
}

#[test]
fn what_cannot_be_read_is_named() {
    check_refused(
        &[],
        &["bundle", "a.txt"],
        expect![[r#"
        a.txt: エラー: ファイルが見つかりません。（No such file.）
    "#]],
    );
    check_refused(
        &[("in/a.csv", b"a")],
        &["bundle", "in"],
        expect![[r#"
            in: エラー: フォルダーに会議録のファイル（.txt、.md、.docx、.html、.htm、.pdf、.json）がありません。（No file of minutes (.txt, .md, .docx, .html, .htm, .pdf, .json) in this folder.）
        "#]],
    );
    check_refused(
        &[("a.txt", b"")],
        &["export", "--format", "json", "a.txt"],
        expect![[r#"
        a.txt: エラー: 中身が空です。（The file is empty.）
    "#]],
    );
}

#[cfg(unix)]
#[test]
fn what_may_never_end_is_not_opened() {
    check_refused(
        &[],
        &["bundle", "/dev/zero"],
        expect![[r#"
        /dev/zero: エラー: 通常のファイルでもフォルダーでもありません。（Neither a file nor a folder.）
    "#]],
    );
}

#[test]
fn what_would_be_lost_is_not_written() {
    let files: &[(&str, &[u8])] = &[("a.txt", b"a"), ("in/a.txt", b"b")];
    check_refused(
        files,
        &["bundle", "a.txt", "-o", "a.txt"],
        expect![[r#"
        a.txt: エラー: 元のテキストに上書きすることになるため、書き出しません。（This would overwrite the text itself.）
    "#]],
    );
    check_refused(
        files,
        &["bundle", "a.txt", "in/a.txt"],
        expect![[r#"
            a.txt: エラー: 書き出し先（a.txt.html）がほかのテキストと同じになります。別々に作ってください。（Another text would be written to a.txt.html, too.）
            in/a.txt: エラー: 書き出し先（a.txt.html）がほかのテキストと同じになります。別々に作ってください。（Another text would be written to a.txt.html, too.）
            2件中0件を作成、2件は書き出せませんでした。（0 of 2 made, 2 could not be written.）
        "#]],
    );
    check_refused(
        files,
        &["bundle", "a.txt", "in", "-o", "a.txt"],
        expect![[r#"
            a.txt: エラー: フォルダーではありません。複数のテキストやフォルダーを渡したとき、-o はフォルダーの名前です。（Not a folder, which -o names for several texts or a folder.）
        "#]],
    );
    check_refused(
        files,
        &["bundle", "a.txt", "in", "--title", "題"],
        expect![[r#"
        エラー: --title はテキストが1件のときだけ使えます（2 件あります）。（--title is for one text; there are 2.）
    "#]],
    );
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_named_and_leaves_nothing() {
    check_refused(
        &[("a.txt", b"a"), ("b", b"")],
        &["bundle", "a.txt", "-o", "b/a.html"],
        expect![[r#"
            a.txt:1: 要確認[no-date]: 会議の開催日が見つかりません。
            a.txt:1: 要確認[no-title]: 会議録の題名が見つかりません。
            a.txt:1: 要確認[no-speech]: 発言者の表記が見つからないため、段落のまま表示しています。
            a.txt:1: 要確認[unrecognised]: 何であるか判定できないため、原文のまま表示しています。 ─ 「a」
            b/a.html: エラー: 書き出せません。（Cannot write it: entity already exists.）
        "#]],
    );
}

#[test]
fn arguments_that_make_no_sense_are_named() {
    let check = |args: &[&str], message: Expect| check_refused(&[("a.txt", b"a")], args, message);
    check(
        &[],
        expect![[r#"
        エラー: コマンドがありません。kaigiroku --help をご覧ください。（No command; see --help.）
    "#]],
    );
    check(
        &["bundel", "a.txt"],
        expect![[r#"
        エラー: 「bundel」というコマンドはありません。kaigiroku --help をご覧ください。（No such command: bundel.）
    "#]],
    );
    check(
        &["bundle"],
        expect![[r#"
        エラー: 会議録のファイルまたはフォルダーを指定してください。（Name a file or a folder.）
    "#]],
    );
    check(
        &["bundle", "a.txt", "--fast"],
        expect![[r#"
        エラー: 引数が正しくありません。kaigiroku --help をご覧ください。（invalid option '--fast'）
    "#]],
    );
    check(
        &["bundle", "a.txt", "-o"],
        expect![[r#"
        エラー: 引数が正しくありません。kaigiroku --help をご覧ください。（missing argument for option '-o'）
    "#]],
    );
    check(
        &["bundle", "a.txt", "--format", "json"],
        expect![[r#"
        エラー: --format はこのコマンドでは使えません。（--format does not belong to this command.）
    "#]],
    );
    check(
        &["bundle", "a.txt", "--filter", "a"],
        expect![[r#"
        エラー: --filter はこのコマンドでは使えません。（--filter does not belong to this command.）
    "#]],
    );
}

#[cfg(not(feature = "embedded-shell"))]
#[test]
fn without_a_viewer_page_it_says_what_to_run() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "a.txt", b"a");
    let output = run(&folder, &["bundle", "a.txt"]);
    expect![[r#"
        エラー: 閲覧用ページ dist/shell.html がありません。先に cargo xtask dist を実行してください。（No dist/shell.html here; run cargo xtask dist first.）
    "#]].assert_eq(&String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn findings_are_told_with_their_place_and_words() {
    let text =
        "第1回検討会 会議録\n\n開催日時 令和7年3月11日（月）\n\n委員　よろしいか。\n\n事務局　はい。\n";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let output = run(&folder, &["export", "--format", "json", "a.txt"]);
    assert!(output.status.success(), "{output:?}");
    expect![[r#"
        a.txt:3: 要確認[weekday-mismatch]: 曜日が暦と合いません。原文は（月）、暦では（火）です。原文のまま表示しています。 ─ 「令和7年3月11日（月）」
    "#]].assert_eq(&String::from_utf8(output.stderr).unwrap());
}

#[test]
fn json_is_one_line_a_meeting() {
    let folder = folder(&[("in/a.txt", b"a"), ("in/b.txt", b"b")]);
    let output = run(&folder, &["export", "--format", "json", "in"]);
    assert!(output.status.success(), "{output:?}");
    let lines: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["format"], "kaigiroku/minutes");
}

#[test]
fn help_and_version_are_printed() {
    let folder = folder(&[]);
    let help = run(&folder, &["bundle", "--help"]);
    assert!(help.status.success());
    assert!(String::from_utf8(help.stdout).unwrap().starts_with("会議録のテキストから"));
    let version = run(&folder, &["--version"]);
    assert_eq!(
        String::from_utf8(version.stdout).unwrap(),
        concat!("kaigiroku ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn a_reader_that_has_gone_away_is_no_error() {
    let folder = folder(&[("a.txt", "委員　はい。\n".repeat(1000).as_bytes())]);
    for args in [&["--help"][..], &["export", "--format", "json", "a.txt"]] {
        let mut child = command(&folder, args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        drop(child.stderr.take());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{args:?}");
    }
}
