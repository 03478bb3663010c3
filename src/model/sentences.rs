//! The sentences of a text that reads as one.
//!
//! May live here: where a sentence ends. May not: what it says.

use super::{Join, Prose};
use crate::source::{Source, TextRange};

/// The sentences of a prose, in order. Each reaches from its first byte to its last and may reach
/// over a join; end marks and the closing brackets behind them belong to it. Nothing is cut inside
/// 「…」 or （…）. Together they hold all text that is not space.
pub fn sentences(source: &Source, prose: &Prose) -> Vec<TextRange> {
    let mut out = Vec::new();
    let mut open: Option<TextRange> = None;
    let mut depth = 0usize;
    let mut is_over = false;
    for (at, piece) in prose.pieces.iter().enumerate() {
        if at > 0 && piece.join == Join::Space && is_over {
            out.extend(open.take());
        }
        for (at, c) in source.slice(piece.range).char_indices() {
            let start = piece.range.start + at as u32;
            let letter = TextRange { start, end: start + c.len_utf8() as u32 };
            if is_over && !is_end(c) && !is_closing(c) {
                out.extend(open.take());
                is_over = false;
            }
            if c.is_whitespace() {
                continue;
            }
            open = Some(open.map_or(letter, |sentence| sentence.cover(letter)));
            if is_opening(c) {
                depth += 1;
            } else if is_closing(c) {
                depth = depth.saturating_sub(1);
            } else if depth == 0 && is_end(c) {
                is_over = true;
            }
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
