//! The file inside another page.

use crate::opening::N_SPEECHES;
use crate::page::Page;
use crate::site::{EAR, Site};

/// A page around a frame.
pub fn host(frame: &str) -> String {
    format!(
        "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><title>host</title><body>{frame}</body></html>"
    )
}

pub fn opens_in_a_sandbox(site: &Site, page: &Page) {
    let frame = format!(
        "<iframe title=\"会議録\" width=\"900\" height=\"800\" sandbox=\"allow-scripts\" src=\"{}\"></iframe>",
        site.heard()
    );
    page.open(&site.page("sandbox.html", &host(&frame)));
    page.enter_frame();
    page.until("the app shows speeches", crate::page::APP_IS_UP);
    page.press(crate::filtering::LABEL);
    page.until("a filter works", "document.querySelector('.chip')");
    assert_eq!(page.console(), [""; 0]);
}

pub fn is_read_in_a_frame_without_an_address(site: &Site, page: &Page) {
    page.open(&site.page("srcdoc.html", &host(&without_an_address(&site.after(EAR)))));
    page.enter_frame();
    page.until("the text is there", &format!("document.querySelectorAll('article').length === {N_SPEECHES}"));
    page.until("the app shows it", crate::page::APP_IS_UP);
    page.press(crate::filtering::LABEL);
    page.until("a filter works", "document.querySelector('.chip')");
    assert_eq!(page.console(), [""; 0]);
}

/// A frame that is given its page as text.
pub fn without_an_address(text: &str) -> String {
    let inside = text.replace('&', "&amp;").replace('"', "&quot;");
    format!("<iframe title=\"会議録\" width=\"900\" height=\"800\" srcdoc=\"{inside}\"></iframe>")
}
