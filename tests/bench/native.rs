//! How fast the parser is, beside a plain look at the same bytes, in the same run.
//!
//! `cargo xtask bench parse` runs it, has the same done in wasm, and makes a table of both. What is measured
//! is left for that in the folder that the only argument names, as `KIND-BYTES.txt`.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod inputs;
mod work;

use std::fs::File;
use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};

/// The lengths, in bytes; each is twice the one before.
const LENGTHS: [usize; 4] = [500_000, 1_000_000, 2_000_000, 4_000_000];

/// The kinds of minutes, by name.
const KINDS: [&str; 7] = ["seeds", "assembly", "one-line", "wrapped", "viewer", "summary", "mixed"];

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800));
    let texts = texts();
    let folder = std::env::args_os().nth(1).expect("a folder for what is measured");
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).expect("a folder for what is measured");
    for kind in KINDS {
        let mut group = criterion.benchmark_group(kind);
        group.sampling_mode(SamplingMode::Flat);
        for length in LENGTHS {
            let text = inputs::minutes(kind, length, &texts);
            let (n_bytes, bytes) = (text.len(), text.as_bytes());
            let mut file = File::create(folder.join(format!("{kind}-{n_bytes}.txt"))).expect("a file");
            file.write_all(bytes).expect("what is measured");
            group.throughput(Throughput::Bytes(n_bytes as u64));
            for (name, work) in [("scan", work::scan as fn(&[u8]) -> usize), ("parse", work::parse)] {
                group.bench_function(BenchmarkId::new(name, n_bytes), |bencher| {
                    bencher.iter(|| work(black_box(bytes)));
                });
            }
        }
        group.finish();
    }
    criterion.final_summary();
}

/// The seeds, and every invented text of a convention.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.join("seeds"), root.join("tests/it/data/conventions")];
    let texts = |folder: &PathBuf| {
        let entries = std::fs::read_dir(folder).expect("a folder of the project");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
        paths.sort();
        paths.into_iter().map(|path| std::fs::read_to_string(path).expect("UTF-8")).collect::<Vec<_>>()
    };
    folders.iter().flat_map(texts).collect()
}
