//! A file of many meetings: found, opened, gone back from, linked to, printed.

use kaigiroku::bundle::shelf::{self, Contents, Prime};
use kaigiroku::model::Minutes;
use kaigiroku::shelf::{Draft, Shelf};
use reqwest::Url;
use serde_json::json;
use thirtyfour::Key;

use crate::desk::{open_desk, pick};
use crate::page::{APP_IS_UP, Page};
use crate::shelf_sample::texts;
use crate::site::{EAR, Site, before_policy};

/// True once the start is drawn.
pub const START_IS_UP: &str = "document.querySelector('.page.shelf') && !document.querySelector('#kg-plain')";

/// The file of six meetings.
pub fn shelf_text(site: &Site) -> String {
    let read = |(file, text): (String, String)| (file, Minutes::of(text));
    let meetings: Vec<(String, Minutes)> = texts().into_iter().map(read).collect();
    let prime = Prime::of(meetings.iter().map(|(_, minutes)| minutes));
    let drafts = meetings.iter().map(|(file, minutes)| Draft::of(file, minutes)).collect();
    let (bound, places) = Shelf::bind(drafts);
    let block = |(entry, place): (&kaigiroku::shelf::Entry, &usize)| {
        let bytes = shelf::write_meeting(&meetings[*place].1).expect("a meeting is written");
        prime.pack(entry.key, &bytes).expect("it is packed")
    };
    let blocks: Vec<_> = bound.entries.iter().zip(&places).map(block).collect();
    let blocks: Vec<_> = blocks.iter().collect();
    let newest = bound.newest().expect("there is one");
    let plain =
        shelf::write_listing(&bound, "見本の会議録", &[(newest, meetings[places[newest.idx()]].1.clone())]);
    let contents =
        Contents {
            title: "見本の会議録", shelf: &bound, plain: &plain, prime: &prime, blocks: &blocks
        };
    shelf::write(&site.shelf_shell(), &contents).expect("the shelf is written").concat()
}

/// The address of the file of six meetings.
pub fn shelf_url(site: &Site) -> Url {
    site.page("shelf.html", &shelf_text(site))
}

/// Opens the start of the shelf.
pub fn open_shelf(site: &Site, page: &Page) {
    open_shelf_at(page, &shelf_url(site));
}

fn open_shelf_at(page: &Page, url: &Url) {
    page.open(url);
    page.until("the start is there", START_IS_UP);
    // WebKit takes its language from the system; a reader would choose.
    if page.eval("document.querySelector('.page').lang === 'en'") == json!(true) {
        page.activate(".other-language");
        page.until("it speaks Japanese", "!document.querySelector('.page').lang");
    }
}

fn search(page: &Page, words: &str) {
    page.type_into("#kg-query", words);
    page.until("an answer is there", "document.querySelector('.shelf .status').textContent");
}

fn status(page: &Page) -> String {
    page.text("document.querySelector('.shelf .status').textContent")
}

/// How many meetings are listed.
const N_LISTED: &str = "document.querySelectorAll('.meeting').length";

/// Presses the first of these elements that holds these words, as a hand would: what a script presses makes no
/// step that Back leads to.
fn activate(page: &Page, selector: &str, words: &str) {
    let mark = "element => document.querySelectorAll('[data-wanted]').forEach(other => other.removeAttribute('data-wanted'))
        || element.setAttribute('data-wanted', '')";
    page.eval(&format!(
        "({mark})([...document.querySelectorAll('{selector}')].find(element => element.textContent.includes('{words}')))"
    ));
    page.press("[data-wanted]");
}

/// Opens the meeting whose title holds these words.
fn press_title(page: &Page, words: &str) {
    activate(page, ".meeting-title", words);
    page.until("the meeting is there", MEETING_IS_UP);
}

const MEETING_IS_UP: &str =
    "document.querySelector('.shelf-over') && document.querySelector('article.speech')";

pub fn lists_meetings_and_opens_one_and_goes_back(site: &Site, page: &Page) {
    open_shelf(site, page);
    assert_eq!(page.number(N_LISTED), 6);
    assert_eq!(page.text("document.title"), "見本の会議録");
    assert_eq!(page.text("document.querySelector('.council h2').textContent"), "港まつり実行委員会");
    press_title(page, "令和5年度第1回");
    page.holds("the window is called after it", "document.title.startsWith('令和5年度第1回')");
    page.holds("the address names it", "/^#m=[0-9a-f]{6}-[0-9a-f]{8}$/.test(location.hash)");
    page.holds(
        "the links inside name it",
        "[...document.querySelectorAll('article.speech a.number, .speech a[href]')]\
        .every(link => link.getAttribute('href').startsWith('#m='))",
    );
    page.press(".over-back");
    page.until("the start is back", START_IS_UP);
    page.until(
        "the keyboard is where the reader was",
        "document.activeElement.matches('.meeting-title') && document.activeElement.textContent.includes('令和5年度第1回')",
    );
    page.back();
    page.until("Back leads into the meeting again", MEETING_IS_UP);
    page.back();
    page.until("and out of it", START_IS_UP);
}

pub fn goes_on_to_the_neighbours_of_a_meeting(site: &Site, page: &Page) {
    open_shelf(site, page);
    press_title(page, "令和5年度第2回");
    let title = "(document.querySelector('.top h1')?.textContent ?? '')";
    page.activate(".over-neighbour:last-of-type");
    page.until("the next one is there", &format!("{title}.startsWith('令和6年度第1回 若草野市')"));
    page.activate(".over-neighbour");
    page.until("the one before is there", &format!("{title}.startsWith('令和5年度第2回')"));
}

pub fn finds_words_in_every_meeting_and_leads_to_a_speech(site: &Site, page: &Page) {
    open_shelf(site, page);
    search(page, "予算");
    assert_eq!(status(page), "5件の会議に、該当7件");
    assert_eq!(page.number(N_LISTED), 5);
    page.holds(
        "hits are marked",
        "[...document.querySelectorAll('.meeting-hits mark')].every(mark => mark.textContent === '予算')",
    );
    page.until("the address holds the words", "location.hash === '#q=%E4%BA%88%E7%AE%97'");
    page.activate(".meeting-hits li:last-child a");
    page.until("the meeting is there", MEETING_IS_UP);
    page.until("the speech is pointed at", "document.querySelector('.speech.current mark')");
    page.holds("the words are in its box", "document.querySelector('#kg-query').value === '予算'");
    page.back();
    page.until("Back leads to what was found", START_IS_UP);
    assert_eq!((status(page).as_str(), page.number(N_LISTED)), ("5件の会議に、該当7件", 5));
    page.back();
    page.until("and before the words", &format!("{N_LISTED} === 6"));
}

pub fn filters_by_year_council_and_speaker(site: &Site, page: &Page) {
    open_shelf(site, page);
    let choose = |words: &str| activate(page, ".shelf-choice", words);
    let count = |words: &str| {
        page.text(&format!(
            "[...document.querySelectorAll('.shelf-filters tr')].find(row => row.textContent.includes('{words}')).querySelector('td').textContent"
        ))
    };
    assert_eq!((count("2024年度"), count("潮見委員")), ("3件".to_owned(), "3件".to_owned()));
    choose("2024年度");
    page.until("three are left", &format!("{N_LISTED} === 3"));
    assert_eq!((count("2023年度"), count("潮見委員")), ("2件".to_owned(), "1件".to_owned()));
    choose("港まつり実行委員会");
    page.until("one is left", &format!("{N_LISTED} === 1"));
    page.holds("the address holds both", "/^#c=.*;y=2024$/.test(location.hash)");
    page.press(".chips li:first-child button");
    page.until("a chip takes its filter off", &format!("{N_LISTED} === 3"));
    page.back();
    page.until("Back puts it on again", &format!("{N_LISTED} === 1"));
}

pub fn a_link_opens_a_meeting_at_a_speech(site: &Site, page: &Page) {
    open_shelf(site, page);
    press_title(page, "令和6年度第1回 若草野市");
    let meeting = page.text("location.hash.slice(1)");
    let mut url = shelf_url(site);
    url.set_fragment(Some(&format!("{meeting};s003;q=%E4%BA%88%E7%AE%97")));
    page.open(&"about:blank".parse().expect("an address"));
    page.open(&url);
    page.until("the speech is pointed at", "document.querySelector('#s003.current mark')");
    page.reload();
    page.until("it is so after a reload", "document.querySelector('#s003.current mark')");
    page.eval("location.hash = '#m=000000-00000000'");
    page.until("what is not there is told of", START_IS_UP);
    assert_eq!(status(page), "リンク先の会議は、このファイルにありません。");
}

pub fn a_broken_block_leaves_the_others_readable(site: &Site, page: &Page) {
    let text = shelf_text(site);
    let at = text.rfind("id=\"kg-m-").expect("there are blocks");
    let start = at + text[at..].find('>').expect("a tag") + 5;
    let mut broken = text.clone();
    broken.replace_range(start..start + 4, "AAAA");
    assert!(broken != text);
    open_shelf_at(page, &site.page("broken.html", &broken));
    search(page, "会議");
    page.until("one is told of", "document.querySelectorAll('.meeting-broken').length <= 1");
    page.eval("location.hash = ''");
    page.until("all are listed", &format!("{N_LISTED} === 6"));
    page.until("one is told of", "document.querySelectorAll('.meeting-broken').length === 1");
    page.eval("document.querySelector('.meeting:has(.meeting-broken) .meeting-title').click()");
    page.until("why is told", "document.querySelector('.shelf-shut [role=alert]')");
    page.activate(".over-back");
    page.until("the start is back", START_IS_UP);
    press_title(page, "令和5年度第1回");
}

pub fn asks_for_nothing_and_reports_nothing(site: &Site, page: &Page) {
    let url = site.page("heard-shelf.html", &before_policy(&shelf_text(site), EAR));
    open_shelf_at(page, &url);
    search(page, "図書館");
    page.activate(".meeting-hits a");
    page.until("the meeting is there", MEETING_IS_UP);
    assert_eq!(page.eval("heard"), json!([]));
}

pub fn is_used_by_keyboard_alone(site: &Site, page: &Page) {
    open_shelf(site, page);
    page.type_into("#kg-query", "空き家");
    page.until("an answer is there", "document.querySelector('.shelf .status').textContent");
    page.tab_to(".meeting-hits a", 40);
    page.keys(Key::Enter + "");
    page.until("the meeting is there", MEETING_IS_UP);
    page.until("reading goes on in it", "document.activeElement.closest('main')");
}

pub fn without_script_the_newest_is_read_and_linked_to(site: &Site, page: &Page) {
    let without = shelf_text(site).replacen("'wasm-unsafe-eval'", "", 1);
    let url = site.page("plain-shelf.html", &without);
    page.open(&url);
    page.until("the plain text stays", "document.querySelector('#kg-note').textContent");
    page.holds("meetings are listed", "document.querySelectorAll('#kg-plain .council li').length === 6");
    let meeting = page.text("document.querySelector('#kg-plain article.meeting').id");
    page.holds(
        "a link of the viewer leads to a speech",
        &format!("document.getElementById('{meeting};s001') !== null"),
    );
}

pub fn several_files_become_one_shelf(site: &Site, page: &Page) {
    open_desk(site, page);
    let file = |(at, (_, text)): (usize, (String, String))| site.file(&format!("{at}.txt"), text.as_bytes());
    let files: Vec<_> = texts().into_iter().enumerate().map(file).collect();
    pick(page, &files);
    page.until("all are read", "document.querySelectorAll('.paper.read').length === 6");
    page.activate(".shelve");
    page.until("the start is there", "document.querySelector('.page.shelf')");
    assert_eq!(page.number(N_LISTED), 6);
    search(page, "予算");
    assert_eq!(status(page), "5件の会議に、該当7件");
    page.activate(".meeting-hits a");
    page.until("the meeting is there", MEETING_IS_UP);
    page.back();
    page.until("Back leads to the shelf", "document.querySelector('.page.shelf')");
    page.activate(".desk-back");
    page.until("and the desk is as it was", "document.querySelectorAll('.paper.read').length === 6");
    page.holds("a file opens by itself as before", "!document.querySelector('.shelf-over')");
    page.activate(".paper-actions button:nth-of-type(2)");
    page.until("one meeting is there", APP_IS_UP);
}
