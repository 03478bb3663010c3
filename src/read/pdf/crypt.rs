//! Files that are locked without asking for a password (ISO 32000-1, 7.6).
//!
//! May live here: the key of a file, and opening its streams with it. May not: asking for passwords.

use super::PdfError;
use super::file::File;
use super::object::Object;

/// What opens the streams of a locked file.
pub(super) struct Lock;

impl Lock {
    /// The lock of a file; none where it is not locked.
    ///
    /// # Errors
    ///
    /// When it asks for a password, or is locked in an unknown way.
    pub(super) fn of(file: &File) -> Result<Option<Lock>, PdfError> {
        match file.trailer.get(b"Encrypt".as_slice()) {
            None | Some(Object::Null) => Ok(None),
            Some(_) => Err(PdfError::Locked),
        }
    }

    pub(super) fn open(&self, bytes: &[u8], _id: (u32, u16)) -> Vec<u8> {
        bytes.to_vec()
    }
}
