//! What is let through, and what the counts promise.

use expect_test::{Expect, expect};
use kaigiroku::app::Document;
use kaigiroku::filter::{Choice, Chosen, Facet, Filter, Shown};
use kaigiroku::insight::{Kind, SubjectId};
use kaigiroku::model::{AgendaId, Block, LabelId, Role, SpeechId, TopicId};
use kaigiroku::search::{Query, Scope};
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
    let shown: Vec<String> =
        blocks.filter(|(_, shown)| **shown != Shown::No).map(|(block, _)| name(block)).collect();
    expect.assert_eq(&format!("{} / {}", shown.join(" "), selection.hits.len()));
}

fn words(typed: &str) -> Filter {
    Filter { query: Query::parse(typed), ..Filter::default() }
}

fn chosen(choices: impl IntoIterator<Item = Choice>) -> Filter {
    Filter { chosen: choices.into_iter().collect(), ..Filter::default() }
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
    check(chosen([Choice::Label(LabelId(2))]), expect!["T1 S3 T2 S5 / 0"]);
    check(chosen([Choice::Role(Role::Chair)]), expect!["S1 T2 S6 / 0"]);
    check(Filter { query: Query::parse("桟橋"), ..chosen([Choice::Role(Role::Chair)]) }, expect![" / 0"]);
}

#[test]
fn a_chosen_topic_holds_for_everything_under_it() {
    check(chosen([Choice::Topic(TopicId(0))]), expect!["T1 N1 S2 S3 / 0"]);
    check(chosen([Choice::Agenda(AgendaId(1))]), expect!["T1 N1 S2 S3 / 0"]);
    check(chosen([Choice::Agenda(AgendaId(0))]), expect!["T1 N1 S2 S3 T2 P1 S4 S5 S6 / 0"]);
    check(
        Filter { query: Query::parse("桟橋"), ..chosen([Choice::Topic(TopicId(1))]) },
        expect!["T2 S5 / 1"],
    );
}

#[test]
fn values_of_one_facet_widen_and_facets_narrow() {
    let (member, office) = (Choice::Role(Role::Member), Choice::Role(Role::Secretariat));
    check(chosen([member, office]), expect!["T1 S2 S3 T2 S4 S5 / 0"]);
    check(chosen([member, office, Choice::Topic(TopicId(0))]), expect!["T1 S2 S3 / 0"]);
    check(chosen([Choice::Kind(Kind::Answer)]), expect!["T1 S3 T2 S5 / 0"]);
}

#[test]
fn words_may_meet_in_a_wider_or_narrower_scope() {
    let within = |scope, typed| Filter { scope, ..words(typed) };
    check(within(Scope::Sentence, "サービス券 桟橋"), expect![" / 0"]);
    check(within(Scope::Speech, "サービス券 桟橋"), expect!["T2 S5 / 2"]);
    check(within(Scope::Exchange, "耐用 便"), expect!["T1 S2 S3 / 3"]);
    check(within(Scope::Topic, "資料 30年"), expect!["T1 N1 S3 / 2"]);
    check(within(Scope::Meeting, "資料 サービス"), expect!["T1 N1 T2 S4 S5 / 3"]);
    check(within(Scope::Exchange, "耐用 -便"), expect![" / 0"]);
    check(within(Scope::Sentence, "耐用 -便"), expect!["T1 S2 / 1"]);
}

#[test]
fn exclusions_and_fields_need_no_words() {
    check(words("-桟橋"), expect!["S1 T2 P1 S4 S6 / 0"]);
    check(words("話者:事務局"), expect!["T1 S3 T2 S5 / 0"]);
    check(words("話者:髙﨑"), expect!["S1 T2 S6 / 0"]);
    check(words("話題:駐車場 桟橋"), expect!["T2 S5 / 1"]);
    check(words("話者:座長 OR 耐用"), expect!["S1 T1 S2 T2 S6 / 1"]);
    check(words("桟橋 -話者:事務局"), expect!["T1 N1 S2 / 3"]);
}

#[test]
fn the_whole_text_stays_where_words_only_mark() {
    let whole = |typed| Filter { whole: true, ..words(typed) };
    check(whole("耐用"), expect!["S1 T1 N1 S2 S3 T2 P1 S4 S5 S6 / 1"]);
    check(
        Filter { chosen: [Choice::Topic(TopicId(1))].into(), ..whole("桟橋") },
        expect!["T2 P1 S4 S5 S6 / 1"],
    );
}

#[test]
fn a_revealed_speech_stands_beside_what_was_found() {
    let document = harbour();
    let filter = Filter { revealed: [SpeechId(0), SpeechId(2)].into(), ..words("耐用") };
    let selection = document.select(&filter);
    let shown: Vec<Shown> = selection.shown.iter().copied().filter(|shown| *shown != Shown::No).collect();
    assert_eq!(shown, [Shown::Beside, Shown::Yes, Shown::Yes, Shown::Beside]);
    assert_eq!(selection.n_speeches, 1);
}

fn choices() -> impl Strategy<Value = Choice> {
    use proptest::sample::select;
    prop_oneof![
        (0_u32..6).prop_map(|id| Choice::Label(LabelId(id))),
        select(Role::ALL.to_vec()).prop_map(Choice::Role),
        (0_u32..3).prop_map(|id| Choice::Topic(TopicId(id))),
        (0_u32..3).prop_map(|id| Choice::Agenda(AgendaId(id))),
        (0_u32..3).prop_map(|id| Choice::Subject(SubjectId(id))),
        select(Kind::ALL.to_vec()).prop_map(Choice::Kind),
    ]
}

fn filters() -> impl Strategy<Value = Filter> {
    use proptest::{collection::btree_set, sample::select};
    let typed = vec![
        "",
        "桟橋",
        "駐車場",
        "さーびす",
        "桟橋 便",
        "何もない",
        "。",
        "-桟橋",
        "話者:事務局",
        "桟橋 OR 券",
    ];
    let revealed = btree_set((0_u32..7).prop_map(SpeechId), 0..3);
    (select(typed), select(Scope::ALL.to_vec()), any::<bool>(), btree_set(choices(), 0..4), revealed)
        .prop_map(|(typed, scope, whole, chosen, revealed)| Filter {
            query: Query::parse(typed),
            scope,
            whole,
            chosen: chosen.into_iter().collect(),
            revealed: revealed.into_iter().collect(),
        })
}

fn n_speeches(document: &Document, filter: Filter) -> usize {
    document.select(&filter).n_speeches
}

proptest! {
    #[test]
    fn a_count_is_what_choosing_it_alone_gives(filter in filters(), choice in choices()) {
        let document = harbour();
        let count = document.select(&filter).count(choice);
        let mut alone: Chosen<Choice> = filter.chosen.clone();
        alone.clear_facet(choice.facet());
        alone.insert(choice);
        prop_assert_eq!(n_speeches(&document, Filter { chosen: alone, ..filter }), count.n_speeches);
    }

    #[test]
    fn hits_stand_only_in_what_is_shown_and_in_printed_order(filter in filters()) {
        let document = harbour();
        let selection = document.select(&filter);
        prop_assert!(selection.hits.iter().all(|hit| selection.shown[hit.block] != Shown::No));
        prop_assert!(selection.hits.is_sorted_by_key(|hit| (hit.block, hit.text, hit.range.start)));
    }

    #[test]
    fn a_wider_scope_finds_no_less(filter in filters()) {
        let document = harbour();
        // What is shut out is shut out of more, the wider the scope.
        prop_assume!(filter.query.none.is_empty());
        let n_hits = |scope| document.select(&Filter { scope, ..filter.clone() }).hits.len();
        prop_assert!(Scope::ALL.windows(2).all(|scopes| n_hits(scopes[0]) <= n_hits(scopes[1])));
    }

    #[test]
    fn the_whole_text_has_all_hits_of_what_was_found(filter in filters()) {
        let document = harbour();
        let found = document.select(&Filter { whole: false, ..filter.clone() });
        let whole = document.select(&Filter { whole: true, ..filter });
        prop_assert_eq!(found.n_speeches, whole.n_speeches);
        prop_assert!(found.hits.iter().all(|hit| whole.hits.contains(hit)));
    }

    #[test]
    fn each_facet_lets_through_what_has_one_of_its_values(filter in filters()) {
        let document = harbour();
        for (block, &shown) in document.ground.blocks.iter().zip(&document.select(&filter).shown) {
            let is_let = |facet: Facet| {
                let mut wanted = filter.chosen.of(facet).peekable();
                wanted.peek().is_none() || wanted.any(|choice| block.values.contains(&choice))
            };
            if shown == Shown::Yes && block.speech.is_some() {
                prop_assert!(Facet::ALL.into_iter().all(is_let));
            }
        }
    }
}
