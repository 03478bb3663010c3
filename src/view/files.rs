//! Files made in the page, on their way out of it.

use crate::app::SharedDocument;
#[cfg(feature = "opens")]
use crate::app::desk::Shelved;
use crate::app::save::{self, Blocks, Excerpt, Format, NamedFile, PageParts, Selection};
use crate::browser::{self, Leaving};
use crate::model::Minutes;
use crate::quote::CARD_SIZE;

/// The data blocks that this version knows; `*` stands for any end. Those of a shelf and what searches it belong
/// to no file of one meeting.
const KNOWN: [&str; 8] =
    ["kg-doc", "kg-view", "kg-wasm", "kg-boot", "kg-shelf", "kg-prime", "kg-m-*", "kg-engine*"];

/// The view with which this file opens.
pub fn saved_view() -> String {
    crate::app::permalink::view_of(&browser::text_of("#kg-view").unwrap_or_default())
}

/// The page as it was opened.
fn parts() -> Option<PageParts> {
    let text = browser::text_of;
    let of = browser::attribute_of;
    let blocks = Blocks {
        // The page of a site may fetch its program; what is saved of it holds its own.
        policy: of("#kg-wasm", "data-policy")
            .or_else(|| of("meta[http-equiv=\"Content-Security-Policy\"]", "content"))?,
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

/// The page as it was opened; one that holds no minutes, with those that it has read.
#[cfg(feature = "shelf")]
fn parts_with(minutes: &Minutes) -> Option<PageParts> {
    let parts = parts()?;
    if parts.data.trim().is_empty() { save::filled(parts, minutes).ok() } else { Some(parts) }
}

#[cfg(not(feature = "shelf"))]
fn parts_with(_: &Minutes) -> Option<PageParts> {
    parts()
}

/// What can be made of the minutes in the page.
#[derive(Clone, PartialEq)]
pub enum Made {
    /// The whole file, which opens with the view to which a fragment leads.
    Viewer(String),
    /// The copy that holds no program, or an excerpt of it.
    Copy(Option<Excerpt>),
    /// A file for other programs.
    Export(Format, Selection),
}

/// The file; nothing where the page that carries us is not whole.
fn make(minutes: &Minutes, made: &Made) -> Option<NamedFile> {
    match made {
        Made::Viewer(view) => save::viewer(minutes, &parts_with(minutes)?, view).ok(),
        Made::Copy(excerpt) => Some(save::reading_copy(minutes, &parts_with(minutes)?, excerpt.as_ref())),
        Made::Export(format, selection) => Some(save::export(minutes, *format, selection)),
    }
}

/// Has the browser save it; says whether there was something to save.
pub fn save(minutes: &Minutes, made: &Made) -> bool {
    let file = make(minutes, made);
    if let Some(file) = &file {
        browser::save_file(&leaving(file));
    }
    file.is_some()
}

/// Has the browser save all meetings of a shelf in one file; says whether there was something to save.
#[cfg(feature = "opens")]
pub fn save_shelf(shelved: &Shelved) -> bool {
    let minutes = |id| shelved.paper(id).map(|of| &of.minutes);
    let file = parts().and_then(|parts| save::shelf(parts, &shelved.shelf, &minutes).ok());
    if let Some(file) = &file {
        browser::save_file(&leaving(file));
    }
    file.is_some()
}

/// Hands it to another program; says whether there was something to hand on.
pub fn share(minutes: &Minutes, made: &Made) -> bool {
    let file = make(minutes, made);
    if let Some(file) = &file {
        browser::share_file(&leaving(file));
    }
    file.is_some()
}

/// Saves the picture that an address holds.
pub fn save_card(document: SharedDocument, address: &str, number: u32) {
    browser::draw_png(address, CARD_SIZE, move |bytes| {
        browser::save_file(&leaving(&save::card(&document.minutes, number, bytes)));
    });
}

fn leaving(file: &NamedFile) -> Leaving<'_> {
    Leaving { name: &file.name, media_type: file.media_type, bytes: &file.bytes }
}
