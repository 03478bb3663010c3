//! The speeches as a table: the strip for those who read it in words.

use std::rc::Rc;

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use crate::app::screen::{ListRow, Screen};
use crate::app::state::Action;
use crate::app::words::{Msg, minutes_lang};
use crate::model::TopicId;

/// The table, made only once it is asked for: long minutes have thousands of rows, and finding in
/// the page would find everything twice.
pub fn list(dispatch: &Dispatch, screen: &Rc<Screen>, _: Option<TopicId>) -> Html {
    let lang = screen.lang();
    if screen.strip.is_empty() {
        return html! {};
    }
    let open = screen.list.is_some();
    let onclick = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dispatch.send(Action::List(!open));
        })
    };
    let printed = minutes_lang(lang);
    let row = |row: &ListRow| {
        let number = row.number.to_string();
        html! {
            <tr key={row.number}>
                <th scope="row">{ jump(dispatch, row.speech, "list-number", None, html! { number }) }</th>
                <td lang={printed}>{ row.label.clone() }</td>
                <td>{ row.kind.clone() }</td>
                <td lang={printed}>{ row.topic.clone() }</td>
                <td class="count">{ row.n_chars.clone() }</td>
                <td class="count">{ row.n_hits.clone() }</td>
            </tr>
        }
    };
    let columns =
        [Msg::ColumnNumber, Msg::Speaker, Msg::Kind, Msg::Topic, Msg::ColumnLength, Msg::ColumnHits];
    html! {
        <details class="list" {open}>
            <summary {onclick}>{ lang.t(Msg::ListOfSpeeches) }</summary>
            if let Some(rows) = &screen.list {
                <div class="list-rows">
                    <table>
                        <caption>{ lang.t(Msg::ListCaption) }</caption>
                        <thead>
                            <tr>{ for columns.into_iter().map(|of| html! { <th scope="col">{ lang.t(of) }</th> }) }</tr>
                        </thead>
                        <tbody>{ for rows.iter().map(row) }</tbody>
                    </table>
                </div>
            }
        </details>
    }
}
