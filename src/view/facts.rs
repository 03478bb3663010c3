//! 会議の情報: the items of the form.

use yew::prelude::*;

use crate::app::screen::FactRow;
use crate::app::words::{Lang, Msg, minutes_lang};

/// The items of the form as a list of names and values.
pub fn facts(lang: Lang, rows: &[FactRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let row = |row: &FactRow| {
        html! {
            <div>
                <dt lang={minutes_lang(lang)}>{ row.label.clone() }</dt>
                { for row.values.iter().map(|value| html! { <dd lang={minutes_lang(lang)}>{ value.clone() }</dd> }) }
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
