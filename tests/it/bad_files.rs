//! Files that are none, may not be read, never end, or have names that hold anything: the real program.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use expect_test::{Expect, expect};
use tempfile::TempDir;

use crate::cli::{command, folder, names, run};
use crate::export_formats::MEETING;

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Bundles the folder `in`; expects exit code 1, this message, and that the good text in it was made.
fn check(folder: &TempDir, message: Expect) {
    let output = run(folder, &["bundle", "in", "-o", "out"]);
    message.assert_eq(&told(&output));
    assert_eq!(output.status.code(), Some(1));
    assert!(folder.path().join("out/good.html").is_file());
}

fn with_a_good_text() -> TempDir {
    folder(&[("in/good.txt", MEETING.as_bytes())])
}

#[test]
fn encodings_are_told_apart_file_by_file() {
    let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode(MEETING);
    let (euc_jp, ..) = encoding_rs::EUC_JP.encode(MEETING);
    let mut half = MEETING.as_bytes().to_vec();
    half.extend_from_slice(&shift_jis);
    let folder = folder(&[
        ("in/good.txt", MEETING.as_bytes()),
        ("in/sjis.txt", &shift_jis),
        ("in/euc.txt", &euc_jp),
        ("in/half.txt", &half),
    ]);
    check(
        &folder,
        expect![[r#"
            in/euc.txt: 文字コードを EUC-JP として読みました。（Read as EUC-JP.）
            in/half.txt:17: エラー: UTF-8 で始まり、この行に Shift_JIS が混ざっています。どちらかにそろえて保存し直してください。（It begins in UTF-8, and this line is in Shift_JIS; save all of it in one.）
            in/sjis.txt: 文字コードを Shift_JIS として読みました。（Read as Shift_JIS.）
            4件中3件を作成、1件は読めませんでした。（3 of 4 made, 1 could not be read.）
        "#]],
    );
    let made = |name: &str| std::fs::read(folder.path().join("out").join(name)).unwrap();
    assert_eq!(made("sjis.html"), made("good.html"));
    assert_eq!(made("euc.html"), made("good.html"));
}

#[test]
fn a_file_too_large_is_refused_before_it_is_read() {
    let folder = with_a_good_text();
    // A hole of one gigabyte: were it read, it would be told to be no text.
    std::fs::File::create(folder.path().join("in/huge.txt")).unwrap().set_len(1 << 30).unwrap();
    check(
        &folder,
        expect![[r#"
        in/huge.txt: エラー: ファイルが大きすぎます（1024 MB）。256 MB まで読めます。（Too large (1024 MiB); up to 256 MiB is read.）
        2件中1件を作成、1件は読めませんでした。（1 of 2 made, 1 could not be read.）
    "#]],
    );
}

#[cfg(unix)]
#[test]
fn a_stream_that_does_not_end_is_refused() {
    let folder = folder(&[]);
    let zero = std::fs::File::open("/dev/zero").unwrap();
    let output = command(&folder, &["bundle", "-"]).stdin(Stdio::from(zero)).output().unwrap();
    expect![[r#"
        標準入力: エラー: 大きすぎます。256 MB まで読めます。（Too large; up to 256 MiB is read.）
    "#]]
    .assert_eq(&told(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_no_file_is_passed_over_with_its_reason() {
    use std::os::unix::fs::symlink;
    let folder = with_a_good_text();
    let put = |name: &str| folder.path().join("in").join(name);
    assert!(Command::new("mkfifo").arg(put("fifo.txt")).status().unwrap().success());
    std::fs::create_dir_all(put("folder.txt")).unwrap();
    symlink("/dev/zero", put("device.txt")).unwrap();
    symlink("nowhere", put("broken.txt")).unwrap();
    symlink("loop.txt", put("loop.txt")).unwrap();
    symlink(".", put("around")).unwrap();
    symlink("good.txt", put("link.txt")).unwrap();
    check(
        &folder,
        expect![[r#"
        in/broken.txt: エラー: ファイルが見つかりません。（No such file.）
        in/device.txt: エラー: 通常のファイルでもフォルダーでもありません。（Neither a file nor a folder.）
        in/fifo.txt: エラー: 通常のファイルでもフォルダーでもありません。（Neither a file nor a folder.）
        in/loop.txt: エラー: 読めません。（Cannot read it: Too many levels of symbolic links (os error 40).）
        6件中2件を作成、4件は読めませんでした。（2 of 6 made, 4 could not be read.）
    "#]],
    );
    assert!(folder.path().join("out/link.html").is_file());
    // The same where they are named themselves.
    let args = ["check", "--lang", "en", "in/fifo.txt", "in/folder.txt", "in/loop.txt", "in/broken.txt"];
    let output = run(&folder, &args);
    expect![[r#"
        error[not-a-file]: Neither a file nor a folder.
         --> in/fifo.txt

        error[no-texts]: No file of minutes (.txt, .md, .docx, .html, .htm, .pdf, .json) in this folder.
         --> in/folder.txt

        error[refused]: Cannot read it: Too many levels of symbolic links (os error 40).
         --> in/loop.txt

        error[missing]: No such file.
         --> in/broken.txt

        files: 4, speeches: 0, warnings: 0, notes: 0, errors: 4
    "#]]
    .assert_eq(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_passed_over_with_its_reason() {
    use std::os::unix::fs::PermissionsExt;
    let folder = with_a_good_text();
    let forbid = |name: &str| {
        let none = std::fs::Permissions::from_mode(0o000);
        std::fs::set_permissions(folder.path().join(name), none).unwrap();
    };
    std::fs::File::create(folder.path().join("in/secret.txt")).unwrap();
    std::fs::create_dir(folder.path().join("in/secrets")).unwrap();
    forbid("in/secret.txt");
    forbid("in/secrets");
    if std::fs::File::open(folder.path().join("in/secret.txt")).is_ok() {
        eprintln!("left out: whoever runs the tests may read everything");
        return;
    }
    check(
        &folder,
        expect![[r#"
        in/secret.txt: エラー: 読む権限がありません。（No permission to read it.）
        in/secrets: エラー: 読む権限がありません。（No permission to read it.）
        3件中1件を作成、2件は読めませんでした。（1 of 3 made, 2 could not be read.）
    "#]],
    );
    let open = std::fs::Permissions::from_mode(0o700);
    std::fs::set_permissions(folder.path().join("in/secrets"), open).unwrap();
}

/// Bundles a text of this name; expects the name of its file, and that the name is nowhere in it.
fn check_name(name: &str, made: &str) {
    let folder = folder(&[(&format!("in/{name}"), MEETING.as_bytes())]);
    let output = run(&folder, &["bundle", "in", "-o", "out"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), 1, "{output:?}");
    let out = folder.path().join("out");
    let found: Vec<_> = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(found, [made]);
    let html = std::fs::read_to_string(out.join(made)).unwrap();
    let stem = Path::new(name).file_stem().unwrap().to_str().unwrap();
    assert!(stem.len() < 8 || !html.contains(stem), "{name}");
}

#[cfg(unix)]
#[test]
fn a_name_may_hold_anything() {
    check_name("CON.txt", "CON.html");
    check_name("議事録😀.txt", "議事録😀.html");
    check_name("か\u{3099}いき\u{3099}ろく.txt", "か\u{3099}いき\u{3099}ろく.html");
    check_name("a\nb\u{1B}[31m.txt", "a\nb\u{1B}[31m.html");
    check_name("-o.txt", "-o.html");
    check_name("</script><script>.txt".replace('/', "").as_str(), "<script><script>.html");
    let long = "あ".repeat(83);
    check_name(&format!("{long}aa.txt"), &format!("{long}a.html"));

    let folder = folder(&[("会議録.txt", MEETING.as_bytes()), ("sub/x", b"")]);
    let mut command = command(&folder, &["bundle", "../会議録.txt"]);
    let sub = folder.path().join("sub");
    assert!(command.current_dir(&sub).output().unwrap().status.success());
    assert!(sub.join("会議録.html").is_file());
    assert_eq!(names(&folder), ["sub", "会議録.txt"]);
}
