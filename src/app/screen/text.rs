//! The text as it is shown: blocks, speeches, stretches of one kind.

use std::rc::Rc;

use crate::insight::SubjectId;
use crate::model::{Join, Role, SpeechId, TopicId};

/// A block of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockView {
    /// The heading of a topic.
    Topic(TopicView),
    /// A speech.
    Speech(Rc<SpeechView>),
    /// What the minutes tell.
    Narrative {
        /// Its words.
        runs: Vec<Run>,
        /// Whether its topic is folded away.
        folded: bool,
    },
    /// What nothing recognised, line by line.
    Plain {
        /// The line of the source on which it begins, from 1.
        line: usize,
        /// Its lines.
        lines: Vec<Vec<Run>>,
        /// Whether its topic is folded away.
        folded: bool,
    },
    /// Speeches that are left out between others.
    Gap {
        /// The first of them.
        first: SpeechId,
        /// The last of them.
        last: SpeechId,
        /// How many.
        n: usize,
    },
}

/// The heading of a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicView {
    /// Which.
    pub topic: TopicId,
    /// `t2`: the anchor.
    pub anchor: String,
    /// The number as printed.
    pub num: String,
    /// The words as printed, hits marked.
    pub heading: Vec<Run>,
    /// 次第 ア・イ に対応　発言11件・約1,700字
    pub note: String,
    /// Whether what stands under it is folded away.
    pub folded: bool,
}

/// A speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeechView {
    /// Which.
    pub speech: SpeechId,
    /// `s014`: the anchor and permalink.
    pub anchor: String,
    /// The number that readers see, from 1.
    pub number: usize,
    /// The label as printed.
    pub label: String,
    /// What is known of who it was, and from where.
    pub note: String,
    /// Its colour.
    pub role: Role,
    /// 質問, 答弁, …; empty where that is not known.
    pub kind: String,
    /// What shows the kind.
    pub kind_note: String,
    /// The subjects that begin here, each to be named above its paragraph.
    pub subjects: Vec<SubjectTag>,
    /// What shows the kind and who it was, a line each; only where it is pointed at.
    pub grounds: Vec<String>,
    /// The question that it answers.
    pub answers: Option<SpeechId>,
    /// What kind of speech that is: 質問, 意見.
    pub answers_to: String,
    /// The answers that it got.
    pub answered: Vec<SpeechId>,
    /// Whether it stands below the question to which it belongs.
    pub hangs: bool,
    /// The points, from 1, that the answers do not seem to take up.
    pub unsettled: Vec<usize>,
    /// The paragraphs, hits and joins marked.
    pub paragraphs: Vec<Vec<Run>>,
    /// The lines of the source, where they are shown.
    pub original: Option<Vec<String>>,
    /// Whether the source reads differently from what is shown: a switch is offered.
    pub repaired: bool,
    /// Whether it is pointed at.
    pub current: bool,
    /// The point of it that is pointed at.
    pub point: Option<usize>,
    /// Whether it is shown only because it stands around something that was found.
    pub beside: bool,
    /// Whether the reader let it stand out.
    pub stands_out: bool,
    /// Whether it steps back behind others.
    pub steps_back: bool,
    /// Whether its topic is folded away.
    pub folded: bool,
}

/// A subject where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectTag {
    /// Which.
    pub subject: SubjectId,
    /// Its name as printed.
    pub name: String,
    /// The words that show it.
    pub because: String,
    /// The paragraph above which it is named, from 0.
    pub paragraph: usize,
}

/// A stretch of text of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Run {
    /// The text.
    pub text: String,
    /// What it is.
    pub kind: RunKind,
    /// Whether it promises something.
    pub promise: bool,
    /// Whether it is being read aloud.
    pub aloud: bool,
    /// Whether it is the sentence that is looked for.
    pub pointed: bool,
}

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RunKind {
    /// Text.
    #[default]
    Text,
    /// A hit, by its number over the hits shown.
    Hit {
        /// Its number.
        index: usize,
        /// Whether it is the one looked at.
        current: bool,
    },
    /// A place where the source was broken and is shown joined; the text is empty.
    Join(Join),
    /// The place at which a point of the speech begins, by its number; the text is empty.
    Point(usize),
}
