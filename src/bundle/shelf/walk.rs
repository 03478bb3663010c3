//! The way through the columns of a meeting, the same for writing and for reading.
//!
//! A column is a run of numbers of one kind, each in LEB128 (seven bits a byte, the low ones first). What a
//! text shows by itself, such as that a paragraph ends where its line does, is a 0 in its column, and runs of
//! zeros vanish when the block is deflated.
//!
//! A place in the text is told from the place before it: on which line, and how far behind its beginning or,
//! on the same line, behind the place before. An end is told from its line's end. Lines end at LF here,
//! whatever else a line may end with for readers.
//!
//! May live here: numbers, places, lists. May not: what they mean (`meeting`).

use crate::bundle::BundleError;
use crate::bundle::wire::Key;
use crate::model::{Piece, Prose};
use crate::source::TextRange;

pub(super) type Read<T> = Result<T, BundleError>;

/// What numbers are about. Each part has columns of its own, so that what is alike stands together.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Head,
    Speech,
    Topic,
    Label,
    Printed,
    Role,
    By,
    Paragraph,
    Piece,
    Join,
    Tail,
    Labels,
    Narrative,
    Body,
    Rest,
}

pub(super) const N_PARTS: usize = 15;

/// The columns of a part.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Number,
    Line,
    Step,
    Indent,
    EndLine,
    EndStep,
}

pub(super) const N_KINDS: usize = 6;
pub(super) const N_COLUMNS: usize = N_PARTS * N_KINDS;

/// Where numbers go to or come from.
pub(super) trait Carry {
    /// Whether what is given does not matter, since it is read.
    const READS: bool;

    /// Writes `value` and gives it back; or gives what was written, whatever `value` is.
    fn number(&mut self, part: Part, kind: Kind, value: u64) -> Read<u64>;
}

/// Columns that are being written.
#[derive(Default)]
pub(super) struct Pen {
    columns: Vec<Vec<u8>>,
}

/// Columns that are being read.
pub(super) struct Eye<'a> {
    columns: Vec<&'a [u8]>,
}

fn column(part: Part, kind: Kind) -> usize {
    part as usize * N_KINDS + kind as usize
}

pub(super) fn push_number(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Takes a number from the front of `bytes`.
pub(super) fn take_number(bytes: &mut &[u8]) -> Read<u64> {
    let mut value = 0_u64;
    for shift in (0..63).step_by(7) {
        let (first, rest) = bytes.split_first().ok_or(BundleError::Value { of: "column" })?;
        *bytes = rest;
        value |= u64::from(first & 0x7F) << shift;
        if first & 0x80 == 0 {
            return Ok(value);
        }
    }
    Err(BundleError::Value { of: "number" })
}

impl Pen {
    pub(super) fn new() -> Pen {
        Pen { columns: vec![Vec::new(); N_COLUMNS] }
    }

    /// The lengths of the columns and then the columns.
    pub(super) fn finish(self, out: &mut Vec<u8>) {
        for column in &self.columns {
            push_number(out, column.len() as u64);
        }
        for column in &self.columns {
            out.extend_from_slice(column);
        }
    }
}

impl Carry for Pen {
    const READS: bool = false;

    fn number(&mut self, part: Part, kind: Kind, value: u64) -> Read<u64> {
        if let Some(column) = self.columns.get_mut(column(part, kind)) {
            push_number(column, value);
        }
        Ok(value)
    }
}

impl<'a> Eye<'a> {
    /// Takes the columns that [`Pen::finish`] wrote; nothing may stand behind them.
    pub(super) fn new(mut bytes: &'a [u8]) -> Read<Eye<'a>> {
        let cut = BundleError::Value { of: "column" };
        let mut lens = [0; N_COLUMNS];
        for len in &mut lens {
            *len = take_number(&mut bytes)?;
        }
        let mut columns = Vec::with_capacity(N_COLUMNS);
        for len in lens {
            let len = usize::try_from(len).map_err(|_| cut.clone())?;
            let (column, rest) = bytes.split_at_checked(len).ok_or(cut.clone())?;
            columns.push(column);
            bytes = rest;
        }
        if bytes.is_empty() { Ok(Eye { columns }) } else { Err(cut) }
    }
}

impl Carry for Eye<'_> {
    const READS: bool = true;

    fn number(&mut self, part: Part, kind: Kind, _: u64) -> Read<u64> {
        let column = self.columns.get_mut(column(part, kind)).ok_or(BundleError::Value { of: "column" })?;
        take_number(column)
    }
}

/// A place in the columns and in the text.
pub(super) struct Walk<'t, C> {
    carry: C,
    text: &'t str,
    /// Where each line begins, and where it ends without its end and the spaces before that.
    starts: Vec<u32>,
    ends: Vec<u32>,
    /// The place before, and its line.
    at: u32,
    line: usize,
}

/// Small numbers of either sign as small numbers without.
fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

impl<'t, C: Carry> Walk<'t, C> {
    pub(super) fn new(carry: C, text: &'t str) -> Walk<'t, C> {
        let (mut starts, mut ends) = (vec![0], Vec::new());
        let mut at = 0;
        for line in text.split('\n') {
            ends.push((at + line.trim_end().len()) as u32);
            at += line.len() + 1;
            starts.push(at as u32);
        }
        // Behind the last line begins none.
        starts.pop();
        Walk { carry, text, starts, ends, at: 0, line: 0 }
    }

    pub(super) fn into_carry(self) -> C {
        self.carry
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    pub(super) fn number(&mut self, part: Part, value: u32) -> Read<u32> {
        let value = self.carry.number(part, Kind::Number, u64::from(value))?;
        u32::try_from(value).map_err(|_| BundleError::Value { of: "number" })
    }

    pub(super) fn flag(&mut self, part: Part, value: bool) -> Read<bool> {
        match self.number(part, u32::from(value))? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(BundleError::Value { of: "flag" }),
        }
    }

    /// A reference to one of `n`.
    pub(super) fn id(&mut self, part: Part, of: &'static str, value: u32, n: usize) -> Read<u32> {
        let id = self.number(part, value)?;
        if (id as usize) < n { Ok(id) } else { Err(BundleError::Id { of, id }) }
    }

    /// One of a few names.
    pub(super) fn one_of<K: Key>(&mut self, part: Part, value: Option<K>) -> Read<K> {
        let place = value.and_then(|value| K::ALL.iter().position(|known| *known == value)).unwrap_or(0);
        let place = self.number(part, place as u32)?;
        K::ALL.get(place as usize).copied().ok_or(BundleError::Value { of: "name" })
    }

    /// What may be absent.
    pub(super) fn opt<T, U>(
        &mut self,
        part: Part,
        value: Option<T>,
        each: impl FnOnce(&mut Self, Option<T>) -> Read<U>,
    ) -> Read<Option<U>> {
        match self.flag(part, value.is_some())? {
            true => each(self, value).map(Some),
            false => Ok(None),
        }
    }

    /// A list. Each of its items carries a number at least, so that no list is longer than the columns.
    pub(super) fn list<T, U>(
        &mut self,
        part: Part,
        given: &[T],
        mut each: impl FnMut(&mut Self, u32, Option<&T>) -> Read<U>,
    ) -> Read<Vec<U>> {
        let n = self.number(part, given.len() as u32)?;
        let mut out = Vec::new();
        for idx in 0..n {
            out.push(each(self, idx, given.get(idx as usize))?);
        }
        Ok(out)
    }

    /// Moves to a place, from which the next is told.
    pub(super) fn go(&mut self, at: u32) {
        // Most places are on the line of the place before, or on the next.
        let starts = |walk: &Self, line: usize| walk.starts.get(line).copied();
        let is_on = |walk: &Self, line: usize| {
            starts(walk, line).is_some_and(|start| start <= at)
                && starts(walk, line + 1).is_none_or(|next| at < next)
        };
        self.at = at;
        if is_on(self, self.line) {
            return;
        }
        let next = self.line + 1;
        self.line = match is_on(self, next) {
            true => next,
            false => self.starts.partition_point(|&start| start <= at).saturating_sub(1),
        };
    }

    fn signed(&mut self, part: Part, kind: Kind, value: i64) -> Read<i64> {
        self.carry.number(part, kind, zigzag(value)).map(unzigzag)
    }

    /// The line that is so many behind the present one.
    fn line_by(&mut self, part: Part, kind: Kind, from: usize, to: usize) -> Read<usize> {
        let by = self.signed(part, kind, to as i64 - from as i64)?;
        let line = (from as i64).checked_add(by).and_then(|line| usize::try_from(line).ok());
        line.filter(|&line| line < self.starts.len()).ok_or(BundleError::Value { of: "line" })
    }

    fn place(base: u32, by: i64) -> Read<u32> {
        let place = i64::from(base).checked_add(by).and_then(|place| u32::try_from(place).ok());
        place.ok_or(BundleError::Value { of: "place" })
    }

    /// A place; the next is told from it.
    pub(super) fn start(&mut self, part: Part, value: u32) -> Read<u32> {
        let (before, from) = (self.at, self.line);
        if !C::READS {
            self.go(value);
        }
        let line = self.line_by(part, Kind::Line, from, self.line)?;
        let place = match line == from {
            true => {
                let by = self.signed(part, Kind::Step, i64::from(value) - i64::from(before))?;
                Self::place(before, by)?
            }
            false => {
                let start = self.starts.get(line).copied().unwrap_or_default();
                let by = self.signed(part, Kind::Indent, i64::from(value) - i64::from(start))?;
                Self::place(start, by)?
            }
        };
        self.line = line;
        self.go(place);
        Ok(place)
    }

    /// The end of what began at the place before; the next place is told from it.
    pub(super) fn end(&mut self, part: Part, value: u32) -> Read<u32> {
        let from = self.line;
        if !C::READS {
            self.go(value);
        }
        let line = self.line_by(part, Kind::EndLine, from, self.line)?;
        let end = self.ends.get(line).copied().unwrap_or_default();
        let by = self.signed(part, Kind::EndStep, i64::from(end) - i64::from(value))?;
        let place = by.checked_neg().ok_or(BundleError::Value { of: "place" });
        let place = Self::place(end, place?)?;
        self.line = line;
        self.go(place);
        Ok(place)
    }

    /// A range of the text: nothing else passes.
    pub(super) fn checked(&self, start: u32, end: u32) -> Read<TextRange> {
        let range = TextRange { start, end };
        // `get` refuses what is out of bounds, backwards, or inside a character.
        self.text.get(range.to_usize()).map(|_| range).ok_or(BundleError::Range { start, end })
    }

    pub(super) fn range(&mut self, part: Part, value: Option<TextRange>) -> Read<TextRange> {
        let TextRange { start, end } = value.unwrap_or_default();
        let start = self.start(part, start)?;
        let end = self.end(part, end)?;
        self.checked(start, end)
    }

    /// A range from which nothing else is told, so that it may be passed over.
    pub(super) fn aside(&mut self, part: Part, value: Option<TextRange>) -> Read<TextRange> {
        let (at, line) = (self.at, self.line);
        let range = self.range(part, value);
        (self.at, self.line) = (at, line);
        range
    }

    /// Text that reads as one.
    pub(super) fn prose(&mut self, part: Part, given: Option<&Prose>) -> Read<Prose> {
        let mut pieces = Vec::new();
        self.pieces(part, given, &mut |piece| pieces.push(piece))?;
        Ok(Prose { pieces })
    }

    /// The same, piece by piece.
    pub(super) fn pieces(
        &mut self,
        part: Part,
        given: Option<&Prose>,
        each: &mut dyn FnMut(Piece),
    ) -> Read<()> {
        let given = given.map(|prose| prose.pieces.as_slice()).unwrap_or_default();
        for nth in 0..self.number(part, given.len() as u32)? {
            let piece = given.get(nth as usize);
            let range = self.range(part, piece.map(|piece| piece.range))?;
            let join = self.one_of(Part::Join, piece.map(|piece| piece.join))?;
            each(Piece { range, join });
        }
        Ok(())
    }

    /// A range that is told by its length, as that of a name is.
    pub(super) fn short_range(&mut self, part: Part, value: Option<TextRange>) -> Read<TextRange> {
        let TextRange { start, end } = value.unwrap_or_default();
        let start = self.start(part, start)?;
        let len = self.number(part, end.saturating_sub(start))?;
        let end = start.checked_add(len).ok_or(BundleError::Value { of: "place" })?;
        self.go(end);
        self.checked(start, end)
    }
}
