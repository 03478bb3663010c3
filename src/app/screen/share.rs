//! What is handed on, what came of a quote that came back, and of an old link.

use super::{Frame, facets};
use crate::app::permalink;
use crate::app::share::{Followed, Handed, Share};
use crate::app::state::{Action, State};
use crate::app::words::{self, Msg};
use crate::bundle::Excerpt;
use crate::chars;
use crate::export::Selection;
use crate::filter::{Choice, Shown};
use crate::model::{Block, SpeechId};
use crate::quote::{Change, Citation, Claim, Part, Verdict, edition, svg, verify};
use crate::source::TextRange;

/// Addresses longer than this are cut by some programs through which they go.
const GOOD_CHARS: usize = 900;

/// No program is known to hand on a longer one whole.
const MOST_CHARS: usize = 1900;

/// The dialog of sharing.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareView {
    /// What is handed on.
    pub what: Handed,
    /// What the dialog is called.
    pub heading: String,
    /// Where a link leads, without `#`; empty for the start.
    pub fragment: String,
    /// Whether a link shows the speech alone; nothing where it is no speech.
    pub alone: Option<bool>,
    /// Whether files hold only a part; nothing where there is none.
    pub part: Option<bool>,
    /// How many speeches the part has.
    pub n_part: usize,
    /// The words to be quoted.
    pub citation: Option<Citation>,
    /// What an excerpt holds.
    pub excerpt: Option<Excerpt>,
    /// What files for other programs hold.
    pub selection: Selection,
    /// What was pasted to be checked.
    pub pasted: String,
    /// What came of it.
    pub check: Option<CheckView>,
}

/// An address, as far as it can be handed on.
#[derive(Clone, Debug, PartialEq)]
pub enum Address {
    /// The file has none that others can open.
    None,
    /// It is too long to arrive.
    TooLong,
    /// This one; some programs may cut it.
    Long(String),
    /// This one.
    Good(String),
}

/// What came of a quote.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckView {
    /// The verdict.
    pub verdict: Verdict,
    /// The verdict in words.
    pub sentence: String,
    /// What else there is to say.
    pub notes: Vec<String>,
    /// The words, told apart.
    pub parts: Vec<CheckPart>,
    /// Where the words stand.
    pub place: Option<(SpeechId, TextRange)>,
}

/// A run of letters of a quote that was checked.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckPart {
    /// In both.
    Same(String),
    /// In the quote alone.
    Quoted(String),
    /// In the minutes alone.
    Printed(String),
    /// Something was left out between two parts.
    LeftOut,
}

/// What is said of words that are marked on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectedView {
    /// 発言17の選択した部分
    pub text: String,
    /// What hands them on.
    pub share: Action,
    /// What quotes them at once.
    pub citation: Citation,
}

/// What is said of an old link.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowedView {
    /// The sentence.
    pub text: String,
    /// Whether what was linked to is not here.
    pub gone: bool,
}

impl ShareView {
    /// The address to hand on, for a file that is found at `base`.
    pub fn address(&self, base: Option<&str>) -> Address {
        let Some(base) = base else { return Address::None };
        let address = format!("{base}#{}", self.fragment);
        match address.len() {
            ..=GOOD_CHARS => Address::Good(address),
            ..=MOST_CHARS => Address::Long(address),
            _ => Address::TooLong,
        }
    }

    /// The words to be quoted with that address.
    pub fn cited(&self, base: Option<&str>) -> Option<Citation> {
        let url = match self.address(base) {
            Address::Good(url) | Address::Long(url) => url,
            Address::None | Address::TooLong => String::new(),
        };
        self.citation.clone().map(|citation| Citation { url, ..citation })
    }

    /// The address that holds the quote as a picture.
    pub fn card(&self) -> Option<String> {
        self.citation.as_ref().map(|citation| permalink::picture_address(&svg(citation)))
    }
}

/// What the dialog shows.
pub fn view(frame: &Frame, share: &Share) -> ShareView {
    let lang = frame.lang;
    let document = frame.document;
    let here = State { aloud: None, share: None, ..frame.state.clone() };
    let speech = |speech: SpeechId, passage: Option<TextRange>| {
        let mut alone = State { at: Some(speech), ..State::default() };
        if share.alone {
            alone.chosen.insert(Choice::Speech(speech));
        }
        permalink::hand_on(document, &alone, passage)
    };
    let n = |speech: SpeechId| speech.idx() + 1;
    let (heading, fragment, of) = match share.what {
        Handed::View => {
            let fragment = permalink::hand_on(document, &here, None);
            (lang.t(Msg::ShareView).to_owned(), fragment, None)
        }
        Handed::Speech(id) => (lang.count(Msg::ShareSpeech, n(id)), speech(id, None), Some((id, None))),
        Handed::Passage(id, range) => {
            (lang.count(Msg::SharePassage, n(id)), speech(id, Some(range)), Some((id, Some(range))))
        }
        Handed::Check => (lang.t(Msg::CheckQuote).to_owned(), String::new(), None),
    };
    let n_part = frame.n_shown();
    let is_part = n_part < frame.minutes().speeches.len() && n_part > 0;
    ShareView {
        what: share.what,
        heading,
        fragment,
        alone: of.map(|_| share.alone),
        part: (share.what == Handed::View && is_part).then_some(share.part),
        n_part,
        citation: of.map(|(id, passage)| Citation::of(frame.minutes(), id, passage)),
        selection: if is_part && share.part { selection(frame) } else { Selection::all() },
        excerpt: match share.what {
            Handed::View => is_part.then(|| excerpt_of_filter(frame)),
            Handed::Speech(id) | Handed::Passage(id, _) => Some(excerpt_of_speech(frame, id)),
            Handed::Check => None,
        },
        pasted: share.pasted.clone(),
        check: (!share.pasted.trim().is_empty()).then(|| check(frame, &share.pasted)),
    }
}

/// The speeches that are shown.
fn selection(frame: &Frame) -> Selection {
    let blocks = frame.minutes().body.iter().zip(&frame.selection.shown);
    let shown = blocks.filter_map(|(block, shown)| match *block {
        Block::Speech(id) if *shown != Shown::No => Some(id),
        _ => None,
    });
    Selection::of(shown, conditions(frame))
}

fn excerpt_of_filter(frame: &Frame) -> Excerpt {
    let shown = frame.selection.shown.iter().map(|shown| *shown != Shown::No).collect();
    excerpt(frame, shown, frame.n_shown(), &conditions(frame))
}

/// The words and the filters by which speeches are shown.
fn conditions(frame: &Frame) -> String {
    let query = frame.state.query.trim();
    let query = (!query.is_empty()).then(|| frame.lang.fill(Msg::WordsQuoted, &[("words", query)]));
    let chips = facets::chips(frame).into_iter().map(|chip| chip.text);
    let conditions: Vec<String> = query.into_iter().chain(chips).collect();
    conditions.join(frame.lang.t(Msg::ListComma))
}

fn excerpt_of_speech(frame: &Frame, id: SpeechId) -> Excerpt {
    let minutes = frame.minutes();
    let topic = minutes.speech(id).and_then(|speech| speech.topic);
    let is_shown = |block: &Block| match *block {
        Block::Speech(speech) => speech == id,
        Block::Topic(of) => Some(of) == topic,
        Block::Narrative(_) | Block::Plain(_) => false,
    };
    let shown = minutes.body.iter().map(is_shown).collect();
    excerpt(frame, shown, 1, &frame.lang.count(Msg::Speech, id.idx() + 1))
}

fn excerpt(frame: &Frame, shown: Vec<bool>, n_shown: usize, conditions: &str) -> Excerpt {
    let minutes = frame.minutes();
    let (n, shown_n) = (chars::grouped(minutes.speeches.len()), chars::grouped(n_shown));
    let values = [
        ("n", &n[..]),
        ("shown", &shown_n),
        ("conditions", conditions),
        ("title", &super::header::title(frame)),
        ("edition", &edition(minutes.source.text())),
    ];
    Excerpt { shown, note: frame.lang.fill(Msg::ExcerptOf, &values) }
}

fn check(frame: &Frame, pasted: &str) -> CheckView {
    let lang = frame.lang;
    let minutes = frame.minutes();
    let found = verify(minutes, &Claim::read(pasted));
    let sentence = match found.verdict {
        Verdict::Same => Msg::CheckSame,
        Verdict::Changed => Msg::CheckChanged,
        Verdict::Missing => Msg::CheckMissing,
        Verdict::TooShort => Msg::CheckTooShort,
    };
    let said = found.speech.and_then(|speech| minutes.speech(speech));
    let label = said.map(|said| words::one_line(&frame.text(&said.printed))).unwrap_or_default();
    let place = said.map(|said| {
        let n = chars::grouped(said.id.idx() + 1);
        lang.fill(Msg::CheckPlace, &[("n", &n), ("label", &label)])
    });
    let other = found
        .other_label
        .as_ref()
        .map(|quoted| lang.fill(Msg::CheckOtherLabel, &[("quoted", quoted), ("label", &label)]));
    let edition = match found.is_same_edition {
        Some(true) => Some(Msg::CheckSameEdition),
        Some(false) => Some(Msg::CheckOtherEdition),
        None => None,
    };
    let mut parts = Vec::new();
    for (at, part) in found.parts.into_iter().enumerate() {
        if at > 0 {
            parts.push(CheckPart::LeftOut);
        }
        match part {
            Part::Same(words) => parts.push(CheckPart::Same(words)),
            Part::Missing(words) => parts.push(CheckPart::Quoted(words)),
            Part::Changed(changes) => parts.extend(changes.into_iter().map(|change| match change {
                Change::Same(words) => CheckPart::Same(words),
                Change::Only1(words) => CheckPart::Quoted(words),
                Change::Only2(words) => CheckPart::Printed(words),
            })),
        }
    }
    let is_told = matches!(found.verdict, Verdict::Same | Verdict::Changed);
    CheckView {
        verdict: found.verdict,
        sentence: lang.t(sentence).to_owned(),
        notes: [place, other, edition.map(|msg| lang.t(msg).to_owned())].into_iter().flatten().collect(),
        parts: if is_told { parts } else { Vec::new() },
        place: found.speech.zip(found.range),
    }
}

/// What is said of words that are marked on the page.
pub fn selected(frame: &Frame) -> Option<SelectedView> {
    let (speech, range) = frame.state.selected?;
    Some(SelectedView {
        text: frame.lang.count(Msg::SelectedIn, speech.idx() + 1),
        share: Action::Share(crate::app::share::ShareStep::Open(Handed::Passage(speech, range))),
        citation: Citation::of(frame.minutes(), speech, Some(range)),
    })
}

/// What is said of an old link.
pub fn followed(frame: &Frame) -> Option<FollowedView> {
    let lang = frame.lang;
    let fill = |msg: Msg, from: u32, to: u32| {
        lang.fill(msg, &[("from", &from.to_string()), ("to", &to.to_string())])
    };
    let (text, gone) = match frame.state.followed? {
        Followed::Moved { from, to } => (fill(Msg::FollowedMoved, from, to), false),
        Followed::Changed { from, to } if from == to => (fill(Msg::FollowedChanged, from, to), false),
        Followed::Changed { from, to } => (fill(Msg::FollowedMovedAndChanged, from, to), false),
        Followed::Gone { from } => (fill(Msg::FollowedGone, from, from), true),
    };
    Some(FollowedView { text, gone })
}
