//! How near to each other the words of a query must stand.
//!
//! May live here: the sizes of a unit and their names. May not: which unit a block is part of
//! (`filter`), where words stand (`found`).

/// The unit in which all words of a query must stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// 文: one sentence.
    Sentence,
    /// 発言: one speech, narrative, heading or stretch of plain text.
    #[default]
    Speech,
    /// 問答: a question and its answers.
    Exchange,
    /// 議題: all that stands under one topic.
    Topic,
    /// 会議: the whole of the minutes.
    Meeting,
}

impl Scope {
    /// Every scope, from the narrowest to the widest.
    pub const ALL: [Scope; 5] =
        [Scope::Sentence, Scope::Speech, Scope::Exchange, Scope::Topic, Scope::Meeting];

    /// Its name in links.
    pub fn key(self) -> &'static str {
        match self {
            Scope::Sentence => "sentence",
            Scope::Speech => "speech",
            Scope::Exchange => "exchange",
            Scope::Topic => "topic",
            Scope::Meeting => "meeting",
        }
    }

    /// The scope that a link names.
    pub fn from_key(key: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.key() == key)
    }
}
