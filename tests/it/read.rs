//! Bytes become text: encodings are told by their bytes, and what does not fit is named.

use std::collections::BTreeMap;

use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS};
use expect_test::{Expect, expect};
use kaigiroku::chars::is_kana;
use kaigiroku::cli::Native;
use kaigiroku::diagnostics::Lang;
use kaigiroku::read::{self, Edge, Encoding, Reading};
use proptest::prelude::*;

use crate::arbitrary;
use crate::invariants_of_bytes::file;
use crate::minutes::texts;

/// What was read, or why nothing was, as people are told.
pub fn told(bytes: &[u8], asked: Option<Encoding>) -> String {
    match read::read(bytes, asked, &Native) {
        Ok(reading) => {
            let encoding =
                reading.encoding.map(|encoding| format!(" {}", encoding.name())).unwrap_or_default();
            format!("{:?}{encoding}\n{}{}", reading.kind, reading.text, notes(&reading))
        }
        Err(error) => {
            let line = error.line().map(|line| format!("{line}: ")).unwrap_or_default();
            format!("{line}{}\n{}\n", error.message(Lang::Ja), error.message(Lang::En))
        }
    }
}

/// The notes, a line each.
pub fn notes(reading: &Reading) -> String {
    let note = |note: &read::Note| {
        let line = note.line.map(|line| format!("{line}:")).unwrap_or_default();
        let (code, severity) = (note.matter.code(), note.matter.severity().word(Lang::Ja));
        format!("→{line}{severity}[{code}] {} / {}\n", note.message(Lang::Ja), note.message(Lang::En))
    };
    reading.notes.iter().map(note).collect()
}

#[track_caller]
fn check(bytes: &[u8], expected: Expect) {
    expected.assert_eq(&told(bytes, None));
}

/// The text in an encoding; `None` where a letter of it does not exist there.
fn encoded(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    let with = |rules: &'static encoding_rs::Encoding| {
        let (bytes, _, has_errors) = rules.encode(text);
        (!has_errors).then(|| bytes.into_owned())
    };
    match encoding {
        Encoding::Utf8 => Some(text.as_bytes().to_vec()),
        Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        Encoding::ShiftJis => with(SHIFT_JIS),
        Encoding::EucJp => with(EUC_JP),
        Encoding::Iso2022Jp => with(ISO_2022_JP),
    }
}

/// The letters that every encoding has and gives back as they went, as far as they have been asked for.
#[derive(Default)]
struct Common(BTreeMap<char, bool>);

impl Common {
    /// Such letters of a text.
    fn of(&mut self, text: &str) -> String {
        text.chars().filter(|&c| *self.0.entry(c).or_insert_with(|| is_common(c))).collect()
    }
}

fn is_common(c: char) -> bool {
    let alone = c.to_string();
    let comes_back = |encoding| {
        let bytes = encoded(&alone, encoding)?;
        Some(Native.decode(encoding, &bytes)? == alone)
    };
    Encoding::ALL.into_iter().all(|encoding| comes_back(encoding) == Some(true))
}

/// Holds that a text is told in every encoding, marks left away.
fn is_told_in_every_encoding(text: &str) -> Result<(), String> {
    for encoding in Encoding::ALL {
        let Some(bytes) = encoded(text, encoding) else { continue };
        // ASCII alone is in any of them.
        let expected = if text.is_ascii() && bytes.is_ascii() && !bytes.contains(&0) {
            Encoding::Utf8
        } else {
            encoding
        };
        match read::read(&bytes, None, &Native) {
            Ok(reading) if reading.text == text && reading.encoding == Some(expected) => {}
            other => return Err(format!("{}: {:?}", encoding.name(), other.map(|reading| reading.encoding))),
        }
    }
    Ok(())
}

#[test]
fn every_text_is_told_in_every_encoding() {
    let mut common = Common::default();
    for (path, text) in texts() {
        let text = common.of(&text);
        is_told_in_every_encoding(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        // And so are pieces of it, wherever they are cut.
        for lines in text.split_inclusive('\n').collect::<Vec<_>>().chunks(12).step_by(5) {
            let page = lines.concat();
            // A piece that begins with a tag is read as what it is.
            if page.chars().filter(|&c| is_kana(c)).count() > 9 && !page.trim_start().starts_with('<') {
                is_told_in_every_encoding(&page).unwrap_or_else(|error| panic!("{path}: {error}\n{page}"));
            }
        }
    }
}

#[test]
fn shift_jis_reads_trail_bytes_of_ascii_and_the_additions_of_windows() {
    check(
        b"\x95\x5C\x8E\xA6\x81\x41\x83\x5C\x83\x74\x83\x67\x81\x41\x94\x5C\x97\xCD\n",
        expect![[r#"
            Text Shift_JIS
            表示、ソフト、能力
        "#]],
    );
    // ①㈱髙﨑, in the places of NEC and of IBM, and half-width katakana.
    check(
        b"\x87\x40\x87\x8A\xFB\xFC\xFA\xB1\xED\x95\x82\xCD\xB6\xC5\n",
        expect![[r#"
            Text Shift_JIS
            ①㈱髙﨑﨑はｶﾅ
        "#]],
    );
}

#[test]
fn half_width_katakana_of_euc_jp_and_iso_2022_jp_are_read() {
    check(
        b"\x8E\xB6\x8E\xC5\xA4\xC7\xA4\xB9\n",
        expect![[r#"
            Text EUC-JP
            ｶﾅです
        "#]],
    );
    check(
        b"\x1B(I6E\x1B$B$G$9\x1B(B\n",
        expect![[r#"
            Text ISO-2022-JP
            ｶﾅです
        "#]],
    );
}

#[test]
fn what_fits_two_encodings_is_asked_about() {
    check(
        b"\xCC\xDA\xB7\xC1\n",
        expect![[r#"
            Shift_JISともEUC-JPとも読めるため、判定できません。文字コードを指定するか、UTF-8で保存し直してください。
            It reads as Shift_JIS and as EUC-JP; say which, or save it as UTF-8.
        "#]],
    );
}

#[test]
fn a_guess_is_overruled() {
    let sjis = b"\xCC\xDA\xB7\xC1\n";
    assert_eq!(told(sjis, Some(Encoding::ShiftJis)), "Text Shift_JIS\nﾌﾚｷﾁ\n");
    assert_eq!(told(sjis, Some(Encoding::EucJp)), "Text EUC-JP\n木形\n");
    expect![[r#"
        Text UTF-8
        �ڷ�
        →1:要確認[letters-replaced] UTF-8 として読めない文字が2か所あり、「�」で示しています。 / Places that do not fit UTF-8, shown as �: 2.
    "#]]
    .assert_eq(&told(sjis, Some(Encoding::Utf8)));
}

#[test]
fn utf_16_is_told_without_its_mark() {
    check(
        b"O\0K\0\n\0\x420\x440\n\0",
        expect![[r#"
            Text UTF-16LE
            OK
            あい
        "#]],
    );
    check(
        b"\x4F\x1A\x8B\x70\x93\x32\0\n\x30\x42\0\n",
        expect![[r#"
            Text UTF-16BE
            会議録
            あ
        "#]],
    );
    // One line without its end holds no zero byte; its kana show it.
    check(
        b"\x42\x30\x44\x30\x80\x30\x89\x30",
        expect![[r#"
            Text UTF-16LE
            あいむら"#]],
    );
}

#[test]
fn an_end_inside_a_letter_is_shown() {
    check(
        b"\xE4\xBC\x9A\n\xE8\xAD\xB0\xE9\x8C",
        expect![[r#"
            Text UTF-8
            会
            議�→2:要確認[cut-off] ファイルが文字の途中で終わっています。最後の文字を「�」で示しています。 / The file ends inside a letter, shown as �.
        "#]],
    );
    check(
        b"\x82\xA0\x82\xA2\x82\xA4\x82",
        expect![[r#"
            Text Shift_JIS
            あいう�→1:要確認[cut-off] ファイルが文字の途中で終わっています。最後の文字を「�」で示しています。 / The file ends inside a letter, shown as �.
        "#]],
    );
    check(
        b"\xFF\xFE\x42\x30\x0A\0\x44",
        expect![[r#"
            Text UTF-16LE
            あ
            �→2:要確認[cut-off] ファイルが文字の途中で終わっています。最後の文字を「�」で示しています。 / The file ends inside a letter, shown as �.
        "#]],
    );
}

#[test]
fn what_utf_8_forbids_is_not_read_and_its_line_is_named() {
    check(
        b"\xE4\xBC\x9A\xE8\xAD\xB0\n\xE4\xBC\x9A\xED\xA0\xBD\xED\xB8\x80\n",
        expect![[r#"
            2: UTF-8 として読むと、この行にUTF-8では使えない文字（CESU-8）があります。文字コードを指定すると「�」に置き換えて読みます。
            As UTF-8 this line holds a letter that UTF-8 forbids (CESU-8); say the encoding to read it with � instead.
        "#]],
    );
    check(
        b"\xE4\xBC\x9A\xE8\xAD\xB0\r\xE4\xBC\x9A\xE8\xAD\xB0\r\n\xE4\xBC\x9A\xC0\xAF\xE8\xAD\xB0\n",
        expect![[r#"
            3: UTF-8 として読むと、この行にUTF-8では使えない冗長な文字があります。文字コードを指定すると「�」に置き換えて読みます。
            As UTF-8 this line holds a letter written longer than UTF-8 allows; say the encoding to read it with � instead.
        "#]],
    );
    check(
        "\u{FEFF}会議録\nあ".as_bytes().split_last().unwrap().1,
        expect![[r#"
            Text UTF-8
            会議録
            �→2:要確認[cut-off] ファイルが文字の途中で終わっています。最後の文字を「�」で示しています。 / The file ends inside a letter, shown as �.
        "#]],
    );
    check(
        b"\xFE\xFF\x30\x42\0\n\xD8\x00\x30\x42",
        expect![[r#"
            2: UTF-16BE として読むと、この行に文字にならないバイトがあります。文字コードを指定すると「�」に置き換えて読みます。
            As UTF-16BE this line holds bytes that are no letter; say the encoding to read it with � instead.
        "#]],
    );
}

#[test]
fn two_encodings_in_one_file_are_named_with_the_line() {
    let utf8 = "会議録\n委員　夜間も開館できないか。\n";
    let sjis = SHIFT_JIS.encode("事務局　検討します。\n").0.into_owned();
    let euc = EUC_JP.encode("事務局　検討します。\n").0.into_owned();
    check(
        &[utf8.as_bytes(), &sjis].concat(),
        expect![[r#"
            3: UTF-8 で始まり、この行に Shift_JIS が混ざっています。どちらかにそろえて保存し直してください。
            It begins in UTF-8, and this line is in Shift_JIS; save all of it in one.
        "#]],
    );
    check(
        &[&sjis, utf8.as_bytes()].concat(),
        expect![[r#"
            2: Shift_JIS で始まり、この行に UTF-8 が混ざっています。どちらかにそろえて保存し直してください。
            It begins in Shift_JIS, and this line is in UTF-8; save all of it in one.
        "#]],
    );
    check(
        &[utf8.as_bytes(), &euc].concat(),
        expect![[r#"
            3: UTF-8 で始まり、この行に EUC-JP が混ざっています。どちらかにそろえて保存し直してください。
            It begins in UTF-8, and this line is in EUC-JP; save all of it in one.
        "#]],
    );
}

#[test]
fn a_letter_that_the_encoding_lacks_is_shown_where_the_encoding_is_sure() {
    // Row 9 of JIS X 0208 is empty in Windows.
    check(
        b"\x89\xEF\x8Bc\x98^\n\x85\x40\x82\xF0\x93\xC7\x82\xDE\x81B\n",
        expect![[r#"
            Text Shift_JIS
            会議録
            �@を読む。
            →2:要確認[letters-replaced] Shift_JIS として読めない文字が1か所あり、「�」で示しています。 / Places that do not fit Shift_JIS, shown as �: 1.
        "#]],
    );
}

#[test]
fn mojibake_is_named_and_left_as_it_is() {
    let check = |garbled: &str, is_named: bool| {
        let text = format!("会議録\n{garbled}\n");
        let reading = read::read(text.as_bytes(), None, &Native).unwrap();
        assert_eq!(reading.text, text);
        let lines: Vec<_> = reading.notes.iter().map(|note| (note.matter.code(), note.line)).collect();
        assert_eq!(lines, if is_named { vec![("mojibake", Some(2))] } else { vec![] }, "{garbled}");
    };
    check("縺薙ｓ縺ｫ縺｡縺ｯ", true);
    check("莨夊ｭｰ骭ｲ縺ｧ縺吶", true);
    check("ã“ã‚“ã«ã¡ã¯", true);
    check("ä¼šè\u{AD}°éŒ²ï¼š", true);
    check("‚±‚ñ‚É‚¿‚Í", true);
    check("¤³¤ó¤Ë¤Á¤Ï", true);
    check("､ｳ､ﾋ､ﾁ､ﾏ", true);
    check("$3$s$K$A$O", true);
    check("鐃緒申務局", true);
    check("糸が縺れ、縺れた。", false);
    check("ﾔﾏﾀﾞ､ｽｽﾞｷ､ﾀｶﾊｼ", false);
    check("Café, Übersicht, naïve", false);
    check("$100, $200 and $300", false);
    check("¥1,000 ¥2,000 ¥3,000", false);
}

#[test]
fn no_good_text_is_called_garbled() {
    for (path, text) in texts() {
        let reading = read::read(text.as_bytes(), None, &Native).unwrap();
        let garbled = reading.notes.iter().find(|note| note.matter.code() == "mojibake");
        assert_eq!(garbled, None, "{path}");
    }
}

#[test]
fn control_characters_become_signs_and_are_told() {
    check(
        "会議\0録です。ここまでは本文です。\n\u{1B}[31m委員\u{7F}\t　発言は記録されます。\n".as_bytes(),
        expect![[r#"
            Text UTF-8
            会議␀録です。ここまでは本文です。
            ␛[31m委員␡	　発言は記録されます。
            →1:要確認[control-characters] 制御文字が3文字あり、「␀」のような記号で示しています。 / Control characters, shown by signs such as ␀: 3.
        "#]],
    );
    // What ended a file under CP/M is no letter.
    check(
        "会議録\n\u{1A}".as_bytes(),
        expect![[r#"
            テキストではありません。
            This is not a text file.
        "#]],
    );
    check(
        b"a\0b",
        expect![[r#"
            テキストではありません。
            This is not a text file.
        "#]],
    );
    check(
        "会\u{FFFD}録\n".as_bytes(),
        expect![[r#"
            Text UTF-8
            会�録
            →1:要確認[letters-lost] ファイルに「�」が1文字あります。以前の変換で失われた文字です。 / Signs � in the file, letters that an earlier conversion lost: 1.
        "#]],
    );
}

#[test]
fn what_holds_no_letter_is_empty() {
    for nothing in
        [&b""[..], b"\xEF\xBB\xBF", b" \n\t", "\u{3000}\r\n".as_bytes(), b"\xFF\xFE", b"\xFE\xFF\x30\x00"]
    {
        assert_eq!(told(nothing, None), "中身が空です。\nThe file is empty.\n");
    }
}

#[test]
fn a_label_means_the_encoding_that_browsers_take() {
    for label in [
        "Shift_JIS",
        "sjis",
        "x-sjis",
        "Windows-31J",
        "cp932",
        "MS_Kanji",
        "EUC-JP",
        "x-euc-jp",
        "utf8",
        "ISO-2022-JP",
    ] {
        let rules = encoding_rs::Encoding::for_label(label.as_bytes());
        let ours = Encoding::from_label(label).unwrap();
        // Nobody but Windows calls it so.
        assert!(rules.is_none_or(|rules| rules.name() == ours.name()) || label == "cp932", "{label}");
    }
    assert_eq!(Encoding::from_label("iso-8859-1"), None);
}

/// Lines as minutes have them: words of meetings between any letters of the encodings.
fn lines() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => prop::sample::select(vec!["委員　", "事務局　", "ついて", "検討します。", "いかがでしょうか。", "（１）", "第2回", "ありがとうございました。", "\r\n", "\n"])
            .prop_map(str::to_owned),
        2 => "[ぁ-んァ-ヶ]{1,6}",
        2 => "[一-龠]{1,4}",
        1 => "[ -~]{1,6}",
        1 => "[｡-ﾟ①-⑳㈱々〆ヵヶ、。・]{1,3}",
    ];
    let line =
        prop::collection::vec(word, 3..12).prop_map(|words| words.concat() + "を、会議で決めました。\n");
    prop::collection::vec(line, 2..12).prop_map(|lines| Common::default().of(&lines.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_japanese_is_told_in_every_encoding(text in lines()) {
        // Windows keeps some letters twice; the oracle of browsers agrees on what the bytes are.
        prop_assert_eq!(is_told_in_every_encoding(&text), Ok(()));
        for encoding in [Encoding::ShiftJis, Encoding::EucJp] {
            let bytes = encoded(&text, encoding).unwrap();
            let mut oracle = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
            oracle.feed(&bytes, true);
            let guess = oracle.guess(Some(b"jp"), chardetng::Utf8Detection::Allow);
            prop_assert_eq!(guess.name(), encoding.name());
        }
    }

    #[test]
    fn no_bytes_stop_reading(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        start in prop::sample::select(vec![
            &b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\x1B$B", b"\xFF\xFE",
            b"<html>", b"<!doctype html><meta charset=sjis>", b"RIFF", b"BM", b"MZ", b"\xEF\xBB\xBF",
        ]),
        at in 0..Encoding::ALL.len(),
    ) {
        let bytes = [start, &bytes].concat();
        file(&bytes, None);
        file(&bytes, Some(Encoding::ALL[at]));
    }

    #[test]
    fn text_is_never_changed_but_for_control_characters(text in arbitrary::text()) {
        file(text.as_bytes(), None);
    }
}
