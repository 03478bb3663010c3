//! The list of a PDF's objects: as the file tells it, or as a look through the file finds it
//! (ISO 32000-1, 7.5.4 to 7.5.8).
//!
//! May live here: tables and streams of references, and doing without them. May not: what objects mean.

use std::collections::BTreeSet;

use super::PdfError;
use super::file::{Entry, File};
use super::object::{Dict, Lexer, Object, is_space};
use crate::order;

/// More objects than any document has.
const MAX_OBJECTS: usize = 2_000_000;

/// The end of the file is looked for in this many bytes: some mail programs add lines.
const TAIL: usize = 64 << 10;

/// Reads the list that the file itself gives, from the newest part to the oldest.
pub(super) fn follow(file: &mut File) {
    let bytes = file.bytes();
    // What precedes the file is not counted by it.
    let head = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    let shift = super::file::find(head, b"%PDF-").unwrap_or(0);
    let tail = bytes.len().saturating_sub(TAIL);
    let Some(last) = bytes.get(tail..).and_then(|end| end.windows(9).rposition(|word| word == b"startxref"))
    else {
        return;
    };
    let mut next = Lexer::new(bytes, tail + last + 9).next().and_then(|place| place.count());
    let mut seen = BTreeSet::new();
    while let Some(place) = next.take() {
        if !seen.insert(place) {
            break;
        }
        let Some(trailer) = section(file, place.saturating_add(shift), shift) else { break };
        let count = |name: &[u8]| trailer.get(name).and_then(Object::count);
        // A file for readers of both ages: the stream lists what the table hides.
        if let Some(hidden) = count(b"XRefStm").filter(|place| seen.insert(*place)) {
            let _ = section(file, hidden.saturating_add(shift), shift);
        }
        next = count(b"Prev");
        for (name, value) in trailer {
            file.trailer.entry(name).or_insert(value);
        }
    }
}

/// Reads one part of the list. What is known already is newer and stays.
fn section(file: &mut File, place: usize, shift: usize) -> Option<Dict> {
    let bytes = file.bytes();
    let mut lexer = Lexer::new(bytes, place);
    lexer.skip_space();
    if bytes.get(lexer.at..)?.starts_with(b"xref") {
        lexer.at += 4;
        table(file, &mut lexer, shift)
    } else {
        stream(file, place, shift)
    }
}

fn table(file: &mut File, lexer: &mut Lexer, shift: usize) -> Option<Dict> {
    loop {
        let first = lexer.next()?;
        if first.is_word(b"trailer") {
            break;
        }
        let (first, n) = (first.count()?, lexer.next()?.count()?);
        for number in first..first.saturating_add(n) {
            let (place, generation) = (lexer.next()?.count()?, lexer.next()?.count()?);
            let kind = lexer.next()?;
            if kind.is_word(b"n") {
                add(file, number, Entry::At(place.saturating_add(shift), generation as u16))?;
            }
        }
    }
    match lexer.next()? {
        Object::Dict(trailer) => Some(trailer),
        _ => None,
    }
}

fn stream(file: &mut File, place: usize, shift: usize) -> Option<Dict> {
    let Object::Stream(stream) = file.load_at(place, true)? else { return None };
    let list = file.unpack_plain(&stream).ok()?;
    let widths: Vec<usize> =
        stream.dict.get(b"W".as_slice())?.array()?.iter().filter_map(Object::count).collect();
    let [kind, second, third] = widths.as_slice() else { return None };
    let row = kind.checked_add(*second)?.checked_add(*third).filter(|row| (1..=32).contains(row))?;
    let size = stream.dict.get(b"Size".as_slice()).and_then(Object::count)?;
    let usual = [Object::Number(0.0), Object::Number(size as f64)];
    let index = stream.dict.get(b"Index".as_slice()).and_then(Object::array).unwrap_or(&usual);
    let mut rows = list.chunks_exact(row);
    for range in index.chunks_exact(2) {
        let [first, n] = range else { break };
        let (first, n) = (first.count()?, n.count()?);
        for (number, row) in (first..first.saturating_add(n)).zip(rows.by_ref()) {
            let number_of = |from: usize, width: usize| {
                let digits = row.iter().skip(from).take(width);
                digits.fold(0_usize, |number, &digit| number.wrapping_shl(8) | usize::from(digit))
            };
            let kind_of = if *kind == 0 { 1 } else { number_of(0, *kind) };
            let (second_of, third_of) = (number_of(*kind, *second), number_of(kind + second, *third));
            let entry = match kind_of {
                1 => Entry::At(second_of.saturating_add(shift), third_of as u16),
                2 => Entry::In(u32::try_from(second_of).unwrap_or(u32::MAX)),
                _ => continue,
            };
            add(file, number, entry)?;
        }
    }
    Some(stream.dict)
}

fn add(file: &mut File, number: usize, entry: Entry) -> Option<()> {
    if file.entries.len() >= MAX_OBJECTS {
        return None;
    }
    file.entries.entry(u32::try_from(number).ok()?).or_insert(entry);
    Some(())
}

/// `12 0 obj`: the number, how often it was used, and where the object begins.
pub(super) fn heading(bytes: &[u8], at: usize) -> Option<(u32, u16, usize)> {
    // Only as much as a heading is looked at: a place may be anywhere, before a very long number too.
    let window = bytes.get(at..at.saturating_add(64).min(bytes.len()))?;
    let mut lexer = Lexer::new(window, 0);
    let n_spaces = window.iter().take(8).take_while(|&&byte| is_space(byte)).count();
    window.get(n_spaces).filter(|byte| byte.is_ascii_digit())?;
    let number = u32::try_from(lexer.next()?.count()?).ok()?;
    let generation = lexer.next()?.count()? as u16;
    lexer.skip_space();
    let rest = window.get(lexer.at..)?;
    rest.starts_with(b"obj").then_some((number, generation, at + lexer.at + 3))
}

/// Looks through the file for objects, whatever its list says. Of two with one number the later is newer.
///
/// # Errors
///
/// When there is nothing, or more than a document may have.
pub(super) fn scan(file: &mut File) -> Result<(), PdfError> {
    let bytes = file.bytes();
    file.entries.clear();
    let mut trailers = Vec::new();
    for (at, window) in bytes.windows(7).enumerate() {
        match window {
            [before, b'o', b'b', b'j', ..] if is_space(*before) || before.is_ascii_digit() => {
                let Some((place, number, generation)) = heading_before(bytes, at + 1) else { continue };
                if file.entries.len() >= MAX_OBJECTS {
                    return Err(PdfError::TooLarge);
                }
                file.entries.insert(number, Entry::At(place, generation));
            }
            b"trailer" => trailers.push(at + 7),
            _ => {}
        }
    }
    let mut dicts: Vec<(usize, Dict)> = Vec::new();
    for at in trailers {
        if let Some(Object::Dict(dict)) = file.value_at(at) {
            dicts.push((at, dict));
        }
    }
    for (&number, entry) in &file.entries {
        let Entry::At(at, _) = entry else { continue };
        let Some(Object::Dict(dict)) = file.load_at(*at, false) else { continue };
        match type_of(&dict) {
            Some(b"XRef") => dicts.push((*at, dict)),
            // Where no trailer says it, the root is what says so of itself.
            Some(b"Catalog") => dicts.push((0, Dict::from([(b"Root".to_vec(), Object::Ref(number))]))),
            _ => {}
        }
    }
    order::sort_by_key(&mut dicts, |(at, _)| *at);
    for (_, dict) in dicts {
        file.trailer.extend(dict);
    }
    Ok(())
}

/// Adds the objects that others hold, after a look through the file.
///
/// # Errors
///
/// When there are more than a document may have.
pub(super) fn unfold(file: &mut File) -> Result<(), PdfError> {
    let mut holders = Vec::new();
    for (&number, entry) in &file.entries {
        let Entry::At(at, _) = entry else { continue };
        let Some(Object::Dict(dict)) = file.load_at(*at, false) else { continue };
        if type_of(&dict) == Some(b"ObjStm") {
            holders.push((*at, number));
        }
    }
    order::sort(&mut holders);
    for (at, holder) in holders {
        for number in file.held(holder) {
            if file.entries.len() >= MAX_OBJECTS {
                return Err(PdfError::TooLarge);
            }
            let is_newer = !matches!(file.entries.get(&number), Some(Entry::At(other, _)) if *other > at);
            if is_newer && number != holder {
                file.entries.insert(number, Entry::In(holder));
            }
        }
    }
    Ok(())
}

fn type_of(dict: &Dict) -> Option<&[u8]> {
    dict.get(b"Type".as_slice()).and_then(Object::name)
}

/// The heading that ends before a place: where it begins, the number, how often that was used.
fn heading_before(bytes: &[u8], end: usize) -> Option<(usize, u32, u16)> {
    let mut at = end;
    let mut back = |is_wanted: fn(u8) -> bool, most: usize| {
        let before = bytes.get(at.saturating_sub(most)..at).unwrap_or_default();
        let n = before.iter().rev().take_while(|&&byte| is_wanted(byte)).count();
        at -= n;
        (at, before.get(before.len() - n..).unwrap_or_default())
    };
    let number = |digits: &[u8]| -> Option<u32> { std::str::from_utf8(digits).ok()?.parse().ok() };
    let is_digit = |byte: u8| byte.is_ascii_digit();
    back(is_space, 16);
    let (_, generation) = back(is_digit, 6);
    let (_, between) = back(is_space, 16);
    let (place, digits) = back(is_digit, 10);
    if between.is_empty() {
        return None;
    }
    Some((place, number(digits)?, number(generation)? as u16))
}
