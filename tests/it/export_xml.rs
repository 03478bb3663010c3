//! Akoma Ntoso and TEI: well-formed whatever the text, and valid against their schemas.
//!
//! The schemas lie beside the project and are not part of it; where they or the programs that read
//! them are absent, the tests say so and end.

use std::path::{Path, PathBuf};
use std::process::Command;

use kaigiroku::export::{Format, Selection, write};
use kaigiroku::model::{Minutes, SpeechId};
use proptest::prelude::*;

use crate::arbitrary;
use crate::minutes::texts;

fn xml(format: Format, minutes: &Minutes, selection: &Selection) -> String {
    String::from_utf8(write(format, minutes, selection)).unwrap()
}

/// The files of a format for every text we know, whole and as an excerpt of its odd speeches.
fn files(format: Format, folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut add = |name: String, minutes: &Minutes, selection: &Selection| {
        let file = folder.join(name);
        std::io::Write::write_all(
            &mut std::fs::File::create(&file).unwrap(),
            xml(format, minutes, selection).as_bytes(),
        )
        .unwrap();
        files.push(file);
    };
    for (n, (_, text)) in texts().into_iter().enumerate() {
        let minutes = Minutes::of(text);
        add(format!("{n}.xml"), &minutes, &Selection::all());
        let odd = minutes.speeches.iter().map(|speech| speech.id).filter(|id| id.0 % 2 == 1);
        let mut odd = Selection::of(odd, "<予算> & \"語\"");
        odd.link = Some("https://example.jp/minutes.html".into());
        add(format!("{n}-odd.xml"), &minutes, &odd);
    }
    add("empty.xml".into(), &Minutes::default(), &Selection::all());
    add("sample.xml".into(), &crate::bundle::sample(), &Selection::all());
    add("hostile.xml".into(), &Minutes::of(arbitrary::HOSTILE.join("委員　")), &Selection::all());
    files
}

/// Runs a validator over every file of a format, and says how many were valid. Where the schemas are there
/// and the validator is, nothing may be left out.
fn check_valid(format: Format, schema: &str, validator: &[&str]) {
    let key = format.key();
    let standards = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/standards");
    if !standards.is_dir() {
        println!("{} is absent: {key} is not validated", standards.display());
        return;
    }
    let path = standards.join(schema);
    assert!(path.is_file(), "{} is absent though its folder is there", path.display());
    let (program, options) = validator.split_first().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (n_texts, files) = (texts().len(), files(format, folder.path()));
    // The last file is of no schema: that it is refused shows that every file before it was read.
    let foreign = folder.path().join("foreign.xml");
    std::io::Write::write_all(&mut std::fs::File::create(&foreign).unwrap(), b"<foreign/>").unwrap();
    let output = match Command::new(program).args(options).arg(&path).args(&files).arg(&foreign).output() {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("{program} is not installed: {key} is not validated");
            return;
        }
        Err(error) => panic!("{program}: {error}"),
    };
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    // Both begin what they find with the name of the file and a colon.
    let is_refused = |file: &PathBuf| {
        let name = format!("{}:", file.display());
        said.lines().any(|line| line.starts_with(&name))
    };
    assert!(!output.status.success() && is_refused(&foreign), "{said}");
    let n_valid = files.iter().filter(|file| !is_refused(file)).count();
    println!(
        "{key}: {n_valid} of {} files of {n_texts} texts are valid by {schema} ({program})",
        files.len()
    );
    assert_eq!(n_valid, files.len(), "{said}");
    assert!(n_texts > 0 && files.len() >= 2 * n_texts, "{n_texts} texts, {} files", files.len());
}

#[test]
fn every_text_is_valid_akoma_ntoso() {
    check_valid(Format::Akn, "akomantoso30.xsd", &["xmllint", "--noout", "--nonet", "--schema"]);
}

/// By jing: xmllint does not come to an end with a schema of this size.
#[test]
fn every_text_is_valid_parla_clarin() {
    check_valid(Format::Tei, "parla-clarin.rng", &["jing"]);
}

#[test]
fn who_is_not_named_is_not_named_in_akoma_ntoso() {
    let written = xml(Format::Akn, &Minutes::of(crate::export_formats::MEETING), &Selection::all());
    let speeches: Vec<&str> = written.lines().filter(|line| line.contains("<from>")).collect();
    expect_test::expect![[r##"
        <speech eId="s001" by="#p1" as="#chair"><from>会長</from><p>御意見をお願いします。</p></speech>
        <question eId="s002" by="" as="#member" status="undefined"><from>委員</from><p>夜間も開館できないか。</p><p>*延長*は_週2日_でよい。</p></question>
        <answer eId="s003" by="#o2" as="#secretariat"><from>事務局</from><p>人員とあわせて検討します。</p></answer></debateSection></debateBody></debate></akomaNtoso>"##]].assert_eq(&speeches.join("\n"));
}

#[test]
fn what_xml_forbids_is_shown_as_a_sign() {
    let minutes = Minutes::of("委員　あ\u{1}い\u{FFFE}う\u{1B}え。\n事務局　はい。\n");
    for format in [Format::Akn, Format::Tei] {
        let written = xml(format, &minutes, &Selection::all());
        assert!(written.contains("あ\u{FFFD}い\u{FFFD}う\u{FFFD}え。"), "{written}");
    }
}

/// The texts of all elements so called, in order.
fn texts_of(written: &str, element: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(written).unwrap();
    let elements = document.descendants().filter(|node| node.tag_name().name() == element);
    elements
        .map(|node| node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect())
        .collect()
}

#[test]
fn every_speech_is_said_as_it_is_printed() {
    for (path, text) in texts() {
        let minutes = Minutes::of(text);
        let said: Vec<String> =
            minutes.speeches.iter().flat_map(|s| &s.paragraphs).map(|p| p.text(&minutes.source)).collect();
        let tei = texts_of(&xml(Format::Tei, &minutes, &Selection::all()), "seg");
        assert_eq!(tei, said, "{path}");
        let labels: Vec<String> = minutes.speeches.iter().map(|s| s.printed.text(&minutes.source)).collect();
        let akn = texts_of(&xml(Format::Akn, &minutes, &Selection::all()), "from");
        assert_eq!(akn, labels, "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_minutes_are_well_formed(minutes in arbitrary::minutes()) {
        for format in [Format::Akn, Format::Tei] {
            for selection in [Selection::all(), Selection::of([SpeechId(0)], "</p>\u{0}&")] {
                let written = xml(format, &minutes, &selection);
                prop_assert!(roxmltree::Document::parse(&written).is_ok(), "{written}");
            }
        }
    }
}
