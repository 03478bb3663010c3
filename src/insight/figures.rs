//! Numbers with their units.
//!
//! May live here: how numbers are printed and which units make them figures. May not: dates (`dates`),
//! and what a figure is worth: it is shown as printed.

use std::ops::Range;

use super::cues::{BEHIND_YEARS, KANJI_UNITS, NOT_WITH_ONE, UNITS, WORDS_LIKE_UNITS};
use super::dates;
use super::text::Paragraph;
use crate::chars::{digit, is_space, narrow};
use crate::model::SpeechId;
use crate::source::TextRange;

/// A number with its unit: `71人`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The speech it stands in; none in a narrative or in plain text.
    pub speech: Option<SpeechId>,
    /// The block of the body it stands in.
    pub block: usize,
    /// The sentence it stands in.
    pub sentence: TextRange,
    /// The number with its unit.
    pub range: TextRange,
    /// The unit alone.
    pub unit: TextRange,
}

/// A figure found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    range: Range<usize>,
    unit: Range<usize>,
}

impl Figure {
    pub(super) fn new(
        speech: Option<SpeechId>,
        block: usize,
        paragraph: &Paragraph,
        found: &Found,
    ) -> Figure {
        Figure {
            speech,
            block,
            sentence: paragraph.range(paragraph.sentence_at(found.range.start)),
            range: paragraph.range(found.range.clone()),
            unit: paragraph.range(found.unit.clone()),
        }
    }
}

/// All figures of a text outside of its dates, in order.
pub(super) fn find(text: &str, dates: &[dates::Found]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut dates = dates.iter().peekable();
    let mut before = None;
    let mut from = 0;
    for (at, c) in text.char_indices() {
        while let Some(date) = dates.next_if(|date| date.range.start <= at) {
            from = date.range.end.max(from);
        }
        if at >= from && may_begin(c) {
            let number = number_at(text, at);
            from = number.end;
            if let Some(unit) = unit_behind(text, &number, before) {
                from = unit.end;
                found.push(Found { range: at..unit.end, unit });
            }
        }
        // 第 2 回: what stands before a number is what was printed last.
        before = if is_space(c) { before } else { Some(c) };
    }
    found
}

/// A number as printed.
struct Number {
    start: usize,
    end: usize,
    /// Whether it holds kanji numerals only, and then how many letters.
    kanji: Option<usize>,
    is_one: bool,
}

fn may_begin(c: char) -> bool {
    digit(c).is_some() || is_kanji_digit(c) || is_magnitude(c)
}

fn is_kanji_digit(c: char) -> bool {
    "〇一二三四五六七八九十".contains(c)
}

fn is_magnitude(c: char) -> bool {
    matches!(c, '百' | '千' | '万' | '億' | '兆')
}

/// The number that begins at a byte: `1,234万`, `12.5`, `二百五十`, `2～3`, `2、3`.
fn number_at(text: &str, start: usize) -> Number {
    let rest = text.get(start..).unwrap_or_default();
    let mut end = start;
    let mut letters = rest.chars().peekable();
    let mut last = None;
    let (mut n_letters, mut n_arabic) = (0, 0);
    while let Some(c) = letters.next() {
        let is_arabic = digit(c).is_some();
        let links = matches!(narrow(c), ',' | '.' | '~' | '-' | '、' | '・' | '〜')
            && letters.peek().is_some_and(|&next| is_linked(c, last, next));
        if !(is_arabic || is_kanji_digit(c) || is_magnitude(c) || links) {
            break;
        }
        end += c.len_utf8();
        n_letters += 1;
        n_arabic += usize::from(is_arabic);
        last = Some(c);
    }
    let is_one = matches!(text.get(start..end), Some("1" | "１" | "一"));
    Number { start, end, kanji: (n_arabic == 0).then_some(n_letters), is_one }
}

/// Whether a mark between two letters belongs to a number. A comma of the sentence does only
/// between neighbours: `2、3人`.
fn is_linked(mark: char, before: Option<char>, next: char) -> bool {
    let value =
        |c: char| digit(c).or_else(|| "〇一二三四五六七八九".chars().position(|k| k == c).map(|n| n as u32));
    match (narrow(mark), before) {
        ('、' | '・', Some(before)) => {
            matches!((value(before), value(next)), (Some(a), Some(b)) if a + 1 == b)
        }
        (',' | '.', Some(before)) => digit(before).is_some() && digit(next).is_some(),
        (_, Some(_)) => digit(next).is_some(),
        _ => false,
    }
}

/// The unit behind a number, if the two make a figure.
fn unit_behind(text: &str, number: &Number, before: Option<char>) -> Option<Range<usize>> {
    // 第2回 is a name, 数十人 is no number, A4 is a size, 14時30分 is a time; 1人1台 is an idiom.
    let is_bound =
        |c: char| matches!(c, '第' | '数' | '何' | '幾' | '時' | ':' | '-') || c.is_ascii_alphabetic();
    if before.map(narrow).is_some_and(|c| is_bound(c) || (c == '人' && number.is_one)) {
        return None;
    }
    let behind = text.get(number.end..)?;
    let first = text.get(number.start..)?.chars().next()?;
    if first != '十' && !(is_kanji_digit(first) || digit(first).is_some()) {
        // 千円 is a unit, 百人 a manner of speaking.
        return None;
    }
    if let Some(fraction) = fraction_behind(text, number) {
        return Some(fraction);
    }
    let unspaced = behind.trim_start_matches(is_space);
    let spaces = behind.len() - unspaced.len();
    // `1 人材育成`: a number before a space is that of a heading at the start, or of a table.
    if spaces > 0 && (before.is_none() || number.kanji.is_some()) {
        return None;
    }
    let len = unit_len(unspaced, number)?;
    let start = number.end + spaces;
    Some(start..start + len)
}

fn unit_len(text: &str, number: &Number) -> Option<usize> {
    let longest = |units: &[&'static str]| {
        units.iter().copied().filter(|unit| text.starts_with(unit)).max_by_key(|unit| unit.len())
    };
    let is_word = WORDS_LIKE_UNITS.iter().any(|word| text.starts_with(word));
    let unit = match number.kanji {
        Some(1) => longest(KANJI_UNITS).filter(|unit| !number.is_one || !NOT_WITH_ONE.contains(unit)),
        Some(_) => longest(UNITS).filter(|unit| *unit != "分" && *unit != "者"),
        None => longest(UNITS),
    };
    let Some(unit) = unit else { return years_len(text) };
    let behind = text.get(unit.len()..).unwrap_or_default();
    let next = behind.chars().next();
    // 2人目 and 2件め are places in an order, 1人当たり is a measure, 一本化 and 一戸建て are words.
    let is_order = next.is_some_and(|c| matches!(c, '目' | 'め' | '化' | '建'));
    let is_per = number.is_one
        && ["当たり", "あたり", "につき", "1", "１", "一", "ひとり"]
            .iter()
            .any(|word| behind.starts_with(word));
    let is_cut = unit.is_ascii() && unit != "%" && next.is_some_and(|c| c.is_ascii_alphanumeric());
    (!is_word && !is_order && !is_per && !is_cut).then_some(unit.len())
}

fn years_len(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('年')?;
    BEHIND_YEARS.iter().any(|word| behind.starts_with(word)).then_some("年".len())
}

/// `分の二` behind a number: the unit of a fraction reaches to its end, so that `三分の二` is shown whole.
fn fraction_behind(text: &str, number: &Number) -> Option<Range<usize>> {
    let behind = text.get(number.end..)?.strip_prefix("分の")?;
    let len: usize =
        behind.chars().take_while(|&c| digit(c).is_some() || is_kanji_digit(c)).map(char::len_utf8).sum();
    (len > 0).then(|| number.end..number.end + "分の".len() + len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found = find(text, &dates::find(text));
        let found: Vec<String> = found
            .into_iter()
            .map(|found| format!("{}|{}", &text[found.range.start..found.unit.start], &text[found.unit]))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_number_and_its_unit_are_a_figure() {
        check("71人中40人は新たに", &["71|人", "40|人"]);
        check("4割程度、約７割、12.5％、3ポイント", &["4|割", "７|割", "12.5|％", "3|ポイント"]);
        check("1,234万円と３００円、2億3千万円", &["1,234万|円", "３００|円", "2億3千万|円"]);
        check("今後5年で5社、3年間に1回", &["5|年", "5|社", "3|年間", "1|回"]);
        check("延長2.4kmと30ヘクタール", &["2.4|km", "30|ヘクタール"]);
        check("参加は 12 名", &["12 |名"]);
        check("2、3人から2～3社へ", &["2、3|人", "2～3|社"]);
    }

    #[test]
    fn kanji_numerals_need_a_clear_unit() {
        check("三十人、二百五十万円、三社、三か月", &["三十|人", "二百五十万|円", "三|社", "三|か月"]);
        check("二分の一と3分の2", &["二|分の一", "3|分の2"]);
        check("一人一人が一つずつ一歩を一部で一定の一般の十分な万が一の三者", &[]);
        check("一本化、一戸建て、二戸、六本木、人一倍、市内一円、一回り、百人、千円札", &[]);
    }

    #[test]
    fn numbers_that_count_nothing_are_no_figures() {
        check("第2回、第 3 回、第5条、議案第12号、2回目、3年生、Ａ4、A3", &[]);
        check("令和6年度3月10日午後2時30分、14時30分、電話0191-23-1111、(1)、１つ", &[]);
        check("1人当たり3年間、1人1台", &["3|年間"]);
        check("1 人材育成について、2人口、数十人、何人、3台帳", &[]);
    }
}
