//! `cargo xtask bench`: what is measured, and the one table in which all of it is held against what is aimed at.
//!
//! Each part prints tables of its own and hands on its numbers as [`Figures`]; those that browsers measure come
//! through a small file. Nothing is measured for the last table alone. A row of which a part was not run, or
//! was left out for want of a program, says `–`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::{self, Browsers};
use crate::checks::in_browser;
use crate::dist::{self, Dist};
use crate::run::{Failure, Project, Steps, run};
use crate::{anew, page, parse, search, shelves};

/// What of it is asked for, by the word on the command line.
const PARTS: [&str; 5] = ["page", "anew", "shelf", "parse", "search"];

type Measure = fn(&Stage, &mut Steps, &mut Figures) -> Result<(), Failure>;

/// Those that browsers measure in the finished files.
const BROWSED: [(&str, Measure); 3] =
    [("page", page::bench), ("anew", anew::bench), ("shelf", shelves::bench)];

/// A frame of the screen, in milliseconds.
pub const FRAME: f64 = 16.7;

/// Twice the work may take so many times as long.
const TWICE: f64 = 2.2;

/// The numbers of one run, each by its name. What twice the work costs stands under names that begin with
/// [`Figures::TWICE`] and then say which work.
#[derive(Default)]
pub struct Figures(BTreeMap<String, f64>);

impl Figures {
    const TWICE: &str = "twice: ";

    /// Hands on a number, where there is one.
    pub fn put(&mut self, name: &str, number: Option<f64>) {
        self.0.extend(number.filter(|number| number.is_finite()).map(|number| (name.to_owned(), number)));
    }

    /// Hands on how many times as long twice the work has taken.
    pub fn put_twice(&mut self, work: &str, ratio: Option<f64>) {
        self.put(&[Figures::TWICE, work].concat(), ratio);
    }

    /// A number that was handed on.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.0.get(name).copied()
    }

    fn twice(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().filter_map(|(name, ratio)| Some((name.strip_prefix(Figures::TWICE)?, *ratio)))
    }

    /// Takes the numbers that another program has left, an object of JSON.
    fn take_in(&mut self, path: &Path) -> Result<(), Failure> {
        let bytes = std::fs::read(path).map_err(|error| Failure::file(path, error))?;
        let told: BTreeMap<String, f64> =
            serde_json::from_slice(&bytes).map_err(|error| Failure::file(path, error))?;
        self.0.extend(told);
        Ok(())
    }
}

/// What the parts that browsers measure share.
pub struct Stage<'a> {
    pub project: &'a Project,
    pub dist: Dist,
    browsers: Browsers,
    /// Where files to be opened are laid for the browsers' part.
    pub folder: PathBuf,
}

impl Stage<'_> {
    /// Has browsers measure a part, for which everything lies in the folder; takes in its numbers.
    pub fn measure(&self, steps: &mut Steps, part: &str, figures: &mut Figures) -> Result<(), Failure> {
        let told = self.folder.join(format!("{part}.json"));
        remove(&told)?;
        steps.take(&format!("速さを測る / measuring ({part})"), || {
            let mut command = in_browser(self.project, &self.browsers, &self.dist.bundle);
            run(command.args(["--", part]).env("KAIGIROKU_BENCH", &self.folder))
        })?;
        figures.take_in(&told)
    }
}

/// Runs the parts asked for, all where none is named, and prints the table. `large`: with a million speeches, which
/// is so, too, where no part is named.
pub fn bench(project: &Project, steps: &mut Steps, asked: &[&str]) -> Result<(), Failure> {
    let (large, parts): (Vec<&str>, Vec<&str>) = asked.iter().partition(|word| **word == "large");
    if let Some(unknown) = parts.iter().find(|word| !PARTS.contains(word)) {
        let parts = PARTS.join(", ");
        return Err(Failure::new(
            format!("測るものは {parts} から選びます（{unknown} はありません）"),
            format!("nothing called {unknown} is measured; there are {parts}"),
        ));
    }
    let is_asked = |part: &str| parts.is_empty() || parts.contains(&part);
    let mut figures = Figures::default();
    let mut done = Vec::new();
    if BROWSED.iter().any(|(part, _)| is_asked(part)) {
        let dist = dist::build(project, steps)?;
        let browsers = browser::ready(project, steps)?;
        let stage = Stage { project, dist, browsers, folder: project.target.join("bench") };
        for (_, measure) in BROWSED.iter().filter(|(part, _)| is_asked(part)) {
            done.push(measure(&stage, steps, &mut figures));
        }
    }
    if is_asked("parse") {
        done.push(parse::bench(project, steps, &mut figures));
    }
    if is_asked("search") {
        done.push(search::bench(project, steps, parts.is_empty() || !large.is_empty(), &mut figures));
    }
    println!("\n{}\n{}", twice(&figures), table(&figures));
    println!("load average: {}", load());
    // What one part did not bear takes nothing from what the others have measured.
    done.into_iter().collect()
}

/// What an earlier run has left is not to be taken for this one's.
pub fn remove(path: &Path) -> Result<(), Failure> {
    let done = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    match done {
        Err(error) if path.exists() => Err(Failure::file(path, error)),
        _ => Ok(()),
    }
}

/// The generator of speeches, as a module: that of the harness `../shared/bench`, or our own where it is not.
pub fn generator(project: &Project) -> Result<String, Failure> {
    let path = project.root.join("../shared/bench/src/corpus.js");
    if path.is_file() {
        return std::fs::read_to_string(&path).map_err(|error| Failure::file(&path, error));
    }
    let path = path.display();
    eprintln!("{path} がないので、手元の文で測ります / {path} is missing: speeches of our own are measured");
    project.read("tests/bench/search/corpus.js")
}

/// Writes minutes of so many generated speeches into a folder, a text of so many each.
pub fn texts(stage: &Stage, node: &Path, folder: &Path, n: usize, of_each: usize) -> Result<(), Failure> {
    let corpus = stage.folder.join("corpus.mjs");
    crate::run::write_whole(&corpus, generator(stage.project)?.as_bytes())?;
    remove(folder)?;
    let mut command = Command::new(node);
    command.arg(stage.project.root.join("tests/bench/shelf/texts.mjs")).arg(corpus);
    run(command.args([n.to_string(), of_each.to_string()]).arg(folder))
}

/// What is aimed at of one number.
enum Aim {
    AtMost(f64),
    Below(f64),
    AtLeast(f64),
}

impl Aim {
    fn is_met(&self, number: f64) -> bool {
        match *self {
            Aim::AtMost(most) => number <= most,
            Aim::Below(bound) => number < bound,
            Aim::AtLeast(least) => number >= least,
        }
    }
}

/// A row of the table. Only `numbers` decide whether what is aimed at is met.
struct Row {
    work: &'static str,
    against: &'static str,
    goal: &'static str,
    numbers: &'static [(&'static str, Aim)],
    unit: &'static str,
    /// What else is told of it, in words, and its numbers.
    beside: Option<(&'static str, &'static [&'static str])>,
}

/// A row of the search: of what the page asks for, how many and the first 200. The list of all stands beside it.
macro_rules! query {
    ($work:literal, $against:literal, $goal:literal, $peer:literal, $p50:literal, $p95:literal) => {
        Row {
            work: $work,
            against: $against,
            goal: $goal,
            numbers: &[
                (concat!("search shown p50 ", $peer), Aim::AtMost($p50)),
                (concat!("search shown p95 ", $peer), Aim::AtMost($p95)),
            ],
            unit: "",
            beside: Some((
                "all as a list",
                &[concat!("search all p50 ", $peer), concat!("search all p95 ", $peer)],
            )),
        }
    };
}

const ROWS: [Row; 14] = [
    Row {
        work: "seed bundle: first contentful paint",
        against: "a plain HTML page of the same text",
        goal: "≤ 1.15",
        numbers: &[("page paint", Aim::AtMost(1.15))],
        unit: "",
        beside: None,
    },
    Row {
        work: "seed bundle: ready for input",
        against: "the same text and search box in Preact, one file",
        goal: "≤ 1.6",
        numbers: &[("page ready", Aim::AtMost(1.6))],
        unit: "",
        beside: None,
    },
    Row {
        work: "446 KB meeting: key to painted hits, p95",
        against: "a frame of 16.7 ms",
        goal: "under it",
        numbers: &[("page letter", Aim::Below(FRAME))],
        unit: " ms",
        beside: None,
    },
    query!(
        "100,000 speeches: query p50 / p95",
        "MiniSearch with bigrams",
        "≤ 0.01 / 0.04",
        "minisearch",
        0.01,
        0.04
    ),
    query!("the same", "FlexSearch with bigrams", "≤ 0.2 / 0.5", "flexbi", 0.2, 0.5),
    query!("the same", "joined string and `indexOf`", "≤ 0.03 / 0.4", "joined", 0.03, 0.4),
    Row {
        work: "100,000 speeches: time until fully indexed, off the main thread",
        against: "MiniSearch",
        goal: "≤ 0.05",
        numbers: &[("search indexed", Aim::AtMost(0.05))],
        unit: "",
        beside: None,
    },
    Row {
        work: "100,000 speeches: memory, text and index",
        against: "bytes of its UTF-8",
        goal: "≤ 1.6",
        numbers: &[("search memory", Aim::AtMost(1.6))],
        unit: "",
        beside: None,
    },
    Row {
        work: "1,000,000 speeches: unindexed scan",
        against: "reading the same bytes in the same page",
        goal: "≥ 0.7 of that speed",
        numbers: &[("search scan", Aim::AtLeast(0.7))],
        unit: "",
        beside: None,
    },
    Row {
        work: "1,000,000 speeches: query p95",
        against: "a frame of 16.7 ms",
        goal: "≤ 1.2",
        numbers: &[("search frames", Aim::AtMost(1.2))],
        unit: "",
        beside: Some(("count and first 200", &["search frames shown"])),
    },
    Row {
        work: "100 MB in one file: searchable / first meeting shown",
        against: "1 s / 200 ms on a quiet machine",
        goal: "under both",
        numbers: &[("shelf searchable", Aim::Below(1000.0)), ("shelf shown", Aim::Below(200.0))],
        unit: " ms",
        beside: Some((
            "all in the engine where nobody asks / first hits / the meeting in the viewer",
            &["shelf fed", "shelf hits", "shelf viewer"],
        )),
    },
    Row {
        work: "100,000 speeches in one file: bytes",
        against: "gzip -9 of their text, in base64",
        goal: "≤ 1.1",
        numbers: &[("shelf bytes", Aim::AtMost(1.1))],
        unit: "",
        beside: None,
    },
    Row {
        work: "1,000 speeches listed anew",
        against: "Yew with `content-visibility` in `bench`",
        goal: "≤ 0.75",
        numbers: &[("anew", Aim::AtMost(0.75))],
        unit: "",
        beside: Some(("made for the first time", &["anew first"])),
    },
    Row {
        work: "parse, native, one core",
        against: "UTF-8 validation plus line scan",
        goal: "≤ 8 times it",
        numbers: &[("parse most", Aim::AtMost(8.0))],
        unit: "",
        beside: Some(("the form that is parsed fastest", &["parse least"])),
    },
];

/// The rows of what is aimed at, and the last of twice the work.
fn table(figures: &Figures) -> String {
    let mut table = "| work | against | goal | measured | |\n|---|---|---|---|---|\n".to_owned();
    for row in ROWS {
        let told: Vec<(Option<f64>, &Aim)> =
            row.numbers.iter().map(|(name, aim)| (figures.get(name), aim)).collect();
        let joined = |numbers: &mut dyn Iterator<Item = Option<f64>>| {
            let cells = numbers.map(|number| match number {
                Some(number) => format!("{}{}", short(Some(number)), row.unit),
                None => short(None),
            });
            cells.collect::<Vec<_>>().join(" / ")
        };
        let mut measured = joined(&mut told.iter().map(|(number, _)| *number));
        let beside = row.beside.map(|(words, names)| (words, names.iter().map(|name| figures.get(name))));
        if let Some((words, mut numbers)) =
            beside.filter(|(_, numbers)| numbers.clone().any(|it| it.is_some()))
        {
            measured.push_str(&format!(" ({words}: {})", joined(&mut numbers)));
        }
        let met: Option<Vec<bool>> =
            told.iter().map(|(number, aim)| number.map(|number| aim.is_met(number))).collect();
        push_row(
            &mut table,
            [row.work, row.against, row.goal, &measured],
            met.map(|met| !met.contains(&false)),
        );
    }
    let longest = figures.twice().max_by(|(_, a), (_, b)| a.total_cmp(b));
    let measured = longest.map_or("–".to_owned(), |(work, ratio)| format!("{ratio:.2} ({work})"));
    let row = ["twice the work", "half of it, each row", &format!("≤ {TWICE}"), &measured];
    push_row(&mut table, row, longest.map(|(_, ratio)| ratio <= TWICE));
    table
}

fn push_row(table: &mut String, cells: [&str; 4], is_met: Option<bool>) {
    let verdict = match is_met {
        Some(true) => "met",
        Some(false) => "missed",
        None => "–",
    };
    table.push_str(&format!("| {} | {verdict} |\n", cells.join(" | ")));
}

/// A row for each work that was done twice as much of; empty where nothing was.
fn twice(figures: &Figures) -> String {
    let rows: String = figures.twice().map(|(work, ratio)| format!("| {work} | {ratio:.2} |\n")).collect();
    if rows.is_empty() { rows } else { format!("| twice the work | ÷ half of it |\n|---|--:|\n{rows}") }
}

/// With three digits that mean something.
pub fn short(number: Option<f64>) -> String {
    match number {
        None => "–".to_owned(),
        Some(number) if number >= 100.0 => format!("{number:.0}"),
        Some(number) if number >= 10.0 => format!("{number:.1}"),
        Some(number) if number >= 1.0 => format!("{number:.2}"),
        Some(number) => format!("{number:.3}"),
    }
}

/// The machine's load of the last 1, 5 and 15 minutes.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(numbers: &[(&str, f64)], row: &str) {
        let mut figures = Figures::default();
        for (name, number) in numbers {
            figures.put(name, Some(*number));
        }
        let table = table(&figures);
        assert!(table.lines().any(|line| line == row), "{row} is not in\n{table}");
    }

    #[test]
    fn a_row_without_numbers_says_so() {
        check(
            &[],
            "| seed bundle: first contentful paint | a plain HTML page of the same text | ≤ 1.15 | – | – |",
        );
        check(&[], "| twice the work | half of it, each row | ≤ 2.2 | – | – |");
    }

    #[test]
    fn what_is_under_its_bound_is_met() {
        check(
            &[("search indexed", 0.05)],
            "| 100,000 speeches: time until fully indexed, off the main thread | MiniSearch | ≤ 0.05 | 0.050 | met |",
        );
        check(
            &[("page letter", 16.7)],
            "| 446 KB meeting: key to painted hits, p95 | a frame of 16.7 ms | under it | 16.7 ms | missed |",
        );
        check(
            &[("search scan", 0.69)],
            "| 1,000,000 speeches: unindexed scan | reading the same bytes in the same page | ≥ 0.7 of that speed | 0.690 | missed |",
        );
    }

    #[test]
    fn every_number_of_a_row_has_to_be_there_and_under_its_bound() {
        let row =
            |measured: &str| format!("| the same | FlexSearch with bigrams | ≤ 0.2 / 0.5 | {measured} |");
        let [p50, p95] = ["search shown p50 flexbi", "search shown p95 flexbi"];
        check(&[(p50, 0.1)], &row("0.100 / – | –"));
        check(&[(p50, 0.1), (p95, 0.6)], &row("0.100 / 0.600 | missed"));
        check(
            &[(p50, 0.1), (p95, 0.5), ("search all p50 flexbi", 0.9)],
            &row("0.100 / 0.500 (all as a list: 0.900 / –) | met"),
        );
    }

    #[test]
    fn of_twice_the_work_the_worst_counts() {
        check(
            &[("twice: a", 1.9), ("twice: b", 2.3)],
            "| twice the work | half of it, each row | ≤ 2.2 | 2.30 (b) | missed |",
        );
    }
}
