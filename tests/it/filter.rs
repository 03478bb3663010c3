//! What is let through, and what the counts promise.

use expect_test::{Expect, expect};
use kaigiroku::app::Document;
use kaigiroku::filter::{Filter, Selection};
use kaigiroku::model::{Block, LabelId, Role, TopicId};
use kaigiroku::search::Query;
use proptest::prelude::*;

use crate::hand::harbour;

/// The blocks let through, in order: T1 S1 N1 P1, and the number of hits.
fn check(filter: Filter, expect: Expect) {
    let document = harbour();
    let selection = document.select(&filter);
    let name = |block: &Block| match block {
        Block::Topic(id) => format!("T{}", id.0 + 1),
        Block::Speech(id) => format!("S{}", id.0 + 1),
        Block::Narrative(id) => format!("N{}", id.0 + 1),
        Block::Plain(id) => format!("P{}", id.0 + 1),
    };
    let blocks = document.minutes.body.iter().zip(&selection.shown);
    let shown: Vec<String> = blocks.filter(|(_, shown)| **shown).map(|(block, _)| name(block)).collect();
    expect.assert_eq(&format!("{} / {}", shown.join(" "), selection.hits.len()));
}

fn words(typed: &str) -> Filter {
    Filter { query: Query::parse(typed), ..Filter::default() }
}

#[test]
fn without_a_choice_everything_is_let_through() {
    check(Filter::default(), expect!["S1 T1 N1 S2 S3 T2 P1 S4 S5 S6 / 0"]);
}

#[test]
fn words_let_through_what_holds_all_of_them_and_headings_above() {
    check(words("桟橋"), expect!["T1 N1 S2 S3 T2 S5 / 5"]);
    check(words("桟橋 駐車場"), expect!["T2 S5 / 2"]);
    check(words("耐用 フェリー"), expect!["T1 S2 / 2"]);
    check(words("300円"), expect!["T2 P1 / 1"]);
    check(words("駐車場の運用"), expect!["T2 / 1"]);
    check(words("ない言葉"), expect![" / 0"]);
}

#[test]
fn a_chosen_speaker_hides_what_is_nobodys() {
    check(Filter { labels: [LabelId(2)].into(), ..Filter::default() }, expect!["T1 S3 T2 S5 / 0"]);
    check(Filter { roles: [Role::Chair].into(), ..Filter::default() }, expect!["S1 T2 S6 / 0"]);
    check(Filter { roles: [Role::Chair].into(), ..words("桟橋") }, expect![" / 0"]);
}

#[test]
fn a_chosen_topic_holds_for_everything_under_it() {
    check(Filter { topics: [TopicId(0)].into(), ..Filter::default() }, expect!["T1 N1 S2 S3 / 0"]);
    check(Filter { topics: [TopicId(1)].into(), ..words("桟橋") }, expect!["T2 S5 / 1"]);
}

fn filters() -> impl Strategy<Value = Filter> {
    use proptest::{collection::btree_set, sample::select};
    let labels = btree_set((0_u32..6).prop_map(LabelId), 0..3);
    let roles = btree_set(select(Role::ALL.to_vec()), 0..3);
    let topics = btree_set((0_u32..3).prop_map(TopicId), 0..3);
    let typed = select(vec!["", "桟橋", "駐車場", "さーびす", "桟橋 便", "何もない", "。"]);
    (typed, labels, roles, topics).prop_map(|(typed, labels, roles, topics)| Filter {
        query: Query::parse(typed),
        labels: labels.into_iter().collect(),
        roles: roles.into_iter().collect(),
        topics: topics.into_iter().collect(),
    })
}

fn n_speeches(document: &Document, filter: Filter) -> usize {
    document.select(&filter).n_speeches
}

proptest! {
    #[test]
    fn a_count_is_what_choosing_it_alone_gives(filter in filters()) {
        let document = harbour();
        let Selection { label_counts, role_counts, topic_counts, .. } = document.select(&filter);
        for (label, count) in (0..).map(LabelId).zip(label_counts) {
            prop_assert_eq!(n_speeches(&document, Filter { labels: [label].into(), ..filter.clone() }), count);
        }
        for (role, count) in Role::ALL.into_iter().zip(role_counts) {
            prop_assert_eq!(n_speeches(&document, Filter { roles: [role].into(), ..filter.clone() }), count);
        }
        for (topic, count) in (0..).map(TopicId).zip(topic_counts) {
            prop_assert_eq!(n_speeches(&document, Filter { topics: [topic].into(), ..filter.clone() }), count);
        }
    }

    #[test]
    fn hits_stand_only_in_what_is_shown_and_in_printed_order(filter in filters()) {
        let document = harbour();
        let selection = document.select(&filter);
        prop_assert!(selection.hits.iter().all(|hit| selection.shown[hit.block]));
        prop_assert!(selection.hits.is_sorted_by_key(|hit| (hit.block, hit.text, hit.range.start)));
    }
}
