//! The search box.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::site::Site;

const BOX: &str = "input[type=search]";
const WORDS: &str = "補助金";
const N_MARKS: &str = "document.querySelectorAll('#kg-app article:not([hidden] *) mark').length";
const STATUS: &str = "document.querySelector('#kg-app [role=status]').textContent";
/// `1 / 7件`
const COUNT: &str = "document.querySelector('#kg-app .count')?.textContent";

pub fn marks_and_counts_every_hit(site: &Site, page: &Page) {
    page.open_app(&site.url());
    // The name of a subject and what shows it are ours, though their words are those of the minutes.
    let written = format!(
        "[...document.querySelectorAll('main :is(h2, .narrative, .plain, .text > p:not(.subject))')]
        .map(part => part.textContent).join('\\n').split('{WORDS}').length - 1"
    );
    let n_hits = page.number(&written);
    assert!(n_hits > 1, "the words occur");
    page.type_into(BOX, WORDS);
    // A hit across a mended page break is two marks, so the words in the marks are counted.
    let marked = "[...document.querySelectorAll('#kg-app main mark:not([hidden] *)')].map(mark => mark.textContent).join('')";
    page.until("every hit is marked, and nothing else", &format!("{marked} === '{WORDS}'.repeat({n_hits})"));
    let status = page.text(STATUS);
    assert!(status.contains(&format!("{n_hits}件")), "{status} tells {n_hits}");
}

pub fn goes_round_the_hits_with_enter(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.type_into(BOX, WORDS);
    page.until("the first hit is looked at", &format!("{COUNT}?.startsWith('1 ')"));
    let n_hits = page.number(&format!("parseInt({COUNT}.split('/')[1])"));
    for hit in 2..=n_hits {
        page.type_into(BOX, Key::Enter);
        page.until("the next hit is looked at", &format!("{COUNT}.startsWith('{hit} ')"));
        page.until("it is in view", IN_VIEW);
    }
    page.type_into(BOX, Key::Enter);
    page.until("after the last comes the first", &format!("{COUNT}.startsWith('1 ')"));
    page.until("it is in view", IN_VIEW);
    page.type_into(BOX, Key::Shift + Key::Enter);
    page.until("and back", &format!("{COUNT}.startsWith('{n_hits} ')"));
}

/// Whether the hit that is looked at can be seen: nothing covers its middle.
const IN_VIEW: &str = "(mark => { const box = mark.getClientRects()[0];
    const seen = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return seen === mark || mark.contains(seen); })(document.querySelector('#kg-app mark.now:not([hidden] *)'))";

pub fn says_that_words_are_nowhere(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.type_into(BOX, "ここにない語句");
    page.until("the status says so", &format!("{STATUS}.includes('ありません')"));
    page.holds("nothing is marked", &format!("{N_MARKS} === 0"));
}

pub fn waits_for_the_input_method(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(BOX);
    page.cdp("Input.imeSetComposition", json!({"text": "じぎょう", "selectionStart": 4, "selectionEnd": 4}));
    page.until("the kana stand in the box", &format!("document.querySelector('{BOX}').value === 'じぎょう'"));
    page.holds("they are not looked for", &format!("{N_MARKS} === 0 && {STATUS} === ''"));
    page.cdp("Input.insertText", json!({"text": "事業"}));
    page.until("the settled words are found", &format!("{N_MARKS} > 0"));
    page.holds("the box holds them once", &format!("document.querySelector('{BOX}').value === '事業'"));
}

pub fn leads_from_words_to_a_permalink_without_a_pointer(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.keys(Key::Tab);
    page.holds("the first stop leads to the text", "document.activeElement.className === 'skip'");
    page.keys("/");
    page.until("the slash leads to the box", &format!("document.activeElement.matches('{BOX}')"));
    page.keys("奨学金");
    page.until("the words are found", &format!("{COUNT}?.startsWith('1 / ')"));
    page.keys(Key::Enter);
    page.until("the next hit is looked at", &format!("{COUNT}.startsWith('2 / ')"));
    // A link behind the box spares the way through everything beside the text.
    page.tab_to("a.skip", 12);
    page.keys(Key::Enter);
    page.tab_to("article .number", 12);
    let number = page.text("document.activeElement.textContent");
    page.keys(Key::Enter);
    let anchor = format!("s{number:0>3}");
    page.until("the address tells the speech", &format!("location.hash.startsWith('#{anchor}')"));
    page.until("the keyboard is there", &format!("document.activeElement.closest('#{anchor}')"));
    page.until("nothing stands over it", &crate::address::clear(&anchor));
}
