//! The numbers and bullets that Word puts before paragraphs by itself.
//!
//! May live here: `word/numbering.xml`, and the count. May not: how a number is printed (`numerals`).

use std::collections::BTreeMap;

use super::numerals::{format, symbol};
use super::styles::{List, Styles};
use super::xml::{Element, Space, Stop, Token, Xml};

/// What is printed before a paragraph is not longer, in characters: it is printed before every one.
const MAX_TEXT: usize = 100;

/// Word has no deeper lists.
const N_LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: Vec<Pattern>,
    lists: Vec<Instance>,
    /// Where in `patterns` an `abstractNumId` stands.
    pattern_places: BTreeMap<u32, usize>,
    /// Where in `lists` a `numId` stands.
    list_places: BTreeMap<u32, usize>,
}

type Levels = [Option<Level>; N_LEVELS];

#[derive(Debug, Default)]
struct Pattern {
    levels: Levels,
    /// The style of lists that says more.
    link: Option<String>,
    counts: [Option<u32>; N_LEVELS],
}

#[derive(Debug, Default)]
struct Instance {
    /// An `abstractNumId`.
    pattern: u32,
    levels: Levels,
    /// Where levels start that have not started yet.
    starts: [Option<u32>; N_LEVELS],
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    form: String,
    /// `第%1条`; `%1` is the number of the first level.
    text: String,
    font: String,
    /// What stands between the number and the words.
    gap: &'static str,
    /// The style of paragraphs that stand on this level.
    style: Option<String>,
    /// After which level the count begins anew, from 1; 0 is never.
    restart: Option<usize>,
    /// Whether the numbers of all levels are decimal.
    is_legal: bool,
}

impl Default for Level {
    fn default() -> Level {
        Level {
            start: 1,
            form: "decimal".to_owned(),
            text: String::new(),
            font: String::new(),
            gap: " ",
            style: None,
            restart: None,
            is_legal: false,
        }
    }
}

/// What is open while the part is read.
#[derive(Default)]
struct Open {
    pattern: Option<(u32, Pattern)>,
    list: Option<(u32, Instance)>,
    level: Option<(usize, Level)>,
    overridden: usize,
}

impl Numbering {
    pub fn read(text: &str) -> Result<Numbering, Stop> {
        let mut numbering = Numbering::default();
        let mut xml = Xml::new(text);
        let mut open = Open::default();
        let mut path: Vec<String> = Vec::new();
        loop {
            match xml.next()? {
                Token::Open(element) => {
                    let name =
                        if element.space == Space::Word { element.name().to_owned() } else { String::new() };
                    open.enter(&name, &element);
                    path.push(name);
                }
                Token::Close => match path.pop().as_deref() {
                    Some("lvl") => open.keep_level(),
                    Some("abstractNum") => {
                        if let Some((id, pattern)) = open.pattern.take() {
                            numbering.pattern_places.insert(id, numbering.patterns.len());
                            numbering.patterns.push(pattern);
                        }
                    }
                    Some("num") => {
                        if let Some((id, list)) = open.list.take() {
                            numbering.list_places.insert(id, numbering.lists.len());
                            numbering.lists.push(list);
                        }
                    }
                    _ => {}
                },
                Token::Text(_) => {}
                Token::End => return Ok(numbering),
            }
        }
    }

    /// Counts a paragraph of a list and says what is printed before it.
    pub fn next(&mut self, list: List, style: Option<&str>, styles: &Styles) -> Option<String> {
        let number = list.number.filter(|&number| number > 0)?;
        let place = *self.list_places.get(&number)?;
        let pattern_place = self.linked(self.lists.get(place)?.pattern, styles)?;
        let (instance, pattern) = (self.lists.get_mut(place)?, self.patterns.get_mut(pattern_place)?);
        let (own, levels, counts) = (&instance.levels, &pattern.levels, &mut pattern.counts);
        let at = |depth: usize| {
            own.get(depth).and_then(Option::as_ref).or_else(|| levels.get(depth).and_then(Option::as_ref))
        };
        // A style that names a list says by its own name on which level.
        let is_of_style = |level: &Option<Level>| {
            let named = level.as_ref().and_then(|level| level.style.as_deref());
            named.is_some() && named == style
        };
        let of_style = || levels.iter().position(is_of_style);
        let depth = list.level.or_else(of_style).unwrap_or(0).min(N_LEVELS - 1);
        let level = at(depth)?;
        let start = instance.starts.get_mut(depth).and_then(Option::take);
        let count = match (start, counts.get(depth).copied().flatten()) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => level.start,
        };
        for (other, slot) in counts.iter_mut().enumerate() {
            if other == depth {
                *slot = Some(count);
            } else if other > depth && depth < at(other).and_then(|level| level.restart).unwrap_or(other) {
                *slot = None;
            }
        }
        if level.form == "bullet" {
            let bullet = bullet(level) + level.gap;
            return (!bullet.trim().is_empty()).then_some(bullet);
        }
        let mut printed = String::new();
        let mut letters = level.text.chars();
        while let Some(c) = letters.next() {
            let digit = (c == '%').then(|| letters.clone().next().and_then(|c| c.to_digit(10))).flatten();
            let Some(depth) = digit.and_then(|digit| (digit as usize).checked_sub(1)) else {
                printed.push(c);
                continue;
            };
            letters.next();
            let Some(of) = at(depth) else { continue };
            let count = counts.get(depth).copied().flatten().unwrap_or(of.start);
            printed.push_str(&format(count, if level.is_legal { "decimal" } else { &of.form }));
        }
        (!printed.trim().is_empty()).then(|| printed + level.gap)
    }

    /// Where the pattern stands that is meant: one may only name a style of lists.
    fn linked(&self, pattern: u32, styles: &Styles) -> Option<usize> {
        let place = *self.pattern_places.get(&pattern)?;
        let link = self.patterns.get(place)?.link.as_deref();
        let list = link.and_then(|style| styles.list(Some(style)).number);
        let instance = list.and_then(|list| self.lists.get(*self.list_places.get(&list)?));
        let linked = instance.and_then(|instance| self.pattern_places.get(&instance.pattern));
        Some(linked.copied().unwrap_or(place))
    }
}

impl Open {
    fn enter(&mut self, name: &str, element: &Element) {
        let number = |name: &str| element.attribute(name).and_then(|value| value.parse::<u32>().ok());
        let depth = || number("ilvl").map_or(0, |level| level as usize);
        let val = || element.val().unwrap_or_default();
        match (name, &mut self.level) {
            ("abstractNum", _) => {
                self.pattern = number("abstractNumId").map(|id| (id, Pattern::default()));
            }
            ("num", _) => self.list = number("numId").map(|id| (id, Instance::default())),
            ("abstractNumId", _) => {
                if let Some((_, list)) = &mut self.list {
                    list.pattern = number("val").unwrap_or_default();
                }
            }
            ("numStyleLink", _) => {
                if let Some((_, pattern)) = &mut self.pattern {
                    pattern.link = element.val();
                }
            }
            ("lvlOverride", _) => self.overridden = depth(),
            ("startOverride", _) => {
                if let (Some((_, list)), Some(start)) = (&mut self.list, number("val")) {
                    list.starts.get_mut(self.overridden).into_iter().for_each(|slot| *slot = Some(start));
                }
            }
            ("lvl", _) => self.level = Some((depth(), Level::default())),
            ("start", Some((_, level))) => level.start = number("val").unwrap_or(1),
            ("numFmt", Some((_, level))) => level.form = val(),
            ("lvlText", Some((_, level))) => level.text = val().chars().take(MAX_TEXT).collect(),
            ("lvlRestart", Some((_, level))) => level.restart = number("val").map(|level| level as usize),
            ("pStyle", Some((_, level))) => level.style = element.val(),
            ("isLgl", Some((_, level))) => level.is_legal = element.is_on(),
            ("suff", Some((_, level))) => level.gap = if val() == "nothing" { "" } else { " " },
            ("rFonts", Some((_, level))) => {
                let font = element.attribute("ascii").or_else(|| element.attribute("hAnsi"));
                level.font = font.unwrap_or_default();
            }
            _ => {}
        }
    }

    fn keep_level(&mut self) {
        let Some((depth, level)) = self.level.take() else { return };
        let levels = match (&mut self.list, &mut self.pattern) {
            (Some((_, list)), _) => &mut list.levels,
            (None, Some((_, pattern))) => &mut pattern.levels,
            (None, None) => return,
        };
        if let Some(slot) = levels.get_mut(depth) {
            *slot = Some(level);
        }
    }
}

/// The bullet as a letter that every font has; those of fonts that nobody knows become a middle dot.
fn bullet(level: &Level) -> String {
    let known = |c: char| match symbol(c, &level.font) {
        Some(sign) => sign,
        None if matches!(c, '\u{E000}'..='\u{F8FF}') => '・',
        None => c,
    };
    level.text.chars().map(known).collect()
}
