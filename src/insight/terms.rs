//! The words of a text that tell what it is about.
//!
//! May live here: which letters make such a word. May not: what it means that two texts share one.

use std::sync::LazyLock;

use super::cues::COMMON;
use crate::chars::{is_kanji, narrow};
use crate::order::sort;

/// The distinctive words of a text: pairs of kanji, runs of katakana and of Latin letters. Words that
/// every meeting uses are left out.
///
/// Each is kept as a number, since only equality matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    sorted: Vec<u64>,
}

impl Terms {
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Terms {
        let mut terms = Terms::default();
        for text in texts {
            let mut run = String::new();
            let mut kind = Kind::None;
            for c in text.chars().chain([' ']) {
                let next = kind_of(c);
                if next != kind {
                    terms.push_run(&run, kind);
                    run.clear();
                    kind = next;
                }
                if kind != Kind::None {
                    run.push(narrow(c).to_ascii_lowercase());
                }
            }
        }
        sort(&mut terms.sorted);
        terms.sorted.dedup();
        terms
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// Whether both hold one of the same words.
    pub(super) fn shares(&self, other: &Terms) -> bool {
        // A long question may have many short answers: each word of the shorter is looked up.
        let (few, many) = if self.sorted.len() < other.sorted.len() { (self, other) } else { (other, self) };
        few.sorted.iter().any(|word| many.sorted.binary_search(word).is_ok())
    }

    fn push_run(&mut self, run: &str, kind: Kind) {
        match kind {
            Kind::Kanji => {
                let pairs = run.char_indices().zip(run.chars().skip(1));
                for ((at, first), second) in pairs {
                    self.push(run.get(at..at + first.len_utf8() + second.len_utf8()).unwrap_or_default());
                }
            }
            Kind::Letters | Kind::Katakana if run.chars().nth(1).is_some() => self.push(run),
            _ => {}
        }
    }

    fn push(&mut self, word: &str) {
        let hash = hash(word);
        if COMMON_HASHES.binary_search(&hash).is_err() {
            self.sorted.push(hash);
        }
    }
}

static COMMON_HASHES: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut hashes: Vec<u64> = COMMON.split_whitespace().map(hash).collect();
    sort(&mut hashes);
    hashes
});

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    None,
    Kanji,
    Letters,
    Katakana,
}

fn kind_of(c: char) -> Kind {
    match narrow(c) {
        'a'..='z' | 'A'..='Z' => Kind::Letters,
        'ァ'..='ヺ' | 'ー' | '\u{FF66}'..='\u{FF9F}' => Kind::Katakana,
        c if is_kanji(c) => Kind::Kanji,
        _ => Kind::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(left: &str, right: &str, expect: bool) {
        assert_eq!(Terms::of([left]).shares(&Terms::of([right])), expect, "{left} {right}");
    }

    #[test]
    fn texts_share_pairs_of_kanji_and_whole_runs_of_other_letters() {
        check("防災訓練を", "合同訓練の", true);
        check("ＤＸの推進", "dxを", true);
        check("コミュニケーション", "ステーション", false);
        check("ステーション", "サポートステーション", false);
        check("必要な検討", "検討が必要", false);
        check("橋", "橋", false);
    }
}
