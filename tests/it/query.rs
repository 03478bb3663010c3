//! Queries: how what is typed is taken apart, and put together again without a part.

use kaigiroku::search::Query;
use kaigiroku::search::fold::fold;
use kaigiroku::search::query::{Field, Term};
use proptest::prelude::*;

fn show_term(term: &Term) -> String {
    let field = match term.field {
        Field::Text => "",
        Field::Speaker => "話者=",
        Field::Topic => "議題=",
    };
    format!("{field}{}", term.forms.join("/"))
}

/// What a query means: groups, with `|` between the words of one, and exclusions behind `!`.
fn show(query: &Query) -> String {
    let group = |group: &Vec<Term>| group.iter().map(show_term).collect::<Vec<_>>().join("|");
    let none = query.none.iter().map(|term| format!("!{}", show_term(term)));
    query.all.iter().map(group).chain(none).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(typed: &str, meaning: &str) {
    assert_eq!(show(&Query::parse(typed)), meaning, "{typed}");
}

#[test]
fn words_are_told_apart_by_spaces_of_any_width() {
    check("　 \n", "");
    check("桟橋　改修 桟橋", "桟橋 改修");
    check("桟橋\u{200B} \u{200B}", "桟橋");
}

#[test]
fn a_bracket_is_a_phrase_only_where_it_stands_alone() {
    check("「浮き 桟橋」 \"a b\" “c d” 『e f』 ＂g h＂", "浮き桟橋 ab cd ef gh");
    check("「彼は「はい」 と」", "彼は「はい」と");
    check("「彼は「はい」」 と", "彼は「はい」 と");
    check("「彼は」はい」 と」", "彼は」はい と」");
    check("「桟橋", "「桟橋");
    check("彼は「はい」と", "彼は「はい」と");
    check("「桟橋」と 改修", "「桟橋」と 改修");
    check("「」", "「」");
    check("\"", "\"");
}

#[test]
fn or_binds_tighter_than_a_space() {
    check("桟橋 OR 埠頭 改修", "桟橋|埠頭 改修");
    check("桟橋 ＯＲ 埠頭 | 岸壁 ｜ 港", "桟橋|埠頭|岸壁|港");
    check("改修 「a b」 OR 話者:佐藤", "改修 ab|話者=佐藤");
    check("桟橋 or 埠頭", "桟橋 or 埠頭");
    check("桟橋 「OR」 埠頭", "桟橋 or 埠頭");
    check("桟橋 OR 桟橋", "桟橋");
}

#[test]
fn an_or_that_joins_nothing_is_a_word() {
    check("OR 桟橋", "or 桟橋");
    check("桟橋 OR", "桟橋 or");
    check("OR", "or");
    check("a OR OR b", "a or b");
    check("a OR | b", "a or | b");
}

#[test]
fn a_minus_shuts_out() {
    check("桟橋 -改修", "桟橋 !改修");
    check("－改修 ‐「a b」 −話者:佐藤", "!改修 !ab !話者=佐藤");
    check("桟橋 -", "桟橋 -");
    check("- 桟橋", "- 桟橋");
    check("サ-ビス", "さ-びす");
    check("-a OR b", "-a|b");
    check("b OR -「x y」 c", "b|-「xy」 c");
}

#[test]
fn a_field_asks_for_speaker_or_topic() {
    check("話者:佐藤 話題：「桟橋 改修」", "話者=佐藤 議題=桟橋改修");
    check("Speaker:sato ＴＯＰＩＣ:x 議題:y", "話者=sato 議題=x 議題=y");
    check("話者:", "話者:");
    check("話者: 佐藤", "話者: 佐藤");
    check("日時:10時", "日時:10時");
    check("話者:話題:x", "話者=話題:x");
}

#[test]
fn a_word_has_a_form_with_and_without_marks_of_repetition() {
    check("佐々木", "佐々木/佐佐木");
    check("民主主義", "民主々義/民主主義");
    check("いすず", "いすず/いすゞ");
    check("人々が個個", "人々が個々/人々が個個/人人が個個");
    check("々", "々");
    check("aa 11", "aa 11");
}

#[test]
fn a_part_is_a_group_or_an_exclusion() {
    let query = Query::parse("OR　桟橋 | 「浮き 橋」 -改修 「x -話者:y");
    assert_eq!(query.parts(), ["「OR」", "桟橋 OR 「浮き 橋」", "『「x』", "-改修", "-話者:y"]);
    assert_eq!(query.without(1), "「OR」 『「x』 -改修 -話者:y");
    assert_eq!(Query::parse("桟橋").without(0), "");
    assert!(Query::parse("-桟橋").words().next().is_none());
}

/// What is typed by somebody who tries every sign.
fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "桟橋",
        "a",
        "佐々木",
        "OR",
        "|",
        "ＯＲ",
        " OR ",
        "-",
        "－",
        "話者:",
        "topic：",
        ":",
        "「",
        "」",
        "『",
        "』",
        "\"",
        "“",
        "”",
        " ",
        " ",
        " ",
        "　",
        "\n",
        "\u{200B}",
    ];
    let piece =
        prop_oneof![9 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn plain_words_must_all_be_there(words in prop::collection::vec("[あ-ん一-龠ｱ-ﾝａ-ｚ]{1,6}", 0..5)) {
        let query = Query::parse(&words.join("　"));
        let mut folded: Vec<String> = Vec::new();
        for word in words.iter().map(|word| fold(word)) {
            if !folded.contains(&word) {
                folded.push(word);
            }
        }
        prop_assert!(query.none.is_empty() && query.all.len() <= folded.len());
        for word in &folded {
            prop_assert!(query.all.iter().any(|group| group.len() == 1 && group[0].forms.contains(word)));
        }
    }

    #[test]
    fn what_is_put_together_again_means_the_same(typed in typed()) {
        let query = Query::parse(&typed);
        prop_assert_eq!(show(&Query::parse(&query.parts().join(" "))), show(&query));
    }

    #[test]
    fn what_is_left_out_is_one_part(typed in typed()) {
        let query = Query::parse(&typed);
        for part in 0..query.parts().len() {
            let mut rest = query.clone();
            if part < rest.all.len() {
                rest.all.remove(part);
            } else {
                rest.none.remove(part - rest.all.len());
            }
            prop_assert_eq!(show(&Query::parse(&query.without(part))), show(&rest));
        }
    }

    #[test]
    fn anything_but_space_is_looked_for(typed in typed()) {
        let query = Query::parse(&typed);
        let folded = fold(&typed);
        prop_assert_eq!(query.is_empty(), folded.is_empty());
        let mut terms = query.all.iter().flatten().chain(&query.none);
        prop_assert!(terms.all(|term| !term.forms.is_empty() && term.forms.iter().all(|form| !form.is_empty())));
    }
}
