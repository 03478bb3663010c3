//! The rules of the house, kept by reading the source.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use kaigiroku::source::Source;
use kaigiroku::{chars, model, syntax};

/// The rooms whose code a room may name. What is missing here may not be named.
const ARROWS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("chars", &[]),
    ("order", &[]),
    ("checksum", &[]),
    ("read", &["chars", "order", "checksum", "diagnostics", "bundle"]),
    ("syntax", &["source", "chars"]),
    ("model", &["source", "chars", "syntax", "diagnostics"]),
    ("diagnostics", &["source", "chars", "model"]),
    ("insight", &["source", "chars", "order", "model"]),
    ("search", &["source", "chars", "order", "model"]),
    ("quote", &["source", "order", "model"]),
    ("filter", &["source", "order", "model", "insight", "search"]),
    (
        "export",
        &["source", "chars", "order", "checksum", "model", "diagnostics", "insight", "search", "filter"],
    ),
    ("bundle", &["source", "chars", "order", "model", "diagnostics", "insight", "shelf"]),
    ("shelf", &["source", "chars", "order", "model", "insight", "filter"]),
    ("import", &["syntax", "model", "diagnostics", "shelf", "bundle"]),
    (
        "app",
        &[
            "source",
            "chars",
            "order",
            "model",
            "diagnostics",
            "insight",
            "search",
            "filter",
            "quote",
            "shelf",
            "export",
            "bundle",
            "read",
            "import",
        ],
    ),
    ("view", &["source", "model", "quote", "shelf", "export", "app", "browser"]),
    ("browser", &["read", "search"]),
    (
        "cli",
        &["source", "chars", "read", "model", "diagnostics", "search", "shelf", "export", "bundle", "import"],
    ),
];

/// The rooms that touch what lies outside the program.
const EDGES: [&str; 3] = ["browser", "cli", "bin"];

/// A file of `src/` without its tests and comments.
struct File {
    /// Its path below `src/`, with `/`.
    path: String,
    /// The room it belongs to.
    room: String,
    /// The code, line by line, with line numbers from 1.
    code: Vec<(usize, String)>,
    /// Everything in it.
    whole: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder whose name ends so, in order.
pub fn below(folder: &Path, end: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let nested =
        paths.into_iter().flat_map(|path| if path.is_dir() { below(&path, end) } else { vec![path] });
    nested.filter(|path| path.to_string_lossy().ends_with(end)).collect()
}

fn files() -> Vec<File> {
    let folder = root().join("src");
    let file = |path: PathBuf| {
        let whole = std::fs::read_to_string(&path).expect("source is UTF-8");
        let path = path.strip_prefix(&folder).expect("below src").to_string_lossy().replace('\\', "/");
        let room = path.split(['/', '.']).next().unwrap_or_default().to_owned();
        let code = whole
            .lines()
            .enumerate()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(at, line)| (at + 1, line.to_owned()))
            .collect();
        File { path, room, code, whole }
    };
    let files: Vec<File> = below(&folder, ".rs").into_iter().map(file).collect();
    assert!(files.len() > 20, "the rules read the source");
    files
}

/// All code of `src/`.
pub fn code() -> String {
    files().iter().flat_map(|file| &file.code).map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n")
}

/// Fails with every place at which a line of code of some files holds one of the words.
#[track_caller]
fn nowhere(why: &str, among: impl Fn(&File) -> bool, words: &[&str]) {
    let mut found = String::new();
    for file in files().iter().filter(|file| among(file)) {
        for (at, line) in &file.code {
            for word in words.iter().filter(|word| line.contains(*word)) {
                let _ = writeln!(found, "src/{}:{at}: {word}", file.path);
            }
        }
    }
    assert!(found.is_empty(), "{why}\n{found}");
}

fn is_core(file: &File) -> bool {
    !EDGES.contains(&file.room.as_str()) && file.room != "view" && file.room != "main"
}

/// The rooms that a line names: `crate::model::…`, `crate::{app, model::…}`.
fn named(line: &str) -> Vec<&str> {
    let mut rooms = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = line.get(at + "crate::".len()..).unwrap_or_default();
        match rest.strip_prefix('{') {
            None => rooms.push(word(rest)),
            Some(list) => {
                let mut depth = 0;
                let parts = list.split_inclusive([',', '{', '}']);
                for part in parts {
                    if depth == 0 {
                        rooms.push(word(part.trim_start()));
                    }
                    depth += part.matches('{').count() as i32 - part.matches('}').count() as i32;
                    if depth < 0 {
                        break;
                    }
                }
            }
        }
    }
    rooms.retain(|room| !room.is_empty());
    rooms
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

#[test]
fn a_line_is_read_for_the_rooms_it_names() {
    assert_eq!(named("use crate::model::{Minutes, Role};"), ["model"]);
    assert_eq!(named("use crate::{app::{state, screen}, model::Role, view};"), ["app", "model", "view"]);
    assert_eq!(named("fn f(a: crate::source::Source) -> crate::chars::Fold"), ["source", "chars"]);
    assert_eq!(named("use super::state;"), [""; 0]);
}

#[test]
fn rooms_name_only_the_rooms_before_them() {
    let mut wrong = String::new();
    for file in files() {
        if matches!(file.room.as_str(), "lib" | "main" | "bin") {
            continue;
        }
        let known = ARROWS.iter().find(|(room, _)| *room == file.room);
        let (_, allowed) = known.unwrap_or_else(|| panic!("src/{}: a room without arrows", file.path));
        for (at, line) in &file.code {
            for room in named(line) {
                if room != file.room && !allowed.contains(&room) {
                    let _ = writeln!(wrong, "src/{}:{at}: {} may not name {room}", file.path, file.room);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_core_knows_neither_browser_nor_yew() {
    nowhere(
        "only view, browser and the wasm entry may",
        is_core,
        &["web_sys::", "js_sys::", "gloo_", "wasm_bindgen::", "yew::", "cfg(target_arch"],
    );
}

#[test]
fn the_core_does_no_input_or_output_and_reads_no_clock() {
    // `read` turns bytes into text; where the bytes come from is the command line's business.
    nowhere(
        "edges pass data in",
        is_core,
        &[
            "std::fs",
            "std::env",
            "std::io",
            "std::net",
            "std::process",
            "std::time",
            "println!",
            "print!",
            "Date::now",
        ],
    );
}

#[test]
fn only_the_browser_room_reaches_for_the_window() {
    nowhere(
        "components are given what they show",
        |file| file.room == "view",
        &[
            "gloo_utils",
            "gloo_events",
            "js_sys",
            "web_sys::window",
            "web_sys::Window",
            "web_sys::Document",
            "wasm_bindgen",
        ],
    );
}

#[test]
fn nothing_panics_by_intent() {
    nowhere(
        "a text may be anything; say what happens instead",
        |file| !file.path.starts_with("bin/xtask"),
        &[
            ".unwrap()",
            ".expect(",
            "panic!(",
            "unreachable!(",
            "unimplemented!(",
            "todo!(",
            "assert!(",
            "assert_eq!(",
        ],
    );
}

#[test]
fn no_text_becomes_markup_or_code() {
    let words = [
        "innerHTML",
        "outerHTML",
        "inner_html",
        "from_html_unchecked",
        "eval(",
        "new Function",
        "document.write",
    ];
    nowhere("text is text", |file| !file.path.starts_with("bin/xtask"), &words);
    let page = std::fs::read_to_string(root().join("index.html")).expect("index.html");
    for word in words {
        assert!(!page.contains(word), "index.html: {word}");
    }
}

#[test]
fn no_tag_bears_a_style() {
    // The content policy of the page blocks the attribute, silently for the reader.
    nowhere("a class says it", |file| file.room == "view", &[" style=", "style={"]);
}

#[test]
fn words_of_the_viewer_stand_in_one_table() {
    // Brackets and spaces of Japanese width may surround what is printed.
    let is_japanese =
        |c: char| chars::is_kana(c) || chars::is_kanji(c) || matches!(c, '、' | '。' | '：' | '「' | '」');
    let mut found = String::new();
    let among = |file: &&File| file.room == "view" || file.path.starts_with("app/screen");
    for file in files().iter().filter(among) {
        for (at, line) in file.code.iter().filter(|(_, line)| line.contains(is_japanese)) {
            let _ = writeln!(found, "src/{}:{at}: {line}", file.path);
        }
    }
    assert!(found.is_empty(), "app/words/table.rs holds them\n{found}");
}

#[test]
fn only_wire_formats_are_serialised() {
    nowhere(
        "inner types may change, files stay",
        |file| !matches!(file.room.as_str(), "bundle" | "bin"),
        &["Serialize", "Deserialize", "serde::"],
    );
}

#[test]
fn files_stay_small_enough_to_read() {
    let mut long = String::new();
    let folders = ["src", "tests", "style"].map(|folder| root().join(folder));
    for path in folders.iter().flat_map(|folder| [below(folder, ".rs"), below(folder, ".css")].concat()) {
        let n_lines = std::fs::read_to_string(&path).expect("UTF-8").lines().count();
        if n_lines > 500 {
            let _ = writeln!(long, "{}: {n_lines} lines", path.display());
        }
    }
    assert!(long.is_empty(), "{long}");
}

#[test]
fn every_file_says_what_it_is() {
    for file in files() {
        assert!(file.whole.starts_with("//! "), "src/{}: a file begins with its module doc", file.path);
    }
}

#[test]
fn nothing_is_left_for_later() {
    let found: Vec<String> = files()
        .iter()
        .filter(|file| ["TODO", "FIXME", "XXX"].iter().any(|word| file.whole.contains(word)))
        .map(|file| file.path.clone())
        .collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn no_rule_knows_the_seed() {
    let mut names: Vec<String> = Vec::new();
    for path in below(&root().join("seeds"), ".txt") {
        let source = Source::new(std::fs::read_to_string(&path).expect("seeds are UTF-8"));
        let parsed = syntax::parse(&source);
        let minutes = model::lower(source, parsed);
        for person in minutes.roll.groups.iter().flat_map(|group| &group.people) {
            names.push(minutes.source.slice(person.name).to_owned());
            names.extend(person.proxy.map(|proxy| minutes.source.slice(proxy).to_owned()));
        }
    }
    names.retain(|name| name.chars().count() > 1);
    assert!(!names.is_empty(), "the seeds have rolls");
    for file in files() {
        for name in &names {
            assert!(!file.whole.contains(name.as_str()), "src/{}: {name} is of one text only", file.path);
        }
    }
}
