//! What stays readable when something is missing or broken.

use crate::address::clear;
use crate::engine::Kind;
use crate::opening::N_SPEECHES;
use crate::page::{APP_IS_UP, Page};
use crate::site::{EAR, Site};

/// The content of a block of the file.
fn block<'a>(text: &'a str, id: &str) -> &'a str {
    let at = text.find(&format!("id=\"{id}\"")).expect("the file has the block");
    let rest = &text[at..];
    let start = rest.find('>').expect("the tag ends") + 1;
    let end = rest.find("</script>").expect("the block ends");
    &rest[start..end]
}

pub fn without_script_everything_is_read_and_jumped_to(site: &Site, page: &Page) {
    page.without_script();
    page.open(&site.url_at("s014"));
    page.until("the text is there", &format!("document.querySelectorAll('article').length === {N_SPEECHES}"));
    page.until("the link jumps", "scrollY > 0");
    page.holds("the app is not", "document.querySelector('#kg-app').childElementCount === 0");
    if page.kind() != Kind::WebKit {
        page.until("right to the speech", &clear("s014"));
    }
    if page.is_chromium() {
        assert_eq!(page.requests().last().map(String::as_str), Some(site.url().as_str()));
    }
}

/// Holds that the plain text stays, and that one line in Japanese says what happened.
pub fn check(page: &Page) {
    page.until("a line says what happened", &format!("{NOTICE}?.textContent.trim()"));
    let notice = page.text(&format!("{NOTICE}.textContent.trim()"));
    assert!(notice.chars().any(|c| ('ぁ'..='ん').contains(&c)), "{notice} is Japanese");
    assert!(!notice.contains('\n') && notice.chars().count() < 120, "{notice} is one line");
    page.holds("it can be seen", &format!("{NOTICE}.checkVisibility()"));
    page.holds(
        "the plain text stays",
        &format!(
            "[...document.querySelectorAll('#kg-plain article')]
        .filter(article => article.checkVisibility()).length === {N_SPEECHES}"
        ),
    );
    page.holds("the app is empty", "document.querySelector('#kg-app').childElementCount === 0");
}

/// The line outside the app that says what happened.
const NOTICE: &str = "[...document.querySelectorAll('[role=status], [role=alert]')]
    .find(element => !element.closest('#kg-app'))";

pub fn without_webassembly_the_text_stays(site: &Site, page: &Page) {
    page.open(&site.opened_after("delete globalThis.WebAssembly"));
    check(page);
    page.holds("it says so", &format!("{NOTICE}.textContent.includes('WebAssembly')"));
}

pub fn without_a_store_everything_else_works(site: &Site, page: &Page) {
    const FORBIDDEN: &str = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(globalThis, name, { get() { throw new DOMException(name, 'SecurityError') } }) }";
    page.open(&site.opened_after(&format!("{EAR} {FORBIDDEN}")));
    page.until("the app shows speeches", APP_IS_UP);
    page.holds(
        "the store is forbidden",
        "(() => { try { return !localStorage } catch (error) { return error.name === 'SecurityError' } })()",
    );
    for lang in ["en", "ja"] {
        page.press(&format!(".settings [lang={lang}] input"));
        let shown = if lang == "en" { "en" } else { "" };
        page.until("the language changes", &format!("document.querySelector('.page').lang === '{shown}'"));
    }
    page.press(crate::filtering::LABEL);
    page.until("a filter works", "document.querySelector('.chip')");
    assert_eq!(page.console(), [""; 0]);
}

pub fn with_a_damaged_viewer_the_text_stays(site: &Site, page: &Page) {
    let url = site.changed(|text| {
        let packed = block(text, "kg-wasm");
        let mut bytes = packed.to_owned().into_bytes();
        let middle = bytes.len() / 2;
        bytes[middle] = if bytes[middle] == b'A' { b'B' } else { b'A' };
        text.replacen(packed, &String::from_utf8(bytes).expect("base64 is ASCII"), 1)
    });
    page.open(&url);
    check(page);
}

pub fn under_a_stricter_policy_the_text_stays(site: &Site, page: &Page) {
    page.open(&site.changed(|text| text.replacen("'wasm-unsafe-eval'", "", 1)));
    check(page);
}

pub fn with_damaged_data_the_text_stays(site: &Site, page: &Page) {
    let url = site.changed(|text| {
        let data = block(text, "kg-doc");
        let half = data.char_indices().nth(data.chars().count() / 2).map_or(0, |(at, _)| at);
        text.replacen(data, &data[..half], 1)
    });
    page.open(&url);
    check(page);
}

pub fn after_a_panic_the_text_comes_back(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.until("the plain text is gone", "!document.querySelector('#kg-plain')");
    page.eval("document.dispatchEvent(new CustomEvent('kg:failed', { detail: 'panicked at a line' }))");
    check(page);
}
