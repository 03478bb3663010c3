//! Sizes, places, paper.

use serde_json::json;
use thirtyfour::Key;

use crate::address::clear;
use crate::opening::N_SPEECHES;
use crate::page::Page;
use crate::site::Site;

/// The tabs of a narrow screen, each with the sheet that it opens.
pub const SHEETS: [(&str, &str); 4] = [
    ("nav.tabs button:nth-child(2)", "contents"),
    ("nav.tabs button:nth-child(3)", "speakers"),
    ("nav.tabs button:nth-child(4)", "insight"),
    ("nav.tabs button:nth-child(5)", "about"),
];

/// Opens a sheet and waits for it.
pub fn open_sheet(page: &Page, (tab, sheet): (&str, &str)) {
    page.press(tab);
    page.until("the sheet is open", &format!("document.querySelector('.sheet-{sheet}').checkVisibility()"));
}

fn fits(page: &Page, what: &str) {
    // What sticks out is named, so that a failure says what to mend.
    let wide = "[...document.querySelectorAll('body *')].filter(element => element.checkVisibility()
        && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map(element => element.tagName + '.' + element.className).slice(0, 5)";
    let excess = page.number("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert!(excess <= 0, "{what}: {excess} px too wide: {}", page.eval(wide));
}

pub fn never_scrolls_sideways(site: &Site, page: &Page) {
    for width in [320, 360, 768, 1024, 1440] {
        page.resize(width, 740, 1);
        page.open_app(&site.url());
        fits(page, &format!("the view at {width} px"));
        if width < 600 {
            for sheet in SHEETS {
                open_sheet(page, sheet);
                fits(page, &format!("{} at {width} px", sheet.1));
            }
        }
    }
}

pub fn never_scrolls_sideways_without_script(site: &Site, page: &Page) {
    page.without_script();
    for width in [320, 1440] {
        page.resize(width, 800, 1);
        page.open(&site.url());
        fits(page, &format!("the plain text at {width} px"));
    }
}

/// The distances that WCAG 1.4.12 lets a reader ask for.
const WIDER: &str = "(sheet => { sheet.replaceSync(`* { line-height: 1.5 !important;
    letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet]; })(new CSSStyleSheet())";

pub fn holds_wider_text(site: &Site, page: &Page) {
    for width in [320, 768, 1440] {
        page.resize(width, 740, 1);
        page.open_app(&site.url());
        page.eval(WIDER);
        if width <= 768 {
            open_sheet(page, SHEETS[1]);
        }
        page.press(crate::filtering::LABEL);
        page.until("a filter is on", "document.querySelector('.chip')");
        fits(page, &format!("wider text at {width} px"));
        // What hides its overflow would cut words off. A chip and the topic in view end in … and
        // tell their words whole.
        let cut =
            "[...document.querySelectorAll('#kg-app :not(.chip-text, .here p, .visually-hidden, .status, .skip)')]
            .filter(element => element.checkVisibility() && getComputedStyle(element).overflowX === 'hidden'
                && element.scrollWidth > element.clientWidth).map(element => element.className)";
        assert_eq!(page.eval(cut), json!([]), "at {width} px");
    }
}

pub fn closes_a_sheet_with_escape(site: &Site, page: &Page) {
    page.resize(360, 740, 2);
    page.open_app(&site.url());
    for sheet in SHEETS {
        open_sheet(page, sheet);
        let is_open = format!("document.querySelector('.sheet-{}').checkVisibility()", sheet.1);
        page.until("the keyboard is in the sheet", "document.activeElement.closest('.sheet')");
        page.keys(Key::Escape);
        page.until("the sheet is closed", &format!("!{is_open}"));
        page.until("the keyboard is on the tabs", "document.activeElement.closest('.tabs')");
    }
    open_sheet(page, SHEETS[0]);
    page.press(".contents > li:last-child > .contents-row a");
    page.until("a jump closes the sheet", "!document.querySelector('.sheet-contents').checkVisibility()");
    page.until("and shows the heading", &clear("t3"));
}

pub fn keeps_what_is_pointed_at_clear_of_the_bar(site: &Site, page: &Page) {
    for width in [360, 768, 1440] {
        page.resize(width, 740, 1);
        page.open(&"about:blank".parse().expect("an address"));
        page.open_app(&site.url());
        for anchor in ["s021", "s002", "s014"] {
            page.eval_with("location.hash = given", anchor.into());
            page.until("the speech is clear of the bar", &clear(anchor));
        }
        page.type_into("input[type=search]", "事業");
        page.until("a hit is looked at", "document.querySelector('mark.now:not([hidden] *)')");
        page.type_into("input[type=search]", Key::Enter);
        page.until(
            "the hit is clear of the bar",
            "(mark => { const box = mark.getClientRects()[0];
            const seen = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            return mark === seen; })(document.querySelector('mark.now:not([hidden] *)'))",
        );
    }
}

/// Nothing of the interface is on paper.
fn is_paper(page: &Page) {
    page.on_paper();
    let controls =
        "[...document.querySelectorAll('button, input, nav.tabs, nav.block, .facet, .strip, .skip')]
        .filter(element => element.checkVisibility()).map(element => element.outerHTML.slice(0, 120))";
    assert_eq!(page.eval(controls), json!([]), "no control is on paper");
}

pub fn says_on_paper_what_was_left_out(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.holds("a whole record says nothing", "!document.querySelector('.part')");
    page.type_into("input[type=search]", "奨学金");
    page.until("hits are marked", "document.querySelector('#kg-app mark')");
    page.holds("the screen does not say it", "!document.querySelector('.part').checkVisibility()");
    is_paper(page);
    page.holds("paper does", "document.querySelector('.part').checkVisibility()");
    let part = page.text("document.querySelector('.part').textContent");
    let shown = page.number("document.querySelectorAll('#kg-app article:not([hidden] *)').length");
    assert_eq!(part, format!("発言{N_SPEECHES}件のうち{shown}件だけを印刷しています（検索語「奨学金」）。"));
}

pub fn prints_every_speech(site: &Site, page: &Page) {
    page.open_app(&site.url());
    is_paper(page);
    page.holds("every speech is on paper", &format!(
        "[...document.querySelectorAll('article')].filter(article => article.checkVisibility()).length === {N_SPEECHES}"
    ));
    page.holds(
        "in the order of the form",
        "(tops => tops.every((top, at) => at === 0 || tops[at - 1] < top))(['h1', '.facts', '.roll', '.agenda', '#s001']
        .map(part => document.querySelector('#kg-app ' + part).getBoundingClientRect().top))",
    );
    assert!(page.paper().starts_with(b"%PDF"));
}

/// How many speeches can be seen, and how many letters of the minutes in each: what is derived from
/// them is for the screen.
const SPEECHES: &str = "(speeches => [speeches.length, speeches.map(speech => {
        const walk = document.createTreeWalker(speech, NodeFilter.SHOW_TEXT);
        let n = 0;
        while (walk.nextNode()) {
            const { parentElement, data } = walk.currentNode;
            const printed = parentElement.closest('h3, .text > p:not(.subject)') && !parentElement.closest('.point');
            if (printed && parentElement.checkVisibility()) n += data.replace(/\\s/g, '').length;
        }
        return n;
    })])([...document.querySelectorAll('#kg-app article')].filter(speech => speech.checkVisibility()))";

pub fn paper_holds_what_the_screen_shows(site: &Site, page: &Page) {
    page.open_app(&site.url());
    let screen = page.eval(SPEECHES);
    assert_eq!(screen[0], json!(N_SPEECHES));
    let n_letters: i64 = screen[1].as_array().into_iter().flatten().filter_map(|n| n.as_i64()).sum();
    assert!(n_letters > 2000, "the speeches hold the text: {n_letters} letters");
    is_paper(page);
    assert_eq!(page.eval(SPEECHES), screen, "paper and screen, speech by speech");
}
