//! `cargo xtask bench parse`: how fast the parser is, natively and in wasm, beside a plain look at the same
//! bytes: whether they are UTF-8, and how many lines there are.
//!
//! What is measured is made and left behind by `tests/bench/native.rs`. Speeds of different runs or machines
//! say little; ratios of one run are what the table is for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::bench::{Figures, remove};
use crate::browser::on_path;
use crate::run::{Failure, Project, Steps, run};
use crate::viewer;

const WASM: &str = "parse-in-wasm";

/// How long a work takes at its best, in nanoseconds.
struct Times {
    parse: f64,
    scan: f64,
}

impl Times {
    /// How many times as long as the scan the parser takes.
    fn ratio(&self) -> f64 {
        self.parse / self.scan.max(1.0)
    }
}

/// What was measured of one text.
struct Measured {
    n_bytes: f64,
    native: Times,
    /// Missing where nothing runs wasm.
    wasm: Option<Times>,
}

/// Measures and prints a table.
pub fn bench(project: &Project, steps: &mut Steps, figures: &mut Figures) -> Result<(), Failure> {
    let inputs = project.target.join("bench/parse");
    let criterion = project.target.join("bench/criterion");
    for folder in [&inputs, &criterion] {
        remove(folder)?;
    }
    let wasm = match on_path("node") {
        Some(node) => Some((node, for_wasm(project, steps)?)),
        None => {
            eprintln!("node がないので wasm は測りません / wasm is left out: node is missing");
            None
        }
    };
    steps.take("解析の速さを測る / measuring the parser", || {
        let mut native = project.cargo(["run", "--release", "--no-default-features", "--features", "bench"]);
        native.args(["--bin", "parse-natively", "--"]).arg(&inputs);
        run(native.env("CRITERION_HOME", &criterion))
    })?;
    let wasm = wasm.map(|(node, glue)| {
        steps.take("wasm の速さを測る / measuring wasm", || {
            run(Command::new(node).arg(project.root.join("tests/bench/wasm.js")).arg(glue).arg(&inputs))
        })?;
        json(&inputs.join("wasm.json"))
    });
    let wasm = wasm.transpose()?;
    let mut kinds: BTreeMap<String, Vec<Measured>> = BTreeMap::new();
    let entries = std::fs::read_dir(&inputs).map_err(|error| Failure::file(&inputs, error))?;
    for name in entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()) {
        let Some((kind, n_bytes)) = name.strip_suffix(".txt").and_then(|stem| stem.rsplit_once('-')) else {
            continue;
        };
        let shortest = |work: &str| shortest(&criterion.join(kind).join(work).join(n_bytes));
        kinds.entry(kind.to_owned()).or_default().push(Measured {
            n_bytes: n_bytes.parse().unwrap_or_default(),
            native: Times { parse: shortest("parse")?, scan: shortest("scan")? },
            wasm: wasm.as_ref().and_then(|all| {
                let times = all.get(&name)?;
                Some(Times { parse: times.get("parse")?.as_f64()?, scan: times.get("scan")?.as_f64()? })
            }),
        });
    }
    for measured in kinds.values_mut() {
        measured.sort_by(|a, b| a.n_bytes.total_cmp(&b.n_bytes));
    }
    println!("\n{}", table(&kinds));
    hand_on(&kinds, figures);
    Ok(())
}

/// Builds the same work for wasm, as the viewer is built; the script that node loads it by.
fn for_wasm(project: &Project, steps: &mut Steps) -> Result<PathBuf, Failure> {
    viewer::target_ready(steps)?;
    steps.take("wasm にコンパイルする / compiling to wasm", || {
        viewer::compile(project, "bench", WASM)
    })?;
    let compiled = viewer::compiled(project, WASM);
    let folder = project.target.join("bench/wasm");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(&compiled).typescript(false);
    let glued = bindgen.nodejs(true).and_then(|bindgen| bindgen.generate(&folder));
    glued.map_err(|error| Failure::file(&compiled, format!("{error:#}")))?;
    Ok(folder.join(format!("{WASM}.js")))
}

/// The shortest of the times that criterion took: whatever else the machine does makes them longer only.
pub fn shortest(folder: &Path) -> Result<f64, Failure> {
    let path = folder.join("new/sample.json");
    let sample = json(&path)?;
    let numbers = |name: &str| {
        let list = sample.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        list.iter().map(|number| number.as_f64().unwrap_or(f64::INFINITY))
    };
    let times = numbers("times").zip(numbers("iters")).map(|(time, n_rounds)| time / n_rounds);
    let shortest = times.fold(f64::INFINITY, f64::min);
    if shortest.is_finite() { Ok(shortest) } else { Err(Failure::file(&path, "times, iters")) }
}

fn json(path: &Path) -> Result<Value, Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::file(path, error))?;
    serde_json::from_slice(&bytes).map_err(|error| Failure::file(path, error))
}

/// Hands on the ratios of the longest texts, and the worst of what twice the text takes.
fn hand_on(kinds: &BTreeMap<String, Vec<Measured>>, figures: &mut Figures) {
    let ratios = kinds.values().filter_map(|texts| texts.last()).map(|text| text.native.ratio());
    figures.put("parse most", ratios.clone().reduce(f64::max));
    figures.put("parse least", ratios.reduce(f64::min));
    type Of = fn(&Measured) -> Option<&Times>;
    let works: [(&str, Of); 2] =
        [("parsing natively", |text| Some(&text.native)), ("parsing in wasm", |text| text.wasm.as_ref())];
    for (work, of) in works {
        let pairs = kinds.iter().flat_map(|(kind, texts)| {
            let pairs = texts.iter().zip(texts.iter().skip(1));
            pairs
                .filter_map(move |(half, text)| Some((kind, text.n_bytes, of(text)?.parse / of(half)?.parse)))
        });
        if let Some((kind, n_bytes, ratio)) = pairs.max_by(|(_, _, a), (_, _, b)| a.total_cmp(b)) {
            figures.put_twice(&format!("{work}: {kind}, {:.0} KB", n_bytes / 1000.0), Some(ratio));
        }
    }
}

const HEAD: &str = "\
| | KB | parse, MB/s | scan, MB/s | parse ÷ scan | time ÷ half | wasm: parse, MB/s | scan, MB/s | parse ÷ scan | time ÷ half | wasm ÷ native |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
";

/// A row a text, the shorter ones of a kind first. Ratios are those of times.
fn table(kinds: &BTreeMap<String, Vec<Measured>>) -> String {
    let mut table = HEAD.to_owned();
    for (kind, measured) in kinds {
        let mut shorter: Option<&Measured> = None;
        for text in measured.iter() {
            let native = cells(text.n_bytes, &text.native, shorter.map(|shorter| &shorter.native));
            let before = shorter.and_then(|shorter| shorter.wasm.as_ref());
            let (wasm, slower) = match &text.wasm {
                Some(wasm) => (
                    cells(text.n_bytes, wasm, before),
                    format!("{:.1}", wasm.parse / text.native.parse.max(1.0)),
                ),
                None => (["–"; 4].map(str::to_owned), "–".to_owned()),
            };
            let kb = format!("{:.0}", text.n_bytes / 1000.0);
            let cells = [vec![kind.clone(), kb], native.to_vec(), wasm.to_vec(), vec![slower]].concat();
            table.push_str(&format!("| {} |\n", cells.join(" | ")));
            shorter = Some(text);
        }
    }
    table
}

fn cells(n_bytes: f64, times: &Times, shorter: Option<&Times>) -> [String; 4] {
    // Bytes in a nanosecond are gigabytes in a second.
    let speed = |time: f64| 1000.0 * n_bytes / time.max(1.0);
    [
        format!("{:.1}", speed(times.parse)),
        format!("{:.0}", speed(times.scan)),
        format!("{:.0}", times.ratio()),
        shorter.map_or("–".to_owned(), |shorter| format!("{:.2}", times.parse / shorter.parse.max(1.0))),
    ]
}
