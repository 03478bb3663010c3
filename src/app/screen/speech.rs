//! A speech with what is known of it.

use super::runs::{self, Marks};
use super::{Frame, SpeechView, SubjectTag, reading, speaker};
use crate::app::permalink::speech_anchor;
use crate::app::words::{self, Msg};
use crate::filter::Shown;
use crate::insight::{Because, Evidence, Exchange, ExchangeId, Kind, SpeechKind, SubjectId, Thread};
use crate::model::{Prose, Speech, SpeechId};
use crate::source::TextRange;

/// What was shown just before, so that what goes on is not said again.
#[derive(Clone, Default)]
pub struct Before {
    /// The exchange whose question stands above.
    pub exchange: Option<ExchangeId>,
    pub subjects: Vec<SubjectId>,
}

/// A speech; `before` is what the reader has just read.
pub fn view(frame: &Frame, speech: &Speech, marks: Marks, shown: Shown, before: &mut Before) -> SpeechView {
    let insight = &frame.document.insight;
    let at = speech.id.idx();
    let lang = frame.lang;
    let label = words::one_line(&frame.text(&speech.printed));
    let kind = insight.kinds.get(at).copied().flatten();
    let exchange = exchange_of(frame, speech.id);
    let question = exchange.map(|exchange| exchange.question).filter(|&question| question != speech.id);
    let is_question = exchange.is_some_and(|exchange| exchange.question == speech.id);
    let threads = insight.threads.get(at).map(Vec::as_slice).unwrap_or_default();
    let state = frame.state;
    let current = state.at == Some(speech.id);
    let is_procedure = kind.is_some_and(|kind| kind.kind == Kind::Procedure);
    let under = exchange.map(|exchange| exchange.id).or_else(|| {
        // Whatever stands between a question and its answer belongs to neither: a call of the chair.
        let open = before.exchange?;
        is_inside(insight.exchanges.get(open.idx())?, speech.id).then_some(open)
    });
    let hangs = under.is_some() && !is_question && under == before.exchange;
    let view = SpeechView {
        speech: speech.id,
        anchor: speech_anchor(speech.id),
        number: at + 1,
        note: speaker::note(frame.as_printed(), &label, speech.role, &speech.by),
        label,
        role: speech.role,
        kind: kind.map(|kind| lang.t(words::kind_name(kind.kind)).to_owned()).unwrap_or_default(),
        kind_note: kind.map(|kind| because_of(frame, kind.evidence)).unwrap_or_default(),
        subjects: threads.iter().filter_map(|thread| tag(frame, thread, before)).collect(),
        grounds: if current { grounds(frame, speech, kind) } else { Vec::new() },
        answers: question,
        answers_to: question.map(|question| kind_of(frame, question)).unwrap_or_default(),
        answered: exchange
            .filter(|_| is_question)
            .map(|exchange| exchange.answers.clone())
            .unwrap_or_default(),
        hangs,
        unsettled: exchange.map(|exchange| unsettled(exchange, speech.id)).unwrap_or_default(),
        paragraphs: paragraphs(frame, speech, marks),
        original: state.original.contains(speech.id).then(|| original(frame, speech)),
        repaired: frame.document.repaired.binary_search(&speech.id).is_ok(),
        current,
        point: state.point.filter(|_| current),
        beside: shown == Shown::Beside,
        stands_out: state.highlighted.contains(speech.label),
        steps_back: (!state.highlighted.is_empty() && !state.highlighted.contains(speech.label))
            || (state.dimmed && is_procedure),
        folded: speech.topic.is_some_and(|topic| state.collapsed.contains(topic)),
    };
    before.exchange = under.filter(|_| is_question || hangs);
    if !(hangs && threads.is_empty()) {
        before.subjects = threads.iter().map(|thread| thread.subject).collect();
    }
    view
}

fn exchange_of<'a>(frame: &Frame<'a>, speech: SpeechId) -> Option<&'a Exchange> {
    let insight = &frame.document.insight;
    let id = insight.exchange_of.get(speech.idx()).copied().flatten()?;
    insight.exchanges.get(id.idx())
}

/// Whether a speech stands between the question and its last answer.
fn is_inside(exchange: &Exchange, speech: SpeechId) -> bool {
    exchange.question < speech && exchange.answers.last().is_some_and(|&last| speech < last)
}

/// 質問, 意見: what a speech does.
fn kind_of(frame: &Frame, speech: SpeechId) -> String {
    let kind = frame.document.insight.kinds.get(speech.idx()).copied().flatten();
    kind.map(|kind| frame.lang.t(words::kind_name(kind.kind)).to_owned()).unwrap_or_default()
}

/// What shows the kind of a speech, and who it was.
fn grounds(frame: &Frame, speech: &Speech, kind: Option<SpeechKind>) -> Vec<String> {
    let kind = kind.map(|kind| {
        let name = frame.lang.t(words::kind_name(kind.kind));
        let because = because_of(frame, kind.evidence);
        frame.lang.fill(Msg::FacetAndValue, &[("facet", name), ("value", &because)])
    });
    kind.into_iter().chain(speaker::ground(frame.as_printed(), &speech.by)).collect()
}

fn unsettled(exchange: &Exchange, speech: SpeechId) -> Vec<usize> {
    let points = exchange.unsettled.iter().filter(|unsettled| unsettled.speech == speech);
    points.map(|unsettled| unsettled.point).collect()
}

/// The words that show what kind of speech it is.
fn because_of(frame: &Frame, evidence: Evidence) -> String {
    let lang = frame.lang;
    match evidence {
        Evidence::Words(range) => {
            lang.fill(Msg::ByTheWords, &[("words", &words::unspaced(frame.source().slice(range)))])
        }
        Evidence::Answers(question) => lang.count(Msg::AnswersSpeechN, question.idx() + 1),
        Evidence::Part => lang.t(Msg::ByThePart).to_owned(),
    }
}

/// The subject to be named above a paragraph, unless the reader has just read of it.
fn tag(frame: &Frame, thread: &Thread, before: &Before) -> Option<SubjectTag> {
    let lang = frame.lang;
    if thread.from == 0 && before.subjects.contains(&thread.subject) {
        return None;
    }
    Some(SubjectTag {
        subject: thread.subject,
        name: frame.document.subject_name(thread.subject)?,
        because: match thread.because {
            Because::Opens(range) => {
                let phrase = words::unspaced(frame.source().slice(range));
                lang.fill(Msg::OpensWith, &[("words", &phrase)])
            }
            Because::Follows(speech) => lang.count(Msg::FollowsSpeechN, speech.idx() + 1),
        },
        paragraph: thread.from,
    })
}

fn paragraphs(frame: &Frame, speech: &Speech, marks: Marks) -> Vec<Vec<super::Run>> {
    let insight = &frame.document.insight;
    // Promises stand in printed order, and so do speeches.
    let from = insight.commitments.partition_point(|promise| promise.speech < speech.id);
    let promises: Vec<TextRange> = insight
        .commitments
        .iter()
        .skip(from)
        .take_while(|promise| promise.speech == speech.id)
        .map(|promise| promise.phrase)
        .collect();
    let points = insight.points.get(speech.id.idx()).into_iter().flatten();
    let points: Vec<(u32, usize)> = points.map(|point| (point.range.start, point.number)).collect();
    let state = frame.state;
    let pointed = state.sentence.filter(|_| state.at == Some(speech.id)).unwrap_or_default();
    let aloud = reading::sentence(frame, speech);
    let marks = Marks { promises: &promises, points: &points, pointed, aloud, ..marks };
    let paragraph = |(at, prose): (usize, &Prose)| runs::prose(frame, prose, marks.of_text(at));
    speech.paragraphs.iter().enumerate().map(paragraph).collect()
}

fn original(frame: &Frame, speech: &Speech) -> Vec<String> {
    let source = frame.source();
    let lines = runs::line_ranges(source.slice(speech.range), speech.range.start).into_iter();
    lines.map(|line| source.slice(line).to_owned()).collect()
}
