//! The JSON contract: `kaigiroku/minutes`.

use expect_test::expect;
use kaigiroku::export::{Selection, json};
use kaigiroku::model::Minutes;
use proptest::prelude::*;
use serde_json::Value;

use crate::arbitrary;

#[test]
fn the_contract_as_it_is_written() {
    let json: Value =
        serde_json::from_str(&json::write(&crate::bundle::sample(), &Selection::all())).unwrap();
    expect![[r#"
        {
          "format": "kaigiroku/minutes",
          "version": 1,
          "title": "会議",
          "confidence": "stated",
          "meeting": {
            "name": null,
            "date": "2025-03-10",
            "start": "14:00",
            "end": null,
            "place": null,
            "openness": null,
            "observers": null,
            "office": null
          },
          "roll": [
            {
              "group": "委員",
              "people": [
                {
                  "name": "お待ち",
                  "role": "委員長",
                  "post": null,
                  "proxy": null
                }
              ]
            }
          ],
          "agenda": [
            {
              "id": "a1",
              "num": "(1)",
              "heading": "協議",
              "children": []
            }
          ],
          "topics": [],
          "formalities": [
            {
              "id": "t1",
              "num": "(1)",
              "heading": "協議",
              "agenda": [
                "a1"
              ],
              "confidence": "stated"
            }
          ],
          "speeches": [
            {
              "id": "s001",
              "topic": null,
              "label": "委員長",
              "by": "お待ち",
              "role": "chair",
              "kind": "speech",
              "confidence": "stated",
              "paragraphs": [
                "お待ちしておりました。"
              ],
              "range": [
                3,
                19
              ]
            }
          ],
          "narratives": [
            {
              "topic": null,
              "text": "資料を配付した。",
              "range": [
                21,
                29
              ]
            }
          ],
          "diagnostics": [
            {
              "code": "joined",
              "severity": "info",
              "line": 2,
              "message": "改行で切れた文をつないで表示しています。"
            },
            {
              "code": "unrecognised",
              "severity": "warning",
              "line": 7,
              "message": "何であるか判定できないため、原文のまま表示しています。"
            },
            {
              "code": "no-date",
              "severity": "warning",
              "line": 1,
              "message": "会議の開催日が見つかりません。"
            }
          ]
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&json).unwrap());
}

#[test]
fn what_the_text_does_not_say_is_null() {
    expect![[r#"{"format":"kaigiroku/minutes","version":1,"title":null,"confidence":"stated","meeting":{"name":null,"date":null,"start":null,"end":null,"place":null,"openness":null,"observers":null,"office":null},"roll":[],"agenda":[],"topics":[],"formalities":[],"speeches":[],"narratives":[],"diagnostics":[]}"#]].assert_eq(&json::write(&Minutes::default(), &Selection::all()));
}

#[test]
fn the_first_seed_says_what_it_should() {
    let seed = include_str!("../../seeds/ichinoseki-kogyo-r6-2.txt");
    let json: Value = serde_json::from_str(&json::write(&Minutes::of(seed), &Selection::all())).unwrap();
    expect![[r#"{"name":"令和6年度第2回一関市工業振興戦略推進会議","date":"2025-03-10","start":"14:00","end":"15:30","place":"一関市役所 会議室棟第1会議室A","openness":"公開","observers":"なし","office":"商工労働部工業振興課"}"#]].assert_eq(&json["meeting"].to_string());
    expect![[r#"[{"id":"a1","num":"(1)","heading":"協議","children":[{"id":"a2","num":"ア","heading":"令和6年度事業実績（令和7年1月31日現在）について","children":[]},{"id":"a3","num":"イ","heading":"工業振興計画事業点検評価について","children":[]},{"id":"a4","num":"ウ","heading":"令和7年度事業計画について","children":[]}]}]"#]].assert_eq(&json["agenda"].to_string());
    expect![[r#"[{"id":"t1","num":"8","heading":"挨拶","agenda":[],"confidence":"stated"},{"id":"t2","num":"(1)","heading":"令和6年度事業実績（令和7年1月31日現在）及び工業振興計画事業点検評価について","agenda":["a2","a3"],"confidence":"stated"},{"id":"t3","num":"(2)","heading":"令和7年度事業計画について","agenda":["a4"],"confidence":"stated"}]"#]].assert_eq(&json["topics"].to_string());
    expect![[r#"{"id":"s001","topic":"t1","label":"小林淳哉委員長","by":"小林淳哉","role":"chair","kind":"speech","confidence":"stated","paragraphs":["一関市工業振興戦略推進会議は地域振興のために非常に重要な協議の場だと認識しています。本日は令和6年度事業実績見込みや評価、令和7年度事業計画などについて協議していくこととなります。いろいろ御意見をいただき次年度の発展に向けて協議していきたいと考えているのでよろしくお願いします。"],"range":[464,612]}"#]].assert_eq(&json["speeches"][0].to_string());
}

proptest! {
    #[test]
    fn a_range_counts_characters_of_the_text(minutes in arbitrary::minutes()) {
        let written = json::write(&minutes, &Selection::all());
        prop_assert!(!written.contains('\n'), "one meeting is one line");
        let json: Value = serde_json::from_str(&written).unwrap();
        let text: Vec<char> = minutes.source.text().chars().collect();
        for (speech, printed) in minutes.speeches.iter().zip(json["speeches"].as_array().unwrap()) {
            let end = |idx: usize| printed["range"][idx].as_u64().unwrap() as usize;
            let cut: String = text[end(0)..end(1)].iter().collect();
            prop_assert_eq!(cut.as_str(), minutes.source.slice(speech.range));
        }
    }
}
