//! A page of a shelf that is open for reading, where no browser takes it apart.
//!
//! May live here: finding blocks in a page. May not: unpacking (`pack`).

use std::collections::BTreeMap;
use std::ops::Range;

use super::pack::Primed;
use super::{
    Block, CLOSE, DIRECTORY, MEETING, OPEN_BLOCK, OPEN_DIRECTORY, PRIME, block_id, boundary, read_directory,
    read_meeting,
};
use crate::bundle::BundleError;
use crate::model::Minutes;
use crate::shelf::{EntryKey, Shelf};

/// A page of a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    html: String,
    shelf: Shelf,
    prime: Primed,
    /// Where the base64 of each meeting stands, and how long it says to be.
    blocks: BTreeMap<EntryKey, (Range<usize>, usize)>,
}

impl Opened {
    /// Takes a page apart.
    ///
    /// # Errors
    ///
    /// When its directory or its prime is damaged, or a meeting of the directory is not there.
    pub fn new(html: impl Into<String>) -> Result<Opened, BundleError> {
        let html = html.into();
        let missing = |slot| BundleError::NoSlot { slot };
        let (mut prime, mut packed) = (None, None);
        let mut blocks = BTreeMap::new();
        let mut read_to = 0;
        for (at, _) in html.match_indices(OPEN_BLOCK) {
            // No block stands in another: what says so would have the same letters looked through again and again.
            if at < read_to {
                continue;
            }
            let Some(tag) = tag(&html, at + OPEN_BLOCK.len()) else { continue };
            let Tag { id, len, end: start } = tag;
            // Where this one does not end, none behind it does.
            let Some(end) = html.get(start..).and_then(|content| content.find(CLOSE)) else { break };
            read_to = start + end;
            let base64 = start..read_to;
            if id == PRIME {
                let base64 = html.get(base64).unwrap_or_default().to_owned();
                prime = Some(Primed::new(&Block { id: id.to_owned(), len, base64 })?);
            } else if id == DIRECTORY {
                packed = Some((base64, len));
            } else if let Some(key) = id.strip_prefix(MEETING).and_then(EntryKey::parse) {
                blocks.insert(key, (base64, len));
            }
        }
        let prime = prime.ok_or(missing(PRIME))?;
        let shelf = match packed {
            Some((base64, len)) => {
                let json = prime.unpack(DIRECTORY, len, html.get(base64).unwrap_or_default())?;
                read_directory(&String::from_utf8_lossy(&json))?
            }
            None => {
                let (_, directory) = html.split_once(OPEN_DIRECTORY).ok_or(missing(DIRECTORY))?;
                let (_, directory) = directory.split_once('>').ok_or(missing(DIRECTORY))?;
                let (directory, _) = directory.split_once(CLOSE).ok_or(missing(DIRECTORY))?;
                read_directory(directory)?
            }
        };
        match shelf.entries.iter().find(|entry| !blocks.contains_key(&entry.key)) {
            Some(entry) => Err(BundleError::NoMeeting { key: entry.key.to_string() }),
            None => Ok(Opened { html, shelf, prime, blocks }),
        }
    }

    /// The shelf.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// How long a meeting says to be in bytes, not yet packed; 0 where it is not there.
    pub fn unpacked_len(&self, key: EntryKey) -> usize {
        self.blocks.get(&key).map_or(0, |(_, len)| *len)
    }

    /// How much a meeting takes in the page; 0 where it is not there.
    pub fn packed_len(&self, key: EntryKey) -> usize {
        self.blocks.get(&key).map_or(0, |(base64, _)| base64.len())
    }

    /// The bytes of a meeting.
    ///
    /// # Errors
    ///
    /// When it is not there, or damaged.
    pub fn bytes(&self, key: EntryKey) -> Result<Vec<u8>, BundleError> {
        let found = self.blocks.get(&key);
        let (base64, len) = found.ok_or_else(|| BundleError::NoMeeting { key: key.to_string() })?;
        let base64 = self.html.get(base64.clone()).unwrap_or_default();
        self.prime.unpack(&block_id(key), *len, base64)
    }

    /// The minutes of a meeting.
    ///
    /// # Errors
    ///
    /// When it is not there, or damaged.
    pub fn minutes(&self, key: EntryKey) -> Result<Minutes, BundleError> {
        read_meeting(&self.bytes(key)?)
    }
}

struct Tag<'a> {
    id: &'a str,
    len: usize,
    /// Where the content begins.
    end: usize,
}

/// No tag of a block is longer.
const LONGEST_TAG: usize = 128;

/// The opening tag whose id begins at `at`.
fn tag(html: &str, at: usize) -> Option<Tag<'_>> {
    let near = boundary(html, at.saturating_add(LONGEST_TAG));
    let (tag, _) = html.get(at..near)?.split_once('>')?;
    let (id, attributes) = tag.split_once('"')?;
    let (_, len) = attributes.split_once("data-len=\"")?;
    let (len, _) = len.split_once('"')?;
    Some(Tag { id, len: len.parse().ok()?, end: at + tag.len() + 1 })
}
