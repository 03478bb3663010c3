//! From the data block to minutes: nothing passes that does not fit the text.

use super::BundleError;
use super::wire::{self, MAX_DEPTH};
use crate::diagnostics::{Diagnostic, Finding};
use crate::model::*;
use crate::source::{Source, TextRange};

impl TryFrom<wire::Minutes> for Minutes {
    type Error = BundleError;

    fn try_from(wire: wire::Minutes) -> Result<Minutes, BundleError> {
        if u32::try_from(wire.text.len()).is_err() {
            return Err(BundleError::Value { of: "text" });
        }
        let known = Known {
            text: &wire.text,
            n_people: wire.roll.iter().map(|group| group.people.len()).sum(),
            n_agenda: wire.agenda.len(),
            n_topics: wire.topics.len(),
            n_labels: wire.labels.len(),
            n_speeches: wire.speeches.len(),
            n_narratives: wire.narratives.len(),
            n_plains: wire.plains.len(),
        };
        let mut n_people = 0;
        let minutes = Minutes {
            source: Source::default(),
            title: known.prose_opt(&wire.title)?,
            meeting: known.meeting(&wire.meeting)?,
            roll: Roll { groups: all(&wire.roll, |_, group| known.group(group, &mut n_people))? },
            agenda: tree(all(&wire.agenda, |idx, item| known.agenda_item(idx, item))?)?,
            topics: all(&wire.topics, |idx, topic| known.topic(idx, topic))?,
            labels: all(&wire.labels, |idx, label| known.label(idx, label))?,
            speeches: all(&wire.speeches, |idx, speech| known.speech(idx, speech))?,
            narratives: all(&wire.narratives, |idx, narrative| known.narrative(idx, narrative))?,
            plains: all(&wire.plains, |idx, plain| known.plain(idx, plain))?,
            body: all(&wire.body, |_, block| known.block(block))?,
            diagnostics: all(&wire.diagnostics, |_, diagnostic| known.diagnostic(diagnostic))?,
        };
        Ok(Minutes { source: Source::new(wire.text), ..minutes })
    }
}

fn all<Wire, Inner>(
    list: &[Wire],
    mut check: impl FnMut(u32, &Wire) -> Result<Inner, BundleError>,
) -> Result<Vec<Inner>, BundleError> {
    list.iter().enumerate().map(|(idx, wire)| check(idx as u32, wire)).collect()
}

/// The list with depths as a tree again.
fn tree(items: Vec<(usize, AgendaItem)>) -> Result<Vec<AgendaItem>, BundleError> {
    let mut top = Vec::new();
    // The items from the top to the last one read: each will be a child of the one before it.
    let mut open: Vec<AgendaItem> = Vec::new();
    for (depth, item) in items {
        if depth > open.len() || depth >= MAX_DEPTH {
            return Err(BundleError::Value { of: "agenda" });
        }
        close(&mut open, depth, &mut top);
        open.push(item);
    }
    close(&mut open, 0, &mut top);
    Ok(top)
}

/// Hands every open item below `depth` to its parent.
fn close(open: &mut Vec<AgendaItem>, depth: usize, top: &mut Vec<AgendaItem>) {
    while open.len() > depth {
        let Some(item) = open.pop() else { return };
        match open.last_mut() {
            Some(parent) => parent.children.push(item),
            None => top.push(item),
        }
    }
}

/// What references are checked against.
struct Known<'a> {
    text: &'a str,
    n_people: usize,
    n_agenda: usize,
    n_topics: usize,
    n_labels: usize,
    n_speeches: usize,
    n_narratives: usize,
    n_plains: usize,
}

fn id(of: &'static str, id: u32, n: usize) -> Result<u32, BundleError> {
    if (id as usize) < n { Ok(id) } else { Err(BundleError::Id { of, id }) }
}

impl Known<'_> {
    fn range(&self, &wire::Range(start, end): &wire::Range) -> Result<TextRange, BundleError> {
        let range = TextRange { start, end };
        // `get` refuses what is out of bounds, backwards, or inside a character.
        self.text.get(range.to_usize()).map(|_| range).ok_or(BundleError::Range { start, end })
    }

    fn range_opt(&self, range: &Option<wire::Range>) -> Result<Option<TextRange>, BundleError> {
        range.as_ref().map(|range| self.range(range)).transpose()
    }

    fn prose(&self, pieces: &wire::Prose) -> Result<Prose, BundleError> {
        let piece = |&wire::Piece(start, end, join): &wire::Piece| {
            Ok(Piece { range: self.range(&wire::Range(start, end))?, join: join.into() })
        };
        Ok(Prose { pieces: pieces.iter().map(piece).collect::<Result<_, BundleError>>()? })
    }

    fn prose_opt(&self, prose: &Option<wire::Prose>) -> Result<Option<Prose>, BundleError> {
        prose.as_ref().map(|prose| self.prose(prose)).transpose()
    }

    fn topic_id(&self, topic: Option<u32>) -> Result<Option<TopicId>, BundleError> {
        topic.map(|topic| id("topic", topic, self.n_topics).map(TopicId)).transpose()
    }

    fn person_id(&self, person: u32) -> Result<PersonId, BundleError> {
        id("person", person, self.n_people).map(PersonId)
    }

    fn meeting(&self, meeting: &wire::Meeting) -> Result<Meeting, BundleError> {
        Ok(Meeting {
            name: self.prose_opt(&meeting.name)?,
            date: meeting.date.as_ref().map(|date| self.date(date)).transpose()?,
            start: meeting.start.as_ref().map(|clock| self.clock(clock)).transpose()?,
            end: meeting.end.as_ref().map(|clock| self.clock(clock)).transpose()?,
            place: self.prose_opt(&meeting.place)?,
            openness: self.prose_opt(&meeting.openness)?,
            observers: self.prose_opt(&meeting.observers)?,
            office: self.prose_opt(&meeting.office)?,
            facts: all(&meeting.facts, |_, fact| self.fact(fact))?,
        })
    }

    fn date(&self, date: &wire::Date) -> Result<MeetingDate, BundleError> {
        // There is no year 0; computing its weekday would underflow.
        let day = Date::new(date.year, date.month, date.day).filter(|day| day.year > 0);
        Ok(MeetingDate {
            date: day.ok_or(BundleError::Value { of: "date" })?,
            weekday: date.weekday.map(Weekday::from),
            evidence: self.range(&date.evidence)?,
        })
    }

    fn clock(&self, clock: &wire::Clock) -> Result<Clock, BundleError> {
        let &wire::Clock { hour, minute, ref evidence } = clock;
        if hour > 23 || minute > 59 {
            return Err(BundleError::Value { of: "clock" });
        }
        Ok(Clock { hour, minute, evidence: self.range(evidence)? })
    }

    fn fact(&self, fact: &wire::Fact) -> Result<Fact, BundleError> {
        Ok(Fact {
            num: self.range_opt(&fact.num)?,
            label: self.range(&fact.label)?,
            field: fact.field.into(),
            values: all(&fact.values, |_, value| self.prose(value))?,
        })
    }

    fn group(&self, group: &wire::Group, n_people: &mut u32) -> Result<RollGroup, BundleError> {
        let people = all(&group.people, |idx, person| self.person(PersonId(*n_people + idx), person))?;
        *n_people += people.len() as u32;
        Ok(RollGroup {
            name: self.range(&group.name)?,
            role: group.role.into(),
            absent: group.absent,
            people,
            unread: all(&group.unread, |_, range| self.range(range))?,
        })
    }

    fn person(&self, id: PersonId, person: &wire::Person) -> Result<Attendee, BundleError> {
        Ok(Attendee {
            id,
            entry: self.range(&person.entry)?,
            name: self.range(&person.name)?,
            title: self.range_opt(&person.title)?,
            post: self.range_opt(&person.post)?,
            proxy: self.range_opt(&person.proxy)?,
            role: person.role.into(),
        })
    }

    fn agenda_item(&self, idx: u32, item: &wire::AgendaItem) -> Result<(usize, AgendaItem), BundleError> {
        let num = self.range_opt(&item.num)?;
        let heading = self.prose(&item.heading)?;
        Ok((item.depth, AgendaItem { id: AgendaId(idx), num, heading, children: Vec::new() }))
    }

    fn topic(&self, idx: u32, topic: &wire::Topic) -> Result<Topic, BundleError> {
        Ok(Topic {
            id: TopicId(idx),
            num: self.range_opt(&topic.num)?,
            heading: self.prose(&topic.heading)?,
            agenda: all(&topic.agenda, |_, &item| id("agenda item", item, self.n_agenda).map(AgendaId))?,
            range: self.range(&topic.range)?,
        })
    }

    fn label(&self, idx: u32, label: &wire::Label) -> Result<SpeakerLabel, BundleError> {
        Ok(SpeakerLabel { id: LabelId(idx), first: self.prose(&label.first)?, role: label.role.into() })
    }

    fn speech(&self, idx: u32, speech: &wire::Speech) -> Result<Speech, BundleError> {
        Ok(Speech {
            id: SpeechId(idx),
            topic: self.topic_id(speech.topic)?,
            label: id("label", speech.label, self.n_labels).map(LabelId)?,
            printed: self.prose(&speech.printed)?,
            by: self.by(&speech.by)?,
            role: speech.role.into(),
            paragraphs: all(&speech.paragraphs, |_, paragraph| self.prose(paragraph))?,
            range: self.range(&speech.range)?,
        })
    }

    fn by(&self, by: &wire::By) -> Result<Attribution, BundleError> {
        Ok(match by {
            wire::By::Person { person, evidence } => {
                Attribution::Person { person: self.person_id(*person)?, evidence: self.range(evidence)? }
            }
            wire::By::Printed { name } => Attribution::Printed { name: self.range(name)? },
            wire::By::Ambiguous { people } => {
                Attribution::Ambiguous { people: all(people, |_, &person| self.person_id(person))? }
            }
            wire::By::Unnamed => Attribution::Unnamed,
        })
    }

    fn narrative(&self, idx: u32, narrative: &wire::Narrative) -> Result<Narrative, BundleError> {
        Ok(Narrative {
            id: NarrativeId(idx),
            topic: self.topic_id(narrative.topic)?,
            prose: self.prose(&narrative.prose)?,
            range: self.range(&narrative.range)?,
        })
    }

    fn plain(&self, idx: u32, plain: &wire::Plain) -> Result<Plain, BundleError> {
        Ok(Plain { id: PlainId(idx), topic: self.topic_id(plain.topic)?, range: self.range(&plain.range)? })
    }

    fn block(&self, block: &wire::Block) -> Result<Block, BundleError> {
        Ok(match *block {
            wire::Block::Topic(topic) => Block::Topic(TopicId(id("topic", topic, self.n_topics)?)),
            wire::Block::Speech(speech) => Block::Speech(SpeechId(id("speech", speech, self.n_speeches)?)),
            wire::Block::Narrative(narrative) => {
                Block::Narrative(NarrativeId(id("narrative", narrative, self.n_narratives)?))
            }
            wire::Block::Plain(plain) => Block::Plain(PlainId(id("plain text", plain, self.n_plains)?)),
        })
    }

    fn diagnostic(&self, diagnostic: &wire::Diagnostic) -> Result<Diagnostic, BundleError> {
        let finding = match &diagnostic.finding {
            wire::Finding::Unrecognised => Finding::Unrecognised,
            wire::Finding::NoTitle => Finding::NoTitle,
            wire::Finding::NoDate => Finding::NoDate,
            wire::Finding::NoSpeech => Finding::NoSpeech,
            wire::Finding::WeekdayMismatch { printed, actual } => {
                Finding::WeekdayMismatch { printed: (*printed).into(), actual: (*actual).into() }
            }
            wire::Finding::ImpossibleDate => Finding::ImpossibleDate,
            wire::Finding::AmbiguousSpeaker { entries } => {
                Finding::AmbiguousSpeaker { entries: all(entries, |_, entry| self.range(entry))? }
            }
            wire::Finding::EntryKeptWhole => Finding::EntryKeptWhole,
            wire::Finding::Joined(join) => Finding::Joined((*join).into()),
            wire::Finding::AgendaNotTakenUp => Finding::AgendaNotTakenUp,
        };
        Ok(Diagnostic { finding, range: self.range(&diagnostic.range)? })
    }
}
