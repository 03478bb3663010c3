//! Minutes as the engine over many meetings is fed with them.
//!
//! May live here: what of a block is looked for. May not: how it is found (`search::engine`).

use std::borrow::Cow;

use super::Ground;
use crate::model::{Block, Minutes, Prose, Speech};
use crate::search::Folded;
use crate::search::engine::{Fed, NOBODY};

/// Every block of the minutes, in order, where `person` gives the number of who speaks.
///
/// Fed with these, the engine finds the blocks that [`Words`](super::words::Words) finds.
pub fn fed<'a>(minutes: &'a Minutes, ground: &'a Ground, person: &dyn Fn(&Speech) -> u32) -> Vec<Fed<'a>> {
    let fold = |prose: &Prose| Folded::of_prose(&minutes.source, prose).text().to_owned();
    let mut headings = vec![String::new(); minutes.topics.len()];
    for block in &minutes.body {
        if let &Block::Topic(id) = block
            && let Some((slot, topic)) = headings.get_mut(id.idx()).zip(minutes.topic(id))
        {
            *slot = fold(&topic.heading);
        }
    }
    let pieces = |prose: &Prose| prose.pieces.iter().map(|piece| minutes.source.slice(piece.range)).collect();
    let of_block = |(block, ground): (&Block, &'a super::BlockGround)| {
        let one = |prose: &Prose| vec![pieces(prose)];
        let mut fed = Fed { person: NOBODY, speaker: Cow::Borrowed(&ground.speaker), ..Fed::default() };
        match *block {
            Block::Topic(id) => {
                fed.texts = minutes.topic(id).map(|topic| one(&topic.heading)).unwrap_or_default()
            }
            Block::Speech(id) => {
                if let Some(speech) = minutes.speech(id) {
                    fed.texts = speech.paragraphs.iter().map(pieces).collect();
                    fed.person = person(speech);
                }
            }
            Block::Narrative(id) => {
                let narrative = minutes.narratives.get(id.idx());
                fed.texts = narrative.map(|narrative| one(&narrative.prose)).unwrap_or_default();
            }
            Block::Plain(id) => {
                let plain = minutes.plains.get(id.idx());
                fed.texts =
                    plain.map(|plain| vec![vec![minutes.source.slice(plain.range)]]).unwrap_or_default();
            }
        }
        let heading = ground.topic.and_then(|id| headings.get(id.idx())).map_or("", String::as_str);
        fed.topic = match (ground.subjects.as_str(), heading) {
            (subjects, "") => Cow::Borrowed(subjects),
            (subjects, heading) => Cow::Owned([subjects, "\n", heading].concat()),
        };
        fed
    };
    minutes.body.iter().zip(&ground.blocks).map(of_block).collect()
}
