//! The screen as text, part by part.

use std::fmt::Write;

use expect_test::{Expect, expect};
use kaigiroku::app::screen::{BlockView, Run, RunKind, Screen, compose};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::state::{Action, State};
use kaigiroku::app::words::Lang;
use kaigiroku::filter::Choice;
use kaigiroku::model::{Join, LabelId, Role, SpeechId, TopicId};

use crate::app::{after, search};
use crate::hand::{Hand, harbour};

/// The screen after these actions: one of its parts, as text.
fn check(actions: impl IntoIterator<Item = Action>, part: fn(&Screen) -> String, expect: Expect) {
    let document = harbour();
    expect.assert_eq(&part(&compose(&document, &after(&document, actions))));
}

/// Hits as [number words], the current one doubled; joins as ¦ and ‖.
fn runs(runs: &[Run]) -> String {
    let show = |run: &Run| match run.kind {
        RunKind::Text => run.text.clone(),
        RunKind::Hit { index, current: true } => format!("[[{index} {}]]", run.text),
        RunKind::Hit { index, current: false } => format!("[{index} {}]", run.text),
        RunKind::Join(Join::Page) => "‖".to_owned(),
        RunKind::Join(_) => "¦".to_owned(),
        RunKind::Point(number) => format!("({number})"),
    };
    let show = |run: &Run| if run.promise { format!("<{}>", show(run)) } else { show(run) };
    runs.iter().map(show).collect()
}

pub fn body(screen: &Screen) -> String {
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
                for tag in &speech.subjects {
                    let _ = writeln!(out, "# {} <{}> {}", tag.name, tag.because, tag.paragraph);
                }
                let _ = writeln!(
                    out,
                    "{mark}{} {} {:?} {} <{}>{joined}",
                    speech.anchor, speech.number, speech.role, speech.label, speech.note
                );
                if !speech.kind.is_empty() {
                    let (answers, answered) =
                        (speech.answers.map(number), speech.answered.iter().copied().map(number));
                    let answered: Vec<u32> = answered.collect();
                    let _ = writeln!(
                        out,
                        "  {} <{}> {answers:?} {answered:?} {}{:?}",
                        speech.kind,
                        speech.kind_note,
                        if speech.hangs { "hangs " } else { "" },
                        speech.unsettled
                    );
                }
                for (what, is_so) in [
                    ("beside", speech.beside),
                    ("stands out", speech.stands_out),
                    ("steps back", speech.steps_back),
                ] {
                    if is_so {
                        let _ = writeln!(out, "  {what}");
                    }
                }
                for paragraph in &speech.paragraphs {
                    let _ = writeln!(out, "  {}", runs(paragraph));
                }
                for line in speech.original.iter().flatten() {
                    let _ = writeln!(out, "  > {line}");
                }
            }
            BlockView::Gap { first, last, n } => {
                let _ = writeln!(out, "… {}–{} ({n})", number(*first), number(*last));
            }
            BlockView::Narrative { runs: words, .. } => {
                let _ = writeln!(out, "-- {}", runs(words));
            }
            BlockView::Plain { line, lines, .. } => {
                let _ = writeln!(out, ".. {line}行");
                for line in lines {
                    let _ = writeln!(out, "   {}", runs(line));
                }
            }
        }
    }
    out
}

fn number(speech: SpeechId) -> u32 {
    speech.0 + 1
}

fn head(screen: &Screen) -> String {
    let mut out = format!(
        "{}\n{}\n",
        screen.title,
        screen.summary.iter().map(|phrase| &phrase.text[..]).collect::<Vec<_>>().join("　")
    );
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
        let _ = writeln!(
            out,
            "{mark}目次 {} {} {}件 該当{} {first:?}",
            row.num, row.heading, row.count, row.n_hits
        );
        for subject in &row.subjects {
            let _ =
                writeln!(out, "   話題 {} {}件 {:?}", subject.name, subject.count, subject.first.map(number));
        }
    }
    for scope in &search.scopes {
        let mark = if scope.selected { "*" } else { "" };
        let _ = write!(out, "{mark}{} {}　", scope.text, scope.count);
    }
    if !search.scopes.is_empty() {
        let _ = writeln!(out, "{:?}", search.whole);
    }
    for rescue in &screen.rescues {
        let _ = writeln!(out, "> {} {:?}", rescue.text, rescue.action);
    }
    let facets = [("話者", &screen.labels), ("立場", &screen.roles), ("種別", &screen.kinds)];
    for (kind, row) in facets.into_iter().flat_map(|(kind, rows)| rows.iter().map(move |row| (kind, row))) {
        let mark = if row.selected { "*" } else { " " };
        let _ = writeln!(
            out,
            "{mark}{kind} {} {} <{}> {}件 該当{} {:?} {:?}",
            row.badge,
            row.text,
            row.note,
            row.count,
            row.n_hits,
            row.share,
            row.highlight.map(|(_, on)| on)
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
            2019年5月7日（令和元年・火）　10:00から　市民センター 2階 研修室　公開　傍聴者2人　発言6件
            会場: 市民センター 2階 研修室
            公開の別: 公開
            傍聴者: 2人
            資料: 
            1 協議 → -
              ア 桟橋の改修 → t1
              イ 駐車場の運用 → t2
            委員
              髙﨑みなみ|座長||[1, 6]
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
             目次 (1) 桟橋の改修について 2件 該当0 Some(2)
             目次 (2) 駐車場の運用について 3件 該当0 Some(4)
             話者 長 座長 <髙﨑みなみ（出席者欄による）> 2件 該当0 Some(20) Some(false)
             話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 該当0 Some(26) Some(false)
             話者 事 事務局 <氏名の記載なし> 2件 該当0 Some(40) Some(false)
             話者 委 Ａ委員 <氏名の記載なし> 1件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 2件 該当0 Some(20) None
             立場 委 委員・議員 <> 2件 該当0 Some(40) None
             立場 事 事務局・説明者 <> 2件 該当0 Some(40) None
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
              浮き[[2 桟]]‖[[2 橋]]の耐用年数は何年か。
              また、ﾌｪﾘｰの便数はどうなる。
            s003 3 Secretariat 事務局 <氏名の記載なし> 原文あり
              [3 桟橋]は30年、フェリー¦は1日4便を見込む。
            ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち1件を表示>
            … 4–4 (1)
            s005 5 Secretariat 事務局 <氏名の記載なし>
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
            文 5　*発言 5　問答 5　議題 2　会議 1　Some(false)
             話者 長 座長 <髙﨑みなみ（出席者欄による）> 0件 該当0 Some(20) Some(false)
             話者 委 佐藤委員 <同じ姓の出席者が2人いるため特定していません> 1件 該当1 Some(26) Some(false)
             話者 事 事務局 <氏名の記載なし> 2件 該当2 Some(40) Some(false)
             話者 委 Ａ委員 <氏名の記載なし> 0件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 0件 該当0 Some(20) None
             立場 委 委員・議員 <> 1件 該当1 Some(40) None
             立場 事 事務局・説明者 <> 2件 該当2 Some(40) None
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
             話者 事 事務局 <氏名の記載なし> 1件 該当0 Some(40) Some(false)
             話者 委 Ａ委員 <氏名の記載なし> 0件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 1件 該当0 Some(20) None
             立場 委 委員・議員 <> 1件 該当0 Some(40) None
            *立場 事 事務局・説明者 <> 1件 該当0 Some(40) None
        "#]],
    );
    check(
        [Action::Toggle(Choice::Role(Role::Secretariat)), Action::Toggle(Choice::Topic(TopicId(1)))],
        body,
        expect![[r#"
            … 1–3 (3)
            ## t2 (2) 駐車場の運用について  <次第 イ に対応　発言3件・52字　うち1件を表示>
            … 4–4 (1)
            s005 5 Secretariat 事務局 <氏名の記載なし>
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
             話者 事 事務局 <氏名の記載なし> 1件 該当1 Some(40) Some(false)
             話者 委 Ａ委員 <氏名の記載なし> 0件 該当0 Some(15) Some(false)
             立場 長 議長・委員長 <> 0件 該当0 Some(20) None
             立場 委 委員・議員 <> 1件 該当1 Some(40) None
             立場 事 事務局・説明者 <> 0件 該当0 Some(40) None
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
        1 協議 → -
          ア 桟橋の改修 → t1
          イ 駐車場の運用 → t2
        委員
          髙﨑みなみ|座長||[1, 6]
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
        ## t1 (1) [[0 桟橋]]の改修について  <Agenda ア · 2 speeches, 51 characters>
        -- 資料1により事務局が[1 桟橋]を説明した。
        s002 2 Member 佐藤委員 <not identified: 2 people present share this surname> 原文あり
          浮き[2 桟]‖[2 橋]の耐用年数は何年か。
          また、ﾌｪﾘｰの便数はどうなる。
        s003 3 Secretariat 事務局 <no name printed> 原文あり
          [3 桟橋]は30年、フェリー¦は1日4便を見込む。
        ## t2 (2) 駐車場の運用について  <Agenda イ · 3 speeches, 52 characters · 1 shown>
        s005 5 Secretariat 事務局 <no name printed>
          サ－ビス券は続ける。 駐車場から[4 桟橋]への通路も直す。
    "#]],
    );
}
