//! Every letter of a text is shown to the reader somewhere.

use kaigiroku::model::{Minutes, Prose, Speech};
use kaigiroku::source::TextRange;
use proptest::prelude::*;

use crate::minutes::texts;

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
fn hidden(text: &str) -> Vec<String> {
    let minutes = Minutes::of(text);
    let mut is_shown = vec![false; text.len()];
    for range in shown(&minutes) {
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

#[test]
fn every_letter_of_every_text_is_shown() {
    for (path, text) in texts() {
        assert_eq!(hidden(&text), Vec::<String>::new(), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_letter_of_any_minutes_is_shown(text in crate::syntax::scraps()) {
        prop_assert_eq!(hidden(&text), Vec::<String>::new());
    }
}
