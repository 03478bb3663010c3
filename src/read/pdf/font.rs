//! Fonts, as far as text needs them: which letters codes mean and how wide they are (ISO 32000-1, 9.5 to
//! 9.10).
//!
//! May live here: reading a font's dictionary. May not: outlines, which nobody draws here.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::cmap::{self, CMap};
use super::file::File;
use super::letters::{self, Base, Meaning};
use super::object::{Dict, Object};
use super::{Decode, PdfError};
use crate::read::Encoding;
use crate::{chars, order};

/// A code of a font.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// What it means; empty where that is not known.
    pub text: Rc<str>,
    /// How far it moves on, in parts of the font's size. Downwards in a vertical font.
    pub width: f64,
    /// Whether it was named as the radical of which its character is a form.
    pub is_radical: bool,
    /// Whether the spacing of words applies: to the single byte 32.
    pub is_blank: bool,
}

/// A font.
pub(super) struct Font {
    codes: Codes,
    letters: Option<CMap>,
    widths: Widths,
    /// Whether lines run from top to bottom.
    pub is_vertical: bool,
    known: BTreeMap<(u32, usize), Letter>,
}

/// More codes than any font has.
const MAX_KNOWN: usize = 70_000;

/// How bytes become codes, and what these mean where no map says it.
enum Codes {
    /// Single bytes, each with the letter of the font's encoding.
    Single(Vec<Option<char>>),
    /// Two bytes, the number of a glyph; of Adobe-Japan1 or unknown.
    Glyph { is_japanese: bool },
    /// Bytes of a known encoding of text.
    Coded(Encoding),
    /// As a map in the file says.
    Mapped { map: CMap, is_japanese: bool },
}

struct Widths {
    /// Of ranges of codes or glyphs, in order.
    ranges: Vec<(u32, u32, f64)>,
    usual: f64,
    /// What a width is multiplied by to become a part of the font's size.
    unit: f64,
    /// How far a glyph of a vertical font moves down.
    down: f64,
}

impl Font {
    /// # Errors
    ///
    /// When the file holds more than a document may.
    pub(super) fn load(file: &File, dict: &Dict) -> Result<Font, PdfError> {
        let letters = match file.get(dict, "ToUnicode") {
            Object::Stream(stream) => Some(CMap::read(&file.unpack(&stream)?, &file.budget)?),
            _ => None,
        };
        let (codes, widths, is_vertical) = match file.get(dict, "Subtype").name() {
            Some(b"Type0") => composite(file, dict)?,
            subtype => simple(file, dict, subtype == Some(b"Type3"))?,
        };
        Ok(Font { codes, letters, widths, is_vertical, known: BTreeMap::new() })
    }

    /// The font that a page names and the file does not hold: whatever it shows is unknown.
    pub(super) fn missing() -> Font {
        let widths = Widths { ranges: Vec::new(), usual: 500.0, unit: 0.001, down: 1.0 };
        let (letters, known) = (None, BTreeMap::new());
        Font { codes: Codes::Single(Vec::new()), letters, widths, is_vertical: false, known }
    }

    /// The first letter of bytes, and how many of them it took. None at the end.
    pub(super) fn next(&mut self, bytes: &[u8], decode: Decode) -> Option<(Letter, usize)> {
        let (code, len) = match &self.codes {
            Codes::Single(_) => (u32::from(*bytes.first()?), 1),
            Codes::Glyph { .. } => fixed(bytes, 2)?,
            Codes::Coded(encoding) => fixed(bytes, n_bytes(*encoding, bytes))?,
            Codes::Mapped { map, .. } => map.code(bytes).or_else(|| fixed(bytes, 2))?,
        };
        if let Some(letter) = self.known.get(&(code, len)) {
            return Some((letter.clone(), len));
        }
        let letter = self.letter(code, bytes.get(..len)?, decode);
        if self.known.len() < MAX_KNOWN {
            self.known.insert((code, len), letter.clone());
        }
        Some((letter, len))
    }

    fn letter(&self, code: u32, bytes: &[u8], decode: Decode) -> Letter {
        let glyph = match &self.codes {
            Codes::Mapped { map, .. } => map.glyph(code).unwrap_or(0),
            _ => code,
        };
        let mut is_radical = false;
        let text = self.letters.as_ref().and_then(|map| map.letters(code)).map(|text| {
            let folded = folded(&text);
            is_radical = folded.is_some();
            folded.unwrap_or(text)
        });
        let text = text.or_else(|| match &self.codes {
            Codes::Single(letters) => letters.get(code as usize).copied().flatten().map(String::from),
            Codes::Glyph { is_japanese: true } | Codes::Mapped { is_japanese: true, .. } => {
                match letters::japanese(glyph)? {
                    Meaning::Letter(letter) => Some(letter.to_string()),
                    Meaning::Coded(encoding, bytes) => decoded(encoding, &bytes, decode),
                }
            }
            // JIS X 0208 in seven bits; EUC-JP is the same with the eighth set.
            Codes::Coded(Encoding::Iso2022Jp) => {
                let bytes: Vec<u8> = bytes.iter().map(|byte| byte | 0x80).collect();
                decoded(Encoding::EucJp, &bytes, decode)
            }
            Codes::Coded(encoding) => decoded(*encoding, bytes, decode),
            _ => None,
        });
        let text = text.unwrap_or_default();
        let width = self.width(code, glyph, &text, bytes.len());
        Letter { text: text.into(), width, is_radical, is_blank: bytes == b" " }
    }

    fn width(&self, code: u32, glyph: u32, text: &str, len: usize) -> f64 {
        if self.is_vertical {
            return self.widths.down;
        }
        // Widths are listed by glyph. Of the encodings of text only the glyphs of ASCII are known here.
        let is_narrow = text.starts_with(|letter: char| matches!(letter, ' '..='~' | '｡'..='ﾟ'));
        let glyph = match self.codes {
            Codes::Coded(_) if is_narrow && (len == 1 || code < 0x80) => code.saturating_add(231 - 0x20),
            Codes::Coded(_) if is_narrow => return 0.5,
            Codes::Coded(_) => return self.widths.usual * self.widths.unit,
            _ => glyph,
        };
        let listed = |glyph: u32| {
            let at = self.widths.ranges.partition_point(|(first, _, _)| *first <= glyph).checked_sub(1)?;
            let (_, last, width) = self.widths.ranges.get(at)?;
            (glyph <= *last).then_some(*width)
        };
        let width = match self.codes {
            Codes::Coded(_) => match listed(glyph).or_else(|| listed(glyph.saturating_sub(230))) {
                Some(width) => width,
                None => return 0.5,
            },
            _ => listed(glyph).unwrap_or(self.widths.usual),
        };
        width * self.widths.unit
    }
}

/// A text with radicals as the characters of which they are forms; None where there are none.
fn folded(text: &str) -> Option<String> {
    text.contains(|letter| chars::of_radical(letter).is_some())
        .then(|| text.chars().map(|letter| chars::of_radical(letter).unwrap_or(letter)).collect())
}

fn decoded(encoding: Encoding, bytes: &[u8], decode: Decode) -> Option<String> {
    decode(encoding, bytes).filter(|text| !text.is_empty() && !text.contains(['\0', '\u{FFFD}']))
}

/// A code of so many bytes, or of what is left.
fn fixed(bytes: &[u8], len: usize) -> Option<(u32, usize)> {
    let bytes = bytes.get(..len).unwrap_or(bytes);
    (!bytes.is_empty()).then(|| (cmap::code(bytes), bytes.len()))
}

/// How many bytes the first letter has.
fn n_bytes(encoding: Encoding, bytes: &[u8]) -> usize {
    match (encoding, bytes) {
        (Encoding::ShiftJis, [0x81..=0x9F | 0xE0..=0xFC, ..]) => 2,
        (Encoding::EucJp, [0x8F, ..]) => 3,
        (Encoding::EucJp, [0x8E | 0xA1..=0xFE, ..]) => 2,
        (Encoding::Utf16Be, [0xD8..=0xDB, ..]) => 4,
        (Encoding::Utf16Be, _) => 2,
        (Encoding::Iso2022Jp, _) => 2,
        _ => 1,
    }
}

fn composite(file: &File, dict: &Dict) -> Result<(Codes, Widths, bool), PdfError> {
    let descendant = match file.get(dict, "DescendantFonts") {
        Object::Array(fonts) => fonts.first().map(|font| file.resolve(font)).unwrap_or(Object::Null),
        single => single,
    };
    let empty = Dict::new();
    let descendant = descendant.dict().unwrap_or(&empty);
    let system = file.get_dict(descendant, "CIDSystemInfo");
    let is_japanese = file.get(&system, "Ordering").text() == Some(b"Japan1");
    let (codes, is_vertical) = match file.get(dict, "Encoding") {
        Object::Stream(stream) => {
            let map = CMap::read(&file.unpack(&stream)?, &file.budget)?;
            let is_vertical = map.is_vertical;
            (Codes::Mapped { map, is_japanese }, is_vertical)
        }
        Object::Name(name) => {
            let is_vertical = name == b"V" || name.ends_with(b"-V");
            (encoding_named(&name).map_or(Codes::Glyph { is_japanese }, Codes::Coded), is_vertical)
        }
        _ => (Codes::Glyph { is_japanese }, false),
    };
    let number = |name| file.get(descendant, name).number();
    let down = match file.get(descendant, "DW2") {
        Object::Array(pair) => pair.get(1).and_then(Object::number).map_or(1.0, |down| -down / 1000.0),
        _ => 1.0,
    };
    let widths = Widths {
        ranges: glyph_widths(file, &file.get(descendant, "W"))?,
        usual: number("DW").unwrap_or(1000.0),
        unit: 0.001,
        down: if down > 0.0 { down } else { 1.0 },
    };
    Ok((codes, widths, is_vertical))
}

/// `[1 [500 600] 10 20 1000]`: of glyph 1 on one by one, and of glyphs 10 to 20.
fn glyph_widths(file: &File, list: &Object) -> Result<Vec<(u32, u32, f64)>, PdfError> {
    let mut ranges = Vec::new();
    let mut items = list.array().unwrap_or_default().iter().map(|item| file.resolve(item));
    let glyph = |object: &Object| object.count().and_then(|glyph| u32::try_from(glyph).ok());
    while let Some(first) = items.next() {
        file.budget.take_steps(1)?;
        let Some(first) = glyph(&first) else { continue };
        match items.next() {
            Some(Object::Array(widths)) => {
                file.budget.take_steps(widths.len() as u64)?;
                for (glyph, width) in (first..).zip(&widths) {
                    ranges.extend(width.number().map(|width| (glyph, glyph, width)));
                }
            }
            Some(last) => {
                let width = items.next().and_then(|width| width.number());
                ranges.extend(glyph(&last).zip(width).map(|(last, width)| (first, last, width)));
            }
            None => break,
        }
    }
    order::sort_by_key(&mut ranges, |(first, _, _)| *first);
    Ok(ranges)
}

/// The encoding of text that a map with a known name stands for.
fn encoding_named(name: &[u8]) -> Option<Encoding> {
    let name = std::str::from_utf8(name).ok()?;
    let (name, _) = name.rsplit_once('-').unwrap_or(("", name));
    // `H` alone, `Ext-H` and their kin: JIS X 0208 in seven bits.
    if matches!(name, "" | "78" | "Ext" | "Add" | "NWP") {
        return Some(Encoding::Iso2022Jp);
    }
    if name.contains("UTF16") || name.contains("UCS2") {
        Some(Encoding::Utf16Be)
    } else if name.ends_with("RKSJ") {
        Some(Encoding::ShiftJis)
    } else if matches!(name, "EUC" | "78-EUC" | "Hojo-EUC") {
        Some(Encoding::EucJp)
    } else {
        None
    }
}

fn simple(file: &File, dict: &Dict, is_type3: bool) -> Result<(Codes, Widths, bool), PdfError> {
    let descriptor = file.get_dict(dict, "FontDescriptor");
    let flags = file.get(&descriptor, "Flags").count().unwrap_or(0);
    let encoding = file.get(dict, "Encoding");
    let (named, differences) = match &encoding {
        Object::Name(name) => (Base::of(name), Vec::new()),
        Object::Dict(encoding) => {
            let base = file.get(encoding, "BaseEncoding");
            let differences = match file.get(encoding, "Differences") {
                Object::Array(items) => items,
                _ => Vec::new(),
            };
            (base.name().and_then(Base::of), differences)
        }
        _ => (None, Vec::new()),
    };
    // A font of signs has letters of its own, and a subset under no name may have any.
    let is_own = flags & 4 != 0 || is_type3;
    let base = named.or_else(|| (!is_own).then_some(Base::Standard));
    let mut letters: Vec<Option<char>> =
        (0..=255).map(|code| base.and_then(|base| base.letter(code))).collect();
    let mut code = 0;
    file.budget.take_steps(differences.len() as u64)?;
    for item in &differences {
        match file.resolve(item) {
            Object::Number(next) => code = next as usize,
            Object::Name(name) => {
                if let Some(letter) = letters.get_mut(code) {
                    *letter = letters::named(&name);
                }
                code += 1;
            }
            _ => {}
        }
    }
    let first = file.get(dict, "FirstChar").count().and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
    let listed = match file.get(dict, "Widths") {
        Object::Array(widths) => widths,
        _ => Vec::new(),
    };
    file.budget.take_steps(listed.len() as u64)?;
    let number = |width: &Object| file.resolve(width).number().unwrap_or(0.0);
    let ranges = (first..).zip(&listed).take(256).map(|(code, width)| (code, code, number(width))).collect();
    let unit = match file.get(dict, "FontMatrix") {
        Object::Array(matrix) if is_type3 => matrix.first().map_or(0.001, number),
        _ => 0.001,
    };
    let missing = file.get(&descriptor, "MissingWidth").number().unwrap_or(0.0);
    // The fonts that every reader has need not list their widths.
    let usual = if listed.is_empty() { 500.0 } else { missing };
    Ok((Codes::Single(letters), Widths { ranges, usual, unit, down: 1.0 }, false))
}
