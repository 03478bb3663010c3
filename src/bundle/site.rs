//! Pages of a site: many meetings on plain hosting, each a page of its own, that share one style sheet and one
//! program, and pages that lead to them.
//!
//! ```text
//! index.html            councils, and the newest meetings
//! search.html           a search over everything
//! feed.xml, sitemap.xml for readers of news and for search engines
//! a/                    style sheets, scripts and programs, named by what they hold
//! c/COUNCIL.html        the meetings of a council by year
//! m/MEETING.html        a meeting, called by the key that a shelf knows it by
//! s/                    what the search fetches, named by what it holds
//! ```
//!
//! What is named by what it holds never changes and may be kept for ever by whoever fetched it. Every page reads
//! without script. Programs are fetched, from the same host and from nowhere else, which the policy of each page says;
//! nothing is sent.
//!
//! May live here: these pages. May not: what is read and written (`cli`), the form of what the search fetches
//! (`search`).

use std::cmp::Reverse;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::escape::Html;
use super::{BundleError, slot};
use crate::shelf::{Entry, EntryId, Shelf};

/// A file that several pages share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its name in the folder `a`.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A page whose style sheet, program and script lie beside it, and these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parted {
    /// The page; its slots are those of the whole one.
    pub page: String,
    /// The style sheet, the program (in gzip) and the script.
    pub assets: [Asset; 3],
}

const BRING: &str = include_str!("site.js");

/// Takes the blocks out of a viewer page that holds everything, and names them instead. `way` leads from the page to
/// the folder of the site. `base64` reads the program.
///
/// # Errors
///
/// When `page` is no such page.
pub fn part(
    page: &str,
    name: &str,
    way: &str,
    base64: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<Parted, BundleError> {
    let [before, css, rest] = cut(page, "<style id=\"kg-css\">", "</style>")?;
    let [between, program, rest] = cut(rest, "<script type=\"text/plain\" id=\"kg-wasm\" ", "</script>")?;
    let (attributes, program) = program.split_once('>').ok_or(BundleError::NoSlot { slot: "kg-wasm" })?;
    let [last, boot, after] = cut(rest, "<script id=\"kg-boot\">", "</script>")?;
    let wasm = base64(program).ok_or(BundleError::NoSlot { slot: "kg-wasm" })?;
    let boot = format!("{BRING}function start() {{{boot}}}\n");
    let css = asset(name, "css", css.as_bytes().to_vec());
    let wasm = asset(name, "wasm.gz", wasm);
    let boot = asset(name, "js", boot.into_bytes());
    let [before, policy, head] = cut(before, POLICY, "\"")?;
    // A file that is saved from the page is held by the policy of one that holds everything. What is laid into
    // these places later must stand in no script: no text becomes one.
    let page = format!(
        "{before}{POLICY}{}\"{head}<link rel=\"stylesheet\" id=\"kg-css\" href=\"{way}a/{}\">{between}\
         <div hidden id=\"kg-wasm\" {attributes} data-policy=\"{policy}\" data-src=\"{way}a/{}\"></div>{last}\
         <div hidden id=\"kg-boot\"></div>\n<script src=\"{way}a/{}\" defer></script>{after}",
        policy_of_site(policy),
        css.name,
        wasm.name,
        boot.name
    );
    Ok(Parted { page, assets: [css, wasm, boot] })
}

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// What stands before, between and behind two marks, these left out.
fn cut<'a>(page: &'a str, open: &'static str, close: &str) -> Result<[&'a str; 3], BundleError> {
    let missing = BundleError::NoSlot { slot: open };
    let (before, rest) = page.split_once(open).ok_or(missing.clone())?;
    let (content, after) = rest.split_once(close).ok_or(missing)?;
    Ok([before, content, after])
}

/// The policy of a page that holds everything, as it is where the parts lie beside it: they come from the same host.
fn policy_of_site(policy: &str) -> String {
    let directives = policy.split(';').map(|directive| match directive.split_whitespace().next() {
        Some("script-src") => " script-src 'self' 'wasm-unsafe-eval'",
        Some("style-src") => " style-src 'self'",
        Some("connect-src") => " connect-src 'self'",
        _ => directive,
    });
    directives.collect::<Vec<_>>().join(";")
}

/// A file that is called by what it holds.
fn asset(name: &str, extension: &str, bytes: Vec<u8>) -> Asset {
    let hash = Sha256::digest(&bytes).iter().take(8).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    Asset { name: format!("{name}-{hash}.{extension}"), bytes }
}

/// The way back, above a meeting.
const NAV: &str = "<nav class=\"site\"><a href=\"../index.html\">会議録の一覧</a> \
                   <a href=\"../search.html\">すべての会議録から探す</a></nav>\n";

/// The empty page of a meeting, with the ways back to the site.
///
/// # Errors
///
/// When `page` has no head or no body.
pub fn with_ways(page: &str) -> Result<String, BundleError> {
    let [before, _, after] = cut(page, "<body>\n", "")?;
    Ok(format!("{before}<body>\n{NAV}{after}"))
}

/// The search page, with the name of its directory and the title of the site.
///
/// # Errors
///
/// When `page` is no such page.
pub fn search_page(page: &str, directory: &str, title: &str) -> Result<String, BundleError> {
    let page = slot::TITLE.fill(page, &Html(&format!("探す｜{title}")).to_string())?;
    let [before, _, after] = cut(&page, "id=\"kg-wasm\" ", "")?;
    Ok(format!("{before}id=\"kg-wasm\" data-directory=\"{directory}\" {after}"))
}

/// What every list of meetings needs.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The name of the style sheet.
    pub css: &'a str,
    /// Where it is published, with a slash at its end.
    pub base: Option<&'a str>,
    /// The meetings.
    pub shelf: &'a Shelf,
}

/// So many meetings stand on the first page and in the feed.
pub const N_NEWEST: usize = 50;

impl Site<'_> {
    /// The meetings whose day is known, newest first, then the others.
    pub fn newest(&self) -> Vec<(EntryId, &Entry)> {
        let mut entries: Vec<(EntryId, &Entry)> = self.shelf.ids().zip(&self.shelf.entries).collect();
        entries.sort_by_key(|(_, entry)| Reverse((entry.date, entry.key)));
        entries
    }

    /// The first page.
    pub fn index(&self) -> String {
        let mut body = format!("<h1>{}</h1>\n", Html(self.title));
        body.push_str(
            "<form role=\"search\" action=\"search.html\">\n<label for=\"q\">すべての会議録から探す</label>\n\
             <input id=\"q\" name=\"q\" type=\"search\">\n<button type=\"submit\">探す</button>\n</form>\n<h2>会議体</h2>\n<ul>\n",
        );
        for (number, name, entries) in self.councils() {
            let n = entries.len();
            let _ = writeln!(body, "<li><a href=\"c/{number}.html\">{}</a>（{n}件）</li>", Html(name));
        }
        body.push_str("</ul>\n<h2>新しい会議録</h2>\n<ul>\n");
        self.newest().into_iter().take(N_NEWEST).for_each(|(_, entry)| list_entry(entry, "", &mut body));
        body.push_str("</ul>\n");
        self.page(self.title, "", &body)
    }

    /// The page of each council: its name, and what is in it.
    pub fn council_pages(&self) -> Vec<(String, String)> {
        let page = |(number, name, entries): (usize, &str, Vec<&Entry>)| {
            let mut body = format!("<h1>{}</h1>\n", Html(name));
            let mut year = None;
            for entry in entries.into_iter().rev() {
                if year != Some(entry.fiscal_year) {
                    if year.is_some() {
                        body.push_str("</ul>\n");
                    }
                    year = Some(entry.fiscal_year);
                    let words = entry
                        .fiscal_year
                        .map_or("年度の記載なし".to_owned(), |year| format!("{year}年度"));
                    let _ = writeln!(body, "<h2>{words}</h2>\n<ul>");
                }
                list_entry(entry, "../", &mut body);
            }
            body.push_str("</ul>\n<footer><p><a href=\"../index.html\">会議録の一覧</a></p></footer>\n");
            (format!("{number}.html"), self.page(&format!("{name}｜{}", self.title), "../", &body))
        };
        self.councils().into_iter().map(page).collect()
    }

    /// The councils with their meetings, in the order of the shelf; those without a council last.
    fn councils(&self) -> Vec<(usize, &str, Vec<&Entry>)> {
        let mut councils: Vec<(usize, &str, Vec<&Entry>)> = Vec::new();
        let mut last = None;
        for entry in &self.shelf.entries {
            if last != Some(entry.council) {
                last = Some(entry.council);
                let name =
                    entry.council.map_or("会議体の記載なし", |council| self.shelf.council(council));
                councils.push((councils.len() + 1, name, Vec::new()));
            }
            if let Some((_, _, entries)) = councils.last_mut() {
                entries.push(entry);
            }
        }
        councils
    }

    /// A page without any program.
    fn page(&self, title: &str, way: &str, body: &str) -> String {
        let (title, css) = (Html(title), self.css);
        format!(
            "<!doctype html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; \
             img-src data:; base-uri 'none'; form-action 'self'\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"generator\" content=\"kaigiroku {}\">\n<title>{title}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{way}a/{css}\">\n{}</head>\n\
             <body>\n<main id=\"kg-plain\">\n{body}</main>\n</body>\n</html>\n",
            env!("CARGO_PKG_VERSION"),
            self.feed_link(way),
        )
    }

    fn feed_link(&self, way: &str) -> String {
        match self.base {
            Some(_) => {
                format!("<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{way}feed.xml\">\n")
            }
            None => String::new(),
        }
    }
}

fn list_entry(entry: &Entry, way: &str, out: &mut String) {
    let day = entry.date.map(|date| format!("{} ", date.iso())).unwrap_or_default();
    let (key, title, n) = (entry.key, Html(&entry.title), entry.n_speeches);
    let _ = writeln!(out, "<li>{day}<a href=\"{way}m/{key}.html\">{title}</a>（発言{n}件）</li>");
}
