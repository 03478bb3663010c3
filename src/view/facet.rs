//! A list of filters: speaker labels, roles.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::meter::meter;
use super::printed::printed;
use super::role;
use crate::app::screen::FacetRow;
use crate::app::words::{Lang, Msg};

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

/// A list of filters, each a switch.
pub fn facet(dispatch: &Dispatch, lang: Lang, facet: &Facet, rows: &[FacetRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let row = |row: &FacetRow| {
        let onclick = dispatch.on(row.toggle.clone());
        html! {
            <li key={row.text.clone()}>
                <button type="button" class={classes!("facet-row", role::class(row.role))}
                    aria-pressed={row.selected.to_string()} {onclick}>
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
                    <span class="facet-count">
                        { lang.count(Msg::N, row.count) }
                        <small>{ format!("{}%", row.share) }</small>
                    </span>
                    { meter(row.share) }
                </button>
            </li>
        }
    };
    html! {
        <section class="block" aria-labelledby={facet.id}>
            <h2 id={facet.id}>{ lang.t(facet.heading) }<small>{ lang.t(Msg::FacetMeasures) }</small></h2>
            <ul class="facet">{ for rows.iter().map(row) }</ul>
        </section>
    }
}
