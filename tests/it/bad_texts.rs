//! Texts that have broken other programs: what they say stays what it is.

use kaigiroku::app::permalink;
use kaigiroku::app::screen::compose;
use kaigiroku::app::state::State;
use kaigiroku::bundle::{self, plain};
use kaigiroku::diagnostics::Finding;
use kaigiroku::export::{Format, Selection, write};
use kaigiroku::import;
use kaigiroku::model::{Minutes, Role};
use kaigiroku::search::{Folded, Query, matcher};
use naughty_strings::BLNS;

use crate::app::{after, search};
use crate::arbitrary::HOSTILE;
use crate::bundle::{check_tags, empty_shell};
use crate::hand::Hand;

/// What has got through sanitisers: tags that change meaning when they are written out and read again,
/// handlers, addresses that are code, and names that hide the properties of a page.
const PAYLOADS: [&str; 24] = [
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=</style><img onerror=alert(1) src>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "javascript:alert(1)",
    "java\u{0}script:alert(1)",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"></iframe>",
    "<form id=x><input name=attributes><input name=parentNode>",
    "<img name=getElementById>",
    "<base href=//example.invalid/>",
    "<meta http-equiv=refresh content=\"0;url=//example.invalid/\">",
    "<link rel=stylesheet href=//example.invalid/>",
    "<style>@import '//example.invalid/'</style>",
    "<body onload=alert(1)>",
    "<select><option></select><img src=x onerror=alert(1)>",
    "<xmp></xmp><script>alert(1)</script>",
    "<plaintext>",
    "</p><script>alert(1)</script>",
    "${alert(1)}{{alert(1)}}#{alert(1)}",
];

#[test]
fn strings_that_have_broken_others_break_nothing() {
    let shell = empty_shell();
    let all = HOSTILE.iter().chain(&PAYLOADS).chain(BLNS);
    for &string in all.filter(|string| !string.is_empty()) {
        // As a reader would meet it: title, label, words.
        let mut hand = Hand::new();
        hand.speech(string, Role::Other, &[string]);
        let title = hand.prose(string);
        hand.minutes().title = Some(title);
        let document = hand.finish();
        let html = bundle::write(&shell, &document.minutes, Some(string)).unwrap();
        assert_eq!(bundle::read(&html).unwrap(), document.minutes, "{string:?}");
        let page = plain::write(&document.minutes);
        check_tags(&page).unwrap_or_else(|error| panic!("{string:?}: {error}"));
        assert!(!page.contains("href=\"javascript:"), "{string:?}");
        // As the text itself.
        let text = format!("{string}\n\n委員　{string}\n\n{string}　はい。\n");
        let minutes = Minutes::of(text.as_str());
        assert_eq!(minutes.source.text(), text);
        let html = bundle::write(&shell, &minutes, None).unwrap();
        assert_eq!(bundle::read(&html).unwrap(), minutes, "{string:?}");
        // As what is looked for.
        let state = after(&document, [search(string)]);
        let link = permalink::write(&document, &state);
        assert!(link.is_ascii(), "{string:?}: {link}");
        if link.len() <= permalink::MAX_BYTES {
            let again = permalink::parse(&document, &format!("#{link}"));
            assert_eq!(permalink::write(&document, &again), link, "{string:?}");
        }
        compose(&document, &state);
    }
}

#[test]
fn names_of_the_language_are_names_of_speakers() {
    let names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
    let mut hand = Hand::new();
    for name in names {
        hand.speech(name, Role::Other, &["はい。"]);
    }
    let document = hand.finish();
    let labels = compose(&document, &State::default()).labels.clone();
    assert_eq!(labels.iter().map(|row| row.text.as_str()).collect::<Vec<_>>(), names);
    let json = write(Format::Json, &document.minutes, &Selection::all());
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let said: Vec<_> = json["speeches"].as_array().unwrap().iter().map(|it| it["label"].as_str()).collect();
    assert_eq!(said, names.map(Some));
}

/// The words that a query finds in a text.
fn found<'a>(text: &'a str, query: &str) -> Vec<&'a str> {
    let hits = matcher::find(&Folded::new(text), &Query::parse(query));
    hits.into_iter().map(|hit| &text[hit.to_usize()]).collect()
}

#[test]
fn what_cannot_be_seen_is_kept_and_searched_through() {
    for c in [
        '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{AD}', '\u{200E}', '\u{200F}',
        '\u{202E}', '\u{2066}', '\u{2069}',
    ] {
        let text = format!("会議録\n\n委{c}員　予{c}算は{c}いくらか。\n\n事務局　百万円です。\n");
        assert_eq!(Minutes::of(text.as_str()).source.text(), text);
        assert_eq!(found(&text, "委員"), [format!("委{c}員")], "{c:?}");
        assert_eq!(found(&text, "予算"), [format!("予{c}算")], "{c:?}");
    }
}

#[test]
fn half_a_letter_in_json_is_named_with_its_place() {
    let error = import::read("{\"speechRecord\":[\n{\"speech\":\"あ\\ud800い\"}]}").unwrap_err();
    assert!(error.to_string().contains("（2行"), "{error}");
}

#[test]
fn a_line_ends_as_any_system_ends_it() {
    let text = "会議録\n\n委員　はい。\n\n事務局　いいえ。\n";
    let speeches = |text: &str| {
        let minutes = Minutes::of(text);
        let labels: Vec<String> =
            minutes.speeches.iter().map(|speech| speech.printed.text(&minutes.source)).collect();
        (labels, minutes.title.as_ref().map(|title| title.text(&minutes.source)))
    };
    for end in ["\r\n", "\r"] {
        assert_eq!(speeches(&text.replace('\n', end)), speeches(text), "{end:?}");
    }
    assert_eq!(speeches(&text.replacen('\n', "\r\n", 2).replacen("。\n", "。\r", 1)), speeches(text));
}

#[test]
fn no_hit_splits_a_letter() {
    let text = "𠮷田と葛\u{E0100}城と葛城と𠮷";
    assert_eq!(found(text, "𠮷"), ["𠮷", "𠮷"]);
    assert_eq!(found(text, "葛"), ["葛\u{E0100}", "葛"]);
    assert_eq!(found(text, "葛城"), ["葛\u{E0100}城", "葛城"]);
    assert_eq!(found(text, "田"), ["田"]);
}

#[test]
fn days_are_read_or_told_but_never_moved() {
    let read = |printed: &str| {
        let minutes =
            Minutes::of(format!("会議録\n\n開催日時 {printed}\n\n委員　はい。\n\n事務局　はい。\n"));
        let told: Vec<&'static str> = minutes.diagnostics.iter().map(|it| it.code()).collect();
        (minutes.meeting.date.map(|date| date.date.iso()), told)
    };
    let day = |iso: &str| (Some(iso.to_owned()), Vec::<&str>::new());
    assert_eq!(read("令和元年5月1日（水）"), day("2019-05-01"));
    assert_eq!(read("令和1年5月1日（水）"), day("2019-05-01"));
    assert_eq!(read("令和６年２月２９日（木）"), day("2024-02-29"));
    assert_eq!(read("平成31年4月30日（火）"), day("2019-04-30"));
    // Nobody says whether the year or the era is wrong: the day is what it is.
    assert_eq!(read("平成31年5月7日（火）"), day("2019-05-07"));
    let (none, told) = read("令和６年２月３０日");
    assert_eq!(none, None);
    assert!(told.contains(&"impossible-date"), "{told:?}");
    assert_eq!(read("令和6年2月29日（金）"), (Some("2024-02-29".into()), vec!["weekday-mismatch"]));
}

#[test]
fn nothing_but_speakers_is_read() {
    let minutes = Minutes::of("委員　はい。\n事務局　いいえ。\n".repeat(100));
    assert_eq!(minutes.speeches.len(), 200);
    assert!(!minutes.diagnostics.iter().any(|it| it.finding == Finding::NoSpeech));
}

#[test]
fn a_line_of_five_megabytes_is_read_found_and_written() {
    let words = "予算は百万円である。".repeat(5_000_000 / 30);
    let minutes = Minutes::of(format!("会議録\n\n委員　{words}\n\n事務局　学校です。\n"));
    assert_eq!(minutes.speeches.len(), 2);
    let html = bundle::write(&empty_shell(), &minutes, None).unwrap();
    assert_eq!(bundle::read(&html).unwrap(), minutes);
    assert_eq!(found(minutes.source.text(), "学校"), ["学校"]);
}

#[test]
fn a_million_lines_are_read() {
    let speech = format!("委員　質問です。\n事務局　答弁です。\n{}", "\n".repeat(98));
    let text = format!("会議録\n\n{}", speech.repeat(10_000));
    let minutes = Minutes::of(text.as_str());
    assert_eq!(minutes.source.n_lines(), 1_000_003);
    assert_eq!(minutes.speeches.len(), 20_000);
    let read = bundle::decode(&bundle::encode(&minutes).unwrap()).unwrap();
    assert_eq!(read.speeches.len(), 20_000);
}
