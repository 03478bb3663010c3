//! Hooks that tie the state to the page: address, scrolling, keys.
//!
//! May live here: when something of the page is read or changed. May not: how (`browser`), why (`app`).

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::{Cause, Dispatch, Store};
use super::files::saved_view;
use super::part::Same;
use super::share::SHARE_ID;
use super::topic::under_id;
use crate::app::aloud::AloudStep;
use crate::app::embed::form::EmbedStep;
use crate::app::embed::{self, Embedding};
use crate::app::permalink;
use crate::app::screen::{BlockView, Focus, Screen};
use crate::app::settings::Settings;
use crate::app::share::{Marked, ShareStep};
use crate::app::state::{Action, Panel};
use crate::browser::{self, Heard};
use crate::model::SpeechId;

/// Tells the page, once, that the viewer stands.
#[hook]
pub fn use_ready() {
    use_effect_with((), |_| browser::announce("kg:ready", ""));
}

/// How the address asks to be shown inside another page.
pub fn embedding() -> Embedding {
    Embedding::parse(&browser::query())
}

/// Where the address says that reading begins; where it says nothing, the view that the file keeps.
pub fn start() -> String {
    let fragment = browser::has_fragment().then(browser::fragment);
    let asked = embed::start(&browser::query(), fragment.as_deref());
    if asked.is_empty() && fragment.is_none() { saved_view() } else { asked }
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
                dispatch.send(Action::Visit(start()));
            });
            move || drop(listeners)
        }
    });
    let cause = store.cause;
    // Back belongs to the page around.
    let embedded = store.state.embedding.embedded;
    use_effect_with(fragment, move |fragment| match cause {
        Cause::Address => {}
        _ if embedded => bar.replace_soon(fragment),
        // The first words are a step that Back undoes; what is typed after them is not.
        Cause::Words if permalink::has_words(&browser::fragment()) => bar.replace_soon(fragment),
        Cause::Words => bar.push(fragment),
        Cause::Step => bar.replace_soon(fragment),
        Cause::Choice | Cause::Beside => bar.push(fragment),
    });
}

/// Brings what the last action pointed at into view.
#[hook]
pub fn use_scroll(store: &Store, screen: &Rc<Screen>) {
    let (cause, at) = (store.cause, store.state.at);
    let before = use_memo((), |_| Cell::new(0));
    let screen = Rc::clone(screen);
    use_effect_with((store.turn, screen.focus.clone()), move |(turn, focus)| {
        // A filter may let another hit be the first: that points at nothing.
        let points = before.replace(*turn) != *turn;
        match focus {
            Some(Focus::Speech(speech)) => {
                if let Some(top_anchor) = top_anchor(&screen.body, *speech) {
                    browser::show(&top_anchor);
                    read_on(cause, *speech);
                }
            }
            Some(Focus::Point(speech, point)) => {
                browser::show(&permalink::point_anchor(*speech, *point));
                read_on(cause, *speech);
            }
            Some(Focus::Sentence(speech, _)) => {
                browser::show_if_hidden(".pointed:not([hidden] *)");
                read_on(cause, *speech);
            }
            Some(Focus::Hit(_)) => {
                browser::show_if_hidden("mark.now:not([hidden] *)");
                // Reading goes on there; who typed or pressed a button goes on with that.
                if cause == Cause::Words && browser::is_reading() {
                    browser::focus_first("article:has(mark.now):not([hidden] *)");
                }
                if let Some(speech) = at.filter(|_| points) {
                    read_on(cause, speech);
                }
            }
            None => {}
        }
    });
}

/// Gives the keyboard to a speech that was chosen, so that reading goes on there.
fn read_on(cause: Cause, speech: SpeechId) {
    if matches!(cause, Cause::Choice | Cause::Step) && !browser::is_typing() {
        browser::focus_first(&format!("[id=\"{}\"]", permalink::speech_anchor(speech)));
    }
}

/// What should stand at the top of the view with a speech: itself, or the heading of its topic where
/// only narratives lie between.
fn top_anchor(body: &[BlockView], speech: SpeechId) -> Option<String> {
    let mut top: Option<&str> = None;
    for block in body {
        match block {
            BlockView::Topic(topic) => top = Some(&topic.anchor),
            BlockView::Narrative { .. } => {}
            BlockView::Plain { .. } | BlockView::Gap { .. } => top = None,
            BlockView::Speech(view) if view.speech == speech => {
                return Some(top.unwrap_or(&view.anchor).to_owned());
            }
            BlockView::Speech(_) => top = None,
        }
    }
    None
}

/// What the keys depend on when one is pressed.
#[derive(Clone)]
struct Reading {
    screen: Rc<Screen>,
    at: Option<SpeechId>,
    sight: Option<(SpeechId, SpeechId)>,
}

/// Keys lead from speech to speech, from hit to hit, to the search box and to what explains them;
/// Escape closes. Those that are letters may be switched off: they get in the way of those who
/// speak to their computer.
#[hook]
pub fn use_keys(
    dispatch: &Dispatch,
    screen: &Rc<Screen>,
    at: Option<SpeechId>,
    sight: Option<(SpeechId, SpeechId)>,
) {
    let reading = Reading { screen: Rc::clone(screen), at, sight };
    let latest = use_mut_ref(|| reading.clone());
    latest.replace(reading);
    use_effect_with(dispatch.clone(), move |dispatch| {
        let dispatch = dispatch.clone();
        let listener = browser::on_key(move |key| {
            let reading = latest.borrow().clone();
            press(&dispatch, &reading, key)
        });
        move || drop(listener)
    });
}

/// Does what a key asks for; says whether it asks for anything.
fn press(dispatch: &Dispatch, reading: &Reading, key: &str) -> bool {
    let screen = &reading.screen;
    let letters = screen.settings.shortcuts && !browser::is_typing();
    let reads = screen.aloud.is_some() || !screen.voiceless.is_empty();
    let has_hits = screen.search.n_hits > 0;
    let action = match key {
        "Escape" if screen.help => Action::Help(false),
        "Escape" if screen.share.is_some() => Action::Share(ShareStep::Close),
        "Escape" if screen.embed.is_some() => Action::Embed(EmbedStep::Close),
        _ if screen.embed.is_some() => return false,
        "?" if letters => Action::Help(!screen.help),
        // What stands behind the explanation does not move.
        _ if screen.help || screen.share.is_some() => return false,
        "Escape" if screen.panel.is_some() => Action::Open(None),
        "Escape" if screen.selected.is_some() => Action::Select(None),
        "Escape" if reads => Action::Aloud(AloudStep::Stop),
        "j" if letters => step(reading, Action::NextSpeech),
        "k" if letters => step(reading, Action::PreviousSpeech),
        "ArrowRight" if browser::is_reading() => step(reading, Action::NextSpeech),
        "ArrowLeft" if browser::is_reading() => step(reading, Action::PreviousSpeech),
        "n" if letters && has_hits => Action::NextHit,
        "N" if letters && has_hits => Action::PreviousHit,
        "/" if letters => {
            browser::focus_first("#kg-query");
            return true;
        }
        _ => return false,
    };
    let closes_panel = action == Action::Open(None);
    dispatch.send(action);
    if closes_panel {
        // What had the keyboard is hidden with its panel.
        browser::focus_first(".tabs button");
    }
    true
}

/// A step from the speech that is pointed at. Who has scrolled away from it goes on with the first
/// speech in view.
fn step(reading: &Reading, action: Action) -> Action {
    let is_seen = reading.at.is_some_and(|at| browser::is_in_view(&permalink::speech_anchor(at)));
    match reading.sight {
        Some((first, _)) if !is_seen => Action::GoTo(first),
        _ => action,
    }
}

/// Unfolds a topic in which the browser itself has found something.
#[hook]
pub fn use_found(dispatch: &Dispatch, screen: &Rc<Screen>) {
    let latest = use_mut_ref(|| Rc::clone(screen));
    latest.replace(Rc::clone(screen));
    use_effect_with(dispatch.clone(), move |dispatch| {
        let dispatch = dispatch.clone();
        let listener = browser::on_found(move |id| {
            let screen = Rc::clone(&latest.borrow());
            let folded = screen.body.iter().find_map(|block| match block {
                BlockView::Topic(view) if view.folded && under_id(view) == id => Some(view.topic),
                _ => None,
            });
            if let Some(topic) = folded {
                dispatch.send(Action::Collapse(topic));
            }
        });
        move || drop(listener)
    });
}

/// The id of the dialog that explains the keys.
pub const HELP_ID: &str = "kg-help";

/// Opens and closes the dialog that explains the keys.
#[hook]
pub fn use_help(dispatch: &Dispatch, help: bool) {
    let dispatch = dispatch.clone();
    use_effect_with(help, move |help| {
        let closed = move || dispatch.send(Action::Help(false));
        let dialog = if *help { browser::open_dialog(HELP_ID, closed) } else { None };
        move || drop(dialog)
    });
}

/// Opens and closes the dialog of sharing.
#[hook]
pub fn use_share(dispatch: &Dispatch, is_open: bool) {
    let dispatch = dispatch.clone();
    use_effect_with(is_open, move |is_open| {
        let closed = move || dispatch.send(Action::Share(ShareStep::Close));
        let dialog = if *is_open { browser::open_dialog(SHARE_ID, closed) } else { None };
        move || drop(dialog)
    });
}

/// Tells what words are marked on the page.
#[hook]
pub fn use_marked(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let listener = browser::on_marked(move |marking| {
            let marked = marking.map(|of| Marked { anchor: of.id, words: of.words, before: of.before });
            dispatch.send(Action::Select(marked));
        });
        move || drop(listener)
    });
}

/// Has the sentence read aloud that should be, and keeps it in view.
#[hook]
pub fn use_aloud(dispatch: &Dispatch, screen: &Screen) {
    let dispatch = dispatch.clone();
    use_effect_with(screen.aloud.clone(), move |aloud| {
        let spoken = aloud.as_ref().filter(|aloud| !aloud.paused).map(|aloud| {
            browser::show_if_hidden(".aloud:not([hidden] *)");
            browser::speak(&aloud.words, aloud.rate, move |heard| {
                dispatch.send(Action::Aloud(match heard {
                    Heard::End => AloudStep::NextSentence,
                    Heard::Failed => AloudStep::Stop,
                    Heard::NoVoice => AloudStep::NoVoice,
                }));
            })
        });
        move || drop(spoken)
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

/// What is watched for coming into view.
const SPEECHES: &str = "article.speech";

/// The first and the last speech in view, as the reader scrolls.
///
/// Speeches stay on the page once they are shown, so that watching begins anew only when there are
/// others.
#[hook]
pub fn use_sight(screen: &Rc<Screen>) -> Option<(SpeechId, SpeechId)> {
    let in_view = use_state_eq(Vec::<String>::new);
    let watched = use_mut_ref(|| (0, None));
    use_effect_with(Same(Rc::clone(screen)), {
        let in_view = in_view.clone();
        move |_| {
            let n_speeches = browser::count(SPEECHES);
            let (n_watched, watch) = &mut *watched.borrow_mut();
            if *n_watched != n_speeches {
                *n_watched = n_speeches;
                *watch = browser::watch(SPEECHES, move |ids| in_view.set(ids));
            }
        }
    });
    let mut seen = screen.body.iter().filter_map(|block| match block {
        BlockView::Speech(of) if !of.folded && in_view.binary_search(&of.anchor).is_ok() => Some(of.speech),
        _ => None,
    });
    let first = seen.next();
    first.zip(seen.next_back().or(first))
}
