//! A site of many meetings on plain hosting: pages that fetch their program, and a search over all of them.

use std::path::Path;
use std::process::Command;

use reqwest::Url;
use thirtyfour::Key;

use crate::access::check;
use crate::page::{APP_IS_UP, Page};
use crate::server::Server;
use crate::sharing::{FIRST_FILE, open_share, saved};
use crate::site::{EAR, Site, before_policy};

const LIBRARY: &str = "令和7年度第2回図書館協議会 会議録\n\n開催日時 令和8年2月4日（水）\n\n\
    委員　夜間も開館してほしい。\n\n事務局　検討します。\n";
const WATER: &str = "令和7年第1回水道審議会 会議録\n\n開催日時 令和7年6月2日\n\n\
    委員　水道の夜間の工事は。\n\n事務局　行っています。\n";

/// The site of two meetings on a server of its own, and the address of its folder. Every page has somebody who
/// listens to what it reports.
fn hosted() -> (Server, Url) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in [("a.txt", LIBRARY), ("b.txt", WATER)] {
        write(&folder.path().join(name), text);
    }
    let out = folder.path().join("out");
    kaigiroku(&["site".as_ref(), folder.path(), "-o".as_ref(), &out]);
    let server = Server::start();
    for entry in walkdir::WalkDir::new(&out).into_iter().map(|entry| entry.expect("an entry")) {
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(&out).expect("below").to_string_lossy().replace('\\', "/");
            let bytes = std::fs::read(entry.path()).expect("a file of the site");
            match String::from_utf8(bytes.clone()) {
                Ok(page) if name.ends_with(".html") => {
                    server.file(&name, before_policy(&page, EAR).as_bytes())
                }
                _ => server.file(&name, &bytes),
            }
        }
    }
    let root = server.put("root", "");
    (server, root)
}

/// Runs the program and gives back what it says.
pub fn kaigiroku(arguments: &[&Path]) -> String {
    // The program finds the pages that it fills from there.
    let mut command = Command::new(env!("CARGO_BIN_EXE_kaigiroku"));
    let done = command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("it starts");
    assert!(done.status.success(), "{done:?}");
    String::from_utf8(done.stdout).expect("UTF-8")
}

fn write(path: &Path, text: &str) {
    let written = std::fs::File::create(path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()));
    written.expect("the file can be written");
}

pub fn a_meeting_of_a_site_becomes_the_viewer_and_saves_a_whole_file(_: &Site, page: &Page) {
    let (server, root) = hosted();
    page.open(&root.join("index.html").expect("an address"));
    server.asked();
    page.press("a[href^='m/']");
    page.until("the viewer stands", APP_IS_UP);
    page.holds("the way back is there", "document.querySelector('nav.site a').href.endsWith('/index.html')");
    page.until(
        "its blocks are laid where a single file has them",
        "document.querySelector('#kg-boot').textContent",
    );
    let asked = server.asked();
    assert!(asked.iter().all(|path| path.starts_with("/m/") || path.starts_with("/a/")), "{asked:?}");
    open_share(page);
    let (_, text) = saved(page, FIRST_FILE);
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let minutes = folder.path().join("a.txt");
    write(&minutes, LIBRARY);
    let whole = kaigiroku(&["bundle".as_ref(), &minutes, "-o".as_ref(), "-".as_ref()]);
    assert!(text == whole, "{} bytes of {}", text.len(), whole.len());
    assert_eq!(page.console(), [""; 0]);
}

pub fn a_search_finds_in_all_meetings_and_leads_to_the_speech(_: &Site, page: &Page) {
    let (server, root) = hosted();
    page.open(&root.join("index.html").expect("an address"));
    check(page, "the first page of a site");
    page.type_into("#q", "夜間".to_owned() + Key::Enter);
    page.until("both are found", "document.querySelectorAll('#kg-hits li').length === 2");
    page.holds("the newest first", "document.querySelector('#kg-hits li').textContent.includes('図書館')");
    assert_eq!(
        page.text("[...document.querySelectorAll('mark')].map(mark => mark.textContent).join()"),
        "夜間,夜間"
    );
    check(page, "the search of a site");
    page.type_into("#q", " 工事".to_owned() + Key::Enter);
    page.until("one is left", "document.querySelectorAll('#kg-hits li').length === 1");
    page.holds("the address tells it", "new URLSearchParams(location.search).get('q') === '夜間 工事'");
    let asked = server.asked();
    assert!(asked.iter().all(|path| !path.contains("工事") && !path.contains("%E5%B7%A5")), "{asked:?}");
    assert_eq!(page.console(), [""; 0]);
    page.press("#kg-hits a");
    page.until("the viewer stands", APP_IS_UP);
    page.holds("at the speech", "location.hash.startsWith('#s001')");
    page.back();
    page.until("the search is there again", "document.querySelectorAll('#kg-hits li').length === 1");
}
