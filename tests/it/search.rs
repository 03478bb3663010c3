//! Finding: what folds together, what a query means, where hits stand.

use expect_test::{Expect, expect};
use kaigiroku::search::fold::fold;
use kaigiroku::search::{Folded, Query, matcher};
use proptest::prelude::*;

use crate::hand::Hand;

/// The text with each hit in brackets.
fn check(text: &str, query: &str, expect: Expect) {
    let mut marked = String::new();
    let mut at = 0;
    let (folded, query) = (Folded::new(text), Query::parse(query));
    for hit in matcher::find(&folded, &query) {
        let range = hit.to_usize();
        marked.push_str(&format!("{}[{}]", &text[at..range.start], &text[range.clone()]));
        at = range.end;
    }
    marked.push_str(&text[at..]);
    expect.assert_eq(&marked);
}

#[test]
fn width_and_case_do_not_matter() {
    check("企業DX、企業ＤＸ、企業dx", "ｄx", expect!["企業[DX]、企業[ＤＸ]、企業[dx]"]);
    check("２０２５年と2025年", "2025", expect!["[２０２５]年と[2025]年"]);
}

#[test]
fn half_width_katakana_with_its_marks_is_found() {
    check("ｶﾞｲﾄﾞ ﾊﾟﾝﾌ ｳﾞｧ", "ガイド パンフ ヴァ", expect!["[ｶﾞｲﾄﾞ] [ﾊﾟﾝﾌ] [ｳﾞｧ]"]);
    check("ガイド", "ｶﾞｲﾄﾞ", expect!["[ガイド]"]);
    check("か\u{3099}いと\u{3099}", "がいど", expect!["[か\u{3099}いと\u{3099}]"]);
    check("ガイド", "カ", expect!["ガイド"]);
}

#[test]
fn katakana_and_hiragana_are_one() {
    check("みなとミナト", "ミナと", expect!["[みなと][ミナト]"]);
    check("霞ヶ関 霞ケ関 霞ヵ関", "霞ケ関", expect!["[霞ヶ関] [霞ケ関] 霞ヵ関"]);
}

#[test]
fn radicals_and_variant_kanji_are_found() {
    check("⻑⾕川⻄⽇本", "長谷川 西日本", expect!["[⻑⾕川][⻄⽇本]"]);
    check(
        "髙橋 高橋 山﨑 山崎 齋藤 斎藤",
        "高橋 山崎 斉藤",
        expect!["[髙橋] [高橋] [山﨑] [山崎] [齋藤] [斎藤]"],
    );
    check("神\u{FA19}", "神", expect!["[神][\u{FA19}]"]);
    check("葛\u{E0100}飾区", "葛", expect!["[葛\u{E0100}]飾区"]);
}

#[test]
fn dashes_and_waves_are_each_one() {
    check(
        "サービス サ－ビス サ−ビス サ―ビス",
        "サービス",
        expect!["[サービス] [サ－ビス] [サ−ビス] [サ―ビス]"],
    );
    check("1〜3 1～3 1~3", "1～3", expect!["[1〜3] [1～3] [1~3]"]);
}

#[test]
fn space_and_line_breaks_inside_a_word_do_not_matter() {
    check("議　題と議\r\n題", "議題", expect!["[議　題]と[議\r\n題]"]);
    check("議題", "「議 題」", expect!["[議題]"]);
}

#[test]
fn words_are_marked_left_most_and_longest() {
    check("奨学金返還", "学金返 奨学 奨学金", expect!["[奨学金]返還"]);
    check("xaaaa", "aa xa", expect!["[xa]a[aa]"]);
}

#[test]
fn a_bracket_is_a_phrase_only_where_it_stands_alone() {
    let check = |typed: &str, words: &[&str]| assert_eq!(Query::parse(typed).words, words, "{typed}");
    check("　 \n", &[]);
    check("桟橋　改修 桟橋", &["桟橋", "改修"]);
    check("「浮き 桟橋」 \"a b\" “c d”", &["浮き桟橋", "ab", "cd"]);
    check("「桟橋", &["「桟橋"]);
    check("彼は「はい」と", &["彼は「はい」と"]);
    check("「」", &["「」"]);
    check("\"", &["\""]);
}

#[test]
fn every_character_folds_to_one_that_stays() {
    for c in '\0'..='\u{2FFFF}' {
        let once = fold(&c.to_string());
        assert!(once.chars().count() <= 1, "{c:?}");
        assert_eq!(fold(&once), once, "{c:?}");
    }
}

#[test]
fn a_word_cut_by_a_page_is_found_across_it() {
    let mut hand = Hand::new();
    let prose = hand.prose("浮き桟‖橋の|補修_工事");
    let document = hand.finish();
    let source = &document.minutes.source;
    let folded = Folded::of_prose(source, &prose);
    let found = |query: &str| -> Vec<&str> {
        matcher::find(&folded, &Query::parse(query)).into_iter().map(|range| source.slice(range)).collect()
    };
    assert_eq!(found("桟橋 補修"), ["桟\n\n橋", "補修"]);
    assert_eq!(found("修工"), ["修\n工"]);
}

/// Letters that fold in every way there is, and some that do not.
fn letters() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        Just('ガ'),
        Just('ｶ'),
        Just('ﾞ'),
        Just('ﾟ'),
        Just('か'),
        Just('゛'),
        Just('髙'),
        Just('高'),
        Just('⾼'),
        Just('a'),
        Just('Ａ'),
        Just('ー'),
        Just('－'),
        Just(' '),
        Just('　'),
        Just('\n'),
        Just('\r'),
        Just('\u{FE00}'),
        Just('\u{FEFF}'),
        Just('𠮷'),
        Just('「'),
        Just('」'),
        Just('ß'),
        Just('İ'),
        Just('①'),
        any::<char>(),
    ];
    proptest::collection::vec(letter, 0..24).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn every_mark_folds_to_a_word_of_the_query(text in letters(), query in letters()) {
        let (folded, query) = (Folded::new(&text), Query::parse(&query));
        let mut at = 0;
        for hit in matcher::find(&folded, &query) {
            prop_assert!(hit.start >= at && !hit.is_empty());
            let marked = text.get(hit.to_usize());
            prop_assert!(marked.is_some_and(|marked| query.words.contains(&fold(marked))));
            at = hit.end;
        }
    }

    #[test]
    fn what_stands_there_is_found(before in letters(), word in "[ア-ンｱ-ﾝ一-龠a-zＡ-Ｚ]{1,5}", after in "[ァ-ン、]{0,5}") {
        let text = format!("{before}{word}{after}");
        let folded = [Folded::new(&text)];
        let query = Query { words: vec![fold(&word)] };
        prop_assert!(matcher::has_all(&folded, &query));
        prop_assert!(!matcher::find(&folded[0], &query).is_empty());
    }

    #[test]
    fn words_are_there_if_and_only_if_something_is_marked(text in letters(), word in "[か゛高a-]{1,2}") {
        let (folded, query) = ([Folded::new(&text)], Query { words: vec![fold(&word)] });
        prop_assert_eq!(matcher::has_all(&folded, &query), !matcher::find(&folded[0], &query).is_empty());
    }
}
