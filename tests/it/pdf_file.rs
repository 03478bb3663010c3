//! PDFs as files: lists of objects, packing, damage, traps.

use kaigiroku::read::pdf::PdfError;
use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

use crate::pdf::printed;
use crate::pdf_paper::{
    Object, extract, file, frame, object, page, put, read, stream, table, text, utf16_font,
};

const TEXT: &str = "会議録\n";

fn content() -> String {
    text(50, 700, "会議録")
}

/// The frame with a content and its font.
fn with(content: Object) -> Vec<Object> {
    let mut objects = frame();
    objects.extend([content, utf16_font()]);
    objects
}

/// Places of objects are lost or wrong; the text is found all the same.
#[track_caller]
fn check_damaged(bytes: &[u8]) {
    assert_eq!(read(bytes), TEXT);
}

#[test]
fn a_list_that_is_wrong_or_missing_is_made_anew() {
    let sound = page(&content());
    check_damaged(&sound);
    let listed = sound.windows(4).rposition(|word| word == b"xref").unwrap();
    check_damaged(&sound[..listed - 5]);
    check_damaged(&[b"mail header\n\n".repeat(3).as_slice(), &sound].concat());
    check_damaged(&[&sound, b"\n<!-- added by a server -->\n".repeat(9).as_slice()].concat());
    let mut shifted = b"%PDF-1.7\n%%%%\n".to_vec();
    shifted.extend_from_slice(&sound[9..]);
    check_damaged(&shifted);
    let text = String::from_utf8_lossy(&sound).replace("/Root 1 0 R", "");
    check_damaged(text.as_bytes());
}

#[test]
fn a_later_part_of_the_file_is_newer() {
    let mut bytes = page(&text(50, 700, "古い版"));
    let before = bytes.len();
    let places = put(&mut bytes, &[stream(4, "", content().as_bytes())]);
    let start = String::from_utf8_lossy(&bytes[..before]).find("xref\n").unwrap();
    let at = bytes.len();
    bytes.extend_from_slice(table(&places, &format!("/Root 1 0 R /Prev {start}")).as_bytes());
    bytes.extend_from_slice(format!("startxref\n{at}\n%%EOF\n").as_bytes());
    check_damaged(&bytes);
    // A list that was lost does not bring the old version back.
    let lost = String::from_utf8_lossy(&bytes).replace("startxref", "lost");
    check_damaged(lost.as_bytes());
}

/// A file whose list is a stream and whose objects stand in another.
fn packed(pack: impl Fn(&[u8]) -> (String, Vec<u8>)) -> Vec<u8> {
    let (mut head, mut held) = (String::new(), String::new());
    for (number, body) in frame().into_iter().chain([utf16_font()]) {
        head += &format!("{number} {} ", held.len());
        held += &(String::from_utf8(body).unwrap() + " ");
    }
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let (filter, holder) = pack((head.clone() + &held).as_bytes());
    let about = format!("/Type /ObjStm /N 4 /First {} {filter}", head.len());
    let mut places = put(&mut bytes, &[stream(4, "", content().as_bytes()), stream(6, &about, &holder)]);
    let start = bytes.len();
    places.push((7, start));
    let mut rows = Vec::new();
    for number in 0..8_u32 {
        let at = places.iter().find(|(listed, _)| *listed == number).map(|(_, at)| *at);
        let (kind, second) = match (at, number) {
            (Some(at), _) => (1, at as u32),
            (None, 0) => (0, 0),
            (None, _) => (2, 6),
        };
        rows.push(kind);
        rows.extend(second.to_be_bytes());
        rows.push(0);
    }
    let (filter, list) = pack(&rows);
    let about = format!("/Type /XRef /W [1 4 1] /Size 8 /Root 1 0 R {filter}");
    put(&mut bytes, &[stream(7, &about, &list)]);
    bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    bytes
}

#[test]
fn objects_in_objects_are_found() {
    let plain = |bytes: &[u8]| (String::new(), bytes.to_vec());
    let flat = |bytes: &[u8]| ("/Filter /FlateDecode".to_owned(), compress_to_vec_zlib(bytes, 6));
    for sound in [packed(plain), packed(flat)] {
        check_damaged(&sound);
        let lost = sound.windows(9).rposition(|word| word == b"startxref").unwrap();
        check_damaged(&sound[..lost]);
    }
}

#[test]
fn rows_that_were_made_small_by_the_row_above_are_taken_back() {
    // As every writer of PDF 1.5 packs its list: differences from the row above.
    let rows = |bytes: &[u8]| {
        let mut above = [0; 6];
        let mut packed = Vec::new();
        for row in bytes.chunks(6) {
            packed.push(2);
            packed.extend(row.iter().zip(above).map(|(byte, up): (&u8, u8)| byte.wrapping_sub(up)));
            above = row.try_into().unwrap_or(above);
        }
        let parameters = "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 6 >>";
        (parameters.to_owned(), compress_to_vec_zlib(&packed, 6))
    };
    // The objects are no rows of six; they are filled up with spaces.
    let padded = |bytes: &[u8]| rows(&[bytes, b" ".repeat(6 - bytes.len() % 6).as_slice()].concat());
    check_damaged(&packed(padded));
}

#[test]
fn every_filter_of_text_is_known() {
    let plain = content();
    let hex: String = plain.bytes().map(|byte| format!("{byte:02x}\n")).collect();
    let run = plain.as_bytes().chunks(100).flat_map(|part| [&[part.len() as u8 - 1], part].concat());
    let run: Vec<u8> = run.chain([128]).collect();
    let ascii85 = |bytes: &[u8]| {
        let mut out = String::new();
        for part in bytes.chunks(4) {
            let mut word = [0; 4];
            word[..part.len()].copy_from_slice(part);
            let mut word = u32::from_be_bytes(word);
            let mut digits = [0; 5];
            for digit in digits.iter_mut().rev() {
                *digit = (word % 85) as u8 + b'!';
                word /= 85;
            }
            out += std::str::from_utf8(&digits[..part.len() + 1]).unwrap();
        }
        out + "~>"
    };
    // Codes of nine bits, with a new beginning often enough that they never grow.
    let mut bits = String::new();
    for part in plain.as_bytes().chunks(100) {
        bits += &format!("{:09b}", 256);
        bits.extend(part.iter().map(|byte| format!("{byte:09b}")));
    }
    bits += &format!("{:09b}", 257);
    let bytes = bits.as_bytes().chunks(8).map(|byte| format!("{:0<8}", std::str::from_utf8(byte).unwrap()));
    let lzw: Vec<u8> = bytes.map(|byte| u8::from_str_radix(&byte, 2).unwrap()).collect();
    let flat = compress_to_vec_zlib(plain.as_bytes(), 6);
    for (filter, packed) in [
        ("/FlateDecode", flat.clone()),
        ("/ASCIIHexDecode", (hex + ">").into_bytes()),
        ("/RunLengthDecode", run),
        ("/LZWDecode", lzw),
        ("/ASCII85Decode", ascii85(plain.as_bytes()).into_bytes()),
        ("[/ASCII85Decode /FlateDecode]", ascii85(&flat).into_bytes()),
    ] {
        let objects = with(stream(4, &format!("/Filter {filter}"), &packed));
        assert_eq!(read(&file(&objects)), TEXT, "{filter}");
    }
}

#[test]
fn packed_bytes_that_are_cut_off_give_what_came_before() {
    let content = content() + &text(50, 600, "ここから先は失われました。").repeat(50);
    let packed = compress_to_vec_zlib(content.as_bytes(), 1);
    let objects = with(stream(4, "/Filter /FlateDecode", &packed[..packed.len() - 9]));
    assert!(read(&file(&objects)).starts_with(TEXT));
}

#[test]
fn a_length_that_lies_is_not_believed() {
    for length in ["1", "999999", "-5", "7 0 R", "4 0 R", "(x)"] {
        let body = format!("<< /Length {length} >>\nstream\n{}\nendstream", content());
        assert_eq!(read(&file(&with(object(4, &body)))), TEXT, "{length}");
    }
}

#[test]
fn pages_that_turn_in_circles_come_once() {
    let mut objects = with(stream(4, "", content().as_bytes()));
    objects[1] = object(2, "<< /Type /Pages /Kids [3 0 R 2 0 R 3 0 R 9 0 R 1 0 R] /Parent 2 0 R >>");
    let text = read(&file(&objects));
    assert_eq!(text.matches("会議録").count(), 1);
}

#[test]
fn objects_that_lead_to_themselves_are_nothing() {
    for (number, body) in [
        (4, "4 0 R"),
        (4, "[4 0 R 4 0 R]"),
        (4, "<< /Length 4 0 R /Filter 4 0 R /DecodeParms 4 0 R >> stream\nx\nendstream"),
        (2, "<< /Kids 2 0 R >>"),
        (2, "2 0 R"),
        (3, "<< /Type /Page /Contents 3 0 R /Resources 3 0 R >>"),
    ] {
        let mut objects = with(stream(4, "", content().as_bytes()));
        objects.retain(|(listed, _)| *listed != number);
        objects.push(object(number, body));
        assert!(extract(&file(&objects)).is_err(), "{body}");
    }
}

#[test]
fn a_holder_of_objects_that_stands_in_itself_is_nothing() {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let held = "4 0 1 4 << >> << /Type /Catalog /Pages 4 0 R >>";
    put(&mut bytes, &[stream(4, "/Type /ObjStm /N 2 /First 8 /Length 4 0 R", held.as_bytes())]);
    assert_eq!(extract(&bytes), Err(PdfError::Broken));
}

#[test]
fn bombs_are_refused() {
    let bomb = compress_to_vec_zlib(&vec![b' '; 80 << 20], 9);
    let objects = with(stream(4, "/Filter /FlateDecode", &bomb));
    assert_eq!(extract(&file(&objects)), Err(PdfError::TooLarge));
    let twice = compress_to_vec_zlib(&bomb, 9);
    let objects = with(stream(4, "/Filter [/FlateDecode /FlateDecode]", &twice));
    assert_eq!(extract(&file(&objects)), Err(PdfError::TooLarge));
}

#[test]
fn forms_that_multiply_are_refused() {
    let mut objects = frame();
    objects.retain(|(number, _)| *number != 3);
    let resources = "/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>";
    objects.push(object(3, &format!("<< /Type /Page /Contents 4 0 R /Resources << {resources} >> >>")));
    let many = "/X Do ".repeat(100) + &content();
    objects.extend([
        stream(4, "", many.as_bytes()),
        stream(6, "/Subtype /Form", many.as_bytes()),
        utf16_font(),
    ]);
    assert_eq!(extract(&file(&objects)), Err(PdfError::TooLarge));
}

#[test]
fn more_pages_than_a_year_of_minutes_are_refused() {
    let mut objects = with(stream(4, "", content().as_bytes()));
    let pages = |n: usize| {
        let page = "<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> ";
        object(2, &format!("<< /Type /Pages /Kids [{}] >>", page.repeat(n)))
    };
    objects[1] = pages(3000);
    assert_eq!(extract(&file(&objects)).map(|extract| extract.n_pages), Ok(3000));
    objects[1] = pages(3001);
    assert_eq!(extract(&file(&objects)), Err(PdfError::TooLarge));
}

#[test]
fn brackets_without_end_are_nothing() {
    for body in ["[".repeat(200_000), "<<".repeat(200_000), "(".repeat(200_000), "<< /A ".repeat(200_000)] {
        let objects = with(object(4, &body));
        assert!(extract(&file(&objects)).is_err());
        let mut content = body.into_bytes();
        content.extend_from_slice(b" BT ET");
        assert!(extract(&file(&with(stream(4, "", &content)))).is_err());
    }
}

#[test]
fn objects_that_never_end_are_not_read_again_and_again() {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    for number in 1..20_000 {
        bytes.extend_from_slice(format!("{number} 0 obj (").as_bytes());
    }
    assert!(extract(&bytes).is_err());
    let mut bytes = b"%PDF-1.7\n".to_vec();
    for number in 1..20_000 {
        bytes.extend_from_slice(format!("{number} 0 obj << >> stream ").as_bytes());
    }
    assert!(extract(&bytes).is_err());
}

#[test]
fn a_lock_of_an_unknown_kind_is_named() {
    let sound = String::from_utf8(page(&content())).unwrap();
    for lock in
        ["<< /Filter /Other >>", "<< /Filter /Standard >>", "<< /Filter /Standard /V 9 /R 9 /O () /U () >>"]
    {
        let locked = sound.replace("/Root 1 0 R", &format!("/Root 1 0 R /Encrypt {lock}"));
        assert_eq!(extract(locked.as_bytes()), Err(PdfError::Locked), "{lock}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_text_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = extract(&bytes);
        let _ = extract(&[b"%PDF-1.7\n1 0 obj".as_slice(), &bytes].concat());
    }

    #[test]
    fn any_content_is_text_or_an_error(content in "[ -~\\n]{0,300}", letters in ".{0,40}") {
        if let Ok(extract) = extract(&page(&(content + " " + &text(50, 700, &letters)))) {
            prop_assert!(!extract.text.trim().is_empty());
        }
    }

    #[test]
    fn letters_come_out_as_they_went_in(letters in "[ぁ-んァ-ヶ一-龠0-9A-Za-z、。（）]{1,80}") {
        prop_assert_eq!(read(&page(&text(50, 700, &letters))), letters + "\n");
    }

    #[test]
    fn a_hurt_file_is_text_or_an_error(
        name in prop::sample::select(vec![
            "packed.pdf", "locked-aes-256.pdf", "chromium-vertical.pdf", "libreoffice-table.pdf", "linearised.pdf",
        ]),
        hurts in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_usize..40), 1..12),
    ) {
        let mut bytes = printed(name);
        for (place, byte, n_lost) in hurts {
            let at = place.index(bytes.len());
            bytes[at] = byte;
            let end = (at + n_lost).min(bytes.len());
            bytes.drain(at..end);
            if bytes.len() < 10 {
                break;
            }
        }
        if let Ok(extract) = extract(&bytes) {
            prop_assert!(!extract.text.trim().is_empty());
        }
    }
}
