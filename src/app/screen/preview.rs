//! A paper beside what was understood of it, as plain data.
//!
//! May live here: lines, notices and blocks of one paper, and how many of them are shown. May not: the
//! list of papers (`desk`).

use std::collections::BTreeMap;

use super::compose::Printed;
use super::{FactRow, Phrase, RollGroupView, desk, header, notices, record, speaker};
use crate::app::desk::{Encoding, Origin, Paper, PaperId, PaperState, Understood};
use crate::app::words::{self, DeskMsg, Lang};
use crate::diagnostics::Severity;
use crate::model::{Block, Prose, Role};
use crate::source::TextRange;

/// A paper beside what was understood of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewScreen {
    /// Which.
    pub id: PaperId,
    /// The language of all words that are not the minutes'.
    pub lang: Lang,
    /// Its name.
    pub name: String,
    /// Size, kind, lines.
    pub about: String,
    /// The encodings in which it can be read, where that is a question.
    pub encoding: Option<EncodingView>,
    /// The text as pasted, where it was.
    pub pasted: Option<String>,
    /// What was understood.
    pub outcome: Outcome,
}

/// What has become of the paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It waits or is being read; what is said meanwhile.
    Pending(String),
    /// It gave no minutes, and why.
    Refused(String),
    /// It was understood.
    Read(Box<ReadView>),
}

/// The encodings in which a paper can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct EncodingView {
    /// Each with its name; the first leaves it to the program.
    pub choices: Vec<(Option<Encoding>, String)>,
    /// The one that was chosen.
    pub chosen: Option<Encoding>,
}

/// What was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadView {
    /// The title of the minutes, or a plain word where there is none.
    pub title: String,
    /// Day, time, place and the like: one short phrase each.
    pub summary: Vec<Phrase>,
    /// What is to be known or checked, what is about the whole text first.
    pub notices: Vec<NoticeRow>,
    /// How many more there are.
    pub n_more_notices: usize,
    /// The items of the form.
    pub facts: Vec<FactRow>,
    /// The agenda: the depth of each item, from 0, and its words.
    pub agenda: Vec<(usize, String)>,
    /// The roll.
    pub roll: Vec<RollGroupView>,
    /// Headings, speeches and what lies between them.
    pub blocks: Vec<BlockRow>,
    /// How many more there are.
    pub n_more_blocks: usize,
    /// The text as received, line by line from the first.
    pub lines: Vec<SourceLine>,
    /// What is said where not all lines are shown; empty where they are.
    pub cut_short: String,
}

/// Something to be known or checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeRow {
    /// Whether it asks to be checked.
    pub warning: bool,
    /// The line, counted from 1; none where the whole text is meant.
    pub line: Option<usize>,
    /// The words in question, shortened.
    pub words: String,
    /// The sentence.
    pub message: String,
}

/// A line of the source.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct SourceLine {
    /// Its letters, without the line end.
    pub text: String,
    /// The notices that are about it, by their places in the list.
    pub notices: Vec<usize>,
}

/// A step of the text as it was understood. Each begins on a line, counted from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockRow {
    /// What it is.
    pub kind: BlockKind,
    /// How it begins.
    pub text: String,
    /// Where it begins.
    pub line: usize,
}

/// What a step of the text is.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// The heading of a topic.
    Topic,
    /// A speech.
    Speech {
        /// Its number, from 1.
        number: usize,
        /// The label as printed.
        label: String,
        /// What is known beside it.
        note: String,
        /// Its colour.
        role: Role,
    },
    /// What the minutes tell between the speeches.
    Narrative,
    /// Text that nothing recognised.
    Plain,
}

/// More lines than any minutes have; a browser would take its time to draw them.
const MAX_LINES: usize = 10_000;

/// More characters than any minutes have.
const MAX_CHARS: usize = 2_000_000;

/// More than anybody checks one by one.
const MAX_NOTICES: usize = 200;

/// More speeches than any meeting has.
const MAX_BLOCKS: usize = 2_000;

/// How much of a speech is shown: enough to know it.
const EXTRACT_CHARS: usize = 90;

/// The preview of a paper.
pub fn compose_preview(paper: &Paper, lang: Lang) -> PreviewScreen {
    let mut about = desk::about(paper, lang);
    let outcome = match &paper.state {
        PaperState::Waiting | PaperState::Reading => Outcome::Pending(lang.t(DeskMsg::Reading).to_owned()),
        PaperState::Refused(refusal) => Outcome::Refused(desk::why(refusal, paper, lang)),
        PaperState::Read(understood) => {
            about.push_str(lang.t(words::Msg::BetweenPhrases));
            about.push_str(&lang.count(DeskMsg::NLines, understood.minutes.source.n_lines()));
            Outcome::Read(Box::new(read(understood, lang)))
        }
    };
    PreviewScreen {
        id: paper.id,
        lang,
        name: desk::name(paper, lang),
        about,
        encoding: paper.has_encoding().then(|| encoding(paper, lang)),
        pasted: match &paper.origin {
            Origin::Pasted { text, .. } => Some(text.to_string()),
            Origin::File { .. } | Origin::Meeting { .. } => None,
        },
        outcome,
    }
}

fn encoding(paper: &Paper, lang: Lang) -> EncodingView {
    let guessed = paper.understood().filter(|_| paper.asked.is_none()).and_then(|of| of.encoding);
    let automatic = match guessed {
        Some(guessed) => lang.fill(DeskMsg::EncodingGuessed, &[("name", guessed.name())]),
        None => lang.t(DeskMsg::EncodingAutomatic).to_owned(),
    };
    let named = Encoding::ALL.into_iter().map(|encoding| (Some(encoding), encoding.name().to_owned()));
    EncodingView { choices: [(None, automatic)].into_iter().chain(named).collect(), chosen: paper.asked }
}

fn read(understood: &Understood, lang: Lang) -> ReadView {
    let of = Printed { minutes: &understood.minutes, lang };
    let mut rows = notice_rows(understood, of);
    let n_more_notices = rows.len().saturating_sub(MAX_NOTICES);
    rows.truncate(MAX_NOTICES);
    let (lines, is_whole) = lines(of, &rows);
    let all = &understood.minutes.body;
    ReadView {
        title: header::title(of),
        summary: header::summary(of),
        notices: rows,
        n_more_notices,
        facts: record::facts(of),
        agenda: understood
            .minutes
            .agenda_items()
            .into_iter()
            .map(|(depth, item)| {
                (depth, format!("{} {}", of.words(item.num), of.text(&item.heading)).trim().to_owned())
            })
            .collect(),
        roll: record::roll(of, &|_, _| None),
        blocks: all.iter().take(MAX_BLOCKS).filter_map(|&block| block_row(of, block)).collect(),
        n_more_blocks: all.len().saturating_sub(MAX_BLOCKS),
        cut_short: if is_whole { String::new() } else { lang.count(DeskMsg::CutShort, lines.len()) },
        lines,
    }
}

/// What is to be known: of the file, then of the text, in printed order.
fn notice_rows(understood: &Understood, of: Printed<'_>) -> Vec<NoticeRow> {
    let note = |note: &crate::read::Note| NoticeRow {
        warning: note.matter.severity() == Severity::Warning,
        line: note.line,
        words: String::new(),
        message: note.message(of.lang),
    };
    let mut rows: Vec<NoticeRow> = understood.notes.iter().map(note).collect();
    let found = understood.minutes.diagnostics.iter().zip(notices::notices(of));
    rows.extend(found.map(|(diagnostic, notice)| NoticeRow {
        warning: notice.warning,
        line: (!diagnostic.range.is_empty()).then_some(notice.line),
        words: notice.words,
        message: notice.message,
    }));
    // Sorting keeps the order of those about the same line.
    rows.sort_by_key(|row| row.line);
    rows
}

/// The lines that are shown, and whether these are all.
fn lines(of: Printed<'_>, notices: &[NoticeRow]) -> (Vec<SourceLine>, bool) {
    let mut about: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, line) in notices.iter().enumerate().filter_map(|(at, notice)| Some((at, notice.line?))) {
        about.entry(line).or_default().push(at);
    }
    let source = of.source();
    let mut lines = Vec::new();
    let mut n_left = MAX_CHARS;
    for number in 1..=source.n_lines() {
        if number > MAX_LINES || n_left == 0 {
            return (lines, false);
        }
        let whole = source.slice(source.line_range(number)).trim_end_matches(['\r', '\n']);
        let text: String = whole.chars().take(n_left).collect();
        // A line of nothing takes room, too.
        n_left = n_left.saturating_sub(text.chars().count().max(1));
        let is_cut = text.len() < whole.len();
        lines.push(SourceLine { text, notices: about.remove(&number).unwrap_or_default() });
        if is_cut {
            return (lines, false);
        }
    }
    (lines, true)
}

fn block_row(of: Printed<'_>, block: Block) -> Option<BlockRow> {
    let minutes = of.minutes;
    let row = |kind, ranges: &[TextRange], start: u32| BlockRow {
        kind,
        text: extract(of, ranges),
        line: of.source().line(start),
    };
    Some(match block {
        Block::Topic(id) => {
            let topic = minutes.topic(id)?;
            row(BlockKind::Topic, &[topic.range], topic.range.start)
        }
        Block::Speech(id) => {
            let speech = minutes.speech(id)?;
            let label = words::one_line(&of.text(&speech.printed));
            let note = speaker::note(of, &label, speech.role, &speech.by);
            let kind = BlockKind::Speech { number: id.idx() + 1, label, note, role: speech.role };
            let pieces: Vec<TextRange> =
                speech.paragraphs.iter().take(EXTRACT_CHARS).map(Prose::range).collect();
            row(kind, &pieces, speech.range.start)
        }
        Block::Narrative(id) => {
            let narrative = minutes.narratives.get(id.idx())?;
            row(BlockKind::Narrative, &[narrative.range], narrative.range.start)
        }
        Block::Plain(id) => {
            let plain = minutes.plains.get(id.idx())?;
            row(BlockKind::Plain, &[plain.range], plain.range.start)
        }
    })
}

/// How these stretches begin, on one line.
fn extract(of: Printed<'_>, ranges: &[TextRange]) -> String {
    let letters = ranges.iter().flat_map(|&range| of.source().slice(range).chars().chain([' ']));
    let more: String = letters.take(EXTRACT_CHARS * 2).collect();
    let line = words::one_line(&more);
    match line.char_indices().nth(EXTRACT_CHARS) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None => line,
    }
}
