//! The text in printed order, what is filtered away left out.

use super::runs::{self, Marks};
use super::{BlockView, Frame, SpeechView, TopicView, speaker};
use crate::app::permalink::{speech_anchor, topic_anchor};
use crate::app::words::{self, Msg};
use crate::chars;
use crate::model::{AgendaId, AgendaItem, Block, Prose, Speech, SpeechId, Topic};
use crate::source::TextRange;

pub fn blocks(frame: &Frame) -> Vec<BlockView> {
    let minutes = frame.minutes();
    let topics = topic_sizes(frame);
    let agenda: Vec<&AgendaItem> = minutes.agenda_items().into_iter().map(|(_, item)| item).collect();
    let view = |(at, block): (usize, &Block)| {
        if frame.selection.shown.get(at) != Some(&true) {
            return None;
        }
        let (first, hits) = frame.selection.hits_in(at);
        let marks = Marks { first, hits };
        Some(match *block {
            Block::Topic(id) => {
                let size = topics.get(id.idx()).copied().unwrap_or_default();
                BlockView::Topic(topic(frame, minutes.topic(id)?, size, &agenda, marks))
            }
            Block::Speech(id) => BlockView::Speech(speech(frame, minutes.speech(id)?, marks)),
            Block::Narrative(id) => {
                let narrative = minutes.narratives.get(id.idx())?;
                BlockView::Narrative { runs: runs::prose(frame, &narrative.prose, marks) }
            }
            Block::Plain(id) => {
                let range = minutes.plains.get(id.idx())?.range;
                let line = frame.source().line(range.start);
                BlockView::Plain { line, lines: runs::lines(frame, range, marks) }
            }
        })
    };
    minutes.body.iter().enumerate().filter_map(view).collect()
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
            size.n_shown += usize::from(shown);
            size.n_chars += frame.document.chars_of(id);
        }
    }
    sizes
}

fn topic(frame: &Frame, topic: &Topic, size: TopicSize, agenda: &[&AgendaItem], marks: Marks) -> TopicView {
    TopicView {
        topic: topic.id,
        anchor: topic_anchor(topic.id),
        num: frame.printed(topic.num),
        heading: runs::prose(frame, &topic.heading, marks),
        note: topic_note(frame, topic, size, agenda),
    }
}

/// 次第 ア・イ に対応　発言11件・約1,700字
fn topic_note(frame: &Frame, topic: &Topic, size: TopicSize, agenda: &[&AgendaItem]) -> String {
    let name = |&id: &AgendaId| {
        let item = agenda.get(id.idx())?;
        let num = frame.printed(item.num);
        Some(if num.is_empty() {
            let heading = words::one_line(&frame.text(&item.heading));
            frame.lang.fill(Msg::ItemWithoutNumber, &[("words", &heading)])
        } else {
            num
        })
    };
    let taken_up: Vec<String> = topic.agenda.iter().filter_map(name).collect();
    let lang = frame.lang;
    let mut parts = Vec::new();
    if !taken_up.is_empty() {
        let items = taken_up.join(lang.t(Msg::BetweenMembers));
        parts.push(lang.fill(Msg::TakesUp, &[("items", &items)]));
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

fn speech(frame: &Frame, speech: &Speech, marks: Marks) -> SpeechView {
    let label = words::one_line(&frame.text(&speech.printed));
    let paragraph = |(at, prose): (usize, &Prose)| runs::prose(frame, prose, marks.of_text(at));
    SpeechView {
        speech: speech.id,
        anchor: speech_anchor(speech.id),
        number: speech.id.idx() + 1,
        note: speaker::note(frame, &label, &speech.by),
        label,
        role: speech.role,
        paragraphs: speech.paragraphs.iter().enumerate().map(paragraph).collect(),
        original: frame.state.original.contains(speech.id).then(|| original(frame, speech)),
        repaired: is_repaired(frame, speech),
        current: is_current(frame, speech.id),
    }
}

/// Whether the source reads differently from what is shown: a sentence was joined, or a running
/// number before the label is left out.
fn is_repaired(frame: &Frame, speech: &Speech) -> bool {
    let before = TextRange { start: speech.range.start, end: speech.printed.range().start };
    speech.paragraphs.iter().any(Prose::is_repaired)
        || frame.source().slice(before).contains(char::is_alphanumeric)
}

fn original(frame: &Frame, speech: &Speech) -> Vec<String> {
    let source = frame.source();
    let lines = runs::line_ranges(source.slice(speech.range), speech.range.start).into_iter();
    lines.map(|line| source.slice(line).to_owned()).collect()
}

fn is_current(frame: &Frame, speech: SpeechId) -> bool {
    frame.state.at == Some(speech)
}
