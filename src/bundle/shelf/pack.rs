//! Meetings are deflated and put into base64, and unpacked again, where no browser does it.
//!
//! May live here: deflating, base64, lengths. May not: which blocks a page has.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::DataFormat;
use miniz_oxide::deflate::CompressionLevel;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::letters;
use super::meeting::columns_at;
use super::{Block, DIRECTORY, MAX_LEN, PRIME, block_id, boundary};
use crate::bundle::BundleError;
use crate::model::Minutes;
use crate::shelf::EntryKey;

/// How many bytes a prime is made of at most. The window of deflate is 32,768 bytes; half of it saves nearly what
/// the whole would, and every meeting is unpacked behind it.
pub const PRIME_LEN: usize = 16 << 10;

/// A prime and the state in which it leaves whoever deflates.
#[derive(Clone)]
pub struct Prime {
    block: Block,
    state: CompressorOxide,
}

/// A prime taken out of a page.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Primed {
    packed: Vec<u8>,
    len: usize,
}

impl Prime {
    /// A prime of some of the meetings, of each as much as of the others, from where speeches stand.
    pub fn of<'a>(samples: impl IntoIterator<Item = &'a Minutes>) -> Prime {
        let samples: Vec<&Minutes> = samples.into_iter().collect();
        let len = PRIME_LEN / samples.len().max(1);
        let mut letters: Vec<u8> = Vec::with_capacity(PRIME_LEN);
        for minutes in samples {
            let text = minutes.source.text();
            let at = boundary(text, text.len() / 3);
            let end = letters.len() + len;
            // No letter takes less than a byte.
            letters::write(text.get(at..).unwrap_or_default().chars().take(len), &mut letters);
            letters.truncate(end);
        }
        let mut state = CompressorOxide::with_format_and_level(DataFormat::Raw, LEVEL);
        let packed = deflate(&mut state, &letters, TDEFLFlush::Sync);
        let block = Block { id: PRIME.to_owned(), len: letters.len(), base64: STANDARD.encode(&packed) };
        Prime { block, state }
    }

    /// Its block.
    pub fn block(&self) -> &Block {
        &self.block
    }

    /// Packs the bytes of a meeting.
    ///
    /// # Errors
    ///
    /// [`BundleError::TooLong`].
    pub fn pack(&self, key: EntryKey, meeting: &[u8]) -> Result<Block, BundleError> {
        // Letters and columns are nothing alike: each gets codes of its own.
        let (text, columns) = meeting.split_at(columns_at(meeting));
        self.packed(block_id(key), &[text, columns])
    }

    /// Packs a directory.
    ///
    /// # Errors
    ///
    /// [`BundleError::TooLong`].
    pub(super) fn pack_directory(&self, json: &str) -> Result<Block, BundleError> {
        self.packed(DIRECTORY.to_owned(), &[json.as_bytes()])
    }

    fn packed(&self, id: String, parts: &[&[u8]]) -> Result<Block, BundleError> {
        let len = parts.iter().map(|part| part.len()).sum();
        if len > MAX_LEN {
            return Err(BundleError::TooLong { len, max: MAX_LEN });
        }
        let mut state = self.state.clone();
        let mut packed = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let is_last = at + 1 == parts.len();
            let flush = if is_last { TDEFLFlush::Finish } else { TDEFLFlush::Sync };
            packed.extend(deflate(&mut state, part, flush));
        }
        Ok(Block { id, len, base64: STANDARD.encode(&packed) })
    }
}

const LEVEL: CompressionLevel = CompressionLevel::BestCompression;

fn deflate(state: &mut CompressorOxide, bytes: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = bytes;
    loop {
        let (status, n_taken) = compress_to_output(state, rest, flush, |packed| {
            out.extend_from_slice(packed);
            true
        });
        rest = rest.get(n_taken..).unwrap_or_default();
        // A sync that has taken everything is done; a second one would leave a second mark.
        if status != TDEFLStatus::Okay || rest.is_empty() {
            return out;
        }
    }
}

impl Primed {
    /// The prime of a page.
    ///
    /// # Errors
    ///
    /// When it is not in base64.
    pub fn new(block: &Block) -> Result<Primed, BundleError> {
        let packed = decode(&block.id, &block.base64)?;
        Ok(Primed { packed, len: block.len })
    }

    /// The bytes of the meeting in a block.
    ///
    /// # Errors
    ///
    /// When it is damaged, or not as long as it says.
    pub fn unpack(&self, id: &str, len: usize, base64: &str) -> Result<Vec<u8>, BundleError> {
        let damaged = || BundleError::Packed { id: id.to_owned() };
        if len > MAX_LEN || self.len > MAX_LEN {
            return Err(BundleError::TooLong { len: len.max(self.len), max: MAX_LEN });
        }
        let stream = [self.packed.as_slice(), &decode(id, base64)?].concat();
        let mut bytes = decompress_to_vec_with_limit(&stream, self.len + len).map_err(|_| damaged())?;
        if bytes.len() != self.len + len {
            return Err(damaged());
        }
        bytes.drain(..self.len);
        Ok(bytes)
    }
}

fn decode(id: &str, base64: &str) -> Result<Vec<u8>, BundleError> {
    STANDARD.decode(base64.trim()).map_err(|_| BundleError::Packed { id: id.to_owned() })
}
