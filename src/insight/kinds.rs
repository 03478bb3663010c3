//! What a speech does: it asks, answers, thinks aloud, explains, or leads the meeting.
//!
//! May live here: what shows the kind of a speech. May not: which answer belongs to which question
//! (`exchanges`), the words themselves (`cues`).

use std::ops::Range;

use super::cues::{
    ANSWERS, ASKS, CALLED, EXPLAINS, KIND_LABELS, LETTER_LABELS, NEUTRAL, NO_ASKS, PROCEDURES, THANKS,
    THOUGHTS, WISHES,
};
use super::text::{Paragraph, Speeches};
use crate::chars::{digit, is_space, narrow};
use crate::model::{Minutes, Prose, Role, Speech, SpeechId, sentence_ranges};
use crate::source::TextRange;

/// What a speech does, and what shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechKind {
    /// What it does.
    pub kind: Kind,
    /// What shows it.
    pub evidence: Evidence,
}

/// What a speech can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It asks: 質問.
    Question,
    /// It answers: 答弁.
    Answer,
    /// It thinks or wishes without asking: 意見.
    Opinion,
    /// It explains unasked: 説明.
    Explanation,
    /// It leads the meeting: 進行.
    Procedure,
}

/// What shows the kind of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// These words of it.
    Words(TextRange),
    /// It follows this question or opinion.
    Answers(SpeechId),
    /// Only the part that the speaker has in the meeting.
    Part,
}

impl Kind {
    /// All kinds, in the order in which they are listed to readers.
    pub const ALL: [Kind; 5] =
        [Kind::Question, Kind::Answer, Kind::Opinion, Kind::Explanation, Kind::Procedure];

    /// The name by which files and links call it.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Question => "question",
            Kind::Answer => "answer",
            Kind::Opinion => "opinion",
            Kind::Explanation => "explanation",
            Kind::Procedure => "procedure",
        }
    }

    /// The kind called `key`.
    pub fn from_key(key: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// The kinds that the words and labels of the speeches show on their own, whoever spoke before.
/// Whether the office answers or explains depends on that, and is left open.
pub(super) fn by_words(minutes: &Minutes, speeches: &Speeches) -> Vec<Option<SpeechKind>> {
    let letters = has_both_letters(minutes);
    let kind = |(speech, paragraphs): (&Speech, &Vec<Paragraph>)| {
        by_label(minutes, speech, letters).or_else(|| match speech.role {
            Role::Chair => procedure(paragraphs, true).or_else(|| beyond(paragraphs)),
            Role::Member | Role::Guest => asks(paragraphs).or_else(|| wishes(paragraphs)),
            Role::Secretariat => procedure(paragraphs, false).or_else(|| says_answer(paragraphs)),
            Role::Other => asks(paragraphs),
        })
    };
    minutes.speeches.iter().zip(speeches).map(kind).collect()
}

/// A label without marks, brackets and the number that it may bear: `（質問）`, `Q1`.
fn bare_label(minutes: &Minutes, printed: &Prose) -> String {
    let text = printed.text(&minutes.source);
    let is_mark = |c: char| !c.is_alphabetic() || digit(c).is_some() || is_space(c);
    let bare = text.trim_matches(is_mark);
    bare.chars().map(|c| narrow(c).to_ascii_uppercase()).collect()
}

fn has_both_letters(minutes: &Minutes) -> bool {
    let is_used =
        |letter: &str| minutes.labels.iter().any(|label| bare_label(minutes, &label.first) == letter);
    LETTER_LABELS.iter().all(|(letter, _)| is_used(letter))
}

fn by_label(minutes: &Minutes, speech: &Speech, letters: bool) -> Option<SpeechKind> {
    let label = bare_label(minutes, &speech.printed);
    let letters: &[_] = if letters { &LETTER_LABELS } else { &[] };
    let (_, kind) = KIND_LABELS.iter().chain(letters).find(|(word, _)| *word == label)?;
    Some(SpeechKind { kind: *kind, evidence: Evidence::Words(speech.printed.range()) })
}

fn words(kind: Kind, paragraph: &Paragraph, range: Range<usize>) -> SpeechKind {
    SpeechKind { kind, evidence: Evidence::Words(paragraph.range(range)) }
}

/// What a sentence of whoever leads the meeting does for it.
enum Leading {
    /// These words of it lead the meeting or call somebody.
    Leads(Range<usize>),
    /// It only thanks or agrees.
    Neutral,
    /// It asks, or says what somebody thinks: that goes beyond leading.
    Beyond,
    /// It says something else.
    Tells,
}

/// How long a sentence that calls somebody can be.
const CALL_CHARS: usize = 24;
/// How much of the end of a sentence leads the meeting, if anything of it does.
const LEAD_CHARS: usize = 32;

fn leading(sentence: &str) -> Leading {
    let n_chars = sentence.chars().count();
    let bare = without_mark(sentence);
    if n_chars <= CALL_CHARS && CALLED.iter().any(|called| bare.ends_with(called)) {
        return Leading::Leads(0..bare.len());
    }
    // 〔拍手〕（「なし」と呼ぶ者あり）: told by whoever kept the record.
    let is_told = sentence.starts_with(['（', '(', '〔', '［']) && bare.len() < sentence.len();
    if is_told || NEUTRAL.contains(&bare) {
        return Leading::Neutral;
    }
    let start = sentence.char_indices().rev().nth(LEAD_CHARS).map_or(0, |(at, _)| at);
    let end = sentence.get(start..).unwrap_or_default();
    if THANKS.iter().any(|word| end.contains(word)) {
        return Leading::Neutral;
    }
    if let Some(found) = cue_in(end, PROCEDURES) {
        return Leading::Leads(start + found.start..start + found.end);
    }
    match ask_in(sentence).is_some() || ends_with_thought(sentence).is_some() {
        true => Leading::Beyond,
        false => Leading::Tells,
    }
}

/// A speech leads the meeting if it does nothing beyond. Whoever presides tells a thing or two on the
/// way; the office does so when it explains.
fn procedure(paragraphs: &[Paragraph], presides: bool) -> Option<SpeechKind> {
    let mut found = None;
    let (mut n_leads, mut n_tells) = (0, 0);
    for paragraph in paragraphs {
        for sentence in &paragraph.sentences {
            match leading(paragraph.words(sentence.clone())) {
                Leading::Leads(words) => {
                    n_leads += 1;
                    found =
                        found.or(Some((paragraph, sentence.start + words.start..sentence.start + words.end)));
                }
                Leading::Neutral => {}
                Leading::Tells => n_tells += 1,
                Leading::Beyond => return None,
            }
        }
    }
    let (paragraph, range) = found?;
    let leads = if presides { n_tells <= 2 * n_leads } else { n_tells == 0 };
    leads.then(|| words(Kind::Procedure, paragraph, range))
}

/// The last sentence that asks, with the words that do.
fn asks(paragraphs: &[Paragraph]) -> Option<SpeechKind> {
    last_found(Kind::Question, paragraphs, ask_in)
}

fn wishes(paragraphs: &[Paragraph]) -> Option<SpeechKind> {
    last_found(Kind::Opinion, paragraphs, wish_in)
}

/// What whoever presides asks or thinks beyond leading the meeting.
fn beyond(paragraphs: &[Paragraph]) -> Option<SpeechKind> {
    let goes = |sentence: &str| matches!(leading(sentence), Leading::Beyond);
    let asked =
        last_found(Kind::Question, paragraphs, |sentence| goes(sentence).then(|| ask_in(sentence)).flatten());
    asked.or_else(|| {
        last_found(Kind::Opinion, paragraphs, |sentence| {
            goes(sentence).then(|| ends_with_thought(sentence)).flatten()
        })
    })
}

/// 「御質問にお答えします」: an answer by its own words, whatever it answers.
fn says_answer(paragraphs: &[Paragraph]) -> Option<SpeechKind> {
    first_found(Kind::Answer, paragraphs, ANSWERS)
}

/// 「御説明いたします」: an explanation by its own words.
pub(super) fn says_explanation(paragraphs: &[Paragraph]) -> Option<SpeechKind> {
    first_found(Kind::Explanation, paragraphs, EXPLAINS)
}

/// How many sentences at the beginning of a speech may say what it does.
const N_OPENING: usize = 3;

fn first_found(kind: Kind, paragraphs: &[Paragraph], cues: &[&str]) -> Option<SpeechKind> {
    let all = paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.sentences.iter().map(move |sentence| (paragraph, sentence.clone())));
    all.take(N_OPENING).find_map(|(paragraph, sentence)| {
        let found = cue_in(paragraph.words(sentence.clone()), cues)?;
        Some(words(kind, paragraph, sentence.start + found.start..sentence.start + found.end))
    })
}

fn last_found(
    kind: Kind,
    paragraphs: &[Paragraph],
    find: impl Fn(&str) -> Option<Range<usize>>,
) -> Option<SpeechKind> {
    paragraphs.iter().rev().find_map(|paragraph| {
        paragraph.sentences.iter().rev().find_map(|sentence| {
            let found = find(paragraph.words(sentence.clone()))?;
            Some(words(kind, paragraph, sentence.start + found.start..sentence.start + found.end))
        })
    })
}

/// The words with which a sentence asks.
pub(super) fn ask_in(sentence: &str) -> Option<Range<usize>> {
    let bare = without_mark(sentence);
    if let Some(before) = bare.strip_suffix('か')
        && !NO_ASKS.iter().any(|word| bare.ends_with(word))
        && !before.is_empty()
    {
        return Some(clause_start(before)..sentence.len());
    }
    // A question mark behind a Latin letter stands in an address.
    let is_address = bare.ends_with(|c: char| c.is_ascii_alphanumeric());
    if sentence.ends_with(['？', '?']) && !is_address {
        return Some(clause_start(bare)..sentence.len());
    }
    cue_in(sentence, ASKS)
}

/// Where the last clause of a sentence begins: behind its last comma.
fn clause_start(sentence: &str) -> usize {
    sentence.rfind(['、', '，']).map_or(0, |at| at + '、'.len_utf8())
}

/// The words with which a sentence wishes for something, or says what somebody thinks.
pub(super) fn wish_in(sentence: &str) -> Option<Range<usize>> {
    let to_end = |found: Range<usize>| found.start..without_mark(sentence).len().max(found.end);
    cue_in(sentence, WISHES).map(to_end).or_else(|| ends_with_thought(sentence))
}

/// Whether a sentence of a text asks, or wishes in so many words.
pub(super) fn requests(text: &str) -> bool {
    let mut sentences = sentence_ranges(text).into_iter().filter_map(|range| text.get(range));
    sentences.any(|sentence| ask_in(sentence).is_some() || cue_in(sentence, WISHES).is_some())
}

/// How much of the end of a sentence is its predicate.
const PREDICATE_CHARS: usize = 14;

fn ends_with_thought(sentence: &str) -> Option<Range<usize>> {
    let start = sentence.char_indices().rev().nth(PREDICATE_CHARS).map_or(0, |(at, _)| at);
    let found = cue_in(sentence.get(start..)?, THOUGHTS)?;
    Some(start + found.start..without_mark(sentence).len().max(start + found.end))
}

/// The last place of one of these words, which are sorted.
///
/// Words are many and sentences short: to look every letter up among the words is several times
/// faster than to search for every word.
fn cue_in(text: &str, cues: &[&str]) -> Option<Range<usize>> {
    text.char_indices().rev().find_map(|(at, first)| {
        let rest = text.get(at..)?;
        let n_before = cues.partition_point(|cue| *cue <= rest);
        let alike = cues.get(..n_before)?.iter().rev().take_while(|cue| cue.starts_with(first));
        alike.filter(|cue| rest.starts_with(**cue)).map(|cue| at..at + cue.len()).next()
    })
}

/// A sentence without its end mark and the closing brackets behind it.
pub(super) fn without_mark(sentence: &str) -> &str {
    sentence.trim_end_matches(|c: char| {
        matches!(c, '。' | '！' | '？' | '｡' | '!' | '?' | '」' | '』' | '）' | ')') || c.is_whitespace()
    })
}
