//! Links: what they carry, and that none can do harm.

use kaigiroku::app::permalink::{MAX_BYTES, parse, write};
use kaigiroku::app::state::State;
use kaigiroku::filter::Choice;
use kaigiroku::insight::Kind;
use kaigiroku::model::{AgendaId, LabelId, Role, SpeechId, TopicId};
use kaigiroku::search::Scope;
use proptest::prelude::*;

use crate::hand::harbour;

/// What the fragment says, written again.
fn check(fragment: &str, again: &str) {
    let document = harbour();
    assert_eq!(write(&document, &parse(&document, fragment)), again, "{fragment}");
}

#[test]
fn a_position_is_the_anchor_of_the_plain_page() {
    check("#s003", "s003");
    check("s3", "s003");
    check("#t2", "s004");
    check("", "");
}

#[test]
fn every_part_may_be_missing_and_order_does_not_matter() {
    check(
        "#k=answer,rumour;a=a2,a9;sc=topic;hl=座長;dim=1;w=1",
        "sc=topic;a=a2;k=answer;hl=%E5%BA%A7%E9%95%B7;dim=1",
    );
    check(
        "#t=t2;role=member,chair;sp=%E4%BA%8B%E5%8B%99%E5%B1%80,座長;q=a%20b;s002",
        "s002;q=a%20b;w=0;sp=%E5%BA%A7%E9%95%B7,%E4%BA%8B%E5%8B%99%E5%B1%80;role=chair,member;t=t2",
    );
}

#[test]
fn what_cannot_be_read_is_left_out_alone() {
    check("#%", "");
    check("#;", "");
    check("#s000;s7;s99999999999;q", "");
    check("#s002;q=%E4%BA;role=%zz,member;t=t9,t1,x", "s002;role=member;t=t1");
    check("#q=%FF%FE;v=1;h=x,y,z;=;==;s002=1", "");
    check("#q==a;b", "q=%3Da;w=0");
    check("#sp=誰か,事務局", "sp=%E4%BA%8B%E5%8B%99%E5%B1%80");
    check("#s+2;s-2;s２;S002;s 2", "");
}

#[test]
fn a_fragment_too_long_is_ignored_whole() {
    check(&format!("#s002;q={}", "a".repeat(MAX_BYTES)), "");
    check(&";".repeat(MAX_BYTES), "");
    check(&format!("#s002;x={}", "a".repeat(100)), "s002");
}

#[test]
fn an_ordinary_link_is_short_enough_for_every_mail_program() {
    let document = harbour();
    let state = State {
        query: "駐車場　サービス券の継続について".to_owned(),
        scope: Scope::Exchange,
        chosen: Role::ALL
            .map(Choice::Role)
            .into_iter()
            .chain([Choice::Label(LabelId(0)), Choice::Label(LabelId(2))])
            .chain([Choice::Topic(TopicId(0)), Choice::Topic(TopicId(1))])
            .collect(),
        highlighted: [LabelId(1)].into(),
        at: Some(SpeechId(4)),
        ..State::default()
    };
    let written = write(&document, &state).len();
    assert!(written <= 900, "{written}");
}

fn states() -> impl Strategy<Value = State> {
    use proptest::{collection::btree_set, option, sample::select};
    let choice = prop_oneof![
        (0_u32..4).prop_map(|id| Choice::Label(LabelId(id))),
        select(Role::ALL.to_vec()).prop_map(Choice::Role),
        (0_u32..2).prop_map(|id| Choice::Topic(TopicId(id))),
        (0_u32..3).prop_map(|id| Choice::Agenda(AgendaId(id))),
        select(Kind::ALL.to_vec()).prop_map(Choice::Kind),
    ];
    let highlighted = btree_set((0_u32..4).prop_map(LabelId), 0..3);
    let at = option::of((0_u32..6).prop_map(SpeechId));
    let switches = (select(Scope::ALL.to_vec()), any::<bool>(), any::<bool>());
    (".{0,40}", btree_set(choice, 0..5), highlighted, at, switches).prop_map(
        |(query, chosen, highlighted, at, (scope, whole, dimmed))| State {
            whole: whole && !query.is_empty(),
            query,
            scope,
            chosen: chosen.into_iter().collect(),
            highlighted: highlighted.into_iter().collect(),
            dimmed,
            at,
            ..State::default()
        },
    )
}

proptest! {
    #[test]
    fn a_link_leads_back_to_its_state(state in states()) {
        let document = harbour();
        let fragment = write(&document, &state);
        prop_assert!(fragment.is_ascii());
        prop_assert_eq!(parse(&document, &fragment), state);
    }

    #[test]
    fn no_fragment_does_harm(fragment in "\\PC{0,60}", parts in "(#?(s|t|q=|w=1|sc=topic|sp=|role=|t=|;|,|=|%|%E4|[0-9]){0,20})") {
        let document = harbour();
        for fragment in [fragment, parts] {
            crate::invariants::fragment(&document, &fragment);
        }
    }
}
