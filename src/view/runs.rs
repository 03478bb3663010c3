//! Stretches of text: words, hits, joins.

use yew::prelude::*;

use crate::app::screen::{Run, RunKind};
use crate::model::Join;

/// The tags of a line of text.
///
/// A join has no text of its own: what marks it is drawn by the style sheet, so that finding,
/// selecting and copying see the sentence whole.
pub fn runs(runs: &[Run]) -> Html {
    runs.iter().map(run).collect()
}

fn run(run: &Run) -> Html {
    match run.kind {
        RunKind::Text => html! { <>{ run.text.clone() }</> },
        RunKind::Hit { current, .. } => {
            html! { <mark class={classes!(current.then_some("now"))}>{ run.text.clone() }</mark> }
        }
        RunKind::Join(Join::Space) => html! { <>{ " " }</> },
        RunKind::Join(Join::Page) => {
            html! { <span class="join join-page" title="原文はここでページが変わります" /> }
        }
        RunKind::Join(Join::Line) => {
            html! { <span class="join join-line" title="原文はここで改行しています" /> }
        }
    }
}
