//! The head of the page: which meeting this is.

use yew::prelude::*;

use super::strip::Strip;
use crate::app::screen::Bar;
use crate::model::SpeechId;

/// The head of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The title of the minutes.
    pub title: String,
    /// Day, time, place …
    pub summary: Vec<String>,
    /// The whole meeting at one look.
    pub strip: Vec<Bar>,
    /// The first and the last speech in view.
    #[prop_or_default]
    pub sight: Option<(SpeechId, SpeechId)>,
}

/// The head of the page.
#[component]
pub fn Header(props: &Props) -> Html {
    html! {
        <header class="top">
            <div class="wrap">
                <h1>{ props.title.clone() }</h1>
                if !props.summary.is_empty() {
                    <ul class="summary">
                        { for props.summary.iter().map(|phrase| html! { <li>{ phrase.clone() }</li> }) }
                    </ul>
                }
                <Strip bars={props.strip.clone()} sight={props.sight} />
            </div>
        </header>
    }
}
