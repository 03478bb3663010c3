//! Stretches of text: words, hits, joins.

use yew::prelude::*;

use crate::app::screen::{Run, RunKind};
use crate::app::words::{Lang, Msg, page_lang};
use crate::model::Join;

/// The tags of a line of text.
///
/// A join has no text of its own: what marks it is drawn by the style sheet, so that finding,
/// selecting and copying see the sentence whole.
pub fn runs(lang: Lang, runs: &[Run]) -> Html {
    runs.iter().map(|row| run(lang, row)).collect()
}

fn run(lang: Lang, run: &Run) -> Html {
    match run.kind {
        RunKind::Point(_) => html! {},
        RunKind::Text if run.aloud => html! { <span class="aloud">{ run.text.clone() }</span> },
        RunKind::Text => html! { <>{ run.text.clone() }</> },
        RunKind::Hit { current, .. } => {
            html! { <mark class={classes!(current.then_some("now"), run.aloud.then_some("aloud"))}>{ run.text.clone() }</mark> }
        }
        RunKind::Join(Join::Space) => html! { <>{ " " }</> },
        RunKind::Join(Join::Page) => join(lang, "join join-page", Msg::PageBreaksHere),
        RunKind::Join(Join::Line) => join(lang, "join join-line", Msg::LineBreaksHere),
    }
}

/// The text around is that of the minutes; the words of the mark are ours.
fn join(lang: Lang, class: &'static str, title: Msg) -> Html {
    html! { <span {class} lang={page_lang(lang)} title={lang.t(title)} /> }
}
