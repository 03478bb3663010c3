//! What can be done with the whole text, and what is being read aloud.

use super::{AloudView, Frame, Tools};
use crate::app::aloud::{Aloud, sentences_of};
use crate::app::words::{self, Msg};
use crate::filter::Shown;
use crate::insight::Kind;
use crate::model::{Speech, sentence_ranges};
use crate::source::TextRange;

pub fn tools(frame: &Frame) -> Tools {
    let (document, state) = (frame.document, frame.state);
    let repaired = &document.repaired;
    let is_procedure = |kind: Kind| kind == Kind::Procedure;
    let has_procedure = document.insight.kinds.iter().flatten().any(|kind| is_procedure(kind.kind));
    let blocks = document.ground.blocks.iter().zip(&frame.selection.shown);
    let mut shown = blocks.filter(|(_, shown)| **shown != Shown::No).filter_map(|(block, _)| block.speech);
    Tools {
        folded: (!frame.minutes().topics.is_empty()).then_some(!state.collapsed.is_empty()),
        originals: (!repaired.is_empty()).then(|| repaired.iter().all(|&id| state.original.contains(id))),
        dimmed: has_procedure.then_some(state.dimmed),
        // In a frame as high as the text the voice would go on out of sight, without a way to stop it.
        first: state.at.or_else(|| shown.next()).filter(|_| !state.embedding.fits),
    }
}

pub fn aloud(frame: &Frame, aloud: Aloud) -> Option<AloudView> {
    let lang = frame.lang;
    let speech = frame.minutes().speech(aloud.speech)?;
    let sentence = spoken(frame, speech, aloud.sentence);
    // A speech without words is still announced.
    let words = if aloud.sentence == 0 {
        [words::one_line(&frame.text(&speech.printed)), sentence].join(FULL_STOP)
    } else {
        sentence
    };
    let (whole, tenth) = ((aloud.rate / 10).to_string(), (aloud.rate % 10).to_string());
    let status = if aloud.paused { Msg::AloudPaused } else { Msg::AloudNow };
    Some(AloudView {
        speech: aloud.speech,
        sentence: aloud.sentence,
        words,
        status: lang.count(status, aloud.speech.idx() + 1),
        paused: aloud.paused,
        rate: aloud.rate,
        rate_name: lang.fill(Msg::AloudRate, &[("whole", &whole), ("tenth", &tenth)]),
    })
}

/// A voice pauses there. What is spoken is Japanese whatever the page is in.
const FULL_STOP: &str = "\u{3002}";

/// The sentence as it reads, without the line breaks of the source.
fn spoken(frame: &Frame, speech: &Speech, sentence: usize) -> String {
    let mut before = 0;
    for paragraph in &speech.paragraphs {
        let text = frame.text(paragraph);
        let ranges = sentence_ranges(&text);
        if let Some(range) = sentence.checked_sub(before).and_then(|at| ranges.get(at)) {
            return text.get(range.clone()).unwrap_or_default().to_owned();
        }
        before += ranges.len();
    }
    String::new()
}

/// Where the sentence stands that is being read of this speech; an empty place where none is.
pub fn sentence(frame: &Frame, speech: &Speech) -> TextRange {
    let aloud = frame.state.aloud.filter(|aloud| aloud.speech == speech.id);
    let sentence = aloud.and_then(|aloud| sentences_of(frame.document, speech).get(aloud.sentence).copied());
    sentence.unwrap_or_default()
}

pub fn voiceless(frame: &Frame) -> String {
    if frame.state.voiceless { frame.lang.t(Msg::AloudVoiceless).to_owned() } else { String::new() }
}
