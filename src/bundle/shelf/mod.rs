//! A shelf in one file: a directory, and a block for each meeting, which is unpacked when it is needed.
//!
//! ```html
//! <script type="application/json" id="kg-shelf" data-v="1">{…}</script>
//! <script type="application/octet-stream" id="kg-prime" data-len="16384">…</script>
//! <script type="application/octet-stream" id="kg-m-3fa2c1-89abcdef" data-len="90210">…</script>
//! ```
//!
//! - `#kg-shelf` is the directory ([`read_directory`]). One of more than [`LONG_DIRECTORY`] bytes is packed as
//!   a meeting is, and its type is that of a meeting; a short one is there at once, and anybody can read it.
//! - A meeting is deflated (RFC 1951, no wrapper) behind the *prime*, a few thousand letters of some of the
//!   meetings, so that words that all of them use cost nothing in each. `#kg-prime` ends between two bytes and
//!   is not finished: it and the block of a meeting, one behind the other, are one deflated stream. Of what
//!   comes out the first `data-len` bytes of the prime are dropped; the rest is [`read_meeting`]'s, and as long
//!   as the block's `data-len` says.
//! - Both are in base64. The block of the newest meeting stands above the program, those of the others behind
//!   it in the order of the directory, so that the page starts before the last of them has arrived.
//! - `#kg-doc` is empty.
//!
//! May live here: which blocks there are, and where. May not: what meetings are on a shelf (`shelf`).

mod directory;
mod letters;
mod listing;
mod meeting;
#[cfg(feature = "reads")]
mod open;
#[cfg(feature = "reads")]
mod pack;
#[cfg(feature = "reads")]
mod page;
mod speeches;
mod walk;

pub use directory::{read_directory, write_directory};
pub use listing::{write_listing, write_listing_of};
pub use meeting::{Places, read_meeting, read_places, write_meeting};
#[cfg(feature = "reads")]
pub use open::Opened;
#[cfg(feature = "reads")]
pub use pack::{PRIME_LEN, Prime, Primed};
#[cfg(feature = "reads")]
pub use page::{Contents, write};
pub use speeches::SpeechPlace;

use std::borrow::Cow;

use crate::shelf::EntryKey;

/// The longest meeting in bytes, not yet packed; what says that it is longer is not unpacked.
pub const MAX_LEN: usize = 64 << 20;

/// A directory that is longer is packed, in bytes.
pub const LONG_DIRECTORY: usize = 200_000;

/// The id of the directory.
pub const DIRECTORY: &str = "kg-shelf";
/// The id of the prime.
pub const PRIME: &str = "kg-prime";
/// How the ids of meetings begin; the key stands behind it.
pub const MEETING: &str = "kg-m-";

/// How the directory opens where it is not packed.
const OPEN_DIRECTORY: &str = "<script type=\"application/json\" id=\"kg-shelf\"";
const OPEN_SCRIPT: &str = "<script type=\"application/";
const OPEN_BLOCK: &str = "<script type=\"application/octet-stream\" id=\"";
const CLOSE: &str = "</script>";

/// A block of a shelf as it stands in the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its id.
    pub id: String,
    /// The length in bytes of what is packed.
    pub len: usize,
    /// What is packed, in base64.
    pub base64: String,
}

/// The id of the block of a meeting.
pub fn block_id(key: EntryKey) -> String {
    format!("{MEETING}{key}")
}

/// Whether a page holds a shelf.
pub fn is_shelf(html: &str) -> bool {
    html.contains("\" id=\"kg-shelf\"")
}

/// The last place of a text, up to `at`, that is between two letters.
#[cfg(feature = "reads")]
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// A page without the blocks of a shelf: a filled page serves as an empty one.
pub(super) fn without_shelf(page: &str) -> Cow<'_, str> {
    if !is_shelf(page) {
        return page.into();
    }
    let mut out = String::new();
    let mut rest = page;
    while let Some(at) = rest.find(OPEN_SCRIPT) {
        let (before, from) = rest.split_at(at);
        let id = from.strip_prefix(OPEN_BLOCK).unwrap_or_default();
        let is_ours = from.starts_with(OPEN_DIRECTORY)
            || [DIRECTORY, PRIME, MEETING].iter().any(|ours| id.starts_with(ours));
        let end = from.find(CLOSE).map_or(from.len(), |end| end + CLOSE.len());
        let (element, behind) = from.split_at(end);
        out.push_str(before);
        if is_ours {
            rest = behind.strip_prefix('\n').unwrap_or(behind);
        } else {
            out.push_str(element);
            rest = behind;
        }
    }
    out.push_str(rest);
    out.into()
}
