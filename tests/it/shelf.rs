//! The shelf: order, groups, filters and keys hold for any meetings.

use std::collections::BTreeSet;

use kaigiroku::filter::Chosen;
use kaigiroku::model::Minutes;
use kaigiroku::shelf::{Choice, EntryKey, Facet, Shelf};
use proptest::prelude::*;

use crate::arbitrary;

/// Minutes of a council that nobody knows, short and well-formed.
pub fn meeting(title: &str, day: &str, said: &str) -> Minutes {
    Minutes::of(format!("{title}\n\n1 日時 {day}\n2 場所 第1会議室\n3 議題 議事\n4 会議の内容\n{said}"))
}

/// Meetings of a few councils, and now and then minutes of any shape.
pub fn meetings() -> impl Strategy<Value = Vec<(String, Minutes)>> {
    const COUNCILS: [&str; 4] = ["若草野市図書館協議会", "若草野市環境審議会", "北丘町 教育委員会", ""];
    let written = (
        prop::sample::select(&COUNCILS[..]),
        1..8_u32,
        prop::option::of((5..8_u32, 1..13_u32, 1..29_u32)),
        prop::collection::vec(prop::sample::select(vec!["委員長", "山辺委員", "事務局"]), 0..5),
    );
    let written = written.prop_map(|(council, session, day, labels)| {
        let day = day.map(|(year, month, day)| format!("令和{year}年{month}月{day}日")).unwrap_or_default();
        let said: String = labels.iter().map(|label| format!("（{label}）\nそのとおりです。\n")).collect();
        meeting(&format!("第{session}回{council} 会議録"), &day, &said)
    });
    let any = prop_oneof![6 => written, 1 => arbitrary::minutes()];
    prop::collection::vec(any, 0..12).prop_map(|list| {
        list.into_iter().enumerate().map(|(at, minutes)| (format!("{at}.txt"), minutes)).collect()
    })
}

fn choices(shelf: &Shelf) -> Vec<Choice> {
    let mut all: BTreeSet<Choice> = BTreeSet::new();
    for entry in &shelf.entries {
        all.insert(Choice::Council(entry.council));
        all.insert(Choice::Year(entry.fiscal_year));
        all.extend(entry.speakers.iter().map(|(speaker, _)| Choice::Speaker(*speaker)));
    }
    all.into_iter().collect()
}

/// What `select` promises, said the slow way.
fn is_let_through(shelf: &Shelf, at: usize, chosen: &[Choice]) -> bool {
    let entry = &shelf.entries[at];
    let has = |choice: &Choice| match choice {
        Choice::Council(council) => entry.council == *council,
        Choice::Year(year) => entry.fiscal_year == *year,
        Choice::Speaker(speaker) => entry.speakers.iter().any(|(id, _)| id == speaker),
    };
    [Facet::Council, Facet::Year, Facet::Speaker].into_iter().all(|facet| {
        let mut of = chosen.iter().filter(|choice| choice.facet() == facet).peekable();
        of.peek().is_none() || of.any(has)
    })
}

proptest! {
    // Each makes a dozen texts and parses them.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_text_stands_on_the_shelf_once_and_keeps_its_key(meetings in meetings()) {
        let shelf = Shelf::of(&meetings);
        let texts: BTreeSet<&str> = meetings.iter().map(|(_, minutes)| minutes.source.text()).collect();
        let keys: BTreeSet<EntryKey> = shelf.entries.iter().map(|entry| entry.key).collect();
        prop_assert_eq!(keys.len(), shelf.entries.len());
        prop_assert!(shelf.entries.len() >= texts.len());
        for one in &meetings {
            let alone = Shelf::of(std::slice::from_ref(one));
            let key = alone.entries[0].key;
            prop_assert!(shelf.find(key).is_some_and(|id| shelf.entry(id).unwrap().key == key));
            prop_assert_eq!(EntryKey::parse(&key.to_string()), Some(key));
        }
    }

    #[test]
    fn the_order_does_not_depend_on_the_order_of_files(meetings in meetings(), seed in any::<prop::sample::Index>()) {
        prop_assume!(!meetings.is_empty());
        let mut turned = meetings.clone();
        turned.rotate_left(seed.index(meetings.len()));
        turned.reverse();
        let keys = |shelf: Shelf| shelf.entries.into_iter().map(|entry| entry.key).collect::<Vec<_>>();
        prop_assert_eq!(keys(Shelf::of(&meetings)), keys(Shelf::of(&turned)));
    }

    #[test]
    fn groups_hold_every_meeting_once_in_order(meetings in meetings()) {
        let shelf = Shelf::of(&meetings);
        let all: Vec<_> = shelf.ids().collect();
        let groups = shelf.groups(&all);
        let grouped: Vec<_> =
            groups.iter().flat_map(|group| &group.years).flat_map(|year| year.entries.clone()).collect();
        prop_assert_eq!(&grouped, &all);
        let councils: BTreeSet<_> = groups.iter().map(|group| group.council).collect();
        prop_assert_eq!(councils.len(), groups.len());
        for group in &groups {
            let years: BTreeSet<_> = group.years.iter().map(|year| year.year).collect();
            prop_assert_eq!(years.len(), group.years.len());
        }
        let sum: usize = shelf.years(&all).iter().map(|year| year.n_entries).sum();
        prop_assert_eq!(sum, all.len());
    }

    #[test]
    fn a_choice_lets_through_and_counts_as_it_promises(
        meetings in meetings(), picked in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let shelf = Shelf::of(&meetings);
        let known = choices(&shelf);
        prop_assume!(!known.is_empty());
        let chosen: Vec<Choice> = picked.iter().map(|at| known[at.index(known.len())]).collect();
        let selected = shelf.select(&chosen.iter().copied().collect::<Chosen<Choice>>());
        let expected: Vec<usize> =
            (0..shelf.entries.len()).filter(|&at| is_let_through(&shelf, at, &chosen)).collect();
        prop_assert_eq!(selected.entries.iter().map(|id| id.idx()).collect::<Vec<_>>(), expected);
        for value in known {
            let mut alone: Vec<Choice> =
                chosen.iter().copied().filter(|choice| choice.facet() != value.facet()).collect();
            alone.push(value);
            let n = (0..shelf.entries.len()).filter(|&at| is_let_through(&shelf, at, &alone)).count();
            let counts = &selected.counts;
            let counted = match value {
                Choice::Council(council) => counts.councils.iter().find(|(id, _)| *id == council).unwrap().1,
                Choice::Year(year) => counts.years.iter().find(|(id, _)| *id == year).unwrap().1,
                Choice::Speaker(speaker) => counts.speakers[speaker.idx()],
            };
            prop_assert_eq!(counted, n, "{:?}", value);
        }
    }
}

#[test]
fn a_fiscal_year_begins_in_april() {
    let check = |day: &str, expected: Option<u16>| {
        let shelf = Shelf::of(&[("a.txt".into(), meeting("第1回 環境審議会 会議録", day, ""))]);
        assert_eq!(shelf.entries[0].fiscal_year, expected, "{day}");
    };
    check("令和7年3月31日", Some(2024));
    check("令和7年4月1日", Some(2025));
    check("令和7年1月5日", Some(2024));
    check("", None);
}

#[test]
fn a_meeting_is_found_again_after_its_text_was_corrected() {
    let title = "令和6年度第2回環境審議会 会議録";
    let before = Shelf::of(&[("a.txt".into(), meeting(title, "令和6年8月1日", "（委員長）\n開会します。"))]);
    let others = meeting("令和6年度第1回環境審議会 会議録", "令和6年5月1日", "（委員長）\n閉会します。");
    let after = Shelf::of(&[
        ("a.txt".into(), meeting(title, "令和6年8月1日", "（委員長）\n会議を開きます。")),
        ("b.txt".into(), others),
    ]);
    let key = before.entries[0].key;
    assert_ne!(after.entries[1].key, key);
    assert_eq!(after.find(key).map(|id| id.0), Some(1));
    assert_eq!(after.find(EntryKey::parse("000000-00000000").unwrap()), None);
}

#[test]
fn only_six_and_eight_small_hexadecimal_digits_are_a_key() {
    let check = |written: &str, expected: bool| {
        assert_eq!(EntryKey::parse(written).is_some(), expected, "{written}");
    };
    check("3fa2c1-89abcdef", true);
    check("3FA2C1-89abcdef", false);
    check("3fa2c-189abcdef", false);
    check("+fa2c1-89abcdef", false);
    check("3fa2c189abcdef", false);
    check("", false);
}
