//! Files that are brought to an empty viewer: read, laid beside their source, saved.

use std::path::PathBuf;

use kaigiroku::bundle;
use kaigiroku::model::Minutes;
use serde_json::json;
use thirtyfour::Key;

use crate::many::kaigiroku;
use crate::opening::N_SPEECHES;
use crate::page::{APP_IS_UP, Page};
use crate::sharing::{KEEP_FILES, open_share, saved};
use crate::shelf_sample::texts;
use crate::site::Site;

/// The field for files.
pub const FILES: &str = ".drop-ways input";

/// A meeting with a weekday that is not that of its day, on its third line.
pub const HARBOUR: &str = "第1回 港まつり実行委員会 会議録\n\n\
    1 開催日時 令和6年11月12日（水）午前10時から\n\n\
    2 出席者\n(1) 委員 浜田渚委員長、磯部岬委員\n\n\
    3 議題\n(1) 花火の打ち上げについて\n\n\
    ○委員長　ただいまから会議を開きます。\n\n\
    ○委員　花火の打ち上げについて、潮位は①から㈱まで調べたのか。\n\n\
    ○委員長　調べました。\n";

/// True once the desk is drawn and hears what is brought.
const DESK_IS_UP: &str = "document.querySelector('.bring') && !document.querySelector('#kg-plain')";

/// Opens the empty viewer.
pub fn open_desk(site: &Site, page: &Page) {
    open_desk_at(page, &site.viewer());
}

pub fn open_desk_at(page: &Page, url: &reqwest::Url) {
    page.open(url);
    page.until("the desk is there", DESK_IS_UP);
    // WebKit takes its language from the system; a reader would choose.
    if page.eval("document.querySelector('.page').lang === 'en'") == json!(true) {
        page.activate(".other-language");
        page.until("it speaks Japanese", "!document.querySelector('.page').lang");
    }
}

/// Picks files as the dialog of the browser would.
pub fn pick(page: &Page, paths: &[PathBuf]) {
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    page.give(FILES, &paths.join("\n"));
}

/// Picks one file and waits for what was understood of it.
pub fn preview(site: &Site, page: &Page, name: &str, bytes: &[u8]) {
    pick(page, &[site.file(name, bytes)]);
    page.until("it is shown", PREVIEWED);
}

/// The text that the page takes out of a file; then the desk is empty again.
pub fn text_of(site: &Site, page: &Page, name: &str, bytes: &[u8]) -> String {
    preview(site, page, name, bytes);
    page.until("it is this one", &format!("document.title === '{name}'"));
    let text = page.text(SOURCE);
    page.activate(".desk-back");
    page.until("the list is there", "document.querySelector('.paper.read')");
    page.activate(".papers-all button:last-child");
    page.until("the list is empty", "!document.querySelector('.paper')");
    text
}

/// The text as received, as the preview shows it: a line keeps the sign that ended it unless it was LF.
const SOURCE: &str = "[...document.querySelectorAll('.letters')].map(line => line.textContent)
    .reduce((text, line) => text + (/[\\v\\f\\x85\\u2028\\u2029]$/.test(text) ? '' : '\\n') + line)";

/// Whether a paper lies beside its source.
pub const PREVIEWED: &str = "document.querySelector('.preview .lines')";

/// Brings a list of files to the page as a hand does that lets them go over it.
const DROP: &str = "window.bring = (kind, files) => {
    const carried = new DataTransfer();
    for (const file of files) carried.items.add(file);
    const event = new Event(kind, { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'dataTransfer', { value: carried });
    document.querySelector('h1').dispatchEvent(event);
    return event.defaultPrevented;
};";

pub fn reads_several_files_and_a_bad_one_stops_none(site: &Site, page: &Page) {
    open_desk(site, page);
    let (sjis, _, _) = encoding_rs::SHIFT_JIS.encode(HARBOUR);
    let files = [
        site.file("港.txt", &sjis),
        site.file("写真.png", b"\x89PNG\r\n\x1A\n"),
        site.file("harbour.txt", HARBOUR.as_bytes()),
    ];
    pick(page, &files);
    page.until("all are done", "document.querySelectorAll('.paper.read, .paper.refused').length === 3");
    let told = |at: usize| page.text(&format!("document.querySelectorAll('.paper')[{at}].textContent"));
    assert!(told(0).contains("Shift_JIS") && told(0).contains("読めました 発言3件"), "{}", told(0));
    assert!(told(1).contains("読めません") && told(1).contains("画像"), "{}", told(1));
    assert!(told(2).contains("UTF-8") && told(2).contains("要確認"), "{}", told(2));
    let status = page.text("document.querySelector('.desk-status').textContent");
    assert_eq!(status, "2件を読みました。読めないものが1件あります。");
    page.activate(".paper.refused .paper-actions button:last-child");
    page.until("it is off the desk", "document.querySelectorAll('.paper').length === 2");
}

pub fn shows_a_finding_at_its_line_and_leads_there(site: &Site, page: &Page) {
    open_desk(site, page);
    preview(site, page, "harbour.txt", HARBOUR.as_bytes());
    page.until("the window is called after it", "document.title === 'harbour.txt'");
    let line = "document.querySelector('#kg-line-3')";
    page.holds(
        "the line is marked, in words too",
        &format!(
            "{line}.matches('.noted.warning') && {line}.querySelector('small b').textContent === '要確認'"
        ),
    );
    page.activate(".notices li a[href=\"#kg-line-3\"]");
    page.until("the line is pointed at", &format!("document.activeElement === {line}"));
    page.activate("#kg-line-3 small a");
    page.until("and leads back", "document.activeElement.matches('.notices li.now')");
    page.holds("no address tells of lines", "!location.hash.includes('line')");
    assert_eq!(page.text(SOURCE), HARBOUR);
    page.holds("three speeches are told", "document.querySelectorAll('.a-speech').length === 3");
}

pub fn is_used_by_keyboard_alone(site: &Site, page: &Page) {
    open_desk(site, page);
    preview(site, page, "harbour.txt", HARBOUR.as_bytes());
    page.until("the keyboard is at the name", "document.activeElement.matches('h1')");
    page.tab_to(".preview-ways .primary", 2);
    page.tab_to(".pane-source", 2);
    page.tab_to("select", 2);
    page.tab_to(".notices a", 6);
    page.keys(Key::Enter);
    page.until("the line has the keyboard", "document.activeElement.matches('#kg-line-3')");
    page.tab_to("#kg-line-3 small a", 1);
    page.keys(Key::Enter);
    page.until("the notice has it", "document.activeElement.matches('.notices li')");
    page.tab_to(".a-speech > a", 4);
}

pub fn an_encoding_is_overruled_by_hand(site: &Site, page: &Page) {
    open_desk(site, page);
    let (bytes, _, _) = encoding_rs::EUC_JP.encode(HARBOUR);
    preview(site, page, "euc.txt", &bytes);
    page.holds(
        "it was recognised",
        "document.querySelector('.preview-encoding option').textContent.includes('EUC-JP')",
    );
    choose_encoding(page, "Shift_JIS");
    page.until(
        "it is read as was asked",
        "document.querySelector('#kg-line-1') && !document.querySelector('#kg-line-1').textContent.includes('港まつり')",
    );
    choose_encoding(page, "EUC-JP");
    page.until("and again", "document.querySelector('#kg-line-1')?.textContent.includes('港まつり')");
}

/// Chooses an encoding by its name.
fn choose_encoding(page: &Page, name: &str) {
    page.eval_with(
        "(list => {
            list.selectedIndex = [...list.options].findIndex(option => option.textContent === given);
            list.dispatchEvent(new Event('change', { bubbles: true }));
        })(document.querySelector('.preview-encoding select'))",
        name.into(),
    );
}

pub fn saves_a_file_that_opens_by_itself(site: &Site, page: &Page) {
    let seed = bundle::read(&site.text).expect("the built file is whole");
    open_desk(site, page);
    preview(site, page, "seed.txt", seed.source.text().as_bytes());
    page.run(KEEP_FILES);
    let (name, text) = saved(page, ".preview-ways button:nth-child(2)");
    assert!(name.starts_with("会議録_令和6年度第2回") && name.ends_with(".html"), "{name}");
    page.until("that is told", "document.querySelector('.desk-status').textContent.includes('保存')");
    assert_eq!(bundle::read(&text).expect("it is whole"), Minutes::of(seed.source.text()));
    assert!(
        text.contains("trusted-types 'none'") && text.contains("frame-src 'self'"),
        "it is as closed as any"
    );

    let url = site.page("saved.html", &text);
    page.open(&"about:blank".parse().expect("an address"));
    page.open_app(&url);
    let speeches = "document.querySelectorAll('article.speech').length";
    assert_eq!(page.number(speeches), N_SPEECHES);
    open_share(page);
    let (_, again) = saved(page, ".share-files li:nth-child(1) button");
    assert!(again == text, "it saves itself byte for byte");
}

pub fn saves_all_that_was_read(site: &Site, page: &Page) {
    open_desk(site, page);
    pick(page, &[site.file("a.txt", HARBOUR.as_bytes()), site.file("b.txt", "○委員　はい。\n".as_bytes())]);
    page.until("both are read", "document.querySelectorAll('.paper.read').length === 2");
    page.run(KEEP_FILES);
    page.activate(".papers-all .button:not(.shelve, .save-shelf)");
    page.until("both are made", "window.made.length === 2 && window.made.every(blob => blob.called)");
    let text = page.promised("window.made[0].text()");
    let minutes = bundle::read(text.as_str().expect("a text")).expect("it is whole");
    assert_eq!(minutes.source.text(), HARBOUR);
}

/// What is on a shelf and what lies beside it in a file of its own become one shelf.
pub fn a_shelf_and_a_file_become_one_shelf(site: &Site, page: &Page) {
    open_desk(site, page);
    let texts: Vec<_> = texts()
        .into_iter()
        .zip(0..)
        .map(|((_, text), at)| site.file(&format!("on-{at}.txt"), text.as_bytes()))
        .collect();
    let shelf = site.file("on-one-shelf.html", b"");
    let arguments = ["bundle".as_ref(), "-o".as_ref(), shelf.as_path()];
    kaigiroku(&[&arguments[..], &texts.iter().map(PathBuf::as_path).collect::<Vec<_>>()].concat());
    pick(page, &[shelf, site.file("beside.txt", HARBOUR.as_bytes())]);
    page.until("all are read", "document.querySelectorAll('.paper.read').length === 7");
    let told = page.text("document.querySelector('.paper').textContent");
    assert!(told.contains("on-") && told.contains("「on-one-shelf.html」から"), "{told}");
    page.activate(".shelve");
    page.until("all are on the shelf", "document.querySelectorAll('.meeting').length === 7");
    page.activate(".desk-back");
    page.until("the list is there", "document.querySelectorAll('.paper.read').length === 7");
}

pub fn opens_the_minutes_and_goes_back(site: &Site, page: &Page) {
    open_desk(site, page);
    preview(site, page, "harbour.txt", HARBOUR.as_bytes());
    page.activate(".preview-ways .primary");
    page.until("the viewer shows them", APP_IS_UP);
    page.holds("all of them", "document.querySelectorAll('article.speech').length === 3");
    page.type_into("input[type=search]", "花火");
    page.until("words are found", "document.querySelector('#kg-app mark')");
    page.activate(".desk-back");
    page.until("the list is back", "document.querySelector('.paper.read')");
    page.until("the keyboard is at the paper", "document.activeElement.matches('.paper')");
    page.activate(".paper-actions .primary");
    page.until("the preview is there", PREVIEWED);
    page.back();
    page.until("Back leads to the list", "document.querySelector('.paper.read')");
    page.holds("with all that was brought", "document.querySelectorAll('.paper').length === 1");
}

pub fn takes_what_is_dropped_anywhere(site: &Site, page: &Page) {
    open_desk(site, page);
    page.run(DROP);
    page.eval("window.bring('dragover', [new File(['x'], 'x.txt')])");
    page.until("the page says that it takes them", "document.querySelector('.veil')");
    page.eval_with("window.bring('drop', [new File([given], 'dropped.txt')])", HARBOUR.into());
    page.until("it is read and shown", PREVIEWED);
    page.holds("and the page is clear", "!document.querySelector('.veil')");
    page.activate(".preview-ways .primary");
    page.until("the viewer shows them", APP_IS_UP);
    page.eval_with("window.bring('drop', [new File([given], 'second.txt')])", HARBOUR.into());
    page.until("over minutes, too", "document.querySelectorAll('.paper.read').length === 2");
}

pub fn walks_through_folders_that_are_dropped(site: &Site, page: &Page) {
    open_desk(site, page);
    page.run(
        "const file = (path, text) => ({ name: path.split('/').at(-1), fullPath: path, isDirectory: false,
            file: found => setTimeout(() => found(new File([text], path.split('/').at(-1)))) });
        const folder = (path, ...batches) => ({ name: path.split('/').at(-1), fullPath: path, isDirectory: true,
            createReader: () => ({ readEntries: found => setTimeout(() => found(batches.shift() ?? [])) }) });
        const lost = { name: 'lost.txt', fullPath: '/r/lost.txt', isDirectory: false,
            file: (found, failed) => setTimeout(() => failed(new DOMException('gone'))) };
        const root = folder('/r', [file('/r/b.txt', '○委員　乙。')],
            [folder('/r/a', [file('/r/a/z.txt', '○委員　甲。'), file('/r/a/.hidden', 'x')]), lost]);
        const event = new Event('drop', { bubbles: true, cancelable: true });
        const items = [{ webkitGetAsEntry: () => root, getAsFile: () => null },
            { webkitGetAsEntry: () => null, getAsFile: () => new File(['○委員　丙。'], 'c.txt') }];
        Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items } });
        document.body.dispatchEvent(event);",
    );
    page.until("all are read", "document.querySelectorAll('.paper.read').length === 3");
    let names =
        page.text("[...document.querySelectorAll('.paper-name')].map(name => name.textContent).join(' ')");
    assert_eq!(names, "c.txt r/a/z.txt r/b.txt");
    let told = page.text("document.querySelector('.desk-status').textContent");
    assert!(told.contains("フォルダーを選ぶ"), "of the file that is lost: {told}");
}

/// A file and a folder, dragged from the desk of the system and let go over the page.
pub fn takes_what_a_hand_drops(site: &Site, page: &Page) {
    open_desk(site, page);
    let file = site.file("alone.txt", HARBOUR.as_bytes());
    let folder = file.with_file_name("dropped");
    std::fs::create_dir_all(folder.join("deeper")).expect("a folder");
    for name in ["b.txt", "deeper/a.txt", ".hidden"] {
        site.file(&format!("dropped/{name}"), HARBOUR.as_bytes());
    }
    for kind in ["dragEnter", "dragOver", "drop"] {
        let carried = json!({"items": [], "files": [file, folder], "dragOperationsMask": 1});
        page.cdp("Input.dispatchDragEvent", json!({"type": kind, "x": 300, "y": 300, "data": carried}));
    }
    page.until("all are read", "document.querySelectorAll('.paper.read').length === 3");
    let names =
        page.text("[...document.querySelectorAll('.paper-name')].map(name => name.textContent).join(' ')");
    assert_eq!(names, "alone.txt dropped/b.txt dropped/deeper/a.txt");
}

/// Pastes a text where the keyboard is nowhere in particular.
pub fn paste(page: &Page, text: &str) {
    page.eval_with(
        "(() => {
            const carried = new DataTransfer();
            carried.setData('text/plain', given);
            const event = new Event('paste', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: carried });
            document.body.dispatchEvent(event);
        })()",
        text.into(),
    );
}

pub fn a_text_is_pasted_changed_and_read_again(site: &Site, page: &Page) {
    open_desk(site, page);
    paste(page, HARBOUR);
    page.until("it is read and shown", PREVIEWED);
    page.activate(".pane-source .pane-head button");
    page.until("it can be changed", "document.querySelector('#kg-edit')");
    let changed = HARBOUR.replace("（水）", "（火）");
    page.holds(
        "as it was pasted",
        &format!("document.querySelector('#kg-edit').value === {}", json!(HARBOUR)),
    );
    page.eval_with("document.querySelector('#kg-edit').value = given", changed.as_str().into());
    page.activate(".edit .primary");
    page.until("it is read again", "document.querySelector('#kg-line-3')?.textContent.includes('（火）')");
    page.holds("and nothing is amiss on the line", "!document.querySelector('#kg-line-3').matches('.noted')");

    page.activate(".desk-back");
    page.until("the list is there", "document.querySelector('.paper')");
    page.activate(".paste summary");
    page.type_into("#kg-paste", "○委員　潮は満ちた。");
    page.activate(".paste .button");
    page.until(
        "a text from the field is shown",
        "document.querySelector('#kg-line-1')?.textContent.includes('潮')",
    );
}

pub fn refuses_a_gigabyte_by_its_size(site: &Site, page: &Page) {
    open_desk(site, page);
    page.run(DROP);
    page.run(
        "window.opened = 0;
        const large = new File(['x'], 'archive.txt');
        Object.defineProperty(large, 'size', { value: 2 ** 30 });
        for (const way of ['arrayBuffer', 'text', 'stream', 'slice']) {
            const how = large[way];
            large[way] = function (...given) { window.opened += 1; return how.apply(this, given); };
        }
        const event = new Event('drop', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items: [
            { getAsFile: () => large }, { getAsFile: () => new File(['○委員　はい。'], 'small.txt') }] } });
        document.body.dispatchEvent(event);",
    );
    page.until("the other is read", "document.querySelector('.paper.read')");
    let why = page.text("document.querySelector('.paper.refused').textContent");
    assert!(why.contains("大きすぎます") && why.contains("1073.8 MB"), "{why}");
    page.holds("it was never opened", "window.opened === 0");
}

pub fn reads_a_page_of_others_that_stays_dead(site: &Site, page: &Page) {
    open_desk_at(page, &site.page("heard-viewer.html", &site.viewer_after(crate::site::EAR)));
    let lines: String = HARBOUR.lines().map(|line| format!("<p>{line}</p>\n")).collect();
    let html = format!(
        "<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\"><title>港</title>
        <script>window.ran = true</script><style>p {{ color: red }}</style></head>
        <body onload=\"window.ran = true\"><img src=\"x.png\" onerror=\"window.ran = true\">
        <main>{lines}</main></body></html>"
    );
    preview(site, page, "harbour.html", html.as_bytes());
    page.holds("its speeches are told", "document.querySelectorAll('.a-speech').length === 3");
    page.holds(
        "none of its marks is text",
        "!document.querySelector('.pane-source').textContent.includes('<p>')",
    );
    page.holds("nothing of it ran", "window.ran === undefined");
    page.holds("nothing of it was fetched", "performance.getEntriesByType('resource').length === 0");
    // A browser may tell that its policy has kept styles and scripts of the page from doing anything.
    let heard: Vec<String> =
        page.console().into_iter().filter(|words| !words.to_lowercase().contains("policy")).collect();
    assert_eq!(heard, [""; 0]);
}

pub fn works_in_a_sandbox(site: &Site, page: &Page) {
    let inside = site.page("inner-viewer.html", &site.viewer_after(crate::site::EAR));
    let frame = format!(
        "<iframe title=\"会議録\" width=\"900\" height=\"800\" sandbox=\"allow-scripts\" src=\"{inside}\"></iframe>"
    );
    page.open(&site.page("sandboxed-viewer.html", &crate::embedding::host(&frame)));
    page.enter_frame();
    page.until("the desk is there", DESK_IS_UP);
    paste(page, HARBOUR);
    page.until("a text is read and shown", PREVIEWED);
    page.activate(".preview-ways .primary");
    page.until("the viewer shows it", APP_IS_UP);
    page.activate(".desk-back");
    page.until("the list is back", "document.querySelector('.paper.read')");
    assert_eq!(page.console(), [""; 0]);
}

pub fn asks_for_nothing_and_says_how(site: &Site, page: &Page) {
    open_desk_at(page, &site.page("heard-viewer.html", &site.viewer_after(crate::site::EAR)));
    page.holds(
        "the policy is told as it stands",
        "[...document.querySelectorAll('.policy code')]
        .map(rule => rule.textContent).join('; ') === document.querySelector('meta[http-equiv]').content",
    );
    page.holds(
        "it forbids connections",
        "document.querySelector('.policy').textContent.includes(\"connect-src 'none'\")",
    );
    let refused = page.promised("fetch('data:,x').then(() => 'read', () => 'refused')");
    assert_eq!(refused, json!("refused"));
    page.holds("nothing was fetched", "performance.getEntriesByType('resource').length === 0");
}
