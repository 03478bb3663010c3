//! Minutes and a viewer page make one HTML file, and such a file gives the minutes back.
//!
//! May live here: the page's slots, the wire form of the minutes, the page without script, what
//! must be escaped where, the content policy. May not: disk, window, what the text means.
//!
//! A bundle is the viewer page with three slots filled:
//! 1. the title;
//! 2. `<main id="kg-plain">`: the minutes as HTML that reads without script ([`plain`]);
//! 3. `<script id="kg-doc">`: the minutes as data, the text once and its structure as ranges.
//!
//! A [`site`] is many pages that share what a single file carries; [`feed`] tells of them.
//!
//! `embed.js` is for other pages: the element that puts a bundle into them.
//!
//! Everything else of the page, blocks that this version does not know included, is copied.

mod blocks;
mod decode;
pub mod engine;
mod error;
mod escape;
pub mod feed;
pub mod plain;
pub mod shelf;
pub mod shell;
pub mod site;
mod slot;
mod wire;

#[cfg(feature = "opens")]
pub use blocks::empty;
pub use blocks::{Blocks, Contents, Excerpt, blocks_of, reading_copy, save, view_of};
pub use error::BundleError;

use crate::model::Minutes;

/// The version of the data block that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// Fills the slots of `shell`, an empty viewer page or any bundle, with `minutes`.
///
/// The page is called `title`; without one, what the minutes call themselves. The same input
/// gives the same bytes.
///
/// # Errors
///
/// When `shell` is not such a page, or the agenda is nested deeper than any reader would follow.
pub fn write(shell: &str, minutes: &Minutes, title: Option<&str>) -> Result<String, BundleError> {
    let title = title.filter(|title| !title.trim().is_empty());
    let title = title.map(str::to_owned).unwrap_or_else(|| minutes.display_title());
    let page = slot::TITLE.fill(&shelf::without_shelf(shell), &escape::Html(title.trim()).to_string())?;
    let page = slot::PLAIN.fill(&page, &plain::write(minutes))?;
    slot::DATA.fill(&page, &encode(minutes)?)
}

/// Takes the minutes out of a bundle.
///
/// A byte order mark and line ends of another system do not hurt: nothing in the data depends
/// on them.
///
/// # Errors
///
/// When the page holds no readable data, or data that contradicts itself; or a shelf, which
/// [`shelf`] reads.
pub fn read(html: &str) -> Result<Minutes, BundleError> {
    if shelf::is_shelf(html) {
        return Err(BundleError::Shelf);
    }
    decode(slot::DATA.content(html)?)
}

/// Whether a page was made by this program: one that holds minutes, or a copy for reading.
pub fn is_ours(html: &str) -> bool {
    html.contains(HOLDS_DATA) || is_copy(html)
}

/// Whether the head of a page names this program as its maker.
pub fn is_head_of_ours(head: &str) -> bool {
    head.contains(GENERATOR)
}

/// Whether a page is a copy for reading that this program made, which holds no data.
pub fn is_copy(html: &str) -> bool {
    !html.contains(HOLDS_DATA) && is_head_of_ours(html) && html.contains(PLAIN)
}

/// What every file of ours holds that has data.
const HOLDS_DATA: &str = "id=\"kg-doc\"";

/// What every page of ours holds, copies for reading included.
const GENERATOR: &str = "<meta name=\"generator\" content=\"kaigiroku ";
const PLAIN: &str = "id=\"kg-plain\"";

/// The content of the data block: JSON in which no text can end the block.
///
/// # Errors
///
/// [`BundleError::TooDeep`].
pub fn encode(minutes: &Minutes) -> Result<String, BundleError> {
    if minutes.agenda_items().iter().any(|(depth, _)| *depth >= wire::MAX_DEPTH) {
        return Err(BundleError::TooDeep);
    }
    let json = serde_json::to_string(&wire::Document::from(minutes)).map_err(BundleError::json)?;
    Ok(escape::json(&json))
}

/// Reads the content of the data block, as [`encode`] wrote it.
///
/// # Errors
///
/// As for [`read`].
pub fn decode(json: &str) -> Result<Minutes, BundleError> {
    let document = decode::document(json, wire::FORMAT, VERSION)?;
    match decode::list(&document, "minutes")? {
        [minutes] => decode::minutes(minutes),
        many => Err(BundleError::Count { n_minutes: many.len() }),
    }
}
