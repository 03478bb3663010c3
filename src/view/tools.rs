//! What can be done with the whole text: folding, repairs, conduct of the meeting, voice, keys.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::embed::opener;
use crate::app::aloud::AloudStep;
use crate::app::screen::Screen;
use crate::app::share::{Handed, ShareStep};
use crate::app::state::Action;
use crate::app::words::Msg;
use crate::model::TopicId;

/// The buttons above the text; one that would do nothing is left out.
pub fn tools(dispatch: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let (lang, tools) = (screen.lang(), &screen.tools);
    let button = |words: Msg, is_on: Option<bool>, action: Action| {
        html! {
            <button type="button" aria-pressed={is_on.map(|on| on.to_string())} onclick={dispatch.on(action)}>
                { lang.t(words) }
            </button>
        }
    };
    let fold = |folded: bool| {
        let words = if folded { Msg::UnfoldAll } else { Msg::FoldAll };
        button(words, None, Action::CollapseAll(!folded))
    };
    let originals = |on: bool| button(Msg::Originals, Some(on), Action::Originals(!on));
    let dim = |on: bool| button(Msg::DimProcedure, Some(on), Action::Dim(!on));
    let share = Action::Share(ShareStep::Open(Handed::View));
    let reads = screen.aloud.is_some();
    let aloud = |first| {
        let step = if reads { AloudStep::Stop } else { AloudStep::Start(first) };
        html! {
            <button type="button" class="tool-aloud" aria-pressed={reads.to_string()}
                onclick={dispatch.on(Action::Aloud(step))}>
                { lang.t(Msg::ReadAloud) }
            </button>
        }
    };
    html! {
        <div class="tools" role="group" aria-label={lang.t(Msg::Tools)}>
            { for tools.folded.map(fold) }
            { for tools.originals.map(originals) }
            { for tools.dimmed.map(dim) }
            { for tools.first.map(aloud) }
            <button type="button" class="tool-share" aria-haspopup="dialog" onclick={dispatch.on(share)}>
                { lang.t(Msg::ShareAndSave) }
            </button>
            <button type="button" class="tool-help" aria-haspopup="dialog"
                onclick={dispatch.on(Action::Help(true))}>
                { lang.t(Msg::Help) }
                if screen.settings.shortcuts {
                    <kbd aria-hidden="true">{ "?" }</kbd>
                }
            </button>
            if !screen.embedding.embedded {
                { opener(dispatch, lang) }
            }
        </div>
    }
}
