//! Minutes as the engine over many meetings is fed with them.
//!
//! May live here: what of a block is looked for. May not: how it is found (`search::engine`).

use std::borrow::Cow;

use super::speaker_of;
use crate::model::{Block, Minutes, Prose, TopicId};
use crate::search::Folded;
use crate::search::engine::Fed;

/// Every block of the minutes, in order. Fed with these, the engine finds what
/// [`Words`](super::words::Words) finds, but for subjects: 話題: asks for headings only.
pub fn fed(minutes: &Minutes) -> Vec<Fed<'_>> {
    let source = &minutes.source;
    let mut headings = vec![String::new(); minutes.topics.len()];
    for block in &minutes.body {
        if let &Block::Topic(id) = block
            && let Some((slot, topic)) = headings.get_mut(id.idx()).zip(minutes.topic(id))
        {
            *slot = Folded::of_prose(source, &topic.heading).text().to_owned();
        }
    }
    let labels: Vec<String> =
        minutes.labels.iter().map(|label| label.first.text(source).trim().to_owned()).collect();
    let pieces = |prose: &Prose| prose.pieces.iter().map(|piece| source.slice(piece.range)).collect();
    let told = |texts, topic: Option<TopicId>| {
        let heading = topic.and_then(|id| headings.get(id.idx())).cloned().unwrap_or_default();
        Fed { texts, topic: Cow::Owned(heading), ..Fed::default() }
    };
    let of_block = |block: &Block| match *block {
        Block::Topic(id) => minutes.topic(id).map(|topic| told(vec![pieces(&topic.heading)], Some(id))),
        Block::Speech(id) => minutes.speech(id).map(|speech| Fed {
            speaker: Cow::Owned(speaker_of(minutes, speech)),
            label: Cow::Owned(labels.get(speech.label.idx()).cloned().unwrap_or_default()),
            ..told(speech.paragraphs.iter().map(pieces).collect(), speech.topic)
        }),
        Block::Narrative(id) => minutes
            .narratives
            .get(id.idx())
            .map(|narrative| told(vec![pieces(&narrative.prose)], narrative.topic)),
        Block::Plain(id) => {
            let plain = minutes.plains.get(id.idx());
            plain.map(|plain| told(vec![vec![source.slice(plain.range)]], plain.topic))
        }
    };
    minutes.body.iter().map(|block| of_block(block).unwrap_or_default()).collect()
}
