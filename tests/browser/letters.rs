//! The browser's tables of letters and those of the command line are the same.

use encoding_rs::{EUC_JP, Encoding as Rules, ISO_2022_JP, SHIFT_JIS};
use kaigiroku::read::Encoding;
use serde_json::{Value, json};

use crate::desk::{HARBOUR, open_desk, text_of};
use crate::page::Page;
use crate::site::Site;

/// Letters that a standard lacks and systems have: NEC's, IBM's, half-width ones, and those of which there are
/// two readings.
const INTERESTING: &str = "①⑳Ⅳ㈱㍻№℡∑〝〟ⅰⅹ￢￤＇＂纊髙﨑彅ｱｲｳﾞﾟ～－∥￠￡―＼…";

/// Decodes, byte by byte, what is written with every pair of bytes in the place of `??`.
const SWEEP: &str = "window.sweep = (label, before, after, firsts, seconds) => {
    // A new one each time, as the page makes them: Chromium's ISO-2022-JP remembers the escape before.
    const read = (bytes) => {
        const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
        try { return decoder.decode(new Uint8Array(bytes)) } catch { return null }
    };
    const all = [];
    for (let first = firsts[0]; first <= firsts[1]; first += 1) {
        for (let second = seconds[0]; second <= seconds[1]; second += 1) {
            all.push(read([...before, first, second, ...after]));
        }
    }
    return all;
};";

/// A stretch of a table: what stands before and after two bytes, and the bounds of both.
type Stretch = (&'static Rules, &'static [u8], &'static [u8], [u8; 2], [u8; 2]);

const STRETCHES: [Stretch; 8] = [
    (SHIFT_JIS, b"", b"", [0x00, 0x7F], [0x00, 0xFF]),
    (SHIFT_JIS, b"", b"", [0x80, 0xFF], [0x00, 0xFF]),
    (EUC_JP, b"", b"", [0x80, 0xFF], [0x00, 0xFF]),
    (EUC_JP, b"\x8F", b"", [0x80, 0xFF], [0x80, 0xFF]),
    (ISO_2022_JP, b"\x1B$B", b"\x1B(B", [0x00, 0x7F], [0x00, 0x7F]),
    (ISO_2022_JP, b"\x1B$@", b"\x1B(B", [0x21, 0x7E], [0x21, 0x7E]),
    (ISO_2022_JP, b"\x1B(I", b"\x1B(B", [0x00, 0x7F], [0x00, 0x7F]),
    (ISO_2022_JP, b"\x1B(J", b"\x1B(B", [0x00, 0x7F], [0x00, 0x7F]),
];

pub fn every_pair_of_bytes_is_read_alike(site: &Site, page: &Page) {
    open_desk(site, page);
    page.run(SWEEP);
    for (rules, before, after, firsts, seconds) in STRETCHES {
        let label = rules.name();
        let there =
            page.eval(&format!("window.sweep('{label}', {before:?}, {after:?}, {firsts:?}, {seconds:?})"));
        let there = there.as_array().expect("a list");
        let pairs = (firsts[0]..=firsts[1])
            .flat_map(|first| (seconds[0]..=seconds[1]).map(move |second| [first, second]));
        let mut n_pairs = 0;
        let mut wrong = Vec::new();
        for (pair, there) in pairs.zip(there) {
            n_pairs += 1;
            let bytes = [before, &pair, after].concat();
            let here = rules.decode_without_bom_handling_and_without_replacement(&bytes);
            if json!(here.as_deref()) != *there {
                wrong.push(format!("{bytes:02X?}: {here:?}, there {there}"));
            }
        }
        assert_eq!(n_pairs, there.len());
        assert!(
            wrong.is_empty(),
            "{label}: {} of {n_pairs}\n{}",
            wrong.len(),
            wrong[..wrong.len().min(20)].join("\n")
        );
    }
}

pub fn every_encoding_is_recognised_and_read_alike(site: &Site, page: &Page) {
    let text = HARBOUR.replace("調べました", INTERESTING);
    let legacy = |rules: &'static Rules| {
        let (bytes, _, lost) = rules.encode(&text);
        assert!(!lost, "{} has all of these letters", rules.name());
        bytes.into_owned()
    };
    let wide = |bytes: fn(u16) -> [u8; 2]| {
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
    };
    let files = [
        (Encoding::Utf8, text.clone().into_bytes()),
        (Encoding::ShiftJis, legacy(SHIFT_JIS)),
        (Encoding::EucJp, legacy(EUC_JP)),
        (Encoding::Iso2022Jp, legacy(ISO_2022_JP)),
        (Encoding::Utf16Le, wide(u16::to_le_bytes)),
        (Encoding::Utf16Be, wide(u16::to_be_bytes)),
    ];
    open_desk(site, page);
    for (encoding, bytes) in files {
        let name = format!("{}.txt", encoding.name());
        let here = kaigiroku::read::read(&bytes, None, &kaigiroku::cli::Native).expect("it is text");
        assert_eq!(here.encoding, Some(encoding));
        assert_eq!(text_of(site, page, &name, &bytes), here.text, "{name}");
    }
}

/// Bytes that are no letters become as many signs.
pub fn what_is_no_letter_is_replaced_alike(site: &Site, page: &Page) {
    const BROKEN: [(&Rules, &[u8]); 6] = [
        (SHIFT_JIS, b"\x82\xA0\x81\x82\xA2\xFD\x41\x81"),
        (EUC_JP, b"\xA4\xA2\xA4\x41\xFF\x8F\xA1\x8E\xA4"),
        (ISO_2022_JP, b"\x1B$B$\"\x1B(Ba\x1B$B$\x1B(B\x80\x1B"),
        (encoding_rs::UTF_8, b"\xE3\x81\x82\xE3\x81a\xFF\xED\xA0\x80"),
        (encoding_rs::UTF_16LE, b"\x42\x30\x00\xD8\x42\x30\x00"),
        (encoding_rs::UTF_16BE, b"\x30\x42\xD8\x00\x30\x42\xDC"),
    ];
    open_desk(site, page);
    for (rules, bytes) in BROKEN {
        let label = rules.name();
        let there = page.text(&format!(
            "new TextDecoder('{label}', {{ ignoreBOM: true }}).decode(new Uint8Array({bytes:?}))"
        ));
        assert_eq!(Value::from(there), json!(rules.decode_without_bom_handling(bytes).0), "{label}");
    }
}
