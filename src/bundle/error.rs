//! Why a page is not a bundle, worded for people.
//!
//! May live here: every reason and its sentence in each language. May not: what is done about it.

use std::fmt;

use crate::chars::grouped;
use crate::diagnostics::Lang;

/// Why a bundle could not be written or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BundleError {
    /// The page lacks a place that a viewer page has.
    NoSlot {
        /// How the place begins.
        slot: &'static str,
    },
    /// The page has such a place twice, so that it is not clear which is meant.
    SlotTwice {
        /// How the place begins.
        slot: &'static str,
    },
    /// The page is a viewer without minutes.
    Empty,
    /// The page holds a shelf where one set of minutes is asked for.
    Shelf,
    /// The data is not JSON, or not of the known shape.
    Json {
        /// The line of the data block, from 1; 0 where the data as a whole is meant.
        line: usize,
        /// The column, in bytes from 1.
        column: usize,
    },
    /// The data is of another format.
    Foreign,
    /// A newer program wrote the data.
    Newer {
        /// Its version.
        version: u64,
    },
    /// The file holds another number of meetings than one.
    Count {
        /// How many.
        n_minutes: usize,
    },
    /// A range that is none of the text: out of bounds, backwards, or inside a character.
    Range {
        /// The first byte.
        start: u32,
        /// The byte after the last.
        end: u32,
    },
    /// A reference to something that is not there.
    Id {
        /// What it should be: `speech`.
        of: &'static str,
        /// The number.
        id: u32,
    },
    /// A value that cannot be: a day that does not exist, a 25th hour.
    Value {
        /// Of what.
        of: &'static str,
    },
    /// The agenda is nested too deep.
    TooDeep,
    /// A meeting of a shelf that is not there.
    NoMeeting {
        /// Its key.
        key: String,
    },
    /// A block that cannot be unpacked, or is not as long as it says.
    Packed {
        /// Its id.
        id: String,
    },
    /// A meeting that is too long for a shelf.
    TooLong {
        /// Its length in bytes, not yet packed.
        len: usize,
        /// The longest that there may be.
        max: usize,
    },
    /// A part of the viewer contains a character that no page may hold.
    Nul,
}

impl BundleError {
    pub(super) fn json(error: serde_json::Error) -> BundleError {
        BundleError::Json { line: error.line(), column: error.column() }
    }

    /// The sentence for people.
    pub fn message(&self, lang: Lang) -> String {
        let (ja, en) = match self {
            BundleError::NoSlot { slot } => (
                format!("閲覧用ページに必要な箇所（{slot}）がありません。"),
                format!("The viewer page lacks {slot}."),
            ),
            BundleError::SlotTwice { slot } => (
                format!("閲覧用ページに同じ箇所（{slot}）が2つあります。"),
                format!("The viewer page has {slot} twice."),
            ),
            BundleError::Empty => {
                ("会議録のデータが入っていません。".into(), "There are no minutes in this file.".into())
            }
            BundleError::Shelf => (
                "複数の会議録が入ったファイルです。名前が .html で終わるファイルにして、その名前かフォルダーで渡してください。".into(),
                "This file holds several sets of minutes; save it as .html and name it or its folder.".into(),
            ),
            BundleError::Json { line, column } => (
                format!("会議録のデータが壊れています（{line}行{column}桁）。"),
                format!("The data of the minutes is damaged (line {line}, column {column})."),
            ),
            BundleError::Foreign => (
                "会議録のデータの形式が違います。".into(),
                "The data is not in the format of a bundle.".into(),
            ),
            BundleError::Newer { version } => (
                format!("このファイルは新しい版（形式{version}）で作られているため、この版では読めません。"),
                format!("A newer version wrote this file (format {version}); this version cannot read it."),
            ),
            BundleError::Count { n_minutes } => (
                format!("会議録のデータが壊れています（1件のはずの会議録が{n_minutes}件あります）。"),
                format!("The data is damaged ({n_minutes} sets of minutes where there is to be one)."),
            ),
            BundleError::Range { start, end } => (
                format!("会議録のデータが壊れています（本文にない範囲 {start}〜{end}）。"),
                format!("The data is damaged (no such range of the text: {start} to {end})."),
            ),
            BundleError::Id { of, id } => (
                format!("会議録のデータが壊れています（{of} {id} がありません）。"),
                format!("The data is damaged (there is no {of} {id})."),
            ),
            BundleError::Value { of } => (
                format!("会議録のデータが壊れています（{of} の値が正しくありません）。"),
                format!("The data is damaged (impossible {of})."),
            ),
            BundleError::TooDeep => (
                "議題の入れ子が深すぎるため、書き出せません。".into(),
                "The agenda is nested too deep to be written.".into(),
            ),
            BundleError::NoMeeting { key } => (
                format!("会議録（{key}）がこのファイルにありません。"),
                format!("There is no meeting {key} in this file."),
            ),
            BundleError::Packed { id } => (
                format!("会議録のデータが壊れています（{id} を展開できません）。"),
                format!("The data is damaged (cannot unpack {id})."),
            ),
            BundleError::TooLong { len, max } => {
                let (len, max) = (grouped(*len), grouped(*max));
                (
                    format!(
                        "長すぎるため、複数の会議のファイルには入りません（{len} バイト、上限 {max} バイト）。1件だけのファイルにしてください。"
                    ),
                    format!(
                        "Too long for a file of several meetings ({len} bytes of at most {max}); make a file of it alone."
                    ),
                )
            }
            BundleError::Nul => (
                "閲覧用ページの部品に使えない文字が含まれています。".into(),
                "A part of the viewer contains a character that no page may hold.".into(),
            ),
        };
        if lang == Lang::Ja { ja } else { en }
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::Ja))
    }
}

impl std::error::Error for BundleError {}
