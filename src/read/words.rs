//! What is said to people about files that were read, and about those that were not.
//!
//! May live here: the sentence of every note and error, the names of kinds, in Japanese and English. May
//! not: when they are said.

use super::{DocxError, Flaw, Kind, Matter, Note, PdfError, ReadError, ZipError};
use crate::chars::grouped;
use crate::diagnostics::Lang;

impl Note {
    /// The sentence for people.
    pub fn message(&self, lang: Lang) -> String {
        pick(lang, note(&self.matter))
    }
}

impl ReadError {
    /// The sentence for people.
    pub fn message(&self, lang: Lang) -> String {
        pick(lang, error(self))
    }
}

impl Kind {
    /// What people call it.
    pub fn name(self, lang: Lang) -> &'static str {
        let (ja, en, _, _) = kind(self);
        if lang == Lang::Ja { ja } else { en }
    }
}

type Pair = (String, String);

fn pick(lang: Lang, (ja, en): Pair) -> String {
    if lang == Lang::Ja { ja } else { en }
}

fn note(matter: &Matter) -> Pair {
    let n = |n: &usize| grouped(*n);
    match matter {
        Matter::Replaced { n_signs, encoding } => {
            let (n, name) = (n(n_signs), encoding.name());
            (
                format!("{name} として読めない文字が{n}か所あり、「�」で示しています。"),
                format!("Places that do not fit {name}, shown as �: {n}."),
            )
        }
        Matter::Lost { n_signs } => (
            format!("ファイルに「�」が{}文字あります。以前の変換で失われた文字です。", n(n_signs)),
            format!("Signs � in the file, letters that an earlier conversion lost: {}.", n(n_signs)),
        ),
        Matter::CutOff => (
            "ファイルが文字の途中で終わっています。最後の文字を「�」で示しています。".into(),
            "The file ends inside a letter, shown as �.".into(),
        ),
        Matter::Mojibake { n_lines } => (
            format!("文字化けと思われる行が{}行あります。元のファイルを確かめてください。", n(n_lines)),
            format!("Lines that look garbled: {}; check the original file.", n(n_lines)),
        ),
        Matter::Controls { n_chars } => (
            format!("制御文字が{}文字あり、「␀」のような記号で示しています。", n(n_chars)),
            format!("Control characters, shown by signs such as ␀: {}.", n(n_chars)),
        ),
        Matter::Contradicts { declared, used } => (
            format!("ページは文字コードを「{declared}」としていますが、{} として読みました。", used.name()),
            format!("The page says that it is {declared}, but it was read as {}.", used.name()),
        ),
        Matter::ChromeCut { n_chars } => (
            format!("ページのメニューなど、本文の外の{}文字を除きました。", n(n_chars)),
            format!("Menus and the like were left out: {} letters.", n(n_chars)),
        ),
        Matter::Deleted { n_chars } => (
            format!("変更履歴で削除された{}文字を除きました。", n(n_chars)),
            format!("Letters deleted by tracked changes were left out: {}.", n(n_chars)),
        ),
        Matter::Hidden { n_chars } => (
            format!("隠し文字{}文字を除きました。", n(n_chars)),
            format!("Hidden letters were left out: {}.", n(n_chars)),
        ),
        Matter::Parts { n_parts } => (
            format!("埋め込まれた別の文書{}件は読んでいません。", n(n_parts)),
            format!("Documents laid into this one were not read: {}.", n(n_parts)),
        ),
        Matter::Pictures { n_pictures } => (
            format!("画像や図{}点は読んでいません。", n(n_pictures)),
            format!("Pictures and charts were not read: {}.", n(n_pictures)),
        ),
        Matter::Comments { n_comments } => (
            format!("コメント{}件を除きました。", n(n_comments)),
            format!("Comments were left out: {}.", n(n_comments)),
        ),
        Matter::Unknown { n_signs } => (
            format!("PDFに文字の対応が書かれていない箇所が{}か所あり、「�」で示しています。", n(n_signs)),
            format!("Signs whose letters the PDF does not tell, shown as �: {}.", n(n_signs)),
        ),
        Matter::Radicals { n_chars } => (
            format!(
                "PDFが部首の記号（⼀など）としている{}文字を、同じ形の漢字として読みました。",
                n(n_chars)
            ),
            format!("Characters that the PDF names as radicals (⼀) were read as kanji: {}.", n(n_chars)),
        ),
        Matter::Furniture => {
            ("ヘッダーとフッターを除きました。".into(), "Headers and footers were left out.".into())
        }
    }
}

fn error(error: &ReadError) -> Pair {
    let plain = |ja: &str, en: &str| (ja.to_owned(), en.to_owned());
    match error {
        ReadError::Empty => plain("中身が空です。", "The file is empty."),
        ReadError::NotRead(not_read) => {
            let (ja, en, then, then_en) = kind(*not_read);
            let (ja, en) = match not_read {
                Kind::Unknown => plain("テキストではありません。", "This is not a text file."),
                _ => (format!("{ja}は読めません。"), format!("{en} cannot be read.")),
            };
            (ja + then, format!("{en}{}{then_en}", if then_en.is_empty() { "" } else { " " }))
        }
        ReadError::Undecodable { .. } => plain(
            "文字コードを判定できません。文字コードを指定するか、UTF-8で保存し直してください。",
            "In no known encoding; say which, or save it as UTF-8.",
        ),
        ReadError::Broken { encoding, flaw, .. } => {
            let name = encoding.name();
            let (ja, en) = match flaw {
                Flaw::Byte => ("文字にならないバイト", "bytes that are no letter"),
                Flaw::Surrogate => {
                    ("UTF-8では使えない文字（CESU-8）", "a letter that UTF-8 forbids (CESU-8)")
                }
                Flaw::Overlong => {
                    ("UTF-8では使えない冗長な文字", "a letter written longer than UTF-8 allows")
                }
            };
            (
                format!(
                    "{name} として読むと、この行に{ja}があります。文字コードを指定すると「�」に置き換えて読みます。"
                ),
                format!("As {name} this line holds {en}; say the encoding to read it with � instead."),
            )
        }
        ReadError::Mixed { first, second, .. } => {
            let (first, second) = (first.name(), second.name());
            (
                format!(
                    "{first} で始まり、この行に {second} が混ざっています。どちらかにそろえて保存し直してください。"
                ),
                format!("It begins in {first}, and this line is in {second}; save all of it in one."),
            )
        }
        ReadError::Ambiguous => plain(
            "Shift_JISともEUC-JPとも読めるため、判定できません。文字コードを指定するか、UTF-8で保存し直してください。",
            "It reads as Shift_JIS and as EUC-JP; say which, or save it as UTF-8.",
        ),
        ReadError::Tangled { .. } => plain(
            "このページは作りが複雑すぎて読めません。本文をテキストで保存してください。",
            "This page is too tangled to be read; save its text.",
        ),
        ReadError::Docx(error) => docx(error),
        ReadError::Pdf(error) => pdf(error),
    }
}

const SAVE_AGAIN: (&str, &str) =
    ("Wordで開き、.docx形式で保存し直してください。", "Open it in Word and save it again as .docx.");

fn docx(error: &DocxError) -> Pair {
    let again = |ja: String, en: String| (format!("{ja}{}", SAVE_AGAIN.0), format!("{en} {}", SAVE_AGAIN.1));
    match error {
        DocxError::Zip(error) => zip(error),
        DocxError::NoDocument => {
            again("Word文書の本文が見つかりません。".into(), "There is no document in this Word file.".into())
        }
        DocxError::Damaged { part } => again(
            format!("Word文書が壊れています（{part}）。"),
            format!("The Word document is damaged ({part})."),
        ),
        DocxError::TooDeep { part } => again(
            format!("Word文書の入れ子が深すぎて読めません（{part}）。"),
            format!("The Word document is nested too deep to be read ({part})."),
        ),
    }
}

fn zip(error: &ZipError) -> Pair {
    let again = |ja: String, en: String| (format!("{ja}{}", SAVE_AGAIN.0), format!("{en} {}", SAVE_AGAIN.1));
    match error {
        ZipError::NoDirectory => again(
            "Word文書が途中で切れているか、壊れています。".into(),
            "The Word document is cut off or damaged.".into(),
        ),
        ZipError::Zip64 => again("ZIP64形式のWord文書は読めません。".into(), "ZIP64 is not read.".into()),
        ZipError::Split => {
            again("分割されたzipは読めません。".into(), "A zip split into several files is not read.".into())
        }
        ZipError::TooMany { n_entries } => again(
            format!("Word文書の中のファイルが多すぎます（{}個）。", grouped(*n_entries)),
            format!("There are too many files in the Word document ({}).", grouped(*n_entries)),
        ),
        ZipError::Encrypted => (
            "パスワードで暗号化されています。パスワードを外して保存し直してください。".into(),
            "It is locked by a password; save it without.".into(),
        ),
        ZipError::Twice { name } => again(
            format!("Word文書の中に同じ名前のファイルが2つあります（{name}）。"),
            format!("Two files in the Word document bear one name ({name})."),
        ),
        ZipError::Method { name } => again(
            format!("Word文書の圧縮の方式が通常と違うため読めません（{name}）。"),
            format!("The Word document is packed in an unusual way ({name})."),
        ),
        ZipError::TooLarge { name } => (
            format!("Word文書の中身が大きすぎます（{name}）。展開して64 MBまで読めます。"),
            format!("Too much is packed into the Word document ({name}); 64 MiB are read."),
        ),
        ZipError::Bomb { name } => (
            format!("Word文書の中身が異常な比率で圧縮されているため、安全のため読みません（{name}）。"),
            format!(
                "The Word document is packed at a ratio that no document has, and is not read for safety ({name})."
            ),
        ),
        ZipError::WrongLength { name } => again(
            format!("Word文書の中身の長さが記録と違います（{name}）。"),
            format!("A file in the Word document is not as long as it says ({name})."),
        ),
        ZipError::Damaged { name } => again(
            format!("Word文書の中身が壊れています（{name}）。"),
            format!("A file in the Word document is damaged ({name})."),
        ),
    }
}

/// What a kind is called, and what to do about a file of it that is not read.
fn kind(kind: Kind) -> (&'static str, &'static str, &'static str, &'static str) {
    let (again, again_en) = SAVE_AGAIN;
    match kind {
        Kind::Text => ("テキスト", "A text", "", ""),
        Kind::Html => ("Webページ（.html）", "A web page", "", ""),
        Kind::Bundle => ("このプログラムで作ったファイル", "A file made by this program", "", ""),
        Kind::Docx => ("Word文書（.docx）", "A Word document (.docx)", "", ""),
        Kind::Pdf => ("PDF", "A PDF", "", ""),
        Kind::Doc => ("旧形式のWord文書（.doc）", "An older Word document (.doc)", again, again_en),
        Kind::Xls => (
            "旧形式のExcelの表（.xls）",
            "An older Excel table (.xls)",
            "Excelで開き、本文をテキスト（.txt）で保存してください。",
            "Open it in Excel and save its text as .txt.",
        ),
        Kind::Ppt => (
            "旧形式のPowerPoint（.ppt）",
            "An older PowerPoint file (.ppt)",
            "本文をテキスト（.txt）で保存してください。",
            "Save its text as .txt.",
        ),
        Kind::Ichitaro => (
            "一太郎文書（.jtd）",
            "An Ichitaro document (.jtd)",
            "一太郎で開き、Word文書（.docx）かテキスト（.txt）で保存し直してください。",
            "Open it in Ichitaro and save it as .docx or .txt.",
        ),
        Kind::Locked => (
            "パスワードの付いたOffice文書",
            "An Office document with a password",
            "パスワードを外し、.docx形式で保存し直してください。",
            "Take the password off and save it as .docx.",
        ),
        Kind::Compound => (
            "旧形式のOfficeなどの文書",
            "A document of an older program",
            "作ったソフトで開き、.docx形式かテキスト（.txt）で保存し直してください。",
            "Open it in the program that made it and save it as .docx or .txt.",
        ),
        Kind::Rtf => ("リッチテキスト（.rtf）", "Rich text (.rtf)", again, again_en),
        Kind::Xlsx => (
            "Excelの表（.xlsx）",
            "An Excel table (.xlsx)",
            "Excelで開き、本文をテキスト（.txt）で保存してください。",
            "Open it in Excel and save its text as .txt.",
        ),
        Kind::Pptx => (
            "PowerPoint（.pptx）",
            "A PowerPoint file (.pptx)",
            "本文をテキスト（.txt）で保存してください。",
            "Save its text as .txt.",
        ),
        Kind::OpenDocument => (
            "OpenDocument文書（.odt など）",
            "An OpenDocument file (.odt and others)",
            "LibreOfficeなどで開き、.docx形式で保存し直してください。",
            "Open it in LibreOffice or the like and save it as .docx.",
        ),
        Kind::Epub => (
            "電子書籍（.epub）",
            "An e-book (.epub)",
            "本文をテキスト（.txt）で保存してください。",
            "Save its text as .txt.",
        ),
        Kind::Mhtml => (
            "1つにまとめたWebページ（.mht）",
            "A web page in one file (.mht)",
            "ブラウザーで開き、HTML（.html）で保存し直してください。",
            "Open it in a browser and save it as .html.",
        ),
        Kind::Image => (
            "画像",
            "A picture",
            "文字認識（OCR）で文字を取り出し、テキスト（.txt）で保存してください。",
            "Have its letters recognised (OCR) and save them as .txt.",
        ),
        Kind::Recording => (
            "録音や動画",
            "A recording",
            "文字に起こし、テキスト（.txt）で保存してください。",
            "Write down what is said and save it as .txt.",
        ),
        Kind::Archive => (
            "圧縮ファイル（zipなど）",
            "An archive (zip and others)",
            "展開し、中の会議録を選んでください。",
            "Unpack it and choose the minutes in it.",
        ),
        Kind::Program => {
            ("プログラム", "A program", "会議録のファイルを選んでください。", "Choose a file of minutes.")
        }
        Kind::Unknown => ("種類の分からないファイル", "A file of unknown kind", "", ""),
    }
}

fn pdf(error: &PdfError) -> Pair {
    let (error, is_alone) = match error {
        PdfError::Alone(why) => (why.as_ref(), true),
        error => (error, false),
    };
    let again = "Wordやテキストで保存したものを使うか、文字を貼り付けてください。";
    let again_en = "use a Word or text file, or paste the text.";
    let (ja, en) = match error {
        PdfError::Unavailable | PdfError::Missing | PdfError::Alone(_) | PdfError::Broken => (
            "PDFが壊れていて、ページが見つかりません。元のファイルを確かめてください。".into(),
            "The PDF is damaged: no pages are found; check the original file.".into(),
        ),
        PdfError::Locked => (
            "パスワードで保護されたPDFです。保護を外して保存し直してください。".into(),
            "The PDF is protected by a password; save it without.".into(),
        ),
        PdfError::TooLarge => (
            "PDFのページや文字が多すぎます。分けて保存してください。".into(),
            "The PDF has too many pages or letters; split it.".into(),
        ),
        PdfError::NoText { n_pages } => {
            let n = grouped(*n_pages);
            (
                format!("文字を取り出せないPDFです（{n}ページとも、文字のない画像など）。{again}"),
                format!("The PDF holds no text: its {n} pages are pictures; {again_en}"),
            )
        }
        PdfError::NoLetters { n_unknown, n_signs } => {
            let (n, all) = (grouped(*n_unknown), grouped(*n_signs));
            (
                format!(
                    "文字を取り出せないPDFです（文字の対応表のないフォント。{all}字中{n}字が不明）。{again}"
                ),
                format!("The fonts of the PDF do not say which letters {n} of {all} signs are; {again_en}"),
            )
        }
    };
    let (ja, en): Pair = (ja, en);
    if !is_alone {
        return (ja, en);
    }
    (
        ja + "pdftotext（poppler-utils）を入れると読めることがあります。",
        en + " pdftotext (poppler-utils) may be able to read it.",
    )
}
