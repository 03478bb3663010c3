//! Finding: what folds together, what a query means, where hits stand.

use expect_test::{Expect, expect};
use kaigiroku::model::Role;
use kaigiroku::search::fold::fold;
use kaigiroku::search::query::{Field, Term};
use kaigiroku::search::{Folded, Index, Place, Query, Scope, find_all, matcher};
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
    check("xaaaa", "aa xa", expect!["[xa][aa]a"]);
}

#[test]
fn a_letter_that_stands_for_several_is_found_whole() {
    check("㈱港湾 (株)港湾 （株）港湾", "(株)", expect!["[㈱]港湾 [(株)]港湾 [（株）]港湾"]);
    check("㈱港湾 (株)港湾", "㈱港", expect!["[㈱港]湾 [(株)港]湾"]);
    check("㈱港湾の株", "株", expect!["㈱港湾の[株]"]);
    check("⑩と①と㊿と10", "1", expect!["⑩と[①]と㊿と[1]0"]);
    check("⑩と①と㊿と10", "10", expect!["[⑩]と①と㊿と[10]"]);
    check("25㎡ 3㌔ 3㎞ 3km", "㎡ キロ km", expect!["25[㎡] 3[㌔] 3[㎞] 3[km]"]);
    check("㍻30年 ㋿元年", "平成 令和", expect!["[㍻]30年 [㋿]元年"]);
    check("Ⅳ ⅳ IV №3 ℡ ½ … ﬁ", "iv no tel 1/2 ...", expect!["[Ⅳ] [ⅳ] [IV] [№]3 [℡] [½] […] ﬁ"]);
    check("⑴ ⒈ ㋀ ㍘ ㏠ ㊤ ❷", "(1) 1. 1月 0点 1日 上 2", expect!["[⑴] [⒈] [㋀] [㍘] [㏠] [㊤] [❷]"]);
}

#[test]
fn a_word_with_a_mark_of_repetition_is_found_written_out() {
    check("佐々木 佐佐木 佐木", "佐々木", expect!["[佐々木] [佐佐木] 佐木"]);
    check("人々 人人", "人人", expect!["[人々] [人人]"]);
    check("いすゞ いすず", "イスズ", expect!["[いすゞ] [いすず]"]);
    check("々木", "々木", expect!["[々木]"]);
    check("佐々木", "佐", expect!["[佐]々木"]);
}

#[test]
fn only_words_that_must_be_there_are_marked() {
    check("桟橋と道路と橋", "桟橋 OR 道路 -橋 話者:桟", expect!["[桟橋]と[道路]と橋"]);
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
        Just('⑩'),
        Just('㌔'),
        Just('々'),
        Just('ヷ'),
        any::<char>(),
    ];
    proptest::collection::vec(letter, 0..24).prop_map(String::from_iter)
}

/// A text of which every way to be found can be tried out.
fn tiny() -> impl Strategy<Value = String> {
    let letters = ["a", "b", "Ａ", "㎡", "m", "2", "⑩", "1", "0", "人", "々", " ", "高", "髙"];
    proptest::collection::vec(proptest::sample::select(letters.to_vec()), 0..9)
        .prop_map(|letters| letters.concat())
}

/// A query over the same letters.
fn tiny_query() -> impl Strategy<Value = Query> {
    let words =
        ["a", "b", "ab", "m2", "2", "10", "1", "0", "人人", "人々", "々", "aa", "高", "2m", "m", "OR", "OR"];
    let word = (proptest::sample::select(words.to_vec()), prop::bool::weighted(0.2));
    let typed = |(word, excluded): (&str, bool)| format!("{}{word}", if excluded { "-" } else { "" });
    let typed = proptest::collection::vec(word.prop_map(typed), 0..5);
    typed.prop_map(|words| Query::parse(&words.join(" ")))
}

/// Every stretch of a text that folds to a form of the term and begins and ends with letters.
fn everywhere(text: &str, term: &Term) -> Vec<(usize, usize)> {
    let borders: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
    let pairs = borders.iter().flat_map(|&start| borders.iter().map(move |&end| (start, end)));
    let is_one = |&(start, end): &(usize, usize)| {
        start < end
            && text[start..end].trim() == &text[start..end]
            && term.forms.contains(&fold(&text[start..end]))
    };
    pairs.filter(is_one).collect()
}

/// The speeches of a meeting in which these paragraphs are spoken, ready to be searched.
fn index(speeches: &[Vec<String>]) -> (kaigiroku::source::Source, Index) {
    let mut hand = Hand::new();
    for paragraphs in speeches {
        let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        hand.speech("委員", Role::Member, &paragraphs);
    }
    let document = hand.finish();
    (document.minutes.source.clone(), Index::new(&document.minutes))
}

#[test]
fn a_place_belongs_to_the_sentence_in_which_it_begins() {
    let (source, index) =
        index(&[vec!["桟橋。道路は。".into(), "橋".into()], vec!["".into(), "桟橋".into()]]);
    let check = |typed: &str, sentences: &[usize]| {
        let found = find_all(&index, &Query::parse(typed));
        let hits = found.hits(&|_| true);
        let numbers: Vec<usize> = hits.iter().map(|hit| index.sentence(hit).unwrap()).collect();
        assert_eq!(numbers, sentences, "{typed}");
        assert!(hits.iter().all(|hit| fold(source.slice(hit.range)) == fold(typed)));
    };
    check("桟橋", &[0, 4]);
    check("橋。道", &[0]);
    check("道路", &[1]);
    check("橋", &[0, 2, 4]);
    assert_eq!(index.n_sentences, 5);
}

#[test]
fn a_unit_holds_a_query_if_its_texts_and_its_names_answer_it() {
    let (_, index) = index(&[vec!["桟橋".into(), "道路".into()], vec!["桟橋".into()], vec!["橋".into()]]);
    let check = |typed: &str, units: [bool; 3]| {
        let found = find_all(&index, &Query::parse(typed));
        let held = found.units(3, &|place| Some(place.block));
        let names = |unit: usize| {
            move |term: &Term| {
                let label = ["佐藤委員", "事務局", "佐藤座長"][unit];
                term.field == Field::Speaker && matcher::names(&fold(label), term)
            }
        };
        let answers = [0, 1, 2].map(|unit| held.hold(unit, &names(unit)));
        assert_eq!(answers, units, "{typed}");
    };
    check("", [true, true, true]);
    check("桟橋 道路", [true, false, false]);
    check("桟橋 OR 橋", [true, true, true]);
    check("桟橋 -道路", [false, true, false]);
    check("-桟橋", [false, false, true]);
    check("話者:佐藤", [true, false, true]);
    check("話者:佐藤 桟橋", [true, false, false]);
    check("話者:事務局 OR 道路", [true, true, false]);
    check("-話者:佐藤", [false, true, false]);
    check("話題:桟橋", [false, false, false]);
}

#[test]
fn a_scope_is_known_by_its_key() {
    assert!(Scope::ALL.iter().all(|&scope| Scope::from_key(scope.key()) == Some(scope)));
    assert_eq!((Scope::default(), Scope::from_key("")), (Scope::Speech, None));
}

proptest! {
    #[test]
    fn every_mark_folds_to_a_word_of_the_query(text in letters(), query in letters()) {
        crate::invariants::marks(&text, &query);
    }

    #[test]
    fn what_stands_there_is_found(before in letters(), word in "[ア-ンｱ-ﾝ一-龠a-zＡ-Ｚ]{1,5}", after in "[ァ-ン、]{0,5}") {
        let folded = Folded::new(&format!("{before}{word}{after}"));
        let query = Query::parse(&format!("「{word}」"));
        prop_assert!(!matcher::find(&folded, &query).is_empty());
    }

    #[test]
    fn a_term_stands_where_the_text_folds_to_it_and_nowhere_else(text in tiny(), query in tiny_query()) {
        let folded = Folded::new(&text);
        for term in query.all.iter().flatten().chain(&query.none) {
            let found = matcher::find_term(&folded, term);
            let found: Vec<_> = found.into_iter().map(|hit| (hit.start as usize, hit.end as usize)).collect();
            prop_assert_eq!(found, everywhere(&text, term));
        }
    }

    #[test]
    fn units_and_hits_are_those_of_looking_into_every_text(
        speeches in proptest::collection::vec(proptest::collection::vec(tiny(), 0..3), 0..4),
        query in tiny_query(),
        units in proptest::collection::vec(0_usize..3, 12),
    ) {
        let (_, index) = index(&speeches);
        let found = find_all(&index, &query);
        let unit_of = |block: usize, text: usize| units[block * 3 + text];
        let held = found.units(3, &|place| Some(unit_of(place.block, place.text)));
        for unit in 0..3 {
            let mut texts = Vec::new();
            for (block, speech) in speeches.iter().enumerate() {
                let of_unit = speech.iter().enumerate().filter(|(text, _)| unit_of(block, *text) == unit);
                texts.extend(of_unit.map(|(_, text)| text));
            }
            let stands = |term: &Term| texts.iter().any(|text| !everywhere(text, term).is_empty());
            let answers = query.all.iter().all(|group| group.iter().any(stands)) && !query.none.iter().any(stands);
            prop_assert_eq!(held.hold(unit, &|_| false), answers, "unit {}", unit);
        }
        let shown = |place: &Place| unit_of(place.block, place.text) > 0;
        let mut hits = Vec::new();
        for (block, texts) in index.blocks.iter().enumerate() {
            for (text, folded) in texts.iter().enumerate() {
                let places = matcher::find(folded, &query).into_iter().map(|range| Place { block, text, range });
                hits.extend(places.filter(shown));
            }
        }
        prop_assert_eq!(found.hits(&shown), hits);
    }
}
