//! The names in a compound file, in which Word, Excel, PowerPoint and 一太郎 kept their documents.
//!
//! May live here: the directory of the format ([MS-CFB]). May not: what a document says.

/// A directory is followed so far, in sectors; the names that tell documents apart stand at its start.
const MAX_SECTORS: usize = 256;

/// The names of the streams and folders, in the order of the directory.
pub(super) fn names(bytes: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let shift = u16_at(bytes, 0x1E).unwrap_or_default();
    let mut sector = u32_at(bytes, 0x30);
    if !matches!(shift, 7..=16) {
        return names;
    }
    let len = 1_usize << shift;
    for _ in 0..MAX_SECTORS {
        let Some(content) = sector.and_then(|sector| content(bytes, sector, len)) else { break };
        names.extend(content.chunks_exact(128).filter_map(name));
        sector = sector.and_then(|sector| next(bytes, sector, len));
    }
    names
}

/// The bytes of a sector; the header takes the place of one.
fn content(bytes: &[u8], sector: u32, len: usize) -> Option<&[u8]> {
    let start = (sector as usize).checked_add(1)?.checked_mul(len)?;
    bytes.get(start..start.checked_add(len)?)
}

/// The sector after another, as the table of sectors says. The header lists where the first 109 parts of
/// that table stand.
fn next(bytes: &[u8], sector: u32, len: usize) -> Option<u32> {
    let per_part = len / 4;
    let part = sector as usize / per_part;
    let place = (part < 109).then(|| u32_at(bytes, 0x4C + part * 4)).flatten()?;
    u32_at(content(bytes, place, len)?, sector as usize % per_part * 4)
}

/// The name of an entry of the directory, its end mark left out; `None` where the entry is not used.
fn name(entry: &[u8]) -> Option<String> {
    let len = usize::from(u16_at(entry, 64)?).checked_sub(2)?;
    let units: Vec<u16> = entry.get(..len)?.chunks_exact(2).filter_map(|unit| u16_at(unit, 0)).collect();
    (!units.is_empty()).then(|| String::from_utf16_lossy(&units))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    match bytes.get(at..at + 2) {
        Some(&[a, b]) => Some(u16::from_le_bytes([a, b])),
        _ => None,
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => Some(u32::from_le_bytes([a, b, c, d])),
        _ => None,
    }
}
