//! What holds for any text, any link and any file of ours. The property tests call these with inputs that
//! are likely to reach the rules, the fuzz targets (`tests/fuzz`) with any bytes at all: each fails with a
//! panic where something does not hold.
//!
//! The file stands alone: it names neither the other tests nor what only tests have.

use std::rc::Rc;

use kaigiroku::app::Document;
use kaigiroku::app::embed::{self, Embedding};
use kaigiroku::app::permalink;
use kaigiroku::app::state::{Action, State};
use kaigiroku::bundle::{self, shelf};
use kaigiroku::diagnostics::Lang;
use kaigiroku::insight::{Because, Evidence, Insight};
use kaigiroku::model::*;
use kaigiroku::search::fold::fold;
use kaigiroku::search::{Folded, Query, matcher};
use kaigiroku::source::{Source, TextRange};
use kaigiroku::syntax::{Node, dump, parse};

/// Everything that holds for a text.
pub fn minutes(text: &str) {
    tree(text);
    let minutes = Minutes::of(text);
    assert_eq!(minutes.source.text(), text);
    assert_eq!(hidden(&minutes), Vec::<String>::new());
    derived(&minutes);
    spoken(&minutes);
    findings(&minutes);
    let block = bundle::encode(&minutes).expect("a text that was read nests nothing too deep");
    assert_eq!(bundle::decode(&block).as_ref(), Ok(&minutes));
    let meeting = shelf::write_meeting(&minutes).expect("a text that was read nests nothing too deep");
    assert_eq!(shelf::read_meeting(&meeting).as_ref(), Ok(&minutes));
    places(&minutes, &meeting);
}

/// What is read of a meeting to look through it is what all of it says.
pub fn places(minutes: &Minutes, meeting: &[u8]) {
    let places = shelf::read_places(meeting).expect("the whole was read");
    assert_eq!(places.text, minutes.source.text());
    assert_eq!(places.speeches.len(), minutes.speeches.len());
    for (place, speech) in places.speeches.iter().zip(&minutes.speeches) {
        assert_eq!((place.range, place.label, place.topic), (speech.range, speech.label, speech.topic));
        let said = speech.paragraphs.iter().flat_map(|prose| &prose.pieces).map(|piece| piece.range);
        assert_eq!(place.said, said.reduce(TextRange::cover).unwrap_or_default());
    }
    let labels: Vec<String> = minutes.labels.iter().map(|label| label.first.text(&minutes.source)).collect();
    assert_eq!(places.labels, labels);
}

/// Every character of a text is in exactly one token.
pub fn tree(text: &str) {
    let source = Source::new(text);
    let root = parse(&source).root;
    assert_eq!(dump(&root, &source), text);
    let mut open = vec![&root];
    while let Some(node) = open.pop() {
        within(node, &source);
        open.extend(&node.children);
    }
}

/// Children lie side by side, cover their node, and begin and end between characters.
fn within(node: &Node, source: &Source) {
    let is_boundary = |at: u32| source.text().is_char_boundary(at as usize);
    assert!(is_boundary(node.range.start) && is_boundary(node.range.end), "{node:?}");
    let mut at = node.range.start;
    for child in &node.children {
        assert_eq!(child.range.start, at, "{node:?}");
        assert!(!child.range.is_empty(), "{child:?}");
        at = child.range.end;
    }
    assert!(node.children.is_empty() || at == node.range.end, "{node:?}");
}

/// Every finding has a place and a sentence in each language.
pub fn findings(minutes: &Minutes) {
    let source = &minutes.source;
    for finding in &minutes.diagnostics {
        assert!(source.text().get(finding.range.to_usize()).is_some(), "{finding:?}");
        assert!((1..=source.n_lines()).contains(&finding.line(source)), "{finding:?}");
        assert!(!finding.words(source).contains(char::is_control), "{finding:?}");
        for lang in Lang::ALL {
            assert!(!finding.message(lang, source).is_empty());
        }
    }
}

/// The ranges of the source that a reader is shown, in words of the record.
fn shown(minutes: &Minutes) -> Vec<TextRange> {
    let prose = |prose: &Prose| prose.pieces.iter().map(|piece| piece.range).collect::<Vec<_>>();
    let mut ranges: Vec<TextRange> = minutes.title.iter().flat_map(&prose).collect();
    for fact in &minutes.meeting.facts {
        ranges.extend(fact.num);
        ranges.push(fact.label);
        ranges.extend(fact.values.iter().flat_map(&prose));
    }
    for group in &minutes.roll.groups {
        ranges.extend(group.num);
        ranges.push(group.name);
        ranges.extend(group.people.iter().map(|person| person.entry));
        ranges.extend(&group.unread);
    }
    for (_, item) in minutes.agenda_items() {
        ranges.extend(item.num);
        ranges.extend(prose(&item.heading));
    }
    ranges.extend(minutes.topics.iter().map(|topic| topic.range));
    // A running number before a label is shown with the lines of the source.
    let serial = |speech: &Speech| {
        let start = speech.range.start;
        TextRange { start, end: speech.printed.range().start.max(start) }
    };
    for speech in &minutes.speeches {
        ranges.push(serial(speech));
        ranges.extend(prose(&speech.printed));
        ranges.extend(speech.paragraphs.iter().flat_map(&prose));
    }
    ranges.extend(minutes.narratives.iter().flat_map(|narrative| prose(&narrative.prose)));
    ranges.extend(minutes.plains.iter().map(|plain| plain.range));
    ranges.extend(&minutes.furniture);
    ranges
}

/// What a reader is not shown: letters of the source in no range, marks and brackets left out.
pub fn hidden(minutes: &Minutes) -> Vec<String> {
    let text = minutes.source.text();
    let mut is_shown = vec![false; text.len()];
    for range in shown(minutes) {
        is_shown[range.to_usize()].fill(true);
    }
    let left_out = |&(at, c): &(usize, char)| !is_shown[at] && c.is_alphanumeric();
    let mut words: Vec<(usize, String)> = Vec::new();
    for (at, c) in text.char_indices().filter(left_out) {
        match words.last_mut() {
            Some((end, word)) if *end == at => {
                word.push(c);
                *end = at + c.len_utf8();
            }
            _ => words.push((at + c.len_utf8(), c.to_string())),
        }
    }
    words.into_iter().map(|(_, word)| word).collect()
}

/// The text in which whatever is said of a block must lie.
fn extent(minutes: &Minutes, block: Block) -> TextRange {
    let prose = |prose: &Prose| prose.pieces.iter().map(|piece| piece.range).collect::<Vec<_>>();
    let ranges: Vec<TextRange> = match block {
        Block::Topic(_) => vec![],
        Block::Speech(id) => {
            let speech = &minutes.speeches[id.idx()];
            speech.paragraphs.iter().chain([&speech.printed]).flat_map(prose).collect()
        }
        Block::Narrative(id) => prose(&minutes.narratives[id.idx()].prose),
        Block::Plain(id) => vec![minutes.plains[id.idx()].range],
    };
    ranges.into_iter().reduce(TextRange::cover).unwrap_or_default()
}

/// Whatever is derived from minutes stands in their text.
pub fn derived(minutes: &Minutes) {
    let insight = Insight::new(minutes);
    let n_speeches = minutes.speeches.len();
    let text = minutes.source.text();
    let inside = |block: Block, range: TextRange| {
        let extent = extent(minutes, block);
        assert!(extent.contains(range) && !range.is_empty(), "{range:?} in {extent:?}");
        assert!(text.get(range.to_usize()).is_some(), "{range:?} is no text");
    };
    let said = |speech: SpeechId, range: TextRange| inside(Block::Speech(speech), range);
    for n in [insight.kinds.len(), insight.threads.len(), insight.exchange_of.len(), insight.points.len()] {
        assert_eq!(n, n_speeches);
    }
    for (at, kind) in insight.kinds.iter().enumerate() {
        match kind.map(|kind| kind.evidence) {
            Some(Evidence::Words(range)) => said(SpeechId(at as u32), range),
            Some(Evidence::Answers(question)) => assert!(question.idx() < at),
            Some(Evidence::Part) | None => {}
        }
    }
    for (at, subject) in insight.subjects.iter().enumerate() {
        assert_eq!(subject.id.idx(), at);
        assert!(!minutes.source.slice(subject.name).trim().is_empty());
    }
    for (at, threads) in insight.threads.iter().enumerate() {
        for (n, thread) in threads.iter().enumerate() {
            assert!(thread.subject.idx() < insight.subjects.len());
            assert!(thread.from < minutes.speeches[at].paragraphs.len().max(1));
            assert!(threads[..n].iter().all(|other| other.subject != thread.subject));
            match thread.because {
                Because::Opens(range) => said(SpeechId(at as u32), range),
                Because::Follows(speech) => assert!(speech.idx() < at),
            }
        }
    }
    for (at, exchange) in insight.exchanges.iter().enumerate() {
        assert_eq!(exchange.id.idx(), at);
        assert!(!exchange.answers.is_empty());
        for speech in exchange.answers.iter().chain([&exchange.question]) {
            assert_eq!(insight.exchange_of[speech.idx()], Some(exchange.id));
        }
        for unsettled in &exchange.unsettled {
            let points = &insight.points[unsettled.speech.idx()];
            assert!(points.iter().any(|point| point.number == unsettled.point));
        }
    }
    for (at, points) in insight.points.iter().enumerate() {
        assert_ne!(points.len(), 1);
        for (n, point) in points.iter().enumerate() {
            assert_eq!((point.speech.idx(), point.number), (at, n + 1));
            said(point.speech, point.range);
            point.opener.into_iter().for_each(|opener| said(point.speech, opener));
        }
    }
    for promise in &insight.commitments {
        said(promise.speech, promise.sentence);
        said(promise.speech, promise.phrase);
    }
    for figure in &insight.figures {
        for range in [figure.sentence, figure.range, figure.unit] {
            inside(minutes.body[figure.block], range);
        }
    }
    for date in &insight.dates {
        inside(minutes.body[date.block], date.sentence);
        inside(minutes.body[date.block], date.range);
        assert!(date.year.is_some() || date.month.is_some());
    }
}

/// What is said in a text that was read falls into sentences.
pub fn spoken(minutes: &Minutes) {
    let spoken = minutes.speeches.iter().flat_map(|speech| &speech.paragraphs);
    spoken.for_each(|prose| parted(&minutes.source, prose));
}

/// The letters of every prose are those of its sentences, once and in order.
fn parted(source: &Source, prose: &Prose) {
    let sentences = sentences(source, prose);
    assert!(sentences.windows(2).all(|pair| pair[0].end <= pair[1].start), "{sentences:?}");
    for piece in &prose.pieces {
        for (at, c) in source.slice(piece.range).char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let at = piece.range.start + at as u32;
            let last = sentences.partition_point(|sentence| sentence.start <= at).checked_sub(1);
            assert!(last.is_some_and(|last| at < sentences[last].end), "{c} at {at} in {sentences:?}");
        }
    }
}

/// Every mark folds to a word of the query, and they stand in order without touching.
pub fn marks(text: &str, query: &str) {
    let (folded, query) = (Folded::new(text), Query::parse(query));
    let mut at = 0;
    for hit in matcher::find(&folded, &query) {
        assert!(hit.start >= at && !hit.is_empty(), "{hit:?} after {at}");
        let marked = text.get(hit.to_usize()).map(fold);
        assert!(
            marked.is_some_and(|marked| query.words().any(|term| term.forms.contains(&marked))),
            "{hit:?}"
        );
        at = hit.end;
    }
}

/// What a fragment says can be written, and leads to the same; what else is asked of an address does no harm.
pub fn fragment(document: &Document, fragment: &str) {
    let visited =
        |fragment: &str| Rc::new(State::default()).reduce(Action::Visit(fragment.to_owned()), document);
    let state = visited(fragment);
    let link = permalink::write(document, &state);
    assert!(link.is_ascii(), "{link}");
    assert_eq!(visited(&link).filter(), state.filter(), "{link}");
    assert_eq!(permalink::write(document, &visited(&link)), link);
    let handed_on = permalink::hand_on(document, &state, None);
    assert!(handed_on.is_ascii(), "{handed_on}");
    if let Some(target) = permalink::target(fragment) {
        assert!(fragment.len() <= permalink::MAX_BYTES, "{target:?}");
    }
    let (_, point) = permalink::place(document, fragment);
    assert!(point.is_none_or(|point| point > 0), "{point:?}");
    let embedding = Embedding::parse(fragment);
    if embedding.embedded {
        assert_eq!(Embedding::parse(&embedding.query("")), embedding);
    }
    embed::start(fragment, None);
    assert!(!embed::plain_address(fragment).contains('#'));
}

/// What passes for the data of a file is whole: it can be written, and read again.
pub fn block(data: &str) {
    if let Ok(read) = bundle::decode(data) {
        rewritten(read);
    }
}

/// What passes for a file is whole.
pub fn page(html: &str) {
    if let Ok(read) = bundle::read(html) {
        rewritten(read);
    }
}

/// What passes for a meeting of a shelf is whole.
pub fn meeting(bytes: &[u8]) {
    let _ = shelf::read_places(bytes);
    if let Ok(read) = shelf::read_meeting(bytes) {
        places(&read, bytes);
        let written = shelf::write_meeting(&read).expect("what was read nests nothing too deep");
        assert_eq!(shelf::read_meeting(&written), Ok(read));
    }
}

/// What passes for the directory of a shelf is whole.
pub fn directory(json: &str) {
    if let Ok(read) = shelf::read_directory(json) {
        let written = shelf::write_directory(&read).expect("what was read can be written");
        assert_eq!(shelf::read_directory(&written), Ok(read));
    }
}

fn rewritten(read: Minutes) {
    let block = bundle::encode(&read).expect("what was read nests nothing too deep");
    assert_eq!(bundle::decode(&block), Ok(read));
}

/// Wherever a text stands as the day of a meeting, the day exists, and a weekday that disagrees is told.
pub fn dates(printed: &str) {
    let text = format!("会議録\n\n開催日時 {printed}\n\n委員　{printed}\n\n事務局　はい。\n");
    let minutes = Minutes::of(text);
    derived(&minutes);
    spoken(&minutes);
    findings(&minutes);
    if let Some(read) = &minutes.meeting.date {
        let Date { year, month, day } = read.date;
        assert_eq!(Date::new(year, month, day), Some(read.date));
        assert!(!minutes.source.slice(read.evidence).is_empty());
        let is_told = minutes.diagnostics.iter().any(|finding| finding.code() == "weekday-mismatch");
        let disagrees = read.weekday.is_some_and(|printed| printed != read.date.weekday());
        assert!(!disagrees || is_told, "{read:?}");
    }
    for clock in minutes.meeting.start.iter().chain(&minutes.meeting.end) {
        assert!(clock.hour < 24 && clock.minute < 60, "{clock:?}");
        assert!(!minutes.source.slice(clock.evidence).is_empty());
    }
}
