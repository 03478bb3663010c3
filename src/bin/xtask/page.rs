//! `cargo xtask bench page`: how long a reader of one meeting waits, beside plain pages and Preact.
//!
//! What browsers measure is in `tests/browser/bench.rs`; here are the files that it opens.

use std::path::PathBuf;
use std::process::Command;

use crate::bench::{Figures, Stage};
use crate::browser;
use crate::run::{Failure, Project, Steps, run, write_whole};

/// As many bytes of text as the longest minutes of a committee that are known, and half of it.
const LENGTHS: [(&str, usize); 2] = [("long", 446_000), ("half", 223_000)];

/// Measures the built file and those of long texts.
pub fn bench(stage: &Stage, steps: &mut Steps, figures: &mut Figures) -> Result<(), Failure> {
    let seeds = seeds(stage.project)?;
    for (name, length) in LENGTHS {
        let text = stage.folder.join(format!("{name}.txt"));
        write_whole(&text, seeds.repeat(length / seeds.len().max(1)).as_bytes())?;
        let page = stage.folder.join(format!("{name}.html"));
        run(Command::new(&stage.dist.cli).arg("bundle").arg(&text).arg("-o").arg(&page))?;
    }
    preact(stage, steps)?;
    stage.measure(steps, "page", figures)
}

/// Brings Preact, of which a page with the same text is made; where npm is missing there is none.
fn preact(stage: &Stage, steps: &mut Steps) -> Result<(), Failure> {
    let folder: PathBuf = stage.folder.join("preact");
    if folder.join("node_modules/preact").is_dir() {
        return Ok(());
    }
    if browser::on_path("npm").is_none() {
        eprintln!("Preact とは比べません（npm がありません） / Preact is left out: npm is missing");
        return Ok(());
    }
    let wanted = r#"{"private":true,"dependencies":{"preact":"10.29.8"}}"#;
    write_whole(&folder.join("package.json"), wanted.as_bytes())?;
    steps.take("Preact を入れる / installing Preact", || {
        run(Command::new("npm").args(["install", "--no-audit", "--no-fund"]).current_dir(&folder))
    })
}

/// All seeds, one after the other.
fn seeds(project: &Project) -> Result<String, Failure> {
    let folder = project.root.join("seeds");
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::file(&folder, error))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".txt"));
    names.sort();
    names.iter().map(|name| project.read(&format!("seeds/{name}"))).collect()
}
