//! What the search of a site fetches, query by query.

use std::collections::BTreeSet;
use std::path::Path;

use kaigiroku::search::Query;
use kaigiroku::search::shards::{Directory, Stored, find};
use kaigiroku::shelf::Draft;
use miniz_oxide::inflate::decompress_to_vec;

use crate::{corpus, hits};

/// As many bytes as the page fetches for a query, lists and blocks together (`bundle/finder.js`).
const BUDGET: u64 = 500_000;

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

pub fn print(site: &Path, corpus: &Path) {
    let page = std::fs::read_to_string(site.join("search.html")).expect("search.html");
    let (_, rest) = page.split_once("data-directory=\"").expect("the name of the directory");
    let name = rest.split_once('"').expect("the end of the name").0;
    let (packed, bytes) = fetch(site, name);
    let directory = Directory::read(&bytes).expect("a directory");
    let queries = corpus::QUERIES.map(|typed| (typed, Query::parse(typed)));
    let truth = hits(corpus, &queries, |_, minutes| Draft::of("", minutes).key().to_string());
    let taken: Vec<Taken> = queries
        .iter()
        .zip(truth)
        .map(|((typed, query), truth)| {
            let (taken, found) = ask(site, &directory, query);
            assert!(found == truth.into_iter().collect(), "{typed}: not what a look at everything finds");
            taken
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
        "{n_whole} of {} queries have found everything after two rounds; all find everything at last.",
        taken.len()
    );
    assert!(taken.iter().all(|taken| taken.n_bytes <= BUDGET), "over the budget");
}

/// Two rounds as the page makes them, then all that is left.
fn ask(site: &Path, directory: &Directory, query: &Query) -> (Taken, BTreeSet<String>) {
    let mut taken = Taken::default();
    let mut count = |packed: u64| {
        taken.n_bytes += packed;
        taken.n_files += 1;
    };
    let lists: Vec<(usize, Vec<u8>)> = directory
        .lists(query)
        .into_iter()
        .map(|number| {
            let (packed, bytes) = fetch(site, &directory.list(number).expect("a list").to_string());
            count(packed);
            (number, bytes)
        })
        .collect();
    let lists: Vec<(usize, &[u8])> =
        lists.iter().map(|(number, bytes)| (*number, bytes.as_slice())).collect();
    let blocks = directory.blocks(query, &lists);
    let mut found = BTreeSet::new();
    let mut is_within = true;
    for block in blocks {
        let stored: &Stored = directory.block(block).expect("a block");
        if is_within && taken.n_bytes + u64::from(stored.len) > BUDGET {
            is_within = false;
            taken.n_shown = found.len();
        }
        let (packed, bytes) = fetch(site, &stored.to_string());
        if is_within {
            taken.n_bytes += packed;
            taken.n_files += 1;
        }
        for hit in find(&bytes, query).expect("a block") {
            found.insert(format!("{} s{:03}", hit.meeting.page, hit.speech.number + 1));
        }
    }
    if is_within {
        (taken.n_shown, taken.is_whole) = (found.len(), true);
    }
    (taken, found)
}

/// The length of a file as it is fetched, and what is in it.
fn fetch(site: &Path, name: &str) -> (u64, Vec<u8>) {
    let packed = std::fs::read(site.join("s").join(name)).expect("a file of the search");
    (packed.len() as u64, decompress_to_vec(&packed).expect("deflate"))
}
