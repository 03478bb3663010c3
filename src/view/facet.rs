//! A list of filters: speaker labels, roles.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::meter::meter;
use super::role;
use crate::app::screen::FacetRow;

/// A list of filters, each a switch.
pub fn facet(dispatch: &Dispatch, id: &'static str, heading: &'static str, rows: &[FacetRow]) -> Html {
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
                        { row.text.clone() }
                        if !row.note.is_empty() {
                            <small>{ row.note.clone() }</small>
                        }
                    </span>
                    <span class="facet-count">
                        { format!("{}件", row.count) }
                        <small>{ format!("{}%", row.share) }</small>
                    </span>
                    { meter(row.share) }
                </button>
            </li>
        }
    };
    html! {
        <section class="block" aria-labelledby={id}>
            <h2 id={id}>{ heading }<small>{ "発言数・字数の割合" }</small></h2>
            <ul class="facet">{ for rows.iter().map(row) }</ul>
        </section>
    }
}
