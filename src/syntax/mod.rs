//! What is written: a tree that holds every character of the text once.
//!
//! [`parse`] is a pure function that cannot fail. It works line by line, because minutes are
//! structured by line:
//!
//! 1. `repair` cuts the text into lines and undoes for reading what a conversion did to them; `lines`
//!    looks at each line alone; `numbering` and `lexicon` help.
//! 2. `form` finds the items of the record's form and where the discussion begins; `roster`
//!    reads the roll.
//! 3. `label` says what could be a speaker label, `known` how far its words are known, `convention`
//!    which of these the text uses.
//! 4. `parser` walks the lines once and builds the tree: `items` what stands before the discussion, `headings`
//!    says which of its lines are headings.
//!
//! May live here: what can be told from the letters. May not: what it means (`model`).

mod columns;
mod convention;
mod form;
mod headings;
mod items;
mod kind;
mod known;
mod label;
mod lexicon;
mod lines;
mod numbering;
mod parser;
mod repair;
mod roster;
mod title;
mod tree;

pub use kind::{Field, SyntaxKind};
pub use lexicon::Role;
pub use title::RECORDS as RECORD_WORDS;
pub use tree::{Node, dump};

use crate::source::{Source, TextRange};

/// What parsing gives: a tree over the whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parse {
    /// The node of the whole text.
    pub root: Node,
    /// Lines that are no part of the record: page numbers, running heads, what a web page puts around.
    pub furniture: Vec<TextRange>,
}

/// Reads a text. It cannot fail: what no rule recognises is a [`SyntaxKind::Plain`] node.
pub fn parse(source: &Source) -> Parse {
    let laid = repair::lines(source);
    let is_left_out = |line: &&lines::Laid| line.is_furniture && !line.stretches.is_empty();
    let furniture = laid.iter().filter(is_left_out).map(lines::Laid::range).collect();
    Parse { root: parser::parse(source, &laid), furniture }
}

/// The field whose name `label` is, inner spaces left out.
pub fn field_of(label: &str) -> Option<Field> {
    lexicon::item(label).filter(|&(_, len)| len == label.len()).map(|(field, _)| field)
}

/// Whether `text` only says what kind of document it heads: `会 議 録`.
pub fn is_record_word(text: &str) -> bool {
    title::is_record_word(text)
}

/// Whether a heading only says which part of the meeting begins: 開会, 会長挨拶, 議事. It is no matter to be
/// dealt with.
pub fn is_formality(heading: &str) -> bool {
    lexicon::is_formality(&squash(heading))
}

/// Whether a number is a part of the name by which a matter is called: 議案第１号, 日程第１.
pub fn names_matter(num: &str) -> bool {
    numbering::names_matter(num)
}

/// The role that the words of a speaker label or of a part show.
pub fn role_of(label: &str) -> Role {
    label::role_of(&label::squash(label))
}

/// Whether nothing but its dress speaks for a label without a role: it is no kind of speech, no name with a
/// courtesy.
pub fn is_dress_alone(label: &str) -> bool {
    let squashed = label::squash(label);
    !known::is_kind(&squashed)
        && squashed.chars().any(char::is_alphabetic)
        && !matches!(squashed.as_str(), "同")
        && !["君", "氏", "さん", "様"].iter().any(|courtesy| squashed.ends_with(courtesy))
}

/// The role that the members of a group of the roll have.
pub fn group_role(group: &str) -> Role {
    roster::group_role(group)
}

/// A label or name without spaces: the form in which two are compared.
pub fn squash(text: &str) -> String {
    label::squash(text)
}

/// A label, given without spaces, without the bracket in it: `委員長（山田君）` → 委員長.
pub fn without_bracket(label: &str) -> std::borrow::Cow<'_, str> {
    label::split_bracket(label).0
}

/// What stands before the word for a part or post that ends `label`; `None` where none ends it.
pub fn before_role(label: &str) -> Option<&str> {
    lexicon::role_suffix(label).map(|(_, before)| before)
}

/// Whether a label, given without spaces, prints this full name: beside the name there is room for
/// a part, a courtesy or a bracket and for nothing else.
pub fn names_fully(label: &str, name: &str) -> bool {
    name.chars().count() > 2 && label::beside_name(label, name).is_some()
}

/// Whether `text` can be a full name.
pub fn is_full_name(text: &str) -> bool {
    lexicon::is_full_name(text)
}

/// The number before a heading as style and value: headings of one style belong to one level.
pub fn level_of(number: &str) -> Option<String> {
    let style = numbering::number(number)?.style;
    // 報告第１号 under 日程第５ is a part of it.
    let orders_day = style == numbering::Style::Ordinal && number.starts_with(['日', '第', '追']);
    Some(format!("{style:?}{}", if orders_day { " of the day" } else { "" }))
}
