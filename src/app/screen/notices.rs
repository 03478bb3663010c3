//! Findings for the reader to know or check.

use super::{Notice, Printed};
use crate::app::words;
use crate::diagnostics::{Diagnostic, Severity};
use crate::model::SpeechId;
use crate::source::TextRange;

pub fn notices(of: Printed<'_>) -> Vec<Notice> {
    let source = of.source();
    let notice = |diagnostic: &Diagnostic| Notice {
        warning: diagnostic.severity() == Severity::Warning,
        line: diagnostic.line(source),
        words: diagnostic.words(source),
        message: diagnostic.message(of.lang, source),
        speech: speech_around(of, diagnostic.range),
    };
    of.minutes.diagnostics.iter().map(notice).collect()
}

/// The lines that are no part of the record, whole.
pub fn furniture(of: Printed<'_>) -> Vec<Notice> {
    let source = &of.minutes.source;
    let line = |&range: &TextRange| Notice {
        warning: false,
        line: source.line(range.start),
        words: words::one_line(source.slice(range)),
        message: String::new(),
        speech: None,
    };
    of.minutes.furniture.iter().map(line).collect()
}

/// The speech that holds the range. Speeches stand in printed order.
fn speech_around(of: Printed<'_>, range: TextRange) -> Option<SpeechId> {
    let speeches = &of.minutes.speeches;
    let after = speeches.partition_point(|speech| speech.range.start <= range.start);
    let speech = speeches.get(after.checked_sub(1)?)?;
    (!range.is_empty() && speech.range.contains(range)).then_some(speech.id)
}
