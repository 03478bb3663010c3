//! A table of filters: speaker labels, roles, kinds of speeches.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::meter::meter;
use super::printed::printed;
use super::role;
use crate::app::screen::FacetRow;
use crate::app::state::Action;
use crate::app::words::{Lang, Msg};
use crate::model::LabelId;

/// What is filtered by.
pub struct Facet {
    id: &'static str,
    heading: Msg,
    /// Whether its words are those of the minutes.
    is_printed: bool,
}

/// The speaker labels.
pub const LABELS: Facet = Facet { id: "labels-heading", heading: Msg::Speakers, is_printed: true };
/// The roles.
pub const ROLES: Facet = Facet { id: "roles-heading", heading: Msg::Roles, is_printed: false };
/// The kinds of speeches.
pub const KINDS: Facet = Facet { id: "kinds-heading", heading: Msg::Kinds, is_printed: false };

/// The filters with what each would give. The shares are drawn and told in one cell, so that the
/// chart is a table.
pub fn facet(dispatch: &Dispatch, lang: Lang, facet: &Facet, rows: &[FacetRow]) -> Html {
    let Some(first) = rows.first() else { return html! {} };
    let (has_shares, can_stand_out) = (first.share.is_some(), first.highlight.is_some());
    html! {
        <section class="block" aria-labelledby={facet.id}>
            <h2 id={facet.id}>{ lang.t(facet.heading) }</h2>
            <table class="facet">
                <caption class="visually-hidden">
                    { lang.fill(Msg::FacetTable, &[("facet", lang.t(facet.heading))]) }
                </caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ lang.t(facet.heading) }</span></th>
                        <th scope="col">{ lang.t(Msg::SpeechesColumn) }</th>
                        if has_shares {
                            <th scope="col">{ lang.t(Msg::ShareColumn) }</th>
                        }
                        if can_stand_out {
                            <th scope="col">
                                <span class="visually-hidden">{ lang.t(Msg::HighlightColumn) }</span>
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>{ for rows.iter().map(|one| row(dispatch, lang, facet, one)) }</tbody>
            </table>
        </section>
    }
}

fn row(dispatch: &Dispatch, lang: Lang, facet: &Facet, row: &FacetRow) -> Html {
    html! {
        <tr key={row.text.clone()} class={role::class(row.role)}>
            <th scope="row">
                <button type="button" class="facet-row" aria-pressed={row.selected.to_string()}
                    onclick={dispatch.on(Action::Toggle(row.choice))}>
                    <span class="badge" aria-hidden="true">{ row.badge.clone() }</span>
                    <span class="facet-text">
                        if facet.is_printed {
                            { printed(lang, "span", "", html! { row.text.clone() }) }
                        } else {
                            { row.text.clone() }
                        }
                        if !row.note.is_empty() {
                            <small>{ row.note.clone() }</small>
                        }
                    </span>
                </button>
            </th>
            <td>
                { lang.count(Msg::N, row.count) }
                { hits(lang, row.n_hits) }
            </td>
            { for row.share.map(|share| html! { <td>{ format!("{share}%") }{ meter(share) }</td> }) }
            { for row.highlight.map(|(label, is_on)| stand_out(dispatch, lang, row, label, is_on)) }
        </tr>
    }
}

/// A switch that lets the speeches of a label stand out while all others stay.
fn stand_out(dispatch: &Dispatch, lang: Lang, row: &FacetRow, label: LabelId, is_on: bool) -> Html {
    let (before, after) = lang.around(Msg::HighlightOf);
    html! {
        <td>
            <button type="button" class="stand-out" aria-pressed={is_on.to_string()}
                onclick={dispatch.on(Action::Highlight(label))}>
                <span class="visually-hidden">
                    { before }{ printed(lang, "span", "", html! { row.text.clone() }) }{ after }
                </span>
                <span aria-hidden="true">{ lang.t(Msg::Highlight) }</span>
            </button>
        </td>
    }
}

/// The number of hits, where there are any.
pub fn hits(lang: Lang, n: usize) -> Html {
    if n == 0 {
        return html! {};
    }
    html! { <small class="hits">{ lang.count(Msg::NHits, n) }</small> }
}
