//! Maps from codes to letters and glyphs (ISO 32000-1, 9.7.5 and 9.10.3; Adobe Technical Note 5014).
//!
//! May live here: maps that a PDF holds. May not: maps that are known by name (`font`).

use super::object::{Lexer, Object};
use super::{Budget, PdfError};
use crate::order;

/// A map. Codes are numbers of up to four bytes.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Which codes there are: how many bytes, the first, the last.
    spaces: Vec<(usize, u32, u32)>,
    /// Letters of ranges of codes, in order; each code after the first means the letter after.
    letters: Vec<(u32, u32, String)>,
    /// Glyphs of ranges of codes, in order.
    glyphs: Vec<(u32, u32, u32)>,
    /// Whether lines run from top to bottom.
    pub is_vertical: bool,
}

/// More lengths of codes than any map tells apart.
const MAX_SPACES: usize = 64;

impl CMap {
    /// # Errors
    ///
    /// When it is longer than a document may be.
    pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<CMap, PdfError> {
        let mut map = CMap::default();
        let mut lexer = Lexer::new(bytes, 0);
        let mut said: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            budget.take_steps(1)?;
            let Object::Word(word) = object else {
                said.push(object);
                continue;
            };
            match word.as_slice() {
                b"endcodespacerange" => {
                    for range in said.chunks_exact(2) {
                        let [Object::Text(first), Object::Text(last)] = range else { continue };
                        if map.spaces.len() < MAX_SPACES {
                            map.spaces.push((first.len().clamp(1, 4), code(first), code(last)));
                        }
                    }
                }
                b"endbfchar" => {
                    for pair in said.chunks_exact(2) {
                        let [Object::Text(from), to] = pair else { continue };
                        map.add_letters(code(from), code(from), to);
                    }
                }
                b"endbfrange" => {
                    for range in said.chunks_exact(3) {
                        let [Object::Text(first), Object::Text(last), to] = range else { continue };
                        map.add_letters(code(first), code(last), to);
                    }
                }
                b"endcidchar" => {
                    for pair in said.chunks_exact(2) {
                        let [Object::Text(from), to] = pair else { continue };
                        map.add_glyphs(code(from), code(from), to);
                    }
                }
                b"endcidrange" => {
                    for range in said.chunks_exact(3) {
                        let [Object::Text(first), Object::Text(last), to] = range else { continue };
                        map.add_glyphs(code(first), code(last), to);
                    }
                }
                b"def" => {
                    if let [.., Object::Name(name), Object::Number(mode)] = said.as_slice()
                        && name == b"WMode"
                    {
                        map.is_vertical = *mode == 1.0;
                    }
                }
                _ => {}
            }
            said.clear();
        }
        order::sort_by_key(&mut map.letters, |(first, _, _)| *first);
        order::sort_by_key(&mut map.glyphs, |(first, _, _)| *first);
        Ok(map)
    }

    fn add_letters(&mut self, first: u32, last: u32, to: &Object) {
        match to {
            Object::Text(to) => self.letters.push((first, last, utf16(to))),
            Object::Array(items) => {
                for (code, to) in (first..=last).zip(items) {
                    self.letters.extend(to.text().map(|to| (code, code, utf16(to))));
                }
            }
            _ => {}
        }
    }

    fn add_glyphs(&mut self, first: u32, last: u32, to: &Object) {
        let to = to.count().and_then(|to| u32::try_from(to).ok());
        self.glyphs.extend(to.map(|to| (first, last, to)));
    }

    /// The letters of a code. None where there are none, or only what no text holds.
    pub(super) fn letters(&self, code: u32) -> Option<String> {
        let at = self.letters.partition_point(|(first, _, _)| *first <= code).checked_sub(1)?;
        let (first, last, letters) = self.letters.get(at)?;
        if code > *last {
            return None;
        }
        let mut letters = letters.clone();
        if code > *first {
            let end = letters.pop()? as u32;
            letters.push(char::from_u32(end.checked_add(code - first)?)?);
        }
        let is_sound = !letters.is_empty() && !letters.contains(['\0', '\u{FFFD}', '\u{FFFE}', '\u{FFFF}']);
        is_sound.then_some(letters)
    }

    /// The glyph of a code.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let at = self.glyphs.partition_point(|(first, _, _)| *first <= code).checked_sub(1)?;
        let (first, last, glyph) = self.glyphs.get(at)?;
        if code > *last { None } else { glyph.checked_add(code - first) }
    }

    /// The first code and how many bytes it has. None at the end, and where the map knows no codes.
    pub(super) fn code(&self, bytes: &[u8]) -> Option<(u32, usize)> {
        let shortest = self.spaces.iter().map(|(len, _, _)| *len).min()?;
        let fits = |len: usize| {
            let code = code(bytes.get(..len)?);
            let is_in =
                |(space, first, last): &(usize, u32, u32)| *space == len && within(code, *first, *last);
            self.spaces.iter().any(is_in).then_some((code, len))
        };
        (1..=4).find_map(fits).or_else(|| {
            let len = shortest.min(bytes.len());
            (len > 0).then(|| (code(bytes.get(..len).unwrap_or(bytes)), len))
        })
    }
}

/// Whether each byte of a code is between those of the first and the last one.
fn within(code: u32, first: u32, last: u32) -> bool {
    let mut triples = code.to_be_bytes().into_iter().zip(first.to_be_bytes()).zip(last.to_be_bytes());
    triples.all(|((code, first), last)| (first..=last).contains(&code))
}

/// Bytes as a number.
pub(super) fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, &byte| code << 8 | u32::from(byte))
}

/// Letters in UTF-16, higher byte first; a single byte is a letter too, as some programs write it.
pub(super) fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return (*byte as char).to_string();
    }
    let bytes = bytes.strip_prefix(b"\xFE\xFF").unwrap_or(bytes);
    let units = bytes.chunks_exact(2).map(|pair| code(pair) as u16);
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
