//! Folding: what Unicode takes for the same letter folds to the same letters, and more besides.

use std::ops::RangeInclusive;

use icu_normalizer::ComposingNormalizerBorrowed;
use kaigiroku::search::fold::fold;

/// What is compared with Unicode: all that minutes are written with, and more.
const BLOCKS: [RangeInclusive<char>; 5] = [
    '\0'..='\u{2BFF}',
    '\u{2E80}'..='\u{2FDF}',
    '\u{3000}'..='\u{33FF}',
    '\u{F900}'..='\u{FAFF}',
    '\u{FF00}'..='\u{FFEF}',
];

/// Where Unicode is not followed, and why.
const APART: &[(&str, &[RangeInclusive<char>])] = &[
    ("raised letters of phonetics, which no minutes hold", &['ʰ'..='ʸ', 'ˠ'..='ˤ', 'ᴬ'..='ᶿ']),
    (
        "scripts in which no minutes are written: Armenian, Arabic, Indic, Thai, Lao, Tibetan, Georgian, Korean",
        &[
            '\u{530}'..='\u{58F}',
            '\u{675}'..='\u{678}',
            '\u{900}'..='\u{FFF}',
            '\u{10FC}'..='\u{10FC}',
            '\u{3131}'..='\u{318E}',
            '\u{3200}'..='\u{321E}',
            '\u{3260}'..='\u{327E}',
            '\u{FFA0}'..='\u{FFDC}',
        ],
    ),
    ("combining marks, which are found as they are typed", &['\u{340}'..='\u{344}', '\u{2ADC}'..='\u{2ADC}']),
];

/// An accent without its letter: Unicode makes of it a space with a mark, which would join the
/// letter before it.
fn is_lone_accent(c: char, normalized: &str) -> bool {
    normalized.starts_with(' ') && !c.is_whitespace()
        || matches!(c, '\u{1FC1}' | '\u{1FED}' | '\u{1FEE}' | '\u{385}')
}

#[test]
fn what_unicode_takes_for_the_same_folds_to_the_same() {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let mut wrong = String::new();
    for c in BLOCKS.into_iter().flatten() {
        let letter = c.to_string();
        let normalized = nfkc.normalize(&letter);
        let is_apart = APART.iter().flat_map(|(_, ranges)| *ranges).any(|range| range.contains(&c));
        if fold(&letter) != fold(&normalized) && !is_apart && !is_lone_accent(c, &normalized) {
            wrong.push_str(&format!("{:X} {c}: {} not {}\n", c as u32, fold(&letter), fold(&normalized)));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_a_letter_folds_to_stays() {
    for c in '\0'..='\u{2FFFF}' {
        let once = fold(&c.to_string());
        assert!(once.chars().count() <= 8, "{c:?}");
        assert_eq!(fold(&once), once, "{c:?}");
    }
}

/// Letters that are all found as one.
#[track_caller]
fn one(letters: &str) {
    let folded: Vec<String> = letters.chars().map(|c| fold(&c.to_string())).collect();
    assert!(folded.iter().all(|one| *one == folded[0]), "{letters}: {folded:?}");
}

#[test]
fn forms_of_one_kanji_are_one() {
    let families = "髙高 﨑崎嵜碕 齋齊斎斉 濵濱浜 邊邉辺 澤沢 國国 嶋島嶌 廣広 栁柳 靑青 淸清 𠮷吉 曾曽 德徳 槇槙 渕淵渊 \
        條条 眞真 惠恵 榮栄 櫻桜 龍竜 瀧滝 龜亀 冨富 桒桑 舘館 邨村 峯峰 嶽岳 藪薮 埜野 籠篭 禰祢 禮礼 萬万 與与 壽寿 鐵鐡鉃鉄 \
        驒騨 枩松 圡土 穐秋 曻昇 晉晋 神\u{FA19} 都\u{FA26} 郞郎 增増 德徳 橫横 緖緒 薰薫 瀨瀬 惠恵 專専 團団 學学 會会 縣県 區区 \
        聽聴 辯瓣辨弁 證証 議議 讓譲 變変 蹟跡 裡裏 〇○◯";
    families.split_whitespace().for_each(one);
}

#[test]
fn letters_that_are_different_names_or_words_stay_apart() {
    for pair in [
        "阪坂", "土士", "己已", "日曰", "末未", "慧恵", "悳徳", "磯礒", "晃晄", "輝煇", "籐藤", "惣総",
        "人入",
    ] {
        let mut letters = pair.chars().map(|c| fold(&c.to_string()));
        assert_ne!(letters.next(), letters.next(), "{pair}");
    }
}

#[test]
fn radicals_are_the_letters_that_they_look_like() {
    let whole = "⺟母 ⺠民 ⺫目 ⺬示 ⺮竹 ⺹老 ⻁虎 ⻃西 ⻄西 ⻆角 ⻑長 ⻒長 ⻗雨 ⻘青 ⻝食 ⻞食 ⻟食 ⻤鬼 ⻣骨 ⻨麦 ⻩黄 ⻫斉 ⻭歯 ⻯竜 \
        ⻲亀 ⻳亀 ⺒巳 ⺓幺 ⺌小 ⺎兀 ⺜日 ⺝月 ⺧牛 ⺩王 ⺪疋 ⻡首 ⼾戸 ⾧長 ⾨門 ⿂魚 ⻌辶 ⻏阝 ⺘扌 ⺡氵 ⿓龍竜 ⿑齊斉 ⿔龜亀 \u{F9C4}龍竜";
    whole.split_whitespace().for_each(one);
    for c in '\u{2E80}'..='\u{2FD5}' {
        let is_letter = !matches!(c, '\u{2E9A}' | '\u{2EF4}'..='\u{2EFF}');
        assert_eq!(fold(&c.to_string()) != c.to_string(), is_letter, "{c} {:X}", c as u32);
    }
}
