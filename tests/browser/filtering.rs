//! Filters by speaker label, role and topic.

use crate::opening::N_SPEECHES;
use crate::page::Page;
use crate::site::Site;

/// The first speaker label.
pub const LABEL: &str = ".sheet-speakers .facet-row";
const N_SHOWN: &str = "document.querySelectorAll('#kg-app article:not([hidden] *)').length";
const PROMISED: &str = "parseInt(document.querySelector('.sheet-speakers .facet td').textContent)";

pub fn lets_through_as_many_speeches_as_it_said(site: &Site, page: &Page) {
    page.open_app(&site.url());
    let promised = page.number(PROMISED);
    assert!((1..N_SPEECHES).contains(&promised), "a label fits some speeches: {promised}");
    page.press(LABEL);
    page.until("the others are gone", &format!("{N_SHOWN} === {promised}"));
    page.holds(
        "the switch is on",
        "document.querySelector('.facet-row').getAttribute('aria-pressed') === 'true'",
    );
    let topics = "[...document.querySelectorAll('.contents > li > .contents-row button')]
        .map(button => parseInt(button.textContent.match(/(\\d+)件/)[1])).reduce((sum, n) => sum + n, 0)";
    assert_eq!(page.number(topics), promised, "the counts of the contents follow");
}

pub fn comes_off_by_its_chip(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(LABEL);
    page.until("a chip shows the filter", "document.querySelector('.chip')");
    page.press(".chip");
    page.until("every speech is back", &format!("{N_SHOWN} === {N_SPEECHES}"));
    page.holds("no chip is left", "!document.querySelector('.chip')");
}
