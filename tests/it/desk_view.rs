//! The opening desk becomes the tags that are meant, natively, without a browser.

use std::rc::Rc;

use expect_test::expect;
use kaigiroku::app::desk::{Desk, DeskAction, Pointed, Side};
use kaigiroku::app::screen::{compose_desk, compose_preview};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::words::Lang;
use kaigiroku::view::desk::over;
use kaigiroku::view::desk::preview::{PreviewProps, preview};
use kaigiroku::view::desk::start::start;
use kaigiroku::view::dispatch::Dispatch;
use yew::prelude::*;

use crate::desk::{bring, with_market};
use crate::view::{check_tags as check, part, render, tags};

const POLICY: &str = "default-src 'none'; connect-src 'none'";

fn drawn(desk: &Desk, policy: Option<&str>) -> String {
    let screen = compose_desk(desk);
    render(start(
        &Dispatch::new(Callback::noop()),
        desk.settings,
        &screen,
        policy,
        &Callback::noop(),
        &Callback::noop(),
    ))
}

fn drawn_preview(desk: &Desk) -> String {
    let screen = Rc::new(compose_preview(&desk.papers[0], desk.settings.lang));
    let props = PreviewProps {
        paper: desk.papers[0].clone(),
        lang: desk.settings.lang,
        side: desk.side,
        pointed: desk.pointed,
        editing: desk.editing,
        status: String::new(),
        dispatch: Dispatch::new(Callback::noop()),
        on_save: Callback::noop(),
    };
    render(preview(&props, &screen, &NodeRef::default()))
}

#[test]
fn the_start_greets_and_offers_every_way_in() {
    let page = drawn(&Desk::default(), Some(POLICY));
    check(
        part(&page, "<section aria-labelledby=\"bring-heading\"", "</section>"),
        expect![[r#"
        <section aria-labelledby="bring-heading" class="bring">
        <div class="drop">
        <h2 id="bring-heading">ファイルをここに置く</h2>
        <p class="drop-how">画面のどこに置いても読み込みます。複数のファイルやフォルダーも、まとめて置けます。</p>
        <div class="drop-ways">
        <label class="button primary">ファイルを選ぶ<input type="file" multiple="multiple" class="visually-hidden">
        </label>
        <label class="button folder">フォルダーを選ぶ<input type="file" multiple="multiple" webkitdirectory="webkitdirectory" class="visually-hidden">
        </label>
        </div>
        </div>
        <details class="paste">
        <summary>テキストを貼り付ける</summary>
        <label for="kg-paste">会議録のテキスト</label>
        <textarea id="kg-paste" rows="8" autocomplete="off" spellcheck="false" aria-describedby="kg-paste-how">
        </textarea>
        <p id="kg-paste-how" class="quiet">欄の外でも、Ctrl+V（Macでは⌘V）で貼り付けられます。</p>
        <button type="button" class="button">読み取る</button>
        </details>
        </section>"#]],
    );
    assert!(!page.contains("class=\"papers\""), "nothing was brought");
}

#[test]
fn that_nothing_is_sent_is_told_with_the_policy_of_the_page() {
    let page = drawn(&Desk::default(), Some(POLICY));
    let sends = part(&page, "<section aria-labelledby=\"sends-heading\"", "</section>");
    assert!(sends.contains("<li><code>connect-src 'none'</code></li>"), "{sends}");
    let page = drawn(&Desk::default(), None);
    assert!(
        part(&page, "<section aria-labelledby=\"sends-heading\"", "</section>")
            .contains("使わないでください")
    );
}

#[test]
fn the_list_tells_each_paper_and_what_can_be_done() {
    let desk = with_market().reduce(DeskAction::Look(kaigiroku::app::desk::Place::Start));
    let page = drawn(&desk.reduce(bring(&[("large.txt", u64::MAX)])), Some(POLICY));
    check(
        part(&page, "<section aria-labelledby=\"papers-heading\"", "</section>"),
        expect![[r#"
            <section aria-labelledby="papers-heading" class="papers">
            <h2 id="papers-heading">読み込んだファイル</h2>
            <p class="papers-all">
            <button type="button">一覧を空にする</button>
            </p>
            <ul>
            <li id="kg-paper-0" tabindex="-1" class="paper read">
            <div class="paper-what">
            <b class="paper-name">market.txt</b>
            <span class="paper-about">900 B　テキスト　UTF-8</span>
            </div>
            <p class="paper-state">
            <b>読めました 発言7件</b>
            <span class="paper-check">要確認2件</span>
            </p>
            <div class="paper-actions">
            <button type="button" class="primary">
            <span class="visually-hidden">「market.txt」の</span>内容を確かめる</button>
            <button type="button">
            <span class="visually-hidden">「market.txt」の</span>開く</button>
            <button type="button">
            <span class="visually-hidden">「market.txt」の</span>ファイルを保存</button>
            <button type="button">
            <span class="visually-hidden">「market.txt」の</span>一覧から外す</button>
            </div>
            </li>
            <li id="kg-paper-1" tabindex="-1" class="paper refused">
            <div class="paper-what">
            <b class="paper-name">large.txt</b>
            <span class="paper-about">18446744073709.6 MB</span>
            </div>
            <p class="paper-state">
            <b>読めません</b>
            <span class="paper-why">大きすぎます（18446744073709.6 MB）。読めるのは256 MBまでのため、中身は読んでいません。</span>
            </p>
            <div class="paper-actions">
            <button type="button">
            <span class="visually-hidden">「large.txt」の</span>一覧から外す</button>
            </div>
            </li>
            </ul>
            </section>"#]],
    );
}

#[test]
fn a_line_bears_its_notice_and_the_notice_leads_to_its_line() {
    let desk = with_market().reduce(DeskAction::Point(Pointed::Line(7)));
    let page = drawn_preview(&desk);
    check(
        part(&page, "<li id=\"kg-line-7\"", "</li>"),
        expect![[r#"
        <li id="kg-line-7" tabindex="-1" class="now">
        <span class="letters">(2) 事務局 高木冬樹商工課長</span>
        </li>"#]],
    );
    check(
        part(&page, "<ul class=\"notices\"", "</ul>"),
        expect![[r##"
        <ul class="notices">
        <li id="kg-notice-0">
        <p>この議題に対応する見出しが審議の記録に見つかりません。</p>
        <p class="where">
        <a href="#kg-line-17">17行目</a>
        <q>駐車場の工事について</q>
        </p>
        </li>
        <li id="kg-notice-1" class="warning">
        <p>
        <b>要確認</b>出席者の佐藤夏男委員、佐藤秋江委員のいずれか判定できないため、氏名を特定していません。</p>
        <p class="where">
        <a href="#kg-line-27">27行目</a>
        <q>佐藤委員</q>
        </p>
        </li>
        <li id="kg-notice-2" class="warning">
        <p>
        <b>要確認</b>出席者の佐藤夏男委員、佐藤秋江委員のいずれか判定できないため、氏名を特定していません。</p>
        <p class="where">
        <a href="#kg-line-39">39行目</a>
        <q>佐藤委員</q>
        </p>
        </li>
        </ul>"##]],
    );
}

#[test]
fn a_narrow_screen_shows_the_side_that_is_chosen() {
    let desk = with_market();
    assert!(drawn_preview(&desk).contains("data-side=\"understood\""));
    let desk = desk.reduce(DeskAction::Turn(Side::Source));
    let page = drawn_preview(&desk);
    assert!(page.contains("data-side=\"source\""));
    check(
        part(&page, "<div role=\"group\"", "</div>"),
        expect![[r#"
            <div role="group" aria-label="表示する側" class="side-choice">
            <button type="button" aria-pressed="true">もとのテキスト</button>
            <button type="button" aria-pressed="false">読み取った内容</button>
            </div>"#]],
    );
}

#[test]
fn a_speech_is_told_with_its_label_and_the_way_to_its_line() {
    let page = drawn_preview(&with_market());
    check(
        part(&page, "<li class=\"a-speech role-member\"", "</li>"),
        expect![[r##"
        <li class="a-speech role-member">
        <p>
        <b class="label">佐藤委員</b>
        <small>同じ姓の出席者が2人いるため特定していません</small>
        <span class="num">2</span>
        </p>
        <span>冷蔵庫の更新について、市場の電気代は2022年3月から何割増えたのか。 もう一点、朝市の日曜開催は広報紙で知らせたのか。</span>
        <a href="#kg-line-27">27行目</a>
        </li>"##]],
    );
}

#[test]
fn the_minutes_have_the_way_back_over_them() {
    let html = over(&Dispatch::new(Callback::noop()), &compose_desk(&with_market()));
    check(
        &render(html),
        expect![[r#"
        <nav aria-label="ファイル" class="desk-over">
        <div class="wrap">
        <button type="button" class="desk-back">
        <span aria-hidden="true">← </span>ファイルの一覧へ</button>
        <span>表示中：market.txt</span>
        </div>
        </nav>"#]],
    );
}

#[test]
fn no_tag_bears_a_style_and_no_id_is_there_twice() {
    let desk = with_market();
    for page in [drawn(&desk, Some(POLICY)), drawn_preview(&desk)] {
        let tags = tags(&page);
        assert!(tags.iter().all(|tag| !tag.contains(" style=")), "{page}");
        let ids = tags.iter().filter_map(|tag| tag.split_once(" id=\"")?.1.split_once('"'));
        let mut ids: Vec<&str> = ids.map(|(id, _)| id).collect();
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n_ids);
    }
}

#[test]
fn in_english_only_what_is_printed_is_japanese() {
    let desk = with_market().reduce(DeskAction::Set(Settings { lang: Lang::En, ..Settings::default() }));
    let page = drawn(&desk, Some(POLICY));
    assert!(page.contains("lang=\"en\"") && page.contains("Nothing is sent"));
    let page = drawn_preview(&desk);
    assert!(page.contains("<span lang=\"ja\" class=\"letters\">"));
    assert!(page.contains(">What was understood<"));
}
