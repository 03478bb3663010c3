//! What is taken out of the Diet's JSON and out of our own files, and how both come back.

use expect_test::{Expect, expect};
use kaigiroku::diagnostics::Lang;
use kaigiroku::export::{Selection, diet};
use kaigiroku::model::{Attribution, Minutes};
use kaigiroku::{
    bundle,
    import::{self, Container},
};
use proptest::prelude::*;

use crate::arbitrary;
use crate::export_formats::MEETING;
use crate::minutes::texts;

/// Each speech as label and paragraphs.
fn speeches(minutes: &Minutes) -> Vec<(String, Vec<String>)> {
    let source = &minutes.source;
    let said = minutes.speeches.iter().map(|speech| {
        let paragraphs = speech.paragraphs.iter().map(|paragraph| paragraph.text(source)).collect();
        (speech.printed.text(source), paragraphs)
    });
    said.collect()
}

/// The texts but those that are written to be damaged: what a conversion did to them does not come back.
fn typed_texts() -> impl Iterator<Item = (String, String)> {
    texts().into_iter().filter(|(path, _)| !path.contains("conventions"))
}

/// Whether nothing was repaired but cut sentences. Repairs are undone in no export: the text that comes back
/// has them no more, and shows other signs.
fn is_as_typed(minutes: &Minutes) -> bool {
    let is_repaired = |speech: &kaigiroku::model::Speech| {
        let pieces = speech.paragraphs.iter().flat_map(|prose| prose.pieces.iter().skip(1));
        // A cell of a table has no label of its own.
        let is_cell = !speech.range.contains(speech.printed.range());
        is_cell || pieces.into_iter().any(|piece| piece.join == kaigiroku::model::Join::Letters)
    };
    minutes.furniture.is_empty() && !minutes.speeches.iter().any(is_repaired)
}

/// The minutes that come back from the Diet's JSON.
fn again(minutes: &Minutes) -> Minutes {
    let import = import::read(diet::write(minutes, &Selection::all())).unwrap();
    assert_eq!(import.container, Container::Diet);
    import.minutes
}

#[test]
fn every_text_comes_back_from_the_diets_json_with_the_same_speeches() {
    for (path, text) in typed_texts() {
        let minutes = Minutes::of(text);
        if is_as_typed(&minutes) {
            assert_eq!(speeches(&again(&minutes)), speeches(&minutes), "{path}");
        }
    }
}

#[test]
fn every_text_comes_back_with_the_same_head_and_headings() {
    for (path, text) in typed_texts() {
        let minutes = Minutes::of(text);
        let again = again(&minutes);
        let head = |minutes: &Minutes| {
            let topics = minutes.topics.iter().map(|topic| topic.heading.text(&minutes.source));
            let people = minutes.roll.people().map(|person| minutes.source.slice(person.entry).to_owned());
            let date = minutes.meeting.date.as_ref().map(|date| date.date);
            (minutes.display_title(), date, topics.collect::<Vec<_>>(), people.collect::<Vec<_>>())
        };
        assert_eq!(head(&again), head(&minutes), "{path}");
    }
}

#[test]
fn an_excerpt_that_comes_back_still_says_so() {
    let minutes = Minutes::of(MEETING);
    let json = diet::write(&minutes, &Selection::found(&minutes, "話者:事務局"));
    let again = import::read(json).unwrap().minutes;
    assert_eq!(speeches(&again), speeches(&minutes)[2..]);
    let told = again.narratives.last().map(|told| told.prose.text(&again.source));
    expect![
        "〔抜粋: 発言3件のうち1件（条件: 話者:事務局）。出典: 第3回 みどり図書館協議会 会議録（2025-05-14）〕"
    ]
    .assert_eq(&told.unwrap_or_default());
}

/// The text that is made of a JSON.
#[track_caller]
fn check(json: &str, expect: Expect) {
    let import = import::read(json).unwrap();
    assert_eq!(import.container, Container::Diet);
    expect.assert_eq(import.minutes.source.text());
}

#[track_caller]
fn check_refused(text: &str, expect: Expect) {
    let error = import::read(text).unwrap_err();
    expect.assert_eq(&format!("{}\n{}", error.message(Lang::Ja), error.message(Lang::En)));
}

/// An answer of the Diet's API with these meetings.
fn answer(meetings: &[&str]) -> String {
    format!(r#"{{"numberOfRecords":{},"meetingRecord":[{}]}}"#, meetings.len(), meetings.join(","))
}

const SESSION: &str = r#"{"issueID":"120115261X02820200610","imageKind":"会議録","session":201,
    "nameOfHouse":"衆議院","nameOfMeeting":"予算委員会","issue":"第28号","date":"2020-06-10","speechRecord":[
    {"speechOrder":0,"speaker":"会議録情報","speech":"令和二年六月十日（水曜日）\r\n　　　　午前九時開議\r\n"},
    {"speechOrder":1,"speaker":"棚田","speakerPosition":"委員長","speech":"○棚田委員長　これより会議を開きます。\r\n　質疑の申出がありますので、許します。"},
    {"speechOrder":2,"speaker":"山川","speech":"道路の予算はいくらですか。"},
    {"speechOrder":3,"speaker":"海野","speakerPosition":"国務大臣","speech":"一兆円です。"},
    {"speechOrder":4,"speaker":"事務局","speech":"資料を配ります。"}]}"#;

#[test]
fn an_answer_of_the_diet_becomes_the_text_of_minutes() {
    let expect = expect![[r#"
        第201回国会 衆議院 予算委員会 第28号 会議録

        令和二年六月十日（水曜日）
        　　　　午前九時開議

        ○棚田委員長　これより会議を開きます。
        　質疑の申出がありますので、許します。
        ○山川君　道路の予算はいくらですか。
        ○国務大臣（海野君）　一兆円です。
        ○事務局　資料を配ります。
    "#]];
    check(&answer(&[SESSION]), expect);
    let text = |json: &str| import::read(json).unwrap().minutes.source.text().to_owned();
    assert_eq!(text(SESSION), text(&answer(&[SESSION])), "one record");
    assert_eq!(text(&format!("[{SESSION}]")), text(&answer(&[SESSION])), "a list of one");
    let minutes = import::read(SESSION).unwrap().minutes;
    let labels: Vec<String> = speeches(&minutes).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["棚田委員長", "山川君", "国務大臣（海野君）", "事務局"]);
    assert_eq!(minutes.meeting.date.map(|date| date.date.iso()).as_deref(), Some("2020-06-10"));
}

#[test]
fn an_answer_for_speeches_is_read_if_they_are_of_one_meeting() {
    let record = |issue: &str| {
        format!(
            r#"{{"issueID":"{issue}","nameOfHouse":"参議院","nameOfMeeting":"本会議","date":"2024-10-08",
            "speaker":"議長","speech":"○議長　開会します。"}}"#
        )
    };
    check(
        &format!(r#"{{"speechRecord":[{}]}}"#, record("1")),
        expect![[r#"
        参議院 本会議

        開催日 2024-10-08

        ○議長　開会します。
    "#]],
    );
    check_refused(
        &format!(r#"{{"speechRecord":[{},{}]}}"#, record("1"), record("2")),
        expect![[r#"
        会議が2件入っています。1件ずつのファイルに分けてください。
        It holds 2 meetings; make a file of each."#]],
    );
}

#[test]
fn what_holds_no_meeting_or_several_is_named() {
    check_refused(
        &answer(&[SESSION, SESSION, SESSION]),
        expect![[r#"
        会議が3件入っています。1件ずつのファイルに分けてください。
        It holds 3 meetings; make a file of each."#]],
    );
    check_refused(
        &answer(&[]),
        expect![[r#"
        会議が1件も入っていません。
        There is no meeting in it."#]],
    );
    check_refused(
        r#"{"format":"kaigiroku/minutes","version":1}"#,
        expect![[r#"
        国会会議録のJSONではありません。読めるJSONは、国会会議録検索システムの会議単位の形です。
        This JSON holds no minutes; the only JSON read is that of the Diet's minutes."#]],
    );
    check_refused(
        r#"{"message":"検索条件が不正です。"}"#,
        expect![[r#"
        国会会議録のJSONではありません。読めるJSONは、国会会議録検索システムの会議単位の形です。
        This JSON holds no minutes; the only JSON read is that of the Diet's minutes."#]],
    );
    check_refused(
        r#"{"speechRecord":[{"speech":"○委員　はい。"},{"speaker":"委員"}]}"#,
        expect![[r#"
        2番目の発言（speechRecord）に本文（speech）がありません。
        Record 2 of speechRecord has no speech."#]],
    );
    check_refused(
        "\n\n {\"speechRecord\":[\n{\"speech\":}",
        expect![[r#"
        国会会議録のJSONが壊れています（4行11桁）。
        The JSON of the Diet's minutes is damaged (line 4, column 11)."#]],
    );
}

#[test]
fn our_own_files_give_back_their_minutes() {
    for (path, text) in texts() {
        let minutes = Minutes::of(text);
        let html = bundle::write(&crate::bundle::empty_shell(), &minutes, None).unwrap();
        let import = import::read(html).unwrap();
        assert_eq!((import.container, import.minutes), (Container::Bundle, minutes), "{path}");
    }
    check_refused(
        &crate::bundle::empty_shell(),
        expect![[r#"
        会議録のデータが入っていません。
        There are no minutes in this file."#]],
    );
}

#[test]
fn a_copy_for_reading_is_known_as_ours_and_holds_no_data() {
    let blocks = bundle::blocks_of(&crate::bundle::empty_shell()).unwrap();
    let copy = bundle::reading_copy(&blocks, &Minutes::of(MEETING), "会議録", None);
    check_refused(
        &copy,
        expect![[r#"
        読むだけのファイルには元のデータが入っていません。元のテキストか、検索できるファイルを使ってください。
        A copy for reading holds no data. Use the original text, or the full file."#]],
    );
}

#[test]
fn a_text_is_a_text_however_it_begins() {
    for text in ["[委員長] はい。", "{委員} はい。", "", "会議録\n{}", "<会議録>", "<!doctype html>会議録"]
    {
        let import = import::read(text).unwrap();
        assert_eq!((import.container, import.minutes.source.text()), (Container::Text, text));
    }
}

#[test]
fn names_where_the_diet_prints_them_are_read() {
    let minutes = import::read(MEETING).unwrap().minutes;
    let again = again(&minutes);
    let by = |minutes: &Minutes| minutes.speeches.iter().map(|speech| speech.by.clone()).collect::<Vec<_>>();
    assert!(matches!(by(&minutes)[0], Attribution::Person { .. }));
    assert_eq!(by(&again).len(), by(&minutes).len());
    assert!(matches!(by(&again)[0], Attribution::Person { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_stops_reading(text in arbitrary::text(), start in "[{\\[<]{0,2}") {
        let _ = import::read(format!("{start}{text}"));
        let _ = import::read(format!("{start}\"speechRecord\":{text}"));
    }

    #[test]
    fn every_speech_of_any_minutes_is_in_the_diets_json(minutes in arbitrary::minutes()) {
        let json: serde_json::Value = serde_json::from_str(&diet::write(&minutes, &Selection::all())).unwrap();
        let records = json["meetingRecord"][0]["speechRecord"].as_array().unwrap();
        let said: Vec<&str> = records
            .iter()
            .filter(|record| record["speechID"].as_str().unwrap().starts_with('s'))
            .map(|record| record["speech"].as_str().unwrap())
            .collect();
        prop_assert_eq!(said.len(), minutes.speeches.len());
        for (speech, said) in minutes.speeches.iter().zip(said) {
            for paragraph in &speech.paragraphs {
                prop_assert!(said.contains(&paragraph.text(&minutes.source)));
            }
        }
        for (order, record) in records.iter().enumerate() {
            prop_assert_eq!(record["speechOrder"].as_u64(), Some(order as u64));
        }
        prop_assert!(import::read(json.to_string()).is_ok());
    }
}
