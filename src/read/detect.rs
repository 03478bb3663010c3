//! Tells how a text is written down.
//!
//! May live here: rules about bytes. May not: tables of letters (the surroundings have them).
//!
//! Nothing is guessed by likelihood. An encoding is taken only where its marks are there or the
//! whole file fits it, and what fits two is refused.

use super::{Edge, Encoding, Kind, ReadError, Reading};

/// The text of a file that is nothing but text.
pub(super) fn text(bytes: &[u8], asked: Option<Encoding>, edge: &dyn Edge) -> Result<Reading, ReadError> {
    let (text, encoding) = match asked {
        Some(encoding) => (edge.decode_lossy(encoding, bytes), encoding),
        None => settled(bytes, edge)?,
    };
    Ok(Reading { text, kind: Kind::Text, encoding: Some(encoding), notes: Vec::new() })
}

fn settled(bytes: &[u8], edge: &dyn Edge) -> Result<(String, Encoding), ReadError> {
    for (mark, encoding) in [(b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = edge.decode(encoding, rest).ok_or(ReadError::Undecodable { line: 1 })?;
            return Ok((text, encoding));
        }
    }
    if bytes.contains(&0) {
        return Err(ReadError::NotRead(Kind::Unknown));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(_) if bytes.windows(3).any(|escape| matches!(escape, b"\x1B$B" | b"\x1B$@")) => {
            let text = edge.decode(Encoding::Iso2022Jp, bytes).ok_or(ReadError::Undecodable { line: 1 })?;
            Ok((text, Encoding::Iso2022Jp))
        }
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) => legacy(bytes, error.valid_up_to(), edge),
    }
}

/// Text that is not UTF-8. Hardly any Shift_JIS fits EUC-JP, but much EUC-JP fits Shift_JIS as a
/// run of half-width katakana: what fits both is EUC-JP if that reading has hiragana.
fn legacy(bytes: &[u8], n_valid: usize, edge: &dyn Edge) -> Result<(String, Encoding), ReadError> {
    let is_hiragana = |c: char| matches!(c, 'ぁ'..='ん');
    match (edge.decode(Encoding::ShiftJis, bytes), edge.decode(Encoding::EucJp, bytes)) {
        (Some(text), None) => Ok((text, Encoding::ShiftJis)),
        (None, Some(text)) => Ok((text, Encoding::EucJp)),
        (Some(_), Some(text)) if text.contains(is_hiragana) => Ok((text, Encoding::EucJp)),
        (Some(_), Some(_)) => Err(ReadError::Ambiguous),
        (None, None) => {
            let before = bytes.get(..n_valid).unwrap_or(bytes);
            Err(ReadError::Undecodable { line: before.iter().filter(|&&byte| byte == b'\n').count() + 1 })
        }
    }
}
