//! The search box, what it found, and the filters that are on.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::hooks::use_composition;
use crate::app::screen::{Chip, ScopeView, SearchView};
use crate::app::state::Action;
use crate::app::words::{Lang, Msg};

/// The code of a key that an input method has taken for itself.
const TAKEN_BY_INPUT_METHOD: u32 = 229;

/// The bar that stays on top.
pub fn search(dispatch: &Dispatch, lang: Lang, search: &SearchView, on: &[Chip]) -> Html {
    let none = search.n_hits == 0;
    let on = on.iter().map(|chip| (chip.text.as_str(), dispatch.on(chip.remove.clone())));
    html! {
        <search class="bar">
            <div class="wrap">
                <form class="find" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                    <Words<Action> dispatch={dispatch.clone()} label={lang.t(Msg::SearchLabel)}
                        query={search.query.clone()} search={Action::Search as fn(String) -> Action}
                        steps={[Action::NextHit, Action::PreviousHit]} />
                    if !search.count.is_empty() {
                        <span class="count" aria-hidden="true">{ search.count.clone() }</span>
                    }
                    <button type="button" disabled={none} aria-label={lang.t(Msg::PreviousHit)}
                        onclick={dispatch.on(Action::PreviousHit)}>{ "↑" }</button>
                    <button type="button" disabled={none} aria-label={lang.t(Msg::NextHit)}
                        onclick={dispatch.on(Action::NextHit)}>{ "↓" }</button>
                </form>
                <div class="narrow">
                    { scopes(dispatch, lang, search) }
                    { chips(lang, on.collect(), dispatch.on(Action::ClearFilters)) }
                </div>
                <p class="status" role="status">{ search.status.clone() }</p>
            </div>
        </search>
    }
}

/// What the field for words is given.
#[derive(Clone, Properties)]
pub struct WordsProps<A: Clone + PartialEq + 'static> {
    /// The way to send an action.
    pub dispatch: Dispatch<A>,
    /// What the field is called.
    pub label: &'static str,
    /// The words as typed.
    pub query: String,
    /// What looks for words. It never changes at one place of the page, so that it is not compared.
    pub search: fn(String) -> A,
    /// What Enter does, and Enter with Shift.
    #[prop_or_default]
    pub steps: Option<[A; 2]>,
}

impl<A: Clone + PartialEq + 'static> PartialEq for WordsProps<A> {
    fn eq(&self, other: &WordsProps<A>) -> bool {
        self.dispatch == other.dispatch && self.label == other.label && self.query == other.query
    }
}

/// The field itself, with its name. While an input method composes, nothing is sent and nothing redraws it.
#[component]
pub fn Words<A: Clone + PartialEq + 'static>(props: &WordsProps<A>) -> Html {
    let (dispatch, search) = (props.dispatch.clone(), props.search);
    let field = use_node_ref();
    let composing = use_composition(&field, {
        let dispatch = dispatch.clone();
        move |words| dispatch.send(search(words))
    });
    let oninput = {
        let (dispatch, composing) = (dispatch.clone(), composing.clone());
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<web_sys::HtmlInputElement>();
            if let Some(field) = field.filter(|_| !composing.get()) {
                dispatch.send(search(field.value()));
            }
        })
    };
    let steps = props.steps.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let taken = event.is_composing() || composing.get() || event.key_code() == TAKEN_BY_INPUT_METHOD;
        if event.key() == "Enter" && !taken {
            event.prevent_default();
            if let Some([next, previous]) = steps.clone() {
                dispatch.send(if event.shift_key() { previous } else { next });
            }
        }
    });
    html! {
        <>
            <label for="kg-query" class="visually-hidden">{ props.label }</label>
            <input ref={field} id="kg-query" type="search" value={props.query.clone()} placeholder={props.label}
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                {oninput} {onkeydown} />
        </>
    }
}

/// The scopes in which all words must meet, and whether the words hide what does not hold them.
fn scopes(dispatch: &Dispatch, lang: Lang, search: &SearchView) -> Html {
    let Some(whole) = search.whole else { return html! {} };
    let scope = |row: &ScopeView| {
        html! {
            <button key={row.scope.key()} type="button" aria-pressed={row.selected.to_string()}
                aria-label={lang.fill(Msg::ScopeCount, &[("scope", &row.text), ("n", &row.count)])}
                onclick={dispatch.on(Action::Within(row.scope))}>
                { row.text.clone() }{ " " }<small>{ row.count.clone() }</small>
            </button>
        }
    };
    html! {
        <>
            <div class="scopes" role="group" aria-label={lang.t(Msg::Scopes)}>
                { for search.scopes.iter().map(scope) }
            </div>
            <button type="button" class="whole" aria-pressed={whole.to_string()}
                onclick={dispatch.on(Action::ShowWhole(!whole))}>{ lang.t(Msg::ShowWhole) }</button>
        </>
    }
}

/// The filters that are on, each with its words and what takes it off; `all` takes off all of them.
pub fn chips(lang: Lang, on: Vec<(&str, Callback<MouseEvent>)>, all: Callback<MouseEvent>) -> Html {
    if on.is_empty() {
        return html! {};
    }
    let has_many = on.len() > 1;
    let chip = |(text, take_off): (&str, Callback<MouseEvent>)| {
        html! {
            <li key={text.to_owned()}>
                <button type="button" class="chip" onclick={take_off}>
                    <span class="chip-text">{ text.to_owned() }</span>
                    <span class="visually-hidden">{ lang.t(Msg::TakeOff) }</span>
                    <span aria-hidden="true">{ "✕" }</span>
                </button>
            </li>
        }
    };
    html! {
        <ul class="chips" aria-label={lang.t(Msg::FiltersOn)}>
            { for on.into_iter().map(chip) }
            if has_many {
                <li key="all">
                    <button type="button" class="chip chip-all" onclick={all}>
                        { lang.t(Msg::TakeAllOff) }
                    </button>
                </li>
            }
        </ul>
    }
}
