//! The file of a shelf: what is written is read back, whatever the texts say, and nothing else is.

use expect_test::{Expect, expect};
use kaigiroku::bundle::shelf::{self, Contents, Opened, Prime};
use kaigiroku::bundle::{self, BundleError};
use kaigiroku::diagnostics::Lang;
use kaigiroku::model::Minutes;
use kaigiroku::shelf::{Draft, Shelf};
use proptest::prelude::*;

use crate::bundle::empty_shell;
use crate::shelf::{meeting, meetings};
use crate::{arbitrary, invariants, invariants_of_bytes};

/// The page of a shelf of these meetings.
pub fn page(meetings: &[(String, Minutes)]) -> String {
    let prime = Prime::of(meetings.iter().take(8).map(|(_, minutes)| minutes));
    let drafts = meetings.iter().map(|(file, minutes)| Draft::of(file, minutes)).collect();
    let (shelf, places) = Shelf::bind(drafts);
    let block = |(entry, place): (&kaigiroku::shelf::Entry, &usize)| {
        let bytes = shelf::write_meeting(&meetings[*place].1).unwrap();
        prime.pack(entry.key, &bytes).unwrap()
    };
    let blocks: Vec<_> = shelf.entries.iter().zip(&places).map(block).collect();
    let blocks: Vec<_> = blocks.iter().collect();
    let contents = Contents {
        title: "図書館の会議",
        shelf: &shelf,
        plain: "<h1>図書館の会議</h1>",
        prime: &prime,
        blocks: &blocks,
    };
    shelf::write(&empty_shell(), &contents).unwrap().concat()
}

pub fn two() -> Vec<(String, Minutes)> {
    vec![
        ("a.txt".into(), meeting("第1回 環境審議会 会議録", "令和6年5月1日", "（委員長）\n開会します。\n")),
        ("b/c.txt".into(), meeting("第2回 環境審議会 会議録", "令和6年8月1日", "（委員長）\n開会します。\n")),
    ]
}

proptest! {
    #[test]
    fn a_meeting_is_read_back_as_it_was_written(minutes in arbitrary::minutes()) {
        let bytes = shelf::write_meeting(&minutes).unwrap();
        prop_assert_eq!(&shelf::read_meeting(&bytes).unwrap(), &minutes);
        invariants::places(&minutes, &bytes);
    }

    #[test]
    fn a_broken_meeting_is_an_error_and_never_a_panic(
        minutes in arbitrary::minutes(), at in any::<prop::sample::Index>(), with in any::<u8>(), cut in any::<bool>(),
    ) {
        let mut bytes = shelf::write_meeting(&minutes).unwrap();
        let at = at.index(bytes.len());
        if cut { bytes.truncate(at) } else { bytes[at] = with }
        invariants::meeting(&bytes);
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        invariants::meeting(&bytes);
        invariants::meeting(&[&[1, 0], &bytes[..]].concat());
    }
}

proptest! {
    // Each makes a dozen texts and parses them.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_shelf_is_read_back_as_it_was_written(meetings in meetings()) {
        let shelf = Shelf::of(&meetings);
        let json = shelf::write_directory(&shelf).unwrap();
        prop_assert_eq!(json.matches(['<', '>', '&', '\u{2028}', '\u{2029}']).count(), 0);
        prop_assert_eq!(&shelf::read_directory(&json).unwrap(), &shelf);
        let html = page(&meetings);
        let opened = Opened::new(html.as_str()).unwrap();
        prop_assert_eq!(opened.shelf(), &shelf);
        for entry in &shelf.entries {
            let minutes = opened.minutes(entry.key).unwrap();
            prop_assert!(meetings.iter().any(|(file, one)| file == &entry.file && one == &minutes));
        }
        prop_assert_eq!(html.matches("<script").count(), 6 + shelf.entries.len());
    }

    #[test]
    fn a_broken_shelf_is_an_error_and_never_a_panic(
        meetings in meetings(), at in any::<prop::sample::Index>(), with in any::<char>(),
    ) {
        let html = page(&meetings);
        let mut chars: Vec<char> = html.chars().collect();
        let first = html[..html.find("kg-shelf").unwrap()].chars().count();
        let at = first + at.index(chars.len() - first);
        chars[at] = with;
        let broken: String = chars.into_iter().collect();
        invariants_of_bytes::shelf(&broken);
    }

    #[test]
    fn a_filled_shelf_serves_as_an_empty_page(meetings in meetings(), then in arbitrary::minutes()) {
        let filled = page(&meetings);
        prop_assert_eq!(bundle::write(&filled, &then, None), bundle::write(&empty_shell(), &then, None));
    }
}

#[test]
fn the_newest_meeting_stands_above_the_program_and_the_others_behind_it() {
    let html = page(&two());
    let opened = Opened::new(html.as_str()).unwrap();
    let at = |words: &str| html.find(words).unwrap_or_else(|| panic!("{words}"));
    let [old, new] = [0, 1].map(|n| at(&shelf::block_id(opened.shelf().entries[n].key)));
    // The directory names both keys without the word in front.
    let order =
        [at(shelf::DIRECTORY), at(shelf::PRIME), new, at("id=\"kg-wasm\""), at("id=\"kg-boot\""), old];
    assert!(order.is_sorted(), "{order:?}");
    assert!(html.ends_with("</script>\n</body>\n</html>\n"));
}

#[test]
fn a_long_directory_is_packed_and_read_back() {
    let mut meetings = two();
    meetings[0].0 = "長い名前".repeat(shelf::LONG_DIRECTORY / 12) + ".txt";
    let html = page(&meetings);
    assert!(html.len() < shelf::LONG_DIRECTORY);
    assert!(!html.contains("<script type=\"application/json\" id=\"kg-shelf\""));
    assert_eq!(Opened::new(html.as_str()).unwrap().shelf(), &Shelf::of(&meetings));
    assert_eq!(
        bundle::write(&html, &Minutes::of(""), None),
        bundle::write(&empty_shell(), &Minutes::of(""), None)
    );
}

#[track_caller]
fn check_refused(html: &str, expected: Expect) {
    let opened = Opened::new(html);
    let error = opened.and_then(|opened| {
        let keys: Vec<_> = opened.shelf().entries.iter().map(|entry| entry.key).collect();
        keys.into_iter().map(|key| opened.minutes(key)).collect::<Result<Vec<_>, BundleError>>()
    });
    expected.assert_eq(&error.unwrap_err().message(Lang::Ja));
}

#[test]
fn what_is_damaged_is_named() {
    let html = page(&two());
    check_refused(
        &html.replace("kg-m-", "kg-n-"),
        expect!["会議録（e69964-4b7d1b70）がこのファイルにありません。"],
    );
    check_refused(
        &html.replace("data-len=\"", "data-len=\"9"),
        expect!["会議録のデータが壊れています（kg-m-e69964-4b7d1b70 を展開できません）。"],
    );
    check_refused(
        &html.replace("kg-prime", "kg-prim"),
        expect!["閲覧用ページに必要な箇所（kg-prime）がありません。"],
    );
    check_refused(
        &html.replace("kaigiroku/shelf", "kaigiroku/shell"),
        expect!["会議録のデータの形式が違います。"],
    );
}
