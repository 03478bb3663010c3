//! The lossless tree and the only way to build one.
//!
//! May live here: what holds of every tree. May not: kinds that only some texts have.

use super::kind::SyntaxKind;
use crate::source::{Source, TextRange};

/// A node or a token. The children of a node lie side by side and cover its range; a token has
/// none and holds its characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: SyntaxKind,
    /// Where it stands.
    pub range: TextRange,
    /// What it is made of, in order.
    pub children: Vec<Node>,
}

impl Node {
    /// The first child of a kind.
    pub fn child(&self, kind: SyntaxKind) -> Option<&Node> {
        self.children.iter().find(|child| child.kind == kind)
    }

    /// The children of a kind.
    pub fn children_of(&self, kind: SyntaxKind) -> impl Iterator<Item = &Node> {
        self.children.iter().filter(move |child| child.kind == kind)
    }

    /// The tokens below, in order: every character of the range, once.
    pub fn tokens(&self) -> Vec<&Node> {
        let mut out = Vec::new();
        let mut waiting = vec![self];
        while let Some(node) = waiting.pop() {
            if node.children.is_empty() {
                out.push(node);
            }
            waiting.extend(node.children.iter().rev());
        }
        out
    }
}

/// The text of a tree: its tokens one after the other. Equals the source.
pub fn dump(root: &Node, source: &Source) -> String {
    root.tokens().into_iter().map(|token| source.slice(token.range)).collect()
}

/// Builds a tree from left to right. A token always begins where the last one ended, so that no
/// character can be left out or taken twice.
pub(super) struct Builder {
    at: usize,
    open: Vec<(SyntaxKind, usize, Vec<Node>)>,
}

impl Builder {
    pub(super) fn new() -> Builder {
        Builder { at: 0, open: vec![(SyntaxKind::Minutes, 0, Vec::new())] }
    }

    /// Opens a node.
    pub(super) fn start(&mut self, kind: SyntaxKind) {
        self.open.push((kind, self.at, Vec::new()));
    }

    /// Takes everything up to `end` as one token; nothing, if that is already taken.
    pub(super) fn token(&mut self, kind: SyntaxKind, end: usize) {
        if end > self.at
            && let Some((_, _, children)) = self.open.last_mut()
        {
            children.push(Node { kind, range: TextRange::new(self.at, end), children: Vec::new() });
            self.at = end;
        }
    }

    /// Takes `range` as a token and what stands before it as a gap.
    pub(super) fn token_at(&mut self, kind: SyntaxKind, range: TextRange) {
        self.token(SyntaxKind::Gap, range.start as usize);
        self.token(kind, range.end as usize);
    }

    /// Closes the node opened last. A node without characters vanishes.
    pub(super) fn finish(&mut self) {
        if self.open.len() > 1
            && let Some((kind, start, children)) = self.open.pop()
            && !children.is_empty()
            && let Some((_, _, siblings)) = self.open.last_mut()
        {
            siblings.push(Node { kind, range: TextRange::new(start, self.at), children });
        }
    }

    /// Closes everything; what is left of the text becomes a gap.
    pub(super) fn end(mut self, len: usize) -> Node {
        while self.open.len() > 1 {
            self.finish();
        }
        self.token(SyntaxKind::Gap, len);
        let children = self.open.pop().map(|(_, _, children)| children).unwrap_or_default();
        Node { kind: SyntaxKind::Minutes, range: TextRange::new(0, len), children }
    }
}
