//! What a site tells those who do not look at it: a map for search engines, a feed of new meetings.
//!
//! May live here: Atom (RFC 4287) and sitemaps (sitemaps.org, version 0.9). May not: addresses that nobody gave.

use std::fmt::Write as _;

use super::escape::Html;
use super::site::{N_NEWEST, Site};
use crate::shelf::Entry;

/// A map may name so many addresses.
const N_MAPPED: usize = 50_000;

/// The feed of the newest meetings, whose days are their times: those are all that minutes tell. `base` is where the
/// site is published, with a slash at its end.
pub fn atom(site: &Site, base: &str) -> String {
    let newest: Vec<&Entry> = site
        .newest()
        .into_iter()
        .map(|(_, entry)| entry)
        .filter(|entry| entry.date.is_some())
        .take(N_NEWEST)
        .collect();
    let (title, base) = (Html(site.title), Html(base));
    let updated = newest.first().map_or(NEVER.to_owned(), |entry| time(entry));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ja\">\n\
         <id>{base}feed.xml</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
         <author><name>{title}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}feed.xml\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{base}index.html\"/>\n"
    );
    for entry in newest {
        let (key, words, time) = (entry.key, without_controls(&entry.title), time(entry));
        let _ = write!(
            out,
            "<entry>\n<id>{base}m/{key}.html</id>\n<title>{}</title>\n<updated>{time}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{base}m/{key}.html\"/>\n\
             <summary>発言{}件</summary>\n</entry>\n",
            Html(&words),
            entry.n_speeches
        );
    }
    out.push_str("</feed>\n");
    out
}

/// The addresses of all meetings, newest first, and of the first page.
pub fn sitemap(site: &Site, base: &str) -> String {
    let base = Html(base);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
         <url><loc>{base}index.html</loc></url>\n"
    );
    for (_, entry) in site.newest().into_iter().take(N_MAPPED - 1) {
        let _ = writeln!(out, "<url><loc>{base}m/{}.html</loc></url>", entry.key);
    }
    out.push_str("</urlset>\n");
    out
}

/// The time of a feed in which nothing stands.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// The beginning of the day of a meeting, in Japan.
fn time(entry: &Entry) -> String {
    entry.date.map_or(NEVER.to_owned(), |date| format!("{}T00:00:00+09:00", date.iso()))
}

/// XML knows no way to write most control characters.
fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}
