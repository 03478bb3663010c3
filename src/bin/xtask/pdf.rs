//! `cargo xtask pdf`: the seed as two programs print it, as every reader of PDF reads it.
//!
//! It is no part of `test`, since it needs an office suite, and with the second reader minutes of compiling.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::browser::chromium;
use crate::docx::seeds;
use crate::office::{Office, PAGE, TEXT};
use crate::run::{Failure, Project, Steps, run, write_whole};

/// Prints the seed by LibreOffice and Chromium and holds that the same speeches come out, by each reader
/// that is at hand; `with_oxide`, by pdf_oxide too.
pub fn check(project: &Project, steps: &mut Steps, with_oxide: bool) -> Result<(), Failure> {
    let office = Office::find()?;
    let chromium = chromium().ok_or_else(|| {
        Failure::new(
            "Chromium がないため、検査できません",
            "Chromium is not installed: this cannot be checked",
        )
    })?;
    let folder = tempfile::tempdir().map_err(|error| Failure::file(&std::env::temp_dir(), error))?;
    let seed = seeds(project)?.into_iter().next().unwrap_or_default();
    let text = project.read(&seed)?;
    steps.take("PDF を印刷する / printing", || {
        let (lines, page) = (folder.path().join("text.txt"), folder.path().join("page.html"));
        write_whole(&lines, text.as_bytes())?;
        write_whole(&page, as_page(&text).as_bytes())?;
        office.convert(&lines, "pdf", &[TEXT], folder.path())?;
        let document = office.convert(&page, "odt", &[PAGE], folder.path())?;
        office.convert(&document, "pdf", &[], folder.path())?;
        print(&chromium.browser, &page, &folder.path().join("browser.pdf"))
    })?;
    let features = if with_oxide { "default,pdf" } else { "default" };
    steps.take("PDF を読む / reading", || {
        let tests = ["test", "--features", features, "--test", "it", "pdf::", "--", "--nocapture"];
        run(project.cargo(tests).env("KAIGIROKU_PRINTED", folder.path()))
    })
}

fn print(browser: &Path, page: &Path, pdf: &Path) -> Result<(), Failure> {
    let mut command = Command::new(browser);
    // As root there is no sandbox; the page is our own.
    command.args(["--headless", "--no-sandbox", "--no-pdf-header-footer"]);
    command.arg(format!("--print-to-pdf={}", pdf.display())).arg(page);
    run(command.stdout(Stdio::null()).stderr(Stdio::null()))
}

/// A text as a page, a paragraph a line.
fn as_page(text: &str) -> String {
    let lines =
        text.lines().map(|line| line.trim_start_matches('\u{FEFF}')).filter(|line| !line.trim().is_empty());
    let escaped = |line: &str| line.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs: String = lines.map(|line| format!("<p>{}</p>\n", escaped(line))).collect();
    format!(
        "<!doctype html>\n<html lang=\"ja\">\n<meta charset=\"utf-8\">\n<title>会議録</title>\n{paragraphs}"
    )
}
