//! Words that left the file: they are found again, and told from words that were changed.

use kaigiroku::model::{Minutes, SpeechId};
use kaigiroku::quote::{
    Change, Citation, Claim, Found, Letters, Part, Target, Verdict, diff, locate, svg, verify,
};
use kaigiroku::source::TextRange;
use proptest::prelude::*;

use crate::arbitrary;
use crate::minutes::texts;
use crate::seed::seed;

/// The seed after a correction of its text.
fn corrected(correct: impl Fn(&str) -> String) -> Minutes {
    let text = seed().source.text().to_owned();
    let corrected = correct(&text);
    assert_ne!(text, corrected, "nothing was corrected");
    Minutes::of(corrected)
}

/// Where an old link to a speech, counted from 1, leads in a corrected text: the number of the
/// speech and whether it reads as it did.
fn follow(old: u32, minutes: &Minutes) -> Option<(u32, bool)> {
    let before = seed();
    let target = Target::of(&Letters::of(&before), SpeechId(old - 1), None);
    locate(&Letters::of(minutes), &target).map(|found| (found.speech.0 + 1, found.is_same))
}

#[test]
fn every_speech_is_found_again_in_its_own_text() {
    for (path, text) in texts() {
        let minutes = Minutes::of(text);
        let letters = Letters::of(&minutes);
        for speech in &minutes.speeches {
            let found = locate(&letters, &Target::of(&letters, speech.id, None));
            let found = found.unwrap_or_else(|| panic!("{path}: {:?} is lost", speech.id));
            assert!(found.is_same, "{path}: {:?}", speech.id);
            let same = letters.of_speech(found.speech) == letters.of_speech(speech.id);
            assert!(same, "{path}: {:?} is not {:?}", found.speech, speech.id);
        }
    }
}

#[test]
fn old_links_follow_a_speech_that_was_put_in_before() {
    let minutes =
        corrected(|text| text.replacen("\n委員 ", "\n事務局 前回の会議録を確認いただきたい。\n\n委員 ", 1));
    let n_before = seed().speeches.len() as u32;
    assert_eq!(minutes.speeches.len() as u32, n_before + 1);
    // The first speech is the one put in before; all others are one further.
    let first = (1..=n_before).find(|&old| follow(old, &minutes) != Some((old, true))).unwrap();
    for old in first..=n_before {
        assert_eq!(follow(old, &minutes), Some((old + 1, true)), "{old}");
    }
}

#[test]
fn an_old_link_finds_a_speech_that_was_reworded() {
    let late = corrected(|text| text.replace("家畜の糞尿、食品残渣を考えている", "家畜の糞尿を検討している"));
    assert_eq!(follow(21, &late), Some((21, false)));
    let early = corrected(|text| text.replace("バイオマス原料は家畜", "バイオマスの原料としては家畜"));
    assert_eq!(follow(21, &early), Some((21, false)));
}

#[test]
fn an_old_link_says_that_a_speech_is_gone() {
    let minutes =
        corrected(|text| text.replace("事務局 バイオマス原料は家畜の糞尿、食品残渣を考えている。", ""));
    assert_eq!(minutes.speeches.len() + 1, seed().speeches.len());
    assert_eq!(follow(21, &minutes), None);
    assert_eq!(follow(20, &minutes), Some((20, true)));
    let other = corrected(|text| {
        text.replace("バイオマス原料は家畜の糞尿、食品残渣を考えている。", "本日欠席の担当に確認する。")
    });
    assert_eq!(follow(21, &other), None);
}

#[test]
fn an_old_link_to_a_passage_finds_its_words() {
    let before = seed();
    let letters = Letters::of(&before);
    let text = before.source.text();
    let words = "成果として51人の起業があった";
    let start = text.find(words).unwrap();
    let range = TextRange::new(start, start + words.len());
    let speech = before.speeches.iter().find(|speech| speech.range.contains(range)).unwrap().id;
    let target = Target::of(&letters, speech, Some(range));
    let same = Found { speech, passage: Some(range), is_same: true };
    assert_eq!(locate(&letters, &target), Some(same));

    let later = corrected(|text| text.replacen("起業者の人財育成", "まず、起業者の人財育成", 1));
    let found = locate(&Letters::of(&later), &target).unwrap();
    assert!(!found.is_same);
    assert_eq!(later.source.slice(found.passage.unwrap()), words);
}

#[test]
fn of_speeches_that_read_the_same_the_neighbours_decide() {
    let said = |order: [&str; 3]| {
        Minutes::of(format!(
            "1 議題\n\n委員 {}\n\n事務局 異議なし。\n\n委員 {}\n\n事務局 異議なし。\n\n委員 {}\n",
            order[0], order[1], order[2]
        ))
    };
    let (first, second, third) = ("道路の補修を求める。", "図書館の予算を問う。", "橋の点検について伺う。");
    let before = said([first, second, third]);
    let target = Target::of(&Letters::of(&before), SpeechId(3), None);
    let after = Minutes::of(format!(
        "1 議題\n\n委員 {second}\n\n事務局 異議なし。\n\n委員 {third}\n\n事務局 異議なし。\n"
    ));
    let found = locate(&Letters::of(&after), &target).unwrap();
    assert_eq!((found.speech, found.is_same), (SpeechId(1), true));
}

/// What comes of pasting `pasted` into the seed.
fn check(pasted: &str, verdict: Verdict) {
    let check = verify(&seed(), &Claim::read(pasted));
    assert_eq!(check.verdict, verdict, "{pasted}: {check:?}");
}

#[test]
fn words_of_the_minutes_are_in_them() {
    check("成果として51人の起業があったとのことで素晴らしいと感じている。", Verdict::Same);
    check("「成果として51人の起業があったとのことで」", Verdict::Same);
    check("  成果として\n51人の起業が　あった ", Verdict::Same);
    check("> 成果として51人の\n> 起業があった", Verdict::Same);
    check("起業者の人財育成と支援について（中略）起業後の状況はどうか知りたい。", Verdict::Same);
    check("「目標設定について\n\nは改めて検討していきたい。」", Verdict::Same);
}

#[test]
fn words_that_were_altered_are_told() {
    check("成果として15人の起業があったとのことで素晴らしいと感じている。", Verdict::Changed);
    check("起業後の状況はどうか知りたい。…起業者の人財育成と支援について", Verdict::Changed);
    check("どのような起業者であったか、知りたい。", Verdict::Changed);
}

#[test]
fn words_of_somebody_else_are_not_in_them() {
    check("我が国の外交について総理の所見を伺う。", Verdict::Missing);
    check("はい", Verdict::TooShort);
    check("", Verdict::TooShort);
    check("〔照合 s017-000000-00000000〕", Verdict::TooShort);
}

#[test]
fn words_put_into_another_mouth_are_told() {
    let minutes = seed();
    let mut citation = Citation::of(&minutes, SpeechId(20), None);
    assert_eq!(citation.label, "事務局");
    citation.label = "委員長".to_owned();
    let check = verify(&minutes, &Claim::read(&citation.plain()));
    assert_eq!((check.verdict, check.other_label.as_deref()), (Verdict::Changed, Some("委員長")));
}

#[test]
fn a_quote_of_another_edition_says_so() {
    let citation = Citation::of(&seed(), SpeechId(19), None).plain();
    let minutes = corrected(|text| text.replace("食品残渣", "食品廃棄物"));
    let found = verify(&minutes, &Claim::read(&citation));
    assert_eq!((found.verdict, found.is_same_edition), (Verdict::Same, Some(false)));
    let here = verify(&seed(), &Claim::read(&citation));
    assert_eq!((here.verdict, here.is_same_edition), (Verdict::Same, Some(true)));
}

#[test]
fn what_is_different_is_shown_letter_by_letter() {
    let found = verify(&seed(), &Claim::read("成果として15人の起業があった"));
    let Some(Part::Changed(changes)) = found.parts.first() else { panic!("{found:?}") };
    let only: Vec<&Change> = changes.iter().filter(|change| !matches!(change, Change::Same(_))).collect();
    assert!(only.len() <= 2, "{changes:?}");
}

proptest! {
    #[test]
    fn a_quote_in_any_form_is_confirmed(minutes in arbitrary::minutes(), speech in 0..8_u32, url in any::<bool>()) {
        let mut citation = Citation::of(&minutes, SpeechId(speech), None);
        if url {
            citation.url = format!("https://example.jp/a.html#s{speech:03}");
        }
        prop_assert!(svg(&citation).ends_with("</svg>"));
        for form in [citation.plain(), citation.markdown()] {
            let check = verify(&minutes, &Claim::read(&form));
            prop_assert!(matches!(check.verdict, Verdict::Same | Verdict::TooShort), "{form} {check:?}");
        }
    }

    #[test]
    fn a_difference_holds_both_texts(first in "[あいう]{0,12}", second in "[あいう]{0,12}") {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        let (mut one, mut two) = (String::new(), String::new());
        for change in diff(&letters(&first), &letters(&second)) {
            match change {
                Change::Same(run) => {
                    one.push_str(&run);
                    two.push_str(&run);
                }
                Change::Only1(run) => one.push_str(&run),
                Change::Only2(run) => two.push_str(&run),
            }
        }
        prop_assert_eq!((one, two), (first, second));
    }

    #[test]
    fn any_pasted_text_gets_an_answer(minutes in arbitrary::minutes(), pasted in arbitrary::text()) {
        let _ = verify(&minutes, &Claim::read(&pasted));
    }

    #[test]
    fn any_passage_is_found_again(minutes in arbitrary::minutes(), from in any::<u16>(), to in any::<u16>()) {
        let letters = Letters::of(&minutes);
        for speech in &minutes.speeches {
            let whole = letters.range_of(speech.id);
            let at = |n: u16| whole.start + usize::from(n) % (whole.len() + 1);
            let (from, to) = (at(from.min(to)), at(from.max(to)));
            if from < to {
                let range = letters.source_range(from..to);
                let target = Target::of(&letters, speech.id, Some(range));
                // Pieces of these minutes may stand in any order; then a range may hold no letter.
                if target.quote.exact.is_empty() {
                    continue;
                }
                let found = locate(&letters, &target);
                prop_assert!(found.is_some_and(|found| found.is_same && found.passage.is_some()));
            }
        }
    }
}
