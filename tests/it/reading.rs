//! Reading the text: aloud, folded, as a table.

use std::rc::Rc;

use expect_test::{Expect, expect};
use kaigiroku::app::Document;
use kaigiroku::app::aloud::{Aloud, AloudStep, sentences_of};
use kaigiroku::app::permalink;
use kaigiroku::app::screen::{BlockView, Screen, compose};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::state::{Action, State};
use kaigiroku::app::words::Lang;
use kaigiroku::filter::Choice;
use kaigiroku::model::{Role, SpeechId, TopicId};
use proptest::prelude::*;

use crate::app::{after, search};
use crate::hand::{Hand, harbour};

const START: Action = Action::Aloud(AloudStep::Start(SpeechId(0)));
const NEXT: Action = Action::Aloud(AloudStep::NextSentence);

/// Everything that is spoken after these actions until the voice comes to an end, a sentence a line.
fn check(document: &Document, actions: Vec<Action>, expect: Expect) {
    let mut state = after(document, actions);
    let mut spoken = String::new();
    while let Some(aloud) = compose(document, &state).aloud {
        spoken.push_str(&format!("{}:{} {}\n", aloud.speech.0 + 1, aloud.sentence, aloud.words));
        state = state.reduce(NEXT, document);
    }
    expect.assert_eq(&spoken);
}

#[test]
fn a_speech_is_read_from_its_label_sentence_by_sentence_and_then_the_next_one() {
    check(
        &harbour(),
        vec![START],
        expect![[r#"
            1:0 座長。ただ今から検討会を開きます。
            2:0 佐藤委員。浮き桟橋の耐用年数は何年か。
            2:1 また、ﾌｪﾘｰの便数はどうなる。
            3:0 事務局。桟橋は30年、フェリーは1日4便を見込む。
            4:0 Ａ委員。駐車場のｻｰﾋﾞｽ券は続けるのか。
            5:0 事務局。サ－ビス券は続ける。
            5:1 駐車場から桟橋への通路も直す。
            6:0 座長。では、閉会します。
        "#]],
    );
}

#[test]
fn only_what_is_shown_is_read() {
    check(
        &harbour(),
        vec![Action::Toggle(Choice::Role(Role::Chair)), START],
        expect![[r#"
            1:0 座長。ただ今から検討会を開きます。
            6:0 座長。では、閉会します。
        "#]],
    );
    check(
        &harbour(),
        vec![Action::Collapse(TopicId(0)), START, NEXT, NEXT],
        expect![[r#"
            5:0 事務局。サ－ビス券は続ける。
            5:1 駐車場から桟橋への通路も直す。
            6:0 座長。では、閉会します。
        "#]],
    );
}

#[test]
fn a_speech_without_words_is_announced() {
    let mut hand = Hand::new();
    hand.speech("議長", Role::Chair, &[]);
    hand.speech("書記", Role::Secretariat, &["以上。"]);
    check(
        &hand.finish(),
        vec![START],
        expect![[r#"
            1:0 議長。
            2:0 書記。以上。
        "#]],
    );
}

#[test]
fn the_sentence_being_read_is_marked_over_joins_and_hits() {
    let document = harbour();
    let marked = |actions: Vec<Action>| {
        let body = crate::drawing::body(&compose(&document, &after(&document, actions)));
        body.lines()
            .filter(|line| line.contains('♪'))
            .map(|line| format!("{}\n", line.trim()))
            .collect::<String>()
    };
    let from = |speech| Action::Aloud(AloudStep::Start(SpeechId(speech)));
    expect!["♪桟橋は30年、フェリー♪¦♪は1日4便を見込む。♪\n"].assert_eq(&marked(vec![from(2)]));
    expect!["サ－ビス券は続ける。 ♪駐車場から♪♪[4 桟橋]♪♪への通路も直す。♪\n"].assert_eq(&marked(vec![
        search("桟橋"),
        from(4),
        NEXT,
    ]));
    expect![""].assert_eq(&marked(vec![from(2), Action::Aloud(AloudStep::Stop)]));
}

#[test]
fn reading_waits_goes_on_and_has_a_speed_with_two_ends() {
    let document = harbour();
    let step = |steps: &[AloudStep]| {
        let steps = steps.iter().map(|&step| Action::Aloud(step));
        after(&document, [START].into_iter().chain(steps))
    };
    let aloud = |steps: &[AloudStep]| step(steps).aloud.map(|aloud| (aloud.paused, aloud.rate));
    assert_eq!(aloud(&[]), Some((false, 10)));
    assert_eq!(aloud(&[AloudStep::Pause]), Some((true, 10)));
    assert_eq!(aloud(&[AloudStep::Pause, AloudStep::Resume]), Some((false, 10)));
    assert_eq!(aloud(&[AloudStep::Faster; 30]), Some((false, 20)));
    assert_eq!(aloud(&[AloudStep::Slower; 30]), Some((false, 5)));
    assert_eq!(aloud(&[AloudStep::Faster, AloudStep::Start(SpeechId(3))]), Some((false, 11)));
    assert_eq!(aloud(&[AloudStep::Stop]), None);
    let view = compose(&document, &step(&[AloudStep::Faster, AloudStep::Faster])).aloud;
    let view = view.map(|view| (view.status, view.rate_name));
    assert_eq!(view, Some(("発言1を読み上げています".to_owned(), "1.2倍".to_owned())));
}

#[test]
fn without_a_voice_the_reader_is_told_once() {
    let document = harbour();
    let state = after(&document, [START, Action::Aloud(AloudStep::NoVoice)]);
    let screen = compose(&document, &state);
    assert_eq!(screen.aloud, None);
    assert!(screen.voiceless.starts_with("この端末には日本語の音声がありません。"), "{}", screen.voiceless);
    let state = state.reduce(Action::Aloud(AloudStep::Stop), &document);
    assert_eq!(compose(&document, &state).voiceless, "");
}

#[test]
fn a_link_says_nothing_of_reading_folding_or_help() {
    let document = harbour();
    let state = after(&document, [START, Action::Help(true), Action::List(true), Action::CollapseAll(true)]);
    assert_eq!(permalink::write(&document, &state), permalink::write(&document, &State::default()));
}

#[test]
fn reading_aloud_of_what_is_not_there_changes_nothing() {
    let document = harbour();
    for step in [
        AloudStep::Start(SpeechId(99)),
        AloudStep::NextSentence,
        AloudStep::Pause,
        AloudStep::Resume,
        AloudStep::Faster,
        AloudStep::Slower,
        AloudStep::Stop,
    ] {
        let state = Rc::new(State::default());
        let next = state.clone().reduce(Action::Aloud(step), &document);
        assert!(Rc::ptr_eq(&state, &next), "{step:?}");
    }
    // What was read is of another text.
    let lost = Aloud { speech: SpeechId(99), sentence: 7, paused: false, rate: 10 };
    let state = Rc::new(State { aloud: Some(lost), ..State::default() });
    assert_eq!(compose(&document, &state).aloud, None);
    assert_eq!(state.reduce(NEXT, &document).aloud, None);
}

/// A row a line.
fn list(screen: &Screen) -> String {
    let rows = screen.list.iter().flatten();
    let row = |row: &kaigiroku::app::screen::ListRow| {
        format!("{}|{}|{}|{}|{}|{}\n", row.number, row.label, row.kind, row.topic, row.n_chars, row.n_hits)
    };
    rows.map(row).collect()
}

#[test]
fn the_table_holds_every_speech_filtered_or_not() {
    let hidden = Action::Toggle(Choice::Role(Role::Chair));
    crate::drawing::check(
        [Action::List(true), search("桟橋"), hidden],
        list,
        expect![[r#"
            1|座長|進行||14|0
            2|佐藤委員|質問|(1)|30|0
            3|事務局|答弁|(1)|21|0
            4|Ａ委員|質問|(2)|17|0
            5|事務局|答弁|(2)|26|0
            6|座長|進行|(2)|9|0
        "#]],
    );
    crate::drawing::check([Action::List(true), Action::List(false)], list, expect![""]);
}

#[test]
fn the_table_speaks_the_language_of_the_page() {
    let settings = Settings { lang: Lang::En, ..Settings::default() };
    let document = harbour();
    let screen = compose(&document, &after(&document, [Action::Set(settings), Action::List(true)]));
    assert!(list(&screen).starts_with("1|座長|Procedure||14|\n"), "{}", list(&screen));
}

#[test]
fn what_is_gone_to_is_unfolded() {
    let document = harbour();
    let state = after(&document, [Action::CollapseAll(true), Action::GoTo(SpeechId(2))]);
    let folded = |screen: &Screen| {
        let topics = screen.body.iter().filter_map(|block| match block {
            BlockView::Topic(topic) => Some(topic.folded),
            _ => None,
        });
        topics.collect::<Vec<_>>()
    };
    assert_eq!(folded(&compose(&document, &state)), [false, true]);
}

proptest! {
    #[test]
    fn everything_is_read_once_in_order(paragraphs in prop::collection::vec("[桟橋。！「」（） a-c]{0,12}", 0..5)) {
        let mut hand = Hand::new();
        let texts: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        hand.speech("座長", Role::Chair, &texts);
        let document = hand.finish();
        let speech = &document.minutes.speeches[0];
        let ranges = sentences_of(&document, speech);
        let mut state = after(&document, [START]);
        let mut spoken = String::new();
        let mut n_sentences = 0;
        while let Some(aloud) = compose(&document, &state).aloud {
            spoken.push_str(&aloud.words);
            n_sentences += 1;
            state = state.reduce(NEXT, &document);
        }
        prop_assert_eq!(n_sentences, ranges.len().max(1));
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(bare(&spoken), bare(&format!("座長。{}", paragraphs.concat())));
    }
}
