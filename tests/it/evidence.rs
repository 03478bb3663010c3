//! Whatever is derived from minutes stands in their text, whatever the text.

use kaigiroku::model::Minutes;
use proptest::prelude::*;

use crate::invariants::{derived, spoken};
use crate::minutes::texts;

#[test]
fn whatever_is_derived_from_our_texts_stands_in_them() {
    for (path, text) in texts() {
        println!("{path}");
        let minutes = Minutes::of(text);
        derived(&minutes);
        spoken(&minutes);
    }
}

/// Minutes in which everything that is looked for stands closer together than in any real ones.
fn dense() -> impl Strategy<Value = String> {
    let scraps = [
        "\n○森委員　",
        "\n○町長　",
        "\n○議長　",
        "\n（質問）",
        "\n（回答）",
        "\n",
        "\n\n",
        "　",
        "。",
        "、",
        "か。",
        "「",
        "」",
        "（",
        "）",
        "橋について",
        "橋のほか、",
        "道の幅に関して、",
        "ですが、",
        "橋の高さについては",
        "また、",
        "もう一点、",
        "2点目は",
        "次に、",
        "伺いたい",
        "検討",
        "していきたい",
        "する",
        "してほしい",
        "報告します",
        "次回",
        "見直し",
        "第",
        "2",
        "３",
        "十",
        "三百",
        "万",
        ",",
        "～",
        "人",
        "円",
        "分の",
        "年",
        "年間",
        "年度",
        "月",
        "日",
        "令和",
        "R6",
        "平成元",
        "御異議ありませんか",
        "感じた",
        "起立",
        "𠮷",
        "?",
        "\r",
    ];
    prop::collection::vec(prop::sample::select(scraps.to_vec()), 0..60).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_derived_stands_in_the_text(text in dense()) {
        let minutes = Minutes::of(text);
        derived(&minutes);
        spoken(&minutes);
    }

    #[test]
    fn minutes_of_any_shape_are_derived_from(minutes in crate::arbitrary::minutes()) {
        derived(&minutes);
    }
}
