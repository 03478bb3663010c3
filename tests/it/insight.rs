//! What is derived from the minutes, as a reader would note it down.

use expect_test::{Expect, expect};
use kaigiroku::insight::{Because, CommitmentKind, Evidence, Insight, Kind};
use kaigiroku::model::*;
use kaigiroku::source::TextRange;

use crate::hand::Hand;
use crate::seed::seed;

fn name(id: SpeechId) -> String {
    format!("s{:03}", id.0 + 1)
}

/// Everything that is derived, in words.
pub fn note(minutes: &Minutes) -> String {
    let insight = Insight::new(minutes);
    let words = |range: TextRange| minutes.source.slice(range).replace('\n', "⏎");
    let ends = |range: TextRange| {
        let words = words(range);
        let letters: Vec<char> = words.chars().collect();
        let (head, tail) = (letters.iter().take(8), letters.iter().skip(8));
        let tail: Vec<char> = tail.rev().take(8).copied().collect();
        format!("{}…{}", head.collect::<String>(), tail.iter().rev().collect::<String>())
    };
    let mut out = Vec::new();
    for speech in &minutes.speeches {
        let id = speech.id;
        let label = speech.printed.text(&minutes.source);
        let kind = insight.kinds[id.idx()].map_or("？".to_owned(), |kind| {
            let evidence = match kind.evidence {
                Evidence::Words(range) => format!("「{}」", words(range)),
                Evidence::Answers(question) => format!("←{}", name(question)),
                Evidence::Part => "役割".to_owned(),
            };
            format!("{} {evidence}", kind.kind.key())
        });
        let exchange = insight.exchange_of[id.idx()].map_or(String::new(), |id| format!(" e{}", id.0 + 1));
        let threads: Vec<String> = insight.threads[id.idx()]
            .iter()
            .map(|thread| {
                let because = match thread.because {
                    Because::Opens(range) => format!("「{}」", words(range)),
                    Because::Follows(speech) => format!("←{}", name(speech)),
                };
                let from =
                    if thread.from > 0 { format!(" {}段落から", thread.from + 1) } else { String::new() };
                format!(" [{}]{because}{from}", words(insight.subjects[thread.subject.idx()].name))
            })
            .collect();
        out.push(format!("{} {label} {kind}{exchange}{}", name(id), threads.concat()));
        for point in &insight.points[id.idx()] {
            let opener = point.opener.map_or("－".to_owned(), words);
            out.push(format!("  {}-{} {opener} {}", name(id), point.number, ends(point.range)));
        }
    }
    for subject in &insight.subjects {
        let topic = subject.topic.map_or("－".to_owned(), |topic| format!("t{}", topic.0 + 1));
        out.push(format!("主題 {topic} {}", words(subject.name)));
    }
    for exchange in &insight.exchanges {
        let answers: Vec<String> = exchange.answers.iter().copied().map(name).collect();
        let unsettled: Vec<String> = exchange
            .unsettled
            .iter()
            .map(|point| format!(" 要確認{}-{}", name(point.speech), point.point))
            .collect();
        out.push(format!("問答 {}→{}{}", name(exchange.question), answers.join(","), unsettled.concat()));
    }
    for promise in &insight.commitments {
        out.push(format!(
            "約束 {} {} 「{}」 {}",
            name(promise.speech),
            promise.kind.key(),
            words(promise.phrase),
            ends(promise.sentence)
        ));
    }
    let place = |speech: Option<SpeechId>, block: usize| speech.map_or(format!("b{block}"), name);
    let mut figures: Vec<String> = Vec::new();
    for figure in &insight.figures {
        figures.push(format!(
            "{} {}〔{}〕",
            place(figure.speech, figure.block),
            words(figure.range),
            words(figure.unit)
        ));
    }
    out.push(format!("数値 {}", figures.join(" ")));
    for date in &insight.dates {
        let part = |part: Option<u16>| part.map_or("－".to_owned(), |part| part.to_string());
        out.push(format!(
            "日付 {} {} {}/{}/{}{}",
            place(date.speech, date.block),
            words(date.range),
            part(date.year),
            part(date.month.map(u16::from)),
            part(date.day.map(u16::from)),
            if date.fiscal { " 年度" } else { "" }
        ));
    }
    out.join("\n")
}

#[test]
fn the_seed_shows_who_answers_whom_about_what() {
    expect![[r#"
        s001 小林淳哉委員長 ？
        s002 委員 question 「ガイダンスの開催は実際マッチングに結び付いているのか。」 e1 [地域企業情報ガイダンス]「地域企業情報ガイダンスについて」
        s003 事務局 answer ←s002 e1 [地域企業情報ガイダンス]「地域企業情報ガイダンスについては」
        s004 委員 question 「就職後の定着度など追跡はできているのか。」 e2 [地域若者サポートステーション事業]「地域若者サポートステーション事業について」
        s005 事務局 answer ←s004 e2 [地域若者サポートステーション事業]←s004
        s006 委員 opinion 「てもらいたい」 e3 [社員寮整備事業費補助金]「社員寮整備事業費補助金のほか」
        s007 事務局 answer ←s006 e3 [社員寮整備事業費補助金]「社員寮整備事業費補助金については」
        s008 委員 question 「知りたい」 e4 [起業者の人財育成と支援]「起業者の人財育成と支援について」
        s009 事務局 answer ←s008 e4 [起業者の人財育成と支援]←s008
        s010 委員 opinion 「べきと考える」 e5 [国際産業連携推進事業]「国際産業連携推進事業について」
        s011 事務局 answer ←s010 e5 [国際産業連携推進事業]「国際産業連携推進事業について」
        s012 委員長 opinion 「感じた」 [地域若者サポートステーション事業]「地域若者サポートステーション事業について」 [海外留学生就労促進事業]「海外留学生就労促進事業について」 2段落から
          s012-1 － 地域若者サポート…は参考となった。
          s012-2 また、 また、海外留学生…のではと感じた。
        s013 委員 question 「県外に転出した大学生は対象とならないのか。」 e6 [奨学金返還補助金]「奨学金返還補助金について」
        s014 事務局 answer ←s013 e6 [奨学金返還補助金]「奨学金返還補助金については」
        s015 委員 question 「地域おこし協力隊に限定するのはなぜか。」 e7 [企業DX推進支援事業]「企業DX推進支援事業について」
        s016 事務局 answer ←s015 e7 [企業DX推進支援事業]←s015
        s017 委員 opinion 「感じた」 e8 [企業DX推進支援事業]←s016
          s017-1 － 移住定住などの側…標と考えている。
          s017-2 もう一点、 もう一点、今後、…安心だと感じた。
        s018 事務局 answer ←s017 e8 [企業DX推進支援事業]←s017
        s019 委員長 opinion 「思う」
        s020 委員 question 「伺いたい」 e9
        s021 事務局 answer ←s020 e9
        主題 t2 地域企業情報ガイダンス
        主題 t2 地域若者サポートステーション事業
        主題 t2 社員寮整備事業費補助金
        主題 t2 起業者の人財育成と支援
        主題 t2 国際産業連携推進事業
        主題 t2 海外留学生就労促進事業
        主題 t3 奨学金返還補助金
        主題 t3 企業DX推進支援事業
        問答 s002→s003
        問答 s004→s005
        問答 s006→s007
        問答 s008→s009
        問答 s010→s011
        問答 s013→s014
        問答 s015→s016
        問答 s017→s018 要確認s017-1
        問答 s020→s021
        約束 s005 consider 「検討する」 目標設定について…ためて検討する。
        約束 s007 consider 「検討していきたい」 社員寮整備事業費…討していきたい。
        約束 s011 consider 「検討していきたい」 国際産業連携推進…討していきたい。
        数値 s002 1回〔回〕 s004 71人〔人〕 s005 71人〔人〕 s005 40人〔人〕 s005 4割〔割〕 s008 51人〔人〕 s009 51人〔人〕 s009 51人〔人〕 s009 3人〔人〕 s016 3年間〔年間〕 s018 7割〔割〕 s019 1社〔社〕 s019 5年〔年〕 s019 5社〔社〕
        日付 s001 令和6年度 2024/－/－ 年度
        日付 s001 令和7年度 2025/－/－ 年度
        日付 s004 令和6年度 2024/－/－ 年度
        日付 s004 令和6年度 2024/－/－ 年度
        日付 s009 平成26年度 2014/－/－ 年度
        日付 s009 令和5年度 2023/－/－ 年度
        日付 s011 令和6年度 2024/－/－ 年度
        日付 s019 令和6年12月 2024/12/－"#]].assert_eq(&note(&seed()));
}

#[test]
fn an_assembly_keeps_its_exchanges_over_the_calls_of_the_chair() {
    expect![[r#"
        s001 樋口議長 procedure 「開きます」
        s002 綾部議員 question 「いかがでしょうか。」 e1 [学校給食の無償化]「学校給食の無償化について」 2段落から [市道の除雪]「市道の除雪についてです」 3段落から [図書館の分館]「図書館の分館について」 4段落から
          s002-1 － おはようございま…見解を求めます。
          s002-2 次に、 次に、市道の除雪…どうなったのか。
          s002-3 また、 また、消雪パイプ…いつ終わるのか。
          s002-4 最後に、 最後に、図書館の…かがでしょうか。
        s003 樋口議長 procedure 「多田市長」
        s004 多田市長 answer 「お答えいたします」 e1 [図書館の分館]←s002 [学校給食の無償化]「学校給食の無償化についてのお尋ね」 2段落から [図書館]「図書館については」 3段落から
        s005 樋口議長 procedure 「次に、小笠原教育長」
        s006 小笠原教育長 answer ←s002 e1 [図書館の分館]←s002
        s007 樋口議長 procedure 「瓜生建設部長」
        s008 瓜生建設部長 answer ←s002 e1 [市道の除雪]←s002
        s009 樋口議長 procedure 「綾部議員」
        s010 綾部議員 question 「いつまでに決めるのですか。」 e2 [学校給食の無償化]←s008
        s011 樋口議長 procedure 「多田市長」
        s012 多田市長 answer ←s010 e2 [学校給食の無償化]←s010
        s013 樋口議長 ？
        s014 綾部議員 ？
        s015 樋口議長 procedure 「終わります」
        s016 瓜生建設部長 explanation 「説明申し上げます」
        s017 樋口議長 procedure 「ありませんか」
        s018 樋口議長 procedure 「採決」
        s019 樋口議長 procedure 「起立」
        主題 － 学校給食の無償化
        主題 － 市道の除雪
        主題 － 図書館の分館
        主題 － 図書館
        問答 s002→s004,s006,s008 要確認s002-3
        問答 s010→s012
        約束 s004 consider 「検討してまいりたい」 これまで庁内で検…考えております。
        約束 s006 report 「報告いたします」 利用の状況を調査…報告いたします。
        約束 s008 act 「努めてまいります」 引き続き早期の出…めてまいります。
        数値 s002 １２校〔校〕 s002 三千四百人〔人〕 s002 １億２，３４０万円〔円〕 s002 二百件〔件〕 s002 ３０分〔分〕 s008 ２５分〔分〕 s010 二分の一〔分の一〕 s016 2.4キロメートル〔キロメートル〕
        日付 s002 令和６年度 2024/－/－ 年度
        日付 s012 令和６年３月 2024/3/－"#]].assert_eq(&note(&Minutes::of(include_str!("data/insight-assembly.txt"))));
}

#[test]
fn a_summary_shows_what_its_words_show_and_no_more() {
    expect![[r#"
        s001 委員 question 「募集はどうなっているか。」 e1 [放課後児童クラブ]「放課後児童クラブについて」
          s001-1 － 放課後児童クラブ…解消できるのか。
          s001-2 それから、 それから、指導員…うなっているか。
        s002 事務局 answer ←s001 e1 [放課後児童クラブ]←s001
        s003 委員 opinion 「てほしい」 e2 [放課後児童クラブ]←s002
        s004 事務局 answer ←s003 e2 [放課後児童クラブ]「放課後児童クラブの待機については」
        s005 会長 opinion 「感じた」
        s006 委員 ？ [乳がん検診]「乳がん検診についてですが」
        s007 事務局 ？
        s008 委員 ？
        s009 事務局 ？
        s010 事務局 explanation 役割
        s011 会長 procedure 「ありませんか」
        s012 委員 opinion 「必要である」 e3
        s013 事務局 answer ←s012 e3 [障がい児保育]「障がい児保育に係る加配について」
        主題 t1 放課後児童クラブ
        主題 t1 乳がん検診
        主題 t2 障がい児保育
        問答 s001→s002 要確認s001-1
        問答 s003→s004
        問答 s012→s013
        約束 s004 report 「報告する」 放課後児童クラブ…改めて報告する。
        約束 s009 consider 「検討する」 今の件は担当課と…も検討する。
        約束 s013 consider 「検討する」 障がい児保育に係…いて、検討する。
        数値 b1 2、3歳〔歳〕 b1 128人〔人〕 s001 12人〔人〕 s002 3名〔名〕 s007 40歳〔歳〕 s010 3年間〔年間〕 s013 30日間〔日間〕
        日付 s001 令和7年4月 2025/4/－
        日付 s002 7月1日 －/7/1
        日付 s010 10月 －/10/－
        日付 s013 8月 －/8/－"#]].assert_eq(&note(&Minutes::of(include_str!("data/insight-summary.txt"))));
}

#[test]
fn kinds_are_known_by_their_keys() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_key(kind.key()), Some(kind));
    }
    for kind in CommitmentKind::ALL {
        assert_eq!(CommitmentKind::from_key(kind.key()), Some(kind));
    }
    assert_eq!(Kind::from_key("chair"), None);
}

/// The kinds and exchanges of speeches given as label, role and words.
fn check_kinds(speeches: &[(&str, Role, &str)], expect: Expect) {
    let mut hand = Hand::new();
    for (label, role, words) in speeches {
        hand.speech(label, *role, &[*words]);
    }
    let document = hand.finish();
    let insight = Insight::new(&document.minutes);
    let kinds = insight.kinds.iter().map(|kind| kind.map_or("？", |kind| kind.kind.key()));
    let kinds: Vec<String> = kinds
        .zip(&insight.exchange_of)
        .map(|(kind, exchange)| exchange.map_or(kind.to_owned(), |id| format!("{kind} e{}", id.0 + 1)))
        .collect();
    expect.assert_eq(&kinds.join(", "));
}

#[test]
fn labels_of_a_summary_say_what_is_done_under_them() {
    let (other, text) = (Role::Other, "開館は九時である。");
    check_kinds(
        &[("質問", other, text), ("回答", other, text), ("意見", other, text)],
        expect!["question e1, answer e1, opinion"],
    );
    check_kinds(&[("Ｑ１", other, text), ("Ａ１", other, text)], expect!["question e1, answer e1"]);
    // Ａ alone is somebody whose name is kept back.
    check_kinds(&[("Ａ", other, text), ("Ｂ", other, text)], expect!["？, ？"]);
}

#[test]
fn the_order_of_speeches_shows_what_their_words_leave_open() {
    let (chair, member, office) = (Role::Chair, Role::Member, Role::Secretariat);
    let (asks, tells) = ("何時に開くのか。", "九時に開く。");
    check_kinds(&[("課長", office, tells), ("委員", member, asks)], expect!["explanation, question"]);
    check_kinds(
        &[("委員", member, asks), ("課長", office, tells), ("部長", office, tells)],
        expect!["question e1, answer e1, answer e1"],
    );
    // A call in between breaks nothing; another matter does.
    check_kinds(
        &[("委員", member, asks), ("会長", chair, "谷課長。"), ("課長", office, tells)],
        expect!["question e1, procedure, answer e1"],
    );
    check_kinds(
        &[("委員", member, asks), ("会長", chair, "次の議題に移ります。"), ("課長", office, tells)],
        expect!["question, procedure, explanation"],
    );
    // Nobody can say whether thanks wait for an answer.
    check_kinds(&[("委員", member, "よく分かった。"), ("課長", office, tells)], expect!["？, ？"]);
    // The chair asks too, and what it thinks is no call.
    check_kinds(
        &[("会長", chair, "夜も開くべきだと思うが、どうか。"), ("課長", office, tells)],
        expect!["question e1, answer e1"],
    );
    check_kinds(
        &[("会長", chair, "夜も開けばよいと感じた。"), ("委員", member, "夜はしずか。")],
        expect!["opinion, ？"],
    );
    check_kinds(
        &[
            ("会長", chair, "御意見はありませんか。"),
            ("会長", chair, "暫時休憩します。"),
            ("会長", chair, "異議なしと認めます。"),
        ],
        expect!["procedure, procedure, procedure"],
    );
}
