//! The head of the page: which meeting this is.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::list::list;
use super::part::{Draw, Part};
use super::printed::printed;
use super::strip::strip;
use crate::app::screen::{Phrase, Screen};
use crate::model::SpeechId;

/// The head of the page.
pub fn header(dispatch: &Dispatch, screen: &Rc<Screen>, sight: Option<(SpeechId, SpeechId)>) -> Html {
    let lang = screen.lang();
    let phrase = |phrase: &Phrase| {
        let text = html! { phrase.text.clone() };
        if phrase.printed {
            printed(lang, "li", "", text)
        } else {
            html! { <li>{ text }</li> }
        }
    };
    html! {
        <header class="top">
            <div class="wrap">
                { printed(lang, "h1", "", html! { screen.title.clone() }) }
                if !screen.summary.is_empty() {
                    <ul class="summary">
                        { for screen.summary.iter().map(phrase) }
                    </ul>
                }
                { strip(dispatch, screen, sight) }
                <Part dispatch={dispatch.clone()} screen={Rc::clone(screen)} draw={list as Draw} />
            </div>
        </header>
    }
}
