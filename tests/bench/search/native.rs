//! How fast texts are folded and searched natively: by the folding that keeps the way back, and by the engine
//! over many meetings. `cargo xtask bench search` runs it and makes a table of what criterion leaves.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

#[path = "../inputs.rs"]
mod inputs;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput};
use kaigiroku::search::Folded;
use kaigiroku::search::engine::{Engine, Fed, Question};

/// So many bytes of text, a speech a line.
const LENGTH: usize = 8_000_000;
/// So many lines make a meeting.
const MEETING: usize = 100;

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800));
    let text = inputs::minutes("assembly", LENGTH, &[]);
    let lines: Vec<&str> = text.lines().collect();
    let mut group = criterion.benchmark_group("search");
    group.sampling_mode(SamplingMode::Flat).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("fold", |bencher| {
        bencher.iter(|| lines.iter().map(|line| Folded::new(black_box(line)).text().len()).sum::<usize>());
    });
    group.bench_function("feed", |bencher| bencher.iter(|| fed(black_box(&lines))));
    let scanned = fed(&lines);
    let indexed = indexed(scanned.clone());
    group.bench_function("directory", |bencher| bencher.iter(|| self::indexed(scanned.clone())));
    for (name, words) in
        [("pair", "計画"), ("phrase", "についてお聞き"), ("absent", "核融合"), ("and", "計画 予算")]
    {
        for (engine, how) in [(&scanned, "scan"), (&indexed, "directory")] {
            let question = Question { typed: words.to_owned(), n_listed: 200, ..Question::default() };
            let name = format!("{name}-{how}");
            group.bench_function(name, |bencher| bencher.iter(|| engine.ask(black_box(question.clone()))));
        }
    }
    group.finish();
    criterion.final_summary();
}

fn fed(lines: &[&str]) -> Engine {
    let mut engine = Engine::new();
    for (number, lines) in (0..).zip(lines.chunks(MEETING)) {
        engine.feed(number, lines.iter().map(|line| Fed { texts: vec![vec![line]], ..Fed::default() }));
    }
    engine
}

fn indexed(mut engine: Engine) -> Engine {
    engine.finish();
    while engine.work(1 << 18) {}
    engine
}
