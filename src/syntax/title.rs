//! The line that is the title of the whole.
//!
//! May live here: words that titles have. May not: names of bodies of one town.

use super::form::Form;
use super::lines::Line;

/// Words for the kind of document, which titles end in.
pub const RECORDS: &[&str] = &[
    "会議録",
    "議事録",
    "議事要旨",
    "議事概要",
    "会議結果",
    "会議記録",
    "審議概要",
    "会議要旨",
    "会議概要",
    "要旨",
    "概要",
    "記録",
    "質疑応答",
];
/// Words for bodies that meet.
const BODIES: &[&str] = &[
    "審議会",
    "委員会",
    "協議会",
    "会議",
    "懇談会",
    "検討会",
    "定例会",
    "臨時会",
    "総会",
    "部会",
    "説明会",
    "議会",
    "懇話会",
    "分科会",
    "本会議",
    "ワーキンググループ",
];
/// Lines above the record that pages put there.
const CHROME: &[&str] =
    &["更新日", "ページ", "ID", "ここから", "スキップ", "システム", "印刷", "検索", "ホーム", "http"];
/// A title stands near the top.
const WITHIN: usize = 30;

/// The line of the title, if one of the first lines reads like one.
pub(super) fn title(lines: &[Line], form: &Form) -> Option<usize> {
    let before_form =
        form.items.iter().position(Option::is_some).unwrap_or(form.discussion).min(form.discussion);
    lines
        .iter()
        .enumerate()
        .take(before_form)
        .filter(|(_, line)| !line.is_blank())
        .take(WITHIN)
        .map(|(n, line)| (score(line), n))
        .filter(|&(score, _)| score > 0)
        // Of equal lines the first: what repeats it below is a running head.
        .max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)))
        .map(|(_, n)| n)
}

/// Whether the line is a word for the kind of document and nothing else: `会 議 録`.
pub(super) fn is_record(line: &Line) -> bool {
    is_record_word(line.text)
}

/// The same for a text.
pub(super) fn is_record_word(text: &str) -> bool {
    RECORDS.contains(&super::label::squash(text).as_str())
}

/// Whether a text, given without spaces, holds a word for the kind of document.
pub(super) fn names_record(squashed: &str) -> bool {
    RECORDS.iter().any(|word| squashed.contains(word))
}

/// Whether it holds a word for a body that meets.
pub(super) fn names_body(squashed: &str) -> bool {
    BODIES.iter().any(|word| squashed.contains(word))
}

fn score(line: &Line) -> i32 {
    let text = super::label::squash(line.text);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let n_chars = text.chars().count();
    if !(3..=80).contains(&n_chars) || text.contains('。') || has(CHROME) {
        return 0;
    }
    // 「会議録」 alone names the kind of document, not this one.
    if is_record(line) {
        return 1;
    }
    let is_numbered = text.contains('第') && (text.contains('回') || text.contains('号'));
    // Viewers on the web call the record 本文.
    3 * i32::from(text.ends_with("本文"))
        + 2 * i32::from(has(RECORDS))
        + 3 * i32::from(has(BODIES))
        + 2 * i32::from(is_numbered)
}
