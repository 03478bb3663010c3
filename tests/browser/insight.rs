//! Questions and answers, promises, points, the agenda beside the discussion.

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// Whether the middle of the first element that fits can be seen, with nothing over it.
fn seen(selector: &str) -> String {
    format!(
        "(element => {{ const box = element?.getClientRects()[0];
            if (!box) return false;
            const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
            return top !== null && (top === element || element.contains(top) || top.contains(element));
        }})(document.querySelector('{selector}'))"
    )
}

const N_SHOWN: &str =
    "[...document.querySelectorAll('#kg-app article')].filter(article => article.checkVisibility()).length";

pub fn leads_from_a_promise_to_its_sentence(site: &Site, page: &Page) {
    page.open_app(&site.url());
    let promises = page.number("document.querySelectorAll('.ledger .promise').length");
    assert_eq!(promises, 3, "three promises are listed");
    let told = page.text("document.querySelector('.ledger .promise').textContent");
    page.press(".ledger a");
    page.until("the sentence is in view", &seen("#kg-app .pointed"));
    let pointed = "[...document.querySelectorAll('#kg-app .pointed')].map(run => run.textContent).join('')";
    assert!(page.text(pointed).contains(&told));
    page.holds(
        "in the speech that the address tells",
        "document.querySelector(location.hash + ' .pointed') !== null",
    );
    page.until("the keyboard is there", "document.activeElement.matches('article.current')");
}

pub fn goes_from_question_to_answer_through_a_filter(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s013;role=member"));
    page.until("a question is pointed at", "document.querySelector('#s013.current')");
    let shown = page.number(N_SHOWN);
    page.press("#s013 .pair");
    page.until("its answer is there", "document.querySelector('#s014.current.beside')");
    page.until("in view", &seen("#s014 h3"));
    assert_eq!(page.number(N_SHOWN), shown + 1, "beside what the filter lets through");
    page.holds("the filter stays", "document.querySelectorAll('.chip').length === 1");
    page.press("#s014 .pair");
    page.until("and back", "document.querySelector('#s013.current')");
    page.back();
    page.until("Back leads to the answer", "document.querySelector('#s014.current')?.checkVisibility()");
}

pub fn opens_at_a_point(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s017-2"));
    page.until("the point is in view", &seen("[id=\"s017-2\"]"));
    page.holds("it is the one pointed at", "document.querySelector('.point.now').id === 's017-2'");
    page.press("#s017 .unsettled a");
    page.until("the note leads to its point", "document.querySelector('.point.now').id === 's017-1'");
    page.until("the address tells it", "location.hash === '#s017-1'");
}

pub fn opens_at_a_point_without_script(site: &Site, page: &Page) {
    let url = site.changed(|text| text.replace("id=\"kg-boot\"", "id=\"kg-boot\" type=\"text/plain\""));
    let mut at = url.clone();
    at.set_fragment(Some("s017-2"));
    page.open(&at);
    let top = "document.getElementById('s017-2').getBoundingClientRect().top";
    page.until("the link jumps", &format!("{top} > -1 && {top} < innerHeight / 2"));
    page.holds("the app is not", "document.querySelector('#kg-app').childElementCount === 0");
}

pub fn filters_to_an_item_of_the_agenda_and_to_a_person(site: &Site, page: &Page) {
    page.open_app(&site.url());
    let promised = page.number(
        "Number(document.querySelector('.agenda tr:nth-child(4) .only').lastChild.data.match(/\\d+/)[0])",
    );
    page.press(".agenda tr:nth-child(4) .only");
    page.until("as many speeches are left as it said", &format!("{N_SHOWN} === {promised}"));
    page.holds("the switch is on", "document.querySelector('.agenda [aria-pressed=true]') !== null");
    page.press(".agenda tr:nth-child(4) .only");
    page.press(".roll .only");
    page.until("a person's speeches are left", &format!("{N_SHOWN} === 3"));
    let labels =
        "[...document.querySelectorAll('#kg-app article')].filter(article => article.checkVisibility())
        .every(article => article.querySelector('h3').textContent.includes('委員長'))";
    assert_eq!(page.eval(labels), json!(true));
}
