//! The speeches as a table: what the strip shows, in words and numbers.

use super::{Frame, ListRow};
use crate::app::words;
use crate::chars;
use crate::model::{Block, TopicId};

/// A row per speech in printed order, what is filtered away as well: so does the strip.
pub fn rows(frame: &Frame) -> Vec<ListRow> {
    let has_words = frame.filter.query.has_text();
    let mut rows = Vec::new();
    for (at, block) in frame.minutes().body.iter().enumerate() {
        let Block::Speech(id) = *block else { continue };
        let Some(speech) = frame.minutes().speech(id) else { continue };
        let kind = frame.document.insight.kinds.get(id.idx()).copied().flatten();
        let n_hits = frame.selection.hits_in(at).1.len();
        rows.push(ListRow {
            speech: id,
            number: id.idx() + 1,
            label: words::one_line(&frame.text(&speech.printed)),
            kind: kind.map(|kind| frame.lang.t(words::kind_name(kind.kind)).to_owned()).unwrap_or_default(),
            topic: speech.topic.map(|topic| topic_name(frame, topic)).unwrap_or_default(),
            n_chars: chars::grouped(frame.document.chars_of(id)),
            n_hits: if has_words { chars::grouped(n_hits) } else { String::new() },
        });
    }
    rows
}

/// The number as printed; a topic without one is told by its heading.
fn topic_name(frame: &Frame, topic: TopicId) -> String {
    let Some(topic) = frame.minutes().topic(topic) else { return String::new() };
    let num = frame.printed(topic.num);
    if num.is_empty() { words::one_line(&frame.text(&topic.heading)) } else { num }
}
