//! Documents and pages that lie about themselves, or are made to fill the memory, are named and let go.

use expect_test::{Expect, expect};
use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

use crate::office::{Entry, docx, docx_entries, root, zip};
use crate::read::told;

#[track_caller]
fn check(bytes: &[u8], expected: Expect) {
    expected.assert_eq(&told(bytes, None));
}

const BODY: &str = "<w:p><w:r><w:t>会議録</w:t></w:r></w:p>";

/// A good document of which the part that holds the text is changed.
fn with(change: impl FnOnce(&mut Entry)) -> Vec<u8> {
    let mut entries = docx_entries(BODY, &[]);
    change(&mut entries[2]);
    zip(&entries)
}

#[test]
fn a_bomb_that_says_its_length_is_not_inflated() {
    let letters = vec![b' '; 1 << 20];
    let packed = compress_to_vec(&letters, 9);
    // A gibibyte by its own word, out of a thousand times less.
    check(
        &with(|entry| (entry.len, entry.packed) = (1 << 30, packed.clone())),
        expect![[r#"
            Word文書の中身が異常な比率で圧縮されているため、安全のため読みません（word/document.xml）。
            The Word document is packed at a ratio that no document has, and is not read for safety (word/document.xml).
        "#]],
    );
}

#[test]
fn a_bomb_that_lies_about_its_length_is_stopped_at_what_it_says() {
    let packed = compress_to_vec(&vec![b' '; 16 << 20], 9);
    check(
        &with(|entry| (entry.len, entry.packed) = (5_000, packed)),
        expect![[r#"
            Word文書の中身の長さが記録と違います（word/document.xml）。Wordで開き、.docx形式で保存し直してください。
            A file in the Word document is not as long as it says (word/document.xml). Open it in Word and save it again as .docx.
        "#]],
    );
}

#[test]
fn a_length_that_is_less_or_more_than_there_is_shows() {
    let expected = expect![[r#"
        Word文書の中身の長さが記録と違います（word/document.xml）。Wordで開き、.docx形式で保存し直してください。
        A file in the Word document is not as long as it says (word/document.xml). Open it in Word and save it again as .docx.
    "#]];
    expected.assert_eq(&told(&with(|entry| entry.len += 1), None));
    expected.assert_eq(&told(&with(|entry| entry.len -= 1), None));
}

#[test]
fn too_much_for_any_document_is_refused_before_it_is_inflated() {
    // Noise does not pack, so that no ratio is broken.
    let mut state = 1_u32;
    let noise: Vec<u8> = (0..1 << 20)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .collect();
    check(
        &with(|entry| (entry.len, entry.packed) = (65 << 20, noise)),
        expect![[r#"
            Word文書の中身が大きすぎます（word/document.xml）。展開して64 MBまで読めます。
            Too much is packed into the Word document (word/document.xml); 64 MiB are read.
        "#]],
    );
}

#[test]
fn zip64_is_named() {
    let expected = expect![[r#"
        ZIP64形式のWord文書は読めません。Wordで開き、.docx形式で保存し直してください。
        ZIP64 is not read. Open it in Word and save it again as .docx.
    "#]];
    expected.assert_eq(&told(&with(|entry| entry.len = u32::MAX), None));
    let mut end = docx(BODY, &[]);
    let at = end.len() - 12;
    end[at..at + 2].copy_from_slice(&[0xFF; 2]);
    expected.assert_eq(&told(&end, None));
}

#[test]
fn an_encrypted_part_is_named() {
    check(
        &with(|entry| entry.flags = 1),
        expect![[r#"
            パスワードで暗号化されています。パスワードを外して保存し直してください。
            It is locked by a password; save it without.
        "#]],
    );
}

#[test]
fn two_parts_of_one_name_are_named() {
    let mut entries = docx_entries(BODY, &[]);
    entries.push(Entry { name: "Word/Document.xml".to_owned(), ..entries[2].clone() });
    check(
        &zip(&entries),
        expect![[r#"
            Word文書の中に同じ名前のファイルが2つあります（word/document.xml）。Wordで開き、.docx形式で保存し直してください。
            Two files in the Word document bear one name (word/document.xml). Open it in Word and save it again as .docx.
        "#]],
    );
}

#[test]
fn names_that_lead_out_of_the_archive_lead_nowhere() {
    let mut entries = docx_entries(BODY, &[]);
    entries.push(Entry::new("../../etc/passwd", b"x"));
    entries.push(Entry::new("/absolute", b"x"));
    assert_eq!(told(&zip(&entries), None), "Docx\n会議録\n");
    let away = r#"<Relationships><Relationship Type="x/officeDocument" Target="../../../word/document.xml"/></Relationships>"#;
    entries[1] = Entry::new("_rels/.rels", away.as_bytes());
    assert_eq!(told(&zip(&entries), None), "Docx\n会議録\n");
}

#[test]
fn a_document_that_is_cut_off_or_changed_is_named() {
    let good = docx(BODY, &[]);
    let cut_off = expect![[r#"
        Word文書が途中で切れているか、壊れています。Wordで開き、.docx形式で保存し直してください。
        The Word document is cut off or damaged. Open it in Word and save it again as .docx.
    "#]];
    cut_off.assert_eq(&told(&good[..good.len() - 30], None));
    check(
        &with(|entry| entry.crc ^= 1),
        expect![[r#"
            Word文書の中身が壊れています（word/document.xml）。Wordで開き、.docx形式で保存し直してください。
            A file in the Word document is damaged (word/document.xml). Open it in Word and save it again as .docx.
        "#]],
    );
    check(
        &with(|entry| entry.method = 12),
        expect![[r#"
            Word文書の圧縮の方式が通常と違うため読めません（word/document.xml）。Wordで開き、.docx形式で保存し直してください。
            The Word document is packed in an unusual way (word/document.xml). Open it in Word and save it again as .docx.
        "#]],
    );
    check(
        &with(|entry| entry.name = "word/other.xml".to_owned()),
        expect![[r#"
            Word文書の本文が見つかりません。Wordで開き、.docx形式で保存し直してください。
            There is no document in this Word file. Open it in Word and save it again as .docx.
        "#]],
    );
    check(
        &with(|entry| *entry = Entry::new(&entry.name, b"<w:document><w:body>")),
        expect![[r#"
            Word文書が壊れています（word/document.xml）。Wordで開き、.docx形式で保存し直してください。
            The Word document is damaged (word/document.xml). Open it in Word and save it again as .docx.
        "#]],
    );
}

#[test]
fn what_is_nested_too_deep_is_named() {
    let deep = root("document", &"<w:p>".repeat(200_000));
    // As it is, since packed it would be too small to be true.
    let as_it_is = |entry: &mut Entry| {
        *entry = Entry {
            method: 0,
            packed: deep.clone().into_bytes(),
            ..Entry::new(&entry.name, deep.as_bytes())
        };
    };
    check(
        &with(as_it_is),
        expect![[r#"
            Word文書の入れ子が深すぎて読めません（word/document.xml）。Wordで開き、.docx形式で保存し直してください。
            The Word document is nested too deep to be read (word/document.xml). Open it in Word and save it again as .docx.
        "#]],
    );
}

#[test]
fn entities_of_a_document_type_are_not_expanded() {
    let laughs = r#"<!DOCTYPE d [<!ENTITY a "ははは"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>"#;
    let document = root("document", "<w:body><w:p><w:r><w:t>&b;と&x;と&amp;</w:t></w:r></w:p></w:body>");
    let document = document.replace("?>\r\n", &format!("?>{laughs}"));
    let mut entries = docx_entries("", &[]);
    entries[2] = Entry::new("word/document.xml", document.as_bytes());
    assert_eq!(told(&zip(&entries), None), "Docx\n&b;と&x;と&\n");
}

#[test]
fn what_is_said_once_is_not_printed_without_end() {
    // Numbers as long as a book before every paragraph, and a note that is called again and again.
    let long = "あ".repeat(100_000);
    let level = format!(r#"<w:lvl w:ilvl="0"><w:lvlText w:val="{long}"/></w:lvl>"#);
    let lists = format!(
        r#"<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#
    );
    let item = r#"<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:footnoteReference w:id="1"/></w:r></w:p>"#;
    let note = format!(r#"<w:footnote w:id="1"><w:p><w:r><w:t>{long}</w:t></w:r></w:p></w:footnote>"#);
    let parts = [("numbering", root("numbering", &lists)), ("footnotes", root("footnotes", &note))];
    // The parts are stored as they are, since packed they would be too small to be true.
    let mut entries = docx_entries(&item.repeat(1_000), &parts);
    for (entry, (_, content)) in entries.iter_mut().skip(4).zip(&parts) {
        (entry.method, entry.packed) = (0, content.clone().into_bytes());
    }
    let document = root("document", &format!("<w:body>{}</w:body>", item.repeat(1_000)));
    (entries[2].method, entries[2].packed) = (0, document.into_bytes());
    let told = told(&zip(&entries), None);
    assert_eq!(told.lines().count(), 1 + 1_000 + 2);
    assert!(told.len() < 1_000_000, "{}", told.len());
    assert!(told.ends_with(&format!("\n\n※1　{long}\n")));
}

#[test]
fn too_many_files_are_named() {
    let mut entries = docx_entries(BODY, &[]);
    entries.extend((0..10_000).map(|at| Entry::new(&format!("word/media/{at}"), b"")));
    check(
        &zip(&entries),
        expect![[r#"
            Word文書の中のファイルが多すぎます（10,004個）。Wordで開き、.docx形式で保存し直してください。
            There are too many files in the Word document (10,004). Open it in Word and save it again as .docx.
        "#]],
    );
}

#[test]
fn a_page_that_no_parser_would_get_through_is_named() {
    let deep = format!("<html><body>\n{}", "<div>".repeat(100_000));
    let wide = format!("<html><body>\n<p {}>", "a=1 ".repeat(100_000));
    let falsely_closed = format!("<html><body>\n{}", "<b></p>".repeat(100_000));
    let bold: String = (0..1_900).map(|at| format!("<b id={at}>")).collect();
    let opened_again = format!("<html><body>\n<p>{bold}{}", "<p>あ".repeat(20_000));
    let expected = expect![[r#"
        2: このページは作りが複雑すぎて読めません。本文をテキストで保存してください。
        This page is too tangled to be read; save its text.
    "#]];
    expected.assert_eq(&told(deep.as_bytes(), None));
    expected.assert_eq(&told(wide.as_bytes(), None));
    expected.assert_eq(&told(falsely_closed.as_bytes(), None));
    expected.assert_eq(&told(opened_again.as_bytes(), None));
    // What closes itself does not pile up, and what a script holds is no tag.
    let long = format!(
        "<html><script>{}</script><body>{}",
        "\"<div>\"".repeat(9_000),
        "<p>委員<br>はい。".repeat(9_000)
    );
    assert!(told(long.as_bytes(), None).starts_with("Html UTF-8\n委員\nはい。\n\n委員\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_a_document_stops_reading(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), end in any::<prop::sample::Index>()) {
        let mut bytes = docx(&format!("{BODY}<w:tbl><w:tr><w:tc>{BODY}</w:tc></w:tr></w:tbl>"), &[("styles", root("styles", ""))]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = told(&bytes, None);
        let end = end.index(bytes.len());
        let _ = told(&bytes[..end], None);
    }

    #[test]
    fn no_parts_stop_reading(pieces in prop::collection::vec(prop::sample::select(vec![
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>あ</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>",
        "<w:ruby>", "</w:ruby>", "<w:rt>", "</w:rt>", "<w:del>", "</w:del>", "<w:txbxContent>", "</w:txbxContent>", "<w:pPr>",
        "</w:pPr>", "<w:rPr>", "</w:rPr>", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "<w:footnoteReference w:id=\"1\"/>",
        "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Fallback>", "</mc:Fallback>", "&x;", "<![CDATA[い]]>", "<w:vanish/>",
    ]), 0..40)) {
        let part = pieces.concat();
        let notes = root("footnotes", &format!("<w:footnote w:id=\"1\">{part}</w:footnote>"));
        let numbering = root("numbering", &format!("<w:num w:numId=\"1\">{part}</w:num>"));
        let _ = told(&docx(&part, &[("footnotes", notes), ("numbering", numbering)]), None);
    }

    #[test]
    fn no_page_stops_reading(pieces in prop::collection::vec(prop::sample::select(vec![
        "<div>", "</div>", "<p>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<ruby>漢<rt>かん", "</ruby>", "<pre>",
        "</pre>", "<ol type=a start=-5>", "<li value=99999999999999999999>", "</ol>", "<main>", "</main>", "<nav>メニュー</nav>",
        "<script>", "</script>", "<!--", "-->", "<svg><title>", "<math><mi>", "<template>", "あ\nい", " ", "&nbsp;", "&#0;",
        "<form>", "<li>", "<select><option>", "<frameset>", "<plaintext>", "<textarea>", "</body>", "<br>", "<hr hidden>",
    ]), 0..40)) {
        let _ = told(format!("<html>{}", pieces.concat()).as_bytes(), None);
    }
}
