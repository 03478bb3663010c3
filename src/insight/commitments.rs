//! What whoever answers promises to do.
//!
//! May live here: which sentences promise. May not: whether it was kept.

use std::ops::Range;

use super::cues::{BEHIND_PLAIN, LATER, NOT_BEHIND, PROMISED, Verb, WILL_LET, WILL_MASU, WILL_TE};
use super::kinds::{ask_in, without_mark};
use super::text::Speeches;
use super::{Kind, SpeechKind};
use crate::model::{Minutes, Role, Speech, SpeechId};
use crate::source::TextRange;

/// A sentence that promises something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Who promises.
    pub speech: SpeechId,
    /// The sentence.
    pub sentence: TextRange,
    /// The words that promise: `検討していきたい`.
    pub phrase: TextRange,
    /// What is promised.
    pub kind: CommitmentKind,
}

/// What is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommitmentKind {
    /// To think about it: 検討.
    Consider,
    /// To look into it: 調査, 確認.
    Investigate,
    /// To tell about it: 報告.
    Report,
    /// To do something: 対応.
    Act,
}

impl CommitmentKind {
    /// All kinds, in the order in which they are listed to readers.
    pub const ALL: [CommitmentKind; 4] =
        [CommitmentKind::Consider, CommitmentKind::Investigate, CommitmentKind::Report, CommitmentKind::Act];

    /// The name by which files and links call it.
    pub fn key(self) -> &'static str {
        match self {
            CommitmentKind::Consider => "consider",
            CommitmentKind::Investigate => "investigate",
            CommitmentKind::Report => "report",
            CommitmentKind::Act => "act",
        }
    }

    /// The kind called `key`.
    pub fn from_key(key: &str) -> Option<CommitmentKind> {
        CommitmentKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// The promises of those who answer: the office, the chair, and whoever else answers a question.
pub(super) fn of_speeches(
    minutes: &Minutes,
    speeches: &Speeches,
    kinds: &[Option<SpeechKind>],
) -> Vec<Commitment> {
    let mut out = Vec::new();
    for ((speech, paragraphs), kind) in minutes.speeches.iter().zip(speeches).zip(kinds) {
        if !may_promise(speech, kind.map(|kind| kind.kind)) {
            continue;
        }
        for paragraph in paragraphs {
            for sentence in &paragraph.sentences {
                let words = paragraph.words(sentence.clone());
                if let Some((phrase, kind)) = promise_in(words) {
                    out.push(Commitment {
                        speech: speech.id,
                        sentence: paragraph.range(sentence.clone()),
                        phrase: paragraph.range(sentence.start + phrase.start..sentence.start + phrase.end),
                        kind,
                    });
                }
            }
        }
    }
    out
}

fn may_promise(speech: &Speech, kind: Option<Kind>) -> bool {
    match kind {
        Some(Kind::Answer) => true,
        Some(Kind::Procedure | Kind::Question) => false,
        _ => matches!(speech.role, Role::Secretariat | Role::Chair),
    }
}

/// The last words of a sentence that promise something. Whatever stands in quotes was said by others.
fn promise_in(sentence: &str) -> Option<(Range<usize>, CommitmentKind)> {
    if ask_in(sentence).is_some() {
        return None;
    }
    let is_later = LATER.iter().any(|word| sentence.contains(word));
    let quoted = quotes(sentence);
    let mut last: Option<(Range<usize>, CommitmentKind)> = None;
    for &(stem, kind, verb) in PROMISED {
        for (at, _) in sentence.match_indices(stem) {
            if quoted.iter().any(|quote| quote.contains(&at)) {
                continue;
            }
            let start = at + stem.len();
            let Some((len, is_plain)) = sentence.get(start..).and_then(|behind| will_len(behind, verb))
            else {
                continue;
            };
            let is_act = kind == CommitmentKind::Act && is_plain;
            if (is_act || kind == CommitmentKind::Report) && !is_later {
                // 「報告いたします」 announces what follows, 「対応する」 tells what is done every time.
                continue;
            }
            if last.as_ref().is_none_or(|(phrase, _)| phrase.end < start + len) {
                last = Some((at..start + len, kind));
            }
        }
    }
    last
}

/// The length of the words behind a stem that make it a promise, and whether they are a plain form.
fn will_len(behind: &str, verb: Verb) -> Option<(usize, bool)> {
    let mut found: Option<(usize, bool)> = None;
    let mut offer = |len: usize, is_plain: bool| {
        if found.is_none_or(|(longest, _)| len > longest) {
            found = Some((len, is_plain));
        }
    };
    let with = |form: &str, ends: &[&str]| {
        let rest = behind.strip_prefix(form)?;
        let end = ends.iter().filter(|end| rest.starts_with(**end)).max_by_key(|end| end.len())?;
        Some(form.len() + end.len())
    };
    for [masu, te, plain] in verb.forms() {
        if let Some(len) = with(masu, WILL_MASU) {
            offer(len, false);
        }
        if let Some(len) = with(te, WILL_TE) {
            offer(len, behind.get(..len).is_some_and(|words| words.ends_with(['く', 'る'])));
        }
        if behind.starts_with(plain) {
            offer(plain.len(), true);
        }
    }
    if verb == Verb::Suru
        && let Some(len) = with("", WILL_LET)
    {
        offer(len, behind.get(..len).is_some_and(|words| words.ends_with('く')));
    }
    let (len, is_plain) = found?;
    let rest = behind.get(len..)?;
    let is_end = without_mark(rest).is_empty();
    let fits = if is_plain {
        is_end || BEHIND_PLAIN.iter().any(|word| rest.starts_with(word))
    } else {
        !NOT_BEHIND.iter().any(|word| rest.starts_with(word))
    };
    fits.then_some((len, is_plain))
}

/// What stands between 「 and 」.
fn quotes(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match c {
            '「' | '『' => open = open.or(Some(at)),
            '」' | '』' => out.extend(open.take().map(|start| start..at)),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<&str>) {
        assert_eq!(promise_in(text).map(|(range, _)| &text[range]), expect, "{text}");
    }

    #[test]
    fn a_promise_is_told_from_its_ending() {
        check("目標についてはあらためて検討する。", Some("検討する"));
        check("方法を検討していきたい。", Some("検討していきたい"));
        check("今後、検討してまいりたいと考えております。", Some("検討してまいりたい"));
        check("検討させていただく。", Some("検討させていただく"));
        check("導入を検討いたしますので、お待ちください。", Some("検討いたします"));
        check("検討を進めてまいります。", Some("検討を進めてまいります"));
        check("検討することとしたい。", Some("検討する"));
        check("実態を調査します。", Some("調査します"));
        check("確認して次回報告します。", Some("報告します"));
        check("改めてお示しする。", Some("お示しする"));
        check("案内板を見直してまいります。", Some("見直してまいります"));
        check("窓口で対応しますので、御安心ください。", Some("対応します"));
        check("速やかに改善する。", Some("改善する"));
        check("周知に取り組んでまいります。", Some("取り組んでまいります"));
    }

    #[test]
    fn what_was_done_or_must_be_done_is_no_promise() {
        check("昨年検討した。", None);
        check("これまで検討してきた。", None);
        check("現在検討している。", None);
        check("検討を要する。", None);
        check("検討すべきである。", None);
        check("検討する必要がある。", None);
        check("検討していく必要がある。", None);
        check("検討してほしい。", None);
        check("検討いただきたい。", None);
        check("検討委員会を開く。", None);
        check("検討会で話した。", None);
        check("「検討する」と聞いた。", None);
        check("検討するとのことだった。", None);
        check("検討しますか。", None);
        check("検討したいという声がある。", None);
        check("議題1について報告いたします。", None);
        check("職員が対応する。", None);
        check("取り組んでもらうことが必要と考える。", None);
    }
}
