//! What of a page is text: fonts, maps of letters, places of letters.

use expect_test::{Expect, expect};
use kaigiroku::diagnostics::Lang;
use kaigiroku::read::pdf::PdfError;
use kaigiroku::read::{ReadError, Reading};

use crate::pdf_paper::{
    Object, extract, file, font, frame, mapped_font, object, page, read, stream, text, utf16, utf16_font,
};

/// A page in a font, whose content and text are these.
#[track_caller]
fn check_font(font: Vec<Object>, content: &str, expected: &str) {
    let mut objects = frame();
    objects.extend(font);
    let content = format!("BT /F1 10 Tf 1 0 0 1 50 700 Tm {content} ET");
    objects.push(stream(4, "", content.as_bytes()));
    assert_eq!(read(&file(&objects)), format!("{expected}\n"));
}

#[track_caller]
fn check(content: &str, expected: Expect) {
    expected.assert_eq(&read(&page(content)));
}

#[test]
fn a_map_says_which_letters_codes_mean() {
    let map =
        |body: &str| mapped_font(&format!("1 begincodespacerange <0000> <FFFF> endcodespacerange {body}"));
    check_font(map("2 beginbfchar <0001> <4F1A> <0002> <8B70> endbfchar"), "<00010002> Tj", "会議");
    check_font(map("1 beginbfrange <0010> <0012> <3042> endbfrange"), "<001000110012> Tj", "あぃい");
    check_font(map("1 beginbfrange <0010> <0011> [<9332> <002E002E>] endbfrange"), "<00100011> Tj", "録..");
    check_font(map("1 beginbfchar <0001> <D842DFB7> endbfchar"), "<0001> Tj", "𠮷");
    check_font(map("1 beginbfrange <0001> <0002> <D842DFB7> endbfrange"), "<0002> Tj", "𠮸");
}

#[test]
fn fonts_without_a_map_are_read_by_the_name_of_their_encoding() {
    check_font(vec![font("90ms-RKSJ-H")], "<89EF8B63985E41B1FBFC> Tj", "会議録Aｱ髙");
    check_font(vec![font("EUC-H")], "<B2F1B5C4CFBF41> Tj", "会議録A");
    check_font(vec![font("H")], "<327135444F3F> Tj", "会議録");
    check_font(vec![font("UniJIS-UCS2-H")], &format!("{} Tj", utf16("会議録")), "会議録");
    check_font(vec![font("UniJIS-UTF16-H")], &format!("{} Tj", utf16("𠮷田")), "𠮷田");
}

#[test]
fn glyphs_of_adobe_japan1_are_known_by_number() {
    check_font(vec![font("Identity-H")], "<0022 028A 034B 039E 0465 1D37 1D83 20A7> Tj", "A＿あア亜─①纊");
    // Signs that stand in vertical lines.
    check_font(vec![font("Identity-H")], "<1ECF 1ED0 1ED3> Tj", "、。ー");
}

#[test]
fn single_bytes_are_read_by_their_encoding_and_the_names_of_glyphs() {
    let simple = |rest: &str| vec![object(5, &format!("<< /Type /Font /Subtype /TrueType {rest} >>"))];
    check_font(simple("/Encoding /WinAnsiEncoding"), "(caf\\351 \\226 \\2001) Tj", "café – €1");
    check_font(simple("/Encoding /MacRomanEncoding"), "(caf\\216) Tj", "café");
    check_font(simple(""), "(a\\256b) Tj", "aﬁb");
    let named = "/Encoding << /Differences [1 /A /comma /uni4F1A /u20BB7 40 /hyphen.alt] >>";
    check_font(simple(named), "<0102030428> Tj", "A,会𠮷-");
    let pictures = "<< /Type /Font /Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 65 /Widths [100] \
                    /Encoding << /Differences [65 /uni4F1A] >> >>";
    check_font(vec![object(5, pictures)], "(AA) Tj", "会会");
}

#[test]
fn a_font_may_hold_the_map_of_its_codes() {
    let map = "1 begincodespacerange <20> <7E> endcodespacerange 1 begincodespacerange <8140> <9FFC> \
               endcodespacerange 1 begincidrange <20> <7E> 231 endcidrange 1 begincidchar <889F> 1125 endcidchar";
    let mut objects = vec![stream(6, "", map.as_bytes())];
    let (number, body) = font("X");
    objects.push(object(number, &String::from_utf8(body).unwrap().replace("/X", "6 0 R")));
    check_font(objects, "<41 889F 42> Tj", "A亜B");
}

#[test]
fn radicals_in_a_map_are_read_as_kanji_and_that_is_told() {
    let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 3 beginbfchar <0001> <2F00> <0002> <2ED1> \
               <0003> <2FD3> endbfchar";
    let mut objects = frame();
    objects.extend(mapped_font(map));
    objects.push(stream(4, "", b"BT /F1 10 Tf <000100020003> Tj ET"));
    let extract = extract(&file(&objects)).unwrap();
    assert_eq!((extract.text.as_str(), extract.n_radicals), ("一長龍\n", 3));
    let reading = Reading::from(extract);
    let told: Vec<String> = reading.notes.iter().map(|note| note.message(Lang::Ja)).collect();
    assert_eq!(told, ["PDFが部首の記号（⼀など）としている3文字を、同じ形の漢字として読みました。"]);
}

#[test]
fn a_few_unknown_signs_are_shown_and_many_are_no_text() {
    let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <4F1A> endbfchar";
    let with = |codes: &str| {
        let mut objects = frame();
        objects.extend(mapped_font(map));
        objects.push(stream(4, "", format!("BT /F1 10 Tf 0 700 Td <{codes}> Tj ET").as_bytes()));
        extract(&file(&objects))
    };
    let few = with(&("0001".repeat(19) + "0009")).unwrap();
    assert_eq!((few.text, few.n_unknown), ("会".repeat(19) + "�\n", 1));
    assert_eq!(with("00010009"), Err(PdfError::NoLetters { n_unknown: 1, n_signs: 2 }));
    // A font of signs without a map, and one that is not there.
    let none = Err(PdfError::NoLetters { n_unknown: 3, n_signs: 3 });
    for font in ["<< /Subtype /TrueType /FontDescriptor << /Flags 4 >> >>", "null"] {
        let mut objects = frame();
        objects.extend([object(5, font), stream(4, "", b"BT /F1 10 Tf (ABC) Tj ET")]);
        assert_eq!(extract(&file(&objects)), none, "{font}");
    }
}

#[test]
fn a_page_of_pictures_is_no_text() {
    let picture = "q 500 0 0 700 0 0 cm BI /W 2 /H 1 /CS /G /BPC 8 ID (ET EI Q\n EI Q";
    assert_eq!(extract(&page(picture)), Err(PdfError::NoText { n_pages: 1 }));
    assert_eq!(extract(&page("")), Err(PdfError::NoText { n_pages: 1 }));
}

#[test]
fn a_picture_in_the_content_is_passed_over() {
    let picture = "BI /W 2 /H 1 /CS /G /BPC 8 ID (( EI \n";
    check(
        &format!("{picture}{}", text(50, 700, "会議録")),
        expect![[r#"
        会議録
    "#]],
    );
}

#[test]
fn gaps_are_spaces_where_they_show_one() {
    let gaps = [
        ("委員", 50, "はい", 71),
        ("委員", 50, "はい", 76),
        ("委員", 50, "はい", 80),
        ("会 長", 50, "3", 76),
    ];
    let lines: String = gaps
        .iter()
        .zip(0..)
        .map(|((one, at, other, next), n)| text(*at, 700 - 20 * n, one) + &text(*next, 700 - 20 * n, other))
        .collect();
    check(
        &lines,
        expect![[r#"
        委員はい
        委員はい
        委員　はい
        会 長3
    "#]],
    );
}

#[test]
fn letters_spaced_within_a_word_are_one_word() {
    check(
        "BT /F1 10 Tf 4 Tc 50 700 Td <51FA5E2D8005> Tj ET",
        expect![[r#"
        出席者
    "#]],
    );
    check(
        "BT /F1 10 Tf 50 700 Td [<51FA> -300 <5E2D> -300 <8005>] TJ ET",
        expect![[r#"
        出席者
    "#]],
    );
}

#[test]
fn lines_that_are_set_in_and_apart_look_so() {
    let lines = [(50, 700), (50, 685), (70, 670), (50, 655), (50, 610), (50, 595)];
    let lines: String = lines.iter().map(|(x, y)| text(*x, *y, "これは一行です。")).collect();
    check(
        &lines,
        expect![[r#"
        これは一行です。
        これは一行です。
        　　これは一行です。
        これは一行です。

        これは一行です。
        これは一行です。
    "#]],
    );
}

#[test]
fn letters_above_and_below_the_line_belong_to_it() {
    let content = text(50, 700, "１０ｍ") + "BT /F1 5 Tf 80 704 Td <0032> Tj ET " + &text(50, 680, "次の行");
    check(
        &content,
        expect![[r#"
        １０ｍ2
        次の行
    "#]],
    );
}

#[test]
fn bold_made_by_printing_twice_is_read_once() {
    let twice = text(50, 700, "会議録") + "BT /F1 10 Tf 1 0 0 1 50.3 700 Tm " + &utf16("会議録") + " Tj ET";
    check(
        &twice,
        expect![[r#"
        会議録
    "#]],
    );
}

#[test]
fn what_stands_for_the_glyphs_of_a_part_is_taken() {
    let content = format!(
        "BT /F1 10 Tf 50 700 Td /Span << /ActualText <FEFF9AD9> >> BDC {} Tj EMC {} Tj ET",
        utf16("��"),
        utf16("橋")
    );
    check(
        &content,
        expect![[r#"
        髙橋
    "#]],
    );
}

#[test]
fn every_way_to_the_next_line_is_followed() {
    let t = utf16("あ");
    let content = format!(
        "BT /F1 10 Tf 12 TL 50 700 Td {t} Tj 0 -15 Td {t} Tj 10 -15 TD {t} Tj T* {t} Tj {t} ' 0 0 {t} \" ET"
    );
    check(
        &content,
        expect![[r#"
        あ
        あ
        　あ
        　あ
        　あ
        　あ
    "#]],
    );
}

#[test]
fn a_page_that_is_turned_is_read_upright() {
    let content =
        "BT /F1 10 Tf 0 1 -1 0 300 100 Tm <4F1A> Tj ET BT /F1 10 Tf 0 1 -1 0 315 100 Tm <8B70> Tj ET";
    let mut objects = frame();
    objects.retain(|(number, _)| *number != 3);
    let about = "/Rotate 90 /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>";
    objects.extend([
        object(3, &format!("<< /Type /Page {about} >>")),
        utf16_font(),
        stream(4, "", content.as_bytes()),
    ]);
    assert_eq!(read(&file(&objects)), "会\n議\n");
    // Turned letters on a page that is upright are read the same way.
    assert_eq!(read(&page(content)), "会\n議\n");
}

#[test]
fn forms_are_read_where_they_are_placed() {
    let mut objects = frame();
    objects.retain(|(number, _)| *number != 3);
    let resources = "/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>";
    objects.extend([
        object(3, &format!("<< /Type /Page /Contents 4 0 R /Resources << {resources} >> >>")),
        utf16_font(),
        stream(
            4,
            "",
            (text(50, 700, "上") + "q 1 0 0 1 0 -15 cm /X Do Q " + &text(50, 670, "下")).as_bytes(),
        ),
        // A form that names itself is read once in each form around it, and there an end comes.
        stream(6, "/Subtype /Form", (text(50, 700, "中") + "/X Do").as_bytes()),
    ]);
    let read = read(&file(&objects));
    assert_eq!(read.lines().next(), Some("上"));
    assert_eq!(read.lines().last(), Some("下"));
    assert_eq!(read.matches('中').count(), 1, "the same letter at the same place is read once");
}

#[test]
fn errors_say_what_can_be_done() {
    let no_letters = PdfError::NoLetters { n_unknown: 900, n_signs: 1000 };
    let mut all = String::new();
    for error in [
        PdfError::Broken,
        PdfError::Locked,
        PdfError::TooLarge,
        PdfError::NoText { n_pages: 12 },
        PdfError::Alone(Box::new(no_letters)),
    ] {
        all += &(ReadError::Pdf(error).message(Lang::Ja) + "\n");
    }
    expect![[r#"
        PDFが壊れていて、ページが見つかりません。元のファイルを確かめてください。
        パスワードで保護されたPDFです。保護を外して保存し直してください。
        PDFのページや文字が多すぎます。分けて保存してください。
        文字を取り出せないPDFです（12ページとも、文字のない画像など）。Wordやテキストで保存したものを使うか、文字を貼り付けてください。
        文字を取り出せないPDFです（文字の対応表のないフォント。1,000字中900字が不明）。Wordやテキストで保存したものを使うか、文字を貼り付けてください。pdftotext（poppler-utils）を入れると読めることがあります。
    "#]].assert_eq(&all);
}
