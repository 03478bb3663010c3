//! 会議の情報: the items of the form.

use yew::prelude::*;

use crate::app::screen::FactRow;

/// The items of the form as a list of names and values.
pub fn facts(rows: &[FactRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let row = |row: &FactRow| {
        html! {
            <div>
                <dt>{ row.label.clone() }</dt>
                { for row.values.iter().map(|value| html! { <dd>{ value.clone() }</dd> }) }
            </div>
        }
    };
    html! {
        <section class="block" aria-labelledby="facts-heading">
            <h2 id="facts-heading">{ "会議の情報" }</h2>
            <dl class="facts">{ for rows.iter().map(row) }</dl>
        </section>
    }
}
