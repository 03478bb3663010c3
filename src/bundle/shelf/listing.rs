//! The meetings of a shelf as HTML that reads, jumps and prints without any program.
//!
//! May live here: the list, and where meetings stand in full. May not: how one reads (`plain`).

use std::collections::BTreeSet;
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
    let ids: Vec<EntryId> = full.iter().map(|(id, _)| *id).collect();
    let whole = |id| full.iter().find(|(full, _)| *full == id).map(|(_, minutes)| whole(shelf, id, minutes));
    list_and_whole(shelf, title, &ids, whole)
}

/// The same of meetings that are taken one after the other, so that never more than one is at hand.
///
/// # Errors
///
/// The first one of `minutes`.
pub fn write_listing_of<E>(
    shelf: &Shelf,
    title: &str,
    full: &[EntryId],
    mut minutes: impl FnMut(EntryId) -> Result<Minutes, E>,
) -> Result<String, E> {
    let mut failed = None;
    let text = list_and_whole(shelf, title, full, |id| match minutes(id) {
        Ok(minutes) => Some(whole(shelf, id, &minutes)),
        Err(error) => {
            failed.get_or_insert(error);
            None
        }
    });
    failed.map_or(Ok(text), Err)
}

fn list_and_whole(
    shelf: &Shelf,
    title: &str,
    full: &[EntryId],
    whole: impl FnMut(EntryId) -> Option<String>,
) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = list(&mut out, shelf, title, &full.iter().copied().collect());
    full.iter().copied().filter_map(whole).for_each(|text| out.push_str(&text));
    out.push_str("<footer><p>このファイルは何も送信しません。</p></footer>\n");
    out
}

/// A meeting in full. Each place is called as links of the viewer name it, so that these lead there without
/// script, too.
fn whole(shelf: &Shelf, id: EntryId, minutes: &Minutes) -> String {
    let meeting = shelf.entry(id).map(|entry| format!("m={}", entry.key)).unwrap_or_default();
    let text = plain::write_beside(minutes, &format!("{meeting};"));
    format!("<article class=\"meeting\" id=\"{meeting}\">{text}</article>\n")
}

fn list(out: &mut String, shelf: &Shelf, title: &str, full: &BTreeSet<EntryId>) -> std::fmt::Result {
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
                    line(out, entry, full.contains(&id))?;
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
