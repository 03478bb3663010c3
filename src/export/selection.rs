//! Which speeches are written, and how a file says that it holds only a part.
//!
//! May live here: the choice and the sentence about it. May not: how speeches are found (`filter`).

use crate::filter::{self, Chosen, Filter, Ground, Shown};
use crate::insight::Insight;
use crate::model::{Block, Minutes, Speech, SpeechId};
use crate::search::{Index, Query};

/// The speeches that are written: all of them, or the chosen ones in printed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// In order and without repetition; `None` where nothing was chosen and so everything is meant.
    chosen: Option<Chosen<SpeechId>>,
    /// What they were chosen by, in the words of the box or of the list; may be empty.
    pub words: String,
    /// Where the minutes are published, if that is known.
    pub link: Option<String>,
}

/// What a file that holds a part says of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// How many speeches it holds.
    pub n_speeches: usize,
    /// How many there are.
    pub n_all: usize,
    /// What they were chosen by; may be empty.
    pub words: String,
    /// What the whole calls itself, with the day of the meeting.
    pub source: String,
}

impl Selection {
    /// Everything.
    pub fn all() -> Selection {
        Selection::default()
    }

    /// The speeches `chosen` by `words`. Printed order is kept whatever the order given: minutes are
    /// a course of events.
    pub fn of(chosen: impl IntoIterator<Item = SpeechId>, words: impl Into<String>) -> Selection {
        Selection { chosen: Some(chosen.into_iter().collect()), words: words.into(), link: None }
    }

    /// The speeches that a query of the search box lets through.
    pub fn found(minutes: &Minutes, query: &str) -> Selection {
        let ground = Ground::new(minutes, &Insight::new(minutes));
        let filter = Filter { query: Query::parse(query), ..Filter::default() };
        let shown = filter::select(&ground, &Index::new(minutes), &filter).shown;
        let found = minutes.body.iter().zip(shown).filter_map(|(block, shown)| match block {
            Block::Speech(id) if shown == Shown::Yes => Some(*id),
            _ => None,
        });
        Selection::of(found, query.trim())
    }

    /// Whether a speech is written.
    pub fn has(&self, speech: SpeechId) -> bool {
        self.chosen.as_ref().is_none_or(|chosen| chosen.contains(speech))
    }

    /// The speeches that are written.
    pub fn speeches<'a>(&self, minutes: &'a Minutes) -> Vec<&'a Speech> {
        minutes.speeches.iter().filter(|speech| self.has(speech.id)).collect()
    }

    /// Whether nothing is left to write.
    pub fn is_empty(&self) -> bool {
        self.chosen.as_ref().is_some_and(Chosen::is_empty)
    }

    /// Whether only a part was asked for, though it may turn out to be all.
    pub fn is_excerpt(&self) -> bool {
        self.chosen.is_some()
    }

    /// What the file has to say of the whole; `None` where it is the whole.
    pub fn excerpt(&self, minutes: &Minutes) -> Option<Excerpt> {
        self.chosen.as_ref()?;
        let mut source = minutes.display_title();
        if let Some(date) = &minutes.meeting.date {
            source.push('（');
            source.push_str(&date.date.iso());
            source.push('）');
        }
        Some(Excerpt {
            n_speeches: self.speeches(minutes).len(),
            n_all: minutes.speeches.len(),
            words: self.words.clone(),
            source,
        })
    }
}

impl Excerpt {
    /// The sentence for people, on one line.
    pub fn sentence(&self) -> String {
        let mut out = String::from("抜粋: 発言");
        out.push_str(&self.n_all.to_string());
        out.push_str("件のうち");
        out.push_str(&self.n_speeches.to_string());
        out.push('件');
        if !self.words.is_empty() {
            out.push_str("（条件: ");
            out.push_str(&self.words);
            out.push('）');
        }
        out.push_str("。出典: ");
        out.push_str(&self.source);
        out
    }
}
