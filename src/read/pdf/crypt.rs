//! Files that are locked, but not by a password: their authors only forbade changes (ISO 32000-2, 7.6).
//!
//! May live here: the key of such a file, and opening its streams with it. May not: passwords other than
//! none, and keys that are handed out.

use aes::cipher::{Array, BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, StreamCipher};
use aes::{Aes128, Aes256};
use md5::Md5;
use rc4::{KeyInit, Rc4};
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::PdfError;
use super::file::File;
use super::object::{Dict, Object};

/// What opens the streams of a locked file.
pub(super) struct Lock {
    method: Method,
    key: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    /// Streams are not locked.
    Open,
    Rc4,
    Aes128,
    Aes256,
}

/// What a password is filled up with.
const FILL: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E,
    0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

impl Lock {
    /// The lock of a file; none where it is not locked.
    ///
    /// # Errors
    ///
    /// When it asks for a password, or is locked in an unknown way.
    pub(super) fn of(file: &File) -> Result<Option<Lock>, PdfError> {
        let object =
            file.trailer.get(b"Encrypt".as_slice()).map_or(Object::Null, |object| file.resolve(object));
        let Object::Dict(dict) = object else { return Ok(None) };
        if file.get(&dict, "Filter").name() != Some(b"Standard") {
            return Err(PdfError::Locked);
        }
        lock(file, &dict).map(Some).ok_or(PdfError::Locked)
    }

    /// What a stream holds. Bytes that do not fit come out as anything, and are then no text.
    pub(super) fn open(&self, bytes: &[u8], (number, generation): (u32, u16)) -> Vec<u8> {
        let [a, b, c, _] = number.to_le_bytes();
        let [d, e] = generation.to_le_bytes();
        let salt: &[u8] = if self.method == Method::Aes128 { b"sAlT" } else { b"" };
        let key = [&self.key, [a, b, c, d, e].as_slice(), salt].concat();
        let key = md5(&key).into_iter().take(self.key.len().saturating_add(5).min(16)).collect::<Vec<u8>>();
        let opened = match self.method {
            Method::Open => None,
            Method::Rc4 => rc4(&key, bytes),
            Method::Aes128 => {
                cbc::Decryptor::<Aes128>::new_from_slices(&key, start(bytes)).ok().map(|by| opened(by, bytes))
            }
            Method::Aes256 => cbc::Decryptor::<Aes256>::new_from_slices(&self.key, start(bytes))
                .ok()
                .map(|by| opened(by, bytes)),
        };
        opened.unwrap_or_else(|| bytes.to_vec())
    }
}

fn lock(file: &File, dict: &Dict) -> Option<Lock> {
    let number = |name| file.get(dict, name).number().map(|number| number as i64);
    let text = |name| file.get(dict, name).text().map(<[u8]>::to_vec);
    let (version, revision) = (number("V")?, number("R")?);
    let method = match version {
        1 | 2 => Method::Rc4,
        4 | 5 => {
            let filters = file.get_dict(dict, "CF");
            let name = file.get(dict, "StmF");
            let filter = name.name().and_then(|name| filters.get(name)).map(|filter| file.resolve(filter));
            let method = filter.as_ref().and_then(Object::dict).map(|filter| file.get(filter, "CFM"));
            match method.as_ref().and_then(Object::name) {
                Some(b"V2") => Method::Rc4,
                Some(b"AESV2") => Method::Aes128,
                Some(b"AESV3") => Method::Aes256,
                _ => Method::Open,
            }
        }
        _ => return None,
    };
    let (owner, user) = (text("O")?, text("U")?);
    let key = if version == 5 {
        new_key(&user, &text("UE")?, revision)?
    } else {
        let n_bytes =
            if version == 1 { 5 } else { number("Length").map_or(5, |bits| bits / 8).clamp(5, 16) as usize };
        let n_bytes = if version == 4 { 16 } else { n_bytes };
        let id = match file.trailer.get(b"ID".as_slice()).map(|id| file.resolve(id)) {
            Some(Object::Array(ids)) => {
                ids.first().and_then(Object::text).map(<[u8]>::to_vec).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        let is_open = file.get(dict, "EncryptMetadata") == Object::Bool(false);
        let rest: &[u8] = if revision >= 4 && is_open { &[0xFF; 4] } else { &[] };
        let may = (number("P")? as u32).to_le_bytes();
        let owner = owner.get(..32)?;
        old_key(&[owner, &may, &id, rest].concat(), n_bytes, &id, &user, revision)?
    };
    Some(Lock { method, key })
}

/// The key of the first four versions; none where there is a password.
fn old_key(about: &[u8], n_bytes: usize, id: &[u8], user: &[u8], revision: i64) -> Option<Vec<u8>> {
    let mut key = md5(&[&FILL, about].concat());
    if revision >= 3 {
        for _ in 0..50 {
            key = md5(key.get(..n_bytes)?);
        }
    }
    key.truncate(n_bytes);
    let proof = if revision >= 3 {
        let mut proof = md5(&[&FILL, id].concat());
        for round in 0..20_u8 {
            let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
            proof = rc4(&key, &proof)?;
        }
        proof
    } else {
        rc4(&key, &FILL)?
    };
    user.starts_with(&proof).then_some(key)
}

/// The key of the fifth version; none where there is a password.
fn new_key(user: &[u8], packed: &[u8], revision: i64) -> Option<Vec<u8>> {
    let digest =
        |salt: &[u8]| if revision >= 6 { hardened(salt) } else { Some(Sha256::digest(salt).to_vec()) };
    if digest(user.get(32..40)?)? != user.get(..32)? {
        return None;
    }
    let by = cbc::Decryptor::<Aes256>::new_from_slices(&digest(user.get(40..48)?)?, &[0; 16]).ok()?;
    Some(decrypted(by, packed.get(..32)?))
}

/// The digest of ISO 32000-2, algorithm 2.B, for no password.
fn hardened(salt: &[u8]) -> Option<Vec<u8>> {
    let mut key = Sha256::digest(salt).to_vec();
    let mut round = 0_u32;
    loop {
        let mut bytes = key.repeat(64);
        let by = cbc::Encryptor::<Aes128>::new_from_slices(key.get(..16)?, key.get(16..32)?);
        by.ok()?.encrypt_blocks(Array::slice_as_chunks_mut(&mut bytes).0);
        let sum: u32 = bytes.iter().take(16).map(|&byte| u32::from(byte)).sum();
        key = match sum % 3 {
            0 => Sha256::digest(&bytes).to_vec(),
            1 => Sha384::digest(&bytes).to_vec(),
            _ => Sha512::digest(&bytes).to_vec(),
        };
        round += 1;
        if round >= 64 && u32::from(*bytes.last()?) + 32 <= round {
            key.truncate(32);
            return Some(key);
        }
    }
}

fn md5(bytes: &[u8]) -> Vec<u8> {
    Md5::digest(bytes).to_vec()
}

fn rc4(key: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = bytes.to_vec();
    Rc4::new_from_slice(key).ok()?.apply_keystream(&mut bytes);
    Some(bytes)
}

/// The block before the first one.
fn start(bytes: &[u8]) -> &[u8] {
    bytes.get(..16).unwrap_or_default()
}

/// What follows the first block, without what fills up the last one.
fn opened(by: impl BlockModeDecrypt, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = decrypted(by, bytes.get(16..).unwrap_or_default());
    if let Some(&n_fill @ 1..=16) = bytes.last() {
        bytes.truncate(bytes.len().saturating_sub(usize::from(n_fill)));
    }
    bytes
}

fn decrypted(mut by: impl BlockModeDecrypt, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    by.decrypt_blocks(Array::slice_as_chunks_mut(&mut bytes).0);
    bytes
}
