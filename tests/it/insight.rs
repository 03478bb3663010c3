//! What is derived from the minutes, as a reader would note it down.

use expect_test::expect;
use kaigiroku::insight::{Because, Evidence, Insight};
use kaigiroku::model::{Minutes, SpeechId};
use kaigiroku::source::TextRange;

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
