//! The dialog that writes what is pasted into other pages.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::portal::{portal, server};
use crate::server::Server;
use crate::site::Site;

/// The button that opens the dialog, and what it holds.
const OPEN: &str = ".tool-embed";
const PASTED: &str = "document.querySelector('#kg-embed textarea').value";

pub fn writes_what_is_pasted(site: &Site, page: &Page) {
    let server = server(&site.text);
    let address = server.put("kaigiroku.html", &site.text);
    page.open_app(&address);
    page.press(OPEN);
    page.until("the dialog is open", "document.querySelector('#kg-embed').open");
    page.until(
        "it shows the page itself",
        "document.querySelector('#kg-embed iframe')?.contentDocument.querySelector('article')",
    );
    let pasted = page.text(PASTED);
    assert!(pasted.starts_with(&format!("<iframe src=\"{address}?embed=1\" title=\"")), "{pasted}");
    assert!(pasted.contains("title=\"令和6年度第2回"), "{pasted}");
    assert!(pasted.contains(&format!("<a href=\"{address}\">")), "{pasted}");
    // The second entry of the first list: a frame as high as its text.
    let choose = |list: usize, at: usize| {
        page.eval_with(
            "(list => { list.selectedIndex = given[1]; list.dispatchEvent(new Event('change', { bubbles: true })) })
                (document.querySelectorAll('#kg-embed select')[given[0]])",
            json!([list, at]),
        );
    };
    choose(0, 1);
    page.until("a script is written", &format!("{PASTED}.startsWith('<script>')"));
    choose(1, 1);
    page.until("a speech is asked for", "document.querySelector('#kg-embed [type=number][max]')");
    page.until("and written", &format!("{PASTED}.includes('kg=s001')"));
    page.press("#kg-embed [type=checkbox]");
    page.until("the head is left out", &format!("{PASTED}.includes('header=0')"));
    page.until(
        "also where it is shown",
        "document.querySelector('#kg-embed iframe').src.includes('header=0')",
    );
    page.press("#kg-embed .embed-copy button");
    page.until(
        "it is copied",
        "document.querySelector('.embed-copy [role=status]').textContent === 'コピーしました'",
    );
    page.keys(Key::Escape);
    page.until("it closes", "!document.querySelector('#kg-embed').open");
    page.holds("the keyboard comes back", &format!("document.activeElement.matches('{OPEN}')"));

    // What was written works where it is pasted.
    choose_again(page, &server);
}

/// Pastes what the dialog writes for an element into a page.
fn choose_again(page: &Page, server: &Server) {
    page.press(OPEN);
    page.until("the dialog is open", "document.querySelector('#kg-embed').open");
    page.eval(
        "(list => { list.selectedIndex = 2; list.dispatchEvent(new Event('change', { bubbles: true })) })
            (document.querySelector('#kg-embed select'))",
    );
    page.until("an element is written", &format!("{PASTED}.includes('<kaigiroku-minutes')"));
    let pasted = page.text(PASTED);
    page.open(&server.put("pasted.html", &portal(&pasted)));
    page.until("a frame is made", "document.querySelector('kaigiroku-minutes iframe')");
    page.until("as high as its text", "document.querySelector('iframe').offsetHeight > 2000");
}

pub fn says_that_it_only_sketches(site: &Site, page: &Page) {
    page.open_app(&site.url());
    page.press(OPEN);
    page.until("the dialog is open", "document.querySelector('#kg-embed').open");
    page.holds("no frame could be shown", "!document.querySelector('#kg-embed iframe')");
    page.holds(
        "which is said",
        "document.querySelector('#kg-embed figcaption').textContent.includes('略図')",
    );
    page.holds("an example stands for the address", &format!("{PASTED}.includes('https://www.example.jp/')"));
    // The keyboard of WebKit's driver has no colon.
    page.eval_with(
        "(field => { field.value = given; field.dispatchEvent(new InputEvent('input', { bubbles: true })) })
            (document.querySelector('#kg-embed [type=url]'))",
        "https://www.city.example.jp/minutes/a.html".into(),
    );
    page.until(
        "the address is taken over",
        &format!("{PASTED}.includes('https://www.city.example.jp/minutes/a.html?embed=1')"),
    );
}
