//! 次第: what was announced, and where it was taken up.

use yew::prelude::*;

use super::jump::Jump;
use crate::app::screen::{AgendaRow, ContentsRow};
use crate::model::SpeechId;

/// The announced agenda.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In printed order.
    pub rows: Vec<AgendaRow>,
    /// The topics to which the items lead.
    pub contents: Vec<ContentsRow>,
}

/// The announced agenda; an item that was taken up is a link to where.
#[component]
pub fn Agenda(props: &Props) -> Html {
    if props.rows.is_empty() {
        return html! {};
    }
    let first = |row: &AgendaRow| -> Option<SpeechId> {
        let topic = row.topic?;
        props.contents.iter().find(|contents| contents.topic == topic)?.first
    };
    let row = |row: &AgendaRow| {
        let heading = row.heading.clone();
        html! {
            <li key={row.item.0} class={format!("depth-{}", row.depth.min(3))}>
                <span class="num">{ row.num.clone() }</span>
                if let Some(first) = first(row) {
                    <Jump speech={first}>{ heading }</Jump>
                } else {
                    <span>{ heading }</span>
                }
            </li>
        }
    };
    html! {
        <section class="block block-agenda" aria-labelledby="agenda-heading">
            <h2 id="agenda-heading">{ "次第" }</h2>
            <ul class="agenda">{ for props.rows.iter().map(row) }</ul>
        </section>
    }
}
