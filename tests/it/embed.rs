//! The file inside another page: addresses, messages, colours, and what is pasted.

use std::collections::BTreeMap;
use std::rc::Rc;

use expect_test::{Expect, expect};
use kaigiroku::app::Document;
use kaigiroku::app::embed::form::{EmbedForm, EmbedStep, HEIGHTS, Start, Tier};
use kaigiroku::app::embed::{
    Colour, Embedding, Fields, Message, Patience, Scheme, plain_address, snippet, start,
};
use kaigiroku::app::screen::{EmbedView, Screen, compose};
use kaigiroku::app::state::{Action, State};
use kaigiroku::model::{SpeechId, TopicId};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::colour::{Scheme as Tokens, contrast, light};
use crate::hand::harbour;

#[test]
fn an_address_says_how_the_file_is_shown() {
    let plain = Embedding::default();
    let embedded = Embedding { embedded: true, ..plain };
    for (query, expect) in [
        ("", plain),
        ("?", plain),
        ("?header=0", plain),
        ("?embed=0&header=0", plain),
        ("?embed=true", plain),
        ("?embed=1", embedded),
        ("embed=1", embedded),
        ("?id=7&embed=1&x=", embedded),
        ("?embed=1&header=0", Embedding { header: false, ..embedded }),
        ("?embed=1&header=no", embedded),
        ("?scheme=dark", Embedding { scheme: Some(Scheme::Dark), ..plain }),
        ("?embed=1&scheme=sepia", embedded),
        ("?embed=1&accent=0B6e4f", Embedding { accent: Some(Colour([0x0b, 0x6e, 0x4f])), ..embedded }),
        ("?embed=1&accent=red", embedded),
        ("?embed=1&accent=%230b6e4f", embedded),
        ("?embed=1&accent=+b6e4f", embedded),
        ("?embed=1&embed=0", embedded),
    ] {
        assert_eq!(Embedding::parse(query), expect, "{query}");
    }
}

#[test]
fn reading_begins_where_the_address_says() {
    assert_eq!(start("?kg=s014", None), "s014");
    assert_eq!(start("?embed=1&kg=q=%25E4%25BA%2588;role=chair", None), "q=%E4%BA%88;role=chair");
    assert_eq!(start("?kg=s002%3Bq%3D%25E4", None), "s002;q=%E4");
    assert_eq!(start("?kg=q%3Da+b", None), "q=a b");
    assert_eq!(start("?kg=s014", Some("s002")), "s002");
    assert_eq!(start("?kg=s014", Some("")), "");
    assert_eq!(start("?kg=%", None), "");
    assert_eq!(start("?kg=%FF", None), "");
    assert_eq!(start("", None), "");
}

#[test]
fn a_link_out_of_a_frame_leads_to_the_whole_page() {
    for (address, plain) in [
        ("https://example.jp/a.html?embed=1&header=0&kg=s014#s002", "https://example.jp/a.html"),
        ("https://example.jp/file?id=7&embed=1&name=kg", "https://example.jp/file?id=7&name=kg"),
        ("a.html", "a.html"),
        ("a.html?", "a.html"),
        ("", ""),
    ] {
        assert_eq!(plain_address(address), plain);
    }
}

/// A message as a page would send it.
struct Sent(Value);

impl Fields for Sent {
    fn number(&self, key: &str) -> Option<f64> {
        self.0.get(key)?.as_f64()
    }

    fn text(&self, key: &str) -> Option<String> {
        self.0.get(key)?.as_str().map(str::to_owned)
    }

    fn texts(&self, key: &str) -> Vec<String> {
        let list = self.0.get(key).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}

#[test]
fn messages_are_understood() {
    for (sent, message) in [
        (json!({"kg": 1, "t": "hello", "caps": ["size", "nav"]}), Some(Message::Hello { fits: true })),
        (json!({"kg": 1, "t": "hello", "caps": []}), Some(Message::Hello { fits: false })),
        (json!({"kg": 1, "t": "hello"}), Some(Message::Hello { fits: false })),
        (json!({"kg": 1, "t": "hello", "caps": "size"}), Some(Message::Hello { fits: false })),
        (json!({"kg": 1, "t": "goto", "id": "s014"}), Some(Message::GoTo("s014".into()))),
        (json!({"kg": 1, "t": "query", "q": "予算"}), Some(Message::Query("予算".into()))),
        (json!({"kg": 1, "t": "theme", "scheme": "dark"}), Some(Message::Theme(Some(Scheme::Dark)))),
        (json!({"kg": 1, "t": "theme", "scheme": "auto"}), Some(Message::Theme(None))),
        (json!({"type": "iframe-child-init", "bodyMargin": "9px"}), Some(Message::ResizerInit)),
        (json!({"type": "iframe-get-child-dimensions"}), Some(Message::ResizerAsks)),
        (json!({"kg": 1, "t": "theme", "scheme": "sepia"}), None),
        (json!({"kg": 1, "t": "goto", "id": 14}), None),
        (json!({"kg": 1, "t": "query"}), None),
        (json!({"kg": 1, "t": "save"}), None),
        (json!({"kg": 1}), None),
        (json!({"kg": 2, "t": "hello"}), None),
        (json!({"kg": "1", "t": "hello"}), None),
        (json!({"t": "hello"}), None),
        (json!({"__proto__": {"kg": 1, "t": "hello"}}), None),
        (json!({"constructor": 1, "toString": "hello"}), None),
        (json!("hello"), None),
        (json!(null), None),
        (json!([1, "hello"]), None),
    ] {
        assert_eq!(Message::parse(&Sent(sent.clone())), message, "{sent}");
    }
}

/// The state after a message.
fn told(message: Message) -> (Rc<State>, Document) {
    let document = harbour();
    let state = Rc::new(State::default());
    let state = match message.action(&document) {
        Some(action) => state.reduce(action, &document),
        None => state,
    };
    (state, document)
}

#[test]
fn a_page_around_can_point_search_and_darken_and_nothing_else() {
    assert_eq!(told(Message::GoTo("s002".into())).0.at, Some(SpeechId(1)));
    assert!(told(Message::GoTo("t1".into())).0.at.is_some());
    assert_eq!(told(Message::GoTo("s002;q=a".into())).0, Rc::new(State::default()));
    assert_eq!(told(Message::GoTo("s999".into())).0, Rc::new(State::default()));
    assert_eq!(told(Message::Query("あ".repeat(1_000))).0.query.chars().count(), 200);
    assert_eq!(told(Message::Theme(Some(Scheme::Dark))).0.embedding.scheme, Some(Scheme::Dark));
    let (state, document) = told(Message::ResizerInit);
    assert!(state.embedding.embedded && state.embedding.fits);
    assert_eq!(compose(&document, &state).tools.first, None, "no voice where it could not be stopped");
    assert_eq!(told(Message::Hello { fits: false }).0, Rc::new(State::default()));
}

#[test]
fn a_page_that_never_stops_talking_is_not_listened_to() {
    let mut patience = Patience::default();
    let heard = (0..10_000).filter(|n| patience.hears(5_000.0 + f64::from(*n) / 10.0)).count();
    assert_eq!(heard, 30);
    assert!(patience.hears(6_000.0));
    assert!(patience.hears(f64::NAN) && patience.hears(f64::INFINITY) && patience.hears(-1.0));
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "(embed|header|accent|scheme|kg|=|&|%|\\+|#|;|[0-9a-f]|1|dark|s0[0-9]{2}){0,16}",
    ]
}

fn values() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        Just("kg".to_owned()),
        Just("t".to_owned()),
        Just("type".to_owned()),
        Just("id".to_owned()),
        Just("q".to_owned()),
        Just("scheme".to_owned()),
        Just("caps".to_owned()),
        Just("__proto__".to_owned()),
        "\\PC{0,8}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        Just(json!(1)),
        any::<f64>().prop_map(Value::from),
        prop_oneof!["(hello|goto|query|theme|dark|size|s00[0-9]|t[0-9]|iframe-child-init)", "\\PC{0,20}",]
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..6)
                .prop_map(|fields: BTreeMap<String, Value>| json!(fields)),
        ]
    })
}

proptest! {
    #[test]
    fn no_address_does_harm(query in texts(), fragment in prop::option::of(texts()), address in texts()) {
        let document = harbour();
        let embedding = Embedding::parse(&query);
        let begins = start(&query, fragment.as_deref());
        let state = Rc::new(State { embedding, ..State::default() });
        let state = state.reduce(Action::Visit(begins), &document);
        compose(&document, &state);
        // What is ours is gone, once and for all.
        let plain = plain_address(&address);
        prop_assert_eq!(&plain_address(&plain), &plain);
        prop_assert_eq!(Embedding::parse(plain.split_once('?').map_or("", |(_, query)| query)), Embedding::default());
    }

    #[test]
    fn what_is_asked_for_is_understood(
        header: bool,
        accent in prop::option::of(any::<[u8; 3]>()),
        scheme in prop::sample::select(vec![None, Some(Scheme::Light), Some(Scheme::Dark)]),
        fragment in "(s00[1-6])?(;q=[a-z%E4BA]{0,3}(%[0-9A-F]{2}){0,4})?",
    ) {
        let asked = Embedding { embedded: true, header, accent: accent.map(Colour), scheme, fits: false };
        let query = asked.query(&fragment);
        prop_assert_eq!(Embedding::parse(&query), asked);
        prop_assert_eq!(start(&query, None), fragment);
    }

    #[test]
    fn no_message_does_harm(sent in values()) {
        let document = harbour();
        if let Some(action) = Message::parse(&Sent(sent)).and_then(|message| message.action(&document)) {
            compose(&document, &Rc::new(State::default()).reduce(action, &document));
        }
    }

    #[test]
    fn words_in_any_accent_can_be_read_on_every_ground(accent: [u8; 3]) {
        for (tokens, scheme) in Tokens::both().iter().zip(Scheme::ALL) {
            let Colour(worn) = Colour(accent).readable(scheme);
            for ground in tokens.grounds() {
                let found = contrast(light(worn), tokens.colour(&ground));
                prop_assert!(found >= 4.5, "{accent:?} as {worn:?} on {ground} is {found:.2}");
            }
        }
    }

    #[test]
    fn whatever_is_pasted_stays_in_its_quotes(title in "\\PC{0,20}", address in "\\PC{0,30}", tier in 0..3_usize) {
        let form = EmbedForm { address, tier: Tier::ALL[tier], ..EmbedForm::new(None) };
        let pasted = snippet::write(&form, &title, "");
        let known = snippet::write(&EmbedForm { address: String::new(), ..form }, "", "");
        for mark in ['<', '>', '"'] {
            prop_assert_eq!(pasted.matches(mark).count(), known.matches(mark).count(), "{}", pasted);
        }
    }
}

#[test]
fn an_accent_that_can_be_read_stays() {
    let green = Colour([0x0b, 0x6e, 0x4f]);
    assert_eq!(green.readable(Scheme::Light), green);
    assert_ne!(green.readable(Scheme::Dark), green);
    let yellow = Colour([0xff, 0xd4, 0x3d]);
    assert_eq!(yellow.readable(Scheme::Dark), yellow);
    assert_ne!(yellow.readable(Scheme::Light), yellow);
    assert_eq!(Colour([255; 3]).readable(Scheme::Dark), Colour([255; 3]));
    expect!["@media screen{:root{--link:#0b6e4f}}@media (prefers-color-scheme: dark){:root{--link:#5e9f8b}}"]
        .assert_eq(&green.sheet());
}

/// The dialog after it was opened and some of it chosen.
fn dialog(state: State, own: Option<&str>, choose: impl FnOnce(&mut EmbedForm)) -> EmbedView {
    let document = harbour();
    let reduce = |state: Rc<State>, step| state.reduce(Action::Embed(step), &document);
    let state = reduce(Rc::new(state), EmbedStep::Open(own.map(str::to_owned)));
    let mut form = state.embed.clone().expect("it is open");
    choose(&mut form);
    let state = reduce(state, EmbedStep::Choose(Box::new(form)));
    let screen: Screen = compose(&document, &state);
    screen.embed.expect("it is open")
}

fn check(choose: impl FnOnce(&mut EmbedForm), expect: Expect) {
    let view = dialog(State::default(), Some("https://example.jp/minutes/a.html"), choose);
    expect.assert_eq(&view.snippet);
}

#[test]
fn a_frame_and_a_link() {
    check(
        |_| (),
        expect![[r#"
        <iframe src="https://example.jp/minutes/a.html?embed=1" title="第3回 みなと計画検討会 会議録" width="100%" height="800" loading="lazy"></iframe>
        <p><a href="https://example.jp/minutes/a.html">会議録を別の画面で開く</a></p>"#]],
    );
    check(
        |form| {
            form.start = Start::Topic(TopicId(1));
            form.header = false;
            form.height = 600;
            form.accent = Some(Colour([0x0b, 0x6e, 0x4f]));
            form.scheme = Some(Scheme::Light);
        },
        expect![[r#"
            <iframe src="https://example.jp/minutes/a.html?embed=1&amp;header=0&amp;accent=0b6e4f&amp;scheme=light&amp;kg=t2" title="第3回 みなと計画検討会 会議録" width="100%" height="600" loading="lazy"></iframe>
            <p><a href="https://example.jp/minutes/a.html#t2">会議録を別の画面で開く</a></p>"#]],
    );
}

#[test]
fn a_frame_as_high_as_its_text() {
    check(
        |form| form.tier = Tier::Script,
        expect![[r#"
        <script>
        addEventListener("message", function (e) {
          var frame = document.getElementById("kaigiroku"), said = e.data;
          if (!frame || e.source !== frame.contentWindow || !said || said.kg !== 1) return;
          if (said.t === "ready") e.source.postMessage({ kg: 1, t: "hello", caps: ["size"] }, "*");
          if (said.t === "size" && said.h > 0) frame.height = Math.min(20000, Math.max(200, said.h));
        });
        </script>
        <iframe id="kaigiroku" src="https://example.jp/minutes/a.html?embed=1" title="第3回 みなと計画検討会 会議録" width="100%" height="800" loading="lazy"></iframe>
        <p><a href="https://example.jp/minutes/a.html">会議録を別の画面で開く</a></p>"#]],
    );
}

#[test]
fn an_element_of_its_own() {
    check(
        |form| {
            form.tier = Tier::Element;
            form.start = Start::Speech(SpeechId(2));
            form.header = false;
        },
        expect![[r#"
            <script src="https://example.jp/minutes/embed.js" defer></script>
            <kaigiroku-minutes src="https://example.jp/minutes/a.html" title="第3回 みなと計画検討会 会議録" start="s003" header="0">
              <p><a href="https://example.jp/minutes/a.html#s003">会議録を別の画面で開く</a></p>
            </kaigiroku-minutes>"#]],
    );
}

#[test]
fn the_guide_shows_what_is_pasted() {
    let guide = include_str!("../../docs/embedding.md");
    for tier in Tier::ALL {
        let form = EmbedForm { tier, address: "kaigiroku.html".into(), ..EmbedForm::new(None) };
        let pasted = snippet::write(&form, "第2回推進会議 会議録", "");
        assert!(guide.contains(&format!("```html\n{pasted}\n```")), "{pasted}");
    }
}

#[test]
fn the_present_search_is_taken_over() {
    let state = State { query: "駐車".into(), ..State::default() };
    let view = dialog(state, None, |form| form.start = Start::Present);
    assert!(view.snippet.contains("&amp;kg=q=%25E9%25A7%2590%25E8%25BB%258A;w=0\""), "{}", view.snippet);
    assert!(view.snippet.contains("#q=%E9%A7%90%E8%BB%8A;w=0\""), "{}", view.snippet);
    assert_eq!(view.preview, None);
}

#[test]
fn what_others_cannot_open_is_not_pasted() {
    for (address, pasted, is_told) in [
        ("", snippet::EXAMPLE, true),
        ("file:///C:/minutes.html", snippet::EXAMPLE, true),
        ("javascript:alert(1)", snippet::EXAMPLE, true),
        ("C:\\minutes.html", snippet::EXAMPLE, true),
        ("https://example.jp/a.html#s002", "https://example.jp/a.html", false),
        (" /fs/a.html ", "/fs/a.html", false),
        ("a.html", "a.html", false),
    ] {
        let view = dialog(State::default(), None, |form| form.address = address.into());
        assert!(view.snippet.contains(&format!("src=\"{pasted}?embed=1\"")), "{address}: {}", view.snippet);
        assert_eq!(!view.address_note.is_empty(), is_told, "{address}");
    }
}

#[test]
fn what_is_chosen_stays_within_bounds() {
    let view = dialog(State::default(), None, |form| {
        form.height = 1;
        form.start = Start::Speech(SpeechId(99));
    });
    assert_eq!((view.form.height, view.form.start), (*HEIGHTS.start(), Start::Whole));
    let view = dialog(State::default(), None, |form| form.accent = Some(Colour([255, 255, 0])));
    assert!(view.accent_note.contains('#'));
}

#[test]
fn the_preview_asks_for_what_is_chosen() {
    let own = Some("https://example.jp/file?id=7");
    let view = dialog(State::default(), own, |form| form.header = false);
    assert_eq!(view.preview.as_deref(), Some("https://example.jp/file?id=7&embed=1&header=0"));
}

#[test]
fn the_element_for_other_pages_makes_no_code_or_markup_of_text() {
    let script = include_str!("../../src/bundle/embed.js");
    for forbidden in [
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval",
        "new Function",
        "fetch(",
        "import(",
        "WebAssembly",
    ] {
        assert!(!script.contains(forbidden), "{forbidden}");
    }
    assert!(script.len() < 6_000, "{}", script.len());
}
