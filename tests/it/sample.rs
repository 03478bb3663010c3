//! A screen with something in every corner, made by hand: no reading, no searching behind it.

use std::rc::Rc;

use kaigiroku::app::ledger::{DateRow, Excerpt, Ledger, LedgerRow, Place};
use kaigiroku::app::screen::*;
use kaigiroku::app::settings::Settings;
use kaigiroku::app::state::{Action, Panel};
use kaigiroku::filter::Choice;
use kaigiroku::insight::{DateMention, SubjectId};
use kaigiroku::model::{AgendaId, Join, LabelId, Role, SpeechId, TopicId};
use kaigiroku::search::Scope;
use kaigiroku::source::TextRange;

pub fn text(text: &str) -> Run {
    Run { text: text.into(), ..Run::default() }
}

pub fn hit(text: &str, index: usize, current: bool) -> Run {
    Run { text: text.into(), kind: RunKind::Hit { index, current }, ..Run::default() }
}

fn join(join: Join) -> Run {
    Run { kind: RunKind::Join(join), ..Run::default() }
}

fn speech(at: u32, label: &str, role: Role, paragraphs: Vec<Vec<Run>>) -> SpeechView {
    SpeechView {
        speech: SpeechId(at),
        anchor: format!("s{:03}", at + 1),
        number: at as usize + 1,
        label: label.into(),
        note: "氏名の記載なし".into(),
        role,
        kind: String::new(),
        kind_note: String::new(),
        subjects: vec![],
        grounds: vec![],
        answers: None,
        answers_to: String::new(),
        answered: vec![],
        hangs: false,
        unsettled: vec![],
        paragraphs,
        original: None,
        repaired: false,
        current: false,
        point: None,
        beside: false,
        stands_out: false,
        steps_back: false,
        folded: false,
    }
}

fn said(speech: SpeechView) -> BlockView {
    BlockView::Speech(Rc::new(speech))
}

fn facet_row(words: &str, note: &str, role: Role, badge: &str, count: usize, share: u8) -> FacetRow {
    FacetRow {
        text: words.into(),
        note: note.into(),
        role,
        badge: badge.into(),
        count,
        n_hits: count,
        share: Some(share),
        highlight: None,
        selected: role == Role::Secretariat,
        choice: Choice::Label(LabelId(count as u32)),
    }
}

fn agenda_topic(at: u32, num: &str, heading: &str) -> AgendaTopic {
    let first = Some(SpeechId([0, 1, 4][at as usize]));
    AgendaTopic { topic: TopicId(at), num: num.into(), heading: heading.into(), first }
}

fn agenda_row(at: u32, num: &str, heading: &str, topic: Option<(u32, &str, &str)>) -> AgendaRow {
    AgendaRow {
        item: AgendaId(at),
        depth: usize::from(at > 0),
        num: num.into(),
        heading: heading.into(),
        is_group: at == 0,
        topics: topic.map(|(at, num, heading)| agenda_topic(at, num, heading)).into_iter().collect(),
        n_rows: 1,
        notes: if at == 2 { vec!["対応する見出しが見つかりません".into()] } else { vec![] },
        count: if at == 2 { 0 } else { 3 },
        selected: at == 1,
    }
}

/// A promise, a figure and a date.
fn ledger() -> Ledger {
    let place = |label: &str, role| Place {
        speech: Some(SpeechId(3)),
        label: label.into(),
        role,
        sentence: TextRange::new(10, 40),
        line: 41,
    };
    let part = |text: &str, marked| Excerpt { text: text.into(), marked };
    let row = |words: Vec<Excerpt>, about: &str| LedgerRow {
        words,
        about: about.into(),
        place: place("事務局", Role::Secretariat),
    };
    let date = DateMention {
        speech: Some(SpeechId(3)),
        block: 7,
        sentence: TextRange::new(10, 40),
        range: TextRange::new(10, 20),
        year: Some(2024),
        month: None,
        day: None,
        fiscal: true,
    };
    Ledger {
        commitments: vec![row(
            vec![
                part("自習室については改めて調べ、次回の会議で", false),
                part("報告する", true),
                part("。", false),
            ],
            "自習室",
        )],
        figures: vec![row(
            vec![part("一日平均で", false), part("四十二人", true), part("の利用…", false)],
            "",
        )],
        n_figures: 1,
        dates: vec![DateRow {
            printed: "令和6年度".into(),
            date,
            is_common_era: false,
            places: vec![place("事務局", Role::Secretariat)],
        }],
    }
}

/// A screen with something in every corner.
pub fn screen() -> Screen {
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
    answer.kind = "答弁".into();
    answer.kind_note = "発言3に続く答え".into();
    answer.grounds = vec!["答弁：発言3に続く答え".into()];
    (answer.answers, answer.answers_to, answer.hangs) = (Some(SpeechId(2)), "質問".into(), true);
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
            folded: false,
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
            subject: None,
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
        .map(|text| Phrase { text: text.into(), printed: text.starts_with("みどり") })
        .to_vec(),
        strip: strip.collect(),
        list: None,
        places: (0..12).collect(),
        tools: Tools {
            folded: Some(false),
            originals: Some(false),
            dimmed: Some(false),
            first: Some(SpeechId(0)),
        },
        help: false,
        share: None,
        selected: None,
        followed: None,
        embedding: Default::default(),
        embed: None,
        aloud: None,
        voiceless: String::new(),
        search: SearchView {
            query: "図書館".into(),
            count: "2 / 3件".into(),
            status: "3件見つかりました。".into(),
            n_hits: 3,
            scopes: Scope::ALL
                .into_iter()
                .map(|scope| ScopeView {
                    scope,
                    text: ["文", "発言", "問答", "議題", "会議"][scope as usize].into(),
                    count: "2".into(),
                    selected: scope == Scope::Speech,
                })
                .collect(),
            whole: Some(false),
        },
        rescues: vec![],
        chips: vec![
            Chip { text: "事務局".into(), remove: Action::Toggle(Choice::Role(Role::Secretariat)) },
            Chip {
                text: "(1) 令和6年度の図書館運営の実績及び点検評価について".into(),
                remove: Action::Toggle(Choice::Topic(TopicId(1))),
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
                n_hits: at,
                subjects: vec![SubjectRow {
                    subject: SubjectId(at as u32),
                    name: "夜間開館".into(),
                    count: 2,
                    n_hits: 1,
                    selected: at == 2,
                    first: Some(SpeechId(1)),
                }],
            })
            .collect(),
        loose_subjects: vec![],
        agenda: vec![
            agenda_row(0, "(1)", "協議", None),
            agenda_row(
                1,
                "ア",
                "令和6年度の図書館運営の実績について",
                Some((1, "(1)", "令和6年度の図書館運営の実績及び点検評価について")),
            ),
            agenda_row(2, "イ", "来年度の計画について", None),
        ],
        loose_topics: vec![agenda_topic(0, "", "挨拶")],
        ledger: Rc::new(ledger()),
        labels: vec![
            facet_row("委員", "氏名の記載なし", Role::Member, "委", 2, 32),
            facet_row("事務局", "氏名の記載なし", Role::Secretariat, "事", 1, 32),
            facet_row("山田花子委員長", "山田花子（出席者欄による）", Role::Chair, "長", 1, 6),
        ],
        roles: vec![
            facet_row("委員", "", Role::Member, "委", 2, 32),
            facet_row("参考人", "", Role::Guest, "参", 1, 20),
        ],
        kinds: vec![facet_row("質問", "", Role::Other, "問", 2, 32)],
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
                count: "2名".into(),
                people: vec![
                    PersonView {
                        name: "山田花子".into(),
                        post: "委員長".into(),
                        proxy: String::new(),
                        speeches: vec![SpeechId(0)],
                        labels: "山田花子委員長".into(),
                        filter: Some(Action::Search("話者:「山田花子」".into())),
                    },
                    PersonView {
                        name: "佐々木一郎".into(),
                        post: "委員".into(),
                        proxy: "代理 高橋次郎".into(),
                        speeches: vec![],
                        labels: String::new(),
                        filter: None,
                    },
                ],
                unread: vec![],
            },
            RollGroupView {
                name: "事務局".into(),
                count: "1名".into(),
                people: vec![PersonView {
                    name: "渡辺三枝".into(),
                    post: "教育委員会生涯学習課長補佐兼図書係長".into(),
                    proxy: String::new(),
                    speeches: vec![],
                    labels: String::new(),
                    filter: None,
                }],
                unread: vec!["ほか関係職員".into()],
            },
        ],
        part: "発言4件のうち2件だけを印刷しています（話者：委員）。".into(),
        body: vec![
            topic(0, "", "挨拶", "発言1件"),
            said(SpeechView {
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
            BlockView::Gap { first: SpeechId(1), last: SpeechId(2), n: 2 },
            BlockView::Narrative {
                folded: false,
                runs: vec![text("配付資料により事務局が説明した後、質疑を行った。")],
            },
            said(speech(
                1,
                "委員",
                Role::Member,
                vec![vec![hit("図書館", 0, false), text(&long["図書館".len()..])]],
            )),
            said(speech(
                2,
                "委員",
                Role::Member,
                vec![vec![text(long)], vec![text("また、"), join(Join::Line), text("貸出冊数はどうか。")]],
            )),
            said(answer),
            topic(2, "(2)", "来年度の計画について", ""),
            BlockView::Plain {
                folded: false,
                line: 80,
                lines: vec![vec![text("（休憩　10時40分から10時50分まで）")], vec![text("＊＊＊")]],
            },
            said(speech(4, "参考人", Role::Guest, vec![vec![text(long)]])),
            said(speech(5, "傍聴者", Role::Other, vec![vec![text("（発言の記録なし）")]])),
        ],
        furniture: vec![],
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
        footer: vec!["原文1,204字をすべて収めています。".into(), "このファイルは何も送信しません。".into()],
        panel: Some(Panel::Contents),
        settings: Settings::default(),
        focus: None,
    }
}
