//! What one set of minutes holds that may tie it to others: matters, and words that point to another meeting.
//!
//! May live here: what such words look like, each with its place. May not: which meeting is meant (`threads`).

use std::collections::{BTreeMap, BTreeSet};

use super::name::{Year, folded, session_at, year_at};
use super::{EntryId, Matter, Reference};
use crate::chars::{is_kanji, is_space};
use crate::insight::{Because, Insight, is_generic};
use crate::model::{Block, JoinedText, Minutes, Prose, SpeechId, TopicId, is_formality, is_standing};
use crate::source::TextRange;

/// What is kept of minutes for threads.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Clues {
    /// The year in which the title counts.
    pub year: Option<Year>,
    /// What is dealt with, each name once, that of the agenda before that of speeches.
    pub matters: Vec<MatterClue>,
    names: BTreeSet<String>,
    /// Words that point to a meeting, in printed order.
    pub pointers: Vec<Pointer>,
}

/// Something that is dealt with.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MatterClue {
    pub matter: Matter,
    /// As printed.
    pub name: String,
    /// The form in which names are compared.
    pub folded: String,
    pub speech: Option<SpeechId>,
    pub words: TextRange,
}

/// Words that point to a meeting.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pointer {
    pub speech: Option<SpeechId>,
    pub range: TextRange,
    pub words: String,
    pub aim: Aim,
}

/// Which meeting words point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// So many meetings before: 前回, 前々回.
    Back(u32),
    /// By its 回, in a year or in the one in which the meeting itself is counted.
    Session(Option<Year>, u32),
}

/// Letters of a name below which it is no name of a matter.
const SHORTEST_NAME: usize = 4;

impl Clues {
    pub(super) fn of(minutes: &Minutes, council: Option<&str>, year: Option<Year>) -> Clues {
        let mut clues = Clues { year, ..Clues::default() };
        // Only what is of one council is tied.
        let Some(council) = council.map(folded) else { return clues };
        clues.announced(minutes);
        clues.spoken(minutes);
        clues.pointed(minutes, &council);
        clues.names.clear();
        clues
    }

    fn matter(&mut self, matter: Matter, name: &str, speech: Option<SpeechId>, words: TextRange) {
        let name = bare(name);
        let folded = folded(name);
        let is_routine = is_formality(name) || is_standing(name) || is_generic(&folded);
        if !is_routine && folded.chars().count() >= SHORTEST_NAME && self.names.insert(folded.clone()) {
            self.matters.push(MatterClue { matter, name: name.to_owned(), folded, speech, words });
        }
    }

    /// Headings of the discussion, and items of the agenda.
    fn announced(&mut self, minutes: &Minutes) {
        let source = &minutes.source;
        let mut firsts = vec![None; minutes.topics.len()];
        for speech in &minutes.speeches {
            if let Some(first @ None) = speech.topic.and_then(|topic| firsts.get_mut(topic.idx())) {
                *first = Some(speech.id);
            }
        }
        let first = |topic: TopicId| firsts.get(topic.idx()).copied().flatten();
        for topic in &minutes.topics {
            let name = topic.heading.text(source);
            self.matter(Matter::Agenda, &name, first(topic.id), topic.heading.range());
        }
        let mut taken_up = BTreeMap::new();
        for topic in &minutes.topics {
            for item in &topic.agenda {
                taken_up.entry(*item).or_insert(topic.id);
            }
        }
        for (_, item) in minutes.agenda_items() {
            let speech = taken_up.get(&item.id).and_then(|topic| first(*topic));
            self.matter(Matter::Agenda, &item.heading.text(source), speech, item.heading.range());
        }
    }

    /// The subjects that speeches open.
    fn spoken(&mut self, minutes: &Minutes) {
        let insight = Insight::of_subjects(minutes);
        let mut first = vec![None; insight.subjects.len()];
        for (speech, threads) in minutes.speeches.iter().zip(&insight.threads) {
            for thread in threads {
                if let (Because::Opens(words), Some(first @ None)) =
                    (thread.because, first.get_mut(thread.subject.idx()))
                {
                    *first = Some((speech.id, words));
                }
            }
        }
        for (subject, first) in insight.subjects.iter().zip(first) {
            if let Some((speech, words)) = first {
                self.matter(Matter::Subject, minutes.source.slice(subject.name), Some(speech), words);
            }
        }
    }

    /// Words of speeches and narratives that point to a meeting.
    fn pointed(&mut self, minutes: &Minutes, council: &str) {
        for block in &minutes.body {
            match block {
                Block::Speech(id) => {
                    let paragraphs = minutes.speech(*id).map(|speech| speech.paragraphs.as_slice());
                    for prose in paragraphs.unwrap_or_default() {
                        self.pointed_in(minutes, prose, Some(*id), council);
                    }
                }
                Block::Narrative(id) => {
                    if let Some(narrative) = minutes.narratives.get(id.idx()) {
                        self.pointed_in(minutes, &narrative.prose, None, council);
                    }
                }
                Block::Topic(_) | Block::Plain(_) => {}
            }
        }
    }

    fn pointed_in(&mut self, minutes: &Minutes, prose: &Prose, speech: Option<SpeechId>, council: &str) {
        let joined = JoinedText::new(&minutes.source, prose);
        let text = joined.text();
        for (at, _) in text.match_indices(['前', '第']) {
            if let Some((start, end, aim)) = pointer_at(text, at, council) {
                let words = text.get(start..end).unwrap_or_default().to_owned();
                self.pointers.push(Pointer { speech, range: joined.range(start..end), words, aim });
            }
        }
    }
}

/// A name without what may stand behind it: について, の件.
fn bare(name: &str) -> &str {
    let mut name = name.trim();
    while let Some(shorter) = ENDS.iter().find_map(|end| name.strip_suffix(end)) {
        name = shorter.trim_end_matches(is_space);
    }
    name
}

const ENDS: [&str; 7] = ["について", "に関すること", "に関する件", "の件", "（案）", "(案)", "。"];

/// Words that point to a meeting, around the letter 前 or 第.
fn pointer_at(text: &str, at: usize, council: &str) -> Option<(usize, usize, Aim)> {
    let rest = text.get(at..)?;
    for (word, n) in BACK {
        if let Some(behind) = rest.strip_prefix(word) {
            let from = text.len() - behind.len();
            let end = meeting_at(text, from, council).or_else(|| of_meeting_at(text, from))?;
            return Some((at, end, Aim::Back(n)));
        }
    }
    let (from, session) = session_at(text, at)?;
    let end = meeting_at(text, from, council)?;
    let (start, year) = match year_before(text, at) {
        Some((start, year)) => (start, Some(year)),
        None => (at, None),
    };
    Some((start, end, Aim::Session(year, session)))
}

/// Words for a meeting before this one. The longer stands first.
const BACK: [(&str, u32); 2] = [("前々回", 2), ("前回", 1)];

/// Where the name of a meeting of the council ends that begins here, behind の or not.
fn meeting_at(text: &str, from: usize, council: &str) -> Option<usize> {
    let from = behind_no(text, from);
    let rest = text.get(from..)?;
    let is_of_name = |c: char| is_kanji(c) || matches!(c, 'ァ'..='ヺ' | 'ー' | 'Ａ'..='Ｚ' | 'A'..='Z');
    let len = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
    let run = rest.get(..len)?;
    let ends = run.match_indices('会').flat_map(|(at, word)| {
        let end = at + word.len();
        let longer =
            run.get(end..).is_some_and(|rest| rest.starts_with('議')).then_some(end + '議'.len_utf8());
        longer.into_iter().chain([end])
    });
    let fits = |end: &usize| {
        let name = folded(run.get(..*end).unwrap_or_default());
        // 第2回会議, 第2回推進会議, 第2回若草野市産業推進会議; but not 第2回定例会 in a committee.
        name == "会議" || name == "会合" || council.ends_with(&name) || name.ends_with(council)
    };
    ends.filter(fits).max().map(|end| from + end)
}

/// Where words for what is said or handed out in a meeting end: 前回の御意見.
fn of_meeting_at(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(behind_no(text, from)..)?;
    let bare = rest.strip_prefix(['御', 'ご']).unwrap_or(rest);
    let word = OF_MEETINGS.iter().find(|word| bare.starts_with(**word))?;
    Some(text.len() - bare.len() + word.len())
}

const OF_MEETINGS: [&str; 14] = [
    "会議録",
    "議事録",
    "会合",
    "審議",
    "協議",
    "議論",
    "質疑",
    "説明",
    "意見",
    "指摘",
    "質問",
    "資料",
    "欠席",
    "宿題",
];

fn behind_no(text: &str, from: usize) -> usize {
    from + text.get(from..).and_then(|rest| rest.starts_with('の').then_some('の'.len_utf8())).unwrap_or(0)
}

/// The year that ends where 第 begins, and where it begins.
fn year_before(text: &str, at: usize) -> Option<(usize, Year)> {
    /// Letters of the longest year: `令和十二年度の`.
    const LONGEST: usize = 12;
    let before = text.get(..at)?;
    let starts = before.char_indices().rev().take(LONGEST).map(|(start, _)| start);
    let ends_here = |end: usize| matches!(text.get(end..at), Some("" | "の"));
    // The longest: 令和6年度, and not 6年度.
    let years = starts.filter_map(|start| {
        let (end, year) = year_at(before, start)?;
        ends_here(end).then_some((start, year))
    });
    years.last()
}

impl Pointer {
    /// As a reference of a meeting, whatever it points to.
    pub(super) fn of(self, entry: EntryId, to: Option<EntryId>) -> Reference {
        let Pointer { speech, range, words, .. } = self;
        Reference { entry, speech, range, words, to }
    }
}
