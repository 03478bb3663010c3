//! Text of any known kind becomes minutes: plain text, the JSON of the Diet's minutes, or a file that
//! this program made.
//!
//! Which of them it is shows in the text, never in a name. The Diet's JSON is turned into the text of
//! minutes first ([`diet`]) and then read like any other, so that nothing is understood in two ways.
//!
//! May live here: telling kinds apart, and what is taken out of a container. May not: bytes (`read`),
//! what minutes say (`syntax`, `model`).

pub mod diet;
mod error;

pub use error::ImportError;

use serde_json::Value;

use crate::bundle;
use crate::model::Minutes;

/// Minutes and what they were taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The minutes. Their source is the text of minutes, not its container.
    pub minutes: Minutes,
    /// What they were taken from.
    pub container: Container,
}

/// What a text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// The text of minutes itself.
    Text,
    /// The JSON of the Diet's minutes.
    Diet,
    /// An HTML file made by this program.
    Bundle,
}

/// Reads minutes out of a text.
///
/// # Errors
///
/// When the text is JSON that holds no minutes or those of several meetings, or a file of ours that is damaged
/// or holds no data. A text that is nothing but text is never an error.
pub fn read(text: impl Into<String>) -> Result<Import, ImportError> {
    let text = text.into();
    let start = text.trim_start();
    if is_page(start) && bundle::is_ours(start) {
        if bundle::is_copy(start) {
            return Err(ImportError::ReadingCopy);
        }
        let minutes = bundle::read(&text).map_err(ImportError::Bundle)?;
        return Ok(Import { minutes, container: Container::Bundle });
    }
    if start.starts_with(['{', '[']) {
        match serde_json::from_str::<Value>(start) {
            Ok(value) => {
                let minutes = Minutes::of(diet::text_of(&value)?);
                return Ok(Import { minutes, container: Container::Diet });
            }
            // Minutes may begin with a bracket; only the Diet's key says that JSON was meant.
            Err(error) if text.contains("\"speechRecord\"") => return Err(ImportError::json(&text, &error)),
            Err(_) => {}
        }
    }
    Ok(Import { minutes: Minutes::of(text), container: Container::Text })
}

fn is_page(start: &str) -> bool {
    let start: String = start.chars().take(14).collect::<String>().to_ascii_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}
