//! Components become the tags that are meant, natively, without a browser.

use std::rc::Rc;

use expect_test::{Expect, expect};
use kaigiroku::app::SharedDocument;
use kaigiroku::app::screen::{BlockView, Phrase, Screen};
use kaigiroku::app::words::Lang;
use kaigiroku::model::{SpeechId, TopicId};
use kaigiroku::view::agenda::agenda;
use kaigiroku::view::app::page;
use kaigiroku::view::around::Around;
use kaigiroku::view::body::Body;
use kaigiroku::view::contents::contents;
use kaigiroku::view::dispatch::Dispatch;
use kaigiroku::view::facet::{LABELS, facet};
use kaigiroku::view::facts::facts;
use kaigiroku::view::notices::notices;
use kaigiroku::view::search::search;
use kaigiroku::view::speech::SpeechCard;
use kaigiroku::view::strip::strip;
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::hand::harbour;
use crate::sample::{hit, screen, text};

/// Some tags as a component, so that they can be rendered.
#[derive(Clone, PartialEq, Properties)]
struct Tags {
    html: Html,
}

#[component]
fn Shown(tags: &Tags) -> Html {
    tags.html.clone()
}

pub fn render(html: Html) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let page = LocalServerRenderer::<Shown>::with_props(Tags { html }).hydratable(false).render();
    tokio::task::LocalSet::new().block_on(&runtime, page)
}

pub fn check(html: Html, expect: Expect) {
    check_tags(&render(html), expect);
}

pub fn check_tags(page: &str, expect: Expect) {
    // One tag a line, so that a difference can be read.
    expect.assert_eq(&page.replace("><", ">\n<"));
}

/// Nobody hears what is sent.
pub fn dispatch() -> Dispatch {
    Dispatch::new(Callback::noop())
}

/// A page at an address that others can open, alone in its window.
pub fn around() -> Rc<Around> {
    let document = SharedDocument::new(harbour().minutes);
    Rc::new(Around { document, base: Some("https://example.jp/".into()), framed: false, can_share: false })
}

pub fn whole(screen: Screen) -> String {
    let sight = Some((SpeechId(1), SpeechId(2)));
    render(page(&dispatch(), &Rc::new(screen), sight, &around()))
}

/// The stretch from the first place that bears a mark to the end of what closes it.
pub fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("{from} in {page}"));
    let end = page[start..].find(to).unwrap_or_else(|| panic!("{to} in {page}"));
    &page[start..start + end + to.len()]
}

/// Every opening tag of a page.
pub fn tags(page: &str) -> Vec<&str> {
    page.split('<')
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
        .filter(|tag| !tag.starts_with('/'))
        .collect()
}

#[test]
fn no_tag_bears_a_style() {
    let page = whole(screen());
    assert!(tags(&page).len() > 100);
    assert!(tags(&page).iter().all(|tag| !tag.contains(" style=")), "{page}");
}

#[test]
fn every_button_says_that_it_is_one() {
    let page = whole(screen());
    let buttons: Vec<&str> = tags(&page).into_iter().filter(|tag| tag.starts_with("button")).collect();
    assert!(buttons.len() > 10);
    assert!(buttons.iter().all(|tag| tag.contains("type=\"button\"")), "{buttons:#?}");
}

#[test]
fn no_id_stands_twice() {
    let page = whole(screen());
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert!(ids.contains(&"s004") && ids.contains(&"t2"));
    assert_eq!(distinct.len(), ids.len(), "{ids:?}");
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    let page = whole(screen());
    let levels: Vec<u8> = tags(&page)
        .iter()
        .filter_map(|tag| match tag.as_bytes() {
            [b'h', level @ b'1'..=b'6'] | [b'h', level @ b'1'..=b'6', b' ', ..] => Some(level - b'0'),
            _ => None,
        })
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn hostile_text_stays_text() {
    let bad = "</script><img src=x onerror=alert(1)>\"'&<i>";
    let mut screen = screen();
    screen.title = bad.into();
    screen.summary = vec![Phrase { text: bad.into(), printed: true }];
    screen.search.query = bad.into();
    screen.search.status = bad.into();
    screen.chips.iter_mut().for_each(|chip| chip.text = bad.into());
    screen.contents.iter_mut().for_each(|row| row.heading = bad.into());
    screen.labels.iter_mut().for_each(|row| row.text = bad.into());
    screen.facts.iter_mut().for_each(|row| row.values = vec![bad.into()]);
    screen.notices.iter_mut().for_each(|row| row.words = bad.into());
    screen.footer = vec![bad.into()];
    for block in &mut screen.body {
        if let BlockView::Speech(speech) = block {
            let speech = Rc::make_mut(speech);
            speech.label = bad.into();
            speech.paragraphs = vec![vec![text(bad), hit(bad, 0, true)]];
        }
    }
    let page = whole(screen);
    assert!(page.contains("&lt;img src=x"));
    for tag in ["<img", "<script", "<i>", "</script"] {
        assert!(!page.contains(tag), "{tag} in {page}");
    }
}

#[test]
fn a_speech_shows_hits_joins_and_what_is_known() {
    let screen = screen();
    let speech = screen.body.iter().find_map(|block| match block {
        BlockView::Speech(speech) if speech.repaired => Some(speech.clone()),
        _ => None,
    });
    let (dispatch, speech) = (dispatch(), speech.unwrap());
    check(
        html! { <SpeechCard {dispatch} lang={Lang::Ja} {speech} around={around()} /> },
        expect![[r##"
            <article id="s004" tabindex="-1" aria-labelledby="s004-label" aria-current="true" class="speech role-secretariat current as-printed">
            <header>
            <h3 id="s004-label">事務局</h3>
            <span title="発言3に続く答え" class="kind">答弁</span>
            <span class="note">氏名の記載なし</span>
            <a href="#s003" class="pair">質問 3</a>
            <a href="#s004" aria-label="発言4への固定リンク" class="number">4</a>
            </header>
            <p class="ground">答弁：発言3に続く答え</p>
            <div class="text">
            <p>
            <mark class="now">図書館</mark>の夜間開館は、昨年度に三か月間試行し、一日平均で四十二人の利用があった。費用は<span title="原文はここでページが変わります" class="join join-page">
            </span>照明と人件費が主であり、<mark>図書館</mark>費の中で対応できる見込みである。</p>
            <p>自習室については改めて調べ、次回の会議で報告する。</p>
            </div>
            <div role="group" aria-label="原文の行のまま" class="original">
            <p>図書館の夜間開館は、昨年度に三か月間試行し、一日平均で四十二人の利用があった。費用は</p>
            <p>照明と人件費が主であり、図書館費の中で対応できる見込みである。</p>
            </div>
            <div class="actions has-original">
            <button type="button">
            <span class="visually-hidden">発言4の</span>引用</button>
            <button type="button" aria-haspopup="dialog">
            <span class="visually-hidden">発言4の</span>共有</button>
            <button type="button">
            <span class="visually-hidden">発言4の</span>読み上げ</button>
            <button type="button" aria-pressed="true">
            <span class="visually-hidden">発言4の</span>原文</button>
            </div>
            </article>"##]],
    );
}

#[test]
fn a_filter_is_a_switch_with_its_count_in_words() {
    check(
        facet(&dispatch(), Lang::Ja, &LABELS, &screen().labels[1..2]),
        expect![[r#"
            <section aria-labelledby="labels-heading" class="block">
            <h2 id="labels-heading">話者</h2>
            <table class="facet">
            <caption class="visually-hidden">話者ごとの発言数。押すとその発言だけを表示</caption>
            <thead>
            <tr>
            <th scope="col">
            <span class="visually-hidden">話者</span>
            </th>
            <th scope="col">発言</th>
            <th scope="col">字数</th>
            </tr>
            </thead>
            <tbody>
            <tr class="role-secretariat">
            <th scope="row">
            <button type="button" aria-pressed="true" class="facet-row">
            <span aria-hidden="true" class="badge">事</span>
            <span class="facet-text">
            <span>事務局</span>
            <small>氏名の記載なし</small>
            </span>
            </button>
            </th>
            <td>1件<small class="hits">該当1</small>
            </td>
            <td>32%<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" class="meter">
            <rect width="100" height="4" class="meter-ground">
            </rect>
            <rect width="32" height="4" class="meter-share">
            </rect>
            </svg>
            </td>
            </tr>
            </tbody>
            </table>
            </section>"#]],
    );
}

#[test]
fn contents_jump_and_filter() {
    check(
        contents(&dispatch(), Lang::Ja, &screen().contents[1..2], &[], Some(TopicId(1))),
        expect![[r##"
            <nav aria-labelledby="contents-heading" class="block">
            <h2 id="contents-heading">目次</h2>
            <ol class="contents">
            <li class="now">
            <div class="contents-row">
            <a href="#s002" class="contents-link">
            <span class="num">(1)</span> <span>令和6年度の図書館運営の実績及び点検評価について</span>
            </a>
            <button type="button" aria-pressed="true" class="contents-only">
            <span class="visually-hidden">「<span>令和6年度の図書館運営の実績及び点検評価について</span>」の発言だけを表示 </span>3件<small class="hits">該当1</small>
            </button>
            </div>
            <ul aria-label="話題" class="subjects">
            <li class="contents-row">
            <a href="#s002" class="contents-link">
            <span>夜間開館</span>
            </a>
            <button type="button" aria-pressed="false" class="contents-only">
            <span class="visually-hidden">「<span>夜間開館</span>」の発言だけを表示 </span>2件<small class="hits">該当1</small>
            </button>
            </li>
            </ul>
            </li>
            </ol>
            </nav>"##]],
    );
}

/// A screen with a part of its strip.
fn with_bars(bars: std::ops::Range<usize>) -> Rc<Screen> {
    let mut screen = screen();
    screen.strip = screen.strip[bars].to_vec();
    Rc::new(screen)
}

#[test]
fn the_strip_brackets_topics_and_frames_what_is_in_view() {
    check(
        strip(&dispatch(), &with_bars(2..5), Some((SpeechId(2), SpeechId(3)))),
        expect![[r#"
            <div class="strip">
            <svg viewBox="0 0 1000 58" preserveAspectRatio="none" role="img" aria-label="会議の流れ。棒が発言、長さが字数です">
            <path d="M240.0 18h138.5v20h-138.5z" class="role-member bar-ink">
            </path>
            <path d="M380.0 18h318.5v20h-318.5z" class="role-secretariat bar-ink">
            </path>
            <path d="M700.0 18h198.5v20h-198.5z" class="role-guest bar-ink out">
            </path>
            <path d="M540.0 4v9" vector-effect="non-scaling-stroke" class="hit">
            </path>
            <path d="M240.0 46v6H696.0v-6M700.0 46v6H896.0v-6" vector-effect="non-scaling-stroke" class="bracket">
            </path>
            <rect x="240.0" y="14" width="460.0" height="28" vector-effect="non-scaling-stroke" class="frame">
            </rect>
            </svg>
            <ul aria-label="棒の色と立場" class="strip-roles">
            <li class="role-member">
            <span aria-hidden="true" class="badge">委</span>委員</li>
            <li class="role-guest">
            <span aria-hidden="true" class="badge">参</span>参考人</li>
            </ul>
            </div>"#]],
    );
}

#[test]
fn an_item_of_the_agenda_leads_to_where_it_was_taken_up() {
    let screen = screen();
    check(
        agenda(&dispatch(), Lang::Ja, &screen.agenda, &screen.loose_topics),
        expect![[r##"
            <section aria-labelledby="agenda-heading" class="block block-agenda">
            <h2 id="agenda-heading">次第と審議</h2>
            <table aria-labelledby="agenda-heading" class="agenda">
            <thead>
            <tr>
            <th scope="col">次第</th>
            <th scope="col">審議の見出し</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td colspan="2" class="depth-0">
            <span>
            <span class="num">(1)</span> 協議</span>
            <button type="button" aria-pressed="false" class="only">
            <span class="visually-hidden">「<span>協議</span>」に当たる発言だけを表示 </span>3件</button>
            </td>
            </tr>
            <tr>
            <td class="depth-1">
            <span>
            <span class="num">ア</span> 令和6年度の図書館運営の実績について</span>
            <button type="button" aria-pressed="true" class="only">
            <span class="visually-hidden">「<span>令和6年度の図書館運営の実績について</span>」に当たる発言だけを表示 </span>3件</button>
            </td>
            <td>
            <p>
            <a href="#s002">
            <span class="num">(1)</span> 令和6年度の図書館運営の実績及び点検評価について</a>
            </p>
            </td>
            </tr>
            <tr>
            <td class="depth-1">
            <span>
            <span class="num">イ</span> 来年度の計画について</span>
            </td>
            <td>
            <small>対応する見出しが見つかりません</small>
            </td>
            </tr>
            <tr>
            <td class="quiet">（次第に記載なし）</td>
            <td>
            <p>
            <a href="#s001">挨拶</a>
            </p>
            </td>
            </tr>
            </tbody>
            </table>
            </section>"##]],
    );
}

#[test]
fn a_notice_leads_to_its_words() {
    check(
        notices(&dispatch(), Lang::Ja, &screen().notices, &[]),
        expect![[r##"
            <section aria-labelledby="notices-heading" class="block block-notices">
            <h2 id="notices-heading">読み取りの注記<small>2件</small>
            </h2>
            <ul class="notices">
            <li>
            <p>改ページで切れた文をつないで表示しています。</p>
            <p class="where">
            <a href="#s004">原文41行目</a>
            <q>費用は／照明と</q>
            </p>
            </li>
            <li class="warning">
            <p>
            <b>要確認</b>何であるか判定できないため、原文のまま表示しています。</p>
            <p class="where">
            <span>原文80行目</span>
            <q>（休憩　10時40分…</q>
            </p>
            </li>
            </ul>
            </section>"##]],
    );
}

#[test]
fn the_search_bar_tells_what_was_found_once_to_each_sense() {
    let screen = screen();
    check(
        search(&dispatch(), Lang::Ja, &screen.search, &screen.chips[..1]),
        expect![[r#"
            <search class="bar">
            <div class="wrap">
            <form class="find">
            <label for="kg-query" class="visually-hidden">会議録の中を探す</label>
            <input value="図書館" id="kg-query" type="search" placeholder="会議録の中を探す" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
            <span aria-hidden="true" class="count">2 / 3件</span>
            <button type="button" aria-label="前の該当箇所へ">↑</button>
            <button type="button" aria-label="次の該当箇所へ">↓</button>
            </form>
            <div class="narrow">
            <div role="group" aria-label="語がそろう範囲" class="scopes">
            <button type="button" aria-pressed="false" aria-label="文 2か所">文 <small>2</small>
            </button>
            <button type="button" aria-pressed="true" aria-label="発言 2か所">発言 <small>2</small>
            </button>
            <button type="button" aria-pressed="false" aria-label="問答 2か所">問答 <small>2</small>
            </button>
            <button type="button" aria-pressed="false" aria-label="議題 2か所">議題 <small>2</small>
            </button>
            <button type="button" aria-pressed="false" aria-label="会議 2か所">会議 <small>2</small>
            </button>
            </div>
            <button type="button" aria-pressed="false" class="whole">全文を表示</button>
            <ul aria-label="絞り込み" class="chips">
            <li>
            <button type="button" class="chip">
            <span class="chip-text">事務局</span>
            <span class="visually-hidden">の絞り込みを外す</span>
            <span aria-hidden="true">✕</span>
            </button>
            </li>
            </ul>
            </div>
            <p role="status" class="status">3件見つかりました。</p>
            </div>
            </search>"#]],
    );
}

#[test]
fn an_empty_list_is_not_announced() {
    check(
        html! { <>{ facts(Lang::Ja, &[]) }{ notices(&dispatch(), Lang::Ja, &[], &[]) }{ strip(&dispatch(), &with_bars(0..0), None) }</> },
        expect![""],
    );
}

#[test]
fn a_text_filtered_empty_offers_the_way_back() {
    let mut screen = screen();
    screen.body.clear();
    check(
        html! { <Body dispatch={dispatch()} screen={Rc::new(screen)} around={around()} /> },
        expect![[r#"
            <p class="part">発言4件のうち2件だけを印刷しています（話者：委員）。</p>
            <p class="empty">3件見つかりました。</p>
            <button type="button" class="button">条件をすべて外す</button>
            <div>
            </div>"#]],
    );
}
