//! A question answered, one segment after the other.
//!
//! May live here: how words, fields, exclusions and choices are put together to blocks. May not: how
//! a word is found (`plan`).
//!
//! What is found is what [`filter`](crate::filter) finds in single minutes: within the unit around a
//! block every group of the query must be met, by its words in the unit or by a field that is true
//! of the block; nothing that is excluded may; and the block itself must hold one of the words, or a
//! field of a group that words are asked of, unless no words are asked for at all.

use super::Engine;
use super::bits;
use super::plan::{self, Spare};
use super::scan::Needle;
use super::segment::{Segment, Traits};
use super::talk::{Answer, Found, Question};
use crate::search::query::{Field, Term};
use crate::search::{Query, Scope};

/// A question that is being answered.
#[derive(Clone, Debug)]
pub struct Ask {
    question: Question,
    groups: Vec<Vec<Asked>>,
    none: Vec<Asked>,
    is_meeting: bool,
    has_text: bool,
    /// The labels that are let through.
    labels: Option<Vec<u64>>,
    /// The blocks of meetings that are let through.
    open: Vec<u64>,
    /// The next segment.
    segment: usize,
    /// The number of blocks of the segments that are done.
    n_done: usize,
    /// The blocks that are found so far; where a meeting is the unit, those that may be shown in it.
    found: Vec<u64>,
    /// Where a meeting is the unit: the blocks that hold each group, and the exclusions, by words.
    held: Vec<Vec<u64>>,
    spare: Spare,
}

/// A term and what is needed to find it.
#[derive(Clone, Debug)]
enum Asked {
    /// Each of its forms.
    Words(Vec<Needle>),
    /// The numbers of the names that it names.
    Speaker(Vec<u64>),
    Topic(Vec<u64>),
}

impl Ask {
    /// Prepares a question.
    pub fn new(engine: &Engine, question: Question) -> Ask {
        let query = Query::parse(&question.typed);
        let asked = |term: &Term| match term.field {
            Field::Text => {
                let needle = |form: &String| Needle::new(form, |unit| engine.n_of(unit));
                Asked::Words(term.forms.iter().filter_map(needle).collect())
            }
            Field::Speaker => Asked::Speaker(engine.names.named(term)),
            Field::Topic => Asked::Topic(engine.names.named(term)),
        };
        let groups: Vec<Vec<Asked>> =
            query.all.iter().map(|group| group.iter().map(asked).collect()).collect();
        let none: Vec<Asked> = query.none.iter().map(asked).collect();
        let labels = question.speakers.as_ref().map(|chosen| engine.names.listed(chosen));
        let mut open = Vec::new();
        if let Some(chosen) = &question.meetings {
            open = vec![0; bits::n_words(engine.n_blocks)];
            let mut chosen = chosen.clone();
            chosen.sort_unstable();
            for meeting in
                engine.meetings.iter().filter(|meeting| chosen.binary_search(&meeting.number).is_ok())
            {
                bits::set_all(&mut open, meeting.first, meeting.first + meeting.n_blocks);
            }
        }
        let is_meeting = question.scope == Scope::Meeting;
        let n_held = if is_meeting { groups.len() + 1 } else { 0 };
        Ask {
            has_text: query.has_text(),
            groups,
            none,
            is_meeting,
            labels,
            open,
            segment: 0,
            n_done: 0,
            found: Vec::new(),
            held: vec![Vec::new(); n_held],
            spare: Spare::default(),
            question,
        }
    }

    /// Looks through the next segment; the answer once all are.
    pub fn step(&mut self, engine: &Engine) -> Option<Answer> {
        let Some(segment) = engine.segments.get(self.segment) else { return Some(self.answer(engine)) };
        let mut live = bits::full(segment.n_blocks());
        if self.question.meetings.is_some() {
            let open = self.open.get(self.n_done / 64..).unwrap_or_default();
            bits::and(&mut live, open);
            live.iter_mut().skip(open.len()).for_each(|word| *word = 0);
        }
        let mut spare = std::mem::take(&mut self.spare);
        if self.is_meeting {
            self.gather(segment, live, &mut spare);
        } else {
            let live = self.chosen(segment, live);
            self.decide(segment, live, &mut spare);
        }
        self.spare = spare;
        self.n_done += segment.n_blocks();
        self.segment += 1;
        (self.segment == engine.segments.len()).then(|| self.answer(engine))
    }

    /// Leaves the blocks of those speakers that are let through.
    fn chosen(&self, segment: &Segment, mut live: Vec<u64>) -> Vec<u64> {
        if let Some(labels) = &self.labels {
            bits::and(&mut live, &with(segment, labels, |traits| traits.label));
        }
        live
    }

    /// Where a block is the unit: what is found in a segment.
    fn decide(&mut self, segment: &Segment, mut live: Vec<u64>, spare: &mut Spare) {
        let mut order: Vec<(usize, &Vec<Asked>)> = self
            .groups
            .iter()
            .map(|group| (group.iter().map(|asked| asked.guess(segment)).sum(), group))
            .collect();
        order.sort_by_key(|&(guess, _)| guess);
        for (_, group) in order {
            let mut held = vec![0; live.len()];
            for asked in group {
                asked.find(segment, &live, &mut held, spare);
            }
            live = held;
            if live.iter().all(|&word| word == 0) {
                break;
            }
        }
        let mut shut_out = vec![0; live.len()];
        for asked in &self.none {
            asked.find(segment, &live, &mut shut_out, spare);
        }
        bits::and_not(&mut live, &shut_out);
        self.found.extend_from_slice(&live);
    }

    /// Where a meeting is the unit: what holds the words in a segment, and what may be shown.
    fn gather(&mut self, segment: &Segment, live: Vec<u64>, spare: &mut Spare) {
        let of = |asked: &[Asked], spare: &mut Spare| {
            let mut held = vec![0; live.len()];
            for asked in asked.iter().filter(|asked| matches!(asked, Asked::Words(_))) {
                asked.find(segment, &live, &mut held, spare);
            }
            held
        };
        let lists = self.groups.iter().chain([&self.none]);
        for (asked, held) in lists.zip(&mut self.held) {
            held.append(&mut of(asked, spare));
        }
        let live = self.chosen(segment, live);
        self.found.extend_from_slice(&live);
    }

    /// Where a meeting is the unit: what is found, once all of its blocks were looked through.
    fn settle(&mut self, engine: &Engine) {
        let n_words = self.found.len();
        let mut marked = if self.has_text { vec![0; n_words] } else { vec![u64::MAX; n_words] };
        let lists = self.groups.iter().chain([&self.none]);
        for (nth, (asked, held)) in lists.zip(&self.held).enumerate() {
            let is_none = nth == self.groups.len();
            let mut met = vec![0; n_words];
            for meeting in &engine.meetings {
                let (start, end) = (meeting.first, meeting.first + meeting.n_blocks);
                if bits::any_in(held, start, end) {
                    bits::set_all(&mut met, start, end);
                }
            }
            let mut named = Vec::with_capacity(n_words);
            for segment in engine.segments.iter().take(self.segment) {
                let mut of_segment = vec![0; bits::n_words(segment.n_blocks())];
                for asked in asked.iter().filter(|asked| !matches!(asked, Asked::Words(_))) {
                    asked.find(segment, &bits::full(segment.n_blocks()), &mut of_segment, &mut self.spare);
                }
                named.append(&mut of_segment);
            }
            bits::or(&mut met, &named);
            if is_none {
                bits::and_not(&mut self.found, &met);
                continue;
            }
            bits::and(&mut self.found, &met);
            bits::or(&mut marked, held);
            if asked.iter().any(|asked| matches!(asked, Asked::Words(_))) {
                bits::or(&mut marked, &named);
            }
        }
        bits::and(&mut self.found, &marked);
    }

    fn answer(&mut self, engine: &Engine) -> Answer {
        if self.is_meeting {
            self.settle(engine);
        }
        let mut answer = Answer { id: self.question.id, n_searched: self.n_done as u32, ..Answer::default() };
        let mut passed_over = self.question.from as usize;
        let mut wanted = self.question.n_listed as usize;
        for meeting in &engine.meetings {
            let (start, end) = (meeting.first, (meeting.first + meeting.n_blocks).min(self.n_done));
            let n = bits::count_in(&self.found, start, end);
            if n == 0 {
                continue;
            }
            answer.n_found += n as u32;
            answer.meetings.push((meeting.number, n as u32));
            if passed_over >= n {
                passed_over -= n;
                continue;
            }
            let blocks = bits::ones_in(&self.found, start, end).skip(passed_over).take(wanted);
            let before = answer.listed.len();
            answer.listed.extend(
                blocks.map(|at| Found { meeting: meeting.number, block: (at - meeting.first) as u32 }),
            );
            wanted -= answer.listed.len() - before;
            passed_over = 0;
        }
        answer
    }
}

impl Asked {
    /// Puts the blocks among `live` of which it is true into `out`.
    fn find(&self, segment: &Segment, live: &[u64], out: &mut [u64], spare: &mut Spare) {
        let named = match self {
            Asked::Words(needles) => {
                return needles.iter().for_each(|needle| plan::find(segment, needle, live, out, spare));
            }
            Asked::Speaker(names) => with(segment, names, |traits| traits.speaker),
            Asked::Topic(names) => with(segment, names, |traits| traits.topic),
        };
        let named = named.iter().zip(live).map(|(named, live)| named & live);
        out.iter_mut().zip(named).for_each(|(word, named)| *word |= named);
    }

    /// About how many blocks it is true of.
    fn guess(&self, segment: &Segment) -> usize {
        match self {
            Asked::Words(needles) => needles.iter().map(|needle| plan::guess(segment, needle)).sum(),
            // Looking into a list of numbers costs about as much as a short list.
            Asked::Speaker(_) | Asked::Topic(_) => segment.n_blocks() / 8,
        }
    }
}

/// The blocks of which a number is in a set.
fn with(segment: &Segment, numbers: &[u64], number: impl Fn(&Traits) -> u32) -> Vec<u64> {
    let mut set = vec![0; bits::n_words(segment.n_blocks())];
    for (block, traits) in segment.traits.iter().enumerate() {
        if bits::has(numbers, number(traits) as usize) {
            bits::set(&mut set, block);
        }
    }
    set
}
