//! Letters and lines at their places on a page. Lengths are points, y grows upwards.
//!
//! May live here: the data between reading a content and laying it out. May not: either of them.

use std::rc::Rc;

use super::object::Object;

/// A change of coordinates, as PDF writes it: `[a b c d e f]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub(super) const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn of(numbers: &[Object]) -> Matrix {
        let mut matrix = Matrix::ONE;
        for (to, number) in matrix.0.iter_mut().zip(numbers) {
            *to = number.number().unwrap_or(*to);
        }
        matrix
    }

    /// This change, and then another.
    pub(super) fn then(&self, after: &Matrix) -> Matrix {
        let [a, b, c, d, e, f] = self.0;
        let [g, h, i, j, k, l] = after.0;
        Matrix([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    pub(super) fn place(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

/// A length in parts that can be put in order.
pub(super) fn fine(length: f64) -> i64 {
    (length * 1024.0) as i64
}

/// A letter at its place.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub text: Rc<str>,
    /// Where it begins on its line.
    pub x: f64,
    pub y: f64,
    /// How far its end is from there.
    pub dx: f64,
    pub dy: f64,
    /// The size of the font, across the line and along it.
    pub size: f64,
    pub em: f64,
    /// Whether its font sets lines from top to bottom: then `x` is the middle of the line.
    pub is_vertical: bool,
}

impl Glyph {
    /// `place` takes parts of the font's size to the page.
    pub(super) fn new(text: Rc<str>, place: &Matrix, (dx, dy): (f64, f64), is_vertical: bool) -> Glyph {
        let [a, b, c, d, x, y] = place.0;
        let (along, across) = (a.hypot(b), c.hypot(d));
        let (em, size) = if is_vertical { (across, along) } else { (along, across) };
        // A trap may have any numbers; what cannot be compared is nowhere.
        let sound = |number: f64| if number.is_finite() { number.clamp(-1e7, 1e7) } else { 0.0 };
        Glyph {
            text,
            x: sound(x),
            y: sound(y),
            dx: sound(a * dx + c * dy),
            dy: sound(b * dx + d * dy),
            size: sound(size),
            em: sound(em),
            is_vertical,
        }
    }
}

/// A straight line, upright or level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub is_upright: bool,
    /// x of an upright line, y of a level one.
    pub at: f64,
    /// Where it begins and ends, the lesser number first.
    pub from: f64,
    pub to: f64,
}

impl Rule {
    /// The lines of an outline that is drawn with a pen.
    pub(super) fn drawn(outline: &[(f64, f64)]) -> Vec<Rule> {
        outline
            .iter()
            .zip(outline.iter().skip(1))
            .filter_map(|(from, to)| Rule::between(*from, *to))
            .collect()
    }

    /// The line that a filled outline is, where it is thin. Another is a ground on which something stands.
    pub(super) fn filled(outline: &[(f64, f64)]) -> Vec<Rule> {
        let start = (f64::INFINITY, f64::NEG_INFINITY);
        let grown = |(low, high): (f64, f64), to: f64| (low.min(to), high.max(to));
        let (wide, high) =
            outline.iter().fold((start, start), |(wide, high), &(x, y)| (grown(wide, x), grown(high, y)));
        let (x, y) = ((wide.0 + wide.1) / 2.0, (high.0 + high.1) / 2.0);
        let rule = if wide.1 - wide.0 < THIN {
            Rule::between((x, high.0), (x, high.1))
        } else if high.1 - high.0 < THIN {
            Rule::between((wide.0, y), (wide.1, y))
        } else {
            None
        };
        rule.into_iter().collect()
    }

    /// None for what is askew or short.
    pub(super) fn between((x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> Option<Rule> {
        let (wide, high) = ((to_x - x).abs(), (to_y - y).abs());
        let ordered = |one: f64, other: f64| (one.min(other), one.max(other));
        let ((from, to), at, is_upright) = if wide < 1.0 && high > SHORT {
            (ordered(y, to_y), x, true)
        } else if high < 1.0 && wide > SHORT {
            (ordered(x, to_x), y, false)
        } else {
            return None;
        };
        (from.is_finite() && to.is_finite() && at.is_finite()).then_some(Rule { is_upright, at, from, to })
    }
}

/// What is thinner is a line, in points.
const THIN: f64 = 3.0;

/// What is shorter parts nothing, in points.
const SHORT: f64 = 6.0;

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    /// How many glyphs have no known letter.
    pub n_unknown: usize,
    /// How many were named as radicals.
    pub n_radicals: usize,
}
