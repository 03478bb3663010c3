//! A thousand speeches listed anew, by the viewer and by plain rows of Yew.
//!
//! The viewer takes a filter off that has let one speech through, and the others come back; the peer shows other rows
//! in the place of those that it had. Both are measured alike: from the event to the first task after the frame in
//! which all stand on the page. How long it takes when they are made for the first time stands beside it.

use std::path::Path;

use reqwest::Url;
use serde_json::Value;

use super::{Figures, float, quantile};
use crate::page::{APP_IS_UP, Page};
use crate::site::{Site, url};

/// So many speeches are listed, and half of them; the files bear these names.
const COUNTS: [usize; 2] = [1000, 500];
const ROUNDS: usize = 9;
const OPENINGS: usize = 5;

/// `anew(act, isDone)` comes to the milliseconds from the act to the picture of what it leads to.
const ANEW: &str = "globalThis.anew = (act, isDone) => new Promise(resolve => {
    const start = performance.now();
    const look = () => requestAnimationFrame(() => {
        if (!isDone()) return look();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now() - start);
        channel.port2.postMessage(null);
    });
    act();
    look();
});";

const N_SHOWN: &str = "document.querySelectorAll('article:not([hidden] *)').length";

/// A page that lists speeches.
struct Listing {
    url: Url,
    /// What has to be so before anything is measured.
    is_up: String,
    /// What lists the speeches, as an expression; `nth` counts the rounds.
    act: &'static str,
    /// What is done before each round but the first, and what it leads to.
    back: (&'static str, &'static str),
    n: usize,
}

/// The first time and the others, in milliseconds.
struct Times {
    first: f64,
    anew: f64,
}

pub fn run(site: &Site, folder: &Path, figures: &mut Figures) {
    let folder = folder.join("anew");
    let [whole, half] = COUNTS.map(|n| measured(site, &ours(&folder, n)));
    let peer = folder.join("peer.html");
    let peer = peer.is_file().then(|| measured(site, &yew(&peer)));
    println!("\n| speeches listed | anew, ms | for the first time, ms |\n|---|--:|--:|");
    let row = |what: &str, times: &Times| println!("| {what} | {:.1} | {:.1} |", times.anew, times.first);
    row("kaigiroku, 1,000", &whole);
    row("kaigiroku, 500", &half);
    if let Some(peer) = &peer {
        row("Yew with `content-visibility`, 1,000", peer);
        let ratios = Times { first: whole.first / peer.first, anew: whole.anew / peer.anew };
        println!("| ratio | {:.2} | {:.2} |", ratios.anew, ratios.first);
        figures.put("anew", ratios.anew);
        figures.put("anew first", ratios.first);
    }
    figures.put_twice("1,000 speeches listed anew", whole.anew / half.anew);
    figures.put_twice("1,000 speeches listed for the first time", whole.first / half.first);
}

/// The viewer, which lets one speech through.
fn ours(folder: &Path, n: usize) -> Listing {
    let mut url = url(&folder.join(format!("{n}.html")));
    url.set_fragment(Some("only=1"));
    Listing {
        url,
        is_up: APP_IS_UP.to_owned(),
        act: "document.querySelector('.chip').click()",
        back: ("location.hash = 'only=1'", "document.querySelector('.chip')"),
        n,
    }
}

/// The peer, which shows other rows each time.
fn yew(page: &Path) -> Listing {
    Listing {
        url: url(page),
        is_up:
            "globalThis.up ??= (start().then(() => { globalThis.stands = true; }), true), globalThis.stands"
                .to_owned(),
        act: "wasm_bindgen.set_range(nth % 2 * 1000, nth % 2 * 1000 + 1000)",
        back: ("0", "true"),
        n: COUNTS[0],
    }
}

fn measured(site: &Site, listing: &Listing) -> Times {
    let page = Page::new(&site.engines[0]);
    page.before_each_page(ANEW);
    let (mut first, mut anew) = (Vec::new(), Vec::new());
    for opening in 0..OPENINGS {
        page.open(&"about:blank".parse().expect("an address"));
        page.open(&listing.url);
        page.until("the page stands", &listing.is_up);
        first.push(float(&round(&page, listing, 0)));
        if opening + 1 < OPENINGS {
            continue;
        }
        for nth in 1..=ROUNDS {
            let (back, is_back) = listing.back;
            page.eval(back);
            page.until("it is as before", is_back);
            anew.push(float(&round(&page, listing, nth)));
        }
    }
    Times { first: quantile(&first, 0.5), anew: quantile(&anew, 0.5) }
}

/// Lists the speeches once. The peer has as many before as after, so that it is also held that they are others.
fn round(page: &Page, listing: &Listing, nth: usize) -> Value {
    let Listing { act, n, .. } = listing;
    page.promised(&format!(
        "(nth => {{ const last = () => [...document.querySelectorAll('article')].at(-1);
            const before = {N_SHOWN} === {n} ? last()?.textContent : null;
            return anew(() => {{ {act} }}, () => {N_SHOWN} === {n} && (before === null || last().textContent !== before));
        }})({nth})"
    ))
}
