//! The page of a shelf: what a reader does with many meetings, and what is shown then.

use std::fmt::Write as _;
use std::rc::Rc;

use expect_test::{Expect, expect};
use kaigiroku::app::screen::{ShelfScreen, TieView, compose_shelf};
use kaigiroku::app::settings::Settings;
use kaigiroku::app::shelf::address;
use kaigiroku::app::shelf::*;
use kaigiroku::app::words::Lang;
use kaigiroku::bundle::BundleError;
use kaigiroku::filter::Chosen;
use kaigiroku::shelf::{Choice, CouncilId, EntryId, Facet, Shelf, SpeakerId};
use proptest::prelude::*;

use crate::shelf_sample::texts;

fn meetings() -> Vec<(String, Minutes)> {
    texts().into_iter().map(|(file, text)| (file, Minutes::of(text))).collect()
}

/// The page as it opens at a fragment.
pub fn at(fragment: &str) -> Rc<ShelfState> {
    let shelf = SharedShelf::from(Shelf::of(&meetings()));
    Rc::new(ShelfState::new(shelf, String::new(), Settings::default(), fragment))
}

/// Hands over every meeting that is wanted, and searches what is to be searched, as the page does.
pub fn settle(mut state: Rc<ShelfState>) -> Rc<ShelfState> {
    let meetings = meetings();
    loop {
        if let Some(id) = state.to_unpack() {
            let file = &state.shelf.entry(id).unwrap().file;
            let (_, minutes) = meetings.iter().find(|(name, _)| name == file).unwrap();
            let held = InHand::new(minutes.clone(), &state.shelf, id).unwrap();
            state = state.reduce(ShelfAction::Finish(id, Ok(held)));
            continue;
        }
        let (turn, found) = (state.turn, state.search_on(|| false));
        if found.is_empty() {
            return state;
        }
        assert_eq!(found.len(), 1, "without time one is searched");
        state = state.reduce(ShelfAction::Found(turn, found));
    }
}

pub fn after(fragment: &str, actions: impl IntoIterator<Item = ShelfAction>) -> Rc<ShelfState> {
    settle(actions.into_iter().fold(at(fragment), ShelfState::reduce))
}

pub fn search(words: &str) -> ShelfAction {
    ShelfAction::Search(words.to_owned())
}

fn entry(state: &ShelfState, title: &str) -> EntryId {
    state.shelf.ids().find(|&id| state.shelf.entry(id).unwrap().title.contains(title)).unwrap()
}

/// The start as text.
fn drawn(screen: &ShelfScreen) -> String {
    let mut out = format!("{} <{}> {}\n", screen.title, screen.summary.join(" / "), screen.status);
    let facets = [("年度", &screen.years), ("会議体", &screen.councils), ("話者", &screen.speakers)];
    for (name, rows) in facets {
        let row = |row: &kaigiroku::app::screen::ChoiceRow| {
            format!("{}{}={}({}%)", if row.selected { "✓" } else { "" }, row.text, row.count, row.share)
        };
        let _ = writeln!(out, "{name}: {}", rows.iter().map(row).collect::<Vec<_>>().join(" "));
    }
    for council in &screen.groups {
        let _ = writeln!(out, "# {}", council.name.as_deref().unwrap_or("—"));
        for year in &council.years {
            let _ = writeln!(out, "## {}", year.name);
            for row in &year.rows {
                let about = [&row.day, &row.n_speeches, &row.place].map(String::as_str).join(" ");
                let _ = writeln!(out, "- {} | {about}", row.title);
                if row.hits.is_none() && !row.topics.is_empty() {
                    let _ = writeln!(out, "  {}", row.topics);
                }
                if let Some(hits) = &row.hits {
                    let _ = writeln!(out, "  {} {}", hits.count, hits.more);
                    for line in &hits.lines {
                        let words = line.words.iter().map(|part| match part.marked {
                            true => format!("[{}]", part.text),
                            false => part.text.clone(),
                        });
                        let words: String = words.collect();
                        let _ = writeln!(out, "  #{} {} {}: {words}", line.inside, line.number, line.label);
                    }
                }
            }
        }
    }
    out
}

fn check(state: &ShelfState, expect: Expect) {
    expect.assert_eq(&drawn(&compose_shelf(state)));
}

#[test]
fn meetings_stand_by_council_and_year_the_newest_first() {
    check(
        &after("", []),
        expect![[r#"
        会議録 <会議6件 / 2023年度（令和5年度）から2025年度（令和7年度）まで / 発言25件> 
        年度: 2025年度（令和7年度）=1(33%) 2024年度（令和6年度）=3(100%) 2023年度（令和5年度）=2(67%)
        会議体: 港まつり実行委員会=2(50%) 若草野市地域づくり審議会=4(100%)
        話者: 委員長=6(100%) 事務局=6(100%) 磯部委員=5(83%) 潮見委員=3(50%)
        # 港まつり実行委員会
        ## 2025年度（令和7年度）
        - 令和7年度第1回 港まつり実行委員会 会議録 | 2025年5月20日（令和7年・火） 発言3件 港湾会館
          議題：(1) 花火の打ち上げについて、(2) 露店の配置について
        ## 2024年度（令和6年度）
        - 令和6年度第1回 港まつり実行委員会 会議録 | 2024年11月12日（令和6年・火） 発言3件 港湾会館
          議題：(1) 花火の打ち上げについて
        # 若草野市地域づくり審議会
        ## 2024年度（令和6年度）
        - 令和6年度第2回 若草野市地域づくり審議会 会議録 | 2025年3月10日（令和7年・月） 発言3件 若草野市役所 大会議室
          議題：(1) 空き家の活用について
        - 令和6年度第1回 若草野市地域づくり審議会 会議録 | 2024年6月17日（令和6年・月） 発言6件 若草野市役所 大会議室
          議題：(1) 図書館の開館時間について、(2) 空き家の活用について
        ## 2023年度（令和5年度）
        - 令和5年度第2回 若草野市地域づくり審議会 会議録 | 2023年11月20日（令和5年・月） 発言4件 若草野市役所 3階会議室
          議題：(1) 地域公共交通計画について、(2) その他
        - 令和5年度第1回 若草野市地域づくり審議会 会議録 | 2023年6月12日（令和5年・月） 発言6件 若草野市役所 3階会議室
          議題：(1) 地域公共交通計画について、(2) 図書館の開館時間について
    "#]],
    );
}

#[test]
fn words_are_found_in_every_meeting_and_lead_to_their_speech() {
    check(
        &after("", [search("予算")]),
        expect![[r#"
        会議録 <会議6件 / 2023年度（令和5年度）から2025年度（令和7年度）まで / 発言25件> 5件の会議に、該当7件
        年度: 2025年度（令和7年度）=0(0%) 2024年度（令和6年度）=3(100%) 2023年度（令和5年度）=2(67%)
        会議体: 港まつり実行委員会=1(25%) 若草野市地域づくり審議会=4(100%)
        話者: 事務局=4(100%) 磯部委員=1(25%) 潮見委員=1(25%)
        # 港まつり実行委員会
        ## 2024年度（令和6年度）
        - 令和6年度第1回 港まつり実行委員会 会議録 | 2024年11月12日（令和6年・火） 発言3件 港湾会館
          該当1件 
          #s003;q=%E4%BA%88%E7%AE%97 発言3 事務局: [予算]は昨年と同じです。
        # 若草野市地域づくり審議会
        ## 2024年度（令和6年度）
        - 令和6年度第2回 若草野市地域づくり審議会 会議録 | 2025年3月10日（令和7年・月） 発言3件 若草野市役所 大会議室
          該当1件 
          #s002;q=%E4%BA%88%E7%AE%97 発言2 事務局: 家賃の補助は[予算]の範囲で行っています。
        - 令和6年度第1回 若草野市地域づくり審議会 会議録 | 2024年6月17日（令和6年・月） 発言6件 若草野市役所 大会議室
          該当2件 
          #s003;q=%E4%BA%88%E7%AE%97 発言3 潮見委員: [予算]は足りるのか。
          #s004;q=%E4%BA%88%E7%AE%97 発言4 事務局: 補正[予算]で対応します。
        ## 2023年度（令和5年度）
        - 令和5年度第2回 若草野市地域づくり審議会 会議録 | 2023年11月20日（令和5年・月） 発言4件 若草野市役所 3階会議室
          該当1件 
          #s003;q=%E4%BA%88%E7%AE%97 発言3 磯部委員: [予算]の内訳を示してほしい。
        - 令和5年度第1回 若草野市地域づくり審議会 会議録 | 2023年6月12日（令和5年・月） 発言6件 若草野市役所 3階会議室
          該当2件 
          #s002;q=%E4%BA%88%E7%AE%97 発言2 事務局: [予算]は1,200万円で、循環バスを2路線増やす計画です。
          #s006;q=%E4%BA%88%E7%AE%97 発言6 事務局: [予算]を含めて検討します。
    "#]],
    );
}

#[test]
fn a_filter_changes_the_counts_of_the_others_and_a_speaker_is_searched_alone() {
    let state = at("");
    let office = state.shelf.speakers.iter().position(|label| label == "磯部委員").unwrap();
    let actions = [search("予算 OR 花火"), ShelfAction::Toggle(Choice::Speaker(SpeakerId(office as u32)))];
    check(
        &after("", actions),
        expect![[r#"
        会議録 <会議6件 / 2023年度（令和5年度）から2025年度（令和7年度）まで / 発言25件> 2件の会議に、該当2件
        年度: 2025年度（令和7年度）=0(0%) 2024年度（令和6年度）=1(100%) 2023年度（令和5年度）=1(100%)
        会議体: 港まつり実行委員会=1(100%) 若草野市地域づくり審議会=1(100%)
        話者: ✓磯部委員=2(50%) 事務局=4(100%) 潮見委員=1(25%)
        # 港まつり実行委員会
        ## 2024年度（令和6年度）
        - 令和6年度第1回 港まつり実行委員会 会議録 | 2024年11月12日（令和6年・火） 発言3件 港湾会館
          該当1件 
          #s002;q=%E4%BA%88%E7%AE%97%20OR%20%E8%8A%B1%E7%81%AB 発言2 磯部委員: [花火]の打ち上げについて、潮位は調べたのか。
        # 若草野市地域づくり審議会
        ## 2023年度（令和5年度）
        - 令和5年度第2回 若草野市地域づくり審議会 会議録 | 2023年11月20日（令和5年・月） 発言4件 若草野市役所 3階会議室
          該当1件 
          #s003;q=%E4%BA%88%E7%AE%97%20OR%20%E8%8A%B1%E7%81%AB 発言3 磯部委員: [予算]の内訳を示してほしい。
    "#]],
    );
}

#[test]
fn where_nothing_is_found_it_is_said() {
    let screen = compose_shelf(&after("", [search("原子炉")]));
    assert_eq!((screen.status.as_str(), screen.groups.len()), ("この条件に当てはまる会議はありません。", 0));
    assert_eq!(screen.progress, None);
    let screen = compose_shelf(&after("", [search("予算"), ShelfAction::ClearAll]));
    assert_eq!((screen.status.as_str(), screen.groups.len()), ("", 2));
}

#[test]
fn while_meetings_are_searched_it_is_told_how_far_that_has_come() {
    let state = at("").reduce(search("予算"));
    let screen = compose_shelf(&state);
    let progress = screen.progress.as_ref().map(|progress| progress.text.as_str());
    assert_eq!(progress, Some("6件のうち0件の会議を調べました"));
    assert_eq!(screen.status, "", "who listens is not interrupted");
}

#[test]
fn a_meeting_opens_at_a_speech_and_leads_back_and_on() {
    let state = at("");
    let id = entry(&state, "令和6年度第1回 若草野市");
    let state = settle(state.reduce(ShelfAction::Open(id, "s003;q=%E4%BA%88%E7%AE%97".to_owned())));
    assert!(state.in_hand_of(id).is_some());
    let key = state.shelf.entry(id).unwrap().key.to_string();
    assert_eq!(state.fragment(), format!("m={key};s003;q=%E4%BA%88%E7%AE%97"));
    let over = compose_shelf(&state).over.expect("the way back");
    let name = |of: Option<kaigiroku::app::screen::Neighbour>| of.map(|of| of.name).unwrap_or_default();
    assert_eq!(name(over.before), "2023年11月20日（令和5年・月）");
    assert_eq!(name(over.after), "2025年3月10日（令和7年・月）");
    let state = state.reduce(ShelfAction::Close);
    assert_eq!((&state.place, state.fragment().as_str()), (&Place::Start, ""));
}

#[test]
fn neighbours_are_of_the_same_council() {
    let state = at("");
    let id = entry(&state, "令和7年度第1回 港まつり");
    let over = compose_shelf(&state.reduce(ShelfAction::Open(id, String::new()))).over.unwrap();
    assert!(over.before.is_some() && over.after.is_none());
}

#[test]
fn a_meeting_that_is_broken_is_told_of_and_the_others_stay_readable() {
    let state = at("");
    let id = entry(&state, "令和6年度第1回 港まつり");
    let state = state.reduce(ShelfAction::Open(id, String::new()));
    assert_eq!(state.to_unpack(), Some(id));
    let state = state.reduce(ShelfAction::Finish(id, Err(Breakage::Damaged)));
    assert_eq!(state.to_unpack(), None, "it is not tried again");
    let told = compose_shelf(&state).over.unwrap().broken;
    assert!(told.contains("壊れている") && told.contains("ほかの会議は読めます"), "{told}");
    let state = settle(state.reduce(ShelfAction::Close).reduce(search("予算")));
    let screen = compose_shelf(&state);
    assert_eq!((screen.status.as_str(), screen.progress), ("4件の会議に、該当6件", None));
    let data = Breakage::Data(BundleError::Value { of: "weekday" });
    let state = at("").reduce(ShelfAction::Finish(id, Err(data)));
    let row = &compose_shelf(&state).groups[0].years[1].rows[0];
    assert!(row.broken.contains("ほかの会議は読めます"), "{}", row.broken);
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    let state = after("", [search("予算")]);
    let (turn, id) = (state.turn, EntryId(0));
    let state = state.reduce(search("図書館"));
    let late = Rc::clone(&state).reduce(ShelfAction::Found(turn, vec![(id, Hits::default())]));
    assert!(Rc::ptr_eq(&state, &late));
}

#[test]
fn links_name_the_meeting_and_hold_when_meetings_are_added() {
    let all = meetings();
    let few = Shelf::of(&all[2..4]);
    let fragment = address::of_meeting(&few, EntryId(1), "s002");
    let many = Shelf::of(&all);
    let (found, inside) = address::parse(&many, &fragment).meeting.expect("it is there");
    assert_eq!((many.entry(found).unwrap().key, inside.as_str()), (few.entries[1].key, "s002"));
}

#[test]
fn a_link_to_a_meeting_that_is_not_here_says_so() {
    for fragment in ["m=000000-00000000;s001", "#m=000000-00000000"] {
        let screen = compose_shelf(&at(fragment));
        assert_eq!(screen.status, "リンク先の会議は、このファイルにありません。");
        assert!(screen.over.is_none() && screen.groups.len() == 2);
    }
    assert!(!at("s003").missed, "a link into minutes that stand alone names no meeting");
}

#[test]
fn going_back_leads_from_the_meeting_to_what_was_found() {
    let state = after("", [search("予算")]);
    let found = state.fragment();
    let id = entry(&state, "令和5年度第1回");
    let state = state.reduce(ShelfAction::Open(id, "s002".to_owned()));
    let inside = Rc::clone(&state).reduce(ShelfAction::Visit(format!("{};dim=1", state.fragment())));
    assert!(Rc::ptr_eq(&state, &inside), "within the meeting the meeting follows by itself");
    let before = Rc::clone(&state).hits.clone();
    let state = state.reduce(ShelfAction::Visit(found));
    assert_eq!((&state.place, state.query.as_str()), (&Place::Start, "予算"));
    assert_eq!(state.hits, before, "nothing is searched again");
}

#[test]
fn only_what_is_wanted_is_unpacked() {
    assert_eq!(at("").to_unpack(), None);
    let state = at("").reduce(search("予算"));
    assert!(state.to_unpack().is_some());
    let id = EntryId(0);
    let state = state.reduce(ShelfAction::Open(id, String::new()));
    assert_eq!(state.to_unpack(), Some(id), "who opens a meeting waits for no other");
}

fn names(ties: &[TieView]) -> Vec<&str> {
    ties.iter().map(|tie| tie.name.as_str()).collect()
}

#[test]
fn threads_are_shown_with_what_ties_them() {
    let screen = compose_shelf(&at(""));
    for thread in &screen.threads {
        assert!(thread.ties.len() > 1 && !thread.name.is_empty(), "{thread:?}");
    }
    let state = at("");
    for id in state.shelf.ids() {
        let ties =
            compose_shelf(&Rc::clone(&state).reduce(ShelfAction::Open(id, String::new()))).over.unwrap().ties;
        for thread in &ties.threads {
            assert!(thread.ties.iter().all(|tie| tie.entry != id), "{:?}", names(&thread.ties));
        }
        assert!(ties.points_to.iter().chain(&ties.pointed_from).all(|tie| !tie.words.is_empty()));
    }
}

#[test]
fn of_many_threads_the_first_are_shown_and_more_when_they_are_asked_for() {
    let mut shelf = (*at("").shelf).clone();
    let thread = shelf.threads.first().expect("meetings have something in common").clone();
    shelf.threads = vec![thread; 2 * THREADS];
    let state = Rc::new(ShelfState::new(SharedShelf::from(shelf), String::new(), Settings::default(), ""));
    let n_threads = |state: &ShelfState| {
        let screen = compose_shelf(state);
        (screen.threads.len(), screen.n_more_threads)
    };
    assert_eq!(n_threads(&state), (THREADS, THREADS));
    assert_eq!(n_threads(&state.reduce(ShelfAction::MoreThreads)), (2 * THREADS, 0));
}

fn any_choice() -> impl Strategy<Value = Choice> {
    prop_oneof![
        prop::option::weighted(0.8, 0_u32..2).prop_map(|id| Choice::Council(id.map(CouncilId))),
        prop::sample::select(vec![2023_u16, 2024, 2025]).prop_map(|year| Choice::Year(Some(year))),
        (0_u32..4).prop_map(|id| Choice::Speaker(SpeakerId(id))),
    ]
}

fn any_action() -> impl Strategy<Value = ShelfAction> {
    let entry = (0_u32..8).prop_map(EntryId);
    prop_oneof![
        ".{0,3}|予算|図書館 -予算|話者:事務局".prop_map(ShelfAction::Search),
        any_choice().prop_map(ShelfAction::Toggle),
        prop::sample::select(vec![Facet::Council, Facet::Year, Facet::Speaker])
            .prop_map(ShelfAction::ClearFacet),
        Just(ShelfAction::ClearFilters),
        Just(ShelfAction::ClearAll),
        Just(ShelfAction::More),
        Just(ShelfAction::MoreThreads),
        any::<bool>().prop_map(ShelfAction::ShowFilters),
        (entry.clone(), "(s00[0-9])?").prop_map(|(id, inside)| ShelfAction::Open(id, inside)),
        Just(ShelfAction::Close),
        "(q=%E4%BA%88|;|y=2024|m=x|c=,|sp=)*".prop_map(ShelfAction::Visit),
        entry.prop_map(|id| ShelfAction::Finish(id, Err(Breakage::Damaged))),
        any::<bool>().prop_map(|en| {
            let lang = if en { Lang::En } else { Lang::Ja };
            ShelfAction::Set(Settings { lang, ..Settings::default() })
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_the_page_is_in_order(actions in prop::collection::vec(any_action(), 0..10)) {
        let state = after("", actions);
        let screen = compose_shelf(&state);
        let rows: Vec<_> = screen.groups.iter().flat_map(|group| &group.years).flat_map(|year| &year.rows).collect();
        if state.is_searching() && state.place == Place::Start {
            prop_assert!(rows.iter().all(|row| row.hits.is_some()));
        }
        // What a count promises is what a press gives.
        if state.place == Place::Start {
            for row in screen.years.iter().chain(&screen.councils).chain(&screen.speakers) {
                let facet = row.choice.facet();
                let pressed = settle(Rc::clone(&state).reduce(ShelfAction::ClearFacet(facet)).reduce(ShelfAction::Toggle(row.choice)));
                let screen = compose_shelf(&pressed);
                let n: usize = screen.groups.iter().flat_map(|group| &group.years).map(|year| year.rows.len()).sum();
                prop_assert_eq!(n, row.count, "{}", row.text);
            }
        }
    }

    #[test]
    fn a_link_leads_back_to_the_start_as_it_was(query in ".{0,40}", choices in prop::collection::vec(any_choice(), 0..4)) {
        let state = at("");
        let choices = choices.into_iter().filter(|choice| *choice != Choice::Council(None));
        let chosen: Chosen<Choice> = choices.collect();
        let fragment = address::write(&state.shelf, &query, &chosen);
        prop_assert!(fragment.is_ascii());
        let asked = address::parse(&state.shelf, &fragment);
        prop_assert_eq!((asked.query, asked.chosen), (query, chosen));
    }

    #[test]
    fn no_fragment_does_harm(fragment in "\\PC{0,60}", parts in "(#?(m=|q=|y=|c=|sp=|s|;|,|=|%|%E4|-|[0-9a-f]){0,20})") {
        for fragment in [fragment, parts] {
            compose_shelf(&at(&fragment));
        }
    }
}
