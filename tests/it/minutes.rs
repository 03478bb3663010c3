//! What the minutes mean: read off texts as a reader would.

use expect_test::{Expect, expect};
use kaigiroku::model::{Attribution, Block, Join, Minutes, Piece, Prose};
use kaigiroku::source::TextRange;

/// The texts of `seeds/` and `tests/it/data/`, and those of the shared corpus where it is present.
pub fn texts() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for folder in [
        "seeds",
        "tests/it/data",
        "tests/it/data/conventions",
        "../shared/corpus/synth",
        "../shared/corpus/real",
    ] {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
            println!("{folder} is absent: its texts are skipped");
            continue;
        };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.extension().is_some_and(|extension| extension == "txt") {
                texts.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    texts.sort();
    texts
}

/// The minutes as a reader would note them down.
pub fn note(minutes: &Minutes) -> String {
    let source = &minutes.source;
    let words = |range: TextRange| source.slice(range).to_owned();
    let prose = |prose: &Prose| {
        let seam = |at, piece: &Piece| if at > 0 && piece.join != Join::Letters { " ⏎ " } else { "" };
        let pieces = prose.pieces.iter().enumerate();
        pieces.map(|(at, piece)| format!("{}{}", seam(at, piece), words(piece.range))).collect::<String>()
    };
    let mut out = Vec::new();
    out.extend(minutes.title.as_ref().map(|title| format!("題 {}", prose(title))));
    let meeting = &minutes.meeting;
    out.extend(meeting.date.as_ref().map(|date| {
        let weekday = date.weekday.map_or('？', |weekday| weekday.kanji());
        format!("日 {} {weekday} ←「{}」", date.date.iso(), words(date.evidence))
    }));
    let clocks = [&meeting.start, &meeting.end].into_iter().flatten();
    out.extend(clocks.map(|clock| format!("時 {} ←「{}」", clock.iso(), words(clock.evidence))));
    for fact in &meeting.facts {
        let values: Vec<String> = fact.values.iter().map(prose).collect();
        out.push(
            format!("項 {:?} {} {}", fact.field, words(fact.label), values.join(" | ")).trim_end().to_owned(),
        );
    }
    for group in &minutes.roll.groups {
        out.push(format!(
            "名簿 {} {:?}{}",
            words(group.name),
            group.role,
            if group.absent { " 欠席" } else { "" }
        ));
        for person in &group.people {
            let part = |name: &str, range: Option<TextRange>| {
                range.map_or(String::new(), |range| format!(" {name}={}", words(range)))
            };
            out.push(format!(
                "  {}{}{}{}",
                words(person.name),
                part("役", person.title),
                part("職", person.post),
                part("代理", person.proxy)
            ));
        }
        out.extend(group.unread.iter().map(|&line| format!("  そのまま {}", words(line))));
    }
    for (depth, item) in minutes.agenda_items() {
        let num = item.num.map(words).unwrap_or_default();
        out.push(format!("議題 {}a{} {num} {}", "  ".repeat(depth), item.id.0 + 1, prose(&item.heading)));
    }
    for block in &minutes.body {
        out.push(match *block {
            Block::Topic(id) => {
                let topic = minutes.topic(id).unwrap();
                let agenda: Vec<String> =
                    topic.agenda.iter().map(|item| format!("a{}", item.0 + 1)).collect();
                format!(
                    "# {} {} [{}]",
                    topic.num.map(words).unwrap_or_default(),
                    prose(&topic.heading),
                    agenda.join(" ")
                )
            }
            Block::Speech(id) => {
                let speech = minutes.speech(id).unwrap();
                let by = match &speech.by {
                    Attribution::Person { evidence, .. } => format!(" ←「{}」", words(*evidence)),
                    Attribution::Printed { name } => format!(" ←表記「{}」", words(*name)),
                    Attribution::Ambiguous { people } => format!(" {}人が該当", people.len()),
                    Attribution::Unnamed => String::new(),
                };
                let paragraphs: Vec<String> = speech.paragraphs.iter().map(prose).collect();
                format!("{:?} {}{by}: {}", speech.role, prose(&speech.printed), paragraphs.join(" ¶ "))
            }
            Block::Narrative(id) => format!("ト {}", prose(&minutes.narratives[id.idx()].prose)),
            Block::Plain(id) => format!("？ {}", words(minutes.plains[id.idx()].range)),
        });
    }
    for found in &minutes.diagnostics {
        out.push(format!(
            "! {} {} 「{}」",
            found.line(source),
            found.code(),
            words(found.range).replace('\n', "⏎")
        ));
    }
    out.join("\n")
}

fn check(text: &str, expect: Expect) {
    expect.assert_eq(&note(&Minutes::of(text)));
}

/// A form in other words, with marks, another chair, two people of one surname.
#[test]
fn marked_labels_are_read_with_the_roll() {
    check(
        include_str!("data/marked.txt"),
        expect![[r#"
            題 第３回 河原町水道事業運営協議会 会議録
            日 2023-11-29 水 ←「令和５年１１月２９日（水）」
            時 10:30 ←「午前１０時３０分」
            時 11:45 ←「午前１１時４５分」
            項 When 日　　時 令和５年１１月２９日（水）　午前１０時３０分～午前１１時４５分
            項 Place 場　　所 河原町役場　２階　大会議室
            項 Roll 出席者
            項 Roll 欠席委員
            項 Agenda 議　題
            項 Discussion 会議の内容
            名簿 出席者 Other
              榎本　和夫 役=会　長
              橘　しのぶ 役=副会長
            名簿 委　員 Member
              森田　一郎
              森田　恵
              白石　弘
            名簿 事務局 Secretariat
              木村 職=水道課長
              三浦 職=水道課主任
            名簿 欠席委員 Member 欠席
              そのまま なし
            議題 a1 （１） 料金の見直しについて
            議題 a2 （２） 老朽管の更新計画について
            議題 a3 （３） その他
            ト 午前１０時３０分開会
            Chair 榎本会長 ←「会　長　榎本　和夫」: ただいまから会議を開きます。
            # （１） 料金の見直しについて [a1]
            Chair 榎本会長 ←「会　長　榎本　和夫」: 事務局から説明をお願いします。
            Secretariat 木村課長 ←「木村水道課長」: 資料の２ページを御覧ください。 ¶ 料金は来年四月に改めたいと考えています。
            Member 森田委員 2人が該当: 口径ごとの額はどうなりますか。
            ト 〔「同じ質問」と呼ぶ者あり〕
            Secretariat 木村課長 ←「木村水道課長」: 口径１３ミリで、月に１２０円上がります。
            # （２） 老朽管の更新計画について [a2]
            Member 白石委員 ←「白石　弘」: 管の総延長は何キロですか。
            Secretariat 三浦主任 ←「三浦水道課主任」: およそ８４キロです。
            Chair 榎本会長 ←「会　長　榎本　和夫」: 以上で終わります。
            ト 午前１１時４５分閉会
            ! 14 agenda-not-taken-up 「その他」
            ! 26 ambiguous-speaker 「森田委員」"#]],
    );
}

#[test]
fn labels_in_brackets_on_their_own_line_are_read() {
    check(
        include_str!("data/brackets.txt"),
        expect![[r#"
            題 令和４年度第２回白浜市図書館協議会（議事要旨）
            日 2022-08-03 水 ←「令和４年８月３日（水曜日）」
            時 14:00 ←「１４時００分」
            時 15:30 ←「１５時３０分」
            項 When 開催日時 令和４年８月３日（水曜日）１４時００分から１５時３０分まで
            項 Place 開催場所 白浜市立図書館　視聴覚室
            項 Roll 出席委員
            項 Openness 会議の公開 公開
            項 Observers 傍聴者 ２人
            項 Agenda 議題
            項 Discussion 議事要旨
            名簿 出席委員 Member
              沢村 役=委員長
              戸川 役=委員
              根本 役=委員
            議題 a1  利用状況について
            議題 a2  読書バリアフリーについて
            #  利用状況について [a1]
            Secretariat 事務局: 昨年度の貸出しは十二万冊であった。
            Chair 委員長 ←「沢村委員長」: 質問はあるか。
            Member 委員: 電子書籍はいつ始めるのか。
            Secretariat 事務局: 来年度の予算で検討したい。
            #  読書バリアフリーについて [a2]
            Member 戸川委員 ←「戸川委員」: 点字の本を増やしてほしい。"#]],
    );
}

#[test]
fn a_text_without_labels_is_shown_as_it_stands() {
    check(
        "東の原の記録\n\n橋を直した。\n水を引いた。\n",
        expect![[r#"
            題 東の原の記録
            ？ 橋を直した。
            水を引いた。
            ! 1 no-date 「」
            ! 1 no-speech 「」
            ! 3 unrecognised 「橋を直した。⏎水を引いた。」"#]],
    );
}

#[test]
fn nothing_is_made_of_an_empty_text() {
    check(
        "",
        expect![[r#"
        ! 1 no-date 「」
        ! 1 no-title 「」
        ! 1 no-speech 「」"#]],
    );
}

#[test]
fn a_weekday_that_disagrees_is_shown_and_not_corrected() {
    check(
        "第1回河原町協議会 会議録\n1 開催日時 令和7年3月10日（火）午後2時\n2 審議内容\n委員 よろしいか。\n事務局 はい。\n",
        expect![[r#"
            題 第1回河原町協議会 会議録
            日 2025-03-10 火 ←「令和7年3月10日（火）」
            時 14:00 ←「午後2時」
            項 When 開催日時 令和7年3月10日（火）午後2時
            項 Discussion 審議内容
            Member 委員: よろしいか。
            Secretariat 事務局: はい。
            ! 2 weekday-mismatch 「令和7年3月10日（火）」"#]],
    );
}

#[test]
fn a_day_that_does_not_exist_is_null() {
    check(
        "第1回河原町協議会 会議録\n1 開催日時 令和7年2月30日\n2 審議内容\n委員 よろしいか。\n事務局 はい。\n",
        expect![[r#"
            題 第1回河原町協議会 会議録
            項 When 開催日時 令和7年2月30日
            項 Discussion 審議内容
            Member 委員: よろしいか。
            Secretariat 事務局: はい。
            ! 2 impossible-date 「令和7年2月30日」"#]],
    );
}

#[test]
fn a_sentence_cut_by_a_break_is_joined_and_a_paragraph_is_not() {
    check(
        "1 会議名 河原町協議会\n2 審議内容\n\n委員 橋の幅を広げるということについて\n\nは、どうお考えか。\n\n川の水も見てほしい。\n\n事務局 橋は来年度に測るという予定であるが\nその前に川を見る。\n",
        expect![[r#"
            題 河原町協議会
            項 Name 会議名 河原町協議会
            項 Discussion 審議内容
            Member 委員: 橋の幅を広げるということについて ⏎ は、どうお考えか。 ¶ 川の水も見てほしい。
            Secretariat 事務局: 橋は来年度に測るという予定であるが ⏎ その前に川を見る。
            ! 1 no-date 「」
            ! 4 joined 「いうことについて⏎⏎は、どうお考えか」
            ! 10 joined 「いう予定であるが⏎その前に川を見る」"#]],
    );
}

#[test]
fn a_title_in_two_lines_is_one_and_a_bare_word_gives_way_to_the_name() {
    check(
        "第4回河原町協議会\n会 議 録\n\n委員 よい。\n事務局 はい。\n",
        expect![[r#"
            題 第4回河原町協議会 ⏎ 会 議 録
            Member 委員: よい。
            Secretariat 事務局: はい。
            ! 1 no-date 「」"#]],
    );
    check(
        "会 議 録\n会議の名称 第4回河原町協議会\n会議内容\n委員 よい。\n事務局 はい。\n",
        expect![[r#"
            題 第4回河原町協議会
            項 Name 会議の名称 第4回河原町協議会
            項 Discussion 会議内容
            ト 会 議 録
            Member 委員: よい。
            Secretariat 事務局: はい。
            ! 1 no-date 「」"#]],
    );
}

#[test]
fn names_under_a_letter_are_no_speakers() {
    check(
        "第4回河原町議会 会議録\n○議長（山田太郎君）　報告いたします。\n河原町長　榎本和夫\n○議員（森田一郎君）　よろしい。\n○議長（山田太郎君）　御異議ありませんか。\n",
        expect![[r#"
            題 第4回河原町議会 会議録
            Chair 議長（山田太郎君） ←表記「山田太郎」: 報告いたします。 ¶ 河原町長　榎本和夫
            Member 議員（森田一郎君） ←表記「森田一郎」: よろしい。
            Chair 議長（山田太郎君） ←表記「山田太郎」: 御異議ありませんか。
            ! 1 no-date 「」"#]],
    );
}

#[test]
fn the_hour_behind_a_label_is_told_and_not_said() {
    check(
        "第4回河原町議会 会議録\n○榎本委員長　○午後１時５８分開会\nそれでは始めます。\n○橘（し）副委員長　はい。\n○榎本委員長　終わります。\n○午後２時閉会\n",
        expect![[r#"
            題 第4回河原町議会 会議録
            ト ○午後１時５８分開会
            Chair 榎本委員長: それでは始めます。
            Member 橘（し）副委員長: はい。
            Chair 榎本委員長: 終わります。
            ト ○午後２時閉会
            ! 1 no-date 「」"#]],
    );
}

#[test]
fn the_discussion_may_begin_behind_its_name() {
    check(
        "第4回河原町議会 会議録\n1 日時平成19年12月12日(水曜日) 午後1時30分~午後2時10分\n2 会議の内容水道課係長(三浦剛君) 始めます。\n\n委員(橘好君) はい。\n",
        expect![[r#"
            題 第4回河原町議会 会議録
            日 2007-12-12 水 ←「平成19年12月12日(水曜日)」
            時 13:30 ←「午後1時30分」
            時 14:10 ←「午後2時10分」
            項 When 日時 平成19年12月12日(水曜日) 午後1時30分~午後2時10分
            項 Discussion 会議の内容
            Secretariat 水道課係長(三浦剛君) ←表記「三浦剛」: 始めます。
            Member 委員(橘好君): はい。"#]],
    );
}

#[test]
fn numbers_in_series_are_headings_without_a_full_stop_before_them() {
    check(
        "第4回河原町教育委員会 会議録\n5 会議\n①　開会\n教 育 長 - 日程を報告\n②　報告事項\n1番委員 - 名簿について質問\n課　　長 - 欠員と回答\n",
        expect![[r#"
            題 第4回河原町教育委員会 会議録
            項 Discussion 会議
            # ① 開会 []
            Secretariat 教 育 長: 日程を報告
            # ② 報告事項 []
            Member 1番委員: 名簿について質問
            Secretariat 課　　長: 欠員と回答
            ! 1 no-date 「」"#]],
    );
}

#[test]
fn a_surname_proves_a_person_only_where_no_other_reading_is_left() {
    let with_label = |label: &str| {
        let minutes = Minutes::of(format!(
            "第4回河原町協議会 会議録\n1 出席者\n (1) 委員 森田一郎委員（会長）、橘しのぶ委員、東　さくら委員、東山　直委員、鈴木進一委員（代理 田中薫氏）、小野田一郎委員\n (2) 事務局 橘総務課長、木村水道課長\n2 欠席委員 戸川次郎委員（副会長）\n3 審議内容\n{label} よい。\n委員 はい。\n"
        ));
        let by = match &minutes.speeches[0].by {
            Attribution::Person { person, .. } => {
                minutes.source.slice(minutes.person(*person).unwrap().entry).to_owned()
            }
            other => format!("{other:?}"),
        };
        assert_eq!(minutes.speeches.len(), 2, "{label}");
        by
    };
    let labels = [
        "会長",
        "森田委員",
        "森委員",
        "橘委員",
        "橘課長",
        "東委員",
        "木村委員",
        "木村水道課長",
        "委員",
        "鈴木委員",
        "小野委員",
        "小野田一郎委員",
        "副会長",
        "戸川委員",
    ];
    let found: Vec<String> = labels.iter().map(|label| format!("{label}: {}", with_label(label))).collect();
    expect![[r#"
        会長: 森田一郎委員（会長）
        森田委員: 森田一郎委員（会長）
        森委員: Unnamed
        橘委員: 橘しのぶ委員
        橘課長: Unnamed
        東委員: 東　さくら委員
        木村委員: Unnamed
        木村水道課長: 木村水道課長
        委員: Unnamed
        鈴木委員: Unnamed
        小野委員: Unnamed
        小野田一郎委員: 小野田一郎委員
        副会長: Unnamed
        戸川委員: Unnamed"#]]
    .assert_eq(&found.join("\n"));
}

#[test]
fn numbered_matters_are_headings_and_arrows_answer() {
    check(
        "第4回河原町議会 会議録\n〔議題1〕所管事務調査「水道の料金」\n（質問）料金はいつ変わるか。\n　⇒ 来年四月である。\n議 案 第 ２ 号　河原町水道条例について\n（質問）何を変えるか。\n（回答）基本料金である。\n",
        expect![[r#"
            題 第4回河原町議会 会議録
            # 〔議題1〕 所管事務調査「水道の料金」 []
            Other 質問: 料金はいつ変わるか。
            Other ⇒: 来年四月である。
            #  議 案 第 ２ 号　河原町水道条例について []
            Other 質問: 何を変えるか。
            Other 回答: 基本料金である。
            ! 1 no-date 「」"#]],
    );
}

#[test]
fn a_bracket_behind_a_space_belongs_to_the_label() {
    check(
        "第4回河原町議会 会議録\n○ 議 長 （ 中 山 勤 君 ） 会 議 を 開 き ま す 。\n○ １ 番 （ 岩 田 博 君 ） 質 問 し ま す 。\n",
        expect![[r#"
            題 第4回河原町議会 会議録
            Chair 議 長 （ 中 山 勤 君 ） ←表記「中 山 勤」: 会議を開きます。
            Member １ 番 （ 岩 田 博 君 ） ←表記「岩 田 博」: 質問します。
            ! 1 no-date 「」
            ! 2 joined 「会 議 を 開 き ま す 。」
            ! 3 joined 「質 問 し ま す 。」"#]],
    );
}

#[test]
fn a_text_cut_by_its_width_is_told_of_once() {
    let cut = "委員 橋の幅を広げるということについて、どの\nようにお考えか。\n事務局 来年度の予算で、川の水とともに調べ\nてまいりたい。\n".repeat(20);
    let minutes = Minutes::of(format!("第4回河原町協議会 会議録\n2 審議内容\n{cut}"));
    let told: Vec<String> = minutes
        .diagnostics
        .iter()
        .map(|found| {
            format!("{} {}", found.code(), found.message(kaigiroku::diagnostics::Lang::Ja, &minutes.source))
        })
        .collect();
    expect![[r#"
        no-date 会議の開催日が見つかりません。
        joined-throughout 改行や改ページで切れた文を、全体で40か所つないで表示しています。"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn what_follows_the_closing_hour_is_nobodys_word() {
    check(
        "第4回河原町議会 会議録\n○議長（山田太郎君）　散会します。\n　　　午後３時１５分散会\n　会議の経過を記し、署名する。\n○議員（森田一郎君）　はい。\n",
        expect![[r#"
            題 第4回河原町議会 会議録
            Chair 議長（山田太郎君） ←表記「山田太郎」: 散会します。
            ト 午後３時１５分散会
            ト 会議の経過を記し、署名する。
            Member 議員（森田一郎君） ←表記「森田一郎」: はい。
            ! 1 no-date 「」"#]],
    );
}

#[test]
fn a_list_that_a_speaker_numbers_stays_in_the_speech() {
    check(
        "第4回河原町協議会 会議録\n2 審議内容\n(1) 料金について\n委員 反対の理由を述べます。\n１　費用が高い\n２　効果が低い\n以上の理由から反対します。\n事務局 承りました。\n(2) 管の更新について\n資料により説明した。\n委員 はい。\n",
        expect![[r#"
            題 第4回河原町協議会 会議録
            項 Discussion 審議内容
            # (1) 料金について []
            Member 委員: 反対の理由を述べます。 ¶ １　費用が高い ¶ ２　効果が低い ¶ 以上の理由から反対します。
            Secretariat 事務局: 承りました。
            # (2) 管の更新について []
            ト 資料により説明した。
            Member 委員: はい。
            ! 1 no-date 「」"#]],
    );
}

#[test]
fn a_date_of_something_else_is_not_the_day_of_the_meeting() {
    check(
        "第4回河原町協議会 会議録\n1 日時 5月19日（月）\n2 配付資料 令和4年4月1日（金）付け要綱\n3 審議内容\n委員 次回は令和7年6月20日（金）か。\n事務局 はい。\n",
        expect![[r#"
            題 第4回河原町協議会 会議録
            項 When 日時 5月19日（月）
            項 Materials 配付資料 令和4年4月1日（金）付け要綱
            項 Discussion 審議内容
            Member 委員: 次回は令和7年6月20日（金）か。
            Secretariat 事務局: はい。
            ! 1 no-date 「」"#]],
    );
}
