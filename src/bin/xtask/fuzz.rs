//! `cargo xtask fuzz`: any bytes at all, for as long as one likes.
//!
//! The targets are a package of their own (`tests/fuzz`), which nothing else builds. libFuzzer gives them bytes
//! that it changes wherever a change reaches new code, from texts and files that we have. No sanitizer is built
//! in, since no code of ours is unsafe; so the toolchain of the project does.
//!
//! May live here: building and running targets, what they begin with. May not: what has to hold
//! (`tests/it/invariants.rs`).

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use kaigiroku::bundle::{self, plain, shelf};
use kaigiroku::export::{self, Format, Selection};
use kaigiroku::model::Minutes;

use crate::browser::on_path;
use crate::run::{Failure, Project, Steps, ask, run as finish, write_whole};

const CARGO_FUZZ: &str = "0.13.2";

/// After so many findings a target is left: they are likely one fault.
const MAX_FINDINGS: usize = 5;

/// Runs each target, or those that are named, for so many minutes. What is found is kept below `target/fuzz/`.
pub fn run(project: &Project, steps: &mut Steps, asked: &[&str]) -> Result<(), Failure> {
    let (minutes, named) = match asked {
        [first, rest @ ..] if first.parse::<f64>().is_ok() => (first.parse().unwrap_or(10.0), rest),
        all => (10.0, all),
    };
    let targets = targets(project)?;
    if let Some(name) = named.iter().find(|name| !targets.iter().any(|target| target == *name)) {
        let all = targets.join(" ");
        return Err(Failure::new(
            format!("{name} という対象はありません（{all}）"),
            format!("no target is called {name} ({all})"),
        ));
    }
    let fuzz = Fuzz { folder: project.target.join("fuzz"), seeds: Seeds::read(project)? };
    let tool = tool(project, steps)?;
    steps.take("対象を組み立てる / building the targets", || {
        let mut build = Command::new(&tool);
        let build =
            build.args(["fuzz", "build", "--sanitizer", "none", "--fuzz-dir", "tests/fuzz", "--target-dir"]);
        finish(build.arg(&fuzz.folder).current_dir(&project.root))
    })?;
    let mut table = String::new();
    let mut n_findings = 0;
    for target in targets.iter().filter(|target| named.is_empty() || named.contains(&target.as_str())) {
        let name = format!("{target}: {minutes} 分 / minutes");
        let done = steps.take(&name, || fuzz.target(target, Duration::from_secs_f64(minutes * 60.0)))?;
        n_findings += done.found.len();
        table.push_str(&format!("{target:>12} {:>12} {:>4}\n", done.n_executed, done.found.len()));
        for path in done.found {
            table.push_str(&format!("{:>12} {}\n", "", path.display()));
        }
    }
    println!("\n{:>12} {:>12} {:>4}\n{table}", "target", "executed", "found");
    match n_findings {
        0 => Ok(()),
        n => Err(Failure::new(
            format!("{n} 件見つかりました。直したら、入力を tests/it/data/found/ に加えてください"),
            format!("{n} found; once mended, put the inputs into tests/it/data/found/"),
        )),
    }
}

/// The names of the targets, in order.
fn targets(project: &Project) -> Result<Vec<String>, Failure> {
    let folder = project.root.join("tests/fuzz/fuzz_targets");
    let entries = std::fs::read_dir(&folder).map_err(|error| Failure::file(&folder, error))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut names: Vec<String> =
        paths.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
    names.sort();
    Ok(names)
}

/// cargo-fuzz, built once into the target folder where nobody has it.
fn tool(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    let tools = project.target.join("tools");
    let own = tools.join("bin").join(format!("cargo-fuzz{}", std::env::consts::EXE_SUFFIX));
    if let Some(tool) = Some(own.clone()).filter(|own| own.is_file()).or_else(|| on_path("cargo-fuzz")) {
        return Ok(tool);
    }
    steps.take("cargo-fuzz を作る / building cargo-fuzz", || {
        let what = ["install", "cargo-fuzz", "--locked", "--version", CARGO_FUZZ];
        finish(project.cargo(what).arg("--root").arg(&tools))
    })?;
    Ok(own)
}

struct Fuzz {
    /// Where everything is built and kept.
    folder: PathBuf,
    seeds: Seeds,
}

/// What became of a target.
#[derive(Default)]
struct Done {
    /// How many inputs it was given.
    n_executed: u64,
    /// The inputs that it did not bear.
    found: Vec<PathBuf>,
}

impl Fuzz {
    /// Runs a target; where it stops, it is started again until the time is over.
    fn target(&self, target: &str, time: Duration) -> Result<Done, Failure> {
        let (corpus, found) =
            (self.folder.join("corpus").join(target), self.folder.join("found").join(target));
        for (at, seed) in self.seeds.of(target).into_iter().enumerate() {
            write_whole(&corpus.join(format!("seed-{at}")), &seed)?;
        }
        std::fs::create_dir_all(&found).map_err(|error| Failure::file(&found, error))?;
        let before = inputs(&found);
        let (start, mut done) = (Instant::now(), Done::default());
        while let Some(left) = time.checked_sub(start.elapsed()).filter(|left| left.as_secs() > 0) {
            let has_stopped = self.once(target, left, &corpus, &found, &mut done)?;
            let n_found = done.found.len();
            done.found = inputs(&found).into_iter().filter(|path| !before.contains(path)).collect();
            // What is found again at once would be found for ever.
            if !has_stopped || done.found.len() == n_found || done.found.len() >= MAX_FINDINGS {
                break;
            }
        }
        Ok(done)
    }

    /// Whether it stopped before its time was over.
    fn once(
        &self,
        target: &str,
        time: Duration,
        corpus: &Path,
        found: &Path,
        done: &mut Done,
    ) -> Result<bool, Failure> {
        let log = self.folder.join(format!("{target}.log"));
        let file = File::create(&log).map_err(|error| Failure::file(&log, error))?;
        let program = self.program(target)?;
        let status = Command::new(&program)
            .arg(format!("-max_total_time={}", time.as_secs()))
            .arg(format!("-artifact_prefix={}{}", found.display(), std::path::MAIN_SEPARATOR))
            // An input that takes longer hangs.
            .args(["-print_final_stats=1", "-timeout=10", "-rss_limit_mb=2048"])
            .arg(format!("-max_len={}", max_len(target)))
            .arg(corpus)
            .stderr(file)
            .stdout(Stdio::null())
            .status()
            .map_err(|error| Failure::file(&program, error))?;
        let said = std::fs::read(&log).map_err(|error| Failure::file(&log, error))?;
        let said = String::from_utf8_lossy(&said);
        let executed = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        done.n_executed += executed.and_then(|n| n.trim().parse::<u64>().ok()).unwrap_or_default();
        if let Some(at) = said.find("panicked at").filter(|_| !status.success()) {
            let words = said.get(at..).unwrap_or_default();
            eprintln!("{}", words.lines().take(4).collect::<Vec<_>>().join("\n"));
        }
        Ok(!status.success())
    }

    fn program(&self, target: &str) -> Result<PathBuf, Failure> {
        let told = ask("rustc", &["-vV"]).unwrap_or_default();
        let host = told.lines().find_map(|line| line.strip_prefix("host: "));
        let host = host.ok_or_else(|| Failure::new("rustc が見つかりません", "rustc is not found"))?;
        let name = format!("{target}{}", std::env::consts::EXE_SUFFIX);
        Ok(self.folder.join(host).join("release").join(name))
    }
}

/// The longest input, in bytes. Long texts are mostly repetition, and cost others their turn; files have parts
/// without which they are none.
fn max_len(target: &str) -> usize {
    match target {
        "bundle_read" | "decode" | "docx" | "pdf" => 16 << 10,
        _ => 4 << 10,
    }
}

/// The files in a folder, in order.
fn inputs(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// What we have, of which every target makes what it begins with.
struct Seeds {
    texts: Vec<String>,
    pdfs: Vec<Vec<u8>>,
}

/// Links with every part that a link may have.
const FRAGMENTS: [&str; 4] = [
    "s014;q=%E4%BA%88%E7%AE%97;sc=sentence;w=1;sp=%E5%A7%94%E5%93%A1,%E4%BA%8B%E5%8B%99%E5%B1%80;role=chair;t=t1,t3;a=a2",
    "s002;v=3fa2c1;x=words,before,after;n=30;only=14",
    "su=%E5%9B%B3%E6%9B%B8%E9%A4%A8;k=answer;hl=%E5%BA%A7%E9%95%B7;dim=1;s017-2",
    "?embed=1&header=0&accent=00118f&scheme=dark&kg=s002%3Bq%3Da",
];

impl Seeds {
    fn read(project: &Project) -> Result<Seeds, Failure> {
        let mut seeds = Seeds { texts: Vec::new(), pdfs: Vec::new() };
        let mut folders = vec![project.root.join("seeds"), project.root.join("tests/it/data")];
        while let Some(folder) = folders.pop() {
            for path in inputs(&folder) {
                let failed = |error| Failure::file(&path, error);
                match path.extension().and_then(|extension| extension.to_str()) {
                    _ if path.is_dir() => folders.push(path),
                    Some("txt") => seeds.texts.push(std::fs::read_to_string(&path).map_err(failed)?),
                    Some("pdf") => seeds.pdfs.push(std::fs::read(&path).map_err(failed)?),
                    _ => {}
                }
            }
        }
        Ok(seeds)
    }

    fn of(&self, target: &str) -> Vec<Vec<u8>> {
        let each = |make: fn(&str) -> Vec<u8>| self.texts.iter().map(|text| make(text)).collect::<Vec<_>>();
        match target {
            "bundle_read" => {
                let block = |text: &str| bundle::encode(&Minutes::of(text)).unwrap_or_default().into_bytes();
                let meeting = |text: &str| shelf::write_meeting(&Minutes::of(text)).unwrap_or_default();
                [each(block), each(meeting)].concat()
            }
            "docx" => each(|text| export::write(Format::Docx, &Minutes::of(text), &Selection::all())),
            "html" => each(|text| plain::write(&Minutes::of(text)).into_bytes()),
            "fold" => each(|text| format!("予算 OR 委員 -学校\n{text}").into_bytes()),
            // The byte in front asks for no encoding, or for one that fits.
            "decode" => {
                let utf16 = each(|text| {
                    [4].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
                });
                [each(|text| [b"\xFF", text.as_bytes()].concat()), utf16].concat()
            }
            "dates" => {
                let lines = self.texts.iter().flat_map(|text| text.lines());
                lines.filter(|line| line.contains('年') && line.len() < 200).map(|line| line.into()).collect()
            }
            // The target puts the mark of a PDF in front.
            "pdf" => self.pdfs.iter().map(|pdf| pdf.strip_prefix(b"%PDF-").unwrap_or(pdf).to_vec()).collect(),
            "fragment" => FRAGMENTS.iter().map(|fragment| fragment.as_bytes().to_vec()).collect(),
            _ => each(|text| text.as_bytes().to_vec()),
        }
    }
}
