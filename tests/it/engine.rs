//! The engine over many meetings finds what is found in each of them.

use std::borrow::Cow;

use expect_test::{Expect, expect};
use kaigiroku::filter::words::Words;
use kaigiroku::filter::{self, Ground};
use kaigiroku::insight::Insight;
use kaigiroku::model::Minutes;
use kaigiroku::search::engine::{
    Answer, Ask, Engine, FAR, Fed, Folder, Found, NEAR, Needle, Progress, Question, Text,
};
use kaigiroku::search::fold::{Folded, fold};
use kaigiroku::search::query::{Field, Term};
use kaigiroku::search::{Index, Query, Scope};
use proptest::prelude::*;

use crate::arbitrary;

/// Enough to list all that is found.
const ALL: u32 = u32::MAX;

fn question(typed: &str, scope: Scope) -> Question {
    Question { id: 7, typed: typed.to_owned(), scope, n_listed: ALL, ..Question::default() }
}

/// A block of one text that nobody speaks.
fn told(text: &str) -> Fed<'_> {
    Fed { texts: vec![vec![text]], ..Fed::default() }
}

/// Letters that fold to one, to several, to none, that join and that part, and those beyond U+FFFF.
const LETTERS: [&str; 40] = [
    "市",
    "予",
    "算",
    "予算",
    "橋",
    "学",
    "學",
    "か",
    "が",
    "カ",
    "ｶ",
    "ﾞ",
    "\u{3099}",
    "゛",
    "は",
    "ﾟ",
    "1",
    "１",
    "⑩",
    "①",
    "10",
    "㈱",
    "(",
    "株",
    "㍿",
    "会",
    "々",
    "佐",
    "佐々木",
    "𠮷",
    "吉",
    "𩸽",
    "\u{FE00}",
    "\u{200B}",
    " ",
    "　",
    "\n",
    "ー",
    "-",
    "。",
];

fn letters(n: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&LETTERS[..]), n).prop_map(|letters| letters.concat())
}

/// Something that may be typed: words of the same letters, with signs.
fn typed() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec!["", "", "", "", "-", "話者:", "話題:", "-話者:"]);
    let word = (sign, letters(1..4)).prop_map(|(sign, word)| {
        let word: String = word.split_whitespace().collect();
        format!("{sign}{word}")
    });
    let join = prop::sample::select(vec![" ", " ", " OR "]);
    prop::collection::vec((word, join), 1..4)
        .prop_map(|words| words.into_iter().flat_map(|(word, join)| [word, join.to_owned()]).collect())
}

/// A block: its texts, speaker, topic and label.
type Block = (Vec<String>, String, String, &'static str);

const LABELS: [&str; 4] = ["", "委員", "委員長", "○部長"];

fn meetings() -> impl Strategy<Value = Vec<Vec<Block>>> {
    let block = || {
        (
            prop::collection::vec(letters(0..12), 0..4),
            letters(0..3),
            letters(0..3),
            prop::sample::select(&LABELS[..]),
        )
    };
    // Often enough more blocks than a word of a set has bits.
    prop::collection::vec(
        prop_oneof![3 => prop::collection::vec(block(), 0..6), 1 => prop::collection::vec(block(), 60..90)],
        1..5,
    )
}

fn engine_of(meetings: &[Vec<Block>], n_units: usize) -> Engine {
    let mut engine = Engine::with_segments(n_units);
    for (number, meeting) in (100..).zip(meetings) {
        engine.feed(
            number,
            meeting.iter().map(|(texts, speaker, topic, label)| Fed {
                texts: texts.iter().map(|text| vec![text.as_str()]).collect(),
                speaker: Cow::Owned(fold(speaker)),
                topic: Cow::Owned(fold(topic)),
                label: Cow::Borrowed(label),
            }),
        );
    }
    engine
}

/// The directory of everything, in slices of `n_units`.
fn index(engine: &mut Engine, n_units: usize) {
    engine.finish();
    while engine.work(n_units) {}
    let Progress { n_units, n_indexed, .. } = engine.progress();
    assert_eq!(n_units, n_indexed);
}

/// What is found, without any of the engine's ways.
fn naively(meetings: &[Vec<Block>], question: &Question) -> Answer {
    let query = Query::parse(&question.typed);
    let mut answer = Answer { id: question.id, ..Answer::default() };
    for (number, meeting) in (100..).zip(meetings) {
        answer.n_searched += meeting.len() as u32;
        let units: Vec<usize> = match question.scope {
            Scope::Meeting => vec![0; meeting.len()],
            _ => (0..meeting.len()).collect(),
        };
        let stands = |block: &Block, form: &str| {
            block.0.iter().any(|text| {
                let folded = Folded::new(text);
                let ends = |at: usize| folded.original(at..at + form.len()).is_some();
                folded.text().char_indices().any(|(at, _)| folded.text()[at..].starts_with(form) && ends(at))
            })
        };
        let holds = |block: &Block, term: &Term| {
            term.field == Field::Text && term.forms.iter().any(|form| stands(block, form))
        };
        let names = |block: &Block, term: &Term| match term.field {
            Field::Text => false,
            Field::Speaker => term.forms.iter().any(|form| fold(&block.1).contains(form)),
            Field::Topic => term.forms.iter().any(|form| fold(&block.2).contains(form)),
        };
        let is_found = |at: usize| {
            let block = &meeting[at];
            let unit =
                || meeting.iter().zip(&units).filter(|(_, unit)| **unit == units[at]).map(|(block, _)| block);
            let true_of = |term: &_| names(block, term) || unit().any(|block| holds(block, term));
            let text_groups =
                query.all.iter().filter(|group| group.iter().any(|term| term.field == Field::Text));
            let mut marked = text_groups.flatten();
            query.all.iter().all(|group| group.iter().any(true_of))
                && !query.none.iter().any(true_of)
                && (!query.has_text() || marked.any(|term| holds(block, term) || names(block, term)))
        };
        let is_open = question.meetings.as_ref().is_none_or(|meetings| meetings.contains(&number));
        let found: Vec<u32> = (0..meeting.len())
            .filter(|&at| is_open && is_found(at))
            .filter(|&at| {
                question.speakers.as_ref().is_none_or(|labels| {
                    !meeting[at].3.is_empty() && labels.iter().any(|label| label == meeting[at].3)
                })
            })
            .map(|at| at as u32)
            .collect();
        if !found.is_empty() {
            answer.n_found += found.len() as u32;
            answer.meetings.push((number, found.len() as u32));
            answer.listed.extend(found.into_iter().map(|block| Found { meeting: number, block }));
        }
    }
    answer.listed =
        answer.listed.into_iter().skip(question.from as usize).take(question.n_listed as usize).collect();
    answer
}

fn chosen() -> impl Strategy<Value = (Option<Vec<u32>>, Option<Vec<String>>)> {
    let labels = prop::sample::select(&LABELS[..]).prop_map(str::to_owned);
    (
        prop::option::weighted(0.2, prop::collection::vec(100..104_u32, 0..4)),
        prop::option::weighted(0.2, prop::collection::vec(labels, 0..4)),
    )
}

proptest! {
    #[test]
    fn every_text_folds_as_it_does_everywhere(text in prop_oneof![letters(0..40), arbitrary::text()]) {
        let mut folded = Text::default();
        Folder::new().push(&text, &mut folded);
        prop_assert_eq!(String::from_utf16_lossy(&folded.units), fold(&text));
        // A joint is where no letter begins.
        let there = Folded::new(&text);
        let mut units = 0;
        for (at, c) in there.text().char_indices() {
            let begins = there.original(at..there.text().len()).is_some();
            prop_assert_eq!(folded.joints.binary_search(&units).is_err(), begins, "{}", at);
            units += c.len_utf16() as u32;
        }
    }

    #[test]
    fn a_word_is_found_where_it_first_stands(
        text in prop::collection::vec(1..4_u16, 0..300),
        word in prop::collection::vec(1..4_u8, 1..6),
        from in 0..40_usize, end in 0..320_usize,
    ) {
        let word: String = word.into_iter().map(char::from).collect();
        let units: Vec<u16> = word.encode_utf16().collect();
        let needle = Needle::new(&word, |unit| u32::from(unit % 3)).expect("a word");
        let places = text.windows(units.len()).enumerate().filter(|(_, window)| *window == units);
        let mut places = places.map(|(at, _)| at).filter(|&at| at >= from && at + units.len() <= end);
        let first = places.next();
        prop_assert_eq!(needle.find::<FAR>(&text, from, end), first);
        prop_assert_eq!(needle.find::<NEAR>(&text, from, end), first);
    }

    #[test]
    fn what_is_found_is_what_is_there(
        meetings in meetings(), typed in typed(), is_wide in any::<bool>(),
        chosen in chosen(), n_units in 20..400_usize, slice in 1..200_usize, page in (0..3_u32, prop_oneof![0..3_u32, Just(ALL)]),
    ) {
        let question = Question {
            meetings: chosen.0, speakers: chosen.1, from: page.0, n_listed: page.1,
            ..question(&typed, if is_wide { Scope::Meeting } else { Scope::Speech })
        };
        let expected = naively(&meetings, &question);
        let mut engine = engine_of(&meetings, n_units);
        prop_assert_eq!(&engine.ask(question.clone()), &expected, "scanned");
        // Some segments have a directory, others do not yet.
        engine.finish();
        for _ in 0..4 {
            engine.work(slice);
        }
        prop_assert_eq!(&engine.ask(question.clone()), &expected, "half way");
        index(&mut engine, slice);
        prop_assert_eq!(&engine.ask(question), &expected, "by the directory");
    }

    #[test]
    fn slices_make_the_directory_that_is_made_at_once(meetings in meetings(), slice in 1..100_usize) {
        let (mut sliced, mut whole) = (engine_of(&meetings, 300), engine_of(&meetings, 300));
        index(&mut sliced, slice);
        index(&mut whole, usize::MAX >> 1);
        prop_assert!(sliced.same_directory(&whole));
    }

    #[test]
    fn feeding_goes_on_after_the_directory_was_made(meetings in meetings(), typed in typed()) {
        let question = question(&typed, Scope::Speech);
        let expected = naively(&meetings, &question);
        let mut engine = Engine::with_segments(200);
        for (number, meeting) in (100..).zip(&meetings) {
            engine.feed(number, meeting.iter().map(|(texts, speaker, topic, _)| Fed {
                texts: texts.iter().map(|text| vec![text.as_str()]).collect(),
                speaker: Cow::Owned(fold(speaker)), topic: Cow::Owned(fold(topic)),
                        label: Cow::Borrowed(""),
            }));
            engine.finish();
            engine.work(usize::MAX >> 1);
            engine.work(50);
        }
        index(&mut engine, 1000);
        prop_assert_eq!(engine.ask(question), expected);
    }

    #[test]
    fn many_minutes_are_searched_as_each_is(
        all in prop::collection::vec(arbitrary::minutes(), 1..4), typed in prop_oneof![typed(), "[^ ]{1,2}", any::<String>()], is_wide in any::<bool>(),
    ) {
        let scope = if is_wide { Scope::Meeting } else { Scope::Speech };
        let query = Query::parse(&typed);
        let mut engine = Engine::with_segments(100);
        let mut expected = Vec::new();
        for (number, minutes) in (0..).zip(&all) {
            let (mut ground, index) = grounds(minutes);
            ground.blocks.iter_mut().for_each(|block| block.subjects.clear());
            let held = Words::new(&ground, &index, &query).held(scope);
            let blocks = (0..).zip(&held.blocks).filter(|(_, held)| **held);
            expected.extend(blocks.map(|(block, _)| Found { meeting: number, block }));
            engine.feed(number, filter::fed(minutes));
        }
        prop_assert_eq!(&engine.ask(question(&typed, scope)).listed, &expected);
        index(&mut engine, 50);
        prop_assert_eq!(&engine.ask(question(&typed, scope)).listed, &expected);
    }

    #[test]
    fn questions_and_answers_survive_being_bytes(
        typed in any::<String>(), chosen in chosen(), numbers in any::<[u32; 6]>(), is_wide in any::<bool>(),
        pairs in prop::collection::vec(any::<[u32; 2]>(), 0..5), bytes in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let [id, from, n_listed, n_found, n_searched, n_bytes] = numbers;
        let scope = if is_wide { Scope::Meeting } else { Scope::Speech };
        let question = Question { id, typed, scope, meetings: chosen.0, speakers: chosen.1, from, n_listed };
        prop_assert_eq!(Question::from_bytes(&question.to_bytes()), Some(question));
        let answer = Answer {
            id, n_found, n_searched,
            meetings: pairs.iter().map(|&[meeting, n]| (meeting, n)).collect(),
            listed: pairs.iter().map(|&[meeting, block]| Found { meeting, block }).collect(),
        };
        prop_assert_eq!(Answer::from_bytes(&answer.to_bytes()), Some(answer));
        let progress = Progress { n_bytes, n_units: from, ..Progress::default() };
        prop_assert_eq!(Progress::from_bytes(&progress.to_bytes()), Some(progress));
        // Whatever else bytes are, they do no harm.
        let _ = (Question::from_bytes(&bytes), Answer::from_bytes(&bytes), Progress::from_bytes(&bytes));
    }
}

fn grounds(minutes: &Minutes) -> (Ground, Index) {
    (Ground::new(minutes, &Insight::new(minutes)), Index::new(minutes))
}

/// What is found in three short meetings: the number and the block of each.
#[track_caller]
fn check(typed: &str, scope: Scope, expect: Expect) {
    let mut engine = Engine::new();
    engine.feed(3, [told("桟橋を直す。"), told("第⑩号、㈱みなと"), told("10番の桟橋")]);
    engine.feed(1, [told("佐佐木委員"), told("桟橋 の費用")]);
    engine.feed(2, [told("費用は未定"), told("佐々木委員")]);
    let say = |answer: Answer| {
        let places = answer.listed.iter().map(|found| format!("{}.{}", found.meeting, found.block));
        places.collect::<Vec<_>>().join(" ")
    };
    let scanned = say(engine.ask(question(typed, scope)));
    index(&mut engine, 10);
    assert_eq!(scanned, say(engine.ask(question(typed, scope))));
    expect.assert_eq(&scanned);
}

#[test]
fn answers_stand_in_the_order_of_feeding() {
    check("桟橋", Scope::Speech, expect!["3.0 3.2 1.1"]);
    check("", Scope::Speech, expect!["3.0 3.1 3.2 1.0 1.1 2.0 2.1"]);
}

#[test]
fn a_word_stands_only_where_whole_letters_are() {
    check("1", Scope::Speech, expect!["3.2"]);
    check("10", Scope::Speech, expect!["3.1 3.2"]);
    check("株)みなと", Scope::Speech, expect![""]);
    check("(株)みなと", Scope::Speech, expect!["3.1"]);
}

#[test]
fn a_mark_of_repetition_is_the_letter_before_it() {
    check("佐々木", Scope::Speech, expect!["1.0 2.1"]);
}

#[test]
fn words_meet_in_a_block_or_in_a_meeting() {
    check("桟橋 費用", Scope::Speech, expect!["1.1"]);
    check("桟橋 佐々木", Scope::Meeting, expect!["1.0 1.1"]);
    check("桟橋 -費用", Scope::Meeting, expect!["3.0 3.2"]);
    check("桟橋 -費用", Scope::Speech, expect!["3.0 3.2"]);
}

#[test]
fn a_question_is_answered_in_steps_of_one_segment() {
    let mut engine = Engine::with_segments(1);
    (0..200).for_each(|number| engine.feed(number, [told("桟橋")]));
    let mut ask = Ask::new(&engine, question("桟橋", Scope::Speech));
    let n_steps = 1 + std::iter::repeat_with(|| ask.step(&engine)).take_while(Option::is_none).count();
    assert_eq!(n_steps, 200_usize.div_ceil(64));
}
