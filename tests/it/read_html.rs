//! Web pages become text: what is printed, line by line, without the site around it.

use expect_test::{Expect, expect};
use kaigiroku::bundle;
use kaigiroku::model::Minutes;

use crate::read::told;

#[track_caller]
fn check(page: &str, expected: Expect) {
    expected.assert_eq(&told(page.as_bytes(), None));
}

#[test]
fn blocks_break_lines_and_letters_do_not() {
    check(
        "<!DOCTYPE html><title>題</title><body><h1>会議録</h1>\n<p>委員　予算は\nいくらか。ABC\nDEF</p><p>事務局<br>百<b>万</b>円 です。</p><div>一<div>二</div>三</div>",
        expect![[r#"
            Html UTF-8
            会議録

            委員　予算は いくらか。ABC DEF

            事務局
            百万円 です。

            一
            二
            三
        "#]],
    );
}

#[test]
fn rows_of_tables_are_lines() {
    check(
        "<html><body><table><caption>出席者</caption><thead><tr><th>役職<th>氏名</thead><tr><td>委員長<td>山田　一郎<tr><td>委員<td><p>鈴木<p>佐藤</table>後",
        expect![[r#"
            Html UTF-8
            出席者
            役職	氏名
            委員長	山田　一郎
            委員	鈴木

            佐藤

            後
        "#]],
    );
}

#[test]
fn lists_keep_the_numbers_that_a_reader_sees() {
    check(
        "<html><body><ol><li>開会<li><p>議事</p><ol type=a start=2><li>予算<li value=5>決算</ol><li>閉会</ol><ul><li>○委員<li>○事務局</ul><ol style='list-style: none'><li>番号なし</ol>",
        expect![[r#"
            Html UTF-8
            1. 開会

            2. 議事

            b. 予算
            e. 決算
            3. 閉会

            ○委員
            ○事務局

            番号なし
        "#]],
    );
}

#[test]
fn readings_and_text_as_it_is_are_kept() {
    check(
        "<html><body><p>委員<ruby>小林<rp>(</rp><rt>こばやし</rt><rp>)</rp></ruby>です。</p><pre>一  行\n  二行</pre>",
        expect![[r#"
            Html UTF-8
            委員小林（こばやし）です。

            一  行
              二行
        "#]],
    );
}

#[test]
fn what_is_around_the_text_is_left_out_and_told() {
    check(
        "<html><head><style>p{}</style></head><body><header>市のサイト</header><nav>目次</nav><div id=breadcrumb>トップ</div><p>委員　予算はいくらですか。</p><script>1<2</script><noscript>有効に</noscript><p hidden>隠れた</p><p style='Display : None'>これも</p><svg><text>図</text></svg><template>型</template><aside>関連</aside><form>検索<button>送る</button></form><footer>連絡先</footer>",
        expect![[r#"
            Html UTF-8
            委員　予算はいくらですか。
            →参考[chrome-cut] ページのメニューなど、本文の外の23文字を除きました。 / Menus and the like were left out: 23 letters.
        "#]],
    );
}

#[test]
fn the_main_part_is_read_alone_with_its_own_head() {
    check(
        "<html><body><div>市のサイト</div><main><header><h1>会議録</h1></header><p>委員　はい。</p></main><div>連絡先</div>",
        expect![[r#"
            Html UTF-8
            会議録

            委員　はい。
            →参考[chrome-cut] ページのメニューなど、本文の外の8文字を除きました。 / Menus and the like were left out: 8 letters.
        "#]],
    );
}

#[test]
fn a_title_is_the_first_line_where_the_text_does_not_say_it() {
    let page = |title: &str, text: &str| told(format!("<title>{title}</title><body>{text}").as_bytes(), None);
    assert_eq!(page("第1回 審議会", "<p>委員　はい。"), "Html UTF-8\n第1回 審議会\n\n委員　はい。\n");
    assert_eq!(
        page("第1回審議会｜市のサイト", "<p>第1回審議会<p>委員　はい。"),
        "Html UTF-8\n第1回審議会\n\n委員　はい。\n"
    );
    assert_eq!(
        page("会議録検索", "<h1>第1回審議会</h1>委員　はい。"),
        "Html UTF-8\n第1回審議会\n\n委員　はい。\n"
    );
    assert_eq!(page("画像だけ", "<img src=a>"), "中身が空です。\nThe file is empty.\n");
}

#[test]
fn a_form_or_header_that_holds_the_text_is_the_text() {
    check(
        "<html><body><form action=x><div id=header><p>委員　予算はいくらですか。</p></div></form><p>市</p>",
        expect![[r#"
            Html UTF-8
            委員　予算はいくらですか。

            市
        "#]],
    );
}

#[test]
fn a_page_is_known_by_its_first_tag() {
    for page in [
        "<p>会",
        "<!-- 注 --><div>会",
        "\u{FEFF}\n<HTML>会",
        "<?xml version=\"1.0\"?><html>会",
        "<meta charset=utf-8>会",
        "<table><tr><td>会",
    ] {
        assert_eq!(told(page.as_bytes(), None), "Html UTF-8\n会\n", "{page}");
    }
    for text in ["<会議録>", "<開会>\n", "< p>会", "<pending>会", "会<p>"] {
        assert_eq!(told(text.as_bytes(), None), format!("Text UTF-8\n{text}"), "{text}");
    }
}

#[test]
fn the_encoding_of_a_page_is_that_of_its_bytes() {
    let page = |label: &str| {
        format!(
            "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={label}\"></head><body><p>会議録です。表示</p>"
        )
    };
    let in_sjis = |label: &str| encoding_rs::SHIFT_JIS.encode(&page(label)).0.into_owned();
    assert_eq!(told(&in_sjis("Shift_JIS"), None), "Html Shift_JIS\n会議録です。表示\n");
    assert_eq!(told(&in_sjis("x-sjis"), None), "Html Shift_JIS\n会議録です。表示\n");
    expect![[r#"
        Html Shift_JIS
        会議録です。表示
        →参考[charset-contradicts] ページは文字コードを「utf-8」としていますが、Shift_JIS として読みました。 / The page says that it is utf-8, but it was read as Shift_JIS.
    "#]]
    .assert_eq(&told(&in_sjis("UTF-8"), None));
    expect![[r#"
        Html UTF-8
        会議録です。表示
        →参考[charset-contradicts] ページは文字コードを「shift_jis」としていますが、UTF-8 として読みました。 / The page says that it is shift_jis, but it was read as UTF-8.
    "#]]
    .assert_eq(&told(page("Shift_JIS").as_bytes(), None));
}

#[test]
fn a_page_that_is_not_whole_is_read_by_what_it_says() {
    // Half-width katakana alone: the bytes alone would leave it open.
    assert_eq!(
        told(b"<html><!-- <meta charset=euc-jp> --><meta charset=\"Shift_JIS\"><p>\xCC\xDA\xB7\xC1", None),
        "Html Shift_JIS\nﾌﾚｷﾁ\n"
    );
    expect![[r#"
        Html Shift_JIS
        あ�い
        →1:要確認[letters-replaced] Shift_JIS として読めない文字が1か所あり、「�」で示しています。 / Places that do not fit Shift_JIS, shown as �: 1.
    "#]]
    .assert_eq(&told(b"<html><meta charset=shift_jis><p>\x82\xA0\xFF\x82\xA2", None));
}

#[test]
fn a_page_of_ours_is_left_as_it_is() {
    let page =
        bundle::write(&crate::bundle::empty_shell(), &Minutes::of("会議録\n委員　はい。\n"), None).unwrap();
    assert_eq!(told(page.as_bytes(), None), format!("Bundle UTF-8\n{page}"));
    let blocks = bundle::blocks_of(&crate::bundle::empty_shell()).unwrap();
    let copy = bundle::reading_copy(&blocks, &Minutes::of("会議録\n"), "会議録", None);
    assert_eq!(told(copy.as_bytes(), None), format!("Bundle UTF-8\n{copy}"));
}

#[test]
fn a_page_without_letters_is_empty() {
    assert_eq!(
        told(b"<html><body><script>1</script></body></html>", None),
        "中身が空です。\nThe file is empty.\n"
    );
}
