//! The sentences of a text that reads as one.
//!
//! May live here: where a sentence ends. May not: what it says.

use std::ops::Range;

use super::{JoinedText, Prose};
use crate::source::{Source, TextRange};

/// The sentences of a prose, in order. Each reaches from its first byte to its last and may reach
/// over a join; end marks and the closing brackets behind them belong to it. Nothing is cut inside
/// 「…」 or （…）. Together they hold all text that is not space.
pub fn sentences(source: &Source, prose: &Prose) -> Vec<TextRange> {
    let joined = JoinedText::new(source, prose);
    sentence_ranges(joined.text()).into_iter().map(|sentence| joined.range(sentence)).collect()
}

/// The sentences of a text, as ranges of it.
pub fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<Range<usize>> = None;
    // A bracket that nothing closes must not swallow the rest.
    let mut n_closing = text.chars().filter(|&c| is_closing(c)).count();
    let mut depth = 0;
    let mut is_over = false;
    for (at, c) in text.char_indices() {
        if is_over && !is_end(c) && !is_closing(c) {
            out.extend(open.take());
            is_over = false;
        }
        if is_closing(c) {
            n_closing -= 1;
            depth -= usize::from(depth > 0);
        } else if is_opening(c) {
            depth += usize::from(n_closing > depth);
        } else if depth == 0 && is_end(c) {
            is_over = true;
        }
        if !c.is_whitespace() {
            let start = open.map_or(at, |sentence| sentence.start);
            open = Some(start..at + c.len_utf8());
        }
    }
    out.extend(open);
    out
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '!' | '?')
}

fn is_opening(c: char) -> bool {
    matches!(c, '「' | '『' | '（' | '(' | '〔' | '【' | '［' | '｢')
}

fn is_closing(c: char) -> bool {
    matches!(c, '」' | '』' | '）' | ')' | '〕' | '】' | '］' | '｣')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = sentence_ranges(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_sentence_ends_at_its_mark_with_the_brackets_behind_it() {
        check("橋は古い。直す！？ いつか", &["橋は古い。", "直す！？", "いつか"]);
        check("（古い。）直す。」橋", &["（古い。）直す。」", "橋"]);
        check(" \n", &[]);
    }

    #[test]
    fn nothing_is_cut_inside_brackets_that_are_closed() {
        check("「古い。直せ。」と聞いた。はい。", &["「古い。直せ。」と聞いた。", "はい。"]);
        check("「古い。（直せ。はい。", &["「古い。", "（直せ。", "はい。"]);
        check("１）古い。２）直す。", &["１）古い。", "２）直す。"]);
    }
}
