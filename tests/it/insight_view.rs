//! What is derived becomes the tags that are meant.

use std::rc::Rc;

use expect_test::expect;
use kaigiroku::app::ledger::Ledger;
use kaigiroku::app::screen::{BlockView, SpeechView, compose};
use kaigiroku::app::state::Action;
use kaigiroku::app::words::Lang;
use kaigiroku::model::SpeechId;
use kaigiroku::view::insight::Insight;
use kaigiroku::view::roll::roll;
use kaigiroku::view::speech::SpeechCard;
use yew::prelude::*;

use crate::app::after;
use crate::sample::screen;
use crate::sample_text::market;
use crate::view::{around, check, dispatch, render};

/// A speech of the market, after these actions.
fn speech(at: u32, actions: impl IntoIterator<Item = Action>) -> Rc<SpeechView> {
    let document = market();
    let screen = compose(&document, &after(&document, actions));
    let mut found = screen.body.into_iter().filter_map(|block| match block {
        BlockView::Speech(speech) if speech.speech == SpeechId(at) => Some(speech),
        _ => None,
    });
    found.next().expect("the speech is shown")
}

fn card(speech: Rc<SpeechView>) -> Html {
    html! { <SpeechCard dispatch={dispatch()} lang={Lang::Ja} {speech} around={around()} /> }
}

#[test]
fn a_question_names_its_subject_its_answer_and_its_points() {
    check(
        card(speech(1, [Action::GoToPoint(SpeechId(1), 2)])),
        expect![[r##"
            <p class="subject">
            <b>冷蔵庫の更新</b>
            <small>冒頭の「冷蔵庫の更新について」による</small>
            </p>
            <article id="s002" tabindex="-1" aria-labelledby="s002-label" aria-current="true" class="speech role-member current">
            <header>
            <h3 id="s002-label">佐藤委員</h3>
            <span title="「朝市の日曜開催は広報紙で知らせたのか。」による" class="kind">質問</span>
            <span class="note">同じ姓の出席者が2人いるため特定していません</span>
            <a href="#s004" class="pair">答弁 4</a>
            <a href="#s002" aria-label="発言2への固定リンク" class="number">2</a>
            </header>
            <p class="ground">質問：「朝市の日曜開催は広報紙で知らせたのか。」による</p>
            <p class="ground">当てはまる出席者：佐藤夏男・佐藤秋江</p>
            <div class="text">
            <p>
            <a id="s002-1" href="#s002-1" data-point="1" aria-label="発言2の1点目への固定リンク" class="point">
            </a>冷蔵庫の更新について、市場の電気代は2022年3月から何割増えたのか。</p>
            <p>
            <a id="s002-2" href="#s002-2" data-point="2" aria-label="発言2の2点目への固定リンク" class="point now">
            </a>もう一点、朝市の日曜開催は広報紙で知らせたのか。</p>
            </div>
            <p class="unsettled">
            <b>要確認</b>
            <a href="#s002-2">2点目</a>の語句は、続く答弁に出てきません。言い換えて答えていることもあります。</p>
            <div class="actions">
            <button type="button">
            <span class="visually-hidden">発言2の</span>引用</button>
            <button type="button" aria-haspopup="dialog">
            <span class="visually-hidden">発言2の</span>共有</button>
            <button type="button">
            <span class="visually-hidden">発言2の</span>読み上げ</button>
            </div>
            </article>"##]],
    );
}

#[test]
fn an_answer_names_its_question_and_underlines_its_promise() {
    let document = market();
    let row = &document.ledger.commitments[0];
    let go = Action::GoToSentence(SpeechId(3), row.place.sentence);
    check(
        card(speech(3, [go])),
        expect![[r##"
            <article id="s004" tabindex="-1" aria-labelledby="s004-label" aria-current="true" class="speech role-secretariat current">
            <header>
            <h3 id="s004-label">事務局</h3>
            <span title="発言2に続く答え" class="kind">答弁</span>
            <span class="note">原文に氏名の記載なし</span>
            <a href="#s002" class="pair">質問 2</a>
            <a href="#s004" aria-label="発言4への固定リンク" class="number">4</a>
            </header>
            <p class="ground">答弁：発言2に続く答え</p>
            <div class="text">
            <p>冷蔵庫の更新については、電気代が令和4年度に3割増え、年250万円となった。<span class="pointed">更新の時期は改めて</span>
            <span class="promise pointed">検討する</span>
            <span class="pointed">。</span>
            </p>
            </div>
            <div class="actions">
            <button type="button">
            <span class="visually-hidden">発言4の</span>引用</button>
            <button type="button" aria-haspopup="dialog">
            <span class="visually-hidden">発言4の</span>共有</button>
            <button type="button">
            <span class="visually-hidden">発言4の</span>読み上げ</button>
            </div>
            </article>"##]],
    );
}

#[test]
fn promises_figures_and_dates_are_lists_of_links() {
    check(
        html! { <Insight dispatch={dispatch()} lang={Lang::Ja} ledger={screen().ledger} /> },
        expect![[r##"
            <section aria-labelledby="commitments-heading" class="block">
            <h2 id="commitments-heading">宿題（検討すると答えたこと）<small>1件</small>
            </h2>
            <p class="how">「検討する」「調査する」などの言い回しを含む文です。本文でも下線で示しています。</p>
            <ul class="ledger">
            <li class="role-secretariat">
            <a href="#s004" class="words">
            <span>自習室については改めて調べ、次回の会議で<span class="promise">報告する</span>。</span>
            </a>
            <small>
            <span>自習室</span>・<span>事務局</span> 4</small>
            </li>
            </ul>
            </section>
            <section aria-labelledby="figures-heading" class="block">
            <h2 id="figures-heading">数字と日付</h2>
            <details open="open" class="group">
            <summary>数字<small>1件</small>
            </summary>
            <ul class="ledger">
            <li class="role-secretariat">
            <a href="#s004" class="words">
            <span>一日平均で<span class="figure">四十二人</span>の利用…</span>
            </a>
            <small>
            <span>事務局</span> 4</small>
            </li>
            </ul>
            </details>
            <details open="open" class="group">
            <summary>日付<small>1種</small>
            </summary>
            <table class="dates">
            <caption class="visually-hidden">本文に出てくる日付と、西暦または和暦</caption>
            <thead>
            <tr>
            <th scope="col">表記</th>
            <th scope="col">西暦・和暦</th>
            <th scope="col">発言</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <th scope="row">令和6年度</th>
            <td>2024年度</td>
            <td>
            <a href="#s004" aria-label="発言4" class="place">4</a>
            </td>
            </tr>
            </tbody>
            </table>
            </details>
            </section>"##]],
    );
}

#[test]
fn a_long_list_is_folded_until_somebody_wants_it() {
    let row = screen().ledger.figures[0].clone();
    let list = |n| {
        let ledger = Rc::new(Ledger { figures: vec![row.clone(); n], n_figures: n, ..Ledger::default() });
        render(html! { <Insight dispatch={dispatch()} lang={Lang::Ja} {ledger} /> })
    };
    assert!(list(8).contains("<details open"));
    assert!(!list(9).contains("<details open") && list(9).contains("9件"));
}

#[test]
fn where_nothing_is_derived_the_sheet_says_so() {
    check(
        html! { <Insight dispatch={dispatch()} lang={Lang::Ja} ledger={Rc::new(Ledger::default())} /> },
        expect![[r#"<p class="quiet nothing">宿題に当たる言い回し、数字、日付は見つかりませんでした。</p>"#]],
    );
}

#[test]
fn a_person_of_the_roll_leads_to_what_is_provably_theirs() {
    check(
        roll(&dispatch(), Lang::Ja, &screen().roll[..1]),
        expect![[r##"
        <section aria-labelledby="roll-heading" class="block">
        <h2 id="roll-heading">出席者</h2>
        <details open="open" class="group roll">
        <summary>
        <span>委員</span>
        <small>2名</small>
        </summary>
        <ul>
        <li>
        <span class="name">山田花子</span>
        <span class="post">委員長</span>
        <span class="spoke">
        <button type="button" class="only">
        <span class="visually-hidden">
        <span>山田花子</span>の発言だけを表示 </span>発言1件</button>
        <a href="#s001" aria-label="発言1">1</a>
        <small>表記：<span>山田花子委員長</span>
        </small>
        </span>
        </li>
        <li>
        <span class="name">佐々木一郎</span>
        <span class="post">委員</span>
        <span class="proxy">代理 高橋次郎</span>
        </li>
        </ul>
        </details>
        </section>"##]],
    );
}
