//! Questions and answers: drawn as one, leading to each other, pointed at by the sentence.

use expect_test::expect;
use kaigiroku::app::screen::{Focus, compose};
use kaigiroku::app::state::Action;
use kaigiroku::app::{Document, permalink};
use kaigiroku::filter::{Choice, Chosen};
use kaigiroku::model::{Role, SpeechId};

use crate::app::{after, search};
use crate::drawing::body;
use crate::hand::Hand;
use crate::sample_text::market;

/// The office only.
fn office() -> Action {
    Action::Toggle(Choice::Role(Role::Secretariat))
}

fn drawn(document: &Document, actions: impl IntoIterator<Item = Action>) -> String {
    body(&compose(document, &after(document, actions)))
}

#[test]
fn an_answer_hangs_from_its_question_across_the_calls_of_the_chair() {
    expect![[r#"
        ## t1 (1) 開会  <発言1件・15字>
        s001 1 Chair 山本春子会長 <出席者欄に記載あり>
          進行 <「開きます」による> None [] []
          ただいまから協議会を開きます。
        ## t2 (2) 冷蔵庫の更新について  <次第 イ に対応　発言4件・約130字>
        # 冷蔵庫の更新 <冒頭の「冷蔵庫の更新について」による> 0
        s002 2 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません>
          質問 <「朝市の日曜開催は広報紙で知らせたのか。」による> None [4] [2]
          (1)冷蔵庫の更新について、市場の電気代は2022年3月から何割増えたのか。
          (2)もう一点、朝市の日曜開催は広報紙で知らせたのか。
        s003 3 Chair 会長 <山本春子（出席者欄による）>
          事務局、お願いします。
        s004 4 Secretariat 事務局 <原文に氏名の記載なし>
          答弁 <発言2に続く答え> 質問Some(2) [] hangs []
          冷蔵庫の更新については、電気代が令和4年度に3割増え、年250万円となった。更新の時期は改めて<検討する>。
        s005 5 Chair 会長 <山本春子（出席者欄による）>
          進行 <「ありませんか」による> None [] []
          ほかにありませんか。
        ## t3 (3) 使用料の見直し及び朝市の開催日について  <次第 ア・ウ に対応　発言2件・76字>
        # 使用料の見直し <冒頭の「使用料の見直しについて」による> 0
        s006 6 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません>
          質問 <「 2024年度の改定率は12.5％でよいか。」による> None [7] []
          使用料の見直しについて、2024年度の改定率は12.5％でよいか。
        s007 7 Secretariat 事務局 <原文に氏名の記載なし>
          答弁 <発言6に続く答え> 質問Some(6) [] hangs []
          改定率は12.5％である。なお、昨年度は検討した。近隣の3市の例を<調査してまいります>。
    "#]].assert_eq(&drawn(&market(), []));
}

#[test]
fn an_answer_hangs_from_nothing_where_its_question_is_hidden() {
    expect![[r#"
        … 1–1 (1)
        ## t2 (2) 冷蔵庫の更新について  <次第 イ に対応　発言4件・約130字　うち1件を表示>
        … 2–3 (2)
        # 冷蔵庫の更新 <冒頭の「冷蔵庫の更新については」による> 0
        s004 4 Secretariat 事務局 <原文に氏名の記載なし>
          答弁 <発言2に続く答え> 質問Some(2) [] []
          冷蔵庫の更新については、電気代が令和4年度に3割増え、年250万円となった。更新の時期は改めて<検討する>。
        … 5–5 (1)
        ## t3 (3) 使用料の見直し及び朝市の開催日について  <次第 ア・ウ に対応　発言2件・76字　うち1件を表示>
        … 6–6 (1)
        # 使用料の見直し <発言6を受けて> 0
        s007 7 Secretariat 事務局 <原文に氏名の記載なし>
          答弁 <発言6に続く答え> 質問Some(6) [] []
          改定率は12.5％である。なお、昨年度は検討した。近隣の3市の例を<調査してまいります>。
    "#]].assert_eq(&drawn(&market(), [office()]));
}

#[test]
fn a_link_brings_the_question_though_a_filter_hides_it() {
    let document = market();
    let state = after(&document, [office(), Action::GoToBeside(SpeechId(1))]);
    assert_eq!(state.revealed, Chosen::from([SpeechId(1)]));
    assert_eq!(compose(&document, &state).focus, Some(Focus::Speech(SpeechId(1))));
    assert_eq!(permalink::write(&document, &state), "s002;role=secretariat");
    let again = after(&document, [Action::Visit("s002;role=secretariat".into())]);
    assert_eq!(again.revealed, state.revealed, "the link leads there, too");
    let shown = drawn(&document, [office(), Action::GoToBeside(SpeechId(1))]);
    assert!(shown.contains("beside"), "{shown}");
}

#[test]
fn a_link_to_what_is_shown_reveals_nothing() {
    let document = market();
    let state = after(&document, [Action::GoToBeside(SpeechId(3))]);
    assert_eq!((state.at, state.revealed.is_empty()), (Some(SpeechId(3)), true));
    let state = after(&document, [Action::GoToBeside(SpeechId(99))]);
    assert_eq!(state.at, None, "there is no such speech");
}

#[test]
fn a_point_is_pointed_at() {
    let document = market();
    let state = after(&document, [search("市場"), Action::GoToPoint(SpeechId(1), 2)]);
    let screen = compose(&document, &state);
    assert_eq!(screen.focus, Some(Focus::Point(SpeechId(1), 2)), "the hits are left");
    let state = state.reduce(Action::NextHit, &document);
    assert!(matches!(compose(&document, &state).focus, Some(Focus::Hit(_))), "until one is asked for");
}

#[test]
fn a_promise_leads_to_its_sentence() {
    let document = market();
    let row = &document.ledger.commitments[0];
    let (speech, sentence) = (row.place.speech.unwrap(), row.place.sentence);
    let state = after(&document, [search("冷蔵庫"), Action::GoToSentence(speech, sentence)]);
    let screen = compose(&document, &state);
    assert_eq!(screen.focus, Some(Focus::Sentence(speech, sentence)));
    let pointed: Vec<String> =
        body(&screen).lines().filter(|line| line.contains('{')).map(str::to_owned).collect();
    expect!["  [[2 冷蔵庫]]の更新については、電気代が令和4年度に3割増え、年250万円となった。{更新の時期は改めて}{<検討する>}{。}"].assert_eq(&pointed.join("\n"));
    for action in [Action::NextSpeech, Action::GoTo(speech), Action::NextHit, Action::Visit(String::new())] {
        assert_eq!(state.clone().reduce(action.clone(), &document).sentence, None, "{action:?}");
    }
}

#[test]
fn a_sentence_of_another_speech_is_not_pointed_at() {
    let document = market();
    let sentence = document.ledger.commitments[0].place.sentence;
    assert_eq!(after(&document, [Action::GoToSentence(SpeechId(0), sentence)]).sentence, None);
}

#[test]
fn what_is_pointed_at_says_what_shows_it() {
    let document = market();
    let grounds = |speech| {
        let text = drawn(&document, [Action::GoTo(SpeechId(speech))]);
        let grounds = text.lines().map(str::trim).filter(|line| line.starts_with('(') && line.ends_with(')'));
        grounds.collect::<Vec<_>>().join("\n")
    };
    expect![[r#"
          (進行：「開きます」による)
          (出席者欄：「山本春子（会長）」)"#]]
    .assert_eq(&grounds(0));
    expect![[r#"
          (質問：「朝市の日曜開催は広報紙で知らせたのか。」による)
          (当てはまる出席者：佐藤夏男・佐藤秋江)"#]]
    .assert_eq(&grounds(1));
    expect!["(答弁：発言2に続く答え)"].assert_eq(&grounds(3));
}

#[test]
fn a_break_between_question_and_answer_lets_nothing_hang() {
    let mut hand = Hand::new();
    hand.speech("委員", Role::Member, &["市場の営業日は何日か。"]);
    hand.narrative("（休憩）");
    hand.speech("事務局", Role::Secretariat, &["市場は水曜日を休む。"]);
    let text = drawn(&hand.finish(), []);
    assert!(text.contains("答弁") && !text.contains("hangs"), "{text}");
}
