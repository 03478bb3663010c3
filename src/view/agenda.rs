//! 次第: what was announced, and where it was taken up.

use yew::prelude::*;

use super::dispatch::Dispatch;
use super::jump::jump;
use crate::app::screen::{AgendaRow, ContentsRow};
use crate::app::words::{Lang, Msg, minutes_lang};
use crate::model::SpeechId;

/// The announced agenda; an item that was taken up is a link to where.
pub fn agenda(dispatch: &Dispatch, lang: Lang, rows: &[AgendaRow], contents: &[ContentsRow]) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let first = |row: &AgendaRow| -> Option<SpeechId> {
        let topic = row.topic?;
        contents.iter().find(|row| row.topic == topic)?.first
    };
    let row = |row: &AgendaRow| {
        let heading = row.heading.clone();
        html! {
            <li key={row.item.0} lang={minutes_lang(lang)} class={format!("depth-{}", row.depth.min(3))}>
                <span class="num">{ row.num.clone() }</span>
                if let Some(first) = first(row) {
                    { jump(dispatch, first, "", None, html! { heading }) }
                } else {
                    <span>{ heading }</span>
                }
            </li>
        }
    };
    html! {
        <section class="block block-agenda" aria-labelledby="agenda-heading">
            <h2 id="agenda-heading">{ lang.t(Msg::Agenda) }</h2>
            <ul class="agenda">{ for rows.iter().map(row) }</ul>
        </section>
    }
}
