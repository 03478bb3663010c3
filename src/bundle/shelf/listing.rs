//! The meetings of a shelf as HTML that reads, jumps and prints without any program.
//!
//! May live here: the list, and where meetings stand in full. May not: how one reads (`plain`).

use std::fmt::Write;

use crate::bundle::escape::Html;
use crate::bundle::plain;
use crate::chars::grouped;
use crate::model::Minutes;
use crate::shelf::{Entry, EntryId, Shelf};

/// The content of `<main id="kg-plain">`: the list of all meetings by council and year, the newest year
/// first, and then those that `full` gives, whole. In them `m=3fa2c1-89abcdef;` stands in front of every name
/// that a link may use: `#m=3fa2c1-89abcdef;s014`.
pub fn write_listing(shelf: &Shelf, title: &str, full: &[(EntryId, Minutes)]) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = list(&mut out, shelf, title, full);
    for (id, minutes) in full {
        let Some(entry) = shelf.entry(*id) else { continue };
        // Each place is called as links of the viewer name it, so that these lead there without script, too.
        let meeting = format!("m={}", entry.key);
        let text = plain::write_beside(minutes, &format!("{meeting};"));
        let _ = writeln!(out, "<article class=\"meeting\" id=\"{meeting}\">{text}</article>");
    }
    out.push_str("<footer><p>このファイルは何も送信しません。</p></footer>\n");
    out
}

fn list(out: &mut String, shelf: &Shelf, title: &str, full: &[(EntryId, Minutes)]) -> std::fmt::Result {
    let n_speeches: usize = shelf.entries.iter().map(|entry| entry.n_speeches as usize).sum();
    let n_entries = shelf.entries.len();
    writeln!(out, "\n<h1>{}</h1>", Html(title.trim()))?;
    writeln!(
        out,
        "<p>会議録{}件（発言{}件）を収めています。ここで読めるのは{}件です。ほかは JavaScript が動くブラウザーで開きます。</p>",
        grouped(n_entries),
        grouped(n_speeches),
        grouped(full.len()),
    )?;
    let all: Vec<EntryId> = shelf.ids().collect();
    for group in shelf.groups(&all) {
        let council = group.council.map_or("会議体の記載なし", |id| shelf.council(id));
        writeln!(out, "<section class=\"council\">\n<h2>{}</h2>", Html(council))?;
        let (unknown, known): (Vec<_>, Vec<_>) = group.years.iter().partition(|year| year.year.is_none());
        for year in known.into_iter().rev().chain(unknown) {
            match year.year {
                Some(year) => writeln!(out, "<h3>{year}年度</h3>\n<ul>")?,
                None => writeln!(out, "<h3>年度の記載なし</h3>\n<ul>")?,
            }
            for &id in year.entries.iter().rev() {
                if let Some(entry) = shelf.entry(id) {
                    let is_full = full.iter().any(|(full, _)| *full == id);
                    line(out, entry, is_full)?;
                }
            }
            writeln!(out, "</ul>")?;
        }
        writeln!(out, "</section>")?;
    }
    Ok(())
}

fn line(out: &mut String, entry: &Entry, is_full: bool) -> std::fmt::Result {
    let Entry { key, title, date, n_speeches, .. } = entry;
    let title = if title.is_empty() { "（題名の記載なし）" } else { title };
    match is_full {
        true => write!(out, "<li><a href=\"#m={key}\">{}</a>", Html(title))?,
        false => write!(out, "<li>{}", Html(title))?,
    }
    if let Some(date) = date {
        write!(out, "　{}年{}月{}日", date.year, date.month, date.day)?;
    }
    writeln!(out, "　発言{}件</li>", grouped(*n_speeches as usize))
}
