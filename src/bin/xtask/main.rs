//! What developers and continuous integration run: `cargo xtask dist`, `test`, `screens`, `bench`,
//! `docx`, `pdf`, `fuzz`.
//!
//! May live here: building, checking, finding a browser. May not: anything that the finished
//! program needs. The modules, in the order in which `test` reaches them:
//!
//! 1. [`run`] starts programs, times steps, words failures.
//! 2. [`checks`] lists the checks.
//! 3. [`dist`] builds the file that ships, out of [`viewer`], [`glue`] and [`css`].
//! 4. [`browser`] finds browsers, or brings them.
//! 5. [`html`] has the pages read by a checker that forgives nothing.
//!
//! [`docx`], [`pdf`], [`fuzz`], [`bench`] and [`scale`] stand beside them: two need an office suite ([`office`]), three
//! need time. The parts of [`bench`] are [`page`], [`anew`], [`shelves`], [`parse`] and [`search`].

mod anew;
mod bench;
mod browser;
mod checks;
mod css;
mod dist;
mod docx;
mod engine;
mod fuzz;
mod glue;
mod html;
mod office;
mod page;
mod parse;
mod pdf;
mod run;
mod scale;
mod schemas;
mod search;
mod shelves;
mod viewer;

use std::process::ExitCode;

use run::{Failure, Project, Steps};

const USAGE: &str = "\
使い方 / usage: cargo xtask <command>

  dist     会議録ファイルを dist/ に作ります / builds dist/kaigiroku.html and dist/viewer.html
  test     すべての検査を行います           / runs every check
  screens  画面の写しを target/screens/ に作ります / saves screenshots
  bench [part…]
           速さを測り、表にします。part は page、anew、shelf、parse、search（large で100万件）のいずれか、
           省略時はすべて。scale は大量の会議録 / measures and prints tables: the parts named, or all
           (search large: a million speeches; scale: very many minutes on engines of others)
  docx     できた docx を LibreOffice で読みます / reads documents in LibreOffice
  pdf      印刷した PDF を読みます（pdf oxide は pdf_oxide でも） / reads printed PDF (pdf oxide: by pdf_oxide too)
  fuzz [minutes] [target…]
           でたらめな入力を、対象ごとに minutes 分（省略時は10分）与えます
           / gives any bytes at all to each target, for 10 minutes unless told otherwise";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["dist"] => with_project(dist::command),
        ["test"] => with_project(checks::test),
        ["screens"] => with_project(checks::screens),
        ["docx"] => with_project(docx::check),
        ["pdf"] => with_project(|project, steps| pdf::check(project, steps, false)),
        ["pdf", "oxide"] => with_project(|project, steps| pdf::check(project, steps, true)),
        ["bench", "scale" | "--scale"] => with_project(scale::bench),
        ["bench", ref asked @ ..] => with_project(|project, steps| bench::bench(project, steps, asked)),
        ["fuzz", ref asked @ ..] => with_project(|project, steps| fuzz::run(project, steps, asked)),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn with_project(command: impl FnOnce(&Project, &mut Steps) -> Result<(), Failure>) -> Result<(), Failure> {
    let project = Project::find()?;
    command(&project, &mut Steps::default())
}
