//! The fragment of the address.

use serde_json::json;
use thirtyfour::Key;

use crate::filtering::LABEL;
use crate::opening::N_SPEECHES;
use crate::page::Page;
use crate::sharing::{QUOTE, open_check};
use crate::site::Site;

const N_SHOWN: &str = "document.querySelectorAll('#kg-app article:not([hidden] *)').length";

pub fn holds_the_state_and_goes_back(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(LABEL);
    page.until("the address tells the filter", "location.hash.length > 1");
    page.back();
    page.until("Back takes it off", &format!("{N_SHOWN} === {N_SPEECHES} && location.hash.length <= 1"));
    page.press("article .number");
    page.until("the address tells the speech", "location.hash === '#s001'");
}

pub fn goes_back_from_a_search(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s014"));
    page.until("the speech is pointed at", "document.querySelector('#s014.current')");
    page.type_into("input[type=search]", "事業");
    page.until("the address tells the words", "decodeURIComponent(location.hash).includes('事業')");
    page.back();
    page.until(
        "Back leads to the speech",
        "location.hash === '#s014' && document.querySelector('#s014.current')",
    );
    page.holds("without the words", "document.querySelector('input[type=search]').value === ''");
    page.eval("location.hash = '#nothing'");
    page.until("the address is another", "location.hash === '#nothing'");
    page.holds("and says nothing", "document.querySelector('#s014.current') !== null");
}

pub fn restores_the_state_after_a_reload(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(LABEL);
    page.type_into("input[type=search]", "事業");
    page.until("the address tells the words", "decodeURIComponent(location.hash).includes('事業')");
    let shown = page.number(N_SHOWN);
    let marked = page.number("document.querySelectorAll('#kg-app mark').length");
    page.reload();
    page.until("the words are back", "document.querySelector('input[type=search]')?.value === '事業'");
    assert_eq!(page.number(N_SHOWN), shown);
    assert_eq!(page.number("document.querySelectorAll('#kg-app mark').length"), marked);
}

pub fn opens_at_a_speech(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s014"));
    page.until("the speech is in view", &clear("s014"));
    page.holds("it is the one pointed at", "document.getElementById('s014').ariaCurrent === 'true'");
    page.holds("the ones before it are still there", &format!("{N_SHOWN} === {N_SPEECHES}"));
}

pub fn is_left_alone_by_copying(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s002"));
    copy(page, "s002");
    page.holds("the address stays", "location.hash === '#s002'");
    page.holds("the keyboard stays on the button", "document.activeElement.matches('#s002 .actions button')");
    open_check(page);
    page.press(QUOTE);
    if page.is_chromium() {
        page.cdp("Input.dispatchKeyEvent", json!({"type": "keyDown", "commands": ["paste"]}));
    } else {
        page.type_into(QUOTE, Key::Control + "v");
    }
    page.until("it is pasted", &format!("document.querySelector('{QUOTE}').value.endsWith('〕')"));
    page.activate("#kg-share .share-buttons button");
    page.until("what was copied is exact", "document.querySelector('.verdict.same')");
}

/// Copies the speech that is pointed at, by key: where WebKit still lays out the text above, what a
/// pointer was aimed at is elsewhere when it presses.
pub fn copy(page: &Page, anchor: &str) {
    let button = format!("document.querySelector('#{anchor}.current .actions button')");
    page.until("the speech is pointed at", &button);
    page.eval(&format!("{button}.focus()"));
    page.keys(Key::Enter);
    page.until(
        "the button says that it has copied",
        &format!("{button}.innerText.includes('コピーしました')"),
    );
}

/// Whether the head of a speech stands in the window with nothing over it.
pub fn clear(anchor: &str) -> String {
    format!(
        "(head => {{ const box = head.getBoundingClientRect();
            const seen = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            return box.top > -1 && box.bottom <= innerHeight && seen !== null && (head.contains(seen) || seen === head);
        }})(document.querySelector('#{anchor} h3, #{anchor} h2, #{anchor} header'))"
    )
}

pub fn ignores_what_it_cannot_read(site: &Site, page: &Page) {
    let (long, longer) = ("あ".repeat(34_000), "a".repeat(1_000_000));
    let unreadable = [
        "%E3%81;q=%",
        "s999999",
        "s-1",
        "s99999999999999999999",
        "%00",
        ";;;",
        ";=;=&=",
        "__proto__;constructor=1",
        "<svg onload=alert(1)>",
        "role=nobody",
        "%",
        ";",
        &long,
        &longer,
    ];
    for fragment in unreadable {
        page.open(&"about:blank".parse().expect("an address"));
        let mut url = site.heard();
        url.set_fragment(Some(fragment));
        page.open_app(&url);
        page.until("every speech is shown", &format!("{N_SHOWN} === {N_SPEECHES}"));
        assert_eq!(page.console(), [""; 0], "{}", fragment.chars().take(40).collect::<String>());
    }
    for fragment in unreadable {
        page.eval_with("location.hash = given", fragment.into());
    }
    page.eval("location.hash = 's002'");
    page.until("the app still listens", &clear("s002"));
    page.holds("every speech is still shown", &format!("{N_SHOWN} === {N_SPEECHES}"));
    assert_eq!(page.console(), [""; 0]);
}
