//! The head of the page: which meeting this is.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::list::list;
use super::part::{Draw, Part};
use super::printed::printed;
use super::strip::strip;
use crate::app::screen::{Phrase, Screen};
use crate::app::words::Lang;
use crate::model::SpeechId;

/// The head of the page.
pub fn header(dispatch: &Dispatch, screen: &Rc<Screen>, sight: Option<(SpeechId, SpeechId)>) -> Html {
    let lang = screen.lang();
    html! {
        <header class="top">
            <div class="wrap">
                { printed(lang, "h1", "", html! { screen.title.clone() }) }
                { summary(lang, &screen.summary) }
                { strip(dispatch, screen, sight) }
                <Part dispatch={dispatch.clone()} screen={Rc::clone(screen)} draw={list as Draw} />
            </div>
        </header>
    }
}

/// What the minutes are in a few phrases.
pub fn summary(lang: Lang, phrases: &[Phrase]) -> Html {
    let phrase = |phrase: &Phrase| {
        let text = html! { phrase.text.clone() };
        if phrase.printed {
            printed(lang, "li", "", text)
        } else {
            html! { <li>{ text }</li> }
        }
    };
    html! {
        if !phrases.is_empty() {
            <ul class="summary">{ for phrases.iter().map(phrase) }</ul>
        }
    }
}
