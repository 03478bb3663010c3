//! The search box, what it found, and what should be in view.

use super::{Focus, Frame, Rescue, ScopeView, SearchView, facets};
use crate::app::state::Action;
use crate::app::steps::speech_of_hit;
use crate::app::words::{self, Msg};
use crate::chars;
use crate::filter::{Facet, Filter, Shown};
use crate::search::{Query, Scope};

/// The most ways out that are offered where nothing is found.
const MAX_RESCUES: usize = 5;

pub fn search(frame: &Frame) -> SearchView {
    let lang = frame.lang;
    let n_hits = frame.selection.hits.len();
    let has_words = frame.filter.query.has_text();
    let count = match (has_words, n_hits) {
        (false, _) => String::new(),
        (true, 0) => lang.count(Msg::N, 0),
        (true, _) => {
            let (at, n) = (chars::grouped(frame.hit + 1), chars::grouped(n_hits));
            lang.fill(Msg::HitOfN, &[("at", &at), ("n", &n)])
        }
    };
    SearchView {
        query: frame.state.query.clone(),
        count,
        status: status(frame),
        n_hits,
        scopes: if has_words { scopes(frame) } else { Vec::new() },
        whole: has_words.then_some(frame.state.whole),
    }
}

/// Each scope with the number of places that hold all words within it. With one word they are told
/// as well: in how many sentences, speeches, exchanges it stands.
fn scopes(frame: &Frame) -> Vec<ScopeView> {
    Scope::ALL
        .into_iter()
        .zip(frame.selection.scope_counts)
        .map(|(scope, count)| ScopeView {
            scope,
            text: frame.lang.t(words::scope_name(scope)).to_owned(),
            count: chars::grouped(count),
            selected: frame.state.scope == scope,
        })
        .collect()
}

fn status(frame: &Frame) -> String {
    let lang = frame.lang;
    let n_speeches = frame.selection.n_speeches;
    let n_hits = frame.selection.hits.len();
    let has_words = frame.filter.query.has_text();
    if has_words {
        return if n_hits > 0 {
            lang.count(Msg::FoundN, n_hits)
        } else {
            lang.t(Msg::FoundNothing).to_owned()
        };
    }
    match (frame.filter.is_active(), n_speeches) {
        (false, _) => String::new(),
        (true, 0) => lang.t(Msg::NoSpeechFits).to_owned(),
        (true, n) => lang.count(Msg::ShowingNSpeeches, n),
    }
}

/// 発言21件のうち2件だけを印刷しています（検索語「奨学金」、話者：事務局）。
pub fn part(frame: &Frame) -> String {
    let lang = frame.lang;
    let n_shown = frame.n_shown();
    let n_speeches = frame.minutes().speeches.len();
    if n_shown == n_speeches {
        return String::new();
    }
    let query = frame.state.query.trim();
    let query = (!frame.filter.query.is_empty()).then(|| lang.fill(Msg::WordsQuoted, &[("words", query)]));
    let filters = facets::chips(frame).into_iter().map(|chip| chip.text);
    let conditions: Vec<String> = query.into_iter().chain(filters).collect();
    lang.fill(
        Msg::PrintsPart,
        &[
            ("n", &chars::grouped(n_speeches)),
            ("shown", &chars::grouped(n_shown)),
            ("conditions", &conditions.join(lang.t(Msg::ListComma))),
        ],
    )
}

/// What would be found if one thing were asked for differently; only ways that find something.
pub fn rescues(frame: &Frame) -> Vec<Rescue> {
    let filter = &frame.filter;
    if filter.query.is_empty() || frame.selection.n_speeches > 0 || !frame.selection.hits.is_empty() {
        return Vec::new();
    }
    let lang = frame.lang;
    let mut ways: Vec<(String, Filter, Action)> = Vec::new();
    for facet in Facet::ALL {
        let mut wider = filter.clone();
        wider.chosen.clear_facet(facet);
        let text = lang.fill(Msg::WithoutFacet, &[("facet", lang.t(facets::facet_name(facet)))]);
        ways.push((text, wider, Action::ClearFacet(facet)));
    }
    let wider = Filter { chosen: Default::default(), ..filter.clone() };
    ways.push((lang.t(Msg::WithoutFilters).to_owned(), wider, Action::ClearFilters));
    for scope in Scope::ALL {
        let text = lang.fill(Msg::WithinScope, &[("scope", lang.t(words::scope_name(scope)))]);
        ways.push((text, Filter { scope, ..filter.clone() }, Action::Within(scope)));
    }
    let parts = filter.query.parts();
    if parts.len() > 1 {
        for (at, part) in parts.iter().enumerate() {
            let fewer = filter.query.without(at);
            let text = lang.fill(Msg::WithoutWord, &[("word", part)]);
            let wider = Filter { query: Query::parse(&fewer), ..filter.clone() };
            ways.push((text, wider, Action::Search(fewer)));
        }
    }
    let mut rescues: Vec<Rescue> = Vec::new();
    for (text, wider, action) in ways {
        if wider == *filter || wider.query.is_empty() || rescues.len() >= MAX_RESCUES {
            continue;
        }
        let n_hits = frame.document.select(&wider).hits.len();
        if n_hits > 0 {
            let text = lang.fill(Msg::RescueFinds, &[("way", &text), ("n", &chars::grouped(n_hits))]);
            rescues.push(Rescue { text, action });
        }
    }
    rescues.extend(as_speaker(frame));
    rescues
}

/// Names are not among the words of a text: who looks for one is shown the way to the speaker.
fn as_speaker(frame: &Frame) -> Option<Rescue> {
    let lang = frame.lang;
    let typed = frame.state.query.trim();
    let asked = Query::for_speaker(typed);
    let wider = Filter { query: Query::parse(&asked), chosen: Default::default(), ..frame.filter.clone() };
    let n_speeches = frame.document.select(&wider).n_speeches;
    (n_speeches > 0 && !wider.query.has_text()).then(|| Rescue {
        text: lang.fill(Msg::SpeakerIsCalled, &[("words", typed), ("n", &chars::grouped(n_speeches))]),
        action: Action::Search(asked),
    })
}

/// A hit, unless a speech without it is pointed at.
pub fn focus(frame: &Frame) -> Option<Focus> {
    let hit = (!frame.selection.hits.is_empty()).then_some(frame.hit);
    let at = frame.state.at.filter(|&speech| {
        let block = frame.document.ground.block_of(speech);
        block.and_then(|at| frame.selection.shown.get(at)).is_some_and(|shown| *shown != Shown::No)
    });
    // Who asks for one place of a speech has left the hits.
    let place = at.and_then(|at| match (frame.state.sentence, frame.state.point) {
        (Some(sentence), _) => Some(Focus::Sentence(at, sentence)),
        (None, point) => point.map(|point| Focus::Point(at, point)),
    });
    if place.is_some() {
        return place;
    }
    match (hit, at) {
        (Some(hit), Some(at)) if speech_of_hit(frame.document, &frame.selection, hit) == Some(at) => {
            Some(Focus::Hit(hit))
        }
        (_, Some(at)) => Some(Focus::Speech(at)),
        (Some(hit), None) => Some(Focus::Hit(hit)),
        (None, None) => None,
    }
}
