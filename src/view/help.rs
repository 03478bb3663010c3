//! The keys and the signs of the search box, explained in a dialog.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::hooks::HELP_ID;
use crate::app::screen::Screen;
use crate::app::state::Action;
use crate::app::words::{Lang, Msg, minutes_lang};
use crate::model::TopicId;

/// What each key does. Keys that are letters can be switched off.
const KEYS: [(&[&str], Msg); 8] = [
    (&["j", "→"], Msg::HelpNextSpeech),
    (&["k", "←"], Msg::HelpPreviousSpeech),
    (&["n"], Msg::NextHit),
    (&["N"], Msg::PreviousHit),
    (&["/"], Msg::HelpSearchBox),
    (&["?"], Msg::HelpHelp),
    (&["Esc"], Msg::HelpEscape),
    (&["Enter", "Shift+Enter"], Msg::HelpEnter),
];

const SIGNS: [(Msg, Msg); 6] = [
    (Msg::SignAll, Msg::SignAllMeans),
    (Msg::SignPhrase, Msg::SignPhraseMeans),
    (Msg::SignNot, Msg::SignNotMeans),
    (Msg::SignOr, Msg::SignOrMeans),
    (Msg::SignSpeaker, Msg::SignSpeakerMeans),
    (Msg::SignTopic, Msg::SignTopicMeans),
];

/// The dialog. It always stands on the page, empty, so that the browser knows where the keyboard
/// was before it was opened.
pub fn help(dispatch: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let heading = screen.help.then_some("help-heading");
    html! {
        <dialog id={HELP_ID} class="help" closedby="any" aria-labelledby={heading}>
            if screen.help {
                { explained(dispatch, screen.lang(), screen.settings.shortcuts) }
            }
        </dialog>
    }
}

fn explained(dispatch: &Dispatch, lang: Lang, shortcuts: bool) -> Html {
    let key = |(keys, means): &(&[&str], Msg)| {
        html! {
            <div>
                <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                <dd>{ lang.t(*means) }</dd>
            </div>
        }
    };
    let sign = |&(sign, means): &(Msg, Msg)| {
        html! {
            <div>
                <dt><kbd lang={minutes_lang(lang)}>{ lang.t(sign) }</kbd></dt>
                <dd>{ lang.t(means) }</dd>
            </div>
        }
    };
    html! {
        <>
            <div class="dialog-head">
                <h2 id="help-heading">{ lang.t(Msg::HelpTitle) }</h2>
                <button type="button" class="button" onclick={dispatch.on(Action::Help(false))}>
                    { lang.t(Msg::Close) }
                </button>
            </div>
            <h3>{ lang.t(Msg::HelpKeys) }</h3>
            if !shortcuts {
                <p>{ lang.t(Msg::HelpKeysOff) }</p>
            }
            <dl>{ for KEYS.iter().map(key) }</dl>
            <h3>{ lang.t(Msg::HelpSearch) }</h3>
            <dl>{ for SIGNS.iter().map(sign) }</dl>
            <p>{ lang.t(Msg::HelpScopes) }</p>
            <p>{ lang.t(Msg::HelpFolded) }</p>
        </>
    }
}
