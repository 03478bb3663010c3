//! Text folded to units of UTF-16, exactly as [`fold`](crate::search::fold) folds it.
//!
//! Nearly every letter folds to one unit whatever stands around it: a table holds these. The rest
//! (letters that fold to several, voicing marks, what lies beyond U+FFFF) goes the way of `fold`.
//!
//! May live here: letters becoming units. May not: which letters are one (`fold`).

use std::sync::LazyLock;

use crate::search::fold::{Share, read, voiced};

/// What parts texts. No letter folds to it.
pub const BREAK: u16 = 0;

/// The table says of a letter: not by the table.
const OTHERWISE: u16 = 0;
/// The table says of a letter: it is left out and parts what stands around it. No letter folds to
/// a control character, so neither of the two can be meant as a unit.
const GAP: u16 = 1;

/// For each letter up to U+FFFF its unit, [`OTHERWISE`] or [`GAP`].
static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut spelled = String::new();
    (0..=u16::MAX).map(|code| by_table(code, &mut spelled)).collect()
});

fn by_table(code: u16, spelled: &mut String) -> u16 {
    spelled.clear();
    let Some(c) = char::from_u32(code.into()) else { return OTHERWISE };
    match read(c, spelled) {
        Share::Nothing => OTHERWISE,
        Share::Gap => GAP,
        Share::Letters => {
            let mut units = spelled.encode_utf16();
            // A voicing mark may join the letter before it.
            let single = units.next().filter(|_| units.next().is_none() && !is_mark(spelled));
            single.unwrap_or(OTHERWISE)
        }
    }
}

/// Folds texts to units.
#[derive(Clone, Debug)]
pub struct Folder {
    table: &'static [u16],
    /// The letters to which one folds.
    spelled: String,
}

/// A folded text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    /// Its units.
    pub units: Vec<u16>,
    /// The indices of units before which no letter of the original begins, in order: `0` of ⑩.
    pub joints: Vec<u32>,
}

impl Folder {
    /// A folder. The first that is made asks for the unit of every letter.
    pub fn new() -> Folder {
        Folder { table: &TABLE, spelled: String::new() }
    }

    /// Folds a piece of a text; its units are put behind those that `out` holds. A voicing mark at
    /// its beginning joins nothing of the piece before.
    pub fn push(&mut self, piece: &str, out: &mut Text) {
        // Whether the unit before is a whole letter, and nothing stands between.
        let mut is_open = false;
        for c in piece.chars() {
            match self.table.get(c as usize).copied().unwrap_or(OTHERWISE) {
                OTHERWISE => is_open = self.push_otherwise(c, is_open, out),
                GAP => is_open = false,
                unit => {
                    out.units.push(unit);
                    is_open = true;
                }
            }
        }
    }

    #[cold]
    fn push_otherwise(&mut self, c: char, is_open: bool, out: &mut Text) -> bool {
        self.spelled.clear();
        match read(c, &mut self.spelled) {
            Share::Nothing => return is_open,
            Share::Gap => return false,
            Share::Letters => {}
        }
        let mut spelled = self.spelled.chars();
        let single = spelled.next().filter(|_| spelled.next().is_none());
        if let Some((last, mark)) = out.units.last_mut().filter(|_| is_open).zip(single) {
            let joined = char::from_u32((*last).into()).and_then(|base| voiced(base, mark));
            // Voiced letters are kana.
            if let Some(joined) = joined.and_then(|joined| u16::try_from(joined as u32).ok()) {
                *last = joined;
                return false;
            }
        }
        for (nth, letter) in self.spelled.chars().enumerate() {
            if nth > 0 {
                out.joints.push(out.units.len() as u32);
            }
            out.units.extend_from_slice(letter.encode_utf16(&mut [0; 2]));
        }
        single.is_some()
    }
}

impl Default for Folder {
    fn default() -> Folder {
        Folder::new()
    }
}

fn is_mark(spelled: &str) -> bool {
    matches!(spelled, "゛" | "゜")
}
