//! What a choice is held against: computed once from the minutes, the same for every choice.
//!
//! May live here: the values of each block. May not: what is chosen, what is let through.

use super::choice::Choice;
use crate::insight::{ExchangeId, Insight};
use crate::model::{AgendaId, AgendaItem, Attribution, Block, Minutes, Speech, SpeechId, TopicId};
use crate::order::sort;
use crate::search::fold::fold;

/// The values of every block of the body.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Ground {
    /// In the order of [`Minutes::body`].
    pub blocks: Vec<BlockGround>,
    /// The block in which each speech stands: the index is its number.
    speeches: Vec<Option<usize>>,
    /// The number of topics.
    pub n_topics: usize,
    /// The number of exchanges.
    pub n_exchanges: usize,
}

/// The values of one block.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct BlockGround {
    /// What it is, facet by facet, in order.
    pub values: Vec<Choice>,
    /// Which speech it is, if it is one.
    pub speech: Option<SpeechId>,
    /// Whether it is the heading of its topic.
    pub is_heading: bool,
    /// The topic under which it stands, or which it heads.
    pub topic: Option<TopicId>,
    /// The exchange to which it belongs.
    pub exchange: Option<ExchangeId>,
    /// Whom 話者: finds: the label as printed and the name where it is proved, folded.
    pub speaker: String,
    /// What 話題: finds beside the heading of the topic: the subjects of a speech, folded.
    pub subjects: String,
}

impl Ground {
    /// Gathers the values of every block.
    pub fn new(minutes: &Minutes, insight: &Insight) -> Ground {
        let agenda = items_with_those_above(&minutes.agenda);
        let mut ground = Ground {
            n_topics: minutes.topics.len(),
            n_exchanges: insight.exchanges.len(),
            speeches: vec![None; minutes.speeches.len()],
            ..Ground::default()
        };
        for (at, block) in minutes.body.iter().enumerate() {
            let mut values = match *block {
                Block::Topic(id) => {
                    BlockGround { topic: Some(id), is_heading: true, ..BlockGround::default() }
                }
                Block::Speech(id) => {
                    if let Some(slot) = ground.speeches.get_mut(id.idx()) {
                        *slot = Some(at);
                    }
                    minutes.speech(id).map(|speech| of_speech(minutes, insight, speech)).unwrap_or_default()
                }
                Block::Narrative(id) => under(minutes.narratives.get(id.idx()).and_then(|text| text.topic)),
                Block::Plain(id) => under(minutes.plains.get(id.idx()).and_then(|text| text.topic)),
            };
            if let Some(topic) = values.topic.and_then(|id| minutes.topic(id)) {
                values.values.push(Choice::Topic(topic.id));
                let items = topic.agenda.iter().filter_map(|id| agenda.get(id.idx())).flatten();
                values.values.extend(items.map(|&item| Choice::Agenda(item)));
            }
            sort(&mut values.values);
            values.values.dedup();
            ground.blocks.push(values);
        }
        ground
    }

    /// The block in which a speech stands.
    pub fn block_of(&self, speech: SpeechId) -> Option<usize> {
        self.speeches.get(speech.idx()).copied().flatten()
    }
}

fn under(topic: Option<TopicId>) -> BlockGround {
    BlockGround { topic, ..BlockGround::default() }
}

fn of_speech(minutes: &Minutes, insight: &Insight, speech: &Speech) -> BlockGround {
    let source = &minutes.source;
    let mut values = vec![Choice::Label(speech.label), Choice::Role(speech.role), Choice::Speech(speech.id)];
    let kind = insight.kinds.get(speech.id.idx()).copied().flatten();
    values.extend(kind.map(|kind| Choice::Kind(kind.kind)));
    let mut subjects = String::new();
    for thread in insight.threads.get(speech.id.idx()).into_iter().flatten() {
        values.push(Choice::Subject(thread.subject));
        if let Some(subject) = insight.subjects.get(thread.subject.idx()) {
            subjects.push_str(&fold(source.slice(subject.name)));
            subjects.push('\n');
        }
    }
    BlockGround {
        values,
        speech: Some(speech.id),
        is_heading: false,
        topic: speech.topic,
        exchange: insight.exchange_of.get(speech.id.idx()).copied().flatten(),
        speaker: speaker_of(minutes, speech),
        subjects,
    }
}

/// What 話者: finds a speech by, folded: its label, and the name where it is proved, each on a line.
pub fn speaker_of(minutes: &Minutes, speech: &Speech) -> String {
    let source = &minutes.source;
    let mut speaker = fold(&speech.printed.text(source));
    let name = match speech.by {
        Attribution::Person { person, .. } => minutes.person(person).map(|person| person.name),
        Attribution::Printed { name } => Some(name),
        Attribution::Ambiguous { .. } | Attribution::Unnamed => None,
    };
    if let Some(name) = name {
        speaker.push('\n');
        speaker.push_str(&fold(source.slice(name)));
    }
    speaker
}

/// For each item of the agenda, itself and the items above it: who chooses 協議 chooses all of it.
fn items_with_those_above(agenda: &[AgendaItem]) -> Vec<Vec<AgendaId>> {
    fn walk(items: &[AgendaItem], above: &[AgendaId], out: &mut Vec<Vec<AgendaId>>) {
        for item in items {
            let chain = [above, &[item.id]].concat();
            out.push(chain.clone());
            walk(&item.children, &chain, out);
        }
    }
    let mut out = Vec::new();
    walk(agenda, &[], &mut out);
    out
}
