//! What a reader typed, taken apart.
//!
//! - Words between spaces of any width must all be there. 「…」, 『…』, "…" and “…” hold a phrase.
//! - `A OR B` and `A | B` ask for one of them, and bind tighter than the space.
//! - `-A` shuts out what holds A.
//! - `話者:A` and `議題:A` ask who speaks and under which topic.
//!
//! Whatever does not follow these rules is looked for as it is typed: an `OR` without a word on
//! both sides, a lone `-` or one inside an `OR`, a field without a value, a bracket that is not
//! closed or does not stand alone. No typing is an error.
//!
//! May live here: words, phrases and signs of the box. May not: filters (`filter`).

use super::fold::fold;
use super::forms::forms;
use crate::chars;

/// What is looked for. Without groups and without exclusions, nothing is.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Query {
    /// Every group must be met, by one of its terms. None is empty, no two are the same.
    pub all: Vec<Vec<Term>>,
    /// What holds one of these is shut out.
    pub none: Vec<Term>,
}

/// One word or phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Where it is looked for.
    pub field: Field,
    /// The ways to write it, folded, in order; it is there if one of them is. None is empty.
    pub forms: Vec<String>,
    /// As it was typed, with its sign, field and quotes.
    pub typed: String,
}

/// Where a term is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// In what is said and told.
    Text,
    /// In the label of who speaks.
    Speaker,
    /// In the heading of the topic.
    Topic,
}

/// What a field is called in the box.
const FIELDS: [(&str, Field); 5] = [
    ("話者", Field::Speaker),
    ("speaker", Field::Speaker),
    ("議題", Field::Topic),
    ("話題", Field::Topic),
    ("topic", Field::Topic),
];

/// What opens and closes a phrase.
const QUOTES: [(char, char); 5] = [('「', '」'), ('『', '』'), ('"', '"'), ('“', '”'), ('＂', '＂')];

impl Query {
    /// Takes apart what was typed.
    pub fn parse(typed: &str) -> Query {
        let mut query = Query::default();
        let tokens = tokens(typed);
        let is_or = |at: usize| tokens.get(at).is_some_and(|token: &Token| token.is_or());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let mut members = vec![token];
            at += 1;
            // Two in a row, or one at either end, join nothing.
            while is_or(at) && !is_or(at - 1) && !is_or(at + 1) {
                let Some(member) = tokens.get(at + 1) else { break };
                members.push(member);
                at += 2;
            }
            if let ([token], true) = (members.as_slice(), token.is_signed) {
                add(&mut query.none, token.term());
                continue;
            }
            let mut group = Vec::new();
            for member in members {
                add(&mut group, if member.is_signed { member.literal() } else { member.term() });
            }
            let known = query.all.iter().any(|known| {
                known.len() == group.len() && known.iter().zip(&group).all(|(one, other)| one.means(other))
            });
            if !known {
                query.all.push(group);
            }
        }
        query
    }

    /// What asks for the speeches of whoever is called so, ready for the box.
    pub fn for_speaker(words: &str) -> String {
        format!("話者:「{words}」")
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }

    /// The terms that are marked where they stand: those that must be in the text.
    pub fn words(&self) -> impl Iterator<Item = &Term> {
        self.all.iter().flatten().filter(|term| term.field == Field::Text)
    }

    /// Whether anything is marked.
    pub fn has_text(&self) -> bool {
        self.words().next().is_some()
    }

    /// What can be left out, as it is typed: each group, then each exclusion. Parsing the parts
    /// with spaces between them gives a query that means the same.
    pub fn parts(&self) -> Vec<String> {
        let group = |group: &Vec<Term>| {
            let terms: Vec<String> = group.iter().map(|term| term.written(false)).collect();
            terms.join(" OR ")
        };
        let none = self.none.iter().map(|term| term.written(true));
        self.all.iter().map(group).chain(none).collect()
    }

    /// The query without one of its [`Query::parts`], ready for the box.
    pub fn without(&self, part: usize) -> String {
        let parts = self.parts().into_iter().enumerate();
        let kept: Vec<String> = parts.filter(|&(at, _)| at != part).map(|(_, part)| part).collect();
        kept.join(" ")
    }
}

impl Term {
    /// Whether both are there in the same texts, however they are typed.
    fn means(&self, other: &Term) -> bool {
        self.field == other.field && self.forms == other.forms
    }

    /// The term so that it is read in the same way whatever stands around it: what would be taken
    /// for a sign is put in quotes.
    fn written(&self, excluded: bool) -> String {
        let Some((token, _)) = token(&self.typed) else { return self.typed.clone() };
        let (head, body) =
            if token.is_signed && !excluded { ("", self.typed.as_str()) } else { token.parts() };
        let opens = QUOTES.iter().any(|&(open, _)| body.starts_with(open));
        if token.is_signed && !excluded || token.is_or() || opens && token.phrase.is_none() {
            // Quotes that stand in the word as well could be closed elsewhere.
            let free = QUOTES.iter().find(|&&(open, close)| !body.contains([open, close]));
            let (open, close) = free.copied().unwrap_or(('「', '」'));
            format!("{head}{open}{body}{close}")
        } else {
            self.typed.clone()
        }
    }
}

fn add(terms: &mut Vec<Term>, term: Term) {
    if !terms.iter().any(|known| known.means(&term)) {
        terms.push(term);
    }
}

/// One word or phrase as it stands in the box.
struct Token<'a> {
    /// All of it.
    typed: &'a str,
    /// Whether a minus stands before it.
    is_signed: bool,
    field: Field,
    /// What follows sign and field, quotes included.
    body: &'a str,
    /// What the quotes hold.
    phrase: Option<&'a str>,
}

impl<'a> Token<'a> {
    fn is_or(&self) -> bool {
        let mut letters = self.typed.chars().map(chars::narrow);
        matches!(
            (letters.next(), letters.next(), letters.next()),
            (Some('O'), Some('R'), None) | (Some('|'), None, None)
        )
    }

    /// Sign and field, and the rest.
    fn parts(&self) -> (&'a str, &'a str) {
        self.typed.split_at(self.typed.len() - self.body.len())
    }

    fn term(&self) -> Term {
        let forms = forms(&fold(self.phrase.unwrap_or(self.body)));
        Term { field: self.field, forms, typed: self.typed.to_owned() }
    }

    /// The token as a word in which nothing is a sign. Spaces inside mean nothing to a word.
    fn literal(&self) -> Term {
        let typed: String = self.typed.split_whitespace().collect();
        Term { field: Field::Text, forms: forms(&fold(&typed)), typed }
    }
}

/// Every token that holds anything to look for.
fn tokens(typed: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = typed;
    while let Some((token, after)) = token(rest) {
        if !fold(token.body).is_empty() {
            tokens.push(token);
        }
        rest = after;
    }
    tokens
}

/// The first token, and what follows it.
fn token(rest: &str) -> Option<(Token<'_>, &str)> {
    let rest = rest.trim_start();
    if rest.is_empty() {
        return None;
    }
    let signed = rest.strip_prefix(['-', '－', '‐', '−']).map(operand);
    let signed = signed.filter(|(_, body, _)| !fold(body).is_empty());
    let is_signed = signed.is_some();
    let (field, body, phrase) = signed.unwrap_or_else(|| operand(rest));
    // The body is a part of `rest`, so it ends where the token does.
    let end = body.as_ptr() as usize + body.len() - rest.as_ptr() as usize;
    let (typed, after) = rest.split_at_checked(end)?;
    Some((Token { typed, is_signed, field, body, phrase }, after))
}

/// The field that is asked for, what is looked for in it, and what its quotes hold.
fn operand(rest: &str) -> (Field, &str, Option<&str>) {
    let asked = || {
        let (name, rest) = word(rest).split_once([':', '：']).map(|(name, _)| name).and_then(|name| {
            let after = rest.get(name.len()..)?;
            Some((name, after.strip_prefix([':', '：'])?))
        })?;
        let name = fold(name);
        let &(_, field) = FIELDS.iter().find(|(known, _)| fold(known) == name)?;
        let (body, phrase) = value(rest);
        (!fold(body).is_empty()).then_some((field, body, phrase))
    };
    asked().unwrap_or_else(|| {
        let (body, phrase) = value(rest);
        (Field::Text, body, phrase)
    })
}

/// A phrase with its quotes, or a word.
fn value(rest: &str) -> (&str, Option<&str>) {
    match phrase(rest) {
        Some((body, phrase)) => (body, Some(phrase)),
        None => (word(rest), None),
    }
}

/// A phrase that ends where its bracket is closed, or else with the first word; nothing but a space
/// may follow it.
fn phrase(rest: &str) -> Option<(&str, &str)> {
    let first = rest.chars().next()?;
    let &(open, close) = QUOTES.iter().find(|&&(open, _)| open == first)?;
    let held = |end: usize| {
        let body = rest.get(..end)?;
        let inside = body.strip_prefix(open)?.strip_suffix(close)?;
        (!fold(inside).is_empty()).then_some((body, inside))
    };
    let mut depth = 0_usize;
    let closed = rest.char_indices().find_map(|(at, c)| {
        if c == close && depth > 0 {
            depth -= 1;
        } else if c == open {
            depth += 1;
        }
        (depth == 0).then_some(at + c.len_utf8())
    });
    let stands_alone = |&end: &usize| {
        rest.get(end..).is_some_and(|after| after.trim_start().len() < after.len() || after.is_empty())
    };
    closed.filter(stands_alone).and_then(held).or_else(|| held(word(rest).len()))
}

fn word(rest: &str) -> &str {
    rest.split(char::is_whitespace).next().unwrap_or_default()
}
