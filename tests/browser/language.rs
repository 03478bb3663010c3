//! The page in English, and what the browser keeps of it.

use serde_json::json;

use crate::access::check;
use crate::page::Page;
use crate::site::Site;

const ENGLISH: &str = ".settings [lang=en] input";

pub fn is_chosen_and_kept(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.holds("the page is Japanese", "!document.querySelector('.page').lang");
    page.press(ENGLISH);
    page.until("the page is English", "document.querySelector('.page').lang === 'en'");
    page.holds("the title is not", "document.querySelector('h1').lang === 'ja'");
    page.holds("no link tells of it", "location.hash.length <= 1");
    page.reload();
    page.until("it still is English", "document.querySelector('.page')?.lang === 'en'");
    check(page, "the view in English");
    page.resize(320, 800, 1);
    page.open_app(&site.url());
    // A file in a frame is another to some browsers.
    if page.eval("document.querySelector('.page').lang") != json!("en") {
        page.eval_with("document.querySelector(given).click()", ENGLISH.into());
    }
    page.until("it is English", "document.querySelector('.page').lang === 'en'");
    page.holds(
        "English fits a narrow screen",
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
    );
}

pub fn colours_and_keys_are_switched_off(site: &Site, page: &Page) {
    let role =
        "getComputedStyle(document.querySelector('.speech.role-secretariat')).getPropertyValue('--role')";
    page.open_app(&site.url());
    let before = page.text(role);
    page.press(".settings > label:nth-of-type(1) input");
    page.until("the colours are off", "document.querySelector('.page').dataset.colours === 'off'");
    assert_ne!(page.text(role), before);
    page.press(".settings > label:nth-of-type(3) input");
    page.keys("/");
    page.holds("the search box is left alone", "document.activeElement.id !== 'kg-query'");
    page.press(".settings > label:nth-of-type(3) input");
    page.keys("/");
    page.until("the key works again", "document.activeElement.id === 'kg-query'");
}
