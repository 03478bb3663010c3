//! `bundle` of several texts into one file: a shelf.
//!
//! May live here: the order of work, what of it is kept in memory, how large a file may be without a word. May
//! not: what is on a shelf (`shelf`), how it is written (`bundle`).

use std::collections::BTreeSet;
use std::path::Path;

use super::args::{Asked, Plain};
use super::input::{self, Found, Input, Text};
use super::place::shown;
use super::pool::Pool;
use super::streams::{self, Streams, Tally};
use super::{Error, batch, output};
use crate::bundle::BundleError;
use crate::bundle::shelf::{self, Block, Contents, Prime, Primed};
use crate::model::Minutes;
use crate::shelf::{Draft, EntryId, Shelf};

/// As many meetings are looked at for what all of them share.
const N_SAMPLES: usize = 8;

/// Plain text above this is worth a choice, in bytes.
const MUCH_PLAIN: usize = 4_000_000;

/// Makes one file of all texts. Of each only what the directory needs and its packed block are kept.
///
/// # Errors
///
/// What stands in the way of all of them.
pub(super) fn run(
    found: Found,
    page: &str,
    target: &Path,
    title: Option<&str>,
    plain: Plain,
    asked: &Asked,
    streams: &mut Streams,
) -> Result<Tally, Error> {
    let inputs: Vec<&Input> = found.inputs.iter().flatten().collect();
    output::check(target, &inputs)?;
    let pool = Pool::new(asked.n_jobs)?;
    let prime = prime(&inputs, &pool, asked);
    let (mut drafts, mut blocks) = (Vec::new(), Vec::new());
    let make = |below: &Path, text: Text| one(below, text, &prime);
    let mut tally = batch::gather(found, &pool, asked, streams, make, |(draft, block)| {
        drafts.push(draft);
        blocks.push(block);
        Ok(())
    })?;
    if drafts.is_empty() {
        streams.tell_sum(&tally, asked);
        return Ok(tally);
    }
    let files: Vec<String> = drafts.iter().map(|draft| draft.file().to_owned()).collect();
    let (shelf, places) = Shelf::bind(drafts);
    tell_repeated(&files, &places, asked, streams);
    tally.n_made = shelf.entries.len();
    let blocks: Vec<&Block> = places.iter().filter_map(|&at| blocks.get(at)).collect();
    let failed = |error| Error::Shell { error };
    let own = shelf.display_title();
    let title = title.filter(|title| !title.trim().is_empty()).unwrap_or(&own);
    let plain_text = plain_text(&shelf, title, plain, &prime, &blocks).map_err(failed)?;
    let contents = Contents { title, shelf: &shelf, plain: &plain_text, prime: &prime, blocks: &blocks };
    let pieces = shelf::write(page, &contents).map_err(failed)?;
    output::write_whole_of(target, pieces.iter().map(|piece| piece.as_bytes()))?;
    let len = pieces.iter().map(|piece| piece.len()).sum();
    let n_speeches = shelf.entries.iter().map(|entry| entry.n_speeches as usize).sum();
    streams.say(streams::written_shelf(target, len, shelf.entries.len(), n_speeches).as_bytes())?;
    if plain != Plain::None && plain_text.len() > MUCH_PLAIN {
        streams.tell(much_plain(target, plain_text.len()));
    }
    streams.tell_size(target, len);
    streams.tell_sum(&tally, asked);
    Ok(tally)
}

/// What the meetings share, from some that are spread over all of them.
fn prime(inputs: &[&Input], pool: &Pool, asked: &Asked) -> Prime {
    let step = inputs.len().div_ceil(N_SAMPLES).max(1);
    let samples = inputs.iter().copied().step_by(step).filter(|input| input.can_be_read_again());
    let mut read: Vec<Minutes> = Vec::new();
    let weight = |input: &&Input| input.len();
    let work = |input: &Input| input::read(input.clone(), asked.encoding).ok().map(|text| text.minutes);
    // What cannot be read is told when it is its turn.
    let _ = pool.in_order(samples, weight, work, |minutes| {
        read.extend(minutes);
        Ok::<(), ()>(())
    });
    Prime::of(&read)
}

/// What the directory needs of a text, and the text packed.
fn one(below: &Path, text: Text, prime: &Prime) -> Result<(Draft, Block), Error> {
    let file = below.to_string_lossy().replace('\\', "/");
    let Text { place, minutes, .. } = text;
    let draft = Draft::of(&file, &minutes);
    let bytes = shelf::write_meeting(&minutes);
    drop(minutes);
    let block = bytes.and_then(|bytes| prime.pack(draft.key(), &bytes));
    block.map(|block| (draft, block)).map_err(|error| Error::Bundle { place, error })
}

/// The plain text, with the meetings that are asked for in full.
fn plain_text(
    shelf: &Shelf,
    title: &str,
    plain: Plain,
    prime: &Prime,
    blocks: &[&Block],
) -> Result<String, BundleError> {
    let prime = Primed::new(prime.block())?;
    let full: Vec<EntryId> = match plain {
        Plain::None => Vec::new(),
        Plain::Newest => shelf.newest().into_iter().collect(),
        Plain::All => shelf.ids().rev().collect(),
    };
    shelf::write_listing_of(shelf, title, &full, |id| {
        let missing = || BundleError::NoMeeting { key: id.0.to_string() };
        let block = blocks.get(id.idx()).ok_or_else(missing)?;
        shelf::read_meeting(&prime.unpack(&block.id, block.len, &block.base64)?)
    })
}

/// Names the files that are left out because another holds the same text.
pub(super) fn tell_repeated(files: &[String], places: &[usize], asked: &Asked, streams: &mut Streams) {
    if asked.quiet || files.len() == places.len() {
        return;
    }
    let kept: BTreeSet<usize> = places.iter().copied().collect();
    for (_, file) in files.iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        let file = shown(Path::new(file));
        streams.tell(format!(
            "{file}: 同じ会議録がほかにもあるため、1件だけを入れます。（The same minutes are there twice; one is kept.）"
        ));
    }
}

fn much_plain(target: &Path, len: usize) -> String {
    let target = shown(target);
    let size = len as f64 / 1e6;
    format!(
        "{target}: 文字だけで読める部分が {size:.1} MB あります。--plain newest で最新の1件だけ、--plain none で一覧だけにできます。（{size:.1} MB of plain text; --plain newest keeps that of the newest meeting, --plain none the list alone.）"
    )
}
