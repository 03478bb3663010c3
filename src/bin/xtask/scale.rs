//! `cargo xtask bench scale`: many meetings, on this command line and on engines that exist.
//!
//! - Spark pipes a corpus through the command line into Parquet; ClickHouse and DuckDB answer from it what our search
//!   answers (`tests/scale/pipeline.py`). Left out where Python or Java is missing.
//! - A site is made of ten thousand meetings, and for each query it is counted what its page would fetch; Pagefind
//!   is asked the same over the same pages, where npm is.
//!
//! What a difference of answers would mean is told in `docs/scale.md`; here it is a failure.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bench::remove;
use crate::browser::on_path;
use crate::dist;
use crate::run::{Failure, Project, Steps, ask, run, write_whole};

/// Meetings and speeches of each, for the engines.
const CORPUS: [&str; 2] = ["1000", "40"];
/// The same for the site.
const SITE: [&str; 2] = ["10000", "40"];

/// Runs both and prints their tables.
pub fn bench(project: &Project, steps: &mut Steps) -> Result<(), Failure> {
    let cli = dist::build(project, steps)?.cli;
    let folder = project.target.join("scale");
    let ours = ours(project, steps)?;
    match python(project, steps, &folder)? {
        Some(python) => engines(project, steps, &Tools { cli: &cli, ours: &ours, python: &python }, &folder)?,
        None => eprintln!(
            "python3 か Java 17 がないので、Spark・ClickHouse・DuckDB は測りません / \
             Spark, ClickHouse and DuckDB are left out: python3 or Java is missing"
        ),
    }
    site(project, steps, &cli, &ours, &folder)
}

struct Tools<'a> {
    cli: &'a Path,
    /// Makes minutes, and says what our search finds in them.
    ours: &'a Path,
    python: &'a Path,
}

fn ours(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    steps.take(
        "比べるためのプログラムをコンパイルする / compiling what is compared with",
        || {
            let arguments =
                ["build", "--release", "--no-default-features", "--features", "bench", "--bin", "scale"];
            run(&mut project.cargo(arguments))
        },
    )?;
    Ok(project.target.join("release").join(format!("scale{}", std::env::consts::EXE_SUFFIX)))
}

/// Python with what `tests/scale/requirements.txt` names, in a folder of its own; nothing where it cannot be.
fn python(project: &Project, steps: &mut Steps, folder: &Path) -> Result<Option<PathBuf>, Failure> {
    // What is called python3 may be older than the packages ask for; then pip says so.
    let (Some(python), Some(_)) = (on_path("python3"), on_path("java")) else { return Ok(None) };
    if ask("python3", &["-c", "import venv, ensurepip"]).is_none() {
        return Ok(None);
    }
    let wanted = project.read("tests/scale/requirements.txt")?;
    let venv = folder.join("venv");
    let inside = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = venv.join("requirements.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(Some(inside));
    }
    steps.take("pyspark・chdb・duckdb を用意する / bringing pyspark, chdb and duckdb", || {
        run(Command::new(python).args(["-m", "venv"]).arg(&venv))?;
        let install = ["-m", "pip", "install", "--quiet", "--requirement", "tests/scale/requirements.txt"];
        run(Command::new(&inside).args(install).current_dir(&project.root))?;
        write_whole(&stamp, wanted.as_bytes())
    })?;
    Ok(Some(inside))
}

fn engines(project: &Project, steps: &mut Steps, tools: &Tools, folder: &Path) -> Result<(), Failure> {
    let (corpus, truth) = (folder.join("corpus"), folder.join("truth.json"));
    steps.take(
        "会議録を作り、自分の検索で探す / making minutes, searching them ourselves",
        || {
            make_corpus(tools.ours, &corpus, CORPUS)?;
            let answer = Command::new(tools.ours).arg("truth").arg(&corpus).output();
            let answer = answer.map_err(|error| Failure::file(tools.ours, error))?;
            match answer.status.success() {
                true => write_whole(&truth, &answer.stdout),
                false => Err(Failure::file(tools.ours, String::from_utf8_lossy(&answer.stderr))),
            }
        },
    )?;
    steps.take("Spark・ClickHouse・DuckDB / Spark, ClickHouse, DuckDB", || {
        let script = project.root.join("tests/scale/pipeline.py");
        let mut pipeline = Command::new(tools.python);
        pipeline.arg(script).arg(tools.cli).args([&corpus, &truth]).arg(folder.join("parquet"));
        run(&mut pipeline)
    })
}

fn site(project: &Project, steps: &mut Steps, cli: &Path, ours: &Path, folder: &Path) -> Result<(), Failure> {
    let (corpus, site) = (folder.join("site-corpus"), folder.join("site"));
    steps.take("1万件の会議録を作る / making ten thousand minutes", || {
        make_corpus(ours, &corpus, SITE)
    })?;
    steps.take("サイトを作る / making the site", || {
        remove(&site)?;
        let mut command = Command::new(cli);
        command
            .args(["site", "--quiet", "--base-url", "https://minutes.example/"])
            .arg(&corpus)
            .arg("-o")
            .arg(&site);
        run(&mut command)
    })?;
    steps.take("検索で受け取る量を数える / counting what a search fetches", || {
        run(Command::new(ours).arg("fetches").args([&site, &corpus, &folder.join("pages.json")]))
    })?;
    pagefind(project, steps, folder)
}

/// The version that is measured.
const PAGEFIND: &str = "pagefind@1.6.0";

/// Pagefind over the same pages; left out where there is no npm.
fn pagefind(project: &Project, steps: &mut Steps, folder: &Path) -> Result<(), Failure> {
    let (Some(npm), Some(node)) = (on_path("npm"), on_path("node")) else {
        eprintln!("npm がないので Pagefind は測りません / Pagefind is left out: npm is missing");
        return Ok(());
    };
    let (tools, index) = (folder.join("npm"), folder.join("pagefind"));
    let program = tools.join("node_modules/.bin/pagefind");
    steps.take("Pagefind の索引を作る / Pagefind makes its index", || {
        remove(&index)?;
        let install = ["install", "--no-audit", "--no-fund", "--silent", PAGEFIND, "--prefix"];
        run(Command::new(npm).args(install).arg(&tools))?;
        let mut command = Command::new(&program);
        command.args(["--glob", "m/*.html", "--force-language", "ja", "--site"]).arg(folder.join("site"));
        run(command.arg("--output-path").arg(&index).stdout(std::process::Stdio::null()))
    })?;
    steps.take("Pagefind で探す / searching with Pagefind", || {
        let script = project.root.join("tests/scale/pagefind.mjs");
        run(Command::new(node).arg(script).arg(&index).arg(folder.join("pages.json")))
    })
}

fn make_corpus(ours: &Path, corpus: &Path, [n_meetings, n_speeches]: [&str; 2]) -> Result<(), Failure> {
    remove(corpus)?;
    run(Command::new(ours).arg("corpus").arg(corpus).args([n_meetings, n_speeches]))
}
