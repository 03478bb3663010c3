//! What a reader can choose, facet by facet, and the set of what is chosen.
//!
//! May live here: choices and sets of them. May not: what a choice lets through (`select`).

use crate::insight::{Kind, SubjectId};
use crate::model::{AgendaId, LabelId, Role, SpeechId, TopicId};

/// One value of one facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// Speeches under this label.
    Label(LabelId),
    /// Speeches in this role.
    Role(Role),
    /// What stands under this topic.
    Topic(TopicId),
    /// What stands under a topic that takes this agenda item up.
    Agenda(AgendaId),
    /// Speeches that belong to this subject.
    Subject(SubjectId),
    /// Speeches of this kind: 質問, 答弁, …
    Kind(Kind),
    /// This speech.
    Speech(SpeechId),
}

/// What choices are values of. Values of one facet widen each other, facets narrow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// 話者
    Label,
    /// 立場
    Role,
    /// 議題
    Topic,
    /// 次第
    Agenda,
    /// 話題
    Subject,
    /// 種別
    Kind,
    /// 発言
    Speech,
}

impl Facet {
    /// All facets, in the order of [`Choice`].
    pub const ALL: [Facet; 7] =
        [Facet::Label, Facet::Role, Facet::Topic, Facet::Agenda, Facet::Subject, Facet::Kind, Facet::Speech];

    /// Whether only speeches have values of it: what is nobody's words is hidden by any choice.
    pub fn is_of_speeches(self) -> bool {
        !matches!(self, Facet::Topic | Facet::Agenda)
    }
}

impl Choice {
    /// The facet that it is a value of.
    pub fn facet(self) -> Facet {
        match self {
            Choice::Label(_) => Facet::Label,
            Choice::Role(_) => Facet::Role,
            Choice::Topic(_) => Facet::Topic,
            Choice::Agenda(_) => Facet::Agenda,
            Choice::Subject(_) => Facet::Subject,
            Choice::Kind(_) => Facet::Kind,
            Choice::Speech(_) => Facet::Speech,
        }
    }
}

/// Things that are chosen, in order. Few ever are, so a sorted list serves; a tree of each kind
/// would be a tenth of the viewer.
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

    /// How many are chosen.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether `one` is chosen.
    pub fn contains(&self, one: T) -> bool {
        self.0.binary_search(&one).is_ok()
    }

    /// The chosen ones, in order.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        self.0.iter().copied()
    }

    /// Chooses `one`, or no longer.
    pub fn toggle(&mut self, one: T) {
        match self.0.binary_search(&one) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, one),
        }
    }

    /// Chooses `one`.
    pub fn insert(&mut self, one: T) {
        if let Err(at) = self.0.binary_search(&one) {
            self.0.insert(at, one);
        }
    }

    /// Keeps only those of which `keep` is true.
    pub fn retain(&mut self, keep: impl Fn(T) -> bool) {
        self.0.retain(|&one| keep(one));
    }

    /// Chooses nothing.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl Chosen<Choice> {
    /// The chosen values of one facet.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = Choice> {
        self.iter().filter(move |choice| choice.facet() == facet)
    }

    /// Chooses nothing of one facet.
    pub fn clear_facet(&mut self, facet: Facet) {
        self.retain(|choice| choice.facet() != facet);
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
            chosen.insert(one);
        }
        chosen
    }
}
