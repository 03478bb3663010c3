//! `cargo xtask docx`: documents as LibreOffice reads and writes them.
//!
//! It is no part of `test`, since it needs an office suite. What has been built is taken as it is.

use std::path::Path;
use std::process::{Command, Stdio};

use kaigiroku::model::{Minutes, Speech};

use crate::office::{Office, TEXT};
use crate::run::{Failure, Project, Steps, run};

/// Holds that every speech of `seeds/` stands in its document, label and paragraphs, in printed order; and
/// that the files which LibreOffice makes of the same text are read to the same speeches.
pub fn check(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let office = Office::find()?;
    let cli = project.target.join("release").join(format!("kaigiroku{}", std::env::consts::EXE_SUFFIX));
    if !cli.is_file() {
        return Err(Failure::new(
            "コマンドがまだありません。先に cargo xtask dist を実行してください",
            "there is no command line yet; run cargo xtask dist first",
        ));
    }
    let folder = tempfile::tempdir().map_err(|error| Failure::file(&std::env::temp_dir(), error))?;
    steps.take("docx を LibreOffice で読む / reading docx in LibreOffice", || {
        for seed in seeds(project)? {
            let minutes = Minutes::of(project.read(&seed)?);
            let read = converted(project, &cli, &office, &seed, folder.path())?;
            holds_every_speech(&seed, &minutes, &read)?;
        }
        Ok(())
    })?;
    steps.take("LibreOffice の文書とページを読む / reading files of LibreOffice", || {
        for seed in seeds(project)? {
            let minutes = Minutes::of(project.read(&seed)?);
            for form in ["docx", "html:HTML (StarWriter)"] {
                let file = office.convert(&project.root.join(&seed), form, &[TEXT], folder.path())?;
                let text = file.with_extension("read.txt");
                let export = ["export", "--format", "text", "-o"];
                run(Command::new(&cli).args(export).arg(&text).arg(&file).stdout(Stdio::null()))?;
                let read = std::fs::read_to_string(&text).map_err(|error| Failure::file(&text, error))?;
                holds_every_speech(&file.display().to_string(), &minutes, &read)?;
            }
        }
        Ok(())
    })
}

/// Says how many speeches stand in a text, or which one does not.
fn holds_every_speech(name: &str, minutes: &Minutes, text: &str) -> Result<(), Failure> {
    match first_missing(minutes, text) {
        None => {
            println!("{name}: {} 件の発言 / speeches", minutes.speeches.len());
            Ok(())
        }
        Some(speech) => {
            let number = speech.id.0 + 1;
            Err(Failure::new(
                format!("{name}: {number} 件目の発言が文書にありません"),
                format!("{name}: speech {number} is not in the document"),
            ))
        }
    }
}

/// The texts of `seeds/`, in order.
pub fn seeds(project: &Project) -> Result<Vec<String>, Failure> {
    let folder = project.root.join("seeds");
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::file(&folder, error))?;
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut seeds: Vec<String> = names.filter(|name| name.ends_with(".txt")).collect();
    seeds.sort();
    if seeds.is_empty() {
        return Err(Failure::file(&folder, "no .txt"));
    }
    Ok(seeds.iter().map(|name| format!("seeds/{name}")).collect())
}

/// The document of a seed as text that LibreOffice made of it.
fn converted(
    project: &Project,
    cli: &Path,
    office: &Office,
    seed: &str,
    folder: &Path,
) -> Result<String, Failure> {
    let document = folder.join(Path::new(seed).with_extension("docx").file_name().unwrap_or_default());
    let export = ["export", "--format", "docx", seed, "-o"];
    run(Command::new(cli).args(export).arg(&document).current_dir(&project.root).stdout(Stdio::null()))?;
    let text = office.convert(&document, "txt:Text (encoded):UTF8", &[], folder)?;
    std::fs::read_to_string(&text).map_err(|error| Failure::file(&text, error))
}

/// The first speech whose label or words do not follow on those of the speech before it.
fn first_missing<'a>(minutes: &'a Minutes, document: &str) -> Option<&'a Speech> {
    let document = letters(document);
    let mut rest = document.as_str();
    let mut is_next = |words: &str| {
        let after = rest.split_once(words).map(|(_, after)| after);
        rest = after.unwrap_or_default();
        after.is_some()
    };
    minutes.speeches.iter().find(|speech| {
        let words: String = speech.paragraphs.iter().map(|prose| prose.text(&minutes.source)).collect();
        let label = speech.printed.text(&minutes.source);
        !is_next(&letters(&label)) || !is_next(&letters(&words))
    })
}

/// A text without white space: where lines are broken is up to who shows them.
fn letters(text: &str) -> String {
    text.chars().filter(|&c| !c.is_whitespace() && c != '\u{FEFF}').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speech_that_is_missing_or_out_of_order_is_found() {
        let minutes = Minutes::of("会議録\n\n委員　夜間も開館できないか。\n事務局　検討します。\n");
        let check = |document: &str, number: Option<u32>| {
            assert_eq!(first_missing(&minutes, document).map(|speech| speech.id.0 + 1), number, "{document}");
        };
        check("会議録\n委員\n夜間も\n開館できないか。\n事務局\n検討します。", None);
        check("委員\n夜間も開館できない。\n事務局\n検討します。", Some(1));
        check("事務局\n検討します。\n委員\n夜間も開館できないか。", Some(2));
    }
}
