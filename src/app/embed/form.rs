//! The dialog 埋め込み: what was chosen in it, and what can happen to it.
//!
//! May live here: choices, from state to state. May not: what is made of them (`super::snippet`), words.

use std::ops::RangeInclusive;

use super::{Colour, Embedding, Scheme};
use crate::app::document::Document;
use crate::app::state::State;
use crate::app::words::Msg;
use crate::model::{SpeechId, TopicId};

/// The heights that a frame may have, in pixels of the page around.
pub const HEIGHTS: RangeInclusive<u32> = 200..=20_000;

/// What may be asked for of light and dark, and how it is called.
pub const SCHEMES: [(Option<Scheme>, Msg); 3] = [
    (None, Msg::EmbedSchemeAuto),
    (Some(Scheme::Light), Msg::EmbedSchemeLight),
    (Some(Scheme::Dark), Msg::EmbedSchemeDark),
];

/// A height that shows a speech or two and leaves the page around in sight.
const HEIGHT: u32 = 800;

/// The most characters of an address that are kept.
const MAX_ADDRESS_CHARS: usize = 2_000;

/// What is to be pasted: the more the other page allows, the better it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tier {
    /// A frame that scrolls inside, and a link.
    #[default]
    Frame,
    /// The same, made as high as the text by a few lines of script.
    Script,
    /// An element of our own, known from `embed.js`.
    Element,
}

impl Tier {
    /// Every way.
    pub const ALL: [Tier; 3] = [Tier::Frame, Tier::Script, Tier::Element];

    /// How it is called.
    pub fn name(self) -> Msg {
        match self {
            Tier::Frame => Msg::EmbedTierFrame,
            Tier::Script => Msg::EmbedTierScript,
            Tier::Element => Msg::EmbedTierElement,
        }
    }

    /// Where it can be used.
    pub fn means(self) -> Msg {
        match self {
            Tier::Frame => Msg::EmbedTierFrameMeans,
            Tier::Script => Msg::EmbedTierScriptMeans,
            Tier::Element => Msg::EmbedTierElementMeans,
        }
    }
}

/// Where reading begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Start {
    /// At the head.
    #[default]
    Whole,
    /// At a speech.
    Speech(SpeechId),
    /// At the first speech of a topic.
    Topic(TopicId),
    /// With the words, filters and place of now.
    Present,
}

impl Start {
    /// Whether it is the same entry of the list: which speech is told in a field of its own.
    pub fn is_like(self, other: Start) -> bool {
        self == other || matches!((self, other), (Start::Speech(_), Start::Speech(_)))
    }
}

/// What is chosen in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedForm {
    /// The address of this page itself, where it can be shown in a frame of itself.
    pub own: Option<String>,
    /// The address at which the file will be found, as typed.
    pub address: String,
    /// What is to be pasted.
    pub tier: Tier,
    /// Where reading begins.
    pub start: Start,
    /// The height of the frame.
    pub height: u32,
    /// Whether the head of the page is shown.
    pub header: bool,
    /// The colour of links and buttons.
    pub accent: Option<Colour>,
    /// Light or dark whatever the reader prefers.
    pub scheme: Option<Scheme>,
    /// What became of the last try to copy, until something is changed.
    pub copied: Option<bool>,
}

impl EmbedForm {
    /// A form in which nothing is chosen yet.
    pub fn new(own: Option<String>) -> EmbedForm {
        EmbedForm {
            address: own.clone().unwrap_or_default(),
            own,
            tier: Tier::default(),
            start: Start::default(),
            height: HEIGHT,
            header: true,
            accent: None,
            scheme: None,
            copied: None,
        }
    }

    /// What the address has to ask for.
    pub fn embedding(&self) -> Embedding {
        let EmbedForm { header, accent, scheme, .. } = *self;
        Embedding { embedded: true, header, accent, scheme, fits: false }
    }
}

/// What can happen around embedding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EmbedStep {
    /// Open the dialog; with the address of this page, where it can be shown in a frame of itself.
    Open(Option<String>),
    /// Close it.
    Close,
    /// Something else is chosen in it.
    Choose(Box<EmbedForm>),
    /// It was tried to copy what is to be pasted.
    Copied(bool),
    /// The page around makes the frame as high as the text.
    Fit,
    /// The page around asks for light or dark.
    Scheme(Option<Scheme>),
}

/// The state after a step.
pub fn step(state: &State, document: &Document, step: EmbedStep) -> State {
    let with = |embed: Option<EmbedForm>| State { embed, ..state.clone() };
    match step {
        EmbedStep::Open(own) => with(Some(EmbedForm::new(own))),
        EmbedStep::Close => with(None),
        EmbedStep::Choose(form) if state.embed.is_some() => with(Some(checked(*form, document))),
        EmbedStep::Copied(done) => {
            with(state.embed.clone().map(|form| EmbedForm { copied: Some(done), ..form }))
        }
        EmbedStep::Choose(_) => state.clone(),
        EmbedStep::Fit => {
            // What stands beside the text, and what stays in view, would be far from the reader.
            let embedding = Embedding { embedded: true, fits: true, ..state.embedding };
            State { embedding, panel: None, aloud: None, ..state.clone() }
        }
        EmbedStep::Scheme(scheme) => {
            State { embedding: Embedding { scheme, ..state.embedding }, ..state.clone() }
        }
    }
}

fn checked(form: EmbedForm, document: &Document) -> EmbedForm {
    let minutes = &document.minutes;
    let start = match form.start {
        Start::Speech(id) if minutes.speech(id).is_none() => Start::Whole,
        Start::Topic(id) if minutes.topic(id).is_none() => Start::Whole,
        start => start,
    };
    EmbedForm {
        address: form.address.chars().take(MAX_ADDRESS_CHARS).collect(),
        start,
        height: form.height.clamp(*HEIGHTS.start(), *HEIGHTS.end()),
        copied: None,
        ..form
    }
}
