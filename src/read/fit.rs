//! How well bytes fit the rules of Shift_JIS, EUC-JP, UTF-8 and UTF-16.
//!
//! May live here: which bytes may follow which, and which of them are common in Japanese. May not:
//! tables of letters, the decision (`detect`).

use super::Encoding;

/// What is seen of bytes when they are taken for one of the two encodings of bytes in pairs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fit {
    /// Bytes that cannot stand where they stand.
    pub n_errors: usize,
    /// The offset of the first of them.
    pub first_error: Option<usize>,
    /// Letters outside ASCII.
    pub n_letters: usize,
    /// Hiragana and full-width katakana among them.
    pub n_kana: usize,
    /// Kana, punctuation, and the kanji of the first level among them.
    pub n_common: usize,
    /// Half-width katakana among them.
    pub n_half: usize,
    /// The bytes at the end that begin a letter and do not end it.
    pub n_tail: usize,
}

impl Fit {
    /// Whether at least a fifth of the letters are kana, as in any Japanese that is not a list of names.
    pub fn is_kana(&self) -> bool {
        self.n_kana > 0 && self.n_kana * 5 >= self.n_letters
    }

    /// Whether no rule is broken and most letters are common, as in any text that is what it is taken for.
    pub fn is_sure(&self) -> bool {
        self.n_errors == 0 && self.n_common * 10 >= self.n_letters * 7
    }

    fn pair(&mut self, is_kana: bool, is_common: bool) {
        self.n_letters += 1;
        self.n_kana += usize::from(is_kana);
        self.n_common += usize::from(is_common);
    }

    fn half(&mut self) {
        self.n_letters += 1;
        self.n_half += 1;
    }

    fn error(&mut self, at: usize) {
        self.n_errors += 1;
        self.first_error.get_or_insert(at);
    }
}

/// As Shift_JIS with the additions of Windows. JIS X 0208: row 4 hiragana, row 5 katakana, rows 16 to 47
/// the kanji of the first level.
pub(super) fn shift_jis(bytes: &[u8]) -> Fit {
    let mut fit = Fit::default();
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return fit,
            [..=0x7F, after @ ..] => after,
            [0xA1..=0xDF, after @ ..] => {
                fit.half();
                after
            }
            [lead @ (0x81..=0x9F | 0xE0..=0xFC), trail @ (0x40..=0x7E | 0x80..=0xFC), after @ ..] => {
                let is_kana = matches!((lead, trail), (0x82, 0x9F..=0xF1) | (0x83, 0x40..=0x96));
                fit.pair(is_kana, is_kana || matches!(lead, 0x81 | 0x82 | 0x88..=0x98));
                after
            }
            [0x81..=0x9F | 0xE0..=0xFC] => {
                fit.n_tail = 1;
                return fit;
            }
            [_, after @ ..] => {
                fit.error(bytes.len() - rest.len());
                after
            }
        };
    }
}

/// As EUC-JP, with the half-width katakana and the three bytes of JIS X 0212.
pub(super) fn euc_jp(bytes: &[u8]) -> Fit {
    let mut fit = Fit::default();
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return fit,
            [..=0x7F, after @ ..] => after,
            [0x8E, 0xA1..=0xDF, after @ ..] => {
                fit.half();
                after
            }
            [0x8F, 0xA1..=0xFE, 0xA1..=0xFE, after @ ..] => {
                fit.pair(false, false);
                after
            }
            [lead @ 0xA1..=0xFE, 0xA1..=0xFE, after @ ..] => {
                let is_kana = matches!(lead, 0xA4 | 0xA5);
                fit.pair(is_kana, is_kana || matches!(lead, 0xA1 | 0xA3 | 0xB0..=0xCF));
                after
            }
            [0x8E | 0x8F | 0xA1..=0xFE] | [0x8F, 0xA1..=0xFE] => {
                fit.n_tail = rest.len();
                return fit;
            }
            [_, after @ ..] => {
                fit.error(bytes.len() - rest.len());
                after
            }
        };
    }
}

/// Whether almost all bytes outside ASCII are letters of three bytes or more in UTF-8. Two bytes may follow
/// each other so by chance in other encodings, and do.
pub(super) fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut n_long, mut n_other) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c.len_utf8() {
                1 => {}
                2 => n_other += 2,
                len => n_long += len,
            }
        }
        n_other += chunk.invalid().len();
    }
    n_long > 0 && n_long >= n_other * 4
}

/// The number of letters of three bytes or more.
pub(super) fn n_long_letters(text: &str) -> usize {
    text.chars().filter(|c| c.len_utf8() > 2).count()
}

/// The order of the bytes, if they are UTF-16 without its mark: almost every unit is ASCII, kana, a kanji
/// or a full-width form in one order, and not in the other. Units without a zero byte among them are
/// taken only where kana are many, since pairs of other encodings look like kanji.
pub(super) fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let seen = |unit: fn([u8; 2]) -> u16| {
        let (mut n_units, mut n_likely, mut n_kana) = (0, 0, 0);
        for pair in bytes.chunks_exact(2) {
            let &[first, second] = pair else { continue };
            let unit = unit([first, second]);
            n_units += 1;
            n_kana += usize::from(matches!(unit, 0x3041..=0x30FE));
            let is_likely = matches!(
                unit,
                0x09..=0x0D | 0x20..=0x7E | 0x2010..=0x27BF | 0x3000..=0x33FF | 0x4E00..=0x9FFF
                    | 0xD840..=0xDFFF | 0xE000..=0xFAFF | 0xFF01..=0xFF9F
            );
            n_likely += usize::from(is_likely);
        }
        (n_units, n_likely, n_kana)
    };
    let (n_units, n_little, n_kana_little) = seen(u16::from_le_bytes);
    let (_, n_big, n_kana_big) = seen(u16::from_be_bytes);
    let (encoding, n_likely, n_other, n_kana) = if n_little >= n_big {
        (Encoding::Utf16Le, n_little, n_big, n_kana_little)
    } else {
        (Encoding::Utf16Be, n_big, n_little, n_kana_big)
    };
    let is_kana = n_kana > 0 && n_kana * 5 >= n_units;
    let is_sure = n_likely * 20 >= n_units * 19 && n_other < n_likely && (bytes.contains(&0) || is_kana);
    (n_units > 1 && is_sure).then_some(encoding)
}
