//! Documents of Word become text: paragraphs, lists, tables, and what stands beside them.

use expect_test::{Expect, expect};

use crate::office::{Part, docx, root};
use crate::read::told;

#[track_caller]
fn check_with(body: &str, parts: &[Part], expected: Expect) {
    expected.assert_eq(&told(&docx(body, parts), None));
}

#[track_caller]
fn check(body: &str, expected: Expect) {
    check_with(body, &[], expected);
}

/// A paragraph with properties.
fn with(props: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{props}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn p(text: &str) -> String {
    with("", text)
}

#[test]
fn a_paragraph_is_a_line_however_it_is_cut_into_runs() {
    check(
        r#"<w:p><w:r><w:t>会議</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">録 </w:t></w:r></w:p>
           <w:p/>
           <w:p><w:r><w:t>委員</w:t><w:tab/><w:t>A&amp;B&#x3042;</w:t><w:br/><w:t>二行目</w:t><w:noBreakHyphen/><w:t>続き</w:t></w:r></w:p>
           <w:p><w:hyperlink><w:r><w:t>リンク</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>欄</w:t></w:r></w:sdtContent></w:sdt></w:p>"#,
        expect![[r#"
            Docx
            会議録 

            委員	A&Bあ
            二行目-続き
            リンク欄
        "#]],
    );
}

#[test]
fn symbols_of_fonts_become_letters_where_unicode_has_them() {
    check(
        r#"<w:p><w:r><w:sym w:font="Wingdings" w:char="F06C"/><w:t>委員</w:t><w:sym w:font="Wingdings" w:char="00E0"/></w:r></w:p>"#,
        expect![[r#"
            Docx
            ●委員→
        "#]],
    );
}

#[test]
fn readings_stand_in_brackets_behind_their_words() {
    check(
        r#"<w:p><w:r><w:t>委員</w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>こばやし</w:t></w:r></w:rt>
           <w:rubyBase><w:r><w:t>小林</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>です。</w:t></w:r></w:p>"#,
        expect![[r#"
            Docx
            委員小林（こばやし）です。
        "#]],
    );
}

#[test]
fn readings_and_circles_of_older_documents_stand_in_fields() {
    let field = |code: &str| {
        let (start, end) = code.split_at(4);
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{start}</w:instrText></w:r><w:r><w:instrText>{end}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let page = r#"<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGEREF a</w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#;
    let reading = field(r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(こばやし),小林)");
    check(
        &format!("<w:p>{reading}{}{page}</w:p>", field(r"eq \o\ac(○,秘)")),
        expect![[r#"
            Docx
            小林（こばやし）秘12
        "#]],
    );
}

#[test]
fn what_was_deleted_is_left_out_and_what_was_added_stays() {
    check(
        r#"<w:p><w:r><w:t>予算は</w:t></w:r><w:del><w:r><w:delText>百万円</w:delText></w:r></w:del><w:ins><w:r><w:t>二百万円</w:t></w:r></w:ins><w:r><w:t>です。</w:t></w:r></w:p>
           <w:p><w:moveFrom><w:r><w:t>移す前</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移した後</w:t></w:r></w:moveTo></w:p>
           <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>段落の</w:t></w:r></w:p><w:p><w:r><w:t>終わりが消えた。</w:t></w:r></w:p>
           <w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="a"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>体裁だけが変わった。</w:t></w:r></w:p>"#,
        expect![[r#"
            Docx
            予算は二百万円です。
            移した後
            段落の終わりが消えた。
            体裁だけが変わった。
            →1:参考[deleted-left-out] 変更履歴で削除された6文字を除きました。 / Letters deleted by tracked changes were left out: 6.
        "#]],
    );
}

#[test]
fn hidden_letters_comments_pictures_and_headers_are_left_out_and_told() {
    let styles =
        root("styles", r#"<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>"#);
    check_with(
        r#"<w:p><w:r><w:t>会議録</w:t></w:r></w:p>
           <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠す</w:t></w:r><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>これも</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>見える</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>
           <w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p>
           <w:sectPr><w:headerReference w:type="default" r:id="rId8"/></w:sectPr>"#,
        &[("styles", styles)],
        expect![[r#"
            Docx
            会議録
            見える

            →2:要確認[hidden-left-out] 隠し文字5文字を除きました。 / Hidden letters were left out: 5.
            →3:参考[pictures-left-out] 画像や図1点は読んでいません。 / Pictures and charts were not read: 1.
            →2:参考[comments-left-out] コメント1件を除きました。 / Comments were left out: 1.
            →参考[headers-left-out] ヘッダーとフッターを除きました。 / Headers and footers were left out.
        "#]],
    );
}

#[test]
fn a_text_box_that_stands_twice_is_read_once() {
    let text_box = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = format!(
        r#"<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>後</w:t></w:r></w:p>
           <w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"#,
        text_box("箱の中"),
        text_box("箱の中"),
        text_box("古い箱の中"),
    );
    check(
        &body,
        expect![[r#"
            Docx
            前後
            箱の中

            古い箱の中
        "#]],
    );
}

#[test]
fn notes_are_marked_where_they_are_called_and_stand_at_the_end() {
    let note = |id: u32, text: &str| {
        format!(
            r#"<w:footnote w:id="{id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"#
        )
    };
    let footnotes = root("footnotes", &[note(0, "区切り"), note(2, "後の注"), note(1, "先の注")].concat());
    let endnotes =
        root("endnotes", &format!(r#"<w:endnote w:id="1">{}{}</w:endnote>"#, p("文末の"), p("注")));
    check_with(
        r#"<w:p><w:r><w:t>委員　入込数</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>は増えた</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:t>。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#,
        &[("footnotes", footnotes), ("endnotes", endnotes)],
        expect![[r#"
            Docx
            委員　入込数（※1）は増えた（※2）。（※3）

            ※1　先の注
            ※2　文末の　注
            ※3　後の注
        "#]],
    );
}

#[test]
fn a_row_of_a_table_is_a_line() {
    let cell = |content: &str| format!("<w:tc><w:tcPr/>{content}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr><w:trPr/>{}</w:tr>", cells.concat());
    let merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>".to_owned();
    let nested = format!("<w:tbl>{}</w:tbl>", row(&[cell(&p("内1")), cell(&p("内2"))]));
    let deleted = format!("<w:tr><w:trPr><w:del/></w:trPr>{}</w:tr>", cell(&p("消えた行")));
    let rows = [
        row(&[cell(&p("会議名")), cell(&p("審議会"))]),
        row(&[cell(&p("委員")), cell(&(p("山田一郎") + &p("鈴木花子"))), cell(&p("欠席なし"))]),
        row(&[merged, cell(&p("続き"))]),
        row(&[cell(&p("空")), cell("<w:p/>"), cell(&p("三番目")), cell("<w:p/>")]),
        row(&[cell(&nested), cell(&p("外"))]),
        deleted,
    ];
    check(
        &format!("{}<w:tbl><w:tblPr/>{}</w:tbl>{}", p("前"), rows.concat(), p("後")),
        expect![[r#"
            Docx
            前
            会議名	審議会
            委員	山田一郎
            鈴木花子
            欠席なし
            	続き
            空		三番目
            内1	内2	外
            後
            →9:参考[deleted-left-out] 変更履歴で削除された4文字を除きました。 / Letters deleted by tracked changes were left out: 4.
        "#]],
    );
}

/// A list of one pattern; a level is its form and its text.
fn numbering(levels: &[(&str, &str)], further: &str) -> String {
    let level = |(at, (form, text)): (usize, &(&str, &str))| {
        format!(
            r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    root(
        "numbering",
        &format!(
            r#"<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{further}"#
        ),
    )
}

/// A paragraph of a list.
fn item(list: u32, level: u32, text: &str) -> String {
    with(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), text)
}

#[test]
fn numbers_that_word_puts_before_paragraphs_are_printed() {
    let levels = [
        ("decimalFullWidth", "第%1"),
        ("decimal", "%1－(%2)"),
        ("aiueoFullWidth", "%3"),
        ("decimalEnclosedCircle", "%4"),
    ];
    let further = r#"<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"#;
    let items = [
        item(1, 0, "開会"),
        item(1, 1, "挨拶"),
        item(1, 1, "確認"),
        item(1, 2, "資料"),
        item(1, 3, "詳細"),
        item(1, 0, "議事"),
        item(1, 1, "報告"),
        item(0, 0, "番号なし"),
        item(2, 0, "別の表"),
        item(2, 0, "その次"),
    ];
    check_with(
        &items.concat(),
        &[("numbering", numbering(&levels, further))],
        expect![[r#"
            Docx
            第１ 開会
            １－(1) 挨拶
            １－(2) 確認
            ア 資料
            ① 詳細
            第２ 議事
            ２－(1) 報告
            番号なし
            第５ 別の表
            第６ その次
        "#]],
    );
}

#[test]
fn numbers_come_from_styles_too() {
    let styles = root(
        "styles",
        r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
           <w:style w:type="paragraph" w:styleId="H1"><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
           <w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
           <w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>"#,
    );
    let numbering = numbering(&[("ideographDigital", "%1、"), ("upperRoman", "%2.")], "");
    let heading = |style: &str, text: &str| with(&format!(r#"<w:pStyle w:val="{style}"/>"#), text);
    let body = [
        heading("H1", "開会"),
        heading("H2", "挨拶"),
        heading("H2", "議事"),
        heading("H1", "閉会"),
        heading("round", "本文"),
        p("本文"),
    ];
    check_with(
        &body.concat(),
        &[("styles", styles), ("numbering", numbering)],
        expect![[r#"
            Docx
            一、 開会
            I. 挨拶
            II. 議事
            二、 閉会
            本文
            本文
        "#]],
    );
}

#[test]
fn bullets_are_letters_that_every_font_has() {
    let bullet = |font: &str, text: &str| {
        format!(
            r#"<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{text}"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>"#
        )
    };
    let first = |font: &str, text: &str| {
        let told =
            told(&docx(&item(1, 0, "委員"), &[("numbering", root("numbering", &bullet(font, text)))]), None);
        told.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(first("Wingdings", "l"), "● 委員");
    assert_eq!(first("Wingdings", "\u{F06E}"), "■ 委員");
    assert_eq!(first("Symbol", "\u{F0B7}"), "• 委員");
    assert_eq!(first("Unknown", "\u{F0EF}"), "・ 委員");
    assert_eq!(first("ＭＳ 明朝", "○"), "○ 委員");
}

/// The first numbers of a form, and one beyond it.
fn numbers(form: &str) -> String {
    let items: String = (0..12).map(|_| item(1, 0, "")).collect();
    let told = told(&docx(&(items + &p("終")), &[("numbering", numbering(&[(form, "%1")], ""))]), None);
    told.lines().skip(1).map(str::trim_end).collect::<Vec<_>>().join(" ")
}

#[test]
fn numbers_are_printed_in_the_forms_of_japanese_documents() {
    let check = |form: &str, expected: &str| assert_eq!(numbers(form), expected, "{form}");
    check("decimal", "1 2 3 4 5 6 7 8 9 10 11 12 終");
    check("decimalZero", "01 02 03 04 05 06 07 08 09 10 11 12 終");
    check("decimalFullWidth", "１ ２ ３ ４ ５ ６ ７ ８ ９ １０ １１ １２ 終");
    check("decimalEnclosedParen", "⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿ 終");
    check("ideographDigital", "一 二 三 四 五 六 七 八 九 一〇 一一 一二 終");
    check("japaneseCounting", "一 二 三 四 五 六 七 八 九 十 十一 十二 終");
    check("japaneseLegal", "壱 弐 参 四 伍 六 七 八 九 壱拾 壱拾壱 壱拾弐 終");
    check("aiueoFullWidth", "ア イ ウ エ オ カ キ ク ケ コ サ シ 終");
    check("aiueo", "ｱ ｲ ｳ ｴ ｵ ｶ ｷ ｸ ｹ ｺ ｻ ｼ 終");
    check("iroha", "イ ロ ハ ニ ホ ヘ ト チ リ ヌ ル ヲ 終");
    check("ideographTraditional", "甲 乙 丙 丁 戊 己 庚 辛 壬 癸 11 12 終");
    check("ideographEnclosedCircle", "㊀ ㊁ ㊂ ㊃ ㊄ ㊅ ㊆ ㊇ ㊈ ㊉ 11 12 終");
    check("lowerLetter", "a b c d e f g h i j k l 終");
    check("lowerRoman", "i ii iii iv v vi vii viii ix x xi xii 終");
    check("numberInDash", "- 1 - - 2 - - 3 - - 4 - - 5 - - 6 - - 7 - - 8 - - 9 - - 10 - - 11 - - 12 - 終");
    check("someday", "1 2 3 4 5 6 7 8 9 10 11 12 終");
}

#[test]
fn parts_that_only_help_may_be_damaged() {
    check_with(
        &item(1, 0, "会議録"),
        &[("styles", "<w:styles".to_owned()), ("numbering", "\0".to_owned())],
        expect![[r#"
            Docx
            会議録
        "#]],
    );
}

#[test]
fn names_are_known_by_their_vocabulary_and_not_by_their_prefix() {
    let strict = r#"<?xml version="1.0"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:w="urn:other"><x:body><x:p><x:r><x:t>会議録</x:t><w:t>他の語彙</w:t></x:r></x:p></x:body></x:document>"#;
    let mut entries = crate::office::docx_entries("", &[]);
    entries[2] = crate::office::Entry::new("word/document.xml", strict.as_bytes());
    assert_eq!(told(&crate::office::zip(&entries), None), "Docx\n会議録\n");
    let utf16: Vec<u8> =
        "\u{FEFF}".encode_utf16().chain(strict.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    entries[2] = crate::office::Entry::new("word/document.xml", &utf16);
    assert_eq!(told(&crate::office::zip(&entries), None), "Docx\n会議録\n");
}
