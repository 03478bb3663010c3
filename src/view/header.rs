//! The head of the page: which meeting this is.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::strip::strip;
use crate::app::screen::Screen;
use crate::model::SpeechId;

/// The head of the page.
pub fn header(dispatch: &Dispatch, screen: &Screen, sight: Option<(SpeechId, SpeechId)>) -> Html {
    html! {
        <header class="top">
            <div class="wrap">
                <h1>{ screen.title.clone() }</h1>
                if !screen.summary.is_empty() {
                    <ul class="summary">
                        { for screen.summary.iter().map(|phrase| html! { <li>{ phrase.clone() }</li> }) }
                    </ul>
                }
                { strip(dispatch, &screen.strip, sight) }
            </div>
        </header>
    }
}
