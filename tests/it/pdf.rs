//! PDFs as browsers and office suites print them, and as others read them.

use std::path::Path;

use expect_test::{Expect, expect};
use kaigiroku::cli;
use kaigiroku::model::Minutes;
use kaigiroku::read::{self, Edge, Encoding, Kind, Markup, PdfError, ReadError};

use crate::pdf_paper::{self, extract, read};
use crate::seed::seed;

/// A file of `data/pdf/`.
pub fn printed(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/pdf");
    std::fs::read(folder.join(name)).unwrap()
}

#[track_caller]
fn check(name: &str, expected: Expect) {
    expected.assert_eq(&read(&printed(name)));
}

/// A text without white space: where lines are broken is up to who prints it.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{FEFF}').collect()
}

#[test]
fn a_page_of_a_browser_is_read_line_by_line() {
    check(
        "chromium-plain.pdf",
        expect![[r#"
        ○会長　それでは、ただいまから令和六年度第三回のぞみ市総合計画審議会を開会いたします。本
        日は御多用の中お集まりいただき、誠にありがとうございます。
        ○事務局　初めに、資料の確認をさせていただきます。資料1「基本計画（素案）」、資料2「市民意
        見の一覧」、資料3「今後のスケジュール」の3点です。
        ○井上委員　資料1の12ページについて伺います。人口の見通しは2040年に58,000人とあります
        が、前回の推計と比べて1,200人ほど多くなっています。この違いはどこから来ているのでしょう
        か。
        ○事務局（企画課長）　転入の実績が令和4年以降に増えていることから、社会増減の仮定を見直し
        ました。国の推計とは異なる、本市独自の推計となっています。
        ○井上委員　分かりました。では、その根拠を本文にも書いていただきたい。
    "#]],
    );
}

#[test]
fn an_office_suite_prints_the_same_text() {
    let texts = ["chromium-plain.pdf", "libreoffice-plain.pdf"].map(|name| letters(&read(&printed(name))));
    assert_eq!(texts[0], texts[1]);
}

#[test]
fn labels_beside_the_text_stay_on_its_first_line() {
    check(
        "chromium-hang.pdf",
        expect![[r#"
        会議録
        会長　それでは、ただいまから令和六年度第三回のぞみ市総合計画審議会を開会いたしま
        　　　　　　　す。本日は御多用の中お集まりいただき、誠にありがとうございます。
        事務局　初めに、資料の確認をさせていただきます。資料1「基本計画（素案）」、資料2「市
        　　　　　　　民意見の一覧」、資料3「今後のスケジュール」の3点です。
        井上委員　資料1の12ページについて伺います。人口の見通しは2040年に58,000人とあります
        　　　　　　　が、前回の推計と比べて1,200人ほど多くなっています。この違いはどこから来てい
        　　　　　　　るのでしょうか。
        事務局（企画課長）　転入の実績が令和4年以降に増えていることから、社会増減の仮定を見直しました。
        　　　　　　　国の推計とは異なる、本市独自の推計となっています。
        井上委員　分かりました。では、その根拠を本文にも書いていただきたい。
    "#]],
    );
}

#[test]
fn a_table_is_read_cell_by_cell_and_a_label_stands_before_its_words() {
    check(
        "chromium-table.pdf",
        expect![[r#"
        会議録
        日時　令和6年5月7日

        発言者　発言内容

        会長　それでは、ただいまから令和六年度第三回のぞみ市総合計画審議会を開会いたしま
        す。本日は御多用の中お集まりいただき、誠にありがとうございます。

        事務局　初めに、資料の確認をさせていただきます。資料1「基本計画（素案）」、資料2「市
        民意見の一覧」、資料3「今後のスケジュール」の3点です。

        井上委員　資料1の12ページについて伺います。人口の見通しは2040年に58,000人とありま
        すが、前回の推計と比べて1,200人ほど多くなっています。この違いはどこから来
        ているのでしょうか。

        事務局（企画課長）　転入の実績が令和4年以降に増えていることから、社会増減の仮定を見直しまし
        た。国の推計とは異なる、本市独自の推計となっています。

        井上委員　分かりました。では、その根拠を本文にも書いていただきたい。

        以上
    "#]],
    );
    check(
        "libreoffice-table.pdf",
        expect![[r#"
        会議録
        日時　令和6年5月7日
        発言者　発言内容

        会長　それでは、ただいまから令和六年度第三回のぞみ市総合計画審議会を開会いたしま
        す。本日は御多用の中お集まりいただき、誠にありがとうございます。

        事務局　初めに、資料の確認をさせていただきます。資料1「基本計画（素案）」、資料2「市
        民意見の一覧」、資料3「今後のスケジュール」の3点です。

        井上委員　資料1の12ページについて伺います。人口の見通しは2040年に58,000人とありま
        すが、前回の推計と比べて1,200人ほど多くなっています。この違いはどこから来て
        いるのでしょうか。
        事務局（企画課長）　転入の実績が令和4年以降に増えていることから、社会増減の仮定を見直しました。
        国の推計とは異なる、本市独自の推計となっています。
        井上委員　分かりました。では、その根拠を本文にも書いていただきたい。
        以上
    "#]],
    );
}

#[test]
fn rows_without_lines_between_them_are_told_by_their_labels() {
    check(
        "chromium-open.pdf",
        expect![[r#"
        会長　それでは、ただいまから令和六年度第三回のぞみ市総合計画審議会を開会いた
        します。本日は御多用の中お集まりいただき、誠にありがとうございます。
        事務局　初めに、資料の確認をさせていただきます。資料1「基本計画（素案）」、資料2
        「市民意見の一覧」、資料3「今後のスケジュール」の3点です。
        井上委員　資料1の12ページについて伺います。人口の見通しは2040年に58,000人とあ
        りますが、前回の推計と比べて1,200人ほど多くなっています。この違いはど
        こから来ているのでしょうか。
        事務局（企画課長）　転入の実績が令和4年以降に増えていることから、社会増減の仮定を見直しま
        した。国の推計とは異なる、本市独自の推計となっています。
        井上委員　分かりました。では、その根拠を本文にも書いていただきたい。
    "#]],
    );
}

#[test]
fn answers_beside_questions_follow_them() {
    check(
        "chromium-answers.pdf",
        expect![[r#"
            主な質疑

            質問　回答

            資料1の12ページについて伺います。人口の見
            通しは2040年に58,000人とありますが、前回
            の推計と比べて1,200人ほど多くなっています。
            この違いはどこから来ているのでしょうか。

            転入の実績が令和4年以降に増えていることか
            ら、社会増減の仮定を見直しました。国の推計
            とは異なる、本市独自の推計となっています。

            分かりました。では、その根拠を本文にも書い
            ていただきたい。

            初めに、資料の確認をさせていただきます。資
            料1「基本計画（素案）」、資料2「市民意見の一
            覧」、資料3「今後のスケジュール」の3点で
            す。
        "#]],
    );
    let texts =
        ["chromium-answers.pdf", "libreoffice-answers.pdf"].map(|name| letters(&read(&printed(name))));
    assert_eq!(texts[0], texts[1]);
}

#[test]
fn columns_are_read_one_after_another() {
    check(
        "chromium-columns.pdf",
        expect![[r#"
        議会だより
        ○会長　それでは、ただいまから令和六年度第
        三回のぞみ市総合計画審議会を開会いたしま
        す。本日は御多用の中お集まりいただき、誠に
        ありがとうございます。
        ○事務局　初めに、資料の確認をさせていただ
        きます。資料1「基本計画（素案）」、資料2「市
        民意見の一覧」、資料3「今後のスケジュール」
        の3点です。
        ○井上委員　資料1の12ページについて伺いま
        す。人口の見通しは2040年に58,000人とあり
        ますが、前回の推計と比べて1,200人ほど多く
        なっています。この違いはどこから来ているの
        でしょうか。
        ○事務局（企画課長）　転入の実績が令和4年以
        降に増えていることから、社会増減の仮定を見
        直しました。国の推計とは異なる、本市独自の
        推計となっています。
        ○井上委員　分かりました。では、その根拠を
        本文にも書いていただきたい。
        ○会長　それでは、ただいまから令和六年度第
        三回のぞみ市総合計画審議会を開会いたしま
        す。本日は御多用の中お集まりいただき、誠に
        ありがとうございます。
        ○事務局　初めに、資料の確認をさせていただ
        きます。資料1「基本計画（素案）」、資料2「市
        民意見の一覧」、資料3「今後のスケジュール」
        の3点です。
        ○井上委員　資料1の12ページについて伺いま
        す。人口の見通しは2040年に58,000人とあり
        ますが、前回の推計と比べて1,200人ほど多く
        なっています。この違いはどこから来ているの
        でしょうか。
        ○事務局（企画課長）　転入の実績が令和4年以
        降に増えていることから、社会増減の仮定を見
        直しました。国の推計とは異なる、本市独自の
        推計となっています。
        ○井上委員　分かりました。では、その根拠を
        本文にも書いていただきたい。
    "#]],
    );
}

#[test]
fn readings_above_kanji_stand_behind_them_in_brackets() {
    check(
        "chromium-ruby.pdf",
        expect![[r#"
        ○会長　総合計画（そうごうけいかく）について、1m2あたりの数を伺います。それでは、ただいまから令和六年度第三
        回のぞみ市総合計画審議会を開会いたします。本日は御多用の中お集まりいただき、誠にありがと
        うございます。
    "#]],
    );
}

#[test]
fn lines_from_top_to_bottom_are_read_from_right_to_left() {
    check(
        "chromium-vertical.pdf",
        expect![[r#"
        ○会長　それでは、ただいまから令和六年度第三回のぞみ市総合計画審議会を開会いたします。本
        日は御多用の中お集まりいただき、誠にありがとうございます。12人「ページ」

        ○事務局　初めに、資料の確認をさせていただきます。資料1「基本計画（素案）」、資料2「市民意
        見の一覧」、資料3「今後のスケジュール」の3点です。12人「ページ」

        ○井上委員　資料1の12ページについて伺います。人口の見通しは2040年に58,000人とあります
        が、前回の推計と比べて1,200人ほど多くなっています。この違いはどこから来ているのでしょう
        か。12人「ページ」

        ○事務局（企画課長）　転入の実績が令和4年以降に増えていることから、社会増減の仮定を見直し
        ました。国の推計とは異なる、本市独自の推計となっています。12人「ページ」

        ○井上委員　分かりました。では、その根拠を本文にも書いていただきたい。12人「ページ」
    "#]],
    );
    check(
        "libreoffice-vertical.pdf",
        expect![[r#"
        ○会長　それでは、ただいまから令和六年度第三回のぞみ市「総合計画審議会」を開会いたします。
        本日は御多用の中（お集まり）いただき、誠にありがとうございます。

        ○事務局　資料1の12ページに、2040年の人口ー58,000人とあります。
    "#]],
    );
}

#[test]
fn a_stamp_across_the_page_comes_last() {
    let text = read(&printed("chromium-stamp.pdf"));
    assert!(text.starts_with(read(&printed("chromium-plain.pdf")).lines().next().unwrap()));
    assert_eq!(letters(&text), letters(&read(&printed("chromium-plain.pdf"))) + "見本");
}

#[test]
fn files_that_are_packed_or_locked_without_a_password_read_the_same() {
    let plain = read(&printed("libreoffice-plain.pdf"));
    for name in [
        "packed.pdf",
        "linearised.pdf",
        "locked-rc4-40.pdf",
        "locked-rc4-128.pdf",
        "locked-aes-128.pdf",
        "locked-aes-256-r5.pdf",
        "locked-aes-256.pdf",
    ] {
        assert_eq!(read(&printed(name)), plain, "{name}");
    }
    assert_eq!(extract(&printed("password.pdf")), Err(PdfError::Locked));
}

/// Speeches as their label and letters.
fn speeches(minutes: &Minutes) -> Vec<(String, String)> {
    let words = |speech: &kaigiroku::model::Speech| -> String {
        speech.paragraphs.iter().map(|prose| prose.text(&minutes.source)).collect()
    };
    let label = |speech: &kaigiroku::model::Speech| speech.printed.text(&minutes.source);
    minutes.speeches.iter().map(|speech| (letters(&label(speech)), letters(&words(speech)))).collect()
}

/// The PDFs of the seed: those of `data/pdf/`, and those that `cargo xtask pdf` has just printed.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let names = ["seed-chromium.pdf", "seed-chromium-type3.pdf", "seed-libreoffice.pdf"];
    let mut seeds: Vec<(String, Vec<u8>)> = names.map(|name| (name.to_owned(), printed(name))).into();
    if let Some(folder) = std::env::var_os("KAIGIROKU_PRINTED") {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".pdf") {
                seeds.push((name, std::fs::read(entry.path()).unwrap()));
            }
        }
    }
    seeds
}

type Reader = (&'static str, fn(&[u8]) -> Option<String>);

/// The readers that are at hand, by name. A reader that is missing leaves itself out.
fn readers() -> Vec<Reader> {
    let mut readers: Vec<Reader> = vec![("the own reader", |bytes| Some(extract(bytes).unwrap().text))];
    match cli::pdf::pdftotext(&printed("packed.pdf")) {
        Ok(_) => readers.push(("pdftotext", |bytes| cli::pdf::pdftotext(bytes).ok())),
        Err(error) => println!("pdftotext leaves itself out: {error:?}"),
    }
    #[cfg(feature = "pdf")]
    readers.push(("pdf_oxide", |bytes| {
        cli::pdf::oxide::text(Path::new(env!("CARGO_BIN_EXE_kaigiroku")), bytes).ok()
    }));
    readers
}

#[test]
fn every_reader_finds_the_letters_of_the_seed() {
    // In which order they come is another matter.
    let sorted = |text: &str| {
        let mut letters: Vec<char> = letters(text).chars().collect();
        letters.sort_unstable();
        letters
    };
    let expected = sorted(seed().source.text());
    for (name, bytes) in seeds() {
        for (reader, read) in readers() {
            assert_eq!(sorted(&read(&bytes).unwrap()), expected, "{name} by {reader}");
        }
    }
}

#[test]
fn the_seed_has_the_same_speeches_in_every_pdf() {
    let expected = speeches(&seed());
    assert_eq!(expected.len(), 21);
    for (name, bytes) in seeds() {
        for (reader, read) in readers() {
            let read = speeches(&Minutes::of(read(&bytes).unwrap()));
            let n_same = expected.iter().filter(|speech| read.contains(speech)).count();
            println!("{name} by {reader}: {n_same} of {} speeches", expected.len());
            // It takes some pages of one column for two, and is asked only where nobody else gets any text.
            if reader != "pdf_oxide" {
                assert_eq!(read, expected, "{name} by {reader}");
            }
        }
    }
}

#[test]
fn pages_are_parted_by_a_form_feed() {
    for (name, bytes) in seeds() {
        let extract = extract(&bytes).unwrap();
        assert_eq!(extract.text.matches('\u{C}').count() + 1, extract.n_pages, "{name}");
        assert!(!extract.text.ends_with('\u{C}'), "{name}");
    }
}

/// A reader that asks nobody else for the text of a PDF.
struct Alone;

impl Edge for Alone {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String> {
        cli::Native.decode(encoding, bytes)
    }

    fn decode_lossy(&self, encoding: Encoding, bytes: &[u8]) -> String {
        cli::Native.decode_lossy(encoding, bytes)
    }

    fn html(&self, text: &str) -> Markup {
        cli::Native.html(text)
    }
}

#[test]
fn reading_a_file_reads_a_pdf() {
    let reading = read::read(&printed("packed.pdf"), None, &Alone).unwrap();
    assert_eq!((reading.kind, reading.encoding, reading.notes), (Kind::Pdf, None, Vec::new()));
    assert_eq!(reading.text, read(&printed("packed.pdf")));
    let locked = read::read(&printed("password.pdf"), None, &Alone);
    assert_eq!(locked, Err(ReadError::Pdf(PdfError::Locked)));
}

#[test]
fn the_program_says_what_may_read_a_pdf_that_it_cannot() {
    let mut objects = pdf_paper::frame();
    objects.extend([pdf_paper::font("GBK-EUC-H"), pdf_paper::stream(4, "", b"BT /F1 10 Tf <B0A1> Tj ET")]);
    // A font without a map whose glyphs are of no Japanese order.
    let bytes = String::from_utf8(pdf_paper::file(&objects)).unwrap().replace("(Japan1)", "(Other1)");
    let folder = crate::cli::folder(&[("a.pdf", bytes.as_bytes())]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_kaigiroku"));
    command.args(["export", "--format", "text", "a.pdf"]).current_dir(folder.path());
    let output = command.env("PATH", folder.path()).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("文字を取り出せないPDFです（文字の対応表のないフォント。1字中1字が不明）"),
        "{told}"
    );
    assert!(told.contains("pdftotext（poppler-utils）を入れると読めることがあります。"), "{told}");
    assert_eq!(output.status.code(), Some(1));
}
