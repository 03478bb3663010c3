//! The bundle: what is written is read back, whatever the text says, and nothing else is.

use expect_test::{Expect, expect};
use kaigiroku::bundle::{self, BundleError, plain, shell};
use kaigiroku::diagnostics::{Diagnostic, Finding, Lang};
use kaigiroku::model::*;
use kaigiroku::source::{Source, TextRange};
use proptest::prelude::*;

use crate::arbitrary::{self, HOSTILE};

/// The viewer page, its parts too small to run.
pub fn empty_shell() -> String {
    made(include_str!("../../index.html"), shell::Purpose::Shows)
}

/// The search page of a site, made of a program that does nothing.
pub fn empty_finder() -> String {
    made(include_str!("../../src/bundle/finder.html"), shell::Purpose::Finds)
}

fn made(page: &str, purpose: shell::Purpose) -> String {
    let parts = shell::ShellParts {
        css: "body { margin: 0 }\n".into(),
        glue: "let wasm_bindgen = async () => {};\n".into(),
        wasm_gz_base64: "H4sIAAAAAAAAAwMAAAAAAAAAAAA=".into(),
        wasm_len: 0,
        wasm_sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".into(),
        version: "0.0.0",
        purpose,
    };
    shell::assemble(page, &parts, |text| if text.contains("margin") { "STYLE" } else { "SCRIPT" }.to_owned())
        .expect("the page has every place that is filled")
}

/// The only stretch of the page that starts with `open` and ends with `close`.
fn only<'a>(page: &'a str, open: &str, close: &str) -> &'a str {
    let (_, rest) = page.split_once(open).expect(open);
    assert!(!rest.contains(open), "{open} stands twice");
    rest.split_once(close).expect(close).0
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(minutes in arbitrary::minutes()) {
        let html = bundle::write(&empty_shell(), &minutes, None).unwrap();
        prop_assert_eq!(bundle::read(&html).unwrap(), minutes);
    }

    #[test]
    fn a_byte_order_mark_and_foreign_line_ends_do_not_hurt(minutes in arbitrary::minutes()) {
        let html = bundle::write(&empty_shell(), &minutes, None).unwrap();
        let html = format!("\u{FEFF}{}", html.replace('\n', "\r\n"));
        prop_assert_eq!(bundle::read(&html).unwrap(), minutes);
    }

    #[test]
    fn a_filled_page_serves_as_an_empty_one(first in arbitrary::minutes(), then in arbitrary::minutes()) {
        let shell = empty_shell();
        let filled = bundle::write(&shell, &first, Some("前")).unwrap();
        prop_assert_eq!(bundle::write(&filled, &then, None), bundle::write(&shell, &then, None));
    }

    #[test]
    fn no_text_ends_its_block(minutes in arbitrary::minutes(), title in arbitrary::text()) {
        let html = bundle::write(&empty_shell(), &minutes, Some(&title)).unwrap();
        let data = only(&html, "id=\"kg-doc\" data-v=\"1\">", "\n");
        prop_assert_eq!(data.matches(['<', '>', '&', '\u{2028}', '\u{2029}']).count(), "</script>".len() - 7);
        prop_assert!(data.ends_with("</script>"));
        prop_assert!(data.chars().all(|c| c >= ' '));
        prop_assert!(!only(&html, "<title>", "\n").trim_end_matches("</title>").contains('<'));
        let outside = html.replacen(data, "", 1);
        prop_assert_eq!(outside.matches("<script").count(), 4);
        prop_assert_eq!(outside.matches("</main>").count(), 1);
    }

    #[test]
    fn the_plain_text_is_well_formed(minutes in arbitrary::minutes()) {
        check_tags(&plain::write(&minutes))?;
    }

    #[test]
    fn a_broken_block_is_an_error_and_never_a_panic(
        minutes in arbitrary::minutes(), at in any::<prop::sample::Index>(), with in any::<char>(),
    ) {
        let data = bundle::encode(&minutes).unwrap();
        let mut chars: Vec<char> = data.chars().collect();
        chars[at.index(data.chars().count())] = with;
        let broken: String = chars.into_iter().collect();
        crate::invariants::block(&broken);
    }

    #[test]
    fn any_string_is_refused_without_a_panic(text in arbitrary::text()) {
        prop_assert!(bundle::decode(&text).is_err());
        prop_assert!(bundle::read(&text).is_err());
        prop_assert!(bundle::write(&text, &Minutes::default(), None).is_err());
    }
}

/// Every tag is closed by its own kind, in order, and headings skip no level.
pub fn check_tags(html: &str) -> Result<(), TestCaseError> {
    let mut open = Vec::new();
    let mut level = 0;
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("text holds no <");
        let name = tag.split(' ').next().unwrap_or_default();
        if let Some(closed) = name.strip_prefix('/') {
            prop_assert_eq!(open.pop(), Some(closed));
        } else if name != "br" {
            open.push(name);
        }
        if let Some(next) = name.strip_prefix('h').and_then(|digit| digit.parse::<u32>().ok()) {
            prop_assert!(next <= level + 1, "h{} after h{}", next, level);
            level = next;
        }
    }
    prop_assert!(open.is_empty());
    let forbidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\u{C}');
    prop_assert!(!html.contains(forbidden));
    Ok(())
}

#[test]
fn hostile_strings_come_back_as_they_were() {
    for hostile in HOSTILE {
        let minutes = Minutes { source: Source::new(hostile), ..Minutes::default() };
        let html = bundle::write(&empty_shell(), &minutes, Some(hostile)).unwrap();
        assert_eq!(bundle::read(&html).unwrap(), minutes, "{hostile:?}");
    }
}

#[test]
fn other_blocks_of_the_page_stay() {
    let block = "<script type=\"application/json\" id=\"kg-later\">{\"a\":1}</script>\n</body>";
    let shell = empty_shell().replace("</body>", block);
    assert!(bundle::write(&shell, &sample(), None).unwrap().contains(block));
}

#[test]
fn a_page_without_a_place_for_the_data_is_named() {
    let shell = empty_shell().replace("kg-doc", "doc");
    let error = bundle::write(&shell, &sample(), None).unwrap_err();
    expect!["The viewer page lacks <script type=\"application/json\" id=\"kg-doc\"."]
        .assert_eq(&error.message(Lang::En));
}

fn check_refused(data: &str, expected: Expect) {
    expected.assert_eq(&bundle::decode(data).unwrap_err().message(Lang::Ja));
}

/// A data block in which `from` is replaced.
fn altered(from: &str, to: &str) -> String {
    let data = bundle::encode(&sample()).unwrap();
    assert!(data.contains(from), "{from} is not in {data}");
    data.replacen(from, to, 1)
}

#[test]
fn an_empty_viewer_says_so() {
    assert_eq!(bundle::read(&empty_shell()), Err(BundleError::Empty));
    check_refused(" \n", expect!["会議録のデータが入っていません。"]);
}

#[test]
fn a_newer_version_says_so() {
    check_refused(
        r#"{"format":"kaigiroku/bundle","version":2,"chapters":[]}"#,
        expect!["このファイルは新しい版（形式2）で作られているため、この版では読めません。"],
    );
}

#[test]
fn another_format_says_so() {
    check_refused(
        r#"{"format":"kaigiroku/minutes","version":1}"#,
        expect!["会議録のデータの形式が違います。"],
    );
    check_refused("{}", expect!["会議録のデータの形式が違います。"]);
}

#[test]
fn damage_is_named() {
    check_refused("{\"format\":", expect!["会議録のデータが壊れています（1行10桁）。"]);
    check_refused(&altered("会議", r"\ud800"), expect!["会議録のデータが壊れています（1行69桁）。"]);
    check_refused(
        &altered("\"range\":[7,53]", "\"range\":[7,999]"),
        expect!["会議録のデータが壊れています（本文にない範囲 7〜999）。"],
    );
    check_refused(
        &altered("\"range\":[7,53]", "\"range\":[8,53]"),
        expect!["会議録のデータが壊れています（本文にない範囲 8〜53）。"],
    );
    check_refused(
        &altered("\"range\":[7,53]", "\"range\":[53,7]"),
        expect!["会議録のデータが壊れています（本文にない範囲 53〜7）。"],
    );
    check_refused(
        &altered("{\"speech\":0}", "{\"speech\":1}"),
        expect!["会議録のデータが壊れています（speech 1 がありません）。"],
    );
    check_refused(
        &altered("\"month\":3", "\"month\":13"),
        expect!["会議録のデータが壊れています（date の値が正しくありません）。"],
    );
    check_refused(
        &altered("\"hour\":14", "\"hour\":24"),
        expect!["会議録のデータが壊れています（clock の値が正しくありません）。"],
    );
    check_refused(
        r#"{"format":"kaigiroku/bundle","version":1,"minutes":[]}"#,
        expect!["会議録のデータが壊れています（1件のはずの会議録が0件あります）。"],
    );
}

#[test]
fn an_agenda_too_deep_to_walk_is_refused() {
    let mut item = AgendaItem { id: AgendaId(0), num: None, heading: Prose::default(), children: vec![] };
    for _ in 0..64 {
        item = AgendaItem { children: vec![item.clone()], ..item };
    }
    let minutes = Minutes { agenda: vec![item], ..Minutes::default() };
    assert_eq!(bundle::encode(&minutes), Err(BundleError::TooDeep));
}

/// A small meeting, built by hand so that these tests need no parser.
pub fn sample() -> Minutes {
    let text = "会議\n委員長　お待ちし\nておりました。\n\n資料を配付した。\n(1) 協議\n？？\n？！\n";
    let at = |words: &str| {
        let start = text.find(words).expect(words);
        TextRange::new(start, start + words.len())
    };
    let joined = Prose {
        pieces: vec![
            Piece { range: at("お待ちし"), join: Join::Line },
            Piece { range: at("ておりました。"), join: Join::Line },
        ],
    };
    let label = Prose::one(at("委員長"));
    Minutes {
        source: Source::new(text),
        title: Some(Prose::one(at("会議"))),
        meeting: Meeting {
            date: Date::new(2025, 3, 10).map(|date| MeetingDate {
                date,
                weekday: Some(Weekday::Monday),
                evidence: at("会議"),
            }),
            start: Some(Clock { hour: 14, minute: 0, evidence: at("会議") }),
            facts: vec![
                Fact {
                    num: Some(at("(1)")),
                    label: at("会議"),
                    field: Field::Name,
                    values: vec![Prose::one(at("協議"))],
                },
                Fact { num: None, label: at("委員"), field: Field::Roll, values: vec![] },
            ],
            ..Meeting::default()
        },
        roll: Roll {
            groups: vec![RollGroup {
                num: None,
                name: at("委員"),
                role: Role::Member,
                absent: false,
                people: vec![Attendee {
                    id: PersonId(0),
                    entry: at("委員長　お待ち"),
                    name: at("お待ち"),
                    title: Some(at("委員長")),
                    post: None,
                    proxy: None,
                    role: Role::Chair,
                }],
                unread: vec![],
            }],
        },
        agenda: vec![AgendaItem {
            id: AgendaId(0),
            num: Some(at("(1)")),
            heading: Prose::one(at("協議")),
            children: vec![],
        }],
        topics: vec![Topic {
            id: TopicId(0),
            num: Some(at("(1)")),
            heading: Prose::one(at("協議")),
            agenda: vec![AgendaId(0)],
            range: at("(1) 協議"),
            called: None,
        }],
        labels: vec![SpeakerLabel { id: LabelId(0), first: label.clone(), role: Role::Chair }],
        speeches: vec![Speech {
            id: SpeechId(0),
            topic: None,
            label: LabelId(0),
            printed: label,
            by: Attribution::Person { person: PersonId(0), evidence: at("委員長　お待ち") },
            role: Role::Chair,
            paragraphs: vec![joined],
            range: TextRange { start: 7, end: 53 },
        }],
        narratives: vec![Narrative {
            id: NarrativeId(0),
            topic: None,
            prose: Prose::one(at("資料を配付した。")),
            range: at("資料を配付した。"),
        }],
        plains: vec![Plain { id: PlainId(0), topic: Some(TopicId(0)), range: at("？？\n？！\n") }],
        body: vec![
            Block::Speech(SpeechId(0)),
            Block::Narrative(NarrativeId(0)),
            Block::Topic(TopicId(0)),
            Block::Plain(PlainId(0)),
        ],
        furniture: vec![],
        diagnostics: vec![
            Diagnostic::new(Finding::Joined(Join::Line), at("お待ちし\nておりました。")),
            Diagnostic::new(Finding::Unrecognised, at("？？\n？！\n")),
            Diagnostic::new(Finding::NoDate, TextRange::default()),
        ],
    }
}

#[test]
fn the_plain_text_reads_without_a_program() {
    expect![[r##"

        <h1>会議</h1>
        <dl class="facts">
        <div><dt>(1) 会議</dt><dd>協議</dd></div>
        <div><dt>委員</dt><dd><a href="#roll">下に記載</a></dd></div>
        </dl>
        <section class="roll">
        <h2 id="roll">委員</h2>
        <h3>委員</h3>
        <ul>
        <li>委員長　お待ち</li>
        </ul>
        </section>
        <section class="agenda">
        <h2 id="agenda">議題</h2>
        <ul>
        <li><a href="#t1">(1) 協議</a></li>
        </ul>
        </section>
        <div id="text">
        <section class="topic">
        <h2>本文</h2>
        <article id="s001" class="speech role-chair">
        <header><h3>委員長</h3> <span class="by">お待ち（出席者欄による）</span> <a class="number" href="#s001">1</a></header>
        <p>お待ちしておりました。</p>
        </article>
        <p class="narrative">資料を配付した。</p>
        </section>
        <section class="topic">
        <h2 id="t1">(1) 協議</h2>
        <p class="plain">？？<br>
        ？！</p>
        </section>
        </div>
        <section class="notices">
        <h2>読み取りの注記</h2>
        <ul>
        <li>参考（原文2行目） 改行で切れた文をつないで表示しています。「お待ちし／ておりました。」</li>
        <li>要確認（原文7行目） 何であるか判定できないため、原文のまま表示しています。「？？／？！」</li>
        <li>要確認（原文1行目） 会議の開催日が見つかりません。</li>
        </ul>
        </section>
        <footer><p>原文43字をすべて収めています。</p><p>このファイルは何も送信しません。</p></footer>
    "##]].assert_eq(&plain::write(&sample()));
}

#[test]
fn the_data_is_the_text_once_and_its_structure() {
    expect![[r#"{"format":"kaigiroku/bundle","version":1,"minutes":[{"text":"会議\n委員長　お待ちし\nておりました。\n\n資料を配付した。\n(1) 協議\n？？\n？！\n","title":[[0,6]],"meeting":{"date":{"year":2025,"month":3,"day":10,"weekday":"monday","evidence":[0,6]},"start":{"hour":14,"minute":0,"evidence":[0,6]},"facts":[{"num":[80,83],"label":[0,6],"field":"name","values":[[[84,90]]]},{"label":[7,13],"field":"roll","values":[]}]},"roll":[{"name":[7,13],"role":"member","absent":false,"people":[{"entry":[7,28],"name":[19,28],"title":[7,16],"role":"chair"}],"unread":[]}],"agenda":[{"depth":0,"num":[80,83],"heading":[[84,90]]}],"topics":[{"num":[80,83],"heading":[[84,90]],"agenda":[0],"range":[80,90]}],"labels":[{"first":[[7,16]],"role":"chair"}],"speeches":[{"label":0,"printed":[[7,16]],"by":{"person":{"person":0,"evidence":[7,28]}},"role":"chair","paragraphs":[[[19,31],[32,53]]],"range":[7,53]}],"narratives":[{"prose":[[55,79]],"range":[55,79]}],"plains":[{"topic":0,"range":[91,105]}],"body":[{"speech":0},{"narrative":0},{"topic":0},{"plain":0}],"diagnostics":[{"finding":{"joined":"line"},"range":[19,53]},{"finding":"unrecognised","range":[91,105]},{"finding":"no-date","range":[0,0]}]}]}"#]].assert_eq(&bundle::encode(&sample()).unwrap());
}

#[test]
fn the_shell_carries_a_policy_and_the_parts_in_order() {
    let shell = empty_shell();
    let head = only(&shell, "<head>", "</head>");
    expect![[r#"

        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-SCRIPT' 'wasm-unsafe-eval'; style-src 'sha256-STYLE'; img-src data:; font-src data:; worker-src blob:; frame-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="kaigiroku 0.0.0">
        <title>会議録</title>
        <link rel="icon" href="data:,">
        <style id="kg-css">
        body { margin: 0 }
        </style>
    "#]].assert_eq(head);
    let order = [
        "charset",
        "Content-Security-Policy",
        "<title>",
        "kg-css",
        "<body>",
        "id=\"kg-note\"",
        "id=\"kg-plain\"",
        "id=\"kg-app\"",
        "id=\"kg-doc\"",
        "id=\"kg-wasm\"",
        "id=\"kg-boot\"",
        "</body>",
    ];
    let places: Vec<_> = order.iter().map(|part| shell.find(part).expect(part)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(shell.find("charset").is_some_and(|at| at < 1024));
    assert!(!shell.contains("data-trunk"));
}

#[test]
fn no_part_of_the_shell_ends_its_element() {
    let parts = shell::ShellParts {
        css: "a::before { content: '</STYLE>' }".into(),
        glue: "let wasm_bindgen = '</Script><!--<script>';\r\n".into(),
        wasm_gz_base64: String::new(),
        wasm_len: 0,
        wasm_sha256: String::new(),
        version: "0",
        purpose: shell::Purpose::Shows,
    };
    let shell = shell::assemble(include_str!("../../index.html"), &parts, |_| String::new()).unwrap();
    assert!(shell.contains(r"'\3C /STYLE>'"));
    assert!(shell.contains(r"'\x3C/Script>\x3C!--\x3Cscript>';"));
    assert!(!shell.contains('\r'));
}

#[test]
fn the_boot_script_has_no_way_to_make_code_or_markup_of_text() {
    let boot = include_str!("../../src/bundle/boot.js");
    for forbidden in [
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval",
        "new Function",
        "fetch(",
        "import(",
    ] {
        assert!(!boot.contains(forbidden), "{forbidden}");
    }
}
