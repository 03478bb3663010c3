//! The way to the other language, where there is no dialog for it.

use yew::prelude::*;

use crate::app::settings::Settings;
use crate::app::words::Lang;

/// A button for each language that is not the page's; `set` makes of settings what a press does.
pub fn languages(settings: Settings, set: &dyn Fn(Settings) -> Callback<MouseEvent>) -> Html {
    let other = |other: Lang| {
        let onclick = set(Settings { lang: other, ..settings });
        html! {
            <button type="button" class="other-language" lang={other.key()} {onclick}>{ other.own_name() }</button>
        }
    };
    html! { <>{ for Lang::ALL.into_iter().filter(|&of| of != settings.lang).map(other) }</> }
}
