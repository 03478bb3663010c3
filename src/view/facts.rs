//! 会議の情報: the items of the form.

use yew::prelude::*;

use crate::app::screen::FactRow;

/// The items of the form.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In printed order.
    pub rows: Vec<FactRow>,
}

/// The items of the form as a list of names and values.
#[component]
pub fn Facts(props: &Props) -> Html {
    if props.rows.is_empty() {
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
            <dl class="facts">{ for props.rows.iter().map(row) }</dl>
        </section>
    }
}
