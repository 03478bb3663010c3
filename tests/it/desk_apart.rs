//! A file of several meetings on the opening desk: taken apart, read meeting by meeting, put together again.

use std::rc::Rc;

use expect_test::expect;
use kaigiroku::app::desk::*;
use kaigiroku::app::screen::{compose_desk, compose_preview, paper_name};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::words::Lang;
use kaigiroku::bundle;
use kaigiroku::model::Minutes;
use kaigiroku::read::MAX_LEN;

use crate::bundle::empty_shell;
use crate::desk::{after, bring, check, give, market_text};
use crate::shelf_file::{page, two};
use crate::shelf_sample::texts;

/// A file of two meetings.
pub fn two_in_one() -> String {
    page(&two())
}

/// The sample meetings, each with the name of its file.
fn meetings() -> Vec<(String, Minutes)> {
    texts().into_iter().map(|(file, text)| (file, Minutes::of(text))).collect()
}

/// Reads what is packed until something else is to be read.
fn unpack(mut desk: Rc<Desk>) -> Rc<Desk> {
    while let Some(paper) = desk.being_read()
        && let Origin::Meeting { packed, .. } = &paper.origin
    {
        let packed = packed.as_ref().expect("nothing lets go of it before");
        let done = DeskAction::Finish(paper.id, paper.turn, packed.understand());
        desk = desk.reduce(done);
    }
    desk
}

/// A desk with this file of several meetings, of which none is read yet.
fn with(page: &str) -> Rc<Desk> {
    give(after([bring(&[("shelf.html", page.len() as u64)])]), page.as_bytes())
}

fn keys(desk: &Desk) -> Vec<(String, String)> {
    let of = |entry: &kaigiroku::shelf::Entry| (entry.key.to_string(), entry.file.clone());
    desk.shelve().shelf.entries.iter().map(of).collect()
}

#[test]
fn its_meetings_stand_where_it_stood_and_are_read_like_all_others() {
    let html = two_in_one();
    let desk = after([bring(&[("shelf.html", 9000), ("market.txt", 900)])]);
    let desk = give(desk, html.as_bytes());
    check(
        &desk,
        expect![[r#"
        Start <会議録を読み込む> 3件を読み込んでいます。
        0/3 3件のうち0件を終えました
        Reading a.txt | 298 B　「shelf.html」から | 読み込み中
        Waiting b/c.txt | 298 B　「shelf.html」から | 待機中
        Waiting market.txt | 900 B | 待機中
    "#]],
    );
    let desk = give(unpack(desk), market_text().as_bytes());
    check(
        &desk,
        expect![[r#"
        Start <会議録を読み込む> 3件を読みました。
        Read a.txt | 298 B　「shelf.html」から | 読めました 発言1件 | 要確認1件
        Read b/c.txt | 298 B　「shelf.html」から | 読めました 発言1件 | 要確認1件
        Read market.txt | 900 B　テキスト　UTF-8 | 読めました 発言7件 | 要確認2件
    "#]],
    );
    let minutes: Vec<&Minutes> = desk.for_shelf().take(2).map(|(_, of)| &of.minutes).collect();
    assert_eq!(minutes, two().iter().map(|(_, minutes)| minutes).collect::<Vec<_>>());
}

#[test]
fn with_single_files_and_other_shelves_they_become_one_shelf_with_the_keys_they_had() {
    let all = meetings();
    let (some, others) = all.split_at(2);
    let desk = after([bring(&[("a.html", 9), ("b.html", 9), ("market.txt", 9)])]);
    let desk = unpack(give(desk, page(some).as_bytes()));
    let desk = unpack(give(desk, page(others).as_bytes()));
    let desk = give(desk, market_text().as_bytes());
    let mut of_files = meetings();
    of_files.push(("market.txt".into(), Minutes::of(market_text())));
    let expect = kaigiroku::shelf::Shelf::of(&of_files);
    assert_eq!(*desk.shelve().shelf, expect);
    assert_eq!(desk.reduce(DeskAction::Look(Place::Shelf)).place, Place::Shelf);
}

#[test]
fn a_text_that_is_there_twice_stands_on_the_shelf_once() {
    let desk = unpack(with(&two_in_one()));
    let before = keys(&desk);
    let desk = desk.reduce(bring(&[("again.html", 9), ("again.txt", 9)]));
    let desk = unpack(give(desk, two_in_one().as_bytes()));
    let desk = give(desk, two()[0].1.source.text().as_bytes());
    assert_eq!(desk.papers.len(), 5);
    assert_eq!(keys(&desk), before);
}

#[test]
fn a_damaged_meeting_is_refused_alone() {
    let html = two_in_one();
    let id = html.find("id=\"kg-m-").expect("a block");
    let from = id + html[id..].find('>').expect("its content") + 5;
    let desk = unpack(with(&format!("{}****{}", &html[..from], &html[from + 4..])));
    check(
        &desk,
        expect![[r#"
        Start <会議録を読み込む> 1件を読みました。読めないものが1件あります。
        Read a.txt | 298 B　「shelf.html」から | 読めました 発言1件 | 要確認1件
        Refused b/c.txt | 298 B　「shelf.html」から | 読めません | 会議録のデータが壊れています（kg-m-aedd42-1f20cb8a を展開できません）。
    "#]],
    );
    assert!(desk.papers.iter().all(|paper| !paper.has_encoding()), "no encoding could make more of it");
}

#[test]
fn a_damaged_directory_refuses_the_file() {
    let desk = with(&two_in_one().replace("\"format\"", "\"former\""));
    check(
        &desk,
        expect![[r#"
            Start <会議録を読み込む> 読めないものが1件あります。
            Refused shelf.html | 10 KB | 読めません | 会議録のデータの形式が違います。
        "#]],
    );
    check(
        &with(&page(&[])),
        expect![[r#"
        Start <会議録を読み込む> 読めないものが1件あります。
        Refused shelf.html | 9 KB | 読めません | 会議が1件も入っていません。 Encoding
    "#]],
    );
}

#[test]
fn what_a_block_says_of_its_size_counts_before_it_is_unpacked() {
    let html = two_in_one();
    let id = html.find("id=\"kg-m-").expect("a block");
    let from = id + html[id..].find("data-len=\"").expect("its length") + "data-len=\"".len();
    let to = from + html[from..].find('"').expect("its end");
    let saying = |len: u64| format!("{}{len}{}", &html[..from], &html[to..]);
    let states = |desk: &Desk| desk.papers.iter().map(|paper| paper.state.clone()).collect::<Vec<_>>();
    let desk = with(&saying(MAX_LEN + 1));
    assert!(states(&desk).contains(&PaperState::Refused(Refusal::TooLarge)));
    let desk = with(&saying(MAX_LEN));
    assert!(states(&desk).contains(&PaperState::Refused(Refusal::TooMuch)));
    assert!(states(&unpack(desk)).iter().any(|state| matches!(state, PaperState::Read(_))));
}

#[test]
fn of_more_meetings_than_are_taken_the_first_are_read_and_that_is_told() {
    let text = |n: usize| format!("第{n}回 環境審議会 会議録\n\n○委員長　第{n}回を開きます。\n");
    let meeting = |n: usize| (format!("{n:04}.txt"), Minutes::of(text(n)));
    let many: Vec<(String, Minutes)> = (1..=MAX_MEETINGS + 2).map(meeting).collect();
    let html = page(&many);
    let desk = with(&html);
    assert_eq!(desk.papers.len(), MAX_MEETINGS);
    assert_eq!(paper_name(&desk.papers[0], Lang::Ja), "0001.txt");
    let told = compose_desk(&desk).status;
    expect!["会議が1,002件入ったファイルがあり、はじめの1,000件だけを読みます。すべてをまとめるには、コマンド（kaigiroku bundle）を使ってください。"].assert_eq(&told);
    let desk = desk.reduce(DeskAction::Set(Settings { lang: Lang::En, ..Settings::default() }));
    expect!["A file holds 1,002 meetings: only the first 1,000 are read. The command line (kaigiroku bundle) takes them all."].assert_eq(&compose_desk(&desk).status);
    let first = desk.papers[0].id;
    let more = desk.reduce(bring(&[("more.html", 9)])).reduce(DeskAction::TakeOff(first));
    assert_eq!(more.papers.len(), MAX_MEETINGS);
    let more = give(unpack(more), html.as_bytes());
    assert_eq!(more.papers.len(), MAX_MEETINGS, "there was room for one");
    let more = give(unpack(more).reduce(bring(&[("full.html", 9)])), html.as_bytes());
    let refused = compose_desk(&more).rows.pop().expect("a row");
    expect![
        "With the others it exceeds 1,000 meetings. Remove those that you have saved, then add it again."
    ]
    .assert_eq(&refused.why);
}

#[test]
fn one_meeting_alone_is_shown_once_it_is_read() {
    let desk = unpack(with(&page(&two()[..1])));
    assert_eq!(desk.place, Place::Preview(desk.papers[0].id));
    let screen = compose_preview(&desk.papers[0], Lang::Ja);
    expect!["a.txt 298 B　「shelf.html」から　9行"].assert_eq(&format!("{} {}", screen.name, screen.about));
    assert_eq!((screen.encoding, screen.pasted), (None, None));
    assert_eq!(unpack(with(&two_in_one())).place, Place::Start, "of several none is the one");
}

#[test]
fn who_looks_at_the_file_is_led_to_its_meetings() {
    let desk = after([bring(&[("shelf.html", 9)])]).reduce(DeskAction::Look(Place::Preview(PaperId(0))));
    assert_eq!(give(desk, two_in_one().as_bytes()).place, Place::Start);
}

#[test]
fn a_pasted_page_is_taken_apart_too() {
    let html = two_in_one();
    let desk = unpack(give(after([DeskAction::Paste(html.clone())]), html.as_bytes()));
    check(
        &desk,
        expect![[r#"
        Start <会議録を読み込む> 2件を読みました。
        Read a.txt | 298 B　「貼り付けたテキスト1」から | 読めました 発言1件 | 要確認1件
        Read b/c.txt | 298 B　「貼り付けたテキスト1」から | 読めました 発言1件 | 要確認1件
    "#]],
    );
}

#[test]
fn a_name_that_is_missing_is_the_title() {
    let mut meetings = two();
    meetings[0].0 = " ".into();
    let desk = with(&page(&meetings));
    let names: Vec<String> = desk.papers.iter().map(|paper| paper_name(paper, Lang::Ja)).collect();
    assert_eq!(names, ["第1回 環境審議会 会議録", "b/c.txt"]);
}

#[test]
fn minutes_that_speak_of_the_blocks_of_a_shelf_are_no_shelf() {
    let text = "○委員長　<script id=\"x\" id=\"kg-shelf\">と書きます。\n";
    let is_minutes =
        |bytes: &[u8]| matches!(understand(bytes, None, &kaigiroku::cli::Native), Ok(Content::Minutes(_)));
    assert!(is_minutes(text.as_bytes()));
    let file = bundle::write(&empty_shell(), &Minutes::of(text), None).expect("it is written");
    assert!(is_minutes(file.as_bytes()));
}
