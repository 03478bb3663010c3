//! What a screen shows of the minutes and of what is chosen.

use expect_test::expect;
use kaigiroku::app::screen::{Screen, compose};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::state::{Action, State};
use kaigiroku::app::words::Lang;
use kaigiroku::filter::Choice;
use kaigiroku::model::{LabelId, Role, SpeechId, TopicId};

use crate::app::search;
use crate::drawing::{body, check, head, strip, tools};
use crate::hand::Hand;

#[test]
fn the_head_says_what_the_record_says() {
    check(
        [],
        head,
        expect![[r#"
            第3回 みなと計画検討会 会議録
            2019年5月7日（令和元年・火）　10:00から　市民センター 2階 研修室　公開　傍聴者2人　発言6件
            会場: 市民センター 2階 研修室
            公開の別: 公開
            傍聴者: 2人
            資料: 
            1 協議 5件 → -
              ア 桟橋の改修 2件 → t1
              イ 駐車場の運用 3件 → t2
            委員 3名
              髙﨑みなみ|座長||[1, 6]座長 Search("話者:「髙﨑みなみ」")
              佐藤一郎|||[]
              佐藤花子|港湾課長|代理 沢田 光|[]
            要確認 20行 「別紙 料金表／普通車 ３００円」 何であるか判定できないため、原文のまま表示しています。 None
            原文335字をすべて収めています。うち12字は、発言などに分けられなかったため原文のまま示しています。
            このファイルは何も送信しません。
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
              進行 <「開きます」による> None [] []
              ただ今から検討会を開きます。
            ## t1 (1) 桟橋の改修について  <次第 ア に対応　発言2件・51字>
            -- 資料1により事務局が桟橋を説明した。
            s002 2 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 原文あり
              質問 <「浮き桟橋の耐用年数は何年か。」による> None [3] []
              (1)浮き桟‖橋の耐用年数は何年か。
              (2)また、ﾌｪﾘｰの便数はどうなる。
            s003 3 Secretariat 事務局 <原文に氏名の記載なし> 原文あり
              答弁 <発言2に続く答え> 質問Some(2) [] hangs []
              桟橋は30年、フェリー¦は1日4便を見込む。
            ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字>
            .. 20行
               別紙　料金表
                 普通車　３００円
            s004 4 Member Ａ委員 <原文に氏名の記載なし>
              質問 <「駐車場のｻｰﾋﾞｽ券は続けるのか。」による> None [5] []
              駐車場のｻｰﾋﾞｽ券は続けるのか。
            s005 5 Secretariat 事務局 <原文に氏名の記載なし>
              答弁 <発言4に続く答え> 質問Some(4) [] hangs []
              サ－ビス券は続ける。 駐車場から桟橋への通路も直す。
            s006 6 Chair 座長 <髙﨑みなみ（出席者欄による）>
              進行 <「閉会」による> None [] []
              では、閉会します。
        "#]],
    );
    check(
        [],
        tools,
        expect![[r#"
            []  <> None
             目次 (1) 桟橋の改修について 2件 該当0 Some(2)
             目次 (2) 駐車場の運用について 3件 該当0 Some(4)
             話者 長 座長 <髙﨑みなみ（出席者欄による）> 2件 該当0 Some(20) Some(false)
             話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 該当0 Some(26) Some(false)
             話者 事 事務局 <原文に氏名の記載なし> 2件 該当0 Some(40) Some(false)
             話者 委 Ａ委員 <原文に氏名の記載なし> 1件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 2件 該当0 Some(20) None
             立場 委 委員・議員 <> 2件 該当0 Some(40) None
             立場 事 事務局・説明者 <> 2件 該当0 Some(40) None
             種別 問 質問 <> 2件 該当0 None None
             種別 答 答弁 <> 2件 該当0 None None
             種別 進 進行 <> 2件 該当0 None None
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
            … 1–1 (1)
            ## t1 (1) [0 桟橋]の改修について  <次第 ア に対応　発言2件・51字>
            -- 資料1により事務局が[1 桟橋]を説明した。
            *s002 2 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 原文あり
              質問 <「浮き桟橋の耐用年数は何年か。」による> None [3] []
              (質問：「浮き桟橋の耐用年数は何年か。」による)
              (当てはまる出席者：佐藤一郎・佐藤花子)
              (1)浮き[[2 桟]]‖[[2 橋]]の耐用年数は何年か。
              (2)また、ﾌｪﾘｰの便数はどうなる。
            s003 3 Secretariat 事務局 <原文に氏名の記載なし> 原文あり
              答弁 <発言2に続く答え> 質問Some(2) [] hangs []
              [3 桟橋]は30年、フェリー¦は1日4便を見込む。
            ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち1件を表示>
            … 4–4 (1)
            s005 5 Secretariat 事務局 <原文に氏名の記載なし>
              答弁 <発言4に続く答え> 質問Some(4) [] []
              サ－ビス券は続ける。 駐車場から[4 桟橋]への通路も直す。
            … 6–6 (1)
        "#]],
    );
    check(
        [search("桟橋"), Action::NextHit, Action::NextHit],
        tools,
        expect![[r#"
            [桟橋] 3 / 5件 <5件見つかりました> Some(Hit(2))
             目次 (1) 桟橋の改修について 2件 該当2 Some(2)
             目次 (2) 駐車場の運用について 1件 該当1 Some(4)
            文 5　*発言 5　問答 4　議題 2　会議 1　Some(false)
             話者 長 座長 <髙﨑みなみ（出席者欄による）> 0件 該当0 Some(20) Some(false)
             話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 該当1 Some(26) Some(false)
             話者 事 事務局 <原文に氏名の記載なし> 2件 該当2 Some(40) Some(false)
             話者 委 Ａ委員 <原文に氏名の記載なし> 0件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 0件 該当0 Some(20) None
             立場 委 委員・議員 <> 1件 該当1 Some(40) None
             立場 事 事務局・説明者 <> 2件 該当2 Some(40) None
             種別 問 質問 <> 1件 該当1 None None
             種別 答 答弁 <> 2件 該当2 None None
             種別 進 進行 <> 0件 該当0 None None
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
            … 1–3 (3)
            ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち0件を表示>
            .. 20行
               別紙　[[0 料金表]]
                 普通車　[1 ３００]円
            … 4–6 (3)
        "#]],
    );
}

#[test]
fn filters_show_what_each_would_give() {
    check(
        [Action::Toggle(Choice::Role(Role::Secretariat)), Action::Toggle(Choice::Topic(TopicId(1)))],
        tools,
        expect![[r#"
            []  <発言1件を表示しています> None
            x 立場：事務局・説明者
            x 議題：駐車場の運用について
             目次 (1) 桟橋の改修について 1件 該当0 Some(2)
            *目次 (2) 駐車場の運用について 1件 該当0 Some(4)
             話者 長 座長 <髙﨑みなみ（出席者欄による）> 0件 該当0 Some(20) Some(false)
             話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 0件 該当0 Some(26) Some(false)
             話者 事 事務局 <原文に氏名の記載なし> 1件 該当0 Some(40) Some(false)
             話者 委 Ａ委員 <原文に氏名の記載なし> 0件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 1件 該当0 Some(20) None
             立場 委 委員・議員 <> 1件 該当0 Some(40) None
            *立場 事 事務局・説明者 <> 1件 該当0 Some(40) None
             種別 問 質問 <> 0件 該当0 None None
             種別 答 答弁 <> 1件 該当0 None None
             種別 進 進行 <> 0件 該当0 None None
        "#]],
    );
    check(
        [Action::Toggle(Choice::Role(Role::Secretariat)), Action::Toggle(Choice::Topic(TopicId(1)))],
        body,
        expect![[r#"
            … 1–3 (3)
            ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち1件を表示>
            … 4–4 (1)
            s005 5 Secretariat 事務局 <原文に氏名の記載なし>
              答弁 <発言4に続く答え> 質問Some(4) [] []
              サ－ビス券は続ける。 駐車場から桟橋への通路も直す。
            … 6–6 (1)
        "#]],
    );
    check(
        [search("ふぇりー"), Action::Toggle(Choice::Label(LabelId(1)))],
        tools,
        expect![[r#"
            [ふぇりー] 1 / 1件 <1件見つかりました> Some(Hit(0))
            x 話者：佐藤委員
             目次 (1) 桟橋の改修について 1件 該当1 Some(2)
             目次 (2) 駐車場の運用について 0件 該当0 Some(4)
            文 1　*発言 1　問答 1　議題 1　会議 1　Some(false)
             話者 長 座長 <髙﨑みなみ（出席者欄による）> 0件 該当0 Some(20) Some(false)
            *話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 該当1 Some(26) Some(false)
             話者 事 事務局 <原文に氏名の記載なし> 1件 該当1 Some(40) Some(false)
             話者 委 Ａ委員 <原文に氏名の記載なし> 0件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 0件 該当0 Some(20) None
             立場 委 委員・議員 <> 1件 該当1 Some(40) None
             立場 事 事務局・説明者 <> 0件 該当0 Some(40) None
             種別 問 質問 <> 1件 該当1 None None
             種別 答 答弁 <> 0件 該当0 None None
             種別 進 進行 <> 0件 該当0 None None
        "#]],
    );
}

fn status(screen: &Screen) -> String {
    format!("{}{}", screen.search.count, screen.search.status)
}

#[test]
fn nothing_found_says_what_would_help() {
    check([search("飛行機")], status, expect!["0件この条件に当てはまる箇所はありません。"]);
    check(
        [search("サービス"), Action::Toggle(Choice::Label(LabelId(0)))],
        status,
        expect!["0件この条件に当てはまる箇所はありません。"],
    );
    check(
        [search("サービス"), Action::Toggle(Choice::Role(Role::Chair))],
        status,
        expect!["0件この条件に当てはまる箇所はありません。"],
    );
    check(
        [search("サービス"), Action::Toggle(Choice::Topic(TopicId(0)))],
        status,
        expect!["0件この条件に当てはまる箇所はありません。"],
    );
    check(
        [
            search("サービス"),
            Action::Toggle(Choice::Topic(TopicId(0))),
            Action::Toggle(Choice::Role(Role::Chair)),
        ],
        status,
        expect!["0件この条件に当てはまる箇所はありません。"],
    );
    check([search("飛行機　サービス")], status, expect!["0件この条件に当てはまる箇所はありません。"]);
    check(
        [Action::Toggle(Choice::Topic(TopicId(0))), Action::Toggle(Choice::Role(Role::Chair))],
        status,
        expect!["この条件に合う発言はありません。"],
    );
    check([Action::Toggle(Choice::Role(Role::Chair))], status, expect!["発言2件を表示しています"]);
}

#[test]
fn the_original_is_shown_line_by_line() {
    check(
        [
            Action::Toggle(Choice::Topic(TopicId(0))),
            Action::ToggleOriginal(SpeechId(1)),
            Action::ToggleOriginal(SpeechId(2)),
        ],
        body,
        expect![[r#"
            … 1–1 (1)
            ## t1 (1) 桟橋の改修について  <次第 ア に対応　発言2件・51字>
            -- 資料1により事務局が桟橋を説明した。
            s002 2 Member 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 原文あり
              質問 <「浮き桟橋の耐用年数は何年か。」による> None [3] []
              (1)浮き桟‖橋の耐用年数は何年か。
              (2)また、ﾌｪﾘｰの便数はどうなる。
              > ○佐藤委員　浮き桟
              > 
              > 橋の耐用年数は何年か。
              > また、ﾌｪﾘｰの便数はどうなる。
            s003 3 Secretariat 事務局 <原文に氏名の記載なし> 原文あり
              答弁 <発言2に続く答え> 質問Some(2) [] hangs []
              桟橋は30年、フェリー¦は1日4便を見込む。
              > ○事務局　桟橋は30年、フェリー
              > は1日4便を見込む。
            … 4–6 (3)
        "#]],
    );
}

#[test]
fn minutes_without_anything_still_make_a_screen() {
    let document = Hand::new().finish();
    let screen = compose(&document, &State::default());
    expect![[r#"
        会議録

        原文0字をすべて収めています。
        このファイルは何も送信しません。
        []  <> None
    "#]]
    .assert_eq(&format!("{}{}{}{}", head(&screen), tools(&screen), body(&screen), strip(&screen)));
}

#[test]
fn the_screen_speaks_english() {
    let english = Settings { lang: Lang::En, ..Settings::default() };
    check(
        [Action::Set(english)],
        head,
        expect![[r#"
            第3回 みなと計画検討会 会議録
            7 May 2019 (Tue)　from 10:00　市民センター 2階 研修室　公開　Observers: 2人　6 speeches
            会場: 市民センター 2階 研修室
            公開の別: 公開
            傍聴者: 2人
            資料: 
            1 協議 5件 → -
              ア 桟橋の改修 2件 → t1
              イ 駐車場の運用 3件 → t2
            委員 3 people
              髙﨑みなみ|座長||[1, 6]座長 Search("話者:「髙﨑みなみ」")
              佐藤一郎|||[]
              佐藤花子|港湾課長|represented by 沢田 光|[]
            要確認 20行 「別紙 料金表／普通車 ３００円」 Not recognised; shown as it stands. None
            The whole text is here: 335 characters. 12 of them could not be read as speeches and are shown as they stand.
            This file sends nothing anywhere.
        "#]],
    );
    check(
        [Action::Set(english), search("桟橋")],
        body,
        expect![[r#"
            … 1–1 (1)
            ## t1 (1) [[0 桟橋]]の改修について  <Agenda ア · 2 speeches, 51 characters>
            -- 資料1により事務局が[1 桟橋]を説明した。
            s002 2 Member 佐藤委員 <not identified: 2 people present share this surname> 原文あり
              Question <from the words 「浮き桟橋の耐用年数は何年か。」> None [3] []
              (1)浮き[2 桟]‖[2 橋]の耐用年数は何年か。
              (2)また、ﾌｪﾘｰの便数はどうなる。
            s003 3 Secretariat 事務局 <no name printed in the minutes> 原文あり
              Answer <follows speech 2> QuestionSome(2) [] hangs []
              [3 桟橋]は30年、フェリー¦は1日4便を見込む。
            ## t2 (2) 駐車場の運用について  <Agenda イ · 3 speeches, 52 characters · 1 shown>
            … 4–4 (1)
            s005 5 Secretariat 事務局 <no name printed in the minutes>
              Answer <follows speech 4> QuestionSome(4) [] []
              サ－ビス券は続ける。 駐車場から[4 桟橋]への通路も直す。
            … 6–6 (1)
        "#]],
    );
}
