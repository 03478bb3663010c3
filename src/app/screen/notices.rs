//! Findings for the reader to know or check.

use super::{Notice, Printed};
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

/// The speech that holds the range. Speeches stand in printed order.
fn speech_around(of: Printed<'_>, range: TextRange) -> Option<SpeechId> {
    let speeches = &of.minutes.speeches;
    let after = speeches.partition_point(|speech| speech.range.start <= range.start);
    let speech = speeches.get(after.checked_sub(1)?)?;
    (!range.is_empty() && speech.range.contains(range)).then_some(speech.id)
}
