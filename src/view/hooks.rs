//! Hooks that tie the state to the page: address, scrolling, keys.
//!
//! May live here: when something of the page is read or changed. May not: how (`browser`), why (`app`).

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::{Cause, Dispatch, Store};
use crate::app::permalink;
use crate::app::screen::{BlockView, Focus, Screen};
use crate::app::settings::Settings;
use crate::app::state::{Action, Panel};
use crate::browser;
use crate::model::SpeechId;

/// Tells the page, once, that the viewer stands.
#[hook]
pub fn use_ready() {
    use_effect_with((), |_| browser::announce("kg:ready", ""));
}

/// Keeps the address and the state together, each way once.
#[hook]
pub fn use_address(store: &Store, dispatch: &Dispatch, fragment: String) {
    let bar = use_memo((), |_| browser::AddressBar::default());
    use_effect_with((), {
        let (bar, dispatch) = (Rc::clone(&bar), dispatch.clone());
        move |_| {
            let listeners = browser::on_fragment(move || {
                bar.forget();
                dispatch.send(Action::Visit(browser::fragment()));
            });
            move || drop(listeners)
        }
    });
    let cause = store.cause;
    use_effect_with(fragment, move |fragment| match cause {
        Cause::Address => {}
        // The first words are a step that Back undoes; what is typed after them is not.
        Cause::Words if permalink::has_words(&browser::fragment()) => bar.replace_soon(fragment),
        Cause::Words => bar.push(fragment),
        Cause::Choice | Cause::Beside => bar.push(fragment),
    });
}

/// Brings what the last action pointed at into view.
#[hook]
pub fn use_scroll(store: &Store, screen: &Rc<Screen>) {
    let cause = store.cause;
    let screen = Rc::clone(screen);
    use_effect_with((store.turn, screen.focus.clone()), move |(_, focus)| match focus {
        Some(Focus::Speech(speech)) => {
            if let Some((speech_anchor, top_anchor)) = anchors(&screen.body, *speech) {
                browser::show(&top_anchor);
                if cause == Cause::Choice && !browser::is_typing() {
                    browser::focus_first(&format!("[id=\"{speech_anchor}\"]"));
                }
            }
        }
        Some(Focus::Point(speech, point)) => browser::show(&permalink::point_anchor(*speech, *point)),
        Some(Focus::Sentence(..)) => browser::show_if_hidden(".pointed"),
        Some(Focus::Hit(_)) => browser::show_if_hidden("mark.now"),
        None => {}
    });
}

/// The anchor of a speech, and what should stand at the top of the view with it: the heading of
/// its topic where only narratives lie between.
fn anchors(body: &[BlockView], speech: SpeechId) -> Option<(String, String)> {
    let mut top: Option<&str> = None;
    for block in body {
        match block {
            BlockView::Topic(topic) => top = Some(&topic.anchor),
            BlockView::Narrative { .. } => {}
            BlockView::Plain { .. } | BlockView::Gap { .. } => top = None,
            BlockView::Speech(view) if view.speech == speech => {
                let anchor = view.anchor.clone();
                return Some((anchor.clone(), top.map(str::to_owned).unwrap_or(anchor)));
            }
            BlockView::Speech(_) => top = None,
        }
    }
    None
}

/// `/` goes to the search box, Escape closes a panel. Keys that are letters may be switched off:
/// they get in the way of those who speak to their computer.
#[hook]
pub fn use_keys(dispatch: &Dispatch, panel: Option<Panel>, shortcuts: bool) {
    use_effect_with((dispatch.clone(), panel.is_some(), shortcuts), |(dispatch, is_open, shortcuts)| {
        let (dispatch, is_open, shortcuts) = (dispatch.clone(), *is_open, *shortcuts);
        let listener = browser::on_key(move |key| match key {
            "/" if shortcuts && !browser::is_typing() => {
                browser::focus_first("#kg-query");
                true
            }
            "Escape" if is_open => {
                dispatch.send(Action::Open(None));
                // What had the keyboard is hidden with its panel.
                browser::focus_first(".tabs button");
                true
            }
            _ => false,
        });
        move || drop(listener)
    });
}

/// The settings that the browser has kept, or those that suit its languages.
pub fn settings() -> Settings {
    let kept = browser::load();
    kept.map_or_else(|| Settings::for_languages(&browser::languages()), |kept| Settings::parse(&kept))
}

/// Has the browser keep the settings once they change.
#[hook]
pub fn use_settings(settings: Settings) {
    let kept = use_memo((), |_| Cell::new(settings));
    use_effect_with(settings, move |&settings| {
        if kept.replace(settings) != settings {
            browser::save(&settings.write());
        }
    });
}

/// Gives the keyboard to a panel as it opens, so that reading goes on there.
#[hook]
pub fn use_panel(panel: Option<Panel>) {
    use_effect_with(panel, |panel| {
        if let Some(panel) = panel {
            let key = super::tabs::key(Some(*panel));
            browser::focus_first(&format!("[data-panel=\"{key}\"] .sheet-{key}"));
        }
    });
}

/// Whether an input method is composing in the field; `settled` gets the words when it is done.
#[hook]
pub fn use_composition(field: &NodeRef, settled: impl Fn(String) + 'static) -> Rc<Cell<bool>> {
    let composing = use_memo((), |_| Cell::new(false));
    let settled = use_memo((), move |_| settled);
    use_effect_with(field.clone(), {
        let composing = Rc::clone(&composing);
        move |field| {
            let input = field.cast::<web_sys::HtmlInputElement>();
            let listeners = input.map(|input| {
                let field = input.clone();
                browser::on_composition(&input, move |begins| {
                    composing.set(begins);
                    if !begins {
                        settled(field.value());
                    }
                })
            });
            move || drop(listeners)
        }
    });
    composing
}

/// The first and the last speech in view, as the reader scrolls.
#[hook]
pub fn use_sight(screen: &Rc<Screen>) -> Option<(SpeechId, SpeechId)> {
    let sight = use_state_eq(|| None);
    let shown: Vec<(String, SpeechId)> = screen
        .body
        .iter()
        .filter_map(|block| match block {
            BlockView::Speech(speech) => Some((speech.anchor.clone(), speech.speech)),
            _ => None,
        })
        .collect();
    use_effect_with(shown, {
        let sight = sight.clone();
        move |shown| {
            let shown = shown.clone();
            if shown.is_empty() {
                sight.set(None);
            }
            let watched = browser::watch("article.speech", move |ids| {
                let in_view = |anchor: &String| ids.binary_search(anchor).is_ok();
                let mut seen = shown.iter().filter(|(anchor, _)| in_view(anchor)).map(|(_, speech)| *speech);
                let first = seen.next();
                let last = seen.next_back().or(first);
                sight.set(first.zip(last));
            });
            move || drop(watched)
        }
    });
    *sight
}
