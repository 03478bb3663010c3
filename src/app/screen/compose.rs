//! The parts of the screen put together, each made in a file of its own.

use super::{
    Screen, agenda, body, embed, facets, find, header, list, notices, reading, record, share, strip,
};
use std::rc::Rc;

use crate::app::document::Document;
use crate::app::state::State;
use crate::app::words::Lang;
use crate::filter::{Filter, Selection, Shown};
use crate::model::{Minutes, Prose};
use crate::source::{Source, TextRange};

/// The screen for these minutes and this state.
pub fn compose(document: &Document, state: &State) -> Screen {
    let filter = state.filter();
    let selection = document.select(&filter);
    let hit = state.hit.min(selection.hits.len().saturating_sub(1));
    let frame = Frame { document, state, lang: state.settings.lang, filter, selection, hit };
    let (body, places) = body::blocks(&frame);
    let printed = frame.as_printed();
    Screen {
        title: header::title(printed),
        summary: header::summary(printed),
        strip: strip::bars(&frame),
        list: state.listed.then(|| list::rows(&frame)),
        search: find::search(&frame),
        rescues: find::rescues(&frame),
        chips: facets::chips(&frame),
        contents: facets::contents(&frame),
        loose_subjects: facets::loose_subjects(&frame),
        agenda: agenda::rows(&frame),
        loose_topics: agenda::loose_topics(&frame),
        ledger: Rc::clone(&document.ledger),
        labels: facets::labels(&frame),
        roles: facets::roles(&frame),
        kinds: facets::kinds(&frame),
        facts: record::facts(printed),
        roll: record::roll(printed, &|name, n_speeches| record::filter(&frame, name, n_speeches)),
        part: find::part(&frame),
        tools: reading::tools(&frame),
        body,
        places,
        notices: notices::notices(printed),
        furniture: notices::furniture(printed),
        footer: header::footer(printed),
        panel: state.panel,
        help: state.help,
        share: state.share.as_ref().map(|of| share::view(&frame, of)),
        selected: share::selected(&frame),
        followed: share::followed(&frame),
        embedding: state.embedding,
        embed: state.embed.as_ref().map(|form| embed::view(&frame, form)),
        aloud: state.aloud.and_then(|aloud| reading::aloud(&frame, aloud)),
        voiceless: reading::voiceless(&frame),
        settings: state.settings,
        focus: find::focus(&frame),
    }
}

/// Minutes, and the language of the words around theirs: all that those parts are made from that
/// depend on nothing chosen.
#[derive(Clone, Copy)]
pub struct Printed<'a> {
    pub minutes: &'a Minutes,
    pub lang: Lang,
}

impl<'a> Printed<'a> {
    pub fn source(self) -> &'a Source {
        &self.minutes.source
    }

    pub fn text(self, prose: &Prose) -> String {
        prose.text(self.source())
    }

    /// A number or a name as printed, without space around it; empty where there is none.
    pub fn words(self, range: Option<TextRange>) -> String {
        range.map(|range| self.source().slice(range).trim().to_owned()).unwrap_or_default()
    }
}

/// What every part of the screen is made from.
pub struct Frame<'a> {
    pub document: &'a Document,
    pub state: &'a State,
    /// The language of all words that are not the minutes'.
    pub lang: Lang,
    pub filter: Filter,
    pub selection: Selection,
    /// The hit that is looked at, one that exists wherever there are any.
    pub hit: usize,
}

impl<'a> Frame<'a> {
    pub fn minutes(&self) -> &'a Minutes {
        &self.document.minutes
    }

    pub fn source(&self) -> &'a Source {
        &self.document.minutes.source
    }

    /// How many speeches are shown.
    pub fn n_shown(&self) -> usize {
        let blocks = self.document.ground.blocks.iter().zip(&self.selection.shown);
        blocks.filter(|(block, shown)| block.speech.is_some() && **shown != Shown::No).count()
    }

    pub fn text(&self, prose: &Prose) -> String {
        self.as_printed().text(prose)
    }

    /// A number or a name as printed, without space around it; empty where there is none.
    pub fn printed(&self, range: Option<TextRange>) -> String {
        self.as_printed().words(range)
    }

    /// The minutes, whatever is chosen.
    pub fn as_printed(&self) -> Printed<'a> {
        Printed { minutes: self.minutes(), lang: self.lang }
    }
}
