//! What is spoken about: the phrases with which speeches open, and the speeches that follow them.
//!
//! May live here: what opens a subject, and who belongs to it. May not: headings (`model`).

use std::ops::Range;

use super::cues::{BEFORE_SUBJECTS, GENERIC, GREETINGS, NO_NAME, POINTING, SUBJECT_ENDS, SUBJECT_LINKS};
use super::points::opener_len;
use super::terms::Terms;
use super::text::{Paragraph, Speeches};
use super::{Exchange, ExchangeId, Kind, SpeechKind, SubjectId};
use crate::chars::{is_kanji, is_space, narrow};
use crate::model::{LabelId, Minutes, Speech, SpeechId, TopicId};
use crate::source::TextRange;

/// Something that speeches open with: `給食費の補助` of 「給食費の補助について、」.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its number.
    pub id: SubjectId,
    /// Its name as printed where it was first opened.
    pub name: TextRange,
    /// The topic under which it was first opened.
    pub topic: Option<TopicId>,
}

/// That a speech belongs to a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The subject.
    pub subject: SubjectId,
    /// What shows it.
    pub because: Because,
    /// The paragraph of the speech from which on it holds, counted from 0.
    pub from: usize,
}

/// Why a speech belongs to a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// It opens it, or returns to it, with these words: `給食費の補助について`.
    Opens(TextRange),
    /// It names none and follows this speech, which belongs to it.
    Follows(SpeechId),
}

/// What is known of the speeches before the subjects are told.
pub(super) struct Told<'a> {
    pub minutes: &'a Minutes,
    pub speeches: &'a Speeches,
    pub kinds: &'a [Option<SpeechKind>],
    pub exchanges: &'a [Exchange],
    pub exchange_of: &'a [Option<ExchangeId>],
}

/// The subjects, and those that each speech belongs to.
///
/// 1. A paragraph that opens with the name of a subject opens it, or returns to it.
/// 2. An answer that opens none from its beginning follows what it answers; where that is about
///    several subjects, those of whose distinctive words it holds one.
/// 3. So does whoever asked, where their next words come directly after the answer and share a
///    distinctive word with it or with the question.
pub(super) fn of_speeches(told: &Told) -> (Vec<Subject>, Vec<Vec<Thread>>) {
    let mut known = Known::default();
    let mut threads: Vec<Vec<Thread>> = Vec::new();
    let mut answered: Option<(SpeechId, &Exchange)> = None;
    for ((speech, paragraphs), kind) in told.minutes.speeches.iter().zip(told.speeches).zip(told.kinds) {
        let kind = kind.map(|kind| kind.kind);
        if kind == Some(Kind::Procedure) {
            threads.push(Vec::new());
            continue;
        }
        let mut own = known.opened(speech, paragraphs);
        let exchange = told.exchange_of.get(speech.id.idx()).copied().flatten();
        let exchange = exchange.and_then(|id| told.exchanges.get(id.idx()));
        let answers = exchange.filter(|exchange| exchange.question != speech.id);
        if own.first().is_none_or(|thread| thread.from > 0) {
            let of = |id: SpeechId| threads.get(id.idx()).map(Vec::as_slice).unwrap_or_default();
            let followed = match (answers, answered) {
                (Some(exchange), _) => Some((exchange.question, of(exchange.question).to_vec())),
                (None, Some((answer, exchange))) if follows_up(told, speech, exchange, answer) => {
                    Some((answer, [of(answer), of(exchange.question)].concat()))
                }
                _ => None,
            };
            if let Some((from, theirs)) = followed {
                let followed = known.followed(theirs, from, speech.id, paragraphs);
                own.splice(0..0, followed);
            }
        }
        answered = answers.map(|exchange| (speech.id, exchange));
        threads.push(own);
    }
    (known.subjects, threads)
}

/// Whether a speech takes up what the same label asked and this answer answered.
fn follows_up(told: &Told, speech: &Speech, exchange: &Exchange, answer: SpeechId) -> bool {
    let label = |id: SpeechId| -> Option<LabelId> { told.minutes.speech(id).map(|speech| speech.label) };
    let topic = told.minutes.speech(answer).and_then(|answer| answer.topic);
    if label(exchange.question) != Some(speech.label) || topic != speech.topic {
        return false;
    }
    let paragraphs = |id: SpeechId| told.speeches.get(id.idx()).map(Vec::as_slice).unwrap_or_default();
    let words = terms(paragraphs(speech.id).get(..1).unwrap_or_default());
    [exchange.question, answer].into_iter().any(|id| terms(paragraphs(id)).shares(&words))
}

fn terms(paragraphs: &[Paragraph]) -> Terms {
    Terms::of(paragraphs.iter().map(Paragraph::text))
}

/// The subjects so far.
#[derive(Default)]
struct Known {
    subjects: Vec<Subject>,
    /// Their names without differences of width and space, in order, each with its subject.
    names: Vec<(String, SubjectId)>,
    /// The distinctive words of what was said of each where it was last opened.
    said: Vec<Terms>,
    /// The last speech that belongs to each.
    last: Vec<Option<SpeechId>>,
}

impl Known {
    /// The subjects that the paragraphs of a speech open or return to.
    fn opened(&mut self, speech: &Speech, paragraphs: &[Paragraph]) -> Vec<Thread> {
        let mut threads = Vec::new();
        for (from, paragraph) in paragraphs.iter().enumerate() {
            let Some(opening) = opening(paragraph) else { continue };
            let name = paragraph.words(opening.name.clone());
            let subject = self.of_prefix(name).or_else(|| {
                let name = core(name)?;
                let range = opening.name.start..opening.name.start + name.len();
                Some(self.subject(name, paragraph.range(range), speech.topic))
            });
            if let Some(subject) = subject {
                let because = Because::Opens(paragraph.range(opening.phrase));
                threads.push(Thread { subject, because, from });
            }
        }
        let ends = threads.iter().skip(1).map(|thread| thread.from).chain([paragraphs.len()]);
        for (thread, end) in threads.iter().zip(ends) {
            if let Some(said) = self.said.get_mut(thread.subject.idx()) {
                *said = terms(paragraphs.get(thread.from..end).unwrap_or_default());
            }
        }
        threads.retain(|thread| self.is_first(thread.subject, speech.id));
        threads
    }

    /// The subjects of another speech that this one, which follows it and does not open them, is about.
    fn followed(
        &mut self,
        mut theirs: Vec<Thread>,
        from: SpeechId,
        speech: SpeechId,
        paragraphs: &[Paragraph],
    ) -> Vec<Thread> {
        let is_one =
            theirs.iter().all(|thread| theirs.first().is_some_and(|one| one.subject == thread.subject));
        let words = if is_one { Terms::default() } else { terms(paragraphs) };
        theirs.retain(|thread| {
            let said = self.said.get(thread.subject.idx());
            (is_one || said.is_some_and(|said| said.shares(&words))) && self.is_first(thread.subject, speech)
        });
        let because = Because::Follows(from);
        theirs.iter().map(|thread| Thread { subject: thread.subject, because, from: 0 }).collect()
    }

    /// Whether a speech was not yet found to belong to a subject.
    fn is_first(&mut self, subject: SubjectId, speech: SpeechId) -> bool {
        let last = self.last.get_mut(subject.idx());
        last.is_some_and(|last| last.replace(speech) != Some(speech))
    }

    /// The known subject that a name consists of, or that stands in it before の.
    fn of_prefix(&self, name: &str) -> Option<SubjectId> {
        let ends = name.char_indices().filter(|&(_, c)| c == 'の').map(|(at, _)| at).chain([name.len()]);
        ends.rev().find_map(|end| self.find(&folded(name.get(..end)?)).ok())
    }

    /// The subject of that name, or where it belongs.
    fn find(&self, folded: &str) -> Result<SubjectId, usize> {
        let at = self.names.binary_search_by(|(name, _)| name.as_str().cmp(folded))?;
        self.names.get(at).map(|(_, id)| *id).ok_or(at)
    }

    fn subject(&mut self, name: &str, range: TextRange, topic: Option<TopicId>) -> SubjectId {
        let folded = folded(name);
        self.find(&folded).unwrap_or_else(|at| {
            let id = SubjectId(self.subjects.len() as u32);
            self.subjects.push(Subject { id, name: range, topic });
            self.names.insert(at, (folded, id));
            self.said.push(Terms::default());
            self.last.push(None);
            id
        })
    }
}

/// The form in which two names are compared.
fn folded(name: &str) -> String {
    name.chars().filter(|&c| !is_space(c)).map(|c| narrow(c).to_ascii_lowercase()).collect()
}

struct Opening {
    name: Range<usize>,
    phrase: Range<usize>,
}

/// How far the mark may stand from the beginning: a name is no longer.
const NAME_CHARS: usize = 30;

/// The phrase with which a paragraph opens, whatever it is worth as a name.
fn opening(paragraph: &Paragraph) -> Option<Opening> {
    let is_greeting = |sentence: &&Range<usize>| {
        let words = paragraph.words((**sentence).clone());
        words.chars().count() <= NAME_CHARS && GREETINGS.iter().any(|word| words.contains(word))
    };
    let sentence = paragraph.sentences.iter().find(|sentence| !is_greeting(sentence))?;
    let words = paragraph.words(sentence.clone());
    let mut before = 0;
    while let Some(rest) = words.get(before..)
        && let Some(len) = opener_len(rest)
            .or_else(|| BEFORE_SUBJECTS.iter().find(|word| rest.starts_with(**word)).map(|word| word.len()))
    {
        before += len;
    }
    let rest = words.get(before..)?;
    let near = rest.char_indices().nth(NAME_CHARS + 1).map_or(rest.len(), |(at, _)| at);
    let found = SUBJECT_ENDS.iter().filter_map(|end| Some((rest.find(end)?, *end)));
    let (at, end) = found.filter(|&(at, _)| at <= near).min_by_key(|&(at, _)| at)?;
    let end = end.trim_end_matches(['お', '伺', '質', '問', '。', '、']);
    let start = sentence.start + before;
    Some(Opening { name: start..start + at, phrase: start..start + at + end.len() })
}

/// The name of a subject in a phrase, if it is the name of anything: `Xに係る費用` → X.
fn core(name: &str) -> Option<&str> {
    let linked = SUBJECT_LINKS.iter().find_map(|link| name.split_once(link)).map(|(before, _)| before);
    linked.into_iter().chain([name]).find(|name| is_name(name))
}

fn is_name(name: &str) -> bool {
    let n_chars = name.chars().count();
    (2..=NAME_CHARS).contains(&n_chars)
        && !POINTING.iter().any(|word| name.starts_with(word))
        && !NO_NAME.iter().any(|word| name.contains(word))
        && !has_particle(name)
        && name.chars().next_back().is_some_and(ends_noun)
        && !is_generic(name)
}

/// は and が make a sentence of words; inside はじめ, がん, 障がい they do not.
fn has_particle(name: &str) -> bool {
    let mut before = None;
    let mut letters = name.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        let is_particle = match c {
            'は' => before.is_some() && !matches!(next, Some('じ' | 'し' | 'り' | 'ぐ' | 'な')),
            'が' => before.is_some_and(|before| before != '障') && !matches!(next, Some('ん' | 'き')),
            _ => false,
        };
        if is_particle {
            return true;
        }
        before = Some(c);
    }
    false
}

fn ends_noun(c: char) -> bool {
    is_kanji(c)
        || c.is_ascii_alphanumeric()
        || matches!(c, 'ァ'..='ヺ' | 'ー' | '\u{FF66}'..='\u{FF9F}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
        || matches!(c, '」' | '』' | '）' | ')' | '％')
        || matches!(c, 'り' | 'み' | 'き' | 'め' | 'ち' | 'し' | 'ぎ' | 'び' | 'い' | 'え')
}

/// Whether a name consists of words that say nothing alone.
pub fn is_generic(name: &str) -> bool {
    let mut rest = name;
    while !rest.is_empty() {
        let word = GENERIC.split_whitespace().filter(|word| rest.starts_with(word)).map(str::len).max();
        let is_digit = |c: char| narrow(c).is_ascii_alphanumeric() || is_space(c);
        let len = word.or_else(|| rest.chars().next().filter(|&c| is_digit(c)).map(char::len_utf8));
        match len.and_then(|len| rest.get(len..)) {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    true
}
