//! A list of filters: speaker labels, roles.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::meter::meter;
use super::role;
use crate::app::screen::FacetRow;
use crate::app::state::Action;
use crate::app::words::{Lang, Msg, minutes_lang};

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
        let onclick = dispatch.on(Action::Toggle(row.choice));
        html! {
            <li key={row.text.clone()}>
                <button type="button" class={classes!("facet-row", role::class(row.role))}
                    aria-pressed={row.selected.to_string()} {onclick}>
                    <span class="badge" aria-hidden="true">{ row.badge.clone() }</span>
                    <span class="facet-text">
                        <span lang={minutes_lang(lang).filter(|_| facet.is_printed)}>{ row.text.clone() }</span>
                        if !row.note.is_empty() {
                            <small>{ row.note.clone() }</small>
                        }
                    </span>
                    <span class="facet-count">
                        { lang.count(Msg::N, row.count) }
                        { for row.share.map(|share| html! { <small>{ format!("{share}%") }</small> }) }
                    </span>
                    { for row.share.map(meter) }
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
