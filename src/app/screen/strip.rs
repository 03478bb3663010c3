//! The whole meeting at a glance: a bar per speech, as long as the speech.

use super::{Bar, Frame};
use crate::filter::Shown;
use crate::insight::Thread;
use crate::model::{Block, SpeechId};

/// The length of the whole strip.
const LENGTH: f64 = 1000.0;
/// The gap between two topics.
const TOPIC_GAP: f64 = 6.0;
/// The most that all gaps together may take.
const MAX_GAPS: f64 = 200.0;

pub fn bars(frame: &Frame) -> Vec<Bar> {
    let mut bars = Vec::new();
    let mut n_gaps = 0_u32;
    for (at, block) in frame.minutes().body.iter().enumerate() {
        let Block::Speech(id) = *block else { continue };
        let Some(speech) = frame.minutes().speech(id) else { continue };
        if bars.last().is_some_and(|before: &Bar| before.topic != speech.topic) {
            n_gaps += 1;
        }
        bars.push(Bar {
            speech: id,
            role: speech.role,
            start: f64::from(n_gaps),
            width: weight(frame, id),
            shown: frame.selection.shown.get(at).is_some_and(|shown| *shown != Shown::No),
            n_hits: frame.selection.hits_in(at).1.len(),
            topic: speech.topic,
            subject: threads(frame, id).first().map(|thread| thread.subject),
        });
    }
    let gaps = (f64::from(n_gaps) * TOPIC_GAP).min(MAX_GAPS);
    let gap = if n_gaps == 0 { 0.0 } else { gaps / f64::from(n_gaps) };
    let total: f64 = bars.iter().map(|bar| bar.width).sum();
    let scale = (LENGTH - gaps) / total.max(1.0);
    let mut spoken = 0.0;
    for bar in &mut bars {
        bar.start = bar.start * gap + spoken * scale;
        spoken += bar.width;
        bar.width *= scale;
    }
    bars
}

fn threads<'a>(frame: &Frame<'a>, speech: SpeechId) -> &'a [Thread] {
    frame.document.insight.threads.get(speech.idx()).map(Vec::as_slice).unwrap_or_default()
}

/// The length of a speech in characters. A speech without words still has a bar.
fn weight(frame: &Frame, speech: SpeechId) -> f64 {
    u32::try_from(frame.document.chars_of(speech)).map_or(f64::from(u32::MAX), f64::from).max(1.0)
}
