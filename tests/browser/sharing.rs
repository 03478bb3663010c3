//! Links that are handed on, quotes that come back, files that leave the page.

use kaigiroku::bundle;
use kaigiroku::model::Minutes;

use crate::page::Page;
use crate::site::Site;

/// Keeps whatever the page makes a file of, and lets it go nowhere.
pub const KEEP_FILES: &str = "
    window.made = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { window.made.push(blob); return make.call(URL, blob); };
    document.addEventListener('click', (event) => {
        const link = event.target.closest?.('a[download]');
        if (link) { event.preventDefault(); window.made.at(-1).called = link.download; }
    }, true);";

const SHARE: &str = ".tool-share";

/// Presses a button and gives the file that comes of it: its name and its text.
pub fn saved(page: &Page, press: &str) -> (String, String) {
    let before = page.number("window.made.length");
    page.press(press);
    page.until("a file is made", &format!("window.made.length > {before} && window.made.at(-1).called"));
    let text = page.promised("window.made.at(-1).text()");
    let text = text.as_str().expect("a text").to_owned();
    (page.text("window.made.at(-1).called"), text)
}

/// Opens what is handed on of the whole.
pub fn open_share(page: &Page) {
    page.run(KEEP_FILES);
    page.press(SHARE);
    page.until("the dialog is open", "document.querySelector('#kg-share').open");
}

pub const FIRST_FILE: &str = ".share-files li:nth-child(1) button";
const SECOND_FILE: &str = ".share-files li:nth-child(2) button";
const THIRD_FILE: &str = ".share-files li:nth-child(3) button";

pub fn saves_itself_byte_for_byte(site: &Site, page: &Page) {
    page.open_app(&site.url());
    open_share(page);
    let (name, text) = saved(page, FIRST_FILE);
    assert!(name.starts_with("会議録_") && name.ends_with(".html"), "{name}");
    assert!(text == site.text, "{} bytes of {}", text.len(), site.text.len());
}

pub fn saves_itself_after_its_line_ends_were_rewritten(site: &Site, page: &Page) {
    page.open_app(&site.changed(|text| format!("\u{FEFF}{}", text.replace('\n', "\r\n"))));
    open_share(page);
    let (_, text) = saved(page, FIRST_FILE);
    assert!(text == site.text, "{} bytes of {}", text.len(), site.text.len());
}

pub fn saves_the_view_and_opens_with_it(site: &Site, page: &Page) {
    page.open_app(&site.url_at("q=%E5%8F%B0%E6%B9%BE;w=0;role=secretariat"));
    page.until("hits are marked", "document.querySelector('#kg-app mark')");
    let hits = page.number("document.querySelectorAll('#kg-app mark').length");
    open_share(page);
    let (_, text) = saved(page, FIRST_FILE);
    assert!(text != site.text, "the view is in the file");
    page.open(&"about:blank".parse().expect("an address"));
    page.open_app(&site.page("viewed.html", &text));
    page.until("the words are there", "document.querySelector('#kg-query').value === '台湾'");
    assert_eq!(page.number("document.querySelectorAll('#kg-app mark').length"), hits);
    open_share(page);
    let (_, again) = saved(page, FIRST_FILE);
    assert!(again == text, "saved again it is the same file");
}

pub fn carries_blocks_that_it_does_not_know(site: &Site, page: &Page) {
    let block =
        "<script type=\"application/json\" id=\"kg-notes\" data-v=\"7\">{\"a\":\"b &amp; c\"}</script>\n";
    let mark = "<script type=\"text/plain\" id=\"kg-wasm\"";
    let url = site.changed(|text| text.replacen(mark, &format!("{block}{mark}"), 1));
    page.open_app(&url);
    open_share(page);
    let (_, text) = saved(page, FIRST_FILE);
    assert!(text.contains(block), "the block is carried along");
    assert!(text == site.text.replacen(mark, &format!("{block}{mark}"), 1), "and all else stays");
}

pub fn saves_a_copy_without_program(site: &Site, page: &Page) {
    page.open_app(&site.url());
    open_share(page);
    let (_, text) = saved(page, SECOND_FILE);
    assert!(!text.contains("<script"), "no program");
    page.open(&site.page("copy.html", &text));
    page.holds("every speech is there", "document.querySelectorAll('article.speech').length === 21");
    page.holds(
        "it wears its style sheet",
        "getComputedStyle(document.querySelector('.facts dt')).fontSize !== '16px'",
    );
}

pub fn saves_an_excerpt_that_says_so(site: &Site, page: &Page) {
    page.open_app(&site.url_at("role=chair"));
    page.until("a filter is on", "document.querySelector('.chip')");
    open_share(page);
    let (name, text) = saved(page, THIRD_FILE);
    assert!(name.contains("抜粋"), "{name}");
    assert!(!text.contains("<script"), "no program");
    page.open(&site.page("excerpt.html", &text));
    page.holds("the chair's speeches alone", "document.querySelectorAll('article.speech').length === 3");
    page.holds("it says so", "document.querySelector('.excerpt').textContent.startsWith('抜粋')");
    page.holds(
        "no link leads nowhere",
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.querySelector(`[id=\"${a.hash.slice(1)}\"]`))",
    );
}

pub fn draws_a_quote_as_a_picture(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s007"));
    page.until("the speech is pointed at", "document.querySelector('#s007.current')");
    page.run(KEEP_FILES);
    page.activate("#s007 [aria-haspopup=dialog]");
    page.until("the card is drawn", "document.querySelector('.share-card')?.naturalWidth > 0");
    page.eval("document.querySelector('.share-card + .share-buttons button').click()");
    page.until("a picture is made", "window.made.at(-1)?.called?.endsWith('.png')");
    page.holds("as PNG", "window.made.at(-1).type === 'image/png' && window.made.at(-1).size > 10000");
    // Width and height are the first that a PNG says of itself.
    let size = page.promised("window.made.at(-1).slice(16, 24).arrayBuffer().then(bytes => `${new DataView(bytes).getUint32(0)}x${new DataView(bytes).getUint32(4)}`)");
    assert_eq!(size, "1200x630");
}

/// The field for a quote that is to be checked.
pub const QUOTE: &str = "#kg-share textarea";

/// Opens the part of the dialog in which a quote is checked.
pub fn open_check(page: &Page) {
    page.activate(SHARE);
    page.until("the dialog is open", "document.querySelector('#kg-share').open");
    page.eval("[...document.querySelectorAll('#kg-share p button')].at(-1).click()");
    page.until("there is a field", "document.querySelector('#kg-share textarea')");
}

/// Pastes a quote and has it checked.
pub fn check_quote(page: &Page, quote: &str) {
    open_check(page);
    page.eval_with("document.querySelector('#kg-share textarea').value = given", quote.into());
    page.activate("#kg-share .share-buttons button");
}

pub fn tells_a_true_quote_from_an_altered_one(site: &Site, page: &Page) {
    page.open_app(&site.url());
    check_quote(page, "起業した51人のうち廃止、休止したという方は3人。");
    page.until("it is exact", "document.querySelector('.verdict.same')");
    page.eval_with(
        "document.querySelector('#kg-share textarea').value = given",
        "起業した51人のうち廃止、休止したという方は13人。".into(),
    );
    page.activate("#kg-share .share-buttons button");
    page.until("it is altered", "document.querySelector('.verdict.changed del')?.textContent.endsWith('1')");
    page.activate(".verdict a");
    page.until("the place is shown", "document.querySelector('#s009 .pointed')");
    page.until("with nothing over it", "!document.querySelector('#kg-share').open");
}

/// Marks letters of the first paragraph of a speech, as a hand would.
pub fn mark_words(page: &Page, speech: &str, from: usize, to: usize) {
    page.run(&format!(
        "const text = document.querySelector('#{speech} .text p').firstChild;
         document.activeElement.blur();
         getSelection().setBaseAndExtent(text, {from}, text, {to});"
    ));
}

pub fn hands_on_words_that_are_marked(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s007"));
    page.until("the speech is pointed at", "document.querySelector('#s007.current')");
    mark_words(page, "s007", 3, 12);
    page.until("the bar is there", "document.querySelector('.reader')");
    page.activate(".reader [aria-haspopup=dialog]");
    page.until(
        "its words are quoted",
        "document.querySelector('#kg-share blockquote')?.textContent === '整備事業費補助金に'",
    );
}

/// A corrected edition of the built file.
fn corrected(site: &Site, name: &str, correct: impl Fn(&str) -> String) -> reqwest::Url {
    let minutes = bundle::read(&site.text).expect("the built file is whole");
    let text = correct(minutes.source.text());
    assert_ne!(text, minutes.source.text(), "something is corrected");
    let page = bundle::write(&site.text, &Minutes::of(text), None).expect("the shell is whole");
    site.page(name, &page)
}

pub fn follows_an_old_link_into_a_corrected_file(site: &Site, page: &Page) {
    page.open_app(&site.url_at("s007"));
    page.until("the speech is pointed at", "document.querySelector('#s007.current')");
    // The address of a file is of no use to others, so that the dialog shows none: the link is made
    // as it would be on a server.
    let minutes = bundle::read(&site.text).expect("the built file is whole");
    let document = kaigiroku::app::Document::new(minutes);
    let at = kaigiroku::app::permalink::parse(&document, "s007");
    let link = kaigiroku::app::permalink::hand_on(&document, &at, None);

    let open = |mut url: reqwest::Url| {
        url.set_fragment(Some(&link));
        page.open(&"about:blank".parse().expect("an address"));
        page.open_app(&url);
    };
    let told = "(document.querySelector('.followed')?.textContent ?? '')";
    open(site.url());
    page.until("the same speech", "document.querySelector('#s007.current')");
    page.holds("there is nothing to tell", "document.querySelector('.followed') === null");

    open(corrected(site, "moved.html", |text| {
        text.replacen("\n委員 ", "\n事務局 前回の会議録を確認いただきたい。\n\n委員 ", 1)
    }));
    page.until("it is found at its new number", "document.querySelector('#s008.current')");
    page.holds("and told", &format!("/発言7.*発言8/.test({told})"));

    open(corrected(site, "reworded.html", |text| text.replace("成功事例として", "先進事例として")));
    page.until("it is found", "document.querySelector('#s007.current')");
    page.holds("as changed", &format!("{told}.includes('変わって')"));

    open(corrected(site, "removed.html", |text| {
        let start = text.find("事務局 社員寮整備事業費補助金").expect("the speech");
        let end = text[start..].find('\n').expect("its end") + start;
        format!("{}{}", &text[..start], &text[end..])
    }));
    page.until("it is told to be gone", &format!("{told}.includes('見つかりません')"));
    page.holds("nothing else is pointed at", "document.querySelector('article.current') === null");
}
