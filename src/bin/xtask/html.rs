//! html-validate reads the pages that a browser forgives.
//!
//! It is installed once, by npm, into the target folder, and asks nobody anything after that.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::on_path;
use crate::run::{Failure, Project, Steps, ask, run, write_whole};

const VERSION: &str = "10.17.0";

/// The rules that are left out, and why.
const LEFT_OUT: [(&str, &str); 4] = [
    ("doctype-style", "HTML lets a doctype be written in any case"),
    (
        "attribute-boolean-style",
        "browsers write the page down for us, and write `disabled` as `disabled=\"\"`",
    ),
    ("attribute-empty-style", "the same with `hidden=\"\"`"),
    ("wcag/h32", "the search form sends nothing: what it finds follows the letters, Enter goes to the next"),
];

/// Holds that html-validate finds nothing in the built file and in the pages of a folder.
pub fn check(project: &Project, steps: &mut Steps, bundle: &Path, pages: &Path) -> Result<(), Failure> {
    if on_path("node").is_none() || on_path("npm").is_none() {
        eprintln!(
            "html-validate での検査は省きます（npm がありません） / left out: html-validate (npm is missing)"
        );
        return Ok(());
    }
    let tools = project.target.join("tools");
    let package = tools.join("node_modules/html-validate");
    if !has_version(&package) {
        steps.take("html-validate を入れる / installing html-validate", || install(&tools))?;
    }
    steps.take("HTML の検査 / html-validate", || {
        let config = tools.join("html-validate.json");
        write_whole(&config, configuration().as_bytes())?;
        let kept = kept(pages)?;
        if kept.is_empty() {
            return Err(Failure::file(pages, "no pages"));
        }
        for page in [bundle].into_iter().chain(kept.iter().map(PathBuf::as_path)) {
            let content = File::open(page).map_err(|error| Failure::file(page, error))?;
            // Given by name, a page would be looked for with functions that older versions of node lack.
            let mut command = Command::new("node");
            command.arg(package.join("bin/html-validate.mjs")).arg("-c").arg(&config);
            command.args(["--stdin", "--stdin-filename"]).arg(page).stdin(content);
            run(&mut command)?;
        }
        println!("html-validate: {} pages", kept.len() + 1);
        Ok(())
    })
}

/// Whether it is there, in the version that was asked for.
fn has_version(package: &Path) -> bool {
    let described = std::fs::read(package.join("package.json")).ok();
    let described = described.and_then(|text| serde_json::from_slice::<serde_json::Value>(&text).ok());
    described
        .is_some_and(|package| package.get("version").and_then(|version| version.as_str()) == Some(VERSION))
}

fn install(tools: &Path) -> Result<(), Failure> {
    // On Windows npm is a script.
    let npm = if ask("npm", &["--version"]).is_some() { "npm" } else { "npm.cmd" };
    let quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"];
    run(Command::new(npm)
        .arg("install")
        .args(quiet)
        .arg("--prefix")
        .arg(tools)
        .arg(format!("html-validate@{VERSION}")))
}

fn configuration() -> String {
    let mut rules: serde_json::Map<String, serde_json::Value> =
        LEFT_OUT.iter().map(|(rule, _)| ((*rule).to_owned(), "off".into())).collect();
    // A list may have a name, as any element whose role allows one (WAI-ARIA 1.2).
    rules.insert("aria-label-misuse".to_owned(), serde_json::json!(["error", { "allowAnyNamable": true }]));
    let extends = ["html-validate:recommended", "html-validate:a11y"];
    serde_json::json!({ "root": true, "extends": extends, "rules": rules }).to_string()
}

/// The pages that the browser tests have kept, in order.
fn kept(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::file(folder, error))?;
    let mut pages: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    pages.retain(|path| path.extension().is_some_and(|end| end == "html"));
    pages.sort();
    Ok(pages)
}

/// An empty folder for the browser tests to keep pages in.
pub fn folder(project: &Project) -> Result<PathBuf, Failure> {
    let folder = project.target.join("pages");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| Failure::file(&folder, error))?;
    }
    std::fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, error))?;
    Ok(folder)
}
