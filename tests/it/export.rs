//! The JSON contract: `kaigiroku/minutes`.

use expect_test::expect;
use kaigiroku::export::json;
use kaigiroku::model::Minutes;
use proptest::prelude::*;
use serde_json::Value;

use crate::arbitrary;

#[test]
fn the_contract_as_it_is_written() {
    let json: Value = serde_json::from_str(&json::write(&crate::bundle::sample())).unwrap();
    expect![[r#"
        {
          "format": "kaigiroku/minutes",
          "version": 1,
          "title": "会議",
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
          "topics": [
            {
              "id": "t1",
              "num": "(1)",
              "heading": "協議",
              "agenda": [
                "a1"
              ]
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
    expect![[r#"{"format":"kaigiroku/minutes","version":1,"title":null,"meeting":{"name":null,"date":null,"start":null,"end":null,"place":null,"openness":null,"observers":null,"office":null},"roll":[],"agenda":[],"topics":[],"speeches":[],"narratives":[],"diagnostics":[]}"#]].assert_eq(&json::write(&Minutes::default()));
}

proptest! {
    #[test]
    fn a_range_counts_characters_of_the_text(minutes in arbitrary::minutes()) {
        let written = json::write(&minutes);
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
