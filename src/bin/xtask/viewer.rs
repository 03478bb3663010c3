//! The empty viewer: wasm, glue and style sheet put into the page.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use kaigiroku::bundle;
use kaigiroku::bundle::shell::{self, Purpose, ShellParts};
use sha2::{Digest as _, Sha256};

use crate::css;
use crate::engine;
use crate::glue;
use crate::run::{Failure, Project, Steps, ask, run, write_whole};

/// The target of the viewer.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The sizes of what the empty viewer consists of, in bytes.
pub struct Sizes {
    pub whole: usize,
    pub wasm: usize,
    pub packed_wasm: usize,
    pub glue: usize,
    pub css: usize,
}

/// A page with a program: the features of the program and its name, the page without it, the sheets that it has
/// beside those of every page, what it is for, and the file that it becomes.
struct Page {
    features: &'static str,
    bin: &'static str,
    template: &'static str,
    sheets: &'static [&'static str],
    purpose: Purpose,
    /// Whether it holds the search engine.
    searches: bool,
    file: &'static str,
}

/// What travels inside every file of one meeting.
const SHELL: Page = Page { file: "dist/shell.html", ..VIEWER };

/// What travels inside every file of several meetings.
const SHELF: Page = Page {
    features: "shelf",
    sheets: &["shelf.css"],
    searches: true,
    file: "dist/shelf-shell.html",
    ..VIEWER
};

/// What opens files of minutes, and so holds the parser, too.
const OPENER: Page = Page {
    features: "opens",
    sheets: &["shelf.css", "desk.css", "preview.css"],
    purpose: Purpose::Opens,
    file: "dist/viewer.html",
    ..VIEWER
};

/// What finds words in all meetings of a site.
const FINDER: Page = Page {
    features: "finder",
    bin: "finder",
    template: "src/bundle/finder.html",
    sheets: &["site.css"],
    purpose: Purpose::Finds,
    searches: false,
    file: "dist/finder.html",
};

/// What all viewers are made of.
const VIEWER: Page = Page {
    features: "viewer",
    bin: "viewer",
    template: "index.html",
    sheets: &[],
    purpose: Purpose::Shows,
    searches: false,
    file: "",
};

/// Builds `dist/shell.html`, `dist/shelf-shell.html`, `dist/viewer.html` and `dist/finder.html`; their sizes.
pub fn build(project: &Project, steps: &mut Steps) -> Result<[Sizes; 4], Failure> {
    target_ready(steps)?;
    let (_, blocks) = engine::build(project, steps)?;
    let mut make = |page: &Page| {
        let name = page.file;
        steps.take(&format!("{name} をコンパイルする / compiling {name}"), || {
            compile(project, page.features, page.bin)
        })?;
        steps.take(&format!("{name} を組み立てる / assembling {name}"), || {
            assemble(project, page, &blocks)
        })
    };
    Ok([make(&SHELL)?, make(&SHELF)?, make(&OPENER)?, make(&FINDER)?])
}

/// Brings the wasm target where it is missing.
pub fn target_ready(steps: &mut Steps) -> Result<(), Failure> {
    match has_target() {
        true => Ok(()),
        false => steps.take("wasm 用の標準ライブラリを加える / adding the wasm target", add_target),
    }
}

/// Whether the compiler has a standard library for wasm, from wherever it came.
fn has_target() -> bool {
    ask("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn add_target() -> Result<(), Failure> {
    if ask("rustup", &["--version"]).is_none() {
        return Err(Failure::new(
            format!("rustup がありません。https://rustup.rs から入れるか、Rust の {TARGET} を加えてください"),
            format!("rustup is missing: install it from https://rustup.rs, or add Rust's {TARGET} target"),
        ));
    }
    run(std::process::Command::new("rustup").args(["target", "add", TARGET]))
}

/// Compiles a program to wasm as it ships; [`compiled`] tells where it is then.
pub fn compile(project: &Project, features: &str, bin: &str) -> Result<(), Failure> {
    let mut command = project.cargo(["build", "--no-default-features", "--features", features, "--bin", bin]);
    command.args(["--profile", "viewer", "--target", TARGET]);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(project));
    run(&mut command)
}

/// The wasm of a program, as cargo leaves it.
pub fn compiled(project: &Project, bin: &str) -> PathBuf {
    project.target.join(TARGET).join("viewer").join(format!("{bin}.wasm"))
}

/// Compiler flags under which two machines build the same bytes: panic messages name source
/// files, and these must not name the folders of the machine.
pub fn flags(project: &Project) -> String {
    let given = std::env::var("RUSTFLAGS").unwrap_or_default();
    let mut flags: Vec<String> = given.split_whitespace().map(str::to_owned).collect();
    let home = std::env::var("CARGO_HOME").ok().or_else(|| {
        let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok()?;
        Some(format!("{home}{}.cargo", std::path::MAIN_SEPARATOR))
    });
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={home}=/cargo"));
    }
    flags.push(format!("--remap-path-prefix={}=/kaigiroku", project.root.display()));
    flags.join("\u{1f}")
}

fn assemble(project: &Project, page: &Page, blocks: &str) -> Result<Sizes, Failure> {
    let compiled = compiled(project, page.bin);
    let bindings = glue::bind(&compiled);
    let (wasm, glue) = bindings.map_err(|error| Failure::file(&compiled, error))?;
    let packed = BASE64_STANDARD.encode(gzip(&wasm).map_err(|error| Failure::file(&compiled, error))?);
    let css = css::read(project, page.sheets)?;
    let template = project.read(page.template)?;
    let parts = ShellParts {
        css,
        glue,
        wasm_gz_base64: packed,
        wasm_len: wasm.len(),
        wasm_sha256: hex(&Sha256::digest(&wasm)),
        version: env!("CARGO_PKG_VERSION"),
        purpose: page.purpose,
    };
    let shell = shell::assemble(&template, &parts, |text| BASE64_STANDARD.encode(Sha256::digest(text)));
    let shell = match page.searches {
        true => shell.and_then(|shell| bundle::engine::carry(&shell, blocks)),
        false => shell,
    };
    let shell = shell.map_err(|error| Failure::file(&project.root.join(page.template), error))?;
    no_code_from_text(&shell)?;
    write_whole(&project.root.join(page.file), shell.as_bytes())?;
    Ok(Sizes {
        whole: shell.len(),
        wasm: wasm.len(),
        packed_wasm: parts.wasm_gz_base64.len(),
        glue: parts.glue.len(),
        css: parts.css.len(),
    })
}

/// The page promises that no text in it becomes code. A dependency that would break this with
/// the glue it asks for is found here; the base64 cannot spell these words. Yew's glue does hold
/// `innerHTML`, for a kind of node that no component of ours makes: the policy of the page
/// (`trusted-types 'none'`) forbids it to act.
fn no_code_from_text(shell: &str) -> Result<(), Failure> {
    for word in ["eval(", "new Function", "document.write", "import("] {
        if shell.contains(word) {
            return Err(Failure::new(
                format!("閲覧画面に {word} が含まれています"),
                format!("the viewer contains {word}"),
            ));
        }
    }
    Ok(())
}

/// Zopfli takes seconds where others take none, and every file made from now on is smaller for
/// it. It writes neither a time nor a file name, so that the same wasm gives the same bytes.
pub fn gzip(wasm: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, wasm, &mut packed)?;
    Ok(packed)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
