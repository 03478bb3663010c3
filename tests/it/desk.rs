//! The opening desk: what becomes of papers, and a paper beside its source.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::rc::Rc;

use expect_test::{Expect, expect};
use kaigiroku::app::desk::*;
use kaigiroku::app::screen::{BlockKind, Outcome, PreviewScreen, ReadView, compose_desk, compose_preview};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::words::{Lang, file_size};
use kaigiroku::cli::Native;
use kaigiroku::read::MAX_LEN;
use proptest::prelude::*;

use crate::desk_apart::two_in_one;
use crate::sample_text::market;

pub fn file(handle: u32, name: &str, size: u64) -> Brought {
    Brought { handle, name: name.to_owned(), size }
}

pub fn bring(files: &[(&str, u64)]) -> DeskAction {
    let files = files.iter().zip(0..).map(|(&(name, size), handle)| file(handle, name, size));
    DeskAction::Bring(files.collect(), None)
}

/// Ends the reading of the paper that is being read, as its bytes would.
pub fn give(desk: Rc<Desk>, bytes: &[u8]) -> Rc<Desk> {
    let paper = desk.being_read().expect("a paper is being read");
    let done = DeskAction::Finish(paper.id, paper.turn, understand(bytes, paper.asked, &Native));
    desk.reduce(done)
}

pub fn after(actions: impl IntoIterator<Item = DeskAction>) -> Rc<Desk> {
    actions.into_iter().fold(Rc::default(), Desk::reduce)
}

pub fn market_text() -> String {
    market().minutes.source.text().to_owned()
}

/// One file, read.
pub fn with_market() -> Rc<Desk> {
    give(after([bring(&[("market.txt", 900)])]), market_text().as_bytes())
}

/// The list as text.
fn list(desk: &Desk) -> String {
    let screen = compose_desk(desk);
    let mut out = format!("{:?} <{}> {}\n", screen.place, screen.title, screen.status);
    if let Some(progress) = &screen.progress {
        let _ = writeln!(out, "{}/{} {}", progress.n_done, progress.n_papers, progress.text);
    }
    for row in &screen.rows {
        let remedy = row.remedy.map(|remedy| format!(" {remedy:?}")).unwrap_or_default();
        let parts = [&row.name, &row.about, &row.says, &row.to_check, &row.why];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let _ = writeln!(out, "{:?} {}{remedy}", row.stage, parts.join(" | "));
    }
    out
}

pub fn check(desk: &Desk, expect: Expect) {
    expect.assert_eq(&list(desk));
}

fn preview_of(desk: &Desk) -> PreviewScreen {
    compose_preview(&desk.papers[0], desk.settings.lang)
}

fn read_view(screen: &PreviewScreen) -> &ReadView {
    let Outcome::Read(read) = &screen.outcome else { panic!("{:?}", screen.outcome) };
    read
}

#[test]
fn papers_are_read_one_after_the_other_and_a_bad_one_stops_none() {
    let desk = after([bring(&[("a.txt", 900), ("b.png", 8), ("c.txt", 20)])]);
    check(
        &desk,
        expect![[r#"
            Start <会議録を読み込む> 3件を読み込んでいます。
            0/3 3件のうち0件を終えました
            Reading a.txt | 900 B | 読み込み中
            Waiting b.png | 8 B | 待機中
            Waiting c.txt | 20 B | 待機中
        "#]],
    );
    let desk = give(give(desk, market_text().as_bytes()), b"\x89PNG\r\n\x1A\n");
    check(
        &desk,
        expect![[r#"
            Start <会議録を読み込む> 3件を読み込んでいます。
            2/3 3件のうち2件を終えました
            Read a.txt | 900 B　テキスト　UTF-8 | 読めました 発言7件 | 要確認2件
            Refused b.png | 8 B | 読めません | 画像は読めません。文字認識（OCR）で文字を取り出し、テキスト（.txt）で保存してください。
            Reading c.txt | 20 B | 読み込み中
        "#]],
    );
    check(
        &give(desk, b" \n"),
        expect![[r#"
            Start <会議録を読み込む> 1件を読みました。読めないものが2件あります。
            Read a.txt | 900 B　テキスト　UTF-8 | 読めました 発言7件 | 要確認2件
            Refused b.png | 8 B | 読めません | 画像は読めません。文字認識（OCR）で文字を取り出し、テキスト（.txt）で保存してください。
            Refused c.txt | 20 B | 読めません | 中身が空です。
        "#]],
    );
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let desk = after([bring(&[("archive.txt", 1 << 30), ("small.txt", 900)])]);
    assert_eq!(desk.papers[0].state, PaperState::Refused(Refusal::TooLarge));
    assert_eq!(desk.being_read().map(|paper| paper.id), Some(PaperId(1)));
    check(
        &desk,
        expect![[r#"
            Start <会議録を読み込む> 2件を読み込んでいます。
            1/2 2件のうち1件を終えました
            Refused archive.txt | 1073.8 MB | 読めません | 大きすぎます（1073.8 MB）。読めるのは256 MBまでのため、中身は読んでいません。
            Reading small.txt | 900 B | 読み込み中
        "#]],
    );
}

#[test]
fn what_would_fill_the_memory_with_the_others_waits_for_room() {
    let half = MAX_LEN / 2 + 1;
    let desk = after([bring(&[("a.txt", half), ("b.txt", half)])]);
    assert_eq!(desk.papers[1].state, PaperState::Refused(Refusal::TooMuch));
    let desk = desk.reduce(DeskAction::TakeAllOff).reduce(bring(&[("b.txt", half)]));
    assert_eq!(desk.papers[0].state, PaperState::Reading);
}

#[test]
fn a_file_that_comes_alone_is_shown_once_it_is_read() {
    assert_eq!(with_market().place, Place::Preview(PaperId(0)));
    let desk = give(after([bring(&[("a.txt", 2)])]), b" ");
    assert_eq!(desk.place, Place::Start, "there is nothing to be shown");
    let desk = after([bring(&[("a.txt", 9), ("b.txt", 9)])]);
    assert_eq!(give(give(desk, b"a"), b"b").place, Place::Start, "of several none is the one");
}

#[test]
fn who_goes_elsewhere_stays_there() {
    let desk = after([bring(&[("a.txt", 9)]), bring(&[("b.txt", 9)])]);
    assert_eq!(give(desk, b"a").place, Place::Start);
}

#[test]
fn a_pasted_text_is_shown_and_can_be_changed() {
    let desk = after([DeskAction::Paste("  ".into())]);
    check(
        &desk,
        expect![[r#"
        Start <会議録を読み込む> 読み込めるファイルやテキストがありませんでした。
    "#]],
    );
    let desk = give(after([DeskAction::Paste("{\"speechRecord\": ".into())]), b"{\"speechRecord\": ");
    assert_eq!(desk.place, Place::Preview(PaperId(0)), "also where it gave nothing: it may be mended");
    check(
        &desk,
        expect![[r#"
            Preview(PaperId(0)) <貼り付けたテキスト1> 読めません
            Refused 貼り付けたテキスト1 | 17 B | 読めません | 国会会議録のJSONが壊れています（1行17桁）。 Text
        "#]],
    );
    let desk = desk.reduce(DeskAction::Repaste(PaperId(0), market_text()));
    let desk = give(desk, market_text().as_bytes());
    let screen = preview_of(&desk);
    assert_eq!(screen.pasted, Some(market_text()));
    assert_eq!(screen.encoding, None, "what was pasted has letters already");
    assert_eq!(read_view(&screen).lines.len(), 42);
}

#[test]
fn an_encoding_is_overruled_by_hand() {
    let bytes = b"\xC5\xD4\xBB\xD4\n";
    let desk = give(after([bring(&[("a.txt", 5)])]), bytes);
    check(
        &desk,
        expect![[r#"
            Start <会議録を読み込む> 読めないものが1件あります。
            Refused a.txt | 5 B | 読めません | Shift_JISともEUC-JPとも読めるため、判定できません。文字コードを指定するか、UTF-8で保存し直してください。 Encoding
        "#]],
    );
    let desk = desk.reduce(DeskAction::Look(Place::Preview(PaperId(0))));
    let desk = desk.reduce(DeskAction::Overrule(PaperId(0), Some(Encoding::EucJp)));
    assert_eq!(desk.being_read().map(|paper| paper.asked), Some(Some(Encoding::EucJp)));
    let screen = preview_of(&give(desk, bytes));
    assert_eq!(read_view(&screen).lines[0].text, "都市");
    let encoding = screen.encoding.expect("there is a choice");
    assert_eq!(encoding.chosen, Some(Encoding::EucJp));
    let names: Vec<&str> = encoding.choices.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["自動", "UTF-8", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE"]);
}

#[test]
fn the_encoding_that_was_recognised_is_named() {
    let screen = preview_of(&with_market());
    assert_eq!(screen.about, "900 B　テキスト　UTF-8　42行");
    assert_eq!(screen.encoding.expect("a choice").choices[0], (None, "自動（UTF-8）".to_owned()));
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    let desk = after([bring(&[("a.txt", 900)])]);
    let late = || DeskAction::Finish(PaperId(0), 0, understand(b"late", None, &Native));
    let overrule = |encoding| DeskAction::Overrule(PaperId(0), Some(encoding));
    let overruled = give(desk.clone(), b"first").reduce(overrule(Encoding::EucJp));
    assert!(Rc::ptr_eq(&overruled, &overruled.clone().reduce(late())), "it is read anew");
    let again = overruled.reduce(overrule(Encoding::Utf8));
    assert_eq!(again.being_read().map(|paper| paper.turn), Some(2));
    let gone = desk.clone().reduce(DeskAction::TakeOff(PaperId(0)));
    assert!(Rc::ptr_eq(&gone, &gone.clone().reduce(late())), "it is off the desk");
    let done = give(desk, b"first");
    assert!(Rc::ptr_eq(&done, &done.clone().reduce(late())), "it was read");
}

#[test]
fn what_is_not_there_is_not_looked_at() {
    let desk = after([bring(&[("a.txt", 9)])]);
    for place in [Place::Minutes(PaperId(0)), Place::Preview(PaperId(7))] {
        assert!(Rc::ptr_eq(&desk, &desk.clone().reduce(DeskAction::Look(place))), "{place:?}");
    }
    let shown = with_market();
    assert_eq!(shown.reduce(DeskAction::TakeOff(PaperId(0))).place, Place::Start);
}

#[test]
fn pointing_shows_the_side_and_pointing_again_counts() {
    let desk = with_market();
    assert_eq!(desk.side, Side::Understood);
    let there = desk.reduce(DeskAction::Point(Pointed::Line(3)));
    assert_eq!((there.side, there.n_pointed), (Side::Source, 1));
    let again = there.reduce(DeskAction::Point(Pointed::Line(3)));
    assert_eq!(again.n_pointed, 2);
    assert_eq!(again.reduce(DeskAction::Point(Pointed::Notice(0))).side, Side::Understood);
}

#[test]
fn a_folder_with_too_much_in_it_says_so() {
    let desk =
        after([DeskAction::Bring(vec![file(0, "f/a.txt", 9), file(1, "f/b.txt", 9)], Some(Missed::TooMany))]);
    assert_eq!(compose_desk(&desk).status, "フォルダーにファイルが多いため、はじめの2件だけを読みます。");
    let empty = after([DeskAction::Bring(vec![], None)]);
    assert_eq!(empty.told, Some(Told::Nothing));
    let closed = after([DeskAction::Bring(vec![file(0, "a.txt", 9)], Some(Missed::Closed))]);
    assert!(compose_desk(&closed).status.contains("「フォルダーを選ぶ」"));
}

/// What was understood, as text: notices with their lines, blocks with theirs.
fn understood(read: &ReadView) -> String {
    let mut out = format!("{}\n", read.title);
    let summary: Vec<&str> = read.summary.iter().map(|phrase| phrase.text.as_str()).collect();
    let _ = writeln!(out, "{}", summary.join(" / "));
    for notice in &read.notices {
        let line = notice.line.map_or("全体".to_owned(), |line| line.to_string());
        let _ = writeln!(out, "! {line} {} {}", if notice.warning { "要確認" } else { "" }, notice.message);
    }
    for (depth, item) in &read.agenda {
        let _ = writeln!(out, "{}- {item}", "  ".repeat(*depth));
    }
    for group in &read.roll {
        let names: Vec<&str> = group.people.iter().map(|person| person.name.as_str()).collect();
        let _ = writeln!(out, "{} {}: {}", group.name, group.count, names.join(" "));
    }
    for block in &read.blocks {
        let what = match &block.kind {
            BlockKind::Topic => "##".to_owned(),
            BlockKind::Speech { number, label, note, role } => format!("{number} {label} <{note}> {role:?}"),
            BlockKind::Narrative => "（".to_owned(),
            BlockKind::Plain => "?".to_owned(),
        };
        let _ = writeln!(out, "{} {what} {}", block.line, block.text);
    }
    out
}

#[test]
fn a_preview_tells_what_was_understood_and_where() {
    let text = market_text().replace("（火）", "（水）");
    let desk = give(after([bring(&[("market.txt", 900)])]), text.as_bytes());
    let screen = preview_of(&desk);
    let read = read_view(&screen);
    let warned = read.lines.iter().position(|line| {
        line.notices.iter().any(|&at| read.notices[at].message.contains("曜日が暦と合いません"))
    });
    assert_eq!(read.lines[warned.expect("a line")].text, "1 開催日時 令和6年11月12日（水）午前10時から");
    expect![[r#"
        令和6年度第2回 みどり市場運営協議会 会議録
        2024年11月12日（令和6年・水） / 10:00から / 発言7件
        ! 3 要確認 曜日が暦と合いません。原文は（水）、暦では（火）です。原文のまま表示しています。
        ! 17  この議題に対応する見出しが審議の記録に見つかりません。
        ! 27 要確認 出席者の佐藤夏男委員、佐藤秋江委員のいずれか判定できないため、氏名を特定していません。
        ! 39 要確認 出席者の佐藤夏男委員、佐藤秋江委員のいずれか判定できないため、氏名を特定していません。
        - (1) 協議
          - ア 使用料の見直しについて
          - イ 冷蔵庫の更新について
          - ウ 朝市の開催日について
        - (2) 報告
          - ア 駐車場の工事について
        (1) 委員 3名: 山本春子 佐藤夏男 佐藤秋江
        (2) 事務局 1名: 高木冬樹
        欠席者 欠席1名: 森田五月
        21 ## (1) 開会
        23 1 山本春子会長 <出席者欄に記載あり> Chair ただいまから協議会を開きます。
        25 ## (2) 冷蔵庫の更新について
        27 2 佐藤委員 <同じ姓の出席者が2人いるため特定していません> Member 冷蔵庫の更新について、市場の電気代は2022年3月から何割増えたのか。 もう一点、朝市の日曜開催は広報紙で知らせたのか。
        31 3 会長 <山本春子（出席者欄による）> Chair 事務局、お願いします。
        33 4 事務局 <原文に氏名の記載なし> Secretariat 冷蔵庫の更新については、電気代が令和4年度に3割増え、年250万円となった。更新の時期は改めて検討する。
        35 5 会長 <山本春子（出席者欄による）> Chair ほかにありませんか。
        37 ## (3) 使用料の見直し及び朝市の開催日について
        39 6 佐藤委員 <同じ姓の出席者が2人いるため特定していません> Member 使用料の見直しについて、2024年度の改定率は12.5％でよいか。
        41 7 事務局 <原文に氏名の記載なし> Secretariat 改定率は12.5％である。なお、昨年度は検討した。近隣の3市の例を調査してまいります。
    "#]].assert_eq(&understood(read));
}

#[test]
fn a_text_over_which_the_page_would_stand_still_is_refused() {
    let desk = give(after([bring(&[("a.txt", 9)])]), "あ\n".repeat(5_000_001).as_bytes());
    assert_eq!(desk.papers[0].state, PaperState::Refused(Refusal::TooLong { len: 20_000_004 }));
    check(
        &desk,
        expect![[r#"
        Start <会議録を読み込む> 読めないものが1件あります。
        Refused a.txt | 9 B | 読めません | 文字の量が20.1 MBあり、この画面では読めません。20.0 MBまでです。コマンド（kaigiroku bundle）なら、もっと長いものも読めます。
    "#]],
    );
}

#[test]
fn a_long_text_is_cut_short_and_says_so() {
    let lines = |text: &str| {
        let desk = give(after([bring(&[("a.txt", 9)])]), text.as_bytes());
        let screen = preview_of(&desk);
        let read = read_view(&screen);
        (read.lines.len(), read.cut_short.clone())
    };
    assert_eq!(lines(&"あ\n".repeat(9_999)), (10_000, String::new()));
    let cut = "長いため、はじめの10,000行だけを示しています。保存されるのは全文です。";
    assert_eq!(lines(&"あ\n".repeat(10_000)), (10_000, cut.to_owned()));
    assert_eq!(lines(&"あ".repeat(2_000_001)).1, cut.replace("10,000", "1"));
}

#[test]
fn a_preview_speaks_english() {
    let desk = with_market().reduce(DeskAction::Set(Settings { lang: Lang::En, ..Settings::default() }));
    let screen = preview_of(&desk);
    assert_eq!(screen.about, "900 B · A text · UTF-8 · 42 lines");
    assert_eq!(compose_desk(&desk).rows[0].says, "Read 7 speeches");
}

#[test]
fn sizes_are_written_as_file_managers_do() {
    let check = |size, expect: &str| assert_eq!(file_size(size), expect);
    check(0, "0 B");
    check(999, "999 B");
    check(1000, "1 KB");
    check(1001, "2 KB");
    check(999_001, "1000 KB");
    check(1_000_000, "1.0 MB");
    check(1 << 30, "1073.8 MB");
}

/// Anything that can happen, to papers that are there and to some that are not.
fn any_action() -> impl Strategy<Value = DeskAction> {
    let id = || (0_u32..6).prop_map(PaperId);
    let place = prop_oneof![Just(Place::Start), id().prop_map(Place::Preview), id().prop_map(Place::Minutes)];
    let size = prop_oneof![0_u64..2000, Just(MAX_LEN), Just(MAX_LEN + 1), Just(u64::MAX)];
    let files = prop::collection::vec((0_u32..9, size), 0..4);
    let missed = prop::option::of(prop_oneof![Just(Missed::TooMany), Just(Missed::Closed)]);
    let text = || prop_oneof![Just(String::new()), Just("○委員　はい。".to_owned()), ".{0,20}"];
    let outcome = prop_oneof![
        text().prop_map(|text| understand(text.as_bytes(), None, &Native)),
        Just(understand(two_in_one().as_bytes(), None, &Native)),
        Just(Err(Refusal::Gone))
    ];
    let encoding = prop::option::of(prop::sample::select(Encoding::ALL.to_vec()));
    prop_oneof![
        (files, missed).prop_map(|(files, missed)| {
            let files = files.into_iter().map(|(handle, size)| file(handle, "a.txt", size));
            DeskAction::Bring(files.collect(), missed)
        }),
        text().prop_map(DeskAction::Paste),
        (id(), text()).prop_map(|(id, text)| DeskAction::Repaste(id, text)),
        (id(), 0_u32..3, outcome).prop_map(|(id, turn, outcome)| DeskAction::Finish(id, turn, outcome)),
        (id(), encoding).prop_map(|(id, encoding)| DeskAction::Overrule(id, encoding)),
        id().prop_map(DeskAction::TakeOff),
        Just(DeskAction::TakeAllOff),
        place.prop_map(DeskAction::Look),
        Just(DeskAction::Point(Pointed::Line(3))),
        any::<bool>().prop_map(DeskAction::Edit),
        any::<bool>().prop_map(DeskAction::Drag),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_the_desk_is_in_order(actions in prop::collection::vec(any_action(), 0..20)) {
        let mut desk: Rc<Desk> = Rc::default();
        for action in actions {
            desk = desk.reduce(action);
            let ids: BTreeSet<PaperId> = desk.papers.iter().map(|paper| paper.id).collect();
            prop_assert_eq!(ids.len(), desk.papers.len());
            let n_reading = desk.papers.iter().filter(|paper| paper.state == PaperState::Reading).count();
            let waits = desk.papers.iter().any(|paper| paper.state == PaperState::Waiting);
            prop_assert!(n_reading <= 1 && (n_reading == 1 || !waits));
            let is_packed = |paper: &Paper| matches!(paper.origin, Origin::Meeting { packed: Some(_), .. });
            prop_assert!(desk.papers.iter().all(|paper| paper.is_pending() || !is_packed(paper)));
            let kept = desk.papers.iter().filter(|paper| !matches!(paper.state, PaperState::Refused(_)));
            let n_bytes: u64 = kept.map(|paper| paper.size).sum();
            prop_assert!(n_bytes <= MAX_LEN + 1000, "a changed text may be longer by a little");
            match desk.place {
                Place::Start => {}
                Place::Preview(id) => prop_assert!(desk.paper(id).is_some()),
                Place::Minutes(id) => prop_assert!(desk.paper(id).is_some()),
                Place::Shelf => prop_assert!(desk.for_shelf().count() > 1),
            }
            let screen = compose_desk(&desk);
            prop_assert_eq!(screen.rows.len(), desk.papers.len());
            for paper in &desk.papers {
                compose_preview(paper, Lang::Ja);
            }
        }
    }

    #[test]
    fn every_place_has_an_address(number: u32) {
        let id = PaperId(number);
        for place in [Place::Start, Place::Preview(id), Place::Minutes(id)] {
            prop_assert_eq!(Place::of_fragment(&place.fragment()), Some(place));
            prop_assert_eq!(Place::of_fragment(&format!("{};q=a", Place::Minutes(id).fragment())),
                Some(Place::Minutes(id)));
        }
    }

    #[test]
    fn no_fragment_of_minutes_is_a_place_of_the_desk(fragment in "(s[0-9]{3}|q=[a-z%]*|role=chair|t[0-9])(;w=[01])?") {
        prop_assert_eq!(Place::of_fragment(&fragment), None);
    }

    #[test]
    fn every_notice_is_at_its_line(text in "([○◎]?[委員長市0-9年月日（）　\n]{0,30}\n){1,12}") {
        let Ok(Content::Minutes(understood)) = understand(text.as_bytes(), None, &Native) else { return Ok(()) };
        let lines: Vec<&str> = text.split('\n').collect();
        let desk = give(after([bring(&[("a.txt", 9)])]), text.as_bytes());
        let screen = preview_of(&desk);
        let read = read_view(&screen);
        let n_lines = lines.len();
        prop_assert_eq!(read.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), lines);
        let n_placed = read.notices.iter().filter(|notice| notice.line.is_some()).count();
        let n_shown: usize = read.lines.iter().map(|line| line.notices.len()).sum();
        prop_assert_eq!(n_placed, n_shown);
        prop_assert_eq!(read.blocks.len(), understood.minutes.body.len());
        prop_assert!(read.blocks.iter().all(|block| block.line <= n_lines));
    }
}
