//! How sure it is who speaks: what the text says in so many words, and what it only suggests.

use kaigiroku::model::{Confidence, Minutes, Role};

/// The label of the first speech as what it is taken for.
#[track_caller]
fn check(text: &str, label: &str, role: Role, confidence: Confidence) {
    let minutes = Minutes::of(text.to_owned());
    let speech = minutes.speeches.first().expect("a speech");
    let printed = speech.printed.text(&minutes.source);
    assert_eq!((&*printed, speech.role), (label, role));
    assert_eq!(minutes.speech_confidence(speech), confidence);
}

/// Two who speak in turn under labels of one dress.
fn between(one: &str, other: &str) -> String {
    let turn = format!("{one}駅前の駐輪場が足りない。\n\n{other}来年度に増やす。\n\n");
    format!("第2回交通部会 会議録\n\n{}", turn.repeat(3))
}

#[test]
fn a_word_for_a_part_or_post_states_who_speaks() {
    check(&between("○委員　", "○事務局　"), "委員", Role::Member, Confidence::Stated);
    check(&between("【笹部会⻑】", "【交通課】"), "笹部会⻑", Role::Chair, Confidence::Stated);
    check(&between("【交通課】", "【委員】"), "交通課", Role::Secretariat, Confidence::Stated);
    check(&between("【議長：別所保】", "【市長：堺敏】"), "議長：別所保", Role::Chair, Confidence::Stated);
    check(&between("【議長別所保】", "【市長堺敏】"), "議長別所保", Role::Chair, Confidence::Stated);
}

#[test]
fn a_label_of_which_only_the_dress_is_known_is_presumed() {
    check(&between("【書店主】", "【事務局】"), "書店主", Role::Other, Confidence::Presumed);
    check(&between("【町田】", "【市川】"), "町田", Role::Other, Confidence::Presumed);
}

#[test]
fn a_topic_without_a_printed_heading_is_presumed() {
    let text = "第2回交通部会 会議録\n議題\n(1) 駐輪場について\n(2) バスの増便について\n\n○部会長　それでは、駐輪場について説明を求めます。\n\n○事務局　増やす。\n";
    let minutes = Minutes::of(text.to_owned());
    let topic = minutes.topics.first().expect("a topic");
    assert_eq!(minutes.topic_confidence(topic), Confidence::Presumed);
    let seed = crate::seed::seed();
    assert!(seed.topics.iter().all(|topic| seed.topic_confidence(topic) == Confidence::Stated));
    assert_eq!(seed.confidence(), Confidence::Stated);
}

#[test]
fn where_all_bear_one_label_the_whole_is_presumed() {
    let text = "第2回交通部会 会議録\n\n○委員　足りない。\n\n○委員　増やす。\n";
    assert_eq!(Minutes::of(text.to_owned()).confidence(), Confidence::Presumed);
}
