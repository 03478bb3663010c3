//! How long a reader waits: kaigiroku beside a plain page with the same text, in the same run.
//!
//! Measured is the time from a letter to the picture that answers it, as the reader's browser would
//! tell: from the event to the first task after the frame in which the page last changed. Frames
//! come 60 times a second, so that no time is below what is left of a frame; the time until the
//! page has changed, which is that of the program alone, stands beside it. Speeches that are listed anew are in
//! [`anew`], files of many meetings in [`shelf`].

mod anew;
mod memory;
mod shelf;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use reqwest::Url;
use serde_json::{Value, json};

use crate::page::Page;
use crate::site::{Site, url};

/// Measures what lies in a folder, prints a table, and hands on numbers.
type Measure = fn(&Site, &Path, &mut Figures);

/// The parts, by name: what each measures of the files that `cargo xtask bench` has laid into a folder.
const PARTS: [(&str, Measure); 3] = [("page", pages), ("anew", anew::run), ("shelf", shelf::run)];

/// What is typed, letter by letter: found often, found a few times, long, found nowhere.
const QUERIES: [&str; 7] =
    ["委員", "補助金", "奨学金返還", "工業振興計画", "サポートステーション", "ｷｷﾞｮｳ", "ここにない"];
const ROUNDS: usize = 2;
const OPENINGS: usize = 5;

/// Watches the page from its first moment.
const WATCH: &str = "globalThis.bench = { ready: null, start: 0, changed: 0, painted: 0 };
    document.addEventListener('kg:ready', () => { bench.ready ??= performance.now(); });
    document.addEventListener('beforeinput', event => { bench.start = bench.changed = event.timeStamp; }, true);
    const paint = () => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { bench.painted = performance.now(); };
        channel.port2.postMessage(null);
    });
    document.addEventListener('input', paint);
    addEventListener('load', () => new MutationObserver(() => { bench.changed = performance.now(); paint(); })
        .observe(document, { subtree: true, childList: true, characterData: true, attributes: true }));";

/// The times of the last letter, once the page has been at rest for a while.
const TIMES: &str = "new Promise(resolve => { const look = () => {
        const last = Math.max(bench.start, bench.changed, bench.painted);
        if (bench.painted < bench.changed || performance.now() - last < 300) return setTimeout(look, 20);
        resolve([bench.painted - bench.start, bench.changed - bench.start]);
    }; look(); })";

/// All the text in paragraphs, a field, and `String.includes`.
const PLAIN: &str = "<script>
const paragraphs = [...document.querySelectorAll('p')];
const texts = paragraphs.map(paragraph => paragraph.textContent);
const field = document.querySelector('input');
const count = document.querySelector('output');
field.addEventListener('input', () => {
  const words = field.value;
  let hits = 0;
  paragraphs.forEach((paragraph, at) => {
    const parts = words === '' ? [texts[at]] : texts[at].split(words);
    hits += parts.length - 1;
    paragraph.hidden = words !== '' && !texts[at].includes(words);
    if (parts.length === 1) {
      if (paragraph.firstElementChild) paragraph.textContent = texts[at];
      return;
    }
    paragraph.replaceChildren(...parts.flatMap((part, n) => {
      if (n === 0) return [part];
      const mark = document.createElement('mark');
      mark.textContent = words;
      return [mark, part];
    }));
  });
  count.textContent = words === '' ? '' : `${hits}件`;
});
document.dispatchEvent(new CustomEvent('kg:ready'));
</script>";

/// The same text, field and marks by Preact, whose scripts stand before this one.
const PREACT: &str = "<script>
const { h, render } = preact, { useState, useLayoutEffect } = preactHooks;
const texts = JSON.parse(document.querySelector('#texts').textContent);
const marked = (text, words) => text.split(words).flatMap((part, n) => n === 0 ? [part] : [h('mark', null, words), part]);
function App() {
  const [words, type] = useState('');
  useLayoutEffect(() => { document.dispatchEvent(new CustomEvent('kg:ready')); }, []);
  const found = texts.map((text, at) => [text, at]).filter(([text]) => text.includes(words));
  const hits = words === '' ? 0 : found.reduce((sum, [text]) => sum + text.split(words).length - 1, 0);
  return h('main', null,
    h('input', { type: 'search', 'aria-label': 'words', value: words, onInput: event => type(event.target.value) }),
    h('output', null, words === '' ? '' : `${hits}件`),
    found.map(([text, at]) => h('p', { key: at }, words === '' ? text : marked(text, words))));
}
render(h(App), document.querySelector('#app'));
</script>";

/// What was measured of one page.
struct Measured {
    bytes: usize,
    first_paint: f64,
    ready: f64,
    painted: Vec<f64>,
    changed: Vec<f64>,
}

impl Measured {
    /// The time from a letter to its picture that 95 of 100 stay below.
    fn letter(&self) -> f64 {
        quantile(&self.painted, 0.95)
    }
}

/// The numbers that are handed on, by their names (`bin/xtask/bench.rs`).
#[derive(Default)]
pub struct Figures(BTreeMap<String, f64>);

impl Figures {
    fn put(&mut self, name: impl Into<String>, number: f64) {
        self.0.insert(name.into(), number);
    }

    /// Hands on how many times as long twice the work has taken.
    fn put_twice(&mut self, work: &str, ratio: f64) {
        self.put(format!("twice: {work}"), ratio);
    }
}

/// Measures the parts asked for, prints their tables, and leaves their numbers in the folder, as `PART.json`.
pub fn run(site: &Site, folder: &Path, asked: &[String]) {
    for (part, measure) in PARTS.iter().filter(|(part, _)| asked.iter().any(|word| word == part)) {
        let mut figures = Figures::default();
        measure(site, folder, &mut figures);
        let file = File::create(folder.join(format!("{part}.json"))).expect("a file for the numbers");
        serde_json::to_writer(file, &figures.0).expect("the numbers can be written");
    }
}

/// The built file and the one of a long text.
fn pages(site: &Site, folder: &Path, figures: &mut Figures) {
    let preact = scripts(&folder.join("preact/node_modules/preact"));
    let short = measured(site, "short", &site.text, &site.url(), preact.as_ref());
    let [long, half] = ["long.html", "half.html"].map(|name| folder.join(name));
    let text = std::fs::read_to_string(&long).expect("the long file can be read");
    let long = measured(site, "long", &text, &url(&long), preact.as_ref());
    let half = page(site, 0, &url(&half), OUR_FIELD);
    let head: String = ["`seeds/`", "446 KB of text"]
        .iter()
        .zip([&short, &long])
        .map(|(ours, pages)| {
            let peers = ["plain page", "Preact"].iter().take(pages.len() - 1);
            format!(" {ours} |{}", peers.map(|peer| format!(" {peer} | ratio |")).collect::<String>())
        })
        .collect();
    println!("\n| |{head}");
    println!("|---|{}", "--:|".repeat(head.matches('|').count()));
    row("file, KB", &short, &long, |page| page.bytes as f64 / 1000.0);
    row("first contentful paint, ms", &short, &long, |page| page.first_paint);
    row("ready for the first letter, ms", &short, &long, |page| page.ready);
    row("letter to picture, p50 ms", &short, &long, |page| quantile(&page.painted, 0.5));
    row("letter to picture, p95 ms", &short, &long, Measured::letter);
    row("letter to changed page, p50 ms", &short, &long, |page| quantile(&page.changed, 0.5));
    row("letter to changed page, p95 ms", &short, &long, |page| quantile(&page.changed, 0.95));
    println!("\n{} letters a page", short[0].painted.len());
    figures.put("page paint", short[0].first_paint / short[1].first_paint);
    if let Some(preact) = short.get(2) {
        figures.put("page ready", short[0].ready / preact.ready);
    }
    figures.put("page letter", long[0].letter());
    let mut twice = |work: &str, of: fn(&Measured) -> f64| {
        figures.put_twice(&format!("446 KB meeting: {work}"), of(&long[0]) / of(&half));
    };
    twice("first contentful paint", |page| page.first_paint);
    twice("ready for input", |page| page.ready);
    twice("key to painted hits, p95", Measured::letter);
}

/// A line of the table: what is ours, then each peer with what ours is of it.
fn row(what: &str, short: &[Measured], long: &[Measured], of: impl Fn(&Measured) -> f64) {
    let cells = |pages: &[Measured]| {
        let ours = of(&pages[0]);
        let peers = pages[1..].iter().map(|peer| format!(" | {:.1} | {:.2}", of(peer), ours / of(peer)));
        format!("{ours:.1}{}", peers.collect::<String>())
    };
    println!("| {what} | {} | {} |", cells(short), cells(long));
}

/// The value below which a share of the values lies.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * share).round() as usize]
}

/// The field of words of the viewer.
const OUR_FIELD: &str = "#kg-query";

/// The bundle and the pages of peers with its text.
fn measured(
    site: &Site,
    name: &str,
    text: &str,
    bundle: &Url,
    scripts: Option<&[String; 2]>,
) -> Vec<Measured> {
    let texts = texts(site, bundle);
    let mut measured = vec![page(site, text.len(), bundle, OUR_FIELD)];
    let peers = [("plain", Some(plain(&texts))), ("preact", scripts.map(|scripts| preact(&texts, scripts)))];
    for (peer, html) in peers.into_iter().filter_map(|(peer, html)| Some((peer, html?))) {
        let url = site.page(&format!("{peer}-{name}.html"), &html);
        measured.push(page(site, html.len(), &url, "input"));
    }
    measured
}

/// The paragraphs of a bundle.
fn texts(site: &Site, bundle: &Url) -> Vec<String> {
    let page = Page::new(&site.engines[0]);
    page.without_script();
    page.open(bundle);
    // `innerText` would leave out what is far away and not laid out.
    let text = page.text(
        "(blocks => [...document.querySelectorAll('#kg-plain *')].filter(element => element.matches(blocks)
            && !element.querySelector(blocks)).map(element => element.textContent.replaceAll('\\n', ' ')).join('\\n'))
        ('h1, h2, h3, h4, p, li, dt, dd, td, th, summary, header')",
    );
    let whole =
        page.number("document.querySelector('#kg-plain').textContent.replaceAll(/\\s/g, '').length") as usize;
    let taken = text.chars().filter(|c| !c.is_whitespace()).count();
    assert!(taken * 100 > whole * 97, "the plain page has the text: {taken} of {whole} letters");
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

const HEAD: &str =
    "<!doctype html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>peer</title><style>
    p { content-visibility: auto; contain-intrinsic-size: auto 12rem }</style></head>\n<body>";

/// The plain page with the text of a bundle.
fn plain(texts: &[String]) -> String {
    let escape = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs: String = texts.iter().map(|text| format!("<p>{}</p>\n", escape(text))).collect();
    let field = "<input type=\"search\" aria-label=\"words\"><output></output>";
    format!("{HEAD}{field}\n{paragraphs}{PLAIN}</body></html>\n")
}

/// The scripts of Preact, where its package is in this folder.
fn scripts(package: &Path) -> Option<[String; 2]> {
    let script = |name: &str| std::fs::read_to_string(package.join(name)).expect("a script of Preact");
    package.is_dir().then(|| ["dist/preact.min.umd.js", "hooks/dist/hooks.umd.js"].map(script))
}

/// The page of Preact with the text of a bundle.
fn preact(texts: &[String], scripts: &[String; 2]) -> String {
    let script = |script: &String| format!("<script>{}</script>\n", script.replace("</script", "<\\/script"));
    let scripts: String = scripts.iter().map(script).collect();
    let data = serde_json::to_string(texts).expect("texts are JSON").replace('<', "\\u003c");
    let data = format!("<script type=\"application/json\" id=\"texts\">{data}</script>\n");
    format!("{HEAD}<div id=\"app\"></div>\n{data}{scripts}{PREACT}</body></html>\n")
}

fn page(site: &Site, bytes: usize, url: &Url, field: &str) -> Measured {
    let page = Page::new(&site.engines[0]);
    page.before_each_page(WATCH);
    let (mut first_paint, mut ready) = (Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        page.open(&"about:blank".parse().expect("an address"));
        page.open(url);
        page.until("the page is ready", "bench.ready !== null && document.readyState === 'complete'");
        let paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";
        page.until("the page is painted", &format!("{paint} > 0"));
        first_paint.push(float(&page.eval(paint)));
        ready.push(float(&page.eval("bench.ready")));
    }
    let (mut painted, mut changed) = (Vec::new(), Vec::new());
    page.press(field);
    for _ in 0..ROUNDS {
        for query in QUERIES {
            for letter in query.chars() {
                page.cdp("Input.insertText", json!({"text": letter.to_string()}));
                let times = page.promised(TIMES);
                painted.push(float(&times[0]));
                changed.push(float(&times[1]));
            }
            page.holds(
                "every letter came",
                &format!("document.querySelector('{field}').value === '{query}'"),
            );
            for command in ["selectAll", "deleteBackward"] {
                page.cdp("Input.dispatchKeyEvent", json!({"type": "keyDown", "commands": [command]}));
            }
            page.until(
                "the field is empty again",
                &format!("document.querySelector('{field}').value === ''"),
            );
            page.promised(TIMES);
        }
    }
    Measured {
        bytes,
        first_paint: quantile(&first_paint, 0.5),
        ready: quantile(&ready, 0.5),
        painted,
        changed,
    }
}

fn float(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is a number"))
}
