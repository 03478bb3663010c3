//! Matters that no heading opens: where the chair takes them up in words.
//!
//! Councils announce their business in the agenda and print no headings among the speeches. There a topic
//! begins where the chair names its words, or the number of its bill, and says that it is dealt with now. The
//! words are the evidence; an item that nobody names begins nowhere.
//!
//! May live here: what counts as taking up. May not: headings that are printed (`syntax`).

use super::agenda::{core, tied};
use super::{
    AgendaId, AgendaItem, Block, Join, JoinedText, Minutes, Piece, Prose, Role, Speech, SpeechId, Topic,
    TopicId, sentence_ranges,
};
use crate::source::TextRange;
use crate::syntax::{is_formality, names_matter, squash};

/// Makes topics of the items of the agenda, or of what the chair puts on the table where there is no agenda, if
/// no heading opens a matter.
pub(super) fn take_up(minutes: &mut Minutes) {
    let is_matter = |topic: &Topic| !is_formality(&topic.heading.text(&minutes.source));
    if minutes.topics.iter().any(is_matter) || minutes.speeches.is_empty() {
        return;
    }
    let calls = calls(minutes);
    let found = if minutes.agenda.is_empty() {
        put_on_the_table(minutes, &calls)
    } else {
        let mut found = announced(minutes, &calls);
        found.extend(standing(minutes, &calls));
        found.sort_by_key(|found| found.called.start);
        found
    };
    insert(minutes, found);
}

/// A sentence in which the chair may take something up.
struct Call {
    speech: SpeechId,
    range: TextRange,
    /// Its words without spaces, digits in half width.
    words: String,
}

/// A topic that was found, and the speech with which it begins.
struct Found {
    speech: SpeechId,
    called: TextRange,
    heading: Prose,
    num: Option<TextRange>,
    range: TextRange,
    agenda: Option<AgendaId>,
}

/// What is said when a matter is dealt with now.
const CUES: &[&str] = &[
    "議題と",
    "議題に",
    "を行い",
    "を行う",
    "に入り",
    "に移り",
    "説明を求め",
    "説明をお願い",
    "説明を願い",
    "報告を求め",
    "報告をお願い",
    "報告を願い",
    "報告をいたし",
    "報告いたし",
    "お諮り",
    "諮りいたし",
    "上程",
    "審査いた",
    "審査を",
    "審議いた",
    "審議を",
    "取り上げ",
    "について申し上げ",
    "を定め",
    "を議題",
    "についてお願い",
    "についてをお願い",
    "をお願い",
    "質疑を",
    "説明願い",
    "報告願い",
    "を許し",
    "申し上げます",
    "始めます",
    "について、",
    "協議願",
    "協議を",
    "願うこと",
];

/// Sentences of those who lead the meeting: chairs, deputies who stand in for them, and who opens it.
fn calls(minutes: &Minutes) -> Vec<Call> {
    let leads = |speech: &Speech| {
        let label = squash(&speech.printed.text(&minutes.source));
        let is_deputy = label.contains('副') && label.contains('長') && speech.role == Role::Member;
        let opens = minutes.speeches.first().is_some_and(|first| first.label == speech.label);
        speech.role == Role::Chair || is_deputy || opens
    };
    let mut calls = Vec::new();
    for speech in minutes.speeches.iter().filter(|speech| leads(speech)) {
        for paragraph in &speech.paragraphs {
            let joined = JoinedText::new(&minutes.source, paragraph);
            for sentence in sentence_ranges(joined.text()) {
                let words = fold(&squash(joined.text().get(sentence.clone()).unwrap_or_default()));
                if CUES.iter().any(|cue| words.contains(cue)) {
                    calls.push(Call { speech: speech.id, range: joined.range(sentence), words });
                }
            }
        }
    }
    calls
}

/// No day has more matters than these; looking for more would take long and find nothing.
const MOST_ITEMS: usize = 300;
/// Letters of the shortest words by which an item is known.
const FEWEST_LETTERS: usize = 3;

/// The items of the agenda that somebody takes up, each where that is first done behind the one before.
fn announced(minutes: &Minutes, calls: &[Call]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut from = 0;
    for item in matters(minutes).into_iter().take(MOST_ITEMS) {
        let names = names(minutes, item);
        let takes_up = |call: &Call| names.iter().any(|name| holds(&call.words, name));
        let behind = calls.get(from..).unwrap_or_default().iter().position(takes_up).map(|at| from + at);
        if let Some((at, call)) = behind.and_then(|at| Some((at, calls.get(at)?))) {
            from = at;
            found.push(Found {
                speech: call.speech,
                called: call.range,
                heading: heading(minutes, item),
                num: item.num.filter(|_| !is_named_by_number(minutes, item)),
                range: item.num.map_or(item.heading.range(), |num| num.cover(item.heading.range())),
                agenda: Some(item.id),
            });
        }
    }
    found
}

/// The items of the agenda that are matters of their own: under a word for a part of the meeting (協議, 報告事項)
/// what stands below it, else the item as a whole.
fn matters(minutes: &Minutes) -> Vec<&AgendaItem> {
    let mut matters = Vec::new();
    let mut open: Vec<&AgendaItem> = minutes.agenda.iter().rev().collect();
    while let Some(item) = open.pop() {
        let heading = squash(&item.heading.text(&minutes.source));
        if !item.children.is_empty() && is_part(&heading) {
            open.extend(item.children.iter().rev());
        } else {
            matters.push(item);
        }
    }
    matters
}

/// Whether a heading names a part of the meeting, not what is dealt with there.
fn is_part(heading: &str) -> bool {
    let is_kind = ["事項", "案件", "事件", "議題"].iter().any(|end| heading.ends_with(end));
    is_formality(heading)
        || ["報告", "協議", "審議", "その他"].contains(&heading)
        || (is_kind && heading.chars().count() <= LONGEST_PART)
}

/// Letters of the longest word for a part of the meeting: 付議事件, 協議・報告事項.
const LONGEST_PART: usize = 7;

/// See [`Minutes::unplaced_matters`].
pub(super) fn unplaced(minutes: &Minutes) -> Vec<Matter> {
    let is_printed =
        |topic: &Topic| topic.called.is_none() && !is_formality(&topic.heading.text(&minutes.source));
    if minutes.topics.iter().any(is_printed) {
        return Vec::new();
    }
    let placed = tied(&minutes.topics);
    let is_matter = |item: &&AgendaItem| {
        let heading = squash(&item.heading.text(&minutes.source));
        !placed.contains(&item.id) && !is_formality(&heading) && !is_part(&heading)
    };
    let items = matters(minutes).into_iter().filter(is_matter);
    items
        .map(|item| Matter {
            agenda: item.id,
            num: item.num.filter(|_| !is_named_by_number(minutes, item)),
            heading: heading(minutes, item),
        })
        .collect()
}

/// A matter of the agenda.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The item of the agenda that it is.
    pub agenda: AgendaId,
    /// Its number, unless that is a part of its name.
    pub num: Option<TextRange>,
    /// Its name.
    pub heading: Prose,
}

/// Whether the number of an item belongs to its name: 議案第１号.
fn is_named_by_number(minutes: &Minutes, item: &AgendaItem) -> bool {
    item.num.is_some_and(|num| names_matter(minutes.source.slice(num)))
}

fn heading(minutes: &Minutes, item: &AgendaItem) -> Prose {
    let mut heading = item.heading.clone();
    if let Some(num) = item.num.filter(|_| is_named_by_number(minutes, item)) {
        if let Some(first) = heading.pieces.first_mut() {
            first.join = Join::Space;
        }
        heading.pieces.insert(0, Piece { range: num, join: Join::Line });
    }
    heading
}

/// The words by which an item is known: its own, and the number of the bill or of the day's order in it.
fn names(minutes: &Minutes, item: &AgendaItem) -> Vec<String> {
    let heading = squash(&item.heading.text(&minutes.source));
    let num = item.num.map(|num| squash(minutes.source.slice(num))).unwrap_or_default();
    let printed = format!("{num}{heading}");
    let mut names: Vec<String> = Vec::new();
    let own = core(&heading);
    if own.chars().count() >= FEWEST_LETTERS {
        names.push(fold(&own));
    }
    for word in [
        "日程第",
        "議案第",
        "報告第",
        "承認第",
        "認定第",
        "同意第",
        "諮問第",
        "請願第",
        "陳情第",
        "発議第",
        "議第",
        "議題",
    ] {
        let printed = fold(&printed);
        if let Some(at) = printed.find(word) {
            let digits: String = printed
                .get(at + word.len()..)
                .unwrap_or_default()
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            if !digits.is_empty() {
                names.push(format!("{word}{digits}"));
            }
        }
    }
    // `第１　会期の決定` under 議事日程 is called 日程第１.
    let ordinal: String =
        fold(&num).trim_start_matches('第').chars().take_while(char::is_ascii_digit).collect();
    if num.starts_with('第') && !ordinal.is_empty() {
        names.push(format!("日程第{ordinal}"));
    }
    // `（2）その他` in a list of 議題 is called 議題２.
    let bare = fold(&num).chars().filter(|c| !matches!(c, '(' | ')' | '.' | '、')).collect::<String>();
    if !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit()) {
        names.extend(["議題", "案件", "次第", "議事"].map(|word| format!("{word}{bare}")));
        names.extend(["議題", "案件", "次第", "議事"].map(|word| format!("{word}({bare})")));
    }
    names
}

/// Letters in half width, so that numbers compare.
fn fold(text: &str) -> String {
    text.chars().map(crate::chars::narrow).collect()
}

/// Whether folded words hold a name; 議案第1 is not in 議案第12号.
fn holds(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let next = words.get(at + name.len()..).and_then(|rest| rest.chars().next());
        !(name.ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit()))
    })
}

/// What the chair puts on the table: `…を議題といたします`. The words before are the heading.
fn put_on_the_table(minutes: &Minutes, calls: &[Call]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for call in calls {
        let Some(range) = subject(minutes.source.slice(call.range)) else { continue };
        let start = call.range.start as usize;
        let range = TextRange::new(start + range.0, start + range.1);
        found.push(Found {
            speech: call.speech,
            called: call.range,
            heading: Prose::one(range),
            num: None,
            range,
            agenda: None,
        });
    }
    found
}

/// The business with which councils open, in the words of the standard rules of procedure (標準市議会会議規則),
/// and as the chair may shorten it.
const STANDING: &[&str] = &[
    "会議録署名議員",
    "会議録署名委員",
    "会議録署名員",
    "議事録署名人",
    "議会期間",
    "会期の決定",
    "会期",
    "諸般の報告",
    "行政報告",
];

/// Whether a heading names business with which councils open, whatever they are about to deal with.
pub fn is_standing(heading: &str) -> bool {
    let heading = squash(heading);
    STANDING.iter().any(|word| heading.starts_with(word))
}

/// Standing business that the chair takes up though the agenda does not list it. Each is dealt with once, where
/// it is first named; the words in the chair's sentence are its heading.
fn standing(minutes: &Minutes, calls: &[Call]) -> Vec<Found> {
    let listed: Vec<String> = minutes
        .agenda_items()
        .into_iter()
        .map(|(_, item)| squash(&item.heading.text(&minutes.source)))
        .collect();
    let is_named = |heading: &str, word: &str| heading.contains(word) || word.contains(heading);
    let is_listed = |word: &str| listed.iter().any(|heading| is_named(heading, word));
    let unlisted: Vec<&str> = STANDING.iter().copied().filter(|word| !is_listed(word)).collect();
    let is_free = |word: &str, found: &[Found]| {
        unlisted.contains(&word)
            && !found.iter().any(|found| is_named(minutes.source.slice(found.range), word))
    };
    let mut found: Vec<Found> = Vec::new();
    for call in calls {
        let sentence = minutes.source.slice(call.range);
        let named = STANDING.iter().find_map(|word| Some((*word, sentence.find(word)?)));
        let Some((word, at)) = named.filter(|(word, _)| is_free(word, &found)) else { continue };
        let start = call.range.start as usize + at;
        let range = TextRange::new(start, start + word.len());
        found.push(Found {
            speech: call.speech,
            called: call.range,
            heading: Prose::one(range),
            num: None,
            range,
            agenda: None,
        });
    }
    found
}

/// The bytes of the words that a sentence puts on the table. Words that only point, 本案 and これ, are none.
fn subject(sentence: &str) -> Option<(usize, usize)> {
    let end = ["を議題といた", "を議題とし", "を議題に供し", "を議題と致し"]
        .iter()
        .find_map(|cue| sentence.find(cue))?;
    let before = sentence.get(..end)?;
    if before.contains('\n') {
        return None;
    }
    let start = before
        .char_indices()
        .rev()
        .find(|&(_, c)| matches!(c, '、' | '。' | ')' | '）' | '，'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let words = before.get(start..)?;
    let is_pointer = ["本案", "本件", "これ", "以上", "議案", "各件", "本議案", "請願"].contains(&words)
        || words.contains("件を")
        || words.starts_with("以上");
    (!is_pointer && (FEWEST_LETTERS..=60).contains(&words.chars().count())).then_some((start, end))
}

/// Puts the topics before the speeches with which they begin.
fn insert(minutes: &mut Minutes, found: Vec<Found>) {
    if found.is_empty() {
        return;
    }
    let first = minutes.topics.len();
    let mut begins: Vec<(SpeechId, TopicId)> = Vec::new();
    for found in found {
        let id = TopicId(minutes.topics.len() as u32);
        begins.push((found.speech, id));
        minutes.topics.push(Topic {
            id,
            num: found.num,
            heading: found.heading,
            agenda: found.agenda.into_iter().collect(),
            range: found.range,
            called: Some(found.called),
        });
    }
    let mut rest = begins.into_iter().peekable();
    let mut body = Vec::with_capacity(minutes.body.len() + minutes.topics.len() - first);
    let mut topic = None;
    for block in std::mem::take(&mut minutes.body) {
        match block {
            Block::Topic(id) => topic = Some(id),
            Block::Speech(id) => {
                while let Some((_, begun)) = rest.next_if(|(speech, _)| *speech <= id) {
                    body.push(Block::Topic(begun));
                    topic = Some(begun);
                }
                if let Some(speech) = minutes.speeches.get_mut(id.idx()) {
                    speech.topic = topic;
                }
            }
            Block::Narrative(id) => {
                if let Some(narrative) = minutes.narratives.get_mut(id.idx()) {
                    narrative.topic = topic;
                }
            }
            Block::Plain(id) => {
                if let Some(plain) = minutes.plains.get_mut(id.idx()) {
                    plain.topic = topic;
                }
            }
        }
        body.push(block);
    }
    minutes.body = body;
}
