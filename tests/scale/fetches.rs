//! What the search of a site fetches, query by query.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use kaigiroku::search::Query;
use kaigiroku::search::shards::{BUDGET, Directory, Stored, find, parts};
use kaigiroku::shelf::Draft;
use miniz_oxide::inflate::decompress_to_vec;
use serde_json::json;

use crate::{corpus, hits};

/// What one query takes.
#[derive(Default)]
struct Taken {
    n_bytes: u64,
    n_files: usize,
    /// How many speeches the second round shows.
    n_shown: usize,
    /// Whether that is all of them.
    is_whole: bool,
}

pub fn print(site: &Path, corpus: &Path, pages: &Path) {
    let page = std::fs::read_to_string(site.join("search.html")).expect("search.html");
    let (_, rest) = page.split_once("data-directory=\"").expect("the name of the directory");
    let name = rest.split_once('"').expect("the end of the name").0;
    let (packed, bytes) = fetch(site, name);
    let directory = Directory::read(&bytes).expect("a directory");
    let places = places(site, &directory);
    let queries = corpus::QUERIES.map(|typed| (typed, Query::parse(typed)));
    let truth = hits(corpus, &queries, |_, minutes| Draft::of("", minutes).key().to_string());
    let on_pages = queries.iter().zip(&truth).map(|((typed, _), hits)| {
        let pages: BTreeSet<&str> = hits.iter().filter_map(|hit| hit.split(' ').next()).collect();
        json!({ "typed": typed, "pages": pages })
    });
    let on_pages = on_pages.collect::<serde_json::Value>().to_string();
    File::create(pages).and_then(|mut file| file.write_all(on_pages.as_bytes())).expect("a file");
    let taken: Vec<Taken> = queries
        .iter()
        .zip(truth)
        .map(|((typed, query), truth)| {
            let truth = truth.into_iter().collect();
            let asked = ask(site, &directory, query);
            let of = |blocks: &[usize]| -> BTreeSet<String> {
                let is_of = |hit: &&String| blocks.contains(&places[*hit]);
                BTreeSet::iter(&truth).filter(is_of).cloned().collect()
            };
            assert!(of(&asked.candidates) == truth, "{typed}: a block that holds it is no candidate");
            assert!(of(asked.read()) == asked.found, "{typed}: not what a look at everything finds");
            asked.taken
        })
        .collect();
    let n_files = |folder: &str| std::fs::read_dir(site.join(folder)).expect("a folder").count();
    let n_meetings = n_files("m");
    println!(
        "\n{n_meetings} meetings, {} blocks, {} files for the search:\n",
        directory.n_blocks(),
        n_files("s")
    );
    println!("| | p50 | p95 | most |\n|---|--:|--:|--:|");
    let row = |what: &str, number: &dyn Fn(&Taken) -> u64| {
        let mut numbers: Vec<u64> = taken.iter().map(number).collect();
        numbers.sort_unstable();
        let at = |share: usize| numbers[(numbers.len() - 1) * share / 100];
        println!("| {what} | {} | {} | {} |", at(50), at(95), at(100));
    };
    row("fetched for a query in two rounds, KB", &|taken| taken.n_bytes.div_ceil(1000));
    row("files", &|taken| taken.n_files as u64);
    row("speeches shown by then", &|taken| taken.n_shown as u64);
    let n_whole = taken.iter().filter(|taken| taken.is_whole).count();
    println!("\nOnce for all queries: the directory, {} KB.", packed.div_ceil(1000));
    println!(
        "{n_whole} of {} queries have found everything after two rounds. What was found was held against a look at every \
         text, and so were the blocks that may hold the rest.",
        taken.len()
    );
    assert!(taken.iter().all(|taken| taken.n_bytes <= BUDGET), "over the budget");
}

/// In which block each speech stands.
fn places(site: &Path, directory: &Directory) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    for block in 0..directory.n_blocks() {
        let (_, bytes) = fetch(site, &directory.block(block).expect("a block").to_string());
        for (meeting, speeches) in parts(&bytes).expect("a block") {
            places.extend(speeches.iter().map(|speech| (name_of(&meeting.page, speech.number), block)));
        }
    }
    places
}

fn name_of(page: &str, speech: u32) -> String {
    format!("{page} s{:03}", speech + 1)
}

/// What two rounds give.
struct Asked {
    candidates: Vec<usize>,
    n_read: usize,
    found: BTreeSet<String>,
    taken: Taken,
}

impl Asked {
    fn read(&self) -> &[usize] {
        &self.candidates[..self.n_read]
    }
}

/// Two rounds as the page makes them.
fn ask(site: &Path, directory: &Directory, query: &Query) -> Asked {
    let mut taken = Taken::default();
    let mut lists = Vec::new();
    for number in directory.lists(query) {
        let (packed, bytes) = fetch(site, &directory.list(number).expect("a list").to_string());
        taken.n_bytes += packed;
        taken.n_files += 1;
        lists.push((number, bytes));
    }
    let lists: Vec<(usize, &[u8])> =
        lists.iter().map(|(number, bytes)| (*number, bytes.as_slice())).collect();
    let candidates = directory.blocks(query, &lists);
    let (mut found, mut n_read) = (BTreeSet::new(), 0);
    for &block in candidates.iter().take(directory.at_once(query, &candidates)) {
        let stored: &Stored = directory.block(block).expect("a block");
        let (packed, bytes) = fetch(site, &stored.to_string());
        taken.n_bytes += packed;
        taken.n_files += 1;
        n_read += 1;
        let hits = find(&bytes, query).expect("a block");
        found.extend(hits.iter().map(|hit| name_of(&hit.meeting.page, hit.speech.number)));
    }
    (taken.n_shown, taken.is_whole) = (found.len(), n_read == candidates.len());
    Asked { candidates, n_read, found, taken }
}

/// The length of a file as it is fetched, and what is in it.
fn fetch(site: &Path, name: &str) -> (u64, Vec<u8>) {
    let packed = std::fs::read(site.join("s").join(name)).expect("a file of the search");
    (packed.len() as u64, decompress_to_vec(&packed).expect("deflate"))
}
