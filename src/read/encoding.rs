//! How text is written down as bytes.
//!
//! May live here: the encodings that are read, and their names. May not: telling them apart
//! (`detect`), tables of letters (the surroundings have them).

/// How a text is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the lower byte first.
    Utf16Le,
    /// UTF-16, the higher byte first.
    Utf16Be,
    /// Shift_JIS with the additions of Windows (Windows-31J).
    ShiftJis,
    /// EUC-JP.
    EucJp,
    /// ISO-2022-JP, told by its escapes.
    Iso2022Jp,
}

impl Encoding {
    /// All, in the order in which they are offered.
    pub const ALL: [Encoding; 6] = [
        Encoding::Utf8,
        Encoding::ShiftJis,
        Encoding::EucJp,
        Encoding::Iso2022Jp,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
    ];

    /// The name by which people know it.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16LE",
            Encoding::Utf16Be => "UTF-16BE",
            Encoding::ShiftJis => "Shift_JIS",
            Encoding::EucJp => "EUC-JP",
            Encoding::Iso2022Jp => "ISO-2022-JP",
        }
    }

    /// The encoding that a label means: one of the WHATWG's Encoding Standard, or one that only
    /// Japanese systems use (`cp932`), in letters of any case.
    pub fn from_label(label: &str) -> Option<Encoding> {
        let label = label.trim().to_ascii_lowercase().replace('_', "-");
        Some(match label.as_str() {
            "utf-8" | "utf8" | "unicode-1-1-utf-8" => Encoding::Utf8,
            "utf-16" | "utf-16le" | "utf16" | "utf16le" | "unicode" => Encoding::Utf16Le,
            "utf-16be" | "utf16be" => Encoding::Utf16Be,
            "shift-jis" | "shiftjis" | "sjis" | "x-sjis" | "ms-kanji" | "windows-31j" | "cp932" | "ms932"
            | "csshiftjis" => Encoding::ShiftJis,
            "euc-jp" | "eucjp" | "x-euc-jp" | "x-euc" | "ujis" | "cp51932" | "euc-jp-ms" => Encoding::EucJp,
            "iso-2022-jp" | "iso2022jp" | "jis" | "csiso2022jp" | "cp50220" | "cp50221" => {
                Encoding::Iso2022Jp
            }
            _ => return None,
        })
    }
}
