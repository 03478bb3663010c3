//! `site`: many texts become pages for plain hosting, with a search over all of them.
//!
//! May live here: the order of work, and what lies where. May not: what is on the pages (`bundle`), the form of what
//! the search fetches (`search`).
//!
//! 1. Every text is read once, on all cores. Its page is written; what a search needs of it goes to a temporary file.
//! 2. What is known of all meetings puts them in order.
//! 3. In this order the files of the search are made, of one meeting after the other.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use sha2::{Digest as _, Sha256};

use super::Error;
use super::args::Site as Asked;
use super::batch;
use super::input::{self, Text};
use super::output::write_quickly as write;
use super::place::shown;
use super::pool::Pool;
use super::shelf;
use super::shell::{self, Shell};
use super::streams::{Streams, Tally};
use crate::bundle::site::{self, Site};
use crate::bundle::{self, feed};
use crate::model::Minutes;
use crate::search::shards::{self, Maker, Meeting, Said, Stored};
use crate::shelf::{Draft, Shelf};

/// What is kept of a text until the order of all is known.
struct Kept {
    draft: Draft,
    /// What a search needs of it, packed.
    said: Vec<u8>,
}

/// Makes the site.
///
/// # Errors
///
/// What stands in the way of all texts.
pub(super) fn run(asked: &Asked, streams: &mut Streams) -> Result<Tally, Error> {
    let Asked { asked: texts, output, title, base } = asked;
    let found = input::find(&texts.paths, Some(output));
    if output.exists() && !output.is_dir() {
        return Err(Error::NotAFolder { path: output.clone() });
    }
    let in_shell = |error| Error::Shell { error };
    let decode = |base64: &str| BASE64_STANDARD.decode(base64.trim()).ok();
    let shell = shell::load(Shell::Meeting)?;
    let viewer = site::part(&shell, "viewer", "../", decode).map_err(in_shell)?;
    let page = site::with_ways(&viewer.page).map_err(in_shell)?;
    let finder = site::part(&shell::load(Shell::Finder)?, "finder", "", decode).map_err(in_shell)?;
    for asset in viewer.assets.iter().chain(&finder.assets) {
        write(&output.join("a").join(&asset.name), &asset.bytes)?;
    }
    let make = |below: &Path, text: Text| {
        let Text { place, minutes, .. } = text;
        let draft = Draft::of(&below.to_string_lossy(), &minutes);
        let html = bundle::write(&page, &minutes, None);
        let html = html.map_err(|error| Error::Bundle { place, error })?;
        write(&output.join("m").join(format!("{}.html", draft.key())), html.as_bytes())?;
        let (meeting, speeches) = said(&draft, &minutes);
        Ok(Kept { said: compress_to_vec(&shards::part(&meeting, &speeches), FAST), draft })
    };
    let mut spool = Spool::new(output)?;
    let (mut drafts, mut places) = (Vec::new(), Vec::new());
    let pool = Pool::new(texts.n_jobs)?;
    let mut tally = batch::gather(found, &pool, texts, streams, make, |kept| {
        places.push(spool.push(&kept.said)?);
        drafts.push(kept.draft);
        Ok(())
    })?;
    let files: Vec<String> = drafts.iter().map(|draft: &Draft| draft.file().to_owned()).collect();
    let (shelf, order) = Shelf::bind(drafts);
    shelf::tell_repeated(&files, &order, texts, streams);
    tally.n_made = shelf.entries.len();
    let title = title.as_deref().filter(|title| !title.trim().is_empty()).unwrap_or(TITLE);
    let css = finder.assets.first().map(|css| css.name.as_str()).unwrap_or_default();
    let site = Site { title, css, base: base.as_deref(), shelf: &shelf };
    write(&output.join("index.html"), site.index().as_bytes())?;
    for (name, page) in site.council_pages() {
        write(&output.join("c").join(name), page.as_bytes())?;
    }
    let directory = write_search(&site, &order, &places, &mut spool)?;
    let search = site::search_page(&finder.page, &directory, title).map_err(in_shell)?;
    write(&output.join("search.html"), search.as_bytes())?;
    if let Some(base) = base {
        write(&output.join("feed.xml"), feed::atom(&site, base).as_bytes())?;
        write(&output.join("sitemap.xml"), feed::sitemap(&site, base).as_bytes())?;
    }
    let (n, folder) = (shelf.entries.len(), shown(output));
    streams.say(format!("{folder} に {n} 件の会議録のサイトを書き出しました。\n").as_bytes())?;
    streams.tell_sum(&tally, texts);
    Ok(tally)
}

/// What a site is called that was given no title.
const TITLE: &str = "会議録";

/// How hard the packer tries, from 0 to 10: for what is read again at once, and for what is fetched by many.
const FAST: u8 = 1;
const SMALL: u8 = 9;

/// What a search needs of a meeting.
fn said(draft: &Draft, minutes: &Minutes) -> (Meeting, Vec<Said>) {
    let (entry, source) = (draft.entry(), &minutes.source);
    let meeting = Meeting {
        page: draft.key().to_string(),
        title: entry.title.clone(),
        council: draft.council().unwrap_or_default().to_owned(),
        date: entry.date.map(|date| date.iso()).unwrap_or_default(),
    };
    let speeches = minutes.speeches.iter().map(|speech| {
        let topic = speech.topic.and_then(|id| minutes.topic(id));
        Said {
            number: speech.id.0,
            label: speech.printed.text(source),
            heading: topic.map(|topic| topic.heading.text(source)).unwrap_or_default(),
            paragraphs: speech.paragraphs.iter().map(|paragraph| paragraph.text(source)).collect(),
        }
    });
    (meeting, speeches.collect())
}

/// Writes the files of the search, the newest meetings first; the name of their directory.
fn write_search(
    site: &Site,
    order: &[usize],
    places: &[(u64, usize)],
    spool: &mut Spool,
) -> Result<String, Error> {
    let folder = spool.folder.clone();
    let mut store = |bytes: &[u8]| {
        let packed = compress_to_vec(bytes, SMALL);
        let mut name = [0; 6];
        name.iter_mut().zip(Sha256::digest(&packed)).for_each(|(to, from)| *to = from);
        let stored = Stored { name, len: u32::try_from(packed.len()).unwrap_or(u32::MAX) };
        write(&folder.join("s").join(stored.to_string()), &packed).map(|()| stored)
    };
    let mut maker = Maker::default();
    for (id, _) in site.newest() {
        let place = order.get(id.idx()).and_then(|&draft| places.get(draft));
        if let Some((meeting, speeches)) = place.map(|place| spool.read(place)).transpose()?.flatten() {
            maker.add(&meeting, &speeches, &mut store)?;
        }
    }
    let directory = maker.end(&mut store)?;
    store(&directory).map(|stored| stored.to_string())
}

/// What is read twice, in a file without a name that ends with the program.
struct Spool {
    folder: PathBuf,
    file: File,
    len: u64,
}

impl Spool {
    fn new(folder: &Path) -> Result<Spool, Error> {
        let file = fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder));
        let file = file.map_err(|error| unwritable(folder, error))?;
        Ok(Spool { folder: folder.to_owned(), file, len: 0 })
    }

    /// Where it is, and how long.
    fn push(&mut self, bytes: &[u8]) -> Result<(u64, usize), Error> {
        self.file.write_all(bytes).map_err(|error| unwritable(&self.folder, error))?;
        let place = (self.len, bytes.len());
        self.len += bytes.len() as u64;
        Ok(place)
    }

    fn read(&mut self, &(start, len): &(u64, usize)) -> Result<Option<(Meeting, Vec<Said>)>, Error> {
        let mut bytes = vec![0; len];
        let read = self.file.seek(SeekFrom::Start(start)).and_then(|_| self.file.read_exact(&mut bytes));
        read.map_err(|error| unwritable(&self.folder, error))?;
        let part = decompress_to_vec(&bytes).ok();
        Ok(part.and_then(|part| shards::read_part(&part)))
    }
}

fn unwritable(folder: &Path, error: io::Error) -> Error {
    Error::Unwritable { path: folder.to_owned(), error }
}
