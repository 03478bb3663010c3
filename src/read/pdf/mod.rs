//! PDF: what can be said about one that gives no text.
//!
//! May live here: reasons, and what is read out of a PDF without any surroundings. May not: processes.

use crate::diagnostics::Lang;

/// Why a PDF gave no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// Nothing that reads PDF is at hand here.
    Unavailable,
}

impl PdfError {
    /// The sentence for people.
    pub fn message(&self, lang: Lang) -> String {
        let (ja, en) = match self {
            PdfError::Unavailable => (
                "PDFはここでは読めません。文字を取り出してテキストで保存してください。",
                "PDF cannot be read here; save it as text.",
            ),
        };
        if lang == Lang::Ja { ja } else { en }.to_owned()
    }
}
