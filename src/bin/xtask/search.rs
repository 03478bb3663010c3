//! `cargo xtask bench search`: how fast many speeches are searched, beside others who do the same, in one
//! run of one browser.
//!
//! The pages stand in `tests/bench/search`. Where the harness `../shared/bench` is, its corpus is searched
//! and its peers run (MiniSearch and FlexSearch over pairs of letters, one joined text and `indexOf`, every
//! text by itself); without it there is only ours, on a corpus of our own. Ratios are what the tables are for.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use kaigiroku::bundle::engine::EngineParts;
use kaigiroku::chars::grouped;
use serde_json::Value;

use crate::bench::{FRAME, Figures, generator, short};
use crate::browser::{chromium, on_path};
use crate::engine;
use crate::parse::shortest;
use crate::run::{Failure, Project, Steps, run, write_whole};

/// The peers of the harness, by the names of their files, and what they are.
const PEERS: [(&str, &str); 4] = [
    ("nfkc", "every text by itself, `includes`"),
    ("joined", "one joined text, `indexOf`"),
    ("minisearch", "MiniSearch, pairs of letters"),
    ("flexbi", "FlexSearch, pairs of letters"),
];
const OURS: &str = "ours";

/// What of npm the peers are made of.
const PACKAGES: &str = r#"{"name":"peers","private":true,"dependencies":{"esbuild":"0.28.2","flexsearch":"0.8.212","minisearch":"7.2.0"}}"#;

/// How many speeches; the last only where it is asked for, and only for those that stand it. Ours is asked half of each,
/// too, but for the first.
const SIZES: [usize; 2] = [10_000, N];
const N: usize = 100_000;
const LARGE: usize = 1_000_000;
const STAND_LARGE: [&str; 2] = [OURS, "joined"];

/// Measures, prints tables, and hands on how it stands to the peers.
pub fn bench(
    project: &Project,
    steps: &mut Steps,
    is_large: bool,
    figures: &mut Figures,
) -> Result<(), Failure> {
    let Some(chromium) = chromium() else {
        eprintln!("Chromium がないので測りません / not measured: Chromium is missing");
        return Ok(());
    };
    let (parts, blocks) = engine::build(project, steps)?;
    let folder = project.target.join("bench/search");
    let harness = project.root.join("../shared/bench/src");
    let corpus = generator(project)?;
    let run_js = project.read("tests/bench/search/run.js")?;
    let corpus = corpus.replace("\nexport ", "\n");
    let corpus = corpus.strip_prefix("export ").unwrap_or(&corpus);
    let shared = format!(
        "const {{ makeCorpus, QUERIES }} = (() => {{\n{corpus}\nreturn {{ makeCorpus, QUERIES }};\n}})();"
    );
    let page = |peer: &str| format!("<script>\n{shared}\n{peer}\n{run_js}\n</script>");
    let ours = page(&project.read("tests/bench/search/ours.js")?);
    let EngineParts { glue, .. } = &parts;
    let bind = format!("<script>const bind = (document) => {{\n{glue}\nreturn wasm_bindgen;\n}};</script>");
    write_page(&folder.join("ours.html"), &[&bind, &blocks, &ours])?;
    let mut peers = vec![OURS];
    if let Some(scripts) = peer_scripts(project, steps, &harness)? {
        for (name, _) in PEERS {
            let path = scripts.join(format!("{name}.js"));
            let script = std::fs::read_to_string(&path).map_err(|error| Failure::file(&path, error))?;
            write_page(&folder.join(format!("{name}.html")), &[&page(&script)])?;
            peers.push(name);
        }
    }
    write_whole(&folder.join("all.html"), project.read("tests/bench/search/all.html")?.as_bytes())?;
    let mut pages = Vec::new();
    let half = |n: usize| format!("{OURS}.html#{}", n / 2);
    for n in SIZES {
        pages.extend(Some(half(n)).filter(|_| n == N));
        pages.extend(peers.iter().map(|peer| format!("{peer}.html#{n}")));
    }
    if is_large {
        pages.push(half(LARGE));
        pages.extend(
            peers.iter().filter(|peer| STAND_LARGE.contains(peer)).map(|peer| format!("{peer}.html#{LARGE}")),
        );
    }
    let measured = steps.take("検索の速さを測る / measuring the search", || {
        measure(&chromium.browser, &folder, &pages)
    })?;
    println!("\n{}\n{}", table(&measured), beside(&measured));
    hand_on(&measured, figures);
    println!("{}", natively(project, steps)?);
    Ok(())
}

/// The same work natively; a table.
fn natively(project: &Project, steps: &mut Steps) -> Result<String, Failure> {
    const ROWS: [(&str, &str); 11] = [
        ("fold", "folding with the way back"),
        ("feed", "folding to units and keeping them"),
        ("directory", "making the directory"),
        ("pair-scan", "a word of two letters, scanned"),
        ("pair-directory", "by the directory"),
        ("phrase-scan", "a phrase, scanned"),
        ("phrase-directory", "by the directory"),
        ("absent-scan", "a word that is nowhere, scanned"),
        ("absent-directory", "by the directory"),
        ("and-scan", "two words, scanned"),
        ("and-directory", "by the directory"),
    ];
    let criterion = project.target.join("bench/criterion-search");
    steps.take("検索の速さを測る（ネイティブ） / measuring the search natively", || {
        let mut native = project.cargo(["run", "--release", "--no-default-features", "--features", "bench"]);
        run(native.args(["--bin", "search-natively"]).env("CRITERION_HOME", &criterion))
    })?;
    let mut table = "| natively, 8 MB of text | ms |\n|---|--:|\n".to_owned();
    for (name, what) in ROWS {
        let time = shortest(&criterion.join("search").join(name))?;
        table.push_str(&format!("| {what} | {} |\n", short(Some(time / 1e6))));
    }
    Ok(table)
}

fn write_page(path: &Path, parts: &[&str]) -> Result<(), Failure> {
    let head = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>peer</title>\n";
    write_whole(path, [head, &parts.join("\n")].concat().as_bytes())
}

/// The folder of the peers' scripts, each with its library; nothing where they cannot be had.
fn peer_scripts(project: &Project, steps: &mut Steps, harness: &Path) -> Result<Option<PathBuf>, Failure> {
    if !harness.is_dir() || on_path("node").is_none() {
        eprintln!(
            "ほかの検索は測りません（../shared/bench か node がありません） / peers are left out: ../shared/bench or node is missing"
        );
        return Ok(None);
    }
    let folder = project.target.join("bench/peers");
    if !folder.join("node_modules/minisearch").is_dir() {
        if on_path("npm").is_none() {
            eprintln!("ほかの検索は測りません（npm がありません） / peers are left out: npm is missing");
            return Ok(None);
        }
        write_whole(&folder.join("package.json"), PACKAGES.as_bytes())?;
        steps.take("ほかの検索を入れる / installing peers", || {
            run(Command::new("npm").args(["install", "--no-audit", "--no-fund"]).current_dir(&folder))
        })?;
    }
    for (name, _) in PEERS {
        let mut command = Command::new(folder.join("node_modules/.bin/esbuild"));
        command.arg(harness.join(format!("peers/{name}.js")));
        command.args(["--bundle", "--minify", "--format=iife", "--global-name=PEER", "--log-level=error"]);
        command.arg(format!("--outfile={}", folder.join(format!("{name}.js")).display()));
        run(command.env("NODE_PATH", folder.join("node_modules")))?;
    }
    Ok(Some(folder))
}

/// Opens the pages one after the other in one browser; what each says of itself.
fn measure(browser: &Path, folder: &Path, pages: &[String]) -> Result<Vec<Value>, Failure> {
    let profile = tempfile::tempdir().map_err(|error| Failure::file(folder, error))?;
    let log = File::create(folder.join("chromium.log")).map_err(|error| Failure::file(folder, error))?;
    let mut command = Command::new(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
    ]);
    command.args(["--enable-precise-memory-info", "--js-flags=--expose-gc", "--enable-logging=stderr"]);
    command.arg(format!("--user-data-dir={}", profile.path().display()));
    command.arg(format!("file://{}/all.html#{}", folder.display(), pages.join(",")));
    let mut process = command
        .stdin(Stdio::null())
        .stdout(log)
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::file(browser, error))?;
    let said = process.stderr.take().map(BufReader::new);
    let lines = said.into_iter().flat_map(|said| said.split(b'\n').map_while(Result::ok));
    let mut measured = Vec::new();
    for line in lines {
        let line = String::from_utf8_lossy(&line);
        if line.contains("measured all") {
            break;
        }
        let told = line.split_once("measured ").and_then(|(_, rest)| rest.rsplit_once(" end"));
        if let Some((told, _)) = told {
            let told: Value = serde_json::from_str(told).map_err(|error| Failure::file(folder, error))?;
            eprintln!("   {told}");
            measured.push(told);
        }
    }
    // Every program of the browser ends with the first.
    let _ = process.kill();
    let _ = process.wait();
    match measured.len() == pages.len() {
        true => Ok(measured),
        false => Err(Failure::file(&folder.join("all.html"), "the browser has ended early")),
    }
}

/// A number that a page has told, by the names on the way to it.
fn number(told: &Value, path: &str) -> Option<f64> {
    told.pointer(path)?.as_f64()
}

fn told<'a>(measured: &'a [Value], peer: &str, n: usize) -> Option<&'a Value> {
    let page = format!("{peer}.html#{n}");
    measured.iter().find(|told| told.get("page").and_then(Value::as_str) == Some(&page))
}

const HEAD: &str = "\
| speeches | | ready, ms | first query, ms | p50, ms | p95, ms | longest, ms | median p50 | median p95 | exact of 40 | heap, MB |
|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
";

/// A row a peer and size, and one each for what ours does before its directory is there and for a page of
/// what is found.
fn table(measured: &[Value]) -> String {
    let mut table = HEAD.to_owned();
    for told in measured {
        let page = told.get("page").and_then(Value::as_str).unwrap_or_default();
        let (name, n) = page.split_once(".html#").unwrap_or_default();
        let peer = PEERS.iter().find(|(peer, _)| *peer == name).map_or("kaigiroku", |(_, what)| what);
        if let Some(cause) = told.get("failed") {
            table.push_str(&format!("| {n} | {peer} | {cause} |\n"));
            continue;
        }
        let rows =
            [("/query", ""), ("/shown", ", count and first 200"), ("/scan", ", the same, not indexed yet")];
        for (path, how) in rows.into_iter().filter(|(path, _)| told.pointer(path).is_some()) {
            let ready = if path == "/scan" { "/feed" } else { "/build" };
            let of = |name: &str| short(number(told, &format!("{path}{name}")));
            let cells = [
                n.to_owned(),
                format!("{peer}{how}"),
                short(number(told, ready)),
                short(number(told, "/first")),
                of("/p50"),
                of("/p95"),
                of("/max"),
                of("/median/p50"),
                of("/median/p95"),
                number(told, &format!("{path}/n_exact"))
                    .filter(|_| path != "/shown")
                    .map_or("–".to_owned(), |n| n.to_string()),
                short(number(told, "/heap").map(|bytes| bytes / 1e6)),
            ];
            table.push_str(&format!("| {} |\n", cells.join(" | ")));
        }
    }
    table
}

/// A number of ours.
fn ours(measured: &[Value], n: usize, path: &str) -> Option<f64> {
    number(told(measured, OURS, n)?, path)
}

/// How fast the scan is beside reading the same bytes.
fn scan(measured: &[Value], n: usize) -> Option<f64> {
    Some(ours(measured, n, "/reading/0")? / ours(measured, n, "/scan/p50")?)
}

/// Hands on how ours stands to the peers, to a frame of the screen, and to half the work.
fn hand_on(measured: &[Value], figures: &mut Figures) {
    let ours = |n, path: &str| ours(measured, n, path);
    let peer = |peer: &str, path: &str| number(told(measured, peer, N)?, path);
    let ratio = |ours: Option<f64>, theirs: Option<f64>| Some(ours? / theirs?);
    for (name, _) in PEERS {
        for quantile in ["p50", "p95"] {
            let theirs = peer(name, &format!("/query/{quantile}"));
            for (how, path) in [("all", "query"), ("shown", "shown")] {
                let ours = ours(N, &format!("/{path}/{quantile}"));
                figures.put(&format!("search {how} {quantile} {name}"), ratio(ours, theirs));
            }
        }
    }
    figures.put("search indexed", ratio(ours(N, "/worker/indexed"), peer("minisearch", "/build")));
    figures.put("search memory", ratio(ours(N, "/n_held"), ours(N, "/n_bytes")));
    figures.put("search scan", scan(measured, LARGE));
    figures.put("search frames", ours(LARGE, "/query/p95").map(|time| time / FRAME));
    figures.put("search frames shown", ours(LARGE, "/shown/p95").map(|time| time / FRAME));
    const WORKS: [(&str, &str); 5] = [
        ("until indexed", "/worker/indexed"),
        ("query p50", "/query/p50"),
        ("query p95", "/query/p95"),
        ("unindexed scan p50", "/scan/p50"),
        ("memory", "/n_held"),
    ];
    for n in [N, LARGE] {
        for (work, path) in WORKS {
            figures.put_twice(
                &format!("search of {} speeches: {work}", grouped(n)),
                ratio(ours(n, path), ours(n / 2, path)),
            );
        }
    }
}

/// What is worth knowing and not aimed at.
fn beside(measured: &[Value]) -> String {
    let ours = |path: &str| ours(measured, N, path);
    let rows = [
        ("100,000 speeches: unindexed scan, against reading the same bytes", [scan(measured, N), None]),
        ("100,000 speeches: the page stands still for at most, ms", [ours("/worker/stood"), None]),
        (
            "100,000 speeches: from question to answer through the worker, ms, p50 / p95",
            [ours("/worker/turn/p50"), ours("/worker/turn/p95")],
        ),
    ];
    let mut table = "| | |\n|---|--:|\n".to_owned();
    for (what, numbers) in rows {
        let cells: Vec<String> = numbers.into_iter().flatten().map(|number| short(Some(number))).collect();
        table.push_str(&format!("| {what} | {} |\n", cells.join(" / ")));
    }
    table
}
