//! axe-core looks for barriers in every state of the page.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::{Value, json};

use crate::desk::{HARBOUR, PREVIEWED, open_desk, paste, pick, preview};
use crate::filtering::LABEL;
use crate::layout::{SHEETS, open_sheet};
use crate::page::{APP_IS_UP, Page};
use crate::reading::{READ, VOICE};
use crate::sharing::{check_quote, mark_words};
use crate::shelf::open_shelf;
use crate::site::{Site, write};

const AXE: &str = include_str!("axe/axe.min.js");

/// Something that a reader can bring the page to: its name, and how it is reached from the page
/// as it opens. A further state is a further line.
type State = (&'static str, fn(&Page));

/// On a screen of any width.
const STATES: &[State] = &[
    ("view", |_| ()),
    ("search", |page| {
        page.type_into("input[type=search]", "事業");
        page.until("hits are marked", "document.querySelector('#kg-app mark')");
    }),
    ("search-for-nothing", |page| {
        page.type_into("input[type=search]", "ここにない語句");
        page.until("nothing is found", "document.querySelector('#kg-app .status').textContent");
    }),
    ("permalink", |page| {
        page.eval("location.hash = 's014'");
        page.until("the speech is pointed at", "document.querySelector('#s014.current')");
    }),
    ("point", |page| {
        page.eval("location.hash = 's017-2'");
        page.until("the point is pointed at", "document.querySelector('.point.now')");
    }),
    ("help", |page| {
        page.activate(".tool-help");
        page.until("the keys are explained", "document.querySelector('dialog').open");
    }),
    ("share", |page| {
        page.activate(".tool-share");
        page.until("what is handed on is asked", "document.querySelector('#kg-share').open");
    }),
    ("share-speech", |page| {
        page.eval("location.hash = 's007'");
        page.until("the speech is pointed at", "document.querySelector('#s007.current')");
        page.activate("#s007 [aria-haspopup=dialog]");
        page.until("its card is drawn", "document.querySelector('.share-card')?.complete");
    }),
    ("quote-checked", |page| {
        check_quote(page, "社員寮整備事業費補助金については、各種媒体で広く周知し企業から希望があり");
        page.until("the difference is shown", "document.querySelector('.verdict ins')");
    }),
    ("selected", |page| {
        mark_words(page, "s007", 3, 30);
        page.until("the bar is there", "document.querySelector('.reader')");
    }),
    ("followed", |page| {
        page.eval("location.hash = 's007;v=000000;x=%E5%85%A8%E3%81%8F%E5%88%A5%E3%81%AE%E6%96%87,,'");
        page.until("the link is told of", "document.querySelector('.followed')");
    }),
    ("highlight", |page| {
        page.eval("document.querySelector('.stand-out').click()");
        page.until("speeches stand out", "document.querySelector('.stands-out')");
    }),
    ("scopes", |page| {
        page.type_into("input[type=search]", "事業 台湾");
        let last = "document.querySelector('.scopes button:last-of-type')";
        page.until("scopes are offered", last);
        page.eval(&format!("{last}.click()"));
        page.until("another is on", &format!("{last}.ariaPressed === 'true'"));
    }),
    ("embed", |page| {
        page.activate(".tool-embed");
        page.until("the dialog is open", "document.querySelector('#kg-embed').open");
    }),
    ("tools", |page| {
        // The original lines beside the text, procedure dimmed, the voice.
        let switches = "[...document.querySelectorAll('.tools [aria-pressed]')]";
        page.eval(&format!("{switches}.forEach(button => button.click())"));
        page.until("all is on", &format!("{switches}.every(button => button.ariaPressed === 'true')"));
    }),
    ("folded", |page| {
        page.press(".tools button:first-child");
        page.until("the speeches are folded", "document.querySelector('.tools button').textContent");
    }),
    ("lists", |page| {
        page.eval("document.querySelectorAll('#kg-app details').forEach(list => { list.open = true; })");
    }),
    ("english", |page| {
        page.eval("document.querySelector('.settings [lang=en] input').click()");
        page.until("the page is English", "document.querySelector('.page').lang === 'en'");
    }),
    ("aloud", |page| {
        page.run(VOICE);
        page.press(READ);
        page.until("a sentence is read", "document.querySelector('.aloud')");
    }),
    ("list", |page| {
        page.press(".list summary");
        page.until("the speeches are listed", "document.querySelector('.list table')");
    }),
];

/// Where everything stands side by side.
const WIDE: &[State] = &[
    ("filter", |page| {
        page.press(LABEL);
        page.until("a filter is on", "document.querySelector('.chip')");
    }),
    ("search-with-filter", |page| {
        page.type_into("input[type=search]", "事業");
        page.until("hits are marked", "document.querySelector('#kg-app mark')");
        page.press(LABEL);
        page.until("a filter is on", "document.querySelector('.chip')");
    }),
];

/// Where panels are opened by tabs.
const NARROW: &[State] = &[
    ("sheet-contents", |page| open_sheet(page, SHEETS[0])),
    ("sheet-speakers", |page| open_sheet(page, SHEETS[1])),
    ("sheet-insight", |page| open_sheet(page, SHEETS[2])),
    ("sheet-about", |page| open_sheet(page, SHEETS[3])),
    ("sheet-speakers-with-filter", |page| {
        open_sheet(page, SHEETS[1]);
        page.press(LABEL);
        page.until("a filter is on", "document.querySelector('.chip')");
    }),
];

/// A state of the viewer that opens files.
type DeskState = (&'static str, fn(&Site, &Page));

/// Of the viewer that opens files.
const DESK: &[DeskState] = &[
    ("desk", |_, page| {
        page.eval("document.querySelectorAll('details').forEach(part => { part.open = true; })");
    }),
    ("desk-list", |site, page| {
        pick(
            page,
            &[
                site.file("harbour.txt", HARBOUR.as_bytes()),
                site.file("picture.png", b"\x89PNG\r\n\x1A\n"),
                site.file("unclear.txt", b"\xC5\xD4\xBB\xD4\n"),
            ],
        );
        page.until("all are done", "document.querySelectorAll('.paper.read, .paper.refused').length === 3");
    }),
    ("desk-preview", |site, page| {
        preview(site, page, "harbour.txt", HARBOUR.as_bytes());
    }),
    ("desk-source", |site, page| {
        preview(site, page, "harbour.txt", HARBOUR.as_bytes());
        page.activate(".notices a");
        page.until("the line is pointed at", "document.querySelector('.lines .now')");
    }),
    ("desk-refused", |site, page| {
        pick(page, &[site.file("unclear.txt", b"\xC5\xD4\xBB\xD4\n")]);
        page.until("it is refused", "document.querySelector('.paper.refused')");
        page.activate(".paper .primary");
        page.until("it is shown", "document.querySelector('.refused h3')");
    }),
    ("desk-edit", |_, page| {
        paste(page, HARBOUR);
        page.until("it is shown", PREVIEWED);
        page.activate(".pane-head button");
        page.until("it can be changed", "document.querySelector('#kg-edit')");
    }),
    ("desk-minutes", |site, page| {
        preview(site, page, "harbour.txt", HARBOUR.as_bytes());
        page.activate(".preview-ways .primary");
        page.until("the viewer shows them", APP_IS_UP);
    }),
    ("desk-english", |site, page| {
        preview(site, page, "harbour.txt", HARBOUR.as_bytes());
        page.activate(".desk-back");
        page.activate(".other-language");
        page.until("the page is English", "document.querySelector('.page').lang === 'en'");
        page.activate(".paper .primary");
        page.until("it is shown", PREVIEWED);
    }),
];

/// Of a file of several meetings.
const SHELF: &[DeskState] = &[
    ("shelf", |_, page| {
        page.eval("document.querySelectorAll('details').forEach(part => { part.open = true; })");
    }),
    ("shelf-search", |_, page| {
        page.type_into("#kg-query", "予算");
        page.until("hits are marked", "document.querySelector('.meeting-hits mark')");
    }),
    ("shelf-nothing", |_, page| {
        page.type_into("#kg-query", "ここにない語句");
        page.until("nothing is found", "document.querySelector('.shelf .empty')");
    }),
    ("shelf-filter", |_, page| {
        page.eval("document.querySelector('.shelf-choice').click()");
        page.until("a filter is on", "document.querySelector('.chip')");
        page.eval("document.querySelector('.shelf-show-filters').click()");
        page.until("the filters are shown", "document.querySelector('[data-filters=shown]')");
    }),
    ("shelf-meeting", |_, page| {
        page.eval("document.querySelectorAll('.meeting-title')[2].click()");
        page.until("the meeting is there", "document.querySelector('.shelf-over ~ .page article.speech')");
        page.eval("document.querySelectorAll('.over-ties > summary').forEach(summary => summary.click())");
        let drawn = "document.querySelectorAll('.over-ties > summary + *').length";
        page.until(
            "what ties it is drawn",
            &format!("{drawn} === document.querySelectorAll('.over-ties').length"),
        );
    }),
    ("shelf-english", |_, page| {
        page.eval("document.querySelector('.other-language').click()");
        page.until("the page is English", "document.querySelector('.page').lang === 'en'");
    }),
];

/// Holds that axe finds nothing, and that it did look.
pub fn check(page: &Page, what: &str) {
    page.run(AXE);
    let found = page.promised(
        "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })",
    );
    let n_passes = found["passes"].as_array().map_or(0, Vec::len);
    assert!(n_passes >= 10, "{what}: axe looked at {n_passes} things only: {found}");
    let words = |violation: &Value| {
        let nodes = violation["nodes"].as_array().into_iter().flatten();
        let nodes: Vec<String> =
            nodes.take(5).map(|node| format!("  {} {}", node["html"], node["failureSummary"])).collect();
        format!("{}: {}\n{}", violation["id"], violation["help"], nodes.join("\n"))
    };
    let violations: Vec<String> = found["violations"].as_array().into_iter().flatten().map(words).collect();
    assert!(violations.is_empty(), "{what}:\n{}", violations.join("\n"));
}

/// Brings the page to each state, from its opening each time, and checks it. Every state is looked
/// at before any that fails ends the journey.
fn each(site: &Site, page: &Page, states: &[&[State]], prepare: impl Fn(&Page)) {
    let mut failed = Vec::new();
    for (name, reach) in states.iter().copied().flatten() {
        let passed = catch_unwind(AssertUnwindSafe(|| {
            page.open(&"about:blank".parse().expect("an address"));
            page.open_app(&site.url());
            reach(page);
            prepare(page);
            check(page, name);
            keep(page, name);
            // What the reader chose is not to be remembered in the next state.
            page.run("localStorage.clear()");
        }));
        failed.extend(passed.is_err().then_some(*name));
    }
    assert!(failed.is_empty(), "barriers in {failed:?}");
}

/// The same for the viewer that opens files.
fn each_of_desk(site: &Site, page: &Page, prepare: impl Fn(&Page)) {
    each_after(site, page, DESK, open_desk, prepare);
}

/// The same for a file of several meetings.
fn each_of_shelf(site: &Site, page: &Page, prepare: impl Fn(&Page)) {
    each_after(site, page, SHELF, open_shelf, prepare);
}

fn each_after(
    site: &Site,
    page: &Page,
    states: &[DeskState],
    open: fn(&Site, &Page),
    prepare: impl Fn(&Page),
) {
    let mut failed = Vec::new();
    for (name, reach) in states {
        let passed = catch_unwind(AssertUnwindSafe(|| {
            page.open(&"about:blank".parse().expect("an address"));
            open(site, page);
            reach(site, page);
            prepare(page);
            check(page, name);
            page.holds(
                "nothing reaches over the side",
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
            );
            keep(page, name);
            page.run("localStorage.clear()");
        }));
        failed.extend(passed.is_err().then_some(*name));
    }
    assert!(failed.is_empty(), "barriers in {failed:?}");
}

pub fn the_desk_has_no_barriers(site: &Site, page: &Page) {
    each_of_desk(site, page, |_| ());
}

pub fn the_dark_desk_has_no_barriers(site: &Site, page: &Page) {
    page.prefer_dark();
    each_of_desk(site, page, |page| page.holds("it is dark", IS_DARK));
}

pub fn the_desk_has_no_barriers_on_a_narrow_screen(site: &Site, page: &Page) {
    page.resize(320, 740, 1);
    each_of_desk(site, page, |page| page.holds("it is narrow", "innerWidth === 320"));
}

pub fn the_shelf_has_no_barriers(site: &Site, page: &Page) {
    each_of_shelf(site, page, |_| ());
}

pub fn the_dark_shelf_has_no_barriers(site: &Site, page: &Page) {
    page.prefer_dark();
    each_of_shelf(site, page, |page| page.holds("it is dark", IS_DARK));
}

pub fn the_shelf_has_no_barriers_on_a_narrow_screen(site: &Site, page: &Page) {
    page.resize(320, 740, 1);
    each_of_shelf(site, page, |page| page.holds("it is narrow", "innerWidth === 320"));
}

/// Keeps the page as it is now, for a checker of HTML that is no browser.
fn keep(page: &Page, name: &str) {
    if let Some(folder) = std::env::var_os("KAIGIROKU_PAGES").filter(|_| page.is_chromium()) {
        let page = page.text("document.documentElement.outerHTML");
        write(folder.as_ref(), &format!("{name}.html"), &format!("<!doctype html>\n{page}\n"));
    }
}

pub fn the_plain_text_has_no_barriers(site: &Site, page: &Page) {
    page.open(&site.changed(|text| text.replacen("'wasm-unsafe-eval'", "", 1)));
    page.until("the plain text stays", "document.querySelector('#kg-note').textContent");
    check(page, "the plain text");
    keep(page, "plain");
    page.resize(320, 740, 1);
    page.open(&site.changed(|text| text.replacen("'wasm-unsafe-eval'", "", 1)));
    page.until("the plain text stays", "document.querySelector('#kg-note').textContent");
    check(page, "the plain text at 320 px");
}

pub fn the_dark_plain_text_has_no_barriers(site: &Site, page: &Page) {
    page.prefer_dark();
    page.open(&site.changed(|text| text.replacen("'wasm-unsafe-eval'", "", 1)));
    page.until("the plain text stays", "document.querySelector('#kg-note').textContent");
    page.holds("it is dark", IS_DARK);
    check(page, "the plain text in the dark");
}

/// Whether the page took notice of the wish.
const IS_DARK: &str = "matchMedia('(prefers-color-scheme: dark)').matches";

pub fn no_state_has_barriers(site: &Site, page: &Page) {
    each(site, page, &[STATES, WIDE], |_| ());
    page.resize(768, 1024, 1);
    each(site, page, &[STATES], |_| ());
}

pub fn no_state_has_barriers_in_the_dark(site: &Site, page: &Page) {
    page.prefer_dark();
    each(site, page, &[STATES, WIDE], |page| page.holds("it is dark", IS_DARK));
    page.resize(360, 740, 1);
    each(site, page, &[NARROW], |page| page.holds("it is dark", IS_DARK));
}

pub fn no_state_has_barriers_on_a_narrow_screen(site: &Site, page: &Page) {
    page.resize(320, 740, 1);
    each(site, page, &[STATES, NARROW], |page| page.holds("it is narrow", "innerWidth === 320"));
}

pub fn no_state_has_barriers_in_forced_colours(site: &Site, page: &Page) {
    page.force_colours();
    let is_forced =
        |page: &Page| page.holds("colours are forced", "matchMedia('(forced-colors: active)').matches");
    each(site, page, &[STATES, WIDE], is_forced);
    page.resize(360, 740, 1);
    each(site, page, &[NARROW], is_forced);
}

pub fn no_state_has_barriers_on_paper(site: &Site, page: &Page) {
    for (state, reach) in STATES.iter().chain(WIDE) {
        // The page is brought to its state on the screen, since paper has no controls.
        page.cdp("Emulation.setEmulatedMedia", json!({"media": "screen"}));
        each(site, page, &[&[(*state, *reach)]], Page::on_paper);
    }
}
