//! What a reader typed, taken apart.
//!
//! May live here: words and phrases of the box. May not: filters (`filter`).

use super::fold::fold;

/// The words of a query, folded; all of them must occur. Without words, nothing is searched for.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Query {
    /// None is empty.
    pub words: Vec<String>,
}

/// What opens and closes a phrase.
const QUOTES: [(char, char); 4] = [('「', '」'), ('"', '"'), ('“', '”'), ('＂', '＂')];

impl Query {
    /// Takes words between spaces of any width, and phrases in 「…」 or "…" that stand by
    /// themselves. Anything else, an unclosed bracket or one inside a word, is looked for as it is.
    pub fn parse(typed: &str) -> Query {
        let mut words: Vec<String> = Vec::new();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let (word, after) = phrase(rest).unwrap_or_else(|| plain_word(rest));
            let word = fold(word);
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
            rest = after.trim_start();
        }
        Query { words }
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

fn phrase(rest: &str) -> Option<(&str, &str)> {
    let open = rest.chars().next()?;
    let (_, close) = QUOTES.into_iter().find(|&(opening, _)| opening == open)?;
    let inside = rest.get(open.len_utf8()..)?;
    let (phrase, after) = inside.split_once(close)?;
    let stands_alone = after.chars().next().is_none_or(char::is_whitespace);
    (stands_alone && !fold(phrase).is_empty()).then_some((phrase, after))
}

fn plain_word(rest: &str) -> (&str, &str) {
    rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()))
}
