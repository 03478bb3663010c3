//! What `cargo xtask bench scale` runs beside the engines of others: minutes that nobody held, and what our own
//! search finds in them.
//!
//! - `corpus FOLDER MEETINGS SPEECHES` writes minutes of so many meetings with so many speeches each.
//! - `fetches SITE FOLDER PAGES` asks the search of a site that was made of the folder, file by file as its page does;
//!   prints what that takes, and fails where it finds anything else than a look at everything. The pages on which each
//!   query is to be found are left in the file PAGES, as JSON.
//! - `truth FOLDER` prints what our search finds in every text of the folder, as JSON: each query as it is typed,
//!   the folded words that it asks for, and the speeches that a filter by it lets through.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod corpus;
mod fetches;

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use kaigiroku::filter::{Filter, Ground, Shown, select};
use kaigiroku::insight::Insight;
use kaigiroku::model::{Block, Minutes};
use kaigiroku::search::{Index, Query};
use serde_json::json;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["corpus", folder, n_meetings, n_speeches] => {
            let number = |word: &str| word.parse().expect("a number");
            write_corpus(Path::new(folder), number(n_meetings), number(n_speeches));
        }
        ["truth", folder] => println!("{}", truth(Path::new(folder))),
        ["fetches", site, folder, pages] => {
            fetches::print(Path::new(site), Path::new(folder), Path::new(pages));
        }
        _ => panic!("corpus FOLDER MEETINGS SPEECHES, truth FOLDER, or fetches SITE FOLDER PAGES"),
    }
}

fn write_corpus(folder: &Path, n_meetings: usize, n_speeches: usize) {
    let words = corpus::Words::new();
    for number in 0..n_meetings {
        let (path, text) = words.minutes(number, n_speeches);
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder of its own")).expect("a folder");
        File::create(path).and_then(|mut file| file.write_all(text.as_bytes())).expect("a file");
    }
}

fn truth(folder: &Path) -> serde_json::Value {
    let queries = corpus::QUERIES.map(|typed| (typed, Query::parse(typed)));
    let hits = hits(folder, &queries, |path, _| {
        path.strip_prefix(folder).expect("below").to_string_lossy().into_owned()
    });
    let queries = queries.iter().zip(hits).map(|((typed, query), hits)| {
        let forms = |terms: &[kaigiroku::search::query::Term]| -> Vec<String> {
            terms.iter().flat_map(|term| term.forms.iter().cloned()).collect()
        };
        let all: Vec<Vec<String>> = query.all.iter().map(|group| forms(group)).collect();
        json!({ "typed": typed, "all": all, "none": forms(&query.none), "hits": hits })
    });
    json!({ "queries": queries.collect::<Vec<_>>() })
}

/// What our search finds in every text of the folder, query by query: the name of the text and the speech.
fn hits(
    folder: &Path,
    queries: &[(&str, Query)],
    name: impl Fn(&Path, &Minutes) -> String,
) -> Vec<Vec<String>> {
    let mut hits = vec![Vec::new(); queries.len()];
    for path in texts(folder) {
        let minutes = Minutes::of(std::fs::read_to_string(&path).expect("UTF-8"));
        let (ground, index) = (Ground::new(&minutes, &Insight::new(&minutes)), Index::new(&minutes));
        let name = name(&path, &minutes);
        for ((_, query), hits) in queries.iter().zip(&mut hits) {
            let filter = Filter { query: query.clone(), ..Filter::default() };
            let shown = select(&ground, &index, &filter).shown;
            hits.extend(minutes.body.iter().zip(shown).filter_map(|(block, shown)| match block {
                Block::Speech(id) if shown == Shown::Yes => Some(format!("{name} s{:03}", id.0 + 1)),
                _ => None,
            }));
        }
    }
    hits
}

/// Every file of the folder and of those below it, by name.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let below = paths.into_iter().flat_map(|path| if path.is_dir() { texts(&path) } else { vec![path] });
    below.collect()
}
