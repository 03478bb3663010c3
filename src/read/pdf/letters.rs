//! Which letters the codes of old encodings, the names of glyphs and the numbers of Japanese glyphs mean
//! (ISO 32000-1, annex D; Adobe Technical Note 5078 for Adobe-Japan1).
//!
//! May live here: facts about letters and codes. May not: fonts, and tables that the surroundings have.

use crate::read::Encoding;

/// What stands in a table where a code means nothing.
const NONE: char = '□';

const WINDOWS: &str = "€□‚ƒ„…†‡ˆ‰Š‹Œ□Ž□□‘’“”•–—˜™š›œ□žŸ";

const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ□ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

const STANDARD: &str =
    "□¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ□–†‡·□¶•‚„”»…‰□¿□`´ˆ˜¯˘˙¨□˚¸□˝˛ˇ—□□□□□□□□□□□□□□□□Æ□ª□□□□ŁØŒº□□□□□æ□□□ı□□łøœß□□□□";

/// An encoding of single bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// Windows, code page 1252.
    Windows,
    /// Macintosh, Roman.
    Mac,
    /// Adobe's own.
    Standard,
}

impl Base {
    pub(super) fn of(name: &[u8]) -> Option<Base> {
        Some(match name {
            b"WinAnsiEncoding" => Base::Windows,
            b"MacRomanEncoding" => Base::Mac,
            b"StandardEncoding" => Base::Standard,
            _ => return None,
        })
    }

    pub(super) fn letter(self, code: u8) -> Option<char> {
        let from = |table: &str, first: u8| table.chars().nth(usize::from(code.checked_sub(first)?));
        let letter = match (code, self) {
            (0x27, Base::Standard) => '’',
            (0x60, Base::Standard) => '‘',
            (0x20..=0x7E, _) => code as char,
            (0x80.., Base::Mac) => from(MAC, 0x80)?,
            (0xA0.., Base::Standard) => from(STANDARD, 0xA0)?,
            (0x80..=0x9F, Base::Windows) => from(WINDOWS, 0x80)?,
            (0xA0.., Base::Windows) => code as char,
            _ => return None,
        };
        (letter != NONE).then_some(letter)
    }
}

/// Names of glyphs that are not their own letter, in the order of `NAMED`.
const NAMES: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright \
asterisk plus comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less \
equal greater question at bracketleft backslash bracketright asciicircum underscore grave braceleft bar \
braceright asciitilde exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine \
guillemotleft logicalnot registered macron degree plusminus acute mu paragraph periodcentered cedilla \
ordmasculine guillemotright onequarter onehalf threequarters questiondown multiply divide AE ae Oslash oslash \
germandbls Aring aring Adieresis adieresis Odieresis odieresis Udieresis udieresis Eacute eacute Egrave egrave \
agrave ccedilla OE oe quoteleft quoteright quotedblleft quotedblright quotesinglbase quotedblbase bullet endash \
emdash ellipsis dagger daggerdbl trademark Euro fi fl ff ffi ffl minus guilsinglleft guilsinglright nbspace \
sfthyphen onesuperior twosuperior threesuperior";

const NAMED: &str = " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~¡¢£¤¥¦§¨©ª«¬®¯°±´µ¶·¸º»¼½¾¿×÷ÆæØøßÅåÄäÖöÜüÉéÈèàçŒœ‘’“”‚„•–—…†‡™€ﬁﬂﬀﬃﬄ−‹›\u{A0}\u{AD}¹²³";

/// The letter that a glyph's name says: `A`, `comma`, `uni4E00`, `u1F600`, and any of them before a dot.
pub(super) fn named(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split_once('.').map_or(name, |(letter, _)| letter);
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    if let Some((_, letter)) = NAMES.split(' ').zip(NAMED.chars()).find(|(known, _)| *known == name) {
        return Some(letter);
    }
    let code = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let is_code = (4..=6).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_hexdigit());
    char::from_u32(u32::from_str_radix(code, 16).ok().filter(|_| is_code)?)
}

/// The forms of signs for vertical lines, from glyph 7887 of Adobe-Japan1.
const VERTICAL: &str =
    "、。￣＿ー―‐〜‖｜…‥（）〔〕［］｛｝〈〉《》「」『』【】＝ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

/// Glyphs 7555 to 7623 of Adobe-Japan1.
const NEC: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ㍉㌔㌢㍍㌘㌧㌃㌶㍑㍗㌍㌦㌣㌫㍊㌻㎜㎝㎞㎎㎏㏄㎡〝〟№㏍℡㊤㊥㊦㊧㊨㈱㈲㈹㍾㍽㍼";

/// A letter, or bytes of an encoding that say which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Letter(char),
    Coded(Encoding, [u8; 2]),
}

/// What a glyph of Adobe-Japan1 means. The characters of JIS X 0208 stand there in the order of that
/// standard, so that the surroundings' tables say which they are.
pub(super) fn japanese(glyph: u32) -> Option<Meaning> {
    let glyph = usize::try_from(glyph).ok()?;
    let from = |table: &str, first: usize| table.chars().nth(glyph - first).map(Meaning::Letter);
    let ascii = |place: usize| match place {
        60 => Some(Meaning::Letter('¥')),
        94 => Some(Meaning::Letter('‾')),
        place => char::from_u32(place as u32 + 0x20).map(Meaning::Letter),
    };
    match glyph {
        1..=95 => ascii(glyph - 1),
        97 => Some(Meaning::Letter('\\')),
        100 => Some(Meaning::Letter('~')),
        231..=325 => ascii(glyph - 231),
        327..=389 => char::from_u32(0xFF61 + (glyph - 327) as u32).map(Meaning::Letter),
        633..=7477 => {
            // Runs of places in rows of 94 to which the standard gives a character.
            const RUNS: [(usize, usize); 17] = [
                (0, 108), // row 1, and the beginning of row 2
                (119, 127),
                (135, 142),
                (153, 168),
                (175, 183),
                (187, 188), // the end of row 2
                (203, 213), // row 3: digits
                (220, 246),
                (252, 278),
                (282, 365), // row 4: hiragana
                (376, 462), // row 5: katakana
                (470, 494), // row 6: Greek
                (502, 526),
                (564, 597), // row 7: Cyrillic
                (612, 645),
                (1410, 4375), // rows 16 to 47: kanji
                (4418, 7806), // rows 48 to 84: kanji
            ];
            let mut left = glyph - 633;
            for (from, to) in RUNS {
                if left < to - from {
                    let place = from + left;
                    let byte = |number: usize| u8::try_from(0xA1 + number).unwrap_or(0xFF);
                    return Some(Meaning::Coded(Encoding::EucJp, [byte(place / 94), byte(place % 94)]));
                }
                left -= to - from;
            }
            None
        }
        7479..=7554 => char::from_u32(0x2500 + (glyph - 7479) as u32).map(Meaning::Letter),
        7555..=7623 => from(NEC, 7555),
        7887..=7939 => from(VERTICAL, 7887),
        8284 => Some(Meaning::Letter('凜')),
        8285 => Some(Meaning::Letter('熙')),
        // IBM's characters in the order of Windows; 昻 has its place elsewhere.
        8359..=8717 => {
            let place = glyph - 8359;
            let place = place + usize::from(place >= 115);
            let (row, cell) = (place / 188, place % 188);
            let cell = 0x40 + cell + usize::from(cell >= 63);
            let bytes = [0xED + row, cell].map(|byte| u8::try_from(byte).unwrap_or(0xFF));
            Some(Meaning::Coded(Encoding::ShiftJis, bytes))
        }
        _ => None,
    }
}
