//! The file is opened by a double click.

use std::time::Instant;

use serde_json::json;

use crate::engine::Kind;
use crate::page::{PATIENCE, Page};
use crate::site::{EAR, Site};

/// How many speeches the bundle of `seeds/` holds.
pub const N_SPEECHES: i64 = 21;

pub fn asks_for_nothing_and_reports_nothing(site: &Site, page: &Page) {
    // Chromium tells about the file as it is; elsewhere a copy has to tell about itself.
    let url = if page.is_chromium() { site.url() } else { site.heard() };
    if page.is_chromium() {
        page.requests();
    }
    page.open_app(&url);
    page.type_into("input[type=search]", "事業");
    page.until("the words are found", "document.querySelector('#kg-app mark')");
    if page.is_chromium() {
        assert_eq!(page.requests(), [url.as_str()]);
    }
    page.holds("nothing was fetched", "performance.getEntriesByType('resource').length === 0");
    assert_eq!(page.console(), [""; 0]);
}

/// What the other journeys rely on when they find that nothing was reported.
pub fn what_a_page_reports_is_heard(site: &Site, page: &Page) {
    let text = format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>noise</title><script>{EAR}</script>
        <meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'none'\">
        <script>console.error('one'); setTimeout(() => {{ throw new Error('two') }}); Promise.reject(new Error('three'))</script>
        <style>p {{ color: red }}</style><script src=\"four.js\"></script>
        <script>onload = () => setTimeout(() => {{ document.title = 'done' }})</script>"
    );
    page.open(&site.page("noise.html", &text));
    page.until("the page is there", "document.title === 'done'");
    // Chromium tells in its console, in words of its own, what the others tell the page. WebKit keeps
    // from files what exactly went wrong in their scripts.
    let two = if page.kind() == Kind::WebKit { "Script error" } else { "two" };
    let policy = if page.is_chromium() { "violates" } else { "policy: style-src" };
    let mut heard = String::new();
    let end = Instant::now() + PATIENCE;
    while let Some(word) =
        ["one", two, "three", policy, "four.js"].iter().find(|word| !heard.contains(**word))
    {
        assert!(Instant::now() < end, "{word} is heard: {heard}");
        heard += &page.console().join("\n");
    }
}

/// Otherwise a browser would be tested that is more trusting than that of any reader.
pub fn a_file_cannot_read_its_neighbour(site: &Site, page: &Page) {
    let neighbour = site.page("neighbour.html", "<!doctype html><title>neighbour</title>");
    let text = "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>curious</title>";
    page.open(&site.page("curious.html", text));
    let read = page.promised(&format!("fetch('{neighbour}').then(() => 'read', () => 'refused')"));
    assert_eq!(read, json!("refused"));
}

pub fn puts_the_app_in_the_place_of_the_plain_text(site: &Site, page: &Page) {
    page.open_app(&site.url());
    assert_eq!(
        page.number("document.querySelectorAll('#kg-app article:not([hidden] *)').length"),
        N_SPEECHES
    );
    page.until("the plain text is gone", "!document.querySelector('#kg-plain')");
    assert_eq!(page.number("document.querySelectorAll('article').length"), N_SPEECHES);
    page.holds("one main heading", "document.querySelectorAll('h1').length === 1");
    page.holds("the language is told", "document.documentElement.lang === 'ja'");
    page.holds("no id stands twice", NO_ID_TWICE);
    let anchors = page.eval("[...document.querySelectorAll('article')].map(article => article.id)");
    let numbered: Vec<String> = (1..=N_SPEECHES).map(|number| format!("s{number:03}")).collect();
    assert_eq!(anchors, json!(numbered));
}

pub fn shows_the_form_the_roll_and_the_agenda(site: &Site, page: &Page) {
    page.open_app(&site.url());
    let facts = page.text("document.querySelector('.facts').innerText");
    for fact in ["令和7年3月10日", "公開", "傍聴者", "担当課"] {
        assert!(facts.contains(fact), "{fact}: {facts}");
    }
    let roll = "[...document.querySelectorAll('details.roll')]
        .map(group => [group.querySelector('summary').textContent, group.querySelectorAll('li').length])";
    assert_eq!(page.eval(roll), json!([["(1) 委員11名", 11], ["(2) 事務局7名", 7]]));
    let agenda = "[...document.querySelectorAll('.agenda tbody tr')].map(row =>
        [...row.cells].map(cell => cell.rowSpan + (cell.querySelector('a') ? 'a' : '')))";
    let rows = json!([["1"], ["1", "2a"], ["1"], ["1", "1a"], ["1", "1a"]]);
    assert_eq!(page.eval(agenda), rows, "協議 holds three items, two of them under one heading");
}

const NO_ID_TWICE: &str = "(ids => new Set(ids).size === ids.length)
    ([...document.querySelectorAll('[id]')].map(element => element.id))";

pub fn opens_after_its_line_ends_were_rewritten(site: &Site, page: &Page) {
    page.open_app(&site.changed(|text| text.replace('\n', "\r\n")));
    assert_eq!(
        page.number("document.querySelectorAll('#kg-app article:not([hidden] *)').length"),
        N_SPEECHES
    );
}

pub fn names_no_other_address(site: &Site, page: &Page) {
    page.open_app(&site.url());
    let named = "[...document.querySelectorAll('*')].flatMap(element => [...element.attributes])
        .filter(({name}) => ['src', 'srcset', 'href', 'action', 'data', 'poster', 'background'].includes(name))
        .map(({value}) => value).filter(value => !value.startsWith('#') && value !== 'data:,')";
    assert_eq!(page.eval(named), json!([]));
    assert!(!site.text.contains("@import"), "the style sheet is whole");
}
