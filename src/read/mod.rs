//! Bytes become text.
//!
//! May live here: encodings, and what kinds of files are not text. May not: what the text says,
//! where the bytes come from, wording for people.
//!
//! Nothing is guessed by likelihood. An encoding is taken only where its marks are there or the
//! whole file fits it, and what fits two is refused.

use encoding_rs::{EUC_JP, Encoding as Rules, ISO_2022_JP, SHIFT_JIS, UTF_16BE, UTF_16LE};

/// Text and how it was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// How it was written down.
    pub encoding: Encoding,
}

/// How a text is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// Shift_JIS with the additions of Windows.
    ShiftJis,
    /// EUC-JP.
    EucJp,
    /// ISO-2022-JP, told by its escapes.
    Iso2022Jp,
}

impl Encoding {
    /// The name by which people know it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::ShiftJis => "Shift_JIS",
            Encoding::EucJp => "EUC-JP",
            Encoding::Iso2022Jp => "ISO-2022-JP",
        }
    }
}

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing, or only white space.
    Empty,
    /// It is a file of another kind.
    NotText(Kind),
    /// It fits no known encoding; as UTF-8 it breaks on this line, counted from 1.
    Undecodable {
        /// The line.
        line: usize,
    },
    /// It fits Shift_JIS and EUC-JP, and reads differently.
    Ambiguous,
}

/// Kinds of files that are not text, told by how they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// A zip archive, which a document of Word or Excel is too.
    Zip,
    /// A document of the older Word or Excel.
    Ole,
    /// A picture.
    Image,
    /// Something with bytes that no text has.
    Unknown,
}

const BEGINNINGS: [(&[u8], Kind); 6] = [
    (b"%PDF-", Kind::Pdf),
    (b"PK\x03\x04", Kind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Kind::Ole),
    (b"\x89PNG\r\n\x1A\n", Kind::Image),
    (b"\xFF\xD8\xFF", Kind::Image),
    (b"GIF89a", Kind::Image),
];

/// Reads bytes as text.
///
/// # Errors
///
/// When they are empty, something else than text, or in no encoding that can be settled.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let Decoded { text, encoding } = decode_any(bytes)?;
    if text.chars().all(|c| c.is_whitespace() || crate::chars::is_space(c)) {
        return Err(ReadError::Empty);
    }
    Ok(Decoded { text, encoding })
}

fn decode_any(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(ReadError::NotText(*kind));
    }
    for (mark, rules) in [(b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = exactly(rules, rest).ok_or(ReadError::Undecodable { line: 1 })?;
            if text.contains('\0') {
                return Err(ReadError::NotText(Kind::Unknown));
            }
            return Ok(Decoded { text, encoding: Encoding::Utf16 });
        }
    }
    if bytes.contains(&0) {
        return Err(ReadError::NotText(Kind::Unknown));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if bytes.windows(3).any(|escape| matches!(escape, b"\x1B$B" | b"\x1B$@")) => {
            let text = exactly(ISO_2022_JP, text.as_bytes()).ok_or(ReadError::Undecodable { line: 1 })?;
            Ok(Decoded { text, encoding: Encoding::Iso2022Jp })
        }
        Ok(text) => Ok(Decoded { text: text.to_owned(), encoding: Encoding::Utf8 }),
        Err(error) => legacy(bytes, error.valid_up_to()),
    }
}

/// Text that is not UTF-8. Hardly any Shift_JIS fits EUC-JP, but much EUC-JP fits Shift_JIS as a
/// run of half-width katakana: what fits both is EUC-JP if that reading has hiragana.
fn legacy(bytes: &[u8], n_valid: usize) -> Result<Decoded, ReadError> {
    let is_hiragana = |c: char| matches!(c, 'ぁ'..='ん');
    let decoded = |text, encoding| Ok(Decoded { text, encoding });
    match (exactly(SHIFT_JIS, bytes), exactly(EUC_JP, bytes)) {
        (Some(text), None) => decoded(text, Encoding::ShiftJis),
        (None, Some(text)) => decoded(text, Encoding::EucJp),
        (Some(_), Some(text)) if text.contains(is_hiragana) => decoded(text, Encoding::EucJp),
        (Some(_), Some(_)) => Err(ReadError::Ambiguous),
        (None, None) => {
            let before = bytes.get(..n_valid).unwrap_or(bytes);
            Err(ReadError::Undecodable { line: before.iter().filter(|&&byte| byte == b'\n').count() + 1 })
        }
    }
}

/// The text, if every byte of it fits.
fn exactly(rules: &'static Rules, bytes: &[u8]) -> Option<String> {
    let text = rules.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}
