//! The tree holds every character once, whatever the text.

use proptest::prelude::*;

use crate::invariants;

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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_of_any_text_is_in_one_token(text in any::<String>()) {
        invariants::tree(&text);
    }

    #[test]
    fn every_character_of_any_minutes_is_in_one_token(text in scraps()) {
        invariants::tree(&text);
    }

    #[test]
    fn lowering_any_minutes_does_not_fail(text in scraps()) {
        kaigiroku::model::Minutes::of(text);
    }
}

#[test]
fn every_text_we_own_is_kept_whole() {
    for (_, text) in crate::minutes::texts() {
        invariants::tree(&text);
    }
}
