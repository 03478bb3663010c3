//! The page of a shelf, put together.
//!
//! May live here: where blocks stand. May not: what is in them.

use std::borrow::Cow;

use super::pack::Prime;
use super::{
    Block, CLOSE, DIRECTORY, LONG_DIRECTORY, OPEN_BLOCK, OPEN_DIRECTORY, without_shelf, write_directory,
};
use crate::bundle::{BundleError, escape, slot};
use crate::shelf::{EntryId, Shelf};

const PROGRAM: &str = "<script type=\"text/plain\" id=\"kg-wasm\"";
const BODY_END: &str = "</body>";

/// What a page of a shelf holds of its own.
pub struct Contents<'a> {
    /// The title.
    pub title: &'a str,
    /// The shelf.
    pub shelf: &'a Shelf,
    /// The page without script.
    pub plain: &'a str,
    /// The prime.
    pub prime: &'a Prime,
    /// The block of each meeting; `EntryId` is the index.
    pub blocks: &'a [&'a Block],
}

/// The page of a shelf in pieces, of which the large ones are those of `contents`. Put together they make
/// the file.
///
/// # Errors
///
/// When `shell` is no viewer page.
pub fn write<'a>(shell: &str, contents: &Contents<'a>) -> Result<Vec<Cow<'a, str>>, BundleError> {
    let Contents { title, shelf, plain, prime, blocks } = contents;
    let page = without_shelf(shell);
    let page = slot::TITLE.fill(&page, &escape::Html(title.trim()).to_string())?;
    let page = slot::DATA.fill(&page, "")?;
    // The plain text may be larger than all the rest: it is not copied.
    let [head, _, page] = slot::PLAIN.cut(&page)?;
    let lacks = |slot| BundleError::NoSlot { slot };
    let at = page.find(PROGRAM).ok_or(lacks(PROGRAM))?;
    let end = page.rfind(BODY_END).filter(|end| *end > at).ok_or(lacks(BODY_END))?;
    let (above, rest) = page.split_at(at);
    let (program, behind) = rest.split_at(end - at);
    let newest = shelf.newest().map(EntryId::idx);
    let mut out = vec![Cow::from(head.to_owned()), Cow::Borrowed(*plain), above.to_owned().into()];
    let directory = write_directory(shelf)?;
    if directory.len() > LONG_DIRECTORY {
        let Block { len, base64, .. } = prime.pack_directory(&directory)?;
        out.push(format!("{OPEN_BLOCK}{DIRECTORY}\" data-len=\"{len}\">{base64}{CLOSE}\n").into());
    } else {
        out.push(format!("{OPEN_DIRECTORY} data-v=\"1\">{directory}{CLOSE}\n").into());
    }
    element(&mut out, prime.block());
    if let Some(block) = newest.and_then(|newest| blocks.get(newest)) {
        element(&mut out, block);
    }
    out.push(program.to_owned().into());
    for (_, block) in blocks.iter().enumerate().filter(|(at, _)| Some(*at) != newest) {
        element(&mut out, block);
    }
    out.push(behind.to_owned().into());
    Ok(out)
}

fn element<'a>(out: &mut Vec<Cow<'a, str>>, block: &'a Block) {
    let Block { id, len, base64 } = block;
    out.push(format!("{OPEN_BLOCK}{id}\" data-len=\"{len}\">").into());
    out.push(base64.as_str().into());
    out.push(format!("{CLOSE}\n").into());
}
