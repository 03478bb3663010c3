//! Files made in the page, on their way out of it.

use crate::app::SharedDocument;
use crate::app::save::{self, Blocks, Excerpt, NamedFile, PageParts};
use crate::browser::{self, Leaving};

/// The data blocks that this version knows.
const KNOWN: [&str; 4] = ["kg-doc", "kg-view", "kg-wasm", "kg-boot"];

/// The view with which this file opens.
pub fn saved_view() -> String {
    crate::app::permalink::view_of(&browser::text_of("#kg-view").unwrap_or_default())
}

/// The page as it was opened.
fn parts() -> Option<PageParts> {
    let text = browser::text_of;
    let of = browser::attribute_of;
    let blocks = Blocks {
        policy: of("meta[http-equiv=\"Content-Security-Policy\"]", "content")?,
        generator: of("meta[name=\"generator\"]", "content")?,
        css: text("#kg-css")?,
        wasm: text("#kg-wasm")?,
        wasm_len: of("#kg-wasm", "data-len")?,
        wasm_sha256: of("#kg-wasm", "data-sha256")?,
        boot: text("#kg-boot")?,
        others: browser::other_blocks(&KNOWN),
    };
    Some(PageParts { blocks, title: text("title")?, data: text("#kg-doc")? })
}

/// Saves the whole file with the view to which a fragment leads.
pub fn save_viewer(document: &SharedDocument, view: &str) {
    if let Some(Ok(file)) = parts().map(|page| save::viewer(document, &page, view)) {
        save(&file);
    }
}

/// Saves the copy that holds no program, or an excerpt of it.
pub fn save_copy(document: &SharedDocument, excerpt: Option<&Excerpt>) {
    if let Some(page) = parts() {
        save(&save::reading_copy(document, &page, excerpt));
    }
}

/// Saves a picture.
pub fn save_card(document: SharedDocument, address: &str, number: u32) {
    browser::draw_png(address, move |bytes| {
        save(&save::card(&document, number, bytes));
    });
}

fn save(file: &NamedFile) {
    browser::save_file(&Leaving { name: &file.name, media_type: file.media_type, bytes: &file.bytes });
}
