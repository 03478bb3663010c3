//! What of a page is only around the text: menus, crumbs, the head and the foot of the site.
//!
//! May live here: by which elements and names that is known. May not: how the rest is written down.
//!
//! Names lie, so that nothing goes by its name alone: a form that wraps the whole page, as some systems
//! write it, holds the text itself and stays.

use std::ops::Range;

use crate::read::{Markup, Step};

/// Elements that hold nothing to read, or things to press.
const NOT_TEXT: [&str; 21] = [
    "script", "style", "template", "noscript", "head", "title", "svg", "canvas", "iframe", "object", "embed",
    "audio", "video", "map", "select", "datalist", "button", "input", "rp", "noframes", "dialog",
];

/// Elements that are around the text.
const AROUND: [&str; 6] = ["nav", "header", "footer", "aside", "form", "search"];

/// The same in words for elements that have no meaning of their own.
const ROLES: [&str; 8] =
    ["navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar"];

/// Names by which authors call what is around the text.
const NAMES: [&str; 15] = [
    "header",
    "footer",
    "nav",
    "navi",
    "gnav",
    "gnavi",
    "globalnav",
    "globalnavi",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "topicpath",
    "topic-path",
    "pankuzu",
    "skip",
];

/// A page, its elements measured.
pub(super) struct Outline {
    /// Where the element that a step opens ends; of other steps the step itself.
    ends: Vec<usize>,
    /// The number of letters up to each step.
    letters: Vec<usize>,
    /// The steps to read.
    pub range: Range<usize>,
    /// Whether they are the main part, in which a head or foot belongs to the text.
    is_main: bool,
}

impl Outline {
    pub fn new(markup: &Markup) -> Outline {
        let steps = &markup.steps;
        let mut ends: Vec<usize> = (0..steps.len()).collect();
        let mut letters = vec![0];
        let mut open: Vec<(usize, bool)> = Vec::new();
        let mut n_letters = 0;
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Open { name, .. } => {
                    let is_text = open.last().is_none_or(|(_, is_text)| *is_text);
                    open.push((at, is_text && !NOT_TEXT.contains(&name.as_str())));
                }
                Step::Text(text) if open.last().is_none_or(|(_, is_text)| *is_text) => {
                    n_letters += text.chars().filter(|c| !c.is_whitespace()).count();
                }
                Step::Text(_) => {}
                Step::Close => {
                    if let Some(end) = open.pop().and_then(|(at, _)| ends.get_mut(at)) {
                        *end = at;
                    }
                }
            }
            letters.push(n_letters);
        }
        // Whoever forgets to close an element means it to go on.
        for (at, _) in open {
            if let Some(end) = ends.get_mut(at) {
                *end = steps.len().saturating_sub(1);
            }
        }
        let mut outline = Outline { ends, letters, range: 0..steps.len(), is_main: false };
        if let Some(range) = outline.main(markup) {
            outline.range = range;
            outline.is_main = true;
        }
        outline
    }

    /// The steps of the main part, if the page names one that is not nearly empty, or one article that
    /// holds most of it.
    fn main(&self, markup: &Markup) -> Option<Range<usize>> {
        let all = self.letters_in(&self.range);
        let named = |is: &dyn Fn(&str, &str) -> bool| {
            let steps = markup.steps.iter().enumerate();
            let found = steps.filter_map(|(at, step)| match step {
                Step::Open { name, .. } if is(name, attribute(step, "role")) => Some(at..self.end(at) + 1),
                _ => None,
            });
            found.collect::<Vec<_>>()
        };
        let mains = named(&|name, role| name == "main" || role == "main");
        let main = mains.into_iter().max_by_key(|range| self.letters_in(range));
        if let Some(main) = main.filter(|range| self.letters_in(range) * 10 > all) {
            return Some(main);
        }
        match named(&|name, _| name == "article").as_slice() {
            [article] if self.letters_in(article) * 2 > all => Some(article.clone()),
            _ => None,
        }
    }

    /// Where the element ends that the step opens.
    pub fn end(&self, at: usize) -> usize {
        self.ends.get(at).copied().unwrap_or(at)
    }

    /// The letters in a stretch of steps.
    pub fn letters_in(&self, range: &Range<usize>) -> usize {
        let up_to = |at: usize| self.letters.get(at).copied().unwrap_or_default();
        up_to(range.end).saturating_sub(up_to(range.start))
    }

    /// Whether the element that opens at a step is not read. `is_inside` says whether an article is open.
    pub fn is_left_out(&self, at: usize, step: &Step, is_inside: bool) -> bool {
        let Step::Open { name, attributes } = step else { return false };
        let name = name.as_str();
        if NOT_TEXT.contains(&name) || is_hidden(step) {
            return true;
        }
        let is_own = (is_inside || self.is_main) && matches!(name, "header" | "footer");
        let has_name = |word: &str| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name));
        let may_be_called = matches!(name, "div" | "ul" | "ol" | "p" | "section" | "table");
        let is_called = may_be_called
            && attributes.iter().any(|(key, value)| match key.as_str() {
                "id" => has_name(value.trim()),
                // A class of a heading or cell may bear such a name, but a crumb is a crumb.
                "class" => value.split_ascii_whitespace().any(|class| has_name(class) && class.len() > 8),
                _ => false,
            });
        let is_around =
            (AROUND.contains(&name) && !is_own) || is_called || ROLES.contains(&attribute(step, "role"));
        let inside = self.letters_in(&(at..self.end(at) + 1));
        is_around && inside * 2 < self.letters_in(&self.range)
    }
}

/// The title that a page bears in its head, where no heading in its text says what it is.
pub(super) fn title(markup: &Markup) -> Option<String> {
    let is = |step: &Step, names: &[&str]| matches!(step, Step::Open { name, .. } if names.contains(&name.as_str()));
    if markup.steps.iter().any(|step| is(step, &["h1", "h2"])) {
        return None;
    }
    let at = markup.steps.iter().position(|step| is(step, &["title"]))?;
    match markup.steps.get(at + 1)? {
        Step::Text(text) => Some(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => None,
    }
}

/// The value of an attribute of the element that a step opens; empty where it has none.
pub(super) fn attribute<'a>(step: &'a Step, name: &str) -> &'a str {
    let Step::Open { attributes, .. } = step else { return "" };
    let found = attributes.iter().find(|(key, _)| key == name);
    found.map_or("", |(_, value)| value.trim())
}

/// Whether the page hides the element.
fn is_hidden(step: &Step) -> bool {
    let Step::Open { attributes, .. } = step else { return false };
    attributes.iter().any(|(key, value)| match key.as_str() {
        "hidden" => true,
        "style" => {
            let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            ["display:none", "visibility:hidden", "mso-hide:all"].iter().any(|word| style.contains(word))
        }
        _ => false,
    })
}
