//! What all formats share: names, selections, the lines of a page.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};
use kaigiroku::export::{self, Format, Selection};
use kaigiroku::model::*;
use kaigiroku::source::{Source, TextRange};
use proptest::prelude::*;

use crate::arbitrary;
use crate::minutes::texts;

/// A short meeting with everything in it that a page can hold.
pub const MEETING: &str = "\
第3回 みどり図書館協議会 会議録

1 日時 令和7年5月14日（水）午後2時から午後3時まで
2 場所 中央図書館
3 出席者
(1) 委員 山田花子委員（会長）、佐藤一郎委員
(2) 事務局 鈴木次郎館長
4 議題
(1) 開館時間について
5 審議内容
(1) 開館時間について
資料により事務局から説明を行った。
会長　御意見をお願いします。
委員　夜間も開館できないか。
　*延長*は_週2日_でよい。
事務局　人員とあわせて検討します。
";

/// Minutes in which a member says these words and nothing else is said.
pub fn saying(words: &str) -> Minutes {
    let label = "委員";
    let at = |start: usize, len: usize| Prose::one(TextRange::new(start, start + len));
    Minutes {
        source: Source::new(format!("{label}{words}")),
        labels: vec![SpeakerLabel { id: LabelId(0), first: at(0, label.len()), role: Role::Member }],
        speeches: vec![Speech {
            id: SpeechId(0),
            topic: None,
            label: LabelId(0),
            printed: at(0, label.len()),
            by: Attribution::Unnamed,
            role: Role::Member,
            paragraphs: vec![at(label.len(), words.len())],
            range: TextRange::new(0, label.len() + words.len()),
        }],
        body: vec![Block::Speech(SpeechId(0))],
        ..Minutes::default()
    }
}

/// The speeches with these numbers, from 1.
fn chosen(numbers: &[u32]) -> Selection {
    Selection::of(numbers.iter().map(|number| SpeechId(number - 1)), "予算")
}

#[track_caller]
fn check(format: Format, selection: &Selection, expect: Expect) {
    let written = export::write(format, &Minutes::of(MEETING), selection);
    expect.assert_eq(&String::from_utf8(written).unwrap());
}

#[test]
fn every_format_is_known_by_its_key() {
    let keys = Format::ALL.map(Format::key).join(" ");
    expect!["json csv text markdown akn tei diet jsonld docx"].assert_eq(&keys);
    for format in Format::ALL {
        assert_eq!(Format::from_key(format.key()), Some(format));
    }
    assert_eq!(Format::from_key("html"), None);
    let extensions = Format::ALL.map(Format::extension).join(" ");
    expect!["json csv txt md akn.xml tei.xml diet.json jsonld docx"].assert_eq(&extensions);
}

#[test]
fn text_is_read_from_top_to_bottom() {
    check(
        Format::Text,
        &Selection::all(),
        expect![[r#"
        第3回 みどり図書館協議会 会議録

        1 日時　令和7年5月14日（水）午後2時から午後3時まで
        2 場所　中央図書館

        ■ 3 出席者

        (1) 委員
        　山田花子委員（会長）
        　佐藤一郎委員

        (2) 事務局
        　鈴木次郎館長

        ■ 4 議題
        　(1) 開館時間について

        ■ 5 審議内容

        □ (1) 開館時間について

        資料により事務局から説明を行った。

        ○会長（山田花子、出席者欄による）
        　御意見をお願いします。

        ○委員
        　夜間も開館できないか。
        　*延長*は_週2日_でよい。

        ○事務局
        　人員とあわせて検討します。
    "#]],
    );
}

#[test]
fn markdown_holds_the_words_as_words() {
    check(
        Format::Markdown,
        &Selection::all(),
        expect![[r#"
        # 第3回 みどり図書館協議会 会議録

        - 1 日時　令和7年5月14日（水）午後2時から午後3時まで
        - 2 場所　中央図書館

        ## 3 出席者

        ### (1) 委員

        - 山田花子委員（会長）
        - 佐藤一郎委員

        ### (2) 事務局

        - 鈴木次郎館長

        ## 4 議題

        - (1) 開館時間について

        ## 5 審議内容

        ### (1) 開館時間について

        資料により事務局から説明を行った。

        #### 会長（山田花子、出席者欄による）

        御意見をお願いします。

        #### 委員

        夜間も開館できないか。

        \*延長\*は\_週2日\_でよい。

        #### 事務局

        人員とあわせて検討します。
    "#]],
    );
}

#[test]
fn an_excerpt_says_what_it_is_and_holds_the_chosen_under_their_headings() {
    check(
        Format::Text,
        &chosen(&[3, 2, 2]),
        expect![[r#"
        第3回 みどり図書館協議会 会議録

        抜粋: 発言3件のうち2件（条件: 予算）。出典: 第3回 みどり図書館協議会 会議録（2025-05-14）

        1 日時　令和7年5月14日（水）午後2時から午後3時まで
        2 場所　中央図書館

        ■ 3 出席者

        (1) 委員
        　山田花子委員（会長）
        　佐藤一郎委員

        (2) 事務局
        　鈴木次郎館長

        ■ 4 議題
        　(1) 開館時間について

        ■ 5 審議内容

        □ (1) 開館時間について

        ○委員
        　夜間も開館できないか。
        　*延長*は_週2日_でよい。

        ○事務局
        　人員とあわせて検討します。
    "#]],
    );
}

#[test]
fn json_ld_ties_answers_to_questions() {
    check(
        Format::JsonLd,
        &Selection::all(),
        expect![[
            r##"{"@context":"https://schema.org","@type":"DigitalDocument","name":"第3回 みどり図書館協議会 会議録","inLanguage":"ja","about":{"@type":"Event","name":"第3回 みどり図書館協議会 会議録","startDate":"2025-05-14T14:00:00+09:00","endDate":"2025-05-14T15:00:00+09:00","location":{"@type":"Place","name":"中央図書館"},"attendee":[{"@type":"Person","name":"山田花子","jobTitle":"会長"},{"@type":"Person","name":"佐藤一郎","jobTitle":"委員"},{"@type":"Person","name":"鈴木次郎","jobTitle":"館長"}],"subEvent":[{"@type":"Event","name":"(1) 開館時間について"}]},"hasPart":[{"@type":["Quotation"],"@id":"#s001","position":1,"creditText":"会長","creator":{"@type":"Person","name":"山田花子"},"about":{"@type":"Thing","name":"(1) 開館時間について"},"text":"御意見をお願いします。"},{"@type":["Quotation","Question"],"@id":"#s002","position":2,"creditText":"委員","about":{"@type":"Thing","name":"(1) 開館時間について"},"text":"夜間も開館できないか。\n*延長*は_週2日_でよい。","suggestedAnswer":[{"@id":"#s003"}]},{"@type":["Quotation","Answer"],"@id":"#s003","position":3,"creditText":"事務局","about":{"@type":"Thing","name":"(1) 開館時間について"},"text":"人員とあわせて検討します。"}]}"##
        ]],
    );
}

#[track_caller]
fn check_found(query: &str, expect: &[u32]) {
    let minutes = Minutes::of(MEETING);
    let found = Selection::found(&minutes, query);
    let numbers: Vec<u32> = found.speeches(&minutes).iter().map(|speech| speech.id.0 + 1).collect();
    assert_eq!(numbers, expect, "{query}");
    assert_eq!(found.is_empty(), expect.is_empty());
    assert_eq!(found.words, query);
}

#[test]
fn a_query_selects_as_the_search_box_does() {
    check_found("開館", &[2]);
    check_found("話者:事務局", &[3]);
    check_found("開館 OR 検討", &[2, 3]);
    check_found("-開館", &[1, 3]);
    check_found("学校", &[]);
}

#[test]
fn every_excerpt_says_so_in_every_format() {
    let minutes = Minutes::of(MEETING);
    for format in Format::ALL {
        let written = export::write(format, &minutes, &chosen(&[2]));
        let written = String::from_utf8_lossy(&written);
        let says = match format {
            Format::Json | Format::Diet => {
                r#""excerpt":{"speeches":1,"of":3,"words":"予算","source":"第3回 みどり図書館協議会 会議録（2025-05-14）","note":"抜粋: "#
            }
            _ => "抜粋: 発言3件のうち1件（条件: 予算）。出典: 第3回 みどり図書館協議会 会議録（2025-05-14）",
        };
        assert!(written.contains(says), "{}: {written}", format.key());
        assert!(written.contains("夜間も開館できないか。"), "{}", format.key());
        assert!(!written.contains("人員とあわせて検討します。"), "{}", format.key());
        let whole = export::write(format, &minutes, &Selection::all());
        assert!(!String::from_utf8_lossy(&whole).contains("抜粋: "), "{}", format.key());
    }
}

#[test]
fn an_empty_text_has_every_format() {
    for format in Format::ALL {
        assert!(!export::write(format, &Minutes::default(), &Selection::all()).is_empty());
    }
}

/// How often each letter and digit stands in a text.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *letters.entry(c).or_default() += 1;
    }
    letters
}

/// The text of XML below elements so called: headers say again what the body says and prove nothing.
fn said_below(xml: &str, elements: &[&str]) -> String {
    let document = roxmltree::Document::parse(xml).unwrap();
    let below = document.descendants().filter(|node| elements.contains(&node.tag_name().name()));
    let texts = below.flat_map(|node| node.descendants()).filter(|node| node.is_text());
    texts.filter_map(|node| node.text()).collect()
}

#[test]
fn the_roll_of_tei_holds_every_group_and_every_line() {
    let text = "会議録\n\n1 出席者\n(1) 委員 山田花子委員、ほか3名\n(2) オブザーバー 佐藤一郎\n(3) 傍聴者 5名\nほか関係職員\n2 議事\n委員　はい。\n";
    let minutes = Minutes::of(text);
    let written = String::from_utf8(export::write(Format::Tei, &minutes, &Selection::all())).unwrap();
    let roll = written.split_once("<div type=\"rollCall\">").and_then(|(_, rest)| rest.split_once("</div>"));
    expect![[r#"

        <list><head>(1) 委員</head><item>山田花子委員、ほか3名</item></list>
        <list><head>(2) オブザーバー</head><item>佐藤一郎</item><item>(3) 傍聴者 5名</item><item>ほか関係職員</item></list>"#]]
    .assert_eq(roll.unwrap().0);
}

#[test]
fn every_letter_of_every_text_is_in_what_people_read_and_in_xml() {
    for (path, text) in texts() {
        let minutes = Minutes::of(text.as_str());
        // Page numbers and what a web page puts around are no part of the record.
        let furniture: String = minutes.furniture.iter().map(|&line| minutes.source.slice(line)).collect();
        // A running number before a label is no part of it and is left out.
        let serials = minutes.speeches.iter().map(|speech| {
            let start = speech.range.start as usize;
            text[start..(speech.printed.range().start as usize).max(start)].to_owned()
        });
        let serials = letters(&(serials.collect::<String>() + &furniture));
        for format in [Format::Text, Format::Markdown, Format::Akn, Format::Tei] {
            let written = String::from_utf8(export::write(format, &minutes, &Selection::all())).unwrap();
            let written = letters(&match format {
                Format::Akn => said_below(&written, &["preface", "debateBody"]),
                Format::Tei => said_below(&written, &["text"]),
                _ => written,
            });
            for (c, n) in letters(&text) {
                let n_left_out = serials.get(&c).copied().unwrap_or_default();
                let n_written = written.get(&c).copied().unwrap_or_default();
                let key = format.key();
                assert!(
                    n_written + n_left_out >= n,
                    "{path}: {key}: {c} stands {n} times, written {n_written}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_minutes_have_every_format_and_always_the_same(minutes in arbitrary::minutes()) {
        for format in Format::ALL {
            let some = Selection::of([SpeechId(1), SpeechId(0), SpeechId(7)], "語");
            for selection in [Selection::all(), some] {
                let written = export::write(format, &minutes, &selection);
                prop_assert_eq!(&written, &export::write(format, &minutes.clone(), &selection));
            }
        }
    }
}
