//! The file on a server: of an office without https, of a portal with a policy of its own.

use crate::address::copy;
use crate::breakage;
use crate::embedding::{host, without_an_address};
use crate::engine::Kind;
use crate::filtering::LABEL;
use crate::opening::N_SPEECHES;
use crate::page::{APP_IS_UP, Page};
use crate::site::{EAR, Site};

pub fn opens_over_plain_http_and_asks_for_nothing_more(site: &Site, page: &Page) {
    let mut url = site.server.page("minutes.html", &[], &site.after(EAR));
    url.set_fragment(Some("s002"));
    site.server.asked();
    page.open_app(&url);
    if site.server.is_trusted() {
        eprintln!(
            "this machine has no address of its own: plain http is asked for at 127.0.0.1, which browsers trust"
        );
    } else {
        page.holds("it is no place to trust", "!isSecureContext && !crypto.subtle && !navigator.clipboard");
    }
    // On such pages there is the older way of copying only.
    copy(page, "s002");
    page.type_into("input[type=search]", "事業");
    page.until("words are found", "document.querySelector('#kg-app mark')");
    page.until("the address tells them", "decodeURIComponent(location.hash).includes('事業')");
    assert_eq!(site.server.asked(), ["/minutes.html"]);
    assert_eq!(page.console(), [""; 0]);
}

pub fn the_policy_of_the_page_around_does_not_reach_the_file(site: &Site, page: &Page) {
    let inside = site.server.page("inside.html", &[], &site.after(EAR));
    let frame = format!("<iframe title=\"会議録\" width=\"900\" height=\"800\" src=\"{inside}\"></iframe>");
    let policy = format!(
        "Content-Security-Policy: default-src 'none'; frame-src {}",
        inside.origin().ascii_serialization()
    );
    page.open(&site.server.page("portal.html", &[&policy], &host(&frame)));
    page.enter_frame();
    page.until("the app shows speeches", APP_IS_UP);
    page.press(LABEL);
    page.until("a filter works", "document.querySelector('.chip')");
    assert_eq!(page.console(), [""; 0]);
}

pub fn under_the_policy_of_the_page_around_the_text_stays(site: &Site, page: &Page) {
    let text = host(&without_an_address(&site.text));
    let policy = "Content-Security-Policy: default-src 'none'; script-src 'unsafe-inline'";
    page.open(&site.server.page("no-program.html", &[policy], &text));
    page.enter_frame();
    if page.kind() == Kind::WebKit {
        // WebKit hands on to the frame what its styles may be, but not that wasm is forbidden.
        page.until("the app shows speeches", APP_IS_UP);
    } else {
        breakage::check(page);
    }
    // Where no script runs at all, none can say so.
    page.open(&site.server.page("no-script.html", &["Content-Security-Policy: default-src 'none'"], &text));
    page.enter_frame();
    page.until("the text is there", &format!(
        "[...document.querySelectorAll('#kg-plain article')].filter(article => article.checkVisibility()).length === {N_SPEECHES}"
    ));
}
