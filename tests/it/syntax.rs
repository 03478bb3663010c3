//! The tree holds every character once, whatever the text.

use kaigiroku::source::Source;
use kaigiroku::syntax::{Node, dump, parse};
use proptest::prelude::*;

/// Pieces that minutes are made of, so that random texts reach the rules.
pub fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\n\n"),
        Just(" "),
        Just("　"),
        Just("- "),
        Just("1 "),
        Just("２．"),
        Just("(1) "),
        Just("ア "),
        Just("会議名 "),
        Just("開催日時 "),
        Just("令和7年3月10日（月）"),
        Just("午後2時"),
        Just("出席者"),
        Just("(1) 委員 "),
        Just("山田太郎委員（委員長）、"),
        Just("佐々木進総務部長"),
        Just("5 議 題"),
        Just("審議内容"),
        Just("挨拶"),
        Just("委員 "),
        Just("委員長 "),
        Just("事務局 "),
        Just("【委員】"),
        Just("（事務局）"),
        Just("○議長（山田太郎君）"),
        Just("〔拍手〕"),
        Just("――――◇――――"),
        Just("質問したい。"),
        Just("検討する"),
        Just("、"),
        Just("。"),
        Just("「"),
        Just("担当課 "),
        Just("\u{0}"),
        Just("𠮷"),
        Just("葛\u{E0100}"),
        Just("Ｑ１　"),
    ];
    prop::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.concat())
}

fn check_tree(text: &str) {
    let source = Source::new(text);
    let root = parse(&source).root;
    assert_eq!(dump(&root, &source), text);
    check_node(&root, &source);
}

/// Children lie side by side, cover their node, and begin and end between characters.
fn check_node(node: &Node, source: &Source) {
    let is_boundary = |at: u32| source.text().is_char_boundary(at as usize);
    assert!(is_boundary(node.range.start) && is_boundary(node.range.end), "{node:?}");
    let mut at = node.range.start;
    for child in &node.children {
        assert_eq!(child.range.start, at, "{node:?}");
        assert!(!child.range.is_empty(), "{child:?}");
        at = child.range.end;
        check_node(child, source);
    }
    assert!(node.children.is_empty() || at == node.range.end, "{node:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_of_any_text_is_in_one_token(text in any::<String>()) {
        check_tree(&text);
    }

    #[test]
    fn every_character_of_any_minutes_is_in_one_token(text in scraps()) {
        check_tree(&text);
    }

    #[test]
    fn lowering_any_minutes_does_not_fail(text in scraps()) {
        kaigiroku::model::Minutes::of(text);
    }
}

#[test]
fn every_text_we_own_is_kept_whole() {
    for (_, text) in crate::minutes::texts() {
        check_tree(&text);
    }
}
