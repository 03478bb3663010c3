//! Pictures of the built file in every size and light, for people to look at.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use crate::desk::{HARBOUR, PREVIEWED, open_desk, pick};
use crate::layout::{SHEETS, open_sheet};
use crate::page::{APP_IS_UP, Page};
use crate::site::Site;

/// Saves every picture into the folder.
pub fn save(site: &Site, folder: &Path) {
    let chromium = &site.engines[0];
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let keep = |name: &str, content: &[u8]| {
        let path = folder.join(name);
        let written = File::create(&path).and_then(|mut file| file.write_all(content));
        written.expect("the picture can be written");
        println!("{}", path.display());
    };
    for (name, width, height, scale, scheme) in [
        ("desktop", 1440, 900, 1, "light"),
        ("desktop-dark", 1440, 900, 1, "dark"),
        ("desktop-whole", 1440, 4000, 1, "light"),
        ("tablet", 768, 1024, 1, "light"),
        ("phone", 360, 740, 2, "light"),
        ("phone-dark", 360, 740, 2, "dark"),
    ] {
        let page = Page::new(chromium);
        page.resize(width, height, scale);
        page.prefer("prefers-color-scheme", scheme);
        page.open_app(&site.url());
        keep(&format!("{name}.png"), &page.picture());
        if width <= 768 {
            for sheet in SHEETS {
                open_sheet(&page, sheet);
                keep(&format!("{name}-{}.png", sheet.1), &page.picture());
            }
            page.press("nav.tabs button:nth-child(1)");
        }
        page.type_into("input[type=search]", "事業");
        page.until("hits are marked", "document.querySelector('#kg-app mark')");
        if width > 768 {
            page.press(crate::filtering::LABEL);
            page.until("a filter is on", "document.querySelector('.chip')");
        }
        keep(&format!("{name}-search.png"), &page.picture());
    }

    for (name, width, height, scale, scheme) in [
        ("desk", 1440, 900, 1, "light"),
        ("desk-dark", 1440, 900, 1, "dark"),
        ("desk-tablet", 768, 1024, 1, "light"),
        ("desk-phone", 360, 740, 2, "light"),
        ("desk-phone-dark", 360, 740, 2, "dark"),
    ] {
        let page = Page::new(chromium);
        page.resize(width, height, scale);
        page.prefer("prefers-color-scheme", scheme);
        open_desk(site, &page);
        keep(&format!("{name}.png"), &page.picture());
        page.eval("document.querySelectorAll('details').forEach(part => { part.open = true; })");
        page.eval("scrollTo(0, 1e6)");
        keep(&format!("{name}-foot.png"), &page.picture());
        let seed = kaigiroku::bundle::read(&site.text).expect("the built file is whole");
        pick(
            &page,
            &[
                site.file("第2回会議録.txt", seed.source.text().as_bytes()),
                site.file("写真.png", b"\x89PNG\r\n\x1A\n"),
                site.file("港まつり.txt", HARBOUR.as_bytes()),
                site.file("不明.txt", b"\xC5\xD4\xBB\xD4\n"),
            ],
        );
        page.until("all are done", "document.querySelectorAll('.paper.read, .paper.refused').length === 4");
        page.eval("scrollTo(0, 0)");
        keep(&format!("{name}-list.png"), &page.picture());
        page.activate(".paper .primary");
        page.until("it is shown", PREVIEWED);
        keep(&format!("{name}-preview.png"), &page.picture());
        page.activate(".a-speech:nth-of-type(9) > a");
        page.until("a line is pointed at", "document.querySelector('.lines .now')");
        keep(&format!("{name}-source.png"), &page.picture());
        page.activate(".preview-ways .primary");
        page.until("the viewer shows it", APP_IS_UP);
        keep(&format!("{name}-minutes.png"), &page.picture());
    }

    let page = Page::new(chromium);
    page.open_app(&site.url());
    keep("print.pdf", &page.paper());
    // A4 at 96 dots an inch, without the margins.
    page.resize(680, 3000, 1);
    page.on_paper();
    keep("print.png", &page.picture());

    for (name, width, height, scheme) in
        [("plain", 1440, 900, "light"), ("plain-phone", 360, 740, "light"), ("plain-dark", 1440, 900, "dark")]
    {
        let page = Page::new(chromium);
        page.without_script();
        page.resize(width, height, 1);
        page.prefer("prefers-color-scheme", scheme);
        page.open(&site.url());
        keep(&format!("{name}.png"), &page.picture());
    }
}
