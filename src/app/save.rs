//! Files that are made in the page: its own, copies without a program, excerpts.
//!
//! May live here: what is in a file and how it is called. May not: how it gets to the disk
//! (`browser`), how it is written (`bundle`, `export`).

#[cfg(feature = "opens")]
use crate::bundle::shelf::{Contents as ShelfContents, Prime, write_listing, write_meeting};
use crate::bundle::{self, Contents};
pub use crate::bundle::{Blocks, BundleError, Excerpt};
use crate::chars;
use crate::export;
pub use crate::export::{Format, Selection};
use crate::model::Minutes;
use crate::quote::edition;
#[cfg(feature = "opens")]
use crate::shelf::{EntryId, Shelf};

/// What the page that carries us holds, as it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PageParts {
    /// Everything but the minutes.
    pub blocks: Blocks,
    /// The title.
    pub title: String,
    /// The data block.
    pub data: String,
}

/// A file, ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name, one that no earlier version has.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

const HTML: &str = "text/html";

/// What the names of files say that hold only a part.
const EXCERPT: &str = "抜粋";

/// The whole file, which opens with the view to which `view` leads.
///
/// # Errors
///
/// When the page that carries us is not whole.
pub fn viewer(minutes: &Minutes, page: &PageParts, view: &str) -> Result<NamedFile, BundleError> {
    let PageParts { blocks, title, data } = page;
    let contents = Contents { title, minutes, data, view };
    let html = bundle::save(blocks, contents)?;
    Ok(file(minutes, "", "html", HTML, html.into_bytes()))
}

/// The page that carries us, as it would be with minutes that it has read and does not hold.
///
/// # Errors
///
/// When the agenda is nested deeper than any reader would follow.
#[cfg(feature = "shelf")]
pub fn filled(page: PageParts, minutes: &Minutes) -> Result<PageParts, BundleError> {
    let blocks = Blocks { policy: bundle::shell::policy_of_minutes(&page.blocks.policy), ..page.blocks };
    Ok(PageParts { blocks, title: minutes.display_title(), data: bundle::encode(minutes)? })
}

/// As many meetings are looked at for what all of them share.
#[cfg(feature = "opens")]
const N_SAMPLES: usize = 8;

/// A file of the meetings of a shelf: the page that carries us with all of them in it. `minutes` gives those of
/// each entry.
///
/// # Errors
///
/// When the page that carries us is not whole, or a meeting is none that a file can hold.
#[cfg(feature = "opens")]
pub fn shelf<'a>(
    page: PageParts,
    shelf: &Shelf,
    minutes: &dyn Fn(EntryId) -> Option<&'a Minutes>,
) -> Result<NamedFile, BundleError> {
    let missing = || BundleError::Count { n_minutes: 0 };
    let step = shelf.entries.len().div_ceil(N_SAMPLES).max(1);
    let prime = Prime::of(shelf.ids().step_by(step).filter_map(minutes));
    let mut packed = Vec::new();
    for (id, entry) in shelf.ids().zip(&shelf.entries) {
        let bytes = write_meeting(minutes(id).ok_or_else(missing)?)?;
        packed.push(prime.pack(entry.key, &bytes)?);
    }
    let title = shelf.display_title();
    let newest = shelf.newest().and_then(|id| Some((id, minutes(id)?.clone())));
    let plain = write_listing(shelf, &title, newest.as_slice());
    let blocks = Blocks { policy: bundle::shell::policy_of_minutes(&page.blocks.policy), ..page.blocks };
    let contents = ShelfContents {
        title: &title,
        shelf,
        plain: &plain,
        prime: &prime,
        blocks: &packed.iter().collect::<Vec<_>>(),
    };
    let html = bundle::shelf::write(&bundle::empty(&blocks)?, &contents)?.concat();
    let kind = format!("{}件", shelf.entries.len());
    Ok(named(&title, "", &kind, "html", HTML, html.into_bytes()))
}

/// The copy that holds no program, or an excerpt of it.
pub fn reading_copy(minutes: &Minutes, page: &PageParts, excerpt: Option<&Excerpt>) -> NamedFile {
    let html = bundle::reading_copy(&page.blocks, minutes, &page.title, excerpt);
    let kind = if excerpt.is_some() { EXCERPT } else { "読むだけ" };
    file(minutes, kind, "html", HTML, html.into_bytes())
}

/// The minutes, or a part of them, in a format for other programs.
pub fn export(minutes: &Minutes, format: Format, selection: &Selection) -> NamedFile {
    let bytes = export::write(format, minutes, selection);
    let kind = if selection.is_excerpt() { EXCERPT } else { "" };
    file(minutes, kind, format.extension(), format.media_type(), bytes)
}

/// The picture of a quote of a speech, which is counted from 1.
pub fn card(minutes: &Minutes, number: u32, png: Vec<u8>) -> NamedFile {
    file(minutes, &format!("発言{number}"), "png", "image/png", png)
}

/// A file with a name that says what it is: 会議録_会議名_日付_読むだけ_3fa2c1.html.
fn file(
    minutes: &Minutes,
    kind: &str,
    extension: &str,
    media_type: &'static str,
    bytes: Vec<u8>,
) -> NamedFile {
    let date = minutes.meeting.date.as_ref().map(|read| read.date.iso()).unwrap_or_default();
    named(&minutes.display_title(), &date, kind, extension, media_type, bytes)
}

/// The same of what has no minutes of its own.
fn named(
    title: &str,
    date: &str,
    kind: &str,
    extension: &str,
    media_type: &'static str,
    bytes: Vec<u8>,
) -> NamedFile {
    let title = cleaned(&title.replace("会議録", ""));
    // Texts differ in their mark; pictures and archives are told apart by their letters all the same.
    let mark = edition(&String::from_utf8_lossy(&bytes));
    let mark = mark.get(..6).unwrap_or_default();
    let parts = ["会議録", &title, date, kind, mark];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    NamedFile { name: format!("{}.{extension}", parts.join("_")), media_type, bytes }
}

/// The most characters of a title in a name: names of files have an end.
const MAX_TITLE_CHARS: usize = 40;

/// A title without what some system does not allow in a name.
fn cleaned(title: &str) -> String {
    let is_fine =
        |c: char| !c.is_control() && !chars::is_space(c) && !c.is_whitespace() && !"\\/:*?\"<>|.".contains(c);
    title.chars().filter(|&c| is_fine(c)).take(MAX_TITLE_CHARS).collect()
}
