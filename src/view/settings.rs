//! 表示の設定: how the reader likes the page.

use yew::prelude::*;

use super::dispatch::Dispatch;
use crate::app::settings::Settings;
use crate::app::state::Action;
use crate::app::words::{Lang, Msg};

/// The language and the switches; each takes effect at once.
pub fn settings(dispatch: &Dispatch, settings: Settings) -> Html {
    let lang = settings.lang;
    let language = |other: Lang| {
        let onchange = dispatch.on(Action::Set(Settings { lang: other, ..settings }));
        html! {
            <label lang={other.key()}>
                <input type="radio" name="language" checked={other == lang} {onchange} />
                { other.own_name() }
            </label>
        }
    };
    let switch = |(words, is_on, turned): (Msg, bool, Settings)| {
        html! {
            <label>
                <input type="checkbox" checked={is_on} onchange={dispatch.on(Action::Set(turned))} />
                { lang.t(words) }
            </label>
        }
    };
    let Settings { colours, hits_only, shortcuts, .. } = settings;
    let switches = [
        (Msg::ShowColours, colours, Settings { colours: !colours, ..settings }),
        (Msg::ShowHitsOnly, hits_only, Settings { hits_only: !hits_only, ..settings }),
        (Msg::UseShortcuts, shortcuts, Settings { shortcuts: !shortcuts, ..settings }),
    ];
    html! {
        <section class="block settings" aria-labelledby="settings-heading">
            <h2 id="settings-heading">{ lang.t(Msg::Settings) }</h2>
            <fieldset>
                <legend>{ lang.t(Msg::Language) }</legend>
                { for Lang::ALL.into_iter().map(language) }
            </fieldset>
            { for switches.into_iter().map(switch) }
            <p class="quiet">{ lang.t(Msg::SettingsKept) }</p>
        </section>
    }
}
