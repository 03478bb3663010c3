//! What is said to people about files that were read, and about those that were not.
//!
//! May live here: the sentence of every note and error, in Japanese and English. May not: when it is said.

use super::{Kind, Matter, Note, ReadError};
use crate::chars::grouped;
use crate::diagnostics::Lang;

impl Note {
    /// The sentence for people.
    pub fn message(&self, lang: Lang) -> String {
        let (ja, en) = match &self.matter {
            Matter::Replaced { n_signs, encoding } => {
                let (n, name) = (grouped(*n_signs), encoding.name());
                (
                    format!("{name} として読めない文字が{n}か所あり、「�」で示しています。"),
                    format!("{n} places do not fit {name} and are shown as �."),
                )
            }
            Matter::CutOff => (
                "ファイルが文字の途中で終わっています。最後の文字を「�」で示しています。".into(),
                "The file ends inside a letter, shown as �.".into(),
            ),
            Matter::Mojibake { n_lines } => {
                let n = grouped(*n_lines);
                (
                    format!("文字化けと思われる行が{n}行あります。元のファイルを確かめてください。"),
                    format!("{n} lines look garbled; check the original file."),
                )
            }
            Matter::Controls { n_chars } => {
                let n = grouped(*n_chars);
                (format!("制御文字が{n}文字あります。"), format!("There are {n} control characters."))
            }
            Matter::Contradicts { declared, used } => {
                let name = used.name();
                (
                    format!("ページは文字コードを「{declared}」としていますが、{name} として読みました。"),
                    format!("The page says that it is {declared}, but it was read as {name}."),
                )
            }
        };
        if lang == Lang::Ja { ja } else { en }
    }
}

impl ReadError {
    /// The sentence for people.
    pub fn message(&self, lang: Lang) -> String {
        let (ja, en) = match self {
            ReadError::Empty => ("中身が空です。", "The file is empty."),
            ReadError::NotRead(kind) => kind_is_not_read(*kind),
            ReadError::Undecodable { .. } => (
                "文字コードを判定できません。UTF-8で保存し直してください。",
                "In no known encoding; save it as UTF-8.",
            ),
            ReadError::Ambiguous => (
                "Shift_JISともEUC-JPとも読めるため、判定できません。UTF-8で保存し直してください。",
                "It reads as Shift_JIS and as EUC-JP; save it as UTF-8.",
            ),
            ReadError::Pdf(error) => return error.message(lang),
        };
        if lang == Lang::Ja { ja } else { en }.to_owned()
    }
}

fn kind_is_not_read(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Zip | Kind::Ole | Kind::Docx => (
            "WordやExcel、zipはまだ読めません。テキスト形式で保存してください。",
            "Word, Excel and zip are not read yet; save it as text.",
        ),
        Kind::Image => (
            "画像は読めません。文字を取り出してテキストで保存してください。",
            "A picture is not read; save it as text.",
        ),
        _ => ("テキストではありません。", "This is not a text file."),
    }
}
