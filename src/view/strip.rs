//! The whole meeting at one look.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::part::{Draw, Part};
use super::role;
use crate::app::screen::{Bar, FacetRow, Screen};
use crate::app::state::Action;
use crate::app::words::Msg;
use crate::browser;
use crate::model::{Role, SpeechId, TopicId};

/// The length of the whole strip.
const LENGTH: f64 = 1000.0;
/// The gap between two bars, and between two brackets, of 1000.
const GAP: f64 = 1.5;
const BRACKET_GAP: f64 = 4.0;

/// A bar per speech, as long as it is, in its role's colour; hits above, topics bracketed below,
/// what is in view framed. It is a picture for the pointer; the keyboard has the table of contents,
/// the numbers and the table of speeches, and is spared a stop for each speech.
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
    let onclick = {
        let (dispatch, screen) = (dispatch.clone(), Rc::clone(screen));
        Callback::from(move |event: MouseEvent| {
            let at = browser::share_across(&event) * LENGTH;
            let bar = screen.strip.iter().rev().find(|bar| bar.start <= at).or(screen.strip.first());
            if let Some(bar) = bar {
                dispatch.send(Action::GoTo(bar.speech));
            }
        })
    };
    html! {
        <div class="strip">
            <svg viewBox="0 0 1000 58" preserveAspectRatio="none" role="img" {onclick}
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

/// What only another state changes. The bars of one look are one shape: a meeting has hundreds.
fn bars(_: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let bars = &screen.strip;
    let shape = |role: Role, shown: bool| {
        let of_look = bars.iter().filter(|bar| bar.role == role && bar.shown == shown);
        let d: String = of_look
            .map(|bar| {
                let width = number((bar.width - GAP).max(0.8));
                format!("M{} 18h{width}v20h-{width}z", number(bar.start))
            })
            .collect();
        if d.is_empty() {
            return html! {};
        }
        let class = classes!(role::class(role), "bar-ink", (!shown).then_some("out"));
        html! { <path {class} {d} /> }
    };
    let hit = |bar: &Bar| format!("M{} 4v9", number(bar.start + bar.width / 2.0));
    let hits: String = bars.iter().filter(|bar| bar.n_hits > 0).map(hit).collect();
    let bracket = |(start, end): (f64, f64)| {
        format!("M{0} 46v6H{1}v-6", number(start), number((end - BRACKET_GAP).max(start)))
    };
    let brackets: String = brackets(bars).into_iter().map(bracket).collect();
    html! {
        <>
            { for [true, false].into_iter().flat_map(|shown| Role::ALL.map(|role| shape(role, shown))) }
            <path class="hit" d={hits} vector-effect="non-scaling-stroke" />
            <path class="bracket" d={brackets} vector-effect="non-scaling-stroke" />
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
