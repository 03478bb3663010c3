//! The whole meeting at one look.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::part::{Draw, Part};
use super::{jump, role};
use crate::app::screen::{Bar, FacetRow, Screen};
use crate::app::words::Msg;
use crate::model::{SpeechId, TopicId};

/// The gap between two bars, and between two brackets, of 1000.
const GAP: f64 = 1.5;
const BRACKET_GAP: f64 = 4.0;

/// A bar per speech, as long as it is, in its role's colour; hits above, topics bracketed below,
/// what is in view framed. The bars are a way for the pointer; the keyboard has the table of
/// contents, the numbers and the table, and is spared a stop for each speech.
pub fn strip(dispatch: &Dispatch, screen: &Rc<Screen>, sight: Option<(SpeechId, SpeechId)>) -> Html {
    if screen.strip.is_empty() {
        return html! {};
    }
    let lang = screen.lang();
    let role = |row: &FacetRow| {
        html! {
            <li class={role::class(row.role)}>
                <span class="badge" aria-hidden="true">{ row.badge.clone() }</span>{ row.text.clone() }
            </li>
        }
    };
    html! {
        <div class="strip">
            <svg viewBox="0 0 1000 58" preserveAspectRatio="none" role="group"
                aria-label={lang.t(Msg::StripLabel)}>
                <Part dispatch={dispatch.clone()} screen={Rc::clone(screen)} draw={bars as Draw} />
                { frame(&screen.strip, sight) }
            </svg>
            <ul class="strip-roles" aria-label={lang.t(Msg::StripLegend)}>
                { for screen.roles.iter().map(role) }
            </ul>
        </div>
    }
}

/// What only another state changes.
fn bars(dispatch: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let (lang, bars) = (screen.lang(), &screen.strip);
    let bar = |bar: &Bar| {
        let speech = bar.speech;
        let onclick = jump::on_click(dispatch, speech);
        let (name, n_hits) = ((speech.0 + 1).to_string(), bar.n_hits.to_string());
        let title = match bar.n_hits {
            0 => lang.fill(Msg::Speech, &[("n", &name)]),
            _ => lang.fill(Msg::SpeechWithHits, &[("speech", &name), ("n", &n_hits)]),
        };
        let middle = bar.start + bar.width / 2.0;
        html! {
            <a key={speech.0} href={jump::href(speech)} tabindex="-1" {onclick}
                class={classes!(role::class(bar.role), (!bar.shown).then_some("out"))}>
                <title>{ title }</title>
                <rect class="reach" x={number(bar.start)} y="0" width={number(bar.width)} height="44" />
                <rect class="bar-ink" x={number(bar.start)} y="18" height="20"
                    width={number((bar.width - GAP).max(0.8))} />
                if bar.n_hits > 0 {
                    <path class="hit" d={format!("M{} 4v9", number(middle))} vector-effect="non-scaling-stroke" />
                }
            </a>
        }
    };
    let bracket = |(start, end): (f64, f64)| {
        let d = format!("M{0} 46v6H{1}v-6", number(start), number((end - BRACKET_GAP).max(start)));
        html! { <path class="bracket" {d} vector-effect="non-scaling-stroke" /> }
    };
    html! {
        <>
            { for bars.iter().map(bar) }
            { for brackets(bars).into_iter().map(bracket) }
        </>
    }
}

/// Where each run of bars under one topic starts and ends.
fn brackets(bars: &[Bar]) -> Vec<(f64, f64)> {
    bars.chunk_by(|a, b| a.topic == b.topic)
        .filter_map(|bars| match (bars.first(), bars.last()) {
            (Some(first), Some(last)) if first.topic.is_some() => {
                Some((first.start, last.start + last.width))
            }
            _ => None,
        })
        .collect()
}

fn frame(bars: &[Bar], sight: Option<(SpeechId, SpeechId)>) -> Html {
    let find = |speech: SpeechId| bars.iter().find(|bar| bar.speech == speech);
    let ends = sight.and_then(|(first, last)| Some((find(first)?, find(last)?)));
    let Some((first, last)) = ends else { return html! {} };
    let width = last.start + last.width - first.start;
    html! {
        <rect class="frame" x={number(first.start)} y="14" width={number(width)} height="28"
            vector-effect="non-scaling-stroke" />
    }
}

/// A tenth is exact enough for the eye. Whole numbers are written, since writing fractions would
/// add more to the viewer than the rest of the strip.
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    format!("{}.{}", tenths / 10, tenths.rem_euclid(10))
}
