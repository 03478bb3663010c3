//! Minutes of every shape over any text. They mean nothing, but every place in them is one of
//! their text and every number refers to something: what holds for them holds for all minutes.

use kaigiroku::diagnostics::{Diagnostic, Finding};
use kaigiroku::model::*;
use kaigiroku::source::{Source, TextRange};
use proptest::prelude::*;

/// Strings that have ended the block, the element or the line of somebody.
pub const HOSTILE: [&str; 20] = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "</main></title></style>",
    "<main id=\"kg-plain\">",
    "<script type=\"application/json\" id=\"kg-doc\" data-v=\"1\">",
    "<title>",
    "]]>",
    "&lt;&amp;&#x3C;",
    "\"'`\\",
    "\\u003c",
    "__proto__",
    "constructor",
    "\u{2028}\u{2029}",
    "\0",
    "\u{1}\u{8}\u{B}\u{1B}[31m\u{1F}\u{7F}\u{85}",
    "\r",
    "\r\n",
    "\u{FEFF}\u{FFFE}\u{FFFF}\u{10FFFF}",
    "𠮷葛󠄀か\u{3099}ｶﾞ",
];

/// Any text, with hostile strings in it more often than chance would have it.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => ".{0,12}",
        2 => any::<String>(),
        3 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        2 => prop::sample::select(vec!["委員長", "事務局 ", "　", "\n", "\n\n", "(1) 協議", "（代理 ", "。"])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Minutes of any shape over any text.
pub fn minutes() -> impl Strategy<Value = Minutes> {
    let rolls = prop::collection::vec(any::<u16>(), 0..400);
    (text(), rolls)
        .prop_map(|(text, rolls)| Dice { rolls: rolls.into_iter(), source: &Source::new(text) }.minutes())
}

/// Every choice is a throw; when none are left, the least is taken, so that it comes to an end.
struct Dice<'a> {
    rolls: std::vec::IntoIter<u16>,
    source: &'a Source,
}

impl Dice<'_> {
    fn below(&mut self, n: usize) -> usize {
        usize::from(self.rolls.next().unwrap_or(0)) % n.max(1)
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn list<T>(&mut self, max: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(max + 1)).map(|_| make(self)).collect()
    }

    fn range(&mut self) -> TextRange {
        let text = self.source.text();
        let mut cut = || {
            let mut at = self.below(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (a, b) = (cut(), cut());
        TextRange::new(a.min(b), a.max(b))
    }

    fn prose(&mut self) -> Prose {
        Prose { pieces: self.list(3, |dice| Piece { range: dice.range(), join: dice.join() }) }
    }

    fn join(&mut self) -> Join {
        self.one_of(&[Join::Line, Join::Page, Join::Space, Join::Letters])
    }

    fn role(&mut self) -> Role {
        self.one_of(&Role::ALL)
    }

    fn weekday(&mut self) -> Weekday {
        self.one_of(&Weekday::ALL)
    }

    fn id(&mut self, n: usize) -> Option<u32> {
        (n > 0 && self.coin()).then(|| self.below(n) as u32)
    }

    fn minutes(mut self) -> Minutes {
        let roll = self.roll();
        let n_people = roll.people().count();
        let mut n_agenda = 0;
        let agenda = self.agenda(&mut n_agenda, 0);
        let topics: Vec<Topic> = (0..self.below(4)).map(|idx| self.topic(idx as u32, n_agenda)).collect();
        let labels: Vec<SpeakerLabel> = (0..1 + self.below(3)).map(|idx| self.label(idx as u32)).collect();
        let n_topics = topics.len();
        let speeches: Vec<Speech> =
            (0..self.below(5)).map(|idx| self.speech(idx as u32, n_topics, labels.len(), n_people)).collect();
        let narratives: Vec<Narrative> = (0..self.below(3))
            .map(|idx| Narrative {
                id: NarrativeId(idx as u32),
                topic: self.id(n_topics).map(TopicId),
                prose: self.prose(),
                range: self.range(),
            })
            .collect();
        let plains: Vec<Plain> = (0..self.below(3))
            .map(|idx| Plain {
                id: PlainId(idx as u32),
                topic: self.id(n_topics).map(TopicId),
                range: self.range(),
            })
            .collect();
        let ns = [n_topics, speeches.len(), narratives.len(), plains.len()];
        let body = self.list(12, |dice| dice.block(ns)).into_iter().flatten().collect();
        Minutes {
            title: self.maybe(Self::prose),
            meeting: self.meeting(),
            roll,
            agenda,
            topics,
            labels,
            speeches,
            narratives,
            plains,
            body,
            furniture: self.list(3, Self::range),
            diagnostics: self.list(6, Self::diagnostic),
            source: self.source.clone(),
        }
    }

    fn block(&mut self, ns: [usize; 4]) -> Option<Block> {
        let kind = self.below(4);
        let id = (ns[kind] > 0).then(|| self.below(ns[kind]) as u32)?;
        Some(match kind {
            0 => Block::Topic(TopicId(id)),
            1 => Block::Speech(SpeechId(id)),
            2 => Block::Narrative(NarrativeId(id)),
            _ => Block::Plain(PlainId(id)),
        })
    }

    fn meeting(&mut self) -> Meeting {
        const FIELDS: [Field; 12] = [
            Field::Name,
            Field::When,
            Field::Place,
            Field::Roll,
            Field::Agenda,
            Field::Openness,
            Field::Observers,
            Field::Office,
            Field::Materials,
            Field::Discussion,
            Field::Address,
            Field::Other,
        ];
        Meeting {
            name: self.maybe(Self::prose),
            date: self.maybe(|dice| MeetingDate {
                date: Date::new(
                    1 + dice.below(9999) as u16,
                    1 + dice.below(12) as u8,
                    1 + dice.below(28) as u8,
                )
                .expect("a day that every month has"),
                weekday: dice.maybe(Self::weekday),
                evidence: dice.range(),
            }),
            start: self.maybe(Self::clock),
            end: self.maybe(Self::clock),
            place: self.maybe(Self::prose),
            openness: self.maybe(Self::prose),
            observers: self.maybe(Self::prose),
            office: self.maybe(Self::prose),
            facts: self.list(4, |dice| Fact {
                num: dice.maybe(Self::range),
                label: dice.range(),
                field: dice.one_of(&FIELDS),
                values: dice.list(2, Self::prose),
            }),
        }
    }

    fn clock(&mut self) -> Clock {
        Clock { hour: self.below(24) as u8, minute: self.below(60) as u8, evidence: self.range() }
    }

    fn roll(&mut self) -> Roll {
        let mut n_people = 0;
        let groups = self.list(3, |dice| RollGroup {
            num: dice.maybe(Self::range),
            name: dice.range(),
            role: dice.role(),
            absent: dice.coin(),
            people: dice.list(4, |dice| {
                n_people += 1;
                Attendee {
                    id: PersonId(n_people - 1),
                    entry: dice.range(),
                    name: dice.range(),
                    title: dice.maybe(Self::range),
                    post: dice.maybe(Self::range),
                    proxy: dice.maybe(Self::range),
                    role: dice.role(),
                }
            }),
            unread: dice.list(2, Self::range),
        });
        Roll { groups }
    }

    fn agenda(&mut self, n_agenda: &mut usize, depth: usize) -> Vec<AgendaItem> {
        (0..self.below(4 - depth.min(3)))
            .map(|_| {
                let id = AgendaId(*n_agenda as u32);
                *n_agenda += 1;
                let (num, heading) = (self.maybe(Self::range), self.prose());
                AgendaItem { id, num, heading, children: self.agenda(n_agenda, depth + 1) }
            })
            .collect()
    }

    fn topic(&mut self, idx: u32, n_agenda: usize) -> Topic {
        Topic {
            id: TopicId(idx),
            num: self.maybe(Self::range),
            heading: self.prose(),
            agenda: self.list(3, |dice| dice.id(n_agenda)).into_iter().flatten().map(AgendaId).collect(),
            range: self.range(),
            called: self.maybe(Self::range),
        }
    }

    fn label(&mut self, idx: u32) -> SpeakerLabel {
        SpeakerLabel { id: LabelId(idx), first: self.prose(), role: self.role() }
    }

    fn speech(&mut self, idx: u32, n_topics: usize, n_labels: usize, n_people: usize) -> Speech {
        let by = match (self.below(4), self.id(n_people)) {
            (1, Some(person)) => Attribution::Person { person: PersonId(person), evidence: self.range() },
            (2, _) => Attribution::Printed { name: self.range() },
            (3, Some(person)) => Attribution::Ambiguous { people: vec![PersonId(person), PersonId(0)] },
            _ => Attribution::Unnamed,
        };
        Speech {
            id: SpeechId(idx),
            topic: self.id(n_topics).map(TopicId),
            label: LabelId(self.below(n_labels) as u32),
            printed: self.prose(),
            by,
            role: self.role(),
            paragraphs: self.list(3, Self::prose),
            range: self.range(),
        }
    }

    fn diagnostic(&mut self) -> Diagnostic {
        let finding = match self.below(13) {
            0 => Finding::Unrecognised,
            1 => Finding::NoTitle,
            2 => Finding::NoDate,
            3 => Finding::NoSpeech,
            4 => Finding::WeekdayMismatch { printed: self.weekday(), actual: self.weekday() },
            5 => Finding::ImpossibleDate,
            6 => Finding::AmbiguousSpeaker { entries: self.list(3, Self::range) },
            7 => Finding::EntryKeptWhole,
            8 => Finding::Joined(self.join()),
            9 => Finding::JoinedThroughout { n_joins: self.below(99) as u32 },
            10 => Finding::LeftOut { n_lines: self.below(99) as u32 },
            11 => Finding::SpeakersPresumed,
            _ => Finding::AgendaNotTakenUp,
        };
        Diagnostic::new(finding, self.range())
    }
}
