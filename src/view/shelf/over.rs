//! What stands over a meeting of a shelf: the way back, and on to its neighbours.

use yew::prelude::*;

use super::ties::of_meeting;
use super::{ShelfDispatch, to_meeting};
use crate::app::screen::{Neighbour, OverView, ShelfScreen};
use crate::app::shelf::ShelfAction;
use crate::app::words::{Lang, ShelfMsg, minutes_lang, page_lang};
use crate::view::jump::on_click_go;

/// What stands over a meeting; while it is not there, in its place.
pub fn over(dispatch: &ShelfDispatch, screen: &ShelfScreen, view: &OverView, is_open: bool) -> Html {
    let lang = screen.lang;
    html! {
        <>
            <nav id="kg-over" class="shelf-over" lang={page_lang(lang)} tabindex="-1"
                aria-label={lang.t(ShelfMsg::Over)}>
                <div class="wrap">
                    <a class="over-back" href={format!("#{}", screen.start)}
                        onclick={on_click_go(dispatch, ShelfAction::Close)}>
                        <span aria-hidden="true">{ "← " }</span>{ lang.t(ShelfMsg::Back) }
                    </a>
                    { for view.before.iter().map(|to| neighbour(dispatch, lang, ShelfMsg::Before, to)) }
                    { for view.after.iter().map(|to| neighbour(dispatch, lang, ShelfMsg::After, to)) }
                    { of_meeting(dispatch, lang, &view.ties) }
                </div>
            </nav>
            if !is_open {
                <main class="shelf-shut wrap" lang={page_lang(lang)}>
                    <h1 lang={minutes_lang(lang)}>{ view.title.clone() }</h1>
                    if view.broken.is_empty() {
                        <p role="status">{ lang.t(ShelfMsg::Opening) }</p>
                    } else {
                        <h2>{ lang.t(ShelfMsg::CannotOpen) }</h2>
                        <p role="alert">{ view.broken.clone() }</p>
                    }
                </main>
            }
        </>
    }
}

fn neighbour(dispatch: &ShelfDispatch, lang: Lang, words: ShelfMsg, to: &Neighbour) -> Html {
    let words = html! {
        <>{ lang.t(words) }<small>{ to.name.clone() }</small></>
    };
    to_meeting(dispatch, to.entry, &to.key, "", "over-neighbour", words)
}
