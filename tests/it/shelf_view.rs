//! The page of a shelf becomes the tags that are meant, natively, without a browser.

use expect_test::expect;
use kaigiroku::app::screen::compose_shelf;
use kaigiroku::app::settings::Settings;
use kaigiroku::app::shelf::{SharedShelf, ShelfAction, ShelfState};
use kaigiroku::app::words::Lang;
use kaigiroku::shelf::{Choice, EntryId};
use kaigiroku::view::dispatch::Dispatch;
use kaigiroku::view::shelf::over::over;
use kaigiroku::view::shelf::start::start;
use yew::prelude::*;

use crate::english::unmarked_japanese;
use crate::shelf_page::{after, at, search};
use crate::view::{check_tags as check, part, render, tags};

fn drawn(state: &ShelfState) -> String {
    let screen = compose_shelf(state);
    let dispatch = Dispatch::new(Callback::noop());
    match &screen.over {
        Some(view) => render(over(&dispatch, &screen, view, false)),
        None => render(start(&dispatch, state.settings, &screen)),
    }
}

#[test]
fn the_years_are_a_table_with_bars() {
    let page = drawn(&after("", []));
    check(
        part(&page, "<section aria-labelledby=\"years-heading\"", "</section>"),
        expect![[r#"
        <section aria-labelledby="years-heading" class="block">
        <h2 id="years-heading">年度</h2>
        <table class="facet">
        <caption class="visually-hidden">年度ごとの会議数。押すとその会議だけを表示</caption>
        <thead>
        <tr>
        <th scope="col">
        <span class="visually-hidden">年度</span>
        </th>
        <th scope="col">会議</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">
        <button type="button" aria-pressed="false" class="shelf-choice">
        <span class="facet-text">2025年度（令和7年度）</span>
        </button>
        </th>
        <td>1件<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" class="meter">
        <rect width="100" height="4" class="meter-ground">
        </rect>
        <rect width="33" height="4" class="meter-share">
        </rect>
        </svg>
        </td>
        </tr>
        <tr>
        <th scope="row">
        <button type="button" aria-pressed="false" class="shelf-choice">
        <span class="facet-text">2024年度（令和6年度）</span>
        </button>
        </th>
        <td>3件<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" class="meter">
        <rect width="100" height="4" class="meter-ground">
        </rect>
        <rect width="100" height="4" class="meter-share">
        </rect>
        </svg>
        </td>
        </tr>
        <tr>
        <th scope="row">
        <button type="button" aria-pressed="false" class="shelf-choice">
        <span class="facet-text">2023年度（令和5年度）</span>
        </button>
        </th>
        <td>2件<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" class="meter">
        <rect width="100" height="4" class="meter-ground">
        </rect>
        <rect width="67" height="4" class="meter-share">
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
fn a_meeting_is_a_link_with_what_was_found() {
    let page = drawn(&after("", [search("補正予算")]));
    check(
        part(&page, "<section class=\"council\"", "</section></section>"),
        expect![[r##"
        <section class="council">
        <h2>若草野市地域づくり審議会</h2>
        <section class="shelf-year">
        <h3>2024年度（令和6年度）</h3>
        <ul class="meetings">
        <li id="kg-row-0eb60a-cb155fc7" class="meeting">
        <a href="#m=0eb60a-cb155fc7;q=%E8%A3%9C%E6%AD%A3%E4%BA%88%E7%AE%97" class="meeting-title">
        <span>令和6年度第1回 若草野市地域づくり審議会 会議録</span>
        </a>
        <p class="meeting-about">
        <span>2024年6月17日（令和6年・月）</span>
        <span>発言6件</span>
        <span>若草野市役所 大会議室</span>
        </p>
        <p class="meeting-count">
        <b>該当1件</b>
        </p>
        <ul class="meeting-hits">
        <li>
        <a href="#m=0eb60a-cb155fc7;s004;q=%E8%A3%9C%E6%AD%A3%E4%BA%88%E7%AE%97">
        <small>発言4 <b>事務局</b>
        </small> <span>
        <mark>補正予算</mark>で対応します。</span>
        </a>
        </li>
        </ul>
        </li>
        </ul>
        </section>
        </section>"##]],
    );
}

#[test]
fn over_a_meeting_stands_the_way_back_and_on() {
    let page = drawn(&after("", [ShelfAction::Open(EntryId(0), String::new())]));
    check(
        part(&page, "<nav", "</nav>"),
        expect![[r##"
            <nav id="kg-over" tabindex="-1" aria-label="会議録の一覧と前後の会議" class="shelf-over">
            <div class="wrap">
            <a href="#q=" class="over-back">
            <span aria-hidden="true">← </span>会議録の一覧へ</a>
            <a href="#m=c32622-83e85eda" class="over-neighbour">次の会議<small>2025年5月20日（令和7年・火）</small>
            </a>
            <details class="over-ties threads">
            <summary>ほかの会議とのつながり（1）</summary>
            </details>
            </div>
            </nav>"##]],
    );
}

#[test]
fn beside_a_matter_of_many_meetings_stand_the_last_and_the_earlier_are_folded_away() {
    let mut shelf = (*at("").shelf).clone();
    shelf.threads.truncate(1);
    for thread in &mut shelf.threads {
        thread.ties = vec![*thread.ties.first().expect("a thread ties meetings"); 15];
    }
    let state = ShelfState::new(SharedShelf::from(shelf), String::new(), Settings::default(), "");
    let page = drawn(&state);
    let threads = part(&page, "<section aria-labelledby=\"threads-heading\"", "</section>");
    assert_eq!(threads.matches("<a ").count(), 12, "{threads}");
    assert!(threads.contains("<details>") && threads.contains("これより前の会議（3）"), "{threads}");
}

#[test]
fn every_button_says_that_it_is_one_and_no_tag_bears_a_style() {
    let page = drawn(&after("", [search("予算"), ShelfAction::Toggle(Choice::Year(Some(2024)))]));
    let all = tags(&page);
    assert!(all.iter().all(|tag| !tag.contains(" style=")), "{page}");
    let mut buttons = all.into_iter().filter(|tag| tag.starts_with("button"));
    assert!(buttons.all(|tag| tag.contains("type=\"button\"")), "{page}");
}

#[test]
fn in_english_words_of_the_minutes_say_what_they_are() {
    let english = ShelfAction::Set(Settings { lang: Lang::En, ..Settings::default() });
    for actions in [
        vec![english.clone()],
        vec![english.clone(), search("予算")],
        vec![english.clone(), ShelfAction::Toggle(Choice::Year(Some(2024)))],
        vec![english, ShelfAction::Open(EntryId(1), String::new())],
    ] {
        let page = drawn(&after("", actions));
        let found = unmarked_japanese(&page);
        let ours = ["日本語", "予算"];
        assert!(found.iter().all(|text| ours.contains(&text.as_str())), "{found:?}");
    }
}
