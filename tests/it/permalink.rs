//! Links: what they carry, and that none can do harm.

use std::rc::Rc;

use kaigiroku::app::Document;
use kaigiroku::app::permalink::{MAX_BYTES, hand_on, in_meeting, meeting, parse, target, write};
use kaigiroku::app::state::{Action, State};
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

#[test]
fn inside_a_meeting_of_a_shelf_a_link_begins_with_the_meeting() {
    let document = Document { name: "3fa2c1-89abcdef".to_owned(), ..harbour() };
    let state = parse(&document, "#m=3fa2c1-89abcdef;s002;q=%E4%BA%88%E7%AE%97");
    let written = write(&document, &state);
    assert_eq!(written, "m=3fa2c1-89abcdef;s002;q=%E4%BA%88%E7%AE%97;w=0");
    let handed = hand_on(&document, &state, None);
    assert!(handed.starts_with("m=3fa2c1-89abcdef;s002;v="), "{handed}");
    assert_eq!(target(&handed).map(|target| target.speech), Some(1));
    assert_eq!(meeting("#m=3fa2c1-89abcdef"), (Some("3fa2c1-89abcdef".to_owned()), ""));
    assert_eq!(meeting("s002;m=x"), (None, "s002;m=x"), "it stands first");
    assert_eq!(in_meeting("", "s002"), "s002");
    // Another meeting, or the shelf itself, is not for this one to follow.
    let here = Rc::new(state);
    for elsewhere in ["m=000000-00000000;s001", "s001", "q=%E4%BA%88"] {
        let next = Rc::clone(&here).reduce(Action::Visit(elsewhere.to_owned()), &document);
        assert!(Rc::ptr_eq(&here, &next), "{elsewhere}");
    }
    let next = here.reduce(Action::Visit("m=3fa2c1-89abcdef".to_owned()), &document);
    assert_eq!((next.at, next.query.as_str()), (None, ""), "the start of the meeting");
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
