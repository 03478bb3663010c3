//! A list of filters: speaker labels, roles.

use yew::prelude::*;

use super::dispatch::use_dispatch;
use super::meter::Meter;
use super::role;
use crate::app::screen::FacetRow;

/// A list of filters.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The id of the heading.
    pub id: &'static str,
    /// The heading.
    pub heading: &'static str,
    /// The filters.
    pub rows: Vec<FacetRow>,
}

/// A list of filters, each a switch.
#[component]
pub fn Facet(props: &Props) -> Html {
    let dispatch = use_dispatch();
    if props.rows.is_empty() {
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
                        { row.text.clone() }
                        if !row.note.is_empty() {
                            <small>{ row.note.clone() }</small>
                        }
                    </span>
                    <span class="facet-count">
                        { format!("{}件", row.count) }
                        <small>{ format!("{}%", row.share) }</small>
                    </span>
                    <Meter share={row.share} />
                </button>
            </li>
        }
    };
    html! {
        <section class="block" aria-labelledby={props.id}>
            <h2 id={props.id}>{ props.heading }</h2>
            <ul class="facet">{ for props.rows.iter().map(row) }</ul>
        </section>
    }
}
