//! Files of many meetings, opened from disk as a reader does: how long until they can be read and searched, how long
//! the page ever stands still, and how much memory the browser takes.
//!
//! Everything is heard by a script that stands above the policy of the page, so that Firefox tells the same.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use reqwest::Url;
use serde_json::{Value, json};

use super::memory::Watch;
use super::{Figures, float, quantile};
use crate::engine::{Engine, Kind};
use crate::page::{PATIENCE, Page};
use crate::site::{Site, before_policy};

/// The files, by name and by what is in them.
const FILES: [(&str, &str); 5] = [
    ("corpus", "the corpus"),
    ("50000", "50,000 speeches"),
    ("100000", "100,000 speeches"),
    ("131000", "50 MB, 131,000 speeches"),
    ("262000", "100 MB, 262,000 speeches"),
];
/// Which of them hold half of what others hold.
const HALVES: [(&str, &str); 2] = [("100000", "50000"), ("262000", "131000")];
const OPENINGS: usize = 3;

/// Listens from the first moment, also to how many meetings the engine says that it holds. Words are asked for as soon as the page is ready, unless a link has led to a meeting.
/// A clock of 5 ms and every frame call: while neither is heard the page stands still. (Firefox keeps clocks waiting
/// while a page loads, but not its frames.) Of tasks only Chromium tells.
const WATCH: &str = "{ const bench = globalThis.bench = { ready: null, asked: null, hits: null, searched: null, fed: [0, 0], text: null,
        viewer: null, tasks: [], gaps: [] };
    const painted = then => { const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now());
        channel.port2.postMessage(null); };
    bench.frames = look => { const next = () => requestAnimationFrame(() => look(painted) || next()); next(); };
    bench.ask = words => { const field = document.querySelector('#kg-query');
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return performance.now(); };
    bench.isUp = () => document.querySelector('.shelf-over') && document.querySelector('#kg-app main:not(.shelf-shut)');
    bench.answer = () => document.querySelector('.shelf .status')?.textContent;
    try {
        const keep = list => list.getEntries().forEach(task => bench.tasks.push([task.startTime, task.duration]));
        new PerformanceObserver(keep).observe({ type: 'longtask', buffered: true });
    } catch {}
    const Aside = globalThis.Worker;
    globalThis.Worker = function (address) { const engine = new Aside(address);
        engine.addEventListener('message', ({ data }) => { if (data.t !== 'progress') return;
            const low = data.bytes[0] & 127;
            const n = data.bytes[0] < 128 ? low : low | data.bytes[1] << 7;
            if (n > bench.fed[0]) bench.fed = [n, performance.now()]; });
        return engine; };
    let last = performance.now();
    const beat = () => { const now = performance.now();
        bench.gaps.push([last, now - last]);
        last = now; };
    setInterval(beat, 5);
    bench.frames(() => beat());
    document.addEventListener('kg:ready', () => painted(now => {
        bench.ready ??= now;
        if (location.hash) return;
        bench.asked = bench.ask('補助金');
        bench.frames(painted => {
            if (bench.hits === null && document.querySelector('.meeting-hits')) {
                bench.hits = 0;
                painted(now => { bench.hits = now; });
            }
            if (!bench.answer()) return false;
            painted(now => { bench.searched = now; });
            return true;
        });
    }), { once: true });
    if (location.hash) bench.frames(painted => {
        const isUp = bench.isUp();
        const seen = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('#kg-plain article.meeting');
        if (bench.text === null && (seen || isUp)) { bench.text = 0; painted(now => { bench.text = now; }); }
        if (isUp) painted(now => { bench.viewer = now; });
        return isUp;
    }); }";

const FIRST_PAINT: &str = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

/// The longest of what has ended after the first paint.
fn longest(list: &str) -> String {
    format!(
        "Math.max(0, ...bench.{list}.filter(([start, took]) => start + took > {FIRST_PAINT}).map(([, took]) => took))"
    )
}

/// Asks for other words once everything has been searched, and comes to how long the picture of the answer took.
const NEXT_QUERY: &str = "new Promise(resolve => { const before = bench.answer();
    const asked = bench.ask('予算');
    bench.frames(painted => { if (!bench.answer() || bench.answer() === before) return false;
        painted(now => resolve(now - asked));
        return true; }); })";

/// Opens the first meeting that is listed, and comes to how long its picture took.
const OPEN_MEETING: &str = "new Promise(resolve => { const pressed = performance.now();
    document.querySelector('.meeting-title').click();
    bench.frames(painted => { if (!bench.isUp()) return false;
        painted(now => resolve(now - pressed));
        return true; }); })";

/// What was measured of one file, in milliseconds and megabytes; the middle of several openings, but the longest of
/// all times in which the page stood still.
struct Measured {
    first_paint: f64,
    ready: f64,
    hits: f64,
    searched: f64,
    /// All meetings in the engine, where nobody asks for words meanwhile.
    fed: f64,
    next_query: f64,
    meeting: f64,
    task: Option<f64>,
    gap: f64,
    /// The newest meeting in the picture, and in the viewer, where a link leads to it.
    text: f64,
    viewer: f64,
    memory: Option<f64>,
    heap: Option<f64>,
}

pub fn run(site: &Site, folder: &Path, figures: &mut Figures) {
    let folder = folder.join("shelf");
    println!(
        "\n| | browser | file, MB | first paint, ms | ready, ms | first hits, ms | all searched, ms | all in the engine, ms | next query, ms \
         | a meeting from the list, ms | the newest by a link, ms | in the viewer, ms | longest task, ms | longest gap, ms \
         | peak memory, MB | of it without a page, MB | JS heap, MB |"
    );
    println!("|---|---{}|", "|--:".repeat(15));
    for engine in site.engines.iter().filter(|engine| matches!(engine.kind, Kind::Chromium | Kind::Firefox)) {
        let idle = idle(engine);
        let mut known: BTreeMap<&str, Measured> = BTreeMap::new();
        for (name, what) in FILES {
            let Ok(text) = std::fs::read_to_string(folder.join(format!("{name}.html"))) else { continue };
            let measured = measured(site, engine, &text);
            row(what, engine.kind, text.len(), &measured, idle);
            if engine.kind == Kind::Chromium {
                let half = HALVES.iter().find(|(whole, _)| *whole == name);
                hand_on(name, what, &measured, half.and_then(|(_, half)| known.get(half)), figures);
            }
            known.insert(name, measured);
        }
    }
}

/// Only of Chromium, in which the peers of the other parts are measured, too.
fn hand_on(name: &str, what: &str, of: &Measured, half: Option<&Measured>, figures: &mut Figures) {
    if name == "262000" {
        figures.put("shelf searchable", of.searched);
        figures.put("shelf hits", of.hits);
        figures.put("shelf fed", of.fed);
        figures.put("shelf shown", of.text);
        figures.put("shelf viewer", of.viewer);
    }
    let Some(half) = half else { return };
    let mut twice = |work: &str, of_it: fn(&Measured) -> Option<f64>| {
        if let Some((whole, half)) = of_it(of).zip(of_it(half)) {
            figures.put_twice(&format!("{what} in one file: {work}"), whole / half);
        }
    };
    twice("ready", |it| Some(it.ready));
    twice("searchable", |it| Some(it.searched));
    twice("in the engine", |it| Some(it.fed));
    twice("first meeting shown", |it| Some(it.text));
    twice("a query", |it| Some(it.next_query));
    twice("peak memory", |it| it.memory);
}

fn row(what: &str, kind: Kind, n_bytes: usize, of: &Measured, idle: Option<f64>) {
    let cell = |number: Option<f64>| number.map_or("–".to_owned(), |number| format!("{number:.0}"));
    let known = [
        of.first_paint,
        of.ready,
        of.hits,
        of.searched,
        of.fed,
        of.next_query,
        of.meeting,
        of.text,
        of.viewer,
    ];
    let cells = known.map(Some).into_iter().chain([of.task, Some(of.gap), of.memory, idle, of.heap]);
    let cells: Vec<String> = cells.map(cell).collect();
    println!("| {what} | {kind} | {:.1} | {} |", n_bytes as f64 / 1e6, cells.join(" | "));
}

/// What the browser takes with an empty page.
fn idle(engine: &Engine) -> Option<f64> {
    let page = Page::new(engine);
    let watch = Watch::start(page.driver_id());
    leave(&page);
    page.promised("new Promise(resolve => setTimeout(resolve, 1000))");
    watch.most()
}

/// Opens the file again and again in a window that nobody used before. The first time is for the memory alone, and for
/// the browser to have come to rest: to look at memory takes time, too.
fn measured(site: &Site, engine: &Engine, text: &str) -> Measured {
    let url = site.page("many.html", &before_policy(text, WATCH));
    let newest = newest(&url, text);
    let n_meetings = text.matches(" id=\"kg-m-").count();
    let page = Page::new(engine);
    let watch = Watch::start(page.driver_id());
    opened(&page, &url);
    let heap =
        page.is_chromium().then(|| float(&page.cdp("Runtime.getHeapUsage", json!({}))["usedSize"]) / 1e6);
    let memory = watch.most();
    let told = (0..OPENINGS).map(|_| {
        let mut told = opened(&page, &url);
        leave(&page);
        page.open(&newest);
        until(&page, "the meeting is in the viewer", "bench.viewer !== null && bench.text");
        until(&page, "all meetings are in the engine", &format!("bench.fed[0] === {n_meetings}"));
        for (name, value) in [("text", "bench.text"), ("viewer", "bench.viewer"), ("fed", "bench.fed[1]")] {
            told[name] = page.eval(value);
        }
        told
    });
    let told: Vec<Value> = told.collect();
    let of = |name: &str| told.iter().map(|told| float(&told[name])).collect::<Vec<_>>();
    let most = |name: &str| of(name).into_iter().fold(0.0, f64::max);
    let middle = |name: &str| quantile(&of(name), 0.5);
    Measured {
        first_paint: middle("paint"),
        ready: middle("ready"),
        hits: middle("hits"),
        searched: middle("searched"),
        fed: middle("fed"),
        next_query: middle("next"),
        meeting: middle("meeting"),
        task: page.is_chromium().then(|| most("task")),
        gap: most("gap"),
        text: middle("text"),
        viewer: middle("viewer"),
        memory,
        heap,
    }
}

/// Waits until something is so, and asks so seldom that it does not matter to what is measured.
fn until(page: &Page, what: &str, expression: &str) {
    let end = Instant::now() + 10 * PATIENCE;
    let look = format!(
        "new Promise(resolve => {{ let n = 0;
            const look = () => {{ const is = Boolean({expression});
                is || ++n === 100 ? resolve(is) : setTimeout(look, 100); }};
            look(); }})"
    );
    while page.promised(&look) != json!(true) {
        assert!(Instant::now() < end, "{what}: never: {expression}");
    }
}

/// Goes to an empty page: a way from the file into itself would not open it anew.
fn leave(page: &Page) {
    page.open(&"about:blank".parse().expect("an address"));
}

/// Opens the file, asks twice and opens a meeting.
fn opened(page: &Page, url: &Url) -> Value {
    leave(page);
    page.open(url);
    until(page, "all meetings are searched", "bench.searched !== null && bench.hits");
    let next = page.promised(NEXT_QUERY);
    let mut told = page.eval(&format!(
        "({{ paint: {FIRST_PAINT}, ready: bench.ready, hits: bench.hits, searched: bench.searched, \
         task: {}, gap: {} }})",
        longest("tasks"),
        longest("gaps")
    ));
    told["next"] = next;
    told["meeting"] = page.promised(OPEN_MEETING);
    told
}

/// The address of the newest meeting of the file, whose text stands in it plainly.
fn newest(url: &Url, text: &str) -> Url {
    const MARK: &str = " id=\"m=";
    let at = text.find(MARK).expect("the newest meeting has a name") + MARK.len();
    let key: String = text[at..].chars().take_while(|letter| !matches!(letter, '"' | ';')).collect();
    let mut url = url.clone();
    url.set_fragment(Some(&format!("m={key}")));
    url
}
