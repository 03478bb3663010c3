//! The search box, what it found, and what should be in view.

use super::{Focus, Frame, SearchView, facets};
use crate::app::steps::speech_of_hit;
use crate::app::words::Msg;
use crate::chars;
use crate::filter::Filter;
use crate::model::Block;
use crate::search::Query;

pub fn search(frame: &Frame) -> SearchView {
    let n_hits = frame.selection.hits.len();
    let count = match (frame.filter.query.is_empty(), n_hits) {
        (true, _) => String::new(),
        (false, 0) => frame.lang.count(Msg::NHits, 0),
        (false, _) => {
            let (at, n) = (chars::grouped(frame.hit + 1), chars::grouped(n_hits));
            frame.lang.fill(Msg::HitOfN, &[("at", &at), ("n", &n)])
        }
    };
    SearchView { query: frame.state.query.clone(), count, status: status(frame), n_hits }
}

fn status(frame: &Frame) -> String {
    let lang = frame.lang;
    let n_speeches = frame.selection.n_speeches;
    let n_hits = frame.selection.hits.len();
    match (frame.filter.query.is_empty(), frame.filter.has_facets()) {
        (false, _) if n_hits > 0 => lang.count(Msg::FoundN, n_hits),
        (false, _) => lang.t(Msg::NothingHoldsWords).to_owned() + &rescue(frame),
        (true, true) if n_speeches == 0 => lang.t(Msg::NoSpeechFits).to_owned(),
        (true, true) => lang.count(Msg::ShowingNSpeeches, n_speeches),
        (true, false) => String::new(),
    }
}

/// 発言21件のうち2件だけを印刷しています（検索語「奨学金」、話者：事務局）。
pub fn part(frame: &Frame) -> String {
    let lang = frame.lang;
    let query = frame.state.query.trim();
    let query = (!frame.filter.query.is_empty()).then(|| lang.fill(Msg::WordsQuoted, &[("words", query)]));
    let filters = facets::chips(frame).into_iter().map(|chip| chip.text);
    let conditions: Vec<String> = query.into_iter().chain(filters).collect();
    if conditions.is_empty() {
        return String::new();
    }
    lang.fill(
        Msg::PrintsPart,
        &[
            ("n", &chars::grouped(frame.minutes().speeches.len())),
            ("shown", &chars::grouped(frame.selection.n_speeches)),
            ("conditions", &conditions.join(lang.t(Msg::ListComma))),
        ],
    )
}

/// What would be found if one thing less were asked for; the first that helps.
fn rescue(frame: &Frame) -> String {
    let filter = &frame.filter;
    let without = |labels: bool, roles: bool, topics: bool| {
        let mut wider = filter.clone();
        if labels {
            wider.labels.clear();
        }
        if roles {
            wider.roles.clear();
        }
        if topics {
            wider.topics.clear();
        }
        wider
    };
    let found = |wider: &Filter| if wider == filter { 0 } else { frame.document.select(wider).hits.len() };
    let ways = [
        (Some(Msg::Speaker), without(true, false, false)),
        (Some(Msg::RoleFacet), without(false, true, false)),
        (Some(Msg::Topic), without(false, false, true)),
        (None, without(true, true, true)),
    ];
    for (facet, wider) in ways {
        let n_hits = found(&wider);
        if n_hits > 0 {
            let lang = frame.lang;
            return facet.map_or_else(
                || lang.count(Msg::WithoutFiltersFinds, n_hits),
                |facet| {
                    let values = [("facet", lang.t(facet)), ("n", &chars::grouped(n_hits))];
                    lang.fill(Msg::WithoutFacetFinds, &values)
                },
            );
        }
    }
    fewer_words(frame).unwrap_or_default()
}

/// Which of several words would be found alone.
fn fewer_words(frame: &Frame) -> Option<String> {
    if frame.filter.query.words.len() < 2 {
        return None;
    }
    frame.state.query.split_whitespace().find_map(|typed| {
        let wider = Filter { query: Query::parse(typed), ..frame.filter.clone() };
        let n_hits = frame.document.select(&wider).hits.len();
        let alone = n_hits > 0 && !wider.query.is_empty();
        let values = [("word", typed), ("n", &chars::grouped(n_hits))];
        alone.then(|| frame.lang.fill(Msg::WordAloneFinds, &values))
    })
}

/// A hit, unless a speech without it is pointed at.
pub fn focus(frame: &Frame) -> Option<Focus> {
    let hit = (!frame.selection.hits.is_empty()).then_some(frame.hit);
    let at = frame.state.at.filter(|&speech| {
        let mut blocks = frame.minutes().body.iter().zip(&frame.selection.shown);
        blocks.any(|(block, &shown)| shown && *block == Block::Speech(speech))
    });
    match (hit, at) {
        (Some(hit), Some(at)) if speech_of_hit(frame.document, &frame.selection, hit) == Some(at) => {
            Some(Focus::Hit(hit))
        }
        (_, Some(at)) => Some(Focus::Speech(at)),
        (Some(hit), None) => Some(Focus::Hit(hit)),
        (None, None) => None,
    }
}
