//! Stretches of text: words, hits, joins, promises, points.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::on_click_go;
use crate::app::permalink::point_anchor;
use crate::app::screen::{Run, RunKind, SpeechView};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg, page_lang};
use crate::model::Join;

/// The tags of a line of text.
///
/// A join and the number of a point have no text of their own: what marks them is drawn by the
/// style sheet, so that finding, selecting and copying see the sentence whole.
pub fn runs(lang: Lang, runs: &[Run]) -> Html {
    runs.iter().map(|row| run(lang, row)).collect()
}

/// The same for a paragraph of a speech, where points are links; `now` is the one pointed at.
pub fn speech_runs(dispatch: &Dispatch, lang: Lang, speech: &SpeechView, runs: &[Run]) -> Html {
    let tags = runs.iter().map(|row| match row.kind {
        RunKind::Point(number) => point(dispatch, lang, speech, number),
        _ => run(lang, row),
    });
    tags.collect()
}

fn run(lang: Lang, run: &Run) -> Html {
    let words = match run.kind {
        RunKind::Point(_) => html! {},
        RunKind::Text => html! { <>{ run.text.clone() }</> },
        RunKind::Hit { current, .. } => {
            html! { <mark class={classes!(current.then_some("now"))}>{ run.text.clone() }</mark> }
        }
        RunKind::Join(Join::Letters) => Html::default(),
        RunKind::Join(Join::Space) => html! { <>{ " " }</> },
        RunKind::Join(Join::Page) => join(lang, "join join-page", Msg::PageBreaksHere),
        RunKind::Join(Join::Line) => join(lang, "join join-line", Msg::LineBreaksHere),
    };
    if run.promise || run.pointed || run.aloud {
        let class = classes!(
            run.promise.then_some("promise"),
            run.pointed.then_some("pointed"),
            run.aloud.then_some("aloud"),
        );
        html! { <span {class}>{ words }</span> }
    } else {
        words
    }
}

/// The text around is that of the minutes; the words of the mark are ours.
fn join(lang: Lang, class: &'static str, title: Msg) -> Html {
    html! { <span {class} lang={page_lang(lang)} title={lang.t(title)} /> }
}

/// Where a point of a speech begins: its number is a permalink.
fn point(dispatch: &Dispatch, lang: Lang, speech: &SpeechView, number: usize) -> Html {
    let anchor = point_anchor(speech.speech, number);
    let values = [("n", &speech.number.to_string()[..]), ("point", &number.to_string()[..])];
    let onclick = on_click_go(dispatch, Action::GoToPoint(speech.speech, number));
    html! {
        <a id={anchor.clone()} href={dispatch.href(&anchor)} lang={page_lang(lang)} data-point={number.to_string()}
            class={classes!("point", (speech.point == Some(number)).then_some("now"))}
            aria-label={lang.fill(Msg::LinkToPoint, &values)} {onclick} />
    }
}
