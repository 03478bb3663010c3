//! Components become the tags that are meant, natively, without a browser.

use std::rc::Rc;

use expect_test::{Expect, expect};
use kaigiroku::app::screen::*;
use kaigiroku::app::state::{Action, Panel};
use kaigiroku::model::{AgendaId, Join, LabelId, Role, SpeechId, TopicId};
use kaigiroku::view::agenda::agenda;
use kaigiroku::view::app::page;
use kaigiroku::view::body::Body;
use kaigiroku::view::contents::contents;
use kaigiroku::view::dispatch::Dispatch;
use kaigiroku::view::facet::facet;
use kaigiroku::view::facts::facts;
use kaigiroku::view::notices::notices;
use kaigiroku::view::search::search;
use kaigiroku::view::speech::SpeechCard;
use kaigiroku::view::strip::strip;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// Some tags as a component, so that they can be rendered.
#[derive(Clone, PartialEq, Properties)]
struct Tags {
    html: Html,
}

#[component]
fn Shown(tags: &Tags) -> Html {
    tags.html.clone()
}

fn render(html: Html) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let page = LocalServerRenderer::<Shown>::with_props(Tags { html }).hydratable(false).render();
    tokio::task::LocalSet::new().block_on(&runtime, page)
}

fn check(html: Html, expect: Expect) {
    // One tag a line, so that a difference can be read.
    expect.assert_eq(&render(html).replace("><", ">\n<"));
}

/// Nobody hears what is sent.
fn dispatch() -> Dispatch {
    Dispatch(Callback::noop())
}

fn text(text: &str) -> Run {
    Run { text: text.into(), kind: RunKind::Text }
}

fn hit(text: &str, index: usize, current: bool) -> Run {
    Run { text: text.into(), kind: RunKind::Hit { index, current } }
}

fn join(join: Join) -> Run {
    Run { text: String::new(), kind: RunKind::Join(join) }
}

fn speech(at: u32, label: &str, role: Role, paragraphs: Vec<Vec<Run>>) -> SpeechView {
    SpeechView {
        speech: SpeechId(at),
        anchor: format!("s{:03}", at + 1),
        number: at as usize + 1,
        label: label.into(),
        note: "氏名の記載なし".into(),
        role,
        paragraphs,
        original: None,
        repaired: false,
        current: false,
    }
}

fn facet_row(words: &str, note: &str, role: Role, badge: &str, count: usize, share: u8) -> FacetRow {
    FacetRow {
        text: words.into(),
        note: note.into(),
        role,
        badge: badge.into(),
        count,
        share,
        selected: role == Role::Secretariat,
        toggle: Action::ToggleLabel(LabelId(count as u32)),
    }
}

/// A screen with something in every corner.
fn screen() -> Screen {
    let long = "図書館の開館時間について、平日の夜間にも利用したいという声が市民から多く寄せられていると聞いている。試行の結果と、\
                それを踏まえた来年度の考え方を伺いたい。あわせて、自習室の席数が足りているかどうかも教えてほしい。";
    let mut answer = speech(
        3,
        "事務局",
        Role::Secretariat,
        vec![
            vec![
                hit("図書館", 1, true),
                text("の夜間開館は、昨年度に三か月間試行し、一日平均で四十二人の利用があった。費用は"),
                join(Join::Page),
                text("照明と人件費が主であり、"),
                hit("図書館", 2, false),
                text("費の中で対応できる見込みである。"),
            ],
            vec![text("自習室については改めて調べ、次回の会議で報告する。")],
        ],
    );
    answer.repaired = true;
    answer.current = true;
    answer.original = Some(vec![
        "図書館の夜間開館は、昨年度に三か月間試行し、一日平均で四十二人の利用があった。費用は".into(),
        "照明と人件費が主であり、図書館費の中で対応できる見込みである。".into(),
    ]);
    let topic = |at: u32, num: &str, heading: &str, note: &str| {
        BlockView::Topic(TopicView {
            topic: TopicId(at),
            anchor: format!("t{}", at + 1),
            num: num.into(),
            heading: vec![text(heading)],
            note: note.into(),
        })
    };
    let rows = [
        ("", "挨拶", 1),
        ("(1)", "令和6年度の図書館運営の実績及び点検評価について", 3),
        ("(2)", "来年度の計画について", 2),
    ];
    let roles = [Role::Chair, Role::Member, Role::Member, Role::Secretariat, Role::Guest, Role::Other];
    let widths = [60.0, 180.0, 140.0, 320.0, 200.0, 100.0];
    let mut start = 0.0;
    let strip = roles.iter().zip(widths).enumerate().map(|(at, (&role, width))| {
        let bar = Bar {
            speech: SpeechId(at as u32),
            role,
            start,
            width,
            shown: at != 4,
            n_hits: usize::from(at == 3) * 2,
            topic: Some(TopicId([0, 1, 1, 1, 2, 2][at])),
        };
        start += width;
        bar
    });
    Screen {
        title: "令和6年度第3回 みどり市立図書館協議会 会議録".into(),
        summary: [
            "2025年2月6日（令和7年・木）10:00–11:30",
            "みどり市役所 本庁舎4階 第2委員会室",
            "公開・傍聴者2名",
            "発言6件",
        ]
        .map(String::from)
        .to_vec(),
        strip: strip.collect(),
        search: SearchView {
            query: "図書館".into(),
            count: "2 / 3件".into(),
            status: "3件見つかりました。".into(),
            n_hits: 3,
        },
        chips: vec![
            Chip { text: "事務局".into(), remove: Action::ToggleRole(Role::Secretariat) },
            Chip {
                text: "(1) 令和6年度の図書館運営の実績及び点検評価について".into(),
                remove: Action::ToggleTopic(TopicId(1)),
            },
        ],
        contents: rows
            .iter()
            .enumerate()
            .map(|(at, (num, heading, count))| ContentsRow {
                topic: TopicId(at as u32),
                num: (*num).into(),
                heading: (*heading).into(),
                count: *count,
                selected: at == 1,
                first: Some(SpeechId([0, 1, 4][at])),
            })
            .collect(),
        agenda: vec![
            AgendaRow {
                item: AgendaId(0), depth: 0, num: "(1)".into(), heading: "協議".into(), topic: None
            },
            AgendaRow {
                item: AgendaId(1),
                depth: 1,
                num: "ア".into(),
                heading: "令和6年度の図書館運営の実績について".into(),
                topic: Some(TopicId(1)),
            },
            AgendaRow {
                item: AgendaId(2),
                depth: 1,
                num: "イ".into(),
                heading: "来年度の計画について".into(),
                topic: Some(TopicId(2)),
            },
        ],
        labels: vec![
            facet_row("委員", "氏名の記載なし", Role::Member, "委", 2, 32),
            facet_row("事務局", "氏名の記載なし", Role::Secretariat, "事", 1, 32),
            facet_row("山田花子委員長", "山田花子（出席者欄による）", Role::Chair, "長", 1, 6),
        ],
        roles: vec![
            facet_row("委員", "", Role::Member, "委", 2, 32),
            facet_row("参考人", "", Role::Guest, "参", 1, 20),
        ],
        facts: [
            ("日時", vec!["令和7年2月6日（木）", "午前10時から11時30分まで"]),
            ("場所", vec!["みどり市役所 本庁舎4階 第2委員会室"]),
            ("公開、非公開の別", vec!["公開"]),
            ("担当課", vec!["教育委員会生涯学習課"]),
        ]
        .map(|(label, values)| FactRow {
            label: label.into(),
            values: values.into_iter().map(String::from).collect(),
        })
        .to_vec(),
        roll: vec![
            RollGroupView {
                name: "委員".into(),
                people: vec![
                    PersonView {
                        name: "山田花子".into(),
                        post: "委員長".into(),
                        proxy: String::new(),
                        speeches: vec![SpeechId(0)],
                    },
                    PersonView {
                        name: "佐々木一郎".into(),
                        post: "委員".into(),
                        proxy: "代理 高橋次郎".into(),
                        speeches: vec![],
                    },
                ],
                unread: vec![],
            },
            RollGroupView {
                name: "事務局".into(),
                people: vec![PersonView {
                    name: "渡辺三枝".into(),
                    post: "教育委員会生涯学習課長補佐兼図書係長".into(),
                    proxy: String::new(),
                    speeches: vec![],
                }],
                unread: vec!["ほか関係職員".into()],
            },
        ],
        body: vec![
            topic(0, "", "挨拶", "発言1件"),
            BlockView::Speech(SpeechView {
                note: "山田花子（出席者欄による）".into(),
                ..speech(
                    0,
                    "山田花子委員長",
                    Role::Chair,
                    vec![vec![text("本日はお集まりいただき感謝する。")]],
                )
            }),
            topic(
                1,
                "(1)",
                "令和6年度の図書館運営の実績及び点検評価について",
                "次第 ア に対応　発言3件・約400字",
            ),
            BlockView::Narrative {
                runs: vec![text("配付資料により事務局が説明した後、質疑を行った。")]
            },
            BlockView::Speech(speech(
                1,
                "委員",
                Role::Member,
                vec![vec![hit("図書館", 0, false), text(&long["図書館".len()..])]],
            )),
            BlockView::Speech(speech(
                2,
                "委員",
                Role::Member,
                vec![vec![text(long)], vec![text("また、"), join(Join::Line), text("貸出冊数はどうか。")]],
            )),
            BlockView::Speech(answer),
            topic(2, "(2)", "来年度の計画について", ""),
            BlockView::Plain {
                line: 80,
                lines: vec![vec![text("（休憩　10時40分から10時50分まで）")], vec![text("＊＊＊")]],
            },
            BlockView::Speech(speech(4, "参考人", Role::Guest, vec![vec![text(long)]])),
            BlockView::Speech(speech(5, "傍聴者", Role::Other, vec![vec![text("（発言の記録なし）")]])),
        ],
        notices: vec![
            Notice {
                warning: false,
                line: 41,
                words: "費用は／照明と".into(),
                message: "改ページで切れた文をつないで表示しています。".into(),
                speech: Some(SpeechId(3)),
            },
            Notice {
                warning: true,
                line: 80,
                words: "（休憩　10時40分…".into(),
                message: "何であるか判定できないため、原文のまま表示しています。".into(),
                speech: None,
            },
        ],
        footer: vec!["原文の全1,204字を収録、未分類22字".into(), "この文書は通信を行いません".into()],
        panel: Some(Panel::Contents),
        focus: None,
    }
}

fn whole(screen: Screen) -> String {
    let sight = Some((SpeechId(1), SpeechId(2)));
    render(page(&dispatch(), &Rc::new(screen), sight, Some("https://example.jp/".into())))
}

/// Every opening tag of a page.
fn tags(page: &str) -> Vec<&str> {
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
    screen.summary = vec![bad.into()];
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
        html! { <SpeechCard {dispatch} {speech} title="会議録" /> },
        expect![[r##"
        <article id="s004" tabindex="-1" aria-labelledby="s004-label" aria-current="true" class="speech role-secretariat current">
        <header>
        <h3 id="s004-label">事務局</h3>
        <span class="note">氏名の記載なし</span>
        <a href="#s004" aria-label="発言4への固定リンク" class="number">4</a>
        </header>
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
        <div class="actions">
        <button type="button" aria-pressed="true">
        <span class="visually-hidden">発言4の</span>原文</button>
        <button type="button">
        <span class="visually-hidden">発言4の</span>引用</button>
        </div>
        </article>"##]],
    );
}

#[test]
fn a_filter_is_a_switch_with_its_count_in_words() {
    check(
        facet(&dispatch(), "labels-heading", "話者", &screen().labels[1..2]),
        expect![[r#"
        <section aria-labelledby="labels-heading" class="block">
        <h2 id="labels-heading">話者</h2>
        <ul class="facet">
        <li>
        <button type="button" aria-pressed="true" class="facet-row role-secretariat">
        <span aria-hidden="true" class="badge">事</span>
        <span class="facet-text">事務局<small>氏名の記載なし</small>
        </span>
        <span class="facet-count">1件<small>32%</small>
        </span>
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" class="meter">
        <rect width="100" height="4" class="meter-ground">
        </rect>
        <rect width="32" height="4" class="meter-share">
        </rect>
        </svg>
        </button>
        </li>
        </ul>
        </section>"#]],
    );
}

#[test]
fn contents_jump_and_filter() {
    check(
        contents(&dispatch(), &screen().contents[1..2], Some(TopicId(1))),
        expect![[r##"
        <nav aria-labelledby="contents-heading" class="block">
        <h2 id="contents-heading">目次</h2>
        <ol class="contents">
        <li class="now">
        <a href="#s002" class="contents-link">
        <span class="num">(1)</span> 令和6年度の図書館運営の実績及び点検評価について</a>
        <button type="button" aria-pressed="true" class="contents-only">
        <span class="visually-hidden">「令和6年度の図書館運営の実績及び点検評価について」の発言だけを表示 </span>3件</button>
        </li>
        </ol>
        </nav>"##]],
    );
}

#[test]
fn the_strip_brackets_topics_and_frames_what_is_in_view() {
    check(
        strip(&dispatch(), &screen().strip[2..5], Some((SpeechId(2), SpeechId(3)))),
        expect![[r##"
        <div class="strip">
        <svg viewBox="0 0 1000 58" preserveAspectRatio="none" role="group" aria-label="会議の流れ。棒が発言、長さが字数です">
        <a href="#s003" tabindex="-1" class="role-member">
        <title>発言3</title>
        <rect x="240.0" y="0" width="140.0" height="44" class="reach">
        </rect>
        <rect x="240.0" y="18" height="20" width="138.5" class="bar-ink">
        </rect>
        </a>
        <a href="#s004" tabindex="-1" class="role-secretariat">
        <title>発言4、該当2件</title>
        <rect x="380.0" y="0" width="320.0" height="44" class="reach">
        </rect>
        <rect x="380.0" y="18" height="20" width="318.5" class="bar-ink">
        </rect>
        <path d="M540.0 4v9" vector-effect="non-scaling-stroke" class="hit">
        </path>
        </a>
        <a href="#s005" tabindex="-1" class="role-guest out">
        <title>発言5</title>
        <rect x="700.0" y="0" width="200.0" height="44" class="reach">
        </rect>
        <rect x="700.0" y="18" height="20" width="198.5" class="bar-ink">
        </rect>
        </a>
        <path d="M240.0 46v6H696.0v-6" vector-effect="non-scaling-stroke" class="bracket">
        </path>
        <path d="M700.0 46v6H896.0v-6" vector-effect="non-scaling-stroke" class="bracket">
        </path>
        <rect x="240.0" y="14" width="460.0" height="28" vector-effect="non-scaling-stroke" class="frame">
        </rect>
        </svg>
        </div>"##]],
    );
}

#[test]
fn an_item_of_the_agenda_leads_to_where_it_was_taken_up() {
    let screen = screen();
    check(
        agenda(&dispatch(), &screen.agenda[..2], &screen.contents),
        expect![[r##"
        <section aria-labelledby="agenda-heading" class="block block-agenda">
        <h2 id="agenda-heading">次第</h2>
        <ul class="agenda">
        <li class="depth-0">
        <span class="num">(1)</span>
        <span>協議</span>
        </li>
        <li class="depth-1">
        <span class="num">ア</span>
        <a href="#s002">令和6年度の図書館運営の実績について</a>
        </li>
        </ul>
        </section>"##]],
    );
}

#[test]
fn a_notice_leads_to_its_words() {
    check(
        notices(&dispatch(), &screen().notices),
        expect![[r##"
        <section aria-labelledby="notices-heading" class="block block-notices">
        <h2 id="notices-heading">お知らせ<small>2件</small>
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
        search(&dispatch(), &screen.search, &screen.chips[..1]),
        expect![[r#"
        <div class="bar">
        <div class="wrap">
        <search>
        <form class="find">
        <label for="kg-query" class="visually-hidden">会議録の中を探す</label>
        <input value="図書館" id="kg-query" type="search" placeholder="会議録の中を探す" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
        <span aria-hidden="true" class="count">2 / 3件</span>
        <button type="button" aria-label="前の該当箇所へ">↑</button>
        <button type="button" aria-label="次の該当箇所へ">↓</button>
        </form>
        </search>
        <ul aria-label="絞り込み" class="chips">
        <li>
        <button type="button" class="chip">
        <span class="chip-text">事務局</span>
        <span class="visually-hidden">の絞り込みを外す</span>
        <span aria-hidden="true">✕</span>
        </button>
        </li>
        </ul>
        <p role="status" class="status found">3件見つかりました。</p>
        </div>
        </div>"#]],
    );
}

#[test]
fn an_empty_list_is_not_announced() {
    check(
        html! { <>{ facts(&[]) }{ notices(&dispatch(), &[]) }{ strip(&dispatch(), &[], None) }</> },
        expect![""],
    );
}

#[test]
fn a_text_filtered_empty_offers_the_way_back() {
    let mut screen = screen();
    screen.body.clear();
    check(
        html! { <Body dispatch={dispatch()} screen={Rc::new(screen)} /> },
        expect![[r#"
        <div class="empty">
        <p>この条件に合う発言はありません。</p>
        <button type="button" class="button">条件をすべて外す</button>
        </div>"#]],
    );
}
