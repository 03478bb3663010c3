//! What is handed on, what came of a quote that came back, and of an old link.

use super::{Frame, facets};
use crate::app::permalink;
use crate::app::share::{Followed, Handed, Share};
use crate::app::state::{Action, State};
use crate::app::words::{self, Lang, Msg};
use crate::bundle::Excerpt;
use crate::chars;
use crate::export::Selection;
use crate::filter::{Choice, Shown};
use crate::model::{Block, SpeechId};
use crate::quote::{Change, Citation, Claim, Part, PutTogether, Verdict, edition, svg, verify};
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
    /// What came of a quote that was checked.
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
    /// Where they stand.
    pub place: (SpeechId, TextRange),
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
        if address.len() > MOST_CHARS {
            Address::TooLong
        } else if address.len() > GOOD_CHARS {
            Address::Long(address)
        } else {
            Address::Good(address)
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
    let n_part = frame.selection.shown.iter().zip(&frame.minutes().body).filter(is_let_through).count();
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
        check: (!share.pasted.trim().is_empty()).then(|| check(frame, &share.pasted)),
    }
}

/// Whether a block is a speech that fits the filters: one that is shown beside it does not.
fn is_let_through((shown, block): &(&Shown, &Block)) -> bool {
    **shown == Shown::Yes && matches!(block, Block::Speech(_))
}

/// The speeches that the filters let through.
fn selection(frame: &Frame) -> Selection {
    let blocks = frame.selection.shown.iter().zip(&frame.minutes().body).filter(is_let_through);
    let speeches = blocks.filter_map(|(_, block)| match *block {
        Block::Speech(id) => Some(id),
        _ => None,
    });
    Selection::of(speeches, conditions(frame))
}

/// What a file with these speeches says of itself. It is Japanese as the minutes are.
fn excerpt(frame: &Frame, shown: Vec<bool>, selection: &Selection) -> Excerpt {
    let minutes = frame.minutes();
    let sentence = selection.excerpt(minutes).map(|excerpt| excerpt.sentence()).unwrap_or_default();
    let edition = edition(minutes.source.text());
    let note = Lang::Ja.fill(Msg::ExcerptEdition, &[("sentence", &sentence), ("edition", &edition)]);
    Excerpt { shown, note }
}

fn excerpt_of_filter(frame: &Frame) -> Excerpt {
    let shown = frame.selection.shown.iter().map(|shown| *shown == Shown::Yes).collect();
    excerpt(frame, shown, &selection(frame))
}

fn excerpt_of_speech(frame: &Frame, id: SpeechId) -> Excerpt {
    let minutes = frame.minutes();
    let topic = minutes.speech(id).and_then(|speech| speech.topic);
    let is_shown = |block: &Block| match *block {
        Block::Speech(speech) => speech == id,
        Block::Topic(of) => Some(of) == topic,
        Block::Narrative(_) | Block::Plain(_) => false,
    };
    let selection = Selection::of([id], Lang::Ja.count(Msg::Speech, id.idx() + 1));
    excerpt(frame, minutes.body.iter().map(is_shown).collect(), &selection)
}

/// The words and the filters by which speeches are let through, as the minutes would word them.
fn conditions(frame: &Frame) -> String {
    let Frame { document, state, hit, .. } = *frame;
    let (filter, selection) = (frame.filter.clone(), frame.selection.clone());
    let frame = &Frame { document, state, lang: Lang::Ja, filter, selection, hit };
    let query = frame.state.query.trim();
    // Where the whole text is shown the words leave nothing out.
    let query =
        (!query.is_empty() && !state.whole).then(|| frame.lang.fill(Msg::WordsQuoted, &[("words", query)]));
    let chips = facets::chips(frame).into_iter().map(|chip| chip.text);
    let conditions: Vec<String> = query.into_iter().chain(chips).collect();
    conditions.join(frame.lang.t(Msg::ListComma))
}

fn check(frame: &Frame, pasted: &str) -> CheckView {
    let lang = frame.lang;
    let minutes = frame.minutes();
    let found = verify(minutes, &Claim::read(pasted));
    let sentence = match found.verdict {
        Verdict::Same if found.parts.len() > 1 => Msg::CheckSameParts,
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
    let number = found.other_number.map(|quoted| lang.count(Msg::CheckOtherNumber, quoted as usize + 1));
    let put_together = found.put_together.map(|why| match why {
        PutTogether::OtherOrder => lang.t(Msg::CheckOtherOrder).to_owned(),
        PutTogether::TooCut => lang.t(Msg::CheckTooCut).to_owned(),
    });
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
        notes: [place, other, number, put_together, edition.map(|msg| lang.t(msg).to_owned())]
            .into_iter()
            .flatten()
            .collect(),
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
        place: (speech, range),
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
