//! What the text means: minutes, meeting, roll, agenda, topics, speeches.
//!
//! May live here: the types every later room reads, and [`lower()`], which makes them from the
//! syntax tree. May not: wire formats (see `bundle` and `export`), anything of the screen.
//!
//! Every piece of text is a place in [`Minutes::source`], never a copy: what is shown is what
//! was written. What the text does not say is `None`.

mod agenda;
mod attribution;
mod called;
mod confidence;
pub mod date;
mod joined;
mod lower;
mod meeting;
pub mod prose;
mod quoted;
pub(crate) mod reading;
mod sentences;

pub use attribution::names_only_a_part;
pub use called::{Matter, is_standing};
pub use confidence::Confidence;
pub use date::{Clock, Date, MeetingDate, Weekday};
pub use joined::JoinedText;
pub use lower::lower;
pub use prose::{Join, Piece, Prose};
pub use sentences::{sentence_ranges, sentences};

pub use crate::syntax::{Field, RECORD_WORDS, Role, is_formality};

use crate::diagnostics::Diagnostic;
use crate::source::{Source, TextRange};

/// One set of minutes: the text and everything understood of it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Minutes {
    /// The text as received.
    pub source: Source,
    /// The heading of the whole, as printed.
    pub title: Option<Prose>,
    /// When, where, how.
    pub meeting: Meeting,
    /// Who was there.
    pub roll: Roll,
    /// The announced order of business, as a tree.
    pub agenda: Vec<AgendaItem>,
    /// The headings under which speeches stand, in printed order.
    pub topics: Vec<Topic>,
    /// The speaker labels that occur, in order of first appearance.
    pub labels: Vec<SpeakerLabel>,
    /// Everything that was said, in printed order; `SpeechId` is the index.
    pub speeches: Vec<Speech>,
    /// What the minutes tell between the speeches; `NarrativeId` is the index.
    pub narratives: Vec<Narrative>,
    /// What was not understood; `PlainId` is the index.
    pub plains: Vec<Plain>,
    /// Topics, speeches, narratives and plain text in printed order.
    pub body: Vec<Block>,
    /// Lines that are no part of the record, in printed order: page numbers, running heads, what a web
    /// page puts around.
    pub furniture: Vec<TextRange>,
    /// What could not be settled, and what was repaired.
    pub diagnostics: Vec<Diagnostic>,
}

/// One step of the text in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// The heading of a topic.
    Topic(TopicId),
    /// A speech.
    Speech(SpeechId),
    /// A narrative.
    Narrative(NarrativeId),
    /// Text that nothing recognised.
    Plain(PlainId),
}

/// Numbers of things that stand in a list: a type for each, so that none is taken for another.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the list that it numbers.
            pub fn idx(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}
pub(crate) use ids;

ids! {
    /// A person of the roll, counted over all groups from 0.
    PersonId
    /// An item of the agenda, counted in printed order over the whole tree from 0.
    AgendaId
    /// A topic, counted from 0.
    TopicId
    /// A distinct speaker label, counted from 0.
    LabelId
    /// A speech, counted from 0.
    SpeechId
    /// A narrative, counted from 0.
    NarrativeId
    /// A stretch of text that was not understood, counted from 0.
    PlainId
}

/// When, where and how the meeting was held. Each value is as printed; dates and times are also
/// read, with the place they were read from.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Meeting {
    /// 会議名.
    pub name: Option<Prose>,
    /// The day of the meeting.
    pub date: Option<MeetingDate>,
    /// When it began.
    pub start: Option<Clock>,
    /// When it ended.
    pub end: Option<Clock>,
    /// 開催場所.
    pub place: Option<Prose>,
    /// 公開・非公開.
    pub openness: Option<Prose>,
    /// 傍聴者.
    pub observers: Option<Prose>,
    /// 担当課.
    pub office: Option<Prose>,
    /// Every item of the record's form in printed order, those above included.
    pub facts: Vec<Fact>,
}

/// An item of the record's form: `2 開催日時 令和7年3月10日…`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The number in front, as printed.
    pub num: Option<TextRange>,
    /// The name of the item, as printed (`議 題`).
    pub label: TextRange,
    /// What kind of item that is.
    pub field: Field,
    /// What stands behind it. Empty where its lines are shown elsewhere: roll, agenda, discussion.
    pub values: Vec<Prose>,
}

/// Who was there, in the groups of the form.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Roll {
    /// The groups in printed order.
    pub groups: Vec<RollGroup>,
}

/// One group of the roll: 委員, 事務局.
#[derive(Clone, Debug, PartialEq)]
pub struct RollGroup {
    /// The number in front, as printed.
    pub num: Option<TextRange>,
    /// Its name as printed.
    pub name: TextRange,
    /// The role that its members have in the meeting.
    pub role: Role,
    /// Whether the group lists those who were absent.
    pub absent: bool,
    /// Its people in printed order.
    pub people: Vec<Attendee>,
    /// Lines of the group in which no people could be told apart, shown as they are.
    pub unread: Vec<TextRange>,
}

/// One person of the roll.
#[derive(Clone, Debug, PartialEq)]
pub struct Attendee {
    /// The number of the person over all groups.
    pub id: PersonId,
    /// The whole entry as printed: the evidence for everything else.
    pub entry: TextRange,
    /// The name as printed; the whole entry where no post is known to end it.
    pub name: TextRange,
    /// 委員長, 委員: the part taken in this body.
    pub title: Option<TextRange>,
    /// 商工労働部長: the post held in the office.
    pub post: Option<TextRange>,
    /// Who came in this person's stead.
    pub proxy: Option<TextRange>,
    /// What the title makes of the person in this meeting.
    pub role: Role,
}

/// An item of the announced order of business.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// Its number over the whole tree.
    pub id: AgendaId,
    /// The number in front, as printed: `(1)`, `ア`.
    pub num: Option<TextRange>,
    /// Its words as printed.
    pub heading: Prose,
    /// The items below it.
    pub children: Vec<AgendaItem>,
}

/// A heading under which speeches stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its number.
    pub id: TopicId,
    /// The number in front, as printed.
    pub num: Option<TextRange>,
    /// Its words as printed.
    pub heading: Prose,
    /// The agenda items whose words it takes up.
    pub agenda: Vec<AgendaId>,
    /// The heading as printed with its number.
    pub range: TextRange,
    /// Where the chair takes the matter up in words, if the heading is not printed at its place but in
    /// the agenda: the evidence that it begins there.
    pub called: Option<TextRange>,
}

/// A speaker label as printed. It is not a person.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerLabel {
    /// Its number.
    pub id: LabelId,
    /// Where it first stands, without marks and brackets around it.
    pub first: Prose,
    /// The part in the meeting that its words or its resolved person show.
    pub role: Role,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// Its number.
    pub id: SpeechId,
    /// The topic under which it stands.
    pub topic: Option<TopicId>,
    /// The distinct label it bears.
    pub label: LabelId,
    /// The label at this place, without marks and brackets around it. In a table it is the head of the
    /// column, and stands outside `range`.
    pub printed: Prose,
    /// Who that was, where it can be proved.
    pub by: Attribution,
    /// The part in the meeting.
    pub role: Role,
    /// What was said. Never empty text, but the list may be empty.
    pub paragraphs: Vec<Prose>,
    /// The whole, the label before it included.
    pub range: TextRange,
}

/// Who spoke, and why we may say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribution {
    /// One person of the roll and no other fits the label; `evidence` is the entry of the roll.
    Person {
        /// Who.
        person: PersonId,
        /// The entry of the roll.
        evidence: TextRange,
    },
    /// The label itself prints a full name that is not in the roll.
    Printed {
        /// The name inside the label.
        name: TextRange,
    },
    /// Several people of the roll fit the label.
    Ambiguous {
        /// All that fit.
        people: Vec<PersonId>,
    },
    /// The label names nobody, or nobody known.
    Unnamed,
}

/// What the minutes tell between the speeches, in the words of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Narrative {
    /// Its number.
    pub id: NarrativeId,
    /// The topic under which it stands.
    pub topic: Option<TopicId>,
    /// Its words.
    pub prose: Prose,
    /// The whole as printed.
    pub range: TextRange,
}

/// Text that nothing recognised, shown as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Plain {
    /// Its number.
    pub id: PlainId,
    /// The topic under which it stands.
    pub topic: Option<TopicId>,
    /// The text, lines kept.
    pub range: TextRange,
}

impl Minutes {
    /// Reads a text: [`crate::syntax::parse`], then [`lower()`].
    pub fn of(text: impl Into<String>) -> Minutes {
        let source = Source::new(text);
        let parse = crate::syntax::parse(&source);
        lower(source, parse)
    }

    /// What the minutes call themselves; a plain word where they do not.
    pub fn display_title(&self) -> String {
        let named = self.title.as_ref().or(self.meeting.name.as_ref()).map(|title| title.text(&self.source));
        named.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| "会議録".to_owned())
    }

    /// A person of the roll.
    pub fn person(&self, id: PersonId) -> Option<&Attendee> {
        self.roll.people().nth(id.idx())
    }

    /// A topic.
    pub fn topic(&self, id: TopicId) -> Option<&Topic> {
        self.topics.get(id.idx())
    }

    /// A label.
    pub fn label(&self, id: LabelId) -> Option<&SpeakerLabel> {
        self.labels.get(id.idx())
    }

    /// A speech.
    pub fn speech(&self, id: SpeechId) -> Option<&Speech> {
        self.speeches.get(id.idx())
    }

    /// All agenda items in printed order, each with its depth from 0.
    pub fn agenda_items(&self) -> Vec<(usize, &AgendaItem)> {
        fn walk<'a>(items: &'a [AgendaItem], depth: usize, out: &mut Vec<(usize, &'a AgendaItem)>) {
            for item in items {
                out.push((depth, item));
                walk(&item.children, depth + 1, out);
            }
        }
        let mut out = Vec::new();
        walk(&self.agenda, 0, &mut out);
        out
    }

    /// Where no heading is printed among the speeches, the matters of the agenda that nobody was found to take
    /// up, in printed order: they belong to the meeting, but no speech can be put under them.
    pub fn unplaced_matters(&self) -> Vec<Matter> {
        called::unplaced(self)
    }

    /// How many characters of the text nothing recognised, white space left out.
    pub fn n_unrecognised(&self) -> usize {
        let text = |plain: &Plain| self.source.slice(plain.range);
        self.plains.iter().map(|plain| text(plain).chars().filter(|c| !c.is_whitespace()).count()).sum()
    }
}

impl Roll {
    /// Everybody, in printed order: `PersonId` is the place.
    pub fn people(&self) -> impl Iterator<Item = &Attendee> {
        self.groups.iter().flat_map(|group| &group.people)
    }
}
