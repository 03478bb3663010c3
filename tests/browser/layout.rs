//! Sizes, places, paper.

use serde_json::json;
use thirtyfour::Key;

use crate::address::clear;
use crate::opening::N_SPEECHES;
use crate::page::Page;
use crate::site::Site;

/// The tabs of a narrow screen, each with the sheet that it opens.
pub const SHEETS: [(&str, &str); 3] = [
    ("nav.tabs button:nth-child(2)", "contents"),
    ("nav.tabs button:nth-child(3)", "speakers"),
    ("nav.tabs button:nth-child(4)", "about"),
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
        page.resize(width, 800, 1);
        page.open_app(&site.url());
        fits(page, &format!("the view at {width} px"));
        if width < 600 {
            for sheet in SHEETS {
                open_sheet(page, sheet);
                fits(page, &format!("{} at {width} px", sheet.1));
            }
        }
    }
    page.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    for width in [320, 1440] {
        page.resize(width, 800, 1);
        page.open(&site.url());
        fits(page, &format!("the plain text at {width} px"));
    }
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
        page.until("a hit is looked at", "document.querySelector('mark.now')");
        page.type_into("input[type=search]", Key::Enter);
        page.until(
            "the hit is clear of the bar",
            "(mark => { const box = mark.getClientRects()[0];
            const seen = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            return mark === seen; })(document.querySelector('mark.now'))",
        );
    }
}

pub fn prints_every_speech(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.cdp("Emulation.setEmulatedMedia", json!({"media": "print"}));
    page.holds("every speech is on paper", &format!(
        "[...document.querySelectorAll('article')].filter(article => article.checkVisibility()).length === {N_SPEECHES}"
    ));
    page.holds(
        "no control is",
        "[...document.querySelectorAll('button, input, nav.tabs')]
        .every(element => !element.checkVisibility())",
    );
    assert!(page.paper().starts_with(b"%PDF"));
}
