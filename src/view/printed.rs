//! Words of the minutes.

use yew::prelude::*;

use crate::app::words::{Lang, minutes_lang};

/// Words of the minutes in a tag of their own. It names their language where the page around speaks
/// another, so that they are read aloud and hyphenated as what they are.
pub fn printed(lang: Lang, tag: &'static str, class: &'static str, words: Html) -> Html {
    html! { <@{tag} class={classes!(class)} lang={minutes_lang(lang)}>{ words }</@> }
}
