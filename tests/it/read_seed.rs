//! The seed gives the same speeches in whatever kind of file it stands, and so does every text in our own
//! documents.

use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS};
use kaigiroku::cli::Native;
use kaigiroku::export::{self, Format, Selection};
use kaigiroku::import;
use kaigiroku::model::Minutes;
use kaigiroku::read::{self, Encoding, Kind};

use crate::minutes::texts;
use crate::seed::seed;

/// Label and words of every speech, white space left out.
fn speeches(minutes: &Minutes) -> Vec<(String, String)> {
    let letters = |text: String| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let speech = |speech: &kaigiroku::model::Speech| {
        let words: String = speech.paragraphs.iter().map(|prose| prose.text(&minutes.source)).collect();
        (letters(speech.printed.text(&minutes.source)), letters(words))
    };
    minutes.speeches.iter().map(speech).collect()
}

#[track_caller]
fn gives_the_seed(bytes: &[u8], kind: Kind, encoding: Option<Encoding>) {
    let reading = read::read(bytes, None, &Native).unwrap();
    assert_eq!((reading.kind, reading.encoding), (kind, encoding));
    assert_eq!(reading.notes, []);
    let minutes = import::read(reading.text).unwrap().minutes;
    assert_eq!(minutes.speeches.len(), 21);
    assert_eq!(speeches(&minutes), speeches(&seed()));
    assert_eq!(minutes.meeting.date.map(|date| date.date), seed().meeting.date.map(|date| date.date));
}

#[test]
fn the_seed_is_the_same_in_every_encoding() {
    let minutes = seed();
    let text = minutes.source.text();
    for (rules, encoding) in
        [(SHIFT_JIS, Encoding::ShiftJis), (EUC_JP, Encoding::EucJp), (ISO_2022_JP, Encoding::Iso2022Jp)]
    {
        let (bytes, _, has_errors) = rules.encode(text);
        assert!(!has_errors);
        gives_the_seed(&bytes, Kind::Text, Some(encoding));
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    for mark in [&[][..], &[0xFEFF]] {
        let with_mark = [mark, &units].concat();
        let little: Vec<u8> = with_mark.iter().copied().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = with_mark.iter().copied().flat_map(u16::to_be_bytes).collect();
        gives_the_seed(&little, Kind::Text, Some(Encoding::Utf16Le));
        gives_the_seed(&big, Kind::Text, Some(Encoding::Utf16Be));
    }
    gives_the_seed(text.as_bytes(), Kind::Text, Some(Encoding::Utf8));
    gives_the_seed(format!("\u{FEFF}{text}").as_bytes(), Kind::Text, Some(Encoding::Utf8));
    for end in ["\r\n", "\r"] {
        gives_the_seed(text.replace('\n', end).as_bytes(), Kind::Text, Some(Encoding::Utf8));
    }
}

#[test]
fn the_seed_is_the_same_in_the_files_of_libreoffice() {
    gives_the_seed(include_bytes!("data/seed-libreoffice.docx"), Kind::Docx, None);
    gives_the_seed(include_bytes!("data/seed-libreoffice.html"), Kind::Html, Some(Encoding::Utf8));
}

#[test]
fn the_seed_is_the_same_in_a_page_of_its_paragraphs() {
    let minutes = seed();
    let lines = minutes.source.text().lines().filter(|line| !line.is_empty());
    let body: String =
        lines.map(|line| format!("<p>{}</p>\n", line.replace('&', "&amp;").replace('<', "&lt;"))).collect();
    let page = format!(
        "<!DOCTYPE html>\n<html lang=ja><meta charset=Shift_JIS><title>会議録</title>\n<body>{body}</body></html>"
    );
    gives_the_seed(&SHIFT_JIS.encode(&page).0, Kind::Html, Some(Encoding::ShiftJis));
}

#[test]
fn every_text_comes_back_out_of_our_own_documents() {
    for (path, text) in texts() {
        let minutes = Minutes::of(text);
        let document = export::write(Format::Docx, &minutes, &Selection::all());
        let reading = read::read(&document, None, &Native).unwrap();
        assert_eq!(reading.kind, Kind::Docx);
        let letters: String = reading.text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut rest = letters.as_str();
        for (label, words) in speeches(&minutes) {
            for part in [label, words] {
                let (_, after) = rest.split_once(part.as_str()).unwrap_or_else(|| panic!("{path}: {part}"));
                rest = after;
            }
        }
    }
}
