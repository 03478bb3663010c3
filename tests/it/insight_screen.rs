//! What is listed beside the text: promises, figures, dates, the agenda with the discussion, the roll.

use std::fmt::Write;

use expect_test::{Expect, expect};
use kaigiroku::app::Document;
use kaigiroku::app::ledger::{LedgerRow, Place};
use kaigiroku::app::screen::{Screen, compose};
use kaigiroku::app::state::Action;
use kaigiroku::app::words::{Lang, is_common_era, other_calendar};
use kaigiroku::filter::Choice;
use kaigiroku::insight::DateMention;
use kaigiroku::model::{AgendaId, Minutes, Role};

use crate::app::after;
use crate::drawing::head;
use crate::hand::Hand;
use crate::sample_text::market;
use crate::seed::seed;

fn place(place: &Place) -> String {
    match place.speech {
        Some(speech) => format!("{} {}", place.label, speech.0 + 1),
        None => format!("{}行", place.line),
    }
}

fn row(row: &LedgerRow) -> String {
    let words = |part: &kaigiroku::app::ledger::Excerpt| {
        if part.marked { format!("[{}]", part.text) } else { part.text.clone() }
    };
    let words: String = row.words.iter().map(words).collect();
    format!("{words}　{}・{}", row.about, place(&row.place))
}

fn ledger(document: &Document) -> String {
    let mut out = String::new();
    for promise in &document.ledger.commitments {
        let _ = writeln!(out, "宿題 {}", row(promise));
    }
    for figures in &document.ledger.figures {
        let _ = writeln!(out, "数字 {}", row(figures));
    }
    for date in &document.ledger.dates {
        let other = other_calendar(Lang::Ja, &date.date, date.is_common_era);
        let places: Vec<String> = date.places.iter().map(place).collect();
        let _ = writeln!(out, "日付 {} = {}　{}", date.printed, other.unwrap_or_default(), places.join("、"));
    }
    out
}

#[test]
fn the_seed_promises_three_things() {
    expect![[r#"
        宿題 目標設定についてはあらためて[検討する]。　地域若者サポートステーション事業・事務局 5
        宿題 …また他の補助制度なども事業者へのPRとして周知方法を[検討していきたい]。　社員寮整備事業費補助金・事務局 7
        宿題 …ことを目標として設定している項目があることから、目標設定については改めて[検討していきたい]。　国際産業連携推進事業・事務局 11
        数字 …目標がガイダンスを[1回]行うこととなっている。　・委員 2
        数字 …令和6年度就職人数の見込みが[71人]とある。　・委員 4
        数字 就職人数71人の内訳としては、[71人]中[40人]は新たに就職が決定した方…　・事務局 5
        数字 …再度本事業を活用して就職したという方が[4割]程度いることを確認したと…　・事務局 5
        数字 …人財育成と支援について、成果として[51人]の起業があったとのことで…　・委員 8
        数字 起業者の[51人]の実績は、平成26年度か…　・事務局 9
        数字 …の状況を追跡しており、起業した[51人]のうち廃止、休止したという方は[3人]。　・事務局 9
        数字 1人当たり[3年間]の地域おこし協力隊制度を…　・事務局 16
        数字 …中でも台湾からの旅行客が約[7割]を占めているという状況も…　・事務局 18
        数字 大手のIT企業の場合、DX推進は[1社]ではできないため数社でお…　・委員長 19
        数字 …スタートアップ共同宣言において、今後[5年]で[5社]のスタートアップ企業が生…　・委員長 19
        日付 令和6年度 = 2024年度　小林淳哉委員長 1、委員 4、事務局 11
        日付 令和7年度 = 2025年度　小林淳哉委員長 1
        日付 平成26年度 = 2014年度　事務局 9
        日付 令和5年度 = 2023年度　事務局 9
        日付 令和6年12月 = 2024年12月　委員長 19
    "#]].assert_eq(&ledger(&Document::new(seed())));
}

#[test]
fn the_market_lists_what_was_said_of_it() {
    expect![[r#"
        宿題 更新の時期は改めて[検討する]。　冷蔵庫の更新・事務局 4
        宿題 近隣の3市の例を[調査してまいります]。　使用料の見直し・事務局 7
        数字 …電気代が令和4年度に3割増え、年[250万円]となった。　・事務局 4
        数字 …2024年度の改定率は[12.5％]でよいか。　・佐藤委員 6
        数字 改定率は[12.5％]である。　・事務局 7
        日付 2022年3月 = 令和4年3月　佐藤委員 2
        日付 令和4年度 = 2022年度　事務局 4
        日付 2024年度 = 令和6年度　佐藤委員 6
    "#]]
    .assert_eq(&ledger(&market()));
}

#[test]
fn sentences_are_listed_as_they_read() {
    let mut hand = Hand::new();
    hand.narrative("会場の席は 120席、うち30席を|車いす用とした。");
    hand.plain("資料　令和五年度　利用者 2,500人\n");
    hand.speech(
        "事務局",
        Role::Secretariat,
        &["遠くの町からの来訪が続いており、駅から会場までの道を|歩きやすくしてほしいという声も多く寄せられているので、歩道を‖広げることを検討してまいります。"],
    );
    expect![[r#"
        宿題 …歩きやすくしてほしいという声も多く寄せられているので、歩道を広げることを[検討してまいります]。　・事務局 1
        数字 会場の席は[120席]、うち[30席]を車いす用とした。　・1行
        数字 資料 令和五年度 利用者[2,500人]　・3行
        日付 令和五年度 = 2023年度　3行
    "#]].assert_eq(&ledger(&hand.finish()));
}

fn record(document: &Document, actions: impl IntoIterator<Item = Action>) -> String {
    let screen: Screen = compose(document, &after(document, actions));
    let lines = head(&screen);
    let lines = lines.lines().skip_while(|line| !line.contains('→'));
    let ends = ["要確認", "参考", "原文"];
    let until = lines.take_while(|line| !ends.iter().any(|end| line.starts_with(end)));
    until.map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_agenda_stands_beside_what_was_discussed() {
    expect![[r#"
        (1) 協議 20件 → -
          ア 令和6年度事業実績（令和7年1月31日現在）について 11件 → t2 <ア・イを一つの見出しで審議>
          イ 工業振興計画事業点検評価について 11件 → t2
          ウ 令和7年度事業計画について 9件 → t3
        （次第になし） 8 挨拶
        (1) 委員 11名
          小林淳哉|委員長　（小林淳哉委員（委員長））||[1, 12, 19]小林淳哉委員長・委員長 Search("話者:「小林淳哉」")
          金澤英治|副委員長　（金澤英治委員（副委員長））||[]
          矢野洋一|委員||[]
          熊谷勝|委員||[]
          佐藤崇史|委員||[]
          遠藤康弘|委員||[]
          高橋満|委員||[]
          佐藤昭規|委員||[]
          遠藤章|委員||[]
          鈴木幸男|委員|代理 田中敏彦|[]
          秋山真紀子|委員||[]
        (2) 事務局 7名
          小野寺正寿|商工労働部長||[]
          伊藤晃|工業振興課長||[]
          須藤美由紀|商政・労政課長||[]
          菊地由紀恵|商政・労政課長補佐兼商政係長||[]
          小野寺淳子|商政・労政課長補佐兼労政係長||[]
          千葉功一|工業振興課工業振興係長||[]
          松岡敏徳|工業振興課主査||[]
    "#]].assert_eq(&record(&Document::new(seed()), []));
    expect![[r#"
        (1) 協議 6件 → -
          ア 使用料の見直しについて 2件 → t3 <ア・ウを一つの見出しで審議>
          イ 冷蔵庫の更新について 4件 → t2 <次第の順より先に審議>
          ウ 朝市の開催日について 2件 → t3 <ア・ウを一つの見出しで審議>
        (2) 報告 0件 → -
          ア 駐車場の工事について 0件 → - <対応する見出しが見つかりません>
        （次第になし） (1) 開会
        (1) 委員 3名
          山本春子|会長||[1, 3, 5]山本春子会長・会長 Search("話者:「山本春子」")
          佐藤夏男|委員||[]
          佐藤秋江|委員||[]
        (2) 事務局 1名
          高木冬樹|商工課長||[]
        欠席者 欠席1名
          森田五月|委員||[]
    "#]]
    .assert_eq(&record(&market(), []));
}

#[test]
fn an_item_of_the_agenda_can_be_filtered_to() {
    let chosen = [Action::Toggle(Choice::Agenda(AgendaId(2)))];
    let text = record(&market(), chosen);
    assert!(text.contains("*イ 冷蔵庫の更新について"), "{text}");
}

#[test]
fn headings_are_loose_only_beside_an_agenda() {
    let document = Document::new(Minutes::of("(1) 開会\n\n会長　開きます。\n"));
    assert_eq!(compose(&document, &after(&document, [])).loose_topics, []);
}

/// The date in the calendar in which it is not printed.
#[track_caller]
fn check(lang: Lang, printed: &str, expect: Expect) {
    let mut hand = Hand::new();
    hand.speech("事務局", Role::Secretariat, &[printed]);
    let document = hand.finish();
    let date: DateMention = document.insight.dates[0];
    let other = other_calendar(lang, &date, is_common_era(printed, &date));
    expect.assert_eq(&other.unwrap_or_default());
}

#[test]
fn a_date_is_told_in_the_other_calendar() {
    check(Lang::Ja, "令和6年度", expect!["2024年度"]);
    check(Lang::Ja, "2025年3月", expect!["令和7年3月"]);
    check(Lang::Ja, "２０２５年", expect!["令和7年"]);
    check(Lang::Ja, "平成31年4月30日", expect!["2019年4月30日"]);
    check(Lang::Ja, "2019年5月1日", expect!["令和元年5月1日"]);
    check(Lang::En, "2025年3月", expect!["Reiwa 7, month 3"]);
    check(Lang::En, "令和6年度", expect!["fiscal year 2024"]);
    check(Lang::En, "2024年度", expect!["fiscal year Reiwa 6"]);
    check(Lang::En, "令和6年12月4日", expect!["2024-12-4"]);
}

#[test]
fn a_year_in_which_an_era_ended_has_two_names() {
    check(Lang::Ja, "2019年", expect!["平成31年・令和元年"]);
    check(Lang::Ja, "2019年度", expect!["平成31年度・令和元年度"]);
    check(Lang::Ja, "1989年1月", expect!["昭和64年1月・平成元年1月"]);
}

#[test]
fn a_date_without_a_year_has_no_other_calendar() {
    check(Lang::Ja, "3月10日", expect![""]);
}
