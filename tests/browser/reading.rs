//! Reading the text: by keys, folded, aloud, beside its source.

use serde_json::json;
use thirtyfour::Key;

use crate::address::clear;
use crate::opening::N_SPEECHES;
use crate::page::Page;
use crate::site::{EAR, Site};

/// Whether the keyboard is on a speech, which can be seen.
fn is_at(page: &Page, anchor: &str) {
    page.until("the keyboard is on the speech", &format!("document.activeElement.id === '{anchor}'"));
    page.until("it is clear of the bar", &clear(anchor));
}

pub fn keys_lead_from_speech_to_speech(site: &Site, page: &Page) {
    page.open_app(&site.url());
    for (key, anchor) in [("j", "s001"), ("j", "s002"), ("j", "s003"), ("k", "s002")] {
        page.keys(key);
        is_at(page, anchor);
    }
    page.keys(Key::Right);
    is_at(page, "s003");
    page.keys(Key::Left);
    is_at(page, "s002");
    page.until("the address tells the last speech", "location.hash.startsWith('#s002')");
    page.back();
    page.until("the way there is one step of the history", "!location.hash.startsWith('#s00')");
    // Whoever has scrolled away goes on there.
    page.eval("document.querySelector('#s014').scrollIntoView()");
    page.until("another topic is in view", "document.querySelector('.here').textContent.includes('(2)')");
    page.keys("j");
    page.until("the keyboard is near", "['s012', 's013', 's014'].includes(document.activeElement.id)");
}

pub fn keys_lead_from_hit_to_hit_but_never_while_typing(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.keys("/");
    page.keys("事業");
    page.until("hits are marked", "document.querySelector('#kg-app mark.now')");
    page.keys("jn?");
    page.until("letters are typed", "document.querySelector('#kg-query').value === '事業jn?'");
    page.holds("nothing is explained", "!document.querySelector('dialog').open");
    page.keys(Key::Backspace + Key::Backspace + Key::Backspace);
    let count = "document.querySelector('#kg-app .count').textContent";
    page.until("hits are marked again", &format!("{count}.startsWith('1 / ')"));
    page.eval("document.activeElement.blur()");
    page.keys("n");
    page.until("the next hit is looked at", &format!("{count}.startsWith('2 / ')"));
    page.until("reading goes on there", "document.activeElement.matches('article:has(mark.now)')");
    page.keys("N");
    page.until("and back", &format!("{count}.startsWith('1 / ')"));
    let here = "document.activeElement.id";
    let before = page.text(here);
    page.keys("j");
    page.until(
        "and from speech to speech",
        &format!("{here} !== '{before}' && document.activeElement.matches('article.current')"),
    );
}

const HELP: &str = ".tool-help";

pub fn the_keys_are_explained_and_the_keyboard_comes_back(site: &Site, page: &Page) {
    page.open_app(&site.url());
    let opened = "document.querySelector('dialog').open && document.activeElement.closest('dialog')";
    for (close, key) in [("Escape", Key::Escape + ""), ("?", "?".into()), ("its button", Key::Enter + "")] {
        page.press(HELP);
        page.until("it is explained", opened);
        page.keys("j");
        page.holds("the text behind stands still", "!document.querySelector('article.current')");
        page.keys(key);
        page.until(&format!("{close} closes it"), "!document.querySelector('dialog').open");
        page.until("the keyboard is back", &format!("document.activeElement.matches('{HELP}')"));
    }
    page.eval("document.activeElement.blur()");
    page.keys("?");
    page.until("the key opens it, too", opened);
}

const FOLD: &str = "#t2 .fold";
const UNDER: &str = "document.querySelector('#t2-text')";
const SEEN: &str = "[...document.querySelectorAll('#kg-app article')].filter(article =>
    article.checkVisibility({ contentVisibilityAuto: false }) && article.getBoundingClientRect().height > 0).length";

pub fn what_is_folded_away_is_found(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(FOLD);
    page.until("the button says so", &format!("document.querySelector('{FOLD}').ariaExpanded === 'false'"));
    page.holds(
        "its text is hidden until found",
        &format!("{UNDER}.getAttribute('hidden') === 'until-found'"),
    );
    page.holds(
        "nothing of it is seen",
        &format!("!{UNDER}.querySelector('h3').checkVisibility({{ contentVisibilityAuto: true }})"),
    );
    // This is what the browser does before it shows what its own finding has found.
    page.eval(&format!("{UNDER}.dispatchEvent(new Event('beforematch', {{ bubbles: true }}))"));
    page.until("what is found is unfolded", &format!("!{UNDER}.hasAttribute('hidden')"));
    page.holds("and the button knows", &format!("document.querySelector('{FOLD}').ariaExpanded === 'true'"));
}

pub fn what_is_folded_away_is_printed(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(".tools button:first-child");
    page.until(
        "all is folded",
        "[...document.querySelectorAll('.fold')].every(fold => fold.ariaExpanded === 'false')",
    );
    page.keys("j");
    is_at(page, "s001");
    page.holds("what is gone to is unfolded", "document.querySelector('.fold').ariaExpanded === 'true'");
    page.on_paper();
    page.until("paper holds every speech", &format!("{SEEN} === {N_SPEECHES}"));
}

/// The button above the text that has it read aloud.
pub const READ: &str = ".tool-aloud";

/// A device with a Japanese voice of its own, which says what it is given to say.
pub const VOICE: &str = "
    window.SpeechSynthesisUtterance = class extends EventTarget {
        constructor(text) { super(); this.text = text; }
    };
    const synthesis = { spoken: [], now: null,
        getVoices: () => [{ lang: 'en-US', localService: true }, { lang: 'ja-JP', localService: false },
            { lang: 'ja_JP', localService: true, name: 'own' }],
        speak(utterance) { this.spoken.push(utterance.text); this.now = utterance; },
        cancel() { this.now = null; },
        end() { this.now.dispatchEvent(new Event('end')); } };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });";
const SPOKEN: &str = "speechSynthesis.spoken";
const ALOUD: &str = "[...document.querySelectorAll('.aloud')].map(part => part.textContent).join('')";

/// Presses the button of the bar that bears these words.
fn press_reader(page: &Page, words: &str) {
    let button =
        "[...document.querySelectorAll('.reader button')].find(button => button.textContent === given)";
    page.eval_with(&format!("{button}.click()"), json!(words));
}

pub fn the_text_is_read_aloud_sentence_by_sentence(site: &Site, page: &Page) {
    page.open_app(&site.opened_after(&format!("{EAR} {VOICE}")));
    page.press("#s002 .number");
    page.until("its actions are shown", "document.querySelector('#s002.current')");
    page.eval("[...document.querySelectorAll('#s002 .actions button')].at(-1).click()");
    page.until("the voice speaks", &format!("{SPOKEN}.length === 1"));
    page.holds("with a voice of the device", "speechSynthesis.now.voice.name === 'own'");
    page.until("the sentence is marked", &format!("{ALOUD} !== '' && {SPOKEN}[0].endsWith({ALOUD})"));
    page.holds(
        "the label comes first",
        &format!("{SPOKEN}[0].startsWith(document.querySelector('#s002 h3').textContent)"),
    );
    // Until the next speech is read.
    for n in 2..30 {
        page.eval("speechSynthesis.end()");
        page.until("the voice goes on", &format!("{SPOKEN}.length === {n}"));
        page.until("so does the mark", &format!("{SPOKEN}.at(-1).endsWith({ALOUD})"));
        if page.eval("document.querySelector('#s003 .aloud') !== null") == json!(true) {
            break;
        }
    }
    page.until(
        "the mark is in view",
        "(box => box.top >= 0 && box.bottom <= innerHeight)(
        document.querySelector('#s003 .aloud').getBoundingClientRect())",
    );
    press_reader(page, "一時停止");
    page.until("the voice is silent", "speechSynthesis.now === null");
    press_reader(page, "再開");
    page.until("the sentence is spoken again", &format!("{SPOKEN}.at(-1) === {SPOKEN}.at(-2)"));
    press_reader(page, "速く");
    page.until("faster", "speechSynthesis.now?.rate === 1.1");
    page.holds("and says so", "document.querySelector('.reader output').textContent === '1.1倍'");
    press_reader(page, "終了");
    page.until("the bar is gone", "!document.querySelector('.reader')");
    page.until("the voice is silent", "speechSynthesis.now === null");
    page.holds("the keyboard is where was read", "document.activeElement.id === 's003'");
    // What was pressed last was pressed by no hand, so that a jump may still be settling.
    page.activate(READ);
    page.until("the voice speaks", "speechSynthesis.now !== null");
    page.keys(Key::Escape);
    page.until("Escape stops it", "speechSynthesis.now === null");
    assert_eq!(page.console(), [""; 0]);
}

pub fn a_device_without_a_japanese_voice_says_so(site: &Site, page: &Page) {
    for voice in [
        "Object.defineProperty(globalThis, 'speechSynthesis', { value: { getVoices: () => [], cancel() {} } })",
        "Object.defineProperty(globalThis, 'speechSynthesis', { value: undefined })",
    ] {
        page.open(&"about:blank".parse().expect("an address"));
        page.open_app(&site.opened_after(&format!("{EAR} {voice}")));
        page.press(READ);
        page.until(
            "it is said",
            "document.querySelector('.reader [role=status]')?.textContent.includes('音声がありません')",
        );
        page.holds("nothing is marked", "!document.querySelector('.aloud')");
        page.keys(Key::Escape);
        page.until("and taken away", "!document.querySelector('.reader')");
        assert_eq!(page.console(), [""; 0]);
    }
}

pub fn the_source_stands_beside_the_text(site: &Site, page: &Page) {
    for (width, beside) in [(1440, true), (360, false)] {
        page.resize(width, 900, 1);
        page.open(&"about:blank".parse().expect("an address"));
        page.open_app(&site.url());
        page.press(".tools button[aria-pressed]");
        page.until("the source is shown", "document.querySelector('.original')");
        page.eval("document.querySelector('.original').scrollIntoView({ block: 'center' })");
        let text = "document.querySelector('.text:has(+ .original)').getBoundingClientRect()";
        let source = "document.querySelector('.original').getBoundingClientRect()";
        page.until("it has its place", &format!(
            "{beside} ? {text}.right <= {source}.left && {text}.top < {source}.bottom : {text}.bottom <= {source}.top"
        ));
        page.holds(
            "what was mended is marked",
            "document.querySelector('.text:has(+ .original) .join') !== null",
        );
    }
}

pub fn the_topic_in_view_is_told_and_leads_to_its_heading(site: &Site, page: &Page) {
    for width in [1440, 360] {
        page.resize(width, 740, 1);
        page.open(&"about:blank".parse().expect("an address"));
        page.open_app(&site.url());
        let top = "Math.round(document.querySelector('main').getBoundingClientRect().top + scrollY)";
        let height = "Math.round(document.querySelector('.stays').getBoundingClientRect().height)";
        let (before, high) = (page.number(top), page.number(height));
        page.eval("document.querySelector('#s016').scrollIntoView()");
        page.until("it is told", "document.querySelector('.here a')?.getAttribute('href') === '#t3'");
        page.holds("nothing has moved", &format!("{top} === {before} && {height} === {high}"));
        page.press(".here a");
        page.until("the heading is shown", &clear("t3"));
        page.holds("the address is left alone", "!location.hash.includes('t3')");
    }
}

pub fn the_speeches_are_listed_in_a_table(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(".list summary");
    page.until(
        "there is a row a speech",
        &format!("document.querySelectorAll('.list tbody tr').length === {N_SPEECHES}"),
    );
    page.press(".list tbody tr:nth-child(4) a");
    is_at(page, "s004");
    page.eval("scrollTo(0, 0)");
    page.press(".list summary");
    page.until("it is put away", "!document.querySelector('.list table')");
}
