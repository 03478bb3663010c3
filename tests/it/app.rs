//! What a reader does and what is then seen, without a browser.

use std::fmt::Write;
use std::rc::Rc;

use expect_test::{Expect, expect};
use kaigiroku::app::Document;
use kaigiroku::app::screen::{BlockView, Focus, Run, RunKind, Screen, compose};
use kaigiroku::app::state::{Action, Panel, State};
use kaigiroku::model::{Block, Join, LabelId, Prose, Role, SpeechId, TopicId};
use kaigiroku::source::Source;
use proptest::prelude::*;

use crate::hand::{Hand, harbour};

fn after(document: &Document, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::default()), |state, action| state.reduce(action, document))
}

/// The screen after these actions: one of its parts, as text.
fn check(actions: impl IntoIterator<Item = Action>, part: fn(&Screen) -> String, expect: Expect) {
    let document = harbour();
    expect.assert_eq(&part(&compose(&document, &after(&document, actions))));
}

fn search(words: &str) -> Action {
    Action::Search(words.to_owned())
}

/// Hits as [number words], the current one doubled; joins as ¦ and ‖.
fn runs(runs: &[Run]) -> String {
    let show = |run: &Run| match run.kind {
        RunKind::Text => run.text.clone(),
        RunKind::Hit { index, current: true } => format!("[[{index} {}]]", run.text),
        RunKind::Hit { index, current: false } => format!("[{index} {}]", run.text),
        RunKind::Join(Join::Page) => "‖".to_owned(),
        RunKind::Join(_) => "¦".to_owned(),
    };
    runs.iter().map(show).collect()
}

fn body(screen: &Screen) -> String {
    let mut out = String::new();
    for block in &screen.body {
        match block {
            BlockView::Topic(topic) => {
                let _ = writeln!(
                    out,
                    "## {} {} {}  <{}>",
                    topic.anchor,
                    topic.num,
                    runs(&topic.heading),
                    topic.note
                );
            }
            BlockView::Speech(speech) => {
                let mark = if speech.current { "*" } else { "" };
                let joined = if speech.repaired { " 原文あり" } else { "" };
                let _ = writeln!(
                    out,
                    "{mark}{} {} {:?} {} <{}>{joined}",
                    speech.anchor, speech.number, speech.role, speech.label, speech.note
                );
                for paragraph in &speech.paragraphs {
                    let _ = writeln!(out, "  {}", runs(paragraph));
                }
                for line in speech.original.iter().flatten() {
                    let _ = writeln!(out, "  > {line}");
                }
            }
            BlockView::Narrative { runs: words } => {
                let _ = writeln!(out, "-- {}", runs(words));
            }
            BlockView::Plain { line, lines } => {
                let _ = writeln!(out, ".. {line}行");
                for line in lines {
                    let _ = writeln!(out, "   {}", runs(line));
                }
            }
        }
    }
    out
}

fn head(screen: &Screen) -> String {
    let mut out = format!("{}\n{}\n", screen.title, screen.summary.join("　"));
    for fact in &screen.facts {
        let _ = writeln!(out, "{}: {}", fact.label, fact.values.join(" / "));
    }
    for row in &screen.agenda {
        let topic = row.topic.map_or_else(|| "-".to_owned(), |topic| format!("t{}", topic.0 + 1));
        let _ = writeln!(out, "{}{} {} → {topic}", "  ".repeat(row.depth), row.num, row.heading);
    }
    for group in &screen.roll {
        let _ = writeln!(out, "{}", group.name);
        for person in &group.people {
            let speeches: Vec<u32> = person.speeches.iter().map(|speech| speech.0 + 1).collect();
            let _ = writeln!(out, "  {}|{}|{}|{speeches:?}", person.name, person.post, person.proxy);
        }
    }
    for notice in &screen.notices {
        let kind = if notice.warning { "要確認" } else { "参考" };
        let _ = writeln!(
            out,
            "{kind} {}行 「{}」 {} {:?}",
            notice.line, notice.words, notice.message, notice.speech
        );
    }
    out + &screen.footer.join("\n") + "\n"
}

fn tools(screen: &Screen) -> String {
    let search = &screen.search;
    let mut out = format!("[{}] {} <{}> {:?}\n", search.query, search.count, search.status, screen.focus);
    for chip in &screen.chips {
        let _ = writeln!(out, "x {}", chip.text);
    }
    for row in &screen.contents {
        let mark = if row.selected { "*" } else { " " };
        let first = row.first.map(|first| first.0 + 1);
        let _ = writeln!(out, "{mark}目次 {} {} {}件 {first:?}", row.num, row.heading, row.count);
    }
    for (kind, row) in
        screen.labels.iter().map(|row| ("話者", row)).chain(screen.roles.iter().map(|row| ("立場", row)))
    {
        let mark = if row.selected { "*" } else { " " };
        let _ = writeln!(
            out,
            "{mark}{kind} {} {} <{}> {}件 {}%",
            row.badge, row.text, row.note, row.count, row.share
        );
    }
    out
}

fn strip(screen: &Screen) -> String {
    let mut out = String::new();
    for bar in &screen.strip {
        let (shown, topic) = (if bar.shown { "" } else { "-" }, bar.topic.map(|topic| topic.0 + 1));
        let _ = writeln!(
            out,
            "{shown}{} {:.1}+{:.1} {} {topic:?}",
            bar.speech.0 + 1,
            bar.start,
            bar.width,
            bar.n_hits
        );
    }
    out
}

#[test]
fn the_head_says_what_the_record_says() {
    check(
        [],
        head,
        expect![[r#"
        第3回 みなと計画検討会 会議録
        2019年5月7日（令和元年・火）　10:00から　市民センター 2階 研修室　公開・傍聴者2人　発言6件
        会場: 市民センター 2階 研修室
        公開の別: 公開
        傍聴者: 2人
        資料: （記載なし）
        1 協議 → -
          ア 桟橋の改修 → t1
          イ 駐車場の運用 → t2
        委員
          髙﨑みなみ|座長||[1, 6]
          佐藤一郎|||[]
          佐藤花子|港湾課長|代理 沢田 光|[]
        要確認 20行 「別紙 料金表 普通車 ３００円」 何であるか判定できないため、原文のまま表示しています。 None
        原文の全335字を収録、未分類12字
        この文書は通信を行いません
    "#]],
    );
}

#[test]
fn the_whole_text_is_there_without_a_choice() {
    check(
        [],
        body,
        expect![[r#"
        s001 1 Chair 座長 <髙﨑みなみ（出席者欄による）>
          ただ今から検討会を開きます。
        ## t1 (1) 桟橋の改修について  <次第 ア に対応　発言2件・51字>
        -- 資料1により事務局が桟橋を説明した。
        s002 2 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 原文あり
          浮き桟‖橋の耐用年数は何年か。
          また、ﾌｪﾘｰの便数はどうなる。
        s003 3 Secretariat 事務局 <氏名の記載なし> 原文あり
          桟橋は30年、フェリー¦は1日4便を見込む。
        ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字>
        .. 20行
           別紙　料金表
             普通車　３００円
        s004 4 Member Ａ委員 <氏名の記載なし>
          駐車場のｻｰﾋﾞｽ券は続けるのか。
        s005 5 Secretariat 事務局 <氏名の記載なし>
          サ－ビス券は続ける。 駐車場から桟橋への通路も直す。
        s006 6 Chair 座長 <髙﨑みなみ（出席者欄による）>
          では、閉会します。
    "#]],
    );
    check(
        [],
        tools,
        expect![[r#"
        []  <> None
         目次 (1) 桟橋の改修について 2件 Some(2)
         目次 (2) 駐車場の運用について 3件 Some(4)
         話者 長 座長 <髙﨑みなみ（出席者欄による）> 2件 20%
         話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 26%
         話者 事 事務局 <氏名の記載なし> 2件 40%
         話者 委 Ａ委員 <氏名の記載なし> 1件 15%
         立場 長 議長・委員長 <> 2件 20%
         立場 委 委員・議員 <> 2件 40%
         立場 事 事務局・説明者 <> 2件 40%
    "#]],
    );
    check(
        [],
        strip,
        expect![[r#"
        1 0.0+118.2 0 None
        2 124.2+253.3 0 Some(1)
        3 377.6+177.3 0 Some(1)
        4 560.9+143.6 0 Some(2)
        5 704.4+219.6 0 Some(2)
        6 924.0+76.0 0 Some(2)
    "#]],
    );
}

#[test]
fn hits_are_marked_through_joins_and_counted() {
    check(
        [search("桟橋"), Action::NextHit, Action::NextHit],
        body,
        expect![[r#"
        ## t1 (1) [0 桟橋]の改修について  <次第 ア に対応　発言2件・51字>
        -- 資料1により事務局が[1 桟橋]を説明した。
        *s002 2 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 原文あり
          浮き[[2 桟]]‖[[2 橋]]の耐用年数は何年か。
          また、ﾌｪﾘｰの便数はどうなる。
        s003 3 Secretariat 事務局 <氏名の記載なし> 原文あり
          [3 桟橋]は30年、フェリー¦は1日4便を見込む。
        ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち1件を表示>
        s005 5 Secretariat 事務局 <氏名の記載なし>
          サ－ビス券は続ける。 駐車場から[4 桟橋]への通路も直す。
    "#]],
    );
    check(
        [search("桟橋"), Action::NextHit, Action::NextHit],
        tools,
        expect![[r#"
        [桟橋] 3 / 5件 <5件見つかりました> Some(Hit(2))
         目次 (1) 桟橋の改修について 2件 Some(2)
         目次 (2) 駐車場の運用について 1件 Some(4)
         話者 長 座長 <髙﨑みなみ（出席者欄による）> 0件 20%
         話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 26%
         話者 事 事務局 <氏名の記載なし> 2件 40%
         話者 委 Ａ委員 <氏名の記載なし> 0件 15%
         立場 長 議長・委員長 <> 0件 20%
         立場 委 委員・議員 <> 1件 40%
         立場 事 事務局・説明者 <> 2件 40%
    "#]],
    );
    check(
        [search("桟橋")],
        strip,
        expect![[r#"
        -1 0.0+118.2 0 None
        2 124.2+253.3 1 Some(1)
        3 377.6+177.3 1 Some(1)
        -4 560.9+143.6 0 Some(2)
        5 704.4+219.6 1 Some(2)
        -6 924.0+76.0 0 Some(2)
    "#]],
    );
    check(
        [search("料金表 ３００")],
        body,
        expect![[r#"
        ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち0件を表示>
        .. 20行
           別紙　[[0 料金表]]
             普通車　[1 ３００]円
    "#]],
    );
}

#[test]
fn filters_show_what_each_would_give() {
    check(
        [Action::ToggleRole(Role::Secretariat), Action::ToggleTopic(TopicId(1))],
        tools,
        expect![[r#"
        []  <発言1件を表示しています> None
        x 立場：事務局・説明者
        x 議題：駐車場の運用について
         目次 (1) 桟橋の改修について 1件 Some(2)
        *目次 (2) 駐車場の運用について 1件 Some(4)
         話者 長 座長 <髙﨑みなみ（出席者欄による）> 0件 20%
         話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 0件 26%
         話者 事 事務局 <氏名の記載なし> 1件 40%
         話者 委 Ａ委員 <氏名の記載なし> 0件 15%
         立場 長 議長・委員長 <> 1件 20%
         立場 委 委員・議員 <> 1件 40%
        *立場 事 事務局・説明者 <> 1件 40%
    "#]],
    );
    check(
        [Action::ToggleRole(Role::Secretariat), Action::ToggleTopic(TopicId(1))],
        body,
        expect![[r#"
        ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち1件を表示>
        s005 5 Secretariat 事務局 <氏名の記載なし>
          サ－ビス券は続ける。 駐車場から桟橋への通路も直す。
    "#]],
    );
    check(
        [search("ふぇりー"), Action::ToggleLabel(LabelId(1))],
        tools,
        expect![[r#"
        [ふぇりー] 1 / 1件 <1件見つかりました> Some(Hit(0))
        x 話者：佐藤委員
         目次 (1) 桟橋の改修について 1件 Some(2)
         目次 (2) 駐車場の運用について 0件 Some(4)
         話者 長 座長 <髙﨑みなみ（出席者欄による）> 0件 20%
        *話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 26%
         話者 事 事務局 <氏名の記載なし> 1件 40%
         話者 委 Ａ委員 <氏名の記載なし> 0件 15%
         立場 長 議長・委員長 <> 0件 20%
         立場 委 委員・議員 <> 1件 40%
         立場 事 事務局・説明者 <> 0件 40%
    "#]],
    );
}

fn status(screen: &Screen) -> String {
    format!("{}{}", screen.search.count, screen.search.status)
}

#[test]
fn nothing_found_says_what_would_help() {
    check([search("飛行機")], status, expect!["0件この語を含む発言はありません。"]);
    check(
        [search("サービス"), Action::ToggleLabel(LabelId(0))],
        status,
        expect!["0件この語を含む発言はありません。話者の絞り込みを外すと2件あります"],
    );
    check(
        [search("サービス"), Action::ToggleRole(Role::Chair)],
        status,
        expect!["0件この語を含む発言はありません。立場の絞り込みを外すと2件あります"],
    );
    check(
        [search("サービス"), Action::ToggleTopic(TopicId(0))],
        status,
        expect!["0件この語を含む発言はありません。議題の絞り込みを外すと2件あります"],
    );
    check(
        [search("サービス"), Action::ToggleTopic(TopicId(0)), Action::ToggleRole(Role::Chair)],
        status,
        expect!["0件この語を含む発言はありません。絞り込みをすべて外すと2件あります"],
    );
    check(
        [search("飛行機　サービス")],
        status,
        expect!["0件この語を含む発言はありません。「サービス」だけなら2件あります"],
    );
    check(
        [Action::ToggleTopic(TopicId(0)), Action::ToggleRole(Role::Chair)],
        status,
        expect!["この条件に合う発言はありません。"],
    );
    check([Action::ToggleRole(Role::Chair)], status, expect!["発言2件を表示しています"]);
}

#[test]
fn the_original_is_shown_line_by_line() {
    check(
        [
            Action::ToggleTopic(TopicId(0)),
            Action::ToggleOriginal(SpeechId(1)),
            Action::ToggleOriginal(SpeechId(2)),
        ],
        body,
        expect![[r#"
            ## t1 (1) 桟橋の改修について  <次第 ア に対応　発言2件・51字>
            -- 資料1により事務局が桟橋を説明した。
            s002 2 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 原文あり
              浮き桟‖橋の耐用年数は何年か。
              また、ﾌｪﾘｰの便数はどうなる。
              > ○佐藤委員　浮き桟
              > 
              > 橋の耐用年数は何年か。
              > また、ﾌｪﾘｰの便数はどうなる。
            s003 3 Secretariat 事務局 <氏名の記載なし> 原文あり
              桟橋は30年、フェリー¦は1日4便を見込む。
              > ○事務局　桟橋は30年、フェリー
              > は1日4便を見込む。
        "#]],
    );
}

#[test]
fn minutes_without_anything_still_make_a_screen() {
    let document = Hand::new().finish();
    let screen = compose(&document, &State::default());
    expect![[r#"
        会議録

        原文の全0字を収録、未分類0字
        この文書は通信を行いません
        []  <> None
    "#]]
    .assert_eq(&format!("{}{}{}{}", head(&screen), tools(&screen), body(&screen), strip(&screen)));
}

#[test]
fn next_and_previous_go_round() {
    let document = harbour();
    let focus = |actions: Vec<Action>| compose(&document, &after(&document, actions)).focus;
    let (next, back) = (Action::NextHit, Action::PreviousHit);
    assert_eq!(focus(vec![search("桟橋")]), Some(Focus::Hit(0)));
    assert_eq!(focus(vec![search("桟橋"), back.clone()]), Some(Focus::Hit(4)));
    assert_eq!(focus(vec![search("桟橋"), back, next.clone()]), Some(Focus::Hit(0)));
    assert_eq!(focus(vec![next]), None);
}

#[test]
fn a_hit_looked_at_is_kept_by_the_link() {
    let document = harbour();
    let state = after(&document, [search("桟橋"), Action::PreviousHit]);
    let fragment = kaigiroku::app::permalink::write(&document, &state);
    assert_eq!(fragment, "s005;q=%E6%A1%9F%E6%A9%8B");
    assert_eq!(after(&document, [Action::Visit(format!("#{fragment}"))]).hit, state.hit);
}

#[test]
fn going_to_a_hidden_speech_takes_off_only_what_hides_it() {
    let document = harbour();
    let choices = [search("桟橋"), Action::ToggleRole(Role::Secretariat), Action::ToggleTopic(TopicId(0))];
    let go = |speech| after(&document, choices.clone().into_iter().chain([Action::GoTo(SpeechId(speech))]));
    let left = |state: &State| (state.query.clone(), state.roles.len(), state.topics.len());
    assert_eq!(left(&go(2)), ("桟橋".to_owned(), 1, 1));
    assert_eq!(left(&go(1)), ("桟橋".to_owned(), 0, 1));
    assert_eq!(left(&go(4)), ("桟橋".to_owned(), 1, 0));
    assert_eq!(left(&go(3)), (String::new(), 0, 0));
    assert_eq!(left(&go(99)), ("桟橋".to_owned(), 1, 1));
}

#[test]
fn an_action_that_changes_nothing_gives_the_same_state_back() {
    let document = harbour();
    let state = after(&document, [search("桟橋"), Action::NextHit, Action::GoTo(SpeechId(1))]);
    for action in [
        search("桟橋"),
        Action::GoTo(SpeechId(1)),
        Action::GoTo(SpeechId(99)),
        Action::ToggleLabel(LabelId(99)),
        Action::ToggleTopic(TopicId(99)),
        Action::ToggleOriginal(SpeechId(99)),
        Action::ClearFilters,
        Action::Open(None),
        Action::Visit("#s002;q=桟橋;unknown=1".to_owned()),
    ] {
        let next = state.clone().reduce(action.clone(), &document);
        assert!(Rc::ptr_eq(&state, &next), "{action:?}");
    }
}

#[test]
fn a_visit_replaces_what_was_chosen() {
    let document = harbour();
    let state = after(
        &document,
        [search("桟橋"), Action::Open(Some(Panel::About)), Action::Visit("#s004;role=member".to_owned())],
    );
    let expected = State { at: Some(SpeechId(3)), roles: [Role::Member].into(), ..State::default() };
    assert_eq!(*state, expected);
}

#[test]
fn long_minutes_are_composed_in_time_that_grows_with_them() {
    let long = |n_speeches: usize| {
        let mut hand = Hand::new();
        let words = "桟橋の改修について伺う。".repeat(20);
        for at in 0..n_speeches {
            if at % 50 == 0 {
                hand.topic("(1)", "桟橋の改修について", &[]);
            }
            hand.speech(["委員", "事務局"][at % 2], Role::Member, &[&words]);
        }
        hand.finish()
    };
    let time = |document: &Document| {
        let state = after(document, [search("改修")]);
        let started = std::time::Instant::now();
        assert_eq!(compose(document, &state).body.len(), document.minutes.body.len());
        started.elapsed()
    };
    let (short, long) = (long(250), long(4_000));
    let quickest = |document| (0..3).map(|_| time(document)).min().unwrap_or_default();
    let (short, long) = (quickest(&short), quickest(&long));
    // 16 times the text; a loop within a loop over speeches would take 256 times as long.
    assert!(long < short * 64, "{short:?} {long:?}");
}

fn actions() -> impl Strategy<Value = Action> {
    use proptest::sample::select;
    prop_oneof![
        select(vec!["", "桟橋", "駐車場", "ｻｰﾋﾞｽ", "桟橋 便", "。", "何もない", "\""]).prop_map(search),
        Just(Action::NextHit),
        Just(Action::PreviousHit),
        (0_u32..6).prop_map(|at| Action::ToggleLabel(LabelId(at))),
        select(Role::ALL.to_vec()).prop_map(Action::ToggleRole),
        (0_u32..4).prop_map(|at| Action::ToggleTopic(TopicId(at))),
        Just(Action::ClearAll),
        Just(Action::ClearFilters),
        (0_u32..8).prop_map(|at| Action::GoTo(SpeechId(at))),
        (0_u32..8).prop_map(|at| Action::ToggleOriginal(SpeechId(at))),
        select(vec![None, Some(Panel::Contents), Some(Panel::Speakers)]).prop_map(Action::Open),
        select(vec!["", "#s003", "#q=%E4%BE%BF", "#s001;role=chair", "#%"])
            .prop_map(|to| Action::Visit(to.into())),
    ]
}

proptest! {
    #[test]
    fn marks_take_nothing_from_the_text(actions in proptest::collection::vec(actions(), 0..12)) {
        let document = harbour();
        let minutes = &document.minutes;
        let read = |prose: &Prose| prose.text(&minutes.source);
        let shown = |runs: &[Run]| -> String { runs.iter().map(|run| run.text.as_str()).collect() };
        let screen = compose(&document, &after(&document, actions));
        for block in &screen.body {
            match block {
                BlockView::Topic(view) => {
                    prop_assert_eq!(shown(&view.heading), read(&minutes.topics[view.topic.idx()].heading));
                }
                BlockView::Speech(view) => {
                    let paragraphs: Vec<String> = view.paragraphs.iter().map(|runs| shown(runs)).collect();
                    let speech = &minutes.speeches[view.speech.idx()];
                    prop_assert_eq!(paragraphs, speech.paragraphs.iter().map(read).collect::<Vec<_>>());
                }
                BlockView::Narrative { runs } => prop_assert_eq!(shown(runs), read(&minutes.narratives[0].prose)),
                BlockView::Plain { lines, .. } => {
                    let lines: Vec<String> = lines.iter().map(|runs| shown(runs)).collect();
                    let text = minutes.source.slice(minutes.plains[0].range).trim_end();
                    prop_assert_eq!(lines.join("\n"), text);
                }
            }
        }
    }

    #[test]
    fn one_hit_is_current_and_one_thing_is_in_view(actions in proptest::collection::vec(actions(), 0..12)) {
        let document = harbour();
        let screen = compose(&document, &after(&document, actions));
        let text = body(&screen);
        prop_assert_eq!(text.contains("[["), screen.search.n_hits > 0);
        match screen.focus {
            Some(Focus::Hit(hit)) => {
                let mark = format!("[[{hit} ");
                prop_assert!(text.contains(&mark));
            }
            Some(Focus::Speech(speech)) => {
                let is_it = |block: &BlockView| matches!(block, BlockView::Speech(view) if view.speech == speech);
                prop_assert!(screen.body.iter().any(is_it));
            }
            None => prop_assert_eq!(screen.search.n_hits, 0),
        }
    }

    #[test]
    fn after_going_to_a_speech_it_is_shown(actions in proptest::collection::vec(actions(), 0..8), at in 0_u32..6) {
        let document = harbour();
        let state = after(&document, actions).reduce(Action::GoTo(SpeechId(at)), &document);
        let screen = compose(&document, &state);
        let is_current = |block: &BlockView| matches!(block, BlockView::Speech(view) if view.current);
        prop_assert_eq!(screen.body.iter().filter(|block| is_current(block)).count(), 1);
        prop_assert_eq!(state.at, Some(SpeechId(at)));
    }
}

#[test]
fn every_text_of_the_sweep_is_shown_whole_and_found() {
    for (name, text) in crate::minutes::texts() {
        let source = Source::new(text);
        let parse = kaigiroku::syntax::parse(&source);
        let document = Document::new(kaigiroku::model::lower(source, parse));
        if name.contains("ichinoseki") {
            let s = compose(&document, &State::default());
            println!("{}{}{}{}", head(&s), tools(&s), body(&s), strip(&s));
        }
        let whole = compose(&document, &State::default());
        assert_eq!(whole.body.len(), document.minutes.body.len(), "{name}");
        assert_eq!(whole.strip.len(), document.minutes.speeches.len(), "{name}");
        // The first letters of each speech lead to it.
        for speech in document.minutes.speeches.iter().step_by(20) {
            let Some(words) = speech.paragraphs.first() else { continue };
            let words: String = words
                .text(&document.minutes.source)
                .chars()
                .filter(|c| !"「」“”\"＂".contains(*c))
                .take(8)
                .collect();
            let selection = document.select(&after(&document, [search(&words)]).filter());
            let found = document.minutes.body.iter().zip(&selection.shown);
            let found = found.into_iter().any(|(block, &shown)| shown && *block == Block::Speech(speech.id));
            assert!(found, "{name}: {words}");
        }
    }
}
