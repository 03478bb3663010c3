//! The start of a shelf: which meetings these are, the search, the filters.

use yew::prelude::*;

use super::ShelfDispatch;
use super::list::list;
use super::ties::threads;
use crate::app::screen::{ChoiceRow, ShelfScreen};
use crate::app::settings::Settings;
use crate::app::shelf::ShelfAction;
use crate::app::words::{Lang, Msg, ShelfMsg, minutes_lang, page_lang};
use crate::browser;
use crate::view::language::languages;
use crate::view::meter::meter;
use crate::view::search::{Words, chips};

/// The start.
pub fn start(dispatch: &ShelfDispatch, settings: Settings, screen: &ShelfScreen) -> Html {
    let lang = screen.lang;
    let filters_shown = screen.filters_shown;
    html! {
        <div class="page shelf" lang={page_lang(lang)} data-filters={filters_shown.then_some("shown")}>
            <a class="skip" href="#kg-text" onclick={skip}>{ lang.t(ShelfMsg::Skip) }</a>
            <header class="top">
                <div class="wrap">
                    <h1 tabindex="-1" lang={minutes_lang(lang)}>{ screen.title.clone() }</h1>
                    <ul class="summary">
                        { for screen.summary.iter().map(|phrase| html! { <li>{ phrase.clone() }</li> }) }
                    </ul>
                    { languages(settings, &|settings| dispatch.on(ShelfAction::Set(settings))) }
                </div>
            </header>
            <div class="stays">{ search(dispatch, screen) }</div>
            <div class="columns shelf-columns wrap">
                <aside id="kg-filters" class="beside shelf-filters" aria-label={lang.t(ShelfMsg::Filters)}>
                    { facet(dispatch, lang, "years", ShelfMsg::Years, &screen.years) }
                    { facet(dispatch, lang, "councils", ShelfMsg::Councils, &screen.councils) }
                    { facet(dispatch, lang, "speakers", ShelfMsg::Speakers, &screen.speakers) }
                </aside>
                <main id="kg-text" tabindex="-1">
                    { list(dispatch, screen) }
                    { threads(dispatch, screen) }
                    <footer class="foot"><p>{ lang.t(Msg::SendsNothing) }</p></footer>
                </main>
            </div>
        </div>
    }
}

/// Goes to the meetings by hand: as a link it would take the place of the state in the address.
fn skip(event: MouseEvent) {
    event.prevent_default();
    browser::show("kg-text");
    browser::focus_first("#kg-text");
}

/// The bar that stays on top.
fn search(dispatch: &ShelfDispatch, screen: &ShelfScreen) -> Html {
    let lang = screen.lang;
    let show = dispatch.on(ShelfAction::ShowFilters(!screen.filters_shown));
    let on = screen.chips.iter().map(|chip| (chip.text.as_str(), dispatch.on(chip.remove.clone())));
    html! {
        <search class="bar">
            <div class="wrap">
                <form class="find" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                    <Words<ShelfAction> dispatch={dispatch.clone()} label={lang.t(ShelfMsg::SearchLabel)}
                        query={screen.query.clone()} search={ShelfAction::Search as fn(String) -> ShelfAction} />
                </form>
                <button type="button" class="shelf-show-filters" aria-expanded={screen.filters_shown.to_string()}
                    aria-controls="kg-filters" onclick={show}>
                    { lang.t(if screen.filters_shown { ShelfMsg::HideFilters } else { ShelfMsg::Filters }) }
                </button>
                <div class="narrow">{ chips(lang, on.collect(), dispatch.on(ShelfAction::ClearFilters)) }</div>
                <p class="status" role="status">{ screen.status.clone() }</p>
                if let Some(progress) = &screen.progress {
                    <p class="shelf-progress">
                        <progress max={progress.n_meetings.to_string()} value={progress.n_done.to_string()}
                            aria-labelledby="shelf-progress" />
                        <span id="shelf-progress">{ progress.text.clone() }</span>
                    </p>
                }
            </div>
        </search>
    }
}

/// How many values of a facet stand there before the reader asks for more.
const FIRST: usize = 12;

/// The values of a facet with what each would give. The bars are drawn and told in one cell, so that the
/// chart is a table.
fn facet(
    dispatch: &ShelfDispatch,
    lang: Lang,
    id: &'static str,
    heading: ShelfMsg,
    rows: &[ChoiceRow],
) -> Html {
    // A facet of one value narrows nothing.
    if rows.len() < 2 && !rows.iter().any(|row| row.selected) {
        return html! {};
    }
    let heading_id = format!("{id}-heading");
    let (first, more) = rows.split_at_checked(FIRST).unwrap_or((rows, &[]));
    html! {
        <section class="block" aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ lang.t(heading) }</h2>
            { table(dispatch, lang, heading, first) }
            if !more.is_empty() {
                <details>
                    <summary>{ lang.count(ShelfMsg::MoreValues, more.len()) }</summary>
                    { table(dispatch, lang, heading, more) }
                </details>
            }
        </section>
    }
}

fn table(dispatch: &ShelfDispatch, lang: Lang, heading: ShelfMsg, rows: &[ChoiceRow]) -> Html {
    let row = |row: &ChoiceRow| {
        let printed = if row.printed { minutes_lang(lang) } else { None };
        html! {
            <tr key={row.text.clone()}>
                <th scope="row">
                    <button type="button" class="shelf-choice" aria-pressed={row.selected.to_string()}
                        onclick={dispatch.on(ShelfAction::Toggle(row.choice))}>
                        <span class="facet-text" lang={printed}>{ row.text.clone() }</span>
                    </button>
                </th>
                <td>{ lang.count(Msg::N, row.count) }{ meter(row.share) }</td>
            </tr>
        }
    };
    html! {
        <table class="facet">
            <caption class="visually-hidden">
                { lang.fill(ShelfMsg::FacetTable, &[("facet", lang.t(heading))]) }
            </caption>
            <thead>
                <tr>
                    <th scope="col"><span class="visually-hidden">{ lang.t(heading) }</span></th>
                    <th scope="col">{ lang.t(ShelfMsg::MeetingsColumn) }</th>
                </tr>
            </thead>
            <tbody>{ for rows.iter().map(row) }</tbody>
        </table>
    }
}
