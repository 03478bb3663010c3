//! How streams are unpacked (ISO 32000-1, 7.4).
//!
//! May live here: filters of streams that hold text. May not: pictures, which nobody reads here.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

use super::object::{Dict, Object, hex, is_space};
use super::{Budget, PdfError};

/// The bytes of a stream, as far as they can be had. A filter that is not known gives none.
///
/// `parts` are its filters, each with its parameters.
///
/// # Errors
///
/// When there are more than a document may have.
pub(super) fn unpack(raw: &[u8], parts: &[(Vec<u8>, Dict)], budget: &Budget) -> Result<Vec<u8>, PdfError> {
    budget.take_bytes(raw.len())?;
    let mut bytes = raw.to_vec();
    for (name, parameters) in parts {
        let limit = budget.longest();
        let unpacked = match name.as_slice() {
            b"FlateDecode" | b"Fl" => inflate(&bytes, limit).map(|bytes| predicted(bytes, parameters)),
            b"LZWDecode" | b"LZW" => lzw(&bytes, parameters, limit).map(|bytes| predicted(bytes, parameters)),
            b"ASCII85Decode" | b"A85" => Ok(ascii85(&bytes)),
            b"ASCIIHexDecode" | b"AHx" => Ok(ascii_hex(&bytes)),
            b"RunLengthDecode" | b"RL" => run_length(&bytes, limit),
            b"Crypt" => Ok(bytes),
            _ => Ok(Vec::new()),
        };
        bytes = unpacked.map_err(|_| budget.spent())?;
        budget.take_bytes(bytes.len())?;
    }
    Ok(bytes)
}

/// More was packed than may be unpacked.
struct TooLong;

fn inflate(bytes: &[u8], limit: usize) -> Result<Vec<u8>, TooLong> {
    let tried = match decompress_to_vec_zlib_with_limit(bytes, limit) {
        // Without its head it may still be read.
        Err(failed)
            if failed.status != TINFLStatus::HasMoreOutput && failed.output.iter().all(|&byte| byte == 0) =>
        {
            decompress_to_vec_with_limit(bytes.get(2..).unwrap_or_default(), limit)
        }
        tried => tried,
    };
    match tried {
        Ok(unpacked) => Ok(unpacked),
        Err(failed) if failed.status == TINFLStatus::HasMoreOutput => Err(TooLong),
        // What came before the damage is kept; after it the library leaves zeros.
        Err(failed) => {
            let mut unpacked = failed.output;
            unpacked.truncate(unpacked.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1));
            Ok(unpacked)
        }
    }
}

fn parameter(parameters: &Dict, name: &str, usual: usize) -> usize {
    parameters.get(name.as_bytes()).and_then(Object::count).unwrap_or(usual)
}

/// Takes back what was done to the rows before packing.
fn predicted(bytes: Vec<u8>, parameters: &Dict) -> Vec<u8> {
    let predictor = parameter(parameters, "Predictor", 1);
    let n_colors = parameter(parameters, "Colors", 1).clamp(1, 64);
    let n_bits = parameter(parameters, "BitsPerComponent", 8).clamp(1, 16);
    let n_columns = parameter(parameters, "Columns", 1).clamp(1, 1 << 20);
    let pixel = (n_colors * n_bits).div_ceil(8);
    let row = (n_colors * n_bits * n_columns).div_ceil(8);
    match predictor {
        2 if n_bits == 8 => {
            let mut bytes = bytes;
            for row in bytes.chunks_mut(row) {
                for at in pixel..row.len() {
                    let before = row.get(at - pixel).copied().unwrap_or(0);
                    if let Some(byte) = row.get_mut(at) {
                        *byte = byte.wrapping_add(before);
                    }
                }
            }
            bytes
        }
        10.. => png(&bytes, row, pixel),
        _ => bytes,
    }
}

fn png(bytes: &[u8], row: usize, pixel: usize) -> Vec<u8> {
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0; row];
    for packed in bytes.chunks(row + 1) {
        let Some((&kind, packed)) = packed.split_first() else { break };
        let mut line: Vec<u8> = Vec::with_capacity(row);
        for (at, (&byte, &up)) in packed.iter().zip(&above).enumerate() {
            let from = |line: &[u8]| at.checked_sub(pixel).and_then(|at| line.get(at).copied()).unwrap_or(0);
            let left = from(&line);
            let guess = match kind {
                1 => left,
                2 => up,
                3 => ((u16::from(left) + u16::from(up)) / 2) as u8,
                4 => paeth(left, up, from(&above)),
                _ => 0,
            };
            line.push(byte.wrapping_add(guess));
        }
        out.extend_from_slice(&line);
        line.resize(row, 0);
        above = line;
    }
    out
}

fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |byte: u8| (guess - i16::from(byte)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}

fn lzw(bytes: &[u8], parameters: &Dict, limit: usize) -> Result<Vec<u8>, TooLong> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let early = parameter(parameters, "EarlyChange", 1).min(1);
    let mut out: Vec<u8> = Vec::new();
    // What a code stands for, as a range of what was put out: what the code before it stood for, and one
    // byte more, which is the first of this one.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut before: Option<(usize, usize)> = None;
    let (mut bits, mut n_bits) = (0_u32, 0_u32);
    let mut width = 9;
    for &byte in bytes {
        bits = bits << 8 | u32::from(byte);
        n_bits += 8;
        if n_bits < width {
            continue;
        }
        n_bits -= width;
        let code = (bits >> n_bits & ((1 << width) - 1)) as usize;
        if code == END {
            break;
        }
        if code == CLEAR {
            table.clear();
            before = None;
            width = 9;
            continue;
        }
        if let Some((from, to)) = before
            && table.len() < 4096 - 258
        {
            table.push((from, to + 1));
        }
        let start = out.len();
        if code < CLEAR {
            out.push(code as u8);
        } else {
            let Some(&(from, to)) = table.get(code - 258) else { break };
            // Byte by byte: a code may stand for what it is just putting out.
            for at in from..to {
                out.extend(out.get(at).copied());
            }
        }
        if out.len() > limit {
            return Err(TooLong);
        }
        before = Some((start, out.len()));
        width = match table.len() + 258 + early {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
    }
    Ok(out)
}

fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::with_capacity(5);
    let put = |group: &mut Vec<u32>, out: &mut Vec<u8>| {
        let n = group.len();
        if n > 1 {
            group.resize(5, 84);
            let word = group.iter().fold(0_u32, |word, digit| word.wrapping_mul(85).wrapping_add(*digit));
            out.extend(word.to_be_bytes().iter().take(n - 1));
        }
        group.clear();
    };
    for &byte in bytes {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            b'~' => break,
            _ => {}
        }
        if group.len() == 5 {
            put(&mut group, &mut out);
        }
    }
    put(&mut group, &mut out);
    out
}

fn ascii_hex(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|&&byte| byte != b'>').filter(|&&byte| !is_space(byte));
    let digits: Vec<u8> = digits.filter_map(|&byte| hex(byte)).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
}

fn run_length(bytes: &[u8], limit: usize) -> Result<Vec<u8>, TooLong> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let Some((&length, after)) = rest.split_first() {
        let n_read = match length {
            0..=127 => {
                let copied = after.get(..usize::from(length) + 1).unwrap_or(after);
                out.extend_from_slice(copied);
                copied.len()
            }
            128 => break,
            _ => {
                let Some(&byte) = after.first() else { break };
                out.extend(std::iter::repeat_n(byte, 257 - usize::from(length)));
                1
            }
        };
        rest = after.get(n_read..).unwrap_or_default();
        if out.len() > limit {
            return Err(TooLong);
        }
    }
    Ok(out)
}
