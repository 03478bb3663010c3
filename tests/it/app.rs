//! What a reader does and what follows from it, without a browser.

use std::rc::Rc;

use kaigiroku::app::Document;
use kaigiroku::app::aloud::AloudStep;
use kaigiroku::app::screen::{BlockView, Focus, Run, compose};
use kaigiroku::app::state::{Action, Panel, State};
use kaigiroku::filter::{Choice, Facet};
use kaigiroku::insight::{Kind, SubjectId};
use kaigiroku::model::{AgendaId, LabelId, Prose, Role, SpeechId, TopicId};
use kaigiroku::search::Scope;
use kaigiroku::source::Source;
use proptest::prelude::*;

use crate::drawing::body;
use crate::hand::{Hand, harbour};

/// The state after these actions.
pub fn after(document: &Document, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::default()), |state, action| state.reduce(action, document))
}

pub fn search(words: &str) -> Action {
    Action::Search(words.to_owned())
}

#[test]
fn next_and_previous_go_round() {
    let document = harbour();
    let focus = |actions: Vec<Action>| compose(&document, &after(&document, actions)).focus;
    let (next, back) = (Action::NextHit, Action::PreviousHit);
    assert_eq!(focus(vec![search("桟橋")]), Some(Focus::Hit(0)));
    assert_eq!(focus(vec![search("桟橋"), back.clone()]), Some(Focus::Hit(4)));
    assert_eq!(focus(vec![search("桟橋"), back, next.clone()]), Some(Focus::Hit(0)));
    assert_eq!(focus(vec![next]), None);
}

#[test]
fn a_hit_looked_at_is_kept_by_the_link() {
    let document = harbour();
    let state = after(&document, [search("桟橋"), Action::PreviousHit]);
    let fragment = kaigiroku::app::permalink::write(&document, &state);
    assert_eq!(fragment, "s005;q=%E6%A1%9F%E6%A9%8B;w=0");
    assert_eq!(after(&document, [Action::Visit(format!("#{fragment}"))]).hit, state.hit);
}

#[test]
fn emptying_the_search_box_stays_where_the_last_hit_stood() {
    let document = harbour();
    let state = after(&document, [search("桟橋"), Action::PreviousHit, search("")]);
    assert_eq!(compose(&document, &state).focus, Some(Focus::Speech(SpeechId(4))));
    let state = after(&document, [search("桟橋"), Action::PreviousHit, search("便")]);
    assert_eq!(compose(&document, &state).focus, Some(Focus::Hit(0)));
}

#[test]
fn going_to_a_hidden_speech_takes_off_only_what_hides_it() {
    let document = harbour();
    let choices = [
        search("桟橋"),
        Action::Toggle(Choice::Role(Role::Secretariat)),
        Action::Toggle(Choice::Topic(TopicId(0))),
    ];
    let go = |speech| after(&document, choices.clone().into_iter().chain([Action::GoTo(SpeechId(speech))]));
    let left = |state: &State| {
        (state.query.clone(), state.chosen.of(Facet::Role).count(), state.chosen.of(Facet::Topic).count())
    };
    assert_eq!(left(&go(2)), ("桟橋".to_owned(), 1, 1));
    assert_eq!(left(&go(1)), ("桟橋".to_owned(), 0, 1));
    assert_eq!(left(&go(4)), ("桟橋".to_owned(), 1, 0));
    assert_eq!(left(&go(3)), (String::new(), 0, 0));
    assert_eq!(left(&go(99)), ("桟橋".to_owned(), 1, 1));
}

#[test]
fn an_action_that_changes_nothing_gives_the_same_state_back() {
    let document = harbour();
    let state = after(&document, [search("桟橋"), Action::NextHit, Action::GoTo(SpeechId(1))]);
    for action in [
        search("桟橋"),
        Action::GoTo(SpeechId(1)),
        Action::GoTo(SpeechId(99)),
        Action::Toggle(Choice::Label(LabelId(99))),
        Action::Toggle(Choice::Topic(TopicId(99))),
        Action::ToggleOriginal(SpeechId(99)),
        Action::ClearFilters,
        Action::Open(None),
        Action::Visit("#s002;q=桟橋;unknown=1".to_owned()),
    ] {
        let next = state.clone().reduce(action.clone(), &document);
        assert!(Rc::ptr_eq(&state, &next), "{action:?}");
    }
}

#[test]
fn a_visit_replaces_what_was_chosen() {
    let document = harbour();
    let state = after(
        &document,
        [search("桟橋"), Action::Open(Some(Panel::About)), Action::Visit("#s004;role=member".to_owned())],
    );
    let expected =
        State { at: Some(SpeechId(3)), chosen: [Choice::Role(Role::Member)].into(), ..State::default() };
    assert_eq!(*state, expected);
}

#[test]
fn long_minutes_are_composed_in_time_that_grows_with_them() {
    let long = |n_speeches: usize| {
        let mut hand = Hand::new();
        let words = "桟橋の改修について伺う。".repeat(4);
        for at in 0..n_speeches {
            if at % 50 == 0 {
                hand.topic("(1)", "桟橋の改修について", &[]);
            }
            hand.speech(["委員", "事務局"][at % 2], Role::Member, &[&words]);
        }
        hand.finish()
    };
    let time = |document: &Document| {
        let state = after(document, [search("改修")]);
        let started = std::time::Instant::now();
        assert_eq!(compose(document, &state).body.len(), document.minutes.body.len());
        started.elapsed()
    };
    let (short, long) = (long(200), long(3_200));
    let quickest = |document| (0..3).map(|_| time(document)).min().unwrap_or_default();
    let (short, long) = (quickest(&short), quickest(&long));
    // 16 times the text; a loop within a loop over speeches would take 256 times as long.
    assert!(long < short * 64, "{short:?} {long:?}");
}

fn aloud() -> impl Strategy<Value = AloudStep> {
    prop_oneof![
        (0_u32..8).prop_map(|id| AloudStep::Start(SpeechId(id))),
        Just(AloudStep::NextSentence),
        Just(AloudStep::Pause),
    ]
}

fn actions() -> impl Strategy<Value = Action> {
    use proptest::sample::select;
    let choice = prop_oneof![
        (0_u32..6).prop_map(|id| Choice::Label(LabelId(id))),
        select(Role::ALL.to_vec()).prop_map(Choice::Role),
        (0_u32..4).prop_map(|id| Choice::Topic(TopicId(id))),
        (0_u32..4).prop_map(|id| Choice::Agenda(AgendaId(id))),
        (0_u32..4).prop_map(|id| Choice::Subject(SubjectId(id))),
        select(Kind::ALL.to_vec()).prop_map(Choice::Kind),
    ];
    prop_oneof![
        select(vec![
            "",
            "桟橋",
            "駐車場",
            "ｻｰﾋﾞｽ",
            "桟橋 便",
            "。",
            "何もない",
            "\"",
            "-桟橋",
            "話者:座長 OR 便"
        ])
        .prop_map(search),
        Just(Action::NextHit),
        Just(Action::PreviousHit),
        choice.prop_map(Action::Toggle),
        (0_u32..6).prop_map(|id| Action::Highlight(LabelId(id))),
        select(Scope::ALL.to_vec()).prop_map(Action::Within),
        select(Facet::ALL.to_vec()).prop_map(Action::ClearFacet),
        any::<bool>().prop_map(Action::ShowWhole),
        any::<bool>().prop_map(Action::Dim),
        any::<bool>().prop_map(Action::Originals),
        any::<bool>().prop_map(Action::CollapseAll),
        (0_u32..3).prop_map(|id| Action::Collapse(TopicId(id))),
        (0_u32..8, 0_u32..8).prop_map(|(first, last)| Action::Reveal(SpeechId(first), SpeechId(last))),
        (0_u32..8, 0_usize..4).prop_map(|(speech, point)| Action::GoToPoint(SpeechId(speech), point)),
        aloud().prop_map(Action::Aloud),
        any::<bool>().prop_map(Action::List),
        Just(Action::NextSpeech),
        Just(Action::PreviousSpeech),
        Just(Action::ClearAll),
        Just(Action::ClearFilters),
        (0_u32..8).prop_map(|at| Action::GoTo(SpeechId(at))),
        (0_u32..8).prop_map(|at| Action::ToggleOriginal(SpeechId(at))),
        select(vec![None, Some(Panel::Contents), Some(Panel::Speakers)]).prop_map(Action::Open),
        select(vec!["", "#s003", "#q=%E4%BE%BF", "#s001;role=chair", "#%"])
            .prop_map(|to| Action::Visit(to.into())),
    ]
}

proptest! {
    #[test]
    fn marks_take_nothing_from_the_text(actions in proptest::collection::vec(actions(), 0..12)) {
        let document = harbour();
        let minutes = &document.minutes;
        let read = |prose: &Prose| prose.text(&minutes.source);
        let shown = |runs: &[Run]| -> String { runs.iter().map(|run| run.text.as_str()).collect() };
        let screen = compose(&document, &after(&document, actions));
        for block in &screen.body {
            match block {
                BlockView::Topic(view) => {
                    prop_assert_eq!(shown(&view.heading), read(&minutes.topics[view.topic.idx()].heading));
                }
                BlockView::Speech(view) => {
                    let paragraphs: Vec<String> = view.paragraphs.iter().map(|runs| shown(runs)).collect();
                    let speech = &minutes.speeches[view.speech.idx()];
                    prop_assert_eq!(paragraphs, speech.paragraphs.iter().map(read).collect::<Vec<_>>());
                }
                BlockView::Narrative { runs, .. } => prop_assert_eq!(shown(runs), read(&minutes.narratives[0].prose)),
                BlockView::Gap { .. } => {}
                BlockView::Plain { lines, .. } => {
                    let lines: Vec<String> = lines.iter().map(|runs| shown(runs)).collect();
                    let text = minutes.source.slice(minutes.plains[0].range).trim_end();
                    prop_assert_eq!(lines.join("\n"), text);
                }
            }
        }
    }

    #[test]
    fn one_hit_is_current_and_one_thing_is_in_view(actions in proptest::collection::vec(actions(), 0..12)) {
        let document = harbour();
        let screen = compose(&document, &after(&document, actions));
        let text = body(&screen);
        prop_assert_eq!(text.contains("[["), screen.search.n_hits > 0);
        match screen.focus {
            Some(Focus::Hit(hit)) => {
                let mark = format!("[[{hit} ");
                prop_assert!(text.contains(&mark));
            }
            Some(Focus::Speech(speech) | Focus::Point(speech, _) | Focus::Sentence(speech, _)) => {
                let is_it = |block: &BlockView| matches!(block, BlockView::Speech(view) if view.speech == speech);
                prop_assert!(screen.body.iter().any(is_it));
            }
            None => prop_assert_eq!(screen.search.n_hits, 0),
        }
    }

    #[test]
    fn after_going_to_a_speech_it_is_shown(actions in proptest::collection::vec(actions(), 0..8), at in 0_u32..6) {
        let document = harbour();
        let state = after(&document, actions).reduce(Action::GoTo(SpeechId(at)), &document);
        let screen = compose(&document, &state);
        let is_current = |block: &BlockView| matches!(block, BlockView::Speech(view) if view.current);
        prop_assert_eq!(screen.body.iter().filter(|block| is_current(block)).count(), 1);
        prop_assert_eq!(state.at, Some(SpeechId(at)));
    }
}

#[test]
fn every_text_of_the_sweep_is_shown_whole_and_found() {
    for (name, text) in crate::minutes::texts() {
        let source = Source::new(text);
        let parse = kaigiroku::syntax::parse(&source);
        let document = Document::new(kaigiroku::model::lower(source, parse));
        let whole = compose(&document, &State::default());
        assert_eq!(whole.body.len(), document.minutes.body.len(), "{name}");
        assert_eq!(whole.strip.len(), document.minutes.speeches.len(), "{name}");
        for speech in document.minutes.speeches.iter().step_by(50) {
            let Some(paragraph) = speech.paragraphs.first() else { continue };
            let words: String = paragraph.text(&document.minutes.source).chars().take(8).collect();
            // The letters at the start lead to it, as a phrase or, with a quote inside, as words.
            let words = if words.contains(['「', '」', '"']) { words } else { format!("「{words}」") };
            let screen = compose(&document, &after(&document, [search(&words)]));
            let is_it =
                |block: &BlockView| matches!(block, BlockView::Speech(view) if view.speech == speech.id);
            assert!(screen.body.iter().any(is_it), "{name}: {words}");
        }
    }
}
