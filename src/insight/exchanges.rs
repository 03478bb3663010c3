//! Which answers belong to which question.
//!
//! May live here: order, part and topic as ties between speeches. May not: what makes a speech a
//! question (`kinds`).

use super::cues::{CALLS, LEAVES, REQUESTS};
use super::kinds::{requests, says_explanation};
use super::terms::Terms;
use super::text::{Paragraph, Speeches};
use super::{Evidence, ExchangeId, Kind, Point, SpeechKind};
use crate::model::{Minutes, Role, Speech, SpeechId};

/// A question or opinion and what the other side said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Its number.
    pub id: ExchangeId,
    /// Who asked or wished for something.
    pub question: SpeechId,
    /// What was said to it, in printed order; never empty.
    pub answers: Vec<SpeechId>,
    /// The points that the answers seem not to take up.
    pub unsettled: Vec<Unsettled>,
}

/// A point of a question of which no distinctive word comes back in the answers. It may be answered
/// in other words: this is for people to look at, not a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The speech that asked.
    pub speech: SpeechId,
    /// The number of the point, from 1.
    pub point: usize,
}

/// What was said before, as far as an answer could belong to it.
#[derive(Clone, Copy)]
enum Before {
    /// Nothing that waits for an answer.
    Nothing,
    /// This question or opinion, with the number of answers so far.
    Open(SpeechId, usize),
    /// Something of which nobody can say whether it waits for one.
    Unsure,
}

/// Pairs what one side asked or wished for with what the other side said next under the same topic,
/// and says of the office whether it answers or explains. The chair's calls in between break nothing.
pub(super) fn pair(
    minutes: &Minutes,
    speeches: &Speeches,
    kinds: &mut [Option<SpeechKind>],
) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    let mut before = Before::Nothing;
    let mut topic = None;
    for ((speech, paragraphs), kind) in minutes.speeches.iter().zip(speeches).zip(kinds) {
        if speech.topic != topic {
            before = Before::Nothing;
            topic = speech.topic;
        }
        if kind.is_none() && answers(speech) {
            let shown = says_explanation(paragraphs).filter(|_| speech.role == Role::Secretariat);
            *kind = match before {
                Before::Open(question, _) => {
                    Some(SpeechKind { kind: Kind::Answer, evidence: Evidence::Answers(question) })
                }
                Before::Nothing if speech.role == Role::Secretariat => {
                    shown.or(Some(SpeechKind { kind: Kind::Explanation, evidence: Evidence::Part }))
                }
                _ => shown,
            };
        }
        before = match (kind.map(|kind| kind.kind), before) {
            (Some(Kind::Answer), Before::Open(question, n_answers)) => {
                answer(&mut exchanges, question, speech.id, n_answers);
                Before::Open(question, n_answers + 1)
            }
            (Some(Kind::Answer), other) => other,
            (Some(Kind::Procedure), Before::Open(_, n_answers)) if leaves(paragraphs, n_answers) => {
                Before::Nothing
            }
            (Some(Kind::Procedure), other) => other,
            (Some(Kind::Question), Before::Open(..)) if speech.role == Role::Chair && calls(paragraphs) => {
                before
            }
            (Some(Kind::Question), _) => Before::Open(speech.id, 0),
            (Some(Kind::Opinion), _) if speech.role != Role::Chair => Before::Open(speech.id, 0),
            (Some(Kind::Opinion | Kind::Explanation), _) => Before::Nothing,
            (None, Before::Open(..)) if speech.role == Role::Chair && calls(paragraphs) => before,
            (None, Before::Nothing) if speech.role == Role::Chair => Before::Nothing,
            // 「時間です。」: a word of the chair in between.
            (None, _) if speech.role == Role::Chair && is_short(paragraphs) => before,
            (None, _) => Before::Unsure,
        };
    }
    exchanges
}

/// Whether somebody can be the one who answers: the office, or a guest who does not ask.
fn answers(speech: &Speech) -> bool {
    matches!(speech.role, Role::Secretariat | Role::Guest)
}

fn answer(exchanges: &mut Vec<Exchange>, question: SpeechId, speech: SpeechId, n_answers: usize) {
    match exchanges.last_mut().filter(|_| n_answers > 0) {
        Some(exchange) => exchange.answers.push(speech),
        None => {
            let id = ExchangeId(exchanges.len() as u32);
            exchanges.push(Exchange { id, question, answers: vec![speech], unsettled: Vec::new() });
        }
    }
}

/// Whether a call of the chair leaves the matter. Who is asked for an explanation once the answers
/// were given explains something else.
fn leaves(paragraphs: &[Paragraph], n_answers: usize) -> bool {
    let has = |words: &[&str]| {
        paragraphs.iter().any(|paragraph| words.iter().any(|word| paragraph.text().contains(word)))
    };
    !has(CALLS) && (has(LEAVES) || (n_answers > 0 && has(REQUESTS)))
}

/// Whether the chair's last sentence calls the office to answer what was asked before.
fn calls(paragraphs: &[Paragraph]) -> bool {
    let last = paragraphs
        .last()
        .and_then(|paragraph| paragraph.sentences.last().map(|sentence| paragraph.words(sentence.clone())));
    last.is_some_and(|last| CALLS.iter().any(|word| last.contains(word)))
}

/// Whether a speech is no more than a word in between.
fn is_short(paragraphs: &[Paragraph]) -> bool {
    let letters = paragraphs.iter().flat_map(|paragraph| paragraph.text().chars());
    letters.take(INTERJECTION_CHARS + 1).count() <= INTERJECTION_CHARS
}

const INTERJECTION_CHARS: usize = 30;

/// The exchange of each speech; `SpeechId` is the index.
pub(super) fn by_speech(exchanges: &[Exchange], n_speeches: usize) -> Vec<Option<ExchangeId>> {
    let mut out = vec![None; n_speeches];
    for exchange in exchanges {
        for speech in exchange.answers.iter().chain([&exchange.question]) {
            if let Some(slot) = out.get_mut(speech.idx()) {
                *slot = Some(exchange.id);
            }
        }
    }
    out
}

/// Marks the points of which no distinctive word comes back, where one of another point does: then
/// the answers did take up what was asked, but not all of it.
pub(super) fn mark_unsettled(
    exchanges: &mut [Exchange],
    minutes: &Minutes,
    speeches: &Speeches,
    points: &[Vec<Point>],
) {
    for exchange in exchanges {
        let points = points.get(exchange.question.idx()).map(Vec::as_slice).unwrap_or_default();
        if points.is_empty() {
            continue;
        }
        let answers = exchange.answers.iter().filter_map(|answer| speeches.get(answer.idx())).flatten();
        let answered = Terms::of(answers.map(Paragraph::text));
        // Breaks inside a sentence are no part of its words.
        let read = |point: &Point| minutes.source.slice(point.range).replace(['\n', '\r'], "");
        let texts: Vec<String> = points.iter().map(read).collect();
        let terms: Vec<Terms> = texts.iter().map(|text| Terms::of([text.as_str()])).collect();
        if !terms.iter().any(|point| point.shares(&answered)) {
            continue;
        }
        // Where something is asked, the rest may be no more than a remark on what was heard before.
        let asks: Vec<bool> = texts.iter().map(|text| requests(text)).collect();
        let any_asks = asks.contains(&true);
        for ((point, terms), asks) in points.iter().zip(&terms).zip(asks) {
            if (asks || !any_asks) && !terms.is_empty() && !terms.shares(&answered) {
                exchange.unsettled.push(Unsettled { speech: point.speech, point: point.number });
            }
        }
    }
}
