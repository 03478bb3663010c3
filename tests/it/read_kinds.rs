//! Files of other kinds are known by what is in them, whatever they are called, and named with what to do.

use expect_test::{Expect, expect};

use crate::office::{Entry, compound, docx, zip};
use crate::read::told;

#[track_caller]
fn check(bytes: &[u8], expected: Expect) {
    expected.assert_eq(&told(bytes, None));
}

#[test]
fn documents_of_older_programs_are_told_apart() {
    check(
        &compound(&["\u{5}SummaryInformation", "1Table", "CompObj", "Data", "WordDocument"]),
        expect![[r#"
            旧形式のWord文書（.doc）は読めません。Wordで開き、.docx形式で保存し直してください。
            An older Word document (.doc) cannot be read. Open it in Word and save it again as .docx.
        "#]],
    );
    check(
        &compound(&["Workbook", "MBD0001", "WordDocument"]),
        expect![[r#"
            旧形式のExcelの表（.xls）は読めません。Excelで開き、本文をテキスト（.txt）で保存してください。
            An older Excel table (.xls) cannot be read. Open it in Excel and save its text as .txt.
        "#]],
    );
    check(
        &compound(&["Current User", "PowerPoint Document"]),
        expect![[r#"
            旧形式のPowerPoint（.ppt）は読めません。本文をテキスト（.txt）で保存してください。
            An older PowerPoint file (.ppt) cannot be read. Save its text as .txt.
        "#]],
    );
    check(
        &compound(&["\u{4}JSRV_SegmentInformation", "DocumentText"]),
        expect![[r#"
            一太郎文書（.jtd）は読めません。一太郎で開き、Word文書（.docx）かテキスト（.txt）で保存し直してください。
            An Ichitaro document (.jtd) cannot be read. Open it in Ichitaro and save it as .docx or .txt.
        "#]],
    );
    check(
        &compound(&["EncryptionInfo", "EncryptedPackage"]),
        expect![[r#"
            パスワードの付いたOffice文書は読めません。パスワードを外し、.docx形式で保存し直してください。
            An Office document with a password cannot be read. Take the password off and save it as .docx.
        "#]],
    );
    let other = expect![[r#"
        旧形式のOfficeなどの文書は読めません。作ったソフトで開き、.docx形式かテキスト（.txt）で保存し直してください。
        A document of an older program cannot be read. Open it in the program that made it and save it as .docx or .txt.
    "#]];
    other.assert_eq(&told(&compound(&["Contents"]), None));
    other.assert_eq(&told(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", None));
}

#[test]
fn a_directory_of_a_compound_file_that_runs_in_a_circle_ends() {
    let mut circle = compound(&["a", "b", "c", "d", "e"]);
    // The second sector of the directory is followed by the first.
    circle[512 + 8..512 + 12].copy_from_slice(&1_u32.to_le_bytes());
    assert!(told(&circle, None).starts_with("旧形式のOffice"));
}

#[test]
fn archives_are_told_apart_by_the_files_in_them() {
    let named =
        |name: &str| zip(&[Entry::new("[Content_Types].xml", b"<Types/>"), Entry::new(name, b"<a/>")]);
    check(
        &named("xl/workbook.xml"),
        expect![[r#"
            Excelの表（.xlsx）は読めません。Excelで開き、本文をテキスト（.txt）で保存してください。
            An Excel table (.xlsx) cannot be read. Open it in Excel and save its text as .txt.
        "#]],
    );
    check(
        &named("ppt/presentation.xml"),
        expect![[r#"
            PowerPoint（.pptx）は読めません。本文をテキスト（.txt）で保存してください。
            A PowerPoint file (.pptx) cannot be read. Save its text as .txt.
        "#]],
    );
    let says = |kind: &[u8]| {
        let mut entry = Entry::new("mimetype", kind);
        (entry.method, entry.packed) = (0, kind.to_vec());
        zip(&[entry, Entry::new("content.xml", b"<a/>")])
    };
    check(
        &says(b"application/vnd.oasis.opendocument.text"),
        expect![[r#"
            OpenDocument文書（.odt など）は読めません。LibreOfficeなどで開き、.docx形式で保存し直してください。
            An OpenDocument file (.odt and others) cannot be read. Open it in LibreOffice or the like and save it as .docx.
        "#]],
    );
    check(
        &says(b"application/epub+zip"),
        expect![[r#"
            電子書籍（.epub）は読めません。本文をテキスト（.txt）で保存してください。
            An e-book (.epub) cannot be read. Save its text as .txt.
        "#]],
    );
    let archive = expect![[r#"
        圧縮ファイル（zipなど）は読めません。展開し、中の会議録を選んでください。
        An archive (zip and others) cannot be read. Unpack it and choose the minutes in it.
    "#]];
    archive.assert_eq(&told(&named("会議録.txt"), None));
    archive.assert_eq(&told(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", None));
    archive.assert_eq(&told(b"PK\x03\x04\x14", None));
    archive.assert_eq(&told(b"\x1F\x8B\x08\0", None));
    archive.assert_eq(&told(b"7z\xBC\xAF\x27\x1C\0\x04", None));
    archive.assert_eq(&told(b"Rar!\x1A\x07\x01\0", None));
    archive.assert_eq(&told(b"\x24\x50-lh5-\x10", None));
}

#[test]
fn pictures_recordings_and_programs_are_named() {
    let picture = expect![[r#"
        画像は読めません。文字認識（OCR）で文字を取り出し、テキスト（.txt）で保存してください。
        A picture cannot be read. Have its letters recognised (OCR) and save them as .txt.
    "#]];
    for start in [
        &b"\x89PNG\r\n\x1A\n"[..],
        b"\xFF\xD8\xFF\xE0",
        b"GIF89a",
        b"II*\0\x08",
        b"MM\0*\0",
        b"RIFF\x24\0\0\0WEBPVP8 ",
        b"\0\0\0\x18ftypheic\0",
        b"\0\0\0\x1CftypavifX",
        b"BM\x36\x10\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x10",
    ] {
        picture.assert_eq(&told(start, None));
    }
    let recording = expect![[r#"
        録音や動画は読めません。文字に起こし、テキスト（.txt）で保存してください。
        A recording cannot be read. Write down what is said and save it as .txt.
    "#]];
    for start in
        [&b"ID3\x04\0\0"[..], b"RIFF\x24\0\0\0WAVEfmt ", b"\0\0\0\x20ftypM4A \0", b"OggS\0", b"fLaC\0"]
    {
        recording.assert_eq(&told(start, None));
    }
    let program = expect![[r#"
        プログラムは読めません。会議録のファイルを選んでください。
        A program cannot be read. Choose a file of minutes.
    "#]];
    program.assert_eq(&told(b"MZ\x90\0\x03\0\0\0", None));
    program.assert_eq(&told(b"\x7FELF\x02\x01", None));
}

#[test]
fn rich_text_and_pages_in_one_file_are_named() {
    check(
        br"{\rtf1\ansi\deff0 abc}",
        expect![[r#"
            リッチテキスト（.rtf）は読めません。Wordで開き、.docx形式で保存し直してください。
            Rich text (.rtf) cannot be read. Open it in Word and save it again as .docx.
        "#]],
    );
    check(
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
        expect![[r#"
            1つにまとめたWebページ（.mht）は読めません。ブラウザーで開き、HTML（.html）で保存し直してください。
            A web page in one file (.mht) cannot be read. Open it in a browser and save it as .html.
        "#]],
    );
}

#[test]
fn text_that_begins_like_another_kind_is_text() {
    for text in
        ["BMの検査について\n", "MZ会議録\n", "ID3タグの話\n", "PK戦の話\n", "RIFFの話\n", "<会議録>\n"]
    {
        assert_eq!(told(text.as_bytes(), None), format!("Text UTF-8\n{text}"));
    }
}

#[test]
fn a_document_is_known_whatever_it_is_called() {
    let document = docx("<w:p><w:r><w:t>会議録</w:t></w:r></w:p>", &[]);
    assert_eq!(told(&document, None), "Docx\n会議録\n");
}
