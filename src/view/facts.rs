//! 会議の情報: the items of the form.

use yew::prelude::*;

use super::printed::printed;
use crate::app::screen::FactRow;
use crate::app::words::{Lang, Msg};

/// The items of the form as a list of names and values.
pub fn facts(lang: Lang, rows: &[FactRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let row = |row: &FactRow| {
        html! {
            <div>
                { printed(lang, "dt", "", html! { row.label.clone() }) }
                { for row.values.iter().map(|value| printed(lang, "dd", "", html! { value.clone() })) }
                if row.values.is_empty() {
                    <dd>{ lang.t(Msg::LeftBlank) }</dd>
                }
            </div>
        }
    };
    html! {
        <section class="block" aria-labelledby="facts-heading">
            <h2 id="facts-heading">{ lang.t(Msg::Facts) }</h2>
            <dl class="facts">{ for rows.iter().map(row) }</dl>
        </section>
    }
}
