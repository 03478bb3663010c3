//! `cargo xtask test`: every check in order; the first failure ends it.

use std::path::Path;
use std::process::Command;

use crate::browser::{self, Browsers};
use crate::dist;
use crate::html;
use crate::run::{Failure, Project, Steps, ask, run};
use crate::schemas;
use crate::viewer;

/// Runs every check and prints how long each took, also where one fails.
pub fn test(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let done = checks(project, steps);
    println!("\n{}", steps.table());
    if done.is_ok() {
        println!("すべての検査に合格しました / every check passed");
    }
    done
}

fn checks(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    steps.take("rustfmt", || {
        need("rustfmt")?;
        run(&mut project.cargo(["fmt", "--all", "--check"]))
    })?;
    steps.take("clippy (native)", || {
        need("clippy")?;
        // With these on top of the default features one pass sees every native line.
        clippy(project, &["--all-targets", "--features", "xtask,bench"])
    })?;
    let bundle = dist::build(project, steps)?.bundle;
    // After `dist`, which brings the wasm target.
    steps.take("clippy (wasm32)", || {
        // What travels in files of one meeting and of several, and what opens files: each holds lines that
        // the others leave out.
        for features in ["viewer", "shelf", "opens"] {
            let viewer = ["--no-default-features", "--features", features, "--lib", "--bin", "viewer"];
            clippy(project, &[&viewer[..], &["--target", viewer::TARGET]].concat())?;
        }
        Ok(())
    })?;
    schemas::ready(project, steps)?;
    steps.take("単体・結合テスト / unit and integration tests", || {
        run(&mut project.cargo(["test", "--no-default-features", "--features", "xtask", "--bin", "xtask"]))?;
        run(&mut project.cargo(["test", "--lib", "--bins", "--test", "it"]))
    })?;
    steps.take("文書中の例 / documentation tests", || run(&mut project.cargo(["test", "--doc"])))?;
    let browsers = browser::ready(project, steps)?;
    let pages = html::folder(project)?;
    steps.take("ブラウザテスト / browser tests", || {
        run(in_browser(project, &browsers, &bundle).env("KAIGIROKU_PAGES", &pages))
    })?;
    html::check(project, steps, &bundle, &pages)?;
    steps.take("rustdoc", || {
        run(project.cargo(["doc", "--no-deps", "--lib"]).env("RUSTDOCFLAGS", "-D warnings"))
    })
}

/// The part of the toolchain, brought by rustup where it is missing.
fn need(component: &str) -> Result<(), Failure> {
    let program = if component == "clippy" { "cargo-clippy" } else { component };
    if ask(program, &["--version"]).is_some() {
        return Ok(());
    }
    run(Command::new("rustup").args(["component", "add", component]))
}

fn clippy(project: &Project, of: &[&str]) -> Result<(), Failure> {
    let arguments = [&["clippy"], of, &["--", "-D", "warnings"]].concat();
    run(&mut project.cargo(arguments))
}

/// The browser tests, which refuse to run without being told what to open and with what.
pub fn in_browser(project: &Project, browsers: &Browsers, bundle: &Path) -> Command {
    let mut command = project.cargo(["test", "--test", "browser"]);
    command.env("KAIGIROKU_BUNDLE", bundle);
    let chromium = &browsers.chromium;
    command.env("KAIGIROKU_CHROME", &chromium.browser).env("KAIGIROKU_CHROMEDRIVER", &chromium.driver);
    if let Some(firefox) = &browsers.firefox {
        command.env("KAIGIROKU_FIREFOX", &firefox.browser).env("KAIGIROKU_GECKODRIVER", &firefox.driver);
    }
    if let Some(webkit) = &browsers.webkit {
        command.env("KAIGIROKU_WEBKIT", &webkit.browser).env("KAIGIROKU_WEBKITDRIVER", &webkit.driver);
    }
    command
}

/// Saves pictures of the built file, in every size and light, for people to look at.
pub fn screens(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let bundle = dist::build(project, steps)?.bundle;
    let browsers = browser::ready(project, steps)?;
    let folder = project.target.join("screens");
    steps.take("画面の写し / screenshots", || {
        run(in_browser(project, &browsers, &bundle).env("KAIGIROKU_SCREENS", &folder))
    })?;
    println!("{}", folder.display());
    Ok(())
}
