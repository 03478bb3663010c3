//! What could not be settled and what was repaired, worded for people in one place.
//!
//! May live here: every kind of finding, its severity, its sentence in each language.
//! May not: how findings are found (`syntax`, `model`), how they are laid out (`cli`, `view`).

use crate::chars::grouped;
use crate::model::{Join, Weekday};
use crate::source::{Source, TextRange};

/// A finding and the place in the text that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What was found.
    pub finding: Finding,
    /// The words in question; empty at the start where the text as a whole is meant.
    pub range: TextRange,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// No rule recognised these words; they are shown plain.
    Unrecognised,
    /// The text has no line that reads like a title.
    NoTitle,
    /// The text names no day of the meeting.
    NoDate,
    /// No speech was found.
    NoSpeech,
    /// The weekday printed is not the weekday of that date.
    WeekdayMismatch {
        /// As printed.
        printed: Weekday,
        /// By the calendar.
        actual: Weekday,
    },
    /// There is no such day.
    ImpossibleDate,
    /// A label fits several people of the roll, so that nobody is named.
    AmbiguousSpeaker {
        /// The entries of the roll that fit.
        entries: Vec<TextRange>,
    },
    /// An entry of the roll ends in no known post and was kept whole.
    EntryKeptWhole,
    /// A sentence cut by a line or page break was joined.
    Joined(Join),
    /// Sentences are cut all through the text, as lines of a fixed width cut them, and were joined.
    JoinedThroughout {
        /// How many times.
        n_joins: u32,
    },
    /// An item of the agenda whose words no heading takes up.
    AgendaNotTakenUp,
    /// Lines were found to be no part of the record: page numbers, running heads, what a web page puts
    /// around. They are shown at the end.
    LeftOut {
        /// How many.
        n_lines: u32,
    },
    /// What was taken for speakers has few signs of being that.
    SpeakersPresumed,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something a reader may want to know.
    Info,
    /// Something to check by hand.
    Warning,
}

impl Severity {
    /// The name by which files call it.
    pub fn key(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
        }
    }

    /// The word for people.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Severity::Info, Lang::Ja) => "参考",
            (Severity::Info, Lang::En) => "note",
            (Severity::Warning, Lang::Ja) => "要確認",
            (Severity::Warning, Lang::En) => "warning",
        }
    }
}

/// The language of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 日本語.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Each of them.
    pub const ALL: [Lang; 2] = [Lang::Ja, Lang::En];

    /// Its tag, as pages and browsers write it.
    pub fn key(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::En => "en",
        }
    }

    /// The language of a tag.
    pub fn from_key(key: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.key() == key)
    }
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(finding: Finding, range: TextRange) -> Diagnostic {
        Diagnostic { finding, range }
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        match self.finding {
            Finding::Joined(_)
            | Finding::JoinedThroughout { .. }
            | Finding::AgendaNotTakenUp
            | Finding::LeftOut { .. }
            | Finding::EntryKeptWhole => Severity::Info,
            _ => Severity::Warning,
        }
    }

    /// The stable name by which files and search call it.
    pub fn code(&self) -> &'static str {
        match self.finding {
            Finding::Unrecognised => "unrecognised",
            Finding::NoTitle => "no-title",
            Finding::NoDate => "no-date",
            Finding::NoSpeech => "no-speech",
            Finding::WeekdayMismatch { .. } => "weekday-mismatch",
            Finding::ImpossibleDate => "impossible-date",
            Finding::AmbiguousSpeaker { .. } => "ambiguous-speaker",
            Finding::EntryKeptWhole => "entry-kept-whole",
            Finding::Joined(_) => "joined",
            Finding::JoinedThroughout { .. } => "joined-throughout",
            Finding::AgendaNotTakenUp => "agenda-not-taken-up",
            Finding::LeftOut { .. } => "left-out",
            Finding::SpeakersPresumed => "speakers-presumed",
        }
    }

    /// The line on which the words in question begin, from 1.
    pub fn line(&self, source: &Source) -> usize {
        source.line(self.range.start)
    }

    /// The words in question on one line, cut after 40 characters; empty where the text as a whole
    /// is meant. A line break is written ／; control characters, which would act on a terminal,
    /// are left out.
    pub fn words(&self, source: &Source) -> String {
        const N_SHOWN: usize = 40;
        let lines = source.slice(self.range).lines().map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            words.join(" ")
        });
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        let words: String = lines.join("／").chars().filter(|c| !c.is_control()).collect();
        match words.char_indices().nth(N_SHOWN) {
            Some((cut, _)) => format!("{}…", words.get(..cut).unwrap_or_default()),
            None => words,
        }
    }

    /// The sentence for people. It does not repeat the words in question or the line.
    pub fn message(&self, lang: Lang, source: &Source) -> String {
        let ja = lang == Lang::Ja;
        let pick = |japanese: &str, english: &str| if ja { japanese } else { english }.to_owned();
        match &self.finding {
            Finding::Unrecognised => pick(
                "何であるか判定できないため、原文のまま表示しています。",
                "Not recognised; shown as it stands.",
            ),
            Finding::NoTitle => pick("会議録の題名が見つかりません。", "No title was found."),
            Finding::NoDate => pick("会議の開催日が見つかりません。", "No date of the meeting was found."),
            Finding::NoSpeech => pick(
                "発言者の表記が見つからないため、段落のまま表示しています。",
                "No speaker labels were found; the paragraphs are shown as they stand.",
            ),
            Finding::WeekdayMismatch { printed, actual } if ja => format!(
                "曜日が暦と合いません。原文は（{}）、暦では（{}）です。原文のまま表示しています。",
                printed.kanji(),
                actual.kanji()
            ),
            Finding::WeekdayMismatch { printed, actual } => format!(
                "The weekday disagrees with the calendar: printed {}, in fact {}. Shown as printed.",
                printed.english(),
                actual.english()
            ),
            Finding::ImpossibleDate => pick(
                "暦にない日付です。原文のまま表示しています。",
                "There is no such day. Shown as printed.",
            ),
            Finding::AmbiguousSpeaker { entries } => {
                let entries: Vec<&str> = entries.iter().map(|&entry| source.slice(entry)).collect();
                if ja {
                    format!(
                        "出席者の{}のいずれか判定できないため、氏名を特定していません。",
                        entries.join("、")
                    )
                } else {
                    format!("It fits {}; nobody is named.", entries.join(", "))
                }
            }
            Finding::EntryKeptWhole => pick(
                "氏名と職の境目が分からないため、分けずに表示しています。",
                "Where the name ends and the post begins is not known; kept whole.",
            ),
            Finding::Joined(Join::Page) => pick(
                "改ページで切れた文をつないで表示しています。",
                "A sentence cut by a page break is shown joined.",
            ),
            Finding::JoinedThroughout { n_joins } => {
                let n_joins = grouped(*n_joins as usize);
                pick(
                    &format!("改行や改ページで切れた文を、全体で{n_joins}か所つないで表示しています。"),
                    &format!("Sentences cut by line and page breaks are shown joined in {n_joins} places."),
                )
            }
            Finding::Joined(Join::Letters) => pick(
                "字間の空白や1字ごとの改行を除いて表示しています。",
                "Spaces or line breaks between the letters are left out.",
            ),
            Finding::LeftOut { n_lines } => {
                let n_lines = grouped(*n_lines as usize);
                pick(
                    &format!(
                        "ページ番号、柱、ウェブページの案内などとみた{n_lines}行を本文から除き、末尾にまとめて表示しています。"
                    ),
                    &format!(
                        "{n_lines} lines that look like page numbers, running heads or web page furniture are shown at the end."
                    ),
                )
            }
            Finding::SpeakersPresumed => pick(
                "発言者の表記の決まりが弱いため、発言者は推定です。原文と照らしてお確かめください。",
                "The labels of speakers follow a weak pattern: who speaks is presumed. Check it against the source.",
            ),
            Finding::Joined(_) => pick(
                "改行で切れた文をつないで表示しています。",
                "A sentence cut by a line break is shown joined.",
            ),
            Finding::AgendaNotTakenUp => pick(
                "この議題に対応する見出しが審議の記録に見つかりません。",
                "No heading of the discussion takes up this item of the agenda.",
            ),
        }
    }
    /// What a clerk can do about it, where there is something.
    pub fn help(&self, lang: Lang) -> Option<&'static str> {
        let (ja, en) = match self.finding {
            Finding::NoTitle => (
                "始めの行に「第1回○○協議会 会議録」のような題名を書くと、見つかります。",
                "A first line such as 第1回○○協議会 会議録 is found.",
            ),
            Finding::NoDate => (
                "「開催日時 令和7年5月14日」のような行を書くと、見つかります。",
                "A line such as 開催日時 令和7年5月14日 is found.",
            ),
            Finding::NoSpeech => (
                "行の頭に「委員　」「○山田委員　」「【会長】」のような表記を書くと、発言に分けられます。",
                "Lines that begin with labels such as 委員　, ○山田委員　 or 【会長】 are told apart.",
            ),
            Finding::WeekdayMismatch { .. } | Finding::ImpossibleDate => (
                "原本で日付を確かめ、元の文書を直してください。",
                "Look the date up in the original, and correct the document.",
            ),
            Finding::AmbiguousSpeaker { .. } => (
                "出席者の名簿に役を書くか、発言者の表記に名まで書くと、特定できます。",
                "Add the part to the roll, or the given name to the label.",
            ),
            _ => return None,
        };
        Some(if lang == Lang::Ja { ja } else { en })
    }
}
