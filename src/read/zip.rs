//! The directory of a zip archive, and files in it inflated within limits.
//!
//! Nothing is ever written to disk, so that a name may be anything; it is only compared. What an archive
//! says of itself is held against what is there: lengths, checksums, that a name stands for one file. The
//! limits are those of Apache POI (`ZipSecureFile`): beyond 100 KiB nothing may be inflated to more than
//! a hundred times its length.
//!
//! May live here: the format (PKWARE APPNOTE 6.3). May not: what the files mean.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::checksum::crc32;

/// More files than any document has.
pub const MAX_ENTRIES: usize = 10_000;
/// The longest file that is inflated, in bytes.
pub const MAX_ENTRY: usize = 64 << 20;
/// The most that is inflated of one archive, in bytes.
pub const MAX_TOTAL: usize = 128 << 20;
/// So many times its length a file may be inflated to.
pub const MAX_RATIO: usize = 100;
/// Up to here, in bytes, the ratio is free: short runs of one letter are no bomb.
pub const GRACE: usize = 100 << 10;

/// Why an archive, or a file in it, is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZipError {
    /// It has no directory: it is cut off or damaged.
    NoDirectory,
    /// It is ZIP64, which documents of this size do not need.
    Zip64,
    /// It goes on in other files.
    Split,
    /// It holds too many files.
    TooMany {
        /// How many.
        n_entries: usize,
    },
    /// A file is locked by a password.
    Encrypted,
    /// Two files bear the same name, so that programs differ in what they show.
    Twice {
        /// The name.
        name: String,
    },
    /// A file is packed in a way that documents do not use.
    Method {
        /// The name.
        name: String,
    },
    /// A file, or all of them, would be too long.
    TooLarge {
        /// The name.
        name: String,
    },
    /// A file would become far longer than it is: a bomb.
    Bomb {
        /// The name.
        name: String,
    },
    /// A file is not as long as the directory says.
    WrongLength {
        /// The name.
        name: String,
    },
    /// A file is damaged.
    Damaged {
        /// The name.
        name: String,
    },
}

/// An archive: its directory, and the bytes it is about.
pub(super) struct Zip<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
    /// How much was inflated so far.
    n_inflated: usize,
}

struct Entry {
    name: String,
    is_encrypted: bool,
    method: u16,
    crc: u32,
    packed_len: usize,
    len: usize,
    offset: usize,
}

const END: &[u8] = b"PK\x05\x06";
const END_LEN: usize = 22;
const MAX_COMMENT: usize = 0xFFFF;

impl<'a> Zip<'a> {
    /// Reads the directory.
    pub fn open(bytes: &'a [u8]) -> Result<Zip<'a>, ZipError> {
        let tail_start = bytes.len().saturating_sub(END_LEN + MAX_COMMENT);
        let tail = bytes.get(tail_start..).unwrap_or_default();
        let at = tail.windows(END.len()).rposition(|window| window == END).ok_or(ZipError::NoDirectory)?;
        let at = tail_start + at;
        let end = bytes.get(at..).unwrap_or_default();
        let (disk, start_disk) = (u16_at(end, 4)?, u16_at(end, 6)?);
        let n_entries = usize::from(u16_at(end, 10)?);
        let (len, offset) = (u32_at(end, 12)?, u32_at(end, 16)?);
        let has_locator =
            at.checked_sub(20).and_then(|at| bytes.get(at..)).is_some_and(|b| b.starts_with(b"PK\x06\x07"));
        if has_locator || n_entries == 0xFFFF || len == u32::MAX || offset == u32::MAX {
            return Err(ZipError::Zip64);
        }
        if disk != 0 || start_disk != 0 {
            return Err(ZipError::Split);
        }
        if n_entries > MAX_ENTRIES {
            return Err(ZipError::TooMany { n_entries });
        }
        // Something may stand before the archive, of which offsets know nothing.
        let start = at.checked_sub(len as usize).ok_or(ZipError::NoDirectory)?;
        let shift = start.checked_sub(offset as usize).ok_or(ZipError::NoDirectory)?;
        let mut rest = bytes.get(start..at).unwrap_or_default();
        let mut entries = Vec::new();
        for _ in 0..n_entries {
            let (entry, after) = entry(rest, shift)?;
            entries.push(entry);
            rest = after;
        }
        Ok(Zip { bytes, entries, n_inflated: 0 })
    }

    /// The names of all files, with `/` between folders.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The bytes of a file; `None` where there is no such one. Names of documents are compared without
    /// regard to the case of letters, as ECMA-376 part 2 asks.
    pub fn file(&mut self, name: &str) -> Result<Option<Vec<u8>>, ZipError> {
        let mut found = self.entries.iter().filter(|entry| entry.name.eq_ignore_ascii_case(name));
        let Some(entry) = found.next() else { return Ok(None) };
        let name = || entry.name.clone();
        if found.next().is_some() {
            return Err(ZipError::Twice { name: name() });
        }
        if entry.is_encrypted {
            return Err(ZipError::Encrypted);
        }
        if entry.len > GRACE && entry.len / MAX_RATIO > entry.packed_len {
            return Err(ZipError::Bomb { name: name() });
        }
        self.n_inflated = self.n_inflated.saturating_add(entry.len);
        if entry.len > MAX_ENTRY || self.n_inflated > MAX_TOTAL {
            return Err(ZipError::TooLarge { name: name() });
        }
        let packed = packed(self.bytes, entry).ok_or_else(|| ZipError::Damaged { name: name() })?;
        let content = match entry.method {
            0 => packed.to_vec(),
            // One byte more than was promised is enough to see that the promise is broken.
            8 => decompress_to_vec_with_limit(packed, entry.len + 1).map_err(|error| match error.status {
                TINFLStatus::HasMoreOutput => ZipError::WrongLength { name: name() },
                _ => ZipError::Damaged { name: name() },
            })?,
            _ => return Err(ZipError::Method { name: name() }),
        };
        if content.len() != entry.len {
            return Err(ZipError::WrongLength { name: name() });
        }
        if crc32(&content) != entry.crc {
            return Err(ZipError::Damaged { name: name() });
        }
        Ok(Some(content))
    }
}

/// An entry of the directory, and what stands behind it.
fn entry(bytes: &[u8], shift: usize) -> Result<(Entry, &[u8]), ZipError> {
    const LEN: usize = 46;
    if !bytes.starts_with(b"PK\x01\x02") {
        return Err(ZipError::NoDirectory);
    }
    let (packed_len, len, offset) = (u32_at(bytes, 20)?, u32_at(bytes, 24)?, u32_at(bytes, 42)?);
    if [packed_len, len, offset].contains(&u32::MAX) {
        return Err(ZipError::Zip64);
    }
    let name_len = usize::from(u16_at(bytes, 28)?);
    let further = usize::from(u16_at(bytes, 30)?) + usize::from(u16_at(bytes, 32)?);
    let name = bytes.get(LEN..LEN + name_len).ok_or(ZipError::NoDirectory)?;
    let after = bytes.get(LEN + name_len + further..).ok_or(ZipError::NoDirectory)?;
    let entry = Entry {
        name: String::from_utf8_lossy(name).replace('\\', "/"),
        is_encrypted: u16_at(bytes, 8)? & 1 == 1,
        method: u16_at(bytes, 10)?,
        crc: u32_at(bytes, 16)?,
        packed_len: packed_len as usize,
        len: len as usize,
        offset: shift.saturating_add(offset as usize),
    };
    Ok((entry, after))
}

/// The packed bytes of an entry. Before them its header stands once more, with fields of its own length.
fn packed<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let header = bytes.get(entry.offset..)?;
    if !header.starts_with(b"PK\x03\x04") {
        return None;
    }
    let start = 30 + usize::from(u16_at(header, 26).ok()?) + usize::from(u16_at(header, 28).ok()?);
    header.get(start..start.saturating_add(entry.packed_len))
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, ZipError> {
    match bytes.get(at..at + 2) {
        Some(&[a, b]) => Ok(u16::from_le_bytes([a, b])),
        _ => Err(ZipError::NoDirectory),
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, ZipError> {
    match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => Ok(u32::from_le_bytes([a, b, c, d])),
        _ => Err(ZipError::NoDirectory),
    }
}
