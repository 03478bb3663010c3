//! What the text of `seeds/` says, item by item.

use std::collections::BTreeSet;

use expect_test::expect;
use kaigiroku::model::{Attribution, Minutes};

use crate::minutes::{note, texts};

/// The first text of `seeds/`.
pub fn seed() -> Minutes {
    let (_, text) = texts().into_iter().find(|(path, _)| path.contains("seeds")).unwrap();
    Minutes::of(text)
}

#[test]
fn the_seed_is_read_whole() {
    let minutes = seed();
    let note = note(&minutes);
    let until_body: Vec<&str> = note.lines().take_while(|line| !line.starts_with("# (1)")).collect();
    expect![[r#"
        題 令和6年度第2回一関市工業振興戦略推進会議 会議録
        日 2025-03-10 月 ←「令和7年3月10日（月）」
        時 14:00 ←「午後2時」
        時 15:30 ←「午後3時30分」
        項 Name 会議名 令和6年度第2回一関市工業振興戦略推進会議
        項 When 開催日時 令和7年3月10日（月）午後2時から午後3時30分まで
        項 Place 開催場所 一関市役所 会議室棟第1会議室A
        項 Roll 出席者
        項 Agenda 議 題
        項 Openness 公開、非公開の別 公開
        項 Observers 傍聴者 なし
        項 Discussion 審議内容
        項 Office 担当課 商工労働部工業振興課
        名簿 委員 Member
          小林淳哉 役=委員長
          金澤英治 役=副委員長
          矢野洋一 役=委員
          熊谷勝 役=委員
          佐藤崇史 役=委員
          遠藤康弘 役=委員
          高橋満 役=委員
          佐藤昭規 役=委員
          遠藤章 役=委員
          鈴木幸男 役=委員 代理=田中敏彦
          秋山真紀子 役=委員
        名簿 事務局 Secretariat
          小野寺正寿 職=商工労働部長
          伊藤晃 職=工業振興課長
          須藤美由紀 職=商政・労政課長
          菊地由紀恵 職=商政・労政課長補佐兼商政係長
          小野寺淳子 職=商政・労政課長補佐兼労政係長
          千葉功一 職=工業振興課工業振興係長
          松岡敏徳 職=工業振興課主査
        議題 a1 (1) 協議
        議題   a2 ア 令和6年度事業実績（令和7年1月31日現在）について
        議題   a3 イ 工業振興計画事業点検評価について
        議題   a4 ウ 令和7年度事業計画について
        # 8 挨拶 []
        Chair 小林淳哉委員長 ←「小林淳哉委員（委員長）」: 一関市工業振興戦略推進会議は地域振興のために非常に重要な協議の場だと認識しています。本日は令和6年度事業実績見込みや評価、令和7年度事業計画などについて協議していくこととなります。いろいろ御意見をいただき次年度の発展に向けて協議していきたいと考えているのでよろしくお願いします。"#]].assert_eq(&until_body.join("\n"));
}

#[test]
fn the_seed_has_21_speeches_with_their_labels() {
    let minutes = seed();
    let labels: Vec<String> =
        minutes.speeches.iter().map(|speech| speech.printed.text(&minutes.source)).collect();
    expect!["小林淳哉委員長 委員 事務局 委員 事務局 委員 事務局 委員 事務局 委員 事務局 委員長 委員 事務局 委員 事務局 委員 事務局 委員長 委員 事務局"].assert_eq(&labels.join(" "));
    let topics: Vec<u32> = minutes.speeches.iter().map(|speech| speech.topic.unwrap().0 + 1).collect();
    assert_eq!(topics, [1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
}

#[test]
fn the_seed_names_the_chair_and_nobody_else() {
    let minutes = seed();
    let named = minutes.speeches.iter().map(|speech| {
        let name = match speech.by {
            Attribution::Person { person, .. } => {
                minutes.person(person).map(|person| minutes.source.slice(person.name))
            }
            _ => None,
        };
        format!("{} {}", speech.printed.text(&minutes.source), name.unwrap_or("氏名なし"))
    });
    let named: BTreeSet<String> = named.collect();
    expect![[r#"
        事務局 氏名なし
        委員 氏名なし
        委員長 小林淳哉
        小林淳哉委員長 小林淳哉"#]]
    .assert_eq(&named.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_seed_has_three_joined_sentences_and_four_speeches_of_two_paragraphs() {
    let minutes = seed();
    let joined: Vec<String> = minutes
        .speeches
        .iter()
        .flat_map(|speech| &speech.paragraphs)
        .filter(|prose| prose.is_repaired())
        .map(|prose| {
            let text = |at: usize| minutes.source.slice(prose.pieces[at].range);
            let tail: String = text(0).chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
            format!("{tail}＋{} {:?}", text(1).chars().take(6).collect::<String>(), prose.pieces[1].join)
        })
        .collect();
    expect![[r#"
        設定について＋は改めて検討 Page
        されるといっ＋たメリットも Page
        との情報だが＋そのバイオマ Line"#]]
    .assert_eq(&joined.join("\n"));
    let two: Vec<u32> = minutes
        .speeches
        .iter()
        .filter(|speech| speech.paragraphs.len() == 2)
        .map(|speech| speech.id.0 + 1)
        .collect();
    assert_eq!(two, [5, 12, 17, 18]);
    assert_eq!(minutes.speeches.iter().map(|speech| speech.paragraphs.len()).max(), Some(2));
}

#[test]
fn the_seed_has_no_unrecognised_text() {
    let minutes = seed();
    assert_eq!(minutes.n_unrecognised(), 0);
}

#[test]
fn lines_end_at_every_sign_that_ends_one() {
    let text = include_str!("../../seeds/ichinoseki-kogyo-r6-2.txt");
    let said = |text: &str| {
        let minutes = kaigiroku::model::Minutes::of(text);
        let words = |prose: &kaigiroku::model::Prose| prose.text(&minutes.source);
        minutes
            .speeches
            .iter()
            .map(|speech| speech.paragraphs.iter().map(words).collect::<String>())
            .collect::<Vec<_>>()
    };
    for end in ["\r\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"] {
        assert_eq!(said(&text.replace('\n', end)), said(text), "{end:?}");
    }
}
