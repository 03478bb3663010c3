//! The box in which a document is packed: a zip archive of files as they are.
//!
//! Nothing is compressed: a packer would weigh on every viewer, and a meeting is small. Every file bears
//! the earliest day a zip can say, so that the same input gives the same bytes.
//!
//! May live here: headers. May not: what is packed.

use crate::checksum::crc32;

/// The files with their names, in order, as one archive.
pub(super) fn pack(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let offset = out.len() as u32;
        out.extend(b"PK\x03\x04");
        let entry = entry(name, content);
        out.extend(&entry);
        out.extend(name.as_bytes());
        out.extend(*content);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&entry);
        // No comment, one disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, n_files) = (out.len() as u32, files.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(n_files.to_le_bytes());
    out.extend(n_files.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What stands of a file both before it and in the directory: from the version that is needed to the
/// length of further fields.
fn entry(name: &str, content: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    // Version 2.0, names in UTF-8, stored, 00:00 on 1 January 1980.
    out.extend([20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]);
    out.extend(crc32(content).to_le_bytes());
    let len = (content.len() as u32).to_le_bytes();
    out.extend(len);
    out.extend(len);
    out.extend((name.len() as u16).to_le_bytes());
    out.extend([0; 2]);
    out
}
