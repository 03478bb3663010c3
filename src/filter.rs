//! Which blocks of the text a choice lets through, and the counts that each facet would give.
//!
//! May live here: what is let through. May not: how a choice is made, kept or shown (`app`).
//!
//! - A **speech** is let through if its label, its role and its topic are chosen, or nothing of
//!   that kind is, and if all words of the query stand in it, in one paragraph or in several.
//! - **Narratives and plain text** are nobody's words: a chosen label or role hides them. The topic
//!   and the query hold for them as for a speech.
//! - The **heading of a topic** stands over whatever of the topic is let through. It is let through
//!   alone if it holds all words of the query and no label or role is chosen. Its words are marked
//!   only if it holds all of them.
//! - Without any choice everything is let through, headings without speeches included.
//! - The **count of a facet** says how many speeches there would be if only it were chosen of its
//!   kind, all other kinds and the query left as they are.

use crate::model::{Block, LabelId, Minutes, Role, Speech, TopicId};
use crate::search::{Index, Query, matcher};
use crate::source::TextRange;

/// What is chosen. An empty set lets all through.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Filter {
    /// Only what holds these words.
    pub query: Query,
    /// Only speeches with one of these labels.
    pub labels: Chosen<LabelId>,
    /// Only speeches in one of these roles.
    pub roles: Chosen<Role>,
    /// Only what stands under one of these topics.
    pub topics: Chosen<TopicId>,
}

/// The members of a facet that are chosen, in order. Few ever are, so a sorted list serves; a
/// tree of each kind would be a tenth of the viewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen<T>(Vec<T>);

impl<T> Default for Chosen<T> {
    fn default() -> Chosen<T> {
        Chosen(Vec::new())
    }
}

impl<T: Copy + Ord> Chosen<T> {
    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether `one` is chosen.
    pub fn contains(&self, one: T) -> bool {
        self.0.contains(&one)
    }

    /// The chosen ones, in order.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        self.0.iter().copied()
    }

    /// Chooses `one`, or no longer.
    pub fn toggle(&mut self, one: T) {
        let at = self.0.partition_point(|&other| other < one);
        if self.contains(one) {
            self.0.remove(at);
        } else {
            self.0.insert(at, one);
        }
    }

    /// Chooses nothing.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<T: Copy + Ord, const N: usize> From<[T; N]> for Chosen<T> {
    fn from(members: [T; N]) -> Chosen<T> {
        members.into_iter().collect()
    }
}

impl<T: Copy + Ord> FromIterator<T> for Chosen<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Chosen<T> {
        let mut chosen = Chosen::default();
        for one in members {
            if !chosen.contains(one) {
                chosen.toggle(one);
            }
        }
        chosen
    }
}

/// What is let through.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Selection {
    /// For each block of the body, whether it is let through.
    pub shown: Vec<bool>,
    /// The places of the words of the query in what is let through, in printed order.
    pub hits: Vec<Hit>,
    /// The number of speeches let through.
    pub n_speeches: usize,
    /// Speeches for each label, were it the only one chosen.
    pub label_counts: Vec<usize>,
    /// Speeches for each role, in the order of [`Role::ALL`].
    pub role_counts: [usize; Role::ALL.len()],
    /// Speeches for each topic.
    pub topic_counts: Vec<usize>,
}

/// One place of a word of the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The block of the body.
    pub block: usize,
    /// The text of the block, as [`Index::blocks`] counts them.
    pub text: usize,
    /// Where it stands in the source. It may reach over the gap between two pieces.
    pub range: TextRange,
}

impl Filter {
    /// Whether anything is chosen.
    pub fn is_active(&self) -> bool {
        !self.query.is_empty() || self.has_facets()
    }

    /// Whether anything but words is chosen.
    pub fn has_facets(&self) -> bool {
        self.names_speakers() || !self.topics.is_empty()
    }

    fn names_speakers(&self) -> bool {
        !self.labels.is_empty() || !self.roles.is_empty()
    }

    /// Whether a label is chosen, or none is.
    pub fn lets_label(&self, label: LabelId) -> bool {
        lets(&self.labels, label)
    }

    /// Whether a role is chosen, or none is.
    pub fn lets_role(&self, role: Role) -> bool {
        lets(&self.roles, role)
    }

    /// Whether a topic is chosen, or none is. What stands under none is let through only then.
    pub fn lets_topic(&self, topic: Option<TopicId>) -> bool {
        self.topics.is_empty() || topic.is_some_and(|topic| self.topics.contains(topic))
    }
}

fn lets<T: Copy + Ord>(chosen: &Chosen<T>, one: T) -> bool {
    chosen.is_empty() || chosen.contains(one)
}

impl Selection {
    /// The hits in one block, and the number of the first of them.
    pub fn hits_in(&self, block: usize) -> (usize, &[Hit]) {
        let start = self.hits.partition_point(|hit| hit.block < block);
        let end = self.hits.partition_point(|hit| hit.block <= block);
        (start, self.hits.get(start..end).unwrap_or_default())
    }
}

/// Lets blocks through.
pub fn select(minutes: &Minutes, index: &Index, filter: &Filter) -> Selection {
    let mut selection = Selection {
        shown: vec![false; minutes.body.len()],
        label_counts: vec![0; minutes.labels.len()],
        topic_counts: vec![0; minutes.topics.len()],
        ..Selection::default()
    };
    let has_words = |block: usize| {
        let texts = index.blocks.get(block).map(Vec::as_slice).unwrap_or_default();
        filter.query.is_empty() || matcher::has_all(texts, &filter.query)
    };
    let mut has_text = vec![false; minutes.topics.len()];
    let mut headings: Vec<(usize, TopicId)> = Vec::new();
    for (at, block) in minutes.body.iter().enumerate() {
        let (topic, shown) = match *block {
            Block::Topic(id) => {
                headings.push((at, id));
                continue;
            }
            Block::Speech(id) => {
                let Some(speech) = minutes.speech(id) else { continue };
                (speech.topic, has_words(at) && selection.count(filter, speech))
            }
            Block::Narrative(id) => {
                let topic = minutes.narratives.get(id.idx()).and_then(|narrative| narrative.topic);
                (topic, !filter.names_speakers() && filter.lets_topic(topic) && has_words(at))
            }
            Block::Plain(id) => {
                let topic = minutes.plains.get(id.idx()).and_then(|plain| plain.topic);
                (topic, !filter.names_speakers() && filter.lets_topic(topic) && has_words(at))
            }
        };
        if let Some(slot) = selection.shown.get_mut(at) {
            *slot = shown;
        }
        if let Some(slot) = topic.filter(|_| shown).and_then(|topic| has_text.get_mut(topic.idx())) {
            *slot = true;
        }
    }
    let mut has_hits = selection.shown.clone();
    for (at, id) in headings {
        let found = has_words(at);
        let alone = found && !filter.names_speakers() && filter.lets_topic(Some(id));
        if let Some(slot) = selection.shown.get_mut(at) {
            *slot = alone || has_text.get(id.idx()) == Some(&true);
        }
        if let Some(slot) = has_hits.get_mut(at) {
            *slot = found;
        }
    }
    if !filter.query.is_empty() {
        for (block, texts) in index.blocks.iter().enumerate() {
            if selection.shown.get(block) == Some(&true) && has_hits.get(block) == Some(&true) {
                for (text, folded) in texts.iter().enumerate() {
                    let found = matcher::find(folded, &filter.query);
                    selection.hits.extend(found.into_iter().map(|range| Hit { block, text, range }));
                }
            }
        }
    }
    selection
}

impl Selection {
    /// Counts a speech that holds the words, for every facet; whether it is let through.
    fn count(&mut self, filter: &Filter, speech: &Speech) -> bool {
        let label = filter.lets_label(speech.label);
        let role = filter.lets_role(speech.role);
        let topic = filter.lets_topic(speech.topic);
        let raise = |slot: Option<&mut usize>| {
            if let Some(count) = slot {
                *count += 1;
            }
        };
        if role && topic {
            raise(self.label_counts.get_mut(speech.label.idx()));
        }
        if label && topic {
            let place = Role::ALL.iter().position(|&role| role == speech.role);
            raise(place.and_then(|place| self.role_counts.get_mut(place)));
        }
        if label && role {
            raise(speech.topic.and_then(|topic| self.topic_counts.get_mut(topic.idx())));
        }
        let shown = label && role && topic;
        self.n_speeches += usize::from(shown);
        shown
    }
}
