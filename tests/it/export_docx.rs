//! DOCX: a package that others can open, and in it the text of the minutes.

use std::io::{Cursor, Read};

use kaigiroku::export::{Selection, docx, text};
use kaigiroku::model::Minutes;
use proptest::prelude::*;

use crate::arbitrary;
use crate::export_formats::MEETING;
use crate::minutes::texts;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A part of the package.
fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
    let mut out = String::new();
    // Reading checks the sum.
    archive.by_name(name).expect(name).read_to_string(&mut out).expect("UTF-8");
    out
}

/// The paragraphs of the document, each with its style.
fn paragraphs(docx: &[u8]) -> Vec<(String, String)> {
    let document = part(docx, "word/document.xml");
    let document = roxmltree::Document::parse(&document).expect("well-formed");
    let paragraphs = document.descendants().filter(|node| node.has_tag_name((W, "p")));
    let read = |paragraph: roxmltree::Node| {
        let mut text = String::new();
        let mut style = String::new();
        for node in paragraph.descendants() {
            match node.tag_name().name() {
                "t" => text.push_str(node.text().unwrap_or_default()),
                "br" => text.push('\n'),
                "tab" => text.push('\t'),
                "pStyle" => style = node.attribute((W, "val")).unwrap_or_default().to_owned(),
                _ => {}
            }
        }
        (style, text)
    };
    paragraphs.map(read).collect()
}

/// What the document and the plain text have to say alike: every letter, without spaces and the marks
/// with which plain text shows what a document shows by style.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !"○■□\u{FFFD}\u{FFFE}\u{FFFF}".contains(*c))
        .collect()
}

#[track_caller]
fn check(minutes: &Minutes, selection: &Selection) {
    let written = docx::write(minutes, selection);
    let words: String = paragraphs(&written).into_iter().map(|(_, text)| text).collect();
    assert_eq!(letters(&words), letters(&text::write(minutes, selection)));
}

#[test]
fn the_document_of_every_text_says_what_its_plain_text_says() {
    for (_, text) in texts() {
        check(&Minutes::of(text), &Selection::all());
    }
}

#[test]
fn every_paragraph_of_a_speech_is_one_of_the_document() {
    for (path, text) in texts() {
        let minutes = Minutes::of(text);
        let said: Vec<String> =
            minutes.speeches.iter().flat_map(|s| &s.paragraphs).map(|p| p.text(&minutes.source)).collect();
        let written = paragraphs(&docx::write(&minutes, &Selection::all()));
        let written: Vec<String> =
            written.into_iter().filter(|(style, _)| style == "Speech").map(|(_, text)| text).collect();
        assert_eq!(written, said, "{path}");
    }
}

#[test]
fn every_line_has_its_style() {
    let written = docx::write(&Minutes::of(MEETING), &Selection::all());
    let lines: Vec<String> =
        paragraphs(&written).into_iter().map(|(style, text)| format!("{style}: {text}")).collect();
    expect_test::expect![[r#"
        Title: 第3回 みどり図書館協議会 会議録
        Cell: 1 日時
        Cell: 令和7年5月14日（水）午後2時から午後3時まで
        Cell: 2 場所
        Cell: 中央図書館
        Cell: 
        Heading1: 3 出席者
        Group: (1) 委員
        Entry: 山田花子委員（会長）
        Entry: 佐藤一郎委員
        Group: (2) 事務局
        Entry: 鈴木次郎館長
        Heading1: 4 議題
        Entry: (1) 開館時間について
        Heading1: 5 審議内容
        Heading2: (1) 開館時間について
        Told: 資料により事務局から説明を行った。
        Heading3: 会長（山田花子、出席者欄による）
        Speech: 御意見をお願いします。
        Heading3: 委員
        Speech: 夜間も開館できないか。
        Speech: *延長*は_週2日_でよい。
        Heading3: 事務局
        Speech: 人員とあわせて検討します。"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn every_part_is_xml_and_every_style_is_there() {
    let written = docx::write(&Minutes::of(MEETING), &Selection::all());
    let names = [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/footer1.xml",
    ];
    for name in names {
        roxmltree::Document::parse(&part(&written, name)).expect(name);
    }
    let styles = part(&written, "word/styles.xml");
    for (style, _) in paragraphs(&written) {
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
}

#[test]
fn no_file_in_it_bears_the_time_of_writing() {
    let written = docx::write(&Minutes::of(MEETING), &Selection::all());
    let mut archive = zip::ZipArchive::new(Cursor::new(written.as_slice())).unwrap();
    for idx in 0..archive.len() {
        let time = archive.by_index(idx).unwrap().last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_document_of_any_minutes_says_what_its_plain_text_says(minutes in arbitrary::minutes()) {
        check(&minutes, &Selection::all());
    }
}
