//! What holds for any bytes that are read as a file, whatever encoding is asked for. See `invariants`.
//!
//! The file stands alone: it names neither the other tests nor what only tests have.

use kaigiroku::bundle::shelf::Opened;
use kaigiroku::cli::Native;
use kaigiroku::diagnostics::Lang;
use kaigiroku::import;
use kaigiroku::read::{self, Edge, Encoding, Kind, Markup};
use kaigiroku::source::Source;

/// The surroundings of the command line, but for the programs that it would start.
struct Alone;

impl Edge for Alone {
    fn decode(&self, encoding: Encoding, bytes: &[u8]) -> Option<String> {
        Native.decode(encoding, bytes)
    }

    fn decode_lossy(&self, encoding: Encoding, bytes: &[u8]) -> String {
        Native.decode_lossy(encoding, bytes)
    }

    fn html(&self, text: &str) -> Markup {
        Native.html(text)
    }
}

/// A file becomes text, or there is a reason: both have their sentences, and their lines are lines of it.
/// Text in UTF-8 is changed in its control characters only, for which signs stand.
pub fn file(bytes: &[u8], asked: Option<Encoding>) {
    let reading = match read::read(bytes, asked, &Alone) {
        Ok(reading) => reading,
        Err(error) => {
            let ends = bytes.iter().filter(|&&byte| matches!(byte, b'\n' | b'\r')).count();
            assert!(error.line().is_none_or(|line| (1..=ends + 1).contains(&line)), "{error:?}");
            assert!(Lang::ALL.iter().all(|&lang| !error.message(lang).is_empty()));
            return;
        }
    };
    assert!(!reading.text.trim().is_empty());
    let n_lines = Source::new(reading.text.as_str()).n_lines();
    for note in &reading.notes {
        assert!(note.line.is_none_or(|line| (1..=n_lines).contains(&line)), "{note:?} of {n_lines}");
        assert!(Lang::ALL.iter().all(|&lang| !note.message(lang).is_empty()));
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && (reading.kind, reading.encoding) == (Kind::Text, Some(Encoding::Utf8))
    {
        // An end mark of old systems goes like a byte order mark.
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let text = text.strip_suffix('\u{1A}').unwrap_or(text);
        assert_eq!(reading.text.chars().count(), text.chars().count());
        assert!(text.chars().zip(reading.text.chars()).all(|(a, b)| a == b || a.is_control()));
    }
    if let Err(error) = import::read(reading.text) {
        assert!(Lang::ALL.iter().all(|&lang| !error.message(lang).is_empty()));
    }
}

/// What passes for the page of a shelf has every meeting of its directory; whether that is whole shows when
/// it is read.
pub fn shelf(html: &str) {
    let Ok(opened) = Opened::new(html) else { return };
    for entry in &opened.shelf().entries {
        if let Err(error) = opened.minutes(entry.key) {
            assert!(Lang::ALL.iter().all(|&lang| !error.message(lang).is_empty()));
        }
    }
}
