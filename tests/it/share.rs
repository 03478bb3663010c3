//! What is handed on from the page: links and how long they are, files and what is in them.

use kaigiroku::app::Document;
use kaigiroku::app::permalink::{hand_on, parse, target};
use kaigiroku::app::save::{self, Blocks, PageParts};
use kaigiroku::app::screen::{Address, ShareView, compose};
use kaigiroku::app::share::{Handed, Marked, ShareStep};
use kaigiroku::app::state::{Action, State};
use kaigiroku::bundle;
use kaigiroku::export::{Format, Selection};
use kaigiroku::model::SpeechId;
use kaigiroku::quote::{Letters, locate};

use crate::app::after;
use crate::bundle::empty_shell;
use crate::seed::seed;

const BASE: &str = "https://www.city.example.lg.jp/gikai/kaigiroku/r6/kogyo-2.html";

fn document() -> Document {
    Document::new(seed())
}

/// The dialog after these actions.
fn dialog(actions: &[Action]) -> ShareView {
    let document = document();
    let state = after(&document, actions.to_vec());
    compose(&document, &state).share.expect("the dialog is open")
}

fn open(what: Handed) -> Action {
    Action::Share(ShareStep::Open(what))
}

#[test]
fn every_link_to_a_speech_is_short_and_leads_back() {
    let document = document();
    let letters = Letters::of(&document.minutes);
    for speech in &document.minutes.speeches {
        let at = State { at: Some(speech.id), ..State::default() };
        let link = hand_on(&document, &at, None);
        assert!(BASE.len() + 1 + link.len() <= 900, "{link}");
        let found = locate(&letters, &target(&link).expect("it says how the speech read"));
        assert!(found.is_some_and(|found| found.speech == speech.id && found.is_same), "{link}");
        assert_eq!(parse(&document, &link).at, Some(speech.id), "the number alone leads there, too");
    }
}

#[test]
fn a_link_that_would_not_arrive_is_not_offered() {
    let check = |words: usize| {
        let visit = Action::Visit(format!("s007;w=1;q={}", "業".repeat(words)));
        dialog(&[visit, open(Handed::View)]).address(Some(BASE))
    };
    assert!(matches!(check(10), Address::Good(_)));
    assert!(matches!(check(120), Address::Long(_)));
    assert_eq!(check(200), Address::TooLong);
    let local = dialog(&[open(Handed::View)]);
    assert_eq!(local.address(None), Address::None);
    assert_eq!(local.address(Some(BASE)), Address::Good(format!("{BASE}#")));
}

#[test]
fn a_speech_is_handed_on_alone_or_among_the_others() {
    let speech = SpeechId(6);
    let within = dialog(&[open(Handed::Speech(speech))]);
    let alone = dialog(&[open(Handed::Speech(speech)), Action::Share(ShareStep::Alone(true))]);
    assert!(!within.fragment.contains("only=") && alone.fragment.ends_with(";only=7"));
    let document = document();
    let visited = after(&document, [Action::Visit(alone.fragment)]);
    assert_eq!(document.select(&visited.filter()).n_speeches, 1);
    let around = after(&document, [Action::Visit(within.fragment)]);
    assert_eq!(document.select(&around.filter()).n_speeches, document.minutes.speeches.len());
}

#[test]
fn words_marked_on_the_page_are_found_in_the_minutes() {
    let document = document();
    let mark = |words: &str, before: &str| {
        let marked = Marked { anchor: "s009".into(), words: words.into(), before: before.into() };
        let selected = after(&document, [Action::Select(Some(marked))]).selected;
        selected.map(|(speech, range)| (speech, range.start, document.minutes.source.slice(range).to_owned()))
    };
    let first = mark("起業", "事務局 9").expect("it is there");
    let later = mark("起業", &"あ".repeat(120)).expect("it is there again");
    assert_eq!((&first.2[..], &later.2[..]), ("起業", "起業"));
    assert!(first.1 < later.1, "what stands before tells which is meant");
    assert_eq!(mark("ここにない語", ""), None);
}

#[test]
fn files_for_other_programs_hold_what_is_shown() {
    let part = [Action::Visit("role=chair".into()), open(Handed::View), Action::Share(ShareStep::Part(true))];
    let view = dialog(&part);
    assert_eq!((view.part, view.n_part, view.selection.speeches(&seed()).len()), (Some(true), 3, 3));
    assert_eq!(view.selection.words, "立場：議長・委員長");
    // Where the whole text is shown, the words leave nothing out, and are no condition.
    let visit = Action::Visit("q=%E4%BA%88%E7%AE%97;w=1;role=chair".into());
    let marked = dialog(&[visit, open(Handed::View), Action::Share(ShareStep::Part(true))]);
    assert_eq!((marked.n_part, &marked.selection.words[..]), (3, "立場：議長・委員長"));
    let whole = dialog(&[open(Handed::View)]);
    assert_eq!((whole.part, whole.selection.is_excerpt()), (None, false));
}

/// A page as the browser would hand its parts over.
fn page() -> (String, PageParts) {
    let page = bundle::write(&empty_shell(), &seed(), None).expect("the shell is whole");
    let between = |open: &str, close: &str| -> String {
        let (_, after) = page.split_once(open).unwrap_or_else(|| panic!("{open}"));
        after.split_once(close).unwrap_or_else(|| panic!("{close}")).0.to_owned()
    };
    let blocks = Blocks {
        policy: between("Content-Security-Policy\" content=\"", "\""),
        generator: between("<meta name=\"generator\" content=\"", "\""),
        css: between("<style id=\"kg-css\">", "</style>"),
        wasm: between("data-sha256=\"", "</script>").split_once("\">").expect("a tag").1.to_owned(),
        wasm_len: between("data-len=\"", "\""),
        wasm_sha256: between("data-sha256=\"", "\""),
        boot: between("<script id=\"kg-boot\">", "</script>"),
        others: Vec::new(),
    };
    let title = between("<title>", "</title>");
    let data = between("id=\"kg-doc\" data-v=\"1\">", "</script>");
    (page, PageParts { blocks, title, data })
}

#[test]
fn a_page_written_from_its_parts_is_the_same_page() {
    let (page, parts) = page();
    let file = save::viewer(&document().minutes, &parts, "").expect("the page is whole");
    assert!(String::from_utf8(file.bytes).expect("text") == page);
}

#[test]
fn a_page_with_a_view_says_it_and_holds_the_same_minutes() {
    let (page, parts) = page();
    let view = "q=%E4%BA%8B;w=0";
    let file = save::viewer(&document().minutes, &parts, view).expect("the page is whole");
    let text = String::from_utf8(file.bytes).expect("text");
    assert_eq!(text.len() - page.len(), "{\"fragment\":\"\"}".len() + view.len());
    assert_eq!(bundle::read(&text), bundle::read(&page));
    assert_eq!(bundle::view_of("{\"fragment\":\"q=a\"}"), "q=a");
    assert_eq!(bundle::view_of("<"), "");
}

#[test]
fn an_excerpt_holds_its_speech_and_no_other() {
    let (_, parts) = page();
    let view = dialog(&[open(Handed::Speech(SpeechId(6)))]);
    let file = save::reading_copy(&document().minutes, &parts, view.excerpt.as_ref());
    let text = String::from_utf8(file.bytes).expect("text");
    assert!(text.contains("社員寮整備事業費補助金については") && text.contains("<p class=\"excerpt\">抜粋"));
    assert!(!text.contains("起業後の状況はどうか") && !text.contains("<script"));
    assert!(text.contains("<h2 id=\"t2\">") && !text.contains("<h2 id=\"t3\">"), "its heading alone");
}

#[test]
fn names_of_files_say_what_they_are_and_are_allowed_everywhere() {
    let document = document();
    let name =
        |format: Format, selection: &Selection| save::export(&document.minutes, format, selection).name;
    let all = name(Format::Csv, &Selection::all());
    assert!(all.starts_with("会議録_令和6年度第2回一関市工業振興戦略推進会議_2025-03-10_"), "{all}");
    let part = name(Format::Docx, &Selection::of([SpeechId(0)], ""));
    assert!(part.contains("_抜粋_") && part.ends_with(".docx"), "{part}");
    assert_ne!(all, name(Format::Csv, &Selection::of([SpeechId(0)], "")));
    let odd = Document::new(kaigiroku::model::Minutes::of("令和7年度 A/B:C*「会」? 会議録\n\n委員 はい。\n"));
    let name = save::export(&odd.minutes, Format::Text, &Selection::all()).name;
    assert!(!name.contains(['/', ':', '*', '?', '"', '<', '>', '|', ' ']), "{name}");
}
