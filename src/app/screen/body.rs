//! The text in printed order, what is filtered away left out.

use std::rc::Rc;

use super::runs::{self, Marks};
use super::speech::{self, Before};
use super::{BlockView, Frame, TopicView, agenda};
use crate::app::permalink::topic_anchor;
use crate::app::words::{self, Msg};
use crate::chars;
use crate::filter::Shown;
use crate::model::{Block, SpeechId, Topic};

/// The blocks with the place of each among all blocks.
pub fn blocks(frame: &Frame) -> (Vec<BlockView>, Vec<usize>) {
    let minutes = frame.minutes();
    let topics = topic_sizes(frame);
    let (mut views, mut places) = (Vec::new(), Vec::new());
    let mut before = Before::default();
    let mut gap: Option<(SpeechId, SpeechId, usize)> = None;
    let blocks = frame.document.ground.blocks.iter().zip(&frame.selection.shown);
    for (at, (block, (ground, &shown))) in minutes.body.iter().zip(blocks).enumerate() {
        if shown == Shown::No {
            if let Some(speech) = ground.speech {
                let (first, _, n) = gap.unwrap_or((speech, speech, 0));
                gap = Some((first, speech, n + 1));
            }
            continue;
        }
        let folded = ground.topic.is_some_and(|topic| frame.state.collapsed.contains(topic));
        let (first, hits) = frame.selection.hits_in(at);
        let marks = Marks { first, hits, ..Marks::default() };
        let view = match *block {
            Block::Topic(id) => {
                before = Before::default();
                let size = topics.get(id.idx()).copied().unwrap_or_default();
                minutes.topic(id).map(|of| BlockView::Topic(topic(frame, of, size, marks)))
            }
            Block::Speech(id) => minutes
                .speech(id)
                .map(|of| BlockView::Speech(Rc::new(speech::view(frame, of, marks, shown, &mut before)))),
            Block::Narrative(id) => {
                before.exchange = None;
                let narrative = minutes.narratives.get(id.idx());
                let runs = |prose| runs::prose(frame, prose, marks);
                narrative.map(|of| BlockView::Narrative { runs: runs(&of.prose), folded })
            }
            Block::Plain(id) => {
                before.exchange = None;
                minutes.plains.get(id.idx()).map(|of| BlockView::Plain {
                    line: frame.source().line(of.range.start),
                    lines: runs::lines(frame, of.range, marks),
                    folded,
                })
            }
        };
        // What was left out stands where it was: before what comes next.
        if let Some((first, last, n)) = gap.take().filter(|_| !folded) {
            views.push(BlockView::Gap { first, last, n });
            places.extend(frame.document.ground.block_of(last));
        }
        if let Some(view) = view {
            views.push(view);
            places.push(at);
        }
    }
    if let Some((first, last, n)) = gap.filter(|_| !views.is_empty()) {
        views.push(BlockView::Gap { first, last, n });
        places.extend(frame.document.ground.block_of(last));
    }
    (views, places)
}

/// How much was said under a topic.
#[derive(Clone, Copy, Default)]
struct TopicSize {
    n_speeches: usize,
    n_shown: usize,
    n_chars: usize,
}

fn topic_sizes(frame: &Frame) -> Vec<TopicSize> {
    let minutes = frame.minutes();
    let mut sizes = vec![TopicSize::default(); minutes.topics.len()];
    for (block, &shown) in minutes.body.iter().zip(&frame.selection.shown) {
        let Block::Speech(id) = *block else { continue };
        let topic = minutes.speech(id).and_then(|speech| speech.topic);
        if let Some(size) = topic.and_then(|topic| sizes.get_mut(topic.idx())) {
            size.n_speeches += 1;
            size.n_shown += usize::from(shown != Shown::No);
            size.n_chars += frame.document.chars_of(id);
        }
    }
    sizes
}

fn topic(frame: &Frame, topic: &Topic, size: TopicSize, marks: Marks) -> TopicView {
    TopicView {
        topic: topic.id,
        anchor: topic_anchor(topic.id),
        num: frame.printed(topic.num),
        heading: runs::prose(frame, &topic.heading, marks),
        note: topic_note(frame, topic, size),
        folded: frame.state.collapsed.contains(topic.id),
    }
}

/// Letters of the words that are shown as those with which a topic begins.
const MOST_CALLED: usize = 40;

/// 次第 ア・イ に対応　発言11件・約1,700字
fn topic_note(frame: &Frame, topic: &Topic, size: TopicSize) -> String {
    let taken_up = agenda::item_names(frame, topic);
    let lang = frame.lang;
    let mut parts = Vec::new();
    if !taken_up.is_empty() {
        parts.push(lang.fill(Msg::TakesUp, &[("items", &taken_up)]));
    }
    if let Some(called) = topic.called {
        let sentence = words::one_line(frame.source().slice(called));
        let words = match sentence.char_indices().nth(MOST_CALLED) {
            Some((end, _)) => format!("{}…", sentence.get(..end).unwrap_or_default()),
            None => sentence,
        };
        parts.push(lang.fill(Msg::CalledInWords, &[("words", &words)]));
    }
    if size.n_speeches > 0 {
        let (n, length) = (chars::grouped(size.n_speeches), words::about_chars(lang, size.n_chars));
        parts.push(lang.fill(Msg::SpeechesAndLength, &[("n", &n), ("length", &length)]));
    }
    if size.n_shown < size.n_speeches {
        parts.push(lang.count(Msg::NShown, size.n_shown));
    }
    parts.join(lang.t(Msg::BetweenPhrases))
}
