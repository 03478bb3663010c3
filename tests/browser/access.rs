//! axe-core looks for barriers.

use serde_json::Value;

use crate::layout::{SHEETS, open_sheet};
use crate::page::Page;
use crate::site::Site;

const AXE: &str = include_str!("axe/axe.min.js");

/// Holds that axe finds nothing, and that it did look.
pub fn check(page: &Page, what: &str) {
    page.run(AXE);
    let found = page.promised("axe.run(document, { resultTypes: ['violations'] })");
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

pub fn the_plain_text_has_no_barriers(site: &Site, page: &Page) {
    page.before_each_page("delete globalThis.WebAssembly");
    page.open(&site.url());
    page.until("the plain text stays", "document.querySelector('[role=status], [role=alert]')?.textContent");
    check(page, "the plain text");
    page.prefer("prefers-color-scheme", "dark");
    check(page, "the plain text in the dark");
}

pub fn the_view_has_no_barriers(site: &Site, page: &Page) {
    page.open_app(&site.url());
    check(page, "the view");
    page.resize(768, 1024, 1);
    check(page, "the view at 768 px");
}

pub fn a_search_has_no_barriers(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.type_into("input[type=search]", "事業");
    page.until("hits are marked", "document.querySelector('#kg-app mark')");
    page.press(crate::filtering::LABEL);
    page.until("a filter is on", "document.querySelector('.chip')");
    check(page, "a search with a filter");
}

pub fn the_dark_view_has_no_barriers(site: &Site, page: &Page) {
    page.prefer("prefers-color-scheme", "dark");
    page.open_app(&site.url());
    page.type_into("input[type=search]", "事業");
    page.until("hits are marked", "document.querySelector('#kg-app mark')");
    check(page, "the view in the dark");
}

pub fn the_sheets_of_a_phone_have_no_barriers(site: &Site, page: &Page) {
    page.resize(360, 740, 2);
    page.open_app(&site.url());
    check(page, "a phone");
    for scheme in ["light", "dark"] {
        page.prefer("prefers-color-scheme", scheme);
        for sheet in SHEETS {
            open_sheet(page, sheet);
            check(page, &format!("the sheet {} on a phone, {scheme}", sheet.1));
        }
    }
}
